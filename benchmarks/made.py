"""Articles and references made up for the benches: of any number and length, always the same for a number.

Names, figures and days are drawn by a seeded generator; nothing in them is true. A sentence states two facts; one in three has a note among the
references that says the same or gives another figure, so that evidence is found and differs.
"""

from __future__ import annotations

import random
from pathlib import Path

from claimcheck.articles import read_article
from claimcheck.domain import Article

_PLACES = "Harlow Tamsin Brantley Oskar Velmo Kirkby Dunmere Ostrava Pellam Marwick Tolosa Ferndale".split()
_BODIES = (
    "city council",
    "port authority",
    "water board",
    "school district",
    "transit agency",
    "hospital trust",
)
_DEEDS = ("spent", "raised", "set aside", "lost", "repaid", "collected")
_THINGS = (
    "new buses",
    "flood walls",
    "school roofs",
    "river locks",
    "street lamps",
    "clinic beds",
    "rail bridges",
)
_MONTHS = "January February March April May June July August September October November December".split()
SENTENCE = 32  # words, about
PARAGRAPH = 3
NOTED = 3  # every so many sentences, a reference speaks of it


def sentences(number: int, words: int) -> list[str]:
    """The sentences of the article of that number, about `words` words in all."""
    rng = random.Random(number)
    return [_sentence(rng) for _ in range(max(1, round(words / SENTENCE)))]


def _sentence(rng: random.Random) -> str:
    return f"{_fact(rng, 'In {when} the {who} {did}')}, and {_fact(rng, 'in {when} the {who} {did}')}."


def _fact(rng: random.Random, form: str) -> str:
    spent = f"{rng.choice(_DEEDS)} {rng.randint(101, 999) / 10} million dollars on {rng.randint(11, 990)}"
    return form.format(
        when=f"{rng.choice(_MONTHS)} {rng.randint(2001, 2023)}",
        who=f"{rng.choice(_PLACES)} {rng.choice(_BODIES)}",
        did=f"{spent} {rng.choice(_THINGS)}",
    )


def text(number: int, words: int) -> str:
    """The article as a text file has it."""
    held = sentences(number, words)
    paragraphs = [" ".join(held[i : i + PARAGRAPH]) for i in range(0, len(held), PARAGRAPH)]
    return "\n\n".join((f"What was spent, part {number}", "8 February 2024", *paragraphs)) + "\n"


def article(number: int, words: int) -> Article:
    """The article, read as the command reads a file."""
    return read_article(f"made-{number}.txt", text(number, words).encode())


def write_references(folder: Path, articles: int, words: int) -> None:
    """A file of notes for each article: what every third sentence says, every second time with another figure."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(articles):
        noted = sentences(number, words)[::NOTED]
        said = [one.replace("million", "thousand") if i % 2 else one for i, one in enumerate(noted)]
        front = (
            f"---\ntitle: Accounts, volume {number}\npublisher: Audit office\npublished: 2024-01-12\n---\n"
        )
        (folder / f"{number}.md").write_text(front + "\n\n".join(said) + "\n", encoding="utf-8")
