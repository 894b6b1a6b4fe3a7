"""The judge's rules, with a stand-in for the model: exact findings stand, citations are verbatim."""

import asyncio
from datetime import date
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.domain import Claim, DateInterval, Label, Passage, Quantity, Span
from claimcheck.errors import ModelError
from claimcheck.verdicts import Judge
from claimcheck.verdicts.citing import cite, sentences_of, verbatim

SPAN = Span(start=0, end=1, quotation="x")
Y2023 = DateInterval(start=date(2023, 1, 1), end=date(2023, 12, 31), text="2023")
TRADE = Claim(
    id="c1",
    text="China and Russia had a trade of $240 billion in 2023.",
    spans=(SPAN,),
    sentences=(0,),
    dates=(Y2023,),
    quantities=(Quantity(value=240e9, unit="USD", tolerance=0.5e9, text="$240 billion"),),
)
BRIDGE = Claim(id="c1", text="The Portsmouth harbour bridge is timber.", spans=(SPAN,), sentences=(0,))


def passage(text: str, name: str = "p1", title: str = "A note") -> Passage:
    return Passage(id=name, text=text, source="notes", title=title, published=date(2024, 1, 12))


def judged(claim: Claim, passages: list[Passage], *answers: Any) -> tuple[Any, int]:
    queue, calls = list(answers), 0

    async def call(program: Any, fields: dict[str, str]) -> Any:
        nonlocal calls
        calls += 1
        answer = queue.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    verdict = asyncio.run(Judge("judge", "second look", call).verdict(claim, passages))
    return verdict, calls


def says(stance: str, sentence: int = 1) -> SimpleNamespace:
    return SimpleNamespace(why="So it says.", stance=stance, sentence=sentence)


def test_no_passage_is_not_enough_evidence_without_a_call() -> None:
    verdict, calls = judged(BRIDGE, [])
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 0)


def test_a_figure_of_another_year_supports_nothing() -> None:
    other = passage("In 2022, trade between China and Russia came to 190 billion US dollars.")
    verdict, _ = judged(TRADE, [other], says("supports"))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert verdict.notes


def test_a_figure_that_rounds_to_the_claim_is_support_with_a_verbatim_citation() -> None:
    note = passage("Trade between China and Russia reached 240.1 billion US dollars in 2023.")
    verdict, _ = judged(TRADE, [note], says("supports"))
    assert verdict.label is Label.SUPPORTED
    assert verdict.citations[0].quotation == note.text


def test_a_refutation_needs_a_second_look() -> None:
    steel = passage("The Portsmouth harbour bridge is a steel bridge.")
    kept, _ = judged(BRIDGE, [steel], says("refutes"), SimpleNamespace(why="", same="yes"))
    dropped, _ = judged(BRIDGE, [steel], says("refutes"), SimpleNamespace(why="", same="no"))
    assert kept.label is Label.REFUTED
    assert dropped.label is Label.NOT_ENOUGH_EVIDENCE


def test_support_and_refutation_are_shown_as_conflict() -> None:
    two = [
        passage("The Portsmouth harbour bridge is built of timber.", "p1"),
        passage("The Portsmouth harbour bridge is a steel bridge.", "p2", "Another note"),
    ]
    verdict, _ = judged(BRIDGE, two, says("supports"), says("refutes"), SimpleNamespace(why="", same="yes"))
    assert verdict.label is Label.CONFLICTING
    assert len(verdict.citations) == 2


def test_an_unusable_answer_is_unchecked_never_a_verdict() -> None:
    steel = passage("The Portsmouth harbour bridge is a steel bridge.")
    verdict, _ = judged(BRIDGE, [steel], ModelError("cut off"))
    assert verdict.label is Label.UNCHECKED
    assert "cut off" in verdict.justification


def test_a_passage_on_something_else_costs_no_call() -> None:
    verdict, calls = judged(BRIDGE, [passage("Rain fell on the hills of Wales.")])
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 0)


def test_a_sentence_that_is_not_there_is_no_citation() -> None:
    assert cite(passage("One sentence."), 7, "supports") is None


@given(st.text(max_size=300))
def test_every_citation_is_verbatim(text: str) -> None:
    one = passage(text)
    for number in range(1, len(sentences_of(text)) + 1):
        citation = cite(one, number, "supports")
        assert citation is not None
        assert verbatim(citation, one)
