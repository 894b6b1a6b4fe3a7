"""A ZIM file answers from its own index; one that is broken costs its own answer only."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from claimcheck.domain import Article
from claimcheck.evidence import Query, gather
from claimcheck.evidence.passages import page_of
from claimcheck.evidence.zim import ZimSource

libzim = pytest.importorskip("libzim")


def loaded(name: str) -> Any:
    """A script of tests/mediawiki."""
    path = Path(__file__).resolve().parents[1] / "mediawiki" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES = {
    "Trade_2023": (
        "Trade between China and Russia in 2023",
        "Trade between China and Russia came to 240.1 billion US dollars in 2023. The customs office published"
        " the figure in January. Machines and cars were most of what went north.",
    ),
    "Bridges": (
        "Bridges of Portsmouth",
        "The harbour of Portsmouth has nine bridges. The oldest of them was opened for carts in 1841 and was"
        " rebuilt in iron forty years later.",
    ),
    "Lighthouse": (
        "Painting lighthouses",
        "A lighthouse is painted every fourth summer, from the lantern downwards, by three people on ropes."
        " The ropes are made of hemp and are tried with a sack of sand before anybody hangs from them."
        "</p><h2>Colours</h2><p>Red bands mark the lighthouses of the northern coast. Those of the southern coast"
        " have had black ones since 1904, when a pilot took one tower for another in the fog.",
    ),
}


def write(path: Path, indexed: bool = True) -> Path:
    """A ZIM file of the pages above, written with libzim's own writer."""
    from libzim.writer import Creator, Hint, Item, StringProvider

    class Page(Item):  # type: ignore[misc]
        def __init__(self, place: str, title: str, text: str) -> None:
            super().__init__()
            self.place, self.title, self.text = place, title, text

        def get_path(self) -> str:
            return self.place

        def get_title(self) -> str:
            return self.title

        def get_mimetype(self) -> str:
            return "text/html"

        def get_contentprovider(self) -> Any:
            page = f"<html><head><title>{self.title}</title></head><body><article><p>{self.text}</p></article></body></html>"
            return StringProvider(page)

        def get_hints(self) -> dict[Any, Any]:
            return {Hint.FRONT_ARTICLE: True}

    with Creator(path).config_indexing(indexed, "eng").config_verbose(False) as creator:
        creator.set_mainpath("Bridges")
        for place, (title, text) in PAGES.items():
            creator.add_item(Page(place, title, text))
        for key, value in {"Title": "Our notes", "Date": "2024-01-15", "Language": "eng"}.items():
            creator.add_metadata(key, value)
    return path


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("zim") / "notes.zim")


TRADE = Query(
    text="Trade between China and Russia reached $240 billion in 2023.",
    names=("China", "Russia"),
    numbers=("240", "2023"),
    dates=("2023",),
)


def test_the_article_with_the_fact_comes_first_with_where_it_is_from(notes: Path) -> None:
    answer = ZimSource(notes).search(TRADE, 3)
    best = answer.passages[0]
    assert "240.1 billion" in best.text
    assert (best.title, best.publisher) == ("Trade between China and Russia in 2023", "Our notes")
    assert best.published is not None
    assert best.published.isoformat() == "2024-01-15"


def test_a_claim_with_words_that_the_file_does_not_have_is_still_answered(notes: Path) -> None:
    query = Query(text="Ministers boasted that painters of every lighthouse use kryptonite ropes.")
    assert ZimSource(notes).search(query, 3).passages[0].title == "Painting lighthouses"


def test_a_heading_stays_with_what_it_governs(notes: Path) -> None:
    query = Query(text="Red bands mark the lighthouses of the coast.")
    best = ZimSource(notes).search(query, 1).passages[0]
    assert best.title == "Painting lighthouses › Colours"
    assert best.text.startswith("## Colours\n\nRed bands mark the lighthouses of the northern coast.")


def test_a_claim_of_which_the_file_knows_nothing_gets_nothing(notes: Path) -> None:
    answer = ZimSource(notes).search(Query(text="Zebras gallop over Tanganyikan savannahs."), 3)
    assert answer.passages == ()
    assert not answer.failure


def test_status_tells_how_many_articles_and_how_old(notes: Path) -> None:
    status = ZimSource(notes).status()
    assert status.documents == len(PAGES)
    assert status.notes == ("Our notes, made on 2024-01-15",)


@pytest.mark.parametrize("kind", ["missing", "empty", "cut", "text", "index"])
def test_a_broken_file_is_one_line_and_the_other_source_goes_on(
    notes: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "bad.zim"
    whole = notes.read_bytes()
    if kind == "index":
        write(path, indexed=False)
    elif kind != "missing":
        path.write_bytes({"empty": b"", "cut": whole[: len(whole) // 2], "text": b"no zim" * 500}[kind])
    told = {"missing": "is not there", "index": "has no full-text index"}.get(kind, "is not a whole ZIM file")
    article = Article(text="An article.", sentences=())
    bad, good = gather(TRADE, [ZimSource(path), ZimSource(notes)], 3, article)
    assert told in bad.failure
    assert "\n" not in bad.failure
    assert told in ZimSource(path).status().failure
    assert good.passages


def test_bytes_that_rot_inside_never_end_the_run(notes: Path, tmp_path: Path) -> None:
    whole = notes.read_bytes()
    path = tmp_path / "rotten.zim"
    for place in range(100, len(whole) - 400, max(1, len(whole) // 25)):
        path.write_bytes(whole[:place] + b"\xff" * 300 + whole[place + 300 :])
        answer = gather(TRADE, [ZimSource(path)], 3, Article(text="An article.", sentences=()))[0]
        assert answer.failure.count("\n") == 0


def test_the_whole_article_around_a_passage_is_known(notes: Path) -> None:
    source = ZimSource(notes)
    best = source.search(TRADE, 1).passages[0]
    assert "Machines and cars" in source.document_of(best)


@pytest.fixture(scope="module")
def encyclopaedia(tmp_path_factory: pytest.TempPathFactory) -> ZimSource:
    """The pages of the tests' MediaWiki as a ZIM file."""
    return ZimSource(loaded("zim").write(tmp_path_factory.mktemp("zim") / "pages.zim"))


@pytest.mark.parametrize(("claim", "page"), loaded("record").SEED.items())
def test_every_claim_of_the_example_finds_its_page_first(
    encyclopaedia: ZimSource, claim: str, page: str
) -> None:
    assert page_of(encyclopaedia.search(loaded("record").question(claim), 5).passages[0]) == page
