"""What somebody said is theirs, whether the model names them or the sentence's form does."""

import asyncio

import pytest

from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.claims.extraction import read_sentence
from claimcheck.domain import Article, Sentence


def read(text: str, claim: str, speaker: str = "") -> list[tuple[str, str]]:
    """The claims of a sentence for which the model writes one, and whose words each is marked as."""
    only = Sentence(index=0, start=0, end=len(text), text=text, paragraph=0)

    async def ask(**fields: str) -> SentenceDraft:
        return SentenceDraft(status="fact", claims=[ClaimDraft(claim=claim, speaker=speaker)])

    claims, _ = asyncio.run(read_sentence(Article(text=text, sentences=(only,)), only, ask))
    return [(found.text, found.attributed_to) for found in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors have not confirmed that the reactor leaked near Oulu.",
        "No inspector has confirmed that the reactor leaked near Oulu.",
        "Neither Ida Holm nor Jonas Weil said that the reactor leaked near Oulu.",
        "Ida Holm never said that the reactor leaked near Oulu.",
        "Ida Holm falsely claimed that the reactor leaked near Oulu.",
        "Ida Holm hasn’t said that the reactor leaked near Oulu.",
        "Ida Holm was told by guards that the reactor leaked near Oulu.",
    ],
)
def test_what_was_not_said_is_no_claim(text: str) -> None:
    assert [claim for claim, _ in read(text, text)] == [text]


def test_what_an_ambassador_to_a_country_said_is_one() -> None:
    text = "The ambassador to Norland said that the reactor leaked near Oulu."
    assert read(text, text) == [
        (text, ""),
        ("The reactor leaked near Oulu.", "The ambassador to Norland"),
    ]


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        ("Weil said he had won Norland.", "Weil won Norland.", "Weil"),
        (
            "Amnesty Norland believes Vik’s guards burned 40 barns.",
            "Vik’s guards burned 40 barns.",
            "Amnesty Norland",
        ),
        ("Ida Holm testified she paid Weil 900 euros.", "Ida Holm paid Weil 900 euros.", "Ida Holm"),
        ("Weil, the mayor of Vik, admitted he took 900 euros.", "Weil took 900 euros.", "Weil"),
    ],
)
def test_a_speaker_is_kept_who_is_named_in_the_claim_too(text: str, claim: str, speaker: str) -> None:
    assert (claim, speaker) in read(text, claim, speaker)


def test_who_only_did_it_is_not_who_said_it() -> None:
    text, claim = "Ida Holm opened a bridge in Vik, a spokesman said.", "Ida Holm opened a bridge in Vik."
    assert (claim, "Ida Holm") not in read(text, claim, "Ida Holm")


def test_a_team_that_wrote_a_report_in_which_something_was_confirmed_is_nobody_who_said_it() -> None:
    text = "In a report by a team from the University of Oulu (UO), published in Vik, the find was confirmed near Oulu."
    claim = "The find was confirmed near Oulu."
    assert read(text, claim, "the University of Oulu (U") == [(claim, "")]


def test_what_a_sentence_says_of_who_speaks_is_not_their_words() -> None:
    text = 'Ida Holm, who led the petition, said, "The reactor near Oulu leaks."'
    led, leaks = "Ida Holm led the petition to the court.", "The reactor near Oulu leaks."
    assert read(text, led, "Ida Holm") == [(led, "")]
    assert (leaks, "Ida Holm") in read(text, leaks, "Ida Holm")


def test_the_word_the_names_nobody_who_spoke() -> None:
    text = 'The three-judge court found that the ban "was improper" in Oulu.'
    claim = "The ban in Oulu was improper."
    assert read(text, claim, "The Court of Vik") == [(claim, "")]


def test_a_long_claim_that_somebody_said_is_not_cut_off() -> None:
    claim = (
        "The ban in Oulu was improper since " + " and ".join(f"rule {n} of Vik" for n in range(20, 29)) + "."
    )
    text = f'Weil said: "{claim}"'
    assert (f"Weil said that the{claim[3:]}", "") in read(text, claim, "Weil")


@pytest.mark.parametrize("speaker", ["two suspects", "Weil", " "])
def test_two_suspects_and_the_accused_say_nothing(speaker: str) -> None:
    text = "Weil met the accused and two suspects in Vik in 2019."
    assert read(text, text, speaker) == [(text, "")]


@pytest.mark.parametrize(
    ("text", "claim", "who"),
    [
        ("Weil said he had won Norland.", "Weil won Norland.", "Weil"),
        ("Guards in Vik said that 30 barns burned.", "30 barns burned.", "Guards in Vik"),
        ("Ida Holm subsequently said 30 barns burned.", "30 barns burned.", "Ida Holm"),
        (
            "According to Radio Vik, in 2019 a storm razed 30 barns.",
            "A storm razed 30 barns in 2019.",
            "Radio Vik",
        ),
        (
            "A storm razed 30 barns in Vik, according to officials on Monday.",
            "A storm razed 30 barns in Vik.",
            "officials",
        ),
        ("A storm razed 30 barns in Vik, Ida Holm said.", "A storm razed 30 barns in Vik.", "Ida Holm"),
    ],
)
def test_the_form_of_a_sentence_tells_whose_words_it_gives(text: str, claim: str, who: str) -> None:
    assert (claim, who) in read(text, claim)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("While Weil said a storm razed 30 barns, Vik rebuilt them.", "A storm razed 30 barns."),
        ("According to research, a storm razed 30 barns in Vik.", "A storm razed 30 barns in Vik."),
        ("The alleged thief said he sold 30 horses in Vik.", "30 horses were sold in Vik."),
        ("Weil added a second goal in Vik in 2019.", "Weil scored a second goal in Vik in 2019."),
        ("The storm claimed 30 lives in Vik in 2019.", "The storm in Vik killed 30 in 2019."),
        ("Weil said goodbye to 30 guards in Vik.", "30 guards were in Vik."),
        ("According to Weil, 30 barns burned, but Vik rebuilt all barns.", "Vik rebuilt all barns."),
    ],
)
def test_a_form_that_leaves_a_doubt_gives_no_speaker(text: str, claim: str) -> None:
    assert not [who for _, who in read(text, claim) if who]
