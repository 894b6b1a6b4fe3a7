"""An optional ranking by meaning: embeddings of the embedded encoder, or of a server's `/embeddings`."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import isfinite, sqrt
from operator import mul
from struct import unpack
from typing import Any
from urllib.parse import urlsplit

from claimcheck.domain import Passage
from claimcheck.errors import ServiceError, UsageError
from claimcheck.evidence.fetching import Fetcher, FetchError, basic, shown
from claimcheck.evidence.options import EmbeddingOptions, EvidenceOptions, SourceOptions, fetcher_for
from claimcheck.evidence.query import Query
from claimcheck.lm.access import KEY, key_in
from claimcheck.lm.kept import KeptAnswers, answers_path, key_of

SURE = 170  # characters that never are more word pieces than the encoder reads, in whatever script
PATIENCE = 120.0  # seconds for the encoder's answer: it is slow where the machine is busy
KEPT = 64 * 1024 * 1024  # bytes of embeddings: some 40,000 texts

_OPENAI = ("https", "api.openai.com")

Vectors = list[tuple[float, ...]]


class MeaningRanker:
    """Ranks passages by the cosine of their embedding with the query's."""

    def __init__(self, options: EmbeddingOptions, shared: EvidenceOptions) -> None:
        self._embedded: Callable[[list[str]], Vectors]
        self._embedded = _Encoder(options, shared) if options.embedded else _Server(options, shared)

    def ranked(self, query: Query, passages: Sequence[Passage]) -> list[Passage]:
        """The passages, nearest in meaning first. Raises `FetchError` and `ReplayError`.

        A passage is read with its title: "he" of a page about somebody is that person.
        """
        if not passages:
            return []
        asked, *held = self._embedded([query.text, *map(_told, passages)])
        near = {p.id: _cosine(asked, vector) for p, vector in zip(passages, held, strict=True)}
        return sorted(passages, key=lambda passage: (-near[passage.id], passage.id))


class _Server:
    """A server's embeddings: one request."""

    def __init__(self, options: EmbeddingOptions, shared: EvidenceOptions) -> None:
        self._options, self._replaying = options, shared.replaying
        self._url = f"{options.base_url.rstrip('/')}/embeddings"
        self._fetcher = fetcher_for(SourceOptions(private=True), shared, self._url)

    def __call__(self, texts: list[str]) -> Vectors:
        key = self._key()
        login = (
            basic(key) if ":" in key else {"authorization": f"Bearer {key}"}
        )  # no bearer's token has a colon
        headers = login if key else {}
        body = {"model": self._options.model, "input": texts}
        answer = self._fetcher.post_json(self._url, body, headers)
        return _vectors(answer, len(texts), self._url, _numbers)

    def _key(self) -> str:
        """The key for the server, "" for none. OpenAI's own goes to OpenAI unasked, and to nobody else.

        Raises `FetchError` where the one that is named is not there.
        """
        named = self._options.key_env
        if self._replaying or not (named or urlsplit(self._url)[:2] == _OPENAI):
            return ""
        try:
            key = key_in(name=named or KEY)
        except UsageError as error:
            raise FetchError(str(error)) from error
        if key is None:
            raise FetchError(f"{shown(self._url)} needs a key: set {named or KEY}")
        return key


class _Encoder:
    """The embedded encoder's embeddings: one request, for the texts whose embeddings are not kept on disk.

    While recording or replaying all are asked for, so that the recording holds them.
    """

    def __init__(self, options: EmbeddingOptions, shared: EvidenceOptions) -> None:
        self._who, self._replaying = options.name, shared.replaying
        self._kept = _kept() if shared.http_cache else None

    def __call__(self, texts: list[str]) -> Vectors:
        keys = {text: key_of(self._who, text) for text in texts}
        known: dict[str, str] = {}
        for text, key in keys.items():
            held = self._kept.get(key) if self._kept else None
            if isinstance(held, str):
                known[text] = held
        if missing := [text for text in keys if text not in known]:
            for text, vector in zip(missing, self._asked(missing), strict=True):
                known[text] = vector
                if self._kept:
                    self._kept.put(keys[text], vector)
        return [_unpacked(known[text]) for text in texts]

    def _asked(self, texts: list[str]) -> list[str]:
        """Each embedding as the protocol packs it: 32-bit floats in base64."""
        from claimcheck.lm.weights import ENCODER

        url = f"{_address(self._replaying)}/embeddings"
        body = {"model": ENCODER, "input": texts, "encoding_format": "base64"}
        try:
            answer = _own_fetcher(url).post_json(url, body)
        except FetchError:  # a text may be longer than the encoder reads
            if max(map(len, texts)) <= SURE:
                raise
            answer = _own_fetcher(url).post_json(url, body | {"input": [text[:SURE] for text in texts]})
        return _vectors(answer, len(texts), url, _checked)


def _address(replaying: bool) -> str:
    from claimcheck.lm.embedded import EMBEDDED, encoder_address
    from claimcheck.lm.weights import ENCODER, path_of

    if replaying:
        return EMBEDDED
    path = path_of(ENCODER)
    if path is None:
        raise FetchError(f"the encoder {ENCODER} is not here: claimcheck model pull {ENCODER}")
    try:
        return encoder_address(path)
    except ServiceError as error:
        raise FetchError(str(error)) from error


@lru_cache(maxsize=1)
def _own_fetcher(url: str) -> Fetcher:
    """A client for the encoder in this process: no pause between two requests, and no end of them."""
    options = SourceOptions(private=True, timeout=PATIENCE, calls=1_000_000_000)
    return fetcher_for(options, EvidenceOptions(replaying=True), url)


@lru_cache(maxsize=1)
def _kept() -> KeptAnswers:
    return KeptAnswers(answers_path().with_name("embeddings.db"), largest=KEPT)


def _vectors(answer: Any, count: int, url: str, read: Callable[[Any], Any]) -> list[Any]:
    """The embeddings of an answer in the order of the texts. Raises `FetchError` where they are not there."""
    try:
        data: list[Any] = sorted(answer["data"], key=lambda one: one["index"])
        vectors = [read(one["embedding"]) for one in data]
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise FetchError(f"{shown(url)}: the answer holds no embeddings") from error
    if len(vectors) != count or len({len(vector) for vector in vectors}) != 1:
        raise FetchError(f"{shown(url)}: the answer does not hold one embedding for each text")
    return vectors


def _numbers(held: Any) -> tuple[float, ...]:
    """An embedding as a list. Raises `TypeError`, `ValueError` and `OverflowError` where it is none."""
    numbers = tuple(float(one) for one in held)
    if not all(map(isfinite, numbers)):
        raise ValueError("not numbers")
    return numbers


def _checked(held: Any) -> str:
    """A packed embedding as it came. Raises `TypeError` and `ValueError` where it is none."""
    _unpacked(held)
    return str(held)


def _unpacked(held: str) -> tuple[float, ...]:
    """The numbers of a packed embedding. Raises `ValueError` where it is none."""
    packed = b64decode(held, validate=True)
    if len(packed) % 4:
        raise ValueError("not 32-bit numbers")
    return unpack(f"<{len(packed) // 4}f", packed)


def _told(passage: Passage) -> str:
    """A passage with its title: a sentence about "it" means little without."""
    return f"{passage.title}: {passage.text}" if passage.title else passage.text


def _cosine(one: Sequence[float], other: Sequence[float]) -> float:
    length = sqrt(sum(map(mul, one, one)) * sum(map(mul, other, other)))
    return sum(map(mul, one, other)) / length if length else 0.0
