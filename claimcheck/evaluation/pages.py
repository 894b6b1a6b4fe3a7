"""Reading measured: the text taken from saved pages, from pasted ones, and from texts without any noise."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import BaseModel, Field

from claimcheck.articles.reading import decoded, extract
from claimcheck.articles.rendering import as_pasted
from claimcheck.domain import Frozen
from claimcheck.errors import InputError
from claimcheck.evaluation.intervals import SEED, Part, Score, scored_parts
from claimcheck.evaluation.objects import (
    json_at,
    kept_scores,
    objects,
    read_bytes,
    refuse_twice,
    text_of,
    validated,
    without_broken_letters,
)
from claimcheck.evaluation.rows import Text
from claimcheck.evaluation.shingles import Overlap, overlap, precision, recall, shingle_f1

GOLD = "ground-truth.json"
KEPT = 0.97  # the share of a text without noise that reading has to keep


class Page(Frozen):
    """A text to read as it reaches claimcheck, and the article that people found in it."""

    id: str
    url: str
    data: bytes
    gold: str


class _GoldRow(BaseModel):
    body: str = Field(alias="articleBody")
    url: Text | None = None


class _TextRow(BaseModel):
    id: Text
    text: str
    url: Text | None = None


class PageOutcome(Frozen):
    """What was read of one page; `failure` says why nothing was."""

    id: str
    url: str
    overlap: Overlap
    failure: str = ""
    held_back: bool = False


class PageScores(Frozen):
    """The result of measuring reading on a set of pages."""

    task: str
    data_sha256: str
    scores: dict[str, Score]
    outcomes: tuple[PageOutcome, ...]


def measure_pages(
    task: str,
    path: Path,
    *,
    limit: int | None = None,
    listen: Callable[[int, int], None] | None = None,
) -> PageScores:
    """Reads every page of a data set and scores what was read.

    `task` is a name in `TASKS`; `limit` pages are drawn, the same ones each time. Raises `InputError` for data that
    cannot be read. A page that reading refuses counts as read to nothing, and is listed.
    """
    pages = TASKS[task](path)
    halves = {page.id: number % 2 == 1 for number, page in enumerate(pages)}
    chosen = _some(pages, limit)
    outcomes = []
    for number, page in enumerate(chosen):
        if listen:
            listen(number, len(chosen))
        outcomes.append(_outcome(page, halves[page.id]))
    if listen:
        listen(len(chosen), len(chosen))
    digest = hashlib.sha256(b"".join(hashlib.sha256(p.data + p.gold.encode()).digest() for p in chosen))
    return PageScores(
        task=task,
        data_sha256=digest.hexdigest(),
        scores=scored_parts(parts_of(outcomes)),
        outcomes=tuple(outcomes),
    )


def saved(path: Path) -> list[Page]:
    """The pages of a folder as article-extraction-benchmark lays it out, in the order of their ids.

    Its `ground-truth.json` maps each id to an object with `articleBody`; the page is `<id>.html.gz`,
    beside it or in a folder `html`.
    """
    return [
        Page(id=key, url=row.url or "", data=_page(path, key), gold=row.body)
        for key, row in sorted(_gold(path).items())
    ]


def pasted(path: Path) -> list[Page]:
    """The same pages as text, as a copy of the whole page from a browser gives it."""
    return [
        page.model_copy(update={"data": as_pasted(decoded(page.id, page.data)).encode("utf-8")})
        for page in saved(path)
    ]


def plain(path: Path) -> list[Page]:
    """Articles without any noise, one JSON object with `text` a line: all of it should be read."""
    pages, seen = [], set[str]()
    for number, (where, held) in enumerate(objects(path, read_bytes(path)), 1):
        row = validated(_TextRow, where, {"id": number} | held)
        refuse_twice(where, row.id, seen)
        pages.append(Page(id=row.id, url=row.url or "", data=row.text.encode("utf-8"), gold=row.text))
    if not pages:
        raise InputError(f"{path} holds no article")
    return pages


TASKS: dict[str, Callable[[Path], list[Page]]] = {
    "pages": saved,
    "pages-pasted": pasted,
    "plain-text": plain,
}


def read_page_scores(path: Path) -> PageScores:
    """Scores that were written before. Raises `InputError`."""
    return kept_scores(path, PageScores, "pages")


def _gold(path: Path) -> dict[str, _GoldRow]:
    file = path / GOLD
    with json_at(str(file)):
        gold = json.loads(text_of(file, read_bytes(file)))
    if not isinstance(gold, dict) or not gold:
        raise InputError(f"{file}: not an object with a page for each id")
    return {
        key: validated(_GoldRow, f"{file}, page {key}", row)
        for key, row in without_broken_letters(str(file), gold).items()
    }


def _page(path: Path, key: str) -> bytes:
    places = [path / f"{key}.html.gz", path / "html" / f"{key}.html.gz"]
    for place in places:
        try:
            return gzip.decompress(place.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise InputError(f"{place} is not a page packed with gzip") from error
        except (OSError, ValueError) as error:  # a name that is too long, or has a zero byte
            raise InputError(f"the page {key[:80]!r} of {path / GOLD} cannot be read") from error
    raise InputError(f"{places[0]} is not there, though {GOLD} names it")


def _some(pages: list[Page], limit: int | None) -> list[Page]:
    if limit is None or limit >= len(pages):
        return pages
    return sorted(random.Random(SEED).sample(pages, limit), key=lambda page: page.id)


def _outcome(page: Page, held_back: bool) -> PageOutcome:
    text, failure = "", ""
    try:
        text = extract(page.id, page.data)[0]
    except InputError as error:
        failure = str(error)
    found = overlap(page.gold, text)
    return PageOutcome(id=page.id, url=page.url, overlap=found, failure=failure, held_back=held_back)


def parts_of(outcomes: Sequence[PageOutcome]) -> dict[str, Part[PageOutcome]]:
    """The benchmark's scores, how many texts were kept nearly whole, and F1 of the two halves."""
    parts = {name: Part(outcomes, _of_pages(measure)) for name, measure in MEASURES.items()}
    for name, held_back in (("to develop on", False), ("held back", True)):
        half = [o for o in outcomes if o.held_back is held_back]
        parts[f"F1 of the half {name}"] = Part(half, _of_pages(shingle_f1))
    return parts


def _of_pages(measure: Callable[[Sequence[Overlap]], float]) -> Callable[[Sequence[PageOutcome]], float]:
    return lambda outcomes: measure([o.overlap for o in outcomes])


def _kept(overlaps: Sequence[Overlap]) -> float:
    return sum(o.recall >= KEPT for o in overlaps) / len(overlaps)


MEASURES: dict[str, Callable[[Sequence[Overlap]], float]] = {
    "shingle F1": shingle_f1,
    "precision": precision,
    "recall": recall,
    f"pages with a recall of {KEPT} or more": _kept,
}
