"""Lines of a timeline, whose date stands before them: "June 5: rebels free six nurses".

Two forms are read: the date and a colon or dash before the line's words, and, where a page has two
such lines or more, a line that is a date alone and dates the lines that follow it. The hours, or
days and hours, that open the entries of a live page date the first sentence of each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from histor.clean.live_entries import is_stamp
from histor.extract.dates.chronicles import stamps
from histor.extract.dates.event_dates import OTHER_TIMES
from histor.extract.events.telling_above import told_by
from histor.extract.tokens import prepositions, text_of
from histor.records import TimeExpression

__all__ = ["Timeline"]

#: what may stand before a line's date, and right after it
_LEAD = re.compile(r"[\s\-–—•*·▪►]*(?:[Oo]n\s|[Ii]n\s)?")
_MARK = re.compile(r"\s?(?::|[–—]|-(?=\s))\s?(?=\S)")
_END = re.compile(r"[\s,|–—-]*(?:\d{1,2}[:.h]\d\d(?:\s?[A-Z]{2,4}|\s?[ap]\.?m\.?)?)?\s*:?\s*$")
_STOP = re.compile(r"[.!?…][\"'”’)]*$")
_KINDS = frozenset(["calendar", "weekday", "month_of_year", "unit", "season"])
#: lines of a date alone that make a timeline, and how many lines each dates
_HEADINGS, _REACH = 2, 3
#: entries that a live page opens with their hour
_STAMPS = 3
_LONG_PAST = frozenset(["had", "'d", "’d"])
#: tags of the present tense, and helpers of the perfect
_PRESENT, _JUST_DONE = frozenset(["VBZ", "VBP"]), frozenset(["has", "have", "'ve", "’ve"])
#: arcs to what was at a time of its own
_MEANWHILE = frozenset(["as", "while", "when"])
_APART = frozenset(["acl:relcl", "acl", "amod", "advcl"])
#: verbs that tell of what is going on at that hour
_SENSING = frozenset("hear see witness report record confirm note say".split())
_OVER = frozenset(["over", "after", "following", "amid", "despite", "since", "before"])


class Timeline:
    """The dates that stand before a page's lines."""

    def __init__(self, text: str, times: Sequence[TimeExpression]) -> None:
        """Find the dated lines of a text among its time expressions."""
        first: dict[int, TimeExpression] = {}
        hours = [t for t in times if t.date is not None and _stamps(t)]
        hours = hours if len(hours) >= _STAMPS else []
        of_days = (t for t in times if t.date is not None and t.form and t.form.kind in _KINDS)
        for time in (*of_days, *hours):
            first.setdefault(text.rfind("\n", 0, time.span.start) + 1, time)
        #: lines with their own date, and lines of a date alone, by where they start
        self._own: dict[int, TimeExpression] = {}
        alone: dict[int, TimeExpression] = {}
        for start, time in first.items():
            lead = _LEAD.match(text, start)
            if lead is None or lead.end() != time.span.start:
                continue
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if _END.match(text, time.span.end, end):
                alone[start] = time
            elif _MARK.match(text, time.span.end) or _stamps(time):
                self._own[start] = time
        self._lines = [0, *(m.end() for m in re.finditer(r"\n+", text))]
        if len(alone) >= _HEADINGS:
            self._spread(text, alone, [t for t in times if t.form and t.form.kind in _KINDS])

    def _spread(
        self,
        text: str,
        alone: Mapping[int, TimeExpression],
        told: Sequence[TimeExpression],
    ) -> None:
        """Date the lines that follow a date alone.

        A heading between them is of the day that the line below it tells, if it tells one.
        """
        days = {bisect_right(self._lines, t.span.start) - 1: t for t in reversed(told)}
        for start, time in alone.items():
            at = bisect_right(self._lines, start)
            below = self._lines[at : at + _REACH]
            for n, line in enumerate(below, at):
                if line in alone or line in self._own:
                    break
                own = days.get(n + 1)
                heading = _STOP.search(text[line:].partition("\n")[0]) is None
                if not heading or own is None or own.date == time.date:
                    self._own[line] = time

    def of(self, event: Token, *, whose: bool = True) -> TimeExpression | None:
        """Return the date before the line that tells an event; none if it has none.

        ``whose``: whether parties or a place are told; without them an hour dates what is heard and
        felt alone, not "we are closing this page".
        """
        line = self._lines[bisect_right(self._lines, event.idx) - 1]
        time = self._own.get(line)
        if time is None or _of_another_time(event):
            return None
        news = _is_the_news(event, line, time) and (whose or event.pos_ == "NOUN")
        return time if news or not _stamps(time) else None


def _stamps(time: TimeExpression) -> bool:
    """Say whether an expression is the hour that opens an entry of a live page, or its day."""
    if time.form is not None and time.form.kind == "calendar":
        return is_stamp(time.sentence.text)
    return stamps(time.form, time.span.start, time.sentence.start)


def _is_the_news(event: Token, line: int, hour: TimeExpression) -> bool:
    """Say whether an event stands in the first sentence of an entry and is not told as long past.

    What an entry tells after its news may be of any day, unless it is told as going on or just
    done: "Four suspects have been arrested".
    """
    helpers = {c.lower_ for word in (event, event.head) for c in word.children}
    if helpers & _LONG_PAST:
        return False
    own = {c.lower_ for c in event.children if c.pos_ == "AUX"}
    if event.tag_ in _PRESENT or own & _JUST_DONE:
        return True
    start = event.sent.start_char
    return start >= line and text_of(event.doc)[line:start].strip() in {"", hour.span.text}


def _of_another_time(event: Token) -> bool:
    """Say whether an event is only told beside another: "freed the men seized in a raid"."""
    teller = told_by(event)
    if teller is not None and teller.lemma_.lower() not in _SENSING:  # "X condemns the attack"
        return True
    for word in (event, *event.ancestors):
        marks = {c.lower_ for c in word.children if c.dep_ in {"mark", "advmod"}}
        along = word.dep_ == "advcl" and (word.tag_ == "VBG" or marks & _MEANWHILE)
        if word.dep_ in _APART and not along:
            return True
        if prepositions(word) & _OVER or marks & OTHER_TIMES:
            return True
    return False
