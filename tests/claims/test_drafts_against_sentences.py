"""Some 120 news sentences with drafts as a small model writes them: the faithful ones pass, the others never do."""

from pathlib import Path

import pytest

from claimcheck.claims.amounts import bounded
from claimcheck.claims.checks import objection
from claimcheck.domain import Article, Sentence

DRAFTS = Path(__file__).with_name("drafts.txt")


def drafts(sign: str) -> list[tuple[str, str]]:
    """Each sentence of the file with each of its drafts of one sign."""
    sentence, found = "", []
    for line in DRAFTS.read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{sign} "):
            found.append((sentence, line[2:]))
        elif line and line[0] not in "+-#":
            sentence = line
    return found


def shown(sentence: str, draft: str) -> str:
    """The draft as it comes to be shown; "" where it is refused."""
    only = Sentence(index=0, start=0, end=len(sentence), text=sentence, paragraph=0)
    claim = bounded(draft, sentence)
    return "" if objection(Article(text=sentence, sentences=(only,)), only, claim) else claim


@pytest.mark.parametrize(("sentence", "draft"), drafts("+"))
def test_a_faithful_draft_is_shown_as_it_is(sentence: str, draft: str) -> None:
    assert shown(sentence, draft) == draft


@pytest.mark.parametrize(("sentence", "draft"), drafts("-"))
def test_an_unfaithful_draft_is_refused_or_mended(sentence: str, draft: str) -> None:
    assert shown(sentence, draft) != draft


@pytest.mark.parametrize(
    "sentence", list(dict.fromkeys(sentence for sentence, _ in [*drafts("+"), *drafts("-")]))
)
def test_a_sentence_passes_as_its_own_draft(sentence: str) -> None:
    assert shown(sentence, sentence) == sentence
