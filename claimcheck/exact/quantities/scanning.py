"""Finds the quantities of a text: numbers, what stands before and after them, and ranges of two."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from claimcheck.domain import Quantity
from claimcheck.exact.dates import find_dates
from claimcheck.exact.landmarks import landmarks
from claimcheck.exact.quantities import money, numerals, units
from claimcheck.exact.quantities.bounds import approximate, bound
from claimcheck.exact.quantities.currencies import COINS, SIGNS
from claimcheck.exact.quantities.eras import before_christ
from claimcheck.exact.quantities.feet import inches, primes
from claimcheck.exact.quantities.lists import listed
from claimcheck.exact.quantities.parts import AND_A_PART, part_of, part_of_one, with_smaller
from claimcheck.exact.quantities.ranges import BETWEEN, QuantityMention, ranges
from claimcheck.exact.quantities.scales import Numeral, after_sign
from claimcheck.exact.quantities.shares import STEP, shares
from claimcheck.exact.quantities.telephones import telephones
from claimcheck.exact.spaces import with_plain_spaces
from claimcheck.exact.words import BELOW_HUNDRED, DIVISORS, ORDINAL_ONES, ORDINAL_TEENS, STREET, below_hundred

_HUNDRED = r"(?<!several )(?<!few )(?<!many )(?<!some )(?<!couple )(?<!of )hundred(?= (?:thousand|million|per ?cents?|dollars|euros|pounds|and (?:[a-z]+ty|[a-z]+teen|ten|eleven|twelve))\b)"
_ORDINALS = [word for word in (*ORDINAL_ONES, *ORDINAL_TEENS) if word != "second"]  # "a thirty-second delay"
_START = re.compile(
    rf"(?<![\w.,/:-])(?:\d|\.\d|[¼½¾⅐-⅞]|(?:half|quarter)(?=[ -](?:an?[ -])?[a-z])|(?:{BELOW_HUNDRED}"
    rf"|an?|zero|nought|naught|oh(?= point )|couple(?= )|point(?= )|{_HUNDRED})(?![^\W_]))"
    rf"|(?<=[{''.join(SIGNS)}])\d|(?<=[$€£][-−])\d|(?<=\bRs\.)\d|(?<=\bS/\.)\d|(?<=[a-zč])\d"
    rf"|(?<=[\dkmn%°][-–])\d|(?<=[\s(][-−–])(?:\d|\.\d|[½¼¾])|(?<=^[-−–])\d|(?<=\+/[-−–])\d|(?<=-to-)(?:\d|{BELOW_HUNDRED})"
    rf"|(?<=\d-by-)\d|(?<=\bmagnitude-)\d|(?<=[\d\"”″]×)\d|(?<=\d(?-i:[CF])[-–])\d(?=\d?(?-i:[CF])\b)",
    re.IGNORECASE,
)
_QUAKE = re.compile(r"\d\.\d (?:earthquake|quake|tremor|aftershock)\b")
_MAGNITUDE = re.compile(r"\bmagnitude(?: of |[ -])$", re.IGNORECASE)
_NUMBERED = re.compile(  # the number tells which one, and counts nothing: "Republic Act No. 7966 expired"
    r"(?:\b(?:Nos?\.|[Nn]umber|Flight|Act|Article|Section|Resolution|Route|Highway|Interstate|Chapter|Bill|Proposition"
    r"|Amendment|Protocol|Boeing|Airbus|Apollo|Room|Gate|Platform|Channel|Formula) |№ ?)$"
)
_TIMES = re.compile(r"\d[\"”″]?[x×]$")
_ARTICLE = re.compile(r"an?[ -](?:- )?$", re.IGNORECASE)
_MINUS = re.compile(
    r"(?:(?<![^\s(])(?<!\d )[-−]|(?<=[a-z] )–|(?<=[$€£])[-−]|(?<!\bplus or )\b(?:minus|negative) )$",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?:(?<=[\s(])|^)%$")
_GOES_ON = re.compile(
    rf"\d|[:/.,]\d|(?<=0)[’']?s\b|(?-i:[GD])(?!\w)"
    rf"|(?:(?<=[a-z]ty)[ -]|(?<=hundred) (?:and )?|(?<=thousand) (?:and )?)(?:{'|'.join(_ORDINALS)})(?![^\W_])"
    rf"|[ -](?:{'|'.join(DIVISORS)})(?![^\W_])",
    re.IGNORECASE,
)
_STREET = re.compile(STREET)
_OPENS = re.compile(r"(?:^|[.!?:;\n]\s*[\"“‘(]?\s*|[\"“(])$")
_OF = re.compile(r" of\b(?! an? )")
_DIGIT = re.compile(r"\d|[¼½¾⅐-⅞]|half|quarter|third|fifth")
_FIGURE_AFTER = re.compile(r" ?\d")
_WORD = re.compile(r"[ -][a-z]", re.IGNORECASE)
_TO = re.compile(r" to (?!the\b)|-to-", re.IGNORECASE)
_AND = re.compile(r" and ", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:between|both|either) (?:\w{1,4} ?)?$", re.IGNORECASE)
_ONCE = re.compile(r" (?:last|final|more|single) time(?!\w)", re.IGNORECASE)


def find_quantities(text: str) -> list[QuantityMention]:
    """The quantities of a text in order, none overlapping, dates left out; never raises."""
    plain = with_plain_spaces(text)
    found = _found(plain)
    return list(found) if plain == text else [_as_written(mention, text) for mention in found]


def _as_written(mention: QuantityMention, text: str) -> QuantityMention:
    """A mention with the text's own spaces."""
    written = {"text": text[mention.start : mention.end]}
    return replace(mention, quantity=mention.quantity.model_copy(update=written))


