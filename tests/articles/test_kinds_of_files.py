"""A file that is no text says what it is; a mail and a part of a page are read."""

import gzip
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles import read_article
from claimcheck.errors import InputError

FIRST = "The council of Portsmouth voted on Monday to close the harbour bridge for two weeks of repairs."
SECOND = "It is the first time that the bridge will be closed since it was opened by the company in 1961."
PROSE = f"{FIRST}\n\n{SECOND}"
PAGE = f"<html><head><title>Bridge shut</title></head><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"


def zipped(name: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, PROSE)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped("word/document.xml"), "Word document"),
        (zipped("notes.txt"), "ZIP archive"),
        (gzip.compress(PROSE.encode()), "gzip"),
        (b"{\\rtf1\\ansi " + FIRST.encode() + b"\\par}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "image"),
    ],
    ids=["docx", "zip", "gzip", "rtf", "doc", "png"],
)
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=f"{kind}.*: save the article as text, HTML or PDF"):
        read_article("a.txt", data)


def test_a_mail_is_its_body_with_the_subject_and_the_day_of_its_head() -> None:
    head = (
        "From: Ana Ruiz <ana@example.org>\r\nSubject: =?utf-8?q?Bridge_shut_for_=C2=A33m?=\r\nDate: Thu, 08 Feb 2024 15:10:00 +0000\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    body = PROSE.replace("company", "comp=\nany").replace("in 1961", "for =C2=A32m")
    article = read_article("a.eml", (head + body + "\n\n--=20\nAna Ruiz, Press Officer.\n").encode())
    assert article.text == PROSE.replace("in 1961", "for £2m")
    assert article.headline == "Bridge shut for £3m"
    assert article.published is not None
    assert article.published.isoformat() == "2024-02-08T15:10:00+00:00"


def test_a_page_that_a_browser_saved_as_a_mail_does_not_take_the_day_of_saving() -> None:
    saved = (
        "From: <Saved by Blink>\nSubject: Bridge shut\nDate: Mon, 30 Nov 2026 15:10:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html"; boundary="--X"\n\n----X\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: quoted-printable\n\n"
        + PAGE.replace("company", "comp=\nany")
        + "\n----X--\n"
    )
    article = read_article("a.mht", saved.encode())
    assert article.text == PROSE
    assert article.published is None


@pytest.mark.parametrize("date", ["", "Date: soon\n", "Date: Thu, 99 Feb 2024 25:10:00 +0000\n"])
def test_a_mail_whose_date_is_none_is_read(date: str) -> None:
    mail = f"From: ana@example.org\nSubject: Bridge shut\n{date}\n{PROSE}\n"
    article = read_article("a.eml", mail.encode())
    assert (article.text, article.published) == (PROSE, None)


def test_a_mail_without_text_is_one_sentence() -> None:
    mail = "From: a@example.org\nSubject: Bridge\nMIME-Version: 1.0\nContent-Type: application/pdf\n\nxx\n"
    with pytest.raises(InputError, match="mail without text"):
        read_article("a.eml", mail.encode())


@pytest.mark.parametrize(
    "part",
    [
        f"<p>{FIRST}</p>",
        f"<h2>Bridge shut</h2>\n<p>{FIRST}</p>",
        f"<span>{FIRST}</span>",
        f"<!-- wp:paragraph --><p>{FIRST}</p>",
    ],
)
def test_a_part_of_a_page_is_read_without_its_tags(part: str) -> None:
    article = read_article("a.html", part.encode())
    assert FIRST in article.text
    assert "<" not in article.text


def test_a_text_that_speaks_of_tags_is_no_page() -> None:
    text = f"The first page had a <p> tag and a <div> in it, said its author in the town.\n\n{SECOND}"
    article = read_article("a.txt", text.encode())
    assert (article.text, article.media_type) == (text, "text/plain")


@pytest.mark.parametrize("how", ["hidden", 'style="font-size: 0"', 'style="visibility:hidden"'])
def test_what_a_page_does_not_show_is_no_part_of_its_article(how: str) -> None:
    lie = f"<p {how}>The mayor is a thief, the police of the town said on Monday.</p>"
    article = read_article("a.html", PAGE.replace("</article>", lie + "</article>").encode())
    assert article.text == PROSE


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The coun\u00adcil of Ports\u00admouth voted.", "The council of Portsmouth voted."),
        (
            "The council \U000e0069\U000e0067\U000e006e voted in the town.",
            "The council voted in the town.",
        ),
        ("The coun\u200dcil of the\u2061 to\ufe0fwn voted.", "The council of the town voted."),
        ("The oﬃce of the ﬁre chief was in the town.", "The office of the fire chief was in the town."),
    ],
    ids=["soft hyphen", "tags", "joiner", "ligature"],
)
def test_a_word_is_its_letters(written: str, read: str) -> None:
    article = read_article("a.txt", written.encode())
    assert article.text == read
    assert article.lines == ((0, 1),)


