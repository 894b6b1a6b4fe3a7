"""The report as JUnit XML: each claim is a test, so that any CI shows it.

Refuted and conflicting claims fail, what could not be checked is an error, and what no reference
decides, or a person set aside, is skipped.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from claimcheck.domain import Label, Report
from claimcheck.reports.alerts import file_of
from claimcheck.reports.safe import one_line
from claimcheck.reports.standing import Standing, standings, troubles

_OUTCOMES = {
    Label.REFUTED: "failure",
    Label.CONFLICTING: "failure",
    Label.UNCHECKED: "error",
    Label.NOT_ENOUGH_EVIDENCE: "skipped",
}


def render(report: Report) -> str:
    """One test suite of one test case a claim, or one that is an error where the run ended before any."""
    cases = [_case(report, standing) for standing in standings(report)]
    told_troubles = troubles(report)
    if told_troubles and not cases:  # all would seem well
        cases.append(_run(report, told_troubles))
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    told = {name: str(count) for name, count in counts.items()} | {
        "time": f"{report.provenance.seconds or 0:.1f}"
    }
    suites = ET.Element("testsuites", {"name": "claimcheck"} | told)
    suite = ET.SubElement(suites, "testsuite", {"name": one_line(file_of(report.article))} | told)
    if report.provenance.started:
        suite.set("timestamp", report.provenance.started.replace(microsecond=0).isoformat())
    suite.extend(cases)
    if told_troubles:
        ET.SubElement(suite, "system-err").text = "\n".join(map(one_line, told_troubles))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _run(report: Report, told: list[str]) -> ET.Element:
    """The run itself as a test that could not be made."""
    file = one_line(file_of(report.article))
    case = ET.Element(
        "testcase", {"name": "The run was completed", "classname": file, "file": file, "time": "0"}
    )
    ET.SubElement(case, "error", {"message": one_line(" ".join(told)), "type": "Unchecked"})
    return case


def _case(report: Report, standing: Standing) -> ET.Element:
    line = report.article.line_at(standing.claim.spans[0].start)
    name = f"{standing.number}. {one_line(standing.wording)}"
    file = one_line(file_of(report.article))
    case = ET.Element("testcase", {"name": name, "classname": file, "file": file, "time": "0"})
    if line:
        case.set("line", str(line))
    outcome = "skipped" if standing.label is None else _OUTCOMES.get(standing.label)
    if outcome:
        told = standing.label or "Not worth checking"
        message = ": ".join(part for part in (told, one_line(standing.reason)) if part)
        element = ET.SubElement(case, outcome, {"message": message})
        if outcome != "skipped":
            element.set("type", told)
    ET.SubElement(case, "system-out").text = "\n".join(_details(standing))
    return case


def _details(standing: Standing) -> list[str]:
    lines = [f"machine: {standing.machine_label}"]
    if standing.decision:
        lines.append(f"reviewed: {standing.decided}")
    if standing.found_as:
        lines.append(f"found as: {standing.found_as}")
    lines += [f"counts no more: {told}" for told in standing.overruled]
    lines += [f"reviewer's note: {told}" for told in standing.noted]
    lines += [
        f"{citation.stance}: “{citation.quotation}” ({passage.title}, {passage.url or passage.path})"
        for citation, passage in standing.cited
    ]
    return [one_line(line) for line in lines]
