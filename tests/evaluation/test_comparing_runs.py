"""Two runs are compared on the same cases and on what both measured; an interval is of samples that say something."""

from __future__ import annotations

import pytest

from claimcheck.domain import Label
from claimcheck.evaluation.comparing import gained, told_p
from claimcheck.evaluation.intervals import interval, paired, swapping_p
from claimcheck.evaluation.running import Scores
from claimcheck.evaluation.scores import Outcome, accuracy, confident_and_wrong, confusion, scored, surely
from claimcheck.evaluation.table import compared, table

S, R, N = Label.SUPPORTED, Label.REFUTED, Label.NOT_ENOUGH_EVIDENCE


def outcome(id: str, gold: str = S, given: str = S, sure: float = 0.5, found: float | None = None) -> Outcome:
    return Outcome(id=id, claim=f"Claim {id}.", gold=gold, given=given, confidence=sure, found=found)


def run(*outcomes: Outcome, task: str = "fm2", data: str = "d", model: str = "m") -> Scores:
    return Scores(
        task=task,
        data_sha256=data,
        model=model,
        prompts={},
        scores=scored(outcomes),
        confusion=confusion(outcomes),
        outcomes=outcomes,
    )


def test_a_score_that_only_one_run_measured_is_not_compared() -> None:
    found = [outcome(str(n), found=0.5) for n in range(20)]
    told = compared(run(*(outcome(str(n)) for n in range(20))), run(*found, task="fm2-mixed", data="e"))
    assert "gold passages found" not in told
    assert told.splitlines()[0] == "the two runs differ in task (fm2, fm2-mixed) and in data"
    assert "accuracy: 1.000 → 1.000" in told
    assert "differ" not in compared(run(*found), run(*found))


def test_a_score_is_compared_where_both_measured_it() -> None:
    one = run(outcome("1", found=0.0), outcome("2"), outcome("3", found=0.0))
    other = run(outcome("1", found=1.0), outcome("2", found=1.0), outcome("3"))
    assert "gold passages found: 0.000 → 1.000 (+1.000; +1.000 to +1.000" in compared(one, other)


@pytest.mark.parametrize("change", [{"gold": R}, {"claim": "Another claim."}, {"id": "9"}])
def test_a_case_is_the_same_by_id_claim_and_gold_label(change: dict[str, str]) -> None:
    one, same = outcome("1"), outcome("2")
    told = compared(run(one, same), run(one.model_copy(update=change), same))
    assert "on the 1 cases that both have" in told
    assert "no case in common" in compared(run(one), run(one.model_copy(update=change)))


def test_confident_and_wrong_is_not_compared_where_one_run_is_never_confident() -> None:
    wrong = [outcome(str(n), given=R, sure=0.9) for n in range(3)]
    told = compared(run(*(outcome(str(n)) for n in range(3))), run(*wrong))
    assert "confident and wrong: one of the runs has no such case" in told


def test_a_resample_without_a_confident_verdict_says_nothing_of_confident_and_wrong() -> None:
    held = [outcome("a", given=R, sure=0.9), outcome("b", given=R, sure=0.9)]
    held += [outcome(str(n), given=N) for n in range(4)]
    score = scored(held)["confident and wrong"]
    assert (score.value, score.high, score.cases) == (1.0, 1.0, 2)
    assert score.low == pytest.approx(0.025 ** (1 / 2))
    nobody = scored(held[2:])["confident and wrong"]
    assert (nobody.low, nobody.high, nobody.cases) == (0.0, 1.0, 0)


def test_a_share_of_no_case_is_not_told_as_nought() -> None:
    told = table(run(*(outcome(str(n), given=N) for n in range(4))))
    row = next(line for line in told.splitlines() if "confident and wrong" in line)
    assert [cell.strip() for cell in row.split("│")[1:-1]] == ["confident and wrong", "–", "–", "0"]


@pytest.mark.parametrize(
    ("given", "bounds"), [(S, (0.025 ** (1 / 12), 1.0)), (R, (0.0, 1 - 0.025 ** (1 / 12)))]
)
def test_twelve_cases_that_are_all_alike_do_not_make_a_certainty(
    given: str, bounds: tuple[float, float]
) -> None:
    """The exact interval of a share (Clopper and Pearson 1934): 0 of 12 may be up to 0.265."""
    score = scored([outcome(str(n), given=given) for n in range(12)])["accuracy"]
    assert (score.low, score.high) == pytest.approx(bounds)


def test_pieces_of_evidence_on_one_claim_are_drawn_together() -> None:
    """Ten claims with five pieces each, all right or all wrong: they say no more than ten cases do."""
    single = [outcome(str(n), given=S if n % 2 else R) for n in range(10)]
    pieces = [one.model_copy(update={"id": f"{one.id}-{k}"}) for one in single for k in range(5)]
    few, many = (scored(held)["accuracy"] for held in (single, pieces))
    assert (many.low, many.high) == (few.low, few.high)
    pairs = [(a, a.model_copy(update={"given": S})) for a in pieces]
    claims = [(a, a.model_copy(update={"given": S})) for a in single]
    assert paired(pairs, accuracy, group=by_claim) == paired(claims, accuracy).model_copy(
        update={"cases": 50}
    )
    assert swapping_p(pairs, accuracy, group=by_claim) == swapping_p(claims, accuracy)


def by_claim(case: Outcome) -> str:
    return case.claim


def test_a_pair_of_resamples_says_something_where_both_sides_have_a_confident_verdict() -> None:
    sure = outcome("a", given=R, sure=0.9)
    pairs = [(sure, sure)] + [(outcome(str(n)), outcome(str(n))) for n in range(4)]
    right = [(sure, outcome("a", sure=0.9)), *pairs[1:]]
    gain = paired(right, confident_and_wrong, counts=surely)
    assert (gain.value, gain.low, gain.high) == (-1.0, -1.0, -1.0)
    assert swapping_p(right, confident_and_wrong, counts=surely) == 1.0


def test_where_all_cases_count_an_interval_is_the_plain_one() -> None:
    values = [0.1, 0.4, 0.9]
    mean = interval(values, lambda sample: sum(sample) / len(sample))
    assert (round(mean.low, 3), round(mean.high, 3)) == (0.1, 0.9)


def test_a_p_is_never_told_as_nothing() -> None:
    assert (told_p(0.0004), told_p(0.00099), told_p(0.001), told_p(1)) == (
        "p < 0.001",
        "p < 0.001",
        "p = 0.001",
        "p = 1.000",
    )
    pairs = [(0.0, 1.0)] * 30
    assert "p < 0.001" in gained("x", pairs, lambda sample: sum(sample) / len(sample))


def test_what_a_model_is_called_or_says_steers_no_terminal() -> None:
    escape = "\x1b]0;X\x07[red]x"
    told = table(run(outcome("1", gold=escape, given=S), model=escape, task=escape))
    assert "\x1b" not in told
    assert told.count("[red]x") >= 3
