"""What a run has found so far, and the same as a value that can be kept between its stages."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.domain import Article, Claim, Frozen, LedgerEntry, Verdict
from claimcheck.errors import ClaimcheckError


class RunState(Frozen):
    """What a stage leaves to the next: `fatal` is why the run cannot go on, "" where it can."""

    claims: tuple[Claim, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    failures: tuple[str, ...] = ()
    fatal: str = ""
    fatal_code: int = 0


@dataclass
class Run:
    """What a run has found so far; it turns into a report at any moment, finished or interrupted."""

    article: Article
    claims: list[Claim] = field(default_factory=list)
    ledger: dict[int, LedgerEntry] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    fatal: ClaimcheckError | None = None

    def failed(self, error: ClaimcheckError) -> None:
        """Keeps a failure that ends the run, once: what was finished before it is still reported."""
        self.fatal = self.fatal or error
        if str(error) not in self.failures:
            self.failures.append(str(error))

    @property
    def state(self) -> RunState:
        """The run as a value."""
        return RunState(
            claims=tuple(self.claims),
            ledger=tuple(self.ledger.values()),
            verdicts=tuple(self.verdicts.values()),
            failures=tuple(self.failures),
            fatal=str(self.fatal or ""),
            fatal_code=self.fatal.exit_code if self.fatal else 0,
        )

    @classmethod
    def of(cls, article: Article, state: RunState) -> Run:
        """The run that left this state."""
        run = cls(
            article,
            list(state.claims),
            {entry.sentence: entry for entry in state.ledger},
            {verdict.claim: verdict for verdict in state.verdicts},
            list(state.failures),
        )
        if state.fatal:
            run.fatal = ClaimcheckError(state.fatal)
            run.fatal.exit_code = state.fatal_code
        return run
