"""Workflow commands of GitHub Actions: each line becomes an annotation on the file of a pull request."""

from __future__ import annotations

from claimcheck.domain import Report
from claimcheck.reports.alerts import Alert, alerts, file_of
from claimcheck.reports.safe import one_line
from claimcheck.reports.standing import summary, troubles

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(report: Report) -> str:
    """An annotation for each claim that is not supported and was not set aside; the counts at the end."""
    lines = [_annotation(report, alert) for alert in alerts(report) if not alert.aside]
    lines += [
        f"::warning title=claimcheck::{_escaped(one_line(trouble), _DATA)}" for trouble in troubles(report)
    ]
    return "\n".join([*lines, f"claimcheck: {summary(report)}"]) + "\n"


def _annotation(report: Report, alert: Alert) -> str:
    properties = {"file": one_line(file_of(report.article))}
    if alert.start_line and alert.end_line:
        properties |= {"line": str(alert.start_line), "endLine": str(alert.end_line)}
    properties["title"] = f"Claim {alert.standing.number}: {alert.label}"
    told = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[alert.level]} {told}::{_escaped(alert.message, _DATA)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
