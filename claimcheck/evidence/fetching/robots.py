"""What a site's robots.txt allows (RFC 9309), read once for each site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

AGENT = "claimcheck"
_LARGEST = 500 * 1024  # bytes of a robots.txt that are read (RFC 9309, 2.5)

Read = Callable[[str], tuple[int, bytes]]
"""Address → status and body; status 0 where the site could not be reached."""


class Robots:
    """Answers for addresses; `read` fetches a robots.txt."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._rules: dict[str, object] = {}

    def allows(self, url: str) -> bool:
        """Whether we may fetch that page. A site whose robots.txt cannot be had says no (RFC 9309, 2.3.1.4)."""
        rules = self._of(url)
        return rules if isinstance(rules, bool) else bool(rules.can_fetch(url, AGENT))  # type: ignore[attr-defined]

    def delay(self, url: str) -> float:
        """The seconds between requests that the site asks for, at most 10; 0 where it asks for none."""
        rules = self._of(url)
        asked = None if isinstance(rules, bool) else rules.crawl_delay(AGENT)  # type: ignore[attr-defined]
        return min(float(asked), 10.0) if asked else 0.0

    def _of(self, url: str) -> object:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._fetched(site)
        return self._rules[site]

    def _fetched(self, site: str) -> object:
        from protego import Protego

        status, body = self._read(f"{site}/robots.txt")
        if 200 <= status < 300:
            return Protego.parse(body[:_LARGEST].decode("utf-8", "replace"))
        return 400 <= status < 500  # none there: everything is allowed; a server in trouble: nothing is
