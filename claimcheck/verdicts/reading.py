"""What of the evidence is put before the model: which passages, and as what text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimcheck.domain import Claim, Passage
from claimcheck.exact import sentences_of
from claimcheck.verdicts.overlap import names, names_met, share_of_words, words_of

TOUCHING = 0.15  # a passage that shares less of the claim's words, and not its names, is not put to the model
SAID = 0.6  # the share of a copy's words in a passage of what it copies, from which it adds nothing
MOST = 5  # passages of a claim that are read: by code, and by a model that reads all in one call
APART = 3  # of these, so many are read each by itself: five take two thirds more time, and tell little more
BUDGET = 2500  # characters of them in a call, six hundred tokens: ten seconds of a small model on a laptop


def relevant(claim: Claim, passages: Sequence[Passage], most: int) -> list[Passage]:
    """The passages that may speak of the claim, at most `most`, in their order; a copy counts as what it copies."""
    touching = [passage for passage in passages if _touches(claim, passage)]
    return [passage for passage in touching if not passage.copy_of or not _said(passage, touching)][:most]


def _said(copy: Passage, passages: Sequence[Passage]) -> bool:
    """Whether the voice that a passage copies says the same in one of the passages: another part of it may be here."""
    words = words_of(copy.text)
    voice = (
        p for p in passages if not p.copy_of and f"{p.publisher or p.title} ".startswith(f"{copy.copy_of} ")
    )
    return any(len(words & words_of(p.text)) >= SAID * len(words) for p in voice)


def _touches(claim: Claim, passage: Passage) -> bool:
    shared = share_of_words(claim, passage) >= TOUCHING
    return shared or (bool(names(claim.text)) and names_met(claim, passage))


def in_context(claim: Claim) -> str:
    """The claim as the model reads it, with the sentence that a bare reference leans on."""
    return f"{claim.text} (Said after: {claim.context})" if claim.context else claim.text


def heading(passage: Passage) -> str:
    """Title, publisher and date of a passage, as far as they are known."""
    parts = (passage.title, passage.publisher, passage.published.isoformat() if passage.published else "")
    return " ".join(", ".join(part for part in parts if part).split())


def as_shown(passages: Sequence[Passage], budget: int = BUDGET) -> list[Passage]:
    """The passages, each to the end of the last of its sentences that is put before the model: it speaks of no other."""
    return [_until(passage, len(texts)) for passage, texts in _within(passages, budget)]


def _until(passage: Passage, sentences: int) -> Passage:
    pieces = sentences_of(passage.text)
    if sentences == len(pieces):
        return passage
    return passage.model_copy(update={"text": passage.text[: pieces[sentences - 1][1]]})


def plain(passages: Sequence[Passage], budget: int = BUDGET) -> str:
    """The passages, one a line; what is over the budget is left out from the end."""
    return "\n".join(f"{heading(passage)}: {' '.join(texts)}" for passage, texts in _within(passages, budget))


def numbered(passages: Sequence[Passage], budget: int = BUDGET) -> str:
    """The same, each sentence with its number; the numbers run on through all passages."""
    lines, number = [], 0
    for passage, texts in _within(passages, budget):
        lines.append(heading(passage))
        for text in texts:
            number += 1
            lines.append(f"[{number}] {text}")
    return "\n".join(lines)


def ranges(passages: Sequence[Passage], budget: int = BUDGET) -> dict[str, tuple[int, int]]:
    """Passage id → the first and the last of its sentences' numbers, as given by `numbered`."""
    found, number = {}, 0
    for passage, texts in _within(passages, budget):
        found[passage.id] = (number + 1, number + len(texts))
        number += len(texts)
    return found


def located(passages: Sequence[Passage], number: int, budget: int = BUDGET) -> tuple[Passage, int] | None:
    """The passage, and the sentence's number within it, of a number given by `numbered`."""
    for passage, texts in _within(passages, budget):
        if 1 <= number <= len(texts):
            return passage, number
        number -= len(texts)
    return None


@lru_cache(256)  # a passage is put before the model for one claim after another
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(" ".join(text[start:end].split()) for start, end in sentences_of(text))


def _within(passages: Sequence[Passage], budget: int) -> list[tuple[Passage, list[str]]]:
    """The sentences that fit: whole, since half a sentence may say the opposite; only the very first may be cut."""
    held: list[tuple[Passage, list[str]]] = []
    for passage in passages:
        texts: list[str] = []
        for text in _sentences(passage.text):
            if len(text) > budget and (held or texts):
                break  # the rest of this passage leans on it; another may fit
            texts.append(text[: max(0, budget)])
            budget -= len(texts[-1])
        if any(texts):
            held.append((passage, texts))
    return held
