"""Snapshots: each view looks as in its picture; `CLAIMCHECK_PICTURES=write` draws the pictures anew."""

import os
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from claimcheck.domain import Label, Report
from claimcheck.reviews import log
from claimcheck.reviews.entries import Action, Added
from claimcheck.reviews.picture import save_svg
from tests.reviews.samples import HOSTILE, entry, report
from tests.reviews.screens import press, run

PICTURES = Path(__file__).parent / "pictures"
LONG = report((HOSTILE, *(s.text for s in report().article.sentences)))
VIEWS: dict[str, tuple[tuple[int, int], list[str], Report]] = {
    "opened": ((80, 24), [], report()),
    "wide": ((120, 36), ["down"], report()),
    "reviewed": ((80, 24), ["end", "home", "down"], report()),
    "without-colour": ((80, 24), ["down"], report()),
    "another-verdict": ((80, 24), ["v", "down", "tab", "=because"], report()),
    "adding-evidence": ((80, 24), ["plus", "=words", "ctrl+s"], report()),
    "hostile": ((80, 24), ["tab"], LONG),
    "narrow": ((40, 20), [], report()),
}
DONE = [
    entry(Action.ACCEPT, label=Label.SUPPORTED),
    entry(Action.OVERRIDE, 2, label=Label.SUPPORTED, reason="the deed agrees", by="bob", minute=5),
    entry(Action.NOTE, 2, text="call the archive", minute=6),
    entry(Action.ADD_EVIDENCE, 2, evidence=Added(text="Opened on 1 June 2021.", source="The deed"), minute=7),
    entry(Action.NOT_WORTH_CHECKING, 4, reason="trivial", minute=8),
    entry(Action.EDIT, 5, text="The council said that it will paint the bridge green.", minute=9),
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_looks_as_in_its_picture(view: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size, keys, held = VIEWS[view]
    monkeypatch.delenv("NO_COLOR", raising=False)
    if view == "without-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    file = tmp_path / "r.review.jsonl"
    for done in DONE if view in ("reviewed", "without-colour") else []:
        log.append(file, done)

    async def steps(pilot: Pilot[None]) -> str:
        await press(pilot, *keys)
        return pilot.app.export_screenshot(title=view)

    drawn = settled(run(steps, file, held, size=size))
    picture = PICTURES / f"{view}.svg"
    if os.environ.get("CLAIMCHECK_PICTURES") == "write":
        PICTURES.mkdir(exist_ok=True)
        picture.write_text(drawn, encoding="utf-8")
    if drawn != picture.read_text(encoding="utf-8"):
        other = tmp_path / f"{view}.svg"
        other.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{view} looks different: compare {picture} with {other}")


def test_the_pictures_command_draws_the_view_after_its_keys(tmp_path: Path) -> None:
    save_svg(report(), tmp_path / "review.svg", keys=["a"])
    drawn = (tmp_path / "review.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "1&#160;of&#160;5&#160;reviewed" in drawn


def settled(svg: str) -> str:
    """The picture without the name that is drawn by lot."""
    return re.sub(r"terminal-\d+", "terminal", svg)
