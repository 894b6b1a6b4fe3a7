"""What an article takes: `python benchmarks/article_cost.py ARTICLE [REFERENCES …] [--model M --base-url URL]`.

Part (c) of `bench.py`, by itself for any article. Prints model calls, tokens, the share of prompt tokens that came
from the prefix cache, and seconds, for the embedded model unless another is named.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from typing import Any

from claimcheck import check, open_model, read_article, resolve_sources


def cost(
    origin: str, references: Sequence[str], model: str | None = None, base_url: str | None = None
) -> dict[str, Any]:
    """Checks the article once; tokens as the server counted them, seconds without loading the model."""
    article, sources = read_article(origin), resolve_sources(references)
    with open_model(model, base_url) as opened:
        begun = time.perf_counter()
        report = check(article, opened, sources)
        seconds = time.perf_counter() - begun
    usage = report.provenance.usage
    return {
        "sentences": len(article.sentences),
        "claims": len(report.claims),
        "calls": usage.calls,
        "prompt": usage.prompt_tokens,
        "from the prefix cache": f"{usage.cached_tokens / max(1, usage.prompt_tokens):.0%}",
        "written": usage.completion_tokens,
        "seconds": round(seconds),
        "model": report.provenance.model,
    }


def main() -> None:
    """Prints a line for each number."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article")
    parser.add_argument("references", nargs="*")
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    given = parser.parse_args()
    for name, value in cost(given.article, given.references, given.model, given.base_url).items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
