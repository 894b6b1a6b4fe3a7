"""The head of a report on the terminal says which claims something speaks against."""

from collections.abc import Callable

import pytest

from claimcheck.domain import Label, Report
from claimcheck.reports import render


@pytest.mark.parametrize(
    ("labels", "line"),
    [
        ({2: Label.REFUTED, 4: Label.REFUTED}, "✗ 2 Refuted: claims 2, 4"),
        ({3: Label.REFUTED}, "✗ 1 Refuted: claim 3"),
        ({5: Label.CONFLICTING}, "1 Conflicting Evidence/Cherry-picking: claim 5"),
        ({}, "✓ 5 Supported"),
    ],
)
def test_the_head_numbers_the_claims_to_look_at_first(
    build: Callable[..., Report], labels: dict[int, Label], line: str
) -> None:
    report = build(number=5)
    given = tuple(
        verdict.model_copy(update={"label": labels.get(number, Label.SUPPORTED)})
        for number, verdict in enumerate(report.verdicts, 1)
    )
    head = render(report.model_copy(update={"verdicts": given}), "text").partition("1. ")[0]
    assert line in " ".join(head.replace("│", " ").split())
    assert (": claim" in head) is bool(labels)
