"""One claim in full: the terminal's layout, and every passage whole, with its quotations marked."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from claimcheck.domain import Passage, Report, Verdict
from claimcheck.reports.layout import claim_block, indented
from claimcheck.reports.quoting import quoted
from claimcheck.reports.safe import one_line
from claimcheck.reports.standing import Standing, where_from


def compose_claim(report: Report, standing: Standing) -> Group:
    """The claim as in the report, what it was read as, and all evidence that was looked at."""
    verdict = standing.verdict
    parts: list[RenderableType] = [*claim_block(report, standing), *_read_as(report, standing)]
    if verdict is None:
        return Group(*parts)
    for passage in verdict.evidence:
        parts += [
            Rule(one_line(passage.title), align="left", style="default"),
            _whole(passage, verdict),
        ]
        parts.append(Text("— " + ", ".join(map(one_line, where_from(passage))), style="italic"))
    return Group(*parts)


def _read_as(report: Report, standing: Standing) -> Iterator[RenderableType]:
    claim = standing.claim
    yield indented(Text(f"kind: {claim.kind}; check-worthiness {claim.check_worthiness:.2f}"))
    for interval in claim.dates:
        yield indented(Text(f"date: {one_line(interval.text)} = {interval.iso}"))
    for quantity in claim.quantities:
        told = f"{quantity.bound}{quantity.value:,g} {quantity.unit}".strip()
        yield indented(Text(f"quantity: {one_line(quantity.text)} = {one_line(told)}"))
    for span in claim.spans:
        line = report.article.line_at(span.start)
        place = f"characters {span.start} to {span.end}" + (f", line {line}" if line else "")
        yield indented(Text(f"at {place}: ⟦{one_line(span.quotation)}⟧"))


def _whole(passage: Passage, verdict: Verdict) -> Text:
    text = Text()
    for piece in quoted(passage, verdict.citations):
        if piece.stances:
            text.append(f"⟦{_kept(piece.text)}⟧", style="bold underline")
        else:
            text.append(_kept(piece.text))
    return text


def _kept(text: str) -> str:
    """`one_line`, with the spaces at its ends kept, so that pieces can be put together again."""
    told = one_line(text)
    if not told:
        return " " * bool(text)
    return " " * text[0].isspace() + told + " " * text[-1].isspace()
