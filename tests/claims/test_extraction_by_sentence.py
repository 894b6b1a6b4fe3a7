"""What becomes of one sentence, with a stand-in for the model: code decides what counts."""

import asyncio
from datetime import datetime

import pytest

from claimcheck.claims.checks import objection
from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.claims.extraction import read_sentence
from claimcheck.claims.judgements import opinion
from claimcheck.domain import Article, Claim, LedgerEntry, Sentence, SentenceStatus
from claimcheck.errors import ModelError, RefusedError, ServiceError


def article(text: str) -> Article:
    sentence = Sentence(index=0, start=0, end=len(text), text=text, paragraph=0)
    return Article(
        text=text,
        sentences=(sentence,),
        headline="Xi and Putin speak by phone",
        published=datetime(2024, 2, 8, 15, 0),
    )


def read(
    text: str, *answers: SentenceDraft | Exception
) -> tuple[list[Claim], LedgerEntry, list[dict[str, str]]]:
    queue, asked = list(answers), []

    async def ask(**fields: str) -> SentenceDraft:
        asked.append(fields)
        answer = queue.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    one = article(text)
    claims, entry = asyncio.run(read_sentence(one, one.sentences[0], ask))
    return claims, entry, asked


def fact(*claims: str, speaker: str = "") -> SentenceDraft:
    return SentenceDraft(status="fact", claims=[ClaimDraft(claim=text, speaker=speaker) for text in claims])


def test_a_relative_day_is_resolved_and_carried_by_the_claim() -> None:
    claims, entry, asked = read(
        "Xi Jinping and Vladimir Putin spoke by telephone on Thursday.",
        fact("Xi Jinping and Vladimir Putin spoke by telephone on 8 February 2024."),
    )
    assert "2024-02-08" in asked[0]["dates"]
    assert [d.iso for d in claims[0].dates] == ["2024-02-08"]
    assert entry.status is SentenceStatus.CLAIMS


def test_an_invented_number_is_asked_again_and_then_refused() -> None:
    wrong = fact("Xi Jinping and Vladimir Putin spoke for 45 minutes.")
    claims, entry, asked = read("This week they spoke by telephone.", wrong, wrong)
    assert not claims
    assert len(asked) == 2
    assert "45" in asked[1]["sentence"]
    assert entry.status is SentenceStatus.UNCHECKED


def test_a_claim_that_needs_its_context_is_refused() -> None:
    wrong = fact("He spoke by telephone with Vladimir Putin.")
    claims, entry, _ = read("He spoke by telephone with Vladimir Putin.", wrong, wrong)
    assert not claims
    assert "stand alone" in entry.reason


def test_what_somebody_said_becomes_two_claims() -> None:
    claims, _, _ = read(
        "Vladimir Putin said that Russia exported 60 million tonnes of grain.",
        fact("Vladimir Putin said that Russia exported 60 million tonnes of grain."),
    )
    assert [c.attributed_to for c in claims] == ["", "Vladimir Putin"]
    assert claims[1].text.startswith("Russia exported")


def test_that_something_was_on_an_unspecified_day_cannot_be_looked_up() -> None:
    text = "Vladimir Putin opened the inquiry of Oslo on some unspecified date."
    claims, entry, _ = read(text, fact(text))
    assert not claims
    assert "vague" in entry.reason


def test_a_question_costs_no_call() -> None:
    claims, entry, asked = read("Who would bet against Putin?")
    assert (claims, asked) == ([], [])
    assert entry.status is SentenceStatus.NOT_CHECKABLE


def test_an_opinion_is_in_the_ledger_with_its_reason() -> None:
    _, entry, _ = read("It was a sad day.", SentenceDraft(status="opinion", claims=[]))
    assert entry.status is SentenceStatus.NOT_CHECKABLE
    assert "opinion" in entry.reason


def test_an_ambiguous_sentence_is_reported_not_guessed() -> None:
    _, entry, _ = read("They met there before.", SentenceDraft(status="ambiguous", claims=[]))
    assert entry.status is SentenceStatus.AMBIGUOUS


def test_where_no_answer_can_be_used_the_sentence_is_read_in_its_own_words() -> None:
    claims, entry, _ = read(
        "Putin met Xi in Moscow on Thursday.", ModelError("the model's answer was cut off")
    )
    assert [claim.text for claim in claims] == ["Putin met Xi in Moscow on Thursday (8 February 2024)."]
    assert entry.status is SentenceStatus.CLAIMS
    assert entry.reason == "the model's answer was cut off: its claims are its own words"


@pytest.mark.parametrize(
    "text", ["He met Xi in Moscow on Thursday.", "Putin was sadly a disappointing host in Moscow."]
)
def test_without_an_answer_a_sentence_that_gives_no_claim_by_itself_is_unchecked(text: str) -> None:
    claims, entry, _ = read(text, ModelError("the model's answer was cut off"))
    assert not claims
    assert entry.status is SentenceStatus.UNCHECKED
    assert entry.reason == "the model's answer was cut off"


