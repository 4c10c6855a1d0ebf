"""What the lines around a story say of it: headline, outlet, byline and printed date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from histor.clean.blocks import Block
from histor.clean.date_lines import is_date_line
from histor.clean.patterns import Patterns
from histor.clean.printed_dates import (
    PartialDate,
    PrintedDate,
    find_partial_date,
    find_printed_date,
)

__all__ = [
    "Surroundings",
    "find_byline",
    "find_date",
    "find_headline",
    "find_outlet",
    "find_partial",
    "is_menu",
    "is_own",
    "is_paragraph",
    "names_day",
    "outlet_before",
    "same_title",
]

_WORD = re.compile(r"\w+")
#: characters of a first paragraph, and how a sentence ends
_PARAGRAPH, _STOP = 90, re.compile(r"[.!?…]")
_SUFFIX = re.compile(r"^(?P<title>.{8,}?)\s+[|–—·»-]\s+(?P<outlet>[^|–—·»]{2,40})$")
_PREFIX = re.compile(r"^(?P<outlet>[^|–—·»:]{2,40}?)\s+[|–—·»-]\s+(?P<title>.+)$")
_HYPHEN = re.compile(r"\s+-\s+")
#: an outlet that is named by its address
_SITE = re.compile(r"[\w-]+\.[a-z]{2,8}", re.I)
#: a place and an agency that stand in a line of their own: "LIMA, Peru (AP) _"
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+(?:, [A-ZÀ-Þ][\w .]+)? \([A-Z][\w ./]{1,24}\)\s*[-–—_:]*$"
)
_BYLINE = re.compile(
    r"^\W*(?:(?:written|posted|reported|published)\s+)?by[:\s]+(?P<names>[^\d|,•·]{3,80})", re.I
)
_OWN = re.compile(r"^\W*(?:first )?(?:published|posted|written|issued|released|filed)\b", re.I)
_AUTHOR = re.compile(r"^\W*(?:author|reporter|correspondent)s?\s*:\s*(?P<names>[^\d|]{3,80})", re.I)
_ROLE = re.compile(
    r"^(?P<names>[^\d|,]{5,40}),\s*(?:\w+ )?(?:staff writer|correspondent|reporter|editor)\b", re.I
)
_NAME = re.compile(r"^[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-Þ][\w.’'-]*){1,4}$")
_MEDIA = re.compile(
    r"\b(?:news|times|post|herald|daily|tribune|gazette|journal|observer|press|chronicle|mirror|"
    r"guardian|standard|express|telegraph|radio|tv|television|media|agency|reporter|monitor|review|"
    r"weekly|courier|bulletin|broadcasting|wire|dispatch|examiner|sentinel|record|globe|independent)\b",
    re.I,
)
#: three short pieces or more between bars
_MENU = re.compile(r"^[^|•·/]{1,30}(?:\s*[|•·/]\s*[^|•·/]{1,30}){2,}$")
#: lines below a headline among which the page's date stands
_BELOW = 2
_AGO = re.compile(r"^\W*(?:\w+ )?\d{1,2} (?:minute|hour|day|week|month)s? ago\W*$", re.I)
_WEATHER = re.compile(r"-?\d{1,2}([.,]\d)?\s*°?\s*[CF]\b")
#: characters of a line that dates its page
_LONGEST_LINE = 140
#: characters beside a date in a line that is the page's date, and in one that says that it is
_STRANGE, _STRANGE_BESIDE = 14, 40
#: lines from the headline to one that names outlet, author or place with the day
_NEXT = 3
#: lines from the headline to a day without a year, and characters beside it
_AROUND, _LITTLE = 8, 6
#: what follows an author's name in a byline: "on 3 May", "for the Post"
_BEYOND_NAMES = re.compile(r"\s+(?:on|at|for|in)\s.*$|\s*\(.*$", re.I)
#: characters of a line in which a copyright notice is looked for
_NOTICE = 200
#: what tells a number or a day of a report, and no outlet
_NUMBERED = re.compile(
    r"(?:\bno\.?|\bnumber|#) ?\d|\bas (?:of|at)\b|\b(?:update|report|part|issue|brief) \d+\b", re.I
)
#: what an outlet says of itself behind its name: "Hill Notes - a blog on the uplands"
_TAGLINE = re.compile(r"\s+[-–—|:]\s.*")
#: words of an outlet's name, and names of sections, which none has
_LONGEST_NAME = 4
_SECTIONS = frozenset(
    ["breaking news", "latest news", "top stories", "middle east", "latin america", "north america",
     "south america", "sub-saharan africa", "south asia", "east asia", "central asia", "in depth",
     "world news", "local news", "human rights", "climate change", "press release", "public health",
     "latest headlines", "related stories", "read more", "sign in", "log in", "main menu"]
)  # fmt: skip
#: headings of a site under which its titles name a story
_SECTION = frozenset(
    "world news politics business economy africa asia europe americas international national "
    "regional local opinion analysis defence defense security society culture health science "
    "sport sports home main top latest".split()
)
#: the last of the lines above a story that has hardly any
_FEW = 3
#: what parts a masthead from the menu beside it
_BARS = re.compile(r"\s+[|•·]\s+")
#: lines before the story among which headline and masthead are looked for
_TOP = 60


def is_paragraph(text: str) -> bool:
    """Say whether a line reads like a story's paragraph: it is long, and a sentence ends in it."""
    return len(text) >= _PARAGRAPH and _STOP.search(text) is not None


