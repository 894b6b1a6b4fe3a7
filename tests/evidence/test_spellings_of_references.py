"""The same words, written otherwise: accents, legacy encodings, soft hyphens and characters that are not seen."""

import unicodedata
from pathlib import Path

import pytest

from claimcheck.domain import Article
from claimcheck.evidence import FolderSource, Query, gather
from claimcheck.evidence.documents import cleaned, read_documents

ARTICLE = Article(
    text=" ".join(
        f"The café of Zürich number {n} served the governor, and the council met." for n in range(9)
    ),
    sentences=(),
)


def folder_of(tmp_path: Path, data: bytes) -> FolderSource:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "x.txt").write_bytes(data)
    return FolderSource(notes, tmp_path / "cache")


@pytest.mark.parametrize(
    "copy",
    [
        unicodedata.normalize("NFD", ARTICLE.text),
        ARTICLE.text.replace("governor", "gov\xadernor").replace("council", "coun\xadcil"),
        ARTICLE.text.replace("é", "e").replace("ü", "u"),
        ARTICLE.text.replace("governor", "gov\u200dernor").replace("served", "ser\u200cved"),
    ],
    ids=["decomposed", "soft hyphens", "no accents", "joiners"],
)
def test_the_article_in_another_spelling_is_no_evidence_for_itself(tmp_path: Path, copy: str) -> None:
    source = folder_of(tmp_path, copy.encode())
    assert gather(Query(text="The council met, number served"), [source], 5, ARTICLE)[0].passages == ()


@pytest.mark.parametrize("name", ["Erdogan", "Erdoğan", "Sao", "Reykjavík"])
def test_a_name_is_found_with_and_without_its_accents(tmp_path: Path, name: str) -> None:
    source = folder_of(tmp_path, "Erdoğan went to São Paulo, and then to Reykjavik.".encode())
    assert len(source.search(Query(text=name), 5).passages) == 1


def test_money_and_quotes_of_a_legacy_encoding_are_read_in_a_short_note() -> None:
    text = "Café exports cost £5 million and €6 million – a “record”."
    assert read_documents(Path("note.txt"), text.encode("cp1252"))[0].text == text


def test_pages_and_paragraphs_stay_apart_and_what_is_not_seen_goes() -> None:
    assert cleaned("It ends\x0cNext\u2029And\u2028so\x85on") == "It ends\n\nNext\n\nAnd\nso\non"
    assert cleaned("Ports\xadmouth \u200e240\u2060 bn\U000e0041\U000e0042") == "Portsmouth 240 bn"


def test_a_file_name_brings_no_escape_and_no_line_into_a_title() -> None:
    assert read_documents(Path("a\x1b[31m\nb.txt"), b"It is so.")[0].title == "a b"


@pytest.mark.parametrize(
    ("asked", "written"),
    [("240 billion", "240bn"), ("240bn", "240 billion"), ("1500", "1,500"), ("1,500", "1500")],
)
def test_a_figure_is_found_with_its_unit_at_it_and_with_its_thousands_apart(
    tmp_path: Path, asked: str, written: str
) -> None:
    source = folder_of(tmp_path, f"It came to {written} of it.\n\nIt came to 999 of it.".encode())
    (found,) = source.search(Query(text=asked), 5).passages
    assert written in found.text
