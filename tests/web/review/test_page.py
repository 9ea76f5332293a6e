from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import serving, violations
from desks import REPORT, draft_of
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk import Desk, Draft, State
from travaux.reading.review.folder import read_review
from travaux.web.review import review_app

pytestmark = pytest.mark.system


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with serving(review_app(desk, reviewer="Anna Muster")) as found:
        yield found


class Tab:
    """A window of the browser with a reviewer at it, and everything that it complained about or asked elsewhere."""

    def __init__(self, browser: Browser, address: str, name: str, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1366, "height": 768}, "bypass_csp": False, **options})
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text) if "409" not in message.text else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: None if request.url.startswith(address) else self.complaints.append(request.url))
        self.page.goto(address)
        self.page.locator("#name-field").fill(name)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#paragraph")).to_be_visible()

    @property
    def claim(self) -> str:
        return self.page.locator("#claim").inner_text()

    def press(self, key: str) -> None:
        """Press a key and wait until another statement, a form or a notice stands there."""
        before = self.page.locator("#item").inner_html()
        self.page.keyboard.press(key)
        self.page.wait_for_function("before => document.querySelector('#item').innerHTML !== before", arg=before)
        self.page.wait_for_function("!document.querySelector('[data-do=why]').disabled")


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Callable[..., Tab]]:
    tabs: list[Tab] = []

    def open_tab(name: str = "Anna Muster", **options: Any) -> Tab:
        tabs.append(Tab(browser, address, name, **options))
        return tabs[-1]

    yield open_tab
    for one in tabs:
        one.context.close()