def find_figures(text: str) -> list[QuantityMention]:
    """The quantities that tell something by themselves: not the three of "killing three", which may be any three."""
    return [
        m
        for m in find_quantities(text)
        if m.quantity.unit or not 0 < m.quantity.value <= 12 or _DIGIT.search(m.quantity.text)
    ]


@lru_cache(2048)  # a passage's sentence is read for each claim that it may speak of
def _found(text: str) -> tuple[QuantityMention, ...]:
    if not landmarks(text):
        return ()
    taken = bytearray(len(text))
    for start, end in (*((date.start, date.end) for date in find_dates(text, None)), *telephones(text)):
        taken[start:end] = b"\1" * (end - start)
    found: list[QuantityMention] = []
    for mention in before_christ(text):
        _take(taken, found, [mention])
    for start, end, quantity in shares(text):
        _take(taken, found, [QuantityMention(start, end, quantity)])
    _numbers(text, taken, found)
    return tuple(ranges(text, sorted(found, key=lambda mention: mention.start)))


def _numbers(text: str, taken: bytearray, found: list[QuantityMention]) -> None:
    """Adds what numbers say where nothing is taken yet, from left to right."""
    place = 0
    for start in _starts(text):
        match = _START.match(text, start) if start >= place else None
        if not match:
            continue
        goes_on = not text.startswith("-to-", start - 4) or (found and found[-1].end == start - 4)
        mention = _mention(text, start, place) if goes_on and not taken[start] else None
        mentions = listed(text, start) or ([mention] if mention else [])
        place = mentions[-1].end if _take(taken, found, mentions) else _beyond(text, match)


def _starts(text: str) -> list[int]:
    """Where numbers may begin, in order: at figures and words of numbers, and at an article before some of them."""
    marks = landmarks(text)
    places = [start for start, _ in marks.get("number", ())]
    places += [start - 1 for start in places if text[start - 1 : start] == "."]
    for start, _ in marks.get("after an article", ()):
        article = _ARTICLE.search(text, max(0, start - 6), start)
        if article:
            places.append(article.start())
    return sorted(places)


def _take(taken: bytearray, found: list[QuantityMention], mentions: list[QuantityMention]) -> bool:
    """Adds mentions where nothing is taken, and says whether it did."""
    if not mentions or taken.find(1, mentions[0].start, mentions[-1].end) >= 0:
        return False
    start, end = mentions[0].start, mentions[-1].end
    taken[start:end] = b"\1" * (end - start)
    found += mentions
    return True


_RUN = re.compile(r"[\d.,:/]+")


