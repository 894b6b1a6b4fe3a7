"""Text of an article, of references or of a colleague cannot steer the terminal, look like ours, or act."""

import re
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from claimcheck.domain import Label, Report
from claimcheck.reviews import log
from claimcheck.reviews.entries import Action, Added, Entry
from tests.reviews.samples import HOSTILE, entry, report
from tests.reviews.screens import lines, press, run, saved, screen, words

STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def hostile() -> Report:
    """A report in which every text is hostile."""
    held = report((HOSTILE, "A\tsecond\rline\x07.", "漢字" * 200))
    passage = held.verdicts[0].evidence[0]
    bad = {"title": HOSTILE, "publisher": HOSTILE, "url": "https://\x1b]0;x\x07", "path": "\x1b[2J.md"}
    verdicts = tuple(
        v.model_copy(
            update={
                "justification": HOSTILE,
                "notes": (HOSTILE,),
                "evidence": (passage.model_copy(update=bad | {"id": v.evidence[0].id, "text": HOSTILE}),),
            }
        )
        for v in held.verdicts
    )
    claims = tuple(c.model_copy(update={"attributed_to": HOSTILE, "context": HOSTILE}) for c in held.claims)
    article = held.article.model_copy(update={"headline": HOSTILE})
    sources = tuple(s.model_copy(update={"name": HOSTILE}) for s in held.provenance.sources)
    made = held.provenance.model_copy(update={"sources": sources})
    return held.model_copy(
        update={"verdicts": verdicts, "claims": claims, "article": article, "provenance": made}
    )


def check(pilot: Pilot[None]) -> None:
    """Nothing on the screen steers, no line is wider than the screen, and no text became a link or an action."""
    from rich.cells import cell_len

    for line in lines(pilot):
        assert not STEERING.search(line), repr(line)
        assert cell_len(line) == pilot.app.size.width
    for strip in pilot.app.screen._compositor.render_strips(pilot.app.size):
        for segment in strip:
            assert segment.style is None or segment.style.link is None
            assert segment.style is None or "@click" not in segment.style.meta


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (30, 10)])
def test_every_view_shows_hostile_text_as_text(tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "r.review.jsonl"
    first = entry(Action.NOTE, by=HOSTILE, text=HOSTILE).model_dump() | {"digest": ""}
    for change in (
        {},
        {"action": Action.ADD_EVIDENCE, "evidence": Added(text=HOSTILE, source=HOSTILE)},
        {"action": Action.OVERRIDE, "label": Label.REFUTED, "reason": HOSTILE},
        {"action": Action.EDIT, "text": HOSTILE + "x"},
    ):
        log.append(file, Entry.model_validate(first | change))

    async def steps(pilot: Pilot[None]) -> None:
        check(pilot)
        for keys in (["tab", "end"], ["tab", "end"], ["z"], ["z"], ["e"], ["escape"], ["v"], ["escape"]):
            await press(pilot, *keys)
            check(pilot)
        await press(pilot, "l", "enter")
        check(pilot)
        await press(pilot, "escape", "o")
        check(pilot)
        for key in ("shift+tab", "shift+tab", "down", "down"):
            await press(pilot, key)
            check(pilot)

    run(steps, file, hostile(), size=size, by=HOSTILE)


def test_markup_in_an_article_is_seen_as_it_was_written(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        assert "\\u001b[31m[red]<script>[@click=app.quit]x[/]\\u202eevil" in words(pilot, "article")
        assert "😀" in words(pilot, "article")
        assert "漢字 שלום" in words(pilot, "article")
        await pilot.click("#article", offset=(8, 3))
        await pilot.pause()
        assert pilot.app.is_running

    run(steps, tmp_path / "r.review.jsonl", hostile())


def test_a_pasted_escape_is_text_in_fields_of_one_and_of_more_lines(tmp_path: Path) -> None:
    file = tmp_path / "r.review.jsonl"

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "plus")
        pilot.app.post_message(events.Paste("\x1b[2Jone\r\ntwo\u202e"))
        await press(pilot, "tab")
        pilot.app.post_message(events.Paste("\x1b]0;title\x07\u200b"))
        await pilot.pause()
        check(pilot)
        await press(pilot, "ctrl+s")
        (kept,) = saved(file)
        assert kept.evidence == Added(
            text="\\u001b[2Jone\ntwo\\u202e", source="\\u001b]0;title\\u0007\\u200b"
        )

    run(steps, file)


def test_a_notice_with_markup_is_text(tmp_path: Path) -> None:
    file = tmp_path / "[red]r[@click=app.quit].review.jsonl"
    file.write_text("{")

    async def steps(pilot: Pilot[None]) -> None:
        assert "[red]r[@click=app.quit].review.jsonl is torn" in screen(pilot)
        check(pilot)

    run(steps, file)
