"""An optional ranking by meaning: embeddings by the OpenAI protocol's `/embeddings`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from math import sqrt
from operator import mul
from typing import Any

from claimcheck.domain import Passage
from claimcheck.evidence.fetching import FetchError
from claimcheck.evidence.options import EmbeddingOptions, EvidenceOptions, SourceOptions, fetcher_for
from claimcheck.evidence.query import Query


class MeaningRanker:
    """Ranks passages by the cosine of their embedding with the query's, as one server computes them."""

    def __init__(self, options: EmbeddingOptions, shared: EvidenceOptions) -> None:
        self._options = options
        self._url = f"{options.base_url.rstrip('/')}/embeddings"
        self._fetcher = fetcher_for(SourceOptions(private=True), shared, self._url)

    def ranked(self, query: Query, passages: Sequence[Passage]) -> list[Passage]:
        """The passages, nearest in meaning first; one request. Raises `FetchError` and `ReplayError`.

        A passage is read with its title: "he" of a page about somebody is that person.
        """
        if not passages:
            return []
        texts = [f"{passage.title}. {passage.text}".removeprefix(". ") for passage in passages]
        asked, *held = self._embedded([query.text, *texts])
        near = {p.id: _cosine(asked, vector) for p, vector in zip(passages, held, strict=True)}
        return sorted(passages, key=lambda passage: (-near[passage.id], passage.id))

    def _embedded(self, texts: list[str]) -> list[list[float]]:
        key = os.environ.get(self._options.key_env or "OPENAI_API_KEY", "")
        headers = {"authorization": f"Bearer {key}"} if key else {}
        answer = self._fetcher.post_json(self._url, {"model": self._options.model, "input": texts}, headers)
        try:
            data: list[Any] = sorted(answer["data"], key=lambda one: one["index"])
            vectors = [[float(x) for x in one["embedding"]] for one in data]
        except (KeyError, TypeError, ValueError) as error:
            raise FetchError(f"{self._url}: the answer holds no embeddings") from error
        if len(vectors) != len(texts) or len({len(vector) for vector in vectors}) != 1:
            raise FetchError(f"{self._url}: the answer does not hold one embedding for each text")
        return vectors


def _cosine(one: list[float], other: list[float]) -> float:
    length = sqrt(sum(map(mul, one, one)) * sum(map(mul, other, other)))
    return sum(map(mul, one, other)) / length if length else 0.0
