"""Answers that were paid for are kept: found by whoever asks the same, and no fault of the store costs a run."""

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lm import KeptAnswers, Meter
from claimcheck.lm.engine import Connection, OpenAIEngine
from claimcheck.lm.kept import key_of

VALUES = st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text(), max_size=5)


def engine(answers: list[dict[str, Any]], kept: KeptAnswers) -> OpenAIEngine:
    """An engine whose service gives these answers, and takes a while for each."""
    made = OpenAIEngine(Connection("http://127.0.0.1:9/v1", "sk-secret-key", "m"), Meter(), kept)

    async def answer(arguments: dict[str, Any]) -> dict[str, Any]:
        await asyncio.sleep(0.01)
        return answers.pop(0)

    made._answer = answer  # type: ignore[method-assign]
    return made


def said(text: str | None = "yes") -> dict[str, Any]:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return {"choices": [choice], "usage": {"prompt_tokens": 7, "completion_tokens": 1}}


def asked(made: OpenAIEngine, *questions: str) -> list[Any]:
    """What comes of these questions, asked at the same time."""

    async def all_of_them() -> list[Any]:
        messages = [{"messages": [{"role": "user", "content": question}]} for question in questions]
        return await asyncio.gather(*(made.answer(m) for m in messages), return_exceptions=True)

    return asyncio.run(all_of_them())


def test_a_kept_answer_is_no_call(tmp_path: Path) -> None:
    first, second = (engine([said()], KeptAnswers(tmp_path / "a.db")) for _ in range(2))
    assert asked(first, "?") == asked(second, "?") == [said()]
    assert (first.meter.usage().calls, first.meter.usage().kept) == (1, 0)
    assert (second.meter.usage().calls, second.meter.usage().kept) == (0, 1)
    assert second.meter.usage().prompt_tokens == 0


def test_the_same_question_asked_at_once_is_paid_for_once(tmp_path: Path) -> None:
    made = engine([said(), said("other")], KeptAnswers(tmp_path / "a.db"))
    assert asked(made, "?", "?", "!") == [said(), said(), said("other")]
    assert (made.meter.usage().calls, made.meter.usage().kept) == (2, 1)


def test_an_answer_that_cannot_be_used_is_not_kept(tmp_path: Path) -> None:
    made = engine([said(None), said()], KeptAnswers(tmp_path / "a.db"))
    assert "no text" in str(asked(made, "?")[0])
    assert asked(made, "?") == [said()]


def test_what_an_address_asks_with_tells_models_apart() -> None:
    asked = [
        Connection(f"http://ana:secret@a.example/v1{of}", "k", "m").asked for of in ("", "?at=1", "?at=2")
    ]
    assert asked == ["http://a.example/v1 m", "http://a.example/v1?at=1 m", "http://a.example/v1?at=2 m"]
    assert Connection("http://127.0.0.1:5/v1", "k", "m", who="an embedded one").asked == "an embedded one"


CUT_OFF = {"choices": [{"finish_reason": "content_filter", "message": {"content": '{"answers": ['}}]}


@pytest.mark.parametrize(
    "held", [CUT_OFF, said(None), {"choices": []}, [said()], "yes", {}, {"choices": [None]}]
)
def test_what_is_kept_and_no_whole_answer_is_asked_for_again(tmp_path: Path, held: object) -> None:
    kept = KeptAnswers(tmp_path / "a.db")
    asked(engine([said()], kept), "?")
    with sqlite3.connect(kept.path) as db:
        key = db.execute("SELECT key FROM answers").fetchone()[0]
    kept.put(key, held)
    made = engine([said("other")], kept)
    assert asked(made, "?") == asked(made, "?") == [said("other")]
    assert (made.meter.usage().calls, made.meter.usage().kept) == (1, 1)


def test_no_key_is_in_the_store(tmp_path: Path) -> None:
    kept = KeptAnswers(tmp_path / "a.db")
    asked(engine([said()], kept), "?")
    kept.close()
    assert b"secret" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


@given(VALUES)
def test_the_key_follows_from_what_is_asked_and_not_from_the_order_of_fields(asked_of: Any) -> None:
    again = json.loads(json.dumps(asked_of))
    assert key_of("m", {"b": 1, "a": asked_of}) == key_of("m", {"a": again, "b": 1})
    assert key_of("m", asked_of) != key_of("another", asked_of)


