"""Every failure of the command is one clear line and its documented exit code."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def claimcheck(*arguments: str, cache: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {"CLAIMCHECK_CACHE": str(cache), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "claimcheck.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, input=stdin, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["none.txt"], 3, "not there"),
        (["examples/article.txt", "--format", "papyrus"], 2, "--format takes"),
        (["examples/article.txt", "--fail-on", "maybe"], 2, "--fail-on takes"),
        (["examples/article.txt", "--record", "a", "--replay", "b"], 2, "exclude"),
        (["examples/article.txt", "README.md"], 2, "claimcheck batch takes several"),
        (["examples/article.txt", "--model", ""], 2, "--model is empty"),
        (["examples/article.txt", "--model", "m", "--base-url", " "], 2, "--base-url is empty"),
        (["examples/article.txt", "-r", "", "--estimate"], 2, "name of references is empty"),
        ([""], 3, "the name of the article is empty"),
        (["bacth", "stories"], 2, "is batch meant?"),
        (["Check", "examples/article.txt"], 2, "is check meant?"),
        (["evaluate", "papyrus", "data"], 2, "factcheckbench"),
        (["examples/article.txt", "--model", "gpt-4.1-mini"], 2, "OPENAI_API_KEY"),
        (["examples/article.txt", "--replay", "none.yaml"], 5, "not there"),
        (["examples/article.txt", "--model", "gpt-4.1-mini", "--replay", "none.yaml"], 5, "not there"),
        (
            ["examples/article.txt", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"],
            4,
            "cannot be reached",
        ),
        (["sources", "-r", "none/"], 4, "is not there"),
        (["sources", "-r", "https://example.org/notes"], 4, "and no folder of references: save its pages"),
        (
            ["https://example.org/a.html"],
            3,
            "is a web address, which claimcheck does not open: save the page",
        ),
        (["model", "path", "papyrus"], 2, "no embedded model"),
        (["model", "path"], 3, "not here yet"),
    ],
)
def test_a_failure_is_one_line_and_its_code(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    result = claimcheck(*arguments, cache=tmp_path)
    told = (result.stderr + (result.stdout if arguments[0] == "sources" else b"")).decode()
    assert result.returncode == code, told
    assert words in told
    assert "Traceback" not in told
    assert len(told.splitlines()) == 1


def test_of_a_damaged_pdf_our_sentence_alone_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4\n garbage\n")
    told = claimcheck(str(tmp_path / "bad.pdf"), cache=tmp_path)
    assert (told.returncode, told.stderr.count(b"\n")) == (3, 1), told.stderr
    assert b"it is damaged or cut off" in told.stderr


def test_empty_standard_input_is_told(tmp_path: Path) -> None:
    result = claimcheck("-", cache=tmp_path)
    assert (result.returncode, result.stderr.count(b"\n")) == (3, 1)


@pytest.mark.parametrize("asked", [["-h"], ["help"], ["check", "-h"], ["runs", "show", "-h"]])
def test_help_is_had_by_its_other_names(tmp_path: Path, asked: list[str]) -> None:
    result = claimcheck(*asked, cache=tmp_path)
    assert (result.returncode, result.stdout[:6]) == (0, b"Usage:")


def test_the_version_is_had_as_of_any_command(tmp_path: Path) -> None:
    told = claimcheck("--version", cache=tmp_path)
    assert (told.returncode, told.stdout) == (0, claimcheck("version", cache=tmp_path).stdout)


def test_help_names_every_exit_code(tmp_path: Path) -> None:
    text = " ".join(claimcheck("--help", cache=tmp_path).stdout.decode().split())
    assert all(f"{code} " in text for code in (0, 1, 2, 3, 4, 5, 6, 130))


def test_the_schema_is_printed(tmp_path: Path) -> None:
    assert b"claimcheck report" in claimcheck("schema", cache=tmp_path).stdout


def test_a_pipe_gets_utf8_whatever_the_locale(tmp_path: Path) -> None:
    arguments = [
        "examples/article.txt",
        "-r",
        "examples/references",
        "--replay",
        "cassettes/pipeline/example.yaml",
    ]
    environment = {"CLAIMCHECK_CACHE": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "claimcheck.cli", *arguments, "--format", "html"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "✗" in result.stdout.decode("utf-8")
