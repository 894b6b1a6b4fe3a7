"""A shell completes commands and options, also of `claimcheck article.txt`, and leaves files to itself."""

import pytest
from typer.testing import CliRunner

from claimcheck.cli import _with_command, app


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("claimcheck rev", ["review"]),
        ("claimcheck runs ", ["show", "resume"]),
        ("claimcheck check article.txt --max-c", ["--max-cost", "--max-calls"]),
        ("claimcheck article.txt --max-c", ["--max-cost", "--max-calls"]),
        ("claimcheck article.txt -r ", []),
        ("claimcheck arti", []),
    ],
)
def test_what_a_shell_offers(words: str, offered: list[str]) -> None:
    asked = {
        "_CLAIMCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    assert CliRunner().invoke(app, [], env=asked, prog_name="claimcheck").stdout.split() == offered


def test_what_sets_it_up_is_no_article() -> None:
    assert _with_command(["--show-completion"]) == ["--show-completion"]
