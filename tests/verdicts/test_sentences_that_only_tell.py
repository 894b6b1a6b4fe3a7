"""A sentence with all words of a claim that does not say it: a correction, a question, a rumour. Code takes none for a statement."""

import pytest

from claimcheck.domain import Claim, Passage, Span
from claimcheck.exact import find_quantities
from claimcheck.verdicts.stating import plain_sentence, stating_sentence
from tests.verdicts.samples import claimed

SAID = "China's exports to Russia reached 240 billion dollars in the year"
CLAIM = Claim(
    id="c1",
    text=f"{SAID}.",
    spans=(Span(start=0, end=1, quotation="C"),),
    sentences=(0,),
    quantities=tuple(mention.quantity for mention in find_quantities(SAID)),
)


def passages(text: str, title: str = "Trade") -> list[Passage]:
    told = Passage(id="p", text=text, source="s", title=title)
    return [told, Passage(id="q", text="Ships came. They went.", source="s", title="Ships")]


def test_a_sentence_that_says_it_is_taken() -> None:
    held = passages(f"{SAID}, customs said.")
    assert stating_sentence(CLAIM, held)
    assert plain_sentence(CLAIM, held, True) == (held[0], 1)


@pytest.mark.parametrize(
    "text",
    [
        f"Correction: An earlier version of this article said that {SAID}.",
        f"This story misstated that {SAID}.",
        f"A satirical page wrote that {SAID}.",
        f"Myth: {SAID}.",
        f"Claim: {SAID}.",
        f"Is it so that {SAID}?",
        f"{SAID}, a viral post said.",
        SAID.replace("reached", "could have reached"),
    ],
)
def test_a_sentence_that_only_tells_of_it_is_not(text: str) -> None:
    assert not stating_sentence(CLAIM, passages(text))
    assert plain_sentence(CLAIM, passages(text), True) is None


@pytest.mark.parametrize(
    ("title", "before"),
    [
        ("Trade › Myths", ""),
        ("Trade › The following are false", ""),
        ("Did exports reach 240 billion?", ""),
        ("Trade", "The following are false:\n\n- "),
        ("Trade", "## Rumours\n\n"),
    ],
)
def test_nor_is_one_under_a_heading_or_an_introduction_that_says_so(title: str, before: str) -> None:
    held = passages(f"{before}{SAID}.", title)
    assert not stating_sentence(CLAIM, held)
    assert plain_sentence(CLAIM, held, True) is None


def test_what_is_not_read_again_has_most_of_what_the_claim_says_beside_its_names() -> None:
    timber = claimed("The Portsmouth harbour bridge is timber.")
    steel = passages("The Portsmouth harbour bridge is steel. It rained.")
    assert plain_sentence(timber, steel, True) == (steel[0], 1)
    assert plain_sentence(timber, steel, False) is None
    oak = passages("The old Portsmouth harbour bridge is of timber. It rained.")
    assert plain_sentence(timber, oak, False) == (oak[0], 1)
