"""What an article takes: `python benchmarks/article_cost.py ARTICLE [REFERENCES …] [--model M --base-url URL]`.

Prints model calls, tokens, the share of prompt tokens that came from the prefix cache, and seconds, for the
embedded model unless another is named.
"""

from __future__ import annotations

import argparse
import time

from claimcheck import check, open_model, read_article, resolve_sources


def main() -> None:
    """Checks the article once and prints a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article")
    parser.add_argument("references", nargs="*")
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    given = parser.parse_args()
    article = read_article(given.article)
    sources = resolve_sources(given.references)
    begun = time.perf_counter()
    with open_model(given.model, given.base_url) as model:
        loaded = time.perf_counter()
        report = check(article, model, sources)
    usage = report.provenance.usage
    print(
        f"{len(article.sentences)} sentences, {len(report.claims)} claims: {usage.calls} calls, "
        f"{usage.prompt_tokens} prompt tokens ({usage.cached_tokens / max(1, usage.prompt_tokens):.0%} from the "
        f"prefix cache), {usage.completion_tokens} written, {time.perf_counter() - loaded:.0f} s "
        f"after {loaded - begun:.0f} s of loading; model {report.provenance.model}"
    )


if __name__ == "__main__":
    main()
