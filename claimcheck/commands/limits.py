"""The flags that bound a run, shared by the commands that make one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.lm import Limits, Price

MaxCost = Annotated[
    float | None, typer.Option(min=0, metavar="USD", help="Stop before model calls cost more than this.")
]
MaxCalls = Annotated[
    int | None, typer.Option(min=0, max=10**9, help="Stop after so many model calls.")
]  # a database's whole number holds twice as many
MaxTime = Annotated[
    str | None, typer.Option(metavar="TIME", help="Stop after this time, e.g. 90s, 10m or 2h.")
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Ask everything anew, whatever answers are kept.")]
EstimateOnly = Annotated[bool, typer.Option("--estimate", help="Print what it may take and cost, and stop.")]
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600}


def limits_of(cost: float | None, calls: int | None, duration: str | None) -> Limits:
    """The limits that the flags ask for. Raises `UsageError`."""
    from claimcheck.lm import Limits

    return Limits(cost=cost, calls=calls, seconds=None if duration is None else seconds_of(duration))


def seconds_of(duration: str) -> float:
    """The seconds of `90`, `90s`, `10m` or `2h`. Raises `UsageError`."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", duration.strip())
    seconds = float(found[1]) * _SECONDS[found[2]] if found else 0.0
    if not seconds:
        raise UsageError(f"--max-time takes a time such as 90s, 10m or 2h, not {duration!r}")
    return seconds


def refuse_unknown_price(limits: Limits, price: Price | None, model: str | None) -> None:
    """Raises `UsageError` where money is limited and nobody knows what the model costs."""
    if limits.cost is not None and price is None:
        raise UsageError(
            f"--max-cost cannot be kept: the price of {model} is not known; set it in claimcheck.toml under "
            f'[prices."{model}"] as input and output, in US dollars for a million tokens, or use --max-calls'
        )
