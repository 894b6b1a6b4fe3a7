"""The order of a few passages without an index is that of an index of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.domain import Passage
from claimcheck.evidence.memory import Shelf
from claimcheck.evidence.query import Query
from claimcheck.evidence.weighing import weighed

WORDS = "council spent million buses in 2003 Harlow walls the bridge opened 12.5 runs harbour".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=120).map(" ".join)
PASSAGES = st.lists(st.tuples(TEXTS, TEXTS | st.just("")), min_size=1, max_size=12)


@given(held=PASSAGES, text=TEXTS, names=st.lists(st.sampled_from(WORDS), max_size=2))
@settings(max_examples=40, deadline=None)
def test_passages_come_in_the_order_of_an_index_of_them(
    held: list[tuple[str, str]], text: str, names: list[str]
) -> None:
    passages = [
        Passage(id=f"p{n:02}", text=text, title=title, source="s") for n, (text, title) in enumerate(held)
    ]
    query = Query(text=text, names=tuple(names), numbers=("2003",))
    by_index = Shelf(passages).best(query, len(passages))
    scores = {passage.id: passage.score for passage in by_index}
    without = weighed(query, passages)
    assert set(scores) == {passage.id for passage in without}
    # Scores of single precision: what differs in the fourth digit only may change places.
    for passage, other in zip(without, by_index, strict=True):
        assert abs(scores[passage.id] - other.score) < 2e-4


def test_a_passage_without_a_word_of_the_query_is_left_out() -> None:
    passages = [
        Passage(id=id, text=text, title="", source="s") for id, text in (("a", "the bridge"), ("b", "walls"))
    ]
    assert [passage.id for passage in weighed(Query(text="bridge"), passages)] == ["a"]
