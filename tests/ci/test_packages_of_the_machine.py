"""`.ci/run`: Debian's packages are added where it may, and their lack never stops the tests."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this machine")


def place(folder: Path, *, user: int = 0, installed: str = "", apt: str = "exit 0") -> Path:
    """A copy of `.ci/run` beside a `test.sh` that says it ran, with stand-ins for the programs it calls."""
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci" / "run")
    programs = {
        "test.sh": "echo the tests ran",
        "bin/id": f"echo {user}",
        "bin/dpkg-query": f'[ "${{@: -1}}" = "{installed}" ] && echo "install ok installed"',
        "bin/apt-get": f'echo "$@" >> "{folder}/asked"; {apt}',
    }
    (folder / "bin").mkdir()
    for name, body in programs.items():
        (folder / name).write_text(f"#!/usr/bin/env bash\n{body}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


def run(folder: Path) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    told = subprocess.run(
        [str(folder / ".ci" / "run")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": path},
    )
    asked = folder / "asked"
    return told, asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []


def test_a_missing_package_is_added_before_the_tests(tmp_path: Path) -> None:
    told, asked = run(place(tmp_path))
    assert (told.returncode, told.stdout) == (0, "the tests ran\n")
    assert asked[0].startswith("update")
    assert any(line.startswith("install") and line.endswith(" chromium") for line in asked)


def test_a_package_that_is_there_is_not_asked_for(tmp_path: Path) -> None:
    _, asked = run(place(tmp_path, installed="chromium"))
    assert not [line for line in asked if line.endswith(" chromium")]


def test_another_user_than_root_adds_nothing(tmp_path: Path) -> None:
    told, asked = run(place(tmp_path, user=1000))
    assert (told.stdout, asked) == ("the tests ran\n", [])


def test_packages_that_cannot_be_had_are_told_and_the_tests_run(tmp_path: Path) -> None:
    told, _ = run(place(tmp_path, apt="exit 100"))
    assert (told.returncode, told.stdout) == (0, "the tests ran\n")
    assert "no chromium on this machine" in told.stderr
