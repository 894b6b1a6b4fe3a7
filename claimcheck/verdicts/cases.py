"""Claims before a model is asked: what code settles, what is to be read, and which claims are asked about together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.domain import Claim, Passage, Verdict
from claimcheck.lm.many import evenly
from claimcheck.verdicts.arithmetic import by_arithmetic
from claimcheck.verdicts.reading import relevant
from claimcheck.verdicts.weighed import Read, findings_in, nothing_found


@dataclass(frozen=True)
class Case(Read):
    """A claim that a model is to be asked about, with what is left for a second reading."""

    rest: tuple[Passage, ...] = ()
    before: tuple[Passage, ...] = ()  # what a first reading was of: the rules look at it, too

    def further(self) -> Case:
        """The same claim with the passages that were left."""
        found = findings_in(self.claim, self.rest, self.evidence)
        return Case(self.claim, self.evidence, self.rest, found, before=self.read)

    def whole(self) -> Read:
        """The same claim with all that was read of it, at the first reading and at this one."""
        if not self.before:
            return self
        read = (*self.before, *self.read)
        return Read(self.claim, self.evidence, read, findings_in(self.claim, read, self.evidence))


def prepared(claim: Claim, passages: Sequence[Passage], most: int, given: bool) -> Case | Verdict:
    """The verdict where code settles it or nothing is to be read; else what to ask, `most` passages at first, and as
    many at a second reading. `given` as for `Judge`.
    """
    evidence = tuple(passages)
    computed = by_arithmetic(claim, evidence)
    if computed:
        return computed
    read = evidence if given else tuple(relevant(claim, evidence, 2 * most))
    if not read:
        return nothing_found(claim, evidence)
    first, rest = read[:most], read[most : 2 * most]
    return Case(claim, evidence, first, findings_in(claim, first, evidence), rest)


def grouped(cases: Sequence[Case], most: int, room: Callable[[int], int]) -> list[list[Case]]:
    """Which cases are asked about in one call: those that share passages, as far as there is room for their text.

    `room` gives the characters of evidence that a call for so many claims holds. All groups are of nearly the
    same size, since the slowest answer is waited for.
    """
    size = max((len(run) for run in evenly(cases, most)), default=1)
    ids = [{passage.id for passage in case.read} for case in cases]
    left, groups = list(range(len(cases))), []
    while left:
        group = [left.pop(0)]
        held = set(ids[group[0]])
        while left and len(group) < size:
            nearest = max(left, key=lambda number: len(held & ids[number]))
            if letters(sheet([cases[n] for n in (*group, nearest)])) > room(len(group) + 1):
                break
            left.remove(nearest)
            group.append(nearest)
            held |= ids[nearest]
        groups.append([cases[number] for number in sorted(group)])
    return groups


def sheet(group: Sequence[Case]) -> list[Passage]:
    """The passages of a group, each once."""
    return list({passage.id: passage for case in group for passage in case.read}.values())


def letters(passages: Sequence[Passage]) -> int:
    """How many characters of text passages have."""
    return sum(len(passage.text) for passage in passages)
