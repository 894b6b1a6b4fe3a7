"""The sentences of a PDF are whole, however its lines are cut, and whatever stands below them."""

import textwrap
from io import BytesIO

import pytest

from claimcheck.articles import read_article

PARAGRAPHS = [
    "The council of Portsmouth voted on Monday to close the harbour bridge for two weeks of repairs. The plan of the mayor, Ana "
    "Ruiz, was backed by the United Ferry Company and by 12 of the 18 members of the council, the Portsmouth Ledger said.",
    "It is the first time that the bridge will be closed since it was opened by the Harbour Company in 1961. The repairs cost "
    "£2.4 million, which the council takes from its budget for roads. Nobody likes a detour, said Tom Okoro of the committee.",
    "The committee for roads meets again on Thursday to set the dates of the repairs. Ferry operators will be paid £3 for each "
    "of the passengers that they carry while the bridge is closed, which is twice of what they were paid in 2019.",
] * 3


@pytest.mark.parametrize("width", [36, 60, 88])
@pytest.mark.parametrize("footer", ["", "\nhttps://www.example.org/2024/02/08/" + "a-long-address-" * 8])
def test_sentences_are_whole(monkeypatch: pytest.MonkeyPatch, width: int, footer: str) -> None:
    text = "\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS) + footer

    class Page:
        def extract_text(self) -> str:
            return text

    class Reader:
        is_encrypted = False

        def __init__(self, data: BytesIO) -> None:
            self.pages = [Page()]

    monkeypatch.setattr("pypdf.PdfReader", Reader)
    article = read_article("a.pdf", b"%PDF-1.7")
    read = {sentence.text for sentence in article.sentences}
    whole = [f"{part.strip().rstrip('.')}." for paragraph in PARAGRAPHS for part in paragraph.split(". ")]
    assert [sentence for sentence in whole if sentence not in read] == []
