"""Date expressions of English news → intervals, relative ones counted from the day of publication.

A grammar of ours, since libraries give no offsets and invent days: rules read single expressions
(`absolute`, `relative`), then `joining` puts together what belongs together ("from 5 May to 2 June 2020").
Documented conventions: a bare weekday is the latest such day up to the anchor, or the next one where the
clause speaks of the future; a month or day without a year likewise. "Last Friday" is the Friday of last week.
5/6/2018 is the sixth of May, and 5.6.2018 the fifth of June. A fiscal year is taken for the year it is named for. Seasons are the north's.
"""

from claimcheck.exact.dates.calendar import month_of, months_of
from claimcheck.exact.dates.scanning import DateMention, find_dates
from claimcheck.exact.dates.widening import meet, same_but_for_the_year, widened

__all__ = ["DateMention", "find_dates", "meet", "month_of", "months_of", "same_but_for_the_year", "widened"]
