"""A page to its story: the one verb of this room."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urlsplit

import msgspec
import trafilatura
from rapidfuzz import fuzz
from trafilatura.settings import Document as Extracted

from histor.clean.assemble import Found, assemble
from histor.clean.authors import find_authors
from histor.clean.blocks import Block
from histor.clean.by_place import furniture_by_place, is_credited
from histor.clean.flattened import blocks_of_text
from histor.clean.furniture import STORY, story_region, story_scores
from histor.clean.headlines import find_headline
from histor.clean.key_points import key_points
from histor.clean.leftovers import leftovers
from histor.clean.lines_above import take_lines_above
from histor.clean.lines_below import take_lines_below
from histor.clean.live_entries import entry_lines
from histor.clean.markup import (
    MAX_TEXT,
    MarkedPage,
    extract_blocks,
    heading_blocks,
    subheading,
    text_runs,
    too_complex,
)
from histor.clean.mastheads import find_outlet, outlet_before, split_title
from histor.clean.metadata import (
    Surroundings,
    find_byline,
    find_date,
    find_dated_month,
    find_partial,
    is_own,
    names_author,
    names_day,
    same_title,
)
from histor.clean.page_dates import (
    beside_story,
    filed,
    given_date,
    line_of_story,
    markup_date,
    only_in_prose,
    printed_on,
)
from histor.clean.patterns import furniture_reason, load_patterns
from histor.clean.printed_dates import find_printed_date
from histor.clean.toll_tables import toll_rows
from histor.errors import PageError
from histor.records import CleanPage, Page, Removed, RemovedReason

__all__ = ["clean"]

_log = logging.getLogger(__name__)

#: lines of a flattened page that are looked at; a longer page is a dump, not an article
_MAX_LINES = 20_000
#: lines between a table and the story that it is of: its heading, its source
_NEAR_TABLE = 3
#: a score that outranks wording: prose that happens to begin like furniture
_SURELY_STORY = 0.97
#: characters of a longest title
_MAX_TITLE = 400
#: what stands before a name in an author field, and what is no author's name there
_WROTE = re.compile(r"\A(?:(?:additional )?reporting|written|words|story|text)(?: by\b)?:? +", re.I)
_NO_AUTHOR = re.compile(
    r"\A(?:sources?|via|photos?|images?|pictures?|video|edit(?:ed|ing)|(?:with )?inputs?|with|"
    r"first|originally|previously|this|updated|published|posted|copyright)\b|\bcontributed\b|"
    r"\bour correspondent|\A\W*\Z",
    re.I,
)
#: a tag that is never closed is taken to the end, so that it is not looked at again
_TITLE = re.compile(r"<title\b[^>]*(?:>([^<]{1,400})</title|>|$)", re.I)


def clean(page: Page) -> CleanPage:
    """Separate a page's story from its furniture.

    Raises:
        PageError: the page holds no story (code ``no_story``) or too much (``too_complex``).
    """
    if too_complex(page.text) if page.media == "html" else len(page.text) > MAX_TEXT:
        raise PageError(
            page.location,
            "too_complex",
            "the page has more text or markup than an article can have; save the article alone",
        )
    if page.media == "html":
        found = _from_markup(page)
    elif page.media == "text":
        found = _from_lines(page)
    else:
        found = Found()
        found.story = blocks_of_text(page.text)[:_MAX_LINES]
    if found.date is None and page.given.date:
        found.date = given_date(page.given.date)
    if found.date is None:
        found.date = filed(found.story) or line_of_story(found.story)
    if page.media == "html":
        take_lines_above(found)
    take_lines_below(found)
    if found.outlet is None and page.given.outlet is None and page.given.url:
        found.outlet = (urlsplit(page.given.url).hostname or "").removeprefix("www.") or None
    return assemble(page, found)


_PROSE = re.compile(r"^[\"'“‘(]?[A-Z0-9].*[.!?…][\"'”’)]*$", re.S)
_PROSE_WORDS = 8
_FUNCTION_WORDS = frozenset(
    "the a an of to in and that was were is are has have had by for on".split()
)


def _is_prose(text: str) -> bool:
    """Say whether a line reads as a sentence: a capital, eight words, small words, a stop."""
    words = text.lower().split()
    small = sum(w in _FUNCTION_WORDS for w in words)
    return len(words) >= _PROSE_WORDS and small * 8 >= len(words) and bool(_PROSE.match(text))


# --- flattened text ---------------------------------------------------------------------------


def _from_lines(page: Page) -> Found:
    blocks = blocks_of_text(page.text)
    found = Found()
    if not blocks:
        raise PageError(page.location, "no_story", "the page holds no text; fetch it again")
    rest = blocks[_MAX_LINES:]
    blocks = blocks[:_MAX_LINES]
    patterns = load_patterns()
    scores = story_scores(blocks, page.given.title)
    reasons = [patterns.reason(b.text) for b in blocks]
    start, end = story_region(blocks, scores)
    story = [
        start <= i < end
        and bool(s >= STORY and (r is None or (s >= _SURELY_STORY and len(b.text) > 200)))
        for i, (b, s, r) in enumerate(zip(blocks, scores, reasons, strict=True))
    ]
    if not any(story):  # a note of a few sentences is too little for the classifier
        story = [r is None and _is_prose(b.text) for b, r in zip(blocks, reasons, strict=True)]
    _keep_sentences(blocks, reasons, story)
    _keep_tables(blocks, story)
    _drop_teasers(blocks, reasons, story)
    texts = [b.text for b in blocks]
    entries, boxes = entry_lines(texts, reasons, story)
    story = [i in entries or (s and i not in boxes) for i, s in enumerate(story)]
    around = Surroundings(blocks, story, patterns)
    for i, reason in furniture_by_place(texts, reasons, around.first).items():
        reasons[i], story[i] = reason, False
    headline = find_headline(around, min(entries, default=None))
    for i in key_points(texts, reasons, story, headline):
        story[i] = True
    removed: dict[int, RemovedReason] = {
        i: r or "other" for i, r in enumerate(reasons) if not story[i]
    }
    if headline is not None:
        for i in range(headline + 1, around.first):
            if i in removed and reasons[i] is None and _is_standfirst(blocks[i].text):
                del removed[i]
        _take_headline(found, blocks, headline, removed)
    top = around.first
    # a line of names and a day above the first paragraph may pass for story
    outside = [
        t if i in removed or (i < top and i != headline and names_day(t)) else ""
        for i, t in enumerate(texts)
    ]
    _take_date(found, blocks, outside, headline if headline is not None else top, removed)
    byline = find_byline([t if i in removed or i <= top + 1 else "" for i, t in enumerate(texts)])
    if byline is None and headline is not None:
        byline = find_authors(texts[: top + 1], headline, texts[top + 1 :])
    if byline:
        found.byline = byline[0]
        removed[byline[1]] = "byline"
    if found.outlet is None:
        found.outlet = find_outlet(around, headline)
        for i in range(top):
            if texts[i] == found.outlet:
                removed[i] = "masthead"
    found.story = [b for i, b in enumerate(blocks) if i not in removed and i != headline]
    if not any(len(b.text) >= 40 for b in found.story):
        found.story = []
    found.removed = [
        Removed(text=blocks[i].text, reason=r, start=blocks[i].start, end=blocks[i].end)
        for i, r in sorted(removed.items())
    ] + [Removed(text=b.text, reason="other", start=b.start, end=b.end) for b in rest]
    return found


def _keep_sentences(
    blocks: list[Block], reasons: list[RemovedReason | None], story: list[bool]
) -> None:
    """Keep whole sentences that stand right beside story: losing one costs more than a stray."""
    for i, block in enumerate(blocks):
        near = [j for j in (i - 2, i - 1, i + 1) if 0 <= j < len(blocks)]
        if story[i] or reasons[i] or not any(story[j] for j in near):
            continue
        ended = block.text.endswith((".", ".”", '."', "!", "?")) or is_credited(block.text)
        if ended and _is_standfirst(block.text):
            story[i] = True


def _keep_tables(blocks: list[Block], story: list[bool]) -> None:
    """Keep a table of tolls that stands beside story, which its short lines look unlike."""
    lines = [row.line for row in toll_rows([b.text for b in blocks])]
    for _, run in groupby(enumerate(lines), lambda at: at[1] - at[0]):
        rows = [line for _, line in run]
        if any(story[max(0, rows[0] - _NEAR_TABLE) : rows[-1] + 1 + _NEAR_TABLE]):
            for line in rows:
                story[line] = True


def _drop_teasers(
    blocks: list[Block], reasons: list[RemovedReason | None], story: list[bool]
) -> None:
    """Take out the headlines of other stories between "More on this" and the page's end."""
    last = max((i for i, s in enumerate(story) if s and _PROSE.match(blocks[i].text)), default=None)
    if last is None:
        return
    below = range(last + 1, len(blocks))
    heading = next((i for i in below if reasons[i] == "related"), len(blocks))
    for i in range(heading + 1, len(blocks)):
        story[i] = False


