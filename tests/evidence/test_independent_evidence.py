"""The article is no evidence for itself, and a source that fails costs its own answer only."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from claimcheck.domain import Article, Passage, SourceAnswer, SourceStatus
from claimcheck.evidence import FolderSource, Query, gather, registry, resolve_sources

SENTENCES = [
    f"On day {n} the council of Portsmouth met for {n} hours and spoke of bridge number {n} in the harbour."
    for n in range(12)
]
ARTICLE = Article(text="Bridges again\n\n" + "\n\n".join(SENTENCES), sentences=(), origin="a.txt")
QUERY = Query(text="council of Portsmouth bridges harbour met again", names=("Portsmouth",))
OWN = "The harbour office of Portsmouth counted nine bridges when the council met in the spring of the year."


class Fixed:
    """A source that gives the same passages whatever it is asked."""

    name = "fixed"

    def __init__(self, *passages: Passage) -> None:
        self.passages = passages

    def search(self, query: Query, limit: int) -> SourceAnswer:
        return SourceAnswer(source=self.name, passages=self.passages[:limit])

    def status(self) -> SourceStatus:
        return SourceStatus(name=self.name, kind="test")


class Broken(Fixed):
    name = "broken"

    def search(self, query: Query, limit: int) -> SourceAnswer:
        raise RuntimeError("the archive\nis closed")


def passage(text: str, url: str = "") -> Passage:
    return Passage(id=text[:12], text=text, source="fixed", title="t", url=url)


def paths(folder: Path, limit: int = 5) -> set[str]:
    answer = gather(QUERY, [FolderSource(folder, folder.parent / "cache")], limit, ARTICLE)[0]
    assert len(answer.passages) <= limit
    return {found.path for found in answer.passages}


@pytest.mark.parametrize("kind", ["whole", "half", "recast"])
def test_a_copy_of_the_article_is_left_out_with_its_shortest_passage(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "own.txt").write_text(OWN)
    text = {
        "whole": ARTICLE.text,
        "half": "\n\n".join(["Council of Portsmouth met", *SENTENCES[:6]]),
        "recast": ARTICLE.text.upper().replace("\n\n", "  \n \n ")
        + "\n\nPortsmouth council met. Reported by us.",
    }[kind]
    (folder / "copy.txt").write_text(text)
    assert paths(folder) == {"own.txt"}


def test_copies_do_not_take_the_places_of_evidence(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "own.txt").write_text("In the harbour are bridges.")
    (folder / "copy.txt").write_text(ARTICLE.text)
    assert paths(folder, limit=2) == {"own.txt"}


def test_a_reference_that_quotes_the_article_once_stays(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "own.txt").write_text(f"{OWN} {OWN.replace('nine', 'ten')}\n\nIt adds that much was said.")
    assert paths(folder) == {"own.txt"}


def test_a_passage_of_any_source_that_is_the_articles_text_is_left_out() -> None:
    kept = passage(OWN)
    answer = gather(QUERY, [Fixed(passage(SENTENCES[3]), kept)], 5, ARTICLE)[0]
    assert answer.passages == (kept,)


def test_a_passage_from_the_articles_own_address_is_left_out() -> None:
    article = ARTICLE.model_copy(update={"origin": "https://example.org/a"})
    assert not gather(QUERY, [Fixed(passage(OWN, "https://example.org/a"))], 5, article)[0].passages


def test_a_source_that_raises_says_why_in_one_sentence_and_the_others_answer() -> None:
    broken, fixed = gather(QUERY, [Broken(), Fixed(passage(OWN))], 5, ARTICLE)
    assert broken.failure == "the source broken failed: the archive is closed"
    assert fixed.passages


def test_a_name_is_a_registered_source_unless_a_path_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    point = EntryPoint("archive", f"{__name__}:Fixed", "claimcheck.sources")
    lost = EntryPoint("lost", "no_such_module_here:Source", "claimcheck.sources")
    monkeypatch.setattr(registry, "entry_points", lambda group: [point, lost])
    monkeypatch.setattr(EntryPoint, "load", lambda self: Fixed if self.name == "archive" else 1 / 0)
    archive, broken, missing = resolve_sources(["archive", "lost", "nowhere", "archive"])
    assert archive.name == "fixed"
    assert "cannot be loaded" in broken.status().failure
    assert "is not there" in missing.status().failure
    (tmp_path / "archive").mkdir()
    assert resolve_sources(["archive"])[0].status().kind == "folder"


def test_a_folder_that_vanishes_after_it_was_indexed_still_answers(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "own.txt").write_text(OWN)
    source = FolderSource(folder, tmp_path / "cache")
    assert source.status().documents == 1
    (folder / "own.txt").unlink()
    folder.rmdir()
    assert source.search(QUERY, 5).passages
    assert FolderSource(folder, tmp_path / "cache").search(QUERY, 5).failure


@pytest.mark.parametrize(
    "text",
    [
        f"“{SENTENCES[3]}” is false, the council said.",
        f"It is not so that {SENTENCES[4].replace('On day', 'on day')}",
    ],
)
def test_a_reference_that_quotes_the_article_and_denies_it_stays(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "own.txt").write_text(f"{OWN}\n\n{text}\n\n{OWN.replace('nine', 'ten')}")
    found = gather(QUERY, [FolderSource(folder, tmp_path / "cache")], 5, ARTICLE)[0].passages
    assert text in {passage.text for passage in found}


def test_a_copy_of_the_article_gives_what_puts_it_right_and_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    notice = "Correction: the council of Portsmouth met for two hours, and the harbour has no bridges."
    (folder / "later.txt").write_text(f"{ARTICLE.text}\n\n{notice}")
    found = gather(QUERY, [FolderSource(folder, tmp_path / "cache")], 5, ARTICLE)[0].passages
    assert [passage.text for passage in found] == [notice]


def test_a_book_is_not_read_as_a_whole_for_every_claim(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "book.txt").write_text("\n\n".join(f"Line {n} of the harbour." for n in range(2001)))
    (folder / "note.txt").write_text("\n\n".join(f"Note {n} of the bridge." for n in range(2000)))
    source = FolderSource(folder, tmp_path / "cache")
    (line,) = source.search(Query(text="harbour"), 1).passages
    (note,) = source.search(Query(text="bridge"), 1).passages
    assert source.document_of(line) == ""
    assert source.document_of(note).startswith("Note 0 of the bridge.\n\nNote 1 of")
