"""The report as a person reads it: the same layout for a terminal and for plain text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from claimcheck.domain import (
    Claim,
    Label,
    LedgerEntry,
    Passage,
    Report,
    SentenceStatus,
    Verdict,
)
from claimcheck.reports.made import made_lines
from claimcheck.reports.remarks import compared
from claimcheck.reports.safe import one_line
from claimcheck.reports.signs import SIGNS
from claimcheck.reports.standing import Standing, no_claims, published, reviewed, standings, where_from

STYLES = {
    Label.SUPPORTED: "bold green",
    Label.REFUTED: "bold red",
    Label.NOT_ENOUGH_EVIDENCE: "bold yellow",
    Label.CONFLICTING: "bold magenta",
    Label.UNCHECKED: "bold",
}
WIDEST = 110  # columns; longer lines read badly


def compose(report: Report) -> Group:
    """The whole report as one renderable."""
    parts: list[RenderableType] = [heading(report), *claim_blocks(report)]
    parts += [Text(), Rule("Not checked", align="left", style="default"), *_ledger(report)]
    parts += [Text(), Rule("How this was made", align="left", style="default"), *_provenance(report)]
    return Group(*parts)


def heading(report: Report) -> Panel:
    """The panel on top: what was read, and how many claims bear each verdict."""
    article = report.article
    about = (article.publisher, article.byline, published(article))
    where = " · ".join(one_line(part) for part in about if part)
    text = Text().append(one_line(article.headline) or one_line(article.origin), style="bold")
    text.append(f"\n{where}")
    text.append("\n")
    counts = report.counts()
    text.append("\nThe machine says:" * bool(report.decisions))
    for label, count in counts.items():
        if count:
            text.append(f"\n{SIGNS[label]} {count} {label}", style=STYLES[label])
            text.append(_which(report, label))
    if report.decisions:
        text.append(f"\n{reviewed(report)}", style="bold")
    if not report.claims:
        text.append(f"\n{no_claims(report)}")
    if report.interrupted or report.failures:
        text.append("\nThis report is not complete: see the end.", style="bold")
    return Panel(text, title="claimcheck", title_align="left")


def _which(report: Report, label: Label) -> str:
    """The numbers of the claims that are looked at first: those against which something speaks."""
    if label not in (Label.REFUTED, Label.CONFLICTING):
        return ""
    numbers = [str(one.number) for one in standings(report) if one.machine_label is label]
    return f": claim{'s' * (len(numbers) > 1)} {', '.join(numbers)}"


def claim_blocks(report: Report) -> Iterator[RenderableType]:
    """The claims in the order of the article, each with its verdict and the evidence."""
    told = _common_basis(report)
    for standing in standings(report):
        yield Text()
        yield from claim_block(report, standing, told)


def _common_basis(report: Report) -> str:
    """What most confidences rest on, told once for all of them; "" where each claim is to tell its own."""
    bases = [verdict.confidence_basis for verdict in report.verdicts if verdict.citations]
    return max(dict.fromkeys(bases), key=bases.count) if len(bases) > 1 else ""


def claim_block(report: Report, standing: Standing, told: str = "") -> Iterator[RenderableType]:
    """One claim: the machine's verdict, a person's beside it, where it stands and why.

    `told` is what confidences rest on where the claim need not say it.
    """
    claim, verdict, label = standing.claim, standing.verdict, standing.machine_label
    head = Text().append(f"{standing.number}. ", style="bold")
    head.append(f"{SIGNS[label]} {label}", style=STYLES[label])
    if verdict and verdict.citations:
        head.append(f"  confidence {verdict.confidence:.2f}")
    yield head
    yield indented(Text(one_line(standing.wording), style="bold"))
    yield from _review(standing)
    yield indented(_in_place(report, claim))
    if claim.attributed_to:
        yield indented(Text(f"as said by {one_line(claim.attributed_to)}"))
    if claim.context:
        yield indented(Text(f"said after: {one_line(claim.context)}"))
    if verdict:
        yield from _reasons(verdict, told)


def _review(standing: Standing) -> Iterator[RenderableType]:
    decision = standing.decision
    if decision:
        yield indented(Text(f"reviewed: {one_line(standing.decided)}", style="bold"))
    if standing.found_as:
        yield indented(Text(f"found as: {one_line(standing.found_as)}"))
    for passage in decision.evidence if decision else ():
        yield indented(_quoted("added", passage.text, passage), 5)
    for told in standing.overruled:
        yield indented(Text(f"counts no more: {one_line(told)}"), 5)
    for told in standing.noted:
        yield indented(Text(f"reviewer's note: {one_line(told)}"), 5)


def indented(text: RenderableType, by: int = 3) -> Padding:
    """The text moved `by` columns to the right."""
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


def _reasons(verdict: Verdict, told: str) -> Iterator[RenderableType]:
    yield indented(Text(one_line(verdict.justification)))
    passages = {passage.id: passage for passage in verdict.evidence}
    for citation in verdict.citations:
        yield indented(_quoted(citation.stance, citation.quotation, passages[citation.passage]), 5)
    for detail in compared(verdict):
        yield indented(Text(f"exact: {one_line(detail)}"), 5)
    for note in verdict.notes:
        yield indented(Text(f"note: {one_line(note)}"), 5)
    if verdict.citations and verdict.confidence_basis != told:
        yield indented(Text(f"confidence: {one_line(verdict.confidence_basis)}"), 5)
    if verdict.evidence and not verdict.citations:
        titles = dict.fromkeys(one_line(passage.title) for passage in verdict.evidence)
        yield indented(Text(f"looked at: {'; '.join(titles)}"), 5)


def _quoted(stance: str, quotation: str, passage: Passage) -> Text:
    text = Text().append(f"{stance}: ", style="bold")
    text.append(f"“{one_line(quotation)}”")
    text.append(
        "\n— " + ", ".join(one_line(part) for part in where_from(passage)),
        style="italic",
    )
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
    number = len(report.article.sentences)
    yield Text(f"{number} sentence{'s' * (number != 1)}: {', '.join(parts)}; {accounted}.")


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
    return indented(text)


def _provenance(report: Report) -> Iterator[RenderableType]:
    basis = _common_basis(report)
    if basis:
        yield indented(Text(f"confidence, where a claim says nothing else: {one_line(basis)}"))
    for line in made_lines(report):
        yield indented(Text(one_line(line) if not line.startswith("  ") else "  " + one_line(line)))
    for failure in report.failures:
        yield indented(Text(f"failed: {one_line(failure)}", style="bold"))
    if report.interrupted:
        yield indented(Text("The run was interrupted; what was finished is above.", style="bold"))
