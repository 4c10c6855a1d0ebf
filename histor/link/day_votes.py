"""What speaks for each day on which a page can have been written.

What a page tells with "Tuesday" or "yesterday" is looked for on other pages that date it: by the
calendar, or by a day of their own. Each such page votes for the days on which the words would fit,
the more of it stands in the sentence that has them. Pages of like news vote for their own days.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from histor.extract.dates.time_values import resolve
from histor.extract.dates.times import resolved
from histor.extract.figures.numbers import amounts
from histor.link.counted_days import Counted, counted_fitting
from histor.link.earlier_prints import EarlierPrint
from histor.link.fronts import NEWS_LEAD, Front
from histor.link.landmarks import Landmark
from histor.link.told_alike import LEAD, DatedSentences, Told, can_date, dates_telling
from histor.link.votes import BY_COUNT, BY_DISASTER, BY_NEWS, OVERRULING, Votes
from histor.records import Document, Span, TimeExpression
from histor.time_forms import Tense, TimeForm

__all__ = [
    "DAY_OFF",
    "MONTH",
    "NAMED_AGO",
    "names_day",
    "vote_by_days_named",
    "vote_by_landmarks",
    "vote_by_own_words",
    "vote_first_print",
    "votes_for",
]

#: days around another page's date of an event among which a page's own day is looked for
_BEFORE, _AFTER = 8, 40
#: votes of a page that dates the event by the calendar, by a day of its own, or by a month
_CALENDAR, _RELATIVE, _VAGUE = 2.0, 1.0, 0.5
#: the share of them that a day has which is still to come there, for what is past here
_FORETOLD = 0.5
#: votes of the page's own words ("three years after the war of May 2001")
_OWN = 2.0
#: votes of the days that it names last, which by themselves date nothing, and days after them
_NAMED, NAMED_AGO = 0.9, 14
#: the same where they leave the whole year open
_YEAR = 1.0
#: days of a date that dates an event well, and of one that still does
_PRECISE, MONTH = 2, 45
#: share of a dated sentence that stands about a page's day: surely the same, and the least
_SURE, _SOME = 0.45, 0.2
#: the same from which it stands nowhere else on the page
_STANDS = 0.35
#: share of a dated sentence that a page's news as a whole has, if it surely tells the same
_ALIKE = 0.6
#: what a share of the news as a whole counts beside one that stands about the page's day
_ANYWHERE = 0.8
#: cosine of two pages' news from which the one dates the other, where nothing printed must be moved
_LIKE_UNDATED = 0.18
#: cosine of two pages' news from which they surely tell one day's
_VERY = 0.3
_AFTER_WAR = re.compile(
    r"\b(?:comes?|came|coming)\s+(?:\w+\s+)?([\w-]+(?:\s[\w-]+)?)\s+(years?|months?|weeks?|days?)"
    r"\s+(?:after|since)\b",
    re.I,
)
_YEARS_AFTER = re.compile(r"\b([A-Za-z]+|\d{1,2})\s+years?\s+after\b", re.I)
_YEAR_LONG = 460
DAY_OFF = dt.timedelta(days=1)
_DAYS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}


def votes_for(
    document: str,
    front: Front | None,
    told: Told,
    index: DatedSentences,
    days: Mapping[str, tuple[dt.date, dt.date]],
    begins: Mapping[str, int],
    fronts: Sequence[Front | None],
) -> Votes:
    """Count what other pages say of a page's day; those that ``begin`` alike are one."""
    votes = Votes()
    if front is None:
        return votes
    own = front.own
    if not (own or front.counted) and document in days:  # nothing on the page hangs on its day
        return votes
    telling_own = [dates_telling(t) for t in own]
    like = {index.page(number) for number, _ in told.pages}
    told_first: dict[str | int, str] = {}
    for number, share, around in told.sentences:
        theirs = index.sentence(number)
        # copies of one sentence have one vote: that of the page named first
        teller = told_first.setdefault(" ".join(theirs.span.text.split()), theirs.document)
        anchor = days[theirs.document][0] if theirs.document in days else None
        for time, telling in zip(theirs.times, theirs.telling, strict=True):
            implied = _after(time)
            if theirs.document in like:
                votes.sure.add(teller)
            if implied is not None:
                votes.sure.add(f"{teller} after")
                votes.add(f"{teller} after", implied, _RELATIVE * min(1.0, share / _ALIKE))
                votes.words.setdefault(f"{teller} after", (time.sentence,))
            elif (own or front.counted) and can_date(time):
                mine = [
                    _Mine(t, None, alike, near)
                    for t, at, near, tells in zip(own, front.at, around, telling_own, strict=False)
                    if (alike := _likeness(t, at, near, share)) >= _SOME and (tells or not telling)
                ]
                mine += [
                    _Mine(c.time, c, near, near)
                    for c, near in zip(front.counted, around[len(own) :], strict=True)
                    if near >= _SOME and not telling and names_day(time)
                ]
                _vote(votes, mine, teller, time, anchor)
    for number, cosine in told.pages:
        other = index.page(number)
        if other in days and (document in days or cosine >= _LIKE_UNDATED):
            first, last = days[other]
            fitting = [first + dt.timedelta(days=n) for n in range(-1, (last - first).days + 2)]
            if document not in days:
                theirs_lead = _told_days(fronts[number], first)
                fitting = [d for d in fitting if _agree(_told_days(front, d), theirs_lead)]
                if not fitting:
                    continue
            teller = told_first.setdefault(begins.get(other) or other, other)
            votes.add(teller + BY_NEWS, fitting, min(1.0, cosine / _VERY))
            votes.sure.add(teller + BY_NEWS)
            votes.words.setdefault(teller + BY_NEWS, (front.first,))
    return votes


