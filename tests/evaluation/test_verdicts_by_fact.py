"""A claim of several facts is judged fact by fact, and is supported where all of them are."""

import asyncio

import pytest

from claimcheck.domain import Citation, Label, Passage, Verdict
from claimcheck.evaluation.facts import by_fact, joined

BRIDGE = "The bridge in Portsmouth is 640 metres long and was opened in 1961."
LONG, OPENED = "The bridge in Portsmouth is 640 metres long.", "The bridge in Portsmouth was opened in 1961."


def verdict(label: Label, confidence: float = 0.6, text: str = "The bridge is 640 metres long.") -> Verdict:
    passage = Passage(id=text, text=text, source="s", title="t")
    citation = Citation(passage=text, quotation=text, start=0, end=len(text), stance="supports")
    cited = (citation,) if label in {Label.SUPPORTED, Label.REFUTED} else ()
    return Verdict(
        claim="c",
        label=label,
        justification=str(label),
        confidence=confidence,
        citations=cited,
        evidence=(passage,),
    )


def asked(claim: str, facts: list[str] | None) -> list[str]:
    seen: list[str] = []

    async def judged(fact: str) -> Verdict:
        seen.append(fact)
        return verdict(Label.SUPPORTED)

    async def take_apart(claim: str) -> list[str]:
        return facts or []

    asyncio.run(by_fact(claim, judged, take_apart if facts is not None else None))
    return seen


def test_the_facts_are_the_models_where_they_hold_and_else_those_of_the_form() -> None:
    assert asked(BRIDGE, [LONG, OPENED]) == [LONG, OPENED]
    assert asked(BRIDGE, ["The bridge in Gosport is 900 metres long."]) == asked(BRIDGE, None)
    assert asked(LONG, None) == [LONG]


def test_all_supported_is_supported_as_sure_as_the_least_sure() -> None:
    one = joined([verdict(Label.SUPPORTED, 0.9), verdict(Label.SUPPORTED, 0.6, "It opened in 1961.")])
    assert (one.label, one.confidence, len(one.citations), len(one.evidence)) == (Label.SUPPORTED, 0.6, 2, 2)


@pytest.mark.parametrize(
    ("labels", "label"),
    [
        ([Label.SUPPORTED, Label.REFUTED], Label.CONFLICTING),
        ([Label.NOT_ENOUGH_EVIDENCE, Label.SUPPORTED], Label.CONFLICTING),
        ([Label.NOT_ENOUGH_EVIDENCE, Label.REFUTED], Label.NOT_ENOUGH_EVIDENCE),
        ([Label.REFUTED], Label.REFUTED),
        ([Label.SUPPORTED, Label.UNCHECKED], Label.UNCHECKED),
    ],
)
def test_facts_that_are_not_supported_are_told(labels: list[Label], label: Label) -> None:
    assert joined([verdict(each) for each in labels]).label is label


def test_a_passage_that_two_facts_found_is_there_once() -> None:
    assert len(joined([verdict(Label.SUPPORTED), verdict(Label.NOT_ENOUGH_EVIDENCE)]).evidence) == 1
