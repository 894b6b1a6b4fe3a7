"""What a user of `batch` and `runs` sees: reports, a summary, limits that hold, and runs that go on."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.domain import Report
from claimcheck.errors import ClaimcheckError, InputError, UsageError
from tests.batches.conftest import Batch
from tests.batches.model_server import ModelServer
from tests.batches.stories import ROOT, reports_in, story, write_stories

README = ROOT / "README.md"


def run_id(told: str) -> str:
    return told.split("claimcheck runs resume ")[1].split()[0]


def report(path: Path) -> Report:
    return Report.model_validate_json(path.read_text())


def test_every_article_gets_its_report_and_the_summary_counts_them(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    result = batch(write_stories(tmp_path / "s", 5), "--format", "markdown")
    assert result.exit_code == 0, result.output
    assert "5 articles: 5 reported." in result.stdout
    one = report(tmp_path / "out" / "story-003.txt.json")
    assert len(one.claims) == len(one.verdicts) >= 4
    assert one.provenance.usage.calls > 1
    assert (tmp_path / "out" / "story-003.txt.md").read_text().startswith("# ")
    held = json.loads((tmp_path / "out" / "batch.json").read_text())
    assert held["usage"]["calls"] == server.asked
    assert f"{sum(held['labels'].values())} claims: " in result.stdout
    assert [article["file"] for article in held["articles"]] == [f"story-{n:03d}.txt.json" for n in range(5)]


def test_reports_beside_the_articles_are_no_articles_of_the_next_round(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    stories = write_stories(tmp_path / "s", 2)
    forms = [f"--format={form}" for form in "html text markdown jsonl terminal lines github".split()]
    batch(stories, "-o", stories, *forms)
    asked, files = server.asked, set(reports_in(stories))
    again = batch(stories, "-o", stories, *forms)
    assert "2 articles: 2 reported." in again.stdout
    assert (server.asked, set(reports_in(stories))) == (asked, files)
    named = batch(
        stories / "story-000.txt.html", stories / "story-000.txt.json", stories / "story-000.txt.lines.txt"
    )
    assert named.stdout.count("is a report of claimcheck, and no article") == 3
    assert (named.exit_code, server.asked) == (3, asked)


def test_the_same_command_again_does_nothing_again_and_takes_in_what_is_new(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    stories = write_stories(tmp_path / "s", 3)
    first = batch(stories)
    asked, before = server.asked, reports_in(tmp_path / "out")
    (tmp_path / "out" / "story-001.txt.json").unlink()
    again = batch(stories)
    assert (again.exit_code, server.asked) == (0, asked)
    assert reports_in(tmp_path / "out") == before
    (stories / "story-002.txt").write_text(story(7))
    (stories / "new.txt").write_text(story(8))
    third = batch(stories)
    assert run_id(first.stderr) == run_id(third.stderr)
    assert "4 articles: 4 reported." in third.stdout
    assert {"new.txt.json", *before} == set(reports_in(tmp_path / "out"))
    assert reports_in(tmp_path / "out")["story-002.txt.json"] != before["story-002.txt.json"]
    assert server.twice == 0


def test_answers_of_another_run_are_kept_and_fresh_asks_anew(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    stories = write_stories(tmp_path / "s", 2)
    batch(stories)
    asked = server.asked
    other = batch(stories, "-o", tmp_path / "elsewhere")  # another run, with a folder of its own
    assert "0 calls" in other.stdout
    assert server.asked == asked
    assert batch(stories, "--fresh").exit_code == 0
    assert server.asked == 2 * asked


def test_bad_articles_are_listed_and_the_others_go_on(batch: Batch, tmp_path: Path) -> None:
    stories = write_stories(tmp_path / "s", 1)
    (stories / "empty.txt").write_text("")
    lines = [json.dumps({"text": story(2), "id": "../../escaped"}), "no json", json.dumps({"text": "Kurz."})]
    (tmp_path / "more.jsonl").write_text("\n".join(lines))
    result = batch(stories, tmp_path / "more.jsonl")
    assert result.exit_code == 0, result.output
    assert "empty.txt: not readable" not in result.stdout  # the state's own word
    assert "empty.txt: refused: empty.txt is empty" in result.stdout
    assert "more.jsonl line 2: refused: more.jsonl line 2 is not JSON" in result.stdout
    assert not list(tmp_path.glob("escaped*"))
    assert "etc-escaped.json" not in reports_in(tmp_path / "out")
    assert "escaped.json" in reports_in(tmp_path / "out")


def test_calls_stay_within_the_limit_and_resuming_finishes_the_rest(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    stories = write_stories(tmp_path / "s", 6)
    result = batch(stories, "--max-calls", "5", "--workers", "3")
    assert result.exit_code == 6, result.output
    assert server.asked <= 5
    assert "--max-calls" in result.stdout
    stopped = [one for one in map(report, (tmp_path / "out").glob("story*.json")) if one.failures]
    assert stopped
    for one in stopped:
        assert "limit of 5 model calls" in one.failures[0]
        assert len(one.ledger) == len(one.article.sentences)
        reasons = [verdict.justification for verdict in one.verdicts if verdict.label == "Unchecked"]
        assert all("limit of 5 model calls" in reason for reason in reasons)
    resumed = batch("resume", run_id(result.stderr), command="runs")
    assert resumed.exit_code == 0, resumed.output
    assert "6 articles: 6 reported." in resumed.stdout
    assert server.twice == 0
    assert not any(one["failures"] for one in reports_in(tmp_path / "out").values())


def test_cost_is_computed_from_the_settings_and_kept_within(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    prices = tmp_path / "claimcheck.toml"
    prices.write_text('[prices."m"]\ninput = 2.0\noutput = 0.1\n')
    stories = write_stories(tmp_path / "s", 4)
    result = batch(stories, "--config", prices, "--max-cost", "0.02")
    held = json.loads((tmp_path / "out" / "batch.json").read_text())
    assert result.exit_code == 6, result.output
    assert 0 < held["usage"]["cost_usd"] <= 0.02
    assert "claimcheck.toml" in result.stdout
    assert "$" in result.stderr.splitlines()[0]  # the estimate


def test_money_cannot_be_limited_where_the_price_is_not_known(batch: Batch, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"price of m is not known"):
        batch(write_stories(tmp_path / "s", 1), "--max-cost", "5")


def test_time_is_a_limit_too(batch: Batch, server: ModelServer, tmp_path: Path) -> None:
    server.delay = 1.5
    result = batch(write_stories(tmp_path / "s", 8), "--max-time", "2s", "--workers", "2")
    assert result.exit_code == 6, result.output
    assert "--max-time" in result.stdout
    server.delay = 0.0
    resumed = batch("resume", run_id(result.stderr), command="runs")
    assert "8 articles: 8 reported." in resumed.stdout


def test_an_estimate_is_printed_alone(batch: Batch, server: ModelServer, tmp_path: Path) -> None:
    result = batch(write_stories(tmp_path / "s", 3), "--estimate")
    assert result.exit_code == 0
    assert "in 3 articles: cost not known" in result.stdout
    assert server.asked == 0
    assert not (tmp_path / "out").exists()


def test_an_estimate_is_near_what_is_asked(batch: Batch, server: ModelServer, tmp_path: Path) -> None:
    stories = write_stories(tmp_path / "s", 3)
    (stories / "long.txt").write_text("".join(story(number) for number in range(12)))
    told = batch(stories, "--estimate").stdout
    assert batch(stories).exit_code == 0
    calls = int(told.split()[1])
    assert server.asked / 2 <= calls <= 2 * server.asked


def test_runs_are_listed_and_shown(batch: Batch, tmp_path: Path) -> None:
    assert "no run yet" in batch(command="runs").stdout
    run = run_id(batch(write_stories(tmp_path / "s", 2)).stderr)
    assert f"{run}  " in batch(command="runs").stdout
    shown = batch("show", run, command="runs").stdout
    assert "story-001.txt: reported" in shown
    assert "2 articles: 2 reported." in shown


@pytest.mark.parametrize("run", ["00000000", "../../etc"])
def test_a_run_that_is_not_there_is_told(batch: Batch, run: str) -> None:
    with pytest.raises(InputError, match="no run"):
        batch("resume", run, command="runs")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "papyrus"],
        ["--format", "claimreview"],
        ["--max-time", "soon"],
        ["--fail-on", "maybe"],
        ["--database", "mysql://x"],
    ],
)
def test_wrong_flags_are_told(batch: Batch, tmp_path: Path, arguments: list[str]) -> None:
    with pytest.raises(ClaimcheckError) as caught:
        batch(write_stories(tmp_path / "s", 1), *arguments)
    assert caught.value.exit_code == 2


def test_a_folder_without_articles_is_told(batch: Batch, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article"):
        batch(write_stories(tmp_path / "s", 0))


def test_a_level_that_is_reached_gives_exit_code_1(batch: Batch, tmp_path: Path) -> None:
    assert batch(write_stories(tmp_path / "s", 1), "--fail-on", "unsupported").exit_code == 1


def test_every_command_of_the_readme_is_understood() -> None:
    from typer.main import get_command

    from claimcheck.cli import app

    section = README.read_text().split("### Many articles")[1].split("\n### ")[0]
    lines = [line.split("  #")[0].split() for line in section.splitlines() if line.startswith("claimcheck ")]
    assert len(lines) == 8
    for _, name, *arguments in lines:
        command: Any = get_command(app).commands[name]  # type: ignore[attr-defined]
        if name == "runs" and arguments:
            name = arguments.pop(0)
            command = command.commands[name]
        command.make_context(name, arguments)
