"""What is done with a finished report: another form, one claim, a comparison, a review; and its schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.commands.options import FORMATS, Config, Outputs, References
from claimcheck.commands.saying import say
from claimcheck.errors import UsageError


def render(
    report: Annotated[Path, typer.Argument(help="A report in JSON; - for standard input.")],
    form: Annotated[str | None, typer.Option("--format", help=FORMATS)] = None,
    output: Outputs = None,
    page: Annotated[str, typer.Option(help="claimreview: the address where the fact-check will stand.")] = "",
    publisher: Annotated[str, typer.Option(help="claimreview: who publishes the fact-check.")] = "",
) -> None:
    """Gives a finished report another form."""
    from claimcheck.commands.outputs import default_form, deliver, ensure_apart, ensure_writable, outputs_of
    from claimcheck.commands.reading import read_report
    from claimcheck.commands.review import left_out

    outputs = outputs_of(form, output or (), default=default_form())
    files = [one.path for one in outputs if one.path]
    ensure_apart(files, report)
    ensure_writable(files)
    held = read_report(report)
    deliver(held, outputs, page=page, publisher=publisher)
    for remark in left_out(report, held, [one.form for one in outputs]):
        say(remark)


def show(
    report: Annotated[Path, typer.Argument(help="A report in JSON; - for standard input.")],
    claim: Annotated[str, typer.Option(help="The claim's number.")],
) -> None:
    """Prints one claim in full, with all evidence that was looked at."""
    from claimcheck.commands.reading import read_report
    from claimcheck.commands.review import left_out
    from claimcheck.commands.showing import find
    from claimcheck.reports.one import compose_claim
    from claimcheck.reports.terminal import for_stdout

    held = read_report(report)
    sys.stdout.write(for_stdout(compose_claim(held, find(held, claim))))
    for remark in left_out(report, held, ()):
        say(remark)


def diff(
    old: Annotated[Path, typer.Argument(help="A report in JSON, or scores of `evaluate --json`.")],
    new: Annotated[Path, typer.Argument(help="A later report in JSON, or later scores.")],
    form: Annotated[
        str, typer.Option("--format", help="text or json; scores are compared as text.")
    ] = "text",
) -> None:
    """Says which claims are new, gone or changed in verdict between two reports, and why.

    Of two files of scores, what changed, each gain with its 95 % interval and its p.
    """
    from claimcheck.commands.comparing_scores import scores_compared
    from claimcheck.commands.reading import read_report
    from claimcheck.commands.review import left_out
    from claimcheck.reports.comparing import as_json, as_text, compare

    if form not in ("text", "json"):
        raise UsageError(f"--format takes text or json, not {form!r}")
    told = scores_compared(old, new)
    if told is not None:
        if form != "text":
            raise UsageError("scores are compared as text: leave --format away")
        print(told)
        return
    before, after = read_report(old), read_report(new)
    sys.stdout.write((as_json if form == "json" else as_text)(compare(before, after)))
    for remark in (*left_out(old, before, ()), *left_out(new, after, ())):
        say(remark)


def schema() -> None:
    """Prints the JSON schema of the report."""
    from claimcheck.reports.json import schema as report_schema

    print(report_schema())


def review(
    report: Annotated[Path, typer.Argument(help="A report in JSON.")],
    by: Annotated[str | None, typer.Option(help="Who reviews. Default: the login name.")] = None,
    references: References = None,
    form: Annotated[
        str | None, typer.Option("--export", metavar="FORM", help="Give out the confirmed report instead.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the export here.")] = None,
    page: Annotated[str, typer.Option(help="claimreview: the address where the fact-check will stand.")] = "",
    publisher: Annotated[str, typer.Option(help="claimreview: who publishes the fact-check.")] = "",
    config: Config = None,
) -> None:
    """Opens a report to be reviewed on the terminal; the review is kept in a file beside it.

    -r names where the sources are, if they are not where the report has them.
    """
    from claimcheck.commands import review as reviewing

    if output and not form:
        raise UsageError("-o takes the export: say its form with --export")
    if form is None:
        reviewing.review(report, by, references or (), config)
        return
    for remark in reviewing.export(report, form, output, page=page, publisher=publisher):
        say(remark)
