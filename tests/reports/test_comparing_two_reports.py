"""`diff`: claims new, gone and changed, and why."""

import json
from collections.abc import Callable

import pytest

from claimcheck.domain import Label, Report
from claimcheck.reports.comparing import as_json, as_text, compare

Build = Callable[..., Report]


def one(build: Build, words: str = "The bridge in Portsmouth is 640 metres long.") -> Report:
    return build(words, number=1)


def relabelled(report: Report, label: Label) -> Report:
    verdict = report.verdicts[0].model_copy(update={"label": label})
    return report.model_copy(update={"verdicts": (verdict,)})


def test_equal_reports_have_nothing_to_tell(build: Build) -> None:
    told = compare(build(number=1), build(number=1))
    assert told.runs == ()
    assert [change.what for change in told.changes] == ["same"]
    assert as_text(told) == "0 new, 0 gone, 0 changed in verdict, 0 reworded, 1 the same.\n"


def test_a_changed_verdict_names_other_evidence(build: Build) -> None:
    old = one(build)
    new = relabelled(old, Label.REFUTED)
    other = new.verdicts[0].evidence[0].model_copy(update={"id": "new", "title": "The survey of 2024"})
    verdict = new.verdicts[0].model_copy(update={"evidence": (other,), "citations": ()})
    (change,) = compare(old, new.model_copy(update={"verdicts": (verdict,)})).changes
    assert change.what == "verdict"
    assert change.why[0] == "other evidence, not seen before: The survey of 2024"
    assert change.why[1].startswith("other evidence, no longer found: ")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"model": "m2"}, "other model"),
        ({"prompts": {"judge": "ffffffffffff", "extract": "0"}}, "other prompts: extract, judge"),
        ({"sources": ()}, "other sources"),
        ({"claimcheck_version": "9"}, "other claimcheck: 0 → 9"),
        ({}, "the model answered differently"),
    ],
)
def test_a_changed_verdict_names_how_the_run_differs(
    build: Build, changed: dict[str, object], why: str
) -> None:
    old = one(build)
    made = old.provenance.model_copy(update=changed)
    new = relabelled(old, Label.REFUTED).model_copy(update={"provenance": made})
    (change,) = compare(old, new).changes
    assert len(change.why) == 1
    assert why in change.why[0]
    assert why in as_text(compare(old, new))


def test_a_persons_verdict_is_a_change_of_its_own(build: Build) -> None:
    (change,) = compare(build(number=1), build(number=1, decide=True)).changes
    assert (change.what, change.why) == ("verdict", ("a person reviewed it",))


def test_claims_are_new_gone_or_reworded(build: Build) -> None:
    old = one(build, "The ferry to Gosport was cancelled on Monday.")
    assert [c.what for c in compare(old, one(build)).changes] == ["new", "gone"]
    claim = old.claims[0].model_copy(update={"text": "The ferry to Gosport was cancelled on Monday morning."})
    (change,) = compare(old, old.model_copy(update={"claims": (claim,)})).changes
    assert change.what == "wording"
    told = json.loads(as_json(compare(old, one(build))))
    assert {change["what"] for change in told["changes"]} == {"new", "gone"}
    assert any(run.startswith("other model") for run in told["runs"])


def test_another_text_of_the_article_is_told_once_for_the_run(build: Build) -> None:
    old = one(build)
    edited = old.model_copy(update={"article": old.article.model_copy(update={"sha256": "1" * 64})})
    assert as_text(compare(old, edited)).startswith("run: the article's text changed\n")
