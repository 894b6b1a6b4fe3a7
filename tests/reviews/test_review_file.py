"""Whatever happens to a terminal, the review file keeps every action that was saved."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.domain import Label
from claimcheck.errors import InputError
from claimcheck.reviews import log
from claimcheck.reviews.entries import Action, Added, Entry
from tests.reviews.samples import entry

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from pathlib import Path
from claimcheck.reviews import log
from claimcheck.reviews.entries import Action
from tests.reviews.samples import entry
for minute in range(int(sys.argv[3])):
    note = f"{minute} " + "é" * (minute * 97 % 9000)
    log.append(Path(sys.argv[1]), entry(Action.NOTE, by=sys.argv[2], minute=minute, text=note))
"""


def writer(path: Path, by: str, times: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), by, str(times)], cwd=ROOT)


def test_the_file_is_beside_the_report() -> None:
    assert log.path_for(Path("a/report.json")) == Path("a/report.review.jsonl")
    assert log.path_for(Path("a/2024.02.json")) == Path("a/2024.02.review.jsonl")


def test_what_is_appended_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "r.review.jsonl"
    written = [
        entry(Action.ACCEPT, label=Label.SUPPORTED),
        entry(Action.ADD_EVIDENCE, evidence=Added(text="\x1b[31m漢字\u202e", url="https://example.org/x")),
    ]
    for one in written:
        log.append(path, one)
    assert log.read(path) == log.Log(tuple(written))
    assert path.read_bytes().isascii()
    assert b"\x1b" not in path.read_bytes()


def test_no_file_is_no_entries(tmp_path: Path) -> None:
    assert log.read(tmp_path / "none") == log.Log()


def test_a_line_torn_at_any_byte_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "r.review.jsonl"
    first, last = entry(Action.NOTE, text="whole"), entry(Action.NOTE, text="torn")
    for cut in range(1, len(last.line()) - 1):
        path.write_text(first.line() + last.line()[:cut])
        kept = log.read(path)
        assert kept.entries == (first,)
        assert kept.faults == ("line 2 of r.review.jsonl is torn: set aside",)
        log.append(path, last)
        assert log.read(path).entries == (first, last)


def test_a_line_that_is_no_entry_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "r.review.jsonl"
    good = entry(Action.NOTE, text="good").line()
    path.write_bytes(b'\xff\xfe\n{"at": 1}\n[]\n\n' + good.encode())
    kept = log.read(path)
    assert [e.text for e in kept.entries] == ["good"]
    assert len(kept.faults) == 3


def test_a_killed_writer_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "r.review.jsonl"
    process = writer(path, "ann", 100_000)
    deadline = time.monotonic() + 60
    while (not path.exists() or path.stat().st_size < 100_000) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = log.read(path)
    assert [e.text.split()[0] for e in kept.entries] == [str(n) for n in range(len(kept.entries))]
    assert len(kept.faults) <= 1
    after = entry(Action.NOTE, by="ann", text="after")
    log.append(path, after)
    assert log.read(path).entries == (*kept.entries, after)


def test_reviewers_at_the_same_time_do_not_mix_their_lines(tmp_path: Path) -> None:
    path, people, times = tmp_path / "r.review.jsonl", ["ann", "bob", "cem"], 40
    processes = [writer(path, by, times) for by in people]
    assert [process.wait(timeout=100) for process in processes] == [0, 0, 0]
    kept = log.read(path)
    assert kept.faults == ()
    for by in people:
        said = [int(e.text.split()[0]) for e in kept.entries if e.by == by]
        assert said == list(range(times))


def test_a_file_that_cannot_be_written_is_told_before_any_work(tmp_path: Path) -> None:
    folder = tmp_path / "r.review.jsonl"
    folder.mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        log.ensure_writable(folder)
    with pytest.raises(InputError, match="nothing was saved"):
        log.append(folder, entry(Action.NOTE, text="x"))
    with pytest.raises(InputError, match="cannot be read"):
        log.read(folder)
    assert os.listdir(folder) == []


@pytest.mark.parametrize(
    "incomplete",
    [
        {"action": Action.ACCEPT},
        {"action": Action.ACCEPT, "label": Label.UNCHECKED},
        {"action": Action.OVERRIDE, "label": Label.REFUTED},
        {"action": Action.EDIT, "text": " "},
        {"action": Action.NOTE},
        {"action": Action.ADD_EVIDENCE},
        {"action": Action.ADD_EVIDENCE, "evidence": {"text": "t", "url": "javascript:alert(1)"}},
        {"action": Action.ACCEPT, "label": Label.REFUTED, "by": ""},
        {"action": Action.ACCEPT, "label": Label.REFUTED, "at": "2024-02-09T10:00:00"},
    ],
)
def test_an_incomplete_entry_is_refused(incomplete: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"needs|begin|least|timezone"):
        Entry.model_validate(entry(Action.UNDO).model_dump() | incomplete)
