"""What a run took, as the server saw it: calls, tokens, sequential rounds, and the heaviest chain of calls."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

TOUCH = 0.0005  # seconds: a call that begins this much before another's end still counts as begun after it


@dataclass(frozen=True)
class Call:
    """One answered call. Times are in seconds on one clock; `latency` is what the model took, without the queue."""

    arrived: float
    ended: float
    latency: float
    prompt_tokens: int = 0
    completion_tokens: int = 0


def rounds(calls: Sequence[Call]) -> int:
    """The most calls of which each arrived after the one before it was answered.

    The greatest set of intervals that do not overlap: taking the earliest end each time finds it.
    """
    count, free = 0, float("-inf")
    for call in sorted(calls, key=lambda call: call.ended):
        if call.arrived >= free - TOUCH:
            count, free = count + 1, call.ended
    return count


def heaviest_chain(calls: Sequence[Call]) -> float:
    """The greatest sum of latencies over calls of which each arrived after the one before it was answered, in seconds.

    Weighted interval scheduling. In a run that nothing held back, no limit and no queue, this is the critical
    path: a program that waited for nothing else would take just as long.
    """
    held = sorted(calls, key=lambda call: call.ended)
    ends = [call.ended for call in held]
    best = [0.0]
    for number, call in enumerate(held):
        before = bisect_right(ends, call.arrived + TOUCH, hi=number)
        best.append(max(best[-1], best[before] + call.latency))
    return best[-1]


@dataclass
class Account:
    """Everything since the last reset. `answered_by` counts recordings, stand-ins and faults."""

    calls: list[Call] = field(default_factory=list)
    answered_by: Counter[str] = field(default_factory=Counter)
    in_flight: int = 0
    most_in_flight: int = 0

    def begin(self) -> None:
        """A call has arrived, whether or not it has to queue."""
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)

    def end(self) -> None:
        """A call has left, answered or not."""
        self.in_flight -= 1

    def told(self) -> dict[str, Any]:
        """The account as JSON; seconds, and tokens as the answers' `usage` had them."""
        calls = self.calls
        return {
            "calls": len(calls),
            "prompt_tokens": sum(call.prompt_tokens for call in calls),
            "completion_tokens": sum(call.completion_tokens for call in calls),
            "rounds": rounds(calls),
            "heaviest_chain": round(heaviest_chain(calls), 4),
            "latencies": round(sum(call.latency for call in calls), 4),
            "span": round(max(c.ended for c in calls) - min(c.arrived for c in calls), 4) if calls else 0.0,
            "most_in_flight": self.most_in_flight,
            "answered_by": dict(sorted(self.answered_by.items())),
        }
