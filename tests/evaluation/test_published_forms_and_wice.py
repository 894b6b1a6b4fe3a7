"""The forms in which data sets are published are read as ours; WiCE's labels and sentences follow a stated rule."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.domain import Citation, Claim, Label, Passage, Span, Verdict
from claimcheck.errors import InputError
from claimcheck.evaluation import evaluate
from claimcheck.evaluation.datasets import balanced, drawn, load
from claimcheck.evaluation.finding import FOUND
from claimcheck.evaluation.running import claim_of, found_for
from claimcheck.evaluation.table import table
from claimcheck.evaluation.wice import Support, cited_sentences, sentences_f1, support_of
from claimcheck.lm import Caller, Meter
from claimcheck.lm.endpoints import Endpoint, LanguageModel

ANSWERS = [
    {
        "answer": "No",
        "answer_type": "Boolean",
        "boolean_explanation": "It is 640 metres.",
        "source_url": "https://x.example",
    },
    {"answer": "It spans the harbour.", "answer_type": "Extractive", "source_url": "https://y.example"},
]
AVERITEC = {
    "claim": "The bridge is 900 metres long.",
    "label": "Refuted",
    "claim_date": "25-8-2020",
    "questions": [{"question": "Is it 900 metres long?", "answers": ANSWERS}],
}
PIECE = {"section_header": "Span", "text": "The bridge is 640 metres long."}
FM2 = {"id": "a", "text": "The bridge is 640 metres long.", "label": "SUPPORTS", "wikipedia_page": "Bridge"}
PAGE = [
    "(meta data) TITLE: Bridges",
    "The bridge in Portsmouth is 640 metres long.",
    "Menu",
    "It opened in 1961.",
]
WICE = {
    "claim": "The bridge in Portsmouth is 640 metres long and opened in 1961.",
    "label": "partially_supported",
    "supporting_sentences": [[1], [1, 3]],
    "evidence": PAGE,
    "meta": {"id": "w1", "claim_title": "Portsmouth", "claim_context": "It has a harbour.\nFerries run."},
}


def written(path: Path, held: Any) -> Path:
    path.write_text(held if isinstance(held, str) else json.dumps(held, indent=1))
    return path


def test_averitec_is_read_as_it_is_published(tmp_path: Path) -> None:
    (case, other), _ = load("averitec", written(tmp_path / "dev.json", [AVERITEC, AVERITEC]))
    assert (case.gold, str(case.published), case.id, other.id) == (
        Label.REFUTED,
        "2020-08-25",
        "case-1",
        "case-2",
    )
    assert [passage.text for passage in case.passages] == ["No. It is 640 metres.", "It spans the harbour."]
    assert case.passages[0].title == "Is it 900 metres long?"
    assert case.passages[0].url == "https://x.example"


def test_a_list_names_the_line_and_the_field(tmp_path: Path) -> None:
    bad = dict(AVERITEC, label="Perhaps")
    with pytest.raises(InputError, match=r"line 2[0-9]: the field 'label' is 'PERHAPS'"):
        load("averitec", written(tmp_path / "dev.json", [AVERITEC, bad]))
    with pytest.raises(InputError, match=r"line 1: not JSON"):
        load("averitec", written(tmp_path / "cut.json", '[{"claim": "x"'))
    answer = {"question": "q", "answers": "none"}
    with pytest.raises(InputError, match=r"line 2: the field 'questions\.0\.answers'"):
        load("averitec", written(tmp_path / "odd.json", [dict(AVERITEC, questions=[answer])]))
    row = {key: value for key, value in AVERITEC.items() if key != "claim"}
    with pytest.raises(InputError, match=r"line 2: the field 'claim' is missing"):
        load("averitec", written(tmp_path / "none.json", [row]))


def test_fool_me_twice_is_read_as_it_is_published(tmp_path: Path) -> None:
    row = FM2 | {"gold_evidence": [PIECE], "retrieved_evidence": [{"text": "It is grey."}]}
    path = written(tmp_path / "dev.jsonl", json.dumps(row))
    (case,), _ = load("fm2", path)
    assert (case.claim, case.gold, case.passages[0].title) == (FM2["text"], Label.SUPPORTED, "Bridge: Span")
    (mixed,), _ = load("fm2-mixed", path)
    assert len(mixed.passages) == 2
    assert found_for(mixed)[0].id in mixed.wanted


def test_the_pieces_found_for_a_claim_are_one_case_that_they_decide_together(tmp_path: Path) -> None:
    labels = {
        "a": ("NEI", "SUPPORTED"),
        "b": ("NEI", "PARTIAL"),
        "c": ("REFUTED", "SUPPORTED"),
        "d": ("REFUTED",),
    }
    rows = [
        {"id": f"{name}{n}", "claim": f"Claim {name}.", "label": label, "evidence": f"Piece {n} of {name}."}
        for name, held in labels.items()
        for n, label in enumerate(held)
    ]
    cases, _ = load("found", written(tmp_path / "stance.jsonl", "\n".join(map(json.dumps, rows))))
    assert [(case.id, case.gold, len(case.passages), len(case.wanted)) for case in cases] == [
        ("a0", Label.SUPPORTED, 2, 1),
        ("b0", Label.NOT_ENOUGH_EVIDENCE, 2, 0),
        ("c0", Label.CONFLICTING, 2, 2),
        ("d0", Label.REFUTED, 1, 1),
    ]
    assert not any(case.ranked for case in cases)
    assert len(drawn(cases, 2)) == 2
    assert drawn(cases, 2) == drawn(cases[:], 2)


def test_the_cases_of_a_smaller_limit_are_among_those_of_a_larger_one(tmp_path: Path) -> None:
    rows = [
        {"id": f"c{n}", "claim": f"Claim {n}.", "label": ("NEI", "REFUTED")[n % 2], "evidence": "Piece."}
        for n in range(400)
    ]
    cases, _ = load("stance", written(tmp_path / "stance.jsonl", "\n".join(map(json.dumps, rows))))
    for chosen in (balanced, drawn):
        few, more = ({case.id for case in chosen(cases, limit)} for limit in (40, 120))
        assert len(few) == 40
        assert few < more


def test_a_case_twice_is_refused(tmp_path: Path) -> None:
    row = json.dumps(FM2 | {"gold_evidence": [PIECE]})
    with pytest.raises(InputError, match="line 2: the field 'id' is 'a'"):
        load("fm2", written(tmp_path / "dev.jsonl", f"{row}\n{row}"))


def test_wice_is_a_page_in_which_the_passages_are_ours_to_find(tmp_path: Path) -> None:
    long = dict(WICE, evidence=[*PAGE, *(f"Notice {n}: nothing to see here today." for n in range(300))])
    (case,), _ = load("wice", written(tmp_path / "dev.jsonl", json.dumps(long)))
    assert case.gold == Support.PARTIALLY
    assert case.context == "Portsmouth: Ferries run."
    found = found_for(case)
    assert 0 < len(found) <= FOUND < len(case.passages)
    assert "640 metres" in found[0].text
    assert found[0].title == "Bridges"
    assert claim_of(case).context == case.context


CLAIM = Claim(
    id="c",
    text="The bridge in Portsmouth is 640 metres long.",
    spans=(Span(start=0, end=1, quotation="T"),),
    sentences=(0,),
)


@pytest.mark.parametrize(
    ("label", "read", "given"),
    [
        (Label.SUPPORTED, "The bridge in Portsmouth is 640 metres long.", Support.SUPPORTED),
        (Label.SUPPORTED, "It is 640 metres.", Support.PARTIALLY),
        (Label.CONFLICTING, "", Support.PARTIALLY),
        (Label.NOT_ENOUGH_EVIDENCE, "The bridge in Portsmouth is long.", Support.PARTIALLY),
        (Label.REFUTED, "The bridge in Portsmouth is 460 metres long.", Support.PARTIALLY),
        (Label.NOT_ENOUGH_EVIDENCE, "Ferries run daily.", Support.NOT),
        (Label.UNCHECKED, "The bridge in Portsmouth is 640 metres long.", Label.UNCHECKED),
    ],
)
def test_a_verdict_becomes_a_label_of_wice(label: Label, read: str, given: str) -> None:
    passage = Passage(id="p", text=read, source="s", title="t")
    assert support_of(CLAIM, Verdict(claim="c", label=label, justification="", evidence=(passage,))) == given


def test_cited_sentences_are_found_by_their_words() -> None:
    quoted = Citation(passage="p", quotation="It  opened in 1961.", start=0, end=19, stance="supports")
    assert cited_sentences([quoted], PAGE) == {3}
    assert cited_sentences([], PAGE) == frozenset()


def test_the_nearest_set_of_an_annotator_counts() -> None:
    assert sentences_f1(frozenset({1}), [[1], [1, 3]]) == 1
    assert sentences_f1(frozenset({3}), [[1], [1, 3]]) == pytest.approx(2 / 3)
    assert sentences_f1(frozenset(), [[], [20]]) == 1
    assert sentences_f1(frozenset({4}), [[]]) == 0


def test_an_evaluation_on_wice_has_its_labels_and_its_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
        return SimpleNamespace(why="So.", stance="supports", sentence=1, same="yes")

    monkeypatch.setattr(Caller, "__call__", call)
    model = LanguageModel(None, Endpoint("m", "e", embedded=True), "m", Meter(), small=True)
    whole = WICE | {"label": "supported", "evidence": PAGE[1:2] + PAGE[3:], "supporting_sentences": [[0]]}
    rows = [whole | {"meta": {"id": "w0"}}, WICE]
    path = written(tmp_path / "dev.jsonl", "\n".join(json.dumps(row) for row in rows))
    scores = evaluate("wice", path, model)
    assert set(scores.confusion) == {"supported", "partially supported"}
    assert scores.scores["supporting sentences, F1"].value > 0
    assert scores.scores["supporting sentences, F1"].cases == 2
    assert "partially supported" in table(scores)
