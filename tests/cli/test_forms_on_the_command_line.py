"""Several forms at once, and the commands that read a finished report."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.commands.outputs import Output, deliver
from claimcheck.domain import Report
from claimcheck.errors import ClaimcheckError, InputError, ServiceError, UsageError
from claimcheck.reports.json import render as json_of
from tests.reviews.samples import report as sample

ROOT = Path(__file__).resolve().parents[2]
RUN = [
    "check",
    "examples/article.txt",
    "-r",
    "examples/references",
    "--replay",
    "cassettes/pipeline/example.yaml",
]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's report, as an earlier run wrote it."""
    folder = tmp_path_factory.mktemp("report")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMCHECK_CACHE", str(folder))
        patch.chdir(ROOT)
        assert CliRunner().invoke(app, [*RUN, "-o", str(folder / "report.json")]).exit_code == 0
    return folder / "report.json"


def claimcheck(*arguments: str) -> Any:
    return CliRunner().invoke(app, list(arguments))


def test_one_run_writes_every_form_that_the_names_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    monkeypatch.chdir(ROOT)
    names = "a.html a.json a.jsonl a.md a.csv a.sarif a.xml a.jsonld a.txt".split()
    result = claimcheck(*RUN, "--format", "github", *(f"-o{tmp_path / name}" for name in names))
    assert result.exit_code == 0
    assert result.stdout.startswith("::error file=examples/article.txt,line=16,")
    assert "none is yet: claimcheck review takes a report in JSON" in result.stderr
    starts = {name: (tmp_path / name).read_text(encoding="utf-8-sig")[:12] for name in names}
    assert starts["a.html"] == "<!DOCTYPE ht"
    assert starts["a.md"] == "# Fact-check"
    assert starts["a.csv"].startswith("number,id")
    assert starts["a.xml"].startswith("<?xml")
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    events = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert events[-1]["report"] == json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))


def test_json_lines_tell_the_run_as_it_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    monkeypatch.chdir(ROOT)
    events = [json.loads(line) for line in claimcheck(*RUN, "--format", "jsonl").stdout.splitlines()]
    kinds = [event["event"] for event in events]
    report = events[-1]["report"]
    assert kinds == [
        *["article", "stage", *["sentence"] * len(report["article"]["sentences"])],
        *["stage", "claims", *["verdict"] * len(report["claims"]), "report"],
    ]
    assert [e["verdict"] for e in events if e["event"] == "verdict"] == report["verdicts"]
    assert next(e["claims"] for e in events if e["event"] == "claims") == report["claims"]


@pytest.mark.parametrize(
    "form", ["text", "html", "markdown", "csv", "sarif", "github", "junit", "jsonl", "json"]
)
def test_render_gives_the_same_form_as_the_run(report: Path, tmp_path: Path, form: str) -> None:
    result = claimcheck("render", str(report), "--format", form)
    assert result.exit_code == 0
    assert result.stdout
    file = tmp_path / "out"
    claimcheck("render", str(report), "--format", form, "-o", str(file))
    assert file.read_text(encoding="utf-8") == result.stdout
    if form == "json":
        assert result.stdout == report.read_text(encoding="utf-8")


def test_show_prints_one_claim_with_all_its_evidence(report: Path) -> None:
    held = json.loads(report.read_text(encoding="utf-8"))
    place = [claim["text"] for claim in held["claims"]].index("Most of the trade in 2023 was crude oil.")
    text = " ".join(claimcheck("show", str(report), "--claim", str(place + 1)).stdout.split())
    assert f"{place + 1}. ✗ Refuted" in text
    assert "line 16: ⟦Most of the trade in 2023 was crude oil⟧" in text
    plain = text.replace("⟦", "").replace("⟧", "")
    assert all(" ".join(p["text"].split()) in plain for p in held["verdicts"][place]["evidence"])
    assert "Putin is finishing" not in text


