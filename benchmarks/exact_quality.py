"""Dates and quantities against Recognizers-Text: `python benchmarks/exact_quality.py FOLDER`.

FOLDER holds `recognizers_datetime_en.jsonl` and `recognizers_quantity_en.jsonl`. A case is right when the
expression is found (any overlap) and its normalised value is equal; kinds that news does not use are left out.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.exact import find_dates, find_quantities


def cases(path: Path) -> list[dict[str, Any]]:
    """The lines of a file, one object each."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def dates(folder: Path, show: bool) -> None:
    """Days, months, years and their relative forms: timex of the gold against ours."""
    right = total = 0
    for case in cases(folder / "recognizers_datetime_en.jsonl"):
        anchor = date.fromisoformat(case["reference"][:10]) if case.get("reference") else None
        for gold in case["results"]:
            values = (gold.get("Resolution") or {}).get("values") or []
            timexes = {v.get("timex", "") for v in values}
            if gold.get("TypeName") not in {"datetimeV2.date", "datetimeV2.daterange"} or not values:
                continue
            wanted = {v.get("value") or f"{v.get('start')}/{v.get('end')}" for v in values}
            if not any(re.fullmatch(r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?", t) for t in timexes):
                continue
            total += 1
            got = [
                m.interval
                for m in find_dates(case["text"], anchor)
                if m.interval and m.start <= gold["End"] and gold["Start"] < m.end
            ]
            forms = {g.iso for g in got} | {
                f"{g.start}/{date.fromordinal(g.end.toordinal() + 1)}" for g in got
            }
            right += bool(forms & (wanted | timexes))
            if show and not forms & (wanted | timexes):
                print(
                    "  date:", case["text"][:80], "| wanted", sorted(wanted)[:2], "| got", sorted(forms)[:2]
                )
    print(f"dates: {right} of {total} exact ({right / total:.3f})")


def quantities(folder: Path, show: bool) -> None:
    """Percentages, currencies, dimensions and plain numbers: the gold's value against ours."""
    right = total = 0
    for case in cases(folder / "recognizers_quantity_en.jsonl"):
        for gold in case["results"]:
            value = (gold.get("Resolution") or {}).get("value")
            if value is None or gold.get("TypeName") in {"ordinal"}:
                continue
            try:
                wanted = float(str(value).rstrip("%").replace(",", ""))
            except ValueError:
                continue
            total += 1
            got = [
                m.quantity.value
                for m in find_quantities(case["text"])
                if m.start <= gold["End"] and gold["Start"] < m.end
            ]
            fine = any(abs(g - wanted) <= 1e-9 * max(1.0, abs(wanted)) for g in got)
            right += fine
            if show and not fine:
                print("  quantity:", case["text"][:80], "| wanted", wanted, "| got", got)
    print(f"quantities: {right} of {total} exact ({right / total:.3f})")


if __name__ == "__main__":
    dates(Path(sys.argv[1]), "-v" in sys.argv)
    quantities(Path(sys.argv[1]), "-v" in sys.argv)
