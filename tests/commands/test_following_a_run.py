"""Streams of events are written through at once; a reader that goes away costs nothing that others asked for."""

from io import StringIO
from pathlib import Path

import pytest

from claimcheck.commands.following import Stream, streams
from claimcheck.commands.outputs import Output, outputs_of
from claimcheck.domain import Event, Usage
from claimcheck.errors import InputError, UsageError

EVENT = Event(stage="finding claims", done=0, total=3, usage=Usage())


class Written(StringIO):
    """Remembers what had been flushed."""

    flushed = ""

    def flush(self) -> None:
        self.flushed = self.getvalue()


class Closed(StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_each_event_is_written_through_at_once() -> None:
    out = Written()
    Stream(out, alone=True).hear(EVENT)
    assert out.flushed.startswith('{"event": "stage", "stage": "finding claims"')
    assert out.flushed.endswith("}\n")


def test_a_reader_that_went_away_ends_the_run_only_where_nobody_else_waits() -> None:
    with pytest.raises(BrokenPipeError):
        Stream(Closed(), alone=True).hear(EVENT)
    Stream(Closed(), alone=False).hear(EVENT)


def test_a_file_that_cannot_be_opened_is_told_before_the_run(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match="cannot be written"),
        streams([Output("jsonl", tmp_path / "no/a.jsonl")]),
    ):
        pass


@pytest.mark.parametrize(
    ("form", "files", "outputs"),
    [
        (None, [], [("text", None)]),
        ("html", [], [("html", None)]),
        (None, ["a.html", "b.JSON"], [("html", "a.html"), ("json", "b.JSON")]),
        ("json", ["a.json"], [("json", "a.json")]),
        ("json", ["a"], [("json", "a")]),
        (None, ["a"], [("text", "a")]),
        ("github", ["a.sarif"], [("sarif", "a.sarif"), ("github", None)]),
    ],
)
def test_names_and_format_tell_what_goes_where(
    form: str | None, files: list[str], outputs: list[tuple[str, str | None]]
) -> None:
    found = outputs_of(form, [Path(file) for file in files], default="text")
    assert [(o.form, str(o.path) if o.path else None) for o in found] == outputs


def test_a_form_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="papyrus"):
        outputs_of("papyrus", [], default="text")
