"""The report as plain text: no colour codes, for a pipe, a mail or a file."""

from __future__ import annotations

from claimcheck.domain import Report


def render(report: Report, *, width: int = 80) -> str:
    """The report in lines of at most `width` columns."""
    from claimcheck.reports.terminal import printed

    return printed(report, width=width, colour=False)
