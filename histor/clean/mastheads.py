"""Whose page it is: the outlet's name in its title, at its head, in its copyright notice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from histor.clean.metadata import TOP, Surroundings, dates_page, names_author, tells_weather
from histor.clean.printed_dates import find_printed_date

__all__ = ["find_outlet", "full_name", "is_listed", "outlet_before", "split_title"]

_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r"^(?P<title>.{8,}?)\s+[|–—·»-]\s+(?P<outlet>[^|–—·»]{2,40})$")
_PREFIX = re.compile(r"^(?P<outlet>[^|–—·»:]{2,40}?)\s+[|–—·»-]\s+(?P<title>.+)$")
_HYPHEN = re.compile(r"\s+-\s+")
#: an outlet that is named by its address
_SITE = re.compile(r"[\w-]+\.[a-z]{2,8}", re.I)
_MEDIA = re.compile(
    r"\b(?:news|times|post|herald|daily|tribune|gazette|journal|observer|press|chronicle|mirror|"
    r"guardian|standard|express|telegraph|radio|tv|television|media|agency|reporter|monitor|review|"
    r"weekly|courier|bulletin|broadcasting|wire|dispatch|examiner|sentinel|record|globe|independent)\b",
    re.I,
)
#: characters of a line in which a copyright notice is looked for
_NOTICE = 200
#: what tells a number or a day of a report, and no outlet
_NUMBERED = re.compile(
    r"(?:\bno\.?|\bnumber|#) ?\d|\bas (?:of|at)\b|\b(?:update|report|part|issue|brief) \d+\b", re.I
)
#: what an outlet says of itself behind its name: "Hill Notes - a blog on the uplands"
_TAGLINE = re.compile(r"(?:\s+[-–—|:»>]\s|\s{2,}).*")
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
#: lines above a headline on a page that has few, and above one where any name is the outlet's
_FEW, _NEAR_FIRST = 5, 4
#: words of a masthead's line, and lines below a headline among which one stands
_LINE_WORDS, _BELOW = 6, 3
#: an acronym and its name, and words of the name that have no letter in it
_ACRONYM = re.compile(r"(?P<short>[A-Z]{2,8})\s+[-–—|:(]\s*(?P<name>[A-Z][^|:]{8,80}?)\)?")
_UNLETTERED = 2
_SMALL = frozenset("of the and for on in &".split())
#: a name that is one word and no other: "HillVoice24"
_COINED = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+|\d+)+|[A-Z]{3,}\d+")
#: years behind a name in a copyright notice
_YEARS = re.compile(r",?\s+(?:19|20)\d\d(?:\s?[-–]\s?(?:20)?\d\d)?$")
#: who sells what other outlets print
_AGENCIES = frozenset(
    ["reuters", "thomson reuters", "afp", "agence france-presse", "ap", "associated press",
     "the associated press", "dpa", "efe", "ansa", "epa", "xinhua", "tass", "upi", "pti", "ians",
     "getty images", "anadolu", "anadolu agency", "ani", "bernama"]
)  # fmt: skip
#: what the lines of lists begin with
_MARK = re.compile(r"\s*(?:[*+•▪●◦○■►▸]|[-–—o]\s)")
#: what parts a masthead from the menu beside it
_BARS = re.compile(r"\s+[|•·»>]\s+|\s{2,}")
_AGENCY = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(_AGENCIES)), re.I)


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
    """Return the outlet's name: of the masthead, the first line or the copyright notice."""
    top = around.first if headline is None else min(headline, around.first)
    texts = [b.text for b in around.blocks]
    for i in range(min(top, TOP)):
        if (name := _masthead(around, texts, i, top)) is not None:
            return name
    if headline is not None and (name := _below_headline(around, texts, headline)) is not None:
        return name
    first, holder = _first_line(texts, headline), _copyright_holder(texts)
    if holder is not None and (whole := full_name(f"{holder} – {texts[0]}")) is not None:
        return whole
    if first is not None and (holder is None or holder.lower() in _AGENCIES or _is_short(holder)):
        return first
    return holder


