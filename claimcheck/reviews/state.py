"""From what was done to how each claim stands: pure, the same entries give the same state."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from claimcheck.domain import Claim, Decision, Label, Passage, Report, ReviewNote, Verdict
from claimcheck.reports.standing import is_older, standings
from claimcheck.reviews.entries import DECISIVE, Action, Added, Entry, digest_of


@dataclass(frozen=True)
class ClaimState:
    """One claim under review: what the machine said, and what people did, without what they took back."""

    number: int
    claim: Claim
    verdict: Verdict | None
    entries: tuple[Entry, ...] = ()
    earlier: Decision | None = None  # one that the report itself already holds
    made: datetime | None = None  # when the report's run began, None where it does not say
    reported: tuple[Decision, ...] = ()  # those that count no more, of the report itself
    noted: tuple[ReviewNote, ...] = ()  # the notes that the report itself already holds

    @property
    def machine(self) -> Label:
        """The machine's verdict; *Unchecked* where the run ended before the claim."""
        return self.verdict.label if self.verdict else Label.UNCHECKED

    @property
    def wording(self) -> str:
        """The claim as last edited, else as found."""
        return _worded(self.claim, self.earlier, self.entries)

    @property
    def added(self) -> tuple[Entry, ...]:
        """The entries that bring evidence."""
        return tuple(entry for entry in self.entries if entry.action is Action.ADD_EVIDENCE)

    @property
    def notes(self) -> tuple[ReviewNote, ...]:
        """What reviewers noted, in the order of writing."""
        own = (
            ReviewNote(claim=self.claim.id, by=entry.by, at=entry.at, text=entry.text)
            for entry in self.entries
            if entry.action is Action.NOTE
        )
        return (*self.noted, *own)

    @property
    def decision(self) -> Decision | None:
        """What stands decided, or None. Editing the wording opens a claim again: the decision was on other words."""
        last = self._deciding
        if last is None:
            edited = any(entry.action is Action.EDIT for entry in self.entries)
            return self._with_added(self.earlier) if self.earlier and not edited else None
        return self._with_added(self._made_by(last))

    @property
    def past(self) -> tuple[Decision, ...]:
        """What was decided and counts no more: a later decision does, or the wording was edited since."""
        last, standing = self._deciding, self.decision
        before = (self.earlier,) if self.earlier and (last or standing is None) else ()
        own = (
            self._made_by(entry) for entry in self.entries if entry.action in DECISIVE and entry is not last
        )
        return (*self.reported, *before, *own)

    @property
    def overtaken(self) -> bool:
        """Whether what stands is an acceptance, and the machine gives another verdict than was accepted."""
        last = self._deciding
        return last is not None and last.action is Action.ACCEPT and last.label is not self.machine

    @property
    def carried(self) -> bool:
        """Whether what stands was decided before the report was made: on an earlier one, which had the same words."""
        return self.decision is not None and is_older(self.decision, self.made)

    @property
    def disputed(self) -> list[tuple[str, Label | None]]:
        """Who else decided on the present words, and gave another label than the one that stands; None: set aside."""
        standing = self.decision
        if standing is None:
            return []
        said = {one.by: one.label for one in self.past if (one.text or self.claim.text) == self.wording}
        return [
            (by, label) for by, label in said.items() if by != standing.by and label is not standing.label
        ]

    @property
    def _deciding(self) -> Entry | None:
        """The last decision on the present words: nobody decided on words that they did not see."""
        for entry in reversed(self.entries):
            if entry.action is Action.EDIT:
                return None
            if entry.action in DECISIVE and entry.text == self.wording:
                return entry
        return None

    @property
    def touched(self) -> bool:
        """Whether somebody worked on the claim without deciding on it."""
        return bool(self.entries) and self.decision is None

    def _made_by(self, entry: Entry) -> Decision:
        text = "" if entry.text == self.claim.text else entry.text
        return Decision(
            claim=self.claim.id, label=entry.label, by=entry.by, at=entry.at, reason=entry.reason, text=text
        )

    def _with_added(self, decision: Decision) -> Decision:
        passages = (passage_of(entry.evidence) for entry in self.added if entry.evidence)
        brought = self.earlier.evidence if self.earlier else ()
        known = {passage.id: passage for passage in (*brought, *passages)}
        return decision.model_copy(update={"evidence": tuple(known.values())})


