"""The server as an ASGI application: `POST /v1/chat/completions`, and `/account`, `/reset`, `/settings` for the bench."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from benchmarks.server.accounts import Account, Call
from benchmarks.server.recordings import key
from benchmarks.server.stand_in import completion

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


@dataclass(frozen=True)
class Settings:
    """Seconds a call and a written token; how many calls are answered at once (0: any number); shares of faults."""

    latency: float = 0.0
    per_token: float = 0.0
    capacity: int = 0
    too_many: float = 0.0
    """The share of calls that are answered 429 with `Retry-After: 0`."""
    broken: float = 0.0
    """The share of calls whose connection is closed in the middle of the answer."""


class App:
    """One model server. Faults come from a seeded generator, so that a run can be repeated."""

    def __init__(self, settings: Settings, recordings: Mapping[str, dict[str, Any]] | None = None) -> None:
        self.recordings = recordings or {}
        self._set(settings)

    def _set(self, settings: Settings) -> None:
        self.settings, self.account, self._chance = settings, Account(), random.Random(7)
        self._gate = asyncio.Semaphore(settings.capacity or 1_000_000)

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """ASGI 3; of `lifespan` nothing is needed."""
        if scope["type"] != "http":
            return
        body = await _body(receive)
        match scope["method"], scope["path"]:
            case "POST", "/v1/chat/completions":
                await self._chat(json.loads(body), send)
            case "POST", "/settings":
                self._set(replace(Settings(), **json.loads(body)))
                await _answer(send, 200, asdict(self.settings))
            case "POST", "/reset":
                self._set(self.settings)
                await _answer(send, 200, {})
            case "GET", "/account":
                await _answer(send, 200, self.account.told())
            case _:
                await _answer(send, 404, {"error": {"message": "no such path"}})

    async def _chat(self, body: Mapping[str, Any], send: Send) -> None:
        account = self.account
        account.begin()
        try:
            fault = self._fault()
            if fault:
                account.answered_by[fault] += 1
            if fault == "broken":
                await _begin(send, 200, 100)
                raise ConnectionAbortedError("the answer breaks off, as asked")
            if fault == "too many":
                await _answer(send, 429, {"error": {"message": "too many requests"}}, ("retry-after", "0"))
            else:
                await _answer(send, 200, await self._completed(body, account))
        finally:
            account.end()

    def _fault(self) -> str:
        chance = self._chance.random()
        if chance < self.settings.too_many:
            return "too many"
        return "broken" if chance < self.settings.too_many + self.settings.broken else ""

    async def _completed(self, body: Mapping[str, Any], account: Account) -> dict[str, Any]:
        """The answer, after as long as it takes in one of the server's places."""
        clock = asyncio.get_running_loop().time
        arrived = clock()
        recorded = self.recordings.get(key(body)) if self.recordings else None
        answer = recorded or completion(body)
        usage = answer["usage"]
        latency = self.settings.latency + self.settings.per_token * usage["completion_tokens"]
        async with self._gate:
            if latency:
                await asyncio.sleep(latency)
        account.answered_by["recording" if recorded else "stand-in"] += 1
        account.calls.append(
            Call(arrived, clock(), latency, usage["prompt_tokens"], usage["completion_tokens"])
        )
        return answer


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


async def _answer(send: Send, status: int, held: Any, *headers: tuple[str, str]) -> None:
    body = json.dumps(held).encode()
    await _begin(send, status, len(body), *headers)
    await send({"type": "http.response.body", "body": body})


async def _begin(send: Send, status: int, length: int, *headers: tuple[str, str]) -> None:
    named = [("content-type", "application/json"), ("content-length", str(length)), *headers]
    encoded = [(name.encode(), value.encode()) for name, value in named]
    await send({"type": "http.response.start", "status": status, "headers": encoded})
