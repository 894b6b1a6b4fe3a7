"""The index follows the folder, survives what happens to its files, and tells nothing of its own past."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claimcheck.domain import Passage
from claimcheck.evidence import FolderSource, Query, catalog, index

QUERY = Query(text="harbour bridge opened metres", numbers=("640",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    path.mkdir()
    for number in range(30):
        (path / f"{number}.txt").write_text(f"The harbour bridge {number} is {600 + number} metres long.")
    return path


def source(folder: Path, cache: str = "cache") -> FolderSource:
    return FolderSource(folder, folder.parent / cache)


def search(folder: Path, cache: str = "cache", limit: int = 5) -> tuple[Passage, ...]:
    return source(folder, cache).search(QUERY, limit).passages


def test_an_index_that_was_kept_up_scores_as_a_new_one(folder: Path) -> None:
    search(folder)
    (folder / "3.txt").unlink()
    (folder / "4.txt").write_text("The harbour bridge is 640 metres long, and was opened by the mayor.")
    (folder / "new.txt").write_text("The harbour bridge opened.")
    assert search(folder) == search(folder, "other")
    assert search(folder)[0].path == "4.txt"


def test_a_large_index_is_changed_in_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "REWRITTEN", 0)
    search(folder)
    (folder / "3.txt").unlink()
    (folder / "4.txt").write_text("The harbour bridge is 640 metres long.")
    assert search(folder)[0].path == "4.txt"
    assert source(folder).status().passages == 29
    assert "3.txt" not in [p.path for p in search(folder, limit=50)]


def test_equal_scores_are_ordered_by_id_at_any_limit(folder: Path) -> None:
    found = search(folder, limit=20)
    assert list(found) == sorted(found, key=lambda p: (-p.score, p.id))
    assert found[:3] == search(folder, limit=3)


def test_passages_do_not_tell_where_the_folder_lies(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    search(folder)
    passage = FolderSource(Path("notes"), folder.parent / "cache").search(QUERY, 1).passages[0]
    assert passage.source == "notes"
    assert not Path(passage.path).is_absolute()


def test_only_what_changed_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    search(folder)
    read: list[str] = []
    reader = index.read_documents
    monkeypatch.setattr(index, "read_documents", lambda p, d: read.append(p.name) or reader(p, d))
    monkeypatch.setattr(catalog.Path, "read_bytes", _counting(read))
    (folder / "7.txt").write_text("The harbour bridge is 640 metres long.")
    assert search(folder)[0].path == "7.txt"
    assert set(read) == {"7.txt", "claimcheck.json"}


def _counting(read: list[str]):  # type: ignore[no-untyped-def]
    original = Path.read_bytes

    def counted(path: Path) -> bytes:
        read.append(path.name)
        return original(path)

    return counted


def test_a_change_of_the_same_size_within_one_tick_is_seen(folder: Path) -> None:
    search(folder)
    stat = (folder / "1.txt").stat()
    (folder / "1.txt").write_text("The harbour bridge 1 is 640 metres long.")
    os.utime(folder / "1.txt", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert search(folder)[0].path == "1.txt"


def test_a_change_of_the_same_size_that_keeps_the_files_time_is_seen(folder: Path) -> None:
    long_ago = (10**18, 10**18)
    os.utime(folder / "1.txt", ns=long_ago)
    search(folder)
    (folder / "1.txt").write_text("The harbour bridge 1 is 640 metres long.")
    os.utime(folder / "1.txt", ns=long_ago)
    assert search(folder)[0].path == "1.txt"


@pytest.mark.parametrize("ending", ["meta.json", ".store", ".term", ".idx", ".fieldnorm"])
@pytest.mark.parametrize("damage", ["cut", "noise", "gone"])
def test_a_damaged_index_is_built_anew_with_a_note(folder: Path, ending: str, damage: str) -> None:
    before = search(folder)
    files = [path for path in (folder.parent / "cache").rglob("*") if path.name.endswith(ending)]
    assert files
    for path in files:
        if damage == "gone":
            path.unlink()
        else:
            path.write_bytes(b"" if damage == "cut" else os.urandom(len(path.read_bytes())))
    status = source(folder).status()
    assert status.documents == 30
    assert search(folder) == before


def test_an_index_of_an_older_version_is_built_anew(folder: Path) -> None:
    before = search(folder)
    [path] = (folder.parent / "cache").rglob("claimcheck.json")
    path.write_text(json.dumps({"version": 1, "files": {}}))
    assert search(folder) == before
    assert source(folder).status().passages == 30


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "files": 7}', "null"])
def test_a_catalog_that_is_broken_costs_only_time(folder: Path, text: str) -> None:
    before = search(folder)
    [path] = (folder.parent / "cache").rglob("claimcheck.json")
    path.write_text(text)
    assert search(folder) == before


def test_a_cache_that_cannot_be_written_means_an_index_in_memory(folder: Path) -> None:
    (folder.parent / "cache").write_text("a file is here")
    status = source(folder).status()
    assert status.documents == 30
    assert "in memory" in status.notes[0]


def test_while_another_run_writes_the_index_is_in_memory(folder: Path) -> None:
    import tantivy

    search(folder)
    [path] = (folder.parent / "cache").rglob("meta.json")
    writer = tantivy.Index.open(str(path.parent)).writer()
    (folder / "new.txt").write_text("The harbour bridge is 640 metres long.")
    held = source(folder)
    assert held.search(QUERY, 1).passages[0].path == "new.txt"
    assert "another run" in held.status().notes[0]
    del writer


def test_processes_that_build_the_same_index_do_not_harm_it(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from claimcheck.evidence import FolderSource;"
        "print(FolderSource(sys.argv[1], Path(sys.argv[2])).status().documents)"
    )
    command = [sys.executable, "-c", code, str(folder), str(folder.parent / "cache")]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert [run.communicate()[0].strip() for run in runs] == ["30"] * 4
    assert source(folder).status().documents == 30
    assert search(folder) == search(folder, "other")


def test_threads_share_one_index(folder: Path) -> None:
    shared, found = source(folder), []
    threads = [
        threading.Thread(target=lambda: found.append(shared.search(QUERY, 5).passages)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [search(folder, "other")] * 8
    assert shared.status().notes == ()


def test_the_environment_says_where_indexes_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(folder.parent / "elsewhere"))
    FolderSource(folder).status()
    assert list((folder.parent / "elsewhere" / "indexes").iterdir())
