"""The report as a person reads it: the same layout for a terminal and for plain text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from claimcheck.domain import Citation, Claim, Label, LedgerEntry, Report, SentenceStatus, Verdict
from claimcheck.reports.remarks import remarks
from claimcheck.reports.safe import one_line

SIGNS = {
    Label.SUPPORTED: ("✓", "bold green"),
    Label.REFUTED: ("✗", "bold red"),
    Label.NOT_ENOUGH_EVIDENCE: ("?", "bold yellow"),
    Label.CONFLICTING: ("±", "bold magenta"),
    Label.UNCHECKED: ("–", "bold"),
}
WIDEST = 110  # columns; longer lines read badly


def compose(report: Report) -> Group:
    """The whole report as one renderable."""
    parts: list[RenderableType] = [heading(report), *claim_blocks(report)]
    parts += [Rule("Not checked", align="left", style="default"), *_ledger(report)]
    parts += [Rule("How this was made", align="left", style="default"), *_provenance(report)]
    return Group(*parts)


def heading(report: Report) -> Panel:
    """The panel on top: what was read, and how many claims bear each verdict."""
    article = report.article
    where = " · ".join(
        one_line(part)
        for part in (
            article.publisher,
            article.byline,
            article.published.isoformat(sep=" ") if article.published else "",
        )
        if part
    )
    text = Text().append(one_line(article.headline) or one_line(article.origin), style="bold")
    text.append(f"\n{where or 'publisher and date not known'}")
    text.append("\n")
    counts = report.counts()
    for label, count in counts.items():
        if count:
            sign, style = SIGNS[label]
            text.append(f"\n{sign} {count} {label}", style=style)
    if not report.claims:
        text.append("\nNo checkable claim was found.")
    if report.interrupted or report.failures:
        text.append("\nThis report is not complete: see the end.", style="bold")
    return Panel(text, title="claimcheck", title_align="left")


def claim_blocks(report: Report) -> Iterator[RenderableType]:
    """The claims in the order of the article, each with its verdict and the evidence."""
    for number, claim in enumerate(report.claims, 1):
        verdict = report.verdict_of(claim.id)
        if verdict is None:
            continue
        sign, style = SIGNS[verdict.label]
        head = Text().append(f"{number}. ", style="bold")
        head.append(f"{sign} {verdict.label}", style=style)
        if verdict.citations:
            head.append(f"  confidence {verdict.confidence:.2f}")
        yield Text()
        yield head
        yield _indented(Text(one_line(claim.text), style="bold"))
        yield _indented(_in_place(report, claim))
        if claim.attributed_to:
            yield _indented(Text(f"as said by {one_line(claim.attributed_to)}"))
        if claim.context:
            yield _indented(Text(f"said after: {one_line(claim.context)}"))
        yield from _reasons(verdict)


def _indented(text: RenderableType, by: int = 3) -> Padding:
    return Padding(text, (0, 0, 0, by))


def _in_place(report: Report, claim: Claim) -> Text:
    """The first sentence that the claim comes from, the claim's characters between ⟦ and ⟧."""
    span = claim.spans[0]
    sentence = next((s for s in report.article.sentences if s.start <= span.start < s.end), None)
    start, end = (sentence.start, sentence.end) if sentence else (span.start, span.end)
    text = report.article.text
    place = Text().append("article: ", style="italic")
    place.append(
        one_line(text[start : span.start]) + " " * (span.start > start and text[span.start - 1].isspace())
    )
    place.append(f"⟦{one_line(span.quotation)}⟧", style="underline")
    place.append(" " * text[span.end : span.end + 1].isspace() + one_line(text[span.end : end]))
    if len(claim.spans) > 1:
        place.append(f" (and {len(claim.spans) - 1} more place{'s' * (len(claim.spans) > 2)})")
    return place


