"""A person's verdict stands beside the machine's in every form; the machine's is never lost."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import UTC, datetime

import html5lib
import pytest

from claimcheck.domain import Label, Report, ReviewNote
from claimcheck.reports import render
from claimcheck.reports.json import parse

Build = Callable[..., Report]


@pytest.mark.parametrize("form", ["text", "html", "markdown", "csv", "sarif", "github", "junit"])
def test_both_verdicts_and_the_reviewer_are_told(build: Build, form: str) -> None:
    report = build(number=1, decide=True)  # the machine: Supported
    mine = report.decisions[0].model_copy(update={"by": "Ana Ruiz", "reason": "The deck alone is 640 m."})
    text = " ".join(render(report.model_copy(update={"decisions": (mine,)}), form).split())
    assert "Ana Ruiz" in text
    assert "Refuted" in text
    assert "Supported" in text
    assert form == "csv" or "The deck alone is 640 m" in text


def test_a_report_without_a_review_has_no_word_of_one(build: Build) -> None:
    assert "decisions" not in json.loads(render(build(), "json"))
    reviewed = build(decide=True)
    assert parse(render(reviewed, "json")) == reviewed
    assert "Reviewed:" not in render(build(), "html")


def reviewed_by_two(build: Build) -> Report:
    """Ana refuted the claim as it was found, Bob noted something, and Cem decided on other words of it."""
    report = build("The bridge is 640 m long.", number=1, decide=True)
    last = report.decisions[0].model_copy(
        update={"by": "Cem", "label": Label.CONFLICTING, "text": "It is long."}
    )
    first = last.model_copy(update={"by": "Ana", "label": Label.REFUTED, "text": "", "reason": "A deed."})
    noted = ReviewNote(claim=last.claim, by="Bob", at=last.at, text="Ask the archive")
    held = {"decisions": (last,), "past_decisions": (first,), "review_notes": (noted,)}
    return report.model_copy(update=held)


@pytest.mark.parametrize("form", ["text", "html", "markdown", "csv", "sarif", "junit"])
def test_every_decision_and_note_is_told_with_who_and_when(build: Build, form: str) -> None:
    text = " ".join(render(reviewed_by_two(build), form).replace("│", " ").split())
    assert "Cem" in text
    assert "Ana, 2024-02-10, says Refuted: A deed. (on “The bridge is 640 m long.”)" in text
    assert "Bob, 2024-02-10: Ask the archive" in text


@pytest.mark.parametrize("form", ["text", "html", "markdown", "csv", "sarif", "junit"])
def test_a_note_on_a_claim_that_nobody_decided_is_told(build: Build, form: str) -> None:
    report = reviewed_by_two(build).model_copy(update={"decisions": (), "past_decisions": ()})
    machine = report.verdicts[0].model_copy(update={"label": Label.REFUTED})  # SARIF tells of no other
    text = " ".join(render(report.model_copy(update={"verdicts": (machine,)}), form).split())
    assert "Bob, 2024-02-10: Ask the archive" in text
    assert "Reviewed:" not in text


def test_what_is_published_has_the_decision_that_counts_alone(build: Build) -> None:
    text = render(reviewed_by_two(build), "claimreview", page="https://example.org/check")
    assert [review["author"]["name"] for review in json.loads(text)["@graph"]] == ["Cem"]
    assert "Ask the archive" not in text


def unlike(build: Build, reason: str) -> Report:
    """The machine supports the claim, a person refutes it."""
    report = build("The bridge is 640 m long.", number=1, decide=True)
    justification = "The passage says so."
    machine = report.verdicts[0].model_copy(update={"justification": justification})
    mine = report.decisions[0].model_copy(update={"reason": reason, "text": ""})
    return report.model_copy(update={"verdicts": (machine,), "decisions": (mine,)})


@pytest.mark.parametrize("reason", ["The deck alone is 640 m.", ""])
def test_the_machines_reason_is_never_given_for_a_persons_other_verdict(build: Build, reason: str) -> None:
    report = unlike(build, reason)
    (case,) = ET.fromstring(render(report, "junit")).iter("failure")
    assert case.get("message") == f"Refuted: {reason}".removesuffix(": ")
    (review,) = json.loads(render(report, "claimreview", page="https://example.org/check"))["@graph"]
    assert review["reviewRating"].get("ratingExplanation", "") == reason


@pytest.mark.parametrize("form", ["text", "html", "markdown", "lines", "github"])
def test_the_counts_tell_the_machines_verdicts_from_a_persons(build: Build, form: str) -> None:
    text = " ".join(render(unlike(build, "Seen."), form).replace("│", " ").split())
    assert "1 reviewed by a person: 1 Refuted" in text
    assert form == "text" or "1 claim: 1 Supported, says the machine" in text


def test_words_of_several_claims_look_like_the_gravest_of_them(build: Build) -> None:
    report = build("The bridge is 640 m long.", number=2)  # Supported, and over some of its words Refuted
    page = html5lib.parse(render(report, "html"), namespaceHTMLElements=False)
    marks = [mark for mark in page.iter("mark") if mark.get("data-claims")]
    seen = {(mark.get("data-claims"), mark.get("class").split()[0], mark[0].get("href")) for mark in marks}
    assert seen == {
        ("1", "v-supported", "#claim-1"),
        ("1 2", "v-refuted", "#claim-2"),
        ("2", "v-refuted", "#claim-2"),
    }
    reviewed = report.model_copy(update={"decisions": build(number=2, decide=True).decisions[:1]})
    page = html5lib.parse(render(reviewed, "html"), namespaceHTMLElements=False)
    (both,) = (mark for mark in page.iter("mark") if mark.get("data-claims") == "1 2")
    assert both[0].get("href") == "#claim-1"  # refuted by a person, and the shorter of the two


def only(page: str, name: str) -> str:
    """The words of the page's elements of that class, with single spaces."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = (one for one in tree.iter() if name in (one.get("class") or "").split())
    return " ".join(" ".join("".join(one.itertext()) for one in found).split())


