"""Past or coming: which of two times an expression without a year, or a bare weekday, means."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date

from claimcheck.exact.dates.telling import TELLS, told
from claimcheck.language.calendar import MONTHS
from claimcheck.language.verbs import IRREGULAR

_SOON, _SENTENCE = 60, 400  # days; characters
_ANNOUNCED = re.compile(  # but not "faces charges over a march on October 15"
    r"\b(?:is|are|(?:meet|open|reopen|hear|close|face|play|plan)s?|go(?:es)?|votes|hosts|holds|visits|returns|arrives|leaves"
    r"|convenes|premieres|airs|(?:is|are) (?:planning|holding|hosting|meeting|planned))"
    r"(?:(?<!\bis)(?<!\bare)(?: (?!(?:over|after|for|from|of|about|against|with|by|who|which|that|and)\b)[\w’'.-]+){0,5}?)?"
    r"(?: (?:on|for))?(?: the)? $"
)
_IRREGULAR_PAST = sorted({form for verb, pair in IRREGULAR.items() for form in pair if form != verb})
_CLAUSE = 60  # characters on either side of an expression in which the verb of its clause may stand
_FUTURE = re.compile(
    r"\b(?:will|shall|to be held|upcoming|next|scheduled|slated|due(?! to (?:the|an?|its|his|her|their|this|that|these|[A-Z]\w*|\w+ing|covid|weather|heavy|bad|poor|high|fears?|concerns?|lack"
    r"|safety|security|health|technical|fire|snow|rain|strikes?|storms?|illness|injury)\b)|now (?:and|until|till|to)|(?:is|are) (?:set|forecast|poised)|(?:plans?|aims?|hopes?|intends?) to|expected"
    r"|going to|tak(?:es?|ing) effect|com(?:es?|ing) into force|appl(?:y|ies) from|deadline is"
    r")\b|[’']ll\b|\b(?:is|are) to (?!the\b|an?\b|date\b|blame\b)[a-z]"
)
_WOULD = re.compile(  # "he would resign on Friday", not "would appeal what was decided on Friday"
    r"\bwould (?!(?:not|have|never|often|later|always|sometimes|usually)\b)"
    r"(?!.*(?:[,:]|\b(?:after|since|following|because|over|despite|who|which|that|what)\b))(?:be )?[a-z]+"
)
_WAS_TO = re.compile(  # what was to come when it was told, and may be over since
    r"\b(?:was|were) (?:(?:also|still|originally|initially|then|now|only) )?(?:(?:due|set|scheduled|slated|poised|expected) to|to)"
    r" (?!(?:the|an?|date|blame|have|zero|music)\b)[a-z]+"
    r"(?!.*(?:[,:;]|\b(?:after|since|following|because|over|despite|who|which|that|what|against)\b))"
)
_LONG_AGO = re.compile(r"\b(?:last|ago|[12]\d{3})\b")
_AHEAD_OF = re.compile(r"\b[Aa]head of (?:the )?$")
_EVENT = re.compile(
    r"[’']s (?:[a-z]+ )?(?:elections?|vote|polls?|referendum|summit|match|game|final|race|debate|talks|hearing)\b"
)
_END = re.compile(r"[.!?;]\s+(?=[A-Z\"“])|[:,]\s+(?=[\"“])")  # of a sentence, and where what is quoted begins
_TIMETABLE = re.compile(
    r"\b(?:begins|starts|opens|launches|kicks off|takes place|ends|finishes|concludes|expires|departs|resumes|(?:is|are)(?= on )|meets|meet (?:again|next)|[Pp]olls open"
    r"|go(?:es)? to the polls|(?:runs|continues|lasts|(?:is|are) (?:open|on|on display|on show)) (?:from|until|till|through|to)|(?:has|have) (?:until|till)|(?:is|are|remains?|stays?)(?: [a-z]+){1,3} (?:until|till))(?:,| here| in [A-Z]\w+(?: [A-Z]\w+)?)?(?: (?:on|in|at|from))?(?: (?:the|early|late|mid))? $"
)
_PUT_OFF = re.compile(  # what was put off to a day lies ahead of the telling
    r"\b(?:adjourned|postponed|rescheduled|delayed|deferred|put off|pushed back|bailed|remanded|extended|called)"
    r"(?: (?!from\b)[a-z]+){0,3}? (?:until|till|to|for)(?: (?:the|early|late|mid))? $"
)
_TO_BE_TOLD = re.compile(  # not "the first prisoner to be released on Tuesday"
    r"^(?!.*\b(?:first|last|latest|only|one)\b.*\bto be).*\bto be (?:held|released|published|announced|unveiled)\b"
)
_TOLD = re.compile(  # what is told in the past right before a day is of the past, whatever will follow
    r"\b(?:[a-z]+ed|began|took place|was|were|had|came|went|left|met|won|held|struck|fell|rose|made|said|sent|wrote|spoke)"
    r"(?: (?:on|in|at|since|from))?(?: the)? $"
)
_HOPED = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|must|to be|to begin|to start|want(?:s|ed)? to|hop(?:es?|ing) to"
    r"|aim(?:s|ing)? to|intend(?:s|ed)? to|plan(?:s|ned|ning)?|expect(?:s|ed)?|scheduled|slated|due|set|going to|ready"
    r"|please|expires?|begins|starts|opens|target|goal|deadline|upcoming|[a-z]+ing)\b|[’']ll\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:[a-z]{2,}est|first|second|third|fourth|last|only|most|least|once|twice|times?|record|low|high"
    r"|ever|drop|fall|rise|increase|decline|was|were|had|did|has|have)\b[^.;]*$",
    re.IGNORECASE,
)


_PAST = re.compile(rf"{TELLS.pattern}|\b(?:been|did|since|last|ago|{'|'.join(_IRREGULAR_PAST)})\b")


def ahead(text: str, match: re.Match[str]) -> bool:
    """Whether the clause around an expression speaks of the future."""
    before, day, after = _sentence(text, match)
    promised = max((found.end() for found in _FUTURE.finditer(before + day)), default=0)
    if told(before, after, promised):
        return False
    if promised or _TO_BE_TOLD.search(before):
        return True
    if _TIMETABLE.search(before) and not after.startswith(("’s", "'s")):
        return True
    if _PUT_OFF.search(before) and not _LONG_AGO.search(before):
        return True
    if _foretold(before, day, after) or (_AHEAD_OF.search(before) and _EVENT.match(after)):
        return True
    coming = _FUTURE.search(after)
    if coming is None or TELLS.search(after, 0, coming.start()) or _TOLD.search(before):
        return False
    return coming.start() < _CLAUSE // 2 or not TELLS.search(before)  # a far one may be another clause's


def _foretold(before: str, day: str, after: str) -> bool:
    """Whether a "would" before an expression says what was to come: "he would resign on Friday"."""
    would = _WOULD.search(before + day)
    if would is None or _LONG_AGO.search(before) or after.startswith(("’s", "'s")):
        return False
    return not TELLS.search(before, would.end())


def _sentence(text: str, match: re.Match[str]) -> tuple[str, str, str]:
    """An expression with what stands before and after it in its sentence, as far as it matters."""
    place = "x" if "x" in match.re.groupindex else 0
    start, end = match.span(place)
    before = _END.split(text[max(0, start - _CLAUSE) : start])[-1]
    return before, match[place], _END.split(text[end : end + _CLAUSE])[0]


def expected(text: str, match: re.Match[str]) -> bool:
    """Whether "in three years" is a time to come: not in "the first time in three years", "fell in three years"."""
    before, _, _ = _sentence(text, match)
    return ahead(text, match) or bool(_HOPED.search(before) and not _RECORD.search(before))


def soon(text: str, match: re.Match[str], month: int, day: int, anchor: date) -> bool:
    """Whether a day of a month without a year is one shortly ahead, to which the present tense puts what is announced.

    "The polls close on November 3", read in October: the other such day is ten months gone or more, and the press leaves
    the year out of days that are near. Nothing of the sentence may tell of the past.
    """
    start, end = match.span("x" if "x" in match.re.groupindex else 0)
    try:
        coming = date(nearest_year(month, day, anchor, True), month, day)
    except ValueError:  # no such day
        return False
    before, after = (
        _END.split(text[max(0, start - _SENTENCE) : start])[-1],
        _END.split(text[end : end + _SENTENCE])[0],
    )
    near = (coming - anchor).days <= _SOON and _ANNOUNCED.search(before) is not None
    return near and not (_PAST.search(before) or _PAST.search(after))


def _nearer_ahead(month: int, day: int, anchor: date) -> bool:
    """Whether the next such day is nearer than the latest one."""
    try:
        coming, latest = (date(nearest_year(month, day, anchor, way), month, day) for way in (True, False))
    except ValueError:  # no such day
        return False
    return coming - anchor <= anchor - latest


def year_of_day(text: str, match: re.Match[str], month: int, day: int, anchor: date) -> int:
    """The year of a day that is written without one: of the next such day where the text speaks of what is to come."""
    before, _, after = _sentence(text, match)
    was_to = _WAS_TO.search(before)
    if was_to:
        coming = _nearer_ahead(month, day, anchor) and not told(before, after, was_to.end())
    else:
        coming = ahead(text, match) or soon(text, match, month, day, anchor)
    return nearest_year(month, day, anchor, coming)


def nearest_year(month: int, day: int, anchor: date, future: bool) -> int:
    """The year of the latest such day up to the anchor, or of the next one; day 1 stands for a whole month."""
    if future:
        year = anchor.year + ((month, day) < (anchor.month, anchor.day if day > 1 else 1))
    else:
        year = anchor.year - ((month, day) > (anchor.month, anchor.day))
    if (month, day) != (2, 29):
        return year
    return next(y for n in range(9) if isleap(y := year + n * (1 if future else -1)))


_MONTH_AND_YEAR = re.compile(
    rf"(?P<open>(?:^|[.!?]\s+)(?:In |On |Since |By )?(?:[Tt]he )?)?(?:\b\d{{1,2}} )?\b(?P<month>{'|'.join(MONTHS)})"
    r"(?: \d{1,2},?)? (?P<year>(?:19|20)\d\d)\b(?P<rest>[^.!?]*)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:and|but|then|before|until|to)\b")
_BREAKS_OFF = re.compile(r"[,;:()]|\b(?:now|this|last|next|today|ago|who|which|that|1\d{3}|20\d\d)\b")


def told_year(text: str, match: re.Match[str], month: int) -> int | None:
    """The year in which its sentence stands already: "shut in March 2020 and reopened in June"."""
    named = _MONTH_AND_YEAR.search(text[max(0, match.start() - 2 * _CLAUSE) : match.start()])
    if named is None or ahead(text, match):
        return None
    rest = named["rest"].lstrip(",") if named["open"] is not None else named["rest"]
    if not _GOES_ON.search(rest) or _BREAKS_OFF.search(rest):
        return None
    return int(named["year"]) + (month < MONTHS.index(named["month"].lower()) + 1)
