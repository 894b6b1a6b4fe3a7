"""The "at least" or "nearly" that a figure has in its sentence comes back where a draft lost it."""

import asyncio

import pytest

from claimcheck.claims.amounts import bounded, unbounded
from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.claims.extraction import read_sentence
from claimcheck.domain import Article, Sentence


@pytest.mark.parametrize(
    ("sentence", "draft", "mended"),
    [
        ("At least 20 men died in Vik.", "20 men died in Vik.", "At least 20 men died in Vik."),
        ("Nearly 5 million euros went to Weil.", "Weil got 5 million euros.", "Weil got nearly 5 million euros."),
        ("Norsk Kraft was fined almost €5m.", "Norsk Kraft got a €5m fine.", "Norsk Kraft got an almost €5m fine."),
        ("More than thirty men fled Vik.", "Thirty men fled Vik.", "More than thirty men fled Vik."),
        ("Just over 80% of Vik chose Weil.", "Weil was chosen by 80% of Vik.", "Weil was chosen by just over 80% of Vik."),
        ("More than a dozen men died.", "A dozen men died.", "More than a dozen men died."),
        ("An estimated 30 men fled.", "After it 30 men fled.", "After it an estimated 30 men fled."),
        ("Up to 40 men and about 3 dogs died.", "40 men and 3 dogs died.", "Up to 40 men and about 3 dogs died."),
    ],
)  # fmt: skip
def test_what_stands_before_a_figure_comes_back(sentence: str, draft: str, mended: str) -> None:
    assert bounded(draft, sentence) == mended


@pytest.mark.parametrize(
    ("sentence", "draft"),
    [
        ("The bridge was built over 5 years.", "The bridge was built in 5 years."),
        ("Talks about 5 dams were held.", "5 dams were talked of."),
        ("At least 20 men died and 20 men fled.", "20 men fled."),  # which of the two?
        ("At least 20 men died in 3 barns.", "Men died in 3 barns."),
        ("At least 20 men died.", "A further 20 men died."),
        ("At least 20 men died.", "More than 20 men died."),
        ("Weil said about 20 men died.", 'Weil said "20 men died".'),
        ("Up to 40 men fit in.", "A maximum of 40 men fit in."),
    ],
)
def test_what_is_not_plainly_lost_stays_as_it_is(sentence: str, draft: str) -> None:
    assert bounded(draft, sentence) == draft


@pytest.mark.parametrize(
    ("sentence", "draft"),
    [
        ("More than 300 men fled.", "Fewer than 300 men fled."),
        ("Nearly 300 men fled.", "More than 300 men fled."),
        ("No more than 300 men fled.", "More than 300 men fled."),
        ("At least 20 men died.", "Exactly 20 men died."),
    ],
)
def test_the_other_side_of_a_figure_is_refused(sentence: str, draft: str) -> None:
    assert unbounded(draft, sentence)
    assert not unbounded(sentence, sentence)


def test_a_claim_is_shown_with_what_its_draft_lost() -> None:
    text = "At least 20 men died in Vik on Sunday."
    only = Sentence(index=0, start=0, end=len(text), text=text, paragraph=0)

    async def ask(**fields: str) -> SentenceDraft:
        return SentenceDraft(status="fact", claims=[ClaimDraft(claim="20 men died in Vik on Sunday.")])

    claims, _ = asyncio.run(read_sentence(Article(text=text, sentences=(only,)), only, ask))
    assert [claim.text for claim in claims] == [text]
    assert [quantity.bound for quantity in claims[0].quantities] == [">"]
