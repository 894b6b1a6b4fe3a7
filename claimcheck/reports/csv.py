"""The claims as CSV, one row each, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from claimcheck.domain import Citation, Passage, Report
from claimcheck.reports.remarks import remarks
from claimcheck.reports.safe import one_line
from claimcheck.reports.standing import Standing, standings

COLUMNS = (
    "number,id,claim,verdict,confidence,reviewed_verdict,reviewed_by,reviewed_at,review_reason,kind,"
    "attributed_to,quotation,start,end,line,justification,citations,sources,urls,stances,marks,found_as,"
    "past_decisions,review_notes"
).split(",")
_FORMULA = tuple("=+-@|%\t\r＝＋－＠")


def render(report: Report) -> str:
    """Rows of claims under a row of names, with a byte order mark, so that spreadsheets read UTF-8."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for standing in standings(report):
        writer.writerow(_row(report, standing))
    return "\ufeff" + out.getvalue()


def _row(report: Report, standing: Standing) -> list[str | int | float]:
    claim, verdict, decision = standing.claim, standing.verdict, standing.decision
    span = claim.spans[0]
    columns = zip(*map(_quoted, standing.cited), strict=True) if standing.cited else [()] * 5
    return [
        standing.number,
        cell(claim.id),
        cell(standing.wording),
        standing.machine_label,
        verdict.confidence if verdict else "",
        (decision.label or "not worth checking") if decision else "",
        cell(decision.by) if decision else "",
        decision.at.isoformat() if decision else "",
        cell(decision.reason) if decision else "",
        claim.kind,
        cell(claim.attributed_to),
        cell(span.quotation),
        span.start,
        span.end,
        report.article.line_at(span.start) or "",
        cell(verdict.justification if verdict else ""),
        *(cell(" | ".join(column)) for column in columns),
        cell(standing.found_as),
        cell(" | ".join(standing.overruled)),
        cell(" | ".join(standing.noted)),
    ]


def _quoted(cited: tuple[Citation, Passage]) -> tuple[str, str, str, str, str]:
    """What stands of a citation in each of the last columns: never nothing, so that those of one stay beside each other."""
    citation, passage = cited
    place = passage.url or "/".join(part for part in (passage.source, passage.path) if part)
    marks = "; ".join(remarks(passage))
    return (citation.quotation, passage.title or place, place, citation.stance or "cited", marks or "none")


def cell(text: str) -> str:
    """The text on one line; a leading apostrophe keeps a spreadsheet from reading it as a formula."""
    told = one_line(text)
    return f"'{told}" if told.startswith(_FORMULA) else told
