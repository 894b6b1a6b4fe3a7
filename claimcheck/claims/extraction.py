"""Article → claims and ledger: one model call a sentence, every answer checked by code before it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

from claimcheck.claims import checks
from claimcheck.claims.amounts import bounded
from claimcheck.claims.attribution import split
from claimcheck.claims.dating import dated, times_of
from claimcheck.claims.decomposition import FactsByClaim, TakeApart, facts_of
from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.claims.grounding import ground
from claimcheck.claims.judgements import opinion
from claimcheck.claims.references import Refer, standing_alone
from claimcheck.claims.remainder import adds, in_words_of, left_out, whole
from claimcheck.claims.saying import without_the_day_of_saying
from claimcheck.claims.splitting import parts
from claimcheck.claims.wording import in_full
from claimcheck.domain import Article, Claim, ClaimKind, LedgerEntry, Sentence, SentenceStatus
from claimcheck.errors import ModelError
from claimcheck.exact import find_dates, find_figures

NO_FACTS: FactsByClaim = {}  # of claims that go by their form
WHOLE = 160  # characters of a sentence that may be a claim as it stands

Ask = Callable[..., Awaitable[SentenceDraft]]
"""Asks the model about one sentence; the keywords are the program's input fields."""

_REASONS = {
    "opinion": "an opinion or a judgement",
    "question": "a question",
    "advice": "advice",
    "prediction": "a prediction",
    "vague": "too vague to be looked up",
    "fact": "no checkable fact found in it",
}


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
            more, still = _checked(self.article, self.sentence, second, facts)
            if claims:  # what a clause was asked for is its figure, and no words of the model's own
                more = [claim for claim in more if in_words_of(self.article, self.sentence, claim.text)]
            draft, objections = (second if more else draft), ([] if more else still or objections)
            claims = [*claims, *more]
            claims += _stated_in_passing(self.article, self.sentence, claims)
        return claims, _ledger(self.sentence, draft, claims, objections)


def first_reading(
    article: Article, sentence: Sentence, draft: SentenceDraft, facts: FactsByClaim = NO_FACTS
) -> Reading:
    """What a model's first answer for a sentence comes to, checked by code; `facts` are those of its claims."""
    return Reading(article, sentence, draft, *_checked(article, sentence, draft, facts))


def without_asking(sentence: Sentence) -> LedgerEntry | None:
    """The line in the ledger of a sentence that no model need read; None for any other."""
    if sentence.text.rstrip().endswith("?"):
        return _entry(sentence, SentenceStatus.NOT_CHECKABLE, _REASONS["question"])
    return None


def unread(sentence: Sentence, reason: str) -> tuple[list[Claim], LedgerEntry]:
    """A sentence that could not be read: unchecked, and why."""
    return [], _entry(sentence, SentenceStatus.UNCHECKED, reason)


@dataclass(frozen=True)
class Further:
    """What is asked beyond a sentence's claims: the facts of one of them, and what a bare reference stands for."""

    take_apart: TakeApart | None = None
    refer: Refer | None = None


async def read_sentence(
    article: Article, sentence: Sentence, ask: Ask, further: Further = Further()
) -> tuple[list[Claim], LedgerEntry]:
    """The claims of one sentence and its line in the ledger; what says several things is taken apart.

    A `ModelError` costs this sentence only: its line says that it is unchecked, and why. Other
    `ClaimcheckError`s (the service is gone) are raised.
    """
    if entry := without_asking(sentence):
        return [], entry
    try:
        draft = await ask(**inputs(article, sentence))
        facts = await facts_of(_halves(draft, sentence), further.take_apart)
        reading = first_reading(article, sentence, draft, facts)
        again = reading.again
        if again is None:
            found = reading.ended()
        else:
            second = await ask(**again)
            found = reading.ended(second, await facts_of(_halves(second, sentence), further.take_apart))
    except ModelError as error:
        return unread(sentence, str(error))
    return await _with_the_rest(article, sentence, found, further) if _states(draft, sentence) else found


