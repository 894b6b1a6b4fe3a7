"""Earlier fact-checks in a local file: ClaimReview (https://schema.org/ClaimReview) as JSON-LD, or a feed of it.

The file holds one object, a list, a `@graph`, or a `DataFeed` as Data Commons publishes it
(https://datacommons.org/factcheck/download). A match is shown beside a verdict; no model reads it as evidence.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any

from claimcheck.domain import FactCheck, Passage, SourceAnswer, SourceStatus
from claimcheck.evidence.days import day_of
from claimcheck.evidence.documents import cleaned
from claimcheck.evidence.memory import Shelf
from claimcheck.evidence.query import Query, keywords
from claimcheck.evidence.ranking import stems
from claimcheck.evidence.ratings import label_of

LARGEST = 500 * 1024 * 1024  # bytes
SAME = 0.6  # the share of the shorter claim's keywords that the other has, from which both are about the same
LONGEST = 600  # characters of a claim as it was checked


class ClaimReviewSource:
    """The fact-checks of a file. One that is missing or holds none says so in `failure`."""

    known_here = True

    def __init__(self, path: Path | str, name: str = "") -> None:
        self.name, self._path = name or str(path), Path(path)
        self._shelf: Shelf | None = None
        self._failure, self._newest = "", ""
        self._lock = Lock()

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The fact-checks of claims that say much the same, best first; see `Source.search`."""
        shelf = self._ready()
        if shelf is None:
            return SourceAnswer(source=self.name, failure=self._failure)
        found = shelf.best(query, 4 * limit)
        return SourceAnswer(source=self.name, passages=tuple(p for p in found if alike(query, p))[:limit])

    def status(self) -> SourceStatus:
        """How many fact-checks the file holds and how new the newest is, or why it cannot answer."""
        shelf = self._ready()
        return SourceStatus(
            name=self.name,
            kind="claimreview",
            documents=len(shelf) if shelf else 0,
            notes=(f"the newest is of {self._newest}",) if self._newest else (),
            failure=self._failure,
        )

    def _ready(self) -> Shelf | None:
        with self._lock:
            if self._shelf is None and not self._failure:
                self._load()
        return self._shelf

    def _load(self) -> None:
        try:
            if self._path.stat().st_size > LARGEST:
                self._failure = f"{self._path} is larger than {LARGEST // 2**20} MB"
                return
            held = json.loads(self._path.read_text(encoding="utf-8-sig", errors="replace"))
            checks = [check for one in reviews_in(held) if (check := fact_check_of(one)) is not None]
        except OSError as error:
            self._failure = f"{self._path} cannot be read: {error.strerror}"
        except (ValueError, RecursionError):
            self._failure = f"{self._path} is not JSON: a feed of ClaimReview is JSON-LD"
        else:
            if not checks:
                self._failure = f"{self._path} holds no ClaimReview with a claim, an author and a rating"
                return
            self._newest = max((check.reviewed.isoformat() for check in checks if check.reviewed), default="")
            self._shelf = Shelf(passage_of(check, self.name) for check in checks)


def reviews_in(held: Any) -> Iterator[dict[str, Any]]:
    """Every ClaimReview in parsed JSON-LD, at any depth, in the order of the file."""
    waiting = [held]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            kinds = one.get("@type")
            if "ClaimReview" in (kinds if isinstance(kinds, list) else [kinds]):
                yield one
            else:
                waiting += reversed(one.values())
        elif isinstance(one, list):
            waiting += reversed(one)


def fact_check_of(review: dict[str, Any]) -> FactCheck | None:
    """What a ClaimReview says; None where its claim, its author or its rating is missing."""
    rating = _object(review.get("reviewRating"))
    words = _text(rating.get("alternateName") or rating.get("name") or rating.get("ratingValue"))
    author = _object(review.get("author"))
    by = _text(author.get("name") or author.get("url"))
    claim = _text(review.get("claimReviewed"))
    if not (claim and by and words):
        return None
    values = (rating.get("ratingValue"), rating.get("worstRating"), rating.get("bestRating"))
    return FactCheck(
        by=by,
        claim=claim[:LONGEST],
        rating=words[:200],
        label=label_of(words, *values),
        reviewed=day_of(_text(review.get("datePublished"))),
        url=link(review.get("url")),
    )


def passage_of(check: FactCheck, source: str) -> Passage:
    """A fact-check as a passage: its text is the claim as they checked it."""
    key = f"{check.by}\n{check.url}\n{check.claim}\n{check.rating}"
    return Passage(
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        text=check.claim,
        source=source,
        title=f"Fact-check: {check.rating}",
        publisher=check.by,
        url=check.url,
        published=check.reviewed,
        fact_check=check,
    )


def alike(query: Query, passage: Passage) -> bool:
    """Whether a checked claim says much the same as the query: most keywords of one are in the other, and its figures
    and years are not others.
    """
    figures, others = (
        {word for word in stems(text) if word[0].isdigit()} for text in (query.text, passage.text)
    )
    if figures - others and others - figures:
        return False
    ours = set(stems(" ".join(keywords(query))))
    theirs = set(stems(" ".join(keywords(Query(text=passage.text)))))
    least = min(len(ours), len(theirs))
    return least > 1 and len(ours & theirs) / least >= SAME


def link(value: object) -> str:
    """An http or https address, else ""."""
    text = _text(value)
    return text if text.startswith(("http://", "https://")) else ""


def _object(value: Any) -> dict[str, Any]:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _text(value: object) -> str:
    return " ".join(cleaned(str(value)).split()) if isinstance(value, str | int | float) else ""