def _likeness(time: TimeExpression, at: int, near: float, share: float) -> float:
    """Return how far a page tells a dated sentence about an expression of its own.

    The news as a whole is of its first days, and of what it tells as past: "tonight: a concert" in
    the last line dates nothing of it.
    """
    return max(near, _ANYWHERE * share) if at < NEWS_LEAD or time.tense is not None else near


def _told_days(front: Front | None, written: dt.date) -> set[dt.date]:
    """Return the days that the expressions of a page's first sentences mean, if written then."""
    found: set[dt.date] = set()
    for time in front.own if front is not None else ():
        date = resolved(time.form, time.tense, written, time.span) if time.form else None
        if date is not None and (date.last - date.first).days <= _PRECISE:
            found |= {date.first, date.last}
    return found


def _agree(one: set[dt.date], other: set[dt.date]) -> bool:
    return not one or not other or bool(one & other)


def vote_by_landmarks(votes: Votes, landmarks: Iterable[Landmark]) -> None:
    """Count what the days say that a page gives to a disaster whose day others know."""
    for told in landmarks:
        voter = f"{told.tellers[0]}{BY_DISASTER} {told.day}{BY_COUNT if told.counted else ''}"
        mine = _Mine(told.time, told.counted, 1.0, 1.0)
        fitting = mine.fitting(told.day, told.day)
        if fitting:
            votes.add(voter, fitting, _CALENDAR * told.share)
            votes.sure.add(voter)
            votes.words.setdefault(voter, (told.time.span, told.words))


def vote_first_print(
    votes: Votes,
    earlier: EarlierPrint,
    front: Front | None,
    other: Front | None,
    ids: Sequence[str],
) -> None:
    """Count that a text was written by the day on which another page printed it."""
    if front is None or other is None:
        return
    voter = f"{ids[earlier.page]} text"
    votes.sure.add(voter)
    votes.add(voter, (earlier.day - DAY_OFF, earlier.day), OVERRULING)
    votes.words[voter] = (front.first, other.first)


