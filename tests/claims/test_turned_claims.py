"""A claim keeps the "not", the "may" and the "up to" that its words have in the sentence."""

import pytest

from claimcheck.claims.checks import objection
from claimcheck.domain import Article, Sentence


def refused(sentence: str, claim: str, speaker: str = "", before: str = "") -> bool:
    whole = f"{before} {sentence}".strip()
    first = Sentence(index=0, start=0, end=len(before), text=before, paragraph=0)
    start = len(whole) - len(sentence)
    last = Sentence(index=1, start=start, end=len(whole), text=sentence, paragraph=0)
    return bool(objection(Article(text=whole, sentences=(first, last)), last, claim, speaker))


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Parliament did not adopt the Fisheries Bill.", "Parliament adopted the Fisheries Bill."),
        ("Iceland has never joined the European Union.", "Iceland has joined the European Union."),
        ("Norsk Kraft wasn't fined by the court in Bergen.", "Norsk Kraft was fined by the court in Bergen."),
        ("Inspectors found no evidence that Orland sold arms.", "Orland sold arms."),
        ("The court may fine Norsk Kraft 12 million euros.", "The court fined Norsk Kraft 12 million euros."),
        ("Norsk Kraft plans to close its mill in Oulu.", "Norsk Kraft closed its mill in Oulu."),
        ("Brokers expect Norsk Kraft to shed 900 jobs.", "Norsk Kraft shed 900 jobs."),
        ("Jonas Weil allegedly bribed two judges in Graz.", "Jonas Weil bribed two judges in Graz."),
        (
            "The bay is open, as the harbour claims the order did not cover its ships.",
            "The order did not cover its ships.",
        ),
        ("The ferry runs, though its owner insists the bay froze.", "The bay froze."),
        ("Jonas Weil was acquitted of bribing a judge in Graz.", "Jonas Weil bribed a judge in Graz."),
        ("The mine in Kiruna almost flooded in 2019.", "The mine in Kiruna flooded in 2019."),
        (
            "The deal in Vik almost appears as if it was sealed before May.",
            "The deal in Vik was sealed before May.",
        ),
        ("The mill in Oulu was said to have begun work in 2015.", "The mill in Oulu began work in 2015."),
        ("The mine in Kiruna seems to leak oil.", "The mine in Kiruna leaks oil."),
        ("Norland threatened to close the port of Vik.", "Norland closed the port of Vik."),
        ("Miners demanded that Governor Weil resign.", "Governor Weil resigned."),
        ("Rumours that Governor Weil resigned were untrue.", "Governor Weil resigned."),
        ("The council failed to fund the bridge in Vik.", "The council funded the bridge in Vik."),
        (
            "Norsk Kraft refused to pay a fine of 5 million euros.",
            "Norsk Kraft paid a fine of 5 million euros.",
        ),
        ("Weil left Vik without selling his farm.", "Weil sold his farm."),
        ("Efforts to sell the ferry in Vik continue.", "The ferry in Vik was sold."),
        ("Norland will not send troops to Vik.", "Norland sent troops to Vik."),
        ("If judges in Graz agree, Jonas Weil will be freed.", "Jonas Weil will be freed."),
        ("Unless it rains, Vik will ration water.", "Vik will ration water."),
        ("Up to 4,000 barns burned in Norland.", "4,000 barns burned in Norland."),
        ("Fewer than 30 mines remain in Norland.", "30 mines remain in Norland."),
    ],
)
def test_what_is_turned_in_the_sentence_is_refused_as_a_plain_claim(sentence: str, claim: str) -> None:
    assert refused(sentence, claim)
    assert not refused(sentence, sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Police denied that guards had beaten Jonas Weil.", "Guards had beaten Jonas Weil."),
        ("Weil asked whether Norsk Kraft had 20 million debts.", "Norsk Kraft had 20 million debts."),
    ],
)
def test_what_somebody_denied_or_asked_is_not_theirs(sentence: str, claim: str) -> None:
    assert refused(sentence, claim, speaker=sentence.split()[0])


