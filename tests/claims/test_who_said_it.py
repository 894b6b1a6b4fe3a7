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
