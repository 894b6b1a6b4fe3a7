"""What can go wrong with a model service: which faults are worth another try, and what the user is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from claimcheck.errors import ClaimcheckError, ModelError, RefusedError, ReplayError, ServiceError
from claimcheck.lm.access import without_secrets
from claimcheck.lm.gates import LONGEST_WAIT
from claimcheck.lm.headers import asked_to_wait
from claimcheck.lm.sayings import code_of, said_of

if TYPE_CHECKING:
    from openai import APIStatusError

    from claimcheck.lm.engine import Connection


_OF_THE_QUESTION = frozenset(
    {400, 413, 422}
)  # a content filter, or a prompt that is too long; or a wrong setting
_OF_CREDIT = ("insufficient_quota", "billing", "credit", "balance")  # codes: no waiting mends it
_NO_KEY = "none"


class GarbledError(ServiceError):
    """What came is of no model: a page of a proxy or of a login, or half an answer. It is no matter of one question."""


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _not_recorded(error: BaseException) -> bool:
    return any(type(link).__module__ == "vcr.errors" for link in _chain(error))


def worth_retrying(error: BaseException) -> bool:
    """Whether asking again may help: time-outs, lost connections, 408, 409, 429, 5xx, what is no JSON; never a refusal.

    Nor a service that asks to wait for more than a minute or has no credit left, nor a certificate that is not trusted.
    """
    from ssl import SSLCertVerificationError

    from openai import APIConnectionError, APIStatusError

    if _not_recorded(error) or (asked_to_wait(headers_of(error)) or 0.0) > LONGEST_WAIT:
        return False
    if isinstance(error, APIStatusError):
        return not _without_credit(error) and (
            error.status_code in {408, 409, 429} or error.status_code >= 500
        )
    if any(isinstance(link, SSLCertVerificationError) for link in _chain(error)):
        return False
    return isinstance(error, APIConnectionError | TimeoutError | GarbledError)


def overloaded(error: BaseException | None) -> bool:
    """Whether a service refused for load: 429 or 503."""
    return getattr(error, "status_code", None) in {429, 503}


def timed_out(error: BaseException) -> bool:
    """Whether no answer came in time."""
    from openai import APITimeoutError

    return isinstance(error, TimeoutError | APITimeoutError)


def unpaid(error: BaseException) -> bool:
    """Whether a request that failed cost nothing: it was refused with a status, or never reached the service.

    One that broke off or was not answered in time may have been answered, and be on the bill.
    """
    from httpx import ConnectError, ConnectTimeout, LocalProtocolError, PoolTimeout, UnsupportedProtocol
    from openai import APIStatusError

    unsent = ConnectError | ConnectTimeout | LocalProtocolError | PoolTimeout | UnsupportedProtocol
    return isinstance(error, APIStatusError) or any(isinstance(link, unsent) for link in _chain(error))


def headers_of(error: BaseException | None) -> Mapping[str, str]:
    """The headers of the response that an error of the client carries; empty where it carries none."""
    found: Mapping[str, str] = getattr(getattr(error, "response", None), "headers", {})
    return found


def wait_before_retry(state: Any) -> float:
    """Seconds to wait: 0.5, 1, 2 … with jitter, and no less than Retry-After asks for (the gate keeps all others back as long).

    One that asks for none, or for a moment that has passed by this machine's clock, is not asked without pause.
    """
    from tenacity import wait_random_exponential

    asked = asked_to_wait(headers_of(state.outcome.exception())) or 0.0
    return max(asked, float(wait_random_exponential(multiplier=0.5, max=20)(state)))


def translated(error: Exception, connection: Connection) -> ClaimcheckError:
    """What the user is told of a client error; a `RefusedError` where the fault may lie in the question."""
    from openai import APIConnectionError, APIStatusError, APITimeoutError

    where = connection.where
    if _not_recorded(error):
        return ReplayError(
            "the replay holds no answer for a request of this run: record it again with --record"
        )
    if isinstance(error, TimeoutError):
        return ServiceError(str(error))
    if isinstance(error, APITimeoutError):
        return ServiceError(f"the model service at {where} did not answer in time")
    if isinstance(error, APIStatusError):
        return _refusal(error, connection)
    if isinstance(error, APIConnectionError):
        return ServiceError(f"the model service at {where} {_unreached(error)}")
    return ServiceError(f"the model service at {where} failed: {type(error).__name__}")


def _unreached(error: BaseException) -> str:
    """Why a connection came to nothing, as far as its causes tell; their own words may hold what was sent."""
    from socket import gaierror
    from ssl import SSLCertVerificationError, SSLError

    links = list(_chain(error))
    if bad := next((link for link in links if isinstance(link, SSLCertVerificationError)), None):
        why = bad.verify_message or "it is not known who signed it"
        return f"shows a certificate that is not trusted ({why}): SSL_CERT_FILE names a file of your own"
    if any(isinstance(link, SSLError) for link in links):
        return "cannot be reached over TLS: is it http and not https?"
    if any(isinstance(link, gaierror) for link in links):
        return "cannot be reached: its name is not known here; is the address right?"
    return "cannot be reached, or broke off: is it running, is the address right?"


def not_within(connection: Connection, seconds: float) -> str:
    """What the user is told of a service that was not waited for any longer."""
    return f"the model service at {connection.where} did not answer within {seconds:.0f} s"


def _refusal(error: APIStatusError, connection: Connection) -> ServiceError:
    at, status = f"the model service at {connection.where}", error.status_code
    said = said_of(error.body, *connection.secrets)
    if status in _OF_THE_QUESTION:
        return RefusedError(f"{at} refused the request ({status}){said}")
    if status in {401, 403}:
        told = "wants a key" if connection.api_key == _NO_KEY else "refused the key"
        return ServiceError(f"{at} {told} ({status}), check OPENAI_API_KEY{said}")
    if status == 404:
        told = f"does not know {connection.model!r}, or the address (404)"
        return ServiceError(f"{at} {told}, check --model, and --base-url, which often ends in /v1{said}")
    if status == 402 or _without_credit(error):
        return ServiceError(f"{at} has no credit left for this key ({status}){said}")
    if status == 429:
        asked = asked_to_wait(headers_of(error)) or 0.0
        told = f"and asks to wait {asked:.0f} s" if asked > LONGEST_WAIT else "after several tries"
        return ServiceError(f"{at} is over its limit (429) {told}, try later{said}")
    if 300 <= status < 400:
        return ServiceError(
            f"{at} has moved ({status}){_to(error, connection)}: name its address with --base-url"
        )
    return ServiceError(f"{at} answered with an error ({status}){said}")


def _without_credit(error: APIStatusError) -> bool:
    """Whether a service refuses for money that is used up, which some tell as 429."""
    return error.status_code == 429 and any(word in code_of(error.body) for word in _OF_CREDIT)


def _to(error: APIStatusError, connection: Connection) -> str:
    """Where a service says that it has moved to, as a message may have it."""
    target = headers_of(error).get("location", "")
    return f" to {without_secrets(urljoin(connection.base_url, target))}" if target else ""


def service_error_from(error: BaseException) -> ClaimcheckError:
    """The error of ours inside what DSPy raised; a `ModelError` for an answer that DSPy could not parse."""
    for link in _chain(error):
        if isinstance(link, ClaimcheckError):
            return link
    return ModelError(f"the model's answer could not be parsed ({type(error).__name__})")
