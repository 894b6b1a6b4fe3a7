"""What code decides exactly: dates, quantities, what a claim brings in, and how it compares with a passage."""

from claimcheck.exact.comparisons import compare
from claimcheck.exact.dates import DateMention, find_dates
from claimcheck.exact.details import unsupported_details
from claimcheck.exact.majorities import compare_share
from claimcheck.exact.quantities import (
    QuantityMention,
    bears_out,
    edge,
    far_beyond,
    find_figures,
    find_quantities,
    same_unit,
    same_value,
)
from claimcheck.exact.quotations import in_quotation
from claimcheck.exact.sentences import sentences_of

__all__ = [
    "DateMention",
    "QuantityMention",
    "bears_out",
    "compare",
    "compare_share",
    "edge",
    "far_beyond",
    "find_dates",
    "find_figures",
    "find_quantities",
    "in_quotation",
    "same_unit",
    "same_value",
    "sentences_of",
    "unsupported_details",
]
