"""Several sentences a call, for models that can: each answer is checked as that of a single sentence is.

Two rounds at the most: all blocks at once, then whatever of them must be asked again, together.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from claimcheck.claims.around import context_of
from claimcheck.claims.drafts import SentenceDraft
from claimcheck.claims.extraction import (
    Ask,
    Reading,
    dates_in,
    first_reading,
    inputs,
    read_sentence,
)
from claimcheck.claims.ledger import unread, without_asking
from claimcheck.domain import Article, Claim, LedgerEntry, Sentence
from claimcheck.errors import ModelError, UnansweredError
from claimcheck.lm.many import evenly, together

AskBlock = Callable[[dict[str, str], int], Awaitable[dict[int, SentenceDraft]]]
"""Asks about numbered sentences: the program's input fields, and how many there are; number → draft."""

Found = tuple[list[Claim], LedgerEntry]
Hear = Callable[[Sentence, Found], None]
"""Hears of a sentence as soon as it is read."""

AGAIN = 2  # times as many sentences as at first are asked again in one call: most of those answers are short


@dataclass(frozen=True)
class _Open:
    """A sentence that is to be asked again: what was read of it so far, or None where it was left out."""

    sentence: Sentence
    reading: Reading | None
    asked: str


class Blocks:
    """Reads an article's sentences, so many a call."""

    def __init__(self, article: Article, size: int, ask_block: AskBlock, ask: Ask) -> None:
        """`ask` asks about one sentence, where the answer for its whole block cannot be used."""
        self._article, self._size, self._ask_block, self._ask = article, size, ask_block, ask

    async def read(self, hear: Hear) -> None:
        """Reads every sentence; `hear` gets each once. Raises the first error other than `ModelError`, after the rest."""
        open_sentences = []
        for sentence in self._article.sentences:
            if entry := without_asking(sentence):
                hear(sentence, ([], entry))
            else:
                open_sentences.append(sentence)
        blocks = evenly(open_sentences, self._size)
        left = await together([self._first(block, hear) for block in blocks])
        again = [one for several in left for one in several]
        await together([self._second(part, hear) for part in evenly(again, AGAIN * self._size)])

    async def _first(self, block: Sequence[Sentence], hear: Hear) -> list[_Open]:
        """Hears of the sentences that one answer settled, and returns the others."""
        fields = self._fields(block[0], context_of(self._article, block[0]), _asked(self._article, block))
        try:
            drafts = await self._ask_block(fields, len(block))
        except (ModelError, UnansweredError):  # refused, perhaps for one of them
            await together([self._alone(sentence, hear) for sentence in block])
            return []
        left = []
        for number, sentence in enumerate(block, 1):
            reading = first_reading(self._article, sentence, drafts[number]) if number in drafts else None
            if reading and not reading.again:
                hear(sentence, reading.ended())
            else:
                left.append(_Open(sentence, reading, _once_more(sentence, reading)))
        return left

    async def _second(self, part: Sequence[_Open], hear: Hear) -> None:
        """Asks again, once; what is left out this time too is unchecked."""
        texts = [one.asked + _dates(self._article, one.sentence) for one in part]
        try:
            drafts = await self._ask_block(
                self._fields(part[0].sentence, _around(self._article, part), texts), len(part)
            )
            reason = "the model's answer left this sentence out"
        except ModelError as error:
            drafts, reason = {}, str(error)
        for number, one in enumerate(part, 1):
            hear(one.sentence, self._settled(one, drafts.get(number), reason))

    def _settled(self, one: _Open, draft: SentenceDraft | None, reason: str) -> Found:
        if one.reading:
            return one.reading.ended(draft)
        if draft:
            return first_reading(self._article, one.sentence, draft).ended()
        return unread(one.sentence, reason)

    async def _alone(self, sentence: Sentence, hear: Hear) -> None:
        hear(sentence, await read_sentence(self._article, sentence, self._ask))

    def _fields(self, first: Sentence, context: str, texts: Sequence[str]) -> dict[str, str]:
        lines = (f"[{number}] {' '.join(text.split())}" for number, text in enumerate(texts, 1))
        held = inputs(self._article, first)
        kept = {name: held[name] for name in ("published", "headline")}
        return kept | {"context": context, "sentences": "\n".join(lines)}


def _asked(article: Article, block: Sequence[Sentence]) -> list[str]:
    return [sentence.text + _dates(article, sentence) for sentence in block]


def _dates(article: Article, sentence: Sentence) -> str:
    dates = dates_in(article, sentence)
    return f" ({dates})" if dates else ""


def _once_more(sentence: Sentence, reading: Reading | None) -> str:
    """What is asked the second time: the sentence with the objection, or the clause that was left out of it."""
    again = reading.again if reading else None
    if again is None:
        return sentence.text
    asked = again["sentence"]
    return asked if asked.startswith(sentence.text) else f"{asked} (what you left out of: {sentence.text})"


def _around(article: Article, part: Sequence[_Open]) -> str:
    """The sentences around those that are asked again, once each, in the article's order."""
    wanted = {n for one in part for n in range(one.sentence.index - 2, one.sentence.index + 1)}
    return " ".join(sentence.text for sentence in article.sentences if sentence.index in wanted)
