"""The claims as CSV, one row each, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from claimcheck.domain import Report
from claimcheck.reports.safe import one_line
from claimcheck.reports.standing import Standing, standings

COLUMNS = (
    "number,id,claim,verdict,confidence,reviewed_verdict,reviewed_by,reviewed_at,review_reason,kind,"
    "attributed_to,quotation,start,end,line,justification,citations,sources,urls"
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
    cited = standing.cited
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
        cell(" | ".join(citation.quotation for citation, _ in cited)),
        cell(" | ".join(passage.title for _, passage in cited)),
        cell(" | ".join(passage.url for _, passage in cited if passage.url)),
    ]


def cell(text: str) -> str:
    """The text on one line; a leading apostrophe keeps a spreadsheet from reading it as a formula."""
    told = one_line(text)
    return f"'{told}" if told.startswith(_FORMULA) else told
