"""A report that was damaged or changed by hand is refused, before a quotation is shown that nobody wrote."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from claimcheck.domain import Report
from claimcheck.errors import InputError
from claimcheck.reports import render
from claimcheck.reports.json import parse

Build = Callable[..., Report]


def _article(held: Any) -> None:
    held["article"]["text"] = held["article"]["text"].replace("June", "July")


def _sentence(held: Any) -> None:
    held["article"]["sentences"][1]["text"] = "It was opened in July."


def _span(held: Any) -> None:
    held["claims"][1]["spans"][0]["quotation"] = "The bridge is 460 metres long."


def _place(held: Any) -> None:
    held["claims"][1]["spans"][0]["start"] -= 1


def _quotation(held: Any) -> None:
    held["verdicts"][1]["citations"][0]["quotation"] = "The bridge is 460 metres long."


def _passage(held: Any) -> None:
    held["verdicts"][1]["evidence"][0]["text"] = held["verdicts"][1]["evidence"][0]["text"].upper()


def _no_passage(held: Any) -> None:
    del held["verdicts"][1]["evidence"][0]


def _other_claim(held: Any) -> None:
    held["verdicts"][1]["claim"] = "c99"


def _two_verdicts(held: Any) -> None:
    held["verdicts"][1]["claim"] = held["verdicts"][0]["claim"]


def _one_id(held: Any) -> None:
    held["claims"][1]["id"] = held["claims"][0]["id"]


def _decision(held: Any) -> None:
    held["decisions"][1]["claim"] = "c99"


def _two_decisions(held: Any) -> None:
    held["decisions"][1]["claim"] = held["decisions"][0]["claim"]


def _past_decision(held: Any) -> None:
    held["past_decisions"][1]["claim"] = "c99"


def _note(held: Any) -> None:
    held["review_notes"][1]["claim"] = "c99"


def _ledger(held: Any) -> None:
    held["ledger"][1]["sentence"] = 99


CHANGES: dict[str, Callable[[Any], None]] = {
    "the article's text": _article,
    "sentence 2 does not stand": _sentence,
    "claim 2 does not stand": _span,
    "claim 2 does not stand in": _place,
    "the verdict on claim 2 quotes": _quotation,
    "the verdict on claim 2 quotes what": _passage,
    "the verdict on claim 2 quotes what none": _no_passage,
    "a verdict on a claim that it does not have": _other_claim,
    "more than one verdict": _two_verdicts,
    "two claims bear one id": _one_id,
    "a decision on a claim that it does not have": _decision,
    "holds a decision on a claim that it does not have": _past_decision,
    "a note on a claim that it does not have": _note,
    "more than one decision": _two_decisions,
    "a sentence that the article does not have": _ledger,
}


@pytest.mark.parametrize("told", CHANGES)
def test_a_report_that_was_changed_is_refused_with_what_is_wrong(build: Build, told: str) -> None:
    held = json.loads(render(build(decide=True), "json"))
    CHANGES[told](held)
    with pytest.raises(InputError, match=f"damaged or changed after it was made: .*{told}"):
        parse(json.dumps(held))


def test_a_report_of_an_older_version_is_read(build: Build) -> None:
    held = json.loads(render(build(), "json"))
    held["schema_version"] = "1.0"
    del held["article"]["sha256"]
    assert parse(json.dumps(held)).schema_version == "1.0"
