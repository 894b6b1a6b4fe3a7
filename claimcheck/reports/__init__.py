"""Report → one file for each form it takes, found through the entry points `claimcheck.reports`."""

from __future__ import annotations

from importlib.metadata import entry_points

from claimcheck.domain import Report
from claimcheck.errors import UsageError


def forms() -> list[str]:
    """The names of the forms that are installed."""
    return sorted(point.name for point in entry_points(group="claimcheck.reports"))


def render(report: Report, form: str) -> str:
    """The report in that form. Raises `UsageError` for a form that is not installed."""
    for point in entry_points(group="claimcheck.reports"):
        if point.name == form:
            return str(point.load()(report))
    raise UsageError(f"there is no form {form!r}; there are: {', '.join(forms())}")
