"""Data in a wrong form are one sentence naming line and field; what JSON allows is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import InputError
from claimcheck.evaluation.datasets import load
from claimcheck.evaluation.extraction.documents import load as load_documents
from claimcheck.evaluation.objects import objects, some_of

PIECE = {"section_header": "Span", "text": "The bridge is 640 metres long."}
FM2 = {
    "id": "a",
    "claim": "The bridge is long.",
    "label": "SUPPORTED",
    "page": "Bridge",
    "gold_evidence": [PIECE],
}
AVERITEC = {"claim": "The bridge is long.", "label": "Refuted"}
WICE = {"claim": "It is long.", "label": "supported", "meta": {"id": "w"}, "supporting_sentences": [[0]]}
SENTENCE = {
    "id": "s",
    "document": "It is long.",
    "sentence": "It is long.",
    "decontext": "It is long.",
    "checkworthy": "yes",
    "gold_claims": ["It is long."],
    "claim_checkworthy": ["factual"],
}


def written(path: Path, *rows: Any) -> Path:
    path.write_text(
        "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(
    ("task", "row", "words"),
    [
        ("averitec", AVERITEC | {"questions": [{"answers": None}]}, "'questions.0.answers' is wrong"),
        ("averitec", AVERITEC | {"questions": [{"answers": 5}]}, "'questions.0.answers' is wrong"),
        ("averitec", AVERITEC | {"questions": ["x"]}, "'questions.0' is wrong: it should be an object"),
        ("averitec", AVERITEC | {"questions": "x"}, "'questions' is wrong"),
        ("wice", WICE | {"evidence": "none"}, "'evidence' is wrong"),
        ("wice", WICE, "'evidence' is missing"),
        ("fm2", {"wikipedia_page": "P", "label": "REFUTES", "gold_evidence": []}, "'text' is missing"),
        ("fm2", FM2 | {"id": "b", "claim": "x \ud800"}, "'claim' holds half of a surrogate pair"),
        ("fm2", FM2 | {"claim": " \n"}, "'claim' is wrong: it is empty"),
        ("fm2", FM2 | {"id": "\ud800"}, "'id' holds half of a surrogate pair"),
        ("fm2", FM2 | {"id": "b", "\ud800": 1}, r"'.ud800' holds half of a surrogate pair"),
    ],
)
def test_the_line_and_the_field_of_the_file_are_named(
    tmp_path: Path, task: str, row: dict[str, Any], words: str
) -> None:
    with pytest.raises(InputError, match=f"line 2: the field {words}") as caught:
        load(task, written(tmp_path / "data.jsonl", "", row))
    str(caught.value).encode()


@pytest.mark.parametrize("deep", ["[" * 200_000, json.dumps(FM2) + '\n{"a":' + "[" * 200_000])
def test_json_that_is_nested_too_deep_is_refused(tmp_path: Path, deep: str) -> None:
    with pytest.raises(InputError, match=r"line [12]: the JSON is nested too deep"):
        load("fm2", written(tmp_path / "data.jsonl", deep))


def test_of_several_objects_in_a_line_the_wrong_one_is_named(tmp_path: Path) -> None:
    rows = [FM2, FM2 | {"id": "b"}, FM2 | {"id": "c", "label": 3}]
    with pytest.raises(InputError, match="line 1, object 3: the field 'label' is wrong"):
        load("fm2", written(tmp_path / "data.json", json.dumps(rows)))
    lines = ",\n".join(map(json.dumps, rows))
    with pytest.raises(InputError, match="line 3: the field 'label' is wrong"):
        load("fm2", written(tmp_path / "data.json", f"[{lines}]"))


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_letters_of_another_encoding_are_not_guessed(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "data.jsonl"
    path.write_bytes(b"{}\n" + json.dumps({"claim": "Café"}, ensure_ascii=False).encode(encoding))
    with pytest.raises(InputError, match="line 2: not UTF-8 text"):
        list(objects(path, path.read_bytes()))


def test_nothing_may_stand_after_a_list(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 1: not JSON after the end of the list"):
        load("fm2", written(tmp_path / "data.json", f"[{json.dumps(FM2)}] more"))


@pytest.mark.parametrize("letter", ["\u2028", "\u2029", "\u0085", "\u000b"])
def test_what_json_holds_ends_no_line(letter: str) -> None:
    data = json.dumps({"claim": f"a{letter}b"}, ensure_ascii=False) + "\r\n{}"
    assert [row for _, row in objects(Path("x"), data.encode())] == [{"claim": f"a{letter}b"}, {}]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "data.jsonl"
    for text in (json.dumps(FM2), json.dumps([FM2])):
        path.write_text(text, encoding="utf-8-sig")
        assert load("fm2", path)[0][0].id == "a"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"checkworthy": "Yes"}, "line 2: the field 'checkworthy' is wrong"),
        ({"claim_checkworthy": ["Factual"]}, "line 2: the field 'claim_checkworthy.0' is wrong"),
        ({}, "line 2: the field 'id' is 's', as in a line before"),
    ],
)
def test_a_sentence_is_check_worthy_in_known_words_and_stands_once(
    tmp_path: Path, change: dict[str, Any], words: str
) -> None:
    with pytest.raises(InputError, match=words):
        load_documents(written(tmp_path / "data.jsonl", SENTENCE, SENTENCE | change))


def test_a_half_without_cases_is_refused() -> None:
    with pytest.raises(InputError, match="x holds no case of that half"):
        some_of([], Path("x"))
