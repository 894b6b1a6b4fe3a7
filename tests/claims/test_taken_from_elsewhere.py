"""Claims and facts with somebody or something of another clause or sentence: a name from further up, another number."""

import pytest

from claimcheck.articles import read_article
from claimcheck.claims.antecedents import taken_from_afar
from claimcheck.claims.checks import objection, repeats
from claimcheck.claims.clauses_apart import joined
from claimcheck.claims.done import done_otherwise
from claimcheck.claims.numbered import another_number
from claimcheck.claims.soundness import unsound
from claimcheck.claims.taken_on import taken_on

GUILD = "The Boat Guild named the owner."
LIST = "Ferryfleets, a list of ships, has the owner with two tugs."


@pytest.mark.parametrize(
    ("claim", "sentence", "before", "pronoun"),
    [
        ("The Boat Guild does not list any barges.", "It does not list any barges.", [GUILD, LIST], "It"),
        ("Ferryfleets does not list any barges.", "It does not list any barges.", [GUILD, LIST], ""),
        ("The Boat Guild sold a tug.", "Later, it sold a tug.", [GUILD, LIST], "it"),
        ("The quay of Orm is five percent.", "This would be five percent of Orm.", [GUILD, LIST], "This"),
        ("Naming an owner is done in court.", "This can be done in court.", [GUILD, "Owners are named."], ""),
        # what the sentence before refers to in its turn
        ("The Boat Guild sold a tug.", "It sold a tug.", [GUILD, "Its tugs are old."], ""),
        # the first sentence that is known of, and what is about nothing
        ("The Boat Guild sold a tug.", "It sold a tug.", [], ""),
        ("The Boat Guild was said to have sold it.", "It was said that it sold it.", [GUILD, LIST], ""),
        # a name, and no pronoun
        ("He Jiankui was jailed.", "He Jiankui was jailed.", [GUILD, LIST], ""),
        # of the sentence itself
        ("A tug of Lund sank.", "They said that a tug of Lund sank.", [GUILD, LIST], ""),
    ],
)
def test_who_it_is_stands_in_the_sentence_before(
    claim: str, sentence: str, before: list[str], pronoun: str
) -> None:
    assert taken_from_afar(claim, sentence, before) == pronoun


def test_such_a_claim_is_not_the_articles() -> None:
    article = read_article("story.txt", f"{GUILD} {LIST} It does not list any barges.".encode())
    assert objection(article, article.sentences[2], "The Boat Guild does not list any barges.")
    assert not objection(article, article.sentences[2], "Ferryfleets does not list any barges.")


@pytest.mark.parametrize(
    ("claim", "sentence", "name"),
    [
        ("The line flies the Boeing 707.", "It flies the Airbus A300 and the Boeing 737.", "Boeing 707"),
        ("The line flies the Boeing 737.", "It flies the Airbus A300 and the Boeing 737.", ""),
        ("The Boeing 707 is older than the Boeing 737.", "It is older than the Boeing 737.", ""),
        ("Apollo 11 landed.", "It landed.", ""),
        ("It closed on May 12.", "It opened on May 10.", ""),
    ],
)
def test_a_name_keeps_its_number(claim: str, sentence: str, name: str) -> None:
    assert another_number(claim, sentence) == name


@pytest.mark.parametrize(
    ("fact", "claim", "wrong"),
    [
        (
            "The plane was to land at Lund Field.",
            "The plane fell between Ystad Field, where it was to land, and Lund Field.",
            True,
        ),
        (
            "The plane fell near Lund Field.",
            "The plane fell near Ystad Field, where it was to land, and Lund Field.",
            False,
        ),
        (
            "The quay is popular with inns.",
            "The quay is popular with visitors, with inns and shops.",
            True,
        ),
        (
            "The quay is popular with visitors.",
            "The quay is popular with visitors, with inns and shops.",
            False,
        ),
        ("Ada Brown won in 2012.", "Lena Ortiz, who won in 2012, and Ada Brown sang.", True),
        (
            "The list uses barges for freight.",
            "The list names the owner and states it has tugs, but uses barges for freight.",
            True,
        ),
        (
            "The list names the owner.",
            "The list names the owner and states it has tugs, but uses barges for freight.",
            False,
        ),
        (
            "Ada Brown resigned in 2012.",
            "Ada Brown said she was ill, but the town paid her and Ada Brown resigned in 2012.",
            False,
        ),
    ],
)
def test_a_clause_stays_with_whom_it_is_of(fact: str, claim: str, wrong: bool) -> None:
    assert unsound(fact, claim) is wrong


