"""One article from its file to its report in every form that was asked for."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.commands.levels import LEVELS
from claimcheck.commands.outputs import default_form
from claimcheck.commands.saying import say
from claimcheck.errors import ClaimcheckError, InputError

if TYPE_CHECKING:
    from claimcheck.domain import Article, Report
    from claimcheck.evidence import Source
    from claimcheck.lm import LanguageModel
    from claimcheck.pipeline import Event, Run
    from claimcheck.reports.progress import Progress
    from claimcheck.settings import Settings


def estimated(settings: Settings) -> int:
    """Prints what a run may take; nothing is asked. Raises what reading the article raises."""
    from claimcheck.articles import read_article
    from claimcheck.commands.opening import per_call_for, price_for, thinking_for
    from claimcheck.estimate import estimate

    article = read_article(settings.article, published=settings.published)
    price = price_for(settings.model, settings.base_url, settings.prices)
    of = (settings.model, settings.options)
    print(estimate([len(article.sentences)], per_call_for(*of), price, thinking_for(*of)))
    return 0


def run(settings: Settings) -> int:
    """Checks one article and gives out the report; the exit code. Raises `ClaimcheckError` where there is no report."""
    from claimcheck.articles import read_article
    from claimcheck.commands.following import STREAMED, streams, view
    from claimcheck.commands.outputs import Output, deliver, outputs_of

    outputs = outputs_of(settings.form, settings.outputs, default=default_form())
    _refuse_bad_files([output.path for output in outputs if output.path], settings)
    article = read_article(settings.article, published=settings.published)
    _refuse_own_report(settings.article)
    sources, lacking = _sources(settings)
    with streams(outputs) as told:
        with view() as progress:
            for stream in told:
                stream.begin(article)
            listeners = [progress.hear, *(stream.hear for stream in told)]
            report, code = _checked(article, sources, settings, progress, listeners)
        for stream in told:
            stream.end(report)
    lost = [stream.failure for stream in told if stream.failure]
    instead = [Output(STREAMED)] if lost else []
    deliver(report, [*(output for output in outputs if output.form != STREAMED), *instead])
    if any(output.form == "claimreview" for output in outputs):
        say(
            "ClaimReview is of claims that a person confirmed, and none is yet: claimcheck review takes a report in JSON"
        )
    if lost:
        raise InputError(f"{lost[0]}; the report was printed instead")
    for failure in report.failures:
        if failure not in lacking:
            say(failure)
    given = {str(verdict.label) for verdict in report.verdicts}
    return code or int(bool(given & set(LEVELS[settings.fail_on])))


def _refuse_bad_files(files: list[Path], settings: Settings) -> None:
    """Raises `UsageError` for files that cannot be written, or that the run reads."""
    from claimcheck.commands.outputs import ensure_apart, ensure_writable

    read = [settings.article, settings.replay, settings.record, *filter(os.path.isfile, settings.references)]
    ensure_apart(files, *(name for name in read if name))
    ensure_writable(files, settings.references)


def _refuse_own_report(article: str) -> None:
    """Raises `InputError` for a report in a readable form, all of whose text would be checked and paid for."""
    from claimcheck.evidence.documents import is_own_report

    if os.path.isfile(article) and is_own_report(Path(article).read_bytes()):
        raise InputError(f"{article} is a report of claimcheck, and no article")


def _sources(settings: Settings) -> tuple[list[Source], list[str]]:
    """The sources, and what is wrong with those that cannot answer, which is said before anything is paid for."""
    from claimcheck.commands.opening import refuse_without_evidence
    from claimcheck.evidence import resolve_sources

    sources = resolve_sources(settings.references, options=settings.evidence)
    lacking = refuse_without_evidence(sources)
    for line in lacking:
        say(line)
    return sources, lacking


def _checked(
    article: Article,
    sources: list[Source],
    settings: Settings,
    progress: Progress,
    listeners: Sequence[Callable[[Event], None]],
) -> tuple[Report, int]:
    """The report, and 4, 5, 6 or 130 where the run ended early with what was finished."""
    from claimcheck.commands.opening import opened
    from claimcheck.lm import recording
    from claimcheck.pipeline import Run

    run, found = Run(article), []
    try:
        with (
            recording(settings.record, settings.replay),
            opened(settings, progress, say) as model,
        ):
            found.append(_with_model(run, model, sources, settings, listeners))
    except InputError as error:
        if not found:
            raise
        say(str(error))  # the recording cannot be kept: the report can
        return found[0][0], error.exit_code
    return found[0]


def _with_model(
    run: Run,
    model: LanguageModel,
    sources: list[Source],
    settings: Settings,
    listeners: Sequence[Callable[[Event], None]],
) -> tuple[Report, int]:
    from claimcheck.pipeline import check, report_of

    begun, clock = datetime.now(UTC), time.monotonic()
    try:
        report = check(
            run.article,
            model,
            sources,
            limit=settings.passages,
            evidence=settings.evidence,
            listen=_to_all(listeners),
            deterministic=settings.replay is not None,
            run=run,
        )
    except KeyboardInterrupt:
        ranker, timed = settings.evidence.ranker, settings.replay is None
        started = begun if timed else None  # a review tells by it which decisions are older
        seconds = round(time.monotonic() - clock, 1) if timed else None
        report = report_of(
            run, model, sources, ranker=ranker, started=started, seconds=seconds, interrupted=True
        )
        return report, 130
    return report, run.fatal.exit_code if run.fatal else _source_code(report)


def _source_code(report: Report) -> int:
    """4 where every source that was asked for failed; one that fails does not stop the others."""
    statuses = report.provenance.sources
    return 4 if statuses and all(status.failure for status in statuses) else 0


def _to_all(listeners: Sequence[Callable[[Event], None]]) -> Callable[[Event], None]:
    def hear(event: Event) -> None:
        for listener in listeners:
            listener(event)

    return hear


def code_of(settings: Settings) -> int:
    """The exit code of one run; a failure is told, and does not keep others from running."""
    try:
        return run(settings)
    except ClaimcheckError as error:
        say(str(error))
        return error.exit_code
