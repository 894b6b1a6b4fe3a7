"""The review on a screen: claims on the left, the article in the middle, evidence on the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from claimcheck.domain import Decision, Label, Passage, Report
from claimcheck.errors import ClaimcheckError
from claimcheck.reports.remarks import remarks
from claimcheck.reports.safe import one_line, safe, web_address
from claimcheck.reviews import log
from claimcheck.reviews.article_view import ArticleView
from claimcheck.reviews.asking import Answers
from claimcheck.reviews.claim_list import ClaimList
from claimcheck.reviews.entries import DECISIVE, Action, Added, Entry, digest_of
from claimcheck.reviews.evidence_view import EvidenceView, done
from claimcheck.reviews.looking_up import LookingUp
from claimcheck.reviews.lookup import Lookup
from claimcheck.reviews.opening import Opening, has_browser, openings, read_file
from claimcheck.reviews.questions import QUESTIONS
from claimcheck.reviews.reading import Choosing, Reading, Showing
from claimcheck.reviews.state import ClaimState, Review, fold

KEYS = """\
↑ ↓ k j      the claim before or after; a click on its words does too
n            the next claim that is not reviewed
Tab          to the next pane, which the arrows then scroll
z            this pane alone, and back

a            accept the machine's verdict
Space        accept it unless the claim is decided, and go to the next
             that is not reviewed
