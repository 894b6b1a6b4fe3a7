"""How a report was made, in lines that a person reads."""

from __future__ import annotations

from claimcheck.domain import Article, Report, SourceStatus


def made_lines(report: Report) -> list[str]:
    """The model, prompts, sources, calls, cost and the article read, a line each, as untrusted as they are."""
    made, article = report.provenance, report.article
    lines = [f"model: {made.model} at {made.endpoint}"]
    lines += ["prompts: " + ", ".join(f"{name} {digest}" for name, digest in made.prompts.items())]
    for source in made.sources:
        lines.append(f"source {source.name} ({source.kind}): {source.failure or held(source)}")
        lines += [f"  {note}" for note in source.notes]
    if not made.sources:
        lines.append("sources: none; name a folder of references with -r")
    if made.ranker:
        lines.append(f"passages ranked by words and by meaning: {made.ranker}")
    lines += [_calls(report), _cost(report)]
    lines += [f"article: {article.origin}, sha256 of the text {article.sha256[:12]}{_dated(article)}"]
    return [*lines, *article.notes]


def _dated(article: Article) -> str:
    """Where the day comes from that "Thursday" is counted from."""
    found = {"flag": "as given with the article", "metadata": "from its metadata", "text": "from its text"}
    if not (article.published or article.updated):
        return "; its date is not known: --published says what “Thursday” is counted from"
    where = found.get(article.published_source, "") if article.published else ""
    return f"; its date {where}" if where else ""


def held(source: SourceStatus) -> str:
    """How much a source holds, as far as it can be counted."""
    if not source.documents:
        return "set up"
    passages = f", {_counted(source.passages, 'passage')}" if source.passages else ""
    return _counted(source.documents, "document") + passages


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _calls(report: Report) -> str:
    usage = report.provenance.usage
    share = usage.cached_tokens / usage.prompt_tokens if usage.prompt_tokens else None
    cached = "" if share is None else f", {share:.0%} of them from the prefix cache"
    kept = f" and {_counted(usage.kept, 'kept answer')}" if usage.kept else ""
    return f"{_counted(usage.calls, 'call')}{kept}; {usage.prompt_tokens} prompt tokens{cached}; {usage.completion_tokens} written"


def _cost(report: Report) -> str:
    made = report.provenance
    cost = "not known" if made.usage.cost_usd is None else f"${made.usage.cost_usd:.4f} ({made.usage.prices})"
    timed = f"; {made.seconds:.0f} seconds" if made.seconds is not None else ""
    begun = f"; begun {made.started.isoformat(sep=' ', timespec='seconds')}" if made.started else ""
    return f"cost: {cost}{timed}{begun}; claimcheck {made.claimcheck_version}"
