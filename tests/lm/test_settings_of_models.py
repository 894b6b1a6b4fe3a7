"""The table `[model]` of claimcheck.toml."""

from pathlib import Path

import pytest

from claimcheck.configuration import read_configuration
from claimcheck.errors import UsageError
from claimcheck.lm import ModelOptions, open_model


def read(folder: Path, text: str) -> ModelOptions:
    path = folder / "claimcheck.toml"
    path.write_text(text)
    return read_configuration(path).model


def test_what_is_set_reaches_the_model(tmp_path: Path) -> None:
    options = read(tmp_path, "[model]\nconcurrency = 12\nclaims_per_call = 4\nsentences_per_call = 1\n")
    with open_model("m", "http://127.0.0.1:9/v1", "k", options=options) as model:
        assert (model.per_call.sentences, model.per_call.claims) == (1, 4)
        assert model.engine is not None
        assert model.engine.connection.concurrency == 12


@pytest.mark.parametrize(
    "line", ["concurrency = 0", "claims_per_call = 99", "speed = 1", "timeout = inf", "thinking = -1"]
)
def test_what_is_no_setting_is_told(tmp_path: Path, line: str) -> None:
    with pytest.raises(UsageError, match=r"model\."):
        read(tmp_path, f"[model]\n{line}\n")


@pytest.mark.parametrize("line", ["input = inf", "output = nan", "cached = inf", "input = -1"])
def test_a_price_is_a_number_of_dollars(tmp_path: Path, line: str) -> None:
    path = tmp_path / "claimcheck.toml"
    held = {"input": "input = 1", "output": "output = 2"} | {line.split()[0]: line}
    path.write_text("[prices.m]\n" + "\n".join(held.values()))
    with pytest.raises(UsageError, match=rf"prices\.m\.{line.split()[0]}"):
        read_configuration(path)


def test_a_mark_of_the_byte_order_is_no_setting(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff[model]\nthinking = 4000\n").thinking == 4000
