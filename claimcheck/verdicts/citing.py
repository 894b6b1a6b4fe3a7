"""Citations: verbatim by construction, since the model names a sentence and code cuts it out."""

from __future__ import annotations

from claimcheck.domain import Citation, Passage
from claimcheck.exact import sentences_of


def cite(passage: Passage, number: int, stance: str) -> Citation | None:
    """The numbered sentence as a citation, or None where the passage has no such sentence."""
    pieces = sentences_of(passage.text)
    if not 1 <= number <= len(pieces):
        return None
    start, end = pieces[number - 1]
    return Citation(
        passage=passage.id, quotation=passage.text[start:end], start=start, end=end, stance=stance
    )


def with_the_one_before(passage: Passage, citation: Citation) -> Citation | None:
    """The citation with the sentence before it, which may say who "he" is; None where it is the first of its passage."""
    ends = [(start, end) for start, end in sentences_of(passage.text) if end <= citation.start]
    if not ends:
        return None
    start = ends[-1][0]
    return citation.model_copy(update={"quotation": passage.text[start : citation.end], "start": start})
