"""No key decides, replaces or takes back what the reviewer does not have in sight."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, TextArea

from claimcheck.domain import Claim, Label, Report
from claimcheck.reviews import log
from claimcheck.reviews.entries import Action, Added
from claimcheck.reviews.export import confirmed, remarks
from claimcheck.reviews.lookup import Answer, Lookup
from claimcheck.reviews.state import fold
from tests.reviews.samples import entry, report
from tests.reviews.screens import lines, press, run, saved, screen, words

SEEN = report().claims[0].text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "r.review.jsonl"


def test_space_passes_over_what_is_decided_already(file: Path) -> None:
    bobs = entry(Action.OVERRIDE, by="bob", label=Label.REFUTED, reason="the deed", text=SEEN)
    log.append(file, bobs)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "space")
        assert saved(file) == [bobs]
        assert "Claim 1 stays Refuted, as bob decided" in screen(pilot)
        assert pilot.app.query_one("#claims", OptionList).highlighted == 1

    run(steps, file)


def test_space_sees_what_a_colleague_decided_this_very_moment(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        log.append(file, entry(Action.NOT_WORTH_CHECKING, by="bob", text=SEEN))
        await press(pilot, "space")
        assert [one.by for one in saved(file)] == ["bob"]

    run(steps, file)


def test_accepting_in_place_of_another_verdict_is_told(file: Path) -> None:
    log.append(file, entry(Action.OVERRIDE, by="bob", label=Label.REFUTED, reason="the deed", text=SEEN))

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a")
        assert "Accepted in place of Refuted, as bob decided" in screen(pilot)
        assert "bob decided Refuted; the last decision counts" in words(pilot, "evidence")

    run(steps, file)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (entry(Action.NOTE, 2, text="ask the mayor"), "noted “ask the mayor”"),
        (entry(Action.ADD_EVIDENCE, 2, evidence=Added(text="The deed says 460.")), "“The deed says 460.”"),
    ],
)
def test_what_is_taken_back_is_told(file: Path, before: log.Entry, told: str) -> None:
    log.append(file, before)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "space", "u")  # meant for the claim before
        assert f"Taken back on claim 2: {'added ' * ('deed' in told)}{told}." in screen(pilot)

    run(steps, file)


def test_the_claim_is_named_where_its_words_are_scrolled_away(file: Path) -> None:
    for n in range(30):
        log.append(file, entry(Action.NOTE, 2, minute=n, text=f"note {n}"))

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "down", "tab", "tab", "z", "end")
        assert "mayor on 1 June" not in screen(pilot).split("note 29")[0]
        assert "Evidence: claim 2" in lines(pilot)[1]
        for key, what in (("v", "instead of Refuted"), ("x", "not worth checking"), ("t", "note")):
            await press(pilot, key)
            assert f"Claim 2: {what}" in screen(pilot)
            assert "It was opened by the mayor" in screen(pilot)
            await press(pilot, "escape")

    run(steps, file)


def test_the_letters_change_the_claim_from_every_pane(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "tab", "tab", "z", "j", "j", "k")
        assert words(pilot, "evidence").startswith("2. ")
        assert "Evidence: claim 2" in lines(pilot)[1]

    run(steps, file)


def slowly(self: Lookup, claim: Claim, asked: str) -> Answer:
    time.sleep(0.5 if asked == "slow" else 0)
    (passage,) = report().verdicts[0].evidence
    return Answer((passage.model_copy(update={"text": f"on {asked}"}),))


def test_a_late_answer_to_earlier_words_does_not_take_the_place_of_a_later_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lookup, "look_up", slowly)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("l", "ctrl+u", *"slow", "enter")
        await pilot.press("ctrl+u", *"fast", "enter")
        await pilot.pause(1)
        assert "on fast" in screen(pilot)
        await press(pilot, "enter", "enter")
        assert [one.evidence.text for one in saved(file) if one.evidence] == ["on fast"]

    run(steps, file)


def test_half_a_character_costs_no_entry(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "t")
        pilot.app.screen.query_one(TextArea).insert("cut \ud83d")
        await press(pilot, "ctrl+s")
        assert [one.text for one in saved(file)] == ["cut \ufffd"]

    run(steps, file)


def test_a_file_that_has_changed_since_is_not_shown_as_the_passage(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "bridge.md").write_text("The bridge is 460 metres long now.")
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "o", "down", "enter")
        assert "The passage does not stand in this file word for word" in screen(pilot)
        assert "460 metres long now" in screen(pilot)

    run(steps, file)


def test_a_file_opens_at_each_of_the_passages_that_it_gave(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "bridge.md").write_text("It is long.\n\nIt is 640 metres long.\n")
    monkeypatch.chdir(tmp_path)
    held = report()
    (passage,) = held.verdicts[2].evidence
    texts = ("It is long.", "It is 640 metres long.")
    two = tuple(passage.model_copy(update={"text": text, "url": "", "id": text}) for text in texts)
    verdicts = (held.verdicts[2].model_copy(update={"claim": "c1", "evidence": two}), *held.verdicts[1:])

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "o")
        assert "at “It is long.”" in screen(pilot)
        await press(pilot, "down", "enter")
        assert "⟦It is 640 metres long.⟧" in screen(pilot)

    run(steps, file, held.model_copy(update={"verdicts": verdicts}))


def test_what_does_not_fit_a_small_terminal_can_be_scrolled_to(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "question_mark", "end")
        assert "q leave: everything is saved already" in screen(pilot)
        await press(pilot, "escape", "plus", "=words", "tab", "=source", "enter", "enter")
        assert "Web address" in screen(pilot)

    run(steps, file, size=(40, 14))


def test_reviewers_who_differ_are_told_before_anything_is_published() -> None:
    said = [
        entry(Action.OVERRIDE, by="bob", label=Label.REFUTED, reason="the deed", text=SEEN),
        entry(Action.ACCEPT, label=Label.SUPPORTED, text=SEEN, minute=1),
    ]
    state = fold(report(), said)
    differ = "reviewers differ, and the last decision counts: claim 1 (bob Refuted, ann Supported)"
    assert differ in remarks(state)
    published = confirmed(report(), state)
    assert differ in remarks(fold(published, []))
    again = fold(published, [entry(Action.NOT_WORTH_CHECKING, by="cem", text=SEEN)])
    assert again.claims[0].disputed == [("bob", Label.REFUTED), ("ann", Label.SUPPORTED)]
    reworded = fold(report(), [*said, entry(Action.EDIT, text="It is 460 m long.")])
    assert reworded.claims[0].disputed == []


def made_anew() -> Report:
    made = report().provenance.model_copy(update={"started": datetime(2024, 3, 1, tzinfo=UTC)})
    return report().model_copy(update={"provenance": made})


def test_a_decision_on_an_earlier_report_is_told_beside_it(file: Path) -> None:
    log.append(file, entry(Action.ACCEPT, label=Label.SUPPORTED, text=SEEN))

    async def steps(pilot: Pilot[None]) -> None:
        assert "Decided before this report was made" in words(pilot, "evidence")
        await press(pilot, "a")
        assert "Decided before this report was made" in words(pilot, "evidence")  # the clock says February

    run(steps, file, made_anew())


def test_one_claim_that_is_open_is_told_as_one() -> None:
    said = [entry(Action.NOT_WORTH_CHECKING, n, text=report().claims[n - 1].text) for n in (1, 2, 3, 4)]
    assert remarks(fold(report(), said)) == [
        "4 of 5 reviewed; the other one bears the machine's verdict alone"
    ]


def test_what_a_confidence_rests_on_is_told(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        assert "confidence 0.80: one passage" in words(pilot, "evidence")

    run(steps, file)


def test_a_colleagues_work_does_not_scroll_the_article_away(file: Path) -> None:
    held = report(tuple(f"Sentence number {n} says that {n} is a number." for n in range(60)))

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "tab", "end")
        assert "Sentence number 59" in screen(pilot)
        other = entry(Action.NOTE, by="bob", text="seen").model_copy(update={"claim": "c9", "digest": ""})
        log.append(file, other)
        for _ in range(100):  # the file is looked at every second
            if "[~] 9" in screen(pilot):
                break
            await pilot.pause(0.1)
        await pilot.pause()
        assert "Sentence number 59" in screen(pilot)

    run(steps, file, held, size=(80, 40))
