"""A sentence's line in the ledger: what became of it, and why."""

from __future__ import annotations

import re
from collections import defaultdict

from claimcheck.claims.drafts import SentenceDraft
from claimcheck.domain import Claim, LedgerEntry, Sentence, SentenceStatus

_CREDIT = re.compile(r"[—–-]\s?(?=[\w“\"'])[^.!?;:]{3,90}")  # "—Ana Ruiz, mayor": the line under a quotation
_REASONS = {
    "opinion": "an opinion or a judgement",
    "question": "a question",
    "advice": "advice",
    "prediction": "a prediction",
    "vague": "too vague to be looked up",
    "fact": "no checkable fact found in it",
}


def without_asking(sentence: Sentence) -> LedgerEntry | None:
    """The line in the ledger of a sentence that no model need read; None for any other."""
    text = sentence.text.strip()
    if text.endswith("?"):
        return ledger_entry(sentence, SentenceStatus.NOT_CHECKABLE, _REASONS["question"])
    if _CREDIT.fullmatch(text):
        return ledger_entry(sentence, SentenceStatus.NOT_CHECKABLE, "whom a quotation is of")
    return None


def unread(sentence: Sentence, reason: str) -> tuple[list[Claim], LedgerEntry]:
    """A sentence that could not be read: unchecked, and why."""
    return [], ledger_entry(sentence, SentenceStatus.UNCHECKED, reason)


def ledger_line(
    sentence: Sentence, draft: SentenceDraft, claims: list[Claim], objections: list[str]
) -> LedgerEntry:
    """The line of a sentence that was read: its claims, or why there are none."""
    if claims:
        left_out = f"a further claim was left out: {objections[0]}" if objections else ""
        return ledger_entry(sentence, SentenceStatus.CLAIMS, left_out)
    if draft.status == "ambiguous":
        return ledger_entry(
            sentence, SentenceStatus.AMBIGUOUS, "the context does not settle who, what or when is meant"
        )
    if objections:
        return ledger_entry(
            sentence, SentenceStatus.UNCHECKED, f"the model's claim was refused: {objections[0]}"
        )
    reason = _REASONS[draft.status]
    if draft.status == "fact" and draft.claims:
        reason = _REASONS["vague"]
    return ledger_entry(sentence, SentenceStatus.NOT_CHECKABLE, reason)


def ledger_entry(sentence: Sentence, status: SentenceStatus, reason: str = "") -> LedgerEntry:
    """A line in the ledger; it names claims once those of all sentences are merged."""
    return LedgerEntry(sentence=sentence.index, status=status, reason=reason)


def with_claims(ledger: list[LedgerEntry], claims: list[Claim]) -> tuple[LedgerEntry, ...]:
    """The ledger in the sentences' order, each line naming the merged claims that its sentence gave."""
    given: defaultdict[int, list[str]] = defaultdict(list)
    for claim in claims:
        for sentence in dict.fromkeys(claim.sentences):
            given[sentence].append(claim.id)
    return tuple(
        line.model_copy(update={"claims": tuple(given[line.sentence])})
        for line in sorted(ledger, key=lambda line: line.sentence)
    )
