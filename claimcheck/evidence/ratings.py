"""A fact-checker's own rating → one of our labels, where it has one. Theirs is shown beside it always."""

from __future__ import annotations

import re

from claimcheck.domain import Label

# In order: the first that is in the rating decides, so that "mostly false" and "not true" are not read as "true".
_WORDS = (
    (
        Label.CONFLICTING,
        r"half[- ]?(?:true|false)|mixture|mixed|mislead\w*|missing context|lacks? context|needs? context|cherry"
        r"|exaggerat\w*|part(?:ly|ially)|out of context|distort\w*|mostly (?:true|correct).*but|(?:true|correct|accurate),? but|two pinocchios?",
    ),
    (
        Label.NOT_ENOUGH_EVIDENCE,
        r"unproven|unverified|unsupported|unsubstantiated|not proven|cannot be verified|no evidence|insufficient"
        r"|lacks? evidence|research in progress|inconclusive",
    ),
    (
        Label.REFUTED,
        r"false|incorrect|inaccurate|wrong|untrue|not (?:true|correct|accurate|real)|fake|hoax|fabricat\w*|debunked"
        r"|pants on fire|(?:three|four) pinocchios|scam|satire|miscaptioned|altered|doctored|no,",
    ),
    (Label.SUPPORTED, r"(?:true|correct|accurate|confirmed|legit\w*|verified|geppetto)\b"),
)
# "Not quite accurate", "far from true", "not false": neither what they turn nor surely its opposite.
_TURNED = re.compile(
    r"(?:\bnot\b(?! (?:true|correct|accurate|real)\b)|n['’]t\b"
    r"|\b(?:never|nothing|no longer|far from|barely|hardly|scarcely|unlikely|cannot|needs?)\b)"
    r".*\b(?:true|correct|accurate|confirm|legit|verified|false|fake|wrong|incorrect)",
    re.IGNORECASE,
)
_COMPILED = [(label, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for label, words in _WORDS]
_DECIDED = {Label.SUPPORTED, Label.REFUTED}
HIGH, LOW = 0.75, 0.25  # of the way from the worst to the best rating


def label_of(rating: str, value: object = None, worst: object = None, best: object = None) -> Label | None:
    """The label that a rating means: by its words, else by its value between the worst and the best.

    None where it says neither: a rating that is not understood is shown as it is and mapped to nothing.
    """
    for label, words in _COMPILED:
        if words.search(rating) and not (label in _DECIDED and _TURNED.search(rating)):
            return label
    share = _share(value, worst, best)
    if share is None:
        return None
    if share >= HIGH:
        return Label.SUPPORTED
    return Label.REFUTED if share <= LOW else Label.CONFLICTING


def _share(value: object, worst: object, best: object) -> float | None:
    try:
        one, low, high = (float(str(number)) for number in (value, worst, best))
    except ValueError:
        return None
    return (one - low) / (high - low) if low < high and low <= one <= high else None
