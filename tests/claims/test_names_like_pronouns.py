"""Somebody called He, and a band called This Mortal Coil, are named where they are named."""

import pytest

from claimcheck.claims.checks import objection
from claimcheck.claims.leaning import begins_bare, leans, stands_alone
from claimcheck.domain import Article, Sentence

NAMES = [
    "He Jiankui edited the genes of twins.",
    "They Might Be Giants released an album in 1990.",
    "It Follows was filmed in Detroit.",
    "She Zhijiang was arrested in Bangkok.",
    "This Mortal Coil was known for its sound.",
    "These New Puritans recorded the album in Berlin.",
    "This American Life’s first episode was broadcast in 1995.",
    "That Petrol Emotion, a band, came from Derry.",
    "The former president Barack Obama visited Kenya.",
    "The former Soviet republic of Georgia joined in 2000.",
    "The former mayor of Riverton, Ana Duarte, resigned.",
    "The company Gazprom sold gas in 2023.",
    "The country of Georgia has a coast.",
    "The leaders of France and Germany met in May.",
    "The Two Towers was released in 2002.",
    "The Company of Wolves was filmed in Shepperton.",
    "Her Majesty Queen Ingrid abdicated in 2014.",
    "His Royal Highness Prince Olav visited Vik.",
    "Their Excellencies Ida Holm and Jonas Weil met in Vik.",
    "The company’s chief executive, Jonas Weil, was arrested in 2020.",
    "The country's foreign minister, Ida Holm, visited Kenya.",
    "The two bridges in Vik closed in 2019.",
]
BARE = [
    "He edited the genes of twins.",
    "They released an album in 1990.",
    "This German company was sold.",
    "These US Air Force jets flew to Poland.",
    "This Russian firm was fined.",
    "This Friday Ana Duarte opened a bakery.",
    "It is a US bank.",
    "The former is in France.",
    "The former visited Berlin.",
    "The company sold gas to Germany.",
    "The leaders of both countries met.",
    "The two US soldiers died.",
    "The country’s president visited Kenya.",
    "The country’s exports, Norland says, fell.",
    "Her majesty was known in Vik.",
    "The two bridges in May closed.",
    "The two men were freed in Vik.",
]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_no_pronoun(text: str) -> None:
    assert not begins_bare(text)
    assert not leans(text)
    article = Article(
        text=text, sentences=(Sentence(index=0, start=0, end=len(text), text=text, paragraph=0),)
    )
    assert objection(article, article.sentences[0], text) == ""


@pytest.mark.parametrize("text", BARE)
def test_a_pronoun_is_no_name(text: str) -> None:
    assert begins_bare(text)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The genes were edited by He Jiankui.", True),
        ("The genes were edited by him.", False),
        ("The sound of This Mortal Coil was praised.", True),
        ("The sound of this band was praised.", False),
    ],
)
def test_a_sentence_with_such_a_name_stands_alone(text: str, alone: bool) -> None:
    assert stands_alone(text) is alone
