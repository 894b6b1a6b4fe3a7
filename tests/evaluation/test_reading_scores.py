"""Reading is scored by shingles as worked out by hand; wrong data is one sentence; the command says it all."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.evaluation.intervals import interval, paired
from claimcheck.evaluation.page_table import page_table, pages_compared
from claimcheck.evaluation.pages import measure_pages, read_page_scores
from claimcheck.evaluation.shingles import Overlap, overlap, precision, recall, shingle_f1

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
PROSE = [
    "The council of Portsmouth voted on Monday to close the harbour bridge for two weeks of repairs in May.",
    "It is the first time that the bridge will be closed since it was opened by the harbour company in 1961.",
    "The repairs of the bridge cost 2.4 million pounds, which the council takes from its budget for roads.",
]


def test_shingles_are_runs_of_four_words_counted_as_often_as_they_stand() -> None:
    found = overlap("a b c d e", "a b c d, x")  # abcd bcde against abcd bcdx
    assert (found.both, found.surplus, found.missing) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    twice = overlap("a b c d", "a b c d a b c d")  # abcd against abcd bcda cdab dabc abcd
    assert (twice.precision, twice.recall) == pytest.approx((1 / 5, 1.0))


def test_case_counts_and_punctuation_does_not() -> None:
    assert overlap("It is, he said: so!", "It is he said so").f1 == 1.0
    assert overlap("it is he said", "It is he said").f1 == 0.0


@pytest.mark.parametrize(
    ("gold", "given", "both"),
    [("", "", (1.0, 1.0)), ("a b", "", (0.0, 0.0)), ("", "a b", (0.0, 0.0)), ("a b", "a b", (1.0, 1.0))],
)
def test_empty_and_short_texts_have_scores(gold: str, given: str, both: tuple[float, float]) -> None:
    found = overlap(gold, given)
    assert (found.precision, found.recall) == both


def test_f1_is_of_the_means_and_a_page_without_reading_has_no_precision() -> None:
    pages = [
        Overlap(both=0.5, surplus=0.5, missing=0),
        Overlap(both=0.5, surplus=0, missing=0.5),
        Overlap(both=0, surplus=0, missing=1),
    ]
    assert precision(pages) == pytest.approx((0.5 + 1) / 2)
    assert recall(pages) == pytest.approx((1 + 0.5 + 0) / 3)
    assert shingle_f1(pages) == pytest.approx(2 * 0.75 * 0.5 / 1.25)
    assert shingle_f1([]) == 0.0


def test_an_interval_holds_its_value_and_a_gain_is_paired() -> None:
    values = [0.1, 0.4, 0.9, 0.6]
    score = interval(values, lambda sample: sum(sample) / len(sample))
    assert score.value == pytest.approx(0.5)
    assert score.low <= score.value <= score.high
    gain = paired([(v, v + 0.1) for v in values], lambda sample: sum(sample) / len(sample))
    assert (gain.value, gain.low, gain.high) == pytest.approx((0.1, 0.1, 0.1))
    with pytest.raises(ValueError, match="at least one"):
        interval([], lambda sample: 0.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = {}
    for number, key in enumerate(["aa", "bb", "cc"]):
        body = "".join(f"<p>{line}</p>" for line in PROSE)
        links = "<nav><ul><li>Home</li><li>News</li></ul></nav>"
        page = f"<html><body>{links}<article><h1>Bridge shut</h1>{body}</article></body></html>"
        (tmp_path / f"{key}.html.gz").write_bytes(gzip.compress(page.encode()))
        gold[key] = {"articleBody": "\n".join(PROSE), "url": f"https://ledger.example/{number}"}
    (tmp_path / "ground-truth.json").write_text(json.dumps(gold))
    return tmp_path


@pytest.mark.parametrize("task", ["pages", "pages-pasted"])
def test_a_page_that_is_read_rightly_scores_one(task: str, folder: Path) -> None:
    scores = measure_pages(task, folder)
    assert scores.scores["shingle F1"].value == 1.0
    assert scores.scores["F1 of the half held back"].cases == 1
    assert len(measure_pages(task, folder, limit=2).outcomes) == 2


def test_a_page_that_is_refused_counts_as_read_to_nothing_and_is_listed(folder: Path) -> None:
    (folder / "bb.html.gz").write_bytes(gzip.compress(b"<html><body><form>Log in</form></body></html>"))
    scores = measure_pages("pages", folder)
    assert scores.scores["recall"].value == pytest.approx(2 / 3)
    assert "holds no article" in page_table(scores)


def test_two_runs_are_compared_page_by_page(folder: Path) -> None:
    better = measure_pages("pages", folder)
    (folder / "bb.html.gz").write_bytes(gzip.compress(b"<html><body><form>Log in</form></body></html>"))
    worse = measure_pages("pages", folder)
    told = pages_compared(worse, better)
    assert "on the 3 pages that both have" in told
    assert "shingle F1: 0.800 → 1.000 (+0.200; " in told


def test_a_damaged_stream_is_one_sentence(folder: Path) -> None:
    whole = gzip.compress(b"<html></html>")
    (folder / "aa.html.gz").write_bytes(whole[:10] + b"\xff" * 40)
    with pytest.raises(InputError, match=r"aa\.html\.gz is not a page packed with gzip"):
        measure_pages("pages", folder)


def test_plain_texts_are_to_stay_whole(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(json.dumps({"id": 1, "text": "\n".join(PROSE)}) + "\n")
    scores = measure_pages("plain-text", file).scores
    assert scores["pages with a recall of 0.97 or more"].value == 1.0


@pytest.mark.parametrize(
    ("task", "name", "content", "words"),
    [
        ("pages", "ground-truth.json", None, "cannot be read"),
        ("pages", "ground-truth.json", "{", "not JSON"),
        ("pages", "ground-truth.json", "[]", "not an object"),
        ("pages", "ground-truth.json", '{"aa": {"url": ""}}', "page aa: the field 'articleBody'"),
        ("pages", "ground-truth.json", '{"aa": null}', "page aa: not an object"),
        ("pages", "ground-truth.json", '{"aa": {"articleBody": "\\ud800"}}', "field 'aa' holds half of a"),
        ("pages", "ground-truth.json", "[" * 200_000, "ground-truth.json: the JSON is nested too deep"),
        (
            "pages",
            "ground-truth.json",
            f'{{"{"a" * 300}": {{"articleBody": ""}}}}',
            "aaaa' of .* cannot be read",
        ),
        ("pages", "ground-truth.json", '{"zz": {"articleBody": ""}}', "zz.html.gz is not there"),
        ("pages-pasted", "aa.html.gz", "plain", "not a page packed with gzip"),
        ("plain-text", "texts.jsonl", "{", "line 1: not JSON"),
        ("plain-text", "texts.jsonl", '{"title": ""}', "line 1: the field 'text'"),
        ("plain-text", "texts.jsonl", '{"text": "x \\ud800"}', "line 1: the field 'text' holds half of a"),
        ("plain-text", "texts.jsonl", "[" * 200_000, "line 1: the JSON is nested too deep"),
        ("plain-text", "texts.jsonl", '{"text": "", "id": 1}\n' * 2, "line 2: the field 'id' is '1', as in"),
        ("plain-text", "texts.jsonl", "\n", "holds no article"),
    ],
)
def test_wrong_data_is_one_sentence(
    folder: Path, task: str, name: str, content: str | None, words: str
) -> None:
    file = folder / name
    file.unlink(missing_ok=True)
    if content is not None:
        file.write_text(content)
    with pytest.raises(InputError, match=words) as caught:
        measure_pages(task, file if task == "plain-text" else folder)
    assert "\n" not in str(caught.value)


def test_the_command_writes_scores_that_a_later_run_is_compared_with(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "scores.json"
    first = CliRunner().invoke(app, ["evaluate", "pages-pasted", str(folder), "--json", str(kept)])
    assert first.exit_code == 0, first.output
    assert read_page_scores(kept).task == "pages-pasted"
    second = CliRunner().invoke(app, ["evaluate", "pages-pasted", str(folder), "--against", str(kept)])
    assert "+0.000" in second.stdout
    (tmp_path / "other.json").write_text("{}")
    third = CliRunner().invoke(
        app, ["evaluate", "pages", str(folder), "--against", str(tmp_path / "other.json")]
    )
    assert isinstance(third.exception, ClaimcheckError)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_articles_without_noise_are_kept_whole() -> None:
    scores = measure_pages("plain-text", SHARED / "articles_wikinews_2019_2021.jsonl").scores
    assert scores["pages with a recall of 0.97 or more"].value >= 0.97


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_pasted_pages_stay_above_the_bar() -> None:
    assert measure_pages("pages-pasted", SHARED / "article_pages").scores["shingle F1"].value >= 0.93
