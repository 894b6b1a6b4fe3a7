"""What people did, folded: the machine's verdict stays, the last decision on the present words stands."""

from claimcheck.domain import Label, Report
from claimcheck.reviews.entries import Action, Added, Entry
from claimcheck.reviews.export import confirmed, remarks
from claimcheck.reviews.state import ClaimState, Review, fold
from tests.reviews.samples import entry, report

ACCEPT = entry(Action.ACCEPT, label=Label.SUPPORTED)
OVERRIDE = entry(Action.OVERRIDE, label=Label.REFUTED, reason="the deed says 460", minute=1)


def first(*entries: Entry) -> ClaimState:
    return fold(report(), entries).claims[0]


def test_nothing_is_decided_before_anybody_decides() -> None:
    review = fold(report(), [])
    assert review.progress == "0 of 5 reviewed"
    assert first().decision is None
    assert not first().touched


def test_the_last_decision_stands_beside_the_machines_verdict() -> None:
    state = first(ACCEPT, OVERRIDE)
    assert state.decision is not None
    assert (state.decision.label, state.decision.reason) == (Label.REFUTED, "the deed says 460")
    assert state.machine is Label.SUPPORTED


def test_undo_takes_back_ones_own_last_action_only() -> None:
    assert first(ACCEPT, entry(Action.UNDO)).decision is None
    assert first(ACCEPT, OVERRIDE, entry(Action.UNDO)).decision == first(ACCEPT).decision
    assert first(ACCEPT, entry(Action.UNDO, by="bob")).decision == first(ACCEPT).decision


def test_a_claim_not_worth_checking_is_decided_without_a_label() -> None:
    decision = first(entry(Action.NOT_WORTH_CHECKING, reason="trivial")).decision
    assert decision is not None
    assert (decision.label, decision.reason) == (None, "trivial")


def test_editing_the_wording_opens_a_claim_again() -> None:
    edit = entry(Action.EDIT, text="The bridge is 640 m long.")
    assert first(ACCEPT, edit).decision is None
    assert first(ACCEPT, edit).touched
    decision = first(edit, ACCEPT).decision
    assert decision is not None
    assert decision.text == "The bridge is 640 m long."
    assert first(edit, ACCEPT).claim.text == report().claims[0].text


def test_added_evidence_and_notes_do_not_open_it_again() -> None:
    added = entry(Action.ADD_EVIDENCE, evidence=Added(text="640 m, says the deed.", source="The deed"))
    decision = first(ACCEPT, added, entry(Action.NOTE, text="call the archive")).decision
    assert decision is not None
    assert [(p.text, p.title) for p in decision.evidence] == [("640 m, says the deed.", "The deed")]


def test_a_decision_on_other_words_is_not_taken_over() -> None:
    changed = report(("The bridge in Portsmouth is 64 metres long.",))
    review = fold(changed, [ACCEPT])
    assert review.claims[0].decision is None
    assert review.stray == (ACCEPT,)
    assert fold(report(), [ACCEPT.model_copy(update={"claim": "c99", "digest": ""})]).stray


def test_a_report_made_anew_keeps_the_decisions_on_claims_that_it_numbers_otherwise() -> None:
    sentences = tuple(claim.text for claim in report().claims)
    longer = report(("It rained all day.", *sentences))
    review = fold(longer, [ACCEPT, OVERRIDE, entry(Action.UNDO)])
    assert [state.number for state in review.claims if state.decision] == [2]
    assert review.stray == ()
    twice = fold(report((sentences[1], sentences[0], sentences[0])), [ACCEPT])
    assert twice.reviewed == 0  # which of the two she meant is not known
    assert twice.stray == (ACCEPT,)


def test_decisions_that_are_older_than_the_report_are_told() -> None:
    made = report().provenance.model_copy(update={"started": OVERRIDE.at})
    later = report().model_copy(update={"provenance": made})
    review = fold(later, [ACCEPT, entry(Action.NOT_WORTH_CHECKING, 2, minute=9)])
    assert "decided before this report was made, on claims of the same words: claim 1" in remarks(review)
    assert "before this report" not in " ".join(remarks(fold(later, [OVERRIDE])))


def test_a_decision_stands_only_on_the_words_that_were_seen() -> None:
    seen = report().claims[0].text
    edit = entry(Action.EDIT, by="bob", text="The bridge is 460 m long.")
    too_late = ACCEPT.model_copy(update={"text": seen})
    assert first(edit, too_late).decision is None
    assert first(edit, too_late, entry(Action.UNDO, by="bob")).decision == first(ACCEPT).decision


def test_taking_back_an_edit_takes_no_decision_on_it_for_one_on_the_words_before() -> None:
    edit = entry(Action.EDIT, by="bob", text="The bridge is 460 m long.")
    before, after = OVERRIDE.model_copy(update={"by": "cem"}), ACCEPT
    assert first(edit, after, entry(Action.UNDO, by="bob")).decision is None
    state = first(before, edit, after, entry(Action.UNDO, by="bob"))
    assert state.decision == first(before).decision
    assert state.wording == report().claims[0].text


