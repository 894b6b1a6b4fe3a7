"""A user without a home, as in a container that runs under a bare number, is told what to set."""

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.errors import UsageError


@pytest.mark.parametrize("command", [["model", "path"], ["model", "pull"], ["runs"], ["check", "README.md"]])
def test_what_to_set_is_told(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(name: str) -> str:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.delenv("CLAIMCHECK_CACHE", raising=False)
    monkeypatch.setattr("platformdirs.user_cache_dir", homeless)
    with pytest.raises(UsageError, match="CLAIMCHECK_CACHE"):
        CliRunner().invoke(app, command, catch_exceptions=False)
