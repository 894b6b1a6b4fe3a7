"""A judge with a stand-in for the model, and the claims and passages that it is asked about."""

import asyncio
from datetime import date
from types import SimpleNamespace
from typing import Any

from claimcheck.domain import Claim, DateInterval, Passage, Quantity, Span
from claimcheck.verdicts import Judge, Programs
from claimcheck.verdicts.calibration import JUDGED, Calibration

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
    """A passage of a note of January 2024."""
    return Passage(id=name, text=text, source="notes", title=title, published=date(2024, 1, 12))


STEEL = passage("The Portsmouth harbour bridge is a steel bridge. It was opened in 1961.")


def judged(
    claim: Claim,
    passages: list[Passage],
    *answers: Any,
    fitted: Calibration | None = None,
    decisive: bool = False,
) -> tuple[Any, int]:
    """The verdict of a judge whose model gives these answers in turn, and how many it was asked for.

    `decisive` says that the passages are given as what decides; `fitted` that the model was measured.
    """
    queue, calls = list(answers), 0

    async def call(program: Any, fields: dict[str, str]) -> Any:
        nonlocal calls
        calls += 1
        answer = queue.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def given(prediction: Any, words: tuple[str, ...]) -> dict[str, float] | None:
        return getattr(prediction, "given", None)

    judge = Judge(Programs("judge", "cite"), call, given, fitted, given=decisive)
    verdict = asyncio.run(judge.verdict(claim, passages))
    return verdict, calls


def says(stance: str, **given: float) -> SimpleNamespace:
    """The model's word, and the probabilities that its server gives."""
    return SimpleNamespace(stance=stance, given=given or None)


def cites(sentence: int) -> SimpleNamespace:
    """The number of a sentence that the model names."""
    return SimpleNamespace(sentence=sentence, why="So it says.")


WEIGHED = Calibration(
    fitted_on="cases of these tests",
    prompts="",
    weights={
        label: {"supports over refutes": weight}
        for label, weight in zip(JUDGED, (0.5, -0.5, 0.0, 0.0), strict=True)
    },
    intercepts=dict(zip(JUDGED, (0.0, 0.0, -0.2, -5.0), strict=True)),
)
UNSURE = says("supports", supports=0.4, refutes=0.3, neither=0.2, both=0.1)
SURE = says("supports", supports=0.95, refutes=0.01, neither=0.02, both=0.02)
TIMBER = passage("The Portsmouth harbour bridge was built of oak. It was opened in 1961.")
STATED = passage("The Portsmouth harbour bridge was built of oak, a timber. It was opened in 1961.")
OTHER = passage("The harbour of Gosport has a ferry and a bridge. It rained.", "p2")
