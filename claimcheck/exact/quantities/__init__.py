"""Numbers with units in English news, as a grammar of ours: libraries misread "$1.5bn" and "1.2m units".

`numerals` reads numbers in figures and words, `money`, `units` and `shares` what they count, `scanning` puts
them together, and `agreement` says whether two quantities agree.
"""

from claimcheck.exact.quantities.agreement import FAR, apart, bears_out, far_beyond, same_unit, same_value
from claimcheck.exact.quantities.bounds import edge
from claimcheck.exact.quantities.ranges import QuantityMention
from claimcheck.exact.quantities.scanning import find_figures, find_quantities

__all__ = [
    "FAR",
    "QuantityMention",
    "apart",
    "bears_out",
    "edge",
    "far_beyond",
    "find_figures",
    "find_quantities",
    "same_unit",
    "same_value",
]
