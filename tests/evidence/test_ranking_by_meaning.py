"""The embedded encoder ranks by meaning; whatever is wrong with it costs the ranking and not the run."""

import base64
import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.domain import Article, Passage, SourceAnswer, SourceStatus
from claimcheck.evidence import EmbeddingOptions, EvidenceOptions, Found, Query, look_up, meaning
from claimcheck.lm import ENCODER, embedded, path_of, recording, weights

QUERY = Query(text="Portsmouth has nine bridges in its harbour.", names=("Portsmouth",))
SAID = "Nine spans in Portsmouth."
OPTIONS = EvidenceOptions(embeddings=EmbeddingOptions(embedded=True))
TAPED = OPTIONS.model_copy(update={"http_cache": False})


class Held:
    """A source of three passages, of which the last says it in other words."""

    name = "s"

    def search(self, query: Query, limit: int) -> SourceAnswer:
        texts = ("Portsmouth is white.", "Portsmouth is old.", SAID)
        passages = tuple(Passage(id=str(i), text=text, source="s", title="") for i, text in enumerate(texts))
        return SourceAnswer(source="s", passages=passages[:limit])

    def status(self) -> SourceStatus:
        return SourceStatus(name="s", kind="folder")


def found(options: EvidenceOptions = OPTIONS) -> Found:
    return look_up(QUERY, [Held()], Article(text="", sentences=()), 5, options)


def asked(site: Any) -> list[list[str]]:
    return [json.loads(body)["input"] for _, _, body in site.asked]


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    for cached in (meaning._kept, meaning._own_fetcher):
        cached.cache_clear()
    yield
    for cached in (meaning._kept, meaning._own_fetcher):
        cached.cache_clear()


@pytest.fixture
def encoder(serve: Any, reply: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """A server in the place of the engine, which reads no text of more than 400 characters."""

    def answer(h: Any) -> None:
        inputs = json.loads(h.body)["input"]
        if max(map(len, inputs)) > 400:
            return reply(h, status=500, body="{}")
        vectors = [struct.pack("<2f", "bridges" in t or "spans" in t, 0.1) for t in inputs]
        data = [{"index": i, "embedding": base64.b64encode(v).decode()} for i, v in enumerate(vectors)]
        reply(h, body=json.dumps({"data": data}), content_type="application/json")

    site = serve(answer)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / weights.ENCODERS[ENCODER].file).write_bytes(b"GGUF")
    monkeypatch.setattr(embedded, "encoder_address", lambda path: f"{site.url}/v1")
    return site


def test_it_lifts_what_says_it_in_other_words_and_asks_for_a_text_once(encoder: Any) -> None:
    assert found().passages[0].text == SAID
    assert found().passages[0].text == SAID
    assert [len(texts) for texts in asked(encoder)] == [4]


def test_a_text_that_is_too_long_is_read_from_its_beginning(encoder: Any) -> None:
    long = QUERY.model_copy(update={"text": "Portsmouth has nine bridges. " * 40})
    answer = look_up(long, [Held()], Article(text="", sentences=()), 5, OPTIONS)
    assert (answer.failures, answer.passages[0].text) == ((), SAID)
    assert max(map(len, asked(encoder)[-1])) == meaning.SURE


def test_a_recording_ranks_without_the_encoder(
    encoder: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimcheck.lm.recording import holds_embeddings

    tape = tmp_path / "tape.yaml"
    with recording(record=tape):
        before = found(TAPED)
    (tmp_path / "models" / weights.ENCODERS[ENCODER].file).unlink()
    with recording(replay=tape):
        assert found(TAPED.model_copy(update={"replaying": True})) == before
    assert before.passages[0].text == SAID
    assert len(encoder.asked) == 1
    assert holds_embeddings(tape, ENCODER)
    assert not holds_embeddings(tmp_path / "none.yaml", ENCODER)


def test_an_encoder_that_is_not_here_is_one_line_and_the_evidence_stays() -> None:
    answer = found()
    assert len(answer.passages) == 3
    (failure,) = answer.failures
    assert failure.endswith(f"is not here: claimcheck model pull {ENCODER}")


def test_a_broken_file_is_one_line_and_the_evidence_stays(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / weights.ENCODERS[ENCODER].file).write_bytes(b"GGUF" + bytes(2000))
    answer = found()
    assert len(answer.passages) == 3
    assert "cannot be loaded: remove it and pull it again" in answer.failures[0]
    assert "\n" not in answer.failures[0]


def test_what_is_kept_and_damaged_is_asked_for_again(encoder: Any) -> None:
    found()
    kept = meaning._kept()
    for text in (QUERY.text, SAID):
        kept.put(meaning.key_of(OPTIONS.ranker, text), {"not": "an embedding"})
    assert found().passages[0].text == SAID
    assert asked(encoder)[-1] == [QUERY.text, SAID]


def test_the_report_names_the_encoder() -> None:
    assert OPTIONS.ranker == f"{ENCODER} (embedded, sha256 53aa51172d14)"
    assert EvidenceOptions(embeddings=EmbeddingOptions()).ranker == ""


@pytest.mark.parametrize(
    "wrong", [{"model": "m"}, {"base_url": "http://x"}, {"embedded": True, "model": "m", "base_url": "u"}]
)
def test_half_a_server_or_two_rankers_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="model and base_url"):
        EmbeddingOptions(**wrong)


def test_the_flag_goes_before_the_file_and_the_file_before_what_is_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from claimcheck.settings import ranking_by_meaning as decided

    on, off = EmbeddingOptions(embedded=True), EmbeddingOptions()
    server = EmbeddingOptions(model="m", base_url="http://x")
    assert [decided(None, told) for told in (None, off, on, server)] == [None, None, on, server]
    assert [decided(False, told) for told in (None, on, server)] == [None, None, None]
    assert [decided(True, told) for told in (None, off, server)] == [on, on, server]
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / weights.ENCODERS[ENCODER].file).write_bytes(b"GGUF")
    assert [decided(None, told) for told in (None, off)] == [on, None]


def test_a_recording_made_without_it_is_replayed_without_it(tmp_path: Path) -> None:
    from claimcheck.settings import ranking_by_meaning as decided

    tape = tmp_path / "tape.yaml"
    tape.write_text("interactions: []\n")
    assert decided(None, EmbeddingOptions(embedded=True), tape) is None
    assert decided(True, None, tape) is None


@pytest.mark.skipif(path_of(ENCODER) is None, reason="the encoder is not here")
def test_the_real_encoder_tells_meanings_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    path = path_of(ENCODER, Path(HERE))
    monkeypatch.setattr(weights, "models_folder", lambda: Path(HERE))
    assert path is not None
    texts = ["The bridge fell down.", "The viaduct collapsed.", "He likes tea.", "桥" * 600]
    asked, near, far, _ = meaning._Encoder(EmbeddingOptions(embedded=True), TAPED)(texts)
    assert meaning._cosine(asked, near) > 0.6 > 0.3 > meaning._cosine(asked, far)


HERE = str(weights.models_folder())
