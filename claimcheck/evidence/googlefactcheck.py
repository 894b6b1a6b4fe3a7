"""Earlier fact-checks by Google's Fact Check Tools API, `claims:search`.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search. Written to that reference
and driven against a server of the tests; not verified against the live service.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.domain import FactCheck, SourceAnswer, SourceStatus
from claimcheck.evidence.claimreview import alike, link, passage_of
from claimcheck.evidence.days import day_of
from claimcheck.evidence.documents import cleaned
from claimcheck.evidence.fetching import Fetcher, FetchError
from claimcheck.evidence.query import Query
from claimcheck.evidence.ratings import label_of

API = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
KEY = "GOOGLE_FACTCHECK_API_KEY"
TRIAL = "vaccine"  # what is asked only to see whether there is an answer
UNVERIFIED = "not verified against the live service"


class GoogleFactCheckSource:
    """Fact-checks that Google knows. One request for a claim; the key travels in a header and is not kept."""

    def __init__(self, fetcher: Fetcher, key: str, name: str, api: str = API, language: str = "en") -> None:
        """`key` empty is for a replay."""
        self.name, self._fetcher, self._key = name, fetcher, key
        self._api, self._language = api, language

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The fact-checks of claims that say much the same; see `Source.search`."""
        parameters = {
            "query": query.text[:400],
            "languageCode": self._language,
            "pageSize": min(4 * limit, 50),
        }
        headers = {"x-goog-api-key": self._key} if self._key else {}
        try:
            answer = self._fetcher.get(self._api, parameters, headers, robots=False, secret=True).json()
            found = [passage_of(check, self.name) for check in checks_in(answer)]
        except FetchError as error:
            return SourceAnswer(source=self.name, failure=str(error))
        return SourceAnswer(source=self.name, passages=tuple(p for p in found if alike(query, p))[:limit])

    def status(self) -> SourceStatus:
        """That there is a key: nothing is asked, since questions are counted."""
        return SourceStatus(name=self.name, kind="google-factcheck", notes=(UNVERIFIED,))

    def inspect(self) -> SourceStatus:
        """The status, and whether one question is answered; see `Inspectable`."""
        failure = self.search(Query(text=TRIAL), 1).failure
        return self.status().model_copy(update={"failure": failure})


def checks_in(answer: Any) -> Iterator[FactCheck]:
    """The reviews of an answer. Raises `FetchError` where it is of another shape."""
    claims = answer.get("claims", []) if isinstance(answer, dict) else None
    if not isinstance(claims, list):
        raise FetchError(f"{API}: the answer is not that of claims:search")
    for claim in claims:
        reviews = claim.get("claimReview") if isinstance(claim, dict) else None
        for review in reviews if isinstance(reviews, list) else []:
            check = _check(claim, review) if isinstance(review, dict) else None
            if check is not None:
                yield check


def _check(claim: dict[str, Any], review: dict[str, Any]) -> FactCheck | None:
    publisher = review.get("publisher")
    who = publisher if isinstance(publisher, dict) else {}
    by, rating = _text(who.get("name") or who.get("site")), _text(review.get("textualRating"))
    text = _text(claim.get("text"))
    if not (by and rating and text):
        return None
    return FactCheck(
        by=by,
        claim=text[:600],
        rating=rating[:200],
        label=label_of(rating),
        reviewed=day_of(_text(review.get("reviewDate"))),
        url=link(review.get("url")),
    )


def _text(value: object) -> str:
    return " ".join(cleaned(value).split()) if isinstance(value, str) else ""
