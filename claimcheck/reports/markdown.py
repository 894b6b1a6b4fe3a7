"""The report as Markdown (GitHub's flavour), for a pull request or a story's notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import Report, SentenceStatus
from claimcheck.reports.made import made_lines
from claimcheck.reports.remarks import compared
from claimcheck.reports.safe import one_line, web_address
from claimcheck.reports.signs import SIGNS
from claimcheck.reports.standing import Standing, published, standings, summary, troubles, where_from

_INLINE = re.compile(r"[\\`*_\[\]<>|~$&]|:(?=[a-zA-Z+][\w+-]*:)")
_AT_THE_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")
_CALLS = re.compile(r"[@#](?=\w)")


def render(report: Report) -> str:
    """The report as Markdown; text from the article or a reference is never markup in it."""
    article = report.article
    blocks = [f"# Fact-check: {literal(article.headline or article.origin)}"]
    about = [article.publisher, article.byline, published(article)]
    blocks += [" · ".join(literal(part) for part in about if part)]
    blocks += [literal(summary(report))]
    blocks += [f"**{literal(trouble)}**" for trouble in troubles(report)]
    if report.claims:
        blocks.append(_table(report))
    for standing in standings(report):
        blocks += _claim(standing)
    blocks += ["## Not checked", "\n".join(_ledger(report)), "## How this was made"]
    blocks.append("\n".join(f"- {literal(line)}" for line in made_lines(report)))
    return "\n\n".join(blocks) + "\n"


def literal(text: str) -> str:
    """The text with every character that Markdown gives a meaning to escaped, on one line.

    A name after @ and a number after # are kept from becoming a mention or a reference.
    """
    escaped = _INLINE.sub(lambda match: f"\\{match.group()}", one_line(text))
    escaped = _AT_THE_START.sub(_begun, escaped)
    return _CALLS.sub(lambda match: f"{match.group()}<!-- -->", escaped)


def _begun(match: re.Match[str]) -> str:
    """A sign that would begin a block, escaped; after a number it is the next sign that would."""
    return f"{match.group()}\\" if match.group().isdigit() else f"\\{match.group()}"


def _table(report: Report) -> str:
    rows = ["| | claim | verdict |", "|---:|---|---|"]
    for standing in standings(report):
        rows.append(f"| {standing.number} | {literal(standing.wording)} | {_verdict(standing)} |")
    return "\n".join(rows)


def _verdict(standing: Standing) -> str:
    machine = f"{SIGNS[standing.machine_label]} {literal(standing.machine_label)}"
    if standing.decision is None:
        return machine
    person = literal(standing.label or "not worth checking")
    return f"**{person}** ({literal(standing.decision.by)}); machine: {machine}"


def _claim(standing: Standing) -> Iterator[str]:
    claim, verdict = standing.claim, standing.verdict
    yield f"## {standing.number}\\. {SIGNS[standing.machine_label]} {literal(standing.machine_label)}"
    yield f"**{literal(standing.wording)}**"
    more = len(claim.spans) - 1
    yield (
        f"Article: “{literal(claim.spans[0].quotation)}”"
        + f" (and {more} more place{'s' * (more > 1)})" * bool(more)
    )
    if standing.decision:
        yield f"**Reviewed:** {literal(standing.decided)}"
        if standing.found_as:
            yield f"Found as: “{literal(standing.found_as)}”"
        for added in standing.decision.evidence:
            yield f"> {literal(added.text)}\n>\n> — {_source(added.url, where_from(added))}"
    yield from (f"Counts no more: {literal(told)}" for told in standing.overruled)
    yield from (f"Reviewer's note: {literal(told)}" for told in standing.noted)
    if claim.attributed_to:
        yield f"As said by {literal(claim.attributed_to)}."
    if claim.context:
        yield f"Said after: “{literal(claim.context)}”"
    if verdict is None:
        return
    yield literal(verdict.justification)
    for citation, passage in standing.cited:
        said = f"> **{literal(citation.stance)}:** “{literal(citation.quotation)}”"
        yield f"{said}\n>\n> — {_source(passage.url, where_from(passage))}"
    yield from (f"Exact: {literal(detail)}" for detail in compared(verdict))
    yield from (f"Note: {literal(note)}" for note in verdict.notes)
    if verdict.evidence and not verdict.citations:
        titles = dict.fromkeys(literal(passage.title) for passage in verdict.evidence)
        yield f"Looked at: {'; '.join(titles)}"


def _source(url: str, parts: list[str]) -> str:
    address = web_address(url)
    told = ", ".join(literal(part) for part in parts if part != address)
    return f"[{told}](<{address}>)" if address else told


def _ledger(report: Report) -> Iterator[str]:
    for entry in report.ledger:
        if entry.status is not SentenceStatus.CLAIMS:
            text = literal(report.article.sentences[entry.sentence].text)
            yield f"- *{literal(entry.status)}* ({literal(entry.reason)}): {text}"
    number = len(report.article.sentences)
    yield f"- {number} sentence{'s' * (number != 1)} in all."
