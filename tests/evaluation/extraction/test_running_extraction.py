"""Sentences in their documents, answers kept as they were written, and a run that goes on where it was."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.domain import Usage
from claimcheck.errors import InputError, ModelError, ServiceError
from claimcheck.evaluation.extraction import evaluate_extraction
from claimcheck.evaluation.extraction.answers import KeptAnswers
from claimcheck.evaluation.extraction.documents import chosen, load
from claimcheck.evaluation.extraction.running import read_extraction_scores
from claimcheck.evaluation.extraction.table import extraction_compared, extraction_table
from claimcheck.lm import Caller, Meter
from claimcheck.lm.endpoints import Endpoint, LanguageModel

FIRST, SECOND = "The harbour bridge in Portsmouth was opened in 1961.", "It is 640 metres long."
LENGTH = "The harbour bridge in Portsmouth is 640 metres long."


def row(number: int, document: str, sentence: str, standing: str, *claims: str) -> str:
    held = {"id": f"d{number}", "document": document, "prompt": "What is the harbour bridge in Portsmouth?"}
    held |= {"sentence": sentence, "decontext": standing, "checkworthy": "yes" if claims else "opinion"}
    return json.dumps(held | {"gold_claims": claims, "claim_checkworthy": ["factual"] * len(claims)})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    lines = []
    for number in range(4):
        document = f"{FIRST} It has {number + 2} piers. {SECOND}"
        lines.append(row(2 * number, document, FIRST, FIRST, FIRST))
        lines.append(row(2 * number + 1, document, SECOND, LENGTH, LENGTH))
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join(lines))
    return path


def test_a_sentence_stands_where_it_stands_in_its_document(data: Path) -> None:
    documents, _ = load(data)
    first = documents[0]
    assert [s.text for s in first.article.sentences] == [FIRST, "It has 2 piers.", SECOND]
    assert first.places == (0, 2)
    assert first.article.headline.startswith("What is")
    assert all(first.article.text[s.start : s.end] == s.text for s in first.article.sentences)
    assert [document.held_back for document in documents] == [False, True, False, True]


def test_a_sentence_that_is_written_otherwise_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    document = "The harbour  bridge in Portsmouth was opened in 1961! It has piers."
    path.write_text(row(0, document, FIRST, FIRST, FIRST))
    (only,), _ = load(path)
    assert [s.text for s in only.article.sentences] == ["It has piers.", FIRST]


def test_a_sentence_that_was_parted_is_not_its_own_context(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    document = "It has piers. The harbour bridge was opened in 1961 by the mayor and painted green by sailors in May."
    parted = [
        "The harbour bridge was opened in 1961 by the mayor.",
        "The bridge was painted green by sailors in May.",
    ]
    path.write_text("\n".join(row(number, document, text, text, text) for number, text in enumerate(parted)))
    (only,), _ = load(path)
    assert [s.text for s in only.article.sentences] == ["It has piers.", *parted]


def test_a_limit_draws_whole_documents(data: Path) -> None:
    documents, _ = load(data)
    drawn = chosen(documents, 3)
    assert [len(document.gold) for document in drawn] == [2, 2]
    assert drawn == chosen(documents, 3)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"decontext": None}, "line 2: the field 'decontext'"),
        ({"gold_claims": "x"}, "line 2: the field 'gold_claims'"),
        ({"claim_checkworthy": []}, "line 2: the field 'claim_checkworthy'"),
    ],
)
def test_wrong_data_names_the_line_and_the_field(data: Path, change: dict[str, Any], words: str) -> None:
    lines = data.read_text().splitlines()
    lines[1] = json.dumps(json.loads(lines[1]) | change)
    data.write_text("\n".join(lines))
    with pytest.raises(InputError, match=words):
        load(data)


def stand_in(monkeypatch: pytest.MonkeyPatch, *answers: Any) -> LanguageModel:
    queue = list(answers)

    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
        answer = queue.pop(0) if len(queue) > 1 else queue[0]
        if isinstance(answer, Exception):
            raise answer
        claim = FIRST if fields["sentence"] == FIRST else LENGTH
        return SimpleNamespace(status="fact", claims=[ClaimDraft(claim=claim)])

    monkeypatch.setattr(Caller, "__call__", call)
    return LanguageModel(None, Endpoint("m", "e", embedded=True), "m", Meter(), small=True)


def test_a_run_goes_on_where_it_was_interrupted(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "answers.jsonl"
    with pytest.raises(ServiceError):
        evaluate_extraction(data, stand_in(monkeypatch, 1, 1, ServiceError("gone")), kept=kept)
    kept.write_text(kept.read_text() + '{"key": "torn')
    scores = evaluate_extraction(data, stand_in(monkeypatch, 1), kept=kept)
    assert {name: score.value for name, score in scores.scores.items()} == dict.fromkeys(scores.scores, 1.0)
    again = evaluate_extraction(data, stand_in(monkeypatch, ServiceError("not to be asked")), kept=kept)
    assert again.outcomes == scores.outcomes


def test_a_half_without_a_document_is_one_sentence(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, _ = load(data)
    rows = [json.loads(line) for line in data.read_text().splitlines()]
    first = [row for row in rows if row["document"] == rows[0]["document"]]
    data.write_text("\n".join(map(json.dumps, first)))
    assert len(documents) > 1
    with pytest.raises(InputError, match="holds no case of that half"):
        evaluate_extraction(data, stand_in(monkeypatch, 1), half="held back")


def test_what_took_claims_apart_and_who_was_meant_is_kept_too(tmp_path: Path) -> None:
    facts = ["The bridge was built.", "The bridge was painted."]
    words = {"sentence": "It was painted.", "words": "It"}
    asked: list[str] = []

    async def ask(**fields: str) -> SentenceDraft:
        raise AssertionError("nothing is asked about a sentence")

    async def take_apart(claim: str) -> list[str]:
        asked.append(claim)
        if claim == "nonsense":
            raise ModelError("banana")
        return facts

    async def refer(fields: Mapping[str, str]) -> str:
        asked.append(fields["words"])
        return "The bridge"

    for prompt in ("one", "one", "another"):
        identity = {"draft": "m", "facts": "m", "meant": prompt}
        answers = KeptAnswers(ask, take_apart, refer, Usage, identity, tmp_path / "answers.jsonl")
        assert asyncio.run(answers.take_apart("The bridge was built and painted.")) == tuple(facts)
        assert asyncio.run(answers.refer(words)) == "The bridge"
        with pytest.raises(ModelError, match="banana"):
            asyncio.run(answers.take_apart("nonsense"))
    assert asked == [
        "The bridge was built and painted.",
        "It",
        "nonsense",
        "It",
    ]  # another prompt is asked anew


def test_an_unusable_answer_is_wrong_and_listed(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = evaluate_extraction(data, stand_in(monkeypatch, 1))
    wrong = evaluate_extraction(data, stand_in(monkeypatch, ModelError("banana")), half="held back")
    assert wrong.scores["claims, recall"].value == 0
    assert len(wrong.outcomes) == 4
    assert extraction_table(wrong).count("unchecked: banana") == 4
    told = extraction_compared(wrong, right)
    assert "on the 2 documents" in told
    assert "claims, recall: 0.000 → 1.000" in told


def test_scores_are_read_again_and_others_refused(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = evaluate_extraction(data, stand_in(monkeypatch, 1))
    path = tmp_path / "scores.json"
    path.write_text(scores.model_dump_json())
    assert read_extraction_scores(path) == scores
    with pytest.raises(InputError, match="holds no scores"):
        read_extraction_scores(data)
