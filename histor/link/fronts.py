"""What of a page's first sentences tells its day: its weekdays, and what it counts from others."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from histor.extract.dates.time_values import resolve
from histor.link.counted_days import Counted, counted_days
from histor.link.filed import hanging, spanning
from histor.link.told_alike import times_within
from histor.link.votes import Votes
from histor.records import Document, Span, TimeExpression

__all__ = ["DATING", "NEWS_LEAD", "Front", "front_of"]

#: sentences of a page among which its own day is named
_NAMING = 18
#: sentences whose weekday is of the news, and days for which that is news: of 91 dated articles of
#: the data sets 88 were written within three days of the first weekday that they tell as past
NEWS_LEAD, _NEWS_AGE = 4, 3
#: days by which most of them were written: 72 of 90, and ten tell of a Friday on a Monday
_OUT, _FRIDAY, _MONDAY = 1, 4, 7
#: votes that give a day to a page without one, and share of the best day's that another must have,
#: on which the news would be fresh
DATING, _NEARLY = 1.0, 0.7
#: the same for a day on which all its weekdays would be, of the week before it; days of them
_AS_GOOD, _WEEK_OLD = 0.9, 6


class Front(msgspec.Struct, frozen=True):
    """What of a page is looked at again and again."""

    #: its first sentence
    first: Span
    #: its expressions for its own day among the first sentences
    own: tuple[TimeExpression, ...]
    #: the numbers of the sentences in which they stand
    at: tuple[int, ...]
    #: what it counts to days of its own from what others date, and the sentences
    counted: tuple[Counted, ...] = ()
    counted_at: tuple[int, ...] = ()

    @property
    def beside(self) -> tuple[int, ...]:
        """Return the numbers of the sentences of both."""
        return (*self.at, *self.counted_at)

    def news(self) -> list[TimeExpression]:
        """Return the plain weekdays among the first sentences that date what they tell as past."""
        return [t for t, at in zip(self.own, self.at, strict=True) if _is_news(t, at)]

    def spans(self) -> bool:
        """Say whether the page tells its day by a week at most: "last week"."""
        return any(spanning(t) for t in self.own)

    def fresh(self, days: Sequence[dt.date]) -> list[dt.date]:
        """Return the days on which the page's news would be of its first weekday; else all.

        News that begins with "on Friday" is written by Monday.
        """
        return [d for d in days if self.is_fresh(d)] or list(days)

    def is_fresh(self, day: dt.date) -> bool:
        """Say whether the page's news would be of its first weekday, if it begins with one."""
        said = next(iter(self.news()), None)
        weekday = said.form.weekday if said is not None and said.form is not None else None
        return weekday is None or (day.weekday() - weekday) % 7 <= _NEWS_AGE

    def soonest(self, days: Sequence[dt.date]) -> list[dt.date]:
        """Return those of some days by which news is out: of the day or the next; else all.

        What was on a Friday or Saturday may be told on Monday.
        """
        said = next(iter(self.news()), None)
        weekday = said.form.weekday if said is not None and said.form is not None else None
        if weekday is None:
            return list(days)
        reach = max(_OUT, _MONDAY - weekday if weekday >= _FRIDAY else 0)
        return [d for d in days if (d.weekday() - weekday) % 7 <= reach] or list(days)

    def in_order(self, day: dt.date) -> bool:
        """Say whether no sentence, if written then, tells a thing of a day before it was.

        Who "said on Sunday" of "Monday's quake" spoke after that Monday.
        """
        days: dict[int, list[tuple[bool, dt.date]]] = defaultdict(list)
        for time, at in zip(self.own, self.at, strict=True):
            form = time.form
            if form is None or form.weekday is None or time.tense == "future":
                continue
            if (meant := resolve(form, day, time.tense)) is not None:
                days[at].append((form.aside, meant.earliest))
        return all(
            aside_day <= own_day
            for told in days.values()
            for aside, aside_day in told
            if aside
            for is_aside, own_day in told
            if not is_aside
        )

    def is_of_one_week(self, day: dt.date) -> bool:
        """Say whether no weekday told as past would be the same week's day to come, but for one.

        Who was on Friday and on Saturday somewhere did not write on Friday.
        """
        said = [
            t.form.weekday
            for t in self.own
            if t.form is not None and t.form.weekday is not None and t.tense == "past"
            if not (t.form.direction or t.form.week or t.form.since)
        ]
        return all((day.weekday() - weekday) % 7 < _WEEK_OLD for weekday in said)

    def told_ahead(self, days: Sequence[dt.date], votes: Votes) -> list[dt.date]:
        """Return the days that a follow-up's own words speak for.

        Its news is common to earlier pages, and it was not written before them. Those on which all
        its weekdays lie behind it are asked first, if nearly as much speaks for them.
        """
        since = votes.first_news()
        days = [d for d in days if since is None or d >= since] or days
        of_one_week = [d for d in days if self.is_of_one_week(d)]
        most = max(map(votes.by_words, days))
        for among in (of_one_week, days):
            best = max(map(votes.by_words, among), default=0.0)
            if best >= _NEARLY * most:
                return sorted(d for d in among if votes.by_words(d) >= best - 1e-9)
        return []

    def nearly_best(
        self, days: Sequence[dt.date], others: Iterable[dt.date], votes: Votes
    ) -> list[dt.date]:
        """Return the days on which the news is fresh, if the best are none and those nearly so.

        Who begins with Wednesday and looks back at Tuesday shares Tuesday with the pages of then.
        """
        others = [d for d in others if self.is_fresh(d)]
        best = list(days) if self.is_fresh(days[0]) else votes.most(others)
        if not best or votes.of(best[0]) < _NEARLY * votes.of(days[0]):
            return []
        of_one_week = votes.most(d for d in others if self.is_of_one_week(d))
        if (
            of_one_week
            and not self.is_of_one_week(best[0])
            and votes.of(of_one_week[0]) >= _AS_GOOD * votes.of(best[0])
        ):
            best = of_one_week
        return best if best != list(days) and votes.of(best[0]) >= DATING else []


def front_of(
    document: Document,
    times: Sequence[TimeExpression],
    told: Sequence[tuple[int, int, list[str]]],
) -> Front | None:
    """Return what of a page is looked at again and again; nothing if it has no sentence.

    Args:
        document, times: the page.
        told: its sentences' bounds and words.
    """
    if not told:
        return None
    start, end, _ = told[0]
    first = Span(document=document.id, start=start, end=end, text=document.text[start:end])
    inside = list(times_within(told, times))[:_NAMING]
    # who gives no date and no weekday may say "last week" at least
    by_week = document.page_date is None and not any(
        hanging(t) for times in inside[:NEWS_LEAD] for t in times
    )
    own = [
        (t, at)
        for at, times in enumerate(inside)
        for t in times
        if hanging(t) or (by_week and spanning(t))
    ]
    known = counted_days(times)
    counted = [(known[t.id], at) for at, ts in enumerate(inside) for t in ts if t.id in known]
    return Front(
        first,
        tuple(t for t, _ in own),
        tuple(at for _, at in own),
        tuple(c for c, _ in counted),
        tuple(at for _, at in counted),
    )


def _is_news(time: TimeExpression, at: int) -> bool:
    form = time.form
    if form is None or form.kind != "weekday" or at >= NEWS_LEAD or time.tense == "future":
        return False
    return not (form.direction or form.week or form.unit or form.since or form.aside)
