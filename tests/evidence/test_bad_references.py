"""Whatever lies in a folder of references: it costs itself only, and the status says what it was."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from claimcheck.domain import SourceStatus
from claimcheck.evidence import FolderSource, Query
from claimcheck.evidence.documents import LARGEST, UnreadableDocument, read_documents
from claimcheck.evidence.passages import LONGEST, passages_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    path.mkdir()
    (path / "good.txt").write_text("The harbour bridge is 640 metres long.")
    return path


def status_of(folder: Path) -> SourceStatus:
    return FolderSource(folder, folder.parent / "cache").status()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cut.pdf", b"%PDF-1.7 broken"),
        ("cut.json", b"{"),
        ("number.json", b"7"),
        ("deep.json", b"[" * 100_000),
        ("untitled.json", b'{"title": "no text"}'),
        ("blank.md", b"   \n"),
        ("nothing.txt", b""),
        ("escapes.txt", b"\x1b[31m\x1b[0m\x00"),
        ("empty.html", b"<html></html>"),
    ],
)
def test_what_cannot_be_read_is_noted_and_the_rest_goes_on(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    for _ in range(2):  # the note is kept with the index
        status = status_of(folder)
        assert status.documents == 1
        assert len(status.notes) == 1
        assert status.notes[0].startswith(f"{name}: it could not be read")


def test_a_file_that_is_too_large_is_noted_and_not_read(folder: Path) -> None:
    with (folder / "large.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger than 20 MB" in status_of(folder).notes[0]


def test_links_that_leave_the_folder_or_turn_in_a_circle_are_passed_over(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("A secret.")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    status = status_of(folder)
    assert (status.documents, status.notes) == (1, ())


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert status_of(folder).documents == 1


def test_a_name_that_is_not_utf8_is_kept_readable(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("The cafe opened.")
    assert status_of(folder).documents == 2


def test_a_folder_in_which_nothing_can_be_read_says_so_with_its_notes(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "cut.json").write_text("{")
    status = status_of(tmp_path / "notes")
    assert "no document" in status.failure
    assert status.notes


def test_front_matter_that_is_no_yaml_is_noted_and_its_lines_are_read() -> None:
    data = b"---\ntitle: Bridges: a history\npublisher: Harbour Office\npublished: 2021-06-01\n---\nText.\n"
    [document] = read_documents(Path("a.md"), data)
    assert (document.title, document.publisher) == ("Bridges: a history", "Harbour Office")
    assert (document.published, document.text.strip()) == (date(2021, 6, 1), "Text.")
    assert "front matter" in document.note


def test_a_note_on_front_matter_reaches_the_status(folder: Path) -> None:
    (folder / "odd.md").write_text("---\n- a\n---\nThe tunnel opened.")
    status = status_of(folder)
    assert status.documents == 2
    assert "odd.md" in status.notes[0]


@pytest.mark.parametrize("day", ["2024-02-31", "soon", "[1, 2]", "2021"])
def test_a_date_that_is_none_is_left_out(day: str) -> None:
    [document] = read_documents(Path("a.md"), f"---\npublished: {day}\n---\nText.\n".encode())
    assert document.published is None
    assert document.text.strip() == "Text."


def test_nested_values_and_addresses_that_are_not_of_the_web_are_left_out() -> None:
    data = b"---\ntitle: {a: &x [1], b: [*x, *x]}\nurl: javascript:alert(1)\n---\n# Heading\n\nText.\n"
    [document] = read_documents(Path("a.md"), data)
    assert (document.title, document.url) == ("Heading", "")


def test_terminal_escapes_and_control_characters_are_taken_out() -> None:
    data = b"\xef\xbb\xbfA \x1b[31mred\x1b[0m \x1b]0;own\x07bridge\x00\xe2\x80\xae.\r\nNext"
    assert read_documents(Path("a.txt"), data)[0].text == "A red bridge.\nNext"


def test_lone_surrogates_of_json_do_not_stop_the_index(folder: Path) -> None:
    (folder / "odd.json").write_text('{"text": "The \\ud800 tunnel", "title": "\\udfff"}')
    assert status_of(folder).documents == 2


def test_text_that_is_not_utf8_is_decoded() -> None:
    data = "Le café de la gare a été fermé à l'été, d'après le maire de la commune.".encode("cp1252")
    assert "café" in read_documents(Path("a.txt"), data)[0].text


def test_the_entries_of_a_list_that_have_text_are_read() -> None:
    held = [{"body": "The tunnel opened.", "date": "1970-01-02"}, 7, {"title": "none"}, {"content": "B."}]
    found = read_documents(Path("a.json"), json.dumps(held).encode())
    assert [document.text for document in found] == ["The tunnel opened.", "B."]
    assert found[0].published == date(1970, 1, 2)
    assert found[0].note.startswith("2 of its 4")


def test_a_page_is_read_without_its_menu() -> None:
    body = "".join(f"<p>The harbour bridge has {n} lanes and was opened by the mayor.</p>" for n in range(9))
    page = f"<html><title>Bridges</title><body><nav>Home</nav><article>{body}</article></body></html>"
    [document] = read_documents(Path("a.html"), page.encode())
    assert "8 lanes" in document.text
    assert "Home" not in document.text


def test_a_pdf_is_read() -> None:
    content = b"BT /F1 12 Tf 72 720 Td (The tunnel opened in 1970.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )
    assert "opened in 1970" in read_documents(Path("a.pdf"), data)[0].text


def test_a_document_over_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="20 MB"):
        read_documents(Path("a.txt"), b"a" * (LARGEST + 1))


def test_passages_are_short_verbatim_and_do_not_overlap() -> None:
    text = "\n\n".join(("The bridge is long. " * 50, "A short one.", "x" * 1500))
    [document] = read_documents(Path("a.txt"), text.encode())
    passages, end = list(passages_of(document, "notes", "a.txt")), 0
    for passage in passages:
        assert len(passage.text) <= LONGEST
        start = document.text.index(passage.text, end)
        end = start + len(passage.text)
    assert "".join("".join(p.text for p in passages).split()) == "".join(text.split())
    assert len({passage.id for passage in passages}) == len(passages)


def test_a_status_is_the_same_for_a_folder_by_any_words(folder: Path) -> None:
    passages = FolderSource(folder, folder.parent / "c").search(Query(text='"( OR ^ ~ bridge'), 5).passages
    assert len(passages) == 1
    assert FolderSource(folder, folder.parent / "c").search(Query(text="?! ..."), 5).passages == ()


@pytest.fixture
def closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two folders in the folder: one may not be listed, one may be listed and not entered."""
    for name in ("unlisted", "unentered"):
        (folder / name).mkdir()
        (folder / name / "kept.txt").write_text("The tunnel is 2 kilometres long.")
    scandir, stat, read = os.scandir, Path.stat, Path.read_bytes

    def refuse(path: object, inside: str) -> None:
        if inside in Path(os.fspath(path)).parts:  # type: ignore[call-overload]
            raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", lambda path: (refuse(path, "unlisted"), scandir(path))[1])
    monkeypatch.setattr(
        Path, "stat", lambda path, **how: (refuse(path.parent, "unentered"), stat(path, **how))[1]
    )
    monkeypatch.setattr(Path, "read_bytes", lambda path: (refuse(path.parent, "unentered"), read(path))[1])
    return folder


def test_a_folder_in_the_folder_that_is_closed_costs_itself_only_and_is_named(closed: Path) -> None:
    for _ in range(2):
        status = status_of(closed)
        assert (status.failure, status.documents) == ("", 1)
        assert status.notes == (
            "unentered/kept.txt: it could not be read: Permission denied",
            "the folder unlisted in it could not be read: Permission denied",
        )
