"""Of Markdown the words are read, and each stands on the line of the file that it was read from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles import read_article
from claimcheck.markdown import without_markup

ARTICLE = """---
title: Harbour [bridge](https://example.org) to close
---
# Harbour bridge to close

*By Ana Ruiz*, 8 February 2024

The council of [Portsmouth](https://example.org/p) voted on **Monday** to close the [harbour
bridge](https://example.org/a_(b)?x=1 "The bridge. It is old") for two weeks of repairs in May.

It is the *first* time since it was opened by the [harbour company][1] in 1961.[^1] The mayor said so [1].

![The bridge](bridge.jpg)

- The repairs cost [£2 million](/costs), and the `council` pays _half_ of it.

[1]: https://example.org/company "The company"
[^1]: The ledger of the year says so.
"""


def test_links_and_emphasis_are_read_as_their_words_at_their_lines() -> None:
    article = read_article("a.md", ARTICLE.encode())
    assert [(article.line_at(sentence.start), sentence.text) for sentence in article.sentences] == [
        (
            8,
            "The council of Portsmouth voted on Monday to close the harbour bridge for two weeks of repairs in May.",
        ),
        (11, "It is the first time since it was opened by the harbour company in 1961."),
        (11, "The mayor said so [1]."),
        (15, "- The repairs cost £2 million, and the council pays half of it."),
        (18, "[^1]: The ledger of the year says so."),
    ]
    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert "Markdown: links are read as their words, without addresses and marks." in article.notes
    assert article.headline == "Harbour [bridge](https://example.org) to close"


@pytest.mark.parametrize(
    "text",
    [
        "He told [the mayor](Okoro) of 5 * 3 * 2 bridges, and of *one* more.",
        "It [the bridge] is 5**2 metres long, see [1] and [2][3].",
        "An _old_ bridge & its `name` &amp; the rest \\* of it.",
        "def f(**more): return a[1](x)",
    ],
)
def test_what_is_no_markdown_stays_as_it_is(text: str) -> None:
    assert without_markup(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In [2019](https://e.org/a) it was shut.", "In 2019 it was shut."),
        ("It was **shut** [1].\n\n[1]: https://e.org", "It was shut [1].\n\n"),
        ("It [was **shut**](/a) on <https://e.org>.", "It was shut on https://e.org."),
        ("It was **shut** by snake_case_names at 5 * 3.", "It was shut by snake_case_names at 5 * 3."),
        ("**Q:** [No][x]?[^a] It is [^b].\n\n[x]: /a\n[^a]: Note.", "Q: No? It is [^b].\n\n\n[^a]: Note."),
        ("# **Shut**\r\n", "# Shut\r\n"),
    ],
)
def test_the_words_of_markdown(text: str, words: str) -> None:
    assert without_markup(text.replace("\r\n", "\n")) == words.replace("\r\n", "\n")


MARKS = st.sampled_from(
    [*"[]()*_`\\!<>#\n ", "**", "](", "a", "b c", "1", "](/x)", "[1]: /x\n", "[^a]", "[^a]: b\n"]
)


@given(st.lists(MARKS, max_size=60).map("".join))
def test_any_text_keeps_its_lines(text: str) -> None:
    assert without_markup(text).count("\n") == text.count("\n")


@pytest.mark.parametrize("unit", ["[", "![", "**a ", "[a](", "`", "[^a]"])
def test_long_hostile_text_is_read_in_a_moment(unit: str) -> None:
    without_markup(unit * 5_000 + "[b](/c)")
