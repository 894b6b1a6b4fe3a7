"""What a text holds that a reader does not see: controls, invisible characters, letters fused into one sign."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")
# Controls, soft hyphens, zero-width and bidi characters, fillers, selectors of a sign's form and tags, which spell
# text that nobody sees. Joiners stay beside letters and signs of scripts that have them.
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
    r"|(?<=[\x00-\u024f])[\u200c\u200d]+(?=[\x00-\u024f])"
)
_GAP = re.compile(r"[^\S\n]{2,}")  # what stood alone between two spaces is gone
_FUSED = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}  # "ﬁ" → "fi"


def harmless(text: str) -> str:
    """The text in NFC without terminal escapes and what is not seen, and with each letter by itself."""
    clean = _GAP.sub(" ", _HIDDEN.sub("", _ESCAPES.sub("", text)))
    return unicodedata.normalize("NFC", clean.translate(_FUSED))


def holds_unseen(text: str) -> bool:
    """Whether `harmless` leaves characters of it out."""
    return bool(_ESCAPES.search(text) or _HIDDEN.search(text))
