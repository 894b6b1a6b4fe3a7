"""What is read, what is left out, and one sentence for each file that cannot be read."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles import read_article
from claimcheck.articles.sentences import split_sentences
from claimcheck.errors import InputError, UsageError

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "seed"
PROSE = (
    "The council of Portsmouth voted on Monday to close the harbour bridge for two weeks of repairs. "
    "It was the first time that the bridge has been closed since it was opened in 1961."
)


def test_the_noise_of_a_pasted_page_goes_and_its_metadata_stays() -> None:
    article = read_article(str(ROOT / "examples" / "article.txt"))
    assert article.headline == "Xi and Putin speak by phone as trade hits a record"
    assert article.published is not None
    assert article.published.isoformat() == "2024-02-08T15:10:00+00:00"
    assert article.updated is not None
    assert article.text.startswith("Chinese President Xi Jinping")
    assert article.text.endswith("nine times since 2013.")


def test_plain_prose_stays_whole() -> None:
    assert read_article("a.txt", PROSE.encode()).text == PROSE


@pytest.mark.parametrize(
    "data",
    [
        PROSE.encode("utf-8-sig"),
        PROSE.encode("utf-16"),
        PROSE.encode("utf-16-le"),
        PROSE.replace("voted", "voted “again”").encode("cp1252"),
    ],
    ids=["bom", "utf-16", "utf-16-le", "cp1252"],
)
def test_encodings_are_told_apart(data: bytes) -> None:
    text = read_article("a.txt", data).text
    assert "harbour bridge for two weeks" in text
    assert "\ufeff" not in text


def test_markup_is_told_by_content_not_by_name() -> None:
    page = (
        "<html><head><title>Bridge shut</title></head><body><nav>Home News</nav><article><h1>Bridge shut</h1>"
    )
    page += f"<p>{PROSE}</p><p>{PROSE.replace('Monday', 'Tuesday')}</p></article></body></html>"
    article = read_article("-", page.encode())
    assert article.media_type == "text/html"
    assert PROSE in article.text
    assert "Home News" not in article.text


def test_a_flag_overrides_the_date_and_a_bad_one_is_refused() -> None:
    article = read_article("a.txt", PROSE.encode(), published="2024-02-08")
    assert article.published is not None
    assert (article.published.date().isoformat(), article.published_source) == ("2024-02-08", "flag")
    with pytest.raises(UsageError, match="--published"):
        read_article("a.txt", PROSE.encode(), published="soon")
    with pytest.raises(UsageError, match="--published"):  # the report would be another one tomorrow
        read_article("a.txt", PROSE.encode(), published="yesterday")


def test_escape_codes_and_hidden_marks_are_left_out_and_noted() -> None:
    article = read_article("a.txt", (PROSE[:20] + "\x1b[31m\u202e" + PROSE[20:]).encode())
    assert article.text == PROSE
    assert article.notes


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"  \n", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.7 broken", "PDF that cannot be read"),
        (b"x" * (20 * 2**20 + 1), "larger than"),
        (b"<html><body><form>Log in</form></body></html>", "no article"),
        (("Der Rat der Stadt hat am Montag beschlossen, die Brücke zu schließen. " * 4).encode(), "English"),
    ],
    ids=["empty", "binary", "broken pdf", "large", "no article", "german"],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_article("a.txt", data)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not there"):
        read_article(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="folder"):
        read_article(str(tmp_path))


@given(st.text(alphabet=st.sampled_from("ab Dr.U?!\n \"'1"), max_size=200))
def test_every_character_is_in_exactly_one_sentence(text: str) -> None:
    sentences = split_sentences(text)
    assert all(text[s.start : s.end] == s.text == s.text.strip() for s in sentences)
    covered = [i for s in sentences for i in range(s.start, s.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)


@pytest.mark.skipif(not SEED.is_dir(), reason="the shared seed article is not here")
def test_the_seed_article_is_read_without_its_neighbours() -> None:
    article = read_article(str(next(SEED.glob("*.txt"))))
    assert article.text.startswith("China President Xi Jinping")
    assert article.text.endswith("in the future.")
    assert "Hamas" not in article.text
    assert len(article.sentences) == 14
    assert article.published is not None
    assert article.published.utcoffset() == timedelta(hours=5, minutes=30)


def test_no_sentence_begins_with_a_comma() -> None:
    text = "Rep. Mira Dahl, D-Minn., voted against the bill in 2021. Others did not."
    first = "Rep. Mira Dahl, D-Minn., voted against the bill in 2021."
    assert [sentence.text for sentence in split_sentences(text)] == [first, "Others did not."]


@pytest.mark.parametrize(
    "data",
    [
        b'{"schema_version": "1.3", "article": {"text": "The bridge in Ashford was opened."}}',
        b'{\n "text": "The bridge in Ashford was opened by Ana Ruiz in 2021."\n}\n',
        b'[{"text": "The bridge in Ashford was opened by Ana Ruiz in 2021."}]',
        b'{"text": "The bridge in Ashford was opened."}\n{"text": "It is 640 metres long."}\n',
    ],
)
def test_json_is_no_article(data: bytes) -> None:
    with pytest.raises(InputError, match="is JSON, and an article is text"):
        read_article("stories.jsonl", data)


@pytest.mark.parametrize("first", ["[1]\n", "[Reuters] ", "{sic} ", '{"A quotation" in braces} '])
def test_a_bracket_makes_no_json(first: str) -> None:
    text = f"{first}The bridge in Ashford was opened by Ana Ruiz on 8 March 2021. It is 640 metres long, she said."
    assert "640 metres" in read_article("a.txt", text.encode()).text
