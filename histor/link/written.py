"""When each page was written, judged from its own words and from the other pages.

A page printed again, or dated by the machine that saved it, tells of "Tuesday" under a date months
later. What it tells with such words is looked for on other pages that date it: by the calendar, or
by a day of their own. Each such page votes for the days on which the words would fit. A printed
date stands unless no page supports it and enough support another day weeks away, or the story's
own dateline does.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from histor.clean.datelines import Dateline
from histor.clean.printed_dates import PartialDate
from histor.extract.numbers import amounts
from histor.extract.time_values import resolve
from histor.extract.times import resolved
from histor.link.earlier_prints import EarlierPrint, Openings
from histor.link.filed import filed_on_page, hanging
from histor.link.pages import Pages
from histor.link.told_alike import (
    LEAD,
    DatedSentences,
    Told,
    can_date,
    dates_telling,
    times_within,
)
from histor.link.vectors import News
from histor.link.without_year import day_of_two, day_of_year, partial_dates
from histor.records import (
    Date,
    DateBasis,
    Document,
    Finding,
    PageRecord,
    PageWords,
    Span,
    TimeExpression,
    make_id,
)
from histor.shelf import Shelf
from histor.time_forms import Tense, TimeForm

__all__ = ["Written", "stale_dates", "written_dates"]

#: days around another page's date of an event among which a page's own day is looked for
_BEFORE, _AFTER = 8, 40
#: votes of a page that dates the event by the calendar, by a day of its own, or by a month
_CALENDAR, _RELATIVE, _VAGUE = 2.0, 1.0, 0.5
#: votes of the page's own words ("three years after the war of May 2001")
_OWN = 2.0
#: the same where they leave the whole year open
_YEAR = 1.0
#: votes that overrule a printed date, and that give a day to a page without one
_OVERRULING, _DATING = 2.0, 0.8
#: days that the printed date must be later than the one judged, else the printed one stands
_STALE = 42
#: days of a date that still dates an event
_PRECISE, _MONTH = 2, 45
_PASSES = 3
#: sentences of a page among which its own day is named
_NAMING = 18
#: share of a dated sentence's words from which a page surely tells the same
_SURE = 0.6
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
_DAY_OFF = dt.timedelta(days=1)
_LETTERS, _WORDS = re.compile(r"[^\W\d_]{2,}"), 6
#: how much later than its printed date a story can have been filed: a page is brought up to date
_SLACK = dt.timedelta(days=7)
_DAYS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}


@dataclass(frozen=True, slots=True)
class Written:
    """When a page was written, as judged, and the words that say so."""

    date: Date
    #: the page's own expression, and other pages' words that date the same event
    evidence: tuple[Span, ...]
    #: pages whose accounts support it
    supporters: tuple[str, ...]


@dataclass(slots=True)
class _Votes:
    """What speaks for each day of one page."""

    #: day -> voter -> votes
    days: dict[dt.date, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    #: voter -> the page's words and the voter's
    words: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    #: the day of what the page tells, by the page that tells most of the same, and how much
    told: dt.date | None = None
    share: float = 0.0

    def add(self, voter: str, days: Iterable[dt.date], votes: float) -> None:
        for day in days:
            known = self.days[day]
            known[voter] = max(known.get(voter, 0.0), votes)

    def by_words(self, day: dt.date) -> float:
        """Return the votes for a day that the page's own words earn."""
        voters = self.days[day].items() if day in self.days else ()
        return sum(votes for voter, votes in voters if not voter.endswith(_NEWS))

    def of(self, day: dt.date) -> float:
        return sum(self.days[day].values()) if day in self.days else 0.0

    def near(self, printed: dt.date, copies: Collection[str]) -> bool:
        """Say whether a page that is no copy votes for a day about the printed one."""
        about = (printed + dt.timedelta(days=n) for n in range(-_NEAR, _NEAR + 1))
        return any(
            votes > 0 and _page_of(voter) not in copies
            for day in about
            for voter, votes in self.days.get(day, {}).items()
        )


