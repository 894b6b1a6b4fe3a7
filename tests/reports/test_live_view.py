"""The live view: claims appear as they are found, and their verdicts as they come."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.domain import Event, Label, Report, Usage
from claimcheck.reports.live import Ongoing

ROOT = Path(__file__).resolve().parents[2]
Build = Callable[..., Report]


def test_claims_appear_in_the_articles_order_and_get_their_verdicts(build: Build) -> None:
    report = build(number=3)
    first, second, third = report.claims
    view = Ongoing()
    entry = report.ledger[0]
    later, earlier = second.model_copy(update={"id": "s1"}), first.model_copy(update={"id": "s0"})
    for done, claim in enumerate([later, earlier], 1):
        event = Event(stage="finding claims", done=done, total=3, usage=Usage(), claims=(claim,), entry=entry)
        view.hear(event)
    assert view.rows(10) == [(first.text, None), (second.text, None)]
    claims = (first, second, third)
    view.hear(Event(stage="checking claims", done=0, total=3, usage=Usage(), claims=claims))
    view.hear(Event(stage="checking claims", done=1, total=3, usage=Usage(), verdict=report.verdicts[1]))
    assert [label for _, label in view.rows(10)] == [None, Label.REFUTED, None]


def test_a_low_terminal_shows_the_newest(build: Build) -> None:
    report = build(number=50)
    view = Ongoing()
    view.hear(Event(stage="checking claims", done=0, total=50, usage=Usage(), claims=report.claims))
    for done, verdict in enumerate(report.verdicts[:30], 1):
        view.hear(Event(stage="checking claims", done=done, total=50, usage=Usage(), verdict=verdict))
    labels = [label for _, label in view.rows(9)]
    assert len(labels) == 9
    assert labels[5] is not None
    assert labels[6:] == [None, None, None]


def test_hostile_claims_do_nothing_on_the_way(build: Build, hostile: str) -> None:
    view = Ongoing()
    view.hear(
        Event(stage="checking claims", done=0, total=1, usage=Usage(), claims=build(hostile, number=1).claims)
    )
    ((text, _),) = view.rows(5)
    assert not {"\x1b", "\n", "\u202e", "\r"} & set(text)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_on_a_terminal_claims_are_seen_before_the_report_is_there(tmp_path: Path) -> None:
    master, slave = os.openpty()
    arguments = ["examples/article.txt", "-r", "examples/references", "-o", str(tmp_path / "report.json")]
    run = subprocess.Popen(
        [sys.executable, "-m", "claimcheck.cli", *arguments, "--replay", "cassettes/pipeline/example.yaml"],
        cwd=ROOT,
        env={"CLAIMCHECK_CACHE": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.DEVNULL,
        stderr=slave,
    )
    os.close(slave)
    seen = ""
    try:
        while piece := os.read(master, 65536):
            seen += piece.decode("utf-8", errors="replace")
    except OSError:  # how Linux tells that the other side was closed
        pass
    os.close(master)
    assert run.wait() == 0
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen)
    assert text.index("… Putin is finishing a six-year term.") < text.index("✓ Supported: Putin is finishing")
    assert "✗ Refuted: Most of the trade in 2023 was crude oil." in text
