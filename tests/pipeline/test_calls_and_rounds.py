"""What one article takes of a large model: a service on loopback works its answers out from what it is asked."""

import json
import re
from typing import Any

import pytest

from claimcheck.articles import read_article
from claimcheck.domain import Label, Passage, Report, SentenceStatus, SourceAnswer, SourceStatus
from claimcheck.evidence import Query
from claimcheck.lm import ModelOptions, open_model
from claimcheck.pipeline import check
from tests.lm.counting_server import Seen, service

TOWNS = "Aberdeen Bristol Cardiff Dover Exeter Falmouth Grimsby Hull Ipswich Jarrow Kendal Lincoln Margate Norwich Oxford"
ARTICLE = " ".join(
    f"The {town} bridge was opened in {1900 + n} and the {town} bridge carries {5000 + 100 * n} vehicles."
    for n, town in enumerate(TOWNS.split())
)
LEFT_OUT, MISREAD, UNDECIDED = 5, 3, "Oxford"


class Registers:
    """A register of bridges: what the article says is in it, but Hull's year and Oxford's entry, which says less."""

    name = "registers"

    def search(self, query: Query, limit: int) -> SourceAnswer:
        town = next(word for word in TOWNS.split() if word in query.text)
        n = TOWNS.split().index(town)
        year = 1900 + n + (20 if town == "Hull" else 0)
        texts = [
            f"The {town} bridge was opened in {year}. The {town} bridge carries {5000 + 100 * n} vehicles."
        ]
        if town == UNDECIDED:
            texts = [f"The {town} bridge has {spans} spans of stone." for spans in (3, 4, 5)] + texts
        passages = (
            Passage(id=f"{town}-{i}", text=text, source=self.name, title=f"{town} bridge, entry {i}")
            for i, text in enumerate(texts)
        )
        return SourceAnswer(source=self.name, passages=tuple(passages)[:limit])

    def status(self) -> SourceStatus:
        return SourceStatus(name=self.name, kind="test")


def lines(text: str, form: str) -> list[tuple[str, ...]]:
    return [match.groups() for match in re.finditer(form, text, re.MULTILINE)]


class Model:
    """A large model as far as such sentences need one. It leaves a sentence out, and misreads another, once each."""

    def __init__(self) -> None:
        self.blocks = 0

    def __call__(self, request: dict[str, Any]) -> str:
        question = request["messages"][-1]["content"]
        if "sentences: [1]" in question:
            self.blocks += 1
            return json.dumps({"answers": self.read(question, first=self.blocks <= 2)})
        return json.dumps({"answers": self.judged(question)})

    def read(self, question: str, first: bool) -> list[dict[str, Any]]:
        answers = []
        for number, text in lines(question, r"^(?:sentences: )?\[(\d+)\] (.*)$"):
            if first and TOWNS.split()[LEFT_OUT] in text:
                continue
            two = re.split(r" and (?=the )", re.sub(r"[.] ?\(.*", "", text))
            if first and TOWNS.split()[MISREAD] in text:
                two = [two[0] + " by 77 workers"]
            claims = [
                {"claim": f"{one[0].upper()}{one[1:].rstrip('.')}.", "kind": "event", "speaker": ""}
                for one in two
            ]
            answers.append({"sentence": int(number), "status": "fact", "claims": claims})
        return answers

    def judged(self, question: str) -> list[dict[str, Any]]:
        shown = {int(n): text for n, text in lines(question, r"^(?:evidence: )?\[(\d+)\] (.*)$")}
        answers = []
        for number, offered, claim in lines(
            question, r"^(?:claims: )?Claim (\d+) \(evidence: ([\d, -]+).*?\): (.*)$"
        ):
            said = claim.split(" in ")[0].split(" carries ")[0] if "opened" not in claim else "opened"
            places = [
                n
                for part in offered.split(", ")
                for n in range(int(part.split("-")[0]), int(part.split("-")[-1]) + 1)
            ]
            near = [
                n
                for n in places
                if ("opened" in shown[n]) == ("opened" in claim) and said and "spans" not in shown[n]
            ]
            same = bool(near) and shown[near[0]].rstrip(".") == claim.rstrip(".")
            stance = "neither" if not near else "supports" if same else "refutes"
            place = near[0] if near else 0
            answers.append(
                {
                    "claim": int(number),
                    "why": "The register says so.",
                    "sure": 90,
                    "same": "yes",
                    "stance": stance,
                }
                | {"supporting": place if same else 0, "refuting": 0 if same else place}
            )
        return answers


def checked(together: tuple[int, ...]) -> tuple[Report, Seen]:
    article = read_article("a.txt", ARTICLE.encode(), published="2024-02-08")
    with (
        service(lambda number, at_a_time: (200, {}), together=together, says=Model()) as seen,
        open_model("large", seen.address, "k", options=ModelOptions()) as model,
    ):
        return check(article, model, [Registers()], deterministic=True), seen


@pytest.fixture(scope="module")
def done() -> tuple[Report, Seen]:
    """An article of 15 sentences and 30 claims; each round's calls are answered only when all of them are there."""
    return checked(together=(2, 1, 3, 1))


def test_thirty_claims_take_seven_calls_in_four_rounds(done: tuple[Report, Seen]) -> None:
    report, seen = done
    assert (len(report.article.sentences), len(report.claims)) == (15, 30)
    assert set(seen.statuses) == {200}
    assert len(seen.came) == 2 + 1 + 3 + 1
    assert report.provenance.usage.calls == len(seen.came)


def test_each_claim_has_its_own_verdict_and_citation(done: tuple[Report, Seen]) -> None:
    report, _ = done
    assert not report.failures
    for claim, verdict in zip(report.claims, report.verdicts, strict=True):
        wrong = "Hull" in claim.text and "opened" in claim.text
        assert verdict.label is (Label.REFUTED if wrong else Label.SUPPORTED), claim.text
        town = claim.text.split()[1]
        assert all(c.quotation.startswith(f"The {town} bridge") for c in verdict.citations)
        assert verdict.citations


def test_what_was_left_out_or_misread_was_asked_again(done: tuple[Report, Seen]) -> None:
    report, seen = done
    assert {entry.status for entry in report.ledger} == {SentenceStatus.CLAIMS}
    again = seen.questions[2]
    assert "Falmouth" in again
    assert "was refused" in again
    assert "77" in again


def test_what_the_first_passages_left_open_was_read_on(done: tuple[Report, Seen]) -> None:
    _, seen = done
    read_on = next(asked for asked in seen.questions[-1:] if "Oxford" in asked)
    assert "entry 3" in read_on
    assert "entry 0" not in read_on


def test_the_report_names_the_prompts_in_use(done: tuple[Report, Seen]) -> None:
    report, _ = done
    assert {"extract_block", "judge_group"} <= set(report.provenance.prompts)
