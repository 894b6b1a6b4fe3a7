"""A small report for the review's tests, with every verdict, a source file and an address."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from claimcheck.domain import (
    Article,
    Citation,
    Claim,
    Label,
    LedgerEntry,
    Passage,
    Provenance,
    Report,
    Sentence,
    SentenceStatus,
    SourceStatus,
    Span,
    Verdict,
)
from claimcheck.reviews.entries import Action, Entry, digest_of

SENTENCES = (
    "The bridge in Portsmouth is 640 metres long.",
    "It was opened by the mayor on 1 June 2021.",
    "It cost 12 million pounds.",
    "Nobody has ever crossed it on a horse.",
    "The council will paint it green.",
)
LABELS = (
    Label.SUPPORTED,
    Label.REFUTED,
    Label.NOT_ENOUGH_EVIDENCE,
    Label.CONFLICTING,
    Label.UNCHECKED,
)
HOSTILE = "\x1b[31m[red]<script>[@click=app.quit]x[/]\u202eevil\u200b " + "w" * 10_000 + " 😀👩‍👩‍👧 漢字 שלום"


def report(sentences: tuple[str, ...] = SENTENCES, folder: str = "notes") -> Report:
    """A report with one claim a sentence; the labels go round."""
    text, found = "", []
    for index, words in enumerate(sentences):
        start = len(text)
        found.append(
            Sentence(index=index, start=start, end=start + len(words), text=words, paragraph=index // 2)
        )
        text += words + ("\n\n" if index % 2 else " ")
    return Report(
        article=Article(
            text=text, sentences=tuple(found), headline="A bridge in Portsmouth", origin="bridge.txt"
        ),
        claims=tuple(_claim(sentence) for sentence in found),
        verdicts=tuple(_verdict(sentence, folder) for sentence in found),
        ledger=tuple(LedgerEntry(sentence=s.index, status=SentenceStatus.CLAIMS) for s in found),
        provenance=Provenance(
            claimcheck_version="0",
            model="m",
            endpoint="e",
            prompts={},
            sources=(SourceStatus(name=folder, kind="folder", documents=1, passages=1),),
        ),
    )


def _claim(sentence: Sentence) -> Claim:
    span = Span(start=sentence.start, end=sentence.end, quotation=sentence.text)
    return Claim(id=f"c{sentence.index + 1}", text=sentence.text, spans=(span,), sentences=(sentence.index,))


def _verdict(sentence: Sentence, folder: str) -> Verdict:
    passage = Passage(
        id=f"p{sentence.index}",
        text=f"A note says: {sentence.text}",
        source=folder,
        title="Notes on the bridge",
        publisher="The Portsmouth Gazette",
        url="https://example.org/bridge",
        path="bridge.md",
        published=date(2021, 6, 2),
    )
    cited = Citation(
        passage=passage.id,
        quotation=sentence.text,
        start=13,
        end=13 + len(sentence.text),
        stance="supports",
    )
    label = LABELS[sentence.index % len(LABELS)]
    decides = label in (Label.SUPPORTED, Label.REFUTED, Label.CONFLICTING)
    return Verdict(
        claim=f"c{sentence.index + 1}",
        label=label,
        justification="The passage speaks of the same bridge.",
        citations=(cited,) if decides else (),
        confidence=0.8 if decides else 0.0,
        confidence_basis="one passage",
        evidence=(passage,),
    )


def entry(action: Action, claim: int = 1, *, by: str = "ann", minute: int = 0, **rest: Any) -> Entry:
    """An action on the sample report's claim of that number, at a fixed time."""
    found = report().claims[claim - 1]
    return Entry(
        at=datetime(2024, 2, 9, 10, 0, tzinfo=UTC) + timedelta(minutes=minute),
        by=by,
        claim=found.id,
        action=action,
        digest=digest_of(found),
        **rest,
    )
