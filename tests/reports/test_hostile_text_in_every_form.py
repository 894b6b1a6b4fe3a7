"""Text from an article, a reference or a reviewer is shown as text in every form, and does nothing."""

import csv
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable
from io import StringIO
from typing import Any

import html5lib
import pytest
from markdown_it import MarkdownIt

from claimcheck.domain import Report
from claimcheck.reports import forms, render
from claimcheck.reports.json import parse
from claimcheck.reports.safe import one_line, safe, web_address
from claimcheck.reports.terminal import printed

Build = Callable[..., Report]
PAGE = "https://example.org/check"
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def parsed(page: str, *, strict: bool = True) -> Any:
    return html5lib.HTMLParser(strict=strict, namespaceHTMLElements=False).parse(page)


def visible(element: Any) -> str:
    """The text of an element as it is shown: comments are none of it."""
    own = "" if not isinstance(element.tag, str) else (element.text or "")
    return own + "".join(visible(child) + (child.tail or "") for child in element)


def classed(tree: Any, name: str) -> list[Any]:
    return [element for element in tree.iter() if name in (element.get("class") or "").split()]


@pytest.mark.parametrize("form", sorted(set(forms()) - {"terminal"}))
def test_no_form_steers_a_terminal_or_turns_text_around(build: Build, hostile: str, form: str) -> None:
    text = render(build(hostile, decide=True), form, page=PAGE)
    assert not STEERING.search(text.removeprefix("\ufeff"))
    assert render(build(hostile, decide=True), form, page=PAGE) == text


def test_the_terminal_form_has_no_codes_but_its_own(build: Build, hostile: str) -> None:
    text = printed(build(hostile, decide=True), width=80, colour=True)
    assert not STEERING.search(re.sub(r"\x1b\[[0-9;]*m", "", text))
    styles = {code for codes in re.findall(r"\x1b\[([0-9;]*)m", text) for code in codes.split(";")}
    assert styles <= {"0", "1", "3", "4", "31", "32", "33", "35", "39"}


def test_a_page_is_well_formed_and_has_the_text_as_text(build: Build, hostile: str) -> None:
    tree = parsed(render(build(hostile, decide=True), "html"))
    assert {visible(element) for element in classed(tree, "wording")} == {safe(hostile).replace("\r\n", "\n")}
    assert len(list(tree.iter("script"))) == 1
    assert not list(tree.iter("img"))
    assert not [name for element in tree.iter() for name in element.attrib if str(name).startswith("on")]


def test_markdown_renders_to_the_text_and_to_no_markup_of_its_own(build: Build, hostile: str) -> None:
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tree = parsed(renderer.render(render(build(hostile, decide=True), "markdown")), strict=False)
    cells = [visible(cell) for row in tree.iter("tr") for cell in list(row)[1:2]]
    assert cells[0] == "claim"
    assert {unicodedata.normalize("NFC", cell) for cell in cells[1:]} == {
        unicodedata.normalize("NFC", one_line(hostile))
    }
    allowed = set("html head body h1 h2 p strong em table thead tbody tr th td blockquote a ul li".split())
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= allowed
    assert {a.get("href") for a in tree.iter("a")} <= {"https://example.org/bridge"}


def test_markdown_calls_nobody_and_refers_to_no_issue(build: Build) -> None:
    text = render(build("ask @someone about #12"), "markdown")
    assert not re.search(r"[@#]\w", text)


def test_no_cell_is_a_formula(build: Build, hostile: str) -> None:
    rows = list(csv.DictReader(StringIO(render(build(hostile, decide=True), "csv").removeprefix("\ufeff"))))
    assert len(rows) == 5
    assert not [
        value for row in rows for value in row.values() if value.startswith(tuple("=+-@\t\r＝＋－＠"))
    ]
    assert {row["claim"].removeprefix("'") for row in rows} == {one_line(hostile)}


