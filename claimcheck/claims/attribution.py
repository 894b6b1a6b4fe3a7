""" "X said Y" is two claims: that X said it, and Y itself, marked as attributed to X."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.claims.drafts import LONGEST, ClaimDraft

_SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|stat(?:ed|es)|claim(?:ed|s)|announc(?:ed|es)|add(?:ed|s)|report(?:ed|s)"
    r"|confirm(?:ed|s)|according to|warn(?:ed|s)|den(?:ied|ies)|explain(?:ed|s)|wrote|tweeted|asked|insist(?:ed|s)"
    r"|argu(?:ed|es)|suggest(?:ed|s|ing)|not(?:ed|es)|emphasi[sz](?:ed|es|ing)|declar(?:ed|es))\b|[\"“]",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^(?P<who>[A-Z][^,;:]{1,60}?)(?: (?:also|further|later|then))? (?:said|says|told \S+(?: \S+)?|stated|claimed|announced|added|reported|confirmed)"
    r" that (?P<what>.{12,})$"
)
_UNSAID = re.compile(  # "Officials have not confirmed that …", "Mayor Ortiz was told by police that …"
    r"\b(?:not|never|no|neither|nor|nobody|none|few|falsely|wrongly|incorrectly|is|are|was|were|been|being|to (?:have|be))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


def split(draft: ClaimDraft, sentence: str) -> list[ClaimDraft]:
    """The draft, and its other half where the sentence says that somebody said it.

    A speaker that the model names for a sentence in which nobody speaks is not believed.
    """
    if not _somebody_speaks(sentence):
        return [draft.model_copy(update={"speaker": ""})]
    if not _speaks(draft.speaker, sentence):
        draft = draft.model_copy(update={"speaker": ""})
    match = _SAID.match(draft.claim)
    if match and not _UNSAID.search(match["who"]):
        what = match["what"]
        inner = draft.model_copy(update={"claim": what[0].upper() + what[1:], "speaker": match["who"]})
        return [draft.model_copy(update={"kind": "quotation", "speaker": ""}), inner]
    if draft.speaker and draft.claim and draft.speaker.casefold() not in draft.claim.casefold():
        said = (
            f"{draft.speaker} said that {draft.claim[0].lower() if _plain(draft.claim) else draft.claim[0]}"
        )
        return [ClaimDraft(claim=(said + draft.claim[1:])[:LONGEST], kind="quotation"), draft]
    return [draft.model_copy(update={"speaker": ""})]


@lru_cache(256)  # a sentence is asked about for each of its claims
def _somebody_speaks(sentence: str) -> bool:
    return _SPEECH.search(sentence) is not None


def _speaks(speaker: str, sentence: str) -> bool:
    """Whether the sentence names the speaker, or begins with a pronoun that may mean them."""
    named = any(part in sentence for part in speaker.split() if part[0].isupper())
    return not speaker or named or bool(re.match(r"(?:He|She|They|It)\b", sentence))


def _plain(text: str) -> bool:
    """Whether a text begins with a word that has its capital only from its place."""
    return text.split()[0] in {"The", "A", "An", "It", "There", "This", "These", "In", "On", "At"}
