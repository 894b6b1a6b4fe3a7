"""The report as one self-contained page: no network, and no script needed to read it.

The page's policy lets nothing run or load but its own style and script, known by their digests.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from claimcheck.domain import ClaimKind, Label, Passage, Report, SentenceStatus
from claimcheck.reports.made import made_lines
from claimcheck.reports.marks import paragraphs
from claimcheck.reports.quoting import quoted, stances_of
from claimcheck.reports.remarks import compared
from claimcheck.reports.safe import safe, web_address
from claimcheck.reports.signs import SIGNS
from claimcheck.reports.standing import Standing, ended, published, standings, summary, troubles, where_from

if TYPE_CHECKING:
    from jinja2 import Template

NAMES = {
    Label.SUPPORTED: "supported",
    Label.REFUTED: "refuted",
    Label.NOT_ENOUGH_EVIDENCE: "nee",
    Label.CONFLICTING: "conflicting",
    Label.UNCHECKED: "unchecked",
    None: "aside",
}


def render(report: Report) -> str:
    """The whole page, well-formed HTML in UTF-8."""
    style, script = _part("report.css"), _part("report.js")
    stands = standings(report)
    return _template().render(
        report=report,
        article=report.article,
        style=style,
        script=script,
        policy=_policy(style, script),
        summary=summary(report),
        troubles=troubles(report),
        paragraphs=paragraphs(report),
        claims=[_claim(standing) for standing in stands],
        verdicts=_verdicts(stands),
        kinds=_kinds(stands),
        ledger=[entry for entry in report.ledger if entry.status is not SentenceStatus.CLAIMS],
        made=made_lines(report),
    )


@cache
def _part(name: str) -> str:
    return (files("claimcheck.reports") / "page" / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    def harmless(value: Any) -> Any:
        return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        autoescape=True,
        finalize=harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(sign=_sign, verdict_class=_class, said=_said, published=published)
    return environment.from_string(_part("report.html.j2"))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _sign(label: Label | None) -> str:
    return SIGNS[label] if label else "○"


def _class(standing: Standing) -> str:
    return NAMES[standing.label]


def _said(label: Label | None) -> str:
    return str(label or "Not worth checking")


def _claim(standing: Standing) -> dict[str, Any]:
    """What the template shows of one claim: its evidence numbered, the cited passages first."""
    verdict = standing.verdict
    used = {citation.passage for citation, _ in standing.cited}
    passages = [_passage(passage, standing) for passage in verdict.evidence] if verdict else []
    cited = [passage for passage in passages if passage["id"] in used]
    decision = standing.decision
    return {
        "standing": standing,
        "justification": verdict.justification if verdict else "The run ended before this claim was checked.",
        "details": compared(verdict) if verdict else [],
        "notes": verdict.notes if verdict else (),
        "cited": cited,
        "numbers": range(1, len(cited) + 1),
        "others": [passage for passage in passages if passage["id"] not in used],
        "added": [_passage(passage, standing) for passage in decision.evidence] if decision else [],
        "decided": ended(standing.decided),
        "overruled": [ended(told) for told in standing.overruled],
        "noted": [ended(told) for told in standing.noted],
    }


def _passage(passage: Passage, standing: Standing) -> dict[str, Any]:
    """A passage cut at the quotations, and where it comes from."""
    pieces = quoted(passage, standing.verdict.citations if standing.verdict else ())
    address = web_address(passage.url)
    return {
        "id": passage.id,
        "pieces": pieces,
        "url": address,
        "title": passage.title or passage.url or passage.path or "untitled",
        "origin": [part for part in where_from(passage)[bool(passage.title) :] if part != address],
        "stances": stances_of(pieces),
    }


def _verdicts(stands: list[Standing]) -> list[tuple[str, str, str, int]]:
    """Class, sign, name and number of claims for each verdict that the report has."""
    given = [standing.label for standing in stands]
    labels: list[Label | None] = [*Label, None]
    return [
        (NAMES[label], _sign(label), _said(label), given.count(label)) for label in labels if label in given
    ]


def _kinds(stands: list[Standing]) -> list[tuple[str, int]]:
    given = [standing.claim.kind for standing in stands]
    return [(kind, given.count(kind)) for kind in ClaimKind if kind in given]
