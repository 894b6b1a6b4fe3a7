"""The signs of money, quotation marks and accents of old and of broken files are read as they were written."""

import pytest

from claimcheck.articles import read_article
from claimcheck.decoding import page_in, text_in

MONEY = "The bridge cost £2.4 million, the council’s leader José Peña said on Monday in the café of the town hall."
LONG = "It is the first time that the bridge will be closed since it was opened in 1961. " * 30 + MONEY


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        MONEY,
        LONG,
        "“Nobody likes a detour,” said Ana Ruiz, who leads the council’s committee – for now – in the town.",
        "Temperatures of 30° were measured on Monday… in the city, the weather service said.",
    ],
)
def test_the_signs_of_english_are_read_in_files_that_are_not_in_unicode(text: str, encoding: str) -> None:
    assert read_article("a.txt", text.encode(encoding)).text == text


def test_a_name_of_central_europe_is_read_in_its_own_encoding() -> None:
    text = (
        "The mayor of Łódź met Wałęsa in the town hall on Monday, and they spoke of the bridge for an hour."
    )
    assert text_in(text.encode("cp1250")) == text


def test_a_text_in_unicode_stays_so_where_a_few_bytes_are_broken() -> None:
    whole = MONEY.encode()
    assert text_in(whole + " It’s £3.".encode("cp1252")) == MONEY + " It’s £3."
    assert text_in(whole + "é".encode()[:1]) == MONEY


def test_a_null_character_is_no_reason_to_refuse_a_text() -> None:
    article = read_article("a.txt", MONEY.encode().replace(b"leader", b"lea\0der"))
    assert article.text == MONEY
    assert article.notes


def test_a_mark_of_utf_32_is_not_taken_for_one_of_utf_16() -> None:
    assert text_in(MONEY.encode("utf-32")) == MONEY


@pytest.mark.parametrize("charset", ["", '<meta charset="windows-1252">', '<meta charset="no-such-thing">'])
def test_a_page_in_an_old_encoding_keeps_its_signs(charset: str) -> None:
    page = f"<html><head><title>Bridge</title>{charset}</head><body><article><p>{MONEY}</p></article></body></html>"
    assert read_article("a.html", page.encode("cp1252")).text == MONEY


def test_a_page_is_read_in_the_encoding_that_it_names() -> None:
    page = '<meta charset="koi8-r"><p>Мост закрыт.</p>'
    assert page_in(page.encode("koi8-r")) == page
