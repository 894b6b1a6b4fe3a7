"""The types that flow through claimcheck: frozen, without I/O, importing nothing of ours.

Offsets are Python string indices (Unicode code points) into `Article.text`; intervals are half open,
`[start, end)`. Dates are ISO 8601 calendar dates; intervals of dates include both ends.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.4"
_LAST = 2**63  # above any line's number


class Frozen(BaseModel):
    """A value: it cannot be changed, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Label(StrEnum):
    """Veracity labels of AVeriTeC (Schlichtkrull et al. 2023), and *Unchecked*, which is not a verdict."""

    SUPPORTED = "Supported"
    REFUTED = "Refuted"
    NOT_ENOUGH_EVIDENCE = "Not Enough Evidence"
    CONFLICTING = "Conflicting Evidence/Cherry-picking"
    UNCHECKED = "Unchecked"


class ClaimKind(StrEnum):
    EVENT = "event"
    QUANTITY = "quantity"
    DATE = "date"
    QUOTATION = "quotation"
    RELATION = "relation"
    OTHER = "other"


class SentenceStatus(StrEnum):
    """What became of a sentence: the ledger holds one for every sentence of the article."""

    CLAIMS = "claims"
    NOT_CHECKABLE = "not checkable"
    AMBIGUOUS = "ambiguous"
    UNCHECKED = "unchecked"


