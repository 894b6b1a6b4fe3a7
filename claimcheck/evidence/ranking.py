"""Query → ranked passages: the weights of words, and an order that does not depend on the index's past."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from claimcheck.domain import Passage
from claimcheck.evidence.passages import SECTION
from claimcheck.evidence.query import Query
from claimcheck.language.tokens import folded

if TYPE_CHECKING:
    import tantivy

# Against 1 for any other word of the text. A word counts where it weighs most, in the title or in the text, and
# not in both: a passage that repeats its page's name would go before one that says "it" and answers the claim.
# Chosen on half of Fool Me Twice's dev set, see benchmarks/README.md; heavier names, and phrases, cost recall there.
NUMBERS, DATES, TITLE = 2.0, 1.5, 2.0
SPARE = 32  # hits more than asked for, so that equal scores are told apart by id and not by place on disk

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_FIGURE = re.compile(r"\d+")
_UNIT = re.compile(r"(?<=\d)(?=(?:bn|mn|m|tn|trn|k|km|kg|pc|pp)\b)")


def built_query(query: Query, schema: tantivy.Schema) -> tantivy.Query | None:
    """The search that a query means: any of its words, the heavy ones boosted; None where it has no words."""
    from tantivy import Occur
    from tantivy import Query as Ask

    parts: list[tuple[Occur, Ask]] = []
    for word, weight in weights_of(query).items():
        fields = (("text", weight), ("title", weight * TITLE))
        terms = [Ask.boost_query(Ask.term_query(schema, field, word), share) for field, share in fields]
        parts.append((Occur.Should, Ask.disjunction_max_query(terms)))
    return Ask.boolean_query(parts) if parts else None


def best(searcher: tantivy.Searcher, asked: tantivy.Query, limit: int, source: str) -> list[Passage]:
    """The best passages, by score and then by id; the same passage from two files once."""
    found: dict[str, Passage] = {}
    last = 0.0
    for hit, address in searcher.search(asked, limit + SPARE, count=False).hits:
        score = round(float(hit), 4)
        if len(found) >= limit and score < last:
            break  # hits come by their score: what follows can only lose
        last = score
        held = parsed(str(searcher.doc(address).get_first("passage")))
        passage = held.model_copy(update={"score": score, "source": source})
        other = found.get(passage.id)
        if other is None or (-passage.score, passage.path) < (-other.score, other.path):
            found[passage.id] = passage
    return sorted(found.values(), key=lambda passage: (-passage.score, passage.id))[:limit]


@lru_cache(maxsize=2048)  # the same passages are found for one claim after another
def parsed(stored: str) -> Passage:
    """The passage that an index holds as JSON."""
    return Passage.model_validate_json(stored)


def weights_of(query: Query) -> dict[str, float]:
    """Word, as the index holds it → its weight."""
    weights = dict.fromkeys(stems(query.text), 1.0)
    for terms, weight in ((query.names, 1.0), (query.dates, DATES), (query.numbers, NUMBERS)):
        for word in (word for term in terms for word in stems(term)):
            weights[word] = max(weight, weights.get(word, 0.0))
    return weights


def searched(passage: Passage) -> tuple[str, str]:
    """What a passage is found by: its page's title, and its text with what stands above it in the page.

    The headings of a part weigh as words of its text: in the title they cost recall (benchmarks/steps/retrieval.md). The
    figures of a title that is but the file's name, such as "story-39", say nothing of what stands in it.
    """
    title, *above = passage.title.split(SECTION)
    if title == PurePath(passage.path).stem:
        title = _FIGURE.sub(" ", title)
    return spelt(title), spelt(" ".join([*above, passage.text]))


def stems(text: str) -> tuple[str, ...]:
    """The words of a text as the index holds them: stemmed, without case and accents, since names come with and without."""
    return tuple(_analyzer().analyze(spelt(text)))


def spelt(text: str) -> str:
    """A text without case and accents, its figures as one word each: "240bn" has 240 in it, and "1,500" is 1500."""
    return _UNIT.sub(" ", _THOUSANDS.sub("", folded(text)))


@lru_cache(maxsize=1)
def _analyzer() -> tantivy.TextAnalyzer:
    """The library's "en_stem", which it does not hand out by name."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40))
    return builder.filter(Filter.lowercase()).filter(Filter.stemmer("english")).build()
