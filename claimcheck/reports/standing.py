"""How each claim stands: the machine's verdict, and beside it a person's decision where there is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from claimcheck.domain import (
    Article,
    Citation,
    Claim,
    Decision,
    Label,
    Passage,
    Report,
    ReviewNote,
    SentenceStatus,
    Verdict,
)
from claimcheck.reports.remarks import remarks

_OnClaim = TypeVar("_OnClaim", Decision, ReviewNote)


@dataclass(frozen=True)
class Standing:
    """One claim with all that was said of it. `number` counts from 1 in the article's order."""

    number: int
    claim: Claim
    verdict: Verdict | None
    decision: Decision | None
    carried: bool = False  # whether the person decided before this run, on an earlier report
    past: tuple[Decision, ...] = ()  # what was decided and counts no more, in the order of deciding
    notes: tuple[ReviewNote, ...] = ()

    @property
    def label(self) -> Label | None:
        """The person's verdict, else the machine's; None where a person set the claim aside."""
        if self.decision is not None:
            return self.decision.label
        return self.verdict.label if self.verdict else Label.UNCHECKED

    @property
    def machine_label(self) -> Label:
        """The machine's verdict; *Unchecked* where the run ended before the claim."""
        return self.verdict.label if self.verdict else Label.UNCHECKED

    @property
    def wording(self) -> str:
        """The claim as the person edited it, else as it was found."""
        return (self.decision.text if self.decision else "") or self.claim.text

    @property
    def found_as(self) -> str:
        """The words that the machine's verdict is on, where the person edited them; else ""."""
        return self.claim.text if self.decision and self.decision.text else ""

    @property
    def decided(self) -> str:
        """The person's decision in one sentence, as untrusted as the words they typed; "" where there is none."""
        return _decided(self.decision, " (before this run)" * self.carried) if self.decision else ""

    @property
    def overruled(self) -> list[str]:
        """Each decision that counts no more in one sentence, with its words where others stand; as untrusted."""
        told = ((_decided(one), one.text or self.claim.text) for one in self.past)
        return [said + f" (on “{words}”)" * (words != self.wording) for said, words in told]

    @property
    def noted(self) -> list[str]:
        """Each note of a reviewer in one sentence, as untrusted."""
        return [f"{note.by}, {note.at.date().isoformat()}: {note.text}" for note in self.notes]

    @property
    def reason(self) -> str:
        """Why the label stands: a person's reason, and the machine's only where it gives this very label."""
        if self.decision and self.decision.reason:
            return self.decision.reason
        return self.verdict.justification if self.verdict and self.label is self.machine_label else ""

    @property
    def cited(self) -> list[tuple[Citation, Passage]]:
        """The citations, each with the passage it is cut from."""
        if self.verdict is None:
            return []
        passages = {passage.id: passage for passage in self.verdict.evidence}
        return [(c, passages[c.passage]) for c in self.verdict.citations if c.passage in passages]


def standings(report: Report) -> list[Standing]:
    """Every claim of the report as it stands, in the article's order."""
    verdicts = {verdict.claim: verdict for verdict in report.verdicts}
    decisions = {decision.claim: decision for decision in report.decisions}
    carried = {decision.claim for decision in _carried(report)}
    past, notes = _by_claim(report.past_decisions), _by_claim(report.review_notes)
    return [
        Standing(
            number,
            claim,
            verdicts.get(claim.id),
            decisions.get(claim.id),
            claim.id in carried,
            tuple(past[claim.id]),
            tuple(notes[claim.id]),
        )
        for number, claim in enumerate(report.claims, 1)
    ]


def _by_claim(held: Iterable[_OnClaim]) -> defaultdict[str, list[_OnClaim]]:
    grouped = defaultdict[str, list[_OnClaim]](list)
    for one in held:
        grouped[one.claim].append(one)
    return grouped


def _decided(decision: Decision, carried: str = "") -> str:
    reason = f": {decision.reason}" if decision.reason else ""
    day = decision.at.date().isoformat()
    return f"{decision.by}, {day}{carried}, says {decision.label or 'not worth checking'}{reason}"


def _carried(report: Report) -> list[Decision]:
    return [one for one in report.decisions if is_older(one, report.provenance.started)]


def ended(sentence: str) -> str:
    """The sentence with a full stop, unless it ends already."""
    return sentence if sentence.rstrip("”’\"')").endswith((".", "!", "?", "…")) else f"{sentence}."


def is_older(decision: Decision, made: datetime | None) -> bool:
    """Whether a person decided before a run began at `made`: on an earlier report. False where that is not known."""
    return made is not None and decision.at.astimezone(UTC) < made.astimezone(UTC)


def where_from(passage: Passage) -> list[str]:
    """A passage's title, publisher, date and place, as far as they are known, and what must be known of it.

    A file that names the address it was copied from is named too: its words were read there, and not on the page.
    """
    published = passage.published.isoformat() if passage.published else "no date"
    file = "/".join(part for part in (passage.source, passage.path) if part)
    read = [f"read in {file}"] if passage.url and passage.path else []
    told = (passage.title, passage.publisher, published, passage.url or file)
    return [part for part in told if part] + remarks(passage) + read


def moment(time: datetime) -> str:
    """To the minute, with its zone as far as it is known; the day alone where no more was said."""
    if (time.hour, time.minute, time.second) == (0, 0, 0):
        return time.date().isoformat()
    zone = "UTC" if time.utcoffset() == timedelta(0) else f"{time:%z}"
    return f"{time:%Y-%m-%d %H:%M} {zone}".rstrip()


def published(article: Article) -> str:
    """When an article was published, else when it was updated, which its relative days are counted from, or that neither is known."""
    if article.published:
        return moment(article.published)
    updated = f"updated {moment(article.updated)}, " if article.updated else ""
    return f"{updated}date of publication not known"


def summary(report: Report) -> str:
    """How many claims bear each of the machine's labels, and of a person's where one reviewed it, in one line."""
    if not report.claims:
        return no_claims(report)
    counts = ", ".join(f"{count} {label}" for label, count in report.counts().items() if count)
    total = len(report.claims)
    told = f"{total} claim{'s' * (total != 1)}: {counts}"
    return f"{told}, says the machine; {reviewed(report)}." if report.decisions else f"{told}."


def no_claims(report: Report) -> str:
    """What a report without claims says: that there are none is not known of sentences that were not read."""
    unread = sum(entry.status is SentenceStatus.UNCHECKED for entry in report.ledger)
    if not unread:
        return "No checkable claim was found."
    number = len(report.article.sentences)
    return f"No claim was found, and {unread} of {number} sentence{'s' * (number != 1)} could not be checked."


def reviewed(report: Report) -> str:
    """How many claims a person decided, how, and how many of them on an earlier report; "" where nobody did."""
    given = Counter(str(decision.label or "not worth checking") for decision in report.decisions)
    counts = ", ".join(f"{given[label]} {label}" for label in (*Label, "not worth checking") if given[label])
    carried = len(_carried(report))
    before = f", {carried} of them before this run" if carried else ""
    return f"{len(report.decisions)} reviewed by a person{before}: {counts}" if counts else ""


def troubles(report: Report) -> list[str]:
    """Why the report is not complete, a sentence each; empty where it is."""
    interrupted = ["The run was interrupted; what was finished is here."] * report.interrupted
    return [*interrupted, *(f"Failed: {failure}" for failure in report.failures)]