def select_words(page: Page, words: str) -> None:
    """Select words of the paragraph, as a mouse would."""
    page.evaluate(
        """words => { const text = document.querySelector('#paragraph');
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        const all = text.textContent; const from = all.indexOf(words), to = from + words.length;
        let at = 0, node; const range = document.createRange();
        while ((node = walker.nextNode())) { const end = at + node.length;
          if (from >= at && from < end) range.setStart(node, from - at);
          if (to > at && to <= end) range.setEnd(node, to - at); at = end; }
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        words,
    )
    page.wait_for_timeout(50)


def check_accessible(page: Page) -> None:
    assert violations(page) == []


def opinions(folder: Path) -> list[tuple[str, str]]:
    return sorted((one.reviewer, one.decision.value) for one in read_review(folder).opinions.get(REPORT, ()))


def test_a_review_by_keys_alone(tab: Callable[..., Tab], lakes: Path) -> None:
    anna = tab()
    page, first = anna.page, anna.claim
    anna.press("a")
    second = anna.claim
    assert second != first
    anna.press("r")
    page.keyboard.type("No statement.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#claim")).not_to_have_text("Reject this statement?")
    third = anna.claim
    anna.press("e")
    page.get_by_label("Reporting words, word for word").fill("xyzzyx")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".error[role=alert]:visible")).to_contain_text("“Reporting words”: 'xyzzyx' cannot be found")
    expect(page.locator("[data-field=cue]")).to_have_class("field exact wrong")
    select_words(page, "One speaker")
    page.locator("[data-field=cue] .take").click()
    expect(page.get_by_label("Reporting words, word for word")).to_have_value("One speaker")
    page.get_by_label("Attitude to what is said").select_option("opposes")
    page.keyboard.press("Control+Enter")
    expect(page.locator("form.editing")).to_have_count(0)
    assert opinions(lakes) == [("anna-muster", "accepted"), ("anna-muster", "edited"), ("anna-muster", "rejected")]
    anna.press("u")
    assert anna.claim == third
    anna.press("u")
    assert anna.claim == second
    assert opinions(lakes) == [("anna-muster", "accepted")]
    anna.press("n")
    anna.press("p")
    assert anna.claim == second
    assert anna.complaints in ([], [complaint for complaint in anna.complaints if "422" in complaint])


def test_a_form_that_is_left_as_it_was_accepts(tab: Callable[..., Tab], lakes: Path) -> None:
    anna = tab()
    anna.press("e")
    anna.page.keyboard.press("Control+Enter")
    expect(anna.page.locator("form.editing")).to_have_count(0)
    assert opinions(lakes) == [("anna-muster", "accepted")]


def test_a_statement_is_added_from_selected_words_and_one_is_split(tab: Callable[..., Tab], lakes: Path) -> None:
    anna = tab()
    select_words(anna.page, "kept in state")
    anna.press("+")
    expect(anna.page.get_by_label("What is said, word for word")).to_have_value("kept in state")
    anna.page.get_by_label("Reporting words, word for word").fill("emphasized")
    anna.page.keyboard.press("Control+Enter")
    expect(anna.page.locator("form.editing")).to_have_count(0)
    assert opinions(lakes) == [("anna-muster", "added")]
    anna.press("n")
    anna.press("s")
    anna.page.keyboard.press("ArrowRight")
    anna.page.keyboard.press("ArrowRight")
    anna.press("Enter")
    expect(anna.page.locator("fieldset.statement-form")).to_have_count(2)
    claims = anna.page.get_by_label("What is held, in one sentence")
    claims.first.fill("The first half should be kept.")
    anna.page.keyboard.press("Control+Enter")
    expect(anna.page.locator(".error[role=alert]:visible")).to_contain_text("“What is held” is empty.")
    expect(anna.page.locator("[data-field=claim] .wrong-note")).to_have_count(1)
    assert opinions(lakes) == [("anna-muster", "added")]
    claims.last.fill("The second half should be kept.")
    anna.page.keyboard.press("Control+Enter")
    expect(anna.page.locator("form.editing")).to_have_count(0)
    assert opinions(lakes) == [("anna-muster", "added"), ("anna-muster", "split"), ("anna-muster", "split")]
    anna.press("u")
    assert opinions(lakes) == [("anna-muster", "added")]
    assert anna.complaints == []


def test_what_is_undone_is_gone_whoever_asks_by_now(tab: Callable[..., Tab], lakes: Path) -> None:
    anna = tab()
    first = anna.claim
    select_words(anna.page, "kept in state")
    anna.press("+")
    anna.page.get_by_label("Reporting words, word for word").fill("emphasized")
    anna.page.keyboard.press("Control+Enter")
    expect(anna.page.locator("form.editing")).to_have_count(0)
    anna.press("u")
    expect(anna.page.locator("#claim")).to_have_text(first)
    assert opinions(lakes) == []
    anna.press("a")
    anna.page.locator("#who").click()
    anna.page.locator("#name-field").fill("Ben Weber")
    anna.page.keyboard.press("Enter")
    anna.press("u")
    expect(anna.page.locator("#claim")).to_have_text(first)
    assert opinions(lakes) == []
    assert anna.complaints == []


def test_a_dispute_is_told_by_names_and_settled_in_the_file(tab: Callable[..., Tab], lakes: Path, desk: Desk) -> None:
    item = desk.items()[0]
    for name, stance in (("Anna Muster", "supports"), ("Ben Weber", "opposes")):
        desk.decide(desk.sign_in(name), REPORT, [draft_of(desk.items()[0], why=f"So {name} holds.", stance=stance)])
    anna = tab()
    expect(anna.page.locator("[data-do=accept]")).to_contain_text("Agree with Ben Weber")
    expect(anna.page.locator(".notices")).to_contain_text("Ben Weber holds otherwise than Anna Muster (Attitude to what is said)")
    expect(anna.page.locator(".held")).to_contain_text("You (Anna Muster)")
    anna.press("e")
    expect(anna.page.get_by_label("Attitude to what is said")).to_have_value("supports")
    expect(anna.page.get_by_label("Why (may be empty)")).to_have_value("So Anna Muster holds.")
    anna.page.get_by_label("This settles the matter for all reviewers").check()
    anna.page.keyboard.press("Control+Enter")
    expect(anna.page.locator("form.editing")).to_have_count(0)
    file = lakes / "review" / "statements" / f"{REPORT}.toml"
    written = file.read_bytes()
    assert f"{item.key}.anna-muster.settles = true" in written.decode()
    assert desk.progress()[REPORT][State.DECIDED] == 1
    anna.page.get_by_label("Which statements").select_option("decided")
    expect(anna.page.locator("#count")).to_have_text("1 statement")
    anna.page.locator("#lines button").click()
    expect(anna.page.locator("[data-do=accept]")).to_contain_text("Keep")
    anna.page.get_by_label("Which statements").select_option("")
    expect(anna.page.locator("#count")).to_have_text("24 statements")
    anna.press("a")
    assert file.read_bytes() == written
    assert anna.complaints == []


def test_two_reviewers_meet_and_nothing_is_lost(tab: Callable[..., Tab], lakes: Path, desk: Desk) -> None:
    anna, ben = tab(), tab("Ben Weber")
    ben.page.evaluate("document.hidden || Object.defineProperty(document, 'hidden', {value: true})")
    claim = anna.claim
    anna.press("a")
    ben.press("r")
    ben.page.keyboard.press("Control+Enter")
    conflict = ben.page.locator(".conflict")
    expect(conflict).to_contain_text("Anna Muster accepted this statement")
    assert opinions(lakes) == [("anna-muster", "accepted")]
    conflict.get_by_role("button", name="Decide as I wanted").click()
    expect(conflict).to_have_count(0)
    for _ in range(200):  # the page goes on before the answer is there
        if len(opinions(lakes)) > 1:
            break
        ben.page.wait_for_timeout(50)
    assert opinions(lakes) == [("anna-muster", "accepted"), ("ben-weber", "rejected")]
    assert desk.progress()[REPORT][State.DISPUTED] == 1
    expect(anna.page.locator("#lines button").first).to_contain_text("Reviewers disagree", timeout=10_000)
    anna.page.locator("#lines button").first.click()
    expect(anna.page.locator("#claim")).to_have_text(claim)
    expect(anna.page.locator(".opinions")).to_contain_text("Ben Weber")
    assert [*anna.complaints, *ben.complaints] == []


def test_what_another_decides_is_seen_without_asking(tab: Callable[..., Tab], desk: Desk) -> None:
    anna = tab()
    item = desk.items()[0]
    fields = {name: value for name, value in item.fields.items() if name != "decision"}
    desk.decide("ben", REPORT, [Draft(key=item.key, expected=item.version, decision=ReviewStatus.ACCEPTED, fields=fields)])
    expect(anna.page.locator("#overall")).to_have_text("1 of 24 decided", timeout=8000)
    expect(anna.page.locator(".opinions")).to_contain_text("ben")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_everybody_can_use_it(tab: Callable[..., Tab], width: int, scheme: str) -> None:
    anna = tab(viewport={"width": width, "height": 800}, color_scheme=scheme)
    anna.page.keyboard.press("w")
    check_accessible(anna.page)
    lowest = "Math.max(...[...document.querySelectorAll('footer, #item')].map(one => one.getBoundingClientRect().bottom + scrollY))"
    assert anna.page.evaluate(f"document.documentElement.scrollHeight - {lowest}") <= 130, "nothing to scroll to below what is shown"
    assert anna.page.evaluate("document.documentElement.scrollWidth") <= width
    anna.press("e")
    expect(anna.page.locator("#actions")).to_be_hidden()
    check_accessible(anna.page)
    assert anna.page.evaluate("document.documentElement.scrollWidth") <= width
    anna.page.keyboard.press("Escape")
    anna.page.keyboard.press("Escape")
    expect(anna.page.locator("form.editing")).to_have_count(0)
    anna.page.keyboard.press("?")
    check_accessible(anna.page)
    assert anna.complaints == []
