"""How many calls an endpoint may have under way, and how fast it may be asked: two small laws, without clock or I/O."""

from __future__ import annotations

from claimcheck.lm.headers import Left

START = 8  # calls: what any service takes, and all that one article has under way
HALF = 0.5


class Window:
    """Calls that may be under way: additive increase, multiplicative decrease (Chiu & Jain 1989).

    As TCP does (RFC 5681): one more for each answer up to the first refusal, which doubles the window with every
    round; half of it at a refusal; from there one more with every round. Calls that were under way at a
    refusal belong to it and halve nothing again (RFC 6582). A window that is not half used does not grow, since
    answers then tell nothing about it (as in Netflix's concurrency-limits). Latency is not the sign here: it
    follows from the length of the answers, which differs from call to call.
    """

    def __init__(self, ceiling: int, start: int = START) -> None:
        self._ceiling = max(1, ceiling)
        self._size = float(min(start, self._ceiling))
        self._doubling_up_to = float(self._ceiling)
        self._halved_at = -1

    @property
    def size(self) -> int:
        """How many calls may be under way now: 1 or more."""
        return int(self._size)

    def answered(self, under_way: int, waiting: int = 0) -> None:
        """One answer came while so many calls, it among them, were under way, and so many waited for their turn."""
        if waiting or under_way * 2 >= self._size:
            step = 1.0 if self._size < self._doubling_up_to else 1.0 / self._size
            self._size = min(float(self._ceiling), self._size + step)

    def refused(self, call: int, latest: int) -> None:
        """The call of that number was refused or not answered in time; `latest` is the newest call's number."""
        if call > self._halved_at:
            self._size = max(1.0, self._size * HALF)
            self._doubling_up_to = self._size
            self._halved_at = latest


class Allowance:
    """What may still be asked of one rate, as the service's headers tell: a bucket that refills evenly.

    Where no limit is told, what is left must do until the reset. Before anything is told, nothing is held back.
    """

    def __init__(self) -> None:
        self._left: Left | None = None
        self._at = 0.0
        self._taken = 0.0

    def told(self, left: Left, taken_since: float, now: float) -> None:
        """What an answer told; `taken_since` is what later calls took, which the service had not counted yet."""
        self._left, self._at, self._taken = left, now, taken_since

    def take(self, amount: float) -> None:
        """A call goes off that needs this much."""
        self._taken += amount

    def wait(self, amount: float, now: float) -> float:
        """Seconds until so much is there: 0 where it is. More than the whole bucket waits for a full one."""
        if self._left is None or now >= self._at + self._left.reset:
            return 0.0
        until_reset = self._at + self._left.reset - now
        limit = self._left.limit
        if limit is None or limit <= self._left.remaining:
            return 0.0 if self._left.remaining - self._taken >= amount else until_reset
        share = (now - self._at) / self._left.reset
        there = self._left.remaining + (limit - self._left.remaining) * share - self._taken
        lacking = min(amount, limit) - there
        return min(until_reset, max(0.0, lacking * self._left.reset / (limit - self._left.remaining)))
