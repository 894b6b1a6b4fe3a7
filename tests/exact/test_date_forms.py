"""The forms in which English names days and times: a systematic set, made up; read on Thursday, 8 February 2024."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.exact import find_dates

THURSDAY = date(2024, 2, 8)
ABSOLUTE = """
on 5 May 2019 = 2019-05-05 | on 5th May 2019 = 2019-05-05 | on the 5th of May, 2019 = 2019-05-05
on the fifth of May 2019 = 2019-05-05 | on May 5, 2019 = 2019-05-05 | on May the 5th 2019 = 2019-05-05
on May fifth, 2019 = 2019-05-05 | on 5 May '19 = 2019-05-05 | on May 5 '19 = 2019-05-05
on 5-May-2019 = 2019-05-05 | on 05/May/2019 = 2019-05-05 | on May 5 of 2019 = 2019-05-05
on May 5 in 2019 = 2019-05-05 | on Sunday, May 5, 2019 = 2019-05-05 | on Sunday 5 May 2019 = 2019-05-05
on Sunday the 5th of May 2019 = 2019-05-05 | on 2019-05-05 = 2019-05-05 | on 2019/05/05 = 2019-05-05
on 2019.05.05 = 2019-05-05 | on 5/5/2019 = 2019-05-05 | on 5/5/19 = 2019-05-05
on 25.12.2019 = 2019-12-25 | on 05.12.2019 = 2019-12-05 | on 5 Sept 2019 = 2019-09-05 | on Sept. 5, 2019 = 2019-09-05
in the year 2019 = 2019 | on the last day of May 2019 = 2019-05-31 | on the first day of 2019 = 2019-01-01
in May 2019 = 2019-05 | in May of 2019 = 2019-05 | in May, 2019 = 2019-05 | in May '19 = 2019-05
in 05/2019 = 2019-05 | in the month of May 2019 = 2019-05 | in late May 2019 = 2019-05-21/2019-05-31
by the end of May 2019 = 2019-05-21/2019-05-31 | at the beginning of 2019 = 2019-01-01/2019-04-30
in early 2019 = 2019-01-01/2019-04-30 | in late 2019 = 2019-09-01/2019-12-31
in mid-2019 = 2019-05-01/2019-08-31 | in the middle of 2019 = 2019-05-01/2019-08-31 | in '19 = 2019
the 2019 'Lund affair' in Vik = 2019 | in 2019 = 2019 | in 1899 = 1899 | in AD 1066 = 1066 | in 1066 AD = 1066 | in 1066 CE = 1066
in fiscal 2019 = 2019 | in fiscal year 2019 = 2019 | in FY2019 = 2019 | in FY 2019 = 2019 | in FY19 = 2019
in the 2019 fiscal year = 2019 | in the 2019 financial year = 2019 | in calendar year 2019 = 2019
in 2018/19 = 2018-01-01/2019-12-31 | in 2018-19 = 2018-01-01/2019-12-31
in 2018-2019 = 2018-01-01/2019-12-31 | the 2018/2019 season = 2018-01-01/2019-12-31
the 1990s = 1990-01-01/1999-12-31 | the early 1990s = 1990-01-01/1993-12-31
the nineteen-nineties = 1990-01-01/1999-12-31 | the nineteen nineties = 1990-01-01/1999-12-31
the 1900s = 1900-01-01/1999-12-31 | in the 19th century = 1800-01-01/1899-12-31
in the nineteenth century = 1800-01-01/1899-12-31 | in the 21st century = 2000-01-01/2099-12-31
in Q1 2019 = 2019-01-01/2019-03-31 | in Q1 of 2019 = 2019-01-01/2019-03-31
in 1Q 2019 = 2019-01-01/2019-03-31 | in 1Q19 = 2019-01-01/2019-03-31 | in Q1'19 = 2019-01-01/2019-03-31
in the first quarter of 2019 = 2019-01-01/2019-03-31 | in 2019's first quarter = 2019-01-01/2019-03-31
in the first three quarters of 2019 = 2019-01-01/2019-09-30
in the last quarter of 2019 = 2019-10-01/2019-12-31 | in H1 2019 = 2019-01-01/2019-06-30
in 1H 2019 = 2019-01-01/2019-06-30 | in the first half of 2019 = 2019-01-01/2019-06-30
in the second half of May 2019 = 2019-05-16/2019-05-31
in the first half of the 1990s = 1990-01-01/1994-12-31
in the first half of the 19th century = 1800-01-01/1849-12-31 | in summer 2019 = 2019-06-01/2019-08-31
in the summer of 2019 = 2019-06-01/2019-08-31 | in winter 2019 = 2019-12-01/2020-02-29
in autumn 2019 = 2019-09-01/2019-11-30 | in the fall of 2019 = 2019-09-01/2019-11-30
from 5 May to 2 June 2020 = 2020-05-05/2020-06-02 | from May 5 to June 2, 2020 = 2020-05-05/2020-06-02
5-7 May 2020 = 2020-05-05/2020-05-07 | May 5-7, 2020 = 2020-05-05/2020-05-07
May 5 to 7, 2020 = 2020-05-05/2020-05-07 | between 5 and 7 May 2020 = 2020-05-05/2020-05-07
between May 5 and May 7, 2020 = 2020-05-05/2020-05-07 | between 2014 and 2018 = 2014-01-01/2018-12-31
from 2014 until 2018 = 2014-01-01/2018-12-31 | 2014 to 2018 = 2014-01-01/2018-12-31
2014–2018 = 2014-01-01/2018-12-31 | 2014–18 = 2014-01-01/2018-12-31 | 1914-18 = 1914-01-01/1918-12-31
from May to July 2020 = 2020-05-01/2020-07-31 | May-July 2020 = 2020-05-01/2020-07-31
between May and July 2020 = 2020-05-01/2020-07-31 | from May 2019 to July 2020 = 2019-05-01/2020-07-31
May 2019 through July 2020 = 2019-05-01/2020-07-31 | between Q1 and Q3 2019 = 2019-01-01/2019-09-30
from Q1 2019 to Q3 2020 = 2019-01-01/2020-09-30 | from the 1980s to the 1990s = 1980-01-01/1999-12-31
from 5 May 2019 - 7 May 2019 = 2019-05-05/2019-05-07
from 22nd to 24th January 2020 = 2020-01-22/2020-01-24 | Jan. 22-Feb. 2, 2020 = 2020-01-22/2020-02-02
the week of May 5, 2020 = 2020-05-04/2020-05-10 | the week ending May 10, 2020 = 2020-05-04/2020-05-10
the week beginning 4 May 2020 = 2020-05-04/2020-05-10 | the weekend of 9 May 2020 = 2020-05-09/2020-05-10
the three months to June 2020 = 2020-04-01/2020-06-30
the three months ended June 30, 2020 = 2020-04-01/2020-06-30
the year to March 2020 = 2019-04-01/2020-03-31 | the quarter ended 30 June 2020 = 2020-04-01/2020-06-30
the fiscal year ended June 30, 2020 = 2019-07-01/2020-06-30 | two weeks before 5 May 2020 = 2020-04-21
three days after May 5, 2020 = 2020-05-08 | the day before 5 May 2020 = 2020-05-04
the day after 5 May 2020 = 2020-05-06 | a week after 5 May 2020 = 2020-05-12
the first two weeks of May 2020 = 2020-05-01/2020-05-14
the last three months of 2019 = 2019-10-01/2019-12-31 | the first Monday in May 2020 = 2020-05-04
the last Friday of May 2020 = 2020-05-29 | the first 100 days of 2020 = 2020-01-01/2020-04-09
on New Year's Day 2020 = 2020-01-01 | on Christmas Day 2019 = 2019-12-25
on May 5,2019 = 2019-05-05 | on the first Monday of 2019 = 2019-01-07 | on the last Friday of 2019 = 2019-12-27
on the first weekend of May 2020 = 2020-05-02/2020-05-03 | in the winter of 2019-20 = 2019-12-01/2020-02-29
on the last weekend of May 2020 = 2020-05-30/2020-05-31 | in the winter of 2019/20 = 2019-12-01/2020-02-29
in the 17th and 18th centuries = 1600-01-01/1799-12-31 | from the 17th to the 19th century = 1600-01-01/1899-12-31
in the first decade of the 21st century = 2000-01-01/2009-12-31
in the last decade of the 20th century = 1990-01-01/1999-12-31 | in the closing months of 2019 = 2019
in the nine months to end-September 2019 = 2019-01-01/2019-09-30 | by year-end 2019 = 2019-09-01/2019-12-31
from 1990 through to 1995 = 1990-01-01/1995-12-31 | from 1990 up to 1995 = 1990-01-01/1995-12-31
between the years 2014 and 2018 = 2014-01-01/2018-12-31 | from May 2019 to July = 2019-05-01/2019-07-31
between May 4, 2019, and May 6, 2019 = 2019-05-04/2019-05-06 | in first-half 2019 = 2019-01-01/2019-06-30
in the latter part of 2019 = 2019-09-01/2019-12-31 | in the early part of 2019 = 2019-01-01/2019-04-30
the Monday after 5 May 2020 = 2020-05-11 | the last Friday before 5 May 2020 = 2020-05-01
"""
RELATIVE = """
on Sun., May 5 = 2023-05-05 | on Jan. 5 = 2024-01-05 | on January 5 = 2024-01-05
on 5 January = 2024-01-05 | on the 5th of January = 2024-01-05 | on May 5th last year = 2023-05-05
on 5 May this year = 2024-05-05 | on May 5 next year = 2025-05-05 | on 5 May of last year = 2023-05-05
on the twenty-first of May = 2023-05-21 | on May twenty-first = 2023-05-21
on May twenty one = 2023-05-21 | on the 21st of last month = 2024-01-21
on the 3rd of this month = 2024-02-03 | on the 3rd = 2024-02-03 | on the 20th = 2024-01-20
on the first day of May = 2023-05-01 | on the last day of last month = 2024-01-31
in the month of May = 2023-05 | in January = 2024-01 | since January = 2024-01 | last January = 2024-01
last May = 2023-05 | next May = 2024-05 | this May = 2024-05 | in May last year = 2023-05
in May of last year = 2023-05 | in January this year = 2024-01 | in early May = 2023-05-01/2023-05-10
in mid May = 2023-05-10/2023-05-20 | late last year = 2023-09-01/2023-12-31
early this year = 2024-01-01/2024-04-30 | early next year = 2025-01-01/2025-04-30
early last month = 2024-01-01/2024-01-10 | late last month = 2024-01-21/2024-01-31
at the end of last year = 2023-09-01/2023-12-31 | at the start of this year = 2024-01-01/2024-04-30
at the end of the month = 2024-02-21/2024-02-29 | the nineties = 1990-01-01/1999-12-31
the '90s = 1990-01-01/1999-12-31 | the 90s = 1990-01-01/1999-12-31
in the first quarter = 2024-01-01/2024-03-31 | in the first quarter of last year = 2023-01-01/2023-03-31
in the fourth quarter of this year = 2024-10-01/2024-12-31
in the first half of last year = 2023-01-01/2023-06-30
in the first half of the year = 2024-01-01/2024-06-30 | last summer = 2023-06-01/2023-08-31
next summer = 2024-06-01/2024-08-31 | this summer = 2024-06-01/2024-08-31 | today = 2024-02-08
yesterday = 2024-02-07 | tomorrow = 2024-02-09 | tonight = 2024-02-08 | last night = 2024-02-07
this morning = 2024-02-08 | yesterday morning = 2024-02-07 | yesterday evening = 2024-02-07
tomorrow night = 2024-02-09 | the day before yesterday = 2024-02-06 | the day after tomorrow = 2024-02-10
day after tomorrow = 2024-02-10 | day before yesterday = 2024-02-06 | two days ago = 2024-02-06
2 days ago = 2024-02-06 | a week ago = 2024-02-01 | one week ago = 2024-02-01 | two weeks ago = 2024-01-25
a week from tomorrow = 2024-02-16 | two days from now = 2024-02-10 | two days from today = 2024-02-10
a week from today = 2024-02-15 | a week from now = 2024-02-15 | in two days' time = 2024-02-10
in a week's time = 2024-02-15 | two days from tomorrow = 2024-02-11 | a week ago today = 2024-02-01
a week ago yesterday = 2024-01-31 | a year ago today = 2023-02-08 | a month ago = 2024-01
a year ago = 2023 | ten years ago = 2014 | a decade ago = 2014 | a century ago = 1924
the week before last = 2024-01-22/2024-01-28 | the month before last = 2023-12
the year before last = 2022 | the year after next = 2026 | the week after next = 2024-02-19/2024-02-25
last week = 2024-01-29/2024-02-04 | this week = 2024-02-05/2024-02-11 | next week = 2024-02-12/2024-02-18
earlier this week = 2024-02-05/2024-02-07 | later this week = 2024-02-09/2024-02-11
early this week = 2024-02-05/2024-02-07 | late last week = 2024-02-01/2024-02-04
last weekend = 2024-02-03/2024-02-04 | this weekend = 2024-02-10/2024-02-11
next weekend = 2024-02-17/2024-02-18 | over the weekend = 2024-02-03/2024-02-04
at the weekend = 2024-02-03/2024-02-04 | the past weekend = 2024-02-03/2024-02-04 | last month = 2024-01
this month = 2024-02 | next month = 2024-03 | earlier this month = 2024-02-01/2024-02-07
later this month = 2024-02-09/2024-02-29 | last quarter = 2023-10-01/2023-12-31
next quarter = 2024-04-01/2024-06-30 | last year = 2023 | this year = 2024 | next year = 2025
earlier this year = 2024-01-01/2024-02-07 | later this year = 2024-02-09/2024-12-31
later in the year = 2024-02-09/2024-12-31 | so far this year = 2024-01-01/2024-02-08
year to date = 2024-01-01/2024-02-08 | this decade = 2020-01-01/2029-12-31
last decade = 2010-01-01/2019-12-31 | this century = 2000-01-01/2099-12-31
last century = 1900-01-01/1999-12-31 | the previous year = 2023 | the previous month = 2024-01
the coming week = 2024-02-12/2024-02-18 | the current year = 2024 | the following year = 2025
the last three months = 2023-11-08/2024-02-07 | the past two years = 2022-02-08/2024-02-07
the last 12 months = 2023-02-08/2024-02-07 | the next three years = 2024-02-09/2027-02-08
in the last week = 2024-01-29/2024-02-04 | the coming three months = 2024-02-09/2024-05-08
over the past 25 years = 1999-01-01/2024-12-31 | in the last two decades = 2004-01-01/2024-12-31
on Monday = 2024-02-05 | on Thursday = 2024-02-08 | on Friday = 2024-02-02 | Monday morning = 2024-02-05
last Monday = 2024-01-29 | last Friday = 2024-02-02 | next Monday = 2024-02-12 | next Friday = 2024-02-16
this Monday = 2024-02-05 | this Friday = 2024-02-09 | this coming Friday = 2024-02-09
Monday last week = 2024-01-29 | on Monday of last week = 2024-01-29 | on Friday of next week = 2024-02-16
Friday next week = 2024-02-16 | on Monday, 5 February = 2024-02-05 | on Monday Feb 5 = 2024-02-05
Monday 5 Feb = 2024-02-05 | on Monday the 5th = 2024-02-05 | on Monday (February 5) = 2024-02-05
from yesterday to tomorrow = 2024-02-07/2024-02-09 | from 2014 to now = 2014-01-01/2024-02-08
from 2014 to the present = 2014-01-01/2024-02-08 | from May 5 through May 7 = 2023-05-05/2023-05-07
22 to 24 January = 2024-01-22/2024-01-24 | January 22nd to 24th = 2024-01-22/2024-01-24
from the 22nd to the 24th of January = 2024-01-22/2024-01-24
between January 22 and 24 = 2024-01-22/2024-01-24 | January 22 - February 2 = 2024-01-22/2024-02-02
from last year to next year = 2023-01-01/2025-12-31 | the second Tuesday of November = 2023-11-14
the first ten days of last month = 2024-01-01/2024-01-10 | on New Year's Eve = 2023-12-31
on Christmas Eve = 2023-12-24 | at Christmas = 2023-12-25 | last Christmas = 2023-12-25
on Easter Sunday = 2023-04-09 | on Good Friday = 2023-04-07 | on Halloween = 2023-10-31
on Valentine's Day = 2023-02-14 | on Boxing Day = 2023-12-26 | on April Fools' Day = 2023-04-01
on St. Patrick's Day = 2023-03-17 | on International Women's Day = 2023-03-08 | on May Day = 2023-05-01
on Earth Day = 2023-04-22 | on Martin Luther King Jr. Day = 2024-01-15 | on MLK Day = 2024-01-15
on Memorial Day = 2023-05-29 | on Presidents' Day = 2023-02-20 | on Columbus Day = 2023-10-09
on Veterans Day = 2023-11-11 | on Groundhog Day = 2024-02-02 | on the Fourth of July = 2023-07-04
on July Fourth = 2023-07-04 | on Cinco de Mayo = 2023-05-05 | on Bastille Day = 2023-07-14
on Anzac Day = 2023-04-25 | on Australia Day = 2024-01-26 | on Canada Day = 2023-07-01
on Guy Fawkes Night = 2023-11-05 | on All Saints' Day = 2023-11-01 | on Ash Wednesday = 2023-02-22
on Thanksgiving = 2023-11-23 | on Cyber Monday = 2023-11-27 | on Black Friday = 2023-11-24
on Christmas Day last year = 2023-12-25
for the rest of the year = 2024-02-09/2024-12-31 | for the rest of this week = 2024-02-09/2024-02-11
for the remainder of the month = 2024-02-09/2024-02-29 | a couple weeks ago = 2024-01-25
two and a half years ago = 2021-08 | a year ago this week = 2023-02-06/2023-02-12
the 12 months to June = 2022-07-01/2023-06-30 | on the first Tuesday of next month = 2024-03-05
on the last Friday of the month = 2024-02-23 | on the first Monday of this year = 2024-01-01
on the 15th of the month = 2024-02-15 | on the first of the month = 2024-02-01 | over Christmas = 2023-12-25
the Monday after Christmas = 2024-01-01 | the Friday before Easter = 2023-04-07
the Sunday before last = 2024-01-28 | the Friday after next = 2024-02-16 | two weeks from Friday = 2024-02-23
on the coming Monday = 2024-02-12 | from Monday to Friday of last week = 2024-01-29/2024-02-02
from Monday, January 8, to Friday, January 12 = 2024-01-08/2024-01-12
between now and Sunday = 2024-02-08/2024-02-11 | from now until the end of March = 2024-02-08/2024-03-31
in the summer of last year = 2023-06-01/2023-08-31 | last year's summer = 2023-06-01/2023-08-31
in spring this year = 2024-03-01/2024-05-31 | May next year = 2025-05 | in the early eighties = 1980-01-01/1983-12-31
for the two weeks from January 15 = 2024-01-15/2024-01-28 | at year end = 2024-09-01/2024-12-31
"""
PASTED = """
on Sunday-Mar-10-2024 = 2024-03-10 | on October-2021-14 = 2021-10-14 | on 14-2021-October = 2021-10-14
on 2021/14/October = 2021-10-14 | in the 1970 s = 1970-01-01/1979-12-31 | of the early 1980 s = 1980-01-01/1983-12-31
2011~2015 = 2011-01-01/2015-12-31 | between 2011~2015 = 2011-01-01/2015-12-31
between 2011 – 2015 = 2011-01-01/2015-12-31 | May~July 2018 = 2018-05-01/2018-07-31
5~7 May 2018 = 2018-05-05/2018-05-07 | from march in 2015 to July in 2016 = 2015-03-01/2016-07-31
in July in 2016 = 2016-07 | since may in 2019 = 2019-05 | by 2170 = 2170 | until 2400 = 2400 | before the end of the year 2150 = 2150-09-01/2150-12-31
on Martin Luther King Day 2020 = 2020-01-20 | on Presidents Day 2021 = 2021-02-15
on Indigenous Peoples’ Day 2021 = 2021-10-11 | on Canadian Thanksgiving 2020 = 2020-10-12
on Remembrance Sunday 2020 = 2020-11-08 | on Orthodox Easter 2021 = 2021-05-02
on December 3/4, 2022 = 2022-12-03/2022-12-04 | on 3/4 December 2022 = 2022-12-03/2022-12-04
on 5 & 6 May 2022 = 2022-05-05/2022-05-06 | in Feb.-May 2023 = 2023-02-01/2023-05-31
on Orthodox Good Friday 2021 = 2021-04-30 | on Giving Tuesday 2020 = 2020-12-01 | on Pentecost 2020 = 2020-05-31
"""
SPOKEN = """
on this Tuesday-Feb-13 = 2024-02-13 | on last Monday-Feb-5 = 2024-02-05 | over the last 2 years and 4 months = 2021-10-08/2024-02-07
in the past 5 weeks and 3 days = 2024-01-01/2024-02-07 | the next 2 months and 1 week = 2024-02-09/2024-04-15
for the last 2 years, 3 months and a day = 2021-11-07/2024-02-07 | for the remaining of the week = 2024-02-09/2024-02-11
this Christmas = 2023-12-25 | this Bastille Day = 2024-07-14 | this New Year's Day = 2024-01-01 | on Feb. 29 = 2020-02-29
in may = 2023-05 | since may = 2023-05 | on Remembrance Day = 2023-11-11 | on Burns Night = 2024-01-25
"""


def cases(table: str) -> list[tuple[str, str]]:
    """The phrases of a table with what each means, as `phrase = meaning`."""
    pairs = [case.split(" = ") for line in table.strip().split("\n") for case in line.split(" | ")]
    return [(phrase, meaning) for phrase, meaning in pairs]


def meanings(text: str, anchor: date | None = THURSDAY) -> list[str | None]:
    return [m.interval and m.interval.iso for m in find_dates(text, anchor)]


@pytest.mark.parametrize(("phrase", "iso"), cases(ABSOLUTE) + cases(PASTED))
def test_what_names_its_year_means_the_same_on_every_day(phrase: str, iso: str) -> None:
    text = f"It happened {phrase}."
    assert meanings(text) == meanings(text, None) == [iso]


@pytest.mark.parametrize(("phrase", "iso"), cases(RELATIVE) + cases(SPOKEN))
def test_what_counts_from_the_day_of_publication(phrase: str, iso: str) -> None:
    assert meanings(f"It happened {phrase}.") == [iso]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("in January and February 2020", ["2020-01", "2020-02"]),
        ("on 3 May and 4 June 2019", ["2019-05-03", "2019-06-04"]),
        ("in December and January 2020", ["2019-12", "2020-01"]),
        ("on Monday and Tuesday of last week", ["2024-01-29", "2024-01-30"]),
        ("next week Monday or Tuesday", ["2024-02-12", "2024-02-13"]),
        ("next week Tue or Wed", ["2024-02-13", "2024-02-14"]),
        ("last week Mon, Tue and Fri", ["2024-01-29", "2024-01-30", "2024-02-02"]),
        ("Feb/March 2023", ["2023-02", "2023-03"]),
        ("He'll come Wed 17th", ["2024-04-17"]),
        ("He came Wed 17th", ["2024-01-17"]),
        ("They'll open May/3", ["2024-05-03"]),
        ("We’ll vote on Monday", ["2024-02-12"]),
        ("shut in may and reopened in june", ["2023-05", "2023-06"]),
        ("for the last 3 months and 2 days ago", ["2023-11-08/2024-02-07", "2024-02-06"]),
        ("the last 2 weeks and 3 months", ["2024-01-25/2024-02-07"]),
        ("three weeks ago on Monday", ["2024-01-15"]),
        ("He was born on 5 May 2019. That day it rained.", ["2019-05-05", "2019-05-05"]),
        ("It opened in 2009. It closed the same year.", ["2009", "2009"]),
        ("The vote was on 5 May 2020. It failed the previous Friday.", ["2020-05-05", "2020-05-01"]),
        ("The show runs here (2003-present).", ["2003-01-01/2024-02-08"]),
        ("It was 2019's best film.", ["2019"]),
        ("a picture of c. 1850", ["1850"]),
        ("Bush in 88 and 92, Obama in 08.", ["1988", "1992", "2008"]),
        ("by year-end", ["2024-09-01/2024-12-31"]),
        ("by end-2019", ["2019-09-01/2019-12-31"]),
        ("at mid-year", ["2024-05-01/2024-08-31"]),
        ("in FY2019-20", ["2019-01-01/2020-12-31"]),
        ("last year's fourth quarter", ["2023-10-01/2023-12-31"]),
        ("between the 21st and 23rd.", ["2024-01-21/2024-01-23"]),
        ("from the 27th to the 3rd of April 2020", ["2020-03-27/2020-04-03"]),
        ("The festival begins on Friday.", ["2024-02-09"]),
        ("The talks began on Friday and will go on.", ["2024-02-02"]),
        ("It rained on Friday. The council will meet.", ["2024-02-02"]),
        ("Output could double in two years.", ["2026"]),
        ("The ship sank on 5 May 2020. It burned that night.", ["2020-05-05", "2020-05-05"]),
        ("The ship sank on 5 May 2020. It was found the following night.", ["2020-05-05", "2020-05-06"]),
        ("On Monday he said he will go.", ["2024-02-05"]),
        ("On Tuesday, the mayor and all his aides are to travel to Paris.", ["2024-02-13"]),
        ("They doubted his word on Monday, though few of the townsfolk will say so.", ["2024-02-05"]),
        ("In 2018 people left.", ["2018"]),
        ("Prices will fall this year.", ["2024"]),
        ("The fall last year was steep.", ["2023"]),
        ("It opened in the fall last year.", ["2023-09-01/2023-11-30"]),
        ("It will not open until at least 2031.", ["2031"]),
        ("They won 2016 gold.", ["2016"]),
        ("In January and February last year", ["2023-01", "2023-02"]),
        ("on 5 January and yesterday", ["2024-01-05", "2024-02-07"]),
        ("in Q1-Q3 2023", ["2023-01-01/2023-09-30"]),
        ("its fiscal 2024 second quarter", ["2024-04-01/2024-06-30"]),
        ("in the first quarter of 2023-24", [None]),
        ("in the third quarter of the fiscal year 2023-24", [None]),
        ("in Q1 2023-24", [None]),
        ("in the second half of 2022/23", [None]),
        ("by the end of 2029/30", [None]),
        ("in the 2029/30 season", ["2029-01-01/2030-12-31"]),
        ("the 2004 Boxing Day tsunami", ["2004-12-26"]),
        ("the 1998 Good Friday Agreement", ["1998"]),
        ("In May 2,000 people marched", ["2023-05"]),
        ("a fall of 1990 points", ["1990"]),
        ("on Ash Wednesday, 14 February", ["2024-02-14"]),
        ("from 31/01/2024 to 01/02/2024", ["2024-01-31/2024-02-01"]),
        ("on 02/03/2024 and 12/31/2023", ["2024-02-03", "2023-12-31"]),
        ("music of the 60s", ["1960-01-01/1969-12-31"]),
        ("in the last week of the month", ["2024-02-23/2024-02-29"]),
        ("last weeks meeting", ["2024-01-29/2024-02-04"]),
        ('"We will win," he said on Monday.', ["2024-02-05"]),
        ("“We will win,” the coach told reporters on Monday.", ["2024-02-05"]),
        ("It put out a statement on Monday: “The people will decide.”", ["2024-02-05"]),
        ("Flights will resume, the airline said on Monday.", ["2024-02-05"]),
        ("The shop will close on Monday, he said.", ["2024-02-12"]),
        ("He will resign, according to a statement issued on Monday.", ["2024-02-05"]),
        ("He told reporters on Monday that he will resign.", ["2024-02-05"]),
        ("He told reporters he would resign on Monday.", ["2024-02-12"]),
        ("He said the vote on Monday will go ahead.", ["2024-02-12"]),
        ("The man who was shot on Monday will be buried.", ["2024-02-05"]),
        ("The ship will sail after a fire broke out on Monday.", ["2024-02-05"]),
        ("The ship will sail after the summit on Monday.", ["2024-02-12"]),
        ("They will vote on a bill passed by the House on Monday.", ["2024-02-05"]),
        ("Results are expected to be formally announced on Monday.", ["2024-02-12"]),
        ("The White House said he will travel to Poland on Monday.", ["2024-02-12"]),
        ("Riots broke out due to the shooting of a man in August.", ["2023-08"]),
        ("He is due to retire in August.", ["2024-08"]),
        ("The match was slated for Monday.", ["2024-02-12"]),
        ("He will be buried on Friday, his family announced on Monday.", ["2024-02-09", "2024-02-05"]),
        ("They will play France on Friday, having beaten Spain on Monday.", ["2024-02-09", "2024-02-05"]),
        ("Schools will close on Friday and reopen on Monday.", ["2024-02-09", "2024-02-12"]),
        ("The trial will proceed on Monday.", ["2024-02-12"]),
        ("The school will remain closed on Monday.", ["2024-02-12"]),
        ("He will be privately buried on Monday.", ["2024-02-12"]),
        ("He will be tried and sentenced in May.", ["2024-05"]),
        ("The match will be hosted by France on Monday.", ["2024-02-12"]),
        ("It will be the third strike since December.", ["2023-12"]),
        ("He had been expected to resign on Monday.", ["2024-02-05"]),
        ("The rocket was scheduled to launch on Monday but was delayed.", ["2024-02-05"]),
        ("Police said they arrested him on Monday and will release him.", ["2024-02-05"]),
        ("The team will play without Smith, injured on Monday.", ["2024-02-05"]),
        ("She will be sentenced for a crime committed in May.", ["2023-05"]),
        ("It will have opened by Monday.", ["2024-02-12"]),
        ("Monday's attack will be investigated.", ["2024-02-05"]),
        ("Monday's vote will be close.", ["2024-02-12"]),
        ("Prices are set to rise in April, it said in January.", ["2024-04", "2024-01"]),
        ("The council will meet in November, December and January.", ["2024-11", "2024-12", "2025-01"]),
        ("the session that starts in early March", ["2024-03-01/2024-03-10"]),
        ("Heavy rain is forecast through Saturday.", ["2024-02-10"]),
        ("The case was adjourned to 4 March.", ["2024-03-04"]),
        ("He was remanded in custody until 12 April.", ["2024-04-12"]),
        ("In 2022 the case was adjourned to 4 March.", ["2022", "2023-03-04"]),
        ("A snap election was called for 14 May.", ["2024-05-14"]),
        ("The trial was postponed from 4 March to 8 April.", ["2023-03-04", "2023-04-08"]),
        ("The meeting was moved from Monday to Thursday.", ["2024-02-05", "2024-02-08"]),
        ("The tour begins in Sydney on March 2 and ends in Perth on March 30.", ["2024-03-02", "2024-03-30"]),
        ("Figures to be released on Tuesday", ["2024-02-13"]),
        ("the first prisoner to be released on Tuesday", ["2024-02-06"]),
        ("The vote is on 20 December and the run-off on 3 January.", ["2024-12-20", "2025-01-03"]),
        ("The trial begins on 4 March and the attack on 7 October was", ["2024-03-04", "2023-10-07"]),
        ("The spotlight is on Monday's budget.", ["2024-02-05"]),
        ("on the opening day of the 2022-23 season", [None]),
        ("in the second half of the 2022 campaign", ["2022"]),
        ("in the second half of the 2022 fiscal year", ["2022-07-01/2022-12-31"]),
        ("in the half year to 31 December", ["2023-07-01/2023-12-31"]),
        ("in the two decades to 2010", ["1991-01-01/2010-12-31"]),
        ("on Monday and Tuesday nights", ["2024-02-05", "2024-02-06"]),
        ("the 2011-12 season", ["2011-01-01/2012-12-31"]),
        ("the 1999-00 season", ["1999-01-01/2000-12-31"]),
        ("as of 2010-12", ["2010-12"]),
        ("the winter of 2010-11", ["2010-12-01/2011-02-28"]),
        ("30 January-2 February 2024", ["2024-01-30/2024-02-02"]),
        ("It opened on 29 January and is expected to last six weeks.", ["2024-01-29"]),
        ("over the last six weeks", ["2023-12-28/2024-02-07"]),
        ("on Good Friday last year", ["2023-04-07"]),
        ("on Thanksgiving this year", ["2024-11-28"]),
        ("last winter", ["2022-12-01/2023-02-28"]),
        ("this winter", ["2023-12-01/2024-02-29"]),
        ("in Q1 and Q2 of 2023", ["2023-01-01/2023-03-31", "2023-04-01/2023-06-30"]),
        ("in the April-June quarter of 2021", ["2021-04-01/2021-06-30"]),
        ("in the January-March quarter of 2021-22", ["2022-01-01/2022-03-31"]),
        ("at 1900 on Tuesday", ["2024-02-06"]),
        ("The two meet again on Saturday.", ["2024-02-10"]),
        ("Polls open on Sunday.", ["2024-02-11"]),
        ("Polls opened on Sunday.", ["2024-02-04"]),
        ("Voters go to the polls on 14 February.", ["2024-02-14"]),
        ("The show runs from 3 March to 5 May.", ["2024-03-03/2024-05-05"]),
        ("The curfew lasts until 3 March.", ["2024-03-03"]),
        ("It was open until 3 March.", ["2023-03-03"]),
        ("It sank last week – Tuesday, to be exact.", ["2024-01-30"]),
        ("from april in 2016 to June in 2017", ["2016-04-01/2017-06-30"]),
        ("A year ago Tuesday, it sank.", ["2023"]),
        ("It sank three months ago on Friday.", ["2023-11"]),
        ("It sank two weeks ago Monday.", ["2024-01-22"]),
        ("It sank two years, three months and two days ago.", ["2021-11-06"]),
        ("for the last 3 months and 2 weeks and 2 days ago", ["2023-11-08/2024-02-07", "2024-02-06"]),
        ("It will shut by the end of year.", ["2024-09-01/2024-12-31"]),
        ("It will shut by end of month.", ["2024-02-21/2024-02-29"]),
        ("q1 was good", ["2024-01-01/2024-03-31"]),
        ("the twenty - fifth of May 2019", ["2019-05-25"]),
    ],
)
def test_the_words_around_an_expression_say_which_time_it_is(text: str, isos: list[str | None]) -> None:
    assert meanings(text) == isos


@pytest.mark.parametrize(
    "text",
    [
        "in her late 20s",
        "the sun or the moon",
        "he wed in haste",
        "in may-pole form",
        "in 2150 homes",
        "the level rose by 2150.",
        "a curfew until 2300",
        "by 2150 people",
        "on Super Tuesday",
        "a match of Sheffield Wednesday",
        "since Bloody Sunday",
        "a meeting in room 2019.",
        "It began at 1945 GMT.",
        "at 2019 Oak Hill Road",
        "on Holocaust Remembrance Day",
        "Presidents' Day sales",
        "since 500 BC",
        "the 5th-century BC",
        "government resolution No. 1430/2019",
        "the first rise in three years",
        "one in 20.",
        "the Bastille Day attack",
        "That night it rained.",
        "They meet every Monday.",
        "It is due Tuesday week.",
        "It killed 2000 people.",
        "They sent 2000 letters.",
        "He sold 2010 units.",
        "Some 1900 of them fled.",
        "More than 2000 were hurt.",
        "the Audi Q3 was recalled",
        "at the turn of the 20th century",
        "It is due a week on Saturday.",
        "highs in the 60s",
        "in the upper 50s",
        "a profit in its fiscal first quarter",
        "his last year in office",
        "the last week of the campaign",
        "in the last weeks of the war",
        "over the coming months and so on",
        "It is on Thursday nights.",
        "on Super Bowl Sunday",
        "It could last three months.",
        "a loss at the end of year one",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert meanings(text) == []


def test_one_day_with_dots_that_can_only_be_american_tells_how_the_others_are_meant() -> None:
    found = find_dates("It was put off from 05.12.2019 to 11.14.2019.", THURSDAY)
    assert [one.interval.iso for one in found if one.interval] == ["2019-05-12/2019-11-14"]