def test_a_joiner_stays_between_the_parts_of_an_emoji() -> None:
    text = "The 👩\u200d🚒 sign was the first of the fire service in the town."
    assert read_article("a.txt", text.encode()).text == text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_a_text_says_of_itself_in_its_first_lines_is_its_metadata(end: str) -> None:
    front = "---\ntitle: Bridge shut\nauthor: Ana Ruiz\npublisher:\ndate: 2024-02-08T10:00:00Z\n---\n\n"
    article = read_article("a.md", (front + PROSE).replace("\n", end).encode())
    assert (article.text, article.headline, article.byline) == (PROSE, "Bridge shut", "Ana Ruiz")
    assert article.publisher == ""
    assert article.published is not None
    assert article.published.isoformat() == "2024-02-08T10:00:00+00:00"
    assert article.published_source == "metadata"
    assert article.line_at(0) == 8


@pytest.mark.parametrize("head", ["[" * 5000, "title: [a, b]", "date: 2024-02-31\ntitle: Bridge"])
def test_first_lines_that_are_no_good_yaml_do_not_stop_the_reading(head: str) -> None:
    assert read_article("a.md", f"---\n{head}\n---\n\n{PROSE}".encode()).text.endswith(PROSE)


def test_a_title_in_markdown_is_the_headline_without_its_mark() -> None:
    text = f"# Bridge shut for two weeks\n\n*By Ana Ruiz, 8 February 2024*\n\n![The bridge](bridge.jpg)\n\n{PROSE}"
    article = read_article("a.md", text.encode())
    assert (article.text, article.headline, article.byline) == (
        PROSE,
        "Bridge shut for two weeks",
        "Ana Ruiz",
    )
    assert article.published is not None
    assert article.published.date().isoformat() == "2024-02-08"


PIECES = st.sampled_from(
    [
        *[
            b"From: a@b.c\n",
            b"Subject: =?utf-8?q?=FF?=\n",
            b"Date: 1 \xff\n",
            b"MIME-Version: 1.0\n",
            b"\n\n",
            b"\r\n",
            b"\r",
            b"--X\n",
        ],
        *[
            b"Content-Type: multipart/mixed; boundary=X\n",
            b"Content-Type: text/plain; charset=\xff;;=\n",
            b"Content-Type: message/rfc822\n",
        ],
        *[
            b"Content-Transfer-Encoding: base64\n",
            b"Content-Disposition: =;\n",
            b"---\ntitle: x\n---\n",
            b"<p>",
            b"<html>",
            b"</p>",
            b"<!--",
        ],
        *[
            b"{",
            b"PK\x03\x04",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"\0",
            b"\x1b[31m",
            b"\xc2\xad",
            b"\xe2\x80\xa8",
            b"- \n",
            b"* x\n",
        ],
        *[
            FIRST.encode(),
            SECOND.encode() + b"\n\n",
            b"3 March 2011\n\n",
            b"By Ana Ruiz\n",
            b"caf\xe9 ",
            b"1. ",
            b"Comments\n",
        ],
    ]
)


@given(st.lists(PIECES, max_size=14))
def test_whatever_a_file_holds_it_is_read_or_refused_with_a_sentence(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    try:
        article = read_article("a.txt", data)
    except InputError:
        return
    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert {i for i, c in enumerate(article.text) if not c.isspace()} <= {
        i for s in article.sentences for i in range(s.start, s.end)
    }
