"""Ctrl-C in the middle of a run: what was finished is printed, and the code is 130."""

import json
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def opinions(asked: bytes) -> bytes:
    """A chat completion that calls each numbered sentence of a question an opinion."""
    question = json.loads(asked)["messages"][-1]["content"].partition("sentences: ")[2]
    numbers = re.findall(r"^\[(\d+)\]", question, re.MULTILINE)
    answers = [{"sentence": int(number), "status": "opinion", "claims": []} for number in numbers]
    message = {"role": "assistant", "content": json.dumps({"answers": answers})}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    held = {"id": "1", "object": "chat.completion", "created": 0, "model": "m"}
    return json.dumps(held | {"choices": [choice], "usage": usage}).encode()


def test_an_interrupted_run_prints_what_was_finished(tmp_path: Path, serve: Any, reply: Any) -> None:
    hanging, leave = threading.Event(), threading.Event()

    def answer(handler: Any) -> None:
        if len(site.asked) > 1:
            hanging.set()
            leave.wait(60)
            return
        reply(handler, body=opinions(handler.body), content_type="application/json")

    site = serve(answer)
    recorded = tmp_path / "run.yaml"
    command = [sys.executable, "-m", "claimcheck.cli", "examples/article.txt", "--model", "m"]
    command += ["--base-url", f"{site.url}/v1", "--record", str(recorded)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert hanging.wait(60)
    time.sleep(1)  # for the client to take in the answer that it was given
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    leave.set()
    assert process.returncode == 130
    assert "interrupted" in out
    assert re.search(r"\d seconds; begun 2\d\d\d-", out)  # of when it is, also where it was not finished
    assert "gave claims" in out or "an opinion or a judgement" in out
    assert "Traceback" not in err
    assert "opinion" in recorded.read_text()
