"""What a run was asked to do, the same on every machine that works on it, and what became of its articles."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from functools import reduce
from operator import add

from pydantic import Field

from claimcheck.domain import Frozen, Label, Usage
from claimcheck.evidence.options import EvidenceOptions
from claimcheck.lm.options import ModelOptions
from claimcheck.lm.prices import ModelPrice


class Job(Frozen):
    """The settings of a run that its reports follow from, and where they go. Keys and passwords are never in it."""

    inputs: tuple[str, ...]
    folder: str  # where reports go, as an absolute path
    references: tuple[str, ...] = ()
    model: str | None = None
    base_url: str | None = None  # as `for_keeping` leaves it: without secrets
    passages: int = 5
    evidence: EvidenceOptions = EvidenceOptions()
    options: ModelOptions = ModelOptions()
    prices: dict[str, ModelPrice] = Field(default_factory=dict)
    prompts: dict[str, str] = Field(
        default_factory=dict
    )  # name → digest: with other prompts it is another run
    nonce: str = ""  # tells a run with --fresh from those before it
    kept_since: float = 0.0  # answers kept before it are passed over; seconds since the epoch

    @property
    def id(self) -> str:
        """8 hex digits that follow from the settings: the same command continues the same run."""
        pace = {"concurrency": True, "timeout": True}
        held = self.model_dump(mode="json", exclude={"kept_since": True, "prices": True, "options": pace})
        return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:8]


class State(StrEnum):
    """What became of an article."""

    WAITING = "waiting"  # or being worked on
    REPORTED = "reported"
    STOPPED = "stopped"  # a budget or a service ended it; its report says so, and it can be resumed
    REFUSED = "refused"  # it could not be read


class Tally(Frozen):
    """What an article took and gave: `usage` its report, `before` the attempts that ended without one that stands."""

    labels: dict[Label, int] = Field(default_factory=dict)
    usage: Usage = Usage()
    before: Usage = Usage()
    seconds: float = 0.0
    code: int = 0  # the exit code of what stopped it

    @property
    def taken(self) -> Usage:
        """What was paid for in all."""
        used = [usage for usage in (self.before, self.usage) if usage != Usage()]
        return reduce(add, used) if used else Usage()

    def once_more(self) -> Tally:
        """The tally of an article that is begun again: what was paid for stays counted."""
        return self.model_copy(update={"before": self.taken, "usage": Usage()})


class ArticleRow(Frozen):
    """One article of a run as it stands."""

    key: str
    name: str
    state: State
    round: int
    reason: str = ""
    tally: Tally = Tally()


class RunRow(Frozen):
    """One run as it stands: `begun` and `deadline` in seconds since the epoch."""

    id: str
    job: Job
    begun: float
    round: int
    states: dict[State, int] = Field(default_factory=dict)
    calls: int = 0
    paid: float = 0.0  # US dollars, where the run has limits

    @property
    def unfinished(self) -> int:
        """How many articles resuming may still finish."""
        return self.states.get(State.WAITING, 0) + self.states.get(State.STOPPED, 0)