def is_menu(text: str) -> bool:
    """Say whether a line is three short pieces or more between bars, as "Main / Policy / World".

    A row with a number is one of a table.
    """
    return _MENU.match(text) is not None and not any(c.isdigit() for c in text)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The page's lines, which of them are story, and where the first paragraph stands."""

    blocks: Sequence[Block]
    story: Sequence[bool]
    patterns: Patterns

    @property
    def first(self) -> int:
        """Index of the first paragraph: the first story line that reads like prose."""
        for i, block in enumerate(self.blocks):
            if self.story[i] and is_paragraph(block.text):
                return i
        return next((i for i, s in enumerate(self.story) if s), len(self.blocks))


def same_title(a: str, b: str) -> bool:
    """Say whether two lines are one headline, outlet suffix, case and punctuation aside."""
    left, right = _WORD.findall(a.lower()), _WORD.findall(b.lower())
    if len(left) > len(right):
        left, right = right, left
    return len(left) >= 3 and right[: len(left)] == left and len(right) - len(left) <= 4


def find_headline(around: Surroundings) -> int | None:
    """Return the index of the headline among the lines down to the first paragraph."""
    best = _best_headline(around, dated=False)
    return best if best is not None else _best_headline(around, dated=True)


def _best_headline(around: Surroundings, *, dated: bool) -> int | None:
    """Return the line most like a headline, lines of names and a day among them if ``dated``."""
    first = around.first
    texts = [b.text for b in around.blocks]
    lead = {w.lower() for t in texts[first : first + 4] for w in _WORD.findall(t) if len(w) > 3}
    best, best_score = None, 2.0
    for i in range(max(0, first - _TOP), min(first + 1, len(texts))):
        text = texts[i]
        words = _WORD.findall(text)
        date = find_printed_date(text)
        if not 3 <= len(words) <= 32 or len(text) > 240 or around.patterns.reason(text):
            continue
        if (
            _DATELINE.match(text)
            or _BYLINE.match(text)
            or (date and (date.own or date.strange < 12))
            or (date and not dated and is_date_line(text, date.start, date.end))
            or _WEATHER.search(text)
            or _MENU.match(text)
        ):
            continue
        if i == first and len(words) > 22:
            continue
        content = [w.lower() for w in words if len(w) > 3]
        shared = sum(w in lead for w in content) / max(1, len(content)) if i != first else 0.0
        repeats = sum(same_title(text, t) for t in texts[: first + 4]) - 1
        score = 3 * shared + 2.5 * min(repeats, 2) + (1.0 if 5 <= len(words) <= 22 else 0.0)
        score += 2.0 if split_title(text)[1] and repeats <= 0 else 0.0
        score += 1.0 if i == first - 1 and i <= _FEW else 0.0  # right above the story, little else
        score += 1.0 if any(_dates_page(t) for t in texts[i + 1 : i + 1 + _BELOW]) else 0.0
        score -= 1.5 if text.endswith(".") else 0.0
        # an earlier line of the same worth is the headline, a later one its standfirst
        score += 0.5 - 0.02 * i
        if score > best_score:
            best, best_score = i, score
    return best


