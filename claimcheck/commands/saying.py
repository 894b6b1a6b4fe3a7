"""What a command says on standard error, and how it shows there how far it is."""

from __future__ import annotations

import sys

from claimcheck.reports.progress import Progress, ProgressView, Quiet


def plain(text: str) -> str:
    """The text in one line, without what could steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def say(text: str) -> None:
    """Tells the user one line."""
    print(f"claimcheck: {plain(text)}", file=sys.stderr)


def bar() -> Progress:
    """A bar on a terminal, else nothing."""
    return ProgressView() if sys.stderr.isatty() else Quiet()
