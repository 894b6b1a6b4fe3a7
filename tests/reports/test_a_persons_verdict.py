"""A person's verdict stands beside the machine's in every form; the machine's is never lost."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable

import html5lib
import pytest

from claimcheck.domain import Report
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
