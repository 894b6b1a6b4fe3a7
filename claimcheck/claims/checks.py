"""What code knows better than the model: is this claim the sentence's own, does it stand alone, is it vague?"""

from __future__ import annotations

import re
from datetime import date

from claimcheck.claims import pairs
from claimcheck.claims.amounts import moved, stretched, unbounded
from claimcheck.claims.directions import contrary
from claimcheck.claims.doers import another_did
from claimcheck.claims.done import done_otherwise
from claimcheck.claims.fragments import fragment
from claimcheck.claims.grave import brought_in
from claimcheck.claims.leading import led_by_nothing
from claimcheck.claims.lexicon import DONE
from claimcheck.claims.names import LIKE_A_PRONOUN, NAMED_AT_ONCE
from claimcheck.claims.sides import swapped
from claimcheck.claims.splitting import AUXILIARY
from claimcheck.claims.surroundings import placed
from claimcheck.claims.turning import turned
from claimcheck.claims.turns_of_time import borrowed_time
from claimcheck.claims.whose import whose_lost
from claimcheck.claims.words import content_words, covered, stems
from claimcheck.domain import Article, ClaimKind, Sentence
from claimcheck.exact import find_dates, find_figures, same_value, unsupported_details
from claimcheck.language.calendar import MONTHS

BEFORE = 4  # sentences before one that the model is shown
KNOWN = 0.8  # a claim with this part of its words in a sentence before may only repeat it
GENERAL = 3  # words that carry meaning in a general fact
OWN_WORDS = 0.3  # a claim of this sentence shares at least this part of its words with it
_BARE = re.compile(
    rf"^(?!{LIKE_A_PRONOUN}|{NAMED_AT_ONCE})(?:he|she|it|they|this|that|these|those|his|her|their|its|both leaders|the two|the duo|the country"
    r"|both countries|the leaders|the company|the former|the latter)\b",
    re.IGNORECASE,
)
_UNTOLD = re.compile(r"\b(?:on|at|in|for|by|from) (?:some|an?) (?:unspecified|unknown|undisclosed) \w+[.]?$")
_MANY = re.compile(r"(?:Many|Some|Several|Most|Few|Other) (?:people|persons|others|men|women)\b")
_ADVERB = r"(?:(?:much|far|slightly|somewhat|even|a little) )?"
_MORE = (
    r"(?:(?:more|less) [a-z]+"
    r"|(?:larg|small|bigg|great|high|low|cool|hott|warm|cold|heavi|light|dens|fast|slow|old|young|long|short|tall|rich|poor|strong|weak"
    r"|cheap|saf|easi|hard|clos|deep|thick|thinn|bright|dark|wid|narrow|loud|near)er|better|worse|farther|further)"
)
_COMPARED = re.compile(  # "than" would have to follow; "the number is higher" is told by nothing else either
    rf"^(?!.*\bthan\b).*\b(?:is|are|was|were|be|been|being) {_ADVERB}(?P<with>{_MORE})(?:,? (?:and|but) {_ADVERB}{_MORE})?[.]?$"
)
_DID_SO = re.compile(
    r"[^,;]*?\b(?P<did>(?:did|does|do|done|doing) (?:so|the same|likewise))(?! (?:much|many|well)\b)\b"
)
_ANOTHER_VERB = re.compile(
    r"\b(?:and|but|who|which|that|to|when|if|after|before|while|because|as|said|says)\b"
)
_ITEM = re.compile(r"\d{1,2}[.)]\s")  # "1. Unofficial results"
_DOES = re.compile(rf"\b(?:{AUXILIARY}|{DONE}|[a-z]{{3,}}ed)\b")
_POINTING = re.compile(
    rf"\b(?!{LIKE_A_PRONOUN})(?:he|she|it|they|him|her|them|his|its|their|I|we|you|my|our|your|this|these|those|such|said|says|told)\b|[\"“?!]",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|by|for|with|from|at|is|are|was|were|has|have|had|an|its?|his|her|their|who|which)\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:le|la|les|une?|des|du|et|est|dans|pour|que|qui|der|die|das|und|ist|nicht|mit|el|los|las|del|por|il|di|che"
    r"|per|het|een|och|att|det|som)\b",
    re.IGNORECASE,
)
_TWO_WHO_TALK = re.compile(r"\b(?:I|we|you|me|us|my|our|your)\b|[\"“?!]", re.IGNORECASE)
_DEFINITE = re.compile(
    r"^(?:(?:This|That|These|Those) (\w+)|The (\w+)\b(?!,)(?! (?:\w+ )?(?:of|that|which|who|between|in|for|from)\b))"
)
_MONTHS = "|".join(month.title() for month in MONTHS)
_COMPOUND = re.compile(
    r"(?P<whose>[A-Z][\w.]*(?: [A-Z][\w.]*)*['’]s) (?P<kind>[a-z]+ )?(?P<size>[\w.]+-(?:year|month|week|day|hour|"
    r"minute|mile|metre|meter|kilometre|kilometer|tonne|ton|storey|story|member|point))(?:-\w+)? (?P<noun>[a-z]+)"
)
_JOINT = re.compile(
    r"[,;:]\s+|\b(?:and|but|while|as|which|who|that|after|before|since|on|in|of|for|with|by)\s+"
)
_NAME = re.compile(
    rf"(?<!^)\b(?!(?:{_MONTHS}|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)[A-Z][\w’'-]+|\b[A-Z]{{2,}}\b"
)