class _Front(msgspec.Struct, frozen=True):
    """What of a page is looked at again and again."""

    #: its first sentence
    first: Span
    #: its expressions for its own day among the first sentences
    own: tuple[TimeExpression, ...]


def written_dates(
    pages: Sequence[PageRecord], news: News, entity_of: Callable[[str], str]
) -> dict[str, Written]:
    """Return for each page that the heap dates otherwise than itself, or at all, its day.

    Args:
        pages: the case's pages, in a fixed order.
        news: their words.
        entity_of: a page's entity id to that of the case, a country for its people.
    """
    pages = Pages.of(pages)
    index = DatedSentences(pages, news.texts, entity_of)
    fronts: Shelf[_Front | None] = Shelf(_Front | None)
    printed: list[dt.date | None] = []
    begins: dict[str, int] = {}
    openings = Openings()
    filed: dict[int, tuple[Dateline, Span]] = {}
    partial: dict[int, list[tuple[PartialDate, PageWords]]] = {}
    for n, document in enumerate(pages.documents):
        front = _front(document, pages.times[n], news.texts.told(n))
        if front is not None:
            begins[document.id] = hash(" ".join(front.first.text.split()))
        fronts.append(front)
        printed.append(_day(document.page_date))
        openings.add(n, document)
        if (line := filed_on_page(document, pages.times[n])) is not None:
            filed[n] = line
        if printed[-1] is None and (days_only := partial_dates(document)):
            partial[n] = days_only
    heap = sorted({day for day in printed if day is not None})
    of_two = {
        document.id: _read_as(document.page_date, day)
        for n, document in enumerate(pages.documents)
        if document.page_date is not None
        and printed[n] is None
        and (day := day_of_two(document.page_date, heap, pages.times[n])) is not None
    }
    before = dict(openings.earlier(pages, printed))
    told = Shelf(Told, (index.told_alike(n) for n in range(len(pages))))
    # a page without a date of its own is judged, and bears no witness
    own = {d: (day, day) for d, day in zip(pages.ids, printed, strict=True) if day is not None}
    days = own
    judged: dict[str, Written] = dict(of_two)
    asked: Iterable[int] = range(len(pages))
    for _ in range(_PASSES):
        found = dict(judged)
        for n in asked:
            id_ = pages.ids[n]
            if id_ in of_two:
                continue
            found.pop(id_, None)
            votes = _votes(id_, fronts[n], told[n], index, days, begins)
            copied = _copied(before.get(n), printed[n])
            if copied is not None:
                _vote_first_print(votes, copied, fronts[n], fronts[copied.page], pages.ids)
            if not votes.days and n not in filed and n not in partial:
                continue  # its own words alone overrule nothing
            document, times = pages.documents[n], pages.times[n]
            _own_words(document, times, votes)
            one = _judge(document, times, votes, printed[n], copied, fronts[n])
            if n in filed:
                told_line, words = filed[n]
                told_on = _filed_on(told_line, printed[n], votes)
                one = _filing(told_on, words) if told_on else one
            if printed[n] is None and (n in filed or one is None):
                # a dateline outranks the votes even where it names no year
                day_only = _without_year(document, times, filed.get(n), partial.get(n, []), heap)
                one = (one if _is_filing(one) else day_only) or one
            if one is not None:
                found[id_] = one
        judged = found
        known = days
        days = own | {d: (w.date.first, w.date.last) for d, w in judged.items() if d in own}
        # what is judged hangs on the days of the pages that tell the same, and on nothing else
        moved = {pages.numbers[d] for d, day in days.items() if known[d] != day}
        asked = [n for n, one in enumerate(told) if moved and index.hangs_on(one, moved)]
    return judged


def _front(
    document: Document,
    times: Sequence[TimeExpression],
    told: Sequence[tuple[int, int, list[str]]],
) -> _Front | None:
    if not told:
        return None
    start, end, _ = told[0]
    first = Span(document=document.id, start=start, end=end, text=document.text[start:end])
    inside = list(times_within(told, times))[:_NAMING]
    return _Front(first, tuple(t for own in inside for t in own if hanging(t)))


