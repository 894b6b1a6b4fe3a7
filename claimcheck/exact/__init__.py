"""What code decides exactly: dates, quantities, what a claim brings in, and how it compares with a passage."""

from claimcheck.exact.comparisons import compare, compare_share
from claimcheck.exact.dates import DateMention, find_dates
from claimcheck.exact.details import unsupported_details
from claimcheck.exact.quantities import QuantityMention, find_figures, find_quantities, same_value

__all__ = [
    "DateMention",
    "QuantityMention",
    "compare",
    "compare_share",
    "find_dates",
    "find_figures",
    "find_quantities",
    "same_value",
    "unsupported_details",
]