GAUGE = "The plane flew for days with a broken gauge; its angle sensor had recently been replaced."


@pytest.mark.parametrize(
    ("claim", "sentence", "wrong"),
    [
        ("The broken gauge had recently been replaced.", GAUGE, True),
        ("The plane flew for days with a broken angle sensor.", GAUGE, True),
        ("The plane's angle sensor had recently been replaced.", GAUGE, False),
        ("The plane flew for days with a broken gauge.", GAUGE, False),
        (GAUGE, GAUGE, False),
        # what the later clause leaves out
        (
            "The rules ask for 2% of all money for ships.",
            "Orm spent 1% of its money on ships; the rules ask for 2%.",
            False,
        ),
        ("Ada Brown departed in tears.", "They came with Ada Brown at noon; she departed in tears.", False),
        (
            "The mayor will appeal the ruling.",
            'The town hall was sad and will appeal; "The mayor will appeal the ruling", it said.',
            False,
        ),
        ("Holm sold all but one barge.", "Holm sold tugs; all but one barge sank in the lake.", True),
    ],
)
def test_what_one_clause_says_is_not_said_of_what_is_in_another(
    claim: str, sentence: str, wrong: bool
) -> None:
    assert bool(joined(claim, sentence)) is wrong


def test_what_a_sentence_before_says_of_one_is_not_said_of_another_whom_this_one_names() -> None:
    text = "Rosa Li was the chief inspector in the case. Ada Brown, 39, met two officers at a pub."
    article = read_article("story.txt", text.encode())
    assert repeats(article, article.sentences[1], "Ada Brown, 39, was the chief inspector in the case.")
    assert not repeats(article, article.sentences[1], "Ada Brown is 39.")


def test_a_claim_may_not_end_with_what_is_said_nowhere_in_it() -> None:
    article = read_article("story.txt", b"The pump failed in May. The crew tried to correct this.")
    assert "'this'" in objection(article, article.sentences[1], "The crew tried to correct this.")


def test_what_a_second_with_is_of_is_not_taken_for_the_first() -> None:
    article = read_article("story.txt", b"The quay of Orm is popular with visitors, with inns and shops.")
    assert objection(article, article.sentences[0], "The quay of Orm is popular with inns.")
    assert not objection(article, article.sentences[0], "The quay of Orm is popular with visitors.")


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("An inquiry was ordered by police.", True),
        ("An inquiry was ordered by the mayor.", False),
        ("Police said that an inquiry was ordered.", False),
    ],
)
def test_who_tells_of_a_thing_did_not_do_it(claim: str, wrong: bool) -> None:
    told = "An inquiry was ordered by the mayor, according to police."
    assert bool(done_otherwise(claim, told)) is wrong


PRAYERS = "Before Berit's burial at Vik, her cousin, Ivar Dahl, attended prayers in the cathedral."


@pytest.mark.parametrize(
    ("claim", "taken"),
    [
        ("Ivar Dahl attended Berit's burial at Vik.", True),
        ("Ivar Dahl attended prayers in the cathedral.", False),
        ("Ivar Dahl attended prayers before Berit's burial at Vik.", False),
        ("Berit was buried at Vik.", False),
    ],
)
def test_what_leads_a_sentence_is_no_object_of_its_verb(claim: str, taken: bool) -> None:
    assert taken_on(claim, PRAYERS) is taken
