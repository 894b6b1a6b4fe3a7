"""A page's copy: the article stays whole, nothing of its neighbours comes along, and the lines around it tell of it."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.blocks import paragraphs
from claimcheck.articles.cleaning import clean_paste
from claimcheck.articles.datelines import moment
from claimcheck.articles.mastheads import byline_in
from claimcheck.articles.sentences import split_sentences
from claimcheck.articles.signs import Kind, kind

BODY = [
    "The council of Portsmouth voted on Monday to close the harbour bridge for two weeks of repairs in May.",
    "It is the first time that the bridge will be closed since it was opened by the harbour company in 1961.",
    "“Nobody likes a detour,” said Ana Ruiz, who leads the council’s committee for roads.",
    "What the repairs cost",
    "The repairs of the bridge cost 2.4 million pounds, which the council takes from its budget for roads.",
    "The committee for roads meets again on Thursday to set the dates of the repairs.",
]
ABOVE = """
Home
News
Sport
  * Facebook
  * Twitter
We use cookies to give you the best experience on this site.
Breaking
Harbour bridge to close for two weeks in May
A detour of nine miles awaits drivers while the deck of the bridge is renewed.
By Tom Okoro, Staff Reporter
Published: 11 March 2024, 9:05 AM GMT | Updated: 12 March 2024, 10:00 AM GMT
The harbour bridge in 2019. (Photo by Lea Brandt/Harbour Pictures)
Share
""".strip().splitlines()
BELOW = """
Sign up for our weekly newsletter and get the best stories in your inbox.
Related stories
  * Ferry crews walk out for a third day over their pay and hours
  * Lighthouse to be sold after forty years without a keeper
  * Could the old pier be saved by a lottery grant this year?
