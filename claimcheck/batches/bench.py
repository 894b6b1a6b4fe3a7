"""What the articles of one run share in one process: the model's connections, the sources, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from claimcheck.batches.budget import SharedBudget
from claimcheck.batches.helpers import Helper
from claimcheck.batches.inputs import Entry
from claimcheck.batches.job import Job
from claimcheck.batches.keeping import KeptSource
from claimcheck.batches.stages import Checked, Hand, OwnHand, Piece
from claimcheck.batches.store import Store
from claimcheck.domain import Provenance, Usage
from claimcheck.evidence import Source, resolve_sources
from claimcheck.lm import KeptAnswers, LanguageModel, Meter, open_model, price_of
from claimcheck.lm.access import from_keeping
from claimcheck.lm.standing import Standing
from claimcheck.pipeline import provenance_of

PATIENCE = 150.0  # seconds for which a model service that is away is tried before an article is given up
IN_A_ROW = 3  # articles that the same fault ends before the rest is not tried

Weights = Callable[[str | None], Path | None]
"""The file of the embedded model of that name, None where another is meant."""


class Bench:
    """Opened once a run; `refresh` before every article. Raises what opening a model raises, and what `from_keeping` does."""

    def __init__(
        self,
        store: Store,
        run: str,
        job: Job,
        key: str | None,
        weights: Weights,
        checked: Checked,
        helpers: Sequence[Helper] = (),
    ) -> None:
        self.job, self.kept = job, KeptAnswers(since=job.kept_since)
        self.budget = SharedBudget(store, run)
        self._held, self._fault, self._times = ExitStack(), "", 0
        opened = open_model(
            job.model,
            from_keeping(job.base_url),
            key,
            options=job.options,
            weights=weights(job.model),
            kept=self.kept,
            budget=self.budget,
            patience=PATIENCE,
        )
        self._model = self._held.enter_context(opened)
        endpoint = self._model.endpoint  # its label is the address
        self.price = price_of(endpoint.model, endpoint.label, job.prices, embedded=endpoint.embedded)
        sources = resolve_sources(job.references, options=job.evidence)
        self.sources: list[Source] = [KeptSource(source, self.kept, run) for source in sources]
        if helpers:
            for source in self.sources:
                source.status()  # brings a folder's index up to date, once
        own = OwnHand(job, self.sources, checked)
        self._hands: list[Hand] = [helper.employ(own, checked) for helper in helpers] or [own]

    @contextmanager
    def piece(self, entry: Entry) -> Iterator[Piece]:
        """The article in the hands of who has least to do, until the block ends."""
        hand = min(self._hands, key=lambda one: one.busy)
        hand.busy += 1
        piece = hand.take(entry)
        try:
            yield piece
        finally:
            hand.busy -= 1
            piece.leave()

    def provenance(self, model: LanguageModel, started: datetime, seconds: float, usage: Usage) -> Provenance:
        """How a report was made; `usage` is what all of it took."""
        ranker = self.job.evidence.ranker
        return provenance_of(
            model, self.sources, ranker=ranker, started=started, seconds=seconds, usage=usage
        )

    def model(self, standing: Standing) -> LanguageModel:
        """The model, counted for one article; `standing` is whether it answers that article."""
        return self._model.counted_by(Meter(self.price), standing)

    @property
    def fault(self) -> str:
        """Why it is no use to go on, "" where it is: the same fault ended several articles in a row."""
        return self._fault if self._times >= IN_A_ROW else ""

    def ended(self, fault: str) -> None:
        """Takes note of what ended an article, "" where nothing did."""
        self._times = self._times + 1 if fault and fault == self._fault else int(bool(fault))
        self._fault = fault

    def refresh(self) -> None:
        """Takes in the limits as they are now."""
        self.budget.refresh()

    def close(self) -> None:
        """Closes the model."""
        self._held.close()
        self.kept.close()
