"""A run as JSON lines, one an event, while it goes on: for a program that follows along.

`event` names each line: `article`, `stage` (a stage begins), `sentence`, `claims` (all, numbered),
`verdict`, and `report` (the whole report, last).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.domain import Article, Event, Report
from claimcheck.reports.json import inert, plain


def render(report: Report) -> str:
    """A finished report as the lines that its run would have ended with."""
    lines = [article_line(report.article), _line("claims", claims=_all(report.claims))]
    lines += [_line("verdict", verdict=verdict.model_dump(mode="json")) for verdict in report.verdicts]
    return "".join([*lines, report_line(report)])


def article_line(article: Article) -> str:
    """The line of an article that a run begins with."""
    held = article.model_dump(mode="json", include={"headline", "publisher", "origin", "path", "sha256"})
    return _line("article", article=held, sentences=len(article.sentences))


def report_line(report: Report) -> str:
    """The line that a run ends with: the whole report."""
    return _line("report", report=plain(report))


def lines_of(event: Event) -> Iterator[str]:
    """The lines that tell of an event."""
    counted: dict[str, Any] = {"stage": event.stage, "done": event.done, "total": event.total}
    counted["usage"] = event.usage.model_dump(mode="json")
    if event.done == 0:
        yield _line("stage", **counted)
        if event.claims:
            yield _line("claims", claims=_all(event.claims))
    elif event.entry is not None:
        entry = event.entry.model_dump(mode="json", exclude={"claims"})
        found = [_unnumbered(claim) for claim in _all(event.claims)]
        yield _line("sentence", **counted | entry | {"claims": found})
    elif event.verdict is not None:
        yield _line("verdict", **counted, verdict=event.verdict.model_dump(mode="json"))


def _all(claims: Any) -> list[dict[str, Any]]:
    return [claim.model_dump(mode="json") for claim in claims]


def _unnumbered(claim: dict[str, Any]) -> dict[str, Any]:
    """Claims get their ids only when all are found and merged."""
    return {name: value for name, value in claim.items() if name != "id"}


def _line(event: str, **fields: Any) -> str:
    return inert(json.dumps({"event": event, **fields}, ensure_ascii=False)) + "\n"
