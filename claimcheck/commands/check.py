"""`claimcheck check` and `claimcheck hook`: articles that are checked here and now."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.commands.levels import refuse_unknown_level
from claimcheck.commands.limits import EstimateOnly, Fresh, MaxCalls, MaxCost, MaxTime
from claimcheck.commands.one_article import code_of, estimated, run
from claimcheck.commands.options import (
    FORMATS,
    AsOf,
    BaseUrl,
    Config,
    Meaning,
    Model,
    Outputs,
    Passages,
    References,
)
from claimcheck.errors import InterruptionError, UsageError


def check(
    context: typer.Context,
    article: Annotated[
        str, typer.Argument(help="A text, Markdown, HTML, PDF or mail file; - for standard input.")
    ],
    references: References = None,
    model: Model = None,
    base_url: BaseUrl = None,
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
    passages: Passages = 5,
    as_of: AsOf = None,
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
    refuse_unknown_level(fail_on)
    if record and replay:
        raise UsageError("--record and --replay exclude each other")
    name, address, key = model_access(model, base_url, replaying=replay is not None)
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
    raise typer.Exit(estimated(settings) if estimate else run(settings))


def hook(
    files: Annotated[list[str], typer.Argument(help="Articles, one after another.")],
    references: References = None,
    model: Model = None,
    base_url: BaseUrl = None,
    replay: Annotated[Path | None, typer.Option(help="Answer from this file alone; no network.")] = None,
    fail_on: Annotated[str, typer.Option(help="As in `check`.")] = "refuted",
    config: Config = None,
) -> None:
    """Checks several articles in turn and prints a line a claim that is not supported: for pre-commit."""
    from claimcheck.configuration import read_configuration
    from claimcheck.settings import Settings, evidence_settings, model_access

    refuse_unknown_level(fail_on)
    name, address, key = model_access(model, base_url, replaying=replay is not None)
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
        codes.append(code_of(settings.model_copy(update={"article": file})))
        if codes[-1] == InterruptionError.exit_code:
            break  # who interrupts one article does not want the next
    raise typer.Exit(max(codes))
