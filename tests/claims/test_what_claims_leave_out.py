"""A sentence whose claims leave most of it out is taken apart itself; what that adds is the sentence's own."""

import asyncio
from collections.abc import Mapping, Sequence

from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.claims.extraction import Further, read_sentence
from claimcheck.domain import Article, Claim, LedgerEntry, Sentence, SentenceStatus
from claimcheck.errors import ModelError

BEFORE = "Argentina has won the world cup once."
TEXT = "They won the tournament in 1986, when they defeated West Germany in the final."
REPEATED = "Argentina has won the world cup."
FACTS = ["Argentina won the tournament in 1986.", "Argentina defeated West Germany in the final."]


def read(
    *claims: str,
    text: str = TEXT,
    meant: str | Exception = "Argentina",
    facts: Sequence[str] | Exception = FACTS,
    status: str = "fact",
) -> tuple[list[Claim], LedgerEntry]:
    whole = f"{BEFORE} {text}"
    first = Sentence(index=0, start=0, end=len(BEFORE), text=BEFORE, paragraph=0)
    second = Sentence(index=1, start=len(BEFORE) + 1, end=len(whole), text=text, paragraph=0)
    one = Article(text=whole, sentences=(first, second))

    async def ask(**fields: str) -> SentenceDraft:
        return SentenceDraft.model_validate(
            {"status": status, "claims": [{"claim": claim} for claim in claims]}
        )

    async def refer(fields: Mapping[str, str]) -> str:
        if isinstance(meant, Exception):
            raise meant
        return meant

    async def take_apart(claim: str) -> Sequence[str]:
        if isinstance(facts, Exception):
            raise facts
        return facts

    return asyncio.run(read_sentence(one, second, ask, Further(take_apart, refer)))


def test_a_sentence_of_which_the_model_only_repeated_another_is_read_itself() -> None:
    claims, entry = read(REPEATED)
    assert [claim.text for claim in claims] == FACTS
    assert entry.status is SentenceStatus.CLAIMS
    assert {claim.spans[0].quotation for claim in claims} == {
        "won the tournament in 1986",
        "defeated West Germany in the final",
    }


def test_what_is_there_is_not_said_again() -> None:
    claims, _ = read("Argentina won the tournament in 1986.")
    assert [claim.text for claim in claims] == FACTS


def test_claims_that_say_all_of_it_are_left_as_they_are() -> None:
    whole = "Argentina won the tournament in 1986, when Argentina defeated West Germany in the final."
    claims, _ = read(whole, meant=AssertionError("nothing is to be asked"))
    assert len(claims) >= 1


def test_nothing_is_added_where_nobody_knows_who_is_meant() -> None:
    assert read(REPEATED, meant="")[0] == []
    assert read(REPEATED, meant="Brazil")[0] == []


def test_an_answer_of_no_use_costs_nothing_that_was_found() -> None:
    kept = [claim.text for claim in read("Argentina won in 1986.", meant=ModelError("banana"))[0]]
    assert kept == ["Argentina won in 1986."]
    assert read("Argentina won in 1986.", facts=ModelError("banana"))[0]


def test_what_a_model_invents_is_not_added() -> None:
    claims, _ = read(REPEATED, facts=[*FACTS, "Argentina defeated Italy in the final.", "Maradona scored."])
    assert [claim.text for claim in claims] == FACTS


def test_an_opinion_is_not_read_again() -> None:
    unasked = AssertionError("nothing is to be asked")
    assert read(status="opinion", text="It was a warm talk between friends.", meant=unasked)[0] == []
    assert read(status="opinion", text="They gave a brilliant show in Lund.", meant=unasked)[0] == []
    assert read(status="vague", meant=unasked)[0] == []


def test_what_the_model_calls_an_opinion_and_is_worded_as_none_is_read() -> None:
    assert [claim.text for claim in read(status="opinion")[0]] == FACTS


def test_a_long_sentence_can_be_taken_apart() -> None:
    names = [
        f"the town of {place}"
        for place in ("Ashford", "Brackwell", "Corley", "Dunmore", "Eastleigh", "Farnham")
    ]
    text = f"Lena Ortiz opened {', '.join(f'a new school in {name} in the autumn' for name in names)} and a road."
    assert len(text) > 220
    told = [f"Lena Ortiz opened a new school in {name} in the autumn." for name in names]
    claims, _ = read("Lena Ortiz opened a road.", text=text, facts=told)
    assert [claim.text for claim in claims][1:] == told


def test_the_draft_of_a_whole_sentence_may_be_longer_than_one_a_model_writes() -> None:
    from claimcheck.claims.remainder import whole

    assert isinstance(whole("x" * 400), ClaimDraft)
