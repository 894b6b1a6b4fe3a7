"""How well evidence is found: all passages of Fool Me Twice in one index, and each claim's gold ones among them.

Fool Me Twice (Eisenschlos et al. 2021) gives each claim its gold sentences of a Wikipedia page, and other
sentences of the page that a retriever found. No model is asked.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from claimcheck.domain import Article, Claim, Frozen, Span
from claimcheck.errors import InputError
from claimcheck.evaluation.datasets import load as cases_of
from claimcheck.evaluation.finding import FOUND, looked_up, without_failure
from claimcheck.evaluation.running import claim_of
from claimcheck.evidence import EvidenceOptions, FolderSource, look_up, query_for

CUTS = (1, 5, 20)

Place = tuple[str, str]
"""A passage's page and text."""


class Task(Frozen):
    """A claim and the passages that people found to decide it."""

    claim: str
    gold: tuple[Place, ...]


class Recall(Frozen):
    """At each cut: the mean share of a claim's gold passages found, and the share of claims with any found."""

    claims: int
    passages: int
    recall: dict[int, float]
    any: dict[int, float]

    def __str__(self) -> str:
        cells = [f"@{cut} {self.recall[cut]:.3f} (any {self.any[cut]:.3f})" for cut in self.recall]
        return f"{self.claims} claims, {self.passages} passages: recall " + ", ".join(cells)


class Retrieval(Frozen):
    """Recall over the index of all pages and among each claim's own passages; `ranker` is what ranked by meaning."""

    ranker: str
    pages: Recall
    own: Recall

    def __str__(self) -> str:
        by = f"by words and by meaning, {self.ranker}" if self.ranker else "by words"
        return f"ranked {by}\nall pages: {self.pages}\nits own passages: {self.own}"


def load(path: Path) -> tuple[list[Task], list[Place]]:
    """The claims of a file, and every passage of the set once. Raises `InputError` naming the line."""
    tasks: list[Task] = []
    places: dict[Place, None] = {}
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            gold = [(str(row["page"]), _plain(one["text"])) for one in row["gold_evidence"]]
            others = [(str(row["page"]), _plain(one["text"])) for one in row.get("retrieved_evidence", [])]
            tasks.append(Task(claim=str(row["claim"]), gold=tuple(dict.fromkeys(gold))))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}, line {number}: not a case of Fool Me Twice") from error
        places |= dict.fromkeys([*gold, *others])
    if not tasks:
        raise InputError(f"{path} holds no case")
    return tasks, list(places)


def recall(
    tasks: Sequence[Task], places: Sequence[Place], ranked: Callable[[str], Sequence[Place]]
) -> Recall:
    """Recall of a ranker, which gives the passages for a claim, best first."""
    return _recall([(task.gold, ranked(task.claim)) for task in tasks], len(places), CUTS)


def _recall(
    found: Sequence[tuple[Sequence[Hashable], Sequence[Hashable]]], passages: int, cuts: Sequence[int]
) -> Recall:
    """From the gold passages of each claim, and those found for it, best first."""
    share, some = dict.fromkeys(cuts, 0.0), dict.fromkeys(cuts, 0.0)
    for gold, ranking in found:
        for cut in cuts:
            met = len(set(gold) & set(ranking[:cut]))
            share[cut] += met / len(gold) / len(found)
            some[cut] += (met > 0) / len(found)
    return Recall(claims=len(found), passages=passages, recall=share, any=some)


def among_its_own(path: Path, options: EvidenceOptions | None = None) -> Recall:
    """Recall among each claim's own passages, gold and distracting, by the same look-up: at most `FOUND` are kept."""
    cases = [case for case in cases_of("fm2-mixed", path)[0] if case.wanted]
    found = [
        (case.wanted, [passage.id for passage in looked_up(claim_of(case), case.passages, options)])
        for case in cases
    ]
    held = sum(len(case.passages) for case in cases)
    return _recall(found, held, [cut for cut in CUTS if cut <= FOUND])


def measured(path: Path, options: EvidenceOptions | None = None) -> Recall:
    """Recall of claimcheck's own look-up, as a run does it; with a ranking by meaning where `options` sets one."""
    tasks, places = load(path)
    shared = (options or EvidenceOptions()).model_copy(update={"tokens": 100_000, "as_of": None})
    nothing = Article(text="", sentences=())
    with tempfile.TemporaryDirectory() as folder:
        held = [{"title": page, "text": text} for page, text in places]
        place = Path(folder, "passages")
        place.mkdir()
        (place / "all.json").write_text(json.dumps(held), encoding="utf-8")
        source = FolderSource(place, Path(folder, "cache"))

        def ranked(text: str) -> list[Place]:
            span = Span(start=0, end=len(text), quotation=text)
            claim = Claim(id="c", text=text, spans=(span,), sentences=(0,))
            found = look_up(query_for(claim), [source], nothing, max(CUTS), shared)
            return [(p.title, _plain(p.text)) for p in without_failure(found).passages]

        return recall(tasks, places, ranked)


def _plain(text: str) -> str:
    return " ".join(str(text).split())
