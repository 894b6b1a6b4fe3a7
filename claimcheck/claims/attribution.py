""" "X said Y" is two claims: that X said it, and Y itself, marked as attributed to X."""

from __future__ import annotations

import re

from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.speakers import UNSAID, anybody_speaks, heard, said_by, speaker_of
from claimcheck.claims.words import covered, stems

_SAID = re.compile(
    r"^(?P<who>[A-Z][^,;:]{1,60}?)(?: (?:also|further|later|then))? (?:said|says|told \S+(?: \S+)?|stated|claimed|announced|added|reported|confirmed)"
    r" that (?P<what>.{12,})$"
)

_ARTICLES = {"The", "A", "An"}
_QUOTED = re.compile(r"[\"“]")


def split(draft: ClaimDraft, sentence: str) -> list[ClaimDraft]:
    """The draft, and its other half where the sentence says that somebody said it.

    A speaker that the model names for a sentence in which nobody speaks, or who stands far from what tells that
    somebody does ("a report by a team from Oslo, where the find was confirmed"), is not believed.
    """
    draft = draft.model_copy(update={"speaker": _speaker(draft, sentence)})
    match = _SAID.match(draft.claim)
    if match and anybody_speaks(sentence) and not UNSAID.search(match["who"]):
        what = match["what"]
        inner = draft.model_copy(update={"claim": what[0].upper() + what[1:], "speaker": match["who"]})
        return [draft.model_copy(update={"kind": "quotation", "speaker": ""}), inner]
    if not draft.speaker or not draft.claim:
        return [draft]
    if draft.speaker.casefold() not in draft.claim.casefold():
        return [_quotation(draft, sentence), draft]
    if heard(draft.speaker, sentence) and not anybody_speaks(draft.claim):
        return [draft]  # "Ida Holm said she had won": what she says of herself
    return [draft.model_copy(update={"speaker": ""})]


def _speaker(draft: ClaimDraft, sentence: str) -> str:
    """Whose words a draft is: as the model has it, else by the form of the sentence if the draft is not about speaking."""
    if not anybody_speaks(sentence):
        return ""
    named = draft.speaker.strip()
    if named and _speaks(named, sentence) and (_QUOTED.search(sentence) or heard(named, sentence)):
        told_before = _aside(draft.claim, named, sentence) or _ahead(draft.claim, named, sentence)
        return "" if told_before else named
    return "" if anybody_speaks(draft.claim) else speaker_of(sentence)


def _aside(claim: str, speaker: str, sentence: str) -> bool:
    """Whether a claim is what the sentence itself says of the speaker: "Holm, who led the petition, said …"."""
    match = re.search(rf"{re.escape(speaker.split()[-1])}, who (?P<aside>[^,“”\"]+),", sentence)
    if not match:
        return False
    told, rest = stems(claim), f"{sentence[: match.start('aside')]} {sentence[match.end() :]}"
    return covered(told, stems(match["aside"])) > covered(told - stems(speaker), stems(rest))


def _ahead(claim: str, speaker: str, sentence: str) -> bool:
    """Whether a claim is what stands before the speaker, and not what they say: "Before the court met, Holm said …"."""
    behind = said_by(speaker, sentence)
    if not behind:
        return False
    told = stems(claim) - stems(speaker)
    return covered(told, stems(sentence[: sentence.rindex(behind)])) > covered(told, stems(behind))


def _quotation(draft: ClaimDraft, sentence: str) -> ClaimDraft:
    """That the speaker said it, as a claim."""
    who, claim = draft.speaker, draft.claim
    first = claim[0].lower() if _plain(claim, sentence) else claim[0]
    told = f"{who[0].upper()}{who[1:]} said that {first}{claim[1:]}"
    return draft.model_copy(update={"claim": told, "kind": "quotation", "speaker": ""})


def _speaks(speaker: str, sentence: str) -> bool:
    """Whether the sentence names the speaker, or begins with a pronoun that may mean them."""
    named = any(part in sentence for part in speaker.split() if part[0].isupper() and part not in _ARTICLES)
    return named or bool(re.match(r"(?:He|She|They|It)\b", sentence))


def _plain(text: str, sentence: str) -> bool:
    """Whether a text begins with a word that has its capital only from its place: the sentence may have it without."""
    first = text.split()[0]
    small = {"The", "A", "An", "It", "There", "This", "These", "In", "On", "At"}
    return first in small or re.search(rf"\b{re.escape(first.lower())}\b", sentence) is not None
