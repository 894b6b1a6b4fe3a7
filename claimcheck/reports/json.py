"""The one full form of a report: the `Report` model as JSON, the same bytes for the same report."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic_core import to_json

from claimcheck.domain import SCHEMA_VERSION, Report
from claimcheck.errors import InputError
from claimcheck.reports.safe import HIDDEN
from claimcheck.reports.soundness import faults

_FAR = re.compile(r'": -?(?:[0-9.]+[eE]|0\.0000)')  # every number of a report has a name before it


def render(report: Report) -> str:
    """The report as indented JSON in UTF-8; characters that could steer a terminal, or are not seen, are escaped."""
    held = plain(report)
    return inert(_quickly(held) or json.dumps(held, ensure_ascii=False, indent=2)) + "\n"


def _quickly(held: dict[str, Any]) -> str:
    """What `json.dumps` gives, in a tenth of its time; "" where the two may differ.

    They do in very large and very small numbers, which Python writes otherwise (1e+16, 1e-05), and pydantic refuses
    text that is no UTF-8.
    """
    try:
        text = to_json(held, indent=2).decode()
    except ValueError:
        return ""
    return "" if _FAR.search(text) else text


def plain(report: Report) -> dict[str, Any]:
    """The report as JSON values; one that nobody has reviewed says nothing of reviews."""
    held = report.model_dump(mode="json")
    for name in ("decisions", "past_decisions", "review_notes"):
        if not held[name]:
            del held[name]
    return held


def inert(text: str) -> str:
    """A JSON text with the characters escaped that could steer a terminal or are not seen: the same values, harmless.

    A file's name may hold bytes that are no text, which no UTF-8 can say: each is the replacement character.
    """
    return HIDDEN.sub(lambda match: _escaped(match.group()), text)


def _escaped(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return f"\\u{ord(character):04x}" if character <= "\uffff" else json.dumps(character)[1:-1]


def schema() -> str:
    """The JSON schema (2020-12) of the report, with the version that reports bear."""
    held = Report.model_json_schema(mode="serialization")
    held |= {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"claimcheck report {SCHEMA_VERSION}",
    }
    return json.dumps(held, ensure_ascii=False, indent=2)


def parse(text: str) -> Report:
    """The report that a JSON text holds. Raises `InputError` where it is none, or does not hold together."""
    try:
        report = Report.model_validate_json(text)
    except ValueError as error:
        raise InputError(f"this is not a claimcheck report of schema {SCHEMA_VERSION}") from error
    if found := faults(report):
        raise InputError(f"this report was damaged or changed after it was made: {found[0]}")
    return report