Gull steals pasty
A gull stole a pasty from a tourist near the pier, and the video of it went around the world.
Market traders furious
Traders of the fish market said they would fight plans to move their stalls behind the station.
12 Comments
I have lived here for sixty years and never once used that bridge, what a waste of money it is.
Leave a comment
© 2024 The Portsmouth Ledger Ltd. All rights reserved.
""".strip().splitlines()
PAGE = "\n\n".join([*ABOVE, *BODY, *BELOW])


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n   \n"])
def test_the_article_is_all_that_is_left_of_a_page(gap: str) -> None:
    text, _ = clean_paste(gap.join([*ABOVE, *BODY, *BELOW]))
    assert text.split("\n\n") == BODY


def test_the_lines_around_an_article_say_who_wrote_and_published_it_and_when() -> None:
    _, meta = clean_paste(PAGE)
    assert meta.headline == "Harbour bridge to close for two weeks in May"
    assert meta.byline == "Tom Okoro"
    assert meta.publisher == "The Portsmouth Ledger"
    assert meta.published is not None
    assert meta.published.isoformat() == "2024-03-11T09:05:00+00:00"
    assert meta.updated is not None
    assert meta.updated.isoformat() == "2024-03-12T10:00:00+00:00"
    assert meta.source == "text"


def test_a_row_of_other_titles_within_an_article_goes_and_its_lists_stay() -> None:
    insert = ["Read more", "  * Ferry crews walk out for a third day", "  * Is the old pier beyond saving?"]
    items = ["The bridge will be closed on these days:", "  * 6 to 12 May", "  * 20 to 26 May"]
    text, _ = clean_paste("\n\n".join([*ABOVE, *BODY[:2], *insert, *items, *BODY[2:], *BELOW]))
    expected = [*BODY[:2], *(" ".join(item.split()) for item in items), *BODY[2:]]
    assert text.split("\n\n") == expected


def test_comments_longer_than_the_article_do_not_replace_it() -> None:
    comments = [
        f"Reader {i} thinks that the bridge should stay open, since nobody asked for repairs."
        for i in range(60)
    ]
    text, _ = clean_paste("\n\n".join([*ABOVE, *BODY, "Comments", *comments]))
    assert text.split("\n\n") == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Facebook changed its privacy policy on Tuesday after complaints.",
        "Customers will be able to subscribe to the service in March.",
        "The regulator fined firms that use cookies without consent.",
        "“We use cookies to learn who you are,” the firm admitted.",
        "She won a prize for a photo by her father.",
        "Copyright holders sued the studio last week.",
        "The US asked the firm for consent to share personal data.",
        "Sources said that no one was hurt.",
        "More than 200 people died in the flood.",
        "The report was published on Nov 5, 2019.",
        "The judge ruled that the boy’s name may not be published.",
        "The European Commission said that our energy bills would rise by 12 percent.",
        "If you live in the county, you need the consent of the council before 1 May.",
        "If you love cookies, you will like the bakery beside the old bridge.",
        "The statement does not reflect the position of the government, the minister said.",
        "Photos by the satellite show that the fire spread over 3,000 hectares.",
    ],
)
def test_a_sentence_stays_whatever_it_speaks_of(line: str) -> None:
    text, _ = clean_paste("\n\n".join([*BODY[:2], line, *BODY[2:]]))
    assert line in text.split("\n\n")


def test_the_answers_of_an_interview_stay_however_short() -> None:
    said = [
        "Q: When does it open?",
        "A: In June.",
        "Q: And the cost?",
        "A: $2.4 million.",
        "RUIZ: The city pays.",
    ]
    text, _ = clean_paste("\n\n".join([BODY[0], *said]))
    assert text.split("\n\n") == [BODY[0], *said]


def test_a_short_sentence_may_begin_an_article() -> None:
    text, _ = clean_paste("\n\n".join(["It is official.", *BODY[:3]]))
    assert text.split("\n\n") == ["It is official.", *BODY[:3]]


def test_a_last_line_on_the_author_goes_and_one_on_a_journalist_in_the_news_stays() -> None:
    about = "Tom Okoro is a reporter for The Portsmouth Ledger."
    assert about not in clean_paste("\n\n".join([*BODY, about]))[0]
    told = "The council gave Tom Okoro the freedom of the city of Portsmouth on Monday."
    assert about in clean_paste("\n\n".join([*BODY, told, about]))[0]
    killed = "Jamal Khashoggi was a Saudi journalist who was killed in Istanbul in 2018."
    assert killed in clean_paste("\n\n".join([*BODY, killed]))[0]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Related stories", Kind.TAIL),
        ("You may also like", Kind.TAIL),
        ("Leave a reply", Kind.TALK),
        ("Join the conversation", Kind.TALK),
        ("Sign up for our newsletter.", Kind.NOISE),
        ("The bridge in 1961. (Photo by Lea Brandt/Getty Images)", Kind.NOISE),
        ("Image: the bridge in 1961", Kind.NOISE),
        ("FERRY CREWS WALK OUT FOR THIRD DAY", Kind.NOISE),
        ("What the repairs cost", Kind.SHORT),
        ("It will be closed until Friday.", Kind.PROSE),
        ("橋は月曜日に閉鎖されると市議会が発表した。", Kind.PROSE),
    ],
)
def test_a_line_is_told_by_its_form_and_words(line: str, what: Kind) -> None:
    assert kind(line) is what


@pytest.mark.parametrize("width", [60, 72, 90])
def test_wrapped_paragraphs_are_put_together_again(width: int) -> None:
    prose = [*BODY[:3], *BODY[4:]]
    wrapped = "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in prose)
    assert paragraphs(wrapped) == prose


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("By Ana Ruiz and Tom Okoro", "Ana Ruiz and Tom Okoro"),
        ("By Ana Ruiz - 11/19/19 06:56 AM EST", "Ana Ruiz"),
        ("By Ana Ruiz, Staff Writer", "Ana Ruiz"),
        ("By Monday the bridge was closed.", ""),
        ("By the end of the year the bridge will be open again", ""),
    ],
)
def test_a_byline_names_its_author_alone(line: str, who: str) -> None:
    assert byline_in(line) == who


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2019-11-19T07:03:25-08:00", "2019-11-19T07:03:25-08:00"),
        ("2019-11-19T07:03:25Z", "2019-11-19T07:03:25+00:00"),
        ("Nov 20 2019, 15:24pm ist", "2019-11-20T15:24:00+05:30"),
        ("11/19/19 06:56 AM EST", "2019-11-19T06:56:00-05:00"),
        ("19/11/2019", "2019-11-19T00:00:00"),
    ],
)
def test_a_moment_keeps_its_zone(text: str, when: str) -> None:
    found = moment(text)
    assert found is not None
    assert found.isoformat() == when


@pytest.mark.parametrize("text", ["10/11/2019", "08.02.24", "0001-01-01T00:00:00", "March 2024", "soon"])
def test_a_date_that_is_not_one_certain_day_is_none(text: str) -> None:
    assert moment(text) is None


@pytest.mark.parametrize(
    "text", ["yesterday", "today", "now", "2 hours ago", "Yesterday at 5:00", "a year ago"]
)
def test_a_day_that_is_another_whenever_it_is_read_is_none(text: str) -> None:
    assert moment(text) is None


LINES = st.lists(st.one_of(st.sampled_from([*ABOVE, *BODY, *BELOW, ""]), st.text(max_size=120)), max_size=40)


@given(LINES)
def test_what_is_read_is_words_of_the_text_in_order_with_exact_spans(lines: list[str]) -> None:
    given_text = "\n".join(lines)
    text, _ = clean_paste(given_text)
    words = iter(given_text.split())
    assert all(word in words for word in text.split())
    assert all(text[s.start : s.end] == s.text for s in split_sentences(text))


@given(LINES)
def test_every_paragraph_read_is_whole_lines(lines: list[str]) -> None:
    whole = {line for line in paragraphs("\n".join(lines)) if line}
    text, _ = clean_paste("\n".join(lines))
    assert set(filter(None, text.split("\n\n"))) <= whole


@given(st.lists(st.sampled_from(BODY), min_size=1, max_size=30))
def test_prose_without_noise_stays_whole(lines: list[str]) -> None:
    prose = [line for line in lines if line.endswith(".")]
    assert clean_paste("\n\n".join(prose))[0] == "\n\n".join(prose)


def test_all_of_a_text_that_is_an_article_alone_stays_its_lists_too() -> None:
    items = [f"• The council will spend £{n} million on bridge number {n} of the town" for n in (1, 2, 3)]
    text, _ = clean_paste("\n\n".join(["Harbour bridge to close", *BODY[:2], "The plan:", *items]))
    assert text.split("\n\n") == [*BODY[:2], "The plan:", *items]
    text, _ = clean_paste("\n\n".join([*BODY[:2], *items, BODY[4]]))
    assert text.split("\n\n") == [*BODY[:2], *items, BODY[4]]
    numbered = ["1. It is old", BODY[1], "2. It is long", BODY[4]]
    assert clean_paste("\n\n".join(["Two things to know", *numbered]))[0].split("\n\n") == numbered


def test_the_days_over_the_parts_of_a_chronicle_stay_and_are_not_that_of_publication() -> None:
    parts = [BODY[0], "3 March 2011", BODY[1], "8 June 2020", BODY[4]]
    text, meta = clean_paste("\n\n".join(["Harbour bridge: what happened", *parts]))
    assert text.split("\n\n") == parts
    assert meta.published is None


def test_a_sentence_that_begins_with_a_day_names_no_agency() -> None:
    after = "On March 3, 2011, a ship struck it, and it was closed for five days."
    assert clean_paste("\n\n".join([*BODY, "Comments", after]))[1].byline == ""


def test_a_caption_with_its_photographers_name_goes() -> None:
    caption = "People walk over the bridge on Monday. Photograph: Lea Brandt/The Guardian"
    assert caption not in clean_paste("\n\n".join([*BODY[:2], caption, *BODY[2:]]))[0]


def test_a_summary_above_the_day_stays_in_an_article_alone() -> None:
    summary = "A detour of nine miles awaits drivers while the deck of the bridge is renewed."
    lines = ["Harbour bridge to close", summary, "By Ana Ruiz", "11 March 2024", *BODY[:3]]
    text, meta = clean_paste("\n\n".join(lines))
    assert text.split("\n\n") == [summary, *BODY[:3]]
    assert (meta.headline, meta.byline) == ("Harbour bridge to close", "Ana Ruiz")
    assert meta.published is not None
    assert meta.published.date().isoformat() == "2024-03-11"