def _reasons(verdict: Verdict) -> Iterator[RenderableType]:
    yield _indented(Text(one_line(verdict.justification)))
    for citation in verdict.citations:
        yield _indented(_cited(verdict, citation), 5)
    given = verdict.justification
    for detail in dict.fromkeys(finding.detail for finding in verdict.findings):
        if detail not in given:
            yield _indented(Text(f"exact: {one_line(detail)}"), 5)
    for note in verdict.notes:
        yield _indented(Text(f"note: {one_line(note)}"), 5)
    if verdict.citations:
        yield _indented(Text(f"confidence: {one_line(verdict.confidence_basis)}"), 5)
    elif verdict.evidence:
        titles = dict.fromkeys(one_line(passage.title) for passage in verdict.evidence)
        yield _indented(Text(f"looked at: {'; '.join(titles)}"), 5)


def _cited(verdict: Verdict, citation: Citation) -> Text:
    passage = next(p for p in verdict.evidence if p.id == citation.passage)
    text = Text().append(f"{citation.stance}: ", style="bold")
    text.append(f"“{one_line(citation.quotation)}”")
    origin = [
        passage.title,
        passage.publisher,
        passage.published.isoformat() if passage.published else "no date",
    ]
    origin += [passage.url or f"{passage.source}/{passage.path}".rstrip("/"), *remarks(passage)]
    text.append("\n— " + ", ".join(one_line(part) for part in origin if part), style="italic")
    return text


def _ledger(report: Report) -> Iterator[RenderableType]:
    rest = [entry for entry in report.ledger if entry.status is not SentenceStatus.CLAIMS]
    for entry in rest:
        yield _sentence(report, entry)
    statuses = [entry.status for entry in report.ledger]
    parts = [
        f"{statuses.count(status)} {_COUNTED[status]}" for status in SentenceStatus if status in statuses
    ]
    accounted = (
        "all accounted for" if len(statuses) == len(report.article.sentences) else "NOT all accounted for"
    )
    yield Text(f"{len(report.article.sentences)} sentences: {', '.join(parts)}; {accounted}.")


_COUNTED = {
    SentenceStatus.CLAIMS: "gave claims",
    SentenceStatus.NOT_CHECKABLE: "not checkable",
    SentenceStatus.AMBIGUOUS: "ambiguous",
    SentenceStatus.UNCHECKED: "unchecked",
}


def _sentence(report: Report, entry: LedgerEntry) -> Padding:
    text = Text().append(f"{entry.status}: ", style="bold")
    text.append(one_line(entry.reason), style="italic")
    text.append(f"\n{one_line(report.article.sentences[entry.sentence].text)}")
    return _indented(text)


def _provenance(report: Report) -> Iterator[RenderableType]:
    made, usage = report.provenance, report.provenance.usage
    lines = [f"model: {made.model} at {made.endpoint}"]
    lines += ["prompts: " + ", ".join(f"{name} {digest}" for name, digest in made.prompts.items())]
    for source in made.sources:
        held = source.failure or f"{source.documents} documents, {source.passages} passages"
        lines += [f"source {source.name} ({source.kind}): {held}", *(f"  {note}" for note in source.notes)]
    if not made.sources:
        lines.append("sources: none; name a folder of references with -r")
    share = (
        f", {usage.cached_tokens / usage.prompt_tokens:.0%} of them from the prefix cache"
        if usage.prompt_tokens
        else ""
    )
    cost = "not known" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    lines.append(
        f"{usage.calls} calls; {usage.prompt_tokens} prompt tokens{share}; {usage.completion_tokens} written"
    )
    timed = f"; {made.seconds:.0f} seconds" if made.seconds is not None else ""
    begun = f"; begun {made.started.isoformat(sep=' ', timespec='seconds')}" if made.started else ""
    lines.append(f"cost: {cost}{timed}{begun}; claimcheck {made.claimcheck_version}")
    lines += [f"article: {report.article.origin}, sha256 of the text {report.article.sha256[:12]}"]
    lines += [*report.article.notes]
    for line in lines:
        yield _indented(Text(one_line(line) if not line.startswith("  ") else "  " + one_line(line)))
    for failure in report.failures:
        yield _indented(Text(f"failed: {one_line(failure)}", style="bold"))
    if report.interrupted:
        yield _indented(Text("The run was interrupted; what was finished is above.", style="bold"))
