"""When each page was written, judged from its own words and from the other pages.

A page printed again, or dated by the machine that saved it, tells of "Tuesday" under a date months
later. A printed date stands unless no page supports it and enough support another day weeks away,
or the story's own dateline or dates do.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from histor.clean.datelines import Dateline
from histor.clean.printed_dates import PartialDate
from histor.link.copies import Copy
from histor.link.day_votes import (
    NAMED_AGO,
    vote_by_days_named,
    vote_by_landmarks,
    vote_by_own_words,
    vote_first_print,
    votes_for,
)
from histor.link.earlier_prints import EarlierPrint, earlier_prints
from histor.link.filed import filed_on_page, repeats_printed
from histor.link.fronts import Front, front_of
from histor.link.judged_days import COPY_STALE, STALE, Written, interval, judged_day
from histor.link.landmarks import Landmark, Landmarks
from histor.link.nearest_days import around
from histor.link.own_dates import OwnDates, own_dates
from histor.link.pages import Pages
from histor.link.rewrites import Rewrite
from histor.link.told_alike import DatedSentences, Told
from histor.link.vectors import News
from histor.link.votes import Votes
from histor.link.without_year import day_of_two, day_of_year, partial_dates
from histor.records import (
    Date,
    DateBasis,
    Finding,
    PageRecord,
    PageWords,
    Span,
    make_id,
)
from histor.shelf import Shelf

__all__ = ["Written", "stale_dates", "written_dates"]

_PASSES = 3
#: how long before a day that a page looks ahead to it can have been written
_YEAR_AHEAD = dt.timedelta(days=365)
#: days on either side of a printed date on which nobody else writes, printed days of the heap that
#: are of the days that the page names, and how long before these they can be
_ALONE, _OF_THEN, _THEN_BEFORE = 30, 2, 3
#: how much later than its printed date a story can have been filed: a page is brought up to date
_SLACK = dt.timedelta(days=7)


def written_dates(
    pages: Sequence[PageRecord],
    same_text: Collection[Copy],
    rewrites: Collection[Rewrite],
    news: News,
    entity_of: Callable[[str], str],
) -> dict[str, Written]:
    """Return for each page that the heap dates otherwise than itself, or at all, its day.

    Args:
        pages: the case's pages, in a fixed order.
        same_text: the copies among them.
        rewrites: who retells whom of them.
        news: their words.
        entity_of: a page's entity id to that of the case, a country for its people.
    """
    pages = Pages.of(pages)
    index = DatedSentences(pages, news.texts, entity_of)
    fronts: Shelf[Front | None] = Shelf(Front | None)
    calendars: Shelf[OwnDates] = Shelf(OwnDates)
    printed: list[dt.date | None] = []
    begins: dict[str, int] = {}
    filed: dict[int, tuple[Dateline, Span]] = {}
    partial: dict[int, list[tuple[PartialDate, PageWords]]] = {}
    for n, document in enumerate(pages.documents):
        front = front_of(document, pages.times[n], news.texts.told(n))
        if front is not None:
            begins[document.id] = hash(" ".join(front.first.text.split()))
        fronts.append(front)
        calendars.append(own_dates(document, pages.times[n]))
        printed.append(_day(document.page_date))
        if (line := filed_on_page(document, pages.times[n])) is not None:
            filed[n] = line
        if printed[-1] is None and (days_only := partial_dates(document)):
            partial[n] = days_only
    heap = sorted({day for day in printed if day is not None})
    years = {y for day in heap for y in (day.year - 1, day.year, day.year + 1)}
    alone: dict[int, Written] = {}
    for n, calendar in enumerate(calendars):
        judged_alone = _by_own_dates(calendar, printed[n], years, heap)
        if judged_alone is not None:
            alone[n] = judged_alone
    of_two = {
        document.id: _read_as(document.page_date, day)
        for n, document in enumerate(pages.documents)
        if document.page_date is not None
        and printed[n] is None
        and (day := day_of_two(document.page_date, heap, pages.times[n])) is not None
    }
    retold = _retold(rewrites, pages.numbers)
    before = earlier_prints(same_text, pages.numbers, printed)
    told = Shelf(
        Told,
        (index.told_alike(n, front.beside if front else ()) for n, front in enumerate(fronts)),
    )
    # a page without a date of its own is judged, and bears no witness
    own = {d: (day, day) for d, day in zip(pages.ids, printed, strict=True) if day is not None}
    days = own
    carried = _carried(same_text, rewrites)
    landmarks = Landmarks(pages, printed, entity_of)

    @cache
    def supported(document: str) -> bool:
        """Say whether a page that does not carry the same text speaks for the day of one."""
        n, others = pages.numbers[document], carried.get(document, set())
        day = printed[n]
        if day is None:
            return False
        votes = votes_for(document, fronts[n], told[n], index, own, begins, fronts)
        return votes.without(others).near(day)

    judged: dict[str, Written] = dict(of_two)
    asked: Iterable[int] = range(len(pages))
    for _ in range(_PASSES):
        found = dict(judged)
        for n in asked:
            id_ = pages.ids[n]
            if id_ in of_two:
                continue
            found.pop(id_, None)
            votes = votes_for(id_, fronts[n], told[n], index, days, begins, fronts)
            copied = _copied(before.get(n), printed[n])
            if copied is not None and _belied(judged.get(pages.ids[copied.page]), copied.day):
                copied = None  # the first print bears a false date itself
            vote_by_landmarks(votes, _vouched(landmarks.of(n), printed[n], told[n], pages, heap))
            if copied is not None:
                vote_first_print(votes, copied, fronts[n], fronts[copied.page], pages.ids)
            if not (votes.days or n in filed or n in partial or n in alone or n in retold):
                continue
            document, times = pages.documents[n], pages.times[n]
            vote_by_own_words(document, times, votes)
            named_last = _left_alone(calendars[n], printed[n], heap)
            if named_last is not None:
                vote_by_days_named(document, named_last, votes)
            doubted = named_last is not None
            one = judged_day(
                document,
                times,
                votes,
                printed[n],
                copied,
                fronts[n],
                calendars[n],
                doubted,
                _alone(printed[n], heap),
                {d for d in carried.get(id_, ()) if not supported(d)},
            )
            if one is None and n in alone and not _near(votes, printed[n]):
                one = alone[n]
            if n in filed and (one is None or not repeats_printed(document, filed[n][1])):
                told_line, words = filed[n]
                told_on = _filed_on(told_line, printed[n], votes)
                one = _filing(told_on, words) if told_on else one
            if printed[n] is None and (n in filed or one is None):
                # a dateline outranks the votes even where it names no year
                day_only = _without_year(
                    fronts[n], calendars[n].since, filed.get(n), partial.get(n, []), heap
                )
                one = (one if _is_filing(one) else day_only) or one
            if printed[n] is None and not _is_filing(one):
                one = _of_original(retold.get(n, ()), days, calendars[n]) or one
            if one is not None:
                found[id_] = one
        judged = found
        known, first = days, before
        # a dateline is a date of the page's own, though the year is told by others
        filings = {
            n: one.date.first
            for n, (_, words) in filed.items()
            if printed[n] is None
            and (one := judged.get(pages.ids[n])) is not None
            and one.evidence == (words,)
        }
        days = own | {d: (w.date.first, w.date.last) for d, w in judged.items() if d in own}
        days |= {pages.ids[n]: (day, day) for n, day in filings.items()}
        bearing = [day or filings.get(n) for n, day in enumerate(printed)]
        before = earlier_prints(same_text, pages.numbers, bearing)
        # what is judged hangs on the days of the pages that tell the same, and on nothing else
        moved = {pages.numbers[d] for d, day in days.items() if known.get(d) != day}
        asked = [
            n
            for n, one in enumerate(told)
            if (moved and index.hangs_on(one, moved)) or before.get(n) != first.get(n)
        ]
    return judged


def stale_dates(pages: Iterable[PageRecord], written: Mapping[str, Written]) -> tuple[Finding, ...]:
    """Return a finding for each page whose printed date cannot be squared with its text, by id."""
    pages = Pages.of(pages)
    found = []
    for n in sorted(pages.numbers[d] for d in written):
        document = pages.documents[n]
        judged = written[document.id]
        if document.page_date is None:
            continue
        if abs((document.page_date.last - judged.date.last).days) < judged.least:
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


def _carried(same_text: Iterable[Copy], rewrites: Iterable[Rewrite]) -> dict[str, set[str]]:
    """Return for each page those that have its text, in its words or in others."""
    found: dict[str, set[str]] = defaultdict(set)
    pairs = [(p.dependent, p.source) for p in same_text] + [
        (p.dependent, p.source) for p in rewrites
    ]
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


def _retold(
    rewrites: Iterable[Rewrite], numbers: Mapping[str, int]
) -> dict[int, list[tuple[str, float, tuple[Span, Span]]]]:
    """Return for each page those of which the one retells the other, the surest first.

    With their ids, how sure it is, and a passage of the page beside the other's.
    """
    found: dict[int, list[tuple[str, float, tuple[Span, Span]]]] = defaultdict(list)
    for rewrite in rewrites:
        here, there = rewrite.passages[0]
        found[numbers[rewrite.dependent]].append((rewrite.source, rewrite.score, (here, there)))
        found[numbers[rewrite.source]].append((rewrite.dependent, rewrite.score, (there, here)))
    return {n: sorted(own, key=lambda r: (-r[1], r[0])) for n, own in found.items()}


def _of_original(
    retold: Iterable[tuple[str, float, tuple[Span, Span]]],
    days: Mapping[str, tuple[dt.date, dt.date]],
    calendar: OwnDates,
) -> Written | None:
    """Return the day of the report that an undated page retells: its "on Tuesday" hangs on it."""
    for other, _, words in retold:
        if other in days and calendar.fits(days[other][1]):
            return Written(interval(*days[other], words), words, (other,))
    return None


def _count(n: int) -> str:
    return "another page" if n == 1 else f"{n} other pages"


def _copied(earlier: EarlierPrint | None, printed: dt.date | None) -> EarlierPrint | None:
    """Return the print of a page's text that is too much older than its date; none if none is."""
    if earlier is None or printed is None or (printed - earlier.day).days < COPY_STALE:
        return None
    return earlier


