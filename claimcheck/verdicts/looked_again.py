"""What the model only leans to beside whole passages, read once more in the nearest sentence by itself.

A small model reads a fact worse beside other facts of the same people: "became Sultan in 1970" has 0.45 beside a passage whose
fourth sentence says so, and 0.91 beside that sentence (benchmarks/steps/found_evidence.md).
"""

from __future__ import annotations

from claimcheck.domain import Citation, Label, Verdict
from claimcheck.errors import ModelError
from claimcheck.verdicts.alone import HALF, Look, quoted
from claimcheck.verdicts.calibration import EVEN, leans_to
from claimcheck.verdicts.citing import cite
from claimcheck.verdicts.overlap import nearest_sentence, share_beside_names
from claimcheck.verdicts.rules import ruled
from claimcheck.verdicts.stating import speaks_against
from claimcheck.verdicts.weighed import Weighed, verdict_of

BESIDE_NAMES = 0.4  # of what the claim says beside its names: what the sentence has, at least
BY_ITSELF = "Beside whole passages the model only leans to support; the sentence quoted supports by itself."
BASIS = "an even chance, as the sentence quoted supports by itself (a stated value, not calibrated)"


async def supported_by_itself(weighed: Weighed, look: Look) -> Verdict | None:
    """The verdict of support by the nearest sentence, where the model leans to support and reads that sentence as support by
    itself; None where it does not. An answer that cannot be used leaves the claim as it is.

    The sentence has half of the claim's words and enough of what it says beside its names, and neither a comparison nor
    a rule holds anything against it.
    """
    if weighed.replaced or Label.SUPPORTED not in leans_to(weighed.chances):
        return None
    place = nearest_sentence(weighed.claim, weighed.read, HALF)
    nearest = cite(*place, "supports") if place else None
    if not place or not nearest or share_beside_names(weighed.claim, nearest.quotation) < BESIDE_NAMES:
        return None
    if speaks_against(weighed.claim, *place):
        return None
    try:
        alone = await look(weighed, quoted(place[0], nearest))
    except ModelError:
        return None
    return _supported(weighed, nearest) if _supports(alone) else None


def _supports(alone: Weighed) -> bool:
    stands, _ = ruled(alone.claim, Label.SUPPORTED, alone.findings, alone.read)
    return stands is Label.SUPPORTED and alone.chances[Label.SUPPORTED] >= EVEN


def _supported(weighed: Weighed, nearest: Citation) -> Verdict:
    verdict = verdict_of(weighed.instead(Label.SUPPORTED, BY_ITSELF), (nearest,), "")
    return verdict.model_copy(update={"confidence": EVEN, "confidence_basis": BASIS})