@dataclass(frozen=True)
class Review:
    """A report's claims as they stand under review. `stray` are entries on claims that it does not have."""

    claims: tuple[ClaimState, ...]
    stray: tuple[Entry, ...] = ()

    @property
    def carried(self) -> list[int]:
        """The claims whose decision is older than the report."""
        return [state.number for state in self.claims if state.carried]

    @property
    def strayed(self) -> str:
        """How many entries are on claims that the report does not have, in words; "" where none is."""
        number = len(self.stray)
        told = "one entry is" if number == 1 else f"{number} entries are"
        return f"{told} on claims that this report does not have" if number else ""

    @property
    def reviewed(self) -> int:
        """How many claims are decided."""
        return sum(state.decision is not None for state in self.claims)

    @property
    def progress(self) -> str:
        """`12 of 30 reviewed`."""
        return f"{self.reviewed} of {len(self.claims)} reviewed"


def fold(report: Report, entries: Sequence[Entry]) -> Review:
    """How each claim of the report stands after those entries, in the order of writing."""
    claims = {claim.id: claim for claim in report.claims}
    earlier = {decision.claim: decision for decision in report.decisions}
    kept: dict[str, list[Entry]] = {name: [] for name in claims}
    stray: list[Entry] = []
    claim_of = _finder(report.claims)
    for entry in entries:
        name = claim_of(entry)
        if name is None:
            stray.append(entry)
        elif entry.action is Action.UNDO:
            _take_back(kept[name], entry.by)
        else:
            kept[name].append(_on_words(entry, _worded(claims[name], earlier.get(name), kept[name])))
    made = report.provenance.started
    states = (
        ClaimState(s.number, s.claim, s.verdict, tuple(kept[s.claim.id]), s.decision, made, s.past, s.notes)
        for s in standings(report)
    )
    return Review(tuple(states), tuple(stray))


def _finder(claims: Sequence[Claim]) -> Callable[[Entry], str | None]:
    """Which claim an entry is on, by its id: that of its number and words, else the only one of its words.

    A report that was made anew, of an article that was worked on, numbers the claims anew.
    """
    words = {claim.id: digest_of(claim) for claim in claims}
    often = Counter(words.values())
    only = {digest: name for name, digest in words.items() if often[digest] == 1}

    def find(entry: Entry) -> str | None:
        if entry.claim in words and entry.digest in ("", words[entry.claim]):
            return entry.claim
        return only.get(entry.digest)

    return find


def _worded(claim: Claim, earlier: Decision | None, entries: Sequence[Entry]) -> str:
    """The claim's words after those entries."""
    edits = [entry.text for entry in entries if entry.action is Action.EDIT]
    return edits[-1] if edits else (earlier.text if earlier else "") or claim.text


def _on_words(entry: Entry, words: str) -> Entry:
    """A decision with the words it is on: those in force where its line does not say."""
    silent = entry.action in DECISIVE and not entry.text
    return entry.model_copy(update={"text": words}) if silent else entry


def _take_back(entries: list[Entry], by: str) -> None:
    """Drops that person's last action: one does not take back what a colleague did."""
    own = [index for index, entry in enumerate(entries) if entry.by == by]
    if own:
        del entries[own[-1]]


def passage_of(added: Added) -> Passage:
    """Evidence of a person's own as a passage; its id is stable for the same content."""
    digest = hashlib.sha256(added.model_dump_json().encode("utf-8", "replace")).hexdigest()[:12]
    return Passage(
        id=f"added-{digest}",
        text=added.text,
        source="added in review",
        title=added.source or "evidence without a source",
        url=added.url,
        published=added.date,
    )
