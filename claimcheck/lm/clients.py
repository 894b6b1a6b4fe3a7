"""The HTTP clients of model services: which certificates are trusted, when a proxy is used, and where a request may go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from claimcheck.errors import ServiceError

if TYPE_CHECKING:
    from ssl import SSLContext

    from openai import AsyncOpenAI


def opened_client(base_url: str, api_key: str) -> AsyncOpenAI:
    """A client of that address. What it asks with (`?api-version=…`) goes with every request.

    No proxy stands before this machine itself, whatever the environment says: a proxy elsewhere would look for the
    embedded model on its own machine, with the article in hand. A redirect is not followed: the key and the article
    go where the user said, and a request that is sent on by it has often lost its question. Raises `ServiceError` for
    proxies and certificates of the environment that cannot be used.
    """
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient

    parts = urlsplit(base_url)
    with usable_environment():
        http = DefaultAsyncHttpxClient(
            verify=_trusted(), trust_env=not _of_this_machine(parts.hostname or ""), follow_redirects=False
        )
    return AsyncOpenAI(
        base_url=urlunsplit(parts._replace(query="", fragment="")),
        default_query=dict(parse_qsl(parts.query)),
        api_key=api_key,
        max_retries=0,
        http_client=http,
    )


@contextmanager
def usable_environment() -> Iterator[None]:
    """Around the making of a client. Raises `ServiceError` for settings of the environment that cannot be used."""
    from httpx import InvalidURL

    try:
        yield
    except (ImportError, ValueError, InvalidURL) as error:
        raise ServiceError(
            "a proxy that the environment names cannot be used: set HTTP_PROXY, HTTPS_PROXY and ALL_PROXY to such as "
            "http://proxy.example:3128, and NO_PROXY to names of hosts"
        ) from error
    except OSError as error:
        raise ServiceError(
            "the certificates that SSL_CERT_FILE or SSL_CERT_DIR names cannot be read "
            f"({error.strerror or type(error).__name__})"
        ) from error


@cache
def _trusted() -> SSLContext:
    """The certificates to trust, read once: a client for each article would read them each time."""
    from httpx import create_ssl_context

    return create_ssl_context()


def _of_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
