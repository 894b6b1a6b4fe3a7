"""Two reports compared: which claims are new, gone or changed in verdict, and what may explain it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from claimcheck.domain import Label, Report
from claimcheck.reports.json import inert
from claimcheck.reports.pairing import paired
from claimcheck.reports.safe import one_line
from claimcheck.reports.signs import SIGNS
from claimcheck.reports.standing import Standing, standings


@dataclass(frozen=True)
class Side:
    """A claim as one of the two reports has it. `reviewed` is a person's verdict, "" without one."""

    number: int
    text: str
    verdict: str
    reviewed: str

    @property
    def standing(self) -> str:
        """The verdict that stands: a person's before the machine's."""
        return self.reviewed or self.verdict


@dataclass(frozen=True)
class Change:
    """What became of one claim. `what` is new, gone, verdict, reviewed, wording, grounds or same; `why` a sentence each.

    Of a claim that is *reviewed*, a person gave the machine's own verdict in one of the two reports alone. The *grounds* are what a verdict that stayed the same rests on: the quotations, and a person's reason.
    """

    what: str
    old: Side | None
    new: Side | None
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """All claims of both reports, and how the two runs differ."""

    runs: tuple[str, ...]
    changes: tuple[Change, ...]


def compare(old: Report, new: Report) -> Comparison:
    """Pairs the claims by wording, place and likeness, and says what changed, in the new order."""
    runs = tuple(_runs(old, new))
    left, right = standings(old), standings(new)
    pairs = paired([s.claim for s in left], [s.claim for s in right])
    changes = [
        _change(left[pairs[place]] if place in pairs else None, standing, runs)
        for place, standing in enumerate(right)
    ]
    kept = set(pairs.values())
    changes += [_change(standing, None, runs) for place, standing in enumerate(left) if place not in kept]
    return Comparison(runs, tuple(changes))


def _change(old: Standing | None, new: Standing | None, runs: tuple[str, ...]) -> Change:
    before, after = _side(old), _side(new)
    if old is None or new is None:
        return Change("new" if old is None else "gone", before, after)
    assert before is not None
    assert after is not None
    if (before.verdict, before.reviewed) != (after.verdict, after.reviewed):
        confirmed = before.verdict == after.verdict and before.standing == after.standing
        what = "reviewed" if confirmed else "verdict"
        return Change(what, before, after, tuple(_reasons(old, new, runs)))
    grounds = tuple(_grounds(old, new))
    kept = "grounds" if grounds else "same"
    return Change(kept if before.text == after.text else "wording", before, after, grounds)


def _side(standing: Standing | None) -> Side | None:
    if standing is None:
        return None
    decision = standing.decision
    reviewed = str(decision.label or "not worth checking") if decision else ""
    return Side(standing.number, one_line(standing.wording), str(standing.machine_label), reviewed)


def _reasons(old: Standing, new: Standing, runs: tuple[str, ...]) -> Iterator[str]:
    if old.decision != new.decision:
        yield _reviewed(old, new)
    if old.machine_label == new.machine_label:
        return
    if Label.UNCHECKED in (old.machine_label, new.machine_label):
        yield from _unchecked(old, new)
        return
    evidence = list(_evidence(old, new))
    yield from evidence
    if old.claim.text != new.claim.text:
        yield "the claim is worded differently"
    yield from runs
    if not evidence and not runs:
        yield "the same evidence, model and prompts: the model answered differently"


def _reviewed(old: Standing, new: Standing) -> str:
    if new.decision is None:
        return "a person's review is not in the new report"
    return f"{'a person decided anew' if old.decision else 'a person reviewed it'}: {one_line(new.decided)}"


def _grounds(old: Standing, new: Standing) -> Iterator[str]:
    """What a verdict that stayed the same rests on in one of the two alone."""
    before, after = (
        {(c.stance, c.quotation): f"“{c.quotation}” ({p.title})" for c, p in standing.cited}
        for standing in (old, new)
    )
    yield from (f"quoted now: {one_line(after[key])}" for key in after if key not in before)
    yield from (f"no longer quoted: {one_line(before[key])}" for key in before if key not in after)
    if new.decision and new.decision != old.decision:
        yield f"decided anew: {one_line(new.decided)}"