@pytest.mark.parametrize("time", range(20))  # who opens a new file first is a matter of chance
def test_several_processes_may_open_and_write_at_once(tmp_path: Path, time: int) -> None:
    stores = [KeptAnswers(tmp_path / "a.db") for _ in range(4)]

    def write(store: KeptAnswers) -> None:
        for number in range(10):
            store.put(key_of("m", number), [number])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, stores))
    assert [stores[0].get(key_of("m", number)) for number in range(10)] == [[n] for n in range(10)]
    assert not any(store.notes for store in stores)


def test_what_was_kept_before_a_moment_is_passed_over(tmp_path: Path) -> None:
    KeptAnswers(tmp_path / "a.db", clock=lambda: 100.0).put("k", [1])
    assert KeptAnswers(tmp_path / "a.db", clock=lambda: 200.0).get("k") == [1]
    assert KeptAnswers(tmp_path / "a.db", clock=lambda: 200.0, since=150.0).get("k") is None


def test_answers_beyond_the_age_are_dropped(tmp_path: Path) -> None:
    KeptAnswers(tmp_path / "a.db", clock=lambda: 100.0).put("k", [1])
    later = KeptAnswers(tmp_path / "a.db", oldest=50.0, clock=lambda: 151.0)
    assert later.get("k") is None
    later.close()
    assert sqlite3.connect(tmp_path / "a.db").execute("SELECT count(*) FROM answers").fetchone() == (0,)


def test_an_answer_that_grows_too_old_while_the_store_is_open_is_passed_over(tmp_path: Path) -> None:
    now = [0.0]
    store = KeptAnswers(tmp_path / "a.db", oldest=10.0, clock=lambda: now[0])
    store.put("k", [1])
    now[0] = 9.0
    assert store.get("k") == [1]
    now[0] = 11.0
    assert store.get("k") is None


def test_the_oldest_answers_go_where_there_are_too_many(tmp_path: Path) -> None:
    time = iter(range(1000))
    store = KeptAnswers(tmp_path / "a.db", clock=lambda: float(next(time)))
    for number in range(20):
        store.put(str(number), "x" * 10 + str(number))
    store.close()
    trimmed = KeptAnswers(tmp_path / "a.db", largest=200, clock=lambda: 999.0)
    left = [number for number in range(20) if trimmed.get(str(number))]
    assert left == list(range(min(left), 20))
    assert 0 < len(left) < 12


def test_a_damaged_store_is_set_aside_and_reported(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"this is no database at all, " * 100)
    store = KeptAnswers(tmp_path / "a.db")
    store.put("k", [1])
    assert store.get("k") == [1]
    assert "damaged" in store.notes[0]
    assert list(tmp_path.glob("a.db.damaged-*"))


def test_a_store_that_is_damaged_while_it_is_open_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = KeptAnswers(path)
    for number in range(200):
        store.put(key_of("m", number), "x" * 500 + str(number))
    store.close()
    held = path.read_bytes()
    path.write_bytes(held[:4096] + b"\xff" * (len(held) - 4096))
    assert store.get(key_of("m", 1)) is None
    store.put("k", [1])
    assert store.get("k") == [1]
    assert "damaged" in store.notes[0]


def test_a_store_that_another_process_has_set_aside_is_not_set_aside_again(tmp_path: Path) -> None:
    path, keys = tmp_path / "a.db", [key_of("m", number) for number in range(200)]
    store = KeptAnswers(path)
    for key in keys:
        store.put(key, key * 8)
    store.close()
    first, second = KeptAnswers(path), KeptAnswers(path)
    assert second.get(keys[0])
    held = path.read_bytes()
    path.write_bytes(held[:4096] + b"\xff" * (len(held) - 4096))
    assert first.get(keys[1]) is None
    first.put("k", [1])
    assert second._db is not None
    second._db.execute("PRAGMA shrink_memory")  # it has read all pages, and is to read them again
    assert second.get(keys[1]) is None
    assert second.get("k") == [1]
    assert not second.notes


def test_a_full_disk_costs_no_answer(tmp_path: Path) -> None:
    store = KeptAnswers(tmp_path / "a.db")
    store.put("small", [1])
    assert store._db is not None
    store._db.execute("PRAGMA max_page_count = 1")  # SQLite's own error of a full disk
    made = engine([said("z" * 100)], store)
    assert asked(made, "?" * 9000) == [said("z" * 100)]
    for number in range(50):
        store.put(str(number), [bytes(range(256)).hex() * 40, number])
    assert "full" in store.notes[0]
    assert store.get("small") == [1]


def test_a_folder_that_cannot_be_made_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = KeptAnswers(tmp_path / "file" / "a.db")
    store.put("k", [1])
    assert store.get("k") is None
    assert "cannot be kept" in store.notes[0]