def _beyond(text: str, match: re.Match[str]) -> int:
    """Where to look on after a place that is no quantity: behind all of its digits."""
    run = _RUN.match(text, match.start())
    return run.end() if run and match.group()[-1].isdigit() else match.end()


def _mention(text: str, start: int, floor: int) -> QuantityMention | None:
    """What the number at `start` is of; what stands before `floor` belongs to another."""
    number = numerals.read(text, start)
    note = number and text[start - 1 : start] == "[" and text[number.end : number.end + 1] == "]"
    if number is None or note or _GOES_ON.match(text, number.end) or _STREET.match(text, number.end):
        return None
    number, begin = _signed(text, number, start)
    currency = money.before(text, begin, number.value, number.scaled, floor)
    if currency:
        return _money(text, after_sign(text, number), *currency)
    if start and text[start - 1].isalpha() and not _other_side(text, start, number):
        return None  # "COVID19"
    amount = money.after(text, number.end, number.value, number.scaled)
    if amount:
        end, code, factor = amount
        times = Numeral(end, number.value * factor, number.step * factor, number.scaled or factor > 1)
        return _money(text, times, begin, code, end)
    percent = _PERCENT.search(text, max(0, begin - 2), begin)
    if percent and not units.read(text, number.end)[1]:
        return _made(text, percent.start(), number.end, number, "%")
    return _other(text, number, begin)


def _other_side(text: str, start: int, number: Numeral) -> bool:
    """Whether a number is the other side of a measure, as in "10x12-foot"; "a 4x4" is none."""
    side = _TIMES.search(text, max(0, start - 3), start)
    return side is not None and units.read(text, number.end)[1] in units.KNOWN


def _signed(text: str, number: Numeral, start: int) -> tuple[Numeral, int]:
    minus = _MINUS.search(text, max(0, start - 10), start)
    return (_negative(number), minus.start()) if minus else (number, start)


def _negative(number: Numeral) -> Numeral:
    return replace(number, value=-number.value, small=False)


def _money(text: str, number: Numeral, start: int, code: str, end: int | None = None) -> QuantityMention:
    stop, value = end or number.end, number.value
    if end is None:
        bare = text[start] == "$"  # "$5 CAD"
        whose = money.whose_after(text, number.end) if bare else None
        name = (*whose, 1.0) if whose else money.after(text, number.end, number.value)
        if name and (bare or name[1] in {code, "USD"}) and not _FIGURE_AFTER.match(text, name[0]):
            code = name[1] if bare and name[2] >= 1 else code
            stop = name[0]
            value *= max(name[2], 1.0) if name[1] == code else 1.0  # "£2.20p"
        number, start = _signed(text, replace(number, value=value), start) if value > 0 else (number, start)
        value = number.value
    half = AND_A_PART.match(text, stop)
    if half:
        return _made(text, start, half.end(), replace(number, value=value + part_of(half), step=0.0), code)
    value, stop = _with_change(text, start, value, stop)
    return _made(text, start, stop, Numeral(number.end, value, number.step, number.scaled), code)


def _with_change(text: str, start: int, value: float, stop: int) -> tuple[float, int]:
    """An amount with its cents, and where they end; in words alone ("$100 and fifty") they follow one without any."""
    change = money.change(text, stop)
    coins = numerals.read(text, change[0]) if change else None
    if not (change and coins and 0 < coins.value < 100):
        return value, stop
    bare = coins.end == change[1] and coins.worded
    if bare and (value % 1 or _BESIDE.search(text, max(0, start - 20), start)):
        return value, stop
    value, stop = value + coins.value * change[2], change[1]
    last = money.change(text, stop, tenths=True) if change[2] == 0.1 else None
    more = numerals.read(text, last[0]) if last else None
    return (value + more.value * last[2], last[1]) if last and more else (value, stop)