def _unchecked(old: Standing, new: Standing) -> Iterator[str]:
    """Why one of the two is no verdict: the model did not answer otherwise, it did not answer."""
    for when, standing in (("in the old run", old), ("in the new run", new)):
        if standing.machine_label is Label.UNCHECKED:
            reason = standing.verdict.justification if standing.verdict else "the run ended before it"
            yield f"not checked {when}: {one_line(reason)}"


def _evidence(old: Standing, new: Standing) -> Iterator[str]:
    before, after = (
        {p.id: p.title for p in (standing.verdict.evidence if standing.verdict else ())}
        for standing in (old, new)
    )
    for told, titles in (
        ("not seen before", [after[i] for i in after if i not in before]),
        ("no longer found", [before[i] for i in before if i not in after]),
    ):
        if titles:
            yield f"other evidence, {told}: {'; '.join(dict.fromkeys(map(one_line, titles)))}"


def _runs(old: Report, new: Report) -> Iterator[str]:
    before, after = old.provenance, new.provenance
    if old.article.sha256 != new.article.sha256:
        yield "the article's text changed"
    if old.article.published != new.article.published:
        yield "the article's date changed"
    if (before.model, before.endpoint) != (after.model, after.endpoint):
        models = [one_line(f"{made.model} at {made.endpoint}") for made in (before, after)]
        yield f"other model: {models[0]} → {models[1]}"
    names = sorted(before.prompts.keys() | after.prompts.keys())
    if prompts := [name for name in names if before.prompts.get(name) != after.prompts.get(name)]:
        yield f"other prompts: {one_line(', '.join(prompts))}"
    if _held(old) != _held(new):
        yield f"other sources: {_held(old) or 'none'} → {_held(new) or 'none'}"
    if before.ranker != after.ranker:
        yield one_line(f"other ranking by meaning: {before.ranker or 'none'} → {after.ranker or 'none'}")
    yield from _failures(old, new)
    if before.claimcheck_version != after.claimcheck_version:
        yield one_line(f"other claimcheck: {before.claimcheck_version} → {after.claimcheck_version}")


def _failures(old: Report, new: Report) -> Iterator[str]:
    """What went wrong in one of the two runs alone: it explains what is gone or was not found."""
    for when, report, other in (("old", old, new), ("new", new, old)):
        if report.interrupted and not other.interrupted:
            yield f"the {when} run was interrupted"
        for failure in report.failures:
            if failure not in other.failures:
                yield f"a failure in the {when} run: {one_line(failure)}"


def _held(report: Report) -> str:
    return ", ".join(
        one_line(f"{source.name} ({source.failure or f'{source.passages} passages'})")
        for source in report.provenance.sources
    )


def as_json(comparison: Comparison) -> str:
    """The comparison as JSON: `runs`, and `changes` with `what`, `old`, `new` and `why`."""
    return inert(json.dumps(asdict(comparison), ensure_ascii=False, indent=2)) + "\n"


def as_text(comparison: Comparison) -> str:
    """The comparison as a person reads it: what changed first, what stayed as a number."""
    lines = [f"run: {run}" for run in comparison.runs]
    for change in comparison.changes:
        lines += _told(change)
    counts = [change.what for change in comparison.changes]
    names = {
        "new": "new",
        "gone": "gone",
        "verdict": "changed in verdict",
        "reviewed": "reviewed in one alone",
        "wording": "reworded",
        "grounds": "on other grounds",
        "same": "the same",
    }
    lines.append(", ".join(f"{counts.count(what)} {name}" for what, name in names.items()) + ".")
    return "\n".join(lines) + "\n"


def _told(change: Change) -> Iterator[str]:
    if change.what == "same":
        return
    side = change.new or change.old
    assert side is not None
    yield f"{change.what}: {side.number}. {side.text}"
    if change.old and change.new and change.old.text != change.new.text:
        yield f"   was: {change.old.text}"
    if change.what in ("verdict", "reviewed") and change.old and change.new:
        yield f"   {_verdict(change.old)} → {_verdict(change.new)}"
    else:
        yield f"   {_verdict(side)}"
    yield from (f"   because: {why}" for why in change.why)


def _verdict(side: Side) -> str:
    sign = next((sign for label, sign in SIGNS.items() if label == side.verdict), "")
    reviewed = f" (reviewed: {side.reviewed})" if side.reviewed else ""
    return f"{sign} {side.verdict}{reviewed}"
