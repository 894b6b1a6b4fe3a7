"""When a reference was published, and what of its first lines is about it: as written, never guessed, nothing lost."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from claimcheck.evidence.days import day_in_address, day_of
from claimcheck.evidence.documents import Document, read_documents
from claimcheck.evidence.passages import passages_of

DAY = date(2024, 1, 12)
PROSE = "The customs office counts what goes over the border every month of the year, and tells of it. " * 3


def read(name: str, text: str) -> Document:
    [document] = read_documents(Path(name), text.encode())
    return document


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-12",
        "2024-01-12T23:30:00-05:00",
        "12 January 2024",
        "Jan 12, 2024",
        "Fri, 12 Jan 2024 10:00:00 GMT",
        "2024/01/12",
        "12.01.2024",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert day_of(text) == DAY
    assert read("a.md", f"---\nTitle: Trade\nDate: '{text}'\n---\nIt grew.").published == DAY


@pytest.mark.parametrize(
    "text",
    [
        "5/6/2024",
        "05.06.24",
        "05.06.2024 9:00 AM",
        "2024",
        "January 2024",
        "1 May 2024, put right 3 May 2024",
        "soon",
    ],
)
def test_what_may_be_two_days_or_is_none_is_left_open(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/01/12/trade", DAY),
        ("https://a.example/news/2024-01-12-trade.html", DAY),
        ("https://a.example/news/20240112/trade", DAY),
        ("https://a.example/2024/13/12/trade", None),
        ("https://a.example/story/1743623", None),
        ("https://a.example/2024/report", None),
    ],
)
def test_a_day_in_the_address_stands_where_no_other_is_given(url: str, day: date | None) -> None:
    assert day_in_address(url) == day
    assert read("a.md", f"---\nurl: {url}\n---\nIt grew.").published == day
    assert read("a.md", f"---\nurl: {url}\ndate: 2023-02-03\n---\nIt grew.").published == date(2023, 2, 3)


PAGE = "<html><head><title>Trade</title>{head}</head><body><article><h1>Trade</h1>{top}<p>{prose}</p>{more}</article><footer>Copyright 2020 The Office</footer></body></html>"


def page(head: str = "", top: str = "", more: str = "") -> Document:
    return read("a.html", PAGE.format(head=head, top=top, prose=PROSE, more=more))


def test_a_page_has_the_day_that_it_says_and_none_that_is_guessed() -> None:
    assert page(more="<p>It spoke on 3 March 2019 of the year 2018.</p>").published is None
    assert page(top="<p>Published on 12 January 2024</p>").published == DAY
    assert (
        page(head='<meta property="article:published_time" content="2024-01-12T10:00:00Z">').published == DAY
    )


def test_a_pages_headings_govern_what_follows_and_its_paragraphs_are_passages() -> None:
    more = (
        f"<h2>2022</h2><p>It was <b>190</b>,<br>they say. {PROSE}</p><h2>2023</h2><p>It was 240. {PROSE}</p>"
    )
    found = list(passages_of(page(more=more), "s", "a.html"))
    assert [passage.title for passage in found] == ["Trade", "Trade › 2022", "Trade › 2023"]
    assert found[1].text.startswith("## 2022\n\nIt was 190, they say.")


@pytest.mark.parametrize(
    "head",
    ["It was 240.", "Correction: it was 210.", "- one\n- two", "\n\nIt was 240.\n\nNote: so it was.\n"],
)
def test_text_between_two_rules_is_text(head: str) -> None:
    assert head.strip() in read("a.md", f"---\n{head}\n---\nMore.").text


def test_a_page_of_a_pdf_goes_on_in_the_next_and_a_word_in_the_next_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import pypdf

    class Page:
        def __init__(self, text: str) -> None:
            self.text = text

        def extract_text(self) -> str:
            return self.text

    class Reader:
        def __init__(self, data: BytesIO) -> None:
            self.pages = [
                Page("The govern-\nment said that it is"),
                Page("not so.\n"),
                Page("2022-\n2023 was long."),
            ]

    monkeypatch.setattr(pypdf, "PdfReader", Reader)
    assert read("a.pdf", "").text == "The government said that it is\nnot so.\n\n2022-\n2023 was long.\n\n"
