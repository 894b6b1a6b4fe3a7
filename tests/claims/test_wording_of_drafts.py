import pytest

from claimcheck.claims import merge
from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.leaning import compared_with_nothing, than_lost
from claimcheck.claims.merging import without_steps
from claimcheck.claims.wording import in_full, main_clause
from claimcheck.domain import Claim, ClaimKind, Span

SERVED = "She was born in 1898, and served as mayor of Riverton until 1975."


def texts(claims: list[str], sentence: str) -> list[str]:
    return [draft.claim for draft in in_full([ClaimDraft(claim=claim) for claim in claims], sentence)]


def test_a_pronoun_takes_the_name_that_the_claim_before_gave_it() -> None:
    drafts = ["Lena Ortiz was born in 1898.", "She served as mayor of Riverton until 1975."]
    assert texts(drafts, SERVED)[1] == "Lena Ortiz served as mayor of Riverton until 1975."


def test_a_pronoun_that_the_sentence_does_not_begin_with_may_mean_another() -> None:
    drafts = ["Lena Ortiz called Ada Brown.", "She resigned in 1975."]
    assert texts(drafts, "Lena Ortiz called Ada Brown, and she resigned in 1975.") == drafts


def test_a_pronoun_without_a_name_before_it_stays() -> None:
    assert texts(["She served until 1975."], SERVED) == ["She served until 1975."]


@pytest.mark.parametrize(
    ("draft", "sentence", "claim"),
    [
        (
            "After a hearing was held in Riverton on 3 May.",
            "After a hearing was held in Riverton on 3 May, the court dropped the case.",
            "A hearing was held in Riverton on 3 May.",
        ),
        (
            "Since Riverton's licence, Act No. 79 expired on Sunday.",
            "Since Riverton's licence, Act No. 79, expired on Sunday, the ferry lies idle.",
            "Riverton's licence, Act No. 79 expired on Sunday.",
        ),
    ],
)
def test_a_clause_without_what_it_leads_to_is_a_sentence_by_itself(
    draft: str, sentence: str, claim: str
) -> None:
    assert main_clause(draft, sentence) == claim


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (
            "After a hearing, the court dropped the case.",
            "After a hearing, the court dropped the case.",
        ),
        (
            "After a day in Oulu and Riverton and Vik.",
            "After a day in Oulu and Riverton and Vik, Lena Ortiz resigned.",
        ),
        (
            "Before the ferry was sold to the town.",  # it may not have been
            "Before the ferry was sold to the town, it burned.",
        ),
    ],
)
def test_what_has_no_verb_or_may_not_have_happened_stays_as_it_is(draft: str, sentence: str) -> None:
    assert main_clause(draft, sentence) == draft


def test_initials_stand_as_in_the_sentence() -> None:
    told = "Riverton told the U.S. agency of T. S. Ortiz."
    assert texts(["Riverton told the U. S. agency of T. S. Ortiz."], told) == [told]


def bridges_of(who: str) -> str:
    """A sentence that is longer than a draft may be."""
    names = ("Ada", "Lena", "Rosa", "Mara", "Nora", "Tilda", "Wanda", "Greta")
    return f"{who} has " + ", ".join(f"a bridge over the canal of {name}" for name in names) + "."


def test_a_claim_that_was_cut_off_is_read_in_the_sentence() -> None:
    sentence = bridges_of("Riverton")
    assert texts([sentence[:220]], sentence) == [sentence]
    assert texts([sentence[:100]], sentence) == [sentence[:100]]


def test_a_cut_off_claim_goes_on_as_its_sentence_does_from_the_same_words() -> None:
    sentence = bridges_of("Since 1890 it")
    claim = f"Riverton {sentence[14:225]}"
    assert texts([claim], sentence) == [f"Riverton {sentence[14:]}"]


def test_a_cut_off_claim_in_other_words_is_no_claim() -> None:
    sentence = bridges_of("It")
    assert texts([f"Riverton, which lies on a river, owns {'many ' * 34}brid"], sentence) == []


def _claim(text: str, quotation: str, sentence: int = 0) -> Claim:
    return Claim(
        id=f"s{sentence}",
        text=text,
        spans=(Span(start=0, end=len(quotation), quotation=quotation),),
        sentences=(sentence,),
        kind=ClaimKind.OTHER,
        check_worthiness=0.3,
    )


def test_things_of_one_list_are_not_merged_for_the_words_that_they_share() -> None:
    whole = "Changes in mortar can be caused by frost or salt"
    claims = [
        _claim("Changes in mortar can be caused by frost.", whole),
        _claim("Changes in mortar can be caused by salt.", whole),
    ]
    assert len(merge(claims)) == 2


def test_of_a_claim_that_grows_step_by_step_the_first_and_the_whole_stay() -> None:
    first, second, whole = (
        "Staff of the ferry fear the toll.",
        "Staff of the ferry fear the toll, a sum for each passage.",
        "Staff of the ferry fear the toll, a sum for each passage of boats and rafts on lake and canal.",
    )
    grown = [_claim(text, whole) for text in (whole, second, first)]
    assert [claim.text for claim in without_steps(grown)] == [whole, first]
    other = _claim("Staff of the mill fear the toll.", whole)
    assert without_steps([*grown[1:], other]) == [*grown[1:], other]


def test_a_claim_and_the_same_with_a_word_more_are_still_one() -> None:
    whole = "Changes in old lime mortar can be caused by frost"
    claims = [
        _claim("Changes in lime mortar can be caused by frost.", whole),
        _claim("Changes in old lime mortar can be caused by frost.", whole),
    ]
    assert len(merge(claims)) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "It concluded: 'The Prime Minister’s advice was unlawful.\"",
            'It concluded: "The Prime Minister’s advice was unlawful."',
        ),
        ("He said: 'it's over.\"", 'He said: "it\'s over."'),
        ('The advice was unlawful if its purpose was to stymie scrutiny".', None),
        ("The workers' strike ended.\"", "The workers' strike ended."),
        ('Ortiz called it "a win".', 'Ortiz called it "a win".'),
        ('Ortiz called it "a win" and a "start".', 'Ortiz called it "a win" and a "start".'),
        ("Ortiz is 5'11\" tall.", "Ortiz is 5'11\" tall."),
    ],
)
def test_a_quotation_mark_that_stands_alone_is_paired_or_goes(written: str, meant: str | None) -> None:
    assert texts([written], written) == [meant or written.replace('"', "")]


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        ("K2-18b is larger but less dense.", "larger"),
        ("The bridge is longer, and much wider.", "longer"),
        ("K2-18b is larger but less dense than Earth.", ""),
        ("The bridge is longer and blue.", ""),
    ],
)
def test_two_comparisons_need_a_than_as_one_does(claim: str, left: str) -> None:
    assert compared_with_nothing(claim) == left


@pytest.mark.parametrize(
    ("claim", "sentence", "lost"),
    [
        ("It is more costly to buy it.", "It is more costly to build it than to buy it.", "more costly"),
        ("Men earn more than women.", "Men earn more than women.", ""),
        ("More than 20 boats sank.", "More than 20 boats sank, which is more than usual.", ""),
        ("The bridge is longer.", "The bridge is longer than the quay.", "longer"),
        ("The bridge is long.", "The bridge is longer than the quay.", ""),
        ("He is busier now.", "He is busier now than ever.", ""),
    ],
)
def test_a_comparison_keeps_its_than(claim: str, sentence: str, lost: str) -> None:
    assert than_lost(claim, sentence) == lost
