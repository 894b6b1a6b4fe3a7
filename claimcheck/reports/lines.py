"""One line a claim that is not supported, as compilers write them: `file:line: level: what`."""

from __future__ import annotations

from claimcheck.domain import Report
from claimcheck.reports.alerts import alerts, file_of
from claimcheck.reports.safe import one_line
from claimcheck.reports.standing import summary, troubles


def render(report: Report) -> str:
    """Lines that editors and pre-commit show; those that a person set aside are left out."""
    file = one_line(file_of(report.article))
    found = [alert for alert in alerts(report) if not alert.aside]
    lines = [f"{file}:{alert.start_line or 1}: {alert.level}: {alert.message}" for alert in found]
    lines += [f"{file}:1: error: {one_line(trouble)}" for trouble in troubles(report)]
    return "\n".join([*lines, f"{file}: {summary(report)}"]) + "\n"
