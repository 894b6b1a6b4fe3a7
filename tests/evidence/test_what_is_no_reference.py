"""What lies among the references and is none: reports that claimcheck wrote, hidden files, other kinds."""

from pathlib import Path

import pytest

from claimcheck.domain import Article, Claim, Label, Provenance, Report, Sentence, Span, Usage, Verdict
from claimcheck.evidence import FolderSource, Query
from claimcheck.reports import render

TEXT = "The council of Portsmouth met on 3 May 2021 and spoke about the old bridge in its harbour."
REPORT = Report(
    article=Article(
        text=TEXT,
        sentences=(Sentence(index=0, start=0, end=len(TEXT), text=TEXT, paragraph=0),),
        origin="a.txt",
    ),
    claims=(
        Claim(
            id="c1",
            text="Portsmouth's council met on 3 May 2021.",
            spans=(Span(start=0, end=5, quotation="The c"),),
            sentences=(0,),
        ),
    ),
    verdicts=(Verdict(claim="c1", label=Label.SUPPORTED, justification="It met."),),
    provenance=Provenance(
        claimcheck_version="0.9",
        model="m",
        endpoint="e",
        prompts={},
        seconds=120.0,
        usage=Usage(
            calls=3, cost_usd=0.1, prices="a table of prices with a long name, as of a day in February"
        ),
    ),
)


@pytest.mark.parametrize(("form", "name"), [("html", "r.html"), ("markdown", "r.md"), ("text", "r.txt")])
def test_a_report_that_lies_among_the_references_is_no_evidence_for_its_own_claims(
    tmp_path: Path, form: str, name: str
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / name).write_text(render(REPORT, form))
    (notes / "own.txt").write_text("The council's minutes cost: nothing; claimcheck was not asked.")
    source = FolderSource(notes, tmp_path / "cache")
    found = source.search(Query(text="council of Portsmouth met May 2021"), 9).passages
    assert {passage.path for passage in found} == {"own.txt"}
    assert source.status().notes == (
        f"{name}: it could not be read: it is a report of claimcheck, and no reference",
    )


def test_hidden_files_are_no_references_and_files_of_other_kinds_are_named(tmp_path: Path) -> None:
    notes = tmp_path / ".hidden" / "notes"
    (notes / ".trash").mkdir(parents=True)
    for name in (
        ".trash/deleted.md",
        ".draft.txt",
        "own.txt",
        "figures.csv",
        "more.CSV",
        "old.doc",
        "README",
    ):
        (notes / name).write_text("The council of Portsmouth met.")
    source = FolderSource(notes, tmp_path / "cache")
    found = source.search(Query(text="council of Portsmouth"), 9).passages
    assert {passage.path for passage in found} == {"own.txt"}
    assert source.status().notes == (
        "files of other kinds were not read: 2 of .csv, 1 of .doc, 1 of no suffix",
    )