def test_what_somebody_alleges_may_stand_as_theirs() -> None:
    sentence, claim = "Prosecutors alleged that Jonas Weil stole a car.", "Jonas Weil stole a car."
    assert not refused(sentence.replace("alleged", "have alleged"), claim, speaker="Prosecutors")
    assert refused(sentence, claim)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The Vik tunnel did not open until 2004.", "The Vik tunnel opened in 2004."),
        ("Norland not only won the cup but set a record.", "Norland won the cup."),
        ("Kale is not a root but rather a leaf of cabbage.", "Kale is a leaf of cabbage."),
        ("Nobody was hurt in the fire that razed a barn in Vik.", "A fire razed a barn in Vik."),
        ("The plane crashed in Vik without warning.", "The plane crashed in Vik."),
        ("Weil did not stand again, and Ida Holm won the vote.", "Ida Holm won the vote."),
        ("In May 2019 Ida Holm won the vote in Vik.", "Ida Holm won the vote in Vik in May 2019."),
        ("Ida Holm would later win the Vik Prize.", "Ida Holm later won the Vik Prize."),
        ("Norsk Kraft plans to close its mill in Oulu.", "Norsk Kraft will close its mill in Oulu."),
        ("Jonas Weil was acquitted of bribing a judge.", "Jonas Weil was charged with bribing a judge."),
        (
            "The failed coup of 2016 killed 250 people in Norland.",
            "A coup in 2016 killed 250 people in Norland.",
        ),
        ("Sales rose faster than expected in Norland in 2019.", "Sales rose in Norland in 2019."),
        ("Guards trying to stop a car in Vik shot its driver.", "Guards shot the driver of a car in Vik."),
        ("The talks ended without a deal between Weil and Holm.", "Talks between Weil and Holm ended."),
        ("A gale almost levelled Vik and killed 300.", "A gale killed 300 in Vik."),
        ("There is no doubt that Weil won the cup.", "Weil won the cup."),
        ("If brine is heated to 109 degrees, it boils.", "Brine boils at 109 degrees."),
        ("Up to 4,000 barns burned in Norland.", "A maximum of 4,000 barns burned in Norland."),
        ("At least 30 people died in Vik.", "30 people died in Vik."),
        ("More than 300 people fled Vik.", "More than 300 people fled the town of Vik."),
    ],
)
def test_what_keeps_the_turn_or_lies_outside_it_stays(sentence: str, claim: str) -> None:
    assert not refused(sentence, claim)


BRIDGE = "The bridge in Vik cost 4 million euros and took 6 years."


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The tunnel in Oulu cost 9 million euros.", "The tunnel in Oulu cost 4 million euros."),
        ("The tunnel in Oulu took 11 years.", "The tunnel in Oulu took 6 years."),
    ],
)
def test_a_figure_of_the_text_before_is_not_put_in_the_place_of_one(sentence: str, claim: str) -> None:
    assert refused(sentence, claim, before=BRIDGE)
    assert not refused(sentence, sentence, before=BRIDGE)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The bridge opened in Vik in 2019.", "The bridge in Vik that cost 4 million euros opened in 2019."),
        (
            "The tunnel cost 9 million euros.",
            "The tunnel cost 9 million euros and the bridge 4 million euros.",
        ),
        ("The tunnel in Oulu cost €9m.", "The tunnel in Oulu cost 9 million euros."),
    ],
)
def test_a_figure_of_the_text_before_may_say_more(sentence: str, claim: str) -> None:
    assert not refused(sentence, claim, before=BRIDGE)


def test_a_storm_that_claims_lives_leaves_nothing_open() -> None:
    assert not refused("The storm claimed two lives in Oulu on its way.", "The storm cost two lives in Oulu.")
