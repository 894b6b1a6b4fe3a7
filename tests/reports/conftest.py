"""Reports made for the tests: one that has everything a report can have, with any text in every place."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from claimcheck.domain import (
    Article,
    Citation,
    Claim,
    ClaimKind,
    Decision,
    Finding,
    Label,
    LedgerEntry,
    Passage,
    Provenance,
    Relation,
    Report,
    ReviewNote,
    Sentence,
    SentenceStatus,
    SourceStatus,
    Span,
    Verdict,
)

HOSTILE = {
    "escape codes": "\x1b[31mred\x1b]0;title\x07 \x9b31m \x00",
    "rich markup": "[bold red]x[/] [link=file:///etc/passwd]y[/link] :smile:",
    "html": "<script>hacked=1</script><img src=x onerror=hacked=1>&lt;b> \"' </textarea><!-- {{7*7}} {% raw %}",
    "direction": "\u202eevil\u202c \u2066x\u2069 a\u200fb \u061c",
    "long word": "w" * 10_000,
    "emoji": "👩‍👩‍👧 😀 e\u0301 👍🏽",
    "cjk": "漢字かなカナ 한국어 ＝１",
    "markdown": "# *x* [a](javascript:alert) `c` | @someone #12 ~~s~~ $a$ <http://e.org> ![i](http://e.org/i) _e_",
    "block markdown": "1. > - + === ``` ***",
    "formula": '=HYPERLINK("http://e.org";"x")',
    "formula of a number": "-1+1",
    "formula of a function": "@SUM(1)",
    "formula of full width": "＝1+1",
    "workflow command": "%0A::error::x\n::error file=x,line=1::y\r\n##[error]z ::stop-commands::t",
    "xml": "]]> &#0; <!DOCTYPE x [<!ENTITY a 'b'>]> &a; \ufffe\uffff",
    "json": '</script>\u2028\u2029"\\u0000',
}

Build = Callable[..., Report]


@pytest.fixture
def build() -> Build:
    """`build(words, number=…, decide=…, url=…)`: a report with `words` in every place that takes text."""
    return _build


def _build(
    words: str = "The bridge in Portsmouth is 640 metres long.",
    *,
    number: int = 5,
    decide: bool = False,
    url: str = "https://example.org/bridge",
) -> Report:
    text = f"{words} 😀 It was opened in June.\n\nIt has two lanes, {words}"
    second, third = len(words) + 3, text.index("\n\n") + 2
    sentences = tuple(
        Sentence(index=i, start=start, end=end, text=text[start:end], paragraph=int(start == third))
        for i, (start, end) in enumerate([(0, len(words)), (second, third - 2), (third, len(text))])
    )
    claims = tuple(_claim(text, words, second, i) for i in range(1, number + 1))
    return Report(
        article=Article(
            text=text,
            sentences=sentences,
            headline=words,
            byline=words,
            publisher=words,
            published=datetime(2024, 2, 8, 15, 10, tzinfo=UTC),
            origin="a.txt",
            path="stories/a.txt",
            lines=((0, 3), (third, 5)),
            sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
            notes=(words,),
        ),
        claims=claims,
        verdicts=tuple(_verdict(claim, words, url, i) for i, claim in enumerate(claims)),
        ledger=(
            LedgerEntry(sentence=0, status=SentenceStatus.CLAIMS),
            LedgerEntry(sentence=1, status=SentenceStatus.NOT_CHECKABLE, reason=words),
            LedgerEntry(sentence=2, status=SentenceStatus.CLAIMS),
        ),
        provenance=Provenance(
            claimcheck_version="0",
            model=words,
            endpoint=words,
            prompts={"judge": "0123456789ab"},
            sources=(SourceStatus(name=words, kind="folder", documents=1, passages=2, notes=(words,)),),
            started=datetime(2024, 2, 9, 8, 0, tzinfo=UTC),
            seconds=12.5,
        ),
        failures=(f"notes: {words}",),
        decisions=tuple(_decision(claim, words, url, i) for i, claim in enumerate(claims)) if decide else (),
        past_decisions=tuple(_decision(claim, words, url, 0) for claim in claims) if decide else (),
        review_notes=tuple(_note(claim, words) for claim in claims) if decide else (),
    )


def _claim(text: str, words: str, second: int, number: int) -> Claim:
    """Odd claims stand in the first sentence and again at the end; even ones overlap the first two."""
    places = [(0, len(words)), (len(text) - len(words), len(text))] if number % 2 else [(1, second + 6)]
    spans = tuple(Span(start=a, end=b, quotation=text[a:b]) for a, b in places)
    kinds = list(ClaimKind)
    return Claim(
        id=f"c{number}",
        text=words,
        spans=spans,
        sentences=(0, 2) if number % 2 else (0, 1),
        kind=kinds[number % len(kinds)],
        attributed_to=words,
        context=words,
    )


def _verdict(claim: Claim, words: str, url: str, index: int) -> Verdict:
    held = f"Before it. {words} After it."
    start = len("Before it. ")
    passages = tuple(
        Passage(
            id=f"p{i}",
            text=held,
            source="notes",
            title=words,
            publisher=words,
            url=url,
            path=f"{i}.md",
            published=date(2021, 6, 1),
        )
        for i in range(3)
    )
    citation = Citation(passage="p0", quotation=words, start=start, end=start + len(words), stance="supports")
    finding = Finding(aspect="quantity", relation=Relation.AGREES, passage="p0", detail=f"Exactly: {words}")
    return Verdict(
        claim=claim.id,
        label=list(Label)[index % len(Label)],
        justification=words,
        citations=(citation,),
        findings=(finding,),
        confidence=0.7,
        confidence_basis=words,
        notes=(words,),
        evidence=passages,
    )


def _decision(claim: Claim, words: str, url: str, index: int) -> Decision:
    labels = [Label.REFUTED, None, Label.SUPPORTED, Label.CONFLICTING, Label.NOT_ENOUGH_EVIDENCE]
    added = Passage(id="own", text=words, source=words, title=words, url=url, published=date(2024, 1, 2))
    return Decision(
        claim=claim.id,
        label=labels[index % len(labels)],
        by=words,
        at=datetime(2024, 2, 10, 9, 30, tzinfo=UTC),
        reason=words,
        text=words,
        evidence=(added,),
    )


def _note(claim: Claim, words: str) -> ReviewNote:
    return ReviewNote(claim=claim.id, by=words, at=datetime(2024, 2, 10, 9, 0, tzinfo=UTC), text=words)


@pytest.fixture(params=list(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    """One text after another that tries to be more than text."""
    return HOSTILE[request.param]