def test_a_sentence_that_the_service_refuses_is_left_alone() -> None:
    claims, entry, _ = read("Putin met Xi in Moscow.", RefusedError("a filter withheld the answer"))
    assert not claims
    assert entry.status is SentenceStatus.UNCHECKED


def test_a_second_answer_of_no_use_costs_nothing_of_the_first() -> None:
    text = "Vladimir Putin will stand in an election in March after Putin's previous 6-year term."
    claims, _, asked = read(
        text, fact("Vladimir Putin will stand in an election in March 2024."), ModelError("cut off")
    )
    assert len(asked) == 2
    assert "Vladimir Putin will stand in an election in March 2024." in [claim.text for claim in claims]


def test_a_service_that_is_gone_is_raised() -> None:
    with pytest.raises(ServiceError):
        read("Putin met Xi.", ServiceError("unreachable"))


def test_a_figure_that_was_passed_over_is_asked_about_and_then_read_by_code() -> None:
    first = fact("Vladimir Putin will stand in an election in March 2024.")
    claims, _, asked = read(
        "Vladimir Putin will stand in an election in March after Putin's previous 6-year term.", first, first
    )
    assert asked[1]["sentence"] == "Putin's previous 6-year term"
    assert "Putin's previous term is a 6-year term." in [claim.text for claim in claims]


def test_a_bare_reference_with_a_date_carries_what_it_leans_on() -> None:
    claims, _, asked = read(
        "The election will be held in March.", fact("The election will be held in March 2024.")
    )
    assert len(asked) == 1
    assert claims[0].dates[0].iso == "2024-03"


def test_a_speaker_is_not_believed_where_nobody_speaks() -> None:
    claims, _, _ = read(
        "Russia exported 60 million tonnes of grain.",
        fact("Russia exported 60 million tonnes of grain.", speaker="Vladimir Putin"),
    )
    assert [claim.attributed_to for claim in claims] == [""]


def second_of(first: str, text: str, draft: SentenceDraft) -> tuple[list[Claim], LedgerEntry]:
    """What becomes of a sentence that stands after another one."""
    whole = f"{first} {text}"
    places = [(0, len(first)), (len(first) + 1, len(whole))]
    sentences = tuple(
        Sentence(index=i, start=a, end=b, text=whole[a:b], paragraph=0) for i, (a, b) in enumerate(places)
    )

    async def ask(**fields: str) -> SentenceDraft:
        return draft

    return asyncio.run(read_sentence(Article(text=whole, sentences=sentences), sentences[1], ask))


def test_a_name_may_come_from_anywhere_in_the_article_and_a_figure_may_not() -> None:
    said = ["Mayor Ruiz spoke of the 640 homes.", *["It rained."] * 6, "She opened the new bridge in Porto."]
    text = " ".join(said)
    starts = [len(" ".join([*said[:place], ""])) for place in range(len(said))]
    sentences = tuple(
        Sentence(index=place, start=start, end=start + len(one), text=one, paragraph=0)
        for place, (start, one) in enumerate(zip(starts, said, strict=True))
    )
    one = Article(text=text, sentences=sentences)
    assert objection(one, sentences[-1], "Ruiz opened the new bridge in Porto.") == ""
    assert "'640" in objection(one, sentences[-1], "Ruiz opened the new bridge with 640 homes in Porto.")


BORN = "Ana Duarte was born in Braga in 1961."


def test_what_was_said_before_is_not_a_claim_of_this_sentence() -> None:
    draft = fact("Ana Duarte was born in Braga in 1961.", "Ana Duarte studied chemistry in Porto.")
    claims, entry = second_of(BORN, "She studied chemistry in Porto.", draft)
    assert [claim.text for claim in claims] == ["Ana Duarte studied chemistry in Porto."]
    assert entry.reason == ""


def test_a_claim_with_a_word_of_its_own_is_no_repetition() -> None:
    draft = fact("Ana Duarte was born on a farm in Braga in 1961.")
    claims, _ = second_of(BORN, "She was born there on a farm.", draft)
    assert len(claims) == 1


def test_a_general_fact_is_a_claim_and_a_remark_about_the_talks_is_none() -> None:
    lime = "Lime mortar hardens when it meets air."
    assert [claim.text for claim in read(lime, fact(lime))[0]] == [lime]
    talks = "The talks covered many useful subjects."
    claims, entry, asked = read(talks, fact(talks))
    assert (claims, len(asked)) == ([], 1)
    assert "vague" in entry.reason


def test_a_name_in_capitals_that_begins_a_claim_is_a_name_that_can_be_looked_up() -> None:
    text = "FIFA apologised."
    assert [claim.text for claim in read(text, fact(text))[0]] == [text]


