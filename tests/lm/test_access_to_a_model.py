"""Keys and addresses: what is wrong with them is told before anything is asked, and no secret is shown."""

import asyncio
from pathlib import Path

import httpx
import pytest

from claimcheck.errors import ServiceError, UsageError
from claimcheck.lm import DEFAULT_MODEL, open_model, recording
from claimcheck.lm.access import for_keeping, from_keeping, key_in, without_password, without_secrets
from claimcheck.lm.embedded import EMBEDDED
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
    "address",
    [
        "localhost:11434/v1",
        "http://[::1/v1",
        "http://localhost:port/v1",
        "http://",
        "ftp://a.b/v1",
        "http:// /v1",
        "http://a.b/v1\x01",
        "http://a.b/v 1",
    ],
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


def test_no_header_of_a_request_but_its_type_is_recorded_nor_the_key_in_an_address(tmp_path: Path) -> None:
    cassette, asked = (
        tmp_path / "run.yaml",
        {"key": "secret-1", "access_token": "secret-2", "query": "bridge"},
    )
    sent = {"authorization": "Bearer secret-3", "x-subscription-token": "secret-4", "cookie": "secret-5"}
    with (
        server((200, {"set-cookie": "secret-6", "x-request-id": "secret-7"}, body())) as (address, _),
        recording(record=cassette),
    ):
        httpx.post(f"{address}/search", params=asked, headers=sent, json={})
    recorded = cassette.read_text()
    assert "bridge" in recorded
    assert "secret" not in recorded


def test_what_a_vendors_model_answered_is_replayed_without_a_key(tmp_path: Path) -> None:
    cassette = tmp_path / "run.yaml"
    with (
        server((200, {}, body())) as (address, _),
        recording(record=cassette),
        open_model("gpt-4.1-mini", address, "k", taped=True) as model,
    ):
        said = asyncio.run(model.answer({"model": "gpt-4.1-mini", "messages": []}))
    recorded = cassette.read_text().replace(EMBEDDED, "https://api.openai.com/v1")
    cassette.write_text(recorded)
    access = model_access("gpt-4.1-mini", None, {}, replaying=True)
    with recording(replay=cassette), open_model(*access, replay=True, taped=True) as model:
        assert not model.endpoint.embedded
        assert asyncio.run(model.answer({"model": "gpt-4.1-mini", "messages": []})) == said


def test_an_address_without_a_password_stays_as_it_is() -> None:
    for address in ("https://a.example/w/api.php?", "https://a.example/@someone", "http://[::1]:80/v1"):
        assert without_password(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://ana:top#secret@a.example/v1",
        "http://ana:top/secret@a.example/v1",
        "http://ana:top?secret@a.example",
    ],
)
def test_a_password_that_divides_an_address_is_refused_and_not_shown(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        model_access("m", address, {})
    assert "secret" not in str(caught.value)
    with pytest.raises(UsageError, match="write / as %2F") as caught:
        model_access("m", "http://ana:p@top/secret@a.example/v1", {})
    assert "secret" not in str(caught.value)


def test_white_space_around_a_model_or_an_address_is_none_of_it() -> None:
    assert model_access(" m ", f" {LOCAL}\n", {})[:2] == ("m", LOCAL)


@pytest.mark.parametrize("environment", [{}, {"OPENAI_API_KEY": "k"}])
def test_an_empty_name_is_no_model(environment: dict[str, str]) -> None:
    for address in (None, LOCAL):
        with pytest.raises(UsageError, match="--model is empty"):
            model_access(" ", address, environment)


def test_an_embedded_model_is_at_no_address_whatever_is_in_the_environment() -> None:
    with pytest.raises(UsageError, match="leave --base-url out"):
        model_access(DEFAULT_MODEL, LOCAL, {})
    held = {"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": LOCAL}
    assert model_access(DEFAULT_MODEL, None, held) == (DEFAULT_MODEL, None, None)


def test_no_secret_of_an_address_is_shown_or_kept() -> None:
    address = "https://ana:to%40p@a.example:8443/v1?api-version=2&key=secret"
    kept = for_keeping(address)
    assert without_secrets(address) == "https://a.example:8443/v1"
    assert kept == "https://***@a.example:8443/v1?api-version=2&key=***"
    assert from_keeping(kept, {"OPENAI_BASE_URL": f"{address}\n"}) == address
    for other in ("", LOCAL, "https://a.example:8443/v1?api-version=2", address.replace("8443", "443")):
        with pytest.raises(UsageError, match="set OPENAI_BASE_URL") as caught:
            from_keeping(kept, {"OPENAI_BASE_URL": other})
        assert "secret" not in str(caught.value)


@pytest.mark.parametrize("address", [LOCAL, "https://a.example/v1?api-version=2", "http://[::1]:80/v1"])
def test_an_address_without_secrets_is_kept_as_it_is(address: str) -> None:
    assert for_keeping(address) == address
    assert from_keeping(address, {}) == address
    assert from_keeping(None, {}) is None
