"""What an event cannot leave: its days, its place, whether it was, how it was done, to whom said.

Accounts that break one another's bounds are never one event, however alike.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from histor.extract.events.found_events import VERBAL
from histor.extract.events.habits import tells_habit
from histor.extract.places.toponyms import distance
from histor.link.accounts import PRECISE
from histor.link.causes import cause_of
from histor.link.landmarks import takes_for_known
from histor.link.told_alike import LEAD
from histor.records import Date, Document, Event, EventMention, Place

__all__ = [
    "SCALE",
    "Bounds",
    "Merging",
    "bounds_of",
    "is_news",
    "looks_back",
    "news_of",
    "ordinal_of",
]

#: days by which two accounts of one event may differ: time zones and night
_SLACK = dt.timedelta(days=1)
#: the end of a date that is open, and how long what has gone on since then may have begun
_OPEN, _LASTING = "/..", dt.timedelta(days=366)
_WEEK, _YEAR, _LEAP_YEAR = 7, 366, 2000
#: days that the news of a page's first sentences is old
_FRESH = dt.timedelta(days=7)
#: and how old what else it tells without a day or a word that looks back
_RECENT = dt.timedelta(days=31)
#: what is counted of people that a disaster or an attack struck, and what such are
_STRUCK = frozenset(["killed", "injured", "missing", "displaced"])
_STRIKING = frozenset(["ASSAULT", "OTHER"])
#: modes that accounts of one attack may mix
_WEAPONS = frozenset(["aerial", "drone", "heavy-weapons", "explosives", "firearms", "destroy"])
#: what nobody may have done: a mill explodes as a bomb does
_BY_ITSELF = frozenset(["explosives"])
#: what a deed brought: the dead of an air raid are told as deaths, and as the raid's
_BROUGHT = frozenset(["death"])
#: words that look back
_BACK = re.compile(
    r"\b(?:had|ha(?:s|ve) been|since|ago|after|before|earlier|previous\w*|last|past|recent\w*"
    r"|former\w*|following|follows|follow(?:ed)?|ever|never|often|anniversary|years?|months?|weeks?)\b",
    re.I,
)
#: words that look back further than the days before the news
_LONG_AGO = re.compile(
    r"\b(?:ago|since|earlier|previous\w*|last|past|former\w*|ever|once|often|anniversary|histor\w*"
    r"|months?|years?|decades?|centur\w+|[12]\d{3}s?)\b",
    re.I,
)
#: what stands between a thing that is known to all and what it did
_KNOWN = re.compile(
    r"\bthe\s(?:[\w-]+\s){1,3}(?:that|(?:in )?which)\s"
    r"(?:(?:has|have|had|at|least|\S*\d\S*)\s){0,4}\Z",
    re.I,
)
#: words that count back from the news
_FROM_NOW = re.compile(r"\b(?:ago|since|earlier)\b", re.I)
_TOWNS = frozenset(["PPL", "PPLC"])
#: types of deeds that come again as words do: one truce after another
_RECURRING = frozenset(["RETREAT"])
#: how many times one count of an attack's dead may be another: more is a war's
SCALE = 20.0
#: fewer dead may be some of those whom an attack killed
_SOME = 3.0
#: kilometres between towns that are not taken for one another
_FAR = 60.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an event cannot leave: days, place, whether it was, and how it was done."""

    #: 1 if it was, as somebody says, 0 if it is only ahead, 2 if it was again and again
    real: int
    first: dt.date
    last: dt.date
    place: Place | None
    mode: str | None
    #: countries spoken to or of, or named things struck: charges against two are not one
    addressed: frozenset[str] = frozenset()
    #: the least and the most that are said to have been killed in an attack; 0 where nothing is
    toll: tuple[float, float] = (0.0, 0.0)
    #: the day of the week, from Monday 0, of what comes again: talks, visits, truces
    weekday: int | None = None
    #: the days of the year, in a leap year, of what has a day: one given without its year, any
    bare_day: int | None = None
    day_of_year: int | None = None
    #: pages of news in brief that tell it, each with the number of its item
    items: frozenset[tuple[str, int]] = frozenset()
    #: what people came to harm by
    cause: str | None = None


def news_of(document: Document, events: Iterable[Event]) -> Event | None:
    """Return the first dated attack or disaster of a page's lead, if it is of its week."""
    written = document.written
    if written is None or written.length > _FRESH.days:
        return None
    dated = [
        event
        for event in events
        if event.type in _STRIKING
        and event.real
        and event.date is not None
        and event.date.length <= PRECISE
        and _in_lead(document, event)
    ]
    first = min(dated, key=_place_and_day, default=None)
    if first is None or first.date is None:
        return None
    return first if _moved(written.first, -_FRESH) <= first.date.first else None


