"""A word that a line's end divides is one word, and its line in the file is still told."""

import pytest

from claimcheck.articles import read_article

WRAPPED = (
    "The council of Portsmouth voted on Monday to close the bridge, as the parlia-\n"
    "ment of the region had asked it to do in a letter, which the well-\n"
    "known mayor of the town read aloud on Tuesday. The mayor is well liked and\n"
    "known in the region, and her plan has been read by a num-\n"
    "ber of people.\n"
)


def test_divided_words_are_whole_and_compounds_keep_their_hyphen() -> None:
    article = read_article("a.txt", WRAPPED.encode())
    assert "the parliament of the region" in article.text
    assert "the well-known mayor" in article.text
    assert "a number of people" in article.text
    assert article.line_at(article.text.index("letter")) == 2
    assert article.line_at(article.text.index("aloud")) == 3
    assert article.line_at(article.text.index("of people")) == 5


@pytest.mark.parametrize("mark", ["\u00ad", "-"])
def test_a_soft_hyphen_at_the_end_of_a_line_divides_a_word(mark: str) -> None:
    article = read_article("a.txt", WRAPPED.replace("parlia-", f"parlia{mark}").encode())
    assert "the parliament of the region" in article.text


def test_a_dash_at_the_end_of_a_line_is_no_hyphen() -> None:
    text = WRAPPED.replace("parlia-", "region -").replace(
        "ment of the region had", "as the mayor said it had"
    )
    assert "the region - as the mayor" in read_article("a.txt", text.encode()).text


@pytest.mark.parametrize(
    ("end", "begin", "word"),
    [
        ("the COVID-", "19 wave", "the COVID-19 wave"),
        ("an 18-", "year-old plan", "an 18-year-old plan"),
        ("the US-", "Mexico border", "the US-Mexico border"),
        ("a pre-", "and post-war plan", "a pre- and post-war plan"),
        ("a two-", "decade plan", "a two-decade plan"),
        ("a govern-", "ment plan", "a government plan"),
    ],
)
def test_a_hyphen_of_the_word_itself_stays(end: str, begin: str, word: str) -> None:
    article = read_article("a.txt", WRAPPED.replace("as the parlia-\nment", f"as {end}\n{begin}").encode())
    assert word in article.text
    assert article.line_at(article.text.index("letter")) == 2