def stale_dates(pages: Iterable[PageRecord], written: Mapping[str, Written]) -> tuple[Finding, ...]:
    """Return a finding for each page whose printed date cannot be squared with its text, by id."""
    pages = Pages.of(pages)
    found = []
    for n in sorted(pages.numbers[d] for d in written):
        document = pages.documents[n]
        judged = written[document.id]
        if document.page_date is None:
            continue
        if abs((document.page_date.last - judged.date.last).days) < _STALE:
            continue
        if (
            document.page_date.first
            <= judged.date.first
            <= judged.date.last
            <= document.page_date.last
        ):
            continue  # printed as a year, or with day and month in an order that it does not tell
        others = [d for d in judged.supporters if d != document.id]
        pages_say = f"; {_count(len(others))} date the same events so" if others else ""
        found.append(
            Finding(
                id=make_id("finding", "stale_page_date", document.id),
                kind="stale_page_date",
                summary=(
                    f"The page “{document.label}” is dated "
                    f"{document.page_date.edtf}, but its words fit {judged.date.edtf}{pages_say}."
                ),
                evidence=judged.evidence,
                documents=(document.id, *others),
            )
        )
    return tuple(sorted(found, key=lambda f: f.id))


def _count(n: int) -> str:
    return "another page" if n == 1 else f"{n} other pages"


def _calendar(time: TimeExpression) -> bool:
    return time.form is not None and time.form.kind == "calendar" and time.form.day is not None


def _votes(
    document: str,
    front: _Front | None,
    told: Told,
    index: DatedSentences,
    days: Mapping[str, tuple[dt.date, dt.date]],
    begins: Mapping[str, int],
) -> _Votes:
    """Count what other pages say of a page's day; those that ``begin`` alike are one."""
    votes = _Votes()
    if front is None:
        return votes
    own = front.own
    if not own and document in days:  # nothing on the page hangs on its day
        return votes
    own_telling = [t for t in own if dates_telling(t)]
    told_first: dict[str | int, str] = {}
    for number, share in told.sentences:
        theirs = index.sentence(number)
        # copies of one sentence have one vote: that of the page named first
        teller = told_first.setdefault(" ".join(theirs.span.text.split()), theirs.document)
        anchor = days[theirs.document][0] if theirs.document in days else None
        for time, telling in zip(theirs.times, theirs.telling, strict=True):
            implied = _after(time)
            if implied is not None:
                votes.add(f"{teller} after", implied, _RELATIVE * min(1.0, share / _SURE))
                votes.words.setdefault(f"{teller} after", (time.sentence,))
            elif own and can_date(time):
                _vote(votes, own_telling if telling else own, teller, time, anchor, share)
    for number, cosine in told.pages:
        other = index.page(number)
        if other in days and (document in days or cosine >= _LIKE_UNDATED):
            first, last = days[other]
            fitting = [first + dt.timedelta(days=n) for n in range(-1, (last - first).days + 2)]
            teller = told_first.setdefault(begins.get(other) or other, other)
            votes.add(teller + _NEWS, fitting, min(1.0, cosine / _VERY))
            votes.words.setdefault(teller + _NEWS, (front.first,))
    return votes


def _copied(earlier: EarlierPrint | None, printed: dt.date | None) -> EarlierPrint | None:
    """Return the print of a page's text that is too much older than its date; none if none is."""
    if earlier is None or printed is None or (printed - earlier.day).days < _STALE:
        return None
    return earlier


def _vote_first_print(
    votes: _Votes,
    earlier: EarlierPrint,
    front: _Front | None,
    other: _Front | None,
    ids: Sequence[str],
) -> None:
    """Count that a text was written by the day on which another page printed it."""
    if front is None or other is None:
        return
    voter = f"{ids[earlier.page]} text"
    votes.add(voter, (earlier.day - _DAY_OFF, earlier.day), _OVERRULING)
    votes.words[voter] = (front.first, other.first)


