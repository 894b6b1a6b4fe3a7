"""A request goes where the user said: through no proxy to this machine, by no redirect, with what the address asks."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import ServiceError
from claimcheck.lm import clients, recording
from tests.lm.test_faults_of_the_model_service import ask, body

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def certificates_anew() -> Iterator[None]:
    clients._trusted.cache_clear()
    yield
    clients._trusted.cache_clear()


@pytest.fixture
def good(serve: Callable[..., Any], reply: Callable[..., None]) -> Any:
    return serve(lambda handler: reply(handler, 200, body(), content_type="application/json"))


@pytest.mark.parametrize("proxy", [NOWHERE, "socks5://127.0.0.1:9", "nonsense", "http://[::1"])
@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
def test_no_proxy_stands_before_this_machine(
    good: Any, name: str, proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, proxy)
    monkeypatch.setenv(name.lower(), proxy)
    assert ask(f"{good.url}/v1") == "yes"
    assert ask(f"http://localhost:{good.port}/v1") == "yes"


def test_a_proxy_stands_before_other_machines(
    serve: Callable[..., Any], reply: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(lambda handler: reply(handler, 200, body(), content_type="application/json"))
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("http_proxy", proxy.url)
    assert ask("http://models.example/v1") == "yes"
    assert proxy.paths == ["http://models.example/v1/chat/completions"]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:9", "ALL_PROXY"),
        ("HTTPS_PROXY", "foo:bar:baz", "HTTPS_PROXY"),
        ("SSL_CERT_FILE", "/nowhere/certificates.pem", "SSL_CERT_FILE"),
    ],
)
def test_an_environment_that_cannot_be_used_is_one_sentence(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ServiceError, match=f"{words}.* (cannot be|to such)"):
        ask("https://models.example/v1", attempts=1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_told_and_takes_neither_the_key_nor_the_article_along(
    good: Any, status: int, serve: Callable[..., Any], reply: Callable[..., None]
) -> None:
    to = f"{good.url}/v1/chat/completions?ticket=secret"
    moved = serve(lambda handler: reply(handler, status, b"", location=to))
    with pytest.raises(
        ServiceError, match=f"has moved .{status}. to {good.url}/v1/chat/completions:"
    ) as caught:
        ask(f"{moved.url}/v1")
    assert "secret" not in str(caught.value)
    assert len(moved.asked) == 1
    assert not good.asked


def test_what_an_address_asks_with_goes_with_every_request_and_is_shown_nowhere(good: Any) -> None:
    assert ask(f"{good.url}/deployments/m?api-version=2024-10-21&key=a%2Fb") == "yes"
    assert good.paths == ["/deployments/m/chat/completions?api-version=2024-10-21&key=a%2Fb"]
    with pytest.raises(ServiceError) as caught:
        ask(f"{NOWHERE}/v1?key=secret#part", attempts=1)
    assert "secret" not in str(caught.value)


def test_a_name_and_password_in_an_address_are_sent(good: Any) -> None:
    assert ask(good.url.replace("//", "//ana:p%40ss@") + "/v1/") == "yes"
    path, headers, sent = good.asked[0]
    assert (path, headers["authorization"]) == ("/v1/chat/completions", "Basic YW5hOnBAc3M=")
    assert json.loads(sent)["model"] == "m"


def test_what_an_address_asks_with_is_in_no_recording(good: Any, tmp_path: Path) -> None:
    tape = tmp_path / "run.yaml"
    with recording(record=tape):
        assert ask(f"{good.url}/v1?subscription=secret") == "yes"
    assert "secret" not in tape.read_text()
    with recording(replay=tape):
        assert ask(f"{NOWHERE}/v1?subscription=another") == "yes"
