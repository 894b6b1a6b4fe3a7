"""The right pane: the machine's verdict, what people decided beside it, and the evidence with its quotations."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import Passage, Verdict
from claimcheck.reports.quoting import Quoted, quoted, stances_of
from claimcheck.reports.safe import one_line
from claimcheck.reports.signs import SIGNS
from claimcheck.reports.standing import moment, where_from
from claimcheck.reviews.claim_list import COLOURS
from claimcheck.reviews.entries import Action, Entry
from claimcheck.reviews.marked_text import Paragraphs, Piece, begun, shown
from claimcheck.reviews.opening import passages_of
from claimcheck.reviews.state import ClaimState


class EvidenceView(Paragraphs):
    """All that is known of the claim at hand."""

    def __init__(self) -> None:
        super().__init__(id="evidence")

    def show(self, state: ClaimState | None, *, anew: bool) -> None:
        """Shows the claim; `anew` begins at its top, else the place in the text is kept."""
        self.show_pieces(evidence_of(state) if state else [("The report has no claims.", "")])
        if anew:
            self.scroll_home(animate=False)


def evidence_of(state: ClaimState) -> Iterator[Piece]:
    """The claim, its verdict, its review and its evidence, in the order in which they are read."""
    for part in (_claim, _machine, _people, _evidence, _basis, _history):
        yield from part(state)


def _claim(state: ClaimState) -> Iterator[Piece]:
    claim = state.claim
    yield f"{state.number}. {one_line(state.wording)}\n", "bold"
    if state.wording != claim.text:
        yield f"was: {one_line(claim.text)}\n", ""
    if claim.attributed_to:
        yield f"as said by {one_line(claim.attributed_to)}\n", ""
    if claim.context:
        yield f"said after: {one_line(claim.context)}\n", ""


def _machine(state: ClaimState) -> Iterator[Piece]:
    yield "\nMACHINE  ", "bold"
    yield f"{SIGNS[state.machine]} {state.machine}", f"bold {COLOURS.get(state.machine, '')}".strip()
    verdict = state.verdict
    if verdict is None:
        yield "\nThe run ended before this claim.\n", ""
        return
    yield (f"\nconfidence {verdict.confidence:.2f}\n" if verdict.citations else "\n"), ""
    yield f"{one_line(verdict.justification)}\n", ""
    for finding in dict.fromkeys(finding.detail for finding in verdict.findings):
        if finding not in verdict.justification:
            yield f"exact: {one_line(finding)}\n", ""
    for note in verdict.notes:
        yield f"note: {one_line(note)}\n", ""


def _people(state: ClaimState) -> Iterator[Piece]:
    yield "\nREVIEW  ", "bold"
    decision = state.decision
    if decision is None:
        yield ("changed, not decided\n" if state.touched else "not reviewed\n"), ""
    else:
        label = decision.label
        text = f"{SIGNS[label]} {label}" if label else "○ not worth checking"
        yield text, f"bold {COLOURS.get(label, '') if label else ''}".strip()
        yield f"\nby {one_line(decision.by)}, {moment(decision.at)}\n", ""
        if decision.reason:
            yield f"reason: {one_line(decision.reason)}\n", ""
        if state.overtaken:
            yield "The machine says otherwise since.\n", "bold"
        if state.carried:
            yield "Decided before this report was made: its evidence may be another.\n", "bold"
        for by, other in state.disputed:
            yield (
                f"{one_line(by)} decided {other or 'not worth checking'}; the last decision counts.\n",
                "bold",
            )
    for note in state.notes:
        yield f"note: {one_line(note.text)} ({one_line(note.by)})\n", ""


def _evidence(state: ClaimState) -> Iterator[Piece]:
    passages = passages_of(state)
    yield f"\nEVIDENCE  {len(passages) or 'none'}\n", "bold"
    for number, passage in enumerate(passages, 1):
        yield from _passage(number, passage, state.verdict)


def _passage(number: int, passage: Passage, verdict: Verdict | None) -> Iterator[Piece]:
    pieces = quoted(passage, verdict.citations if verdict else ())
    stances = stances_of(pieces)
    yield f"\n{number}. {one_line(', '.join(stances)) + ': ' if stances else ''}", "bold"
    for piece in pieces:
        if len(stances) > 1 and piece.stances:
            yield f"{one_line(', '.join(piece.stances))}: ", "bold"
        yield _marked(piece)
    origin = ", ".join(one_line(part) for part in where_from(passage))
    yield f"\n— {origin}\n", "italic"


def _marked(piece: Quoted) -> Piece:
    """A quotation between “ and ” and underlined, other text as it is."""
    return (f"“{shown(piece.text)}”", "bold underline") if piece.stances else (shown(piece.text), "")


def _basis(state: ClaimState) -> Iterator[Piece]:
    """What the machine's confidence rests on: below the evidence, which is to be read before it."""
    verdict = state.verdict
    if verdict and verdict.citations and verdict.confidence_basis:
        yield f"\nconfidence {verdict.confidence:.2f}: {one_line(verdict.confidence_basis)}\n", ""


def _history(state: ClaimState) -> Iterator[Piece]:
    if state.entries:
        yield "\nDONE\n", "bold"
    for entry in state.entries:
        yield f"{entry.at:%m-%d %H:%M} {one_line(entry.by)}: {done(entry)}\n", ""


def done(entry: Entry) -> str:
    """What somebody did, in a few words, with the beginning of what they wrote."""
    said = {
        Action.ACCEPT: f"accepted {entry.label}",
        Action.OVERRIDE: f"gave {entry.label}",
        Action.NOT_WORTH_CHECKING: "not worth checking",
        Action.EDIT: f"worded “{begun(entry.text)}”",
        Action.ADD_EVIDENCE: f"added “{begun(entry.evidence.text if entry.evidence else '')}”",
        Action.NOTE: f"noted “{begun(entry.text)}”",
    }
    return said[entry.action]
