"""The page in a real Chromium: marks, filters, ways there and back, accessibility, print, and no harm.

Needs Chromium or Chrome (on Debian, the package `chromium`); without one, these tests are skipped.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.domain import Report
from claimcheck.reports import render

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]  # a busy machine may be slow to draw
Build = Callable[..., Report]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium for the module; its event loop must be gone before other tests run."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium or Chrome on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


Opened = Callable[..., Any]


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    """`opened(report, **context)`: the page of a report; what it asks for or complains of fails the test."""
    contexts = []
    heard: list[str] = []

    def open_page(report: Report, **context: Any) -> Any:
        file = tmp_path / "report.html"
        file.write_text(render(report, "html"), encoding="utf-8")
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        page.set_default_timeout(120_000)
        page.on(
            "request", lambda request: None if request.url == file.as_uri() else heard.append(request.url)
        )
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert heard == []


MARKS = """() => [...document.querySelectorAll("#text mark")].map(mark => ({
    start: Number(mark.dataset.start), end: Number(mark.dataset.end), text: mark.textContent,
    claims: mark.dataset.claims.split(" ").map(Number)}))"""
TEXT = """() => [...document.querySelectorAll("#text p")].map(p => {
    const copy = p.cloneNode(true);
    for (const chip of copy.querySelectorAll(".chip")) chip.remove();
    return copy.textContent; })"""


def test_marks_are_at_the_right_characters(build: Build, opened: Opened) -> None:
    report = build("The 😀 bridge — in “Portsmouth” — is 640 metres long.", number=6)
    page = opened(report)
    assert "\n\n".join(page.evaluate(TEXT)) == report.article.text
    marks = page.evaluate(MARKS)
    assert all(report.article.text[m["start"] : m["end"]] == m["text"] for m in marks)
    for number, claim in enumerate(report.claims, 1):
        marked = {i for m in marks if number in m["claims"] for i in range(m["start"], m["end"])}
        meant = {i for span in claim.spans for i in range(span.start, span.end)}
        assert marked == meant - {i for i in meant if report.article.text[i] == "\n"}
    assert all(mark["claims"] for mark in marks)


def shown(page: Any) -> list[str]:
    claims = page.locator("article.claim").all()
    return [claim.get_attribute("id").removeprefix("claim-") for claim in claims if claim.is_visible()]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_filters_hide_claims_by_verdict_and_by_kind(build: Build, opened: Opened, script: bool) -> None:
    page = opened(build(number=10), java_script_enabled=script)
    assert shown(page) == [str(i) for i in range(1, 11)]
    page.get_by_label("Refuted (2)").uncheck()
    assert shown(page) == ["1", "3", "4", "5", "6", "8", "9", "10"]
    assert not page.locator("#mark-2").is_visible()
    page.get_by_label("quantity (2)").uncheck()
    assert shown(page) == ["3", "4", "5", "6", "8", "9", "10"]
    if script:
        assert page.locator("#shown").inner_text() == "7 of 10 claims shown"
    page.get_by_label("Refuted (2)").check()
    assert "2" in shown(page)


def test_a_link_to_a_hidden_claim_brings_it_back(build: Build, opened: Opened) -> None:
    page = opened(build(number=5))
    page.get_by_label("Refuted (1)").uncheck()
    page.evaluate("location.hash = 'claim-2'")
    page.wait_for_function("document.activeElement.id === 'claim-2'")
    assert "2" in shown(page)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_keyboard_leads_from_text_to_claim_to_evidence_and_back(
    build: Build, opened: Opened, script: bool
) -> None:
    page = opened(build(number=5), java_script_enabled=script)

    def arrived() -> None:
        """Waits until the script has put the focus on what the address names, which comes after the address."""
        if script:
            page.wait_for_function("document.activeElement.id === location.hash.slice(1)")

    page.locator("#mark-2").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#claim-2")
    arrived()
    names = []
    for wanted in ("Evidence 1", "Back to claim 2", "To claim 2 in the article"):
        for _ in range(8):  # never more than a few steps of the Tab key away
            page.keyboard.press("Tab")
            focused = page.locator(":focus")
            names.append(focused.inner_text())
            if names[-1].startswith(wanted):
                break
        before = page.url
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, before=before: url != before)
        arrived()
    assert page.url.endswith("#mark-2"), names
    box = page.locator("#mark-2").bounding_box()
    assert 0 <= box["y"] <= page.viewport_size["height"]


def test_a_click_on_marked_text_leads_to_its_claim_and_the_quotation_is_marked(
    build: Build, opened: Opened
) -> None:
    report = build(number=2)
    page = opened(report)
    page.locator("#text mark a").last.click()
    assert page.url.endswith("#claim-1")
    assert page.locator("#evidence-1-1 mark.quote").inner_text() == report.verdicts[0].citations[0].quotation


def test_hostile_text_is_shown_and_does_nothing(build: Build, opened: Opened, hostile: str) -> None:
    page = opened(
        build(hostile, decide=True, url="javascript:hacked=1"), viewport={"width": 360, "height": 640}
    )
    assert page.evaluate("typeof hacked") == "undefined"
    assert page.locator("img, iframe, textarea").count() == 0
    assert page.locator("script").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("article.claim .wording").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("case", ["claims", "reviewed", "no claim", "long and no claim"])
def test_axe_finds_nothing_serious(build: Build, opened: Opened, scheme: str, case: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    words = "The bridge in Portsmouth is 640 metres long. " * (200 if case.startswith("long") else 1)
    report = build(words.strip(), number=0 if case.endswith("no claim") else 5, decide=case == "reviewed")
    page = opened(report, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    told = [(one["id"], one["impact"], [node["html"] for node in one["nodes"]]) for one in found]
    assert [one for one in told if one[1] in ("serious", "critical")] == []
    assert found == [], json.dumps(told, indent=2)


def test_every_claim_and_its_evidence_is_printed(build: Build, opened: Opened, tmp_path: Path) -> None:
    from pypdf import PdfReader

    page = opened(build(number=5, decide=True))
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    page.pdf(path=str(tmp_path / "report.pdf"))
    text = " ".join(" ".join(p.extract_text() for p in PdfReader(tmp_path / "report.pdf").pages).split())
    assert all(f"{number}." in text for number in range(1, 6))
    assert text.count("Before it. The bridge in Portsmouth is 640 metres long. After it.") >= 5
    assert "<https://example.org/bridge>" in text
    assert "How this was made" in text


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_paper_says_that_claims_are_hidden(build: Build, opened: Opened, script: bool) -> None:
    page = opened(build(number=5), java_script_enabled=script)
    page.emulate_media(media="print")
    assert not page.locator(".partial").is_visible()
    page.emulate_media(media="screen")
    page.get_by_label("Refuted (1)").uncheck()
    assert not page.locator(".partial").is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("Not all claims are here").is_visible()


def test_no_heading_is_printed_without_what_it_heads(build: Build, opened: Opened, tmp_path: Path) -> None:
    from pypdf import PdfReader

    words = "The bridge in Portsmouth is 640 metres long. " * 12  # a claim that takes most of a page
    page = opened(build(words.strip(), number=3))
    page.pdf(path=str(tmp_path / "report.pdf"), format="A4")
    ends = [one.extract_text().rstrip() for one in PdfReader(tmp_path / "report.pdf").pages]
    assert any("The claims" in end for end in ends)
    assert not [
        end for end in ends if end.endswith(("The claims", "The article", "Not checked", "How this was made"))
    ]


def test_no_claim_at_all_is_said(build: Build, opened: Opened) -> None:
    page = opened(build(number=0))
    assert "No checkable claim was found." in page.locator("#claims").inner_text()
    assert page.locator(".filters").count() == 0
