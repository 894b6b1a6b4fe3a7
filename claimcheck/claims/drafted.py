"""A sentence's draft → the claims that pass: each in its own words held against the sentence, dated and grounded."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.amounts import bounded
from claimcheck.claims.around import context_of, day_of, sentences_before
from claimcheck.claims.attribution import split
from claimcheck.claims.checks import objection, repeats
from claimcheck.claims.clauses import clause_left_out, compound
from claimcheck.claims.dating import dated, times_in, times_of
from claimcheck.claims.decomposition import FactsByClaim
from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.claims.grounding import ground
from claimcheck.claims.judgements import opinion
from claimcheck.claims.leaning import leans
from claimcheck.claims.merging import without_steps
from claimcheck.claims.pairs import with_pair_named
from claimcheck.claims.saying import without_the_day_of_saying
from claimcheck.claims.splitting import parts
from claimcheck.claims.vagueness import figures, named, note, vague
from claimcheck.claims.wording import in_full, main_clause
from claimcheck.claims.worthiness import check_worthiness
from claimcheck.domain import Article, Claim, ClaimKind, Sentence
from claimcheck.exact import find_figures

WHOLE = 160  # characters of a sentence that may be a claim as it stands


def passing(
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
        if why := objection(article, sentence, text, half.speaker):
            objections.append(why)
        else:
            claims.append(_claim(article, sentence, half, text))
    return without_steps(claims), objections


def halves(draft: SentenceDraft, sentence: Sentence) -> list[ClaimDraft]:
    """A draft's claims in full, that somebody said something apart from what was said."""
    return [half for whole in in_full(draft.claims, sentence.text) for half in split(whole, sentence.text)]


def stated_in_passing(article: Article, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claim that a compound such as "Ortiz's 4-year term" makes, where the model twice passed it over."""
    clause = clause_left_out(sentence.text, [claim.text for claim in claims])
    text = compound(clause)
    if not text or objection(article, sentence, text):
        return []
    return [_claim(article, sentence, ClaimDraft(claim=text, kind="quantity"), text)]


def _taken_apart(
    draft: SentenceDraft, sentence: Sentence, facts: FactsByClaim
) -> Iterator[tuple[ClaimDraft, str]]:
    """Each fact of a draft's claims, with the claim that it is of: as the model took it apart, else by its form."""
    for half in halves(draft, sentence):
        whole = " ".join(half.claim.split())
        texts = [whole] if half.kind == "quotation" else facts.get(half.claim) or parts(half.claim)
        yield from ((half, text) for text in texts)


def _as_meant(article: Article, sentence: Sentence, stated: str) -> str:
    """What a draft states: as a sentence by itself, with the pair that it means and the bounds that its figures lost, on
    its own day.
    """
    text = main_clause(_with_pair_named(article, sentence, stated), sentence.text)
    text = bounded(text, sentence.text)
    return without_the_day_of_saying(text, sentence.text, day_of(article))


def _with_pair_named(article: Article, sentence: Sentence, stated: str) -> str:
    """The draft with "The two men …" or "Both leaders …" replaced by the pair that was named last before it."""
    texts = [other.text for other in (*sentences_before(article, sentence), sentence)]
    return with_pair_named(stated, texts)


def _worth_a_look(article: Article, sentence: Sentence, text: str, of: str) -> bool:
    """Whether a fact of a claim says something of its own that could be looked up."""
    idle = vague(text, of) or opinion(text) or repeats(article, sentence, text)
    return bool(text) and not idle


def _figures_anyway(article: Article, sentence: Sentence, draft: SentenceDraft) -> list[Claim]:
    """The sentence itself as a claim, where the model passed over a figure or date that can be looked up."""
    text = " ".join(sentence.text.split())
    passed_over = draft.status in {"fact", "opinion", "vague"} and len(text) <= WHOLE and figures(text)
    if not passed_over or opinion(text) or note(text) or not named(text):
        return []
    if objection(article, sentence, text):
        return []
    return [_claim(article, sentence, ClaimDraft(claim=text), text)]


def _claim(article: Article, sentence: Sentence, draft: ClaimDraft, text: str) -> Claim:
    day = day_of(article)
    kind = ClaimKind(draft.kind)
    return Claim(
        id=f"s{sentence.index}",
        text=text if kind is ClaimKind.QUOTATION else dated(text, day),
        spans=ground(article, sentence, text),
        sentences=(sentence.index,),
        kind=kind,
        check_worthiness=check_worthiness(text, kind),
        dates=times_of(text, day, times_in(article, sentence)),
        quantities=tuple(m.quantity for m in find_figures(text)),
        attributed_to=draft.speaker,
        context=context_of(article, sentence, before=1) if leans(text) else "",
    )
