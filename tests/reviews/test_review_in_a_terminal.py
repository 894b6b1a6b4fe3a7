"""The command in a real (pseudo) terminal: a kill loses nothing, NO_COLOR is kept, faults are one line."""

import fcntl
import os
import pty
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from claimcheck.commands.review import export, reviewer
from claimcheck.domain import Label
from claimcheck.errors import UsageError
from claimcheck.reports.json import parse, render
from claimcheck.reviews import log
from claimcheck.reviews.entries import Action
from tests.reviews.samples import entry, report

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "claimcheck.cli", "review"]


@pytest.fixture
def held(tmp_path: Path) -> Path:
    path = tmp_path / "report.json"
    path.write_text(render(report()))
    return path


def test_an_export_never_takes_the_place_of_the_review(held: Path) -> None:
    log.append(log.path_for(held), entry(Action.ACCEPT, label=Label.SUPPORTED))
    before = log.path_for(held).read_bytes()
    with pytest.raises(UsageError, match="another file"):
        export(held, "jsonl", log.path_for(held))
    assert log.path_for(held).read_bytes() == before


def test_a_reviewers_name_in_other_bytes_is_kept_so_that_it_can_be_read(tmp_path: Path) -> None:
    name = reviewer(os.fsdecode(b"Jos\xe9"))
    log.append(tmp_path / "r.review.jsonl", entry(Action.NOTE, by=name, text="seen"))
    assert [one.by for one in log.read(tmp_path / "r.review.jsonl").entries] == [name]


class Terminal:
    """`claimcheck review` in a terminal of 80 columns and 24 rows."""

    def __init__(self, held: Path, *references: str, **environment: str) -> None:
        given = [word for name in references for word in ("-r", name)]
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            kept = {"PATH": os.environ["PATH"], "HOME": str(held.parent), "TERM": "xterm-256color"}
            os.execve(sys.executable, [*COMMAND, str(held), "--by", "ann", *given], kept | environment)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.output = b""

    def until(self, words: str) -> None:
        """Waits until the words were written to the terminal."""
        deadline = time.monotonic() + 90
        while words.encode() not in self.output:
            assert time.monotonic() < deadline, self.output[-2000:]
            if select.select([self._descriptor], [], [], 0.2)[0]:
                try:
                    self.output += os.read(self._descriptor, 65536)
                except OSError:  # the terminal's other end is closed
                    assert words.encode() in self.output, self.output[-2000:]

    def type(self, keys: str) -> None:
        """Types the keys."""
        self.output = b""
        os.write(self._descriptor, keys.encode())

    def leave(self) -> int:
        """Types q, reads what is still written, and gives the exit code."""
        self.type("q")
        with suppress(OSError):  # the other end is closed
            while os.read(self._descriptor, 65536):
                pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def end(self, sent: signal.Signals = signal.SIGKILL) -> int:
        """Ends the command, and gives how it ended."""
        os.kill(self.pid, sent)
        return os.waitpid(self.pid, 0)[1]


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        try:
            terminal.end()
        except (ProcessLookupError, ChildProcessError):
            continue


def test_a_killed_terminal_loses_nothing(held: Path, terminals: list[Terminal]) -> None:
    terminals.append(first := Terminal(held))
    first.until("0 of 5 reviewed")
    first.type("a")
    first.until("1 of 5")
    first.end(signal.SIGKILL)
    kept = log.read(log.path_for(held))
    assert [(e.action, e.by, e.label) for e in kept.entries] == [(Action.ACCEPT, "ann", Label.SUPPORTED)]
    terminals.append(second := Terminal(held))
    second.until("1 of 5 reviewed")
    assert second.leave() == 0


