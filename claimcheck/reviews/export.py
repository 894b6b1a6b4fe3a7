"""The confirmed report: the machine's report with people's decisions beside its verdicts."""

from __future__ import annotations

from claimcheck.domain import Report
from claimcheck.reports.safe import one_line
from claimcheck.reviews.state import ClaimState, Review


def confirmed(report: Report, review: Review) -> Report:
    """The report with all that people decided and noted; verdicts stay as the machine gave them."""
    return report.model_copy(
        update={
            "decisions": tuple(state.decision for state in review.claims if state.decision),
            "past_decisions": tuple(one for state in review.claims for one in state.past),
            "review_notes": tuple(note for state in review.claims for note in state.notes),
        }
    )


def remarks(review: Review) -> list[str]:
    """What a person should know before they publish: what is not decided or was set aside, a sentence each."""
    total, open_ = len(review.claims), len(review.claims) - review.reviewed
    said = [f"{review.progress}; {_others(open_)} the machine's verdict alone"] if open_ else []
    touched = [str(state.number) for state in review.claims if state.touched]
    if touched:
        said.append(f"changed but not decided, so not exported as reviewed: claim {', '.join(touched)}")
    overtaken = [str(state.number) for state in review.claims if state.overtaken]
    if overtaken:
        said.append(
            f"the machine no longer gives the verdict that was accepted: claim {', '.join(overtaken)}"
        )
    disputed = [_differing(state) for state in review.claims if state.disputed]
    if disputed:
        said.append(f"reviewers differ, and the last decision counts: {'; '.join(disputed)}")
    if review.carried:
        numbers = ", ".join(map(str, review.carried))
        said.append(f"decided before this report was made, on claims of the same words: claim {numbers}")
    if review.stray:
        said.append(f"{review.strayed}: left out")
    return said if total else ["the report has no claims"]


def _others(number: int) -> str:
    return "the other one bears" if number == 1 else f"the other {number} bear"


def _differing(state: ClaimState) -> str:
    last = [(state.decision.by, state.decision.label)] if state.decision else []
    said = (f"{one_line(by)} {label or 'not worth checking'}" for by, label in (*state.disputed, *last))
    return f"claim {state.number} ({', '.join(said)})"
