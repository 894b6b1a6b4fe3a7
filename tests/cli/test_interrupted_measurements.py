"""Ctrl-C in the middle of a measurement says what is kept and where, and the same command goes on from there."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOLD = [{"section_header": "", "text": "The bridge was opened in 1961 by the mayor."}]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with data, and settings that have claims judged one by one."""
    verdicts, sentences = [], []
    for n in range(30):
        held = {"id": f"c{n}", "claim": f"Bridge {n} was opened in 1961.", "page": f"Bridge {n}"}
        label = "SUPPORTED" if n % 2 else "REFUTED"
        verdicts.append(json.dumps(held | {"label": label, "gold_evidence": GOLD}))
        text = f"The bridge {n} is lovely."
        held = {"id": f"s{n}", "document": text, "sentence": text, "decontext": text}
        sentences.append(
            json.dumps(held | {"checkworthy": "opinion", "gold_claims": [], "claim_checkworthy": []})
        )
    (tmp_path / "fm2.jsonl").write_text("\n".join(verdicts))
    (tmp_path / "claims.jsonl").write_text("\n".join(sentences))
    (tmp_path / "claimcheck.toml").write_text("[model]\nclaims_per_call = 1\n")
    return tmp_path


def started(folder: Path, url: str, arguments: list[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "claimcheck.cli", *arguments, "--model", "m", "--base-url", f"{url}/v1"]
    environment = {"CLAIMCHECK_CACHE": "cache", "PATH": "/usr/bin:/bin"}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=folder, env=environment, **streams)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["evaluate", "fm2", "fm2.jsonl"],
            [" answers are kept in cache/evaluations/", "same command goes on"],
        ),
        (
            ["evaluate", "fm2", "fm2.jsonl", "--json", "out.json", "--fresh"],
            ["kept in out.json.answers.jsonl", "the same command without --fresh goes on"],
        ),
        (["evaluate", "factcheckbench", "claims.jsonl", "--json", "out.json"], ["out.json.answers.jsonl"]),
        (
            ["optimize", "verdict", "--task", "fm2", "--train", "fm2.jsonl", "--out", "out.json"],
            ["out.json.progress.jsonl"],
        ),
        (["calibrate", "fm2=fm2.jsonl", "-o", "out.json", "--kept", "kept.jsonl"], ["kept.jsonl"]),
        (
            ["calibrate", "fm2=fm2.jsonl", "-o", "out.json"],
            ["out.json.answers.jsonl", "same command goes on"],
        ),
    ],
)
def test_what_is_kept_is_told(
    folder: Path, serve: Any, reply: Callable[..., None], arguments: list[str], words: list[str]
) -> None:
    hanging, leave = threading.Event(), threading.Event()
    site: list[Any] = []

    def answer(handler: Any) -> None:
        if len(site[0].asked) > 5:
            hanging.set()
            leave.wait(60)
            return
        said = '{"status": "opinion", "claims": []}' if b"published" in handler.body else "supports"
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}
        held = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
        reply(handler, body=json.dumps(held), content_type="application/json")

    site.append(serve(answer))
    process = started(folder, site[0].url, arguments)
    assert hanging.wait(60)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    leave.set()
    assert (process.returncode, out, len(err.splitlines())) == (130, "", 1), err
    assert "interrupted; " in err
    assert all(word in err for word in words), err
