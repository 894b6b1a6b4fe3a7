"""A service that goes away ends the run with what was finished; every sentence and claim is accounted for."""

import asyncio
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck import pipeline
from claimcheck.articles import read_article
from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.program import Facts
from claimcheck.domain import Label, SentenceStatus
from claimcheck.errors import ModelError, ServiceError
from claimcheck.lm import Caller, Meter
from claimcheck.lm.endpoints import Endpoint, LanguageModel

TEXT = (
    "Ana Ruiz opened the bridge in Portsmouth on 8 March 2021. "
    "The bridge in Portsmouth is 640 metres long. "
    "It was built by the firm of Lena Ortiz in 1961, said Ana Ruiz."
)


def model() -> LanguageModel:
    return LanguageModel(None, Endpoint("m", "e", embedded=True), "m", Meter(), small=True)


@contextmanager
def answers(monkeypatch: pytest.MonkeyPatch, *given: Any) -> Any:
    """The model's answers in turn; an exception is raised, and the last one is given for ever."""
    queue = list(given)

    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
        answer = queue.pop(0) if len(queue) > 1 else queue[0]
        if isinstance(answer, Exception):
            raise answer
        if answer == "echo" and "claim" in fields:
            return SimpleNamespace(facts=Facts([fields["claim"]]))
        if answer == "echo":
            claim = ClaimDraft(claim=fields["sentence"])
            return SimpleNamespace(status="fact", claims=[claim])
        return answer

    monkeypatch.setattr(Caller, "__call__", call)
    yield


def test_a_service_that_goes_away_leaves_what_was_finished(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_article("a.txt", TEXT.encode())
    run = pipeline.Run(article)
    with answers(monkeypatch, "echo", ServiceError("the model service is gone")):
        report = pipeline.check(article, model(), run=run)
    statuses = [entry.status for entry in report.ledger]
    assert statuses == [SentenceStatus.CLAIMS, SentenceStatus.UNCHECKED, SentenceStatus.UNCHECKED]
    assert [verdict.label for verdict in report.verdicts] == [Label.UNCHECKED]
    assert report.failures == ("the model service is gone",)
    assert run.fatal is not None


def test_an_unusable_answer_costs_one_sentence_only(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_article("a.txt", TEXT.encode())
    with answers(monkeypatch, ModelError("the answer was cut off"), "echo"):
        report = pipeline.check(article, model())
    assert "cut off" in report.ledger[0].reason
    assert "its own words" in report.ledger[0].reason
    assert not report.ledger[1].reason
    assert [entry.status for entry in report.ledger[:2]] == [SentenceStatus.CLAIMS] * 2
    assert not report.failures


def test_a_small_model_is_asked_one_thing_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    under_way, at_once = 0, []

    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
        nonlocal under_way
        under_way += 1
        at_once.append(under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return SimpleNamespace(status="opinion", claims=[])

    monkeypatch.setattr(Caller, "__call__", call)
    pipeline.check(read_article("a.txt", TEXT.encode()), model())
    assert at_once == [1] * len(at_once)
    assert len(at_once) > 1


def test_without_references_every_claim_is_not_enough_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_article("a.txt", TEXT.encode())
    heard: list[pipeline.Event] = []
    with answers(monkeypatch, "echo"):
        report = pipeline.check(article, model(), listen=heard.append)
    assert report.claims
    assert {verdict.label for verdict in report.verdicts} == {Label.NOT_ENOUGH_EVIDENCE}
    assert [(e.done, e.total) for e in heard if e.stage == "finding claims"] == [(i, 3) for i in range(4)]


def test_a_report_without_times_is_the_same_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_article("a.txt", TEXT.encode())
    with answers(monkeypatch, "echo"):
        one = pipeline.check(article, model(), deterministic=True)
        two = pipeline.check(article, model(), deterministic=True)
    assert one == two
    assert one.provenance.started is None
