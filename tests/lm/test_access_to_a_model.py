"""Keys and addresses: what is wrong with them is told before anything is asked, and no secret is shown."""

from pathlib import Path

import pytest

from claimcheck.errors import ServiceError, UsageError
from claimcheck.lm import open_model, recording
from claimcheck.lm.access import key_in, without_password
from claimcheck.settings import model_access
from tests.lm.test_faults_of_the_model_service import ask, body, server

LOCAL = "http://localhost:11434/v1"


def test_white_space_around_a_key_is_none_of_it() -> None:
    assert model_access("m", None, {"OPENAI_API_KEY": " sk-1\n"}) == ("m", None, "sk-1")
    assert key_in({"OPENAI_API_KEY": " \n"}) is None


@pytest.mark.parametrize("key", ["sk-1\nsk-2", "schl\u00fcssel", "sk-\u20261"])
def test_a_key_that_no_header_can_hold_is_told_without_showing_it(key: str) -> None:
    with pytest.raises(UsageError, match="OPENAI_API_KEY") as caught:
        model_access("m", LOCAL, {"OPENAI_API_KEY": key})
    assert "sk-" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["localhost:11434/v1", "http://[::1/v1", "http://localhost:port/v1", "http://", "ftp://a.b/v1"]
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(UsageError, match="takes an address"):
        model_access("m", address, {})
    with pytest.raises(UsageError, match="takes an address"):
        model_access("m", None, {"OPENAI_BASE_URL": address})


def test_an_address_that_is_not_used_is_not_looked_at() -> None:
    assert model_access(None, None, {"OPENAI_BASE_URL": "nowhere", "OPENAI_API_KEY": "k"}) == (None,) * 3


def test_a_password_in_an_address_is_in_no_report_message_or_recording(tmp_path: Path) -> None:
    cassette = tmp_path / "run.yaml"
    with server((200, {}, body())) as (address, _), recording(record=cassette):
        guarded = address.replace("http://", "http://ana:secret@")
        assert ask(guarded) == "yes"
        with open_model("m", guarded) as model:
            assert model.endpoint.label == address
    assert "secret" not in cassette.read_text()
    with pytest.raises(ServiceError) as caught:
        ask("http://ana:secret@127.0.0.1:9/v1", attempts=1)
    assert "secret" not in str(caught.value)
    assert "127.0.0.1:9" in str(caught.value)


def test_an_address_without_a_password_stays_as_it_is() -> None:
    for address in ("https://a.example/w/api.php?", "https://a.example/@someone", "http://[::1]:80/v1"):
        assert without_password(address) == address
