"""A picture (SVG) of the review, for the README."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck.domain import Report
from claimcheck.reviews.app import ReviewApp
from claimcheck.reviews.lookup import Lookup


def save_svg(
    report: Report, path: Path, *, size: tuple[int, int] = (110, 32), keys: Sequence[str] = ()
) -> None:
    """Writes the picture of the review after those keys, in a terminal of `size` columns and rows."""
    path.write_text(asyncio.run(_picture(report, size, keys)), encoding="utf-8")


async def _picture(report: Report, size: tuple[int, int], keys: Sequence[str]) -> str:
    with TemporaryDirectory() as folder:
        app = ReviewApp(report, Path(folder) / "report.review.jsonl", "you", Lookup(report))
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return app.export_screenshot(title="claimcheck review report.json")
