"""Claims and passages of one text each, as the tests of verdicts have them."""

from claimcheck.domain import Claim, Passage, Span
from claimcheck.exact import find_dates, find_quantities


def claimed(said: str) -> Claim:
    """A claim with the dates and quantities that its text names."""
    return Claim(
        id="c",
        text=said,
        spans=(Span(start=0, end=1, quotation="x"),),
        sentences=(0,),
        dates=tuple(m.interval for m in find_dates(said, None) if m.interval),
        quantities=tuple(m.quantity for m in find_quantities(said)),
    )


def noted(held: str) -> Passage:
    """A passage without a title."""
    return Passage(id="p", text=held, source="notes", title="")
