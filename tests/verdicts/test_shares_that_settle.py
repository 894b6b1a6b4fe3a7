"""A verdict by arithmetic quotes the sentences that hold the two amounts."""

from claimcheck.domain import Claim, ClaimKind, Label, Passage, Span
from claimcheck.exact import find_dates, find_figures
from claimcheck.verdicts.arithmetic import by_arithmetic

SAID = "Timber that Norland bought was the majority of trade with Sudland in 2023."
WHOLE = "Trade between Norland and Sudland came to 240.1 billion US dollars in 2023, a record."
PART = "The timber that Norland bought from Sudland in 2023 was worth 60.6 billion US dollars."


CLAIM = Claim(
    id="c",
    text=SAID,
    spans=(Span(start=0, end=1, quotation="x"),),
    sentences=(0,),
    dates=tuple(m.interval for m in find_dates(SAID, None) if m.interval),
    quantities=tuple(m.quantity for m in find_figures(SAID)),
)


def noted(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(id=f"p{n}", text=text, source="s", title="t") for n, text in enumerate(texts))


def quoted(*texts: str) -> list[str]:
    verdict = by_arithmetic(CLAIM, noted(*texts))
    assert verdict is not None
    assert verdict.label is Label.REFUTED
    return [citation.quotation for citation in verdict.citations]


def test_each_amount_is_quoted_from_its_passage() -> None:
    assert quoted(f"It rained. {WHOLE}", f"{PART} It snowed.") == [PART, WHOLE]


def test_both_amounts_of_one_passage_are_quoted() -> None:
    assert quoted(f"It rained. {WHOLE} {PART}") == [PART, WHOLE]


def test_that_somebody_said_so_is_not_settled_by_whether_it_is_so() -> None:
    said = CLAIM.model_copy(update={"kind": ClaimKind.QUOTATION})
    assert by_arithmetic(said, noted(WHOLE, PART)) is None


def test_a_share_that_a_passage_states_is_quoted_by_itself() -> None:
    stated = "Timber that Norland bought was about a quarter of its trade with Sudland in 2023."
    assert quoted(f"It rained. {stated}") == [stated]
    verdict = by_arithmetic(CLAIM, noted(stated))
    assert verdict is not None
    assert "computed" not in verdict.confidence_basis
