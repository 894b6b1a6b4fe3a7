"""A sentence is not cut at an abbreviation, and two are not run together after one."""

import pytest

from claimcheck.articles.sentences import LONG, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The game begins at 8 a.m. Eastern time.", "It is free."],
        ["At 9 p.m. Trump spoke to reporters in the garden.", "He left."],
        ["He spoke to reporters in the garden at 9 p.m.", "Trump left."],
        ["Approx. 300 people came.", "They left."],
        ["The Rt. Hon. Ana Ruiz met Hon. Jay Roe in Ft. Worth.", "They left."],
        ["Shares of Warner Bros. Pictures rose.", "Others fell."],
        ["The $3bn. deal fell through on Mon. Feb. 3 in court.", "Others held."],
        ["Add 8 oz. unsweetened milk.", "Stir it."],
        ["It happened in the U.S. Senate.", "Others saw it."],
        ["It happened in the U.S.", "The law was passed in 2019."],
        ["He works for Acme Inc.", "The firm makes bolts."],
        ["Profit fell 5 percent.", "iPhone sales rose."],
        ["He met Lt. Gen. Bob Ray on St. John Street.", "They left."],
        ["George W. Bush spoke.", "J. K. Rowling did not."],
    ],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(" ".join(sentences))] == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "THE COUNCIL VOTED TO CLOSE THE BRIDGE FOR TWO WEEKS OF REPAIRS IN MAY. ",
        "It was closed in May. ",
        "It is 3. ",
    ],
)
def test_no_paragraph_is_given_to_the_segmenter_as_a_whole_however_its_sentences_end(
    monkeypatch: pytest.MonkeyPatch, sentence: str
) -> None:
    given: list[int] = []

    def segments(_: object, text: str) -> list[str]:
        given.append(len(text))
        return [text]

    monkeypatch.setattr("claimcheck.articles.sentences._segments", segments)
    split_sentences(sentence * (10 * LONG // len(sentence)))
    assert max(given) <= 2 * LONG + len(sentence)