def test_the_page_says_whose_verdict_confidence_and_reason_each_is(build: Build) -> None:
    report = unlike(build, "The deck alone is 640 m.")
    other = build("The bridge is 640 m long.", number=2)
    basis = "a share (a stated value, not calibrated)"
    first = report.verdicts[0].model_copy(update={"confidence_basis": basis})
    second = other.verdicts[1].model_copy(update={"confidence_basis": basis})
    mine = report.decisions[0].model_copy(update={"by": "Ana Ruiz"})
    both = {"claims": other.claims, "verdicts": (first, second), "decisions": (mine,)}
    page = render(report.model_copy(update=both), "html")
    assert "Refuted, says Ana Ruiz" in only(page, "claim")
    assert "Refuted, says the machine; not reviewed" in only(page, "claim")
    assert "The machine says ✓ Supported; confidence 0.70: " + basis + "." in only(page, "review")
    assert only(page, "aside").count("confidence 0.70") == 1  # of the claim that nobody reviewed
    assert "The machine’s reason: The passage says so." in only(page, "claim")
    assert "))" not in only(page, "claim")
    assert "640 m.." not in only(page, "review")
    assert "says the machine" not in only(render(other, "html"), "claim")


@pytest.mark.parametrize("form", ["text", "html", "markdown", "csv", "junit", "lines"])
def test_the_words_that_the_machine_judged_stay_beside_those_of_the_person(build: Build, form: str) -> None:
    report = build("The bridge is 640 m long.", number=1, decide=True)
    mine = report.decisions[0].model_copy(update={"by": "Ana", "reason": "", "text": "The bridge is short."})
    claim = report.claims[0].model_copy(update={"text": "That bridge is 640 m long, says the mayor."})
    edited = report.model_copy(update={"claims": (claim,), "decisions": (mine,)})
    text = " ".join(render(edited, form).split())
    assert "The bridge is short." in text
    assert "That bridge is 640 m long, says the mayor." in text


@pytest.mark.parametrize("form", ["text", "html", "markdown", "lines", "junit"])
def test_a_decision_on_an_earlier_report_is_told_as_one(build: Build, form: str) -> None:
    report = build("The bridge is 640 m long.", number=1, decide=True)
    assert "before this run" not in render(report, form)
    mine = report.decisions[0].model_copy(update={"at": datetime(2024, 1, 9, 9, 30, tzinfo=UTC), "by": "Ana"})
    text = " ".join(render(report.model_copy(update={"decisions": (mine,)}), form).replace("│", " ").split())
    assert "Ana, 2024-01-09 (before this run), says Refuted" in text
    assert form == "junit" or "1 reviewed by a person, 1 of them before this run: 1 Refuted" in text


def test_the_head_on_a_terminal_says_whose_counts_it_gives(build: Build) -> None:
    assert "The machine says:" in render(build(decide=True), "text")
    assert "The machine says:" not in render(build(), "text")


@pytest.mark.parametrize(
    ("source", "told"),
    [("flag", "as given with the article"), ("metadata", "from its metadata"), ("text", "from its text")],
)
def test_where_the_articles_date_comes_from_is_told(build: Build, source: str, told: str) -> None:
    article = build().article.model_copy(update={"published_source": source})
    for form in ("text", "html", "markdown"):
        shown = " ".join(render(build().model_copy(update={"article": article}), form).split())
        assert f"; its date {told}" in shown
    unknown = article.model_copy(update={"published": None})
    shown = " ".join(render(build().model_copy(update={"article": unknown}), "text").split())
    assert "; its date is not known: --published says" in shown
    assert told not in shown