def test_diff_of_a_report_with_itself_is_all_the_same(report: Path) -> None:
    claims = len(json.loads(report.read_text(encoding="utf-8"))["claims"])
    assert claimcheck("diff", str(report), str(report)).stdout.endswith(f"{claims} the same.\n")
    told = json.loads(claimcheck("diff", str(report), str(report), "--format", "json").stdout)
    assert {change["what"] for change in told["changes"]} == {"same"}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["render", "none.json"], 3, "not there"),
        (["render", "README.md"], 3, "not a claimcheck report"),
        (["show", "docs", "--claim", "1"], 3, "docs is a folder: name one report's file"),
        (["render", "REPORT", "--format", "papyrus"], 2, "--format takes"),
        (["render", "REPORT", "-o", "none/there.html"], 2, "-o names a file in none, which is not there"),
        (["show", "REPORT", "--claim", "999"], 2, "it has 1 to "),
        (["diff", "REPORT", "REPORT", "--format", "html"], 2, "text or json"),
        ([*RUN, "-o", "none/there.jsonl"], 2, "-o names a file in none, which is not there"),
        ([*RUN, "-o", "examples"], 2, "-o names examples, which is a folder"),
        ([*RUN, "-o", "report.pdf"], 2, ".pdf tells no form"),
        (["render", "REPORT", "-o", "report.docx"], 2, ".docx tells no form"),
        (["render", "REPORT", "--format", "claimreview", "--page", "nonsense"], 2, "the web address"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    report: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(ROOT)
    result = claimcheck(*(str(report) if argument == "REPORT" else argument for argument in arguments))
    assert isinstance(result.exception, ClaimcheckError)
    assert result.exception.exit_code == code
    assert words in str(result.exception)


def test_what_is_read_is_never_written_over(report: Path, tmp_path: Path) -> None:
    article, copy = tmp_path / "article.txt", tmp_path / "copy.html"
    article.write_bytes((ROOT / "examples/article.txt").read_bytes())
    copy.write_bytes(report.read_bytes())
    linked = tmp_path / "linked.txt"
    linked.symlink_to(article)
    for arguments in (
        ["check", str(article), "-o", str(article)],
        ["check", str(article), "-o", str(tmp_path / "a.json"), "-o", str(linked)],
        ["render", str(copy), "-o", str(copy)],
    ):
        result = claimcheck(*arguments)
        assert isinstance(result.exception, UsageError)
        assert "write to another file" in str(result.exception)
    assert article.read_bytes() == (ROOT / "examples/article.txt").read_bytes()
    assert copy.read_bytes() == report.read_bytes()


def test_no_report_takes_the_place_of_a_reference_or_of_a_recording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(ROOT)
    notes, recording = tmp_path / "notes", tmp_path / "run.yaml"
    shutil.copytree("examples/references", notes)
    recording.write_bytes(Path("cassettes/pipeline/example.yaml").read_bytes())
    note = notes / "call-2024-02-08.md"
    before = (note.read_bytes(), recording.read_bytes())
    run = ["check", "examples/article.txt", "-r", str(notes), "--replay", str(recording)]
    for flags in (["-o", str(note)], ["--format", "text", "-o", str(recording)]):
        result = claimcheck(*run, *flags)
        assert isinstance(result.exception, UsageError)
        assert "write to another file" in str(result.exception)
    unrecorded = [
        "--record",
        str(tmp_path / "new.yaml"),
        "--format",
        "text",
        "-o",
        str(tmp_path / "new.yaml"),
    ]
    assert isinstance(claimcheck("check", "README.md", *unrecorded).exception, UsageError)
    assert (note.read_bytes(), recording.read_bytes()) == before


def test_a_report_among_the_references_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(ROOT)
    notes = tmp_path / "notes"
    shutil.copytree("examples/references", notes)
    run = ["check", "examples/article.txt", "-r", str(notes), "--replay", "cassettes/pipeline/example.yaml"]
    outputs = [f"-o{notes / name}" for name in "a.html a.json a.md a.txt a.csv".split()]
    assert [claimcheck(*run, *outputs).exit_code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("form", ["html", "markdown", "text", "json"])
def test_a_report_is_no_article(report: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "report"
    claimcheck("render", str(report), "--format", form, "-o", str(file))
    result = claimcheck("check", str(file), "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    assert isinstance(result.exception, InputError)
    assert "article" in str(result.exception)


def test_a_dash_is_standard_output(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    printed = claimcheck("render", str(report), "--format", "markdown").stdout
    assert claimcheck("render", str(report), "--format", "markdown", "-o", "-").stdout == printed
    assert claimcheck("review", str(report), "--export", "markdown", "-o", "-").stdout == printed
    assert list(tmp_path.iterdir()) == []


def test_who_makes_a_form_without_the_review_is_told_where_it_is(report: Path, tmp_path: Path) -> None:
    copy = tmp_path / "report.json"
    copy.write_bytes(report.read_bytes())
    assert claimcheck("render", str(copy), "--format", "html").stderr == ""
    assert "none is" in claimcheck("render", str(copy), "--format", "claimreview").stderr
    line = {
        "at": "2024-02-09T10:00:00+00:00",
        "by": "Ann",
        "claim": "c1",
        "action": "accept",
        "label": "Supported",
    }
    (tmp_path / "report.review.jsonl").write_text(json.dumps(line) + "\n")
    told = claimcheck("render", str(copy), "--format", "html").stderr
    assert "report.review.jsonl holds is not in it" in told
    assert f"claimcheck review {copy} --export FORM" in told
    for command in (["show", str(copy), "--claim", "1"], ["diff", str(report), str(copy)]):
        assert "report.review.jsonl holds is not in it" in claimcheck(*command).stderr
    confirmed = tmp_path / "confirmed.json"
    claimcheck("review", str(copy), "--export", "json", "-o", str(confirmed))
    published = claimcheck(
        "render", str(confirmed), "--format", "claimreview", "--page", "https://example.org/a"
    )
    assert (len(json.loads(published.stdout)["@graph"]), published.stderr) == (1, "")


def test_references_that_cannot_answer_cost_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(ROOT)
    gone = ["-r", "note", "-r", "gone.zim", "-r", "gone.json"]
    result = claimcheck(
        "check", "examples/article.txt", *gone, "--model", "m", "--base-url", "http://127.0.0.1:9/v1"
    )
    assert isinstance(result.exception, ServiceError)
    assert "the references folder note is not there" in str(result.exception)
    assert "nothing was asked" in str(result.exception)
    some = claimcheck(*RUN, *gone, "--format", "text")
    assert some.exit_code == 0
    assert some.stderr.count("the references folder note is not there") == 1


def test_a_source_that_is_not_there_is_told_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    monkeypatch.chdir(ROOT)
    (tmp_path / "other.txt").write_text("The harbour of Portsmouth was dredged in the spring of 2021.")
    unknown = ["check", str(tmp_path / "other.txt"), *RUN[2:], "-r", "note", "--format", "text"]
    result = claimcheck(*unknown)  # the first question is not in the recording, and nothing is looked up
    assert result.exit_code == 5, result.output
    assert result.stderr.startswith("claimcheck: note: the references folder note is not there")


def test_a_report_from_a_pipe_is_read_as_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    held = sample(("The café in Portsmouth cost 5 € in 2021.",))
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck.cli", "render", "-", "--format", "json"],
        input=json_of(held).encode("utf-8-sig"),
        capture_output=True,
        env=environment,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout.decode()) == (0, json_of(held)), done.stderr


def test_a_form_that_fails_keeps_no_other_from_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rendered(report: Report, form: str, **options: str) -> str:
        if form == "html":
            raise KeyError("a newsroom's own form")
        return form

    monkeypatch.setattr("claimcheck.reports.render", rendered)
    with pytest.raises(KeyError):
        deliver(sample(), [Output("html", tmp_path / "a.html"), Output("json", tmp_path / "a.json")])
    assert (tmp_path / "a.json").read_text() == "json"


def test_a_full_disk_leaves_the_report_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "a.json"
    file.write_text("of yesterday")
    monkeypatch.setattr(os, "fsync", full)  # a disk may be full only then
    with pytest.raises(InputError, match=r"cannot be written \(No space left on device\)"):
        deliver(sample(), [Output("json", file)])
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a.json", "of yesterday")]
    assert json.loads(capsys.readouterr().out)["claims"]  # what was paid for is printed instead


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_under_a_stream_loses_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    monkeypatch.chdir(ROOT)
    result = claimcheck(*RUN, "--format", "jsonl", "-o", "/dev/full", "-o", str(tmp_path / "a.json"))
    assert "/dev/full cannot be written" in str(result.exception)
    held = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert json.loads(result.stdout.splitlines()[-1])["report"] == held
