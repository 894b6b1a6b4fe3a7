"""Of a reference in Markdown the words are passages and quotations, and its headings are titles of what they govern."""

from pathlib import Path

import pytest

from claimcheck.evidence import FolderSource, Query
from claimcheck.evidence.documents import read_documents
from claimcheck.evidence.passages import passages_of
from claimcheck.markdown import LONGEST, words_of

PAGE = """---
publisher: The council
---
The **harbour** bridge [of 1961](https://example.org/bridge)
===========================================================

Repairs
-------

The council of [Portsmouth][1] voted on *Monday* to close the
bridge for **two weeks**, says `the ledger`.[^1]

***

> It is "the *first* time", said
> the mayor.

* The repairs cost [£2 million](/costs).
+ The deck is 5 \\* 3 metres.

## Traffic ##

| road | cars |
|---|---|
| **A3** | 5,000 |

[1]: https://example.org/portsmouth
[^1]: Page 3.
"""


@pytest.mark.parametrize("ending", [".md", ".markdown"])
def test_a_passage_is_the_words_and_its_title_the_headings_over_it(ending: str) -> None:
    (document,) = read_documents(Path(f"bridge{ending}"), PAGE.encode())
    assert (document.title, document.publisher) == ("The harbour bridge of 1961", "The council")
    passages = list(passages_of(document, "notes", "bridge.md"))
    assert [(passage.title.split(" › ")[1:], passage.text) for passage in passages] == [
        (
            ["Repairs"],
            "# The harbour bridge of 1961\n\n\n## Repairs\n\n\nThe council of Portsmouth voted on Monday to close the\n"
            "bridge for two weeks, says the ledger.",
        ),
        (["Repairs"], 'It is "the first time", said\nthe mayor.'),
        (["Repairs"], "- The repairs cost £2 million.\n- The deck is 5 * 3 metres."),
        (["Traffic"], "## Traffic ##\n\n| road | cars |\n|---|---|\n| A3 | 5,000 |"),
        (["Traffic"], "[^1]: Page 3."),
    ]
    assert all(passage.text in document.text for passage in passages)


def test_a_folder_finds_and_gives_the_words(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "bridge.markdown").write_text(
        "It **cost** [two million](https://e.org) pounds, says the mayor.\n"
    )
    source = FolderSource(notes, tmp_path / "cache")
    (passage,) = source.search(Query(text="It cost two million pounds."), 5).passages
    assert passage.text == "It cost two million pounds, says the mayor."


@pytest.mark.parametrize(
    "text",
    [
        "It is 5 * 3 * 2 metres long [1], and snake_case_names cost $5 & more.\n\n1. One\n2) Two\n",
        "# A heading\n\n- An item - with a dash.\n- Another, of 1 - 2 = 3.\n\n| a | b |\n",
        "A line\n\n    indented by four, with 3 > 2\n",
    ],
)
def test_words_without_marks_stay_as_they_are(text: str) -> None:
    assert words_of(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("```python\nx = __init__ * a[1](b)\n```\n", "\nx = __init__ * a[1](b)\n\n"),
        ("    x = __init__ * [a](b)\n", "    x = __init__ * [a](b)\n"),
        ("> > *One*\n> - **two**\n", "One\n- two\n"),
        ("* One\n  * two\n", "- One\n- two\n"),
        ("A &amp; B \\* C", "A & B * C"),
        ("One\n---\nTwo", "## One\n\nTwo"),
    ],
)
def test_the_words_of_a_document(text: str, words: str) -> None:
    assert words_of(text) == words


def test_a_text_file_is_no_markdown_and_a_document_that_is_too_long_stays_as_it_is() -> None:
    assert read_documents(Path("a.txt"), b"It is **shut**.")[0].text == "It is **shut**."
    longest = "It is **shut**. " * (LONGEST // 16 + 1)
    assert words_of(longest) == longest
