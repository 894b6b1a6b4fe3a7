"""The documented example of a source is short, is found by its entry point, and answers in a run's look-up."""

import sqlite3
import sys
import tomllib
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from claimcheck.domain import Article
from claimcheck.evidence import EvidenceOptions, Query, look_up, registry, resolve_sources

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "own_source"
QUERY = Query(text="Portsmouth has nine bridges", names=("Portsmouth",))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive's file, and the example installed as its pyproject.toml declares it."""
    path = tmp_path / "archive.db"
    with sqlite3.connect(path) as base:
        base.execute("CREATE VIRTUAL TABLE articles USING fts5(title, published, url, text)")
        rows = [
            ("Bridges", "2020-01-01", "https://n.example/1", "Portsmouth has nine bridges."),
            ("Later", "2025-01-01", "https://n.example/2", "Portsmouth has ten bridges."),
        ]
        base.executemany("INSERT INTO articles VALUES (?, ?, ?, ?)", rows)
    declared = tomllib.loads((EXAMPLE / "pyproject.toml").read_text())["project"]["entry-points"]
    ((name, value),) = declared["claimcheck.sources"].items()
    point = EntryPoint(name, value, "claimcheck.sources")
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    monkeypatch.syspath_prepend(str(EXAMPLE))
    monkeypatch.delitem(sys.modules, "newsroom_archive", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSROOM_DB", str(path))
    return path


def test_it_is_found_by_name_and_its_passages_are_evidence(archive: Path) -> None:
    sources = resolve_sources(["newsroom"])
    assert not sources[0].status().failure
    article = Article(text="An article.", sentences=())
    found = look_up(QUERY, sources, article, 5, EvidenceOptions(as_of=date(2024, 1, 1)))
    assert [(p.title, p.published) for p in found.passages] == [("Bridges", date(2020, 1, 1))]


def test_its_failure_is_one_line(archive: Path) -> None:
    archive.write_bytes(b"no database" * 100)
    assert "the archive cannot be read" in resolve_sources(["newsroom"])[0].search(QUERY, 3).failure


def test_it_is_under_forty_lines() -> None:
    assert len((EXAMPLE / "newsroom_archive.py").read_text().splitlines()) < 40
