"""One claim of a report in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.domain import Report
    from claimcheck.reports.standing import Standing


def find(report: Report, wanted: str) -> Standing:
    """The claim with that number or id. Raises `UsageError` where there is none."""
    from claimcheck.reports.standing import standings

    stands = standings(report)
    for standing in stands:
        if wanted in (str(standing.number), standing.claim.id):
            return standing
    told = f"it has 1 to {len(stands)}" if stands else "it has no claims"
    raise UsageError(f"there is no claim {wanted!r} in this report: {told}")