def _dates_page(line: str) -> bool:
    """Say whether a line tells when or by whom a page was written, as lines under a headline do."""
    if len(line) > _LONGEST_LINE or _WEATHER.search(line):
        return False
    date = find_printed_date(line) or find_partial_date(line)
    if _BYLINE.match(line) or _AGO.match(line):
        return True
    return date is not None and (
        date.strange <= (_STRANGE_BESIDE if date.own else _STRANGE)
        or is_date_line(line, date.start, date.end)
    )


def split_title(title: str) -> tuple[str, str | None]:
    """Split a headline from an outlet's name behind a dash or bar."""
    match = _SUFFIX.match(title)
    if not match:
        return title, None
    story, outlet = _without_section(match["title"].strip(), match["outlet"].strip())
    # the heading of a numbered report: "RELIEF UPDATE | LOWMARK: Flight", "Flight - Update No. 2"
    if ":" in outlet or _NUMBERED.search(outlet):
        return title, None
    named = len(_WORD.findall(outlet)) <= 5 and (outlet[:1].isupper() or "." in outlet)
    if not named or outlet.endswith((".", "?", "!")) or '"' in outlet or "”" in outlet:
        return title, None
    return story, outlet


def _without_section(story: str, outlet: str) -> tuple[str, str]:
    """Split "World - Harbour Post" into what still belongs to the story, and the outlet."""
    *before, last = _HYPHEN.split(outlet)
    if not before:
        return story, outlet
    if last.lower() in _SECTIONS | _SECTION:  # "Post Online - Africa"
        return " - ".join([story, *before[:-1]]), before[-1]
    before = [p for p in before if p.lower() not in _SECTIONS | _SECTION]
    return " - ".join([story, *before]), last


def outlet_before(title: str, headline: str) -> str | None:
    """Return the outlet's name of a page's title that puts it before the headline.

    >>> outlet_before("Harbour Post - Two ships run aground", "Two ships run aground")
    'Harbour Post'
    """
    match = _PREFIX.match(title)
    if match is None or match["title"].strip().lower() != headline.strip().lower():
        return None
    name = match["outlet"]
    words = name.split()
    titled = all(w[0].isupper() or w in {"of", "the", "and"} for w in words)
    named = 2 <= len(words) <= _LONGEST_NAME or _SITE.fullmatch(name)
    return name if titled and named and name.lower() not in _SECTIONS else None


def find_outlet(around: Surroundings, headline: int | None) -> str | None:
    """Return the masthead's name: a short titled line with a media word or a tagline beneath."""
    top = around.first if headline is None else min(headline, around.first)
    texts = [b.text for b in around.blocks]
    for i in range(min(top, _TOP)):
        text = texts[i]
        words = _WORD.findall(text)
        if around.story[i] or not 1 <= len(words) <= 6 or around.patterns.reason(text):
            continue
        near = texts[max(0, i - 1) : i + 2]
        if find_printed_date(text) or any(_WEATHER.search(t) for t in near):
            continue
        titled = all(w[0].isupper() or len(w) <= 3 for w in words) and not text.endswith(":")
        below = texts[i + 1] if i + 1 < top else ""
        tagline = len(_WORD.findall(below)) >= 5 and bool(_MEDIA.search(below))
        if titled and len(words) >= 2 and (tagline or _MEDIA.search(text)):
            parts = _BARS.split(text.strip("☰≡×|•· "))
            return next((p for p in parts if _MEDIA.search(p)), parts[0])
    return _copyright_holder(texts) or _first_line(texts, headline)


