"""claimcheck.toml, `claimcheck sources` and `claimcheck index`."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.configuration import read_configuration
from claimcheck.errors import UsageError
from claimcheck.evidence import resolve_sources
from claimcheck.evidence.options import SourceOptions, fetcher_for
from claimcheck.settings import evidence_settings

FULL = """
references = ["wikipedia", "archive"]

[evidence]
contact = "desk@post.example"
tokens = 1500
as_of = 2024-02-08

[sources.wikipedia]
language = "de"
limit = 4
timeout = 5
trust = 0.9

[sources.archive]
kind = "folder"
path = "notes"

[trust]
"post.example" = 0.3
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path


def test_the_file_names_the_references_and_the_flags_go_before_it(here: Path) -> None:
    (here / "claimcheck.toml").write_text(FULL)
    named, options = evidence_settings(None, None)
    assert named == ("wikipedia", "archive")
    assert (options.tokens, options.as_of, options.trust) == (1500, date(2024, 2, 8), {"post.example": 0.3})
    assert options.sources["wikipedia"].language == "de"
    named, options = evidence_settings(None, ["other"], "2023-01-01")
    assert (named, options.as_of) == (("other",), date(2023, 1, 1))


def test_a_recording_and_a_replay_use_no_cache_and_a_replay_waits_for_nobody(here: Path) -> None:
    assert evidence_settings(None, None)[1].http_cache
    assert not evidence_settings(None, None, None, here / "r")[1].http_cache
    assert evidence_settings(None, None, None, here / "r", here / "r")[1].replaying


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sources = [", "is not TOML"),
        ("colour = 1", "colour: there is no such setting"),
        ("[sources.a]\nkey = 'sk-123'", "sources.a.key: there is no such setting"),
        ("references = 'notes'", "references: takes a list"),
        ("model = 3", "model: takes a table"),
        ("[model]\ncontext = 'x'", "model.context: takes a whole number"),
        ("[evidence]\nas_of = '2024-02-30'", "evidence.as_of: takes a day such as 2024-02-08"),
        ("[evidence]\ntokens = 0", "evidence.tokens: has to be greater than or equal to 100"),
        ("[evidence.embeddings]\nmodel = 'x'", "evidence.embeddings: a server takes model and base_url both"),
        ("[prices.m]\ninput = 1", "prices.m.output: this has to be set"),
        ("[sources.a]\ntrust = 3", "sources.a.trust"),
        (
            "[sources.a]\nurl = 'https://ana:s3cret@wiki.example/api.php'",
            "sources.a.url: an address may hold no name, password or key: put it in a variable",
        ),
        ("[sources.a]\nurl = 'https://wiki.example/api.php?token=s3cret'", "sources.a.url: an address may"),
        (
            "[evidence.embeddings]\nmodel = 'm'\nbase_url = 'https://ana:s3cret@e.example/v1'",
            "evidence.embeddings.base_url: an address may hold no name",
        ),
        ("[trust]\n'a.example' = 3", "trust.a.example: a trust is a number from 0 to 1"),
    ],
)
def test_what_is_no_setting_is_one_line(here: Path, text: str, told: str) -> None:
    (here / "claimcheck.toml").write_text(text)
    with pytest.raises(UsageError, match=r"claimcheck\.toml") as caught:
        read_configuration()
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("kind", ["mediawiki", "searxng"])
def test_an_address_with_a_password_is_no_name_of_a_source(here: Path, kind: str) -> None:
    with pytest.raises(UsageError, match="give the source a name in claimcheck") as caught:
        evidence_settings(None, [f"{kind}+https://ana:s3cret@wiki.example/api.php"])
    assert "s3cret" not in str(caught.value)
    assert evidence_settings(None, [f"{kind}+https://[", "a@b/"])[0] == (f"{kind}+https://[", "a@b/")


