"""Sources are merged by rank, copies count once, late evidence is marked or kept out, trust weighs and is shown."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from claimcheck.domain import Article, Claim, Label, Passage, SourceAnswer, SourceStatus, Span
from claimcheck.evidence import (
    EmbeddingOptions,
    EvidenceOptions,
    Query,
    SourceOptions,
    look_up,
    resolve_sources,
)
from claimcheck.evidence.copies import counted_once
from claimcheck.evidence.fusing import fused, within
from claimcheck.evidence.marking import AFTER, OWN, UNDATED

ARTICLE = Article(
    text="Portsmouth has nine bridges, it is said.",
    sentences=(),
    publisher="The Harbour Post",
    origin="https://www.post.example/bridges",
    published=datetime(2024, 2, 8, tzinfo=UTC),
)
QUERY = Query(text="Portsmouth has nine bridges in its harbour.", names=("Portsmouth",))


def passage(text: str, source: str = "s", **more: Any) -> Passage:
    given = {
        "id": f"{source}:{text}{more.get('url', '')}",
        "text": text,
        "source": source,
        "title": f"t {text[:9]}",
    }
    return Passage(**(given | more))


class Fixed:
    """Gives the same passages whatever it is asked, and remembers what that was."""

    def __init__(self, name: str, *passages: Passage, whole: str = "") -> None:
        self.name, self.passages, self.whole = name, passages, whole
        self.asked: list[Query] = []

    def search(self, query: Query, limit: int) -> SourceAnswer:
        self.asked.append(query)
        return SourceAnswer(source=self.name, passages=self.passages[:limit])

    def status(self) -> SourceStatus:
        return SourceStatus(name=self.name, kind="test")

    def document_of(self, passage: Passage) -> str:
        return self.whole


def texts(*sources: Fixed, limit: int = 5, **options: Any) -> list[str]:
    found = look_up(QUERY, sources, ARTICLE, limit, EvidenceOptions(**options))
    return [p.text for p in found.passages]


def test_what_several_sources_rank_high_comes_first() -> None:
    one, two, three = (passage(text) for text in ("one", "two", "three"))
    assert [p.text for p in fused([[one, two], [two, three]])] == ["two", "one", "three"]


def test_trust_weighs_in_the_order_and_zero_keeps_out() -> None:
    low = Fixed("low", passage("Nine bridges stand in Portsmouth.", "low", trust=0.1))
    high = Fixed("high", passage("Bridges of Portsmouth number nine.", "high", trust=0.9))
    none = Fixed("none", passage("Portsmouth: nine bridges, a blog says.", "none", trust=0.0))
    assert texts(low, high, none) == [
        "Bridges of Portsmouth number nine.",
        "Nine bridges stand in Portsmouth.",
    ]


def test_the_budget_of_tokens_cuts_the_list_but_never_the_first() -> None:
    long = [passage(f"{n} " + "word " * 100) for n in range(4)]
    assert len(within(long, 5, 300)) == 2
    assert len(within(long, 5, 1)) == 1
    assert len(within(long, 3, 9999)) == 3


LONG = "The harbour master counted nine bridges in the spring and said that the oldest was opened for carts in 1841"


def test_a_copy_in_another_source_counts_once_and_is_named() -> None:
    mine = Fixed("mine", passage(f"{LONG}.", "mine", publisher="Harbour Facts"))
    theirs = Fixed("theirs", passage(f"{LONG.upper()}!", "theirs", publisher="Wire Service"))
    (kept,) = look_up(QUERY, [mine, theirs], ARTICLE, 5, EvidenceOptions()).passages
    assert kept.publisher == "Harbour Facts"
    assert kept.marks == ("the same text in: Wire Service",)


def test_alike_with_other_figures_is_no_copy() -> None:
    told = (
        "Inflation in the euro area as a whole came to {} percent in March of the year, the office said, after it had "
        "counted the prices of food, of energy, of goods and of services in all of the countries that have the euro."
    )
    march, april = passage(told.format("4.1")), passage(told.format("3.9"))
    assert len(counted_once([march, april], lambda p: "")) == 2


def test_two_publishers_of_one_dispatch_are_one_voice() -> None:
    whole = " ".join(f"On day {n} the council met and spoke of bridge number {n}." for n in range(20))
    first = passage("On day 3 the council met.", "a", publisher="Wire", url="https://a.example/1")
    second = passage("On day 7 the council met and spoke.", "b", publisher="Post", url="https://b.example/1")
    other = passage("Nine bridges.", "c", publisher="Archive", url="https://c.example/1")
    held = {"a": whole, "b": f"{whole} Reported by our desk.", "c": "Another text. " * 20}
    told = counted_once([first, second, other], lambda p: held[p.source])
    assert [p.copy_of for p in told] == ["", "Wire", ""]


def test_evidence_from_after_the_article_and_from_its_own_site_is_marked() -> None:
    late = passage("Portsmouth: nine bridges in 2025.", published=date(2025, 1, 1))
    own = passage("Portsmouth: nine bridges, we say.", url="https://post.example/other")
    same = passage("Portsmouth: nine bridges, we wrote.", publisher="the harbour  post")
    found = look_up(QUERY, [Fixed("s", late, own, same)], ARTICLE, 5, EvidenceOptions())
    assert [p.marks for p in found.passages] == [(AFTER,), (OWN,), (OWN,)]
    updated = ARTICLE.model_copy(update={"published": None, "updated": ARTICLE.published})
    assert look_up(QUERY, [Fixed("s", late)], updated, 5, EvidenceOptions()).passages[0].marks == (AFTER,)


def test_as_of_keeps_later_evidence_out_says_so_and_tells_the_sources() -> None:
    late = passage("Portsmouth: nine bridges in 2025.", published=date(2025, 1, 1))
    old = passage("Portsmouth: nine bridges in 2020.", published=date(2020, 1, 1))
    undated = passage("Portsmouth: nine bridges, undated.")
    source = Fixed("s", late, old, undated)
    found = look_up(QUERY, [source], ARTICLE, 5, EvidenceOptions(as_of=date(2024, 2, 8)))
    assert [(p.text, p.marks) for p in found.passages] == [(old.text, ()), (undated.text, (UNDATED,))]
    assert found.notes == ("1 passages published after 2024-02-08 were kept out.",)
    assert source.asked[0].before == date(2024, 2, 8)


def test_a_second_and_different_question_only_where_the_first_found_nothing() -> None:
    beside, about = (
        Fixed("a", passage("Lighthouses are white.")),
        Fixed("b", passage("Portsmouth has bridges.")),
    )
    look_up(QUERY, [beside], ARTICLE, 5, EvidenceOptions())
    assert [query.text for query in beside.asked] == [QUERY.text, "bridges harbour"]
    look_up(QUERY, [about], ARTICLE, 5, EvidenceOptions())
    assert len(about.asked) == 1


def embedded(reply: Any) -> Any:
    """A server of the OpenAI protocol that holds a text with "spans" near to one with "bridges"."""

    def answer(h: Any) -> None:
        inputs = json.loads(h.body)["input"]
        vectors = [[float("bridges" in t or "spans" in t), float("white" in t), 0.1] for t in inputs]
        data = [{"index": i, "embedding": v} for i, v in enumerate(vectors)]
        reply(h, body=json.dumps({"data": data[::-1]}), content_type="application/json")

    return answer


def test_a_ranking_by_meaning_lifts_what_says_it_in_other_words(serve: Any, reply: Any) -> None:
    site = serve(embedded(reply))
    options = {"embeddings": EmbeddingOptions(model="m", base_url=f"{site.url}/v1"), "http_cache": False}
    source = Fixed(
        "s",
        passage("Portsmouth is white."),
        passage("Portsmouth is old."),
        passage("Nine spans in Portsmouth."),
    )
    assert texts(source, **options)[0] == "Nine spans in Portsmouth."
    assert site.paths == ["/v1/embeddings"]


def test_a_ranking_by_meaning_reaches_below_what_is_kept_and_reads_the_title(serve: Any, reply: Any) -> None:
    site = serve(embedded(reply))
    options = {"embeddings": EmbeddingOptions(model="m", base_url=f"{site.url}/v1"), "http_cache": False}
    said = passage("Portsmouth has nine of them.", title="Its spans")
    source = Fixed("s", *(passage(f"Portsmouth is white, he said {n} times.") for n in range(20)), said)
    assert said.text in texts(source, limit=5, **options)
    assert said.text not in texts(source, limit=5)
    assert "Its spans: Portsmouth has nine of them." in json.loads(site.asked[0][2])["input"]


@pytest.mark.parametrize(
    "body", ["{}", '{"data": []}', '{"data": [{"index": 0, "embedding": ["x"]}]}', "<html>"]
)
def test_a_ranking_by_meaning_that_fails_is_one_line_and_the_evidence_stays(
    serve: Any, reply: Any, body: str
) -> None:
    site = serve(lambda h: reply(h, body=body))
    options = EvidenceOptions(
        embeddings=EmbeddingOptions(model="m", base_url=f"{site.url}/v1"), http_cache=False
    )
    found = look_up(QUERY, [Fixed("s", passage("Portsmouth is old."))], ARTICLE, 5, options)
    assert len(found.passages) == 1
    assert found.failures[0].startswith("the ranking by meaning: ")
    assert "\n" not in found.failures[0]


def test_trust_is_of_the_site_before_the_source_and_limit_holds(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    held = [
        {"text": f"Portsmouth has bridge {n}.", "title": str(n), "url": url}
        for n, url in enumerate(["https://news.post.example/1", "https://other.example/1", ""])
    ]
    (folder / "a.json").write_text(json.dumps(held))
    options = EvidenceOptions(
        sources={"mine": SourceOptions(kind="folder", path=str(folder), trust=0.8, limit=3)},
        trust={"example": 0.5, "post.example": 0.2},
    )
    (source,) = resolve_sources(["mine"], tmp_path / "cache", options)
    trusts = {p.url: p.trust for p in source.search(QUERY, 9).passages}
    assert trusts == {"https://news.post.example/1": 0.2, "https://other.example/1": 0.5, "": 0.8}
    assert "trust 0.8, as set" in source.status().notes
    assert len(source.search(QUERY, 2).passages) == 2


def test_a_claims_citation_shows_what_must_be_known_of_it() -> None:
    from claimcheck.domain import Citation, Provenance, Report, Verdict
    from claimcheck.reports import render

    text = "Portsmouth has nine bridges."
    held = passage(text, url="https://x.example/1", trust=0.4, marks=(AFTER,), revision="77").model_copy(
        update={"accessed": datetime(2024, 3, 1, 9, 30, tzinfo=UTC)}
    )
    claim = Claim(id="c1", text=text, spans=(Span(start=0, end=10, quotation="Portsmouth"),), sentences=(0,))
    citation = Citation(passage=held.id, quotation=text, start=0, end=len(text), stance="supports")
    verdict = Verdict(
        claim="c1", label=Label.SUPPORTED, justification="j", citations=(citation,), evidence=(held,)
    )
    made = Provenance(claimcheck_version="0", model="m", endpoint="e", prompts={})
    shown = " ".join(
        render(Report(article=ARTICLE, claims=(claim,), verdicts=(verdict,), provenance=made), "text").split()
    )
    for told in ("trust 0.4", AFTER, "revision 77", "fetched 2024-03-01 09:30 UTC"):
        assert told in shown


def test_reports_of_one_form_with_other_figures_or_names_are_no_copies() -> None:
    form = (
        "The office publishes the figures of trade every year, and counts goods at their price at the border. "
        * 3
    )
    told = {
        "a": "Trade came to 190 billion in 2022.",
        "b": "Trade came to 240 billion in 2023.",
        "c": "Trade came to 190 billion in 2022 in the whole of Ruritania.",
        "d": "Trade came to 190 billion in 2022 in the whole of Graustark.",
    }
    passages = [passage(text, name, publisher="Customs", path=name) for name, text in told.items()]
    found = counted_once(passages, lambda p: f"{form} {told[p.source]}")
    assert [(p.source, p.copy_of) for p in found] == [(name, "") for name in told]


SAID = (
    "The mayor of Portsmouth said on Monday after a long session of the town's council that she would resign"
)


@pytest.mark.parametrize(
    "other",
    [
        SAID.replace("would", "would not"),
        SAID.replace("Portsmouth", "Southampton"),
        f"{SAID} but her office denied it an hour later and said that the words were those of her brother",
    ],
)
def test_a_passage_that_denies_adds_or_names_another_is_no_copy(other: str) -> None:
    held = [passage(SAID, "a", path="a"), passage(other, "b", path="b")]
    assert counted_once(held, lambda p: "") == held


def test_a_passage_with_small_edits_or_a_part_of_another_is_a_copy() -> None:
    kept = passage(f"{SAID}. It was heard by all.", "a", path="a")
    copies = [
        passage(SAID, "b", path="b"),
        passage(f"(Wire) {SAID}, sources say.", "c", publisher="Wire", path="c"),
    ]
    assert [p.source for p in counted_once([kept, *copies], lambda p: "")] == ["a"]
