"""A run beside every kind of failing source: one clear line about it, and evidence from the source that works."""

import gzip
import json
import socket
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck import pipeline
from claimcheck.articles import read_article
from claimcheck.domain import Report
from claimcheck.errors import ModelError
from claimcheck.evidence import EvidenceOptions, FolderSource, resolve_sources
from claimcheck.lm import Caller, Meter
from claimcheck.lm.endpoints import Endpoint, LanguageModel

TEXT = (
    "The harbour bridge in Portsmouth is 640 metres long, said Ana Ruiz on Monday. "
    "The ferry from Gosport carried 900 people on Sunday."
)
FACT = "The harbour bridge in Portsmouth is 650 metres long."


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder with the fact, which works; the cache is the test's own."""
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "bridge.md").write_text(FACT)
    return str(folder)


def run(monkeypatch: pytest.MonkeyPatch, *names: str) -> tuple[Report, pipeline.Run]:
    """A run on those sources whose model writes a claim for a sentence, and cannot judge."""

    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
        if "sentence" not in fields:
            raise ModelError("there is no judge here")
        return SimpleNamespace(status="fact", claims=[{"claim": fields["sentence"]}])

    monkeypatch.setattr(Caller, "__call__", call)
    article = read_article("a.txt", TEXT.encode())
    model = LanguageModel(None, Endpoint("m", "e", embedded=True), "m", Meter(), small=True)
    options = EvidenceOptions(replaying=True)  # nobody waits, and nothing is kept
    held = pipeline.Run(article)
    return pipeline.check(
        article, model, resolve_sources(names, options=options), evidence=options, run=held
    ), held


def endless_redirect(h: Any, reply: Any) -> None:
    reply(h, 302, location="/api.php")


def ten_gigabytes(h: Any, reply: Any) -> None:
    h.send_response(200)
    h.send_header("content-type", "application/json")
    h.send_header("content-length", str(10 * 2**30))
    h.end_headers()


def gzip_bomb(h: Any, reply: Any) -> None:
    reply(h, body=BOMB, content_type="application/json", content_encoding="gzip")


def wrong_type(h: Any, reply: Any) -> None:
    reply(h, body=b"\x89PNG", content_type="image/png")


def too_many_requests(h: Any, reply: Any) -> None:
    reply(h, 429, retry_after="3600")


BOMB = gzip.compress(b"\0" * 21 * 2**20)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (endless_redirect, "it redirects more than 5 times"),
        (ten_gigabytes, "it is larger than"),
        (gzip_bomb, "it unpacks to more than"),
        (wrong_type, "it is image/png, which is not read"),
        (too_many_requests, "asks for fewer requests (HTTP 429)"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_server_that_fails_costs_its_own_answer(
    answer: Callable[[Any, Any], None],
    told: str,
    good: str,
    serve: Any,
    reply: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = serve(lambda h: answer(h, reply))
    only_one_line_and_the_rest_goes_on(
        *run(monkeypatch, f"mediawiki+{site.url}/api.php", good), told, "mediawiki+"
    )


def test_a_name_that_rebinds_costs_its_own_answer(
    good: str, serve: Any, reply: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = serve(lambda h: reply(h, body="{}", content_type="application/json"))
    real, answers = socket.getaddrinfo, ["93.184.215.14", "127.0.0.1"]

    def rebinding(host: Any, port: Any, *more: Any, **options: Any) -> Any:
        if host != "rebinds.example":
            return real(host, port, *more, **options)
        address = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, site.port))]

    def connect(address: tuple[str, int], *_: Any, **__: Any) -> Any:
        raise ConnectionRefusedError("nothing is sent to the internet by a test")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", connect)
    name = f"mediawiki+http://rebinds.example:{site.port}/api.php"
    only_one_line_and_the_rest_goes_on(*run(monkeypatch, name, good), "private address (127.0.0.1)", name)
    assert not site.asked


def test_a_broken_zim_file_costs_its_own_answer(
    good: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("libzim")
    broken = tmp_path / "broken.zim"
    broken.write_bytes(b"ZIM\x04" + b"\0" * 400)
    only_one_line_and_the_rest_goes_on(
        *run(monkeypatch, str(broken), good), "is not a whole ZIM file", str(broken)
    )


def test_an_index_of_another_version_is_built_anew_and_says_so(
    good: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FolderSource(good).status()
    (catalog,) = tmp_path.glob("cache/indexes/*/claimcheck.json")
    catalog.write_text(json.dumps(json.loads(catalog.read_text()) | {"version": 1}))
    report, _ = run(monkeypatch, good)
    assert report.provenance.sources[0].notes == ("its index was of another version, so it was built anew",)
    assert [passage.text for passage in report.verdicts[0].evidence] == [FACT]
    assert not report.failures


def only_one_line_and_the_rest_goes_on(report: Report, held: pipeline.Run, told: str, name: str) -> None:
    assert len(report.claims) > 1
    (failure,) = report.failures
    assert told in failure
    assert failure.startswith(name)
    assert "\n" not in failure
    assert held.fatal is None
    assert [passage.text for passage in report.verdicts[0].evidence] == [FACT]
    assert told in report.provenance.sources[0].failure