def _is_standfirst(text: str) -> bool:
    """Say whether a line between headline and story is a sentence about the story."""
    words = text.split()
    short = sum(len(w) <= 4 and w.islower() for w in words)
    told = find_printed_date(text) is None and not names_author(text)
    return told and len(words) >= 9 and short >= len(words) / 5


def _take_headline(
    found: Found, blocks: list[Block], headline: int, removed: dict[int, RemovedReason]
) -> None:
    block = blocks[headline]
    found.title, found.outlet = split_title(block.text)
    found.headline = block.cut(0, len(found.title)) if found.outlet else block
    removed.pop(headline, None)
    for i, other in enumerate(blocks):
        if i != headline and same_title(other.text, found.title):
            removed[i] = "repeated_title"


def _take_date(
    found: Found,
    blocks: list[Block],
    texts: list[str],
    near: int,
    removed: dict[int, RemovedReason],
) -> None:
    dated, partial = find_date(texts, near), find_partial(texts, near)
    if dated is None and partial is None:
        dated = find_dated_month(texts, near)
    if dated is not None:
        date, line = dated
        found.date = printed_on(
            date.edtf, date.earliest, date.latest, blocks[line], date.start, date.end
        )
        removed[line] = "date"
    if partial is None:
        return
    day, at = partial
    if dated is None:  # its year is judged from the other pages
        removed[at] = "date"
    elif found.date is not None and at != line and is_own(texts[at]) and not is_own(texts[line]):
        # the date of the saved page tells the year of the day on which the story was published
        written = day.last_before(found.date.last)
        if written is not None:
            said = printed_on(written.isoformat(), written, written, blocks[at], day.start, day.end)
            evidence = (*said.page_evidence, *found.date.page_evidence)
            found.date = msgspec.structs.replace(said, page_evidence=evidence)
            removed[at] = "date"


