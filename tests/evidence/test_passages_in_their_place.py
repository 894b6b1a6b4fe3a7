"""A passage keeps what governs it, and is cut where a sentence, an item or a row ends."""

from pathlib import Path

import pytest

from claimcheck.domain import Passage
from claimcheck.evidence import FolderSource, Query
from claimcheck.evidence.copies import counted_once
from claimcheck.evidence.documents import read_documents
from claimcheck.evidence.passages import LONGEST, UNCUT, passages_of


def passages(text: str, name: str = "trade.md") -> list[Passage]:
    return [
        p for document in read_documents(Path(name), text.encode()) for p in passages_of(document, "s", name)
    ]


def told(text: str) -> list[tuple[str, str]]:
    return [(passage.title, passage.text) for passage in passages(text)]


def test_a_heading_stands_with_what_follows_it_and_in_the_title_of_the_rest() -> None:
    text = "# Trade\n\nIt grew.\n\n## 2022\n\nIt was 190.\n\nImports fell.\n\n## 2023\nIt was 240.\n\n# Ships\n\nThey came."
    assert told(text) == [
        ("Trade", "# Trade\n\nIt grew."),
        ("Trade › 2022", "## 2022\n\nIt was 190."),
        ("Trade › 2022", "Imports fell."),
        ("Trade › 2023", "## 2023\nIt was 240."),
        ("Trade › Ships", "# Ships\n\nThey came."),
    ]


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_an_introduction_stands_with_its_list_and_in_the_title_of_its_further_items(between: str) -> None:
    items = "\n".join(
        f"- Garlic of sort number {n} cures the flu, the plague and the cold." for n in range(20)
    )
    first, *others, after = told(f"# Myths\n\nThe following are false:{between}{items}\n\nAfter it.")
    assert first[1].startswith("# Myths\n\nThe following are false:")
    assert len(others) > 1
    assert {title for title, _ in others} == {"Myths › The following are false"}
    assert all(text.startswith("- ") and text.endswith("cold.") for _, text in others)
    assert after == ("Myths", "After it.")


def test_a_row_of_a_long_table_is_whole_and_has_the_names_of_its_columns() -> None:
    rows = "".join(f"| {year} | {year - 1800} billion dollars of goods |\n" for year in range(1990, 2025))
    _, *others = told(f"# Trade\n\n| Year | Exports |\n|---|---|\n{rows}")
    assert {title for title, _ in others} == {"Trade › Year | Exports"}
    assert all(
        line.startswith("| ") and line.endswith(" |") for _, text in others for line in text.split("\n")
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. President met Mr. Smith on Jan. 6 at No. 5 Street and they spoke.",
        "Президент встретился с министром в четверг.",
        "There is no evidence, and many have said so, " + "as was said before, " * 35 + "that it is so.",
    ],
)
def test_a_long_paragraph_is_cut_between_its_sentences(sentence: str) -> None:
    found = passages(" ".join([sentence] * 20))
    assert len(found) > 1
    for passage in found:
        assert passage.text.startswith(sentence[:9])
        assert passage.text.endswith(sentence[-9:])
        assert len(passage.text) <= (LONGEST if len(sentence) <= LONGEST else UNCUT)


def test_headings_without_text_make_no_endless_passage() -> None:
    text = "\n\n".join(f"## Heading number {n}" for n in range(200))
    found = passages(text)
    assert all(len(passage.text) <= 2 * LONGEST for passage in found)
    assert "".join("".join(passage.text.split()) for passage in found) == "".join(text.split())


def test_a_part_is_found_by_its_heading_and_parts_of_a_page_are_no_copies_of_each_other(
    tmp_path: Path,
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    filler = "The office counts what goes over the border, and tells of it in every spring of the year. " * 2
    (notes / "trade.md").write_text(
        f"# Trade\n\n## 1987\n\n{filler}\n\nExports were 190.\n\n## 1988\n\n{filler}\n\nExports were 240."
    )
    source = FolderSource(notes, tmp_path / "cache")
    best = source.search(Query(text="Exports 1988", numbers=("1988",)), 9).passages
    assert "Exports were 240." in [passage.text for passage in best[:2]]
    assert {passage.copy_of for passage in counted_once(best, source.document_of)} == {""}
