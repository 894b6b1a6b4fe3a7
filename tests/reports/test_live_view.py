"""The live view: claims appear as they are found, and their verdicts as they come."""

from collections.abc import Callable

from claimcheck.domain import Event, Label, Report, Usage
from claimcheck.reports.live import Ongoing

Build = Callable[..., Report]


def test_claims_appear_in_the_articles_order_and_get_their_verdicts(build: Build) -> None:
    report = build(number=3)
    first, second, third = report.claims
    view = Ongoing()
    entry = report.ledger[0]
    later, earlier = second.model_copy(update={"id": "s1"}), first.model_copy(update={"id": "s0"})
    for done, claim in enumerate([later, earlier], 1):
        event = Event(stage="finding claims", done=done, total=3, usage=Usage(), claims=(claim,), entry=entry)
        view.hear(event)
    assert view.rows(10) == [(first.text, None), (second.text, None)]
    claims = (first, second, third)
    view.hear(Event(stage="checking claims", done=0, total=3, usage=Usage(), claims=claims))
    view.hear(Event(stage="checking claims", done=1, total=3, usage=Usage(), verdict=report.verdicts[1]))
    assert [label for _, label in view.rows(10)] == [None, Label.REFUTED, None]


def test_a_low_terminal_shows_the_newest(build: Build) -> None:
    report = build(number=50)
    view = Ongoing()
    view.hear(Event(stage="checking claims", done=0, total=50, usage=Usage(), claims=report.claims))
    for done, verdict in enumerate(report.verdicts[:30], 1):
        view.hear(Event(stage="checking claims", done=done, total=50, usage=Usage(), verdict=verdict))
    labels = [label for _, label in view.rows(9)]
    assert len(labels) == 9
    assert labels[5] is not None
    assert labels[6:] == [None, None, None]


def test_hostile_claims_do_nothing_on_the_way(build: Build, hostile: str) -> None:
    view = Ongoing()
    view.hear(
        Event(stage="checking claims", done=0, total=1, usage=Usage(), claims=build(hostile, number=1).claims)
    )
    ((text, _),) = view.rows(5)
    assert not {"\x1b", "\n", "\u202e", "\r"} & set(text)
