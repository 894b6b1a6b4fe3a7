"""Expressions that name a quarter, half, year, decade or century."""

from __future__ import annotations

import re

from claimcheck.exact.dates.calendar import months_of, years_of
from claimcheck.exact.dates.names import GAP, YEAR, year_number
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.tense import ahead, nearest_year
from claimcheck.exact.words import ORDINAL_BELOW_HUNDRED, STREET, TENS_OF_YEARS, below_hundred

_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_COUNTED = (
    r"(?!-)(?! (?:[a-z]+s|[a-z]+ of|years?|people|million|billion|thousand|hundred|dollars|per"
    r"|percent)\b)(?! ?[%°])(?! (?:GMT|UTC|BST|CET|EST|EDT|IST|hrs?|hours)\b)"
)


_COUNTED_THING = re.compile(
    r" (?:of|(?!was|is|has|does|its|his|this|as|us|vs|plus|versus|across|sees)[a-z]+s)\b"
)
_PEOPLE = re.compile(
    r" (?:people|men|women|children|soldiers|troops|workers|deaths|cases|votes|seats|miles|metres|meters|km|kg|tons"
    r"|tonnes|dollars|euros|pounds|calories|copies|units)\b"
)
_AMOUNT = re.compile(
    r"\b(?:(?:more|fewer|less) than|at (?:least|most)|some|nearly|almost|roughly|exactly) $", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"\b(?:room|suite|apartment|page|article|section|clause|resolution|flight|route|highway|case|file|windows|version) $",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(  # a time of day, a number over another, or the number of a house
    rf" (?:over \d{{1,4}}[.,;]?$|(?:GMT|UTC|BST|CET|EST|EDT|IST)\b)|{STREET}"
)
_ON_A_DAY = re.compile(r" (?:on|local)\b", re.IGNORECASE)
_YEAR_LEAD = re.compile(r"\b(?:in|since|during|until|by|from|after|before|the) $", re.IGNORECASE)


def _quarter(match: re.Match[str], scene: Scene) -> Value | None:
    quarter = _QUARTERS.get(match["q"].lower()) or int(match["q"])
    year = match.groupdict().get("year")
    if year:
        return Value(months_of(year_number(year), 3 * quarter - 2, 3), "quarter")
    guess = nearest_year(3 * quarter - 2, 1, scene.anchor, ahead(scene.text, match))
    return Value(months_of(guess, 3 * quarter - 2, 3), "quarter", relative=True, guessed=True)


def _half(match: re.Match[str], scene: Scene) -> Value | None:
    second = match["half"].lower() in {"second", "last", "latter", "2nd", "2"}
    which = match.groupdict().get("which")
    year = (
        scene.anchor.year + {"last": -1, "this": 0, "next": 1}[which.lower()]
        if which
        else year_number(match["year"])
    )
    return Value(months_of(year, 7 if second else 1, 6), "half", relative=bool(which))


def _of_a_season(match: re.Match[str], scene: Scene) -> Value:
    """A quarter or half of 2023-24, a fiscal year: not known, since which months it has depends on whose it is."""
    return Value(None, "span")


def _years(match: re.Match[str], scene: Scene) -> Value | None:
    """2014-2018, and 2022-23 or 2022/23, where the century is the first year's."""
    first, last = int(match["y1"]), int(match["y2"])
    if last < 100:
        last += first // 100 * 100 + 100 * (last == 0 and first % 100 == 99)
    if "/" in match.group() and last - first > 2:
        return None  # the number of a law
    return Value(years_of(first, last - first + 1), "year") if first < last else None


def _decade(match: re.Match[str], scene: Scene) -> Value | None:
    return Value(
        years_of(
            int(match["decade"]), 100 if match["decade"].endswith("00") and match["decade"] < "2000" else 10
        ),
        "decade",
    )


def _short_decade(match: re.Match[str], scene: Scene) -> Value | None:
    """The '90s, the nineties: the latest such decade that has begun; "her mid-20s" are years of a life."""
    if _AGE.search(scene.text, max(0, match.start() - 40), match.start()) or _warm(scene.text, match):
        return None
    written = match.groupdict().get("tens1") or match["tens"]
    tens = TENS_OF_YEARS.get(written.lower()) or int(written) if written.lower() != "noughties" else 0
    hundreds = match.groupdict().get("hundreds")
    if hundreds:
        return Value(years_of(100 * below_hundred(hundreds) + tens, 10), "decade")
    first = scene.anchor.year // 100 * 100 + tens
    return Value(years_of(first if first <= scene.anchor.year else first - 100, 10), "decade", relative=True)


def _warm(text: str, match: re.Match[str]) -> bool:
    """Whether it is a temperature, or a score: "highs in the 60s", "in the upper 50s"."""
    around = text[max(0, match.start() - 60) : match.end() + 14]
    return bool(_UPPER.search(text, max(0, match.start() - 8), match.start()) or _OF_WEATHER.search(around))


def _century(match: re.Match[str], scene: Scene) -> Value | None:
    """The 21st century as 2000 to 2099, as people count and Recognizers-Text does; its turn is no such time."""
    if _TURN.search(scene.text, max(0, match.start() - 12), match.start()):
        return None
    number = below_hundred(match["century"])
    return Value(years_of(100 * (number - 1), 100), "century") if 2 <= number <= 30 else None


def _year(match: re.Match[str], scene: Scene) -> Value | None:
    return Value(years_of(year_number(match["year"])), "year")


def _of_our_era(match: re.Match[str], scene: Scene) -> Value | None:
    """AD 79, 600 CE: a year by its own number, and not by two digits of one."""
    return Value(years_of(int(match["year"] or match["year2"])), "year")


def _bare_year(match: re.Match[str], scene: Scene) -> Value | None:
    """A year by its form alone; "killed 2000 people", "more than 2000 cars" and "2000 of them" have none."""
    before = scene.text[max(0, match.start("x") - 14) : match.start("x")]
    if _NUMBERED.search(before) or _NO_YEAR.match(scene.text, match.end("x")):
        return None
    if before.endswith("at ") and _ON_A_DAY.match(scene.text, match.end("x")):
        return None  # "at 1900 on Tuesday"
    if _PEOPLE.match(scene.text, match.end("x")) and not _YEAR_LEAD.search(before):
        return None
    counted = _AMOUNT.search(before) or (
        _COUNTED_THING.match(scene.text, match.end("x")) and not _YEAR_LEAD.search(before)
    )
    return None if counted and match["year"].endswith("00") else _year(match, scene)


def _far_year(match: re.Match[str], scene: Scene) -> Value | None:
    """A year of the centuries to come, as in "by 2150"; not "rose by 2150", nor a time of day as in "until 2300"."""
    if _CHANGED_BY.search(scene.text, max(0, match.start() - 24), match.start()):
        return None
    around = scene.text[max(0, match.start() - 60) : match.end() + 60]
    return None if int(match["year"][2:]) < 60 and _OF_CLOCKS.search(around) else _year(match, scene)


def _year_of_two(match: re.Match[str], scene: Scene) -> Value | None:
    """Two digits that can only be a year: "in 08", "in 88 and 92"."""
    return Value(years_of(year_number(match["x"])), "year")


def _since(match: re.Match[str], scene: Scene) -> Value | None:
    """2003-present."""
    first = years_of(year_number(match["year"]))[0]
    return Value((first, scene.anchor), "range", relative=True) if first <= scene.anchor else None


def _centuries(match: re.Match[str], scene: Scene) -> Value | None:
    """The 17th and 18th centuries, from the 17th to the 19th century."""
    first, last = below_hundred(match["first"]), below_hundred(match["century"])
    return (
        Value(years_of(100 * (first - 1), 100 * (last - first + 1)), "range")
        if 2 <= first < last <= 30
        else None
    )


_TURN = re.compile(r"\bturn of $", re.IGNORECASE)
_ONE_YEAR = r"(?![-–/]\d\d(?!\d))"  # a quarter of 2023-24 is one of a fiscal year
_CENTURY = rf"{ORDINAL_BELOW_HUNDRED}|\d{{1,2}}(?:st|nd|rd|th)"
_LEAD = (
    r"in|since|by|of|during|from|until|till|for|after|before|year|throughout|to|through|between"
    r"|back|late|early|mid|around|"
    r"circa|calendar|fiscal|FY|AD|CE|end|spring|summer|autumn|fall|winter"
)

_DECADE_LEADS = "the in of since during by from until to early mid late".split()
_FAR_LEADS = "by until till through before after beyond in".split()
_CHANGED_BY = re.compile(
    r"\b(?:r[io]se|risen|rising|increas\w+|gr[eo]wn?|fallen|f[ae]ll|drop\w*|decreas\w+|cut|reduc\w+|up|down|exceed\w*"
    r"|shr[aiu]nk|jump\w*|surg\w+|climb\w*|declin\w+|divid\w+|multipli\w+|outnumber\w*|w[io]n|won|lost|led|result\w*) (?:by|in) $",
    re.IGNORECASE,
)
_OF_CLOCKS = re.compile(
    r"\b(?:curfew|hours?|hrs|GMT|UTC|local|[ap]\.?m\b|open|close[sd]?|midnight|tonight|flights?|trains?)\b|\d[:.]\d\d",
    re.IGNORECASE,
)
_YEAR_OR_TWO = rf"(?:{GAP}(?:of{GAP})?|[-/]|)(?P<year>(?:19|20)\d\d|[’']?\d\d)"

_UPPER = re.compile(r"\b(?:high|low|upper|lower)[ -]$", re.IGNORECASE)
_OF_WEATHER = re.compile(
    r"\b(?:temperatures?|highs|lows|degrees|Fahrenheit|thermometers?|mercury)\b", re.IGNORECASE
)
_AGE = re.compile(r"\b(?:her|his|their|my|your|our)(?:[ -](?:early|mid|late|to|or|and))*[ -]$", re.IGNORECASE)

RULES: list[Rule] = [
    rule(
        rf"(?<!\w)(?:from{GAP})?(?:the{GAP})?(?P<first>{_CENTURY})(?:[ -]century)?"
        rf"(?:{GAP}(?:and|or|to|through|until){GAP}(?:the{GAP})?|[-–])(?P<century>{_CENTURY})[ -]centur(?:y|ies)\b",
        _centuries,
        near="centuries",
        back=60,
    ),
    rule(
        rf"(?<![\w.,/$€£-])(?P<year>1[0-9]\d\d|20\d\d){GAP}?[-–—]{GAP}?(?:the{GAP})?(?:present|now|today|date)\b",
        _since,
        near="year",
        back=0,
    ),
    rule(
        r"(?<![\w$€£.,/-])(?P<year>(?:1[89]|20)\d[1-9])[’']s\b(?! (?:first|second|third|fourth|last|latter) (?:half|quarter))",
        _year,
        near="year",
        back=0,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?P<q>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))[ -]quarter"
        rf"(?:{GAP}(?:of|in))?(?:{GAP}(?:the{GAP}year|(?:the{GAP})?(?:fiscal|financial)(?:{GAP}year)?))?{GAP}{YEAR}{_ONE_YEAR}",
        _quarter,
        near="quarter",
        back=24,
    ),
    rule(
        rf"(?<!\w)Q(?P<q>[1-4])(?:{GAP}(?:of{GAP})?|[-/]|(?=[’'])){YEAR}(?!\w){_ONE_YEAR}",
        _quarter,
        near="q",
        back=0,
    ),
    *(
        rule(
            rf"(?<!\w){letter}[1-4]{GAP}(?:of{GAP})?(?:FY{GAP}?)?(?:1[89]\d\d|20\d\d)[-–/]\d\d(?![\w/-])",
            _of_a_season,
            near=letter,
            back=0,
        )
        for letter in "qh"
    ),
    rule(rf"(?<!\w)(?P<q>[1-4])Q{_YEAR_OR_TWO}(?!\w)", _quarter, near="q", back=1),
    rule(rf"(?<!\w)(?P<half>[12])H{_YEAR_OR_TWO}(?!\w)", _half, near="h", back=1),
    rule(
        rf"(?<!\w){YEAR}[’']s{GAP}(?P<q>first|second|third|fourth|last)[ -]quarter(?!\w)",
        _quarter,
        near="quarter",
        back=40,
    ),
    rule(
        rf"(?<!\w){YEAR}[’']s{GAP}(?P<half>first|second|last|latter){GAP}half(?!\w)",
        _half,
        near="half",
        back=40,
    ),
    rule(rf"(?<!\w){YEAR}(?:{GAP}|-)?Q(?P<q>[1-4])(?!\w)", _quarter, near="q"),
    rule(
        rf"(?<!\w)(?<!fiscal )(?<!financial )(?:the{GAP})?(?P<q>first|second|third|fourth|[1-4](?:st|nd|rd|th))[ -]quarter(?!\w"
        rf"|{GAP}(?:of|and|finals?)\b)",
        _quarter,
        near="quarter",
        back=24,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?P<half>first|second|last|1st|2nd)[ -]half(?:[ -]year)?{GAP}(?:of{GAP})?(?:{YEAR}{_ONE_YEAR}|"
        rf"(?P<which>this|last|next){GAP}year)(?!\w)",
        _half,
        near="half",
        back=16,
    ),
    rule(rf"(?<!\w){YEAR}[- ]H(?P<half>[12])(?!\w)", _half, near="h"),
    rule(
        r"(?<!\w)(?<!\baudi )(?P<x>Q(?P<q>[1-4]))(?![\w&/:)]|-(?!Q[1-4])| (?:FY ?)?\d{4})",
        _quarter,
        near="q",
        back=0,
    ),
    rule(rf"(?<!\w)H(?P<half>[12]){GAP}{YEAR}(?!\w){_ONE_YEAR}", _half, near="h", back=0),
    rule(
        rf"(?<![\w.,/$€£-])(?:from{GAP}|between{GAP})?(?P<y1>1[0-9]\d\d|20\d\d)(?:{GAP}?[-–—/~]{GAP}?"
        rf"|{GAP}(?:to|till|until|through){GAP}|(?<=between \d{{4}}){GAP}and{GAP})(?P<y2>1[0-9]\d\d"
        rf"|20\d\d)(?!\w|,\d|[-/]\w|\.\d)",
        _years,
        near="year",
        back=12,
    ),
    rule(
        r"(?:(?<![\w.,/$€£-])|(?<=\bFY))(?P<y1>1[89]\d\d|20\d\d)[-–/](?P<y2>\d\d)(?![\w/-]|,\d|\.\d)",
        _years,
        near="figures",
        back=0,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?:the |)(?P<decade>1[0-9]\d0|20\d0)[’']?s(?!\w)",
        _decade,
        near="decade",
        back=12,
    ),
    rule(  # pasted text may have a space in it
        rf"(?:{'|'.join(f'(?<={word} )' for word in _DECADE_LEADS)}|(?<=mid-))(?P<decade>1[0-9]\d0|20\d0) (?-i:s)(?![\w’'-])",
        _decade,
        near="decade",
        back=0,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?:[’'](?P<tens1>[01]0)|[’']?(?P<tens>[2-9]0))[’']?s(?!\w)(?<=s)",
        _short_decade,
        near="decade",
        back=12,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?P<hundreds>seventeen|eighteen|nineteen|twenty)[ -](?P<tens>{'|'.join(TENS_OF_YEARS)})(?!\w)",
        _short_decade,
        near="decade",
        back=20,
    ),
    rule(
        rf"(?:(?<=the )|(?<=in )|(?<=the early )|(?<=the late )|(?<=the mid-))(?P<tens>{'|'.join(TENS_OF_YEARS)})(?!\w)",
        _short_decade,
        near="decade",
        back=0,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?P<century>{ORDINAL_BELOW_HUNDRED}|\d{{1,2}}(?:st|nd|rd"
        rf"|th))[ -]century(?!\w)",
        _century,
        near="century",
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?:fiscal{GAP}|financial{GAP}|calendar{GAP})?year{GAP}{YEAR[:-1]}|2[1-9]\d\d)(?!\w)",
        _year,
        near="year word",
        back=20,
    ),
    rule(
        r"(?<!\w)(?:FY|CY)[ -]?[’']?(?P<year>(?:19|20)?\d\d)(?![\w/.,-]*\d|\w)",
        _year,
        near="fiscal",
        back=2,
    ),
    rule(rf"\b(?:in|since){GAP}(?P<x>0\d)(?![\w:%/,.-]*\d|\w)", _year_of_two, near="year of two", back=8),
    rule(
        rf"(?<=[a-z\]] )in{GAP}(?P<x>[4-9]\d)(?={GAP}and{GAP}(?:[4-9]|0)\d[,.;])",
        _year_of_two,
        near="year of two",
        back=4,
    ),
    rule(r"(?<=[a-z\]] in \d\d and )(?P<x>(?:[4-9]|0)\d)(?=[,.;])", _year_of_two, near="year of two", back=0),
    rule(
        rf"(?:\b(?:{_LEAD})[ -]|\b(?:c|ca)\.{GAP}?|\()(?P<x>{YEAR})(?![\w%]|,\d|\.\d|-\d){_COUNTED}",
        _year,
        near="year",
        back=24,
    ),
    rule(
        rf"(?:{'|'.join(f'(?<={lead} )' for lead in _FAR_LEADS)})(?P<x>(?P<year>2[1-9]\d\d))"
        rf"(?=[.;:!?)]|,(?!\d)|$|{GAP}(?:and|or|but|if|as|unless|under|while|with|because|when)\b)(?![.:]\d)",
        _far_year,
        near="year",
        back=0,
    ),
    rule(
        r"(?<![\w.,/-])(?P<x>(?-i:AD|A\.D\.) ?(?P<year>[1-9]\d{0,3})|(?P<year2>[1-9]\d{0,3}) (?-i:AD|A\.D\.|CE|C\.E\.))(?![\w%]|,\d|\.\d)",
        _of_our_era,
        near="number",
        back=6,
    ),
    rule(rf"(?<=[a-z]['’]s )(?P<x>{YEAR})(?![\w%]|,\d|\.\d|-\d){_COUNTED}", _year, near="year", back=6),
    rule(
        rf"\b(?:the|a|an|his|her|its|their|our|this|and|or|,)[ ](?P<x>(?P<year>19\d\d|20\d\d))(?![\w%]"
        rf"|,\d|\.\d|-\d){_COUNTED}(?= [\"“‘']?[A-Za-z]|[,;.)?!]|$)",
        _year,
        near="year",
        back=6,
    ),
    rule(
        r"(?<![\w$€£#.,:/-])(?<!No )(?<!No\. )(?<!number )(?P<x>(?P<year>19\d\d|20\d\d))(?=[;,.)?!:]?"
        r"(?:\s*$|\s+[A-Z\"“‘'(—–])|[,;)])(?!,\d|\.\d)",
        _bare_year,
        near="year",
        back=0,
    ),
]
