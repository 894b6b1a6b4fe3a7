"""The command: parse arguments, call, print, exit code. `claimcheck article.txt` is `claimcheck check …`."""

from __future__ import annotations

import logging
import os
import signal
import sys
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from claimcheck import __version__
from claimcheck.commands.batch import batch
from claimcheck.commands.calibrate import calibrate
from claimcheck.commands.check import check, hook
from claimcheck.commands.evaluate import evaluate
from claimcheck.commands.index import index
from claimcheck.commands.models import models
from claimcheck.commands.optimize import optimize
from claimcheck.commands.report import diff, render, review, schema, show
from claimcheck.commands.runs import runs
from claimcheck.commands.saying import say
from claimcheck.commands.sources import sources
from claimcheck.commands.worker import worker
from claimcheck.errors import ClaimcheckError, InputError, InterruptionError, UsageError

EXIT_CODES = """Exit codes: 0 done; 1 done, and a claim reached the level of --fail-on; 2 wrong usage;
3 the input could not be read; 4 model or reference service unavailable, or a batch could not finish;
5 a replay had no recorded answer; 6 a limit of calls, cost or time was reached (what was finished is still printed); 130 interrupted
(what was finished is still printed)."""


class _Commands(TyperGroup):
    """The commands. Where one is interrupted that keeps nothing and says nothing of it, that is told."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of these arguments; a shell that completes them has them without what `_with_command` adds."""
        short = ctx.resilient_parsing and args[0] not in COMMANDS
        return super().resolve_command(ctx, ["check", *args] if short else args)

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
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=EXIT_CODES, context_settings={"allow_extra_args": True})(check)
app.command(epilog=EXIT_CODES)(hook)
app.command(epilog=EXIT_CODES)(batch)
for command in (render, show, diff, schema, review, sources, index, worker, evaluate, optimize, calibrate):
    app.command()(command)
app.add_typer(runs, name="runs")
app.add_typer(models, name="model", no_args_is_help=True)


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
    "--install-completion": "--install-completion",
    "--show-completion": "--show-completion",
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
        say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        say("interrupted")
        return InterruptionError.exit_code
    except OSError as error:
        where, why = error.filename or "what was to be printed", error.strerror or type(error).__name__
        say(f"{where} cannot be written ({why})")
        return InputError.exit_code
    return 0


def main() -> None:
    """The console script: runs a command and leaves with its exit code."""
    _speak_utf8()
    # What libraries log, as pypdf of a damaged file, would stand before the sentence that says what is wrong.
    logging.getLogger().addHandler(logging.NullHandler())
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _interrupted)
    code = _code_of_command()
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has enough
        _forget_output()
    except OSError as error:
        _forget_output()
        say(f"what was to be printed cannot be written ({error.strerror})")
        code = code or InputError.exit_code
    sys.exit(code)


def _forget_output() -> None:
    """Has Python not try once more, at its end, to write what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    main()