class _Mine(NamedTuple):
    """An expression of the page's own, and how much of what another page dates stands about it."""

    time: TimeExpression
    counted: Counted | None
    alike: float
    near: float

    def fitting(self, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
        """Return the days on which it, written then, means a day of an interval."""
        form, tense = self.time.form, self.time.tense
        if form is None:
            return ()
        if self.counted is None:
            return _fitting(form, tense, first, last)
        base = self.counted.base
        of, then = (base.form, base.tense) if base is not None else (None, None)
        return counted_fitting(form, of, then, first, last)


def _vote(
    votes: Votes,
    own: Sequence[_Mine],
    teller: str,
    time: TimeExpression,
    anchor: dt.date | None,
) -> None:
    if time.form is None:
        return
    date = resolved(time.form, time.tense, anchor, time.span)
    if date is None:
        return
    first, last = date.first, date.last
    length = (last - first).days
    if length > MONTH:
        return
    weight = _VAGUE if length > _PRECISE else _CALENDAR if names_day(time) else _RELATIVE
    # of those that are as like the expression that stands nearest to what is told
    for one in sorted(own, key=lambda one: (-one.alike, -one.near)):
        mine, alike, near = one.time, one.alike, one.near
        fitting = one.fitting(first, last)
        if not fitting:
            continue
        if one.counted is not None:  # it tells of another day than the page's own weekday does
            teller = f"{teller}{BY_COUNT}"
        if weight == _CALENDAR and near >= _STANDS and time.tense == mine.tense == "past":
            votes.past.append(first)
            if len({*votes.past}) > 1:  # of two days of a page the one may be of another event
                votes.sure.add(teller)
        if time.tense == "future" and mine.tense == "past":
            weight *= _FORETOLD  # what is still to come there may be told of another time
        votes.add(teller, fitting, weight * min(1.0, alike / _SURE))
        if alike >= _SURE:
            votes.sure.add(teller)
        if weight > _VAGUE and weight * alike > votes.share:
            votes.told, votes.share = first, weight * alike
        if weight > _VAGUE or teller not in votes.words:
            votes.words[teller] = (mine.span, time.span)
        return


@lru_cache(maxsize=50_000)
def _fitting(
    form: TimeForm, tense: Tense | None, first: dt.date, last: dt.date
) -> tuple[dt.date, ...]:
    """Return the days on which an expression, written then, means a day of an interval."""
    found = []
    for n in range(-_BEFORE, (last - first).days + _AFTER):
        day = first + dt.timedelta(days=n)
        meant = resolve(form, day, tense)
        if meant is None or (meant.latest - meant.earliest).days > MONTH:
            continue
        if meant.earliest <= last and first <= meant.latest:
            found.append(day)
    return tuple(found)


def vote_by_own_words(document: Document, times: Sequence[TimeExpression], votes: Votes) -> None:
    """Count what the page says of its own day: "this comes three years after the war of …"."""
    stated = [t for t in times if t.date is not None and t.date.basis == "stated"]
    for time in stated:
        if (days := _after(time)) is not None:
            votes.add(document.id, days, _OWN)
            votes.sure.add(document.id)
            votes.words[document.id] = (time.sentence, time.span)
    years = {t.date.first.year for t in stated if t.date is not None and t.tense != "future"}
    if len(years) != 1:
        return
    [year] = years
    for start, end in document.sentences[:LEAD]:
        match = _YEARS_AFTER.search(document.text[start:end])
        count = amounts([match[1]]) if match else []
        if match is None or not count or count[0].low is None:
            continue
        if any(start <= t.span.start < end for t in stated):
            continue
        told = year + round(count[0].low)
        first = dt.date(told, 1, 1) if dt.MINYEAR < told < dt.MAXYEAR else None
        if first is not None:
            span = Span(document=document.id, start=start, end=end, text=document.text[start:end])
            votes.sure.add(document.id)
            votes.add(document.id, (first + dt.timedelta(days=n) for n in range(365)), _YEAR)
            votes.words.setdefault(document.id, (span,))


def vote_by_days_named(document: Document, last: dt.date, votes: Votes) -> None:
    """Count that a page was written soon after the last of the days that it names."""
    votes.sure.add(document.id)
    votes.add(document.id, (last + dt.timedelta(days=n) for n in range(NAMED_AGO + 1)), _NAMED)


def _after(time: TimeExpression) -> list[dt.date] | None:
    """Return the days that "comes three years after" a date in its sentence can mean."""
    match = _AFTER_WAR.search(time.sentence.text)
    if match is None or time.date is None or time.date.basis != "stated":
        return None
    count = amounts(match[1].split()[-1:])
    if not count or count[0].low is None or match.end() > time.span.start - time.sentence.start:
        return None
    unit = _DAYS[match[2].lower().rstrip("s")]
    slack = dt.timedelta(days=unit / 12 if unit > MONTH else unit / 2)
    shift = dt.timedelta(days=round(count[0].low * unit))
    try:
        first, last = time.date.first + shift - slack, time.date.last + shift + slack
    except OverflowError:
        return None
    if (last - first).days > _YEAR_LONG:
        return None
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def names_day(time: TimeExpression) -> bool:
    """Say whether an expression is a day of the calendar."""
    return time.form is not None and time.form.kind == "calendar" and time.form.day is not None
