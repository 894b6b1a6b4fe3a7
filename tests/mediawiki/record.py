"""Records anew what a real MediaWiki answers to the tests' questions: `python tests/mediawiki/record.py`.

Needs the wiki of start.sh on its usual port. The questions are those of tests/evidence/test_mediawiki.py.
"""

from datetime import date
from pathlib import Path

from claimcheck.evidence import EvidenceOptions, Query, resolve_sources
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


def main() -> None:
    """Asks the questions, and keeps the answers."""
    with recording(record=CASSETTE):
        source = resolve_sources([NAME], options=EvidenceOptions(http_cache=False))[0]
        status = source.status()
        if status.failure:
            raise SystemExit(f"{status.failure}: start tests/mediawiki/start.sh first")
        for question in QUESTIONS:
            print(len(source.search(question, 5).passages), question.text)


if __name__ == "__main__":
    main()
