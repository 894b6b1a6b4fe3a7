"""The client: redirects, robots.txt, pace, retries and cache around the guarded transport."""

from __future__ import annotations

import json
import time
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from claimcheck import __version__
from claimcheck.errors import ReplayError
from claimcheck.evidence.fetching.limits import FetchError, Limits, shown
from claimcheck.evidence.fetching.pacing import Pace, retry_after
from claimcheck.evidence.fetching.robots import Robots

_PASSING = {429, 502, 503, 504}  # worth another attempt
_IN_A_HEADER = "".join(map(chr, range(32, 127)))  # all else is written as an address writes it
_MOVED = {301, 302, 303, 307, 308}
PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


@dataclass(frozen=True)
class Fetched:
    """An answer: `url` is where it came from after redirects, `accessed` when the server sent it (UTC)."""

    url: str
    status: int
    media_type: str
    content: bytes
    accessed: datetime | None
    headers: Mapping[str, str]

    def json(self) -> Any:
        """The body as JSON. Raises `FetchError`."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError) as error:
            kind = self.media_type or "of no stated type"
            raise FetchError(f"{shown(self.url)}: the answer is not JSON but {kind}") from error


class _Again(Exception):
    """A fault that may pass; `wait` is how long the server asks for, in seconds."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Fetcher:
    """Fetches for one source. Threads may share it.

    `allowed` are the `(host, port)` pairs that may have private addresses; `cache` is the folder of the HTTP
    cache, None for none; `contact` is an address that the User-Agent names; `logins` are `name:password`
    by the address of what asks for them, and go to no other scheme, host and port; `sleep` is how to wait, which a
    replay replaces by doing nothing.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        allowed: Iterable[tuple[str, int]] = (),
        cache: Path | None = None,
        contact: str = "",
        logins: Mapping[str, str] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits or Limits()
        self._allowed, self._cache, self._sleep = tuple(allowed), cache, sleep
        told = f"contact: {quote(contact, safe=_IN_A_HEADER)}" if contact else "no contact given"
        self._agent = f"claimcheck/{__version__} (an aid to fact-checkers; {told}) python-httpx"
        self._logins = {_origin(url): basic(login) for url, login in (logins or {}).items()}
        self._pace = Pace(self._limits.interval, sleep)
        self._robots = Robots(self._robots_text)
        self._lock, self._calls = Lock(), 0
        self._clients: dict[bool, Any] = {}

    def get(
        self,
        url: str,
        params: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        accept: Sequence[str] = (),
        robots: bool = True,
        secret: bool = False,
        again: Callable[[Fetched], str] | None = None,
    ) -> Fetched:
        """Fetches an address, following redirects.

        `accept` are the media types that are taken, all where empty. `robots` off is for an interface for
        programs that the user named. `secret` keeps the request out of the cache. `again` looks at an
        answer and names the fault that makes it worth another attempt, "" for none.
        Raises `FetchError`, one line; `ReplayError` where a replay holds no answer.
        """
        at, seen = _with(url, params) if params else url, 0
        while True:
            delay = self._checked(at, robots)
            sent = dict(headers or {}) if _host(at) == _host(url) else {}
            login = self._logins.get(_origin(at), {})
            given = ({**sent, **login}, delay, secret or bool(login), again)
            found = self._patiently(lambda: self._once("GET", at, *given), at)  # noqa: B023
            target = found.headers.get("location", "")
            if found.status not in _MOVED or not target:
                return _accepted(found, accept)
            seen += 1
            if seen > self._limits.redirects:
                raise FetchError(f"{shown(url)}: it redirects more than {self._limits.redirects} times")
            at = urljoin(at, target)

    def post_json(self, url: str, body: Any, headers: Mapping[str, str] | None = None) -> Any:
        """What an interface answers to a JSON body; never cached. Raises `FetchError` and `ReplayError`."""
        self._checked(url, robots=False)
        data = json.dumps(body).encode()
        sent = {"content-type": "application/json", **(headers or {})}
        found = self._patiently(lambda: self._once("POST", url, sent, 0.0, True, None, data), url)
        return _accepted(found, ()).json()

    def close(self) -> None:
        """Closes the connections."""
        for client in self._clients.values():
            client.close()
        self._clients.clear()

    def _checked(self, url: str, robots: bool) -> float:
        """The seconds that the site wants between requests. Raises `FetchError` where it may not be fetched."""
        try:
            parts = urlsplit(url)
            fine = parts.scheme in {"http", "https"} and parts.hostname
        except ValueError:
            fine = False
        if not fine:
            raise FetchError(f"{shown(url)}: only http and https addresses are fetched")
        if not robots:
            return 0.0
        if not self._robots.allows(url):
            raise FetchError(f"{shown(url)}: the site's robots.txt does not allow it")
        return self._robots.delay(url)

    def _patiently(self, once: Callable[[], Fetched], url: str) -> Fetched:
        """Tries again what may pass, as long as the server's own wish is within the longest wait."""
        from tenacity import RetryError, Retrying, retry_if_exception, stop_after_attempt

        def passing(error: BaseException) -> bool:
            return isinstance(error, _Again) and (error.wait or 0.0) <= self._limits.longest_wait

        attempts = Retrying(
            retry=retry_if_exception(passing),
            stop=stop_after_attempt(self._limits.attempts),
            wait=_pause,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return attempts(once)
        except (_Again, RetryError) as error:
            wait = error.wait if isinstance(error, _Again) else None
            late = f"; it asks to come back in {wait:.0f} s" if wait else ""
            raise FetchError(f"{shown(url)}: {error}{late}") from error
        except FetchError as error:
            told = str(error)
            raise error if "://" in told else FetchError(f"{shown(url)}: {told}") from error

    def _once(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        delay: float,
        secret: bool,
        again: Callable[[Fetched], str] | None,
        body: bytes | None = None,
    ) -> Fetched:
        self._count()
        self._pace.wait(_host(url), delay)
        found = self._sent(method, url, headers, secret, body)
        if found.status in _PASSING:
            told = "asks for fewer requests" if found.status == 429 else "is not available now"
            raise _Again(f"the server {told} (HTTP {found.status})", retry_after(found.headers))
        fault = again(found) if again else ""
        if fault:
            raise _Again(fault, retry_after(found.headers))
        return found

    def _sent(
        self, method: str, url: str, headers: Mapping[str, str], secret: bool, body: bytes | None
    ) -> Fetched:
        import httpx

        try:
            answer = self._client(secret).request(method, url, headers=dict(headers), content=body)
        except httpx.TimeoutException as error:
            raise _Again("it took too long to answer") from error
        except httpx.InvalidURL as error:
            raise FetchError("the address is not valid") from error
        except httpx.HTTPError as error:
            raise _Again(f"it cannot be reached ({_reason(error)})") from error
        except Exception as error:
            if type(error).__name__ == "CannotOverwriteExistingCassetteException":
                raise ReplayError(f"the replay has no recorded answer of {shown(url)}") from error
            raise
        return Fetched(
            url=str(answer.url),
            status=answer.status_code,
            media_type=answer.headers.get("content-type", "").split(";")[0].strip().lower(),
            content=answer.content,
            accessed=_moment(answer.headers.get("date", "")),
            headers={name.lower(): value for name, value in answer.headers.items()},
        )

    def _count(self) -> None:
        with self._lock:
            if self._calls >= self._limits.calls:
                raise FetchError(f"the limit of {self._limits.calls} requests for one run is used up")
            self._calls += 1

    def _client(self, secret: bool) -> Any:
        import httpx

        from claimcheck.evidence.fetching.cache import cached
        from claimcheck.evidence.fetching.transport import GuardedTransport

        with self._lock:
            if secret not in self._clients:
                transport = GuardedTransport(self._limits, self._allowed)
                self._clients[secret] = httpx.Client(
                    transport=transport if secret else cached(transport, self._cache),
                    timeout=self._limits.timeout,
                    headers={"user-agent": self._agent, "accept-encoding": "gzip, deflate"},
                )
            return self._clients[secret]

    def _robots_text(self, url: str) -> tuple[int, bytes]:
        try:
            found = self.get(url, robots=False)
        except _NotFound as error:
            return error.status, b""
        except FetchError:
            return 0, b""
        return found.status, found.content


class _NotFound(FetchError):
    """An answer that is not the page: `status` is the HTTP status."""

    def __init__(self, text: str, status: int) -> None:
        super().__init__(text)
        self.status = status


def _accepted(found: Fetched, accept: Sequence[str]) -> Fetched:
    """The answer, if it is a good one of a media type that is taken. Raises `FetchError`."""
    if not 200 <= found.status < 300:
        told = {401: "the key is missing or refused", 403: "it refuses the request", 404: "it is not there"}
        reason = told.get(found.status, "the server answers with an error")
        raise _NotFound(f"{shown(found.url)}: {reason} (HTTP {found.status})", found.status)
    if accept and found.media_type not in accept:
        kind = found.media_type[:60] or "of no stated type"
        raise FetchError(f"{shown(found.url)}: it is {kind}, which is not read")
    return found


def _with(url: str, params: Mapping[str, object]) -> str:
    import httpx

    try:
        return str(httpx.URL(url).copy_merge_params({name: str(value) for name, value in params.items()}))
    except httpx.InvalidURL as error:
        raise FetchError(f"{shown(url)}: the address is not valid") from error


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2]


def _origin(url: str) -> str:
    return f"{urlsplit(url).scheme}://{_host(url)}".lower()


def basic(login: str) -> dict[str, str]:
    """The header of HTTP's basic authentication (RFC 7617)."""
    return {"authorization": f"Basic {b64encode(login.encode()).decode()}"}


def _pause(state: Any) -> float:
    """The wait that the server asks for, else 1, 2, 4 … seconds."""
    error = state.outcome.exception()
    asked: float | None = error.wait if isinstance(error, _Again) else None
    return asked if asked is not None else float(2 ** (state.attempt_number - 1))


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:160]


def _moment(value: str) -> datetime | None:
    try:
        return parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