def test_a_claim_with_a_list_becomes_one_for_each_thing() -> None:
    text = "Russia exported grain, oil and gas."
    assert [claim.text for claim in read(text, fact(text))[0]] == [
        "Russia exported grain.",
        "Russia exported oil.",
        "Russia exported gas.",
    ]


def test_the_two_are_the_pair_that_was_named_last() -> None:
    text = "The two men exchanged greetings for the New Year."
    claims, _ = second_of("President Xi Jinping and Vladimir Putin spoke on Thursday.", text, fact(text))
    assert [claim.text for claim in claims] == [
        "President Xi Jinping and Vladimir Putin exchanged greetings for the New Year."
    ]
    claims, _ = second_of("Xi met Putin, and Ana Ruiz and Lena Ortiz met Xi and Modi.", text, fact(text))
    assert not claims


@pytest.mark.parametrize(
    ("claim", "judges"),
    [
        ("Both ministers shared a similar vision.", True),
        ("The mayor of Porto took a swipe at the council.", True),
        ("Trade between Porto and Lisbon will see new growth in the future.", True),
        ("The two companies share a common border fence.", False),
        ("The harbour bridge in Porto will open in March 2025.", False),
        ("A dig at Troy in 1871 found the wall.", False),
        ("It was the best concert of the summer.", True),
        ("The film won the award for Best Picture.", False),
        ("Ana Duarte is best known for her bakery.", False),
        ("It was the worst storm since 1987.", False),
        ("It was the worst drought in forty years.", False),
        ("The harbour bridge should be closed.", True),
        ("The mayor of Porto said that the harbour bridge should be closed.", False),
        ("The harbour bridge should be closed, the mayor said.", False),
        ("According to the council, the harbour bridge should be closed.", False),
        ("Ana Duarte called the mayor the worst of all.", False),
        ("The best mayor said that taxes rose.", True),
        ("We said that the bridge is beautiful.", True),
        ("The court in Graz ruled that Norsk Kraft should pay 12 million kroner.", False),
        ("Auditors recommended that the ferry in Vik should be sold.", False),
        ("The Beautiful South sold 15 million records.", False),
        ("Ivan the Terrible married Maria Nagaya.", False),
        ("Brilliant Earth recalled 300 rings.", False),
        ("Brilliant rings were sold in Vik.", True),
        ("Arguably Norland won the war.", True),
        ("Unfortunately for Norland, Ida Holm missed a penalty in Vik.", False),
        ("Unfortunately, the new rules are bad.", True),
        ("Fortunately for Norland, Vik is a beautiful town.", True),
        ("The worst flood in Norland killed 131 people.", False),
        ("The worst mayor in Norland is Ida Holm.", True),
    ],
)
def test_a_judgement_or_an_open_forecast_is_told_by_its_wording(claim: str, judges: bool) -> None:
    assert opinion(claim) is judges


def test_a_clause_that_is_asked_for_its_figure_adds_no_words_of_the_models_own() -> None:
    text = "Oslo chose the members of the council, which is the 43rd of its kind."
    first = fact("Oslo chose the members of the council.")
    claims, _, asked = read(text, first, fact("The 43rd council is the current council of Oslo."))
    assert len(asked) == 2
    assert [claim.text for claim in claims] == ["Oslo chose the members of the council."]
    claims, _, _ = read(text, first, fact("The council of Oslo is the 43rd of its kind."))
    assert [claim.text for claim in claims][1:] == ["The council of Oslo is the 43rd of its kind."]


@pytest.mark.parametrize(
    ("claim", "alone"),
    [
        ("Julie Payette did so at the request of Justin Trudeau.", False),
        ("The mayor of Oslo did the same in 2019.", False),
        ("Mayor Ana Duarte was asked to resign and did so in 2019.", True),
        ("The mayor, asked to resign, did so in 2019.", True),
        ("The vote did so much damage that the mayor of Oslo resigned.", True),
    ],
)
def test_a_deed_that_is_not_named_does_not_stand_alone(claim: str, alone: bool) -> None:
    claims, entry, _ = read(claim, fact(claim), fact(claim))
    assert bool(claims) is alone
    assert alone or "needs the deed" in entry.reason


@pytest.mark.parametrize(
    "note", ["1. Unofficial results", "2. Relative to seats at dissolution", "3) After the count"]
)
def test_the_number_of_a_note_makes_no_claim_of_it(note: str) -> None:
    claims, entry, _ = read(note, fact("Oslo chose a council."), fact(note))
    assert not claims
    assert entry.status is not SentenceStatus.CLAIMS


def test_an_item_of_a_list_that_has_a_figure_is_a_claim() -> None:
    item = "1. Oslo has a council of 59 members."
    claims, _, _ = read(item, fact(item))
    assert len(claims) == 1