def test_every_line_of_annotations_is_a_command_of_ours(build: Build, hostile: str) -> None:
    report = build(hostile)
    lines = render(report, "github").split("\n")
    assert lines.pop() == ""
    assert lines.pop().startswith("claimcheck: 5 claims")
    assert len(lines) == 5  # four claims that are not supported, and the failure
    commands = [re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line) for line in lines]
    assert all(commands)
    told = [match[3].replace("%0A", "\n").replace("%25", "%") for match in commands if match]
    assert all(one_line(hostile) in message for message in told)
    names = [part.partition("=")[0] for match in commands[:4] if match for part in match[2].split(",")]
    assert names == ["file", "line", "endLine", "title"] * 4


def test_xml_can_be_parsed_and_has_the_text(build: Build, hostile: str) -> None:
    root = ET.fromstring(render(build(hostile, decide=True), "junit"))
    assert [case.get("name") for case in root.iter("testcase")] == [
        f"{i}. {one_line(hostile)}" for i in range(1, 6)
    ]


def test_claimreview_can_stand_inside_a_script_element(build: Build, hostile: str) -> None:
    text = render(build(hostile, decide=True), "claimreview", page=PAGE)
    assert not set("<>&") & set(text)
    assert {review["claimReviewed"] for review in json.loads(text)["@graph"]} == {one_line(hostile)}


def test_json_lines_are_one_object_each_with_the_very_text(build: Build, hostile: str) -> None:
    lines = [json.loads(line) for line in render(build(hostile), "jsonl").splitlines()]
    assert [line["event"] for line in lines] == ["article", "claims", *["verdict"] * 5, "report"]
    assert {claim["text"] for claim in lines[1]["claims"]} == {hostile}


def test_sarif_messages_are_the_text_and_hold_no_links(build: Build, hostile: str) -> None:
    (run,) = json.loads(render(build(hostile), "sarif"))["runs"]
    texts = [result["message"]["text"] for result in run["results"]]
    assert all(one_line(hostile).replace("](", "] (") in text for text in texts)
    texts += [told["message"]["text"] for told in run["invocations"][0]["toolExecutionNotifications"]]
    assert not any("](" in text for text in texts)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "file://example.org/x",
        "ftp://example.org/x",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https://",
        "https://e.org/\u202e",
        "https://e.org/ x",
        'https://e.org/"onclick="x',
        "https://[",
        "mailto:a@example.org",
        "\x01https://e.org",
    ],
)
def test_only_addresses_of_the_web_become_links(build: Build, url: str) -> None:
    assert web_address(url) == ""
    report = build(url=url, decide=True)
    tree = parsed(render(report, "html"))
    assert all(a.get("href").startswith("#") for a in tree.iter("a"))
    renderer = MarkdownIt("commonmark", {"html": True})
    page = parsed(renderer.render(render(report, "markdown")), strict=False)
    assert not list(page.iter("a"))
    reviews = json.loads(render(report, "claimreview", page=PAGE))["@graph"]
    assert not [work for review in reviews for work in review["isBasedOn"] if "url" in work]


def test_an_address_of_the_web_is_a_link(build: Build) -> None:
    assert web_address("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"
    assert 'href="https://example.org/bridge"' in render(build(), "html")


def test_joined_emoji_stay_joined_and_a_joiner_alone_is_shown() -> None:
    assert safe("👩‍👧") == "👩‍👧"
    assert safe("pay\u200dpal") == "pay\\u200dpal"


def test_letters_that_nobody_sees_are_written_out() -> None:
    assert safe("9\U000e0030\U000e0030 dead") == "9\\U000e0030\\U000e0030 dead"
    assert safe("a\ufff9b\u180ec") == "a\\ufff9b\\u180ec"
    assert safe("half a letter \ud800") == "half a letter \\ud800"


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "claimreview"])
def test_letters_that_nobody_sees_are_escaped_in_json(build: Build, form: str) -> None:
    unseen = "9\U000e0030\U000e0030 dead, a\ufff9b\u180ec"
    text = render(build(unseen, decide=True), form, page=PAGE)
    assert not re.search("[\U000e0000-\U000e007f\ufff9\u180e]", text)
    if form == "json":
        assert parse(text).claims[0].text == unseen
