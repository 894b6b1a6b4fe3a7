"""`diff`: claims new, gone and changed, and why."""

import json
from collections.abc import Callable

import pytest

from claimcheck.domain import Label, Report, Span
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
    counts = "0 new, 0 gone, 0 changed in verdict, 0 reviewed in one alone, 0 reworded, 0 on other grounds"
    assert as_text(told) == f"{counts}, 1 the same.\n"


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
    new = build(number=1, decide=True)
    mine = new.decisions[0].model_copy(update={"by": "Ann", "reason": "the deed says so"})
    (change,) = compare(build(number=1), new.model_copy(update={"decisions": (mine,)})).changes
    told = "a person reviewed it: Ann, 2024-02-10, says Refuted: the deed says so"
    assert (change.what, change.why) == ("verdict", (told,))


def test_a_verdict_that_a_person_accepted_is_no_change_of_verdict(build: Build) -> None:
    old = build(LENGTH, number=1)
    accepted = build(LENGTH, number=1, decide=True).decisions[0].model_copy(update={"by": "Ann", "text": ""})
    accepted = accepted.model_copy(update={"label": Label.SUPPORTED, "reason": ""})
    new = old.model_copy(update={"decisions": (accepted,)})
    for before, after in ((old, new), (new, old)):
        (change,) = compare(before, after).changes
        assert change.what == "reviewed"
        assert "0 changed in verdict, 1 reviewed in one alone" in as_text(compare(before, after))
    assert "✓ Supported → ✓ Supported (reviewed: Supported)" in as_text(compare(old, new))
    other = new.model_copy(update={"decisions": (accepted.model_copy(update={"label": Label.REFUTED}),)})
    (change,) = compare(new, other).changes
    assert (change.what, change.why) == ("verdict", ("a person decided anew: Ann, 2024-02-10, says Refuted",))


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


def several(build: Build, *claims: tuple[str, str, Label]) -> Report:
    """A report with claims of those words, places (what is quoted of the article) and verdicts."""
    held = one(build)
    made = tuple(
        held.claims[0].model_copy(
            update={"id": f"c{n}", "text": text, "spans": (Span(start=0, end=len(place), quotation=place),)}
        )
        for n, (text, place, _) in enumerate(claims, 1)
    )
    verdicts = tuple(
        held.verdicts[0].model_copy(update={"claim": f"c{n}", "label": label})
        for n, (_, _, label) in enumerate(claims, 1)
    )
    return held.model_copy(update={"claims": made, "verdicts": verdicts})


LENGTH = "The bridge in Portsmouth is 640 metres long."
OPENING = "The bridge in Portsmouth was opened by the mayor in June."
BOTH = "The bridge, 640 metres long, was opened by the mayor in June."


def test_claims_of_one_sentence_are_told_apart_where_they_are_reworded_and_reordered(build: Build) -> None:
    old = several(build, (LENGTH, BOTH, Label.SUPPORTED), (OPENING, BOTH, Label.REFUTED))
    new = several(
        build,
        ("The bridge was opened by the mayor in June.", BOTH, Label.REFUTED),
        ("The bridge is 640 metres long.", BOTH, Label.SUPPORTED),
    )
    assert [(c.what, c.old.number, c.new.number) for c in compare(old, new).changes if c.old and c.new] == [
        ("wording", 2, 1),
        ("wording", 1, 2),
    ]


def test_another_claim_of_the_same_sentence_is_new_and_not_a_changed_verdict(build: Build) -> None:
    old = several(build, (LENGTH, BOTH, Label.SUPPORTED), ("It rained.", BOTH, Label.SUPPORTED))
    new = several(build, (LENGTH, BOTH, Label.SUPPORTED), ("Ann Lee paid.", BOTH, Label.REFUTED))
    assert [change.what for change in compare(old, new).changes] == ["same", "new", "gone"]


def test_a_claim_alone_in_its_place_is_the_same_however_it_is_worded(build: Build) -> None:
    old = several(build, ("He was paid 5 million.", "he got 5m", Label.SUPPORTED))
    new = several(build, ("The mayor received five million pounds.", "he got 5m", Label.SUPPORTED))
    assert [change.what for change in compare(old, new).changes] == ["wording"]


def test_of_equal_words_those_in_the_same_place_are_one_claim(build: Build) -> None:
    old = several(build, (LENGTH, "first", Label.SUPPORTED), (LENGTH, "second", Label.REFUTED))
    new = several(build, (LENGTH, "second", Label.REFUTED))
    assert [(c.what, c.old and c.old.number) for c in compare(old, new).changes] == [("same", 2), ("gone", 1)]


def test_the_old_words_of_a_claim_are_shown_beside_its_new_verdict(build: Build) -> None:
    old = several(build, (LENGTH, "first", Label.SUPPORTED))
    new = several(build, (LENGTH.replace("640", "460"), "first", Label.REFUTED))
    told = as_text(compare(old, new))
    assert "verdict: 1. The bridge in Portsmouth is 460 metres long." in told
    assert f"was: {LENGTH}" in told


def test_what_was_not_checked_is_no_other_answer_of_the_model(build: Build) -> None:
    old = one(build)
    verdict = old.verdicts[0].model_copy(
        update={"label": Label.UNCHECKED, "justification": "Not looked up: the limit was reached"}
    )
    failures = (*old.failures, "the limit was reached")
    new = old.model_copy(update={"verdicts": (verdict,), "failures": failures, "interrupted": True})
    told = compare(old, new)
    assert told.runs == ("the new run was interrupted", "a failure in the new run: the limit was reached")
    (change,) = told.changes
    assert change.why == ("not checked in the new run: Not looked up: the limit was reached",)
    (back,) = compare(new, old).changes
    assert back.why == ("not checked in the old run: Not looked up: the limit was reached",)


def test_a_verdict_that_stays_on_another_quotation_or_another_reason_is_told(build: Build) -> None:
    old = build(LENGTH, number=1, decide=True)
    citation = (
        old.verdicts[0].citations[0].model_copy(update={"quotation": "After it.", "start": 56, "end": 65})
    )
    verdict = old.verdicts[0].model_copy(update={"citations": (citation,)})
    decision = old.decisions[0].model_copy(update={"by": "Bob", "reason": "the deed says so"})
    (quoted,) = compare(old, old.model_copy(update={"verdicts": (verdict,)})).changes
    assert quoted.what == "grounds"
    assert [why.split(":")[0] for why in quoted.why] == ["quoted now", "no longer quoted"]
    (reviewed,) = compare(old, old.model_copy(update={"decisions": (decision,)})).changes
    assert (reviewed.what, reviewed.why) == (
        "grounds",
        ("decided anew: Bob, 2024-02-10, says Refuted: the deed says so",),
    )
    assert "because: decided anew: Bob" in as_text(
        compare(old, old.model_copy(update={"decisions": (decision,)}))
    )