def test_an_accepted_verdict_that_the_machine_no_longer_gives_is_told() -> None:
    note = entry(Action.NOTE, text="asked the archive")
    accepted = ACCEPT.model_copy(update={"label": Label.REFUTED})
    review = fold(report(), [accepted, note])
    assert review.claims[0].overtaken
    assert "no longer gives the verdict that was accepted: claim 1" in " ".join(remarks(review))
    kept = fold(report(), [ACCEPT, note, entry(Action.OVERRIDE, 2, label=Label.SUPPORTED, reason="seen")])
    assert not any(state.overtaken for state in kept.claims)


def test_the_export_holds_decisions_and_keeps_the_verdicts() -> None:
    review = fold(report(), [ACCEPT, entry(Action.NOTE, 2, text="ask the mayor")])
    made = confirmed(report(), review)
    assert made.verdicts == report().verdicts
    assert [decision.claim for decision in made.decisions] == ["c1"]
    assert Report.model_validate_json(made.model_dump_json()) == made
    said = " ".join(remarks(review))
    assert "1 of 5 reviewed" in said
    assert "claim 2" in said


def test_a_report_that_was_exported_can_be_reviewed_further() -> None:
    added = entry(Action.ADD_EVIDENCE, evidence=Added(text="640 m"))
    edit = entry(Action.EDIT, text="The bridge is 640 m long.")
    made = confirmed(report(), fold(report(), [added, edit, ACCEPT]))
    again = fold(made, [])
    assert confirmed(made, again) == made
    later = fold(made, [OVERRIDE]).claims[0].decision
    assert later is not None
    assert (later.label, later.text) == (Label.REFUTED, "The bridge is 640 m long.")
    assert later.evidence == made.decisions[0].evidence


def test_the_export_has_every_decision_and_note_with_who_and_when() -> None:
    note = entry(Action.NOTE, by="cem", minute=2, text="ask the archive")
    theirs = entry(Action.OVERRIDE, by="bob", minute=3, label=Label.CONFLICTING, reason="two deeds")
    undecided = entry(Action.NOTE, 2, by="bob", text="ask the mayor")
    made = confirmed(report(), fold(report(), [ACCEPT, OVERRIDE, note, theirs, undecided]))
    assert [(d.by, d.label, d.at) for d in made.decisions] == [("bob", Label.CONFLICTING, theirs.at)]
    past = [(d.by, d.label, d.reason, d.at) for d in made.past_decisions]
    assert past == [
        ("ann", Label.SUPPORTED, "", ACCEPT.at),
        ("ann", Label.REFUTED, "the deed says 460", OVERRIDE.at),
    ]
    assert [(n.claim, n.by, n.text, n.at) for n in made.review_notes] == [
        ("c1", "cem", "ask the archive", note.at),
        ("c2", "bob", "ask the mayor", undecided.at),
    ]
    assert Report.model_validate_json(made.model_dump_json()) == made


def test_what_was_taken_back_is_not_exported_and_a_decision_on_other_words_is() -> None:
    edit = entry(Action.EDIT, text="The bridge is 640 m long.")
    made = confirmed(report(), fold(report(), [ACCEPT, edit, OVERRIDE, entry(Action.UNDO)]))
    assert made.decisions == ()
    assert [(d.label, d.text) for d in made.past_decisions] == [(Label.SUPPORTED, "")]


def test_an_export_that_is_reviewed_further_keeps_what_was_decided_and_noted_before() -> None:
    note = entry(Action.NOTE, text="ask the archive")
    made = confirmed(report(), fold(report(), [ACCEPT, note, OVERRIDE]))
    assert confirmed(made, fold(made, [])) == made
    theirs = entry(Action.ACCEPT, by="bob", label=Label.SUPPORTED, minute=9)
    later = confirmed(made, fold(made, [theirs, entry(Action.NOTE, by="bob", text="asked")]))
    assert [(d.by, d.label) for d in later.past_decisions] == [
        ("ann", Label.SUPPORTED),
        ("ann", Label.REFUTED),
    ]
    assert [n.text for n in later.review_notes] == ["ask the archive", "asked"]
    assert "reviewers differ, and the last decision counts: claim 1" in " ".join(
        remarks(fold(made, [theirs]))
    )


def test_a_report_without_claims_is_reviewed() -> None:
    empty = fold(report(()), [])
    assert empty == Review(())
    assert remarks(empty) == ["the report has no claims"]


def test_entries_on_claims_that_are_gone_are_counted_in_words() -> None:
    gone = entry(Action.NOTE, text="x").model_copy(update={"claim": "c9", "digest": "0"})
    told = [fold(report(), [gone] * number).strayed for number in range(3)]
    assert told == [
        "",
        "one entry is on claims that this report does not have",
        "2 entries are on claims that this report does not have",
    ]
