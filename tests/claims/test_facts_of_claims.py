"""A model's single facts of a claim stand in its place only where code finds nothing added, lost or turned."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.decomposition import facts_of
from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.facts import compound, facts_in, put
from claimcheck.errors import ModelError, ServiceError

BRIDGE = "The bridge in Portsmouth, which was built in 1931, is 640 metres long and was closed on 3 May 2021."
SOUND = [
    "The bridge in Portsmouth was built in 1931.",
    "The bridge in Portsmouth is 640 metres long.",
    "The bridge in Portsmouth was closed on 3 May 2021.",
]


def test_facts_that_say_together_what_the_claim_says_stand_in_its_place() -> None:
    assert facts_in(BRIDGE, SOUND) == SOUND


@pytest.mark.parametrize(
    ("number", "instead"),
    [
        (1, "The bridge in Portsmouth is 460 metres long."),  # another number
        (1, "It is 640 metres long."),  # leans on a name that it has not
        (0, "The bridge in Southsea was built in 1931."),  # another name
        (0, "Portsmouth in 1931."),  # no sentence
        (2, "The bridge in Portsmouth was demolished on 3 May 2021."),  # another verb
    ],
)
def test_a_fact_of_its_own_making_is_dropped_and_the_claim_stays_for_what_is_left_out(
    number: int, instead: str
) -> None:
    facts = [instead if place == number else fact for place, fact in enumerate(SOUND)]
    assert facts_in(BRIDGE, facts) == [BRIDGE, *(fact for fact in facts if fact != instead)]


def test_a_fact_too_many_costs_only_itself() -> None:
    assert facts_in(BRIDGE, [*SOUND, "The bridge in Portsmouth is popular with visitors."]) == SOUND


@pytest.mark.parametrize(
    ("claim", "turned"),
    [
        ("Lena Ortiz did not close the bridge or the ferry.", ["Lena Ortiz closed the bridge."]),
        ("Lena Ortiz may close the bridge and open the ferry.", ["Lena Ortiz opened the ferry."]),
        (
            "Lena Ortiz met engineers in an effort to reopen the bridge and the ferry.",
            ["Lena Ortiz reopened the bridge.", "Lena Ortiz reopened the ferry."],
        ),
        ("The ministry said the bridge was safe and the ferry was slow.", ["The ferry was slow."]),
        ("If the river freezes, the ferry stops and the bridge opens.", ["The ferry stops."]),
    ],
)
def test_a_not_a_may_and_whose_word_it_is_are_never_lost(claim: str, turned: list[str]) -> None:
    assert facts_in(claim, turned) == []


def test_who_did_it_to_whom_is_never_turned_round() -> None:
    claim = "Portsmouth beat Gosport in 2019 and Fareham in 2020."
    round_about = "Gosport beat Portsmouth in 2019."
    assert round_about not in facts_in(claim, [round_about, "Portsmouth beat Fareham in 2020."])
    right = ["Portsmouth beat Gosport in 2019.", "Portsmouth beat Fareham in 2020."]
    assert facts_in(claim, right) == right


def test_what_two_did_together_is_not_said_of_one_of_them() -> None:
    claim = "Mayor Lena Ortiz and Omar Haddad met in Gosport and signed the plan."
    together = [f"Mayor Lena Ortiz and Omar Haddad {did}." for did in ("met in Gosport", "signed the plan")]
    assert facts_in(claim, together) == together
    alone = ["Mayor Lena Ortiz met in Gosport.", "Omar Haddad signed the plan."]
    assert not set(facts_in(claim, alone)) & set(alone)


@pytest.mark.parametrize(
    ("claim", "wider"),
    [
        ("More than 5 million people fled and at least 40,000 died.", "5 million people fled."),
        ("About 40 sailors were hurt and two drowned.", "40 sailors were hurt."),
        ("Some protesters threw stones and left Gosport.", "Protesters threw stones."),
        ("Most of the ships were Danish and sailed from Aarhus.", "The ships were Danish."),
        (
            "Lena Ortiz wrote songs for the choir, including many of its biggest hits.",
            "Lena Ortiz wrote its biggest hits.",
        ),
    ],
)
def test_no_fact_says_more_than_the_claim(claim: str, wider: str) -> None:
    assert wider not in facts_in(claim, [wider, claim])


def test_a_bare_participle_is_nobodys_doing() -> None:
    claim = "Lena Ortiz wrote to the coast guard and the navy, describing the wreck of the ferry."
    written = ["Lena Ortiz wrote to the coast guard.", "Lena Ortiz wrote to the navy."]
    told = facts_in(claim, [*written, "The navy was describing the wreck of the ferry."])
    assert told == [claim, *written]


def test_facts_that_differ_in_a_figure_alone_are_kept_together() -> None:
    claim = "The winners in Lund were aged nine, ten and thirteen."
    facts = [f"The winners in Lund were aged {age}." for age in ("nine", "ten", "thirteen")]
    assert facts_in(claim, facts) == []


@pytest.mark.parametrize(
    ("claim", "facts"),
    [
        (
            "The flood destroyed 40 houses in Lund, Ystad and Malmö.",
            [f"The flood destroyed 40 houses in {town}." for town in ("Lund", "Ystad", "Malmö")],
        ),
        (
            "Mira Dahl paid 300 euros for a sail and an anchor.",
            ["Mira Dahl paid 300 euros for a sail.", "Mira Dahl paid 300 euros for an anchor."],
        ),
    ],
)
def test_a_figure_of_several_together_is_not_said_of_each(claim: str, facts: list[str]) -> None:
    assert facts_in(claim, facts) == []


def test_a_figure_that_each_has_is_said_of_each() -> None:
    facts = ["Mira Dahl paid 300 euros for a sail.", "Mira Dahl paid 300 euros for an anchor."]
    assert facts_in("Mira Dahl paid 300 euros for a sail and 300 euros for an anchor.", facts) == facts


def test_what_one_other_fact_says_more_fully_goes_and_what_several_do_stays() -> None:
    claim = "The choir in Lund sings music of many kinds, such as hymns and shanties, and was founded by Omar Haddad in 1950."
    many = [
        "The choir in Lund sings music.",
        "The choir in Lund sings music such as hymns.",
        "The choir in Lund sings music such as shanties.",
        "The choir in Lund sings music of many kinds.",
        "The choir in Lund was founded by Omar Haddad.",
        "The choir in Lund was founded by Omar Haddad in 1950.",
    ]
    kept = facts_in(claim, many)
    assert kept == [fact for fact in many if fact != "The choir in Lund was founded by Omar Haddad."]


def test_the_whole_of_which_an_answer_names_the_parts_comes_from_the_form() -> None:
    claim = "Dockers are responsible for loading every ship, including lashing, weighing and sealing."
    parts = [f"Dockers are responsible for {what}." for what in ("lashing", "weighing", "sealing")]
    assert facts_in(claim, parts) == ["Dockers are responsible for loading every ship.", *parts]


def test_quotation_marks_come_back_as_the_article_has_them() -> None:
    claim = 'Omar Haddad wrote "The Salt Lakes" and painted "Noon".'
    assert put(claim) == "Omar Haddad wrote “The Salt Lakes” and painted “Noon”."
    answer = ["Omar Haddad wrote “The Salt Lakes”.", "Omar Haddad painted “Noon”."]
    assert facts_in(claim, answer) == ['Omar Haddad wrote "The Salt Lakes".', 'Omar Haddad painted "Noon".']


def test_only_a_claim_that_may_say_several_things_is_asked_about() -> None:
    assert compound("The bridge, a former railway bridge, was closed.")
    assert not compound("The bridge in Portsmouth was closed on 3 May 2021.")
    assert not compound("Mayor Lena Ortiz and Chief Engineer Omar Haddad met in Gosport.")
    assert not compound("Trade between the city of Portsmouth and Gosport reached $240 billion.")
    assert compound("Lena Ortiz worked with Mickey Hart and Omar Haddad.")
    assert not compound("The mayors of Portsmouth were: 1. Lena Ortiz 2. Omar Haddad")  # its form says it


@given(st.lists(st.text(max_size=60), max_size=8))
def test_whatever_a_model_answers_no_word_comes_in(answer: list[str]) -> None:
    for fact in facts_in(BRIDGE, answer):
        assert {word.strip(".,").casefold() for word in fact.split() if word[0].isupper()} <= {
            "the",
            "portsmouth",
            "may",
        }


def asked(*answers: list[str] | Exception, kind: str = "other") -> tuple[dict[str, list[str]], list[str]]:
    """The facts found of two claims, and what was asked."""
    queue, heard = list(answers), []

    async def take_apart(claim: str) -> list[str]:
        heard.append(claim)
        answer = queue.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    drafts = [ClaimDraft(claim=text, kind=kind) for text in (BRIDGE, "The ferry is slow.")]
    found = asyncio.run(facts_of(drafts, take_apart))
    return {claim: list(facts) for claim, facts in found.items()}, heard


def test_each_compound_claim_is_asked_about_once() -> None:
    assert asked(SOUND) == ({BRIDGE: SOUND}, [BRIDGE])


def test_an_answer_of_no_use_leaves_the_claim_to_its_form() -> None:
    assert asked(ModelError("cut off")) == ({}, [BRIDGE])
    assert asked([BRIDGE]) == ({}, [BRIDGE])


def test_a_service_that_is_gone_is_told() -> None:
    with pytest.raises(ServiceError):
        asked(ServiceError("gone"))


def test_what_somebody_said_stays_whole() -> None:
    assert asked(kind="quotation") == ({}, [])


def test_the_end_or_the_half_of_a_sentence_is_no_fact() -> None:
    claim = "As the storm cleared the islands, the harbour of Lund, also known as the Old Port, was flooded."
    halves = [
        "As the storm cleared the islands.",
        "also known as the Old Port.",
        "The harbour of Lund was flooded.",
    ]
    assert not set(halves[:2]) & set(facts_in(claim, halves))


def test_pieces_stand_in_the_place_of_a_claim_that_the_answer_repeats() -> None:
    claim = "Scouts in Lund focus on finding and training young rowers for the club."
    pieces = [
        f"Scouts in Lund focus on {doing} young rowers for the club." for doing in ("finding", "training")
    ]
    assert facts_in(claim, [claim, *pieces]) == pieces
    all_of = "The height and width of a sail in Lund are all set by the club."
    each = [f"The {size} of a sail in Lund is set by the club." for size in ("height", "width")]
    assert facts_in(all_of, each) == each


def test_a_day_at_the_beginning_makes_no_half_of_a_sentence() -> None:
    claim = "Since 2013 Lena Ortiz has visited Lund nine times and has written two books."
    facts = [
        "Since 2013 Lena Ortiz has visited Lund nine times.",
        "Since 2013 Lena Ortiz has written two books.",
    ]
    assert facts_in(claim, facts) == facts


def test_a_fact_whose_them_stayed_behind_is_not_taken_out() -> None:
    claim = "Many towns lost water and power, and might not get them back for weeks."
    pieces = ["Many towns lost water and power.", "Many towns might not get them back for weeks."]
    assert facts_in(claim, pieces) == [claim, pieces[0]]
    whole = "Police in Lund took the boats from the men and sold them."
    kept = ["Police in Lund took the boats from the men.", "Police in Lund took the boats and sold them."]
    assert "Police in Lund took the boats and sold them." in facts_in(whole, kept)
