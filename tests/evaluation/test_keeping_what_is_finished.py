"""Lines that are kept: torn ones are passed over, no character cuts one, and a full disk is told in a sentence."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimcheck.errors import InputError, ServiceError
from claimcheck.evaluation import evaluate
from claimcheck.evaluation.calibrating import collect
from claimcheck.evaluation.keeping import append, lines_of
from tests.evaluation.answering import stand_in


@pytest.fixture
def data(tmp_path: Path) -> Path:
    gold = [{"section_header": "Span", "text": "The bridge\u2028is 640 metres long, says\u0085Zoë."}]
    held = {"claim": "The bridge is\u2029640 metres long, Zoë.", "page": "Bridge", "gold_evidence": gold}
    rows = [held | {"id": f"r{n}", "label": "SUPPORTED" if n % 2 else "REFUTED"} for n in range(4)]
    path = tmp_path / "fm2.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


SAYS = SimpleNamespace(why="So\u2028it is.", stance="supports", sentence=1)
GONE = ServiceError("not to be asked")


def test_a_line_torn_within_a_character_is_asked_again_and_others_are_not(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.jsonl"
    whole = evaluate("fm2", data, stand_in(monkeypatch, SAYS), kept=kept)
    held = kept.read_bytes()
    assert "ë".encode() in held
    kept.write_bytes(held[: held.rindex("ë".encode()) + 1])
    again = evaluate("fm2", data, stand_in(monkeypatch, SAYS, GONE), kept=kept)
    assert [o.given for o in again.outcomes] == [o.given for o in whole.outcomes]
    assert evaluate("fm2", data, stand_in(monkeypatch, GONE), kept=kept).outcomes == again.outcomes


def test_signs_that_were_kept_are_not_asked_again_whatever_ends_a_line(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [json.loads(line) | {"id": f"\u2028{n}"} for n, line in enumerate(data.read_text().split("\n"))]
    data.write_text("\n".join(json.dumps(row) for row in rows))
    kept = tmp_path / "kept.jsonl"
    cases = collect({"fm2": data}, stand_in(monkeypatch, SAYS), kept=kept)
    kept.write_bytes(kept.read_bytes() + b'{"key": "torn \xc3')
    assert collect({"fm2": data}, stand_in(monkeypatch, GONE), kept=kept) == cases


def test_what_is_appended_after_a_torn_line_stands_on_its_own(tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    kept.write_bytes(b'"a"\n"\xc3')
    assert lines_of(kept) == [b'"a"', b'"\xc3']
    append(kept, '"b\u2028"')
    assert lines_of(kept) == [b'"a"', b'"\xc3', '"b\u2028"'.encode()]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be kept in"):
        append(tmp_path / "nowhere" / "kept.jsonl", "{}")
    with pytest.raises(InputError, match="No space left"):
        append(Path("/dev/full"), "{}")