class Relation(StrEnum):
    """How a date or quantity of a claim stands to one of a passage, decided by code."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not comparable"


class DateInterval(Frozen):
    """The time that an expression means: both ends included. `text` is the expression as written."""

    start: date
    end: date
    text: str

    @property
    def iso(self) -> str:
        """`2024-02-08` for a day, `2024-03` for a month, `2023` for a year, else `start/end`."""
        return _iso(self.start, self.end)


@lru_cache(2048)  # told again in every comparison of a claim with a sentence
def _iso(first: date, last: date) -> str:
    from calendar import monthrange

    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    month_end = monthrange(first.year, first.month)[1]
    if (first.year, first.month, first.day, last.day) == (last.year, last.month, 1, month_end):
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.isoformat()}/{last.isoformat()}"


class Quantity(Frozen):
    """A number with its unit, in base terms: "$240 billion" is value 240e9, unit "USD".

    `unit` is an ISO 4217 code for money, "%" for percentages, a pint unit name for physical units, a
    singular noun ("year", "tonne", "person") where the text gives one, or "" for a bare number.
    `tolerance` is half of the last written place, in the same unit: 240 billion has 0.5e9.
    `approximate` is set by words such as "about" or "nearly"; `bound` by "more than" (">") or
    "less than" ("<").
    """

    value: float
    unit: str = ""
    tolerance: float = 0.0
    approximate: bool = False
    bound: str = ""
    text: str


class Sentence(Frozen):
    """One sentence of the article: `article.text[start:end] == text`."""

    index: int
    start: int
    end: int
    text: str
    paragraph: int


class Article(Frozen):
    """An article as it was read. Every offset anywhere in a report refers to `text`."""

    text: str
    sentences: tuple[Sentence, ...]
    headline: str = ""
    byline: str = ""
    publisher: str = ""
    dateline: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    published_source: str = ""  # "metadata", "text", "flag" or "" where it is not known
    language: str = ""
    origin: str = ""  # the file's name, or "standard input"
    path: str = ""  # the file as it was named, where that is below the working folder; else ""
    lines: tuple[tuple[int, int], ...] = ()  # (offset into `text`, the file's line, from 1), rising
    media_type: str = "text/plain"
    sha256: str = ""  # of `text` in UTF-8
    notes: tuple[str, ...] = ()  # what the reader left out or was unsure of

    def line_at(self, offset: int) -> int | None:
        """The line of the file, counted from 1, that this character stands on; None where not known."""
        place = bisect_right(self.lines, (offset, _LAST))
        return self.lines[place - 1][1] if place else None


class Span(Frozen):
    """Characters of the article: `article.text[start:end] == quotation`."""

    start: int
    end: int
    quotation: str


class Claim(Frozen):
    """One atomic, checkable statement that stands alone, and where in the article it comes from."""

    id: str
    text: str
    spans: tuple[Span, ...] = Field(min_length=1)
    sentences: tuple[int, ...]
    kind: ClaimKind = ClaimKind.OTHER
    check_worthiness: float = Field(default=0.5, ge=0, le=1)
    dates: tuple[DateInterval, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributed_to: str = ""
    context: str = ""  # the sentence of the article that a bare reference ("the election") leans on


class LedgerEntry(Frozen):
    """What became of one sentence, with the reason where it gave no claim."""

    sentence: int
    status: SentenceStatus
    reason: str = ""
    claims: tuple[str, ...] = ()


class FactCheck(Frozen):
    """What another fact-checker found about a claim: theirs, never our verdict."""

    by: str
    claim: str  # the claim as they checked it
    rating: str  # in their words
    label: Label | None = None  # their rating as one of ours, where it has one
    reviewed: date | None = None
    url: str = ""


class Passage(Frozen):
    """A piece of a reference document, with where it comes from. `id` is stable for the same content."""

    id: str
    text: str
    source: str
    title: str
    publisher: str = ""
    url: str = ""
    path: str = ""
    published: date | None = None
    score: float = 0.0
    revision: str = ""  # of a page that changes
    accessed: datetime | None = None  # when a server sent it
    trust: float | None = None  # 0 to 1, as the user set it for the source or its site
    marks: tuple[str, ...] = ()  # what a reader must know: "published after the article", …
    copy_of: str = ""  # the publisher or title whose text this is: both count as one
    fact_check: FactCheck | None = None  # set where the passage reports one; no judge reads it


class SourceAnswer(Frozen):
    """What one source answered for one claim: passages, best first, or why there are none."""

    source: str
    passages: tuple[Passage, ...] = ()
    failure: str = ""  # one sentence, where the source could not answer
    notes: tuple[str, ...] = ()  # what of it was left out and why, a sentence each


class Finding(Frozen):
    """An exact comparison, made by code, of a date or quantity of the claim with one of a passage."""

    aspect: str  # "date", "quantity", "share" or "quotation"
    relation: Relation
    passage: str
    detail: str  # one sentence: what was compared with what
    of: str = ""  # the figure or time of the claim that was compared, or the passage's amount of a share, in its words


class Citation(Frozen):
    """A verbatim quotation: `quotation in passage.text` holds for the passage with that id."""

    passage: str
    quotation: str
    start: int  # in the passage's text
    end: int
    stance: str = ""  # "supports" or "refutes"


class Verdict(Frozen):
    """A label for one claim with its justification. *Unchecked* carries the reason in `justification`."""

    claim: str
    label: Label
    justification: str
    citations: tuple[Citation, ...] = ()
    findings: tuple[Finding, ...] = ()
    confidence: float = Field(default=0.0, ge=0, le=1)
    confidence_basis: str = ""
    notes: tuple[str, ...] = ()
    evidence: tuple[Passage, ...] = ()


class Usage(Frozen):
    """What the model calls of a run took. `cost_usd` is None where the price is not known.

    `kept` answers were at hand from earlier: they are no calls, take no tokens and cost nothing.
    """

    calls: int = 0
    kept: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    prices: str = ""  # where the price is from, with its date

    def __add__(self, other: Usage) -> Usage:
        """Both together; the cost is known only where both are."""
        costs = (self.cost_usd, other.cost_usd)
        return Usage(
            calls=self.calls + other.calls,
            kept=self.kept + other.kept,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cost_usd=None if None in costs else sum(cost for cost in costs if cost is not None),
            prices=self.prices or other.prices,
        )


class Event(Frozen):
    """Something that happened in a run: `stage` begins with `total` pieces (`done` 0), or one more is done.

    Finding claims, `entry` tells what became of a sentence and `claims` what it gave; those are numbered
    only when checking begins, with all of them in `claims`. Checking claims, `verdict` is the new one.
    """

    stage: str
    done: int
    total: int
    usage: Usage
    claims: tuple[Claim, ...] = ()
    entry: LedgerEntry | None = None
    verdict: Verdict | None = None


class SourceStatus(Frozen):
    """One source of a run: how many documents and passages it holds, or why it cannot answer."""

    name: str
    kind: str
    documents: int = 0
    passages: int = 0
    notes: tuple[str, ...] = ()
    failure: str = ""


class Provenance(Frozen):
    """How a report was made, enough to audit it."""

    claimcheck_version: str
    model: str
    endpoint: str
    prompts: dict[str, str]  # name → first 12 hex digits of the SHA-256 of its text
    sources: tuple[SourceStatus, ...] = ()
    ranker: str = ""  # what ranked the passages by meaning, beside the words; "" where nothing did
    started: datetime | None = None
    seconds: float | None = None
    usage: Usage = Usage()


class Decision(Frozen):
    """What a person decided about one claim, kept beside the machine's verdict, never in its place.

    `label` is None where the claim was found not to be worth checking. `text` is the claim's wording
    as the person edited it, "" where it stands as found.
    """

    claim: str
    label: Label | None
    by: str
    at: datetime
    reason: str = ""
    text: str = ""
    evidence: tuple[Passage, ...] = ()  # what the person added


class ReviewNote(Frozen):
    """What a person noted on one claim while reviewing it: no verdict, and no evidence."""

    claim: str
    by: str
    at: datetime
    text: str


class Report(Frozen):
    """Everything that one run found. The JSON form is this model; every other form is made from it."""

    schema_version: str = SCHEMA_VERSION
    article: Article
    claims: tuple[Claim, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    provenance: Provenance
    interrupted: bool = False
    failures: tuple[str, ...] = ()  # sources and calls that failed, a sentence each
    decisions: tuple[Decision, ...] = ()  # at most one a claim; a person's review, empty before one
    past_decisions: tuple[Decision, ...] = ()  # they count no more: a later one does, or words were edited
    review_notes: tuple[ReviewNote, ...] = ()

    def verdict_of(self, claim_id: str) -> Verdict | None:
        """The verdict on that claim, or None where the run ended before it."""
        return next((v for v in self.verdicts if v.claim == claim_id), None)

    def counts(self) -> dict[Label, int]:
        """How many claims bear each label, in the order of `Label`: *Unchecked* where the run ended before one."""
        verdicts = {verdict.claim: verdict.label for verdict in self.verdicts}
        given = [verdicts.get(claim.id, Label.UNCHECKED) for claim in self.claims]
        return {label: given.count(label) for label in Label}
