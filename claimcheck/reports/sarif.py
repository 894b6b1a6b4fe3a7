"""The report as SARIF 2.1.0 (OASIS 2020), so that code scanning shows claims on the lines of a change.

One result for each claim that is not supported; a claim that a person set aside is a suppressed result.
GitHub asks for a rule, a level, a message, a location with `startLine`, and a fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import quote

from claimcheck.domain import Label, Report
from claimcheck.reports.alerts import LEVELS, Alert, alerts, file_of
from claimcheck.reports.json import inert
from claimcheck.reports.safe import one_line, web_address
from claimcheck.reports.standing import troubles

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RULES = {
    Label.REFUTED: ("refuted", "A reference contradicts the claim."),
    Label.CONFLICTING: ("conflicting-evidence", "References disagree about the claim."),
    Label.NOT_ENOUGH_EVIDENCE: ("not-enough-evidence", "No reference decides the claim."),
    Label.UNCHECKED: ("unchecked", "The claim could not be checked; this is not a verdict."),
}


def render(report: Report) -> str:
    """A SARIF log of one run."""
    run = {
        "tool": {"driver": _driver(report)},
        "automationDetails": {"id": f"claimcheck/{_uri(report)}/"},  # one analysis a file, uploaded together
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(report)}, "mimeType": report.article.media_type}],
        "invocations": [
            {
                "executionSuccessful": not (report.failures or report.interrupted),
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": _without_links(one_line(trouble))}}
                    for trouble in troubles(report)
                ],
            }
        ],
        "results": [_result(report, alert) for alert in alerts(report)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return inert(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _driver(report: Report) -> dict[str, Any]:
    return {
        "name": "claimcheck",
        "version": report.provenance.claimcheck_version,
        "rules": [
            {
                "id": name,
                "name": "".join(word.title() for word in name.split("-")),
                "shortDescription": {"text": text},
                "fullDescription": {"text": text},
                "help": {"text": f"{text} Read the citations before you act on it."},
                "defaultConfiguration": {"level": LEVELS[label]},
                "properties": {"tags": ["fact-check"]},
            }
            for label, (name, text) in RULES.items()
        ],
    }


def _result(report: Report, alert: Alert) -> dict[str, Any]:
    claim = alert.standing.claim
    told = f"{claim.text}\0{claim.spans[0].quotation}"
    result: dict[str, Any] = {
        "ruleId": RULES[alert.label][0],
        "ruleIndex": list(RULES).index(alert.label),
        "level": alert.level,
        "message": {"text": _without_links(alert.message)},
        "locations": [{"physicalLocation": _place(report, alert)}],
        "partialFingerprints": {"claimcheck/v1": hashlib.sha256(told.encode()).hexdigest()[:32]},
        "properties": _properties(alert),
    }
    if alert.aside:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": alert.aside}]
    return result


def _without_links(text: str) -> str:
    """The text without `[words](address)`, which a message of SARIF may hold as a link (3.11.6)."""
    return text.replace("](", "] (")


def _place(report: Report, alert: Alert) -> dict[str, Any]:
    """The lines where they are known, else the first, which code scanning asks for at least."""
    region: dict[str, Any] = {"startLine": alert.start_line or 1, "endLine": alert.end_line or 1}
    if alert.start_line:
        region["snippet"] = {"text": one_line(alert.standing.claim.spans[0].quotation)}
    return {"artifactLocation": {"uri": _uri(report), "index": 0}, "region": region}


def _properties(alert: Alert) -> dict[str, Any]:
    standing = alert.standing
    decision = standing.decision
    properties: dict[str, Any] = {
        "claim": standing.claim.id,
        "machineVerdict": standing.machine_label,
        "confidence": standing.verdict.confidence if standing.verdict else 0.0,
        "sources": [web_address(p.url) for _, p in standing.cited if web_address(p.url)],
    }
    if decision:
        properties |= {"reviewedVerdict": decision.label, "reviewedBy": one_line(decision.by)}
    if standing.past:
        properties["pastDecisions"] = [one_line(told) for told in standing.overruled]
    if standing.notes:
        properties["reviewNotes"] = [one_line(told) for told in standing.noted]
    return properties


def _uri(report: Report) -> str:
    return quote(file_of(report.article), errors="surrogateescape")  # a name's bytes may be no text