def test_a_named_file_must_be_there(here: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_configuration(here / "other.toml")
    assert read_configuration().references == ()


def test_only_an_interface_that_the_user_named_may_be_private() -> None:
    from claimcheck.evidence.options import EvidenceOptions, _allowed

    plain, private = SourceOptions(), SourceOptions(private=True)
    assert _allowed(plain, "http://127.0.0.1:8642/api.php") == [("127.0.0.1", 8642)]
    assert _allowed(plain, "http://[::1]/api.php") == [("::1", 80)]
    assert _allowed(plain, "https://wiki.intern/api.php") == []
    assert _allowed(private, "https://wiki.intern/api.php") == [("wiki.intern", 443)]
    assert _allowed(private, "") == []
    assert fetcher_for(plain, EvidenceOptions()) is not None


def test_sources_says_of_each_what_it_is_and_whether_it_answers(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GOOGLE_FACTCHECK_API_KEY", raising=False)
    (here / "notes").mkdir()
    (here / "notes" / "a.md").write_text("Portsmouth has nine bridges.")
    names = ["notes", "gone.zim", "gone.json", "factchecks"]
    result = CliRunner().invoke(app, ["sources", *(part for name in names for part in ("-r", name))])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "notes (folder): answers: 1 document, 1 passage"
    assert lines.pop(1).startswith("  its files last changed on 20")
    assert lines[1].startswith("gone.zim (zim): the ZIM file gone.zim is not there")
    assert lines[2].startswith("gone.json (claimreview): gone.json cannot be read")
    assert (
        lines[3]
        == "factchecks (google-factcheck): the source factchecks needs a key: set GOOGLE_FACTCHECK_API_KEY"
    )


def test_an_unknown_kind_and_a_wrong_day_are_said(here: Path) -> None:
    (here / "claimcheck.toml").write_text('references = ["a"]\n[sources.a]\nkind = "oracle"')
    result = CliRunner().invoke(app, ["sources"])
    assert "is of no known kind ('oracle')" in result.stdout
    assert result.exit_code == 4
    with pytest.raises(UsageError, match="--as-of takes a day"):
        evidence_settings(None, None, "yesterday")


def test_the_name_of_a_file_does_not_steer_the_terminal(here: Path) -> None:
    (here / "notes").mkdir()
    (here / "notes" / "bad\nname\x1b]0;owned\x07\x1b[31m.txt").write_text("")
    (here / "notes" / "good.txt").write_text("Portsmouth has a bridge.")
    result = CliRunner().invoke(app, ["index", "notes"])
    told = result.stdout.splitlines()
    assert (result.exit_code, len(told)) == (0, 2), result.output
    assert "owned" in told[1]
    assert not {"\x1b", "\x07"} & set(result.stdout)


def test_a_folder_is_indexed_by_name_and_only_what_changed_is_read_again(here: Path) -> None:
    notes = here / "notes"
    notes.mkdir()
    for n in range(3):
        (notes / f"{n}.md").write_text(f"Portsmouth has bridge number {n}.")
    result = CliRunner().invoke(app, ["index", "notes", "--name", "archive"])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "notes: 3 documents, 3 passages. It is -r archive from now on."
    assert resolve_sources(["archive"])[0].status().documents == 3
    (notes / "3.md").write_text("Portsmouth has another bridge.")
    heard: list[tuple[int, int]] = []
    from claimcheck.evidence import FolderSource

    assert FolderSource(notes, listen=lambda done, total: heard.append((done, total))).status().documents == 4
    assert heard == [(0, 1), (1, 1)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["index", "gone"], "is not there"),
        (["index", ".", "--name", "a/b"], "a name is"),
        (["index", ".", "--name", "a b"], "a name is"),
        (["index", ".", "--name", "--as-of"], "a name is"),
        (["index", ".", "--name", "web"], "-r web is another source already"),
        (["index", ".", "--name", "checks.json"], "-r checks.json is another source already"),
    ],
)
def test_an_index_that_cannot_be_made_is_one_line(here: Path, arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code != 0
    assert told in str(result.exception)


@pytest.mark.parametrize("configured", [False, True])
def test_a_name_of_references_that_is_empty_is_not_the_working_folder(here: Path, configured: bool) -> None:
    (here / "claimcheck.toml").write_text('references = [""]' if configured else "")
    with pytest.raises(UsageError, match="a name of references is empty"):
        evidence_settings(None, None if configured else [""])
