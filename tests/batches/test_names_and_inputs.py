"""Articles are taken in from everywhere, one bad one costs itself alone, and no name leads out of the folder."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.batches.inputs import Entry, entries, other_kinds
from claimcheck.batches.naming import file_name
from claimcheck.batches.store import Store
from claimcheck.errors import InputError

TEXT = "The bridge in Ashford was opened by Ana Ruiz on 8 March 2021. It is 640 metres long, she said."


@given(st.text())
def test_a_name_stays_in_the_folder_and_can_be_written_anywhere(name: str) -> None:
    made = file_name(name, set())
    assert made
    assert len(made) <= 100
    assert not set(made) & set('/\\:*?"<>|\0 ')
    assert not made.startswith((".", "-"))
    assert made.isascii()
    assert Path("folder", made).resolve().parent == Path("folder").resolve()


@given(st.lists(st.text(), unique=True, max_size=30))
def test_no_two_names_are_the_same_file(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        made = file_name(name, taken).lower()
        assert made not in taken
        taken.add(made)


def test_names_that_differ_in_capitals_alone_are_two_files_on_any_file_system() -> None:
    assert file_name("Story", {"story"}).lower() != "story"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "..", "C:\\Windows\\con", "con", "nul.txt"]
)
def test_a_hostile_name_is_made_plain(name: str) -> None:
    made = file_name(name, set())
    assert "/" not in made
    assert ".." not in made
    assert made.split(".")[0].lower() not in {"con", "nul"}


def test_a_folder_gives_its_articles_at_any_depth_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/er/c.html", ".hidden/d.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert [entry.name for entry in entries([str(tmp_path)])] == ["a.md", "b.txt", "deep/er/c.html"]


def test_files_of_other_kinds_are_told_and_reports_are_not(tmp_path: Path) -> None:
    names = "a.docx b.DOCX c.markdown d.jsonl e.json notes .hidden/f.docx".split()
    names += ["a.txt", "a.txt.csv", "a.txt.review.jsonl", "batch.json"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "a.txt.json").write_text('{\n  "schema_version": "1.4",\n  "article": {\n')
    assert other_kinds([str(tmp_path)]) == (
        "files of other kinds were not read: 2 of .docx, 1 of .json, 1 of .jsonl, 1 of no suffix "
        "(a .jsonl is read where it is named itself)"
    )
    assert not other_kinds([str(tmp_path / "a.docx")])  # an article that cannot be read, with its reason
    assert [entry.name for entry in entries([str(tmp_path)])] == ["a.txt", "c.markdown"]


def test_json_lines_tell_id_headline_date_and_address(tmp_path: Path) -> None:
    line = {
        "text": TEXT,
        "id": 7,
        "title": "A \x1b[31mbridge",
        "date": "2021-03-09",
        "url": "https://example.org/a",
    }
    (tmp_path / "s.jsonl").write_text(json.dumps(line) + "\n\n" + json.dumps({"text": TEXT}) + "\n")
    first, second = entries([str(tmp_path / "s.jsonl")])
    article = first.article()
    assert (first.name, article.headline, article.origin) == ("7", "A bridge", "https://example.org/a")
    assert str(article.published).startswith("2021-03-09")
    assert (second.name, second.article().origin) == ("s.jsonl line 3", "s.jsonl line 3")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"not json", "not JSON"),
        (b"[1, 2]", "no object"),
        (b'{"text": 5}', "under `text`"),
        (b"[" * 100_000, "not JSON"),
        (json.dumps({"text": TEXT, "date": "soon"}).encode(), "no date"),
        (json.dumps({"text": "  "}).encode(), "is empty"),
    ],
)
def test_a_bad_line_is_an_entry_with_its_reason(tmp_path: Path, line: bytes, words: str) -> None:
    (tmp_path / "s.jsonl").write_bytes(line + b"\n" + json.dumps({"text": TEXT}).encode())
    bad, good = entries([str(tmp_path / "s.jsonl")])
    with pytest.raises(InputError, match=words):
        bad.article()
    assert good.article().sentences


@given(st.binary(max_size=300), st.text(), st.text())
def test_an_entry_comes_back_from_the_database_as_it_went_in(data: bytes, name: str, headline: str) -> None:
    name, headline = (text.encode("utf-8", "replace").decode() for text in (name, headline))
    entry = Entry(name=name, data=data, headline=headline, published="2021", url="u")
    assert Entry.unpacked(entry.packed()) == entry


def test_two_inputs_may_have_files_of_the_same_name(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
    found = list(entries([str(tmp_path / "one"), str(tmp_path / "two")]))
    assert [entry.name for entry in found] == ["a.txt", "a.txt (2)"]


def test_an_input_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not there"):
        list(entries([str(tmp_path / "none")]))


@pytest.mark.parametrize("name", ["https://example.org/a.html", "/tmp/https:/example.org/a.html"])
def test_an_address_of_the_web_is_told_from_a_path(name: str) -> None:
    with pytest.raises(InputError, match=r"^https://example\.org/a\.html is a web address"):
        list(entries([name]))


def test_a_run_that_is_no_run_is_refused() -> None:
    with pytest.raises(InputError, match="no run"):
        Store.of_run("../../etc", None)
