"""`python -m benchmarks.bench [a b c d e] [--full]`: what README.md here reports, measured, as tables and as JSON.

a: against a server with a set latency, beside the critical path; b: stated models of other tools' call patterns;
c: the embedded model (only where asked for: minutes); d: claimcheck's own overhead; e: how that grows.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import batches, made
from benchmarks.batches import Took
from benchmarks.patterns import PATTERNS, replay
from benchmarks.server.running import ROOT, Served, served

Row = dict[str, Any]

LATENCY = {"latency": 0.4, "per_token": 0.005}  # seconds a call and a written token
WORDS = 480  # 15 sentences, 30 claims
CAPACITY = 64  # calls that the server answers at once
CASSETTE = ROOT / "cassettes" / "pipeline" / "example.yaml"


def one_article(server: Served, full: bool) -> list[Row]:
    """One article at a time, in this process, after a warm-up: the clock beside the sum of latencies on the longest chain."""
    from claimcheck import check, open_model, read_article, resolve_sources

    sources = resolve_sources([str(ROOT / "examples" / "references")])
    articles = {
        "example": read_article(str(ROOT / "examples" / "article.txt")),
        "made": made.article(1, WORDS),
    }
    rows = []
    with open_model("stand-in", server.base_url) as model:
        server.settings()
        check(articles["example"], model, sources)
        for name, article in articles.items():
            for _ in range(5 if full else 3):
                server.settings(**LATENCY)
                begun = time.perf_counter()
                report = check(article, model, sources)
                rows.append(_beside_the_chain(name, report, time.perf_counter() - begun, server.account()))
    return rows


def _beside_the_chain(name: str, report: Any, seconds: float, account: Row) -> Row:
    return {
        "article": name,
        "sentences": len(report.article.sentences),
        "claims": len(report.claims),
        "calls": account["calls"],
        "recorded": account["answered_by"].get("recording", 0),
        "rounds": account["rounds"],
        "prompt": account["prompt_tokens"],
        "written": account["completion_tokens"],
        "seconds": round(seconds, 2),
        "critical path": account["heaviest_chain"],
        "ratio": round(seconds / account["heaviest_chain"], 2),
    }


def many_articles(server: Served, full: bool) -> list[Row]:
    """`claimcheck batch` against a server of a set capacity: from the first call's arrival to the last answer."""
    articles = 200 if full else 24
    took = batches.run(server, articles, WORDS, CAPACITY, **LATENCY, capacity=CAPACITY)
    least = took.account["latencies"] / CAPACITY
    return [
        {
            "articles": articles,
            "calls": took.account["calls"],
            "rounds": took.account["rounds"],
            "span": took.account["span"],
            "least": round(least, 1),
            "ratio": round(took.account["span"] / least, 2),
            "articles a minute": round(60 * articles / took.account["span"], 1),
            "processor": round(took.processor, 1),
            "most at once": took.account["most_in_flight"],
        }
    ]


def patterns(server: Served, full: bool) -> list[Row]:
    """Other tools' calls for 15 sentences and 30 claims, by stated models, against the same server."""
    server.settings(**LATENCY)
    return [replay(pattern, server, 15, 30) for pattern in PATTERNS]


def embedded(server: Served, full: bool) -> list[Row]:
    """The example article on the embedded model."""
    from benchmarks.article_cost import cost

    return [cost(str(ROOT / "examples" / "article.txt"), [str(ROOT / "examples" / "references")])]


def overhead(server: Served, full: bool) -> list[Row]:
    """`claimcheck batch` with a server that answers at once: what an article takes beyond starting, and memory."""
    sizes, flights = ([20, 120, 1000], [1, 16, 64]) if full else ([5, 25], [16])
    rows = []
    for workers in flights:
        took = [
            batches.run(server, articles, WORDS, workers) for articles in sizes[: 2 if workers != 64 else 3]
        ]
        rows += [one.row() | _slope(took[0], one) for one in took]
    return rows


def _slope(first: Took, later: Took) -> Row:
    """Milliseconds of processor time that each further article took, and what that is in articles a second on a core."""
    more = later.articles - first.articles
    if not more:
        return {"ms an article": None, "articles a core second": None}
    each = (later.processor - first.processor) / more
    return {"ms an article": round(1000 * each), "articles a core second": round(1 / each, 1)}


def growth(server: Served, full: bool) -> list[Row]:
    """Articles of growing length, one at a time in this process, with a server that answers at once."""
    from claimcheck import check, open_model, resolve_sources

    rows = []
    sources = resolve_sources([str(ROOT / "examples" / "references")])
    with open_model("stand-in", server.base_url) as model:
        server.settings()
        check(made.article(0, WORDS), model, sources)
        for words in (500, 2000, 8000, 50_000) if full else (500, 1000, 2000):
            server.reset()
            begun = time.process_time()
            article = made.article(2, words)
            read = time.process_time()
            report = check(article, model, sources)
            rows.append(_grown(words, report, read - begun, time.process_time() - read, server.account()))
    return rows


def _grown(words: int, report: Any, reading: float, checking: float, account: Row) -> Row:
    claims = len(report.claims)
    return {
        "words": words,
        "claims": claims,
        "calls": account["calls"],
        "reading": round(reading, 2),
        "checking": round(checking, 2),
        "ms a claim": round(1000 * checking / claims, 1),
    }


SECTIONS: dict[str, Sequence[Callable[[Served, bool], list[Row]]]] = {
    "a": (one_article, many_articles),
    "b": (patterns,),
    "c": (embedded,),
    "d": (overhead,),
    "e": (growth,),
}


def shown(console: Console, title: str, rows: Sequence[Row]) -> None:
    """Prints the rows as a table."""
    table = Table(title=title, title_justify="left")
    for name in rows[0]:
        table.add_column(name, justify="right")
    for row in rows:
        table.add_row(*(str(row[name]) for name in rows[0]))
    console.print(table)


def main() -> None:
    """Runs the sections asked for, prints each as it is done, and writes all of them as JSON."""
    parser = argparse.ArgumentParser(prog="benchmarks.bench", description=__doc__)
    parser.add_argument("sections", nargs="*", help="of a b c d e; without any, all but c")
    parser.add_argument("--full", action="store_true", help="larger numbers: an hour, and an idle machine")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "benchmarks" / "measured.json")
    given = parser.parse_args()
    results: dict[str, list[Row]] = {}
    with served(CASSETTE) as server:
        for section in given.sections or ["a", "b", "d", "e"]:
            for bench in SECTIONS[section]:
                results[bench.__name__] = bench(server, given.full)
                shown(Console(), str(bench.__doc__), results[bench.__name__])
                given.output.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
