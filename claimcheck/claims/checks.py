"""What code knows better than the model: is this claim the sentence's own, and may it be shown as the article's?"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.amounts import moved, stretched, unbounded
from claimcheck.claims.antecedents import taken_from_afar
from claimcheck.claims.around import day_of, sentences_before
from claimcheck.claims.asides import aside_of_another
from claimcheck.claims.clauses_apart import joined
from claimcheck.claims.days_apart import day_of_another
from claimcheck.claims.directions import contrary
from claimcheck.claims.doers import another_did
from claimcheck.claims.done import done_otherwise
from claimcheck.claims.fragments import fragment
from claimcheck.claims.grave import brought_in
from claimcheck.claims.he_or_she import another_kind, nobodys
from claimcheck.claims.leading import led_by_nothing
from claimcheck.claims.leaning import begins_bare, compared_with_nothing, did_so, ends_bare, than_lost
from claimcheck.claims.names_joined import names_joined
from claimcheck.claims.numbered import another_number
from claimcheck.claims.sides import swapped
from claimcheck.claims.speakers import quoted_as_a_fact
from claimcheck.claims.splitting import subject
from claimcheck.claims.surroundings import placed
from claimcheck.claims.taken_on import taken_on
from claimcheck.claims.turning import turned
from claimcheck.claims.turns_of_time import borrowed_time
from claimcheck.claims.vagueness import figures
from claimcheck.claims.whose import whose_lost
from claimcheck.claims.words import content_words, covered, stems
from claimcheck.domain import Article, Sentence
from claimcheck.exact import unsupported_details

KNOWN = 0.8  # a claim with this part of its words in a sentence before may only repeat it
OWN_WORDS = 0.3  # a claim of this sentence shares at least this part of its words with it


@dataclass(frozen=True)
class _Draft:
    """A claim beside the sentence that it is drafted from, those before it, and the words it may be made of."""

    claim: str
    text: str
    before: tuple[str, ...]
    article: Article
    speaker: str

    @property
    def source(self) -> tuple[str, ...]:
        return (self.article.headline, self.article.dateline, *self.before, self.text)


def objection(article: Article, sentence: Sentence, claim: str, speaker: str = "") -> str:
    """Why this claim cannot be shown as the article's, in words the model can act on; "" where it can.

    `speaker` is whoever the claim is marked as the words of.
    """
    before = tuple(other.text for other in sentences_before(article, sentence))
    draft = _Draft(claim, sentence.text, before, article, speaker)
    return next(
        (why for look in (_no_claim, _new, _leaning, _another, _otherwise) if (why := look(draft))), ""
    )


def _no_claim(draft: _Draft) -> str:
    if fragment(draft.claim, draft.text):
        return "it is no full sentence"
    if not draft.speaker and quoted_as_a_fact(draft.claim, draft.text):
        return "it is somebody's words"
    return ""


def _new(draft: _Draft) -> str:
    """What the article does not say, or not here."""
    claim, source = draft.claim, draft.source
    invented = unsupported_details(claim, source, day_of(draft.article))
    invented = [detail for detail in invented if not (detail[0].isupper() and detail in draft.article.text)]
    if invented:
        return f"it brings in {', '.join(repr(detail) for detail in invented[:4])}, which the article does not say"
    if figure := stretched(claim, source):
        return f"it has {figure!r}, which the article does not say"
    if time := day_of_another(claim, draft.text, day_of(draft.article)):
        return f"it has {time!r}, which this sentence has for something else"
    if time := borrowed_time(claim, draft.text, draft.before):
        return f"it has {time!r}, and this sentence is about another time"
    near = (draft.text,) if figures(claim) else source
    if word := brought_in(claim, near, draft.text) or placed(claim, source):
        return f"it says {word!r}, which the article does not say here"
    return ""


def _leaning(draft: _Draft) -> str:
    """What leaves unsaid who, what or than what is meant."""
    claim, text = draft.claim, draft.text
    bare = claim.split()[0] if begins_bare(claim) else led_by_nothing(claim) or ends_bare(claim)
    if name := bare or whose_lost(claim, text) or nobodys(claim, draft.article):
        return f"it does not stand alone: {name!r} needs a name"
    if deed := did_so(claim):
        return f"it does not stand alone: {deed!r} needs the deed"
    if word := compared_with_nothing(claim) or than_lost(claim, text):
        return f"it does not stand alone: {word!r} than what?"
    return ""


def _another(draft: _Draft) -> str:
    """What is said of somebody or something else."""
    claim, text = draft.claim, draft.text
    if names := names_joined(claim, (draft.article.headline, draft.article.text)):
        return f"it makes one name of two: {names!r}"
    if name := another_number(claim, text):
        return f"it has {name!r}, where this sentence has another number"
    if pronoun := taken_from_afar(claim, text, draft.before) or another_kind(claim, text, draft.article):
        return f"{pronoun!r} of this sentence may stand for another"
    if aside := aside_of_another(claim, text, (draft.article.headline, *draft.before)):
        return f"the article does not say {aside!r} of the same"
    if words := joined(claim, text):
        return f"it has {words!r} of two clauses of this sentence"
    if taken_on(claim, text):
        return "it takes one phrase of this sentence for another"
    if who := another_did(claim, text):
        return f"in this sentence it was {who}"
    return ""


def _otherwise(draft: _Draft) -> str:
    """What the sentence says otherwise, or does not say."""
    claim, text = draft.claim, draft.text
    if gone := turned(claim, text, draft.speaker) or unbounded(claim, text):
        return f"it leaves out what {gone!r} means in this sentence"
    if verb := swapped(claim, text):
        return f"it has the two sides of {verb!r} the other way round"
    if verb := done_otherwise(claim, text):
        return f"in this sentence {verb!r} is not said of these"
    if word := contrary(claim, text):
        return f"it says {word!r}, and this sentence the opposite"
    if figure := moved(claim, text):
        return f"it has {figure!r}, where this sentence has another figure"
    if covered(stems(claim), stems(text)) < OWN_WORDS:
        return "it is not what this sentence says"
    return ""


def repeats(article: Article, sentence: Sentence, claim: str) -> bool:
    """Whether a claim says what a sentence before this one says, and not what this one says; also of another whom this
    one names.
    """
    words, own = stems(claim), stems(sentence.text)
    before = [words & stems(other.text) for other in sentences_before(article, sentence)]
    known = frozenset[str]().union(*before)
    said = words - stems(subject(claim))
    if said and said <= known and not said & own:
        return True
    if words & own - known:
        return False
    if words in before and _departs(claim, own):
        return True
    return covered(words, known) >= max(KNOWN, covered(words, own) + 0.3)


def _departs(claim: str, own: frozenset[str]) -> bool:
    """Whether a claim has a word that its sentence has not, behind one that it has: more than a name for a "he"."""
    here = [stem in own for stem, _, _ in content_words(claim)]
    return True in here and False in here[here.index(True) :]
