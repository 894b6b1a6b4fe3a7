"""Folders, files, keys and rounds that cannot be worked with are told in a sentence, before anything is paid for."""

import asyncio
import io
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa

from claimcheck.batches.database import address_of, open_file, shown
from claimcheck.batches.inputs import Entry, entries
from claimcheck.batches.job import Job, State
from claimcheck.batches.running import take_in
from claimcheck.batches.store import Store, file_of
from claimcheck.batches.work import Worker, _claims
from claimcheck.commands.batch_round import prompts_of
from claimcheck.errors import InputError, ServiceError, UsageError
from claimcheck.lm import Limits, ModelOptions
from claimcheck.lm.standing import Standing
from tests.batches.conftest import Batch
from tests.batches.model_server import ModelServer
from tests.batches.stories import story, write_stories
from tests.batches.test_batches_on_the_command_line import run_id


def test_a_folder_for_reports_that_is_a_file_is_told_at_once(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("")
    for output in (tmp_path / "taken", tmp_path / "taken" / "deeper"):
        with pytest.raises(UsageError, match="no report can be written"):
            batch(write_stories(tmp_path / "s", 1), "-o", output)
    assert server.asked == 0


def test_a_report_that_cannot_be_written_is_told_and_costs_no_other(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "out" / "story-001.txt.json").mkdir(parents=True)
    result = batch(write_stories(tmp_path / "s", 3))
    assert result.exit_code == 4
    assert "story-001.txt.json cannot be written" in result.stderr
    assert (tmp_path / "out" / "story-002.txt.json").is_file()


def test_references_that_are_not_there_are_told_before_any_article_is_paid_for(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    stories, gone = write_stories(tmp_path / "s", 2), str(tmp_path / "note")
    result = batch(stories, "-r", gone)
    assert f"{gone}: the references folder {gone} is not there" in result.stderr
    assert "2 articles: 2 reported." in result.stdout
    (tmp_path / "references").rename(tmp_path / "elsewhere")
    asked = server.asked
    with pytest.raises(ServiceError, match="nothing was asked"):
        batch(stories, "-r", gone, "-o", tmp_path / "other")
    assert server.asked == asked


def test_articles_are_left_to_workers_only_where_these_can_find_them(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    stories = write_stories(tmp_path / "s", 1)
    with pytest.raises(UsageError, match="needs --database"):
        batch(stories, "--workers", "0")
    run = run_id(batch(stories).stderr)
    with pytest.raises(UsageError, match="needs --database"):
        batch("resume", run, "--workers", "0", command="runs")


class Gone(io.StringIO):
    """A pipe that nobody reads."""

    def write(self, text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


def test_a_reader_of_the_progress_that_leaves_stops_no_run(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.commands.batch_view.sys", SimpleNamespace(stderr=Gone()))
    result = batch(write_stories(tmp_path / "s", 3), "--fail-on", "unsupported")
    assert result.exit_code == 1, result.output
    assert len(list((tmp_path / "out").glob("story*.json"))) == 3


def test_a_form_that_fails_costs_its_own_file_alone(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(report: object, form: str) -> str:
        raise ZeroDivisionError("in the form")

    monkeypatch.setattr("claimcheck.batches.delivery.render", fails)
    result = batch(write_stories(tmp_path / "s", 2), "--format", "csv")
    assert result.exit_code == 4, result.output
    assert "the form csv failed (ZeroDivisionError: in the form)" in result.stderr
    assert len(list((tmp_path / "out").glob("story*.json"))) == 2


def test_a_cache_that_is_no_folder_is_told(
    batch: Batch, server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "file"))
    with pytest.raises(ServiceError, match="CLAIMCHECK_CACHE"):
        batch(write_stories(tmp_path / "s", 1))
    assert server.asked == 0


def test_a_run_that_cannot_be_read_hides_no_other(batch: Batch, tmp_path: Path) -> None:
    run = run_id(batch(write_stories(tmp_path / "s", 1)).stderr)
    open_file(file_of("0" * 8)).dispose()  # killed before it had begun
    file_of("1" * 8).write_bytes(b"no database, but as long as the head of one" * 30)
    listed = batch(command="runs")
    assert listed.exit_code == 0
    lines = {line.split()[0]: line for line in listed.stdout.splitlines()}
    assert "1 reported" in lines[run]
    assert "cannot be read" in lines["0" * 8]
    assert "cannot be read" in lines["1" * 8]
    with pytest.raises(ServiceError, match="cannot be"):
        batch("show", "1" * 8, command="runs")


def begun(tmp_path: Path, job: Job, *articles: Entry) -> Store:
    store = Store.of_run(job.id, None)
    take_in(store, job, Limits(), articles)
    return store


def test_a_run_of_another_version_is_told(cache: Path, tmp_path: Path, batch: Batch) -> None:
    job = Job(inputs=("a",), folder=str(tmp_path))
    store = begun(tmp_path, job)
    with store.engine.begin() as db:
        db.exec_driver_sql("UPDATE claimcheck_runs SET job = '{\"later\": 1}'")
    store.engine.dispose()
    with pytest.raises(InputError, match="another version"):
        batch("show", job.id, command="runs")


def test_a_key_that_is_missing_is_told_before_every_article_is_stopped(cache: Path, batch: Batch) -> None:
    job = Job(inputs=("a",), folder="/none", model="gpt-x", prompts=prompts_of("gpt-x", ModelOptions()))
    begun(cache, job, Entry(name="a", data=story(1).encode())).engine.dispose()
    with pytest.raises(UsageError, match="OPENAI_API_KEY"):
        batch("resume", job.id, command="runs")


def nobody(claims: int) -> None:
    """Nobody looks on."""


@pytest.fixture
def store(cache: Path) -> Iterator[Store]:
    job = Job(inputs=("a",), folder="/none")
    held = begun(cache, job, *(Entry(name=f"a{n}", data=story(n).encode()) for n in range(3)))
    yield held
    held.engine.dispose()


def test_a_model_that_cannot_be_opened_is_tried_once_a_round(store: Store) -> None:
    tried: list[Any] = []

    def weights(*access: Any) -> None:
        tried.append(access)
        raise ServiceError("it cannot be fetched")

    worker = Worker(store, weights, nobody)
    run = store.runs()[0]
    for key, round_ in store.waiting(run):
        assert asyncio.run(worker.check(run, key, round_)) == State.STOPPED
    assert len(tried) == 1
    assert [row.reason for row in store.rows(run)] == ["it cannot be fetched"] * 3


def test_an_article_that_a_later_round_has_is_not_worked_on(store: Store) -> None:
    def weights(*access: Any) -> None:
        pytest.fail("it was worked on")

    run = store.runs()[0]
    [(key, round_), *_] = store.waiting(run)
    again = store.begin(store.run(run).job, Limits(), 0.0)
    store.add(again, [Entry(name="a0", data=b"It has changed since.")])
    assert asyncio.run(Worker(store, weights, nobody).check(run, key, round_)) == "superseded"
    assert (key, again.round) in store.waiting(run)


def test_a_database_that_fails_for_good_keeps_no_article_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*given: Any) -> None:
        raise sa.exc.DatabaseError("SELECT", {}, Exception("disk image is malformed"))

    monkeypatch.setattr("claimcheck.batches.work.DBOS.run_step_async", fails)
    article: Any = None
    with pytest.raises(sa.exc.DatabaseError, match="malformed"):
        asyncio.run(_claims(article, article, Standing()))


def test_names_of_waiting_articles_steer_no_terminal(cache: Path, batch: Batch) -> None:
    job = Job(inputs=("a",), folder="/no\x1b[31mne", references=("\x1b[2Jnotes",))
    begun(cache, job, Entry(name="a\x1b[2J\nb", data=b"x")).engine.dispose()
    shown = batch("show", job.id, command="runs").stdout
    assert "\x1b" not in shown
    assert "a [2J b: waiting" in shown


@pytest.mark.parametrize("url", ["postgresql://a@host:port/b", "postgresql://", "mysql://a/b", "postgres"])
def test_an_address_of_no_database_is_told(url: str) -> None:
    with pytest.raises(UsageError, match="takes an address"):
        address_of(url)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana:sec:ret@db.example:5432/c",
        "postgres://ana@db.example/c?password=secret&sslmode=require",
    ],
)
def test_an_address_is_shown_without_its_password(url: str) -> None:
    told = shown(url)
    assert "secret" not in told.replace("sec:ret", "secret")
    assert told.split("://")[1].startswith("ana@db.example")


def test_a_text_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there"):
        list(entries(["The bridge was opened in 1961. " * 20]))


def test_a_pipe_is_no_input_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="no file or folder"):
        list(entries([str(tmp_path / "pipe.txt")]))
    assert list(entries([str(tmp_path)])) == []


def test_a_folder_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("open/a.txt", "shut/b.txt", ".hidden/c.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(story(1))
    scandir = os.scandir

    def guarded(path: Any) -> Any:
        if Path(path).name in {"shut", ".hidden"}:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = list(entries([str(tmp_path)]))
    assert [(entry.name, bool(entry.problem)) for entry in found] == [("shut", True), ("open/a.txt", False)]
    assert found[0].problem == "the folder shut cannot be read: Permission denied"