# --- markup -----------------------------------------------------------------------------------


def _from_markup(page: Page) -> Found:
    found = Found()
    blocks, marked = extract_blocks(page.text, page.given.url)
    meta = _metadata(page)
    title = html.unescape(meta.title) if meta and meta.title else None
    if title and len(title) > _MAX_TITLE:
        title = None
    if title:
        title, found.outlet = split_title(title)
    element = next((m for m in _TITLE.finditer(page.text) if m[1]), None)
    written = " ".join(html.unescape(element[1]).split()) if element else ""
    if written and found.outlet is None:
        found.outlet = split_title(written)[1]
    host = urlsplit(page.given.url or "").hostname
    if meta and meta.sitename and meta.sitename != (host or "").removeprefix("www."):
        found.outlet = meta.sitename
    if meta and meta.author:
        found.byline = _authors(meta.author, found.outlet)
    found.title = title
    found.headline = _headline(marked, title)
    if found.headline and (title is None or fuzz.ratio(found.headline.text, title) > 60):
        found.title = found.headline.text
    if written and found.headline and found.outlet is None:
        found.outlet = outlet_before(written, found.headline.text)
    if meta and meta.date:
        found.date = markup_date(page.text, meta.date, page.given.url)
    for block in blocks:
        repeated = bool(found.title) and same_title(block.text, found.title or "")
        reason = "repeated_title" if repeated else furniture_reason(block.text)
        if reason is None:
            found.story.append(block)
    _take_standfirst(found, marked)
    found.removed = _outside(marked, [*found.story, *([found.headline] if found.headline else [])])
    if element and found.outlet:
        found.removed += _other_outlet(element, found.outlet)
    if raws := [s.raw for b in found.story for s in b.segments]:
        found.removed += leftovers(page.text, min(raws), max(raws))
    if found.date is not None and only_in_prose(found.date, _lines(found)):
        found.date = None
    if found.date is None:
        found.date = beside_story(page.text, found)
    return found