def _vote(
    votes: _Votes,
    own: Sequence[TimeExpression],
    teller: str,
    time: TimeExpression,
    anchor: dt.date | None,
    alike: float,
) -> None:
    if time.form is None:
        return
    date = resolved(time.form, time.tense, anchor, time.span)
    if date is None:
        return
    first, last = date.first, date.last
    length = (last - first).days
    if length > _MONTH:
        return
    weight = _VAGUE if length > _PRECISE else _CALENDAR if _calendar(time) else _RELATIVE
    for mine in own:
        fitting = _fitting(mine.form, mine.tense, first, last) if mine.form is not None else ()
        if not fitting:
            continue
        votes.add(teller, fitting, weight * min(1.0, alike / _SURE))
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
        if meant is None or (meant.latest - meant.earliest).days > _MONTH:
            continue
        if meant.earliest <= last and first <= meant.latest:
            found.append(day)
    return tuple(found)


def _own_words(document: Document, times: Sequence[TimeExpression], votes: _Votes) -> None:
    """Count what the page says of its own day: "this comes three years after the war of …"."""
    stated = [t for t in times if t.date is not None and t.date.basis == "stated"]
    for time in stated:
        if (days := _after(time)) is not None:
            votes.add(document.id, days, _OWN)
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
            votes.add(document.id, (first + dt.timedelta(days=n) for n in range(365)), _YEAR)
            votes.words.setdefault(document.id, (span,))


def _filed_on(line: Dateline, printed: dt.date | None, votes: _Votes) -> dt.date | None:
    """Return the day that a dateline means; none if nothing tells its year.

    Without a year it is the last such day before the printed date, or one that other pages
    support: a page may be printed again in another year.
    """
    if line.year is not None:
        return line.in_year(line.year)
    years = {day.year for day in votes.days}
    if printed is not None:
        years |= {printed.year, printed.year - 1}
    days = [d for year in years if (d := line.in_year(year)) is not None]
    days = [d for d in days if printed is None or d <= printed + _SLACK]
    best = max(days, key=lambda d: (votes.of(d), d), default=None)
    return best if best is not None and (printed is not None or votes.of(best) > 0) else None


def _filing(day: dt.date, words: Span, basis: DateBasis = "stated") -> Written:
    iso = day.isoformat()
    date = Date(edtf=iso, earliest=iso, latest=iso, basis=basis, evidence=(words,))
    return Written(date, (words,), (words.document,))


def _without_year(
    document: Document,
    times: Sequence[TimeExpression],
    filed: tuple[Dateline, Span] | None,
    partial: Sequence[tuple[PartialDate, PageWords]],
    heap: Sequence[dt.date],
) -> Written | None:
    """Return the day that a dateline or a line around the story prints without its year."""
    after = _latest_stated(times)
    beside = [day for day, _ in partial]
    if filed is not None:
        line, words = filed
        alone = PartialDate(line.month, line.day, None, line.start, line.end, 0, own=True)
        day = day_of_year(alone, beside, heap, after)
        return _filing(day, words, "resolved") if day is not None else None
    for printed, page_words in partial:
        day = day_of_year(printed, beside, heap, after)
        if day is not None:
            iso = day.isoformat()
            evidence = (page_words,)
            date = Date(
                edtf=iso, earliest=iso, latest=iso, basis="resolved", page_evidence=evidence
            )
            return Written(date, (), (document.id,))
    return None


def _read_as(printed: Date, day: dt.date) -> Written:
    """Return a date of two readings in the one that is meant."""
    iso = day.isoformat()
    date = Date(
        edtf=iso,
        earliest=iso,
        latest=iso,
        basis="page",
        evidence=printed.evidence,
        page_evidence=printed.page_evidence,
    )
    return Written(date, printed.evidence, ())


def _is_filing(written: Written | None) -> bool:
    return written is not None and written.date.basis == "stated"


