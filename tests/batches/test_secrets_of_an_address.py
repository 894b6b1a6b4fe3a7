"""What is secret in the address of a model's server is in no file of a run; another process has it from its environment."""

from pathlib import Path

import pytest

from claimcheck.errors import UsageError
from tests.batches.conftest import Batch
from tests.batches.model_server import ModelServer
from tests.batches.stories import story, write_stories
from tests.batches.test_batches_on_the_command_line import run_id

SECRET = b"topsecret"


def files_with(folder: Path, words: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]


def test_a_password_is_kept_nowhere_and_a_run_goes_on_where_it_is_in_the_environment(
    batch: Batch, server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "")  # is as it was after the test
    stories = write_stories(tmp_path / "s", 2)
    plain = server.address
    server.address = guarded = plain.replace("//", f"//ana:{SECRET.decode()}@")
    first = batch(stories, "--max-calls", "1")
    assert first.exit_code == 6, first.output
    assert (server.asked, SECRET.decode() in first.output) == (1, False)
    assert not files_with(tmp_path, SECRET)
    assert files_with(tmp_path / "cache", plain.replace("//", "//***@").encode())

    monkeypatch.setenv("OPENAI_BASE_URL", "")
    with pytest.raises(UsageError, match="set OPENAI_BASE_URL to it"):
        batch("resume", run_id(first.stderr), "--max-calls", "100", command="runs")
    monkeypatch.setenv("OPENAI_BASE_URL", guarded)
    again = batch("resume", run_id(first.stderr), "--max-calls", "100", command="runs")
    assert "2 articles: 2 reported." in again.stdout, again.output

    monkeypatch.setenv("OPENAI_BASE_URL", "")
    (stories / "new.txt").write_text(story(3))
    third = batch(stories, "--max-calls", "200")
    assert run_id(first.stderr) == run_id(third.stderr)
    assert "3 articles: 3 reported." in third.stdout
    assert not files_with(tmp_path, SECRET)