def _below_headline(around: Surroundings, texts: Sequence[str], headline: int) -> str | None:
    """Return the outlet between a headline and a day: "Two ships collide", "The Hill Post"."""
    for i in range(headline + 1, min(headline + 1 + _BELOW, around.first)):
        dated = any(map(dates_page, (*texts[i - 1 : i], *texts[i + 1 : i + 2])))
        if not dated or names_author(texts[i]) or _AGENCY.search(texts[i]):
            continue
        if (name := _masthead(around, texts, i, 0)) is not None:
            return name
    return None


def _masthead(around: Surroundings, texts: Sequence[str], i: int, top: int) -> str | None:
    """Return the name in a short titled line with a media word or a tagline."""
    text = texts[i]
    if (
        around.story[i]
        or is_listed(text)
        or around.patterns.reason(text)
        or find_printed_date(text)
    ):
        return None
    words = _WORD.findall(text)
    if len(words) > _LINE_WORDS:
        text = _TAGLINE.sub("", text)  # "Hill Courier - all that the uplands talk about"
        words = _WORD.findall(text)
    if not 2 <= len(words) <= _LINE_WORDS:
        return None
    if any(tells_weather(t) for t in texts[max(0, i - 1) : i + 2]):
        return None
    titled = all(w[0].isupper() or len(w) <= 3 for w in words) and not text.endswith(":")
    below = texts[i + 1] if i + 1 < top else ""
    tagline = len(_WORD.findall(below)) >= 5 and bool(_MEDIA.search(below))
    if not titled or not (tagline or _MEDIA.search(text)):
        return None
    parts = _BARS.split(text.strip("☰≡×|•· "))
    name = next((p for p in parts if _MEDIA.search(p)), parts[0])
    section = name.lower() in _SECTIONS or all(w in _SECTION for w in name.lower().split())
    return None if section else name


def _first_line(texts: Sequence[str], headline: int | None) -> str | None:
    """Return the name in the line that opens a page with little above its headline."""
    if headline is None or not 0 < headline <= _FEW:
        return None
    line = texts[0]
    if (
        find_printed_date(line)
        or names_author(line)
        or is_listed(line)
        or any(map(tells_weather, texts[:2]))
    ):
        return None
    if (whole := full_name(line)) is not None:
        return whole
    name = _TAGLINE.sub("", line)
    words = name.split()
    titled = all(w[0].isupper() or w in _SMALL for w in words)
    if not titled or name.lower() in _SECTIONS or not name[-1:].isalnum():
        return None
    if _SITE.fullmatch(name) or (name != line and _COINED.fullmatch(name)):
        return name
    return name if 2 <= len(words) <= _LONGEST_NAME and headline <= _NEAR_FIRST else None


def full_name(line: str) -> str | None:
    """Return the name that an acronym beside it shortens, where a line is both.

    >>> full_name("HCSI – Hill Country Security Institute")
    'Hill Country Security Institute'
    """
    match = _ACRONYM.fullmatch(line)
    if match is None:
        return None
    initials = [w[0] for w in match["name"].split() if w.lower() not in _SMALL]
    letters = [c for c in match["short"] if c.isupper()]
    # "and" and "of" may have their letter too
    small = [w[0].upper() for w in match["name"].split()]
    return match["name"] if letters in (initials, small) or _subset(letters, small) else None


def _subset(letters: Sequence[str], of: Sequence[str]) -> bool:
    """Say whether letters stand among others in their order, all but one or two of these."""
    rest = iter(of)
    return all(c in rest for c in letters) and len(of) - len(letters) <= _UNLETTERED


def is_listed(line: str) -> bool:
    """Say whether a line begins with the mark of a list."""
    return _MARK.match(line) is not None


def _is_short(name: str) -> bool:
    """Say whether a name is an acronym: "MISS", "HCSI"."""
    return " " not in name and name.isupper()


def _copyright_holder(texts: Sequence[str]) -> str | None:
    for text in texts[-15:]:
        match = re.match(
            r"^(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{4})?)?\W*"
            r"(?P<name>[A-Z][\w.'’& -]{2,40}?)(?:[.,|]|\s+all rights|\s*$)",
            text[:_NOTICE],
            re.I,
        )
        if match and match["name"][0].isupper():
            return _YEARS.sub("", match["name"].strip())
    return None
