"""Several sentences a call, with a stand-in for the model: what one answer lacks costs no other sentence."""

import asyncio
from typing import Any

import pytest

from claimcheck.articles import read_article
from claimcheck.claims import Blocks
from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.claims.program import numbered
from claimcheck.domain import Claim, LedgerEntry, SentenceStatus
from claimcheck.errors import ModelError, ServiceError

TEXT = (
    "Ana Ruiz opened the bridge in Portsmouth on 8 March 2021. "
    "The bridge in Portsmouth is 640 metres long. "
    "Who would have thought so? "
    "The bridge in Portsmouth cost 9 million euros."
)
BRIDGE = "The bridge in Portsmouth is 640 metres long."


def fact(*claims: str) -> SentenceDraft:
    return SentenceDraft(status="fact", claims=[ClaimDraft(claim=text) for text in claims])


def read(
    size: int, *answers: dict[int, SentenceDraft] | Exception, alone: Any = None
) -> tuple[dict[int, tuple[list[Claim], LedgerEntry]], list[str]]:
    article, queue, asked = read_article("a.txt", TEXT.encode()), list(answers), []
    found: dict[int, tuple[list[Claim], LedgerEntry]] = {}

    async def ask_block(fields: dict[str, str], count: int) -> dict[int, SentenceDraft]:
        asked.append(fields["sentences"])
        answer = queue.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def ask(**fields: str) -> SentenceDraft:
        asked.append(fields["sentence"])
        return fact(fields["sentence"])

    def hear(sentence: Any, one: tuple[list[Claim], LedgerEntry]) -> None:
        assert sentence.index not in found
        found[sentence.index] = one

    asyncio.run(Blocks(article, size, ask_block, ask).read(hear))
    return found, asked


OPENED = fact("Ana Ruiz opened the bridge in Portsmouth on 8 March 2021.")
COST = fact("The bridge in Portsmouth cost 9 million euros.")


def test_one_call_reads_all_and_a_question_costs_none() -> None:
    found, asked = read(8, {1: OPENED, 2: fact(BRIDGE), 3: COST})
    assert len(asked) == 1
    assert asked[0].count("\n") == 2
    assert {n: one[1].status for n, one in found.items()} == {
        0: SentenceStatus.CLAIMS,
        1: SentenceStatus.CLAIMS,
        2: SentenceStatus.NOT_CHECKABLE,
        3: SentenceStatus.CLAIMS,
    }


def test_a_sentence_that_is_left_out_twice_is_unchecked() -> None:
    found, asked = read(8, {1: OPENED, 3: COST}, {})
    assert asked[1] == f"[1] {BRIDGE}"
    assert found[1][1].status is SentenceStatus.UNCHECKED
    assert "left this sentence out" in found[1][1].reason
    assert found[0][1].status is SentenceStatus.CLAIMS


def test_an_invented_figure_is_asked_again_with_the_objection() -> None:
    found, asked = read(
        8, {1: OPENED, 2: fact("The bridge in Portsmouth has 12 lanes."), 3: COST}, {1: fact(BRIDGE)}
    )
    assert "12" in asked[1]
    assert [claim.text for claim in found[1][0]] == [BRIDGE]


def test_a_claim_under_another_sentences_number_does_not_pass() -> None:
    found, _ = read(8, {1: COST, 2: fact(BRIDGE), 3: COST}, {1: COST})
    assert not found[0][0]
    assert found[0][1].status is SentenceStatus.UNCHECKED


def test_a_block_whose_answer_cannot_be_used_is_read_sentence_by_sentence() -> None:
    found, asked = read(8, ModelError("the model's answer was cut off"))
    assert len(asked) == 1 + 3
    assert [claim.text for claim in found[1][0]] == [BRIDGE]


def test_what_is_asked_again_is_asked_together() -> None:
    _, asked = read(1, {}, {}, {}, {1: OPENED, 2: fact(BRIDGE)}, {1: COST})
    assert len(asked) == 3 + 2


def test_a_service_that_is_gone_is_raised_when_the_rest_is_heard() -> None:
    heard: list[int] = []
    article = read_article("a.txt", TEXT.encode())
    answers: list[Any] = [ServiceError("gone"), {1: fact(BRIDGE)}, {1: COST}]

    async def ask_block(fields: dict[str, str], count: int) -> Any:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def ask(**fields: str) -> Any:
        raise AssertionError("not to be asked")

    blocks = Blocks(article, 1, ask_block, ask)
    with pytest.raises(ServiceError):
        asyncio.run(blocks.read(lambda sentence, one: heard.append(sentence.index)))
    assert sorted(heard) == [1, 2, 3]


def test_a_draft_of_the_wrong_shape_costs_its_own_sentence() -> None:
    class Prediction:
        answers = (
            {
                "sentence": 1,
                "status": "fact",
                "claims": [{"claim": "x" * 300, "kind": "event", "speaker": ""}],
            },
            {"sentence": 2, "status": "opinion", "claims": []},
            {"sentence": 2, "status": "fact", "claims": []},
            {"sentence": 9, "status": "fact", "claims": []},
        )

    Prediction.answers = list(Prediction.answers)  # type: ignore[assignment]
    assert numbered(Prediction(), 3) == {2: SentenceDraft(status="opinion")}
    with pytest.raises(ModelError):
        numbered(object(), 3)
