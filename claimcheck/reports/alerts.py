"""What a report raises on the lines of a file: each claim that is not supported, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.domain import Article, Label, Report
from claimcheck.reports.safe import one_line
from claimcheck.reports.standing import Standing, ended, standings

LEVELS = {
    Label.REFUTED: "error",
    Label.CONFLICTING: "warning",
    Label.NOT_ENOUGH_EVIDENCE: "note",
    Label.UNCHECKED: "note",
}


@dataclass(frozen=True)
class Alert:
    """One claim to look at. `level` is error, warning or note; lines count from 1, None where not known.

    `label` is the machine's where a person set the claim aside, which `aside` then tells.
    """

    standing: Standing
    label: Label
    level: str
    message: str
    start_line: int | None
    end_line: int | None

    @property
    def aside(self) -> str:
        """What the person said who found the claim not worth checking, "" where nobody did."""
        decision = self.standing.decision
        return one_line(self.standing.decided) if decision and decision.label is None else ""


def alerts(report: Report) -> list[Alert]:
    """The claims whose verdict, a person's before the machine's, is not *Supported*; worst first."""
    found = [_alert(report.article, standing) for standing in standings(report)]
    order = list(LEVELS)
    return sorted((alert for alert in found if alert), key=lambda alert: order.index(alert.label))


def file_of(article: Article) -> str:
    """The article's path below the working folder, else its name."""
    return article.path or article.origin


def _alert(article: Article, standing: Standing) -> Alert | None:
    label = standing.label or standing.machine_label
    if label not in LEVELS:
        return None
    span = standing.claim.spans[0]
    return Alert(
        standing,
        label,
        LEVELS[label],
        _message(standing, label),
        article.line_at(span.start),
        article.line_at(max(span.start, span.end - 1)),
    )


def _message(standing: Standing, label: Label) -> str:
    parts = [f"{label}: {standing.wording}"]
    if standing.decision:
        of = f" of “{standing.found_as}”" if standing.found_as else ""
        parts += [ended(f"Reviewed: {standing.decided}"), f"The machine says {standing.machine_label}{of}."]
    if standing.verdict:
        parts.append(standing.verdict.justification)
    parts += [f"“{citation.quotation}” ({passage.title})" for citation, passage in standing.cited]
    return " ".join(one_line(part) for part in parts if part)
