"""Spans are exact, near-duplicates merge with all their spans, and figures keep claims apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.grounding import ground
from claimcheck.claims.merging import merge, same
from claimcheck.domain import Article, Claim, Quantity, Sentence, Span
from claimcheck.exact import find_figures

TEXT = "Trade between the two neighbours reached 240 billion dollars in 2023. Ana Ruiz won."
ARTICLE = Article(
    text=TEXT,
    sentences=(
        Sentence(index=0, start=0, end=69, text=TEXT[:69], paragraph=0),
        Sentence(index=1, start=70, end=len(TEXT), text=TEXT[70:], paragraph=0),
    ),
)


def claim(text: str, start: int = 0, value: float | None = None, speaker: str = "") -> Claim:
    quantities = () if value is None else (Quantity(value=value, unit="USD", text=str(value)),)
    span = Span(start=start, end=start + 5, quotation=TEXT[start : start + 5])
    return Claim(
        id="x", text=text, spans=(span,), sentences=(0,), quantities=quantities, attributed_to=speaker
    )


def test_a_span_holds_the_words_that_claim_and_sentence_share() -> None:
    (span,) = ground(ARTICLE, ARTICLE.sentences[0], "China's trade reached 240 billion dollars")
    assert span.quotation == "Trade between the two neighbours reached 240 billion dollars"


def test_one_shared_word_marks_the_whole_sentence_and_not_that_word() -> None:
    (span,) = ground(ARTICLE, ARTICLE.sentences[0], "Commerce grew by half until 2023.")
    assert span.quotation == ARTICLE.sentences[0].text


@given(st.text(max_size=120))
def test_a_span_always_quotes_the_article_exactly(text: str) -> None:
    for span in ground(ARTICLE, ARTICLE.sentences[1], text):
        assert ARTICLE.text[span.start : span.end] == span.quotation
        assert ARTICLE.sentences[1].start <= span.start <= span.end <= ARTICLE.sentences[1].end


def test_a_word_far_from_the_rest_has_a_span_of_its_own_and_one_that_recurs_has_none() -> None:
    text = (
        "The albums of the choir in Lund are Shore, Harbour, Old Pier, Lantern, Tide and Ferry, and it is Lund "
        "that the last of them, Ferry, praises most."
    )
    sentence = Sentence(index=0, start=0, end=len(text), text=text, paragraph=0)
    one = Article(text=text, sentences=(sentence,))
    spans = ground(one, sentence, "Tide is one of the albums of the choir in Lund.")
    assert [span.quotation for span in spans] == ["albums of the choir in Lund", "Tide"]
    listed = [f"{name} is one of the albums of the choir in Lund." for name in ("Lantern", "Tide", "Ferry")]
    claims = [claim(told).model_copy(update={"spans": ground(one, sentence, told)}) for told in listed]
    assert len(merge(claims)) == 3


def test_the_same_claim_twice_is_one_with_both_spans() -> None:
    merged = merge(
        [
            claim("Trade reached 240 billion dollars", 0, 240),
            claim("Trade reached 240 billion dollars.", 7, 240),
        ]
    )
    assert len(merged) == 1
    assert [span.start for span in merged[0].spans] == [0, 7]


@pytest.mark.parametrize("worth", [(0.3, 0.8), (0.8, 0.3)])
def test_a_claim_that_was_found_twice_is_as_worth_checking_as_the_worthier_of_the_two(
    worth: tuple[float, float],
) -> None:
    told = claim("Trade reached 240 billion dollars", 0, 240)
    (merged,) = merge([told.model_copy(update={"check_worthiness": one}) for one in worth])
    assert merged.check_worthiness == 0.8


def test_claims_with_other_figures_stay_apart() -> None:
    merged = merge([claim("Trade reached 240 billion", 0, 240), claim("Trade reached 190 billion", 7, 190)])
    assert [c.id for c in merged] == ["c1", "c2"]


def test_what_somebody_says_is_not_merged_with_what_the_article_says() -> None:
    assert (
        len(merge([claim("Ana Ruiz won the vote"), claim("Ana Ruiz won the vote", 3, None, "Her party")]))
        == 2
    )


WORDS = st.lists(
    st.sampled_from("trade bridge 240 river council budget crane harbour vote school".split()), max_size=8
)


@given(st.lists(st.tuples(WORDS, st.sampled_from([None, 1.0]), st.sampled_from(["", "Ana"])), max_size=12))
def test_a_claim_is_kept_if_none_kept_before_it_says_the_same(
    drawn: list[tuple[list[str], float | None, str]],
) -> None:
    claims = [claim(" ".join(words), value=value, speaker=who) for words, value, who in drawn]
    kept: list[Claim] = []
    for one in claims:
        if not any(same(other, one) for other in kept):
            kept.append(one)
    assert sorted(c.text for c in merge(claims)) == sorted(c.text for c in kept)


def told(text: str, number: int) -> Claim:
    quantities = tuple(found.quantity for found in find_figures(text))
    return claim(text).model_copy(update={"quantities": quantities, "sentences": (number,)})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mira Dahl resigned as captain of Lund.", "Mira Dahl did not resign as captain of Lund."),
        ("Mira Dahl resigned as captain of Lund.", "Mira Dahl didn't resign as captain of Lund."),
        ("Ystad beat Malmö in the cup at Lund.", "Malmö beat Ystad in the cup at Lund."),
        ("Rents in Lund rose less than 5%.", "Rents in Lund rose more than 5%."),
        ("Rents in the old town of Lund rose again.", "Rents in the old town of Lund fell again."),
        ("A storm hit the northern coast of Gotland.", "A storm hit the southern coast of Gotland."),
        (
            "Mira Dahl won the first race of the Lund cup in a red boat.",
            "Mira Dahl won the second race of the Lund cup in a red boat.",
        ),
        (
            "The court jailed the former mayor of Lund on charges of fraud.",
            "The court jailed the former mayor of Ystad on charges of fraud.",
        ),
        (
            "Shares of the Lund yard ended the long week up.",
            "Shares of the Lund yard ended the long week down.",
        ),
        (
            "The ferry sank before the storm off Gotland.",
            "The ferry sank after the storm off Gotland.",
        ),
        (
            "Mira Dahl took 40 old boats from the yard in Lund to Ystad.",
            "Mira Dahl denied she took 40 old boats from the yard in Lund to Ystad.",
        ),
    ],
)
def test_what_contradicts_is_never_merged(one: str, other: str) -> None:
    assert len(merge([told(one, 0), told(other, 1)])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mira Dahl resigned as captain of Lund.", "Mira Dahl has resigned as the captain of Lund."),
        (
            "The ferry from Gotland sank on Monday near Ystad.",
            "On Monday the ferry from Gotland sank near Ystad.",
        ),
        ("The ban will begin in Lund.", "The ban would begin in Lund."),
        (
            "Mira Dahl sold two old boats to the harbour museum.",
            "Mira Dahl sold two old boats to the big harbour museum.",
        ),
    ],
)
def test_what_says_the_same_in_two_places_is_merged(one: str, other: str) -> None:
    assert len(merge([told(one, 0), told(other, 1)])) == 1


def test_a_claim_that_another_of_its_sentence_says_with_an_of_is_that_one() -> None:
    short, full = (
        claim("Two seats were free at recess.", 0),
        claim("Two seats were free at the recess of the Diet.", 7),
    )
    for told in ([short, full], [full, short]):
        (merged,) = merge(told)
        assert merged.text == full.text
        assert {span.start for span in merged.spans} == {0, 7}


@pytest.mark.parametrize(
    "texts",
    [
        ["Ana Ruiz is a member.", "Ana Ruiz is a member of Alba.", "Ana Ruiz is a member of Brio."],
        ["Ana Ruiz sang.", "Ana Ruiz sang in the hall of Lund."],
        ["Ana Ruiz sang a hymn.", "Ana Ruiz sang a hymn of praise that her mother had written."],
        ["Ana Ruiz won the cup.", "Ana Ruiz never won the cup of Lund."],
    ],
)
def test_a_fact_of_its_own_is_no_more_of_the_same(texts: list[str]) -> None:
    assert len(merge([claim(text) for text in texts])) == len(texts)


def test_an_of_in_another_sentence_leaves_a_claim_as_it_is() -> None:
    far = claim("Two seats were free at the recess of the Lower Diet.").model_copy(update={"sentences": (1,)})
    assert len(merge([claim("Two seats were free at recess."), far])) == 2