def _states(draft: SentenceDraft, sentence: Sentence) -> bool:
    """Whether a sentence states facts: as the model has it, or where it calls an opinion what is worded as none.

    Of 60 sentences of Wikinews the embedded model called five opinions; all five were facts.
    """
    plain = checks.concrete(sentence.text) and not opinion(sentence.text)
    return draft.status == "fact" or (draft.status == "opinion" and plain)


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
        facts = await facts_of(_halves(draft, sentence), further.take_apart)
    except ModelError:
        return found
    stated, _ = _checked(article, sentence, draft, facts)
    more = [claim for claim in stated if adds(claim, alone, sentence, claims)]
    if not more:
        return found
    return [*claims, *more], _entry(sentence, SentenceStatus.CLAIMS, entry.reason if claims else "")


def _stated_in_passing(article: Article, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claim that a compound such as "Ortiz's 4-year term" makes, where the model twice passed it over."""
    clause = checks.clause_left_out(sentence.text, [claim.text for claim in claims])
    text = checks.compound(clause)
    if not text or checks.objection(article, sentence, text):
        return []
    return [_claim(article, sentence, ClaimDraft(claim=text, kind="quantity"), text)]


def _again(
    article: Article, sentence: Sentence, claims: list[Claim], objections: list[str]
) -> dict[str, str] | None:
    """What to ask a second time: a claim that was refused, or the clause whose figure no claim has."""
    if objections and not claims:
        told = f"(Your last claim was refused: {objections[0]}. Keep to the words of the sentence.)"
        return inputs(article, sentence, f"{sentence.text} {told}")
    clause = checks.clause_left_out(sentence.text, [claim.text for claim in claims]) if claims else ""
    if clause:
        asked = inputs(article, sentence, clause)
        return asked | {"context": f"{asked['context']} {sentence.text}".strip()}
    return None


def inputs(article: Article, sentence: Sentence, text: str = "") -> dict[str, str]:
    """The program's input fields for a sentence, or for `text` in its place.

    What stays the same over an article comes first, for the prefix cache.
    """
    day = checks.day_of(article)
    return {
        "published": f"{day:%A} {day.isoformat()}" if day else "unknown",
        "headline": article.headline,
        "context": checks.context_of(article, sentence),
        "dates": dates_in(article, sentence),
        "sentence": text or sentence.text,
    }


def dates_in(article: Article, sentence: Sentence) -> str:
    """The days that a sentence's date expressions mean, as the model is told of them."""
    found = find_dates(sentence.text, checks.day_of(article))
    return "; ".join(f"{m.interval.text} = {m.interval.iso}" for m in found if m.interval)


def _checked(
    article: Article, sentence: Sentence, draft: SentenceDraft, facts: FactsByClaim
) -> tuple[list[Claim], list[str]]:
    """The claims of a draft that pass, and why the others do not.

    A claim such as "The election will be held in March 2024" passes, since its figure or date can be looked
    up; it carries the sentence that it leans on as its context.
    """
    if draft.status in {"opinion", "question", "ambiguous", "vague"} or not draft.claims:
        return _figures_anyway(article, sentence, draft), []
    claims: list[Claim] = []
    objections: list[str] = []
    for half, stated in _taken_apart(draft, sentence, facts):
        text = _as_meant(article, sentence, stated)
        if not _worth_a_look(article, sentence, text, half.claim):
            continue
        if objection := checks.objection(article, sentence, text, half.speaker):
            objections.append(objection)
        else:
            claims.append(_claim(article, sentence, half, text))
    return claims, objections


def _as_meant(article: Article, sentence: Sentence, stated: str) -> str:
    """What a draft states, with the pair that it means, with the bounds that its figures lost, on its own day."""
    text = bounded(checks.with_pair_named(article, sentence, stated), sentence.text)
    return without_the_day_of_saying(text, sentence.text, checks.day_of(article))


def _halves(draft: SentenceDraft, sentence: Sentence) -> list[ClaimDraft]:
    """A draft's claims in full, that somebody said something apart from what was said."""
    return [half for whole in in_full(draft.claims, sentence.text) for half in split(whole, sentence.text)]


def _taken_apart(
    draft: SentenceDraft, sentence: Sentence, facts: FactsByClaim
) -> Iterator[tuple[ClaimDraft, str]]:
    """Each fact of a draft's claims, with the claim that it is of: as the model took it apart, else by its form."""
    for half in _halves(draft, sentence):
        whole = " ".join(half.claim.split())
        texts = [whole] if half.kind == "quotation" else facts.get(half.claim) or parts(half.claim)
        yield from ((half, text) for text in texts)


def _worth_a_look(article: Article, sentence: Sentence, text: str, of: str) -> bool:
    """Whether a fact of a claim says something of its own that could be looked up."""
    idle = checks.vague(text, of) or opinion(text) or checks.repeats(article, sentence, text)
    return bool(text) and not idle


def _figures_anyway(article: Article, sentence: Sentence, draft: SentenceDraft) -> list[Claim]:
    """The sentence itself as a claim, where the model passed over a figure or date that can be looked up."""
    text = " ".join(sentence.text.split())
    passed_over = draft.status in {"fact", "opinion", "vague"} and len(text) <= WHOLE and checks.figures(text)
    if not passed_over or opinion(text) or checks.note(text) or not checks.named(text):
        return []
    if checks.objection(article, sentence, text):
        return []
    return [_claim(article, sentence, ClaimDraft(claim=text), text)]


def _claim(article: Article, sentence: Sentence, draft: ClaimDraft, text: str) -> Claim:
    day = checks.day_of(article)
    kind = ClaimKind(draft.kind)
    return Claim(
        id=f"s{sentence.index}",
        text=text if kind is ClaimKind.QUOTATION else dated(text, day),
        spans=ground(article, sentence, text),
        sentences=(sentence.index,),
        kind=kind,
        check_worthiness=checks.check_worthiness(text, kind),
        dates=times_of(text, day),
        quantities=tuple(m.quantity for m in find_figures(text)),
        attributed_to=draft.speaker,
        context=checks.context_of(article, sentence, before=1) if checks.leans(text) else "",
    )


def _ledger(
    sentence: Sentence, draft: SentenceDraft, claims: list[Claim], objections: list[str]
) -> LedgerEntry:
    if claims:
        left_out = f"a further claim was left out: {objections[0]}" if objections else ""
        return _entry(sentence, SentenceStatus.CLAIMS, left_out)
    if draft.status == "ambiguous":
        return _entry(
            sentence, SentenceStatus.AMBIGUOUS, "the context does not settle who, what or when is meant"
        )
    if objections:
        return _entry(sentence, SentenceStatus.UNCHECKED, f"the model's claim was refused: {objections[0]}")
    reason = _REASONS[draft.status]
    if draft.status == "fact" and draft.claims:
        reason = _REASONS["vague"]
    return _entry(sentence, SentenceStatus.NOT_CHECKABLE, reason)


def _entry(sentence: Sentence, status: SentenceStatus, reason: str = "") -> LedgerEntry:
    return LedgerEntry(sentence=sentence.index, status=status, reason=reason)


def with_claims(ledger: list[LedgerEntry], claims: list[Claim]) -> tuple[LedgerEntry, ...]:
    """The ledger in the sentences' order, each line naming the merged claims that its sentence gave."""
    given: defaultdict[int, list[str]] = defaultdict(list)
    for claim in claims:
        for sentence in dict.fromkeys(claim.sentences):
            given[sentence].append(claim.id)
    return tuple(
        entry.model_copy(update={"claims": tuple(given[entry.sentence])})
        for entry in sorted(ledger, key=lambda entry: entry.sentence)
    )


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


__all__ = [
    "Ask",
    "Further",
    "Reading",
    "asker",
    "block_asker",
    "dates_in",
    "first_reading",
    "inputs",
    "read_sentence",
    "unread",
    "with_claims",
    "without_asking",
]