def context_of(article: Article, sentence: Sentence, before: int = BEFORE) -> str:
    """The sentences before this one that the model is shown, joined by spaces."""
    return " ".join(other.text for other in _before(article, sentence, before))


def _before(article: Article, sentence: Sentence, count: int = BEFORE) -> tuple[Sentence, ...]:
    return article.sentences[max(0, sentence.index - count) : sentence.index]


def day_of(article: Article) -> date | None:
    """The day that relative dates are counted from: of publication, else of the update."""
    moment = article.published or article.updated
    return moment.date() if moment else None


def objection(article: Article, sentence: Sentence, claim: str, speaker: str = "") -> str:
    """Why this claim cannot be shown as the article's, in words the model can act on; "" where it can.

    `speaker` is whoever the claim is marked as the words of.
    """
    if fragment(claim):
        return "it is no full sentence"
    before = tuple(other.text for other in _before(article, sentence))
    source = (article.headline, article.dateline, *before, sentence.text)
    invented = unsupported_details(claim, source, day_of(article))
    invented = [detail for detail in invented if not (detail[0].isupper() and detail in article.text)]
    if invented:
        return f"it brings in {', '.join(repr(detail) for detail in invented[:4])}, which the article does not say"
    if figure := stretched(claim, source):
        return f"it has {figure!r}, which the article does not say"
    if time := borrowed_time(claim, sentence.text, before):
        return f"it has {time!r}, and this sentence is about another time"
    if word := brought_in(claim, (sentence.text,) if figures(claim) else source) or placed(claim, source):
        return f"it says {word!r}, which the article does not say here"
    if _BARE.match(claim):
        return f"it does not stand alone: {claim.split()[0]!r} needs a name"
    if pronoun := led_by_nothing(claim):
        return f"it does not stand alone: {pronoun!r} needs a name"
    if deed := did_so(claim):
        return f"it does not stand alone: {deed!r} needs the deed"
    if word := compared_with_nothing(claim):
        return f"it does not stand alone: {word!r} than what?"
    if theirs := whose_lost(claim, sentence.text):
        return f"it does not stand alone: {theirs!r} needs a name"
    if gone := turned(claim, sentence.text, speaker) or unbounded(claim, sentence.text):
        return f"it leaves out what {gone!r} means in this sentence"
    if verb := swapped(claim, sentence.text):
        return f"it has the two sides of {verb!r} the other way round"
    if verb := done_otherwise(claim, sentence.text):
        return f"in this sentence {verb!r} is not said of these"
    if who := another_did(claim, sentence.text):
        return f"in this sentence it was {who}"
    if word := contrary(claim, sentence.text):
        return f"it says {word!r}, and this sentence the opposite"
    if figure := moved(claim, sentence.text):
        return f"it has {figure!r}, where this sentence has another figure"
    if covered(stems(claim), stems(sentence.text)) < OWN_WORDS:
        return "it is not what this sentence says"
    return ""


def begins_bare(text: str) -> bool:
    """Whether a text begins with a pronoun or with words such as "the company", which name nobody."""
    return _BARE.match(text) is not None


def did_so(claim: str) -> str:
    """The "did so" of a claim that says of nothing before it what was done; else ""."""
    match = _DID_SO.match(claim)
    alone = match is not None and not _ANOTHER_VERB.search(claim, 0, match.start("did"))
    return match["did"] if match and alone else ""


def compared_with_nothing(claim: str) -> str:
    """The "larger" or "less dense" that a claim ends with, which does not say than what; else ""."""
    match = _COMPARED.search(claim)
    return match["with"] if match else ""


def leans(claim: str) -> str:
    """The noun of a bare reference such as "The election …" in a claim that names nobody and nothing; else "".

    "The laws of physics …" and "The paint that is made from lime …" say themselves which is meant.
    """
    match = _DEFINITE.match(claim)
    return (match[1] or match[2]) if match and not _NAME.search(claim) else ""


def stands_alone(text: str) -> bool:
    """Whether a sentence has no pronoun or pointing word, and nobody's words, so that it can be a claim as it is."""
    return not (_BARE.match(text) or _POINTING.search(text))


