"""Each form reads at every width, says verdicts in words, and shows hostile text as text."""

import json
from datetime import date

import pytest

from claimcheck.domain import (
    Article,
    Citation,
    Claim,
    Finding,
    Label,
    LedgerEntry,
    Passage,
    Provenance,
    Quantity,
    Relation,
    Report,
    Sentence,
    SentenceStatus,
    Span,
    Verdict,
)
from claimcheck.errors import InputError, UsageError
from claimcheck.reports import forms, render
from claimcheck.reports.json import inert, parse, plain
from claimcheck.reports.terminal import printed

HOSTILE = "\x1b[31m[red]<script>\u202eevil\u200b " + "w" * 10_000 + " 😀 漢字"


def report(number: int = 1, words: str = "The bridge in Portsmouth is 640 metres long.") -> Report:
    sentences = (Sentence(index=0, start=0, end=len(words), text=words, paragraph=0),)
    span = Span(start=0, end=len(words), quotation=words)
    passage = Passage(id="p", text=words, source="notes", title=words[:30], published=date(2021, 6, 1))
    citation = Citation(passage="p", quotation=words, start=0, end=len(words), stance="supports")
    claims = tuple(Claim(id=f"c{i}", text=words, spans=(span,), sentences=(0,)) for i in range(1, number + 1))
    labels = list(Label)
    return Report(
        article=Article(text=words, sentences=sentences, headline=words[:40], origin="a.txt"),
        claims=claims,
        verdicts=tuple(
            Verdict(
                claim=claim.id,
                label=labels[i % len(labels)],
                justification=words,
                citations=(citation,),
                evidence=(passage,),
            )
            for i, claim in enumerate(claims)
        ),
        ledger=(LedgerEntry(sentence=0, status=SentenceStatus.CLAIMS),),
        provenance=Provenance(claimcheck_version="0", model="m", endpoint="e", prompts={}),
    )


def test_the_forms_that_the_command_names_are_installed() -> None:
    named = {
        "terminal",
        "text",
        "json",
        "jsonl",
        "html",
        "markdown",
        "csv",
        "sarif",
        "github",
        "junit",
        "claimreview",
    }
    assert named <= set(forms())
    with pytest.raises(UsageError, match="json"):
        render(report(), "papyrus")


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("words", ["The bridge in Portsmouth is long.", HOSTILE], ids=["plain", "hostile"])
def test_no_line_is_wider_than_the_terminal(width: int, words: str) -> None:
    from rich.cells import cell_len

    text = printed(report(5, words), width=width, colour=False)
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_text_has_no_colour_codes_and_says_every_verdict_in_words() -> None:
    text = render(report(5), "text")
    assert "\x1b" not in text
    assert all(label in " ".join(text.split()) for label in Label)


def test_hostile_text_stays_text() -> None:
    text = render(report(1, HOSTILE), "text")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]<script>" in text
    coloured = printed(report(1, HOSTILE), width=80, colour=True)
    assert "\x1b[31m[red]" not in coloured


def test_json_is_the_same_bytes_twice_and_reads_back() -> None:
    one = report(2, HOSTILE)
    assert render(one, "json") == render(one, "json")
    assert "\x1b" not in render(one, "json")
    assert "\u202e" not in render(one, "json")
    assert parse(render(one, "json")) == one
    with pytest.raises(InputError, match="not a claimcheck report"):
        parse("{}")


def test_no_claim_and_five_hundred_claims_both_render() -> None:
    assert "No checkable claim" in render(report(0), "text")
    assert "500. " in render(report(500), "text")


def test_what_code_compared_in_passages_that_are_not_quoted_is_not_told_beside_the_quotation() -> None:
    held = report()
    findings = tuple(
        Finding(aspect="date", relation=Relation.AGREES, passage=passage, detail=f"compared with {passage}")
        for passage in ("p", "another")
    )
    verdict = held.verdicts[0].model_copy(update={"findings": findings})
    for form in ("text", "html"):
        told = render(held.model_copy(update={"verdicts": (verdict,)}), form)
        assert "compared with p" in told
        assert "compared with another" not in told
        open_ended = verdict.model_copy(update={"citations": (), "label": Label.NOT_ENOUGH_EVIDENCE})
        assert "compared with another" in render(held.model_copy(update={"verdicts": (open_ended,)}), form)


@pytest.mark.parametrize(
    "value", [0.0, 1.0, 0.1, 87.7e6, 240e9, 1e15, 1e16, 12e21, 1e-4, 1e-5, 2.5e-7, float("inf"), float("nan")]
)
@pytest.mark.parametrize("words", ["640 metres", 'a\tb\x00\x1f\x7f\\"/ é\ufeff\u2028', "no 5e3 nor 0.00001"])
def test_json_is_written_as_python_writes_it(value: float, words: str) -> None:
    one = report(1, words)
    claim = one.claims[0].model_copy(update={"quantities": (Quantity(value=value, text=words),)})
    one = one.model_copy(update={"claims": (claim,)})
    assert render(one, "json") == inert(json.dumps(plain(one), ensure_ascii=False, indent=2)) + "\n"


@pytest.mark.parametrize("form", forms())
def test_a_name_that_is_no_text_can_be_written_and_read_back(form: str) -> None:
    held = report()
    named = held.article.model_copy(update={"origin": "caf\udce9.txt", "headline": ""})
    passage = held.verdicts[0].evidence[0].model_copy(update={"path": "caf\udce9.md"})
    verdict = held.verdicts[0].model_copy(update={"evidence": (passage,)})
    told = render(held.model_copy(update={"article": named, "verdicts": (verdict,)}), form)
    assert told.encode("utf-8")
    if form == "json":
        assert parse(told).article.origin == "caf\ufffd.txt"
