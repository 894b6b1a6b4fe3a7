"""However a command ends, it ends in one sentence and with its code: stopped, on a full disk, or by what it was given."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_interruption import opinions

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = str(ROOT / "examples" / "article.txt")
REPLAY = [EXAMPLE, "-r", str(ROOT / "examples/references")]
REPLAY += ["--replay", str(ROOT / "cassettes/pipeline/example.yaml")]
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")


def started(folder: Path, *arguments: str | bytes, **streams: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "claimcheck.cli", *arguments]
    environment = {"CLAIMCHECK_CACHE": "cache", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | streams
    return subprocess.Popen(command, cwd=folder, env=environment, **streams)


def ended(process: subprocess.Popen[str], seconds: float = 100) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=seconds)
    assert "Traceback" not in err, err
    assert "Exception ignored" not in err, err
    return process.returncode, out, err


def interrupted(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """How a command ends that is interrupted while it reads. Python drops an interrupt that comes within a callback of
    its own; whoever waits then presses the keys again.
    """
    for _ in range(9):
        process.send_signal(signal.SIGINT)
        try:
            return ended(process, 10)
        except subprocess.TimeoutExpired:
            continue
    return ended(process)


class Hanging:
    """A service that answers so many questions, and then keeps all others waiting."""

    def __init__(self, answers: int, serve: Any, reply: Callable[..., None]) -> None:
        self.hangs, self.leave = threading.Event(), threading.Event()
        self._answers, self._reply = answers, reply
        self.site = serve(self._answer)
        self.flags = ["--model", "m", "--base-url", f"{self.site.url}/v1"]

    def _answer(self, handler: Any) -> None:
        if len(self.site.asked) > self._answers:
            self.hangs.set()
            self.leave.wait(60)
            return
        self._reply(handler, body=opinions(handler.body), content_type="application/json")


@pytest.fixture
def hanging(serve: Any, reply: Callable[..., None]) -> Iterator[Callable[[int], Hanging]]:
    made: list[Hanging] = []

    def start(answers: int) -> Hanging:
        made.append(Hanging(answers, serve, reply))
        return made[-1]

    yield start
    for one in made:
        one.leave.set()


def test_a_friendly_kill_prints_what_was_finished_and_keeps_the_recording(
    tmp_path: Path, hanging: Callable[[int], Hanging]
) -> None:
    service = hanging(1)
    flags = [*service.flags, "--record", "run.yaml", "--format", "jsonl", "-o", "report.txt"]
    process = started(tmp_path, EXAMPLE, *flags)
    assert process.stdout
    next(line for line in process.stdout if '"sentence"' in line and "an opinion" in line)  # taken in
    process.send_signal(signal.SIGTERM)
    code, out, _ = ended(process)
    assert code == 130
    assert '"interrupted":true' in out.replace(" ", "")
    assert "interrupted" in (tmp_path / "report.txt").read_text()
    assert "opinion" in (tmp_path / "run.yaml").read_text()


def test_who_interrupts_a_hook_does_not_want_the_next_article(
    tmp_path: Path, hanging: Callable[[int], Hanging]
) -> None:
    service = hanging(0)
    process = started(tmp_path, "hook", *service.flags, EXAMPLE, EXAMPLE, EXAMPLE)
    assert service.hangs.wait(60)
    process.send_signal(signal.SIGINT)
    assert ended(process)[0] == 130


def test_a_command_that_keeps_nothing_says_that_it_was_interrupted(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "article")
    process = started(tmp_path, "article", "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    writer = os.open(tmp_path / "article", os.O_WRONLY)  # returns when the command has begun to read
    code, _, err = interrupted(process)
    os.close(writer)
    assert (code, err) == (130, "claimcheck: interrupted\n")


@FULL
@pytest.mark.parametrize("form", ["text", "jsonl", "json"])
def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path, form: str) -> None:
    with open("/dev/full", "w") as full:
        code, _, err = ended(started(tmp_path, *REPLAY, "--format", form, stdout=full))
    assert code == 3
    assert "cannot be written (No space left on device)" in err.splitlines()[-1]


@FULL
def test_a_full_disk_behind_one_file_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "events.jsonl").symlink_to("/dev/full")
    code, _, err = ended(started(tmp_path, *REPLAY, "-o", "events.jsonl", "-o", "report.json"))
    assert code == 3
    assert "events.jsonl cannot be written (No space left on device)" in err
    assert json.loads((tmp_path / "report.json").read_text())["claims"]


@FULL
def test_a_recording_that_cannot_be_kept_costs_no_report(
    tmp_path: Path, serve: Any, reply: Callable[..., None]
) -> None:
    site = serve(lambda handler: reply(handler, body=opinions(handler.body), content_type="application/json"))
    (tmp_path / "run.yaml").symlink_to("/dev/full")
    flags = ["--model", "m", "--base-url", f"{site.url}/v1", "--record", "run.yaml", "--format", "text"]
    code, out, err = ended(started(tmp_path, EXAMPLE, *flags))
    assert code == 3
    assert "the recording run.yaml cannot be written (No space left on device)" in err
    assert "an opinion or a judgement" in out


def test_a_reader_that_has_enough_is_no_failure(tmp_path: Path) -> None:
    end, pipe = os.pipe()
    os.close(end)
    process = started(tmp_path, *REPLAY, "--format", "text", stdout=pipe)
    os.close(pipe)
    code, _, err = ended(process)
    assert (code, err) == (0, "")


def test_standard_input_that_is_closed_is_told(tmp_path: Path) -> None:
    line = f"exec {sys.executable} -m claimcheck.cli - <&-"
    done = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        3,
        "claimcheck: standard input is closed: name the article's file\n",
    )


def test_outputs_that_are_closed_keep_no_report_from_its_file(tmp_path: Path) -> None:
    line = f"exec {sys.executable} -m claimcheck.cli {' '.join(REPLAY)} -o {tmp_path}/report.json >&- 2>&-"
    assert subprocess.run(["sh", "-c", line], cwd=ROOT, check=False).returncode == 0
    assert json.loads((tmp_path / "report.json").read_text())["claims"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([b"caf\xe9.txt"], 2, "is not UTF-8"),
        ([b"batch", b"caf\xe9"], 2, "is not UTF-8"),
        ([EXAMPLE, "--model", "m", "--base-url", "http://[::1/v1"], 2, "takes an address"),
        ([EXAMPLE, "--config", "odd.toml"], 2, "odd.toml: evidence:"),
        (["batch", "The text of an article. " * 30], 3, "is not there"),
        (["runs", "--database", "postgresql://a@b:c/d"], 2, "--database takes"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    tmp_path: Path, arguments: list[str | bytes], code: int, words: str
) -> None:
    (tmp_path / "odd.toml").write_text("evidence = 5\n")
    found, _, err = ended(started(tmp_path, *arguments))
    assert found == code, err
    assert words in err
    assert len(err.splitlines()) == 1