def foreign(text: str) -> bool:
    """Whether a sentence has a small word of a neighbouring language, and none without which hardly an English one is."""
    return _FOREIGN.search(text) is not None and _ENGLISH.search(text) is None


def points(text: str) -> bool:
    """Whether a text speaks of its writer or its reader, quotes somebody, asks or calls out."""
    return _TWO_WHO_TALK.search(text) is not None


def with_pair_named(article: Article, sentence: Sentence, claim: str) -> str:
    """The claim with "The two men …" or "Both leaders …" replaced by the pair that was named last before it."""
    first = max(0, sentence.index - BEFORE)
    return pairs.with_pair_named(
        claim, [other.text for other in article.sentences[first : sentence.index + 1]]
    )


def figures(text: str) -> bool:
    """Whether a text has a quantity or a date."""
    return bool(find_figures(text) or find_dates(text, None))


def note(text: str) -> bool:
    """Whether a text is a numbered note or item of a list that says of nothing what it is or did."""
    return _ITEM.match(text) is not None and not _DOES.search(text)


def named(text: str) -> bool:
    """Whether a text names somebody or something, also at its beginning."""
    return bool(_NAME.search(text) or re.match(r"(?!The|A|An|In|It|He|She|They|This|That|There)[A-Z]", text))


def clause_left_out(sentence: str, claims: list[str]) -> str:
    """The clause of a sentence whose figure none of its claims has; "" where all figures are there."""
    held = [m.quantity for claim in claims for m in find_figures(claim)]
    for mention in find_figures(sentence):
        digits = any(character.isdigit() for character in mention.quantity.text)
        if digits and not any(same_value(mention.quantity, quantity) for quantity in held):
            return _clause_around(sentence, mention.start, mention.end)
    return ""


def _clause_around(sentence: str, start: int, end: int) -> str:
    """The words from the conjunction or preposition before a place to the comma or the end after it."""
    edges = [match.end() for match in _JOINT.finditer(sentence, 0, start)]
    stop = re.compile(r"[,;.]\s|[.]$").search(sentence, end)
    return sentence[edges[-1] if edges else 0 : stop.start() if stop else len(sentence)].strip()


def compound(clause: str) -> str:
    """What a phrase such as "Ortiz's first 4-year term" states, as a sentence; "" where there is none such."""
    match = _COMPOUND.search(clause)
    if match is None:
        return ""
    return f"{match['whose']} {match['kind'] or ''}{match['noun']} is a {match['size']} {match['noun']}."


def concrete(text: str) -> bool:
    """Whether a text has a name that does not begin it, a figure or a date."""
    return _NAME.search(text) is not None or figures(text)


def vague(claim: str, of: str = "") -> bool:
    """Whether a claim has nothing that could be looked up: no name, figure or date, and no general fact, or is a note.

    A general fact, "Lime mortar hardens when it meets air", speaks of a kind of thing, not of "the talks", and
    has at least `GENERAL` words that carry meaning. One more are enough for a fact that was taken out `of` a claim
    which has a name: "the new rules" of one clause say which in another.
    """
    if note(claim) or _UNTOLD.search(claim):
        return True
    if concrete(claim):
        return False
    if _MANY.match(claim):
        return True
    words = len(stems(claim))
    if of and words > GENERAL and not _BARE.match(claim) and not vague(of):
        return False
    return bool(leans(claim) or _BARE.match(claim)) or words < GENERAL


def repeats(article: Article, sentence: Sentence, claim: str) -> bool:
    """Whether a claim says what a sentence before this one says, and not what this one says."""
    words, own = stems(claim), stems(sentence.text)
    before = [words & stems(other.text) for other in _before(article, sentence)]
    known = frozenset[str]().union(*before)
    if words & own - known:
        return False
    if words in before and _departs(claim, own):
        return True
    return covered(words, known) >= max(KNOWN, covered(words, own) + 0.3)


def _departs(claim: str, own: frozenset[str]) -> bool:
    """Whether a claim has a word that its sentence has not, behind one that it has: more than a name for a "he"."""
    here = [stem in own for stem, _, _ in content_words(claim)]
    return True in here and False in here[here.index(True) :]


def check_worthiness(claim: str, kind: ClaimKind) -> float:
    """How much a claim is worth looking up, 0 to 1: numbers, dates and names are what can be wrong.

    A fixed sum, stated so that it can be argued with: 0.3, and 0.3 for a quantity, 0.2 for a date, 0.2 for
    a name; a quotation counts 0.1 less because that somebody said it is rarely what is in doubt.
    """
    score = 0.3 + 0.3 * bool(find_figures(claim)) + 0.2 * bool(find_dates(claim, None))
    score += 0.2 * bool(_NAME.search(claim))
    return round(score - 0.1 * (kind is ClaimKind.QUOTATION), 2)