def _belied(judged: Written | None, printed: dt.date) -> bool:
    """Say whether a page was judged to be of another time than the day that it bears."""
    return judged is not None and not (
        judged.date.first - _SLACK <= printed <= judged.date.last + _SLACK
    )


def _filed_on(line: Dateline, printed: dt.date | None, votes: Votes) -> dt.date | None:
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
    front: Front | None,
    after: dt.date | None,
    filed: tuple[Dateline, Span] | None,
    partial: Sequence[tuple[PartialDate, PageWords]],
    heap: Sequence[dt.date],
) -> Written | None:
    """Return the day that a dateline or a line around the story prints without its year."""
    beside = [day for day, _ in partial]
    if filed is not None:
        line, words = filed
        alone = PartialDate(line.month, line.day, None, line.start, line.end, 0, own=True)
        day = day_of_year(alone, beside, heap, after, _past_weekdays(front))
        return _filing(day, words, "resolved") if day is not None else None
    for printed, page_words in partial:
        day = day_of_year(printed, beside, heap, after)
        if day is not None:
            iso = day.isoformat()
            evidence = (page_words,)
            date = Date(
                edtf=iso, earliest=iso, latest=iso, basis="resolved", page_evidence=evidence
            )
            return Written(date, (), ())
    return None


def _past_weekdays(front: Front | None) -> set[int]:
    """Return the weekdays on which a page's news was, Monday 0."""
    own = front.own if front is not None else ()
    return {
        time.form.weekday
        for time in own
        if time.tense == "past" and time.form is not None and time.form.weekday is not None
    }


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


