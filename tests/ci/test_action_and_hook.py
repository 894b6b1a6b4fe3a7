"""The composite action and the pre-commit hook: valid, and run as far as no runner of GitHub is needed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
CASSETTE = ROOT / "cassettes" / "pipeline" / "example.yaml"
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this machine")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git on this machine")


def tool(name: str, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    program = shutil.which(name, path=f"{BIN}:{os.environ['PATH']}")
    assert program is not None
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False, **more)


def test_the_action_keeps_githubs_schema() -> None:
    result = tool("check-jsonschema", "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml"))
    assert result.returncode == 0, result.stdout


def test_the_hook_keeps_pre_commits_schema() -> None:
    result = tool("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert result.returncode == 0, result.stdout


def test_the_readme_shows_a_workflow_and_a_hook_that_are_valid(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    held = [yaml.safe_load(block) for block in blocks]
    (steps,) = [block["steps"] for block in held if "steps" in block]
    (hooks,) = [block for block in held if "repos" in block]
    flow = tmp_path / "flow.yml"
    jobs = {"claims": {"runs-on": "ubuntu-latest", "steps": steps}}
    flow.write_text(json.dumps({"on": "pull_request", "jobs": jobs}), encoding="utf-8")
    result = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(flow))
    assert result.returncode == 0, result.stdout
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert set(steps[1]["with"]) <= set(action["inputs"])
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(json.dumps(hooks), encoding="utf-8")
    assert tool("pre-commit", "validate-config", str(config)).returncode == 0


def workplace(folder: Path) -> Path:
    """A newsroom's repository with the example's story and references."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def step(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the action's script with those inputs, the others as they are by default."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (held,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
    given = {name: value.get("default", "") for name, value in action["inputs"].items()} | inputs
    environment = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in held["env"].items()
    }
    told = {name: str(folder / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    path = {"PATH": f"{BIN}:/usr/bin:/bin", "CLAIMCHECK_CACHE": str(folder / "cache")}
    return tool("bash", "-e", "-c", held["run"], cwd=folder, env=environment | told | path)


@needs_bash
def test_the_action_annotates_the_story_and_fails_on_refuted(tmp_path: Path) -> None:
    articles = "examples/article.txt\n"
    references = "examples/references\n"
    result = step(workplace(tmp_path), articles=articles, references=references, replay=str(CASSETTE))
    assert result.returncode == 1, result.stderr
    told = r"::error file=examples/article\.txt,line=16,endLine=16,title=Claim \d+%3A Refuted::"
    assert re.search(told, result.stdout)
    reports = tmp_path / "claimcheck-reports"
    base = "examples__article.txt"
    assert {file.name for file in reports.iterdir()} == {
        f"{base}.{s}" for s in ("html", "json", "sarif", "md")
    }
    log = json.loads((reports / f"{base}.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["automationDetails"]["id"] == "claimcheck/examples/article.txt/"
    assert (tmp_path / "GITHUB_OUTPUT").read_text(encoding="utf-8") == "reports=claimcheck-reports\n"
    assert "Refuted" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")


@needs_bash
def test_an_input_of_the_action_is_never_a_command(tmp_path: Path) -> None:
    result = step(
        workplace(tmp_path), articles="$(touch pwned); touch pwned\n--help\n", references="`touch pwned`"
    )
    assert result.returncode == 3
    assert not (tmp_path / "pwned").exists()
    assert result.stderr.count("claimcheck: ") == 2


@needs_git
def test_pre_commit_runs_the_hook_on_a_changed_story(tmp_path: Path) -> None:
    folder = workplace(tmp_path / "newsroom")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].startswith("claimcheck ")
    here = {
        "language": "system",  # this claimcheck, in place of one that pre-commit would install
        "entry": hook["entry"].replace("claimcheck", f"{sys.executable} -m claimcheck.cli", 1),
        "files": "^examples/article",
        "args": ["-r", "examples/references", "--replay", str(CASSETTE), "--"],
    }
    config = {"repos": [{"repo": "local", "hooks": [hook | here]}]}
    (folder / ".pre-commit-config.yaml").write_text(json.dumps(config), encoding="utf-8")
    environment = {
        **{"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PRE_COMMIT_HOME": str(tmp_path / "home")},
        **{"CLAIMCHECK_CACHE": str(tmp_path / "cache"), "GIT_CONFIG_GLOBAL": "/dev/null"},
    }
    for arguments in (["init", "-q"], ["add", "-A"]):
        assert tool("git", *arguments, cwd=folder, env=environment).returncode == 0
    result = tool("pre-commit", "run", "--all-files", cwd=folder, env=environment)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "examples/article.txt:16: error: Refuted: Most of the trade" in result.stdout
    assert "exit code: 1" in result.stdout


def test_the_hook_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    arguments = ["hook", "none.txt", "examples/article.txt", "-r", "examples/references"]
    result = subprocess.run(
        [sys.executable, "-m", "claimcheck.cli", *arguments, "--replay", str(CASSETTE)],
        **{"cwd": ROOT, "env": {"CLAIMCHECK_CACHE": str(tmp_path), "PATH": "/usr/bin:/bin"}},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 3
    assert "none.txt is not there" in result.stderr
    assert "examples/article.txt:16: error: Refuted" in result.stdout


def test_the_hook_takes_what_claimcheck_toml_says(tmp_path: Path) -> None:
    folder = workplace(tmp_path / "newsroom")
    (folder / "claimcheck.toml").write_text('references = ["examples/references"]\n', encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "claimcheck.cli", "hook", "examples/article.txt", "--replay", str(CASSETTE)],
        **{"cwd": folder, "env": {"CLAIMCHECK_CACHE": str(tmp_path), "PATH": "/usr/bin:/bin"}},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1, result.stderr
    assert "examples/article.txt:16: error: Refuted" in result.stdout