v            give another verdict, with a reason
x            not worth checking
e            edit the claim's wording; it is to be decided anew then
+            add evidence of your own
l            look the claim up again, in your words
o            open a source
t            note something
u            take back your last action on this claim
q            leave: everything is saved already"""


class ReviewApp(App[None]):
    """One person's review of one report. `clock` tells the time, with its zone."""

    CSS_PATH = "review.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Accept"),
        Binding("v", "ask('verdict')", "Verdict"),
        Binding("x", "ask('setting-aside')", "Skip"),
        Binding("e", "ask('wording')", "Edit"),
        Binding("plus", "ask('evidence')", "Add", key_display="+"),
        Binding("l", "look_up", "Look"),
        Binding("o", "open", "Open"),
        Binding("n", "next_open", "Next"),
        Binding("u", "undo", "Undo"),
        Binding("question_mark", "keys", "Keys", key_display="?"),
        Binding("q", "quit", "Quit"),
        Binding("t", "ask('note')", "Note", show=False),
        Binding("z", "zoom", "Zoom", show=False),
        Binding("space", "accept_and_go_on", "Accept, next", show=False),
        Binding("j", "go(1)", show=False),
        Binding("k", "go(-1)", show=False),
    ]

    def __init__(
        self,
        report: Report,
        review_file: Path,
        by: str,
        lookup: Lookup,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone().replace(microsecond=0),
    ) -> None:
        super().__init__(ansi_color=True)  # the terminal's own colours, and none at all under NO_COLOR
        self._report, self._file, self._by = report, review_file, by
        self._lookup, self._clock = lookup, clock
        self._seen: tuple[int, int] | None = None  # the file's version when it was last read
        self._told = 0  # how many lines that were set aside were told of
        self._review = Review(())

    def compose(self) -> ComposeResult:
        """A line on top, the three panes, and the keys."""
        article = self._report.article
        with Horizontal(id="top"):
            yield Static(Content(one_line(article.headline or article.origin) or "claimcheck"), id="what")
            yield Static(id="progress", markup=False)
        panes = (ClaimList(), ArticleView(article), EvidenceView())
        for pane, title in zip(panes, ("Claims", "Article", "Evidence"), strict=True):
            pane.border_title = title
        with Horizontal(id="panes"):
            yield from panes
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Shows how things stand, and looks every second whether a colleague did something."""
        self.theme, self.animation_level = "ansi-dark", "none"
        self._read()
        self.query_one(ClaimList).focus()
        self.set_interval(1.0, self._read)

    async def on_event(self, event: events.Event) -> None:
        """Makes pasted text safe before a field gets it: it may hold terminal escapes."""
        if isinstance(event, events.Paste):
            event.text = safe(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        await super().on_event(event)

    # What is shown

    @property
    def _state(self) -> ClaimState | None:
        index = self.query_one(ClaimList).highlighted
        return self._review.claims[index] if index is not None and self._review.claims else None

    def _read(self) -> None:
        """Reads the review file where it changed, and shows the claims as they stand."""
        seen = log.version(self._file)
        if seen == self._seen:
            return
        self._seen = seen  # also where reading fails: that is told once, not every second
        try:
            kept = log.read(self._file)
        except ClaimcheckError as error:
            self._tell(str(error), "error")
            return
        self._review = fold(self._report, kept.entries)
        self._show()
        self._tell_faults(kept)

    def _show(self) -> None:
        self.query_one(ClaimList).show(self._review.claims)
        self.query_one("#progress", Static).update(Content(self._review.progress))
        self._show_claim(anew=False)

    def _show_claim(self, *, anew: bool) -> None:
        state = self._state
        self.query_one(ArticleView).show(self._review.claims, state.number - 1 if state else -1, anew=anew)
        evidence = self.query_one(EvidenceView)
        evidence.border_title = f"Evidence: claim {state.number}" if state else "Evidence"
        evidence.show(state, anew=anew)

    def _tell_faults(self, kept: log.Log) -> None:
        faults = [*kept.faults, *filter(None, [self._review.strayed])]
        if len(faults) > self._told:
            self._tell("; ".join(faults), "warning")
        self._told = len(faults)

    def _tell(self, text: str, severity: str = "information") -> None:
        self.notify(safe(text), severity=severity, markup=False)  # type: ignore[arg-type]

    @on(OptionList.OptionHighlighted, "#claims")
    def _another_claim(self) -> None:
        self._show_claim(anew=True)

    @on(ArticleView.Asked)
    def _clicked(self, message: ArticleView.Asked) -> None:
        self.query_one(ClaimList).highlighted = message.index

    # What a person does

    def _save(self, state: ClaimState, action: Action, **rest: Any) -> bool:
        """Writes one action on the claim as its reviewer saw it; False, and a notice, where it cannot be saved."""
        if action in DECISIVE:
            rest["text"] = state.wording
        try:
            entry = Entry(
                at=self._clock(),
                by=self._by,
                claim=state.claim.id,
                action=action,
                digest=digest_of(state.claim),
                **rest,
            )
            log.append(self._file, entry)
        except ClaimcheckError as error:
            self.push_screen(Showing("Not saved", str(error)))
            return False
        self._read()
        if action in DECISIVE and self._review.claims[state.number - 1].wording != state.wording:
            self._tell(
                "A colleague edited the wording meanwhile: decide on the words as they are now.", "warning"
            )
            return False
        return True

    def action_ask(self, name: str) -> None:
        """Puts one of the questions, and saves what is answered, unless the person turns back."""
        state, question = self._state, QUESTIONS[name]
        if state is None:
            return

        def save(answers: Answers | None) -> None:
            rest = question.answered(state, answers) if answers is not None else None
            if rest is not None:
                self._save(state, question.action, **rest)

        self.push_screen(question.ask(state), save)

    def action_accept(self) -> None:
        """The machine's verdict is right."""
        self._accept()

    def action_accept_and_go_on(self) -> None:
        """The same, and the next claim that is not reviewed; a key pressed in passing replaces no decision."""
        self._read()  # a colleague may have decided within the last second
        state = self._state
        decision = state.decision if state else None
        if state and decision and decision.label is not state.machine:
            self._tell(f"Claim {state.number} stays {_called(decision)}; a accepts the machine's verdict.")
        if decision or self._accept():
            self.action_next_open()

    def _accept(self) -> bool:
        state = self._state
        if state is None:
            return False
        if state.machine is Label.UNCHECKED:
            self._tell("There is no verdict to accept: give one with v, or set the claim aside with x.")
            return False
        before = state.decision
        saved = self._save(state, Action.ACCEPT, label=state.machine)
        if saved and before and before.label is not state.machine:
            self._tell(f"Accepted in place of {_called(before)}.")
        return saved

    def action_undo(self) -> None:
        """Takes back the reviewer's own last action on the claim, and tells which: it may be long past."""
        state = self._state
        own = [entry for entry in state.entries if entry.by == self._by] if state else []
        if state is None or not own:
            self._tell("There is nothing of yours to take back on this claim.")
        elif self._save(state, Action.UNDO):
            self._tell(f"Taken back on claim {state.number}: {done(own[-1])}.")

    def action_look_up(self) -> None:
        """Asks the sources again, in other words."""
        state = self._state
        if state:
            self.push_screen(LookingUp(self._lookup, state, self._keep))

    def _keep(self, passage: Passage) -> bool:
        state = self._state
        if state is None:
            return False
        place = "/".join(p for p in (passage.source, passage.path) if p)
        origin = (passage.title, passage.publisher, place, *remarks(passage))
        added = Added(
            text=passage.text,
            source=", ".join(part for part in origin if part),
            date=passage.published,
            url=web_address(passage.url),
        )
        return self._save(state, Action.ADD_EVIDENCE, evidence=added)

    def action_open(self) -> None:
        """Shows what the claim's evidence names, to open one."""
        state = self._state
        found = openings(state, [Path(name) for name in self._lookup.names]) if state else []
        if found:
            self.push_screen(Choosing(found), self._open)
        else:
            self._tell("The evidence names no page of the web and no file that is here.")

    def _open(self, opening: Opening | None) -> None:
        if opening is None:
            return
        if opening.file is not None:
            try:
                self.push_screen(Reading(opening.file.name, read_file(opening.file), opening.passage.text))
            except ClaimcheckError as error:
                self._tell(str(error), "error")
        elif has_browser():
            self.open_url(opening.url)
        else:
            self.copy_to_clipboard(opening.url)
            self._tell(f"No browser here: the address is in your terminal's clipboard. {opening.url}")

    def action_go(self, step: int) -> None:
        """One claim on or back, in whatever pane the focus is."""
        claims = self.query_one(ClaimList)
        (claims.action_cursor_down if step > 0 else claims.action_cursor_up)()

    def action_next_open(self) -> None:
        """Goes to the next claim that is not reviewed, from the beginning again after the last."""
        claims, current = self._review.claims, self._state
        if current is None:
            return
        after = [*claims[current.number :], *claims[: current.number]]
        nearest = next((state for state in after if state.decision is None), None)
        if nearest is None:
            self._tell(f"All {len(claims)} claims are reviewed.")
        else:
            self.query_one(ClaimList).highlighted = nearest.number - 1

    def action_zoom(self) -> None:
        """The pane with the focus alone, and back."""
        panes = self.query_one("#panes")
        alone = not panes.has_class("alone")
        for pane in panes.children:
            pane.set_class(alone and pane.has_focus, "zoomed")
        panes.set_class(alone, "alone")

    def action_keys(self) -> None:
        """All the keys."""
        self.push_screen(Showing("Keys", KEYS))


def _called(decision: Decision) -> str:
    return f"{decision.label or 'not worth checking'}, as {one_line(decision.by)} decided"
