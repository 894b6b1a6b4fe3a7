"""ClaimReview (schema.org) as JSON-LD, for the page on which a newsroom publishes its fact-check.

Only claims to which a person has given a verdict are in it. What is asked for is Google's list for fact checks:
`claimReviewed`, `reviewRating` and `url` are required, `author` and `itemReviewed` recommended.
"""

from __future__ import annotations

import json
from typing import Any

from claimcheck.domain import Article, Label, Passage, Report
from claimcheck.errors import UsageError
from claimcheck.reports.json import inert
from claimcheck.reports.safe import one_line, web_address
from claimcheck.reports.standing import Standing, standings

SCALE = {Label.REFUTED: 1, Label.CONFLICTING: 2, Label.SUPPORTED: 3}
DECLARED = "1 Refuted, 2 Conflicting Evidence/Cherry-picking, 3 Supported; Not Enough Evidence has no number"


def render(report: Report, *, page: str = "", publisher: str = "") -> str:
    """The graph of reviews, safe inside `<script type="application/ld+json">`.

    `page` is the address where the fact-check will stand; `publisher` the newsroom's name, without which
    the reviewer is the author. Raises `UsageError` where `page` is no web address, or is needed and not given.
    """
    confirmed = [standing for standing in standings(report) if _is_confirmed(standing)]
    if (confirmed or page) and not web_address(page):
        raise UsageError(
            "ClaimReview needs the web address where the fact-check will stand: --page https://…"
        )
    reviews = [_review(report.article, standing, page, publisher) for standing in confirmed]
    held = json.dumps({"@context": "https://schema.org", "@graph": reviews}, ensure_ascii=False, indent=2)
    for character in "<>&":
        held = held.replace(character, f"\\u{ord(character):04x}")
    return inert(held) + "\n"


def _is_confirmed(standing: Standing) -> bool:
    return standing.decision is not None and standing.label not in (None, Label.UNCHECKED)


def _review(article: Article, standing: Standing, page: str, publisher: str) -> dict[str, Any]:
    decision = standing.decision
    assert decision is not None
    author = (
        {"@type": "Organization", "name": one_line(publisher)}
        if publisher
        else {"@type": "Person", "name": one_line(decision.by)}
    )
    return {
        "@type": "ClaimReview",
        "@id": f"{page.partition('#')[0]}#claim-{standing.number}",
        "url": page,
        "claimReviewed": one_line(standing.wording),
        "datePublished": decision.at.date().isoformat(),
        "author": author,
        "reviewRating": _rating(standing),
        "itemReviewed": _claim(article, standing),
    } | _basis(standing)


def _rating(standing: Standing) -> dict[str, Any]:
    assert standing.label is not None
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": str(standing.label),
        "description": DECLARED,
    }
    if standing.label in SCALE:
        rating |= {"ratingValue": SCALE[standing.label], "worstRating": 1, "bestRating": len(SCALE)}
    return rating | ({"ratingExplanation": one_line(standing.reason)} if standing.reason else {})


def _claim(article: Article, standing: Standing) -> dict[str, Any]:
    """The claim: by the article's publisher or writer, or, as text, by whom the article has say it.

    Whether a speaker is a person or an organisation is not known, and `author` would have to say it.
    """
    claim = standing.claim
    held: dict[str, Any] = {"@type": "Claim", "name": one_line(standing.wording)}
    held["text"] = one_line(claim.spans[0].quotation)
    if article.published:
        held["datePublished"] = article.published.date().isoformat()
    if claim.attributed_to:
        held["creditText"] = one_line(claim.attributed_to)
    elif article.publisher or article.byline:
        kind, name = ("Organization", article.publisher) if article.publisher else ("Person", article.byline)
        held["author"] = {"@type": kind, "name": one_line(name)}
    if article.headline:
        held["appearance"] = _appearance(article)
    return held


def _appearance(article: Article) -> dict[str, Any]:
    held: dict[str, Any] = {"@type": "CreativeWork", "headline": one_line(article.headline)}
    if address := web_address(article.origin):
        held["url"] = address
    return held


def _basis(standing: Standing) -> dict[str, Any]:
    """What the review rests on. It is the review's, and not the claim's: most of it speaks against a refuted one."""
    works = [_work(passage) for passage in _evidence(standing)]
    return {"isBasedOn": works} if works else {}


def _evidence(standing: Standing) -> list[Passage]:
    added = standing.decision.evidence if standing.decision else ()
    passages = [*added, *(passage for _, passage in standing.cited)]
    return list({passage.id: passage for passage in passages}.values())


def _work(passage: Passage) -> dict[str, Any]:
    held: dict[str, Any] = {"@type": "CreativeWork", "name": one_line(passage.title)}
    if address := web_address(passage.url):
        held["url"] = address
    if passage.published:
        held["datePublished"] = passage.published.isoformat()
    return held