def _other(text: str, number: Numeral, start: int) -> QuantityMention | None:
    if _MAGNITUDE.search(text, max(0, start - 14), start) or _QUAKE.match(text, start):
        return _made(text, start, number.end, number, "magnitude")  # not "7.6 earthquakes"
    if not number.worded and _NUMBERED.search(text, max(0, start - 14), start):
        return _made(text, start, number.end, number, "")
    number = _of_length(text, number, start)
    end, unit = (0 < number.value < 1 and part_of_one(text, number)) or units.read(text, number.end)
    if number.part:
        return _fraction(text, number, start, end, unit)
    if number.small and number.value == 1 and _ONCE.match(text, number.end):
        return _made(text, start, number.end, number, "")
    if number.small and not unit:
        return _made(text, start, number.end, number, "") if _by_itself(text, number, start) else None
    if number.small and not _counts(number, unit) and not _opens_range(text, start, number.end):
        return None
    hours = units.hours(text, number.end)
    if hours:
        minutes = float(hours["minutes"] or 0) / 60
        return _made(
            text, start, hours.end(), replace(number, value=number.value + minutes, step=0.0), "hour"
        )
    feet = inches(text, end) if unit == "foot" else primes(text, number.end)
    if feet:
        value = number.value + _inches(feet["inches"]) / 12
        return _made(text, start, feet.end(), replace(number, value=value, step=0.0), "foot")
    number, end = with_smaller(text, number, end, unit)
    more = AND_A_PART.match(text, end) if unit in units.KNOWN else None
    if more:  # "two miles and a half"
        return _made(
            text, start, more.end(), replace(number, value=number.value + part_of(more), step=0.0), unit
        )
    return _made(text, start, end, number, unit)


def _inches(written: str) -> float:
    return float(written) if written[0].isdigit() else below_hundred(written)


def _of_length(text: str, number: Numeral, start: int) -> Numeral:
    """A number without its "m" where that stands for metres and not for millions: "a height of 48m"."""
    if not number.scaled or number.worded or text[number.end - 1] != "m":
        return number
    figure_end = number.end - 1 - (text[number.end - 2] == " ")
    if units.length(text, start, figure_end) is None:
        return number
    return Numeral(figure_end, number.value / 1e6, number.step / 1e6)


def _counts(number: Numeral, unit: str) -> bool:
    """Whether a small number in words is one: "one" is mostly a pronoun, unless it counts a known unit."""
    return bool(unit) and (number.value != 1 or unit in units.KNOWN | COINS or "/" in unit)


def _by_itself(text: str, number: Numeral, start: int) -> bool:
    """Whether a small number in words that counts nothing named is one: "killing three", not "Group of Seven"."""
    name = text[start].isupper() and not _OPENS.search(text, max(0, start - 4), start)
    return (number.value != 1 and not name) or _opens_range(text, start, number.end)


def _opens_range(text: str, start: int, end: int) -> bool:
    """Whether a number goes on as in "five to six per cent", "between five and six per cent"."""
    between = BETWEEN.search(text, max(0, start - 20), start)
    to = _AND.match(text, end) if between else _TO.match(text, end)
    other = numerals.read(text, to.end()) if to else None
    return other is not None and (other.scaled or units.read(text, other.end)[1] in units.KNOWN)


def _fraction(text: str, number: Numeral, start: int, end: int, unit: str) -> QuantityMention | None:
    """Of a whole, a share in percent; of a unit ("half a mile", "3/4 cup"), a number of it."""
    measured = part_of_one(text, number)
    if measured:
        return _made(text, start, measured[0], number, measured[1])
    of = _OF.match(text, number.end)
    if of:
        share = Numeral(of.end(), 100 * number.value, 2 * STEP, scaled=True)
        return _made(text, start, of.end(), share, "%")
    if unit in units.KNOWN:
        return _made(text, start, end, number, unit)
    article = text[start : start + 2].lower() in {"a ", "an"}
    if article and text[max(0, start - 5) : start].lower() == " and ":
        return None  # "an hour and a half"
    if article and _WORD.match(text, number.end):
        return None  # "a third man", "a quarter final"
    return _made(text, start, number.end, number, "")


def _made(text: str, start: int, end: int, number: Numeral, unit: str) -> QuantityMention:
    exact = number.step == 0 or not (number.scaled or number.step < 1 or unit == "%")
    quantity = Quantity(
        value=number.value,
        unit=unit,
        tolerance=0.0 if exact else 0.5 * number.step,
        approximate=approximate(text, start, end),
        bound=bound(text, start, end),
        text=text[start:end],
    )
    return QuantityMention(start, end, quantity)
