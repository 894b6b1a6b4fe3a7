"""claimcheck: reads a news article, splits it into checkable claims, and checks each against references.

```python
from claimcheck import check, open_model, read_article, resolve_sources

with open_model(None, None, None) as model:  # the embedded model
    report = check(read_article("article.txt"), model, resolve_sources(["notes/"]))
for claim in report.claims:
    print(report.verdict_of(claim.id).label, claim.text)
```
"""

from typing import Any

from claimcheck.domain import Article, Claim, Label, Passage, Report, Verdict

__version__ = "0.1.0"

_HOMES = {
    "check": "claimcheck.pipeline",
    "check_async": "claimcheck.pipeline",
    "open_model": "claimcheck.lm",
    "read_article": "claimcheck.articles",
    "resolve_sources": "claimcheck.evidence",
}

__all__ = ["Article", "Claim", "Label", "Passage", "Report", "Verdict", "__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    """Loads the functions of the public API where they are first used: importing claimcheck stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
