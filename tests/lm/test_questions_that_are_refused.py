"""A service that refuses one question costs that question; one that refuses all that it is asked ends the run."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.articles import read_article
from claimcheck.domain import Label, SentenceStatus
from claimcheck.errors import RefusedError, ServiceError, UnansweredError
from claimcheck.evaluation import evaluate
from claimcheck.evaluation.calibrating import collect
from claimcheck.evaluation.extraction import evaluate_extraction
from claimcheck.lm import LanguageModel, ModelOptions, open_model
from claimcheck.pipeline import check
from claimcheck.run import Run

SAID = "the prompt was filtered"
ANSWER = {"why": "", "supporting": 1, "refuting": 0, "same": "yes", "stance": "supports", "sure": 90}
SINGLY = ModelOptions(claims_per_call=1, sentences_per_call=1)


class Service:
    """Answers any question of ours, and refuses those with the word in them."""

    def __init__(self, word: str, status: int = 400) -> None:
        self.word, self.status, self.asked = word, status, 0

    def answer(self, question: str) -> tuple[int, dict[str, Any]]:
        self.asked += 1
        if self.word in question:
            return self.status, {"error": {"message": SAID, "code": "content_filter"}}
        said = "supports"
        if "claims: " in question:
            numbers = [int(line.split()[-1]) for line in question.split(" (evidence")[:-1]]
            said = json.dumps({"answers": [ANSWER | {"claim": number} for number in numbers]})
        elif "sentences: " in question:
            count = question.partition("sentences: ")[2].count("\n") + 1
            each = [{"sentence": n, "status": "opinion", "claims": []} for n in range(1, count + 1)]
            said = json.dumps({"answers": each})
        elif "sentence: " in question:
            said = json.dumps({"status": "opinion", "claims": []})
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}
        return 200, {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}


@pytest.fixture
def serve(serve: Any, reply: Any) -> Callable[[Service], str]:
    """`serve(service)` starts a server that answers as the service does, and gives its address."""

    def start(service: Service) -> str:
        def answer(handler: Any) -> None:
            status, held = service.answer(json.loads(handler.body)["messages"][-1]["content"])
            reply(handler, status, json.dumps(held), content_type="application/json")

        return f"{serve(answer).url}/v1"

    return start


async def ask(model: LanguageModel, question: str) -> Any:
    return await model.answer({"model": "m", "messages": [{"role": "user", "content": question}]})


@pytest.mark.parametrize("status", [400, 413, 422])
def test_what_it_means_is_told_by_whether_others_are_answered(
    serve: Callable[[Service], str], status: int
) -> None:
    async def work(model: LanguageModel) -> None:
        with pytest.raises(UnansweredError, match=SAID):
            await ask(model, "bad")
        told = await asyncio.gather(*(ask(model, q) for q in ("bad", "good", "bad")), return_exceptions=True)
        assert [type(one) for one in told] == [RefusedError, dict, RefusedError]
        with pytest.raises(RefusedError, match=str(status)):
            await ask(model, "bad")
        await model.aclose()

    with open_model("m", serve(Service("bad", status))) as model:
        asyncio.run(work(model))


def test_several_refused_at_once_are_told_apart_from_nothing(serve: Callable[[Service], str]) -> None:
    async def work(model: LanguageModel) -> None:
        told = await asyncio.gather(*(ask(model, "bad") for _ in range(4)), return_exceptions=True)
        assert {type(one) for one in told} == {UnansweredError}
        await model.aclose()

    with open_model("m", serve(Service("bad"))) as model:
        asyncio.run(work(model))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = []
    for n in range(5):
        claim = f"Bridge {n} is 640 metres long."
        gold = [{"section_header": "", "text": claim}]
        held = {"id": f"c{n}", "claim": claim, "label": "SUPPORTED", "page": "Bridge", "gold_evidence": gold}
        rows.append(json.dumps(held))
    path = tmp_path / "fm2.jsonl"
    path.write_text("\n".join(rows))
    return path


@pytest.mark.parametrize("options", [SINGLY, ModelOptions(claims_per_call=2), ModelOptions()])
@pytest.mark.parametrize("refused", range(5))
def test_a_case_that_is_refused_is_wrong_and_listed_and_the_rest_goes_on(
    serve: Callable[[Service], str], data: Path, tmp_path: Path, options: ModelOptions, refused: int
) -> None:
    kept = tmp_path / "kept.jsonl"
    with open_model("m", serve(Service(f"Bridge {refused}")), options=options) as model:
        scores = evaluate("fm2", data, model, kept=kept)
    given = {outcome.id: outcome for outcome in scores.outcomes}
    assert {case for case, one in given.items() if one.given == Label.UNCHECKED} == {f"c{refused}"}
    assert SAID in given[f"c{refused}"].justification
    assert len(kept.read_text().splitlines()) == 5


@pytest.mark.parametrize("options", [SINGLY, ModelOptions(claims_per_call=2), ModelOptions()])
def test_a_service_that_refuses_everything_ends_the_evaluation_and_nothing_is_kept(
    serve: Callable[[Service], str], data: Path, tmp_path: Path, options: ModelOptions
) -> None:
    kept = tmp_path / "kept.jsonl"
    with (
        open_model("m", serve(Service("Bridge")), options=options) as model,
        pytest.raises(ServiceError, match=SAID) as told,
    ):
        evaluate("fm2", data, model, kept=kept)
    assert told.value.exit_code == 4
    assert not kept.exists()


def test_where_others_were_answered_before_a_refusal_is_of_one_case(
    serve: Callable[[Service], str], data: Path, tmp_path: Path
) -> None:
    kept, service = tmp_path / "kept.jsonl", Service("nothing of the kind")
    with open_model("m", serve(service), options=SINGLY) as model:
        evaluate("fm2", data, model, kept=kept)
        lines = kept.read_text().splitlines()
        kept.write_text("\n".join(lines[:-1]) + "\n")
        service.word = "Bridge"
        left = json.loads(lines[-1])["outcome"]["id"]
    with open_model("m", model.endpoint.label, options=SINGLY) as again:
        scores = evaluate("fm2", data, again, kept=kept)
    assert [o.id for o in scores.outcomes if o.given == Label.UNCHECKED] == [left]


def sentence(number: int, text: str) -> str:
    held = {"id": f"s{number}", "document": text, "sentence": text, "decontext": text}
    return json.dumps(held | {"checkworthy": "opinion", "gold_claims": [], "claim_checkworthy": []})


def test_a_sentence_or_sign_that_is_refused_does_not_stop_what_goes_on(
    serve: Callable[[Service], str], data: Path, tmp_path: Path
) -> None:
    service, kept = Service("nothing of the kind"), [tmp_path / "answers.jsonl", tmp_path / "signs.jsonl"]
    url, sentences = serve(service), tmp_path / "sentences.jsonl"
    sentences.write_text("\n".join(sentence(n, f"The bridge {n} is lovely.") for n in range(3)))
    for last in (False, True):
        with open_model("m", url, options=SINGLY) as model:
            scores = evaluate_extraction(sentences, model, kept=kept[0])
        with open_model("m", url, options=SINGLY) as model:
            signs = collect({"fm2": data}, model, kept=kept[1], listen=None)
        if not last:
            for path in kept:
                path.write_text("\n".join(path.read_text().splitlines()[:-1]) + "\n")
            kept[1].write_text(kept[1].read_text().replace('"signs":null', '"signs":{"a":1.0}'))
            service.word = "ridge"
    assert [one.status for one in scores.outcomes].count("unchecked") == 1
    assert [one.signs is None for one in signs].count(True) == 1


ARTICLE = "The harbour is fine. The tower is the best of all. The filtered bridge is lovely."


@pytest.mark.parametrize("options", [SINGLY, ModelOptions()])
def test_a_sentence_of_an_article_that_is_refused_costs_that_sentence(
    serve: Callable[[Service], str], tmp_path: Path, options: ModelOptions
) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    article = read_article(str(tmp_path / "article.txt"))
    for word, unread, fatal in (("filtered", 1, False), ("", 3, True)):
        run = Run(article)
        with open_model("m", serve(Service(word)), options=options) as model:
            report = check(article, model, run=run)
        unchecked = [entry for entry in report.ledger if entry.status is SentenceStatus.UNCHECKED]
        assert len(unchecked) == unread
        assert SAID in unchecked[0].reason
        assert (run.fatal is not None) is fatal
