"""Which options of `claimcheck evaluate` a task takes: one that it does not take is refused, not passed over."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.commands.evaluate_expressions import EXPRESSIONS
from claimcheck.commands.evaluate_pages import READING
from claimcheck.commands.evaluate_retrieval import RETRIEVAL
from claimcheck.commands.evaluate_together import TOGETHER
from claimcheck.errors import UsageError

_MODEL = frozenset({"--model", "--base-url", "--fresh"})
_CASES = frozenset({"--limit", "--half"})
_GIVEN = {"averitec", "fm2", "stance"}  # the evidence is given: nothing is ranked

TAKEN: dict[str, frozenset[str]] = {
    **dict.fromkeys(READING, frozenset({"--limit"})),
    **dict.fromkeys(EXPRESSIONS, frozenset()),
    **dict.fromkeys(RETRIEVAL, frozenset({"--meaning"})),
    TOGETHER: frozenset(),
    "factcheckbench": _MODEL | _CASES,
    **dict.fromkeys(_GIVEN, _MODEL | _CASES | {"--per-call"}),
}
"""Task → the options that it takes besides --json and --against; a task that is not here takes all."""


def refuse_untaken(task: str, options: Mapping[str, object]) -> None:
    """Raises `UsageError` naming an unknown task, or an option that is set (not None) and that the task does not take."""
    from claimcheck.evaluation.datasets import READERS

    tasks = dict.fromkeys([*READERS, *TAKEN])
    if task not in tasks:
        raise UsageError(f"there is no task {task!r}; there are: {', '.join(tasks)}")
    taken = TAKEN.get(task, frozenset(options))
    for name, value in options.items():
        if value is not None and name not in taken:
            told = ", ".join(sorted(taken | {"--json", "--against"}))
            shown = "--no-meaning" if value is False else name
            raise UsageError(f"evaluate {task} takes no {shown}; it takes {told}")
