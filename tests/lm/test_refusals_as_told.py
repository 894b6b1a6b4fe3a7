"""What a service refuses with is told in its own words, whatever the shape, with what to do, and never with a key."""

import json
from ssl import SSLCertVerificationError

import pytest
from httpx import ConnectError
from openai import APIConnectionError

from claimcheck.errors import ServiceError
from claimcheck.lm.engine import Connection
from claimcheck.lm.faults import translated, worth_retrying
from claimcheck.lm.sayings import said_of
from tests.lm.test_faults_of_the_model_service import ASKED, ask, server


@pytest.mark.parametrize(
    "said",
    [
        {"error": {"message": "no such thing", "type": "invalid_request_error"}},  # OpenAI, Azure, OpenRouter
        {
            "type": "error",
            "error": {"type": "invalid_request_error", "message": "no such thing"},
        },  # Anthropic
        {"error": "no such thing"},  # Ollama, LM Studio
        {"object": "error", "message": "no such thing", "code": 400},  # vLLM
        {"error": {"code": 400, "message": "no such thing", "type": "invalid_request_error"}},  # llama.cpp
        {"detail": "no such thing"},
        {"detail": [{"loc": ["body", "x"], "msg": "no such thing"}]},
        [{"error": {"code": 400, "message": "no such thing"}}],  # Google
        {"message": {"detail": [{"msg": "no such\n thing"}]}},  # Mistral
    ],
)
@pytest.mark.parametrize("status", [400, 403, 404, 405, 500])
def test_what_a_service_says_is_told(said: object, status: int) -> None:
    with (
        server((status, {}, json.dumps(said).encode())) as (address, _),
        pytest.raises(ServiceError, match=f"{status}.*: no such thing$"),
    ):
        ask(address, attempts=1)


@pytest.mark.parametrize(
    "page", [b"<html>no</html>", b"", b"null", b"[]", b"{}", b'{"error": {}}', b"[" * 9000]
)
def test_what_says_nothing_in_words_is_told_without_any(page: bytes) -> None:
    with server((405, {}, page)) as (address, _), pytest.raises(ServiceError, match=r"\(405\)$"):
        ask(address, attempts=1)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422, 429, 500])
def test_no_key_or_password_comes_back(status: int) -> None:
    said = {"error": {"message": "wrong: sk-secret-key; or sk-secret***ey, or Bearer sk-secret-key."}}
    with server((status, {}, json.dumps(said).encode())) as (address, _):
        with pytest.raises(ServiceError) as caught:
            ask(address, attempts=1)
        assert "sk-sec" not in str(caught.value)
        with pytest.raises(ServiceError) as caught:
            ask(address.replace("//", "//ana:sk-secret-key@"), attempts=1)
        assert "sk-sec" not in str(caught.value)
    assert said_of("none of it is known, none", "none") == ": none of it is known, none"
    assert said_of("no such key: ana-secret-9", "secret", "ana-secret-9") == ": no such key: …"
    assert "sk-secret" not in repr(Connection("http://a.example/v1", "sk-secret-key", "m"))


def test_credit_that_is_used_up_is_told_and_not_waited_for() -> None:
    quota = {"error": {"message": "You exceeded your current quota.", "code": "insufficient_quota"}}
    for status in (402, 429):
        with (
            server((status, {}, json.dumps(quota).encode())) as (address, asked),
            pytest.raises(ServiceError, match=r"no credit left.*current quota"),
        ):
            ask(address, attempts=3)
        assert len(asked) == 1


def test_a_path_that_is_not_there_is_told_with_both_that_may_be_wrong() -> None:
    with (
        server((404, {}, b'{"detail": "Not Found"}')) as (address, _),
        pytest.raises(ServiceError, match="check --model, and --base-url, which often ends in /v1"),
    ):
        ask(address)


def test_a_certificate_that_is_not_trusted_is_told_and_not_tried_again() -> None:
    bad = SSLCertVerificationError(1, "certificate verify failed")
    bad.verify_message = "self-signed certificate"
    lost = ConnectError("failed")
    lost.__cause__ = bad
    error = APIConnectionError(request=ASKED)
    error.__cause__ = lost
    assert not worth_retrying(error)
    told = str(translated(error, Connection("https://a.example/v1", "k", "m")))
    assert "self-signed certificate" in told
    assert "SSL_CERT_FILE" in told


def test_a_name_that_nobody_knows_is_told() -> None:
    with pytest.raises(ServiceError, match="its name is not known"):
        ask("http://nowhere.invalid/v1", attempts=1)


def test_tls_where_there_is_none_is_told() -> None:
    with server((200, {}, b"{}")) as (address, _), pytest.raises(ServiceError, match="is it http"):
        ask(address.replace("http:", "https:"), attempts=1)