def _first_line(texts: Sequence[str], headline: int | None) -> str | None:
    """Return the line that opens a page with hardly any above its headline, if it is a name."""
    if headline is None or not 0 < headline <= _FEW:
        return None
    if find_printed_date(texts[0]) or _BYLINE.match(texts[0]):
        return None
    name = _TAGLINE.sub("", texts[0])
    words = name.split()
    titled = all(w[0].isupper() or w in {"of", "the", "and"} for w in words)
    if not titled or name.lower() in _SECTIONS or not name[-1:].isalnum():
        return None
    return name if _SITE.fullmatch(name) or 2 <= len(words) <= _LONGEST_NAME else None


def _copyright_holder(texts: Sequence[str]) -> str | None:
    for text in texts[-15:]:
        match = re.match(
            r"^(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{4})?)?\W*"
            r"(?P<name>[A-Z][\w.'’& -]{2,40}?)(?:[.,|]|\s+all rights|\s*$)",
            text[:_NOTICE],
            re.I,
        )
        if match and match["name"][0].isupper():
            return match["name"].strip()
    return None


def find_byline(texts: Sequence[str]) -> tuple[tuple[str, ...], int] | None:
    """Return the authors' names and the index of the line that gives them."""
    for i, text in enumerate(texts):
        if len(text) > 120:
            continue
        match = _BYLINE.match(text) or _AUTHOR.match(text) or _ROLE.match(text)
        if match:
            names_alone = _BEYOND_NAMES.sub("", match["names"].strip())
            parts = re.split(r"\s+and\s+|\s*&\s*|\s*[,;/|•]\s*", names_alone)
            names = tuple(p.strip(" .") for p in parts if _NAME.match(p.strip(" .")))
            if names:
                return names, i
    return None


def find_date(texts: Sequence[str], near: int) -> tuple[PrintedDate, int] | None:
    """Return the printed date nearest to line ``near``, and its line.

    Only lines that hold little besides the date count, or names beside the headline: a date in a
    sentence tells of something else. A line that says it was published wins over one that says it
    was updated.
    """
    found: list[tuple[float, int, PrintedDate]] = []
    for i, text in enumerate(texts):
        if len(text) > _LONGEST_LINE:
            continue
        date = find_printed_date(text)
        if date is None:
            continue
        full = date.strange > (_STRANGE_BESIDE if date.own or is_own(text) else _STRANGE)
        if full and not (abs(i - near) <= _NEXT and is_date_line(text, date.start, date.end)):
            continue
        cost = (
            float(abs(i - near))
            + (_NEXT if full else 0)
            + (100 if re.match(r"\W*(?:©|copyright)", text, re.I) else 0)
        )
        cost += 10 if re.search(r"\b(?:updated|modified)\b", text, re.I) else 0
        found.append((cost, i, date))
    if not found:
        return None
    cost, i, date = min(found, key=lambda f: (f[0], f[1]))
    return (date, i) if cost < 100 else None


def names_day(line: str) -> bool:
    """Say whether a line holds a full date and nothing but names and small words beside it."""
    date = find_printed_date(line) if len(line) <= _LONGEST_LINE else None
    return date is not None and is_date_line(line, date.start, date.end)


def is_own(line: str) -> bool:
    """Say whether a line says when or by whom its page was written."""
    return bool(_BYLINE.match(line) or _OWN.match(line))


def find_partial(texts: Sequence[str], near: int) -> tuple[PartialDate, int] | None:
    """Return the day without a year that stands nearest to line ``near``, and its line.

    A line that says it is the page's wins over one that holds it alone.
    """
    found: list[tuple[bool, int, int, PartialDate]] = []
    for i in range(max(0, near - _AROUND), min(len(texts), near + _AROUND)):
        text = texts[i]
        date = find_partial_date(text) if len(text) <= _LONGEST_LINE else None
        if date is None:
            continue
        own = date.own or is_own(text)
        if date.strange <= (_STRANGE_BESIDE if own else _LITTLE):
            found.append((not own, abs(i - near), i, date))
    if not found:
        return None
    *_, i, date = min(found, key=lambda f: f[:3])
    return date, i
