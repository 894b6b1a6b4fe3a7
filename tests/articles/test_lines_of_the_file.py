"""A report can point at lines of the file that was read, also where lines around the article went."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles import read_article
from claimcheck.articles.lines import lines_of

ROOT = Path(__file__).resolve().parents[2]


def test_every_sentence_of_the_example_stands_on_the_line_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    article = read_article("examples/article.txt")
    lines = (ROOT / article.path).read_text(encoding="utf-8").splitlines()
    told = [article.line_at(sentence.start) for sentence in article.sentences]
    assert None not in told
    assert all(
        sentence.text in lines[(line or 0) - 1]
        for sentence, line in zip(article.sentences, told, strict=True)
    )


def test_a_wrapped_paragraph_has_a_line_for_each_of_its_pieces() -> None:
    wrapped = (
        b"It was opened in June by the mayor of the town.\n\n"
        b"The bridge in Portsmouth that the council of the town opened for everyone who\n"
        b"wanted to cross the river is 640 metres long, it said.\n"
    )
    article = read_article("a.txt", wrapped)
    assert "who wanted" in article.text
    assert (article.line_at(article.text.index("bridge")), article.line_at(article.text.index("640"))) == (
        3,
        4,
    )


def test_a_removed_line_that_begins_like_the_article_does_not_mislead() -> None:
    assert lines_of("The vote is set.", ["The vote", "", "The vote is set."]) == ((0, 3),)


def test_text_that_the_lines_do_not_account_for_has_no_lines() -> None:
    assert lines_of("The vote is set.", ["The vote is off."]) == ()
    page = (
        b"<html><body><article><h1>Bridge</h1>"
        + b"<p>The bridge is long, and it was opened in June.</p>" * 20
    )
    assert read_article("a.html", page).lines == ()


def test_a_path_of_another_place_is_not_told(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The bridge in Portsmouth is 640 metres long.", encoding="utf-8")
    assert read_article(str(file)).path == ""
    assert read_article(str(file)).origin == "a.txt"


@given(st.lists(st.tuples(st.sampled_from(["a", "a b", "b", "b a", ""]), st.booleans()), max_size=12))
def test_lines_that_were_kept_are_always_accounted_for(lines: list[tuple[str, bool]]) -> None:
    text = "\n\n".join(line for line, kept in lines if kept and line)
    places = lines_of(text, [line for line, _ in lines])
    assert bool(places) == bool(text)
    assert all(text.startswith(lines[number - 1][0], start) for start, number in places)
