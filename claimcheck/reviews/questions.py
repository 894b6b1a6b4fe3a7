"""The questions that a review puts, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimcheck.domain import Label
from claimcheck.reports.safe import one_line, web_address
from claimcheck.reviews.asking import Answers, Asking, Field, required
from claimcheck.reviews.entries import Action, Added
from claimcheck.reviews.state import ClaimState


@dataclass(frozen=True)
class Question:
    """What is asked for an action, and the parts of its entry that the answers give; None for no entry."""

    action: Action
    ask: Callable[[ClaimState], Asking]
    answered: Callable[[ClaimState, Answers], dict[str, Any] | None]


def _title(state: ClaimState, what: str) -> str:
    return f"Claim {state.number}: {what}"


def _verdict(state: ClaimState) -> Asking:
    labels = [str(label) for label in Label if label not in (state.machine, Label.UNCHECKED)]
    reason = Field("reason", "Because", complaint=required("a reason"))
    return Asking(_title(state, f"instead of {state.machine}"), [reason], labels, state.wording)


def _setting_aside(state: ClaimState) -> Asking:
    reason = Field("reason", "Because (may stay empty)")
    return Asking(_title(state, "not worth checking"), [reason], about=state.wording)


def _wording(state: ClaimState) -> Asking:
    field = Field("text", "The claim", state.wording, lines=5, complaint=required("a wording"))
    return Asking(_title(state, "edit the wording"), [field])


def _reworded(state: ClaimState, answers: Answers) -> dict[str, Any] | None:
    text = " ".join(answers["text"].split())
    return None if text == one_line(state.wording) else {"text": text}


def _note(state: ClaimState) -> Asking:
    field = Field("text", "Note", lines=4, complaint=required("a text"))
    return Asking(_title(state, "note"), [field], about=state.wording)


def _evidence(state: ClaimState) -> Asking:
    return Asking(
        _title(state, "add evidence"),
        [
            Field("text", "What it says, word for word", lines=5, complaint=required("a text")),
            Field("source", "Source: who says so, and where", complaint=required("a source")),
            Field("date", "Date, as 2024-02-08 (may stay empty)", complaint=_no_date),
            Field("url", "Web address (may stay empty)", complaint=_no_address),
        ],
        about=state.wording,
    )


def _added(state: ClaimState, answers: Answers) -> dict[str, Any]:
    day = date.fromisoformat(answers["date"]) if answers["date"] else None
    added = Added(text=answers["text"], source=answers["source"], date=day, url=answers["url"])
    return {"evidence": added}


def _no_date(text: str) -> str:
    try:
        date.fromisoformat(text or "2024-02-08")
    except ValueError:
        return "the date is written as 2024-02-08: year, month, day"
    return ""


def _no_address(text: str) -> str:
    return "" if not text or web_address(text) else "the address begins with http:// or https://"


QUESTIONS = {
    "verdict": Question(
        Action.OVERRIDE,
        _verdict,
        lambda state, answers: {"label": Label(answers["choice"]), "reason": answers["reason"]},
    ),
    "setting-aside": Question(
        Action.NOT_WORTH_CHECKING, _setting_aside, lambda state, answers: {"reason": answers["reason"]}
    ),
    "wording": Question(Action.EDIT, _wording, _reworded),
    "evidence": Question(Action.ADD_EVIDENCE, _evidence, _added),
    "note": Question(Action.NOTE, _note, lambda state, answers: {"text": answers["text"]}),
}
