"""Article → claims and ledger: one model call a sentence, every answer checked by code before it counts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from claimcheck.claims.around import context_of, day_of
from claimcheck.claims.clauses import clause_left_out
from claimcheck.claims.dating import times_in
from claimcheck.claims.decomposition import FactsByClaim, TakeApart, facts_of
from claimcheck.claims.drafted import halves, passing, stated_in_passing
from claimcheck.claims.drafts import SentenceDraft
from claimcheck.claims.judgements import opinion
from claimcheck.claims.ledger import ledger_entry, ledger_line, unread, without_asking
from claimcheck.claims.references import Refer, standing_alone
from claimcheck.claims.remainder import adds, in_words_of, left_out, whole
from claimcheck.claims.vagueness import concrete
from claimcheck.domain import Article, Claim, LedgerEntry, Sentence, SentenceStatus
from claimcheck.errors import ModelError, RefusedError

NO_FACTS: FactsByClaim = {}  # of claims that go by their form

Ask = Callable[..., Awaitable[SentenceDraft]]
"""Asks the model about one sentence; the keywords are the program's input fields."""


@dataclass(frozen=True)
class Reading:
    """A sentence after the model's first answer: the claims that passed, and why others did not."""

    article: Article
    sentence: Sentence
    draft: SentenceDraft
    claims: list[Claim]
    objections: list[str]

    @property
    def again(self) -> dict[str, str] | None:
        """What to ask a second time, as the program's input fields; None where the first answer does."""
        return _again(self.article, self.sentence, self.claims, self.objections)

    def ended(
        self, second: SentenceDraft | None = None, facts: FactsByClaim = NO_FACTS
    ) -> tuple[list[Claim], LedgerEntry]:
        """The claims and the line in the ledger, with what a second answer and the `facts` of its claims add."""
        claims, draft, objections = self.claims, self.draft, self.objections
        if second is not None:
            more, still = passing(self.article, self.sentence, second, facts)
            if claims:  # what a clause was asked for is its figure, and no words of the model's own
                more = [claim for claim in more if in_words_of(self.article, self.sentence, claim.text)]
            draft, objections = (second if more else draft), ([] if more else still or objections)
            claims = [*claims, *more]
            claims += stated_in_passing(self.article, self.sentence, claims)
        return claims, ledger_line(self.sentence, draft, claims, objections)


def first_reading(
    article: Article, sentence: Sentence, draft: SentenceDraft, facts: FactsByClaim = NO_FACTS
) -> Reading:
    """What a model's first answer for a sentence comes to, checked by code; `facts` are those of its claims."""
    return Reading(article, sentence, draft, *passing(article, sentence, draft, facts))


@dataclass(frozen=True)
class Further:
    """What is asked beyond a sentence's claims: the facts of one of them, and what a bare reference stands for.

    Where no answer can be used, the sentence's own words are read, unless a model is measured (`own_words` False).
    """

    take_apart: TakeApart | None = None
    refer: Refer | None = None
    own_words: bool = True


async def read_sentence(
    article: Article, sentence: Sentence, ask: Ask, further: Further = Further()
) -> tuple[list[Claim], LedgerEntry]:
    """The claims of one sentence and its line in the ledger; what says several things is taken apart.

    A `ModelError` costs an answer only: the sentence's own words are read in its place. Where they give no claim, or the
    service refuses the sentence, its line says that it is unchecked, and why. Other `ClaimcheckError`s (the service is
    gone) are raised.
    """
    if entry := without_asking(sentence):
        return [], entry
    try:
        draft = await ask(**inputs(article, sentence))
    except RefusedError as error:
        return unread(sentence, str(error))
    except ModelError as error:
        return await _in_its_own_words(article, sentence, str(error), further)
    facts = await facts_of(halves(draft, sentence), further.take_apart)
    found = await _asked_again(first_reading(article, sentence, draft, facts), ask, further)
    return await _with_the_rest(article, sentence, found, further) if _states(draft, sentence) else found


async def _in_its_own_words(
    article: Article, sentence: Sentence, why: str, further: Further
) -> tuple[list[Claim], LedgerEntry]:
    """A sentence whose answer cannot be used, and `why`: where its own words give no claim, it is unchecked."""
    unchecked = unread(sentence, why)
    if not further.own_words or not _worded_as_fact(sentence):
        return unchecked
    claims, entry = await _with_the_rest(article, sentence, unchecked, further)
    if not claims:
        return unchecked
    return claims, ledger_entry(sentence, entry.status, f"{why}: its claims are its own words")


