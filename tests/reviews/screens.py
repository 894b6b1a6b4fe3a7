"""Runs the review on a screen that nobody sees, and reads what stands on it."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from claimcheck.domain import Report
from claimcheck.reviews import log
from claimcheck.reviews.app import ReviewApp
from claimcheck.reviews.entries import Entry
from claimcheck.reviews.lookup import Lookup
from tests.reviews.samples import report

NOW = datetime(2024, 2, 9, 10, 0, tzinfo=UTC)
Steps = Callable[[Pilot[None]], Awaitable[Any]]


def run(
    steps: Steps,
    file: Path,
    held: Report | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    by: str = "ann",
    references: tuple[str, ...] = (),
) -> Any:
    """What the steps give, done on an app whose review file is `file`."""
    held = held or report()

    async def go() -> Any:
        app = ReviewApp(held, file, by, Lookup(held, references), clock=lambda: NOW)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            return await steps(pilot)

    return asyncio.run(go())


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys; a key that begins with `=` is a text, typed as a person would."""
    for key in keys:
        await pilot.press(*(key[1:] if key.startswith("=") else [key]))
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def lines(pilot: Pilot[None]) -> list[str]:
    """The screen as lines of text."""
    app = pilot.app
    return ["".join(s.text for s in strip) for strip in app.screen._compositor.render_strips(app.size)]


def screen(pilot: Pilot[None]) -> str:
    """The screen's words with single spaces, the borders left out; for panes use `words`."""
    return " ".join(re.sub(r"[│┃━─┏┓┗┛┌]", " ", "\n".join(lines(pilot))).split())


def words(pilot: Pilot[None], pane: str) -> str:
    """All that a pane holds, also what is scrolled away, with single spaces."""
    from textual.widgets import Static

    return " ".join(
        " ".join(str(w.content) for w in pilot.app.query(f"#{pane} Static").results(Static)).split()
    )


def saved(file: Path) -> list[Entry]:
    """The entries of the review file, which has no faults."""
    kept = log.read(file)
    assert kept.faults == ()
    return list(kept.entries)
