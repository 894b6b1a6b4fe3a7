"""A person's review of a report: on the screen, or given out as the confirmed report."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.domain import Report


def review(
    report: Path, by: str | None = None, references: Sequence[str] = (), config: Path | None = None
) -> None:
    """Opens the review on the screen, and returns when the reviewer leaves.

    `references` stand in for the sources that the report names. Raises `UsageError` where there is no terminal
    (or a dumb one) or nobody to name, `InputError` where the report cannot be read or the review file cannot be written.
    """
    from claimcheck.commands.reading import read_report
    from claimcheck.reports.terminal import is_dumb
    from claimcheck.reviews import log
    from claimcheck.settings import evidence_settings

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the review needs a terminal; in a pipe there is --export FORM")
    if is_dumb():
        raise UsageError("the review needs a terminal that can place text: TERM says that this one cannot")
    file, name = _file(report), reviewer(by)
    _, options = evidence_settings(config, references)
    held = read_report(report)
    log.ensure_writable(file)
    log.read(file)  # says that it cannot be read before the screen opens

    from claimcheck.reviews.apart import is_under_way
    from claimcheck.reviews.app import ReviewApp
    from claimcheck.reviews.lookup import Lookup

    ReviewApp(held, file, name, Lookup(held, references, options)).run()
    if is_under_way():
        _leave()


def _leave() -> NoReturn:
    """Leaves without waiting for a source: what one keeps on disk, it keeps as a whole or not at all."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def export(report: Path, form: str, output: Path | None = None, **options: str) -> list[str]:
    """Writes the confirmed report in that form to `output` or standard output; `options` are the form's.

    Gives what a person should know of it, a sentence each. Raises `UsageError` for a form that is not
    installed or an output that is the report or its review, `InputError` where a file cannot be read or written.
    """
    from claimcheck.commands.outputs import STANDARD, Output, deliver, ensure_apart, ensure_writable
    from claimcheck.commands.reading import read_report
    from claimcheck.reports import forms
    from claimcheck.reviews import log
    from claimcheck.reviews.export import confirmed, remarks
    from claimcheck.reviews.state import fold

    if form not in forms():
        raise UsageError(f"--export takes {', '.join(forms())}, not {form!r}")
    file = _file(report)
    output = None if output == STANDARD else output
    files = [output] if output else []
    ensure_apart(files, report, file)
    ensure_writable(files)
    kept, held = log.read(file), read_report(report)
    state = fold(held, kept.entries)
    deliver(confirmed(held, state), [Output(form, output)], **options)
    return [*kept.faults, *remarks(state)]


def left_out(report: Path, held: Report, forms: Sequence[str]) -> list[str]:
    """What a person should know who reads a report, or other forms of it, and not its review: a sentence each."""
    from claimcheck.reviews import log

    how = f"claimcheck review {report} --export FORM gives out the report with a person's decisions"
    if str(report) != "-" and log.path_for(report).is_file():
        return [f"what {log.path_for(report)} holds is not in it: {how}"]
    if "claimreview" in forms and not held.decisions:
        return [f"ClaimReview is of claims that a person confirmed, and none is: {how}"]
    return []


def _file(report: Path) -> Path:
    from claimcheck.reviews import log

    if str(report) == "-":
        raise UsageError("a review is kept beside the report: name the report's file")
    return log.path_for(report)


def reviewer(by: str | None) -> str:
    """Who reviews: as told, else the login name. Raises `UsageError` where neither names anybody.

    Bytes that are no text in this locale are written out: a line that holds them could not be read again.
    """
    from claimcheck.reports.safe import safe

    try:
        name = safe((by if by is not None else getpass.getuser()).strip())
    except (OSError, KeyError):  # a user without a name, as in a container
        name = ""
    if not name:
        raise UsageError("who reviews is not known: say it with --by NAME")
    return name
