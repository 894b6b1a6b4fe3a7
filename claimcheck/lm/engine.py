"""A DSPy engine over the `openai` client: one place for time-outs, retries, errors and counting.

DSPy's own client cannot be recorded by VCR.py; this one can. DSPy hands over a canonical request
and takes a canonical response (`dspy.clients.engines.base`); its own retries and cache stay off.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from claimcheck.errors import (
    BudgetError,
    ClaimcheckError,
    ModelError,
    UnansweredError,
)
from claimcheck.lm.access import secrets_of, without_password, without_secrets
from claimcheck.lm.answers import body_of, text_of, usable
from claimcheck.lm.budget import CHARACTERS, Budget
from claimcheck.lm.clients import opened_client
from claimcheck.lm.faults import (
    headers_of,
    not_within,
    overloaded,
    timed_out,
    translated,
    unpaid,
    wait_before_retry,
    worth_retrying,
)
from claimcheck.lm.gates import gate_of
from claimcheck.lm.kept import KeptAnswers, key_of
from claimcheck.lm.meter import Meter
from claimcheck.lm.parameters import LONGEST, Parameters, longest_in
from claimcheck.lm.standing import Standing

if TYPE_CHECKING:
    from httpx import Response
    from openai import AsyncOpenAI

    from claimcheck.lm.prices import Price

CONCURRENCY = 64  # calls: the ceiling where no other is set
_USUAL = 500  # tokens of an answer that `Connection.timeout` is meant for
_CONNECTING = 15.0  # seconds: the most that opening a connection may take
_OF_A_CLIENT = 8  # calls: at each one, httpcore looks through all connections of its pool, for each of them
_LETTERS = 4  # characters of a token, about


@dataclass(frozen=True)
class Connection:
    """Where requests go and how patiently. `attempts` counts the first; refusals for load have twice as many.

    `timeout` is how many seconds an answer of 500 tokens may take; `concurrency` the most calls at a time. A
    fault that may pass is tried again `attempts` times, and beyond them for `outage` seconds. `who` names the
    model among kept answers, where its address does not. `thinking` is how many tokens the model may think before
    its answer. `taped`: what the service takes is found out for each call by itself, as a replay makes calls in
    another order than the recording.
    """

    base_url: str
    api_key: str = field(repr=False)
    model: str
    timeout: float = 180.0
    attempts: int = 4
    concurrency: int = CONCURRENCY
    outage: float = 0.0
    who: str = ""
    thinking: int = 0
    taped: bool = False

    @property
    def where(self) -> str:
        """The address as a message may have it."""
        return without_secrets(self.base_url)

    @property
    def asked(self) -> str:
        """Who answers, among kept answers, of which the hash alone is kept: what an address asks with tells models apart."""
        return self.who or f"{without_password(self.base_url)} {self.model}"

    @property
    def secrets(self) -> list[str]:
        """What no message may have."""
        return [self.api_key, *secrets_of(self.base_url)]

    def time_for(self, tokens: int) -> float:
        """Seconds that an answer of so many tokens may take: a third of `timeout` for one word, and in proportion."""
        return self.timeout * (1 + 2 * tokens / _USUAL) / 3


@dataclass
class _Line:
    """A client, and how many calls it has under way."""

    client: AsyncOpenAI
    calls: int = 0


class _Bill:
    """What a request costs: the most that it may, until more is known. One that breaks off may have been answered."""

    def __init__(self, most: float) -> None:
        self.most = self.cost = most

    def told(self, usage: object, price: Price | None) -> None:
        """What the service tells of its answer; where it tells nothing, the most stands."""
        cost = price.of_usage(usage) if price else None
        self.cost = self.most if cost is None else cost


Relay = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]
"""Gets an answer's body for a request's, in the place of `OpenAIEngine.answer`."""


class OpenAIEngine:
    """`await complete(request) -> response` for `dspy.LM(async_engine=…)`, with the one retry policy."""

    supports_response_schema = True
    supported_params = frozenset(
        {"response_format", "max_tokens", "temperature", "seed", "stop", "logprobs", "top_logprobs"}
    )

    def __init__(
        self,
        connection: Connection,
        meter: Meter,
        kept: KeptAnswers | None = None,
        budget: Budget | None = None,
    ) -> None:
        self.connection, self.meter, self.kept, self.budget = connection, meter, kept, budget
        self.relay: Relay | None = None
        self.standing = Standing()
        self._parameters = Parameters()
        self._gate = gate_of(connection.base_url, connection.model, connection.concurrency)
        self._lines: defaultdict[asyncio.AbstractEventLoop, list[_Line]] = defaultdict(list)
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def complete(self, request: Any) -> Any:
        """One model answer. Raises `ServiceError`, `ModelError` or `ReplayError`, each one sentence."""
        from dspy.clients.lm15_boundary import request_kwargs
        from dspy.lm15 import response_from_openai_chat

        arguments = request_kwargs(request, "chat") | {"model": self.connection.model}
        if self.connection.thinking and LONGEST in arguments:
            arguments[LONGEST] += self.connection.thinking
        body = await (self.relay or self.answer)(arguments)
        choice = body["choices"][0]
        message = {"role": "assistant", "content": text_of(body)}
        # What is beside the text may be odd, and is counted already.
        read = {"choices": [choice | {"message": message}]}
        return response_from_openai_chat(read, model=self.connection.model)

    async def answer(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """The body of the answer that is kept, else of one that is paid for; the same question is asked once at a time.

        `arguments` is the request's body. Raises as `complete` does.
        """
        if self.kept is None:
            return await self._paid(arguments)
        key = key_of(self.connection.asked, arguments)
        lock = self._asking.setdefault(f"{id(asyncio.get_running_loop())} {key}", asyncio.Lock())
        async with lock:
            found: Any = self.kept.get(key)
            if usable(found):
                self.meter.add_kept()
                self.standing.answered = True
                return found
            body = await self._paid(arguments)
            self.kept.put(key, body)
            return body

    async def _paid(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """An answer of the service, within the budget, counted and fit for use."""
        left = self.budget.seconds_left() if self.budget else None
        try:
            async with asyncio.timeout(left):
                body = await self._answer(arguments)
        except TimeoutError as error:
            raise BudgetError("the limit of time was reached in the middle of a call (--max-time)") from error
        self.meter.add(body.get("usage"))
        text_of(body)
        return body

    @asynccontextmanager
    async def _billed(self, arguments: dict[str, Any]) -> AsyncIterator[_Bill]:
        """One request: the most that it may cost is reserved before it, and what it did cost is settled after it."""
        bill = _Bill(self._most(arguments))
        if self.budget is not None:
            await self.budget.reserve(bill.most)
        self.meter.add_request()
        try:
            yield bill
        finally:
            if self.budget is not None:
                await self.budget.settle(bill.most, bill.cost)

    def _most(self, arguments: dict[str, Any]) -> float:
        """US dollars that a call costs at the most, as far as its prompt's length tells."""
        if self.meter.price is None:
            return 0.0
        prompt = len(json.dumps(arguments["messages"], ensure_ascii=False)) // CHARACTERS
        return self.meter.price.of(prompt, 0, longest_in(arguments))

    async def _answer(self, arguments: dict[str, Any]) -> dict[str, Any]:
        from tenacity import AsyncRetrying, retry_if_exception

        policy = AsyncRetrying(
            retry=retry_if_exception(worth_retrying),
            stop=self._enough,
            wait=wait_before_retry,
            reraise=True,
        )
        with self.standing.call():
            try:
                body: dict[str, Any] = await self._taken(policy, arguments)
            except Exception as error:
                told = await self._told(error)
                if told is error:
                    raise
                raise told from error
        self.standing.answered = True
        return body

    async def _taken(self, policy: Any, arguments: dict[str, Any]) -> Any:
        """The answer to a request with the parameters that the service takes, as its refusals tell."""
        from openai import APIStatusError

        known = Parameters() if self.connection.taped else self._parameters
        while True:
            sent = known.fitted(arguments)
            try:
                return await policy(self._attempt, sent)
            except APIStatusError as error:
                known.learn(error.status_code, error.body, sent)
                if known.fitted(arguments) == sent:
                    raise

    async def _told(self, error: Exception) -> ClaimcheckError:
        """What the user is told of a client error, or of what is no answer: it is no model service, or asked wrongly."""
        told = error if isinstance(error, ClaimcheckError) else translated(error, self.connection)
        if isinstance(told, ModelError) and not await self.standing.answers_others():
            self.standing.refusing = True
            return UnansweredError(str(told))
        return told

    def _enough(self, state: Any) -> bool:
        """Whether to give up: a refusal for load says that the service is there, and is tried longer."""
        tries = self.connection.attempts * (2 if overloaded(state.outcome.exception()) else 1)
        tried_for = state.seconds_since_start or 0.0
        return bool(state.attempt_number >= tries and tried_for >= self.connection.outage)

    async def _attempt(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """One request, when its turn has come, within the time that the size of its answer allows."""
        longest = longest_in(arguments) or _USUAL
        seconds = self.connection.time_for(longest)
        tokens = len(str(arguments["messages"])) // _LETTERS + longest
        async with self._gate.turn(tokens) as turn, self._billed(arguments) as bill:
            try:
                response = await self._request(arguments, seconds)
            except Exception as error:
                if overloaded(error) or timed_out(error):
                    turn.refused(headers_of(error))
                if unpaid(error):
                    bill.cost = 0.0
                raise
            turn.answered(dict(response.headers.items()))
            body = body_of(response.content, self.connection.where)
            bill.told(body.get("usage"), self.meter.price)
            return body

    async def _request(self, arguments: dict[str, Any], seconds: float) -> Response:
        """The raw response. A server that sends a byte now and then is not waited for longer than a silent one.

        The client's `post` takes the body as it is; `chat.completions.create` spends a third of a call's
        processor time on walking through it.
        """
        from httpx import Response, Timeout

        line = self._line()
        line.calls += 1
        try:
            async with asyncio.timeout(seconds):
                timeout = Timeout(seconds, connect=min(seconds, _CONNECTING))
                return await line.client.post(
                    "/chat/completions", body=arguments, cast_to=Response, options={"timeout": timeout}
                )
        except TimeoutError as error:
            raise TimeoutError(not_within(self.connection, seconds)) from error
        finally:
            line.calls -= 1

    async def aclose(self) -> None:
        """Closes the running event loop's client, unless a call of this loop is under way: then the next time.

        To be called while the loop that the connections belong to is there.
        """
        loop = asyncio.get_running_loop()
        if not any(line.calls for line in self._lines[loop]):
            for line in self._lines.pop(loop):
                await line.client.close()

    def _line(self) -> _Line:
        """The first client of this event loop that is not full: a connection belongs to the loop that opened it."""
        lines = self._lines[asyncio.get_running_loop()]
        for line in lines:
            if line.calls < _OF_A_CLIENT:
                return line
        client = opened_client(self.connection.base_url, self.connection.api_key)
        lines.append(_Line(client))
        return lines[-1]


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
