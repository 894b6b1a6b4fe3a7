"""Those who follow a run while it goes on: the live view or bar, and streams of JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.commands.outputs import Output
    from claimcheck.domain import Article, Event, Report
    from claimcheck.reports.progress import Progress

STREAMED = "jsonl"


class Stream:
    """JSON lines to one file, written through at once, so that a killed run leaves what it told."""

    def __init__(self, out: IO[str], *, alone: bool) -> None:
        self._out, self._alone, self._gone = out, alone, False
        self.fault = ""  # why the file cannot be written any more

    def begin(self, article: Article) -> None:
        """Tells which article the run is on."""
        from claimcheck.reports.events import article_line

        self._write(article_line(article))

    def hear(self, event: Event) -> None:
        """Tells of an event."""
        from claimcheck.reports.events import lines_of

        for line in lines_of(event):
            self._write(line)

    def end(self, report: Report) -> None:
        """Tells the whole report."""
        from claimcheck.reports.events import report_line

        self._write(report_line(report))

    def _write(self, line: str) -> None:
        if self._gone:
            return
        try:
            self._out.write(line)
            self._out.flush()
        except BrokenPipeError:
            if self._alone:  # nobody is left to run for
                raise
            self._gone = True
        except OSError as error:  # a full disk: the run is worth more than what follows it
            self._gone, self.fault = True, f"{self._out.name} cannot be written ({error.strerror})"


@contextmanager
def streams(outputs: Sequence[Output]) -> Iterator[list[Stream]]:
    """The streams that `outputs` ask for. Raises `InputError` where a file cannot be opened."""
    asked = [output.path for output in outputs if output.form == STREAMED]
    opened: list[IO[str]] = []
    try:
        for path in asked:
            opened.append(sys.stdout if path is None else _open(path))
        yield [Stream(out, alone=len(outputs) == 1) for out in opened]
    finally:
        for out in opened:
            if out is not sys.stdout:
                with suppress(OSError):  # what cannot be written was told when it was
                    out.close()


def _open(path: Path) -> IO[str]:
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror})") from error


def view() -> Progress:
    """The live view on a terminal, nothing where standard error is none."""
    from claimcheck.reports.live import LiveView
    from claimcheck.reports.progress import Quiet

    return LiveView() if sys.stderr.isatty() else Quiet()
