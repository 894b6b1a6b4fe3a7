"""A refutation of what a search found stands on a sentence that refutes also when it is read by itself."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.domain import Claim, Label, Passage, Span, Verdict
from claimcheck.errors import ModelError
from claimcheck.verdicts import Judge, Programs
from claimcheck.verdicts.calibration import JUDGED, Calibration

ORBIT = Claim(
    id="c1",
    text="The comet Vik comes back every 70 years.",
    spans=(Span(start=0, end=3, quotation="The"),),
    sentences=(0,),
)
NOTES = Passage(
    id="p1",
    text="Ida Holm found the comet with her own telescope. The comet Vik has an orbit that brings it back seldom. It is icy.",
    source="notes",
    title="Vik",
)
FITTED = Calibration(
    fitted_on="cases of these tests",
    prompts="",
    weights={label: {"supports over refutes": 0.0} for label in JUDGED},
    intercepts={label: 3.0 * (label is Label.REFUTED) for label in JUDGED},
)


def says(supports: float, refutes: float, neither: float) -> SimpleNamespace:
    rest = 1 - supports - refutes - neither
    return SimpleNamespace(given={"supports": supports, "refutes": refutes, "neither": neither, "both": rest})


REFUTES, SUPPORTS, SILENT = says(0.1, 0.6, 0.1), says(0.5, 0.3, 0.1), says(0.1, 0.4, 0.35)


def judged(
    *answers: Any, given: bool = False, fitted: Calibration | None = FITTED
) -> tuple[Verdict, list[str]]:
    """The verdict, and the evidence of each question that was asked."""
    queue, asked = [REFUTES, SimpleNamespace(sentence=1, why="It is another one."), *answers], list[str]()

    async def call(program: Any, fields: dict[str, str]) -> Any:
        asked.append(fields["evidence"])
        answer = queue.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    judge = Judge(
        Programs("judge", "cite"), call, lambda said, words: getattr(said, "given", None), fitted, given
    )
    return asyncio.run(judge.verdict(ORBIT, [NOTES])), asked


def test_the_sentence_named_stands_where_it_refutes_by_itself() -> None:
    verdict, asked = judged(REFUTES)
    assert verdict.label is Label.REFUTED
    assert [one.quotation for one in verdict.citations] == [
        "Ida Holm found the comet with her own telescope."
    ]
    assert verdict.justification == "It is another one."
    assert "orbit" in asked[0]
    assert "orbit" not in asked[2]


@pytest.mark.parametrize("named", [SUPPORTS, SILENT])
def test_else_the_nearest_one_is_read_and_quoted_without_the_reason_that_was_given_for_another(
    named: Any,
) -> None:
    verdict, asked = judged(named, REFUTES)
    assert verdict.label is Label.REFUTED
    (citation,) = verdict.citations
    assert citation.quotation == "The comet Vik has an orbit that brings it back seldom."
    assert NOTES.text[citation.start : citation.end] == citation.quotation
    assert "another one" not in verdict.justification
    assert "telescope" not in asked[3]


@pytest.mark.parametrize("nearest", [SUPPORTS, SILENT])
def test_where_none_refutes_by_itself_the_claim_is_left_open(nearest: Any) -> None:
    verdict, asked = judged(SILENT, nearest)
    assert (verdict.label, len(asked)) == (Label.NOT_ENOUGH_EVIDENCE, 4)
    assert not verdict.citations
    assert "by itself" in verdict.notes[-1]


def test_an_answer_that_cannot_be_used_leaves_what_was_weighed() -> None:
    verdict, _ = judged(ModelError("nonsense"))
    assert verdict.label is Label.REFUTED


def test_evidence_given_as_what_decides_and_a_model_that_nobody_measured_are_not_asked_again() -> None:
    for verdict, asked in (judged(given=True), judged(fitted=None)):
        assert (verdict.label, len(asked)) == (Label.REFUTED, 2)
