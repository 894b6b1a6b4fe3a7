"""The one way out to the network for evidence: bounded, polite, and closed to private addresses."""

from claimcheck.evidence.fetching.client import Fetched, Fetcher, basic
from claimcheck.evidence.fetching.limits import FetchError, Limits, shown

__all__ = ["FetchError", "Fetched", "Fetcher", "Limits", "basic", "shown"]
