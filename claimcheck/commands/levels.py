"""From which verdicts on a run fails: the levels of --fail-on."""

from __future__ import annotations

from claimcheck.errors import UsageError

LEVELS = {
    "refuted": ("Refuted",),
    "conflicting": ("Refuted", "Conflicting Evidence/Cherry-picking"),
    "unsupported": ("Refuted", "Conflicting Evidence/Cherry-picking", "Not Enough Evidence", "Unchecked"),
    "never": (),
}


def refuse_unknown_level(fail_on: str) -> None:
    """Raises `UsageError` for what is no level of --fail-on."""
    if fail_on not in LEVELS:
        raise UsageError(f"--fail-on takes {', '.join(LEVELS)}, not {fail_on!r}")
