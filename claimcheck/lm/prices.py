"""What a model's tokens cost: from the settings, or from the table that the package genai-prices carries.

The table is the one installed: nothing is fetched. A model that the table does not know at that address has no
price, and none is made up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from pydantic import Field

from claimcheck.domain import Frozen
from claimcheck.lm.tokens import tokens_of

MILLION = 1_000_000


class ModelPrice(Frozen):
    """A price as claimcheck.toml spells it: US dollars for a million tokens; `cached` is what a prefix costs."""

    input: float = Field(ge=0, allow_inf_nan=False)
    output: float = Field(ge=0, allow_inf_nan=False)
    cached: float | None = Field(default=None, ge=0, allow_inf_nan=False)


@dataclass(frozen=True)
class Price:
    """What calls of one model cost. `basis` says where the price is from, with its date."""

    basis: str
    model: str
    base_url: str = ""
    set: ModelPrice | None = None  # None: the table's

    def of(self, prompt: int, cached: int, written: int) -> float:
        """US dollars of one call: tokens read, those of them from the server's prefix cache, and written."""
        if self.set is not None:
            known = self.set.input if self.set.cached is None else self.set.cached
            paid = (prompt - cached) * self.set.input + cached * known + written * self.set.output
            return paid / MILLION
        return _by_table(self.model, self.base_url, prompt, cached, written)

    def of_usage(self, usage: object) -> float | None:
        """US dollars of one call by the `usage` object of the server's answer; None where that tells no tokens."""
        tokens = tokens_of(usage)
        if not tokens.told and not self.free:
            return None
        return self.of(tokens.prompt, tokens.cached, tokens.written)

    @property
    def free(self) -> bool:
        """Whether nothing costs anything, whatever is read and written."""
        return self.set is not None and not (self.set.input or self.set.output)


def price_of(
    model: str, base_url: str, prices: Mapping[str, ModelPrice] | None = None, *, embedded: bool = False
) -> Price | None:
    """The price of a model at that address: of `prices` (settings by model), or of the table; None: not known.

    The embedded model costs nothing.
    """
    if embedded:
        return Price("the embedded model costs nothing", model, set=ModelPrice(input=0, output=0))
    if prices and model in prices:
        return Price("claimcheck.toml", model, set=prices[model])
    if _of_ones_own(base_url):
        return None
    from importlib.metadata import version

    from genai_prices.data_snapshot import get_snapshot

    try:
        provider, _ = get_snapshot().find_provider_model(model, None, None, base_url)
    except LookupError:
        return None
    if not _is_address_of(provider.api_pattern, base_url):
        return None
    dated = _last_change()
    told = f", prices as of {dated.isoformat()}" if dated else ""
    return Price(f"genai-prices {version('genai-prices')}{told}", model, base_url)


def _of_ones_own(base_url: str) -> bool:
    """Whether an address is that of no vendor: a host without a domain, or a number."""
    host = urlsplit(base_url).hostname or ""
    return "." not in host or host.replace(".", "").isdigit()


def _is_address_of(pattern: str, base_url: str) -> bool:
    """Whether a vendor's pattern of addresses holds for the whole host: api.openai.com.example is not OpenAI's.

    The table takes a pattern that holds for the beginning of an address. One that ends in a dot leaves the top domain open.
    """
    parts = urlsplit(base_url)
    before = f"{parts.scheme}://{parts.hostname}"
    match = re.match(pattern, before + parts.path.replace(".", "_"))  # a vendor's name in a path is no host
    if match is None:
        return False
    rest = before[match.end() :]
    return not rest or (match.group().endswith(".") and "." not in rest)


@cache
def _last_change() -> date | None:
    """The day of the last change of a price that the table knows: it is at least so new."""
    from genai_prices.data_snapshot import get_snapshot

    prices = [m.prices for provider in get_snapshot().providers for m in provider.models]
    held = [one for several in prices if isinstance(several, list) for one in several]
    days = [getattr(one.constraint, "start_date", None) for one in held]
    return max((day for day in days if day and day <= date.today()), default=None)


def _by_table(model: str, base_url: str, prompt: int, cached: int, written: int) -> float:
    from genai_prices import Usage, calc_price

    usage = Usage(input_tokens=prompt, cache_read_tokens=cached, output_tokens=written)
    return float(calc_price(usage, model, provider_api_url=base_url).total_price)
