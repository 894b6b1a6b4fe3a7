"""Marks, trust and revision stand beside the evidence wherever it is read; what all confidences rest on, once."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from claimcheck.domain import Report
from claimcheck.reports import render
from claimcheck.reports.one import compose_claim
from claimcheck.reports.standing import moment, standings
from claimcheck.reports.terminal import for_stdout

Build = Callable[..., Report]
MARKED = {"marks": ("published after the article",), "trust": 0.4, "revision": "77"}


@pytest.fixture
def marked(build: Build) -> Report:
    """A report whose every passage is late, trusted a little, and from a page that changes."""
    report = build("The bridge is long.", number=2)
    verdicts = tuple(
        verdict.model_copy(update={"evidence": tuple(p.model_copy(update=MARKED) for p in verdict.evidence)})
        for verdict in report.verdicts
    )
    return report.model_copy(update={"verdicts": verdicts})


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_the_day_of_an_update_is_told_where_it_stands_alone_and_is_not_called_that_of_publication(
    build: Build, form: str
) -> None:
    report = build("The bridge is long.")
    times = {"published": None, "updated": datetime(2024, 2, 8, 10, 15)}
    report = report.model_copy(update={"article": report.article.model_copy(update=times)})
    text = " ".join(re.sub(r"[\\│]", "", render(report, form)).split())
    assert "updated 2024-02-08 10:15, date of publication not known" in text


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_that_the_day_is_not_known_is_told_also_where_the_publisher_is(build: Build, form: str) -> None:
    report = build("The bridge is long.")
    assert report.article.publisher
    times = {"published": None, "updated": None}
    report = report.model_copy(update={"article": report.article.model_copy(update=times)})
    text = " ".join(re.sub(r"[\\│]", "", render(report, form)).split())
    assert "date of publication not known" in text
    assert "its date is not known: --published says" in text


@pytest.mark.parametrize("form", ["terminal", "text", "html", "markdown", "show"])
def test_marks_trust_and_revision_are_shown(marked: Report, form: str) -> None:
    text = for_stdout(compose_claim(marked, standings(marked)[0])) if form == "show" else render(marked, form)
    told = " ".join(re.sub(r"\x1b\[[0-9;]*m", "", text).split())
    for mark in ("published after the article", "trust 0.4, as set", "revision 77", "read in notes/0.md"):
        assert mark in told


def test_what_most_confidences_rest_on_is_told_once_and_another_at_its_claim(build: Build) -> None:
    report = build("The bridge is long.", number=4)
    bases = ["fitted on public cases"] * 3 + ["computed"]
    verdicts = tuple(
        verdict.model_copy(update={"confidence_basis": basis})
        for verdict, basis in zip(report.verdicts, bases, strict=True)
    )
    text = " ".join(render(report.model_copy(update={"verdicts": verdicts}), "text").split())
    assert text.count("fitted on public cases") == 1
    assert text.count("confidence: computed") == 1


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (datetime(2024, 2, 8, 15, 10, tzinfo=UTC), "2024-02-08 15:10 UTC"),
        (datetime(2024, 2, 8, 15, 10, tzinfo=timezone(timedelta(hours=8))), "2024-02-08 15:10 +0800"),
        (datetime(2024, 2, 8, 15, 10), "2024-02-08 15:10"),
        (datetime(2024, 2, 8, tzinfo=UTC), "2024-02-08"),
    ],
)
def test_a_moment_is_told_to_the_minute(time: datetime, told: str) -> None:
    assert moment(time) == told


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_what_a_claim_leans_on_and_what_code_compared_stand_beside_it(build: Build, form: str) -> None:
    report = build("The bridge is long.", number=1)
    claim = report.claims[0].model_copy(update={"context": "The city built two bridges."})
    finding = report.verdicts[0].findings[0].model_copy(update={"detail": "640 metres is 640 metres."})
    verdict = report.verdicts[0].model_copy(update={"findings": (finding,)})
    told = render(report.model_copy(update={"claims": (claim,), "verdicts": (verdict,)}), form)
    assert "The city built two bridges." in told
    assert "640 metres is 640 metres." in told
    assert form == "html" or "(and 1 more place)" in " ".join(told.split())


@pytest.mark.parametrize("variable", ["NO_COLOR", "TERM"])
def test_a_terminal_without_colour_gets_no_codes(
    build: Build, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in render(build(), "terminal")
    monkeypatch.setenv(variable, "dumb")
    assert "\x1b" not in render(build(), "terminal")