def _by_own_dates(
    calendar: OwnDates,
    printed: dt.date | None,
    years: Collection[int],
    heap: Sequence[dt.date],
) -> Written | None:
    """Return when a page was written by its own dates alone, if they say so."""
    week = calendar.news_days(printed, years)
    if week is not None and calendar.news is not None:
        first, last = week
        if printed is None or (printed - last).days >= STALE:
            words = (calendar.news.span,)
            return Written(interval(first, last, words, "resolved"), words, ())
    if printed is None:
        between = (
            calendar.open_days(heap) or calendar.rest_of_month(heap) or calendar.soon_after(heap)
        )
    else:
        between = calendar.between(printed, STALE)
    if between is not None:
        first, last, ahead_words = between
        return Written(interval(first, last, (ahead_words,), "resolved"), (ahead_words,), ())
    until, ahead = calendar.until, calendar.ahead
    if printed is None or until is None or ahead is None or not calendar.refuted(printed, STALE):
        return None
    since = calendar.since or until - _YEAR_AHEAD
    return Written(interval(since, until, (ahead,), "resolved"), (ahead,), ())


def _vouched(
    landmarks: Iterable[Landmark],
    printed: dt.date | None,
    told: Told,
    pages: Pages,
    heap: Sequence[dt.date],
) -> Iterator[Landmark]:
    """Yield the disasters that can date a page.

    Where it bears a day, they must be told on a page of like news, and be the only ones of their
    kind, or nobody else writes about the day that it bears.
    """
    like = {pages.ids[other] for other, _ in told.pages}
    for landmark in landmarks:
        if printed is None or (
            not like.isdisjoint(landmark.tellers)
            and (landmark.share == 1.0 or _alone(printed, heap))
        ):
            yield landmark


def _left_alone(
    calendar: OwnDates, printed: dt.date | None, heap: Sequence[dt.date]
) -> dt.date | None:
    """Return the last day that a page names, if the heap's pages are of then and not of its own.

    Without a year, and long before the day that it bears: "the ruling of 19 November" in March.
    ``heap``: the days on which its pages were printed, each once and in order.
    """
    last = calendar.named_last(printed, STALE) if printed is not None else None
    if last is None or printed is None:
        return None
    if not _alone(printed, heap):
        return None
    of_then = around(heap, last, _THEN_BEFORE, NAMED_AGO)
    return last if len(of_then) >= _OF_THEN else None


def _alone(printed: dt.date | None, heap: Sequence[dt.date]) -> bool:
    """Say whether no other page of the heap bears a day near a printed one."""
    if printed is None:
        return False
    return all(day == printed for day in around(heap, printed, _ALONE, _ALONE))


def _near(votes: Votes, printed: dt.date | None) -> bool:
    return printed is not None and votes.near(printed)


def _day(date: Date | None) -> dt.date | None:
    return date.first if date is not None and date.length == 0 else None
