"""What a run came to: over all articles, and a line for each that has no full report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from functools import reduce
from operator import add

from claimcheck.batches.job import ArticleRow, RunRow, State
from claimcheck.domain import Label, Usage

FILE = "batch.json"
FEW = 3  # articles of which each is told by itself where they ended for the same reason


def total(rows: Sequence[ArticleRow]) -> Usage:
    """What all articles took; the cost is known where it is known of all that took calls."""
    used = [taken for row in rows if (taken := row.tally.taken) != Usage()]
    return reduce(add, used) if used else Usage()


def labels_of(rows: Sequence[ArticleRow]) -> dict[Label, int]:
    """How many claims bear each label, over all articles."""
    counted = Counter[Label]()
    for row in rows:
        counted.update(row.tally.labels)
    return {label: counted[label] for label in Label if counted[label]}


def lines_of(rows: Sequence[ArticleRow]) -> list[str]:
    """The summary for a person."""
    states = Counter(row.state for row in rows)
    told = {
        State.REPORTED: "reported",
        State.STOPPED: "stopped",
        State.REFUSED: "not readable",
        State.WAITING: "waiting",
    }
    parts = [f"{states[state]} {word}" for state, word in told.items() if states[state]]
    lines = [f"{len(rows)} article{'s' * (len(rows) != 1)}: {', '.join(parts) or 'none'}."]
    labels = labels_of(rows)
    claims = ", ".join(f"{count} {label}" for label, count in labels.items())
    lines.append(f"{sum(labels.values())} claims{': ' + claims if claims else ''}.")
    lines.append(used(total(rows)))
    return lines + _without_report(rows)


def _without_report(rows: Sequence[ArticleRow]) -> list[str]:
    """A line for each article that has a reason; one for all of the same where they are more than `FEW`."""
    alike: dict[tuple[State, str], list[str]] = {}
    for row in rows:
        if row.reason:
            alike.setdefault((row.state, row.reason), []).append(row.name)
    return [
        f"  {name}: {state}: {reason}"
        for (state, reason), names in alike.items()
        for name in (names if len(names) <= FEW else [f"{names[0]} and {len(names) - 1} more"])
    ]


def used(usage: Usage) -> str:
    """Calls, kept answers, tokens and cost in a sentence."""
    cost = "not known" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    basis = f" ({usage.prices})" if usage.prices else ""
    return (
        f"{usage.calls} calls, {usage.kept} kept answers; {usage.prompt_tokens} prompt tokens, "
        f"{usage.completion_tokens} written; cost {cost}{basis}."
    )


def as_json(run: RunRow, rows: Sequence[ArticleRow]) -> str:
    """The summary for a program: which article has which file."""
    held = {
        "run": run.id,
        "articles": [
            {"name": row.name, "file": f"{row.key}.json", "state": row.state, "reason": row.reason}
            | row.tally.model_dump(mode="json", exclude={"code", "before"})
            | {"usage": row.tally.taken.model_dump(mode="json")}
            for row in rows
        ],
        "labels": labels_of(rows),
        "usage": total(rows).model_dump(mode="json"),
    }
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"