def _after(time: TimeExpression) -> list[dt.date] | None:
    """Return the days that "comes three years after" a date in its sentence can mean."""
    match = _AFTER_WAR.search(time.sentence.text)
    if match is None or time.date is None or time.date.basis != "stated":
        return None
    count = amounts(match[1].split()[-1:])
    if not count or count[0].low is None or match.end() > time.span.start - time.sentence.start:
        return None
    unit = _DAYS[match[2].lower().rstrip("s")]
    slack = dt.timedelta(days=unit / 12 if unit > _MONTH else unit / 2)
    shift = dt.timedelta(days=round(count[0].low * unit))
    try:
        first, last = time.date.first + shift - slack, time.date.last + shift + slack
    except OverflowError:
        return None
    if (last - first).days > _YEAR_LONG:
        return None
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def _judge(
    document: Document,
    times: Sequence[TimeExpression],
    votes: _Votes,
    printed: dt.date | None,
    copied: EarlierPrint | None,
    front: _Front | None,
) -> Written | None:
    """Return the day with the most votes, if they are enough to believe it."""
    latest = _latest_stated(times)
    day_of = document.page_date
    if day_of is not None and printed is None:
        return None
    others = {_page_of(v) for voters in votes.days.values() for v in voters} - {document.id}
    if not others:
        return None
    best = max(votes.of(day) for day in votes.days)
    if best < (_DATING if printed is None else _OVERRULING):
        return None
    days = sorted(d for d in votes.days if votes.of(d) >= best - 1e-9)
    if printed is None and front is not None and _looks_ahead(front.own, days, votes.told):
        # a follow-up has its news in common with earlier pages: its own words alone are asked
        most = max(map(votes.by_words, votes.days))
        days = sorted(d for d in votes.days if votes.by_words(d) >= most - 1e-9)
    first, last = days[0], days[-1]
    if (last - first).days > _MONTH or (latest is not None and latest > last):
        return None
    if printed is not None and (
        (printed - last).days < _STALE
        or votes.near(printed, copied.copies if copied is not None else frozenset())
        or (copied is None and _names(times, first, last))
    ):
        return None
    if latest is not None:
        first = max(first, latest)
    voters = sorted({v for d in days for v in votes.days[d]})
    supporters = sorted({_page_of(v) for v in voters})
    evidence: dict[tuple[str, int], Span] = {}
    for voter in voters:
        for span in votes.words.get(voter, ()):
            evidence.setdefault((span.document, span.start), span)
    return Written(
        _interval(first, last, tuple(evidence.values())),
        tuple(evidence.values()),
        tuple(supporters),
    )


def _looks_ahead(
    own: Iterable[TimeExpression], days: Sequence[dt.date], told: dt.date | None
) -> bool:
    """Say whether a past weekday of a page, if written then, lies before the day that it tells of.

    "On Saturday" behind "last Tuesday" is most often the Saturday after.
    """
    for time in own:
        if told is None or time.form is None or time.form.kind != "weekday":
            continue
        meant = resolve(time.form, days[-1], time.tense) if time.tense == "past" else None
        if meant is not None and meant.latest < told:
            return True
    return False


def _names(times: Sequence[TimeExpression], first: dt.date, last: dt.date) -> bool:
    """Say whether a page names the judged days by the calendar, as news of them does not.

    News of the week has weekdays: "the Aug. 7 bombing" is looked back at.
    """
    stands = {t.sentence.start for t in times if hanging(t)}
    for time in times:
        if not _calendar(time) or time.form is None or time.sentence.start in stands:
            continue
        if len(_LETTERS.findall(time.sentence.text)) < _WORDS:  # a line of the page's own date
            continue
        day = resolved(time.form, "past", last + dt.timedelta(days=_STALE), time.span)
        if day is not None and first - _DAY_OFF <= day.first <= last + _DAY_OFF:
            return True
    return False


def _page_of(voter: str) -> str:
    return voter.split()[0]


def _interval(first: dt.date, last: dt.date, evidence: tuple[Span, ...]) -> Date:
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Date(
        edtf=edtf,
        earliest=first.isoformat(),
        latest=last.isoformat(),
        basis="linked",
        evidence=evidence,
    )


def _latest_stated(times: Sequence[TimeExpression]) -> dt.date | None:
    """Return the latest day written out in full as past: the text was written after it."""
    days = [
        t.date.first
        for t in times
        if t.date is not None and t.date.basis == "stated" and t.tense != "future"
    ]
    return max(days, default=None)


def _day(date: Date | None) -> dt.date | None:
    return date.first if date is not None and date.length == 0 else None
