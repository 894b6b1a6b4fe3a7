"""A claim that lost whose a thing is, or that tells by itself what is around what, is no claim of its sentence."""

import pytest

from claimcheck.claims.checks import objection
from claimcheck.claims.surroundings import placed
from claimcheck.claims.whose import whose_lost
from claimcheck.domain import Article, Sentence

CHOIRS = "The choir from Lund then sang the Malmö choir's songs in their own hall and confirmed their dates."


@pytest.mark.parametrize(
    ("claim", "sentence", "lost"),
    [
        ("The choir from Lund confirmed their dates.", CHOIRS, "their dates"),
        ("The choir from Lund sang in their own hall.", CHOIRS, ""),
        ("The choir from Lund confirmed the Malmö choir's dates.", CHOIRS, ""),
        ("The choir sang the Malmö choir's songs and confirmed their dates.", CHOIRS, ""),
        (
            "Inspectors praised their methods.",
            "Inspectors read the miners’ reports and praised their methods.",
            "their methods",
        ),
        ("Farmers sold their crops.", "The group's farmers sold their crops.", ""),
        ("Farmers sold their crops.", "At the union's fair, farmers sold their crops.", ""),
        ("The sisters won their match.", "The sisters met Ortiz's lawyer and won their match.", ""),
        ("Farmers sold their crops.", "Farmers sold their crops at the union's fair.", ""),
        ("The choir from Lund sang.", CHOIRS, ""),
    ],
)
def test_whose_it_was(claim: str, sentence: str, lost: str) -> None:
    assert whose_lost(claim, sentence) == lost


@pytest.mark.parametrize(
    ("claim", "source", "word"),
    [
        ("The moon's orbit around Titania is short.", "The moon's orbit is short.", "around"),
        (
            "The moon's orbit around Uranus is short.",
            "The moon, which circles Uranus, has a short orbit.",
            "",
        ),
        ("The moon goes around Uranus.", "The moon orbits Uranus.", ""),
        ("The fair had around 20 guests.", "The fair had some 20 guests.", ""),
        ("The mill outside Lund burned.", "The mill of Lund burned.", "outside"),
        ("The mill outside Lund burned.", "The mill on the outskirts of Lund burned.", ""),
        ("The cave beneath Mount Arvo was found.", "The cave in Mount Arvo was found.", "beneath"),
        ("The cave beneath Mount Arvo was found.", "The cave under Mount Arvo was found.", ""),
    ],
)
def test_what_is_around_what(claim: str, source: str, word: str) -> None:
    assert placed(claim, (source,)) == word


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("The choir from Lund confirmed their dates.", CHOIRS, "'their dates' needs a name"),
        ("Titania's orbit around Titania is short.", "Titania's orbit is short.", "it says 'around'"),
    ],
)
def test_such_a_claim_is_refused_in_words_that_tell_why(claim: str, sentence: str, told: str) -> None:
    only = Sentence(index=0, start=0, end=len(sentence), text=sentence, paragraph=0)
    assert told in objection(Article(text=sentence, sentences=(only,)), only, claim)
