"""What limits money holds over all rounds of a run, whatever changed between them and however it was stopped."""

import asyncio
import json
import re
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from claimcheck.batches.budget import SharedBudget
from claimcheck.batches.database import open_file
from claimcheck.batches.job import Job
from claimcheck.batches.store import Store
from claimcheck.errors import ServiceError
from claimcheck.lm import Limits
from tests.batches.conftest import Batch
from tests.batches.model_server import ModelServer
from tests.batches.stories import write_stories
from tests.batches.test_batches_on_the_command_line import run_id


def calls_in(out: Path) -> int:
    return int(json.loads((out / "batch.json").read_text())["usage"]["calls"])


def test_a_price_that_is_set_later_is_what_the_limit_of_cost_counts_by(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    stories, prices = write_stories(tmp_path / "s", 4), tmp_path / "claimcheck.toml"
    assert batch(stories, "--max-calls", "2").exit_code == 6
    prices.write_text('[prices."m"]\ninput = 1000.0\noutput = 1000.0\n')
    asked = server.asked
    result = batch(stories, "--config", prices, "--max-cost", "0.001")
    assert (result.exit_code, server.asked) == (6, asked), result.output
    assert "--max-cost" in result.stdout


def test_what_a_stopped_round_took_stays_counted(batch: Batch, server: ModelServer, tmp_path: Path) -> None:
    stopped = batch(write_stories(tmp_path / "s", 6), "--max-calls", "5", "--workers", "3")
    assert calls_in(tmp_path / "out") == server.asked == 5
    resumed = batch("resume", run_id(stopped.stderr), command="runs")
    assert resumed.exit_code == 0, resumed.output
    assert calls_in(tmp_path / "out") == server.asked > 5
    assert f"{server.asked} calls" in resumed.stdout


def test_what_an_article_took_before_it_changed_stays_counted(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    stories = write_stories(tmp_path / "s", 2)
    batch(stories)
    (stories / "story-001.txt").write_text("The bridge in Corley is 700 metres long, and was opened in 1999.")
    batch(stories)
    assert calls_in(tmp_path / "out") == server.asked


def test_a_limit_counts_what_rounds_without_one_took(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    server.fault = lambda server: (401, {}) if server.asked >= 6 else None
    stopped = batch(write_stories(tmp_path / "s", 6), "--workers", "1")
    assert stopped.exit_code == 4
    server.fault, asked = None, server.asked
    resumed = batch("resume", run_id(stopped.stderr), "--max-calls", str(asked), command="runs")
    assert (resumed.exit_code, server.asked) == (6, asked), resumed.output


def test_how_to_go_on_is_told_with_the_limits_and_forms_of_the_run(batch: Batch, tmp_path: Path) -> None:
    flags = ["--format", "markdown", "--max-calls", "3", "--fail-on", "unsupported"]
    told = batch(write_stories(tmp_path / "s", 4), *flags).stderr
    again = f"claimcheck runs resume {run_id(told)} {' '.join(flags)}"
    assert "To go on after a stop: " + again in told
    assert "To finish the rest, with a higher limit: " + again in told
    resumed = batch("resume", run_id(told), "--fail-on", "unsupported", command="runs")
    assert resumed.exit_code == 1


class Unwritable(Store):
    """A run whose database cannot be written."""

    def reserve(self, run: str, most: float) -> tuple[bool, int, float, float]:
        raise sa.exc.OperationalError("UPDATE", {}, Exception("disk is full"))

    def settle(self, run: str, most: float, cost: float) -> None:
        raise sa.exc.OperationalError("UPDATE", {}, Exception("disk is full"))

    def limits(self, run: str) -> tuple[Limits, float | None]:
        return Limits(calls=5), None


def test_limits_that_cannot_be_kept_stop_the_article_and_lose_no_answer(tmp_path: Path) -> None:
    store = Unwritable(open_file(tmp_path / "run.db"))
    budget = SharedBudget(store, "0" * 8)
    budget.refresh()
    with pytest.raises(ServiceError, match="limits of the run cannot be kept: disk is full"):
        asyncio.run(budget.reserve(1.0))
    asyncio.run(budget.settle(1.0, 0.5))  # after the answer: it is there, and worth more
    store.engine.dispose()


def test_what_a_killed_process_had_reserved_counts_as_paid_in_the_next_round(tmp_path: Path) -> None:
    store, limits = Store(open_file(tmp_path / "run.db")), Limits(cost=1.0)
    job = Job(inputs=("a",), folder=str(tmp_path))
    store.begin(job, limits, 0.0)
    assert store.reserve(job.id, 0.7)[0]
    assert store.begin(job, limits, 0.0).paid == pytest.approx(0.7)
    assert not store.reserve(job.id, 0.4)[0]
    store.engine.dispose()


class InAnHour(Store):
    """A run that may take an hour from now."""

    deadline = 0.0

    def limits(self, run: str) -> tuple[Limits, float | None]:
        return Limits(seconds=3600), self.deadline


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_clock_that_is_set_neither_ends_nor_prolongs_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    store = InAnHour(open_file(tmp_path / "run.db"))
    store.deadline = time.time() + 3600
    budget = SharedBudget(store, "0" * 8)
    budget.refresh()
    set_to = time.time() + hours * 3600
    monkeypatch.setattr(time, "time", lambda: set_to)
    budget.refresh()  # as before every article
    assert 0 < (budget.seconds_left() or 0) <= 3600
    store.engine.dispose()


def test_articles_that_ended_for_the_same_reason_are_told_together(batch: Batch, tmp_path: Path) -> None:
    told = batch(write_stories(tmp_path / "s", 9), "--max-calls", "1", "--workers", "1").stdout
    reasons = [line for line in told.splitlines() if line.startswith("  ")]
    assert len(reasons) == 1, told
    assert re.match(r"  story-00\d\.txt and [78] more: stopped: the limit of 1 model calls? ", reasons[0])
