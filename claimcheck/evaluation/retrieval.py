"""How well evidence is found: all passages of Fool Me Twice in one index, and each claim's gold ones among them.

Fool Me Twice (Eisenschlos et al. 2021) gives each claim its gold sentences of a Wikipedia page, and other
sentences of the page that a retriever found. No model is asked.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Hashable, Sequence
from functools import partial
from pathlib import Path

from pydantic import Field

from claimcheck.domain import Article, Claim, Frozen, Span
from claimcheck.errors import InputError
from claimcheck.evaluation.datasets import load as cases_of
from claimcheck.evaluation.datasets import rows_of
from claimcheck.evaluation.finding import FOUND, looked_up, without_failure
from claimcheck.evaluation.intervals import Part, Score, scored_parts
from claimcheck.evaluation.objects import kept_scores
from claimcheck.evaluation.running import claim_of
from claimcheck.evidence import EvidenceOptions, FolderSource, look_up, query_for
from claimcheck.evidence.documents import cleaned

TASK = "fm2-retrieval"
CUTS = (1, 5, 20)
PAGES, OWN = "all pages", "its own passages"

Place = tuple[str, str]
"""A passage's page and text."""


class Task(Frozen):
    """A claim and the passages that people found to decide it."""

    id: str
    claim: str
    gold: tuple[Place, ...]


class Ranking(Frozen):
    """Where the gold passages of a claim came: `ranks` are those of the ones found, from 1, of `gold` there are."""

    id: str
    among: str  # PAGES or OWN
    gold: int = Field(ge=1)
    ranks: tuple[int, ...]


class RetrievalScores(Frozen):
    """Recall over the index of all pages and among each claim's own passages; `ranker` is what ranked by meaning."""

    task: str = TASK
    data_sha256: str
    ranker: str
    passages: int  # of all pages
    scores: dict[str, Score]
    outcomes: tuple[Ranking, ...]


def measure_retrieval(path: Path, options: EvidenceOptions | None = None) -> RetrievalScores:
    """Recall of claimcheck's own look-up, as a run does it; with a ranking by meaning where `options` sets one.

    Raises `InputError` naming the line and the field that is wrong, `ServiceError` where ranking by meaning fails.
    """
    tasks, places, digest = load(path)
    outcomes = (*_among_all(tasks, places, options), *_among_its_own(path, options))
    return RetrievalScores(
        data_sha256=digest,
        ranker=options.ranker if options else "",
        passages=len(places),
        scores=scored_parts(parts_of(outcomes)),
        outcomes=outcomes,
    )


def load(path: Path) -> tuple[list[Task], list[Place], str]:
    """The claims of a file, every passage of the set once, and the SHA-256 of the file.

    Raises `InputError` naming the line and the field that is wrong.
    """
    rows, digest = rows_of("fm2-mixed", path)
    tasks: list[Task] = []
    places: dict[Place, None] = {}
    for where, row in rows:
        gold, others = (
            [(row.page, _plain(piece.text)) for piece in pieces if piece.text.strip()]
            for pieces in (row.gold_evidence, row.retrieved_evidence)
        )
        if not gold:
            raise InputError(f"{where}: the field 'gold_evidence' has no passage to be found")
        tasks.append(Task(id=row.id, claim=row.claim, gold=tuple(dict.fromkeys(gold))))
        places |= dict.fromkeys([*gold, *others])
    return tasks, list(places), digest


def ranking(id: str, among: str, gold: Sequence[Hashable], found: Sequence[Hashable]) -> Ranking:
    """Where the gold passages of a claim are among those found, best first."""
    ranks = tuple(found.index(one) + 1 for one in dict.fromkeys(gold) if one in found)
    return Ranking(id=id, among=among, gold=len(gold), ranks=ranks)


def recall(cut: int, rankings: Sequence[Ranking]) -> float:
    """The mean share of a claim's gold passages among the `cut` put first."""
    return sum(sum(rank <= cut for rank in r.ranks) / r.gold for r in rankings) / len(rankings)


def any_found(cut: int, rankings: Sequence[Ranking]) -> float:
    """The share of claims with a gold passage among the `cut` put first."""
    return sum(any(rank <= cut for rank in r.ranks) for r in rankings) / len(rankings)


def parts_of(rankings: Sequence[Ranking]) -> dict[str, Part[Ranking]]:
    """Recall and "any" at each cut. Of a claim's own passages a run keeps at most `FOUND`."""
    return {
        f"{among}: {name} @{cut}": Part([r for r in rankings if r.among == among], partial(measure, cut))
        for among, cuts in ((PAGES, CUTS), (OWN, tuple(cut for cut in CUTS if cut <= FOUND)))
        for cut in cuts
        for name, measure in (("recall", recall), ("any", any_found))
    }


def read_retrieval_scores(path: Path) -> RetrievalScores:
    """Scores that were written before. Raises `InputError`."""
    return kept_scores(path, RetrievalScores, TASK)


def _among_its_own(path: Path, options: EvidenceOptions | None) -> list[Ranking]:
    """Among each claim's own passages, gold and distracting, by the same look-up."""
    cases = cases_of("fm2-mixed", path)[0]
    return [
        ranking(case.id, OWN, case.wanted, [p.id for p in looked_up(claim_of(case), case.passages, options)])
        for case in cases
    ]


def _among_all(
    tasks: Sequence[Task], places: Sequence[Place], options: EvidenceOptions | None
) -> list[Ranking]:
    shared = (options or EvidenceOptions()).model_copy(update={"tokens": 100_000, "as_of": None})
    nothing = Article(text="", sentences=())
    with tempfile.TemporaryDirectory() as folder:
        source = _index(places, Path(folder))

        def ranked(text: str) -> list[Place]:
            span = Span(start=0, end=len(text), quotation=text)
            claim = Claim(id="c", text=text, spans=(span,), sentences=(0,))
            found = look_up(query_for(claim), [source], nothing, max(CUTS), shared)
            return [(p.title, _plain(p.text)) for p in without_failure(found).passages]

        return [ranking(task.id, PAGES, task.gold, ranked(task.claim)) for task in tasks]


def _index(places: Sequence[Place], folder: Path) -> FolderSource:
    place = folder / "passages"
    place.mkdir()
    held = [{"title": page, "text": text} for page, text in places]
    (place / "all.json").write_text(json.dumps(held), encoding="utf-8")
    return FolderSource(place, folder / "cache")


def _plain(text: str) -> str:
    return " ".join(cleaned(text).split())  # as a reference is read
