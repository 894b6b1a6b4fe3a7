""" "X said Y" is two claims: that X said it, and Y itself, marked as attributed to X."""

from __future__ import annotations

import re

from claimcheck.claims.drafts import ClaimDraft

_SAID = re.compile(
    r"^(?P<who>[A-Z][^,;:]{1,60}?) (?:said|says|told \S+(?: \S+)?|stated|claimed|announced|added|reported|confirmed)"
    r" that (?P<what>.{12,})$"
)


def split(draft: ClaimDraft) -> list[ClaimDraft]:
    """The draft, and its other half where it is an attribution. A draft without a speaker stays as it is."""
    match = _SAID.match(draft.claim)
    if match:
        what = match["what"]
        inner = ClaimDraft(claim=what[0].upper() + what[1:], kind=draft.kind, speaker=match["who"])
        return [draft.model_copy(update={"kind": "quotation", "speaker": ""}), inner]
    if draft.speaker and draft.claim and draft.speaker.casefold() not in draft.claim.casefold():
        said = (
            f"{draft.speaker} said that {draft.claim[0].lower() if _plain(draft.claim) else draft.claim[0]}"
        )
        return [ClaimDraft(claim=(said + draft.claim[1:])[:220], kind="quotation"), draft]
    return [draft.model_copy(update={"speaker": ""})]


def _plain(text: str) -> bool:
    """Whether a text begins with a word that has its capital only from its place."""
    return text.split()[0] in {"The", "A", "An", "It", "There", "This", "These", "In", "On", "At"}