def test_leaving_does_not_wait_for_sources_that_do_not_answer(held: Path, terminals: list[Terminal]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes calls, and says nothing
        address = f"searxng+http://127.0.0.1:{silent.getsockname()[1]}"
        terminals.append(terminal := Terminal(held, f"{address}/a", f"{address}/b"))
        terminal.until("0 of 5 reviewed")
        terminal.type("a")
        terminal.until("1 of 5")
        terminal.type("l")
        terminal.until("Enter asks")
        terminal.type("\r")
        silent.settimeout(60)
        calls = [silent.accept()[0] for _ in range(2)]
        terminal.type("\x1b")
        terminal.until("MACHINE")  # which the dialog hid
        left = time.monotonic()
        assert terminal.leave() == 0
        assert time.monotonic() - left < 30  # the sources are waited for much longer
        for call in calls:
            call.close()
    kept = log.read(log.path_for(held))
    assert ([one.action for one in kept.entries], kept.faults) == ([Action.ACCEPT], ())


def test_a_terminal_that_knows_no_codes_gets_none(held: Path, terminals: list[Terminal]) -> None:
    terminals.append(terminal := Terminal(held, TERM="dumb"))
    terminal.until("this one cannot")
    assert b"\x1b" not in terminal.output
    assert os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1]) == 2


def test_without_colour_no_colour_is_sent(held: Path, terminals: list[Terminal]) -> None:
    terminals.append(terminal := Terminal(held, NO_COLOR="1"))
    terminal.until("0 of 5 reviewed")
    terminal.until("Quit")
    codes = {code for part in re.findall(rb"\x1b\[([\d;]*)m", terminal.output) for code in part.split(b";")}
    assert codes <= {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"39", b"49"}  # attributes, default colours


def test_the_terminals_own_colours_are_used(held: Path, terminals: list[Terminal]) -> None:
    terminals.append(terminal := Terminal(held))
    terminal.until("Quit")
    codes = {code for part in re.findall(rb"\x1b\[([\d;]*)m", terminal.output) for code in part.split(b";")}
    assert codes & {b"32", b"31"}
    assert not codes & {b"38", b"48", b"40", b"47"}  # no colour of our own, no background


def claimcheck(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["report.json"], 2, "needs a terminal"),
        (["report.json", "--export", "papyrus"], 2, "--export takes"),
        (["report.json", "-o", "x.json"], 2, "--export"),
        (["report.json", "--export", "json", "-o", "report.json"], 2, "another file"),
        (["report.json", "--export", "json", "-o", "none/x.json"], 2, "-o names a file in none"),
        (["none.json", "--export", "json"], 3, "not there"),
        (["-", "--export", "json"], 2, "name the report's file"),
    ],
)
def test_a_fault_is_one_line_and_its_code(held: Path, arguments: list[str], code: int, words: str) -> None:
    done = claimcheck(*arguments, cwd=held.parent)
    assert (done.returncode, done.stderr.count("\n")) == (code, 1), done.stderr
    assert words in done.stderr


def test_the_export_is_the_confirmed_report_and_says_what_is_open(held: Path) -> None:
    log.append(log.path_for(held), entry(Action.OVERRIDE, label=Label.REFUTED, reason="460 m, says the deed"))
    done = claimcheck("report.json", "--export", "json", "-o", "confirmed.json", cwd=held.parent)
    assert done.returncode == 0
    assert "1 of 5 reviewed" in done.stderr
    made = parse((held.parent / "confirmed.json").read_text())
    assert [(d.claim, d.label, d.reason) for d in made.decisions] == [
        ("c1", Label.REFUTED, "460 m, says the deed")
    ]
    assert made.verdicts == report().verdicts


def test_every_form_can_be_exported(held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from claimcheck.reports import forms

    log.append(log.path_for(held), entry(Action.ACCEPT, label=Label.SUPPORTED))
    for form in forms():
        export(held, form, held.parent / f"out.{form}", page="https://example.org/check", publisher="Us")
        assert (held.parent / f"out.{form}").stat().st_size > 0, form


def test_who_reviews_is_told_or_the_login_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "cem")
    assert (reviewer(None), reviewer(" ann ")) == ("cem", "ann")
    with pytest.raises(UsageError, match="--by"):
        reviewer(" ")
