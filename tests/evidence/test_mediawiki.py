"""A MediaWiki answers with revisions: replayed from a real one, and its faults from a server of the test's own."""

import importlib.util
import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from claimcheck.domain import Article
from claimcheck.errors import ReplayError
from claimcheck.evidence import EvidenceOptions, Query, gather, resolve_sources
from claimcheck.evidence.fetching import Fetcher, Limits
from claimcheck.evidence.mediawiki import MediaWikiSource, searches
from claimcheck.evidence.options import SourceOptions
from claimcheck.evidence.passages import page_of
from claimcheck.lm import recording

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("record", ROOT / "tests" / "mediawiki" / "record.py")
assert _spec is not None
assert _spec.loader is not None
recorded = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(recorded)
TRADE, LATER, ZEBRAS, LIGHTHOUSES = recorded.QUESTIONS
ARTICLE = Article(text="An article.", sentences=())


@pytest.fixture
def wiki() -> Any:
    """The source of the recording; nothing goes to a network."""
    with recording(replay=recorded.CASSETTE):
        yield resolve_sources([recorded.NAME], options=EvidenceOptions(replaying=True))[0]


def test_a_page_gives_passages_with_the_revision_and_the_time(wiki: Any) -> None:
    best = wiki.search(TRADE, 5).passages[0]
    text = "## 2023\n\nTrade between China and Russia reached 240.1 billion US dollars in 2023"
    assert best.text.startswith(text)
    assert (best.title, best.publisher) == ("China–Russia trade › 2023", "Notes of the desk")
    assert best.url.endswith(f"?oldid={best.revision}")
    assert best.published == date(2024, 1, 13)
    assert best.accessed is not None


def test_looking_back_reads_the_revision_of_that_day(wiki: Any) -> None:
    now = {p.revision for p in wiki.search(TRADE, 5).passages if page_of(p) == "China–Russia trade"}
    then = wiki.search(LATER, 5).passages
    assert {p.published for p in then} == {date(2023, 6, 1)}
    assert not now & {p.revision for p in then}
    assert "240.1" not in " ".join(p.text for p in then)


def test_a_wiki_that_knows_nothing_of_it_says_so_without_a_failure(wiki: Any) -> None:
    answer = wiki.search(ZEBRAS, 5)
    assert (answer.passages, answer.failure) == ((), "")


def test_words_are_found_in_another_inflection(wiki: Any) -> None:
    assert wiki.search(LIGHTHOUSES, 5).passages[0].title == "Lighthouse painting"


@pytest.mark.parametrize(("claim", "page"), recorded.SEED.items())
def test_every_claim_of_the_example_finds_its_page_first(wiki: Any, claim: str, page: str) -> None:
    assert page_of(wiki.search(recorded.question(claim), 5).passages[0]) == page


def test_status_names_the_wiki_and_counts_its_articles(wiki: Any) -> None:
    status = wiki.status()
    assert status.documents > 5
    assert "MediaWiki 1." in status.notes[0]


def test_a_question_that_was_not_recorded_ends_the_replay(wiki: Any) -> None:
    with pytest.raises(ReplayError, match="no recorded answer"):
        gather(Query(text="Something else entirely was never asked."), [wiki], 5, ARTICLE)


def test_no_more_than_four_searches_are_made_of_a_claim() -> None:
    assert searches(TRADE) == [
        "Trade China Russia reached 240 billion 2023",
        "China Russia 2023",
        "China Russia",
        "China",
    ]
    assert searches(Query(text="It was so.")) == []


def answering(reply: Any, pages: dict[str, str]) -> Any:
    """A server that speaks as the API's documentation says, for faults that a healthy wiki does not show."""

    def answer(h: Any) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(h.path).query).items()}
        if "meta" in asked:
            held: Any = {"general": {"sitename": "W", "generator": "MediaWiki", "lang": "en"}}
            held["statistics"] = {"articles": len(pages)}
        elif asked.get("list") == "recentchanges":
            held = {"recentchanges": [{"timestamp": "2024-03-02T08:00:00Z"}] if pages else []}
        elif "list" in asked:
            held = {"search": [{"title": title} for title in pages]}
        else:
            title = asked["titles"]
            revision = {"revid": 7, "timestamp": "2024-01-02T00:00:00Z"}
            held = {"pages": [{"title": title, "extract": pages[title], "revisions": [revision]}]}
        reply(h, body=json.dumps({"query": held}), content_type="application/json")

    return answer