def is_news(document: Document, events: Iterable[Event]) -> bool:
    """Say whether a page's first sentences date something that was in the week before it."""
    written = document.written
    if written is None or written.length > _FRESH.days:
        return False
    since = _moved(written.first, -_FRESH)
    return any(
        event.real
        and event.date is not None
        and event.date.length <= PRECISE
        and since <= event.date.first <= written.last
        and _in_lead(document, event)
        for event in events
    )


def looks_back(document: Document, events: Iterable[Event]) -> frozenset[str]:
    """Return the ids of undated events that a page may tell of an older time than its own.

    Their sentence looks back, or a sentence before theirs in their paragraph is of an older day.
    """
    written = document.written
    older: int | None = None
    found = set()
    for event in sorted(events, key=lambda e: e.mentions[0].span.start):
        at = event.mentions[0].span
        if event.date is not None:
            old = written is not None and event.date.last < _moved(written.first, -_RECENT)
            older = at.start if old else None
        elif (
            older is not None and "\n" not in document.text[older : at.start]
        ) or _LONG_AGO.search(at.text):
            found.add(event.id)
    return frozenset(found)


def _place_and_day(event: Event) -> tuple[int, str]:
    return event.mentions[0].span.start, event.date.earliest if event.date is not None else ""


def bounds_of(
    document: Document,
    event: Event,
    place: Place | None,
    addressed: Collection[str],
    things: Collection[str] = (),
    news: dt.date | None = None,
    weekday: int | None = None,
    item: int | None = None,
    told: Date | None = None,
    bare_day: int | None = None,
    recent: bool = False,
    back: bool = False,
) -> Bounds:
    """Return the bounds of one page's event.

    An undated event of the page's lead is its news; any other was before the page was written.
    Whom the lead counts as struck, without a day, the attack or disaster that it dates has struck.
    What a page of news tells without a word that looks back was in the last month.

    Args:
        document: the page.
        event: what it tells.
        place: where that was.
        addressed: the countries to or of whom it speaks, if it is one of words.
        things: the named things that it befell, if it is one of deeds.
        news: the day of the attack or disaster that the page tells, as :func:`news_of` has it.
        weekday: of an undated event the day of the week that its page gives it, from Monday 0.
        item: on a page of news in brief, the number of its item.
        told: the day of an undated event, by what the page tells beside it.
        bare_day: that of an event which its page dates without the year, as :func:`ordinal_of`
            has it.
        recent: it is told on a page of news, as :func:`is_news` has it, and does not look back.
        back: it is told in words that look back, as :func:`looks_back` has it.
    """
    real = int(event.real or event.status in {"denied", "disputed"})
    told_in = event.mentions[0]
    if event.date is None and tells_habit(told_in.span.text, told_in.trigger):
        real = 2
    first, last = dt.date.min, dt.date.max
    written = document.written
    date = event.date or told
    if date is not None:
        slack = _SLACK if date.length <= PRECISE else dt.timedelta(0)
        exact = date.first == date.last
        weekday = date.first.weekday() if exact else None
        bare_day, day_of_year = None, _day_of(date.first) if exact else None
        first, last = _moved(date.first, -slack), date.last
        if date.edtf.endswith(_OPEN):  # what is told since 1974 began then
            last = min(last, _moved(date.first, _LASTING))
    else:
        day_of_year = bare_day
    if date is None and written is not None and real == 1:
        last = written.last  # who dates it gives the day or night of slack
        if recent:
            first = _moved(written.first, -_RECENT)
        if (
            _in_lead(document, event)
            and not (back and _FROM_NOW.search(told_in.span.text))
            and written.length <= _FRESH.days
            and not (event.mode == "disaster" and takes_for_known(event))
            and not _of_the_known(told_in)
        ):
            first = _moved(written.first, -_FRESH)
            struck = any(f.quantity in _STRUCK for f in event.figures)
            if news is not None and (struck or _goes_on(event)):
                first = max(first, _moved(news, -_SLACK))
    if event.quad not in VERBAL and event.type not in _RECURRING:
        weekday = None
    mode = "arms" if event.mode in _WEAPONS else None if event.mode in _BROUGHT else event.mode
    if event.mode in _BY_ITSELF and not event.actors:
        mode = None
    met = frozenset(addressed if event.quad in VERBAL else things)
    items = frozenset([(document.id, item)] if item is not None else ())
    return Bounds(
        real,
        first,
        last,
        place,
        mode,
        met,
        _toll(event),
        weekday,
        bare_day,
        day_of_year,
        items,
        cause_of(document, event),
    )


def _of_the_known(told: EventMention) -> bool:
    """Say whether it tells what one that is known to all did: "the disaster that killed 90"."""
    return _KNOWN.search(told.span.text[: max(told.span.text.find(told.trigger), 0)]) is not None