async def _asked_again(reading: Reading, ask: Ask, further: Further) -> tuple[list[Claim], LedgerEntry]:
    """What a reading comes to, after a second question where it has one; an answer to that of no use costs nothing else."""
    again = reading.again
    if again is None:
        return reading.ended()
    try:
        second = await ask(**again)
    except ModelError:
        return reading.ended()
    return reading.ended(second, await facts_of(halves(second, reading.sentence), further.take_apart))


def _states(draft: SentenceDraft, sentence: Sentence) -> bool:
    """Whether a sentence states facts: as the model has it, or where it calls an opinion what is worded as none.

    Of 60 sentences of Wikinews the embedded model called five opinions; all five were facts.
    """
    return draft.status == "fact" or (draft.status == "opinion" and _worded_as_fact(sentence))


def _worded_as_fact(sentence: Sentence) -> bool:
    return concrete(sentence.text) and not opinion(sentence.text)


async def _with_the_rest(
    article: Article, sentence: Sentence, found: tuple[list[Claim], LedgerEntry], further: Further
) -> tuple[list[Claim], LedgerEntry]:
    """What was found, and what the sentence itself says where its claims leave most of it out.

    A small model repeats the sentences before one more readily than it says what that one adds.
    """
    claims, entry = found
    if not left_out(sentence, claims):
        return found
    try:
        alone = await standing_alone(article, sentence, further.refer)
        if not alone:
            return found
        draft = SentenceDraft(status="fact", claims=[whole(alone)])
        facts = await facts_of(halves(draft, sentence), further.take_apart)
    except ModelError:
        return found
    stated, _ = passing(article, sentence, draft, facts)
    more = [claim for claim in stated if adds(claim, alone, sentence, claims)]
    if not more:
        return found
    return [*claims, *more], ledger_entry(sentence, SentenceStatus.CLAIMS, entry.reason if claims else "")


def _again(
    article: Article, sentence: Sentence, claims: list[Claim], objections: list[str]
) -> dict[str, str] | None:
    """What to ask a second time: a claim that was refused, or the clause whose figure no claim has."""
    if objections and not claims:
        told = f"(Your last claim was refused: {objections[0]}. Keep to the words of the sentence.)"
        return inputs(article, sentence, f"{sentence.text} {told}")
    clause = clause_left_out(sentence.text, [claim.text for claim in claims]) if claims else ""
    if clause:
        asked = inputs(article, sentence, clause)
        return asked | {"context": f"{asked['context']} {sentence.text}".strip()}
    return None


def inputs(article: Article, sentence: Sentence, text: str = "") -> dict[str, str]:
    """The program's input fields for a sentence, or for `text` in its place.

    What stays the same over an article comes first, for the prefix cache.
    """
    day = day_of(article)
    return {
        "published": f"{day:%A} {day.isoformat()}" if day else "unknown",
        "headline": article.headline,
        "context": context_of(article, sentence),
        "dates": dates_in(article, sentence),
        "sentence": text or sentence.text,
    }


def dates_in(article: Article, sentence: Sentence) -> str:
    """The days that a sentence's date expressions mean, as the model is told of them."""
    return "; ".join(f"{time.text} = {time.iso}" for time in times_in(article, sentence))


def asker(program: Any, call: Callable[[Any, dict[str, str]], Awaitable[Any]]) -> Ask:
    """Binds the DSPy program to the way calls are made (limits, errors, context)."""
    from claimcheck.claims.program import validated

    async def ask(**fields: str) -> SentenceDraft:
        return validated(await call(program, fields))

    return ask


def block_asker(
    program: Any, call: Callable[..., Awaitable[Any]], longest: Callable[[int], int]
) -> Callable[[dict[str, str], int], Awaitable[dict[int, SentenceDraft]]]:
    """The same for numbered sentences; `longest` gives the most tokens of an answer for so many."""
    from claimcheck.claims.program import numbered

    async def ask(fields: dict[str, str], count: int) -> dict[int, SentenceDraft]:
        return numbered(await call(program, fields, longest(count)), count)

    return ask