def source(site: Any, waits: list[float] | None = None) -> MediaWikiSource:
    limits = Limits(interval=0, attempts=2, timeout=2)
    sleep = (waits if waits is not None else []).append
    return MediaWikiSource(f"{site.url}/api.php", Fetcher(limits, allowed=[site.here], sleep=sleep))


def test_headings_stay_with_what_they_govern(serve: Any, reply: Any) -> None:
    extract = "Dumas wrote.\n\n\n== Works ==\n\n\n=== Novels ===\nThe Black Tulip = La Tulipe noire = 1850."
    found = source(serve(answering(reply, {"Dumas": extract})))
    passages = found.search(Query(text="Dumas wrote The Black Tulip.", names=("Dumas",)), 5).passages
    assert {(p.title, p.text) for p in passages} == {
        ("Dumas", "Dumas wrote."),
        ("Dumas › Works › Novels", "## Works\n\n### Novels\n\nThe Black Tulip = La Tulipe noire = 1850."),
    }


def test_a_wiki_that_asks_for_a_password_has_it_from_the_environment(
    serve: Any, reply: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    site = serve(answering(reply, {"Trade": "China and Russia trade much."}))
    url = f"{site.url}/api.php"
    of = {"house": SourceOptions(kind="mediawiki", url=url, key_env="HOUSE_WIKI")}
    for held, told in (("", "needs a key: set HOUSE_WIKI"), ("s3cret", "has to hold a name and password")):
        monkeypatch.setenv("HOUSE_WIKI", held)
        [wiki] = resolve_sources(["house"], options=EvidenceOptions(sources=of))
        assert told in wiki.status().failure
    monkeypatch.setenv("HOUSE_WIKI", "ana:s3cret")
    [wiki] = resolve_sources(["house"], options=EvidenceOptions(sources=of))
    assert (wiki.status().documents, wiki.status().failure) == (1, "")
    assert site.asked[0][1]["authorization"] == "Basic YW5hOnMzY3JldA=="


def test_a_wiki_that_lags_is_left_alone_for_as_long_as_it_says(serve: Any, reply: Any) -> None:
    fine = answering(reply, {"Trade": "China and Russia trade much."})
    state = {"lagging": True}

    def answer(h: Any) -> None:
        if state.pop("lagging", False):
            fault = {"error": {"code": "maxlag", "info": "Waiting for a database server: 6 seconds lagged."}}
            reply(h, body=json.dumps(fault), content_type="application/json", retry_after="5")
        else:
            fine(h)

    site, waits = serve(answer), []
    found = source(site, waits).search(TRADE, 3)
    assert found.passages
    assert waits == [5.0]
    assert all("maxlag=5" in path for path in site.paths)
    assert site.asked[0][1]["user-agent"].startswith("claimcheck/")


@pytest.mark.parametrize(
    ("body", "kind", "told"),
    [
        (
            '{"error": {"code": "badtoken", "info": "No\\nsuch thing"}}',
            "application/json",
            "the wiki says: No such thing",
        ),
        ("<html>Not here</html>", "text/html", "it is text/html, which is not read"),
        ("{broken", "application/json", "the answer is not JSON"),
        ('{"query": {"search": 3}}', "application/json", "is not that of a MediaWiki's API"),
        ('["x"]', "application/json", "is not that of a MediaWiki's API"),
    ],
)
def test_a_wiki_that_answers_oddly_is_one_line_and_another_goes_on(
    serve: Any, reply: Any, body: str, kind: str, told: str
) -> None:
    odd = serve(lambda h: reply(h, body=body, content_type=kind))
    good = serve(answering(reply, {"Trade": "China and Russia trade much."}))
    first, second = gather(TRADE, [source(odd), source(good)], 3, ARTICLE)
    assert told in first.failure
    assert "\n" not in first.failure
    assert second.passages
    assert source(odd).status().failure


def test_a_wiki_that_redirects_for_ever_is_one_line(serve: Any, reply: Any) -> None:
    site = serve(lambda h: reply(h, 302, location="/api.php"))
    assert "redirects more than 5 times" in source(site).search(TRADE, 3).failure


def test_an_inspection_tells_the_day_of_the_last_change(serve: Any, reply: Any) -> None:
    assert (
        source(serve(answering(reply, {"Trade": "Much."}))).inspect().notes[-1]
        == "last changed on 2024-03-02"
    )
    empty = source(serve(answering(reply, {}))).inspect()
    assert (empty.notes, empty.failure) == (("W, MediaWiki, language en",), "")
