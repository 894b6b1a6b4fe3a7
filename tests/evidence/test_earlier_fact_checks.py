"""Earlier fact-checks are found, mapped and shown; they never decide a verdict."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.domain import Article, Label, Passage, Verdict
from claimcheck.evidence import EvidenceOptions, Query, look_up, resolve_sources
from claimcheck.evidence.claimreview import ClaimReviewSource, alike
from claimcheck.evidence.fetching import Fetcher, Limits
from claimcheck.evidence.googlefactcheck import GoogleFactCheckSource
from claimcheck.evidence.ratings import label_of
from claimcheck.verdicts import with_fact_checks

QUERY = Query(text="Portsmouth has nineteen bridges in its harbour.", names=("Portsmouth",), numbers=("19",))
ARTICLE = Article(text="An article.", sentences=())


def review(claim: str = "The harbour of Portsmouth has nineteen bridges", **changes: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://checks.example/bridges",
        "claimReviewed": claim,
        "author": {"@type": "Organization", "name": "Harbour Facts"},
        "datePublished": "2023-05-02",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": "1",
            "bestRating": "5",
            "worstRating": "1",
            "alternateName": "False",
        },
    } | changes


OTHER = review("Lighthouses are painted by robots at night", url="https://checks.example/lights")
FORMS = {
    "object": lambda: review(),
    "list": lambda: [OTHER, review()],
    "graph": lambda: {"@context": "https://schema.org", "@graph": [OTHER, review()]},
    "feed": lambda: {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "dataFeedElement": [
            {"@type": "DataFeedItem", "dateCreated": "2023-05-02T00:00:00Z", "item": [review()], "url": "x"},
            {"@type": "DataFeedItem", "item": [OTHER]},
        ],
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_a_match_tells_who_when_and_their_rating_as_one_of_ours(tmp_path: Path, form: str) -> None:
    path = tmp_path / "checks.json"
    path.write_text(json.dumps(FORMS[form]()))
    (source,) = resolve_sources([str(path)])
    found = source.search(QUERY, 5).passages
    assert len(found) == 1
    check = found[0].fact_check
    assert check is not None
    assert (check.by, check.rating, check.label) == ("Harbour Facts", "False", Label.REFUTED)
    assert (check.reviewed, check.url) == (date(2023, 5, 2), "https://checks.example/bridges")
    assert source.status().documents == (1 if form == "object" else 2)


@pytest.mark.parametrize(
    "content", ["not json", "[]", '{"@type": "Article"}', json.dumps(review(author=None)), "[" * 90_000]
)
def test_a_file_without_fact_checks_is_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "checks.json"
    path.write_text(content)
    told = ClaimReviewSource(path).status().failure
    assert told.startswith(str(path))
    assert "\n" not in told
    assert "cannot be read" in ClaimReviewSource(tmp_path / "gone.json").search(QUERY, 5).failure


@pytest.mark.parametrize(
    ("rating", "label"),
    [
        ("False", Label.REFUTED),
        ("Pants on Fire!", Label.REFUTED),
        ("Not true", Label.REFUTED),
        ("Mostly False", Label.REFUTED),
        ("Four Pinocchios", Label.REFUTED),
        ("TRUE", Label.SUPPORTED),
        ("Mostly true", Label.SUPPORTED),
        ("Correct", Label.SUPPORTED),
        ("Half True", Label.CONFLICTING),
        ("Misleading", Label.CONFLICTING),
        ("Missing context", Label.CONFLICTING),
        ("Unproven", Label.NOT_ENOUGH_EVIDENCE),
        ("Bananas", None),
        ("Not quite accurate", None),
        ("Isn’t true at all", None),
        ("Far from true", None),
        ("Barely true", None),
        ("Not false", None),
        ("Needs correction", None),
        ("Correction", None),
        ("True, but old", Label.CONFLICTING),
    ],
)
def test_ratings_are_mapped_by_their_words(rating: str, label: Label | None) -> None:
    assert label_of(rating) is label


@pytest.mark.parametrize(
    ("value", "worst", "best", "label"),
    [
        ("5", "1", "5", Label.SUPPORTED),
        (1, 1, 5, Label.REFUTED),
        (3, 1, 5, Label.CONFLICTING),
        (7, 1, 5, None),
        ("x", 1, 5, None),
    ],
)
def test_a_rating_without_known_words_is_mapped_by_its_value(
    value: object, worst: object, best: object, label: Label | None
) -> None:
    assert label_of("Rated", value, worst, best) is label


def test_they_are_kept_apart_from_what_the_judge_reads(tmp_path: Path) -> None:
    path = tmp_path / "checks.json"
    path.write_text(json.dumps(review()))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "own.md").write_text("The harbour of Portsmouth has nine bridges.")
    sources = resolve_sources([str(path), str(tmp_path / "notes")], tmp_path / "cache")
    found = look_up(QUERY, sources, ARTICLE, 5, EvidenceOptions())
    assert [p.text for p in found.passages] == ["The harbour of Portsmouth has nine bridges."]
    assert [p.title for p in found.fact_checks] == ["Fact-check: False"]


@pytest.mark.parametrize(
    ("label", "differs"),
    [(Label.SUPPORTED, True), (Label.REFUTED, False), (Label.NOT_ENOUGH_EVIDENCE, False)],
)
def test_a_verdict_stays_as_it_is_and_the_note_says_where_they_differ(
    tmp_path: Path, label: Label, differs: bool
) -> None:
    path = tmp_path / "checks.json"
    path.write_text(json.dumps(review()))
    found = ClaimReviewSource(path).search(QUERY, 5).passages
    verdict = Verdict(claim="c", label=label, justification="j", confidence=0.7, confidence_basis="b")
    told = with_fact_checks(verdict, found)
    assert (told.label, told.confidence, told.justification) == (label, 0.7, "j")
    assert "Earlier fact-check by Harbour Facts on 2023-05-02" in told.notes[0]
    assert "rated “False” (in our words: Refuted)" in told.notes[0]
    assert ("differs from the verdict" in told.notes[0]) is differs
    assert told.evidence == found


ANSWER = {
    "claims": [
        {
            "text": "Portsmouth's harbour has nineteen bridges",
            "claimant": "A councillor",
            "claimReview": [
                {
                    "publisher": {"name": "Harbour Facts", "site": "checks.example"},
                    "url": "https://checks.example/bridges",
                    "title": "No, not nineteen",
                    "reviewDate": "2023-05-02T00:00:00Z",
                    "textualRating": "False",
                    "languageCode": "en",
                }
            ],
        },
        {"text": "Something about lighthouses", "claimReview": [{"publisher": {}, "textualRating": "True"}]},
    ]
}


def google(site: Any) -> GoogleFactCheckSource:
    fetcher = Fetcher(Limits(interval=0, attempts=1), allowed=[site.here])
    return GoogleFactCheckSource(fetcher, "s3cret", "factchecks", f"{site.url}/v1alpha1/claims:search")


def test_googles_interface_is_asked_as_its_reference_says_with_the_key_in_a_header(
    serve: Any, reply: Any
) -> None:
    site = serve(lambda h: reply(h, body=json.dumps(ANSWER), content_type="application/json"))
    found = google(site).search(QUERY, 5).passages
    assert [p.publisher for p in found] == ["Harbour Facts"]
    assert found[0].fact_check is not None
    assert found[0].fact_check.reviewed == date(2023, 5, 2)
    path, heads, _ = site.asked[0]
    assert "languageCode=en" in path
    assert "s3cret" not in path
    assert heads["x-goog-api-key"] == "s3cret"
    assert "not verified against the live service" in google(site).status().notes


@pytest.mark.parametrize(
    ("status", "body", "told"), [(401, "{}", "key"), (200, "[]", "claims:search"), (200, "x", "not JSON")]
)
def test_googles_faults_are_one_line_without_the_key(
    serve: Any, reply: Any, status: int, body: str, told: str
) -> None:
    site = serve(lambda h: reply(h, status, body))
    failure = google(site).search(QUERY, 5).failure
    assert told in failure
    assert "s3cret" not in failure
    assert google(site).inspect().failure == failure


def test_without_a_key_the_source_says_which_one_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOOGLE_FACTCHECK_API_KEY", raising=False)
    (source,) = resolve_sources(["factchecks"])
    assert "set GOOGLE_FACTCHECK_API_KEY" in source.status().failure
    (replayed,) = resolve_sources(["factchecks"], options=EvidenceOptions(replaying=True))
    assert not replayed.status().failure


@pytest.mark.parametrize(
    ("theirs", "same"),
    [
        ("Nine bridges stand in Portsmouth harbour.", True),
        ("Portsmouth had 9 bridges in its harbour in 2023.", True),
        ("Portsmouth had 12 bridges in its harbour in 2023.", False),
        ("Portsmouth had 9 bridges in its harbour in 1999.", False),
    ],
)
def test_a_check_of_other_figures_or_another_year_is_of_another_claim(theirs: str, same: bool) -> None:
    asked = Query(text="Portsmouth had 9 bridges in its harbour in 2023.")
    assert alike(asked, Passage(id="p", text=theirs, source="s", title="t")) is same
