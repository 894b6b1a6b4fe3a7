"""Extraction as a run does it, on every gold sentence within its document; each answer is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.claims import Further, asker, merge, read_sentence, referring, taking_apart
from claimcheck.domain import Frozen
from claimcheck.evaluation.extraction.answers import KeptAnswers, Spent
from claimcheck.evaluation.extraction.documents import Document, chosen, load
from claimcheck.evaluation.extraction.measures import SentenceOutcome, paired_with_gold, scored
from claimcheck.evaluation.intervals import Score
from claimcheck.evaluation.objects import kept_scores, some_of

if TYPE_CHECKING:
    from claimcheck.lm import LanguageModel

HALVES = {"developed on": False, "held back": True}
QUESTIONS = {"draft": "extract", "facts": "take_apart", "meant": "refer"}
"""What is kept of an answer → the prompt of its question."""


class ExtractionScores(Frozen):
    """What was measured, on what, by what, and every sentence."""

    task: str
    data_sha256: str
    model: str
    prompts: dict[str, str]
    scores: dict[str, Score]
    outcomes: tuple[SentenceOutcome, ...]


def evaluate_extraction(
    path: Path,
    model: LanguageModel,
    *,
    limit: int | None = None,
    half: str | None = None,
    kept: Path | None = None,
    listen: Callable[[int, int], None] | None = None,
) -> ExtractionScores:
    """Finds the claims of a data set's sentences and scores them.

    `limit` sentences are drawn by whole documents; `half` is a key of `HALVES`, None for both. `kept` is a file
    of answers: those that it holds for the same model, address, prompts and sentence are not asked again. Raises
    `InputError` for data that cannot be read, `ServiceError` where the model is gone, with what was
    finished kept.
    """
    documents, digest = load(path)
    if half is not None:
        held = [document for document in documents if document.held_back is HALVES[half]]
        documents = some_of(held, path)
    documents = chosen(documents, limit)
    outcomes = asyncio.run(_all(documents, model, kept, listen or (lambda done, total: None)))
    return ExtractionScores(
        task="factcheckbench",
        data_sha256=digest,
        model=model.name,
        prompts=_prompts(),
        scores=scored(outcomes),
        outcomes=tuple(outcomes),
    )


def _prompts() -> dict[str, str]:
    from claimcheck.pipeline import hashes

    return {name: value for name, value in hashes().items() if name.startswith(tuple(QUESTIONS.values()))}


def _identity(model: LanguageModel) -> dict[str, str]:
    """For each question, what its answer depends on: the model and where it is, the prompt and its examples.

    Not claimcheck's version: rules that changed are scored on the same answers.
    """
    held = sorted(_prompts().items())
    return {
        kept: f"{model.name} {model.endpoint.label} {[(name, value) for name, value in held if name.startswith(prompt)]}"
        for kept, prompt in QUESTIONS.items()
    }


async def _all(
    documents: Sequence[Document],
    model: LanguageModel,
    kept: Path | None,
    listen: Callable[[int, int], None],
) -> list[SentenceOutcome]:
    from claimcheck.lm import Caller
    from claimcheck.programs import decomposition_program, extraction_program, reference_program

    call = Caller(model)
    answers = KeptAnswers(
        asker(extraction_program(), call),
        taking_apart(decomposition_program(), call),
        referring(reference_program(), call),
        model.meter.usage,
        _identity(model),
        kept,
    )
    outcomes: list[SentenceOutcome] = []
    total = sum(len(document.gold) for document in documents)
    try:
        for document in documents:
            for number in range(len(document.gold)):
                listen(len(outcomes), total)
                outcomes.append(await _one(document, number, answers))
                if outcomes[-1].spent.calls:  # now or earlier: a refusal is then of one sentence
                    model.known_to_answer()
    finally:
        await model.aclose()
    listen(total, total)
    return outcomes


async def _one(document: Document, number: int, answers: KeptAnswers) -> SentenceOutcome:
    gold, sentence = document.gold[number], document.article.sentences[document.places[number]]
    answers.spent = Spent()
    further = Further(answers.take_apart, answers.refer, own_words=False)  # nonsense counts as wrong
    claims, entry = await read_sentence(document.article, sentence, answers.ask, further)
    texts = tuple(claim.text for claim in merge(claims))
    return SentenceOutcome(
        id=gold.id,
        document=document.id,
        text=gold.text,
        gold=gold,
        claims=texts,
        status=str(entry.status),
        reason=entry.reason,
        pairs=paired_with_gold(texts, gold),
        spent=answers.spent,
        held_back=document.held_back,
    )


def read_extraction_scores(path: Path) -> ExtractionScores:
    """Scores that were written before. Raises `InputError`."""
    return kept_scores(path, ExtractionScores, "factcheckbench")
