"""A folder is indexed by content, answers in a fixed order, and says why where it cannot answer."""

import os
from datetime import date
from pathlib import Path

import pytest

from claimcheck.articles import read_article
from claimcheck.domain import Passage, SourceAnswer, SourceStatus
from claimcheck.evidence import FolderSource, Query, gather

NOTE = """---
title: Bridges of the south coast
publisher: Harbour Office
url: https://example.org/bridges
published: 2021-06-01
---
The harbour bridge in Portsmouth is 640 metres long.

The ferry to the island runs every hour in summer, and twice a day in winter.
"""
QUERY = Query(
    text="The harbour bridge in Portsmouth is 640 metres long", names=("Portsmouth",), numbers=("640",)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    path.mkdir()
    (path / "bridges.md").write_text(NOTE)
    return path


def search(folder: Path, query: Query = QUERY) -> tuple[Passage, ...]:
    return FolderSource(folder, folder.parent / "cache").search(query, 5).passages


def test_a_passage_knows_where_it_comes_from(folder: Path) -> None:
    best = search(folder)[0]
    assert best.text == "The harbour bridge in Portsmouth is 640 metres long."
    assert (best.title, best.publisher) == ("Bridges of the south coast", "Harbour Office")
    assert (best.published, best.path) == (date(2021, 6, 1), "bridges.md")


def test_changes_are_followed_and_what_is_gone_is_forgotten(folder: Path) -> None:
    assert "640" in search(folder)[0].text
    (folder / "bridges.md").write_text(NOTE.replace("640", "650"))
    assert "650" in search(folder)[0].text
    (folder / "other.txt").write_text("The ferry was sold.")
    (folder / "bridges.md").unlink()
    assert all(passage.path == "other.txt" for passage in search(folder))


def test_the_same_question_gets_the_same_answer(folder: Path) -> None:
    assert search(folder) == search(folder)


def test_a_document_that_cannot_be_read_costs_itself_only(folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "broken.json").write_text("{")
    status = FolderSource(folder, folder.parent / "cache").status()
    assert status.documents == 1
    assert len(status.notes) == 2
    assert "640" in search(folder)[0].text


def test_json_documents_are_read(folder: Path) -> None:
    (folder / "more.json").write_text('[{"title": "Tunnel", "text": "The tunnel opened in 1970."}]')
    assert search(folder, Query(text="tunnel opened"))[0].title == "Tunnel"


def test_a_damaged_index_is_built_anew(folder: Path) -> None:
    search(folder)
    for path in (folder.parent / "cache").rglob("meta.json"):
        path.write_text("damaged")
    assert "640" in search(folder)[0].text


@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_folder_that_cannot_answer_says_why(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "empty":
        path.mkdir()
    if kind == "file":
        path.write_text("x")
    answer = FolderSource(path, tmp_path / "cache").search(QUERY, 5)
    assert answer.failure
    assert not answer.passages


def test_one_source_that_fails_does_not_stop_the_others(folder: Path) -> None:
    class Broken:
        name = "broken"

        def search(self, query: Query, limit: int) -> SourceAnswer:
            raise RuntimeError("boom")

        def status(self) -> SourceStatus:
            return SourceStatus(name="broken", kind="test")

    article = read_article(
        "a.txt", b"The council of Portsmouth met on Monday to speak of the old harbour bridge."
    )
    answers = gather(QUERY, [Broken(), FolderSource(folder, folder.parent / "cache")], 5, article)
    assert answers[0].failure
    assert answers[1].passages


def test_the_article_is_never_evidence_for_itself(folder: Path) -> None:
    text = "The council of Portsmouth met on Monday and spoke for three hours of the old harbour bridge and its future."
    (folder / "copy.txt").write_text(text)
    article = read_article("a.txt", text.encode())
    answer = gather(Query(text=text), [FolderSource(folder, folder.parent / "cache")], 5, article)[0]
    assert "copy.txt" not in [passage.path for passage in answer.passages]


def test_a_passage_that_says_it_is_not_behind_those_that_repeat_the_title(tmp_path: Path) -> None:
    path = tmp_path / "pages"
    path.mkdir()
    said = "His father was born in Kenya and was of Indian descent, and he grew up near Salford in the north."
    others = [
        f"Ben Kingsley was given the prize number {n} for Ben Kingsley's part in a film." for n in range(4)
    ]
    (path / "page.md").write_text("# Ben Kingsley\n\n" + "\n\n".join([*others, said]))
    (path / "other.md").write_text("# Kenya\n\nKenya grows tea.\n\nNairobi is in Kenya.")
    asked = Query(text="Ben Kingsley's father was from Kenya.", names=("Ben Kingsley", "Kenya"))
    assert search(path, asked)[0].text == said


def test_an_inspection_tells_how_old_the_folder_is(folder: Path) -> None:
    (folder / "plain.txt").write_text("The ferry was sold.")
    os.utime(folder / "plain.txt", (1_600_000_000, 1_600_000_000))
    os.utime(folder / "bridges.md", (1_700_000_000, 1_700_000_000))
    for _ in range(2):  # as the index is built, and as it is opened again
        told = FolderSource(folder, folder.parent / "cache").inspect().notes
        assert told == ("its files last changed on 2023-11-14; the newest date of a document is 2021-06-01",)


def test_a_figure_of_a_files_name_says_nothing_of_what_stands_in_it(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "story-39.txt").write_text("The crew of a rocket came home on Friday.\n\nIt rained in Vik.")
    (notes / "story-7.txt").write_text("The house in Orm fell, and 39 people died.")
    held = FolderSource(notes, tmp_path / "cache")
    asked = Query(text="In Orm 39 people were killed as a house fell.", numbers=("39",))
    assert [passage.path for passage in held.search(asked, 5).passages][:1] == ["story-7.txt"]
    alone = Query(text="39", numbers=("39",))
    assert [passage.path for passage in held.search(alone, 5).passages] == ["story-7.txt"]
    assert {p.path for p in held.search(Query(text="story"), 5).passages} == {"story-7.txt", "story-39.txt"}
