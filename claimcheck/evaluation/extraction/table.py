"""Scores of extraction as a person reads them: a table, what became of the sentences, and the worst of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.evaluation.comparing import apart, gains, in_common
from claimcheck.evaluation.extraction.answers import Spent
from claimcheck.evaluation.extraction.measures import (
    MEASURES,
    SentenceOutcome,
    meaning_kept,
    over_all,
    unresolved,
)
from claimcheck.evaluation.extraction.running import ExtractionScores
from claimcheck.evaluation.intervals import Part
from claimcheck.evaluation.score_table import head_table, printed
from claimcheck.reports.safe import one_line

Document = tuple[SentenceOutcome, ...]


def extraction_table(scores: ExtractionScores, worst: int = 10) -> str:
    """The scores with their intervals, what became of the sentences, what it took, and the worst sentences."""
    title = f"{scores.task}: {len(scores.outcomes)} sentences, {scores.model}"
    head = head_table(title, ("score", "value", "95 % interval", "sentences"), scores.scores)
    sides = [_cost(scores.outcomes), *_worst(scores.outcomes, worst)]
    return "\n".join([head, _statuses(scores.outcomes), *sides])


def _statuses(outcomes: Sequence[SentenceOutcome]) -> str:
    """The confusion table: gold in rows, what the ledger says in columns."""
    counts = Counter((outcome.gold.check_worthy, outcome.status) for outcome in outcomes)
    statuses = sorted({outcome.status for outcome in outcomes})
    rows = [
        (name, *(str(counts[worthy, status]) for status in statuses))
        for worthy, name in ((True, "check-worthy"), (False, "not check-worthy"))
    ]
    return printed("gold (rows) and found (columns)", ("", *statuses), rows)


def _cost(outcomes: Sequence[SentenceOutcome]) -> str:
    whole = sum((outcome.spent for outcome in outcomes), Spent())
    count = len(outcomes)
    return (
        f"per sentence: {whole.calls / count:.1f} calls, {whole.tokens / count:.0f} tokens, "
        f"{whole.seconds / count:.1f} s"
    )


def _worst(outcomes: Sequence[SentenceOutcome], most: int) -> list[str]:
    """The sentences with the most claims that are missing, too many or not standing alone."""
    held = [outcome for outcome in sorted(outcomes, key=lambda o: (-_faults(o), o.id)) if _faults(outcome)]
    return [line for outcome in held[:most] for line in _lines(outcome)]


def _faults(outcome: SentenceOutcome) -> int:
    leaning = sum(bool(unresolved(claim)) for claim in outcome.claims)
    return len(outcome.gold.claims) - outcome.right + len(outcome.claims) - len(outcome.pairs) + leaning


def _lines(outcome: SentenceOutcome) -> list[str]:
    ours = {one for one, _ in outcome.pairs}
    found = {gold for _, gold in outcome.pairs}
    lines = [f"- {one_line(outcome.text)[:160]}"]
    lines += [f"  missing: {one_line(c)[:140]}" for i, c in enumerate(outcome.gold.claims) if i not in found]
    lines += [
        f"  not gold{_remark(claim, outcome)}: {one_line(claim)[:140]}"
        for i, claim in enumerate(outcome.claims)
        if i not in ours
    ]
    return (
        lines
        if outcome.claims
        else [*lines, f"  {one_line(outcome.status)}: {one_line(outcome.reason)[:140]}"]
    )


def _remark(claim: str, outcome: SentenceOutcome) -> str:
    if leaning := unresolved(claim):
        return f", leans on {leaning!r}"
    return "" if meaning_kept(claim, outcome.gold) else ", meaning not kept"


def extraction_compared(one: ExtractionScores, other: ExtractionScores) -> str:
    """Two runs side by side: for the documents whose same sentences both have, each score's gain and its p."""
    pairs = in_common(
        _documents(one.outcomes),
        _documents(other.outcomes),
        lambda document: document[0].document,
        lambda document: [(outcome.id, outcome.gold) for outcome in document],
    )
    return "\n".join([*apart(one, other), *gains(pairs, "document", _parts_of)])


def _parts_of(documents: Sequence[Document]) -> dict[str, Part[Document]]:
    return {name: Part(documents, over_all(measure)) for name, measure in MEASURES.items()}


def _documents(outcomes: Sequence[SentenceOutcome]) -> list[Document]:
    names = dict.fromkeys(outcome.document for outcome in outcomes)
    return [tuple(o for o in outcomes if o.document == name) for name in names]
