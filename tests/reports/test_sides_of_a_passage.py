"""Where one passage is quoted for both sides, or twice, every form tells which quotation is for which."""

import csv
from collections.abc import Callable
from io import StringIO

import html5lib
import pytest

from claimcheck.domain import Citation, Label, Passage, Report
from claimcheck.reports import render
from claimcheck.reports.one import compose_claim
from claimcheck.reports.quoting import quoted
from claimcheck.reports.standing import standings
from claimcheck.reports.terminal import for_stdout

Build = Callable[..., Report]
TEXT = "One survey says 640 metres. Another survey says 460 metres."
PASSAGE = Passage(id="p", text=TEXT, source="notes", title="Surveys", path="surveys.md")
WEB = Passage(
    id="w", text="It is 640 metres.", source="web", title="The city", url="https://example.org/city"
)


def cited(words: str, stance: str, passage: Passage = PASSAGE) -> Citation:
    start = passage.text.index(words)
    return Citation(passage=passage.id, quotation=words, start=start, end=start + len(words), stance=stance)


def conflicting(build: Build, *citations: Citation) -> Report:
    report = build("The bridge is 640 metres long.", number=1)
    verdict = report.verdicts[0].model_copy(
        update={"label": Label.CONFLICTING, "citations": citations, "evidence": (PASSAGE, WEB)}
    )
    return report.model_copy(update={"verdicts": (verdict,)})


FOR, AGAINST = (
    cited("One survey says 640 metres.", "supports"),
    cited("Another survey says 460 metres.", "refutes"),
)


def test_a_page_says_beside_each_quotation_which_side_it_is_on(build: Build) -> None:
    page = html5lib.parse(render(conflicting(build, FOR, AGAINST), "html"), namespaceHTMLElements=False)
    (block,) = [b for b in page.iter("blockquote") if list(b)]
    assert [(e.get("class"), e.text) for e in block] == [
        ("side", "supports:"),
        ("quote", FOR.quotation),
        ("side", "refutes:"),
        ("quote", AGAINST.quotation),
    ]


def test_the_cells_of_citations_stand_in_one_order(build: Build) -> None:
    report = conflicting(build, AGAINST, cited("It is 640 metres.", "supports", WEB))
    (row,) = csv.DictReader(StringIO(render(report, "csv").removeprefix("\ufeff")))
    assert row["citations"] == "Another survey says 460 metres. | It is 640 metres."
    assert row["sources"] == "Surveys | The city"
    assert row["urls"] == "notes/surveys.md | https://example.org/city"
    assert row["stances"] == "refutes | supports"


@pytest.mark.parametrize("form", ["html", "show"])
def test_of_quotations_that_overlap_none_is_left_unmarked(build: Build, form: str) -> None:
    wide, late = (
        cited("One survey says 640 metres", "supports"),
        cited("640 metres. Another survey", "refutes"),
    )
    report = conflicting(build, wide, late)
    if form == "show":
        text = " ".join(for_stdout(compose_claim(report, standings(report)[0])).split())
        assert "⟦One survey says ⟧⟦640 metres⟧⟦. Another survey⟧ says 460 metres." in text
        return
    page = html5lib.parse(render(report, "html"), namespaceHTMLElements=False)
    marked = [mark.text for mark in page.iter("mark") if mark.get("class") == "quote"]
    assert marked == ["One survey says ", "640 metres", ". Another survey"]


def test_a_quotation_that_is_not_in_its_passage_is_not_marked_there() -> None:
    wrong = FOR.model_copy(update={"quotation": "One survey says 460 metres."})
    assert [(piece.text, piece.stances) for piece in quoted(PASSAGE, [wrong])] == [(TEXT, ())]
