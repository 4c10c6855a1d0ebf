"""What speaks for each day on which a page can have been written.

What a page tells with "Tuesday" or "yesterday" is looked for on other pages that date it: by the
calendar, or by a day of their own. Each such page votes for the days on which the words would fit,
the more of it stands in the sentence that has them. Pages of like news vote for their own days.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from histor.extract.numbers import amounts
from histor.extract.time_values import resolve
from histor.extract.times import resolved
from histor.link.earlier_prints import EarlierPrint
from histor.link.filed import hanging, spanning
from histor.link.told_alike import (
    LEAD,
    DatedSentences,
    Told,
    can_date,
    dates_telling,
    times_within,
)
from histor.records import Document, Span, TimeExpression
from histor.time_forms import Tense, TimeForm

__all__ = [
    "DAY_OFF",
    "MONTH",
    "NAMED_AGO",
    "OVERRULING",
    "Front",
    "Votes",
    "front_of",
    "names_day",
    "page_of",
    "vote_by_days_named",
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
#: votes that overrule a printed date
OVERRULING = 2.0
#: days of a date that dates an event well, and of one that still does
_PRECISE, MONTH = 2, 45
#: sentences of a page among which its own day is named
_NAMING = 18
#: sentences whose weekday is of the news, and days for which that is news: of 91 dated articles of
#: the data sets 88 were written within three days of the first weekday that they tell as past
_LEAD, _NEWS_AGE = 4, 3
#: share of a dated sentence that stands about a page's day: surely the same, and the least
_SURE, _SOME = 0.45, 0.2
#: the same from which it stands nowhere else on the page
_STANDS = 0.35
#: share of a dated sentence that a page's news as a whole has, if it surely tells the same
_ALIKE = 0.6
#: votes that give a day to a page without one, and share of the best day's that another must have,
#: on which the news would be fresh
DATING, _NEARLY = 1.0, 0.7
#: the same for a day on which all its weekdays would be, of the week before it; days of them
_AS_GOOD, _WEEK_OLD = 0.9, 6
#: pages that date a page together, of which none tells surely the same
_SEVERAL = 3
#: what a share of the news as a whole counts beside one that stands about the page's day
_ANYWHERE = 0.8
#: cosine of two pages' news from which the one dates the other, where nothing printed must be moved
_LIKE_UNDATED = 0.18
#: cosine of two pages' news from which they surely tell one day's
_VERY = 0.3
#: what marks the vote of a page for its like news alone
_NEWS = " news"
_AFTER_WAR = re.compile(
    r"\b(?:comes?|came|coming)\s+(?:\w+\s+)?([\w-]+(?:\s[\w-]+)?)\s+(years?|months?|weeks?|days?)"
    r"\s+(?:after|since)\b",
    re.I,
)
_YEARS_AFTER = re.compile(r"\b([A-Za-z]+|\d{1,2})\s+years?\s+after\b", re.I)
_YEAR_LONG = 460
#: days around a printed date on which another page's like news supports it
_NEAR = 8
#: share of the most votes that a page gives to one day, from which it speaks for another
_OF_ITS_BEST = 0.5
#: how many times the votes for any day so far away the best day must have
_AHEAD, _WEEKS = 1.5, dt.timedelta(days=15)
DAY_OFF = dt.timedelta(days=1)
_DAYS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}


@dataclass(slots=True)
class Votes:
    """What speaks for each day of one page."""

    #: day -> voter -> votes
    days: dict[dt.date, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    #: voter -> the page's words and the voter's
    words: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    #: the day of what the page tells, by the page that tells most of the same, and how much
    told: dt.date | None = None
    share: float = 0.0
    #: voters whose page has like news, or tells much of the same about the page's own weekday
    sure: set[str] = field(default_factory=set)
    #: days of the calendar on which others say that what the page tells as past was
    past: list[dt.date] = field(default_factory=list)

    def add(self, voter: str, days: Iterable[dt.date], votes: float) -> None:
        """Count a voter's votes for some days; of several for one day the most."""
        for day in days:
            known = self.days[day]
            known[voter] = max(known.get(voter, 0.0), votes)

    def not_before(self) -> dt.date | None:
        """Return the day on which the last was that the page tells as past; none if others differ.

        Where they lie weeks apart some tell of another event of the kind.
        """
        if not self.past or max(self.past) - min(self.past) > _WEEKS:
            return None
        return max(self.past)

    def by_words(self, day: dt.date) -> float:
        """Return the votes for a day that the page's own words earn."""
        voters = self.days[day].items() if day in self.days else ()
        return sum(votes for voter, votes in voters if not voter.endswith(_NEWS))

    def of(self, day: dt.date) -> float:
        """Return the votes for a day."""
        return sum(self.days[day].values()) if day in self.days else 0.0

    def most(self, days: Iterable[dt.date]) -> list[dt.date]:
        """Return those of some days for which most speaks, rising."""
        counted = {day: self.of(day) for day in days}
        best = max(counted.values(), default=0.0)
        return sorted(day for day, count in counted.items() if count >= best - 1e-9)

    def any_sure(self, day: dt.date) -> bool:
        """Say whether more than a few words that are everywhere in news speak for a day."""
        return not self.sure.isdisjoint(self.days.get(day, ()))

    def by_several(self, day: dt.date) -> bool:
        """Say whether several pages, none of them surely of the same, speak for a day together."""
        voters = {page_of(v) for v in self.days.get(day, ())}
        return len(voters) >= _SEVERAL and self.of(day) >= OVERRULING

    def outdone(self, day: dt.date) -> bool:
        """Say whether too many vote for a day weeks away, of those who do not vote for both.

        A page that dates what it tells to the day has like news because it looks back on it, not
        because it was written when the other was.
        """
        own = self.days[day]
        for other, theirs in self.days.items():
            if abs(other - day) > _WEEKS:
                rival = sum(
                    votes
                    for voter, votes in theirs.items()
                    if voter not in own and own.get(voter.removesuffix(_NEWS), 0.0) <= votes
                )
                alone = sum(votes for voter, votes in own.items() if voter not in theirs)
                if alone < _AHEAD * rival:
                    return True
        return False

    def near(self, printed: dt.date) -> bool:
        """Say whether a page votes for a day about the printed one.

        A vote is none for a page that speaks far more for other days.
        """
        about = (printed + dt.timedelta(days=n) for n in range(-_NEAR, _NEAR + 1))
        return any(
            votes > 0 and votes >= _OF_ITS_BEST * self._best_of(voter)
            for day in about
            for voter, votes in self.days.get(day, {}).items()
        )

    def _best_of(self, voter: str) -> float:
        return max(told.get(voter, 0.0) for told in self.days.values())


