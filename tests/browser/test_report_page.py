"""The report as a reader's browser shows it: filters, evidence, keyboard, hostile pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import histor

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
BROWSER = next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")

ROOT = Path(__file__).parents[2]
HOSTILE = """<html><head><title>&lt;script&gt;window.ran=1&lt;/script&gt; Ferry \u202e stopped</title></head>
<body><article><h1>&lt;img src=x onerror=window.ran=1&gt; Ferry stopped at Lowmark</h1>
<p>The port of Lowmark closed on 3 March 2021, harbour master &lt;svg onload=window.ran=1&gt; said.</p>
<p>Uganda shelled the port of Kisumu on 4 March 2021, and Kenya condemned the attack.</p>
<p><a href="javascript:window.ran=1">A link</a> told of the ferry that had stopped in the night.</p>
<script>window.ran=1</script></article></body></html>
"""
#: relative luminance and contrast after WCAG 2.1
CONTRAST = """() => {
  const parse = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0.99) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const e of document.querySelectorAll("main *, aside *")) {
    const own = Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !e.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(e.tagName + "." + e.className + " " + ratio.toFixed(2));
  }
  return Array.from(new Set(poor));
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tools:
        found = tools.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("report")
    (folder / "hostile.html").write_text(HOSTILE, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([ROOT / "examples" / "pages", folder / "hostile.html"])
        return case.report(folder / "report.html").as_uri()


class Watched:
    """A page in the browser, and what it should never have done."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.page = browser.new_context(**context).new_page()
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda m: self.errors.append(m.text))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("request", lambda r: self.asked.append(r.url))
        self.page.goto(address)


@pytest.fixture
def report(browser: Any, address: str) -> Iterator[Watched]:
    watched = Watched(browser, address)
    yield watched
    watched.page.context.close()


def shown(page: Any) -> list[str]:
    return page.locator("article.event:visible h3").all_inner_texts()  # type: ignore[no-any-return]


def test_nothing_that_a_page_holds_runs_and_nothing_is_fetched(
    report: Watched, address: str
) -> None:
    assert report.page.evaluate("window.ran") is None
    assert report.errors == []
    assert report.asked == [address]
    scripts = report.page.locator("script").count()
    assert scripts == 1
    assert report.page.locator("a[href^='javascript']").count() == 0


def test_events_are_chosen_by_actor_and_the_address_keeps_it(report: Watched) -> None:
    page = report.page
    everything = shown(page)
    page.select_option("select[data-facet=parties]", "Uruguay")
    chosen = shown(page)
    assert 0 < len(chosen) < len(everything)
    assert page.locator("#told").inner_text() == f"{len(chosen)} of {len(everything)} events"
    assert page.url.endswith("#parties=Uruguay")
    page.reload()
    assert shown(page) == chosen
    page.get_by_role("button", name="Show all events").click()
    playwright.expect(page.locator("#told")).to_have_text("")
    assert shown(page) == everything


def test_facets_narrow_together(report: Watched) -> None:
    page = report.page
    page.select_option("select[data-facet=status]", "happened")
    happened = shown(page)
    page.select_option("select[data-facet=origins]", "2")
    told_twice = shown(page)
    assert 0 < len(told_twice) < len(happened)
    assert set(told_twice) <= set(happened)
    assert re.search(r"#status=happened&origins=2$", page.url)


def test_words_choose_lines(report: Watched) -> None:
    page = report.page
    before = page.locator("main .line:visible").count()
    page.fill("#filter", "explosion")
    after = page.locator("main .line:visible").count()
    assert 0 < after < before
    assert page.locator("#count").inner_text().endswith("lines")
    for text in page.locator("article.event:visible").all_inner_texts():
        assert "explosion" in text.lower()


def test_a_place_of_proof_opens_its_words(report: Watched) -> None:
    page = report.page
    link = page.locator("article.event a.cite").first
    quoted = link.locator("xpath=preceding-sibling::q").first.inner_text().strip('“”"')
    link.click()
    marked = "".join(page.locator("#reader mark").all_inner_texts())
    assert " ".join(quoted.split()) in " ".join(marked.split())
    assert page.locator("#reader mark").first.is_visible()
    assert link.get_attribute("aria-current") == "true"


def test_the_keyboard_reaches_all(report: Watched) -> None:
    page = report.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"filter", "A", "BUTTON"} <= reached
    link = page.locator("article.event a.cite").first
    link.focus()
    page.keyboard.press("Enter")
    assert page.locator("#reader mark").count() > 0


def test_landmarks_and_headings(report: Watched) -> None:
    page = report.page
    for role in ("main", "navigation", "search", "complementary", "contentinfo"):
        assert page.get_by_role(role).count() >= 1, role
    levels = page.evaluate(
        "Array.from(document.querySelectorAll('main h1, main h2, main h3')).map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    unnamed = page.evaluate(
        "Array.from(document.querySelectorAll('select, input')).filter(e => !e.labels.length).length"
    )
    assert unnamed == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Any, address: str, scheme: str) -> None:
    watched = Watched(browser, address, color_scheme=scheme)
    assert watched.page.evaluate(CONTRAST) == []
    watched.page.context.close()


def test_a_narrow_screen_needs_no_sideways_scroll(browser: Any, address: str) -> None:
    watched = Watched(browser, address, viewport={"width": 360, "height": 740})
    page = watched.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()


def test_without_script_the_page_is_whole(browser: Any, address: str) -> None:
    watched = Watched(browser, address, java_script_enabled=False)
    page = watched.page
    assert page.locator("form.filter:visible").count() == 0
    assert page.locator("article.event:visible").count() > 0
    page.locator("article.event a.cite").first.click()
    assert re.search(r"#p\d+-\d+$", page.url)
    page.context.close()


def test_print_leaves_out_what_only_screens_need(report: Watched) -> None:
    report.page.emulate_media(media="print")
    assert report.page.locator("form.filter:visible, nav:visible").count() == 0


def test_pictures_are_seen_and_have_names(report: Watched) -> None:
    pictures = report.page.locator("figure.picture svg[role=img]")
    assert pictures.count() >= 3
    for n in range(pictures.count()):
        picture = pictures.nth(n)
        picture.scroll_into_view_if_needed()
        box = picture.bounding_box()
        assert box["width"] > 200
        assert box["height"] > 40
        # what the browser computes for a screen reader
        ids = picture.get_attribute("aria-labelledby").split()
        words = [report.page.locator(f"[id='{i}']").text_content() for i in ids]
        assert all(words)
    assert report.page.locator("figure.picture a, figure.picture script").count() == 0


def test_marks_of_a_picture_say_what_they_are(report: Watched) -> None:
    marks = report.page.locator("figure.picture svg path:has(> title)")
    assert marks.count() > 5
    assert "told as a fact" in " ".join(marks.all_text_contents())