def _goes_on(event: Event) -> bool:
    """Say whether an undated attack is told in no words that look back beyond the page's news."""
    sentence = event.mentions[0].span.text
    return event.type == "ASSAULT" and event.mode in _WEAPONS and not _BACK.search(sentence)


def ordinal_of(month: int, day: int) -> int | None:
    """Return the number of a day in a leap year, from 1; nothing for one that no year has.

    >>> ordinal_of(1, 8), ordinal_of(3, 1), ordinal_of(2, 30)
    (8, 61, None)
    """
    try:
        return _day_of(dt.date(_LEAP_YEAR, month, day))
    except ValueError:
        return None


def _day_of(day: dt.date) -> int:
    return day.replace(year=_LEAP_YEAR).timetuple().tm_yday


def _toll(event: Event) -> tuple[float, float]:
    counts = (f.low or f.high for f in event.figures if f.quantity == "killed")
    killed = [n for n in counts if n]  # "up to 15,000" has a most alone
    if not killed or event.type != "ASSAULT":
        return 0.0, 0.0
    # a guard and forty soldiers killed in one attack are not two counts of it
    most = max(_SOME, *killed)
    return most, most


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return day


def _in_lead(document: Document, event: Event) -> bool:
    sentences = document.sentences
    if not sentences:
        return False
    return event.mentions[0].span.start < sentences[min(LEAD, len(sentences)) - 1][1]


class Merging:
    """Keeps the bounds of clusters, and refuses joins that would break them."""

    def __init__(
        self,
        bounds: Sequence[Bounds],
        bonds: Iterable[tuple[int, int]],
        never: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Take the bounds of accounts, what binds two of them, and who are never one."""
        self._bounds = dict(enumerate(bounds))
        self._bonds, self._never = _each_way(bonds), _each_way(never)

    def join(self, a: int, b: int) -> bool:
        """Join two clusters if an account of the one is bound to one of the other, in bounds."""
        if b not in self._bonds[a] or b in self._never[a]:
            return False
        one, other = self._bounds[a], self._bounds[b]
        first, last = max(one.first, other.first), min(one.last, other.last)
        if one.real != other.real:
            return False
        if one.mode and other.mode and one.mode != other.mode:
            return False
        if one.cause and other.cause and one.cause != other.cause:
            return False
        if first > last or _apart(one.place, other.place):
            return False
        if _days_apart(one.weekday, other.weekday, _WEEK):
            return False
        for bare, any_day in (
            (one.bare_day, other.day_of_year),
            (other.bare_day, one.day_of_year),
        ):
            if _days_apart(bare, any_day, _YEAR):
                return False
        if _in_two_items(one.items, other.items):
            return False
        if one.addressed and other.addressed and not one.addressed & other.addressed:
            return False
        tolls = [t for t in (one.toll, other.toll) if t[0]]
        toll = (min(t[0] for t in tolls), max(t[1] for t in tolls)) if tolls else (0.0, 0.0)
        if len(tolls) > 1 and toll[1] / toll[0] > SCALE:
            return False
        self._bounds[a] = replace(
            one,
            first=first,
            last=last,
            place=one.place or other.place,
            mode=one.mode or other.mode,
            addressed=one.addressed | other.addressed,
            toll=toll,
            weekday=one.weekday if one.weekday is not None else other.weekday,
            bare_day=one.bare_day or other.bare_day,
            day_of_year=one.day_of_year or other.day_of_year,
            items=one.items | other.items,
            cause=one.cause or other.cause,
        )
        for known in (self._bonds, self._never):
            for c in known.pop(b, ()):
                known[c].discard(b)
                if c != a:
                    known[c].add(a)
                    known[a].add(c)
        return True


def _each_way(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        found[a].add(b)
        found[b].add(a)
    return found


def _in_two_items(one: Collection[tuple[str, int]], other: Collection[tuple[str, int]]) -> bool:
    """Say whether a page of news in brief tells of two in two of its items."""
    pages = dict(other)
    return any(pages.get(page, item) != item for page, item in one)


def _days_apart(one: int | None, other: int | None, every: int) -> bool:
    """Say whether two days of the week or year are not next to each other, as by night they may."""
    if one is None or other is None:
        return False
    return min((one - other) % every, (other - one) % every) > _SLACK.days


def _apart(one: Place | None, other: Place | None) -> bool:
    """Say whether two places are in different countries, or towns too far from each other."""
    if one is None or other is None or one == other:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    towns = one.feature in _TOWNS and other.feature in _TOWNS
    away = distance(one.latitude, one.longitude, other.latitude, other.longitude)
    return towns and away > _FAR
