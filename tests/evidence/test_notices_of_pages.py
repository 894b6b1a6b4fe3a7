"""Pages that were withdrawn or are satire are no evidence, and one that was put right says so at each passage."""

from pathlib import Path

import pytest

from claimcheck.domain import Article
from claimcheck.evidence import EvidenceOptions, FolderSource, Found, Query, look_up
from claimcheck.evidence.notices import PUT_RIGHT

BODY = "Portsmouth has nine bridges in its harbour, and the council met on all of them.\n\n"
LONG = "The council of Gosport has met since then and spoke of other things.\n\n" * 8
TALES = "The council of Portsmouth was told of trade.\n\n"


def found_in(tmp_path: Path, text: str) -> Found:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "bridges.md").write_text(text)
    source = FolderSource(notes, tmp_path / "cache")
    article = Article(text="Nine bridges, it is said.", sentences=())
    return look_up(Query(text="Portsmouth has nine bridges"), [source], article, 5, EvidenceOptions())


@pytest.mark.parametrize(
    "text",
    [
        f"# RETRACTED: Bridges\n\n{BODY}",
        f"---\ntitle: 'Retraction: Bridges'\n---\n{BODY}",
        f"{BODY}This article has been retracted.",
        f"{BODY}This story was withdrawn by the agency.",
        f"{BODY}This page is satire.",
        f"# Satire: bridges\n\n{BODY}",
    ],
)
def test_a_page_that_takes_itself_back_is_no_evidence_and_is_named(tmp_path: Path, text: str) -> None:
    found = found_in(tmp_path, text)
    assert found.passages == ()
    assert [note.startswith("Kept out: “") for note in found.notes] == [True]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}The study on bridges was retracted in 2021.",
        f"{BODY}## Satire\n\nA paper drew the bridge in ink.",
        f"{BODY}The law on corrections was passed.",
        f"{BODY}{LONG}The Lancet said that this paper was retracted in 2010.\n\n{LONG}",
    ],
)
def test_a_page_about_such_things_is(tmp_path: Path, text: str) -> None:
    found = found_in(tmp_path, text)
    assert found.notes == ()
    assert {passage.marks for passage in found.passages} == {()}


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: the harbour has eight.",
        "*An earlier version of this story gave another number.*",
        "This article was amended on 3 May.",
    ],
)
def test_a_page_that_was_put_right_says_so_at_each_passage(tmp_path: Path, notice: str) -> None:
    found = found_in(tmp_path, f"{BODY}{TALES}{notice}")
    assert len(found.passages) > 1
    assert {passage.marks for passage in found.passages} == {(PUT_RIGHT,)}
