"""When a page says that it was published: its meta tags, its JSON-LD, and neither."""

import pytest

from claimcheck.articles import read_article
from claimcheck.articles.pagedata import times_of
from claimcheck.errors import InputError

PROSE = (
    "The council of Portsmouth voted on Monday to close the harbour bridge for two weeks of repairs in May. "
    "It is the first time that the bridge will be closed since it was opened in 1961."
)
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "1999-01-01"},
{"@type": ["NewsArticle"], "datePublished": "2024-03-11T09:05:00+01:00", "dateModified": "2024-03-12T10:00:00Z"}]}</script>"""


def page(head: str, paragraphs: int = 1) -> str:
    return f"<html><head><title>Bridge shut</title>{head}</head><body><article>{f'<p>{PROSE}</p>' * paragraphs}</article></body></html>"


def test_json_ld_gives_both_times_with_their_zones() -> None:
    published, updated = times_of(page(LINKED))
    assert published is not None
    assert published.isoformat() == "2024-03-11T09:05:00+01:00"
    assert updated is not None
    assert updated.isoformat() == "2024-03-12T10:00:00+00:00"


def test_a_meta_tag_with_a_time_comes_before_a_date_alone() -> None:
    dated = LINKED.replace("T09:05:00+01:00", "")
    published, _ = times_of(
        page(dated + '<meta property="article:published_time" content="2024-03-11T08:05:00Z">')
    )
    assert published is not None
    assert published.isoformat() == "2024-03-11T08:05:00+00:00"


def test_broken_data_and_an_empty_page_give_no_time() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta name="pubdate" content="soon">'
    assert times_of(page(broken)) == (None, None)
    assert times_of("") == (None, None)
    assert times_of("<!-- nothing -->") == (None, None)


def test_an_article_takes_its_times_from_the_page() -> None:
    article = read_article("-", page(LINKED, 2).encode())
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-11T09:05:00+01:00"
    assert article.published_source == "metadata"
    assert article.updated is not None


def test_the_day_of_a_page_that_does_not_say_it_is_not_guessed() -> None:
    told = page("", 2).replace("1961.", "1961. On March 3, 2011, a ship struck it.")
    for end in ("", "<footer>© 2026 The Ledger</footer>"):
        article = read_article("-", told.replace("</body>", end + "</body>").encode())
        assert (article.published, article.published_source) == (None, "")


def test_a_day_that_may_be_two_is_none() -> None:
    article = read_article("-", page('<meta name="pubdate" content="02/08/2024">', 2).encode())
    assert article.published is None


def test_a_day_that_stands_above_the_article_is_taken_from_there() -> None:
    above = page("", 2).replace("<article>", "<article><div>Published: 11 March 2024, 9:05 AM GMT</div>")
    article = read_article("-", above.encode())
    assert article.published is not None
    assert article.published.isoformat().startswith("2024-03-11")
    assert article.text.startswith("The council")


def test_the_day_is_that_of_the_pages_own_article() -> None:
    whole = (
        '<script type="application/ld+json">[{"@type": "WebPage", "datePublished": "2010-01-01T10:00:00Z"},'
        '{"@type": "NewsArticle", "headline": "Gull steals pasty", "datePublished": "2020-01-01T10:00:00Z"},'
        '{"@type": "NewsArticle", "headline": "Bridge shut", "datePublished": "2024-03-11"}]</script>'
    )
    published, _ = times_of(page(whole + '<meta name="pubdate" content="2024-03-11T08:05:00Z">'))
    assert published is not None
    assert published.isoformat() == "2024-03-11T08:05:00+00:00"


def test_a_page_that_asks_for_scripts_holds_no_article() -> None:
    wall = "<html><head><title>x</title></head><body><p>Please enable JavaScript to continue reading this page.</p></body></html>"
    with pytest.raises(InputError, match="no article"):
        read_article("-", wall.encode())
