"""What a fact-checker does with keys and mouse is on the screen and in the file at once."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import OptionList

from claimcheck.domain import Label
from claimcheck.reviews import log
from claimcheck.reviews.entries import Action, Added
from claimcheck.reviews.state import fold
from tests.reviews.samples import entry, report
from tests.reviews.screens import lines, press, run, saved, screen, words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "r.review.jsonl"


def test_80_by_24_shows_three_panes_the_progress_and_every_key(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        shown = lines(pilot)
        assert shown[0].startswith("A bridge in Portsmouth")
        assert shown[0].rstrip().endswith("0 of 5 reviewed")
        assert all(title in shown[1] for title in ("Claims", "Article", "Evidence"))
        assert "[ ] 1 ✓ Supported" in screen(pilot)
        assert "⟦The bridge in" in screen(pilot)
        assert shown[-1].split()[-2:] == ["q", "Quit"]
        assert all(len(line) == 80 for line in shown)

    run(steps, file)


def test_an_accepted_verdict_is_in_the_file_before_anything_else_happens(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a")
        seen = report().claims[0].text
        assert saved(file) == [entry(Action.ACCEPT, label=Label.SUPPORTED, text=seen)]
        assert "[x] 1 ✓ Supported" in screen(pilot)
        assert "1 of 5 reviewed" in screen(pilot)
        assert "by ann, 2024-02-09 10:00" in words(pilot, "evidence")

    run(steps, file)


def test_space_accepts_and_goes_to_the_next_claim_that_is_open(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "space", "space")
        assert [one.claim for one in saved(file)] == [claim.id for claim in report().claims[:2]]
        assert pilot.app.query_one("#claims", OptionList).highlighted == 2
        assert "2 of 5 reviewed" in screen(pilot)

    run(steps, file)


def test_another_verdict_needs_a_reason_and_keeps_the_machines(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v", "down", "tab", "enter")
        assert "a reason is needed" in screen(pilot)
        assert saved(file) == []
        await press(pilot, "=the deed says 460", "enter")
        seen, reason = report().claims[0].text, "the deed says 460"
        assert saved(file) == [
            entry(Action.OVERRIDE, label=Label.NOT_ENOUGH_EVIDENCE, reason=reason, text=seen)
        ]
        assert "[x] 1 ✓→? Not Enough" in screen(pilot)
        assert "MACHINE ✓ Supported" in words(pilot, "evidence")
        assert "reason: the deed says 460" in words(pilot, "evidence")

    run(steps, file)


def test_a_claim_that_was_not_checked_has_no_verdict_to_accept(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "end", "a")
        assert saved(file) == []
        assert "There is no verdict to accept" in screen(pilot)
        await press(pilot, "v", "tab", "=seen", "enter")
        assert [e.label for e in saved(file)] == [Label.SUPPORTED]

    run(steps, file)


def test_not_worth_checking_a_note_and_a_new_wording(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "x", "=trivial", "enter", "t", "=ask the mayor", "ctrl+s")
        await press(pilot, "down", "e", "end", "down", "end", "=?!", "ctrl+s")
        wording = report().claims[1].text + "?!"
        assert saved(file) == [
            entry(Action.NOT_WORTH_CHECKING, reason="trivial", text=report().claims[0].text),
            entry(Action.NOTE, text="ask the mayor"),
            entry(Action.EDIT, 2, text=wording),
        ]
        assert "[~] 2" in screen(pilot)
        assert wording in words(pilot, "evidence")
        assert f"was: {report().claims[1].text}" in words(pilot, "evidence")

    run(steps, file)


def test_a_wording_that_was_not_changed_is_no_edit(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "ctrl+s")
        await press(pilot, "e", "=changed ", "escape")
        assert saved(file) == []

    run(steps, file)


def test_evidence_of_ones_own_is_checked_field_by_field(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "plus", "ctrl+s")
        assert "a text is needed" in screen(pilot)
        await press(pilot, "=640 m", "tab", "=The deed", "enter", "=June 2021", "enter", "enter")
        assert "the date is written as 2024-02-08" in screen(pilot)
        await press(pilot, "ctrl+u", "=2021-06-01", "enter", "=javascript:alert(1)", "enter")
        assert "the address begins with http" in screen(pilot)
        await press(pilot, "ctrl+u", "=https://example.org/deed", "enter")
        added = Added(text="640 m", source="The deed", date="2021-06-01", url="https://example.org/deed")
        assert saved(file) == [entry(Action.ADD_EVIDENCE, evidence=added)]
        assert "2. 640 m — The deed, 2021-06-01, https://example.org/deed" in words(pilot, "evidence")

    run(steps, file)


def test_undo_takes_back_and_says_where_there_is_nothing(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a", "u")
        assert [e.action for e in saved(file)] == [Action.ACCEPT, Action.UNDO]
        assert "0 of 5 reviewed" in screen(pilot)
        await press(pilot, "u")
        assert len(saved(file)) == 2
        assert "nothing of yours to take back" in screen(pilot)

    run(steps, file)


def test_leaving_and_coming_back_loses_nothing(file: Path) -> None:
    async def first(pilot: Pilot[None]) -> str:
        await press(pilot, "a", "down", "x", "=dull", "enter", "t", "=note", "ctrl+s")
        text = words(pilot, "evidence")
        await press(pilot, "q")
        return text

    async def second(pilot: Pilot[None]) -> str:
        assert "2 of 5 reviewed" in screen(pilot)
        await press(pilot, "down")
        return words(pilot, "evidence")

    assert run(first, file) == run(second, file)


def test_a_colleagues_work_appears_while_one_works(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a", "v")
        log.append(file, entry(Action.NOT_WORTH_CHECKING, 2, by="bob", reason="dull"))
        await press(pilot, "escape")
        for _ in range(100):  # the file is looked at every second
            if "2 of 5 reviewed" in screen(pilot):
                break
            await pilot.pause(0.1)
        assert "2 of 5 reviewed" in screen(pilot)
        assert "[x] 2 ✗→○ not worth it" in screen(pilot)

    run(steps, file)


def test_a_verdict_on_words_that_a_colleague_edits_meanwhile_does_not_stand(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v", "tab", "=the deed says so")
        log.append(file, entry(Action.EDIT, by="bob", text="The bridge is 460 m long."))
        await press(pilot, "enter")
        assert "0 of 5 reviewed" in screen(pilot)
        assert "[~] 1" in screen(pilot)
        assert "A colleague edited the wording meanwhile" in screen(pilot)
        await press(pilot, "space")
        assert "1 of 5 reviewed" in screen(pilot)
        assert pilot.app.query_one("#claims", OptionList).highlighted == 1

    run(steps, file)


def test_next_goes_to_what_is_not_reviewed_and_round(file: Path) -> None:
    for number in (2, 3):
        log.append(file, entry(Action.NOT_WORTH_CHECKING, number))

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        assert words(pilot, "evidence").startswith("4. ")
        await press(pilot, "a", "n", "n")
        assert words(pilot, "evidence").startswith("1. ")
        await press(pilot, "a", "n", "x", "enter", "n")
        assert "5 of 5 reviewed" in screen(pilot)
        assert "All 5 claims are reviewed" in screen(pilot)

    run(steps, file)


def test_the_mouse_chooses_claims_in_the_list_and_in_the_article_and_keys_below(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.click("#claims", offset=(5, 5))
        await pilot.pause()
        assert words(pilot, "evidence").startswith("2. ")
        shown = lines(pilot)
        row = next(n for n, line in enumerate(shown) if "12 million" in line)
        await pilot.click(offset=(shown[row].index("12 million"), row))
        await pilot.pause()
        assert words(pilot, "evidence").startswith("3. ")
        await pilot.click(offset=(1, 23))
        await pilot.pause()
        assert [(e.claim, e.action) for e in saved(file)] == [("c3", Action.ACCEPT)]

    run(steps, file)


def test_the_article_scrolls_to_the_claim(file: Path) -> None:
    held = report(tuple(f"Sentence number {n} says that {n} is a number." for n in range(200)))

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "end")
        assert "⟦Sentence number 199" in screen(pilot)
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert "⟦Sentence number 199" in screen(pilot)
        await press(pilot, "home")
        assert "⟦Sentence number 0 " in screen(pilot)

    run(steps, file, held)


def test_claims_passed_in_haste_leave_nothing_behind(file: Path) -> None:
    for n in range(30):
        log.append(file, entry(Action.NOTE, 2, minute=n, text=f"note {n}"))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*["down", "up"] * 10, "down", "down")
        await press(pilot, "down")
        assert words(pilot, "evidence").startswith("4. ")
        assert "note:" not in words(pilot, "evidence")
        assert words(pilot, "evidence").count("MACHINE") == 1
        assert words(pilot, "article").count("⟦") == 1

    run(steps, file)


def test_a_pane_alone_and_back(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "tab", "tab", "z")
        assert "Evidence" in lines(pilot)[1]
        assert "Claims" not in lines(pilot)[1]
        await press(pilot, "v", "escape", "z")
        assert "Claims" in lines(pilot)[1]

    run(steps, file)


def test_the_keys_are_told(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "question_mark")
        assert "take back your last action" in screen(pilot)
        await press(pilot, "escape", "a")
        assert len(saved(file)) == 1

    run(steps, file)


def test_a_file_that_cannot_be_written_any_more_is_told_and_nothing_is_shown_as_done(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        file.mkdir()
        await press(pilot, "a")
        assert "Not saved" in screen(pilot)
        assert "cannot be written" in screen(pilot)
        await press(pilot, "escape")
        assert "0 of 5 reviewed" in screen(pilot)

    run(steps, file)


def test_lines_that_were_set_aside_are_told(file: Path) -> None:
    file.write_text(entry(Action.ACCEPT, label=Label.SUPPORTED).line() + '{"at": "20')

    async def steps(pilot: Pilot[None]) -> None:
        assert "line 2 of r.review.jsonl is torn" in screen(pilot)
        assert "1 of 5 reviewed" in screen(pilot)
        await press(pilot, "down", "a")
        assert "2 of 5 reviewed" in screen(pilot)

    run(steps, file)


def test_a_report_without_claims_can_be_opened(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"avxetlonuz", "plus", "down")
        assert "0 of 0 reviewed" in screen(pilot)
        assert words(pilot, "evidence") == "The report has no claims."
        assert saved(file) == []

    run(steps, file, report(()))


def test_a_small_terminal_does_not_break_it(file: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a", "plus", "escape", "l", "escape", "z")
        await pilot.resize_terminal(20, 5)
        await press(pilot, "z", "question_mark", "escape")
        assert len(saved(file)) == 1

    run(steps, file, size=(40, 10))


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "bridge.md").write_text(
        "---\ntitle: The deed\nurl: https://example.org/deed\npublished: 2021-06-01\n---\n"
        "The bridge in Portsmouth is 460 metres long, says the deed.\n"
    )
    (tmp_path / "secret.md").write_text("secret")
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_claim_is_looked_up_again_and_a_passage_kept(file: Path, notes: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "l", "ctrl+u", "=deed of the bridge", "enter")
        assert "1 passage; Enter keeps one as evidence" in screen(pilot)
        await press(pilot, "enter", "escape")
        (kept,) = saved(file)
        assert kept.evidence == Added(
            text="The bridge in Portsmouth is 460 metres long, says the deed.",
            source="The deed, notes/bridge.md",
            date="2021-06-01",
            url="https://example.org/deed",
        )
        assert "460 metres long, says the deed. — The deed" in words(pilot, "evidence")

    run(steps, file)


def test_each_quotation_of_a_passage_says_which_side_it_is_on(file: Path) -> None:
    held = report()
    (cited,), (passage,) = held.verdicts[3].citations, held.verdicts[3].evidence
    other = cited.model_copy(update={"quotation": "A note says:", "start": 0, "end": 12, "stance": "refutes"})
    verdict = held.verdicts[3].model_copy(update={"citations": (cited, other)})
    held = held.model_copy(update={"verdicts": (*held.verdicts[:3], verdict, held.verdicts[4])})

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "down", "down", "down")
        told = f"1. refutes, supports: refutes: “A note says:” supports: “{cited.quotation}”"
        assert told in words(pilot, "evidence")
        assert f"read in notes/{passage.path}" in words(pilot, "evidence")

    run(steps, file, held)


def test_a_passage_that_is_kept_keeps_what_must_be_known_of_it(file: Path, notes: Path) -> None:
    with (notes / "bridge.md").open("a") as page:
        page.write("\n\nCorrection: the length was first given wrongly.\n")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "l", "ctrl+u", "=deed of the bridge", "enter")
        await press(pilot, "enter", "escape")  # once it is found
        (kept,) = saved(file)
        assert kept.evidence is not None
        assert "its page bears a correction" in kept.evidence.source

    run(steps, file)


def test_a_source_that_is_gone_is_told(file: Path, notes: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "l", "enter")
        assert "the references folder elsewhere is not there" in screen(pilot)
        await press(pilot, "escape", "a")
        assert len(saved(file)) == 1

    run(steps, file, references=("elsewhere",))


def test_a_name_in_a_report_that_cannot_be_a_source_is_told(file: Path, notes: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "l", "enter")
        assert "cannot be" in screen(pilot)
        await press(pilot, "escape", "o", "escape", "a")
        assert len(saved(file)) == 1

    run(steps, file, references=("n" * 5000,))


def test_a_file_of_references_is_read_on_the_screen(file: Path, notes: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "o")
        offered = [str(option.prompt).split() for option in pilot.app.screen.query_one(OptionList).options]
        assert [words[-1] for words in offered] == ["https://example.org/bridge", str(notes / "bridge.md")]
        await press(pilot, "down", "enter")
        assert "460 metres long, says the deed." in screen(pilot)
        await press(pilot, "escape", "a")
        assert len(saved(file)) == 1

    run(steps, file)


def test_a_page_opens_in_a_browser_or_goes_to_the_clipboard(
    file: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(App, "open_url", lambda self, url, **rest: opened.append(url))

    async def steps(pilot: Pilot[None]) -> Any:
        await press(pilot, "o", "enter")
        return pilot.app.clipboard

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert run(steps, file) == "https://example.org/bridge"
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    run(steps, file)
    assert opened == ["https://example.org/bridge"]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", "/etc/passwd"),
        ("https://example.org/a b", "../secret.md"),
        ("-https://example.org", "../../etc/passwd"),
        ("https://example.org/$(x)`y`", "\x00"),
        ("https://", "notes"),
    ],
)
def test_nothing_else_can_be_opened(file: Path, notes: Path, url: str, path: str) -> None:
    held = report()
    passage = held.verdicts[0].evidence[0].model_copy(update={"url": url, "path": path})
    verdict = held.verdicts[0].model_copy(update={"evidence": (passage,)})
    held = held.model_copy(update={"verdicts": (verdict, *held.verdicts[1:])})

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "o")
        (told,) = (notice.message for notice in pilot.app._notifications)
        assert told == "The evidence names no page of the web and no file that is here."

    run(steps, file, held)


def test_five_hundred_claims_open_and_move(file: Path) -> None:
    held = report(tuple(f"Claim {n} says that {n} metres are {n * 100} centimetres." for n in range(500)))
    for number in range(500):
        log.append(
            file, entry(Action.NOTE, text="x").model_copy(update={"claim": f"c{number}", "digest": ""})
        )

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "end", "v", "tab", "=why", "enter", "home", "n")
        assert "1 of 500 reviewed" in screen(pilot)
        assert fold(held, log.read(file).entries).reviewed == 1

    run(steps, file, held)