class Front(msgspec.Struct, frozen=True):
    """What of a page is looked at again and again."""

    #: its first sentence
    first: Span
    #: its expressions for its own day among the first sentences
    own: tuple[TimeExpression, ...]
    #: the numbers of the sentences in which they stand
    at: tuple[int, ...]

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

        Its news is common to earlier pages. Those on which all its weekdays lie behind it are
        asked first, if nearly as much speaks for them.
        """
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
        hanging(t) for times in inside[:_LEAD] for t in times
    )
    own = [
        (t, at)
        for at, times in enumerate(inside)
        for t in times
        if hanging(t) or (by_week and spanning(t))
    ]
    return Front(first, tuple(t for t, _ in own), tuple(at for _, at in own))


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
    if not own and document in days:  # nothing on the page hangs on its day
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
            elif own and can_date(time):
                mine = [
                    (t, alike, near)
                    for t, near, tells in zip(own, around, telling_own, strict=True)
                    if (alike := max(near, _ANYWHERE * share)) >= _SOME and (tells or not telling)
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
            votes.add(teller + _NEWS, fitting, min(1.0, cosine / _VERY))
            votes.sure.add(teller + _NEWS)
            votes.words.setdefault(teller + _NEWS, (front.first,))
    return votes


def _is_news(time: TimeExpression, at: int) -> bool:
    form = time.form
    if form is None or form.kind != "weekday" or at >= _LEAD or time.tense == "future":
        return False
    return not (form.direction or form.week or form.unit or form.since or form.aside)


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


def _vote(
    votes: Votes,
    own: Sequence[tuple[TimeExpression, float, float]],
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
    for mine, alike, near in sorted(own, key=lambda one: (-one[1], -one[2])):
        fitting = _fitting(mine.form, mine.tense, first, last) if mine.form is not None else ()
        if not fitting:
            continue
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


def page_of(voter: str) -> str:
    """Return the page that a voter is, or speaks for."""
    return voter.split()[0]
