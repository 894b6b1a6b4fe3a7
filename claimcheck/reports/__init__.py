"""Report → one file for each form it takes, found through the entry points `claimcheck.reports`."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from inspect import signature
from pathlib import Path

from claimcheck.domain import Report
from claimcheck.errors import UsageError

SUFFIXES = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".csv": "csv",
    ".sarif": "sarif",
    ".xml": "junit",
    ".jsonld": "claimreview",
}


def forms() -> list[str]:
    """The names of the forms that are installed."""
    return sorted(point.name for point in entry_points(group="claimcheck.reports"))


def form_of(path: Path) -> str | None:
    """The form that a file's suffix tells, None where it tells none."""
    return SUFFIXES.get(path.suffix.lower())


def render(report: Report, form: str, **options: str) -> str:
    """The report in that form; `options` reach the forms that take them (`page`, `publisher`).

    Raises `UsageError` for a form that is not installed, or that needs an option which is missing.
    """
    for point in entry_points(group="claimcheck.reports"):
        if point.name == form:
            function: Callable[..., str] = point.load()
            taken = signature(function).parameters
            return str(function(report, **{name: value for name, value in options.items() if name in taken}))
    raise UsageError(f"there is no form {form!r}; there are: {', '.join(forms())}")
