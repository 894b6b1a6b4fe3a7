"""Records anew what a real MediaWiki answers to the tests' questions: `python tests/mediawiki/record.py`.

Needs the wiki of start.sh on its usual port. The questions are those of tests/evidence/test_mediawiki.py.
"""

from datetime import date
from pathlib import Path

from claimcheck.domain import Claim, Span
from claimcheck.evidence import EvidenceOptions, Query, query_for, resolve_sources
from claimcheck.lm import recording

ROOT = Path(__file__).resolve().parents[2]
CASSETTE = ROOT / "cassettes" / "evidence" / "mediawiki.yaml"
NAME = "mediawiki+http://127.0.0.1:8642/api.php"
TRADE = Query(
    text="Trade between China and Russia reached $240 billion in 2023.",
    names=("China", "Russia"),
    numbers=("240", "2023"),
    dates=("2023",),
)
QUESTIONS = (
    TRADE,
    TRADE.model_copy(update={"before": date(2023, 12, 31)}),
    Query(text="Zebras gallop over Tanganyikan savannahs.", names=("Zebras",)),
    Query(text="The painting of lighthouses is done every fourth summer."),
)
# The claims of the example article as the embedded model wrote them, and the page that each must find first.
SEED = {
    "Chinese President Xi Jinping and Russian President Vladimir Putin spoke by telephone on Thursday 2024-02-08.": "Talks of Xi Jinping and Vladimir Putin",
    "The call between Chinese President Xi Jinping and Russian President Putin lasted one hour.": "Talks of Xi Jinping and Vladimir Putin",
    "Russia will hold its presidential election in March 2024.": "2024 Russian presidential election",
    "Putin is finishing a six-year term.": "President of Russia",
    "Trade between China and Russia reached $240 billion in 2023.": "China–Russia trade",
    "China imported about 107 million tonnes of Russian crude oil in 2023.": "Russian crude oil in China",
    "The dates of the vote were set on 8 January 2024.": "2024 Russian presidential election",
    "Xi Jinping has visited Moscow nine times since 2013.": "Talks of Xi Jinping and Vladimir Putin",
}


def question(text: str) -> Query:
    """A claim as a run asks for it."""
    return query_for(
        Claim(id="c", text=text, spans=(Span(start=0, end=1, quotation=text[0]),), sentences=(0,))
    )


def main() -> None:
    """Asks the questions, and keeps the answers."""
    with recording(record=CASSETTE):
        source = resolve_sources([NAME], options=EvidenceOptions(http_cache=False))[0]
        status = source.status()
        if status.failure:
            raise SystemExit(f"{status.failure}: start tests/mediawiki/start.sh first")
        for asked in (*QUESTIONS, *map(question, SEED)):
            print(len(source.search(asked, 5).passages), asked.text)


if __name__ == "__main__":
    main()
