"""A DSPy engine over the `openai` client: one place for time-outs, retries, errors and counting.

DSPy's own client cannot be recorded by VCR.py; this one can. DSPy hands over a canonical request
and takes a canonical response (`dspy.clients.engines.base`); its own retries and cache stay off.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimcheck.errors import ClaimcheckError, ModelError, ReplayError, ServiceError
from claimcheck.lm.meter import Meter

LONGEST_WAIT = 60.0  # seconds; a server that asks for more is not waited for


@dataclass(frozen=True)
class Connection:
    """Where requests go and how patiently. `timeout` is in seconds; `attempts` counts the first."""

    base_url: str
    api_key: str
    model: str
    timeout: float = 180.0
    attempts: int = 4


class OpenAIEngine:
    """`await complete(request) -> response` for `dspy.LM(async_engine=…)`, with the one retry policy."""

    supports_response_schema = True
    supported_params = frozenset(
        {"response_format", "max_tokens", "temperature", "seed", "stop", "logprobs", "top_logprobs"}
    )

    def __init__(self, connection: Connection, meter: Meter) -> None:
        self.connection, self.meter = connection, meter
        self._clients: dict[asyncio.AbstractEventLoop, Any] = {}

    async def complete(self, request: Any) -> Any:
        """One model answer. Raises `ServiceError`, `ModelError` or `ReplayError`, each one sentence."""
        from dspy.clients.lm15_boundary import request_kwargs
        from dspy.lm15 import response_from_openai_chat

        arguments = request_kwargs(request, "chat") | {"model": self.connection.model}
        body = await self._answer(arguments)
        self.meter.add(body.get("usage"))
        _checked(body)
        return response_from_openai_chat(body, model=self.connection.model)

    async def _answer(self, arguments: dict[str, Any]) -> dict[str, Any]:
        from httpx import Response
        from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt

        policy = AsyncRetrying(
            retry=retry_if_exception(worth_retrying),
            stop=stop_after_attempt(self.connection.attempts),
            wait=wait_before_retry,
            reraise=True,
        )
        try:
            async for attempt in policy:
                with attempt:
                    # Not `chat.completions.create`: walking its types took half of a call's own time.
                    response = await self._client().post(
                        "/chat/completions", body=arguments, cast_to=Response
                    )
                    return _parsed(response.text)
        except ClaimcheckError:
            raise
        except Exception as error:
            raise translated(error, self.connection) from error
        raise AssertionError("unreachable: tenacity returns or raises")

    async def aclose(self) -> None:
        """Closes the running event loop's client, while the loop that its connections belong to is there."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.close()

    def _client(self) -> Any:
        """One client for each event loop: a connection belongs to the loop that opened it."""
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient

        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            self._clients[loop] = AsyncOpenAI(
                base_url=self.connection.base_url,
                api_key=self.connection.api_key,
                timeout=self.connection.timeout,
                max_retries=0,
                http_client=DefaultAsyncHttpxClient(verify=_trusted()),
            )
        return self._clients[loop]


@cache
def _trusted() -> Any:
    """The certificates to trust, read once: a client for each article would read them each time."""
    from httpx import create_ssl_context

    return create_ssl_context()


class SyncEngine:
    """The blocking twin that `dspy.LM(engine=…)` asks for, on the same connection."""

    def __init__(self, engine: OpenAIEngine) -> None:
        self._engine = engine
        self.supports_response_schema = engine.supports_response_schema
        self.supported_params = engine.supported_params

    def complete(self, request: Any) -> Any:
        """One model answer, waited for; not to be called from a running event loop."""
        return asyncio.run(self._closing(request))

    async def _closing(self, request: Any) -> Any:
        try:
            return await self._engine.complete(request)
        finally:
            await self._engine.aclose()


def _parsed(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text)
    except ValueError as error:
        raise ModelError("the model service answered something that is not JSON") from error
    if not isinstance(body, dict) or not isinstance(body.get("choices"), list) or not body["choices"]:
        raise ModelError("the model service answered JSON that is not a chat completion")
    return body


def _checked(body: dict[str, Any]) -> None:
    choice = body["choices"][0]
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(message, dict) or not isinstance(message.get("content"), str):
        raise ModelError("the model's answer holds no text")
    if choice.get("finish_reason") == "length":
        raise ModelError("the model's answer was cut off at its length limit")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _not_recorded(error: BaseException) -> bool:
    return any(type(link).__module__ == "vcr.errors" for link in _chain(error))


def worth_retrying(error: BaseException) -> bool:
    """Whether asking again may help: time-outs, lost connections, 408, 409, 429 and 5xx; never a refusal."""
    from openai import APIConnectionError, APIStatusError

    if _not_recorded(error):
        return False
    if isinstance(error, APIStatusError):
        return error.status_code in {408, 409, 429} or error.status_code >= 500
    return isinstance(error, APIConnectionError)


def wait_before_retry(state: Any) -> float:
    """Seconds to wait: what Retry-After asks for, up to a minute, else 0.5, 1, 2 … with jitter."""
    from tenacity import wait_random_exponential

    error = state.outcome.exception()
    asked = getattr(getattr(error, "response", None), "headers", {}).get("retry-after", "")
    try:
        return min(LONGEST_WAIT, max(0.0, float(asked)))
    except ValueError:
        return float(wait_random_exponential(multiplier=0.5, max=20)(state))


def translated(error: Exception, connection: Connection) -> ClaimcheckError:
    """What the user is told of a client error."""
    from openai import APIConnectionError, APIStatusError, APITimeoutError

    where = connection.base_url
    if _not_recorded(error):
        return ReplayError(
            "the replay holds no answer for a request of this run: record it again with --record"
        )
    if isinstance(error, APITimeoutError):
        return ServiceError(f"the model service at {where} did not answer within {connection.timeout:.0f} s")
    if isinstance(error, APIStatusError):
        return _refusal(error.status_code, connection)
    if isinstance(error, APIConnectionError):
        return ServiceError(
            f"the model service at {where} cannot be reached, or broke off: is it running, is the address right?"
        )
    return ServiceError(f"the model service at {where} failed: {type(error).__name__}")


def _refusal(status: int, connection: Connection) -> ServiceError:
    where = connection.base_url
    if status in {401, 403}:
        return ServiceError(f"the model service at {where} refused the key ({status}): check OPENAI_API_KEY")
    if status == 404:
        return ServiceError(
            f"the model service at {where} does not know {connection.model!r} (404): check --model"
        )
    if status == 429:
        tries = connection.attempts
        return ServiceError(
            f"the model service at {where} is over its limit (429) after {tries} tries: try later"
        )
    return ServiceError(f"the model service at {where} answered with an error ({status})")


def service_error_from(error: BaseException) -> ClaimcheckError:
    """The error of ours inside what DSPy raised; a `ModelError` for an answer that DSPy could not parse."""
    for link in _chain(error):
        if isinstance(link, ClaimcheckError):
            return link
    return ModelError(f"the model's answer could not be parsed ({type(error).__name__})")
