"""What a model is reached with: its address, and the key, which comes from the environment alone."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from claimcheck.errors import UsageError
from claimcheck.lm.weights import is_embedded

KEY, ADDRESS = "OPENAI_API_KEY", "OPENAI_BASE_URL"
HIDDEN = "***"  # stands for what is secret in an address
_OPEN = frozenset({"api-version"})  # parameters of an address that are no secret


def key_in(environment: Mapping[str, str] | None = None, name: str = KEY) -> str | None:
    """The key in the variable of that name, None where there is none.

    White space around it, as the line's end of a file of secrets, is none of it. Raises `UsageError` for what no HTTP
    header can hold.
    """
    key = (os.environ if environment is None else environment).get(name, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise UsageError(
            f"{name} holds characters that no key has: set it anew, in one line of plain letters"
        )
    return key or None


def reachable(
    model: str | None, base_url: str | None, environment: Mapping[str, str] | None = None
) -> str | None:
    """The key for that model at that address. Raises `UsageError` where neither a key nor an address reaches it."""
    key = key_in(environment)
    if not (is_embedded(model) or base_url or key):
        raise UsageError(
            f"the model {model!r} needs OPENAI_API_KEY, or --base-url for a server of your own; "
            "leave --model out to use the embedded model"
        )
    return key


def refuse_bad_address(address: str) -> None:
    """Raises `UsageError` for what is no address of HTTP, and for a name and password that cannot be told from it."""
    try:
        parts = urlsplit(address)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    if not fine or re.search(r"[\s\x00-\x20\x7f]", address):
        raise UsageError(
            "--base-url, or OPENAI_BASE_URL, takes an address such as http://localhost:11434/v1, not "
            f"{_shown(address)!r}"
        )
    if "@" in parts.netloc and "@" in address.partition(parts.netloc)[2]:
        raise UsageError(
            "the name and password in --base-url, or OPENAI_BASE_URL, hold signs that an address divides by: write / "
            "as %2F, ? as %3F, # as %23 and @ as %40"
        )


def _shown(address: str) -> str:
    """What was meant for an address: a password in it may hold any sign."""
    scheme, apart, rest = address.rpartition("@")[2].rpartition("://")
    return f"{scheme}{apart}{rest}"


def without_password(address: str) -> str:
    """The address without a name and password in it, as recordings may have it."""
    if "@" not in address:
        return address
    try:
        parts = urlsplit(address)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        return address.rpartition("@")[2]


def without_secrets(address: str) -> str:
    """The address as reports and messages may have it: no name, no password, and nothing that it asks with."""
    return without_password(address).partition("?")[0].partition("#")[0]


def secrets_of(address: str) -> list[str]:
    """What is secret in an address: name, password, and the values of its parameters."""
    parts = urlsplit(address)
    named = [unquote(part) for part in (parts.username, parts.password) if part]
    return named + [value for name, value in parse_qsl(parts.query) if name not in _OPEN]


def for_keeping(address: str) -> str:
    """The address as a run keeps it: `***` stands for each secret in it. See `from_keeping`."""
    if not secrets_of(address):
        return address
    parts = urlsplit(address)
    name, apart, host = parts.netloc.rpartition("@")
    asked = [(key, value if key in _OPEN else HIDDEN) for key, value in parse_qsl(parts.query)]
    return urlunsplit(
        parts._replace(netloc=f"{HIDDEN if name else ''}{apart}{host}", query=urlencode(asked, safe="*"))
    )


def from_keeping(kept: str | None, environment: Mapping[str, str] | None = None) -> str | None:
    """The address that a run kept, whole again: what is secret in it is in OPENAI_BASE_URL, and kept nowhere.

    Raises `UsageError` where it is not.
    """
    if kept is None or HIDDEN not in kept:
        return kept
    address = (os.environ if environment is None else environment).get(ADDRESS, "").strip()
    if address and for_keeping(address) == kept:
        return address
    raise UsageError(
        f"the run's server is at {kept}: set OPENAI_BASE_URL to it, with what {HIDDEN} stands for"
    )
