"""A server of embeddings gets the key that the user named for it and no other; nothing secret comes back from it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from claimcheck.errors import UsageError
from claimcheck.evidence import EmbeddingOptions, EvidenceOptions, resolve_sources
from claimcheck.evidence.fetching import Fetcher, FetchError
from claimcheck.evidence.meaning import _Server
from claimcheck.evidence.options import SourceOptions

SECRET = "sk-of-openai"
Serve, Reply = Callable[..., Any], Callable[..., None]


def good(handler: Any, reply: Reply) -> None:
    texts = json.loads(handler.body)["input"]
    data = [{"index": n, "embedding": [1.0, n]} for n in range(len(texts))]
    reply(handler, 200, json.dumps({"data": data}), content_type="application/json")


def server_of(url: str, key_env: str = "", replaying: bool = False) -> _Server:
    shared = EvidenceOptions(replaying=replaying)
    return _Server(EmbeddingOptions(model="m", base_url=url, key_env=key_env), shared)


@pytest.fixture(autouse=True)
def _a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)


def test_the_key_of_openai_goes_to_no_other_server(serve: Serve, reply: Reply) -> None:
    site = serve(lambda handler: good(handler, reply))
    assert server_of(f"{site.url}/v1")(["a", "b"]) == [(1.0, 0.0), (1.0, 1.0)]
    assert "authorization" not in site.asked[0][1]


def test_a_key_that_is_named_is_sent(serve: Serve, reply: Reply, monkeypatch: pytest.MonkeyPatch) -> None:
    site = serve(lambda handler: good(handler, reply))
    monkeypatch.setenv("OUR_KEY", " ours\n")
    server_of(f"{site.url}/v1", "OUR_KEY")(["a"])
    server_of(f"{site.url}/v1", "OPENAI_API_KEY")(["a"])
    assert [heads["authorization"] for _, heads, _ in site.asked] == ["Bearer ours", f"Bearer {SECRET}"]


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://api.openai.com/v1", [f"Bearer {SECRET}"]),
        ("http://api.openai.com/v1", [None]),
        ("https://api.openai.com.example/v1", [None]),
    ],
)
def test_only_openai_itself_gets_its_key_unasked(
    url: str, sent: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str | None] = []

    def post_json(self: Fetcher, url: str, body: Any, headers: dict[str, str]) -> Any:
        heard.append(headers.get("authorization"))
        return {"data": [{"index": 0, "embedding": [1]}]}

    monkeypatch.setattr(Fetcher, "post_json", post_json)
    server_of(url)(["a"])
    server_of(url, replaying=True)(["a"])  # needs none
    assert heard == [*sent, None]


@pytest.mark.parametrize("key", ["", "sk-one\nsk-two", "schl\u00fcssel", "\u0100sk-"])
def test_a_key_that_cannot_be_sent_is_one_line_that_does_not_show_it(
    key: str, serve: Serve, reply: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = serve(lambda handler: good(handler, reply))
    monkeypatch.setenv("OUR_KEY", key)
    with pytest.raises(FetchError, match="OUR_KEY") as caught:
        server_of(f"{site.url}/v1", "OUR_KEY")(["a"])
    assert "sk-" not in str(caught.value)
    assert not site.asked


@pytest.mark.parametrize("key", ["sk-one\nsk-two", "schl\u00fcssel"])
def test_a_sources_key_that_cannot_be_sent_is_told_before_anything_is_asked(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUR_KEY", key)
    options = EvidenceOptions(sources={"web": SourceOptions(kind="brave", key_env="OUR_KEY")})
    with pytest.raises(UsageError, match="OUR_KEY holds characters") as caught:
        resolve_sources(["web"], options=options)
    assert "sk-" not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        "[]",
        '{"error": "no"}',
        '{"data": [{"index": 0, "embedding": [NaN]}]}',
        '{"data": [{"index": 0, "embedding": [1' + "0" * 400 + "]}]}",
        '{"data": [{"index": 0, "embedding": ["x"]}]}',
        '{"data": []}',
        "[" * 20_000,
    ],
)
def test_what_is_no_answer_is_one_line_without_the_password(
    answer: str, serve: Serve, reply: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUR_KEY", "ana:topsecret")
    site = serve(lambda handler: reply(handler, 200, answer, content_type="application/json"))
    with pytest.raises(FetchError, match="answer") as caught:
        server_of(site.url, "OUR_KEY")(["a"])
    assert "topsecret" not in str(caught.value)
    assert site.asked[0][1]["authorization"] == "Basic YW5hOnRvcHNlY3JldA=="
