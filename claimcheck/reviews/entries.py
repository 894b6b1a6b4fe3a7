"""One line of a review file: who did what to which claim, and when."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from enum import StrEnum
from typing import Self

from pydantic import AwareDatetime, Field, field_validator, model_validator

from claimcheck.domain import Claim, Frozen, Label
from claimcheck.reports.json import inert
from claimcheck.reports.safe import web_address


class Action(StrEnum):
    """What a reviewer can do to a claim."""

    ACCEPT = "accept"
    OVERRIDE = "override"
    NOT_WORTH_CHECKING = "not-worth-checking"
    EDIT = "edit"
    ADD_EVIDENCE = "add-evidence"
    NOTE = "note"
    UNDO = "undo"


DECISIVE = frozenset({Action.ACCEPT, Action.OVERRIDE, Action.NOT_WORTH_CHECKING})


class Added(Frozen):
    """Evidence that a person brings: its text, where it is from, its date, and its web address."""

    text: str = Field(min_length=1)
    source: str = ""
    date: dt.date | None = None
    url: str = ""

    @field_validator("url")
    @classmethod
    def _of_the_web(cls, url: str) -> str:
        if url and not web_address(url):
            raise ValueError("the address must begin with http:// or https:// and name a host")
        return url


class Entry(Frozen):
    """One action. `label` is the verdict that was accepted or given; `text` a new wording, a note, or the words
    that a decision is on, as its maker saw them: a colleague may edit them at the same time.

    `digest` tells which words the claim had (see `digest_of`), so that a report that was made anew cannot
    take over a decision on another claim; "" where the line was written without one.
    """

    at: AwareDatetime
    by: str = Field(min_length=1)
    claim: str
    action: Action
    label: Label | None = None
    reason: str = ""
    text: str = ""
    evidence: Added | None = None
    digest: str = ""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        lacking = _LACKING[self.action](self) if self.action in _LACKING else ""
        if lacking:
            raise ValueError(f"{self.action} needs {lacking}")
        return self

    def line(self) -> str:
        """The entry as one line of JSON in ASCII, with its line end: nothing in it steers a terminal.

        Half a character, as a page cut short may end with, is the replacement character: no reader takes it.
        """
        held = inert(json.dumps(self.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False))
        return json.dumps(json.loads(held)) + "\n"


def _verdict(entry: Entry) -> str:
    return "a verdict" if entry.label in (None, Label.UNCHECKED) else ""


_LACKING: dict[Action, Callable[[Entry], str]] = {
    Action.ACCEPT: _verdict,
    Action.OVERRIDE: lambda entry: _verdict(entry) or ("" if entry.reason.strip() else "a reason"),
    Action.EDIT: lambda entry: "" if entry.text.strip() else "a wording",
    Action.NOTE: lambda entry: "" if entry.text.strip() else "a text",
    Action.ADD_EVIDENCE: lambda entry: "" if entry.evidence else "evidence",
}


def digest_of(claim: Claim) -> str:
    """The first 12 hex digits of the SHA-256 of the claim's words, as the report has them."""
    return hashlib.sha256(claim.text.encode("utf-8", "replace")).hexdigest()[:12]