def _lines(found: Found) -> Iterator[str]:
    """Yield the lines of a page, of its story and around it."""
    yield from (block.text for block in found.story)
    yield from (piece.text for piece in found.removed)
    if found.headline is not None:
        yield found.headline.text


def _take_standfirst(found: Found, marked: MarkedPage) -> None:
    """Put a sentence that is the heading below the headline on top of the story."""
    below = subheading(marked, found.headline) if found.headline is not None else None
    if below is None or furniture_reason(below.text) or not _is_standfirst(below.text):
        return
    if not any(below.text in b.text or same_title(below.text, b.text) for b in found.story):
        found.story.insert(0, below)


def _metadata(page: Page) -> Extracted | None:
    try:
        return trafilatura.extract_metadata(page.text, default_url=page.given.url)
    except Exception:  # noqa: BLE001 - broken markup makes it fail in many ways, and costs no story
        _log.debug("no metadata from %s", page.location, exc_info=True)
        return None


def _authors(text: str, outlet: str | None) -> tuple[str, ...]:
    """Return the names in an author field, the outlet's own, addresses and credits left out."""
    names = (_WROTE.sub("", part.strip()) for part in text.split(";"))
    kept = (n for n in names if n and n != outlet and "@" not in n and not _NO_AUTHOR.search(n))
    return tuple(kept)


def _headline(marked: MarkedPage, title: str | None) -> Block | None:
    headings = [h for h in heading_blocks(marked) if len(h.text) >= 8]
    if title is None or len(headings) == 1:
        return headings[0] if headings else None
    return next((h for h in headings if fuzz.token_set_ratio(h.text, title) > 70), None)


def _other_outlet(element: re.Match[str], outlet: str) -> list[Removed]:
    """Return another outlet's name behind a page's title: "Two ships collide – Harbour Post"."""
    suffix = split_title(element[1].strip())[1]
    if suffix is None or suffix in outlet or outlet in suffix:
        return []
    start = element.start(1) + element[1].rindex(suffix)
    return [Removed(text=suffix, reason="masthead", start=start, end=start + len(suffix))]


def _outside(marked: MarkedPage, kept: list[Block]) -> list[Removed]:
    taken = sorted((s.raw, s.raw + s.raw_length) for b in kept for s in b.segments)
    removed: list[Removed] = []
    at = 0
    for start, text in text_runs(marked):
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < start + len(text):
            continue
        bare = text.strip()
        first = start + text.index(bare)
        words = html.unescape(bare)
        reason: RemovedReason = furniture_reason(words) or "other"
        removed.append(Removed(text=words, reason=reason, start=first, end=first + len(bare)))
    return removed
