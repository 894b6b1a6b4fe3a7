"""Two runs compared, on the cases that both have and the scores that both measured."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Protocol, TypeVar

from claimcheck.evaluation.intervals import Group, Part, always, comparable, paired, swapping_p
from claimcheck.reports.safe import one_line

Case = TypeVar("Case")


class Run(Protocol):
    """What the scores of every task have."""

    @property
    def task(self) -> str:
        """The task's name."""

    @property
    def data_sha256(self) -> str:
        """What the data were."""


def apart(one: Run, other: Run) -> list[str]:
    """One line where the two runs are of different tasks or data; else none."""
    told = [f"task ({one_line(one.task)}, {one_line(other.task)})"] if one.task != other.task else []
    told += ["data"] if one.data_sha256 != other.data_sha256 else []
    return [f"the two runs differ in {' and in '.join(told)}"] if told else []


def in_common(
    one: Sequence[Case],
    other: Sequence[Case],
    key: Callable[[Case], Hashable],
    asked: Callable[[Case], object],
) -> list[tuple[Case, Case]]:
    """The cases of the same `key` in both runs, where what was `asked`, and what is right, is the same too."""
    earlier = {key(case): case for case in one}
    pairs = [(earlier[key(case)], case) for case in other if key(case) in earlier]
    return [(first, second) for first, second in pairs if asked(first) == asked(second)]


def gains(
    pairs: Sequence[tuple[Case, Case]],
    what: str,
    parts_of: Callable[[Sequence[Case]], Mapping[str, Part[Case]]],
) -> list[str]:
    """Each score that both sides of the pairs have, on the pairs that it is measured on; `what` names the cases."""
    if not pairs:
        return [f"the two runs have no {what} in common"]
    first, second = parts_of([a for a, _ in pairs]), parts_of([b for _, b in pairs])
    lines = [
        f"on the {len(pairs)} {what}s that both have (95 % interval of the gain; p by swapping within pairs):"
    ]
    for name in (name for name in second if name in first):
        before, after = ({id(case) for case in parts[name].cases} for parts in (first, second))
        held = [(a, b) for a, b in pairs if id(a) in before and id(b) in after]
        if held:
            part = second[name]
            lines.append(gained(name, held, part.measure, part.counts, part.group))
    return lines


def gained(
    name: str,
    pairs: Sequence[tuple[Case, Case]],
    measure: Callable[[Sequence[Case]], float],
    counts: Callable[[Case], bool] = always,
    group: Group[Case] = None,
) -> str:
    """One score of two runs on the same cases (at least one), in a line."""
    if not comparable(pairs, counts):
        return f"{one_line(name)}: one of the runs has no such case"
    before, after = measure([first for first, _ in pairs]), measure([second for _, second in pairs])
    gain, p = paired(pairs, measure, counts, group), swapping_p(pairs, measure, counts, group)
    change = f"{gain.value:+.3f}; {gain.low:+.3f} to {gain.high:+.3f}; {told_p(p)}"
    return f"{one_line(name)}: {before:.3f} → {after:.3f} ({change})"


def told_p(p: float) -> str:
    """A p in three places; one that would be written as 0.000 is said to be below 0.001."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"
