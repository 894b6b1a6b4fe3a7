"""Every form makes sense of a report without claims, without verdicts, and of one that ended early."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from xml.etree import ElementTree

import html5lib
import pytest

from claimcheck.domain import Article, Label, LedgerEntry, Provenance, Report, Sentence, SentenceStatus
from claimcheck.reports import forms, render

Build = Callable[..., Report]
EMPTY = Report(
    article=Article(text="Hm.", sentences=()),
    provenance=Provenance(claimcheck_version="0", model="m", endpoint="e", prompts={}),
)
TOLD = {"html", "markdown", "text", "terminal", "github", "lines"}


@pytest.mark.parametrize("form", forms())
def test_no_claim_is_said_or_is_an_empty_list(form: str) -> None:
    text = " ".join(render(EMPTY, form).split())
    assert form not in TOLD or "No checkable claim was found." in text
    if form == "csv":
        assert list(csv.DictReader(StringIO(text))) == []
    if form in ("sarif", "claimreview", "json"):
        held = json.loads(text)
        assert [] in (held.get("claims"), held.get("@graph"), held.get("runs", [{}])[0].get("results"))
    if form == "junit":
        assert 'tests="0"' in text


def test_a_run_that_failed_before_any_claim_does_not_pass_as_junit() -> None:
    suites = ElementTree.fromstring(render(EMPTY.model_copy(update={"failures": ("It is gone.",)}), "junit"))
    assert (suites.get("tests"), suites.get("errors")) == ("1", "1")
    assert [error.get("message") for error in suites.iter("error")] == ["Failed: It is gone."]
    assert 'errors="0"' in render(EMPTY, "junit")


@pytest.mark.parametrize("form", sorted(TOLD))
def test_that_there_is_no_claim_is_not_said_of_sentences_that_were_not_read(form: str) -> None:
    sentence = Sentence(index=0, start=0, end=3, text="Hm.", paragraph=0)
    article = Article(text="Hm.", sentences=(sentence,))
    entry = LedgerEntry(sentence=0, status=SentenceStatus.UNCHECKED, reason="the service is gone")
    report = EMPTY.model_copy(update={"article": article, "ledger": (entry,), "failures": ("It is gone.",)})
    text = " ".join(render(report, form).replace("│", " ").split())
    assert "No checkable claim was found." not in text
    assert "No claim was found, and 1 of 1 sentence could not be checked." in text


@pytest.mark.parametrize("form", forms())
def test_a_claim_without_a_verdict_is_unchecked(build: Build, form: str) -> None:
    report = build(number=1).model_copy(update={"verdicts": (), "interrupted": True})
    text = render(report, form)
    assert form in ("json", "jsonl", "claimreview") or "Unchecked" in text
    if form == "html":
        html5lib.HTMLParser(strict=True).parse(text)


@pytest.mark.parametrize("form", ["text", "html", "markdown", "github", "lines"])
def test_the_counts_are_of_all_claims_also_where_the_run_ended_before_one(build: Build, form: str) -> None:
    report = build(number=3)
    text = render(report.model_copy(update={"verdicts": report.verdicts[:1]}), form)
    assert "1 Supported" in text
    assert "2 Unchecked" in text


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_what_was_looked_at_in_vain_is_told(build: Build, form: str) -> None:
    report = build("The bridge is long.", number=1)
    seen = report.verdicts[0].evidence[0].model_copy(update={"title": "The survey of 2024"})
    update = {"citations": (), "label": Label.NOT_ENOUGH_EVIDENCE, "evidence": (seen,)}
    verdict = report.verdicts[0].model_copy(update=update)
    assert "The survey of 2024" in render(report.model_copy(update={"verdicts": (verdict,)}), form)


@pytest.mark.parametrize("form", sorted(TOLD | {"sarif", "junit"}))
def test_a_run_that_ended_early_is_told(build: Build, form: str) -> None:
    text = " ".join(
        render(build("The notes are gone.").model_copy(update={"interrupted": True}), form).split()
    )
    assert "interrupted" in text
    assert "notes: The notes are gone." in text
