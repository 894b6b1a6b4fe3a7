"""A person's verdict stands beside the machine's in every form; the machine's is never lost."""

import json
from collections.abc import Callable

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
