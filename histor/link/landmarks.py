"""The disasters that a heap's pages count their days from: "two weeks after the floods".

Where several pages date the floods to one day, and hardly any to another, a page that calls them
"Tuesday's" or counts from them tells by that when it was written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from histor.link.accounts import lemmas_of, sense_of
from histor.link.counted_days import Counted, counted_days
from histor.link.filed import hanging
from histor.link.pages import Pages
from histor.records import Date, Entity, Event, Span, TimeExpression

__all__ = ["Landmark", "Landmarks", "takes_for_known"]

_MODE = "disaster"
#: letters of a word that tell its sense
_STEM = 5
#: pages that must tell the day, how many times as many as tell any other, and days for which
#: another such disaster may be meant
_LEAST, _TIMES, _REACH = 2, 2, 120
#: days by which two pages may date one disaster apart
_SLACK = 1
#: what stands before a noun for what the reader knows of, and tells behind it which is meant
_THE = re.compile(r"\b(?:the|those|these)\s(?:\w+\s)?\Z", re.I)
_WHICH = re.compile(r"\s(?:(?:\w+\s){0,3}(?:that|which)|of\s(?:last|the)|in\s[A-Z][a-z]+)\b")
#: sentences that say what a page is about
_HEAD = 3


class Landmark(NamedTuple):
    """A disaster that a page names by a day of its own, and when others say that it was."""

    time: TimeExpression
    #: what counts from it, where the page gives no day of its own for it
    counted: Counted | None
    day: dt.date
    #: how many of those who tell such a disaster mean this one, 0 to 1
    share: float
    #: pages that say so, and their words
    tellers: tuple[str, ...]
    words: Span


class _Told(NamedTuple):
    page: int
    names: frozenset[str]
    words: Span


class Landmarks:
    """What the pages' disasters are called, and the days that they give to them."""

    def __init__(
        self,
        pages: Pages,
        printed: Sequence[dt.date | None],
        entity_of: Callable[[str], str],
    ) -> None:
        """Take the pages, the day that each bears, and what each name stands for here."""
        self._ids = pages.ids
        self._told: dict[str, dict[dt.date, list[_Told]]] = defaultdict(lambda: defaultdict(list))
        self._hanging: dict[int, list[tuple[str, frozenset[str], TimeExpression, Counted | None]]]
        self._hanging = defaultdict(list)
        self._about: dict[int, frozenset[str]] = {}
        for n, events in enumerate(pages.events):
            disasters = [e for e in events if e.mode == _MODE and e.real]
            if not disasters:
                continue
            times = pages.times[n]
            by_id = {t.id: t for t in times}
            counted = counted_days(times)
            sentences = pages.documents[n].sentences
            head = sentences[min(_HEAD, len(sentences)) - 1][1]
            about = self._about[n] = _names(pages.entities[n], entity_of, 0, head)
            for event in disasters:
                self._add(n, event, by_id, counted, about, printed[n] is not None)

    def _add(
        self,
        page: int,
        event: Event,
        times: Mapping[str, TimeExpression],
        counted: Mapping[str, Counted],
        about: frozenset[str],
        dated: bool,
    ) -> None:
        for mention in event.mentions:
            time = times.get(mention.time or "")
            if time is None:
                continue
            date = mention.date
            for sense in _senses(mention.trigger):
                if hanging(time) or time.id in counted:
                    self._hanging[page].append((sense, about, time, counted.get(time.id)))
                if date is not None and date.length <= _SLACK and (dated or date.basis == "stated"):
                    self._told[sense][date.first].append(_Told(page, about, time.span))

    def of(self, page: int) -> Iterator[Landmark]:
        """Yield the disasters whose day others know, by which a page's own days can be told."""
        for sense, about, time, counted in self._hanging.get(page, ()):
            for day, share, tellers in self._known(sense, page, about):
                ids = tuple(dict.fromkeys(self._ids[t.page] for t in tellers))
                yield Landmark(time, counted, day, share, ids, tellers[0].words)

    def day_of(self, page: int, event: Event) -> Date | None:
        """Return the day of the one disaster that an event of a page can be, if others know it.

        Its own, or that of what the page takes for known or dates vaguely: "last month's floods",
        "the floods which killed 220".
        """
        date = event.date
        if event.mode != _MODE or not event.real or page not in self._about:
            return None
        if date is None and not takes_for_known(event):
            return None
        days = {
            day
            for sense in _senses(event.mentions[0].trigger)
            for day, share, _ in self._known(sense, page, self._about[page])
            if share == 1.0 and (date is None or date.first <= day <= date.last)
        }
        if len(days) != 1:
            return None
        iso = days.pop().isoformat()
        return Date(edtf=iso, earliest=iso, latest=iso, basis="linked")

    def _known(
        self, sense: str, page: int, about: frozenset[str]
    ) -> Iterator[tuple[dt.date, float, list[_Told]]]:
        """Yield the days on which others say that a disaster was, how sure that is, and who."""
        others = {
            day: own
            for day, told in self._told[sense].items()
            if (own := [t for t in told if t.page != page])
        }
        many = {day: len({t.page for t in told}) for day, told in others.items()}
        for day, own in sorted(others.items()):
            tellers = sorted((t for t in own if t.names & about), key=lambda t: t.page)
            if len({t.page for t in tellers}) < _LEAST:
                continue
            rivals = [n for other, n in many.items() if _SLACK < abs((other - day).days) <= _REACH]
            sure = many[day] >= _TIMES * max(rivals, default=0)
            yield day, 1.0 if sure else many[day] / (many[day] + sum(rivals)), tellers


def takes_for_known(event: Event) -> bool:
    """Say whether a page takes what it tells for known: "over the floods which killed 220"."""
    told = event.mentions[0]
    at = told.span.text.find(told.trigger)
    before, after = told.span.text[: max(at, 0)], told.span.text[at + len(told.trigger) :]
    return at > 0 and bool(_THE.search(before)) and bool(_WHICH.match(after))


def _senses(trigger: str) -> set[str]:
    return {sense_of(word[:_STEM], "OTHER") for word in lemmas_of(trigger)}


def _names(
    entities: Sequence[Entity], entity_of: Callable[[str], str], start: int, end: int
) -> frozenset[str]:
    """Return what a page's names between two places stand for, and the countries of its places."""
    inside = [e for e in entities if any(start <= m.start < end for m in e.mentions)]
    lands = {f"in {e.place.country}" for e in inside if e.place is not None and e.place.country}
    return frozenset(entity_of(e.id) for e in inside) | lands
