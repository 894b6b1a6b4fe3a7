"""Search engines are asked as they document; pages are fetched safely, read, archived, or passed over."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.domain import Article
from claimcheck.evidence import EvidenceOptions, Query, gather, resolve_sources
from claimcheck.evidence.engines import Asking
from claimcheck.evidence.fetching import Fetcher, Limits
from claimcheck.evidence.web import WebSource

QUERY = Query(text="Portsmouth has nine bridges in its harbour.", names=("Portsmouth",))
PAGE = """<html><head><title>Bridges of Portsmouth</title>
<meta property="article:published_time" content="2023-03-04T00:00:00Z"></head><body><article><h1>Bridges of Portsmouth</h1>
<p>The harbour of Portsmouth has nine bridges, the harbour master said when the count was made in the spring.</p>
<p>The oldest of them was opened for carts in the year 1841 and was rebuilt in iron forty years later.</p>
</article></body></html>"""
LIMITS = Limits(interval=0, attempts=1, timeout=2, size=50_000, unpacked=100_000)


def pages(reply: Any) -> Any:
    def answer(h: Any) -> None:
        if h.path == "/robots.txt":
            reply(h, 200, "User-agent: *\nDisallow: /closed", content_type="text/plain")
        elif h.path == "/picture":
            reply(h, body=b"\x89PNG", content_type="image/png")
        elif h.path == "/round":
            reply(h, 302, location="/round")
        elif h.path == "/empty":
            reply(h, body="")
        else:
            reply(h, body=PAGE)

    return answer


def results(*urls: str) -> list[dict[str, str]]:
    return [{"url": url, "title": "A result"} for url in urls]


def source(engine: str, site: Any, found_at: Any, archive: Path, key: str = "s3cret") -> WebSource:
    api = site.url if engine == "searxng" else f"{site.url}/api"
    asking = Asking(api, key, "", 8, "en")
    searcher = Fetcher(LIMITS, allowed=[site.here])
    return WebSource(engine, asking, searcher, Fetcher(LIMITS, allowed=[found_at.here]), archive)


def wrapped(engine: str, found: list[Any]) -> Any:
    return {"web": {"results": found}} if engine == "brave" else {"results": found}


@pytest.mark.parametrize("engine", ["searxng", "brave", "tavily"])
def test_pages_that_an_engine_finds_become_passages_and_are_archived(
    serve: Any, reply: Any, tmp_path: Path, engine: str
) -> None:
    site = serve(pages(reply))
    found = wrapped(engine, results(f"{site.url}/bridges", "ftp://x/y", "javascript:1"))
    asked = serve(lambda h: reply(h, body=json.dumps(found), content_type="application/json"))
    web = source(engine, asked, site, tmp_path)
    best = web.search(QUERY, 3).passages[0]
    assert "nine bridges" in best.text
    assert (best.title, best.url, str(best.published)) == (
        "Bridges of Portsmouth",
        f"{site.url}/bridges",
        "2023-03-04",
    )
    assert best.accessed is not None
    held = json.loads((tmp_path / best.path).read_text())
    assert best.text in held["text"]
    assert held["url"] == best.url
    assert "opened for carts" in web.document_of(best)
    path, heads, body = asked.asked[0]
    if engine == "searxng":
        assert path.startswith("/search?q=Portsmouth")
        assert "format=json" in path
    elif engine == "brave":
        assert heads["x-subscription-token"] == "s3cret"
    else:
        assert heads["authorization"] == "Bearer s3cret"
        assert json.loads(body)["query"] == QUERY.text
    assert "not verified against the live service" in web.status().notes[0]


def test_a_page_that_cannot_be_had_is_passed_over_with_a_line(serve: Any, reply: Any, tmp_path: Path) -> None:
    site = serve(pages(reply))
    for bad, told in (
        ("closed", "robots.txt"),
        ("picture", "image/png"),
        ("round", "redirects more than"),
        ("empty", "no article"),
    ):
        found = {"results": results(f"{site.url}/{bad}", f"{site.url}/bridges")}
        asked = serve(
            lambda h, found=found: reply(h, body=json.dumps(found), content_type="application/json")
        )
        web = source("searxng", asked, site, tmp_path)
        answer = web.search(QUERY, 3)
        assert answer.passages
        assert not answer.failure
        note = web.status().notes[1]
        assert told in note
        assert "\n" not in note


def test_a_found_page_at_a_private_address_is_not_asked(serve: Any, reply: Any, tmp_path: Path) -> None:
    inner = serve(lambda h: reply(h, body=PAGE))
    found = {"results": results(f"{inner.url}/secret")}
    engine = serve(lambda h: reply(h, body=json.dumps(found), content_type="application/json"))
    named = f"searxng+{engine.url}"
    (web,) = resolve_sources([named], options=EvidenceOptions(http_cache=False, archive=str(tmp_path)))
    assert web.search(QUERY, 3).passages == ()
    assert not inner.asked
    assert engine.asked  # the engine was named by the user with its number, so it may be private


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (403, "", "add json to search.formats"),
        (200, "<html>", "not JSON"),
        (200, "[]", "no list of results"),
        (500, "", "error"),
    ],
)
def test_an_engine_that_fails_is_one_line_and_the_other_source_goes_on(
    serve: Any, reply: Any, tmp_path: Path, status: int, body: str, told: str
) -> None:
    site = serve(pages(reply))
    bad = serve(lambda h: reply(h, status, body))
    found = {"results": results(f"{site.url}/bridges")}
    good = serve(lambda h: reply(h, body=json.dumps(found), content_type="application/json"))
    sources = [source("searxng", bad, site, tmp_path), source("searxng", good, site, tmp_path)]
    first, second = gather(QUERY, sources, 3, Article(text="An article.", sentences=()))
    assert told in first.failure
    assert "\n" not in first.failure
    assert second.passages


def test_an_archive_that_cannot_be_written_costs_nothing_else(serve: Any, reply: Any, tmp_path: Path) -> None:
    site = serve(pages(reply))
    (tmp_path / "file").write_text("in the way")
    found = {"results": results(f"{site.url}/bridges")}
    asked = serve(lambda h: reply(h, body=json.dumps(found), content_type="application/json"))
    best = source("searxng", asked, site, tmp_path / "file").search(QUERY, 3).passages[0]
    assert best.path == ""


def test_without_an_engine_the_source_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("SEARXNG_URL", "BRAVE_API_KEY", "TAVILY_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert "SEARXNG_URL" in resolve_sources(["web"])[0].status().failure
    monkeypatch.setenv("TAVILY_API_KEY", "k")
    assert resolve_sources(["web"])[0].status().kind == "tavily"
    monkeypatch.setenv("BRAVE_API_KEY", "k")
    assert resolve_sources(["web"])[0].status().kind == "brave"
    monkeypatch.setenv("SEARXNG_URL", "http://127.0.0.1:8888")
    assert resolve_sources(["web"])[0].status().kind == "searxng"


def test_an_inspection_asks_one_question_and_tells_a_failure(serve: Any, reply: Any, tmp_path: Path) -> None:
    site = serve(pages(reply))
    good = serve(lambda h: reply(h, body='{"results": []}', content_type="application/json"))
    bad = serve(lambda h: reply(h, 403))
    assert source("searxng", good, site, tmp_path).inspect().failure == ""
    assert len(good.asked) == 1
    assert "add json to search.formats" in source("searxng", bad, site, tmp_path).inspect().failure
    assert not site.asked
