"""What is quoted for support is the sentence that the model speaks of, also where it numbered another one."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.domain import Claim, Passage
from claimcheck.verdicts import Judge, Programs
from claimcheck.verdicts.bearers import sentence_meant
from tests.verdicts.samples import claimed, noted

STORM = claimed("The storm blocked roads.")
NOTE = noted(
    "The storm was moving west on Thursday. Roads in Vik and Lund were blocked by fallen trees. Ferries ran again."
)
WHY = "The evidence states that roads in Vik and Lund were blocked by fallen trees, which supports the claim."


def quoted(claim: Claim, why: str, passage: Passage, number: int) -> int:
    return sentence_meant(claim, why, [passage], (passage, number))[1]


@pytest.mark.parametrize(("named", "meant"), [(1, 2), (2, 2), (3, 2)])
def test_the_sentence_that_the_reason_tells_is_meant(named: int, meant: int) -> None:
    assert quoted(STORM, WHY, NOTE, named) == meant


@pytest.mark.parametrize(
    ("said", "why", "held", "named"),
    [
        (  # it has hardly more of the claim
            "The storm blocked roads.",
            "Roads were closed.",
            "Roads were closed after the storm. The storm blocked rails and roads.",
            1,
        ),
        (  # another figure
            "The mill employs 300 people in Vik.",
            "The mill employs people in Vik.",
            "It has 300 of them. The mill in Vik employs 250 people.",
            1,
        ),
        (  # it denies
            "The mill in Vik was sold to Holm.",
            "The mill was sold.",
            "It was. The mill in Vik was not sold to Holm.",
            1,
        ),
        (  # it only tells what others say
            "The mill in Vik was sold to Holm.",
            "The mill was sold.",
            "It was. An earlier version said that the mill in Vik was sold to Holm.",
            1,
        ),
        (  # the other way round
            "Lund beat Vik in the final.",
            "Lund beat Vik.",
            "They won. In the final Vik beat Lund.",
            1,
        ),
    ],
)
def test_the_sentence_named_stays_where_another_is_no_better(
    said: str, why: str, held: str, named: int
) -> None:
    assert quoted(claimed(said), why, noted(held), named) == named


def test_a_figure_that_the_sentence_named_has_not_either_is_no_hindrance() -> None:
    died = claimed("Ida Holm died on 26 December 2020 at the age of 41.")
    why = "The evidence states that Ida Holm died on Saturday, December 26, 2020, at the age of 41."
    held = noted(
        "Ida Holm, known as Vik in the ring, died on Saturday, December 26, 2020. She was 41. Holm was last seen on 7 October 2020."
    )
    assert quoted(died, why, held, 3) == 1
    assert quoted(died, why, held, 2) == 2


@pytest.mark.parametrize(("stance", "number"), [("supports", 2), ("refutes", 1)])
def test_a_verdict_of_support_quotes_the_sentence_meant(stance: str, number: int) -> None:
    answers = [
        SimpleNamespace(stance=stance),
        SimpleNamespace(sentence=1, why=WHY.replace("supports the claim", "is so")),
    ]

    async def call(program: Any, fields: dict[str, str]) -> Any:
        return answers.pop(0)

    judge = Judge(Programs("judge", "cite"), call, lambda prediction, words: None)
    verdict = asyncio.run(judge.verdict(STORM, [NOTE]))
    sentences = [
        "The storm was moving west on Thursday.",
        "Roads in Vik and Lund were blocked by fallen trees.",
    ]
    assert [citation.quotation for citation in verdict.citations] == [sentences[number - 1]]
