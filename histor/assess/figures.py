"""Numbers given for one thing that cannot all be right, and who gives which.

Two figures are compared when they count the same (killed with killed), and stand in accounts of one
event: mentions the linking joined, or sentences of like words about like parties in one week.
Numbers conflict when their ranges do not meet; victims do when one number counts different people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from histor.link.vectors import News, Vector, cosine
from histor.records import Document, Event, Figure, Finding, FindingKind, Span, make_id

__all__ = ["counts_the_same", "figure_conflicts"]

#: cosine of two sentences from which they can tell one thing, in pages of one story and of two
_ALIKE, _VERY = 0.25, 0.35
#: days between pages of two stories that can tell one thing
_MONTH = 30
#: figures of one quantity that a figure is compared with
_COMPARED = 60
#: shares by which a rounded number may miss
_ROUNDING = 0.1
_CORRECTED = re.compile(r"\b(?:correct|revis|retract|amend)\w*", re.I)
_COUNTED = frozenset(["killed", "injured", "missing", "displaced", "detained"])
#: people who are not each other, by words of their heads
_CLASSES = {
    "soldiers": "soldier soldiers troop troops serviceman servicemen military army",
    "police officers": "police policeman policemen officer officers constable constables",
    "civilians": "civilian civilians resident residents villager villagers people person persons",
    "children": "child children",
    "fighters": "militant militants rebel rebels fighter fighters insurgent insurgents gunmen",
    "journalists": "journalist journalists reporter reporters",
}
_WIDE = frozenset(["civilians"])
#: words that count anybody
_GENERAL = frozenset(["", "people", "person", "live", "life", "dead", "victim", "other", "body"])
_PART = re.compile(
    r"\b(?:including|among (?:them|those|whom)|of (?:those|them|whom|the dead|the victims|which))"
    r"\W+(?:\w+\W+){0,4}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Account:
    figure: Figure
    event: Event
    sentence: Span
    words: Vector
    document: Document
    #: all the numbers of the sentence
    numbers: frozenset[tuple[str, float | None, float | None]]


def figure_conflicts(
    events: Sequence[Event],
    documents: Mapping[str, Document],
    origin_of: Mapping[str, str],
    news: News,
) -> tuple[Finding, ...]:
    """Return the conflicts by id: ``figure_conflict`` of numbers, ``contradiction`` of victims."""
    accounts = list(_accounts(events, documents, news))
    groups: dict[str, list[_Account]] = defaultdict(list)
    for account in accounts:
        groups[account.figure.quantity].append(account)
    found: dict[tuple[object, ...], Finding] = {}
    for group in groups.values():
        for n, first in enumerate(group):
            for second in group[n + 1 : n + 1 + _COMPARED]:
                if origin_of[first.document.id] == origin_of[second.document.id]:
                    continue
                if not _one_matter(first, second):
                    continue
                finding = _compared(first, second)
                if finding is not None:
                    # one finding for each two numbers of a story, however many pages repeat them
                    numbers = tuple(sorted(_bounds(x.figure) for x in (first, second)))
                    key = (finding.kind, first.figure.quantity, first.document.story, numbers)
                    found.setdefault(key, finding)
    return tuple(sorted(found.values(), key=lambda f: f.id))


def _bounds(figure: Figure) -> tuple[float, float]:
    return figure.low or 0.0, figure.high if figure.high is not None else float("inf")


def _accounts(
    events: Sequence[Event], documents: Mapping[str, Document], news: News
) -> Iterator[_Account]:
    sentences = {
        d: {span.start: words for span, words in told} for d, told in news.sentences.items()
    }
    inside: dict[str, list[Figure]] = defaultdict(list)
    for event in events:
        for figure in event.figures:
            inside[figure.span.document].append(figure)
    for event in events:
        for figure in event.figures:
            if figure.quantity not in _COUNTED:
                continue
            document = documents[figure.span.document]
            bounds = next(
                ((s, e) for s, e in document.sentences if s <= figure.span.start < e), None
            )
            if bounds is None:
                continue
            text = document.text[bounds[0] : bounds[1]]
            span = Span(document=document.id, start=bounds[0], end=bounds[1], text=text)
            words = news.vector(sentences[document.id].get(bounds[0], []))
            numbers = frozenset(
                (f.quantity, f.low, f.high)
                for f in inside[document.id]
                if bounds[0] <= f.span.start < bounds[1]
            )
            yield _Account(figure, event, span, words, document, numbers)


def _one_matter(a: _Account, b: _Account) -> bool:
    """Say whether two figures count the same thing of the same event."""
    if a.event.id == b.event.id:
        return True
    if a.event.date and b.event.date and not _meet(a.event, b.event):
        return False
    if a.document.story != b.document.story:
        return _together(a.document, b.document) and cosine(a.words, b.words) >= _VERY
    # "four … and two civilians" on both pages is one toll, in whatever words
    return len(a.numbers & b.numbers) > 1 or cosine(a.words, b.words) >= _ALIKE


def _together(a: Document, b: Document) -> bool:
    one, other = a.written, b.written
    if one is None or other is None:
        return True
    days = [one.first, other.first]
    return abs((days[0] - days[1]).days) <= _MONTH


def _meet(a: Event, b: Event) -> bool:
    one, other = a.date, b.date
    return bool(one and other and one.earliest <= other.latest and other.earliest <= one.latest)


def _compared(a: _Account, b: _Account) -> Finding | None:
    mine, theirs = _class(a.figure.who), _class(b.figure.who)
    if _ranges_meet(a.figure, b.figure):
        # the same exact number of different people
        exact = a.figure.low == a.figure.high == b.figure.low == b.figure.high
        if not exact or not mine or not theirs or mine == theirs or {mine, theirs} & _WIDE:
            return None
        return _finding("contradiction", a, b, mine, theirs)
    if _part(a) or _part(b) or not counts_the_same(a.figure, b.figure):
        return None
    if any(_ranges_meet(total, b.figure) for total in _totals(a)):
        return None
    if any(_ranges_meet(total, a.figure) for total in _totals(b)):
        return None
    # nobody and somebody is more than a number misread
    kind: FindingKind = (
        "contradiction" if 0.0 in (a.figure.high, b.figure.high) else "figure_conflict"
    )
    return _finding(kind, a, b, _worded(a.figure), _worded(b.figure))


def _part(account: _Account) -> bool:
    """Say whether a figure counts some of those that another figure counts: "including nine"."""
    figure, sentence = account.figure.span, account.sentence
    return _PART.search(sentence.text[: figure.start - sentence.start]) is not None


def counts_the_same(a: Figure, b: Figure) -> bool:
    """Say whether two figures count the same people, so that one of them must be wrong.

    "Two women" and "three people" may both be right; "nine people" and "31 miners" may not.
    """
    one, other = _head(a.who), _head(b.who)
    if one == other:
        return True
    general = [one in _GENERAL, other in _GENERAL]
    if all(general):
        return True
    if not any(general):
        return False
    whole, some = (a, b) if general[0] else (b, a)
    if (some.who or "").split()[-1][:1].isupper():  # "twelve Americans" among others
        return False
    return (some.low or 0.0) > (whole.high if whole.high is not None else float("inf"))


def _totals(account: _Account) -> list[Figure]:
    """Return what the numbers of a sentence come to: "two women and one man" are three."""
    same = [(low, high) for q, low, high in account.numbers if q == account.figure.quantity]
    if len(same) < 2:
        return []
    low = sum(x or 0.0 for x, _ in same)
    high = sum(x for _, x in same if x is not None) if all(h is not None for _, h in same) else None
    return [msgspec.structs.replace(account.figure, low=low, high=high)]


def _head(who: str | None) -> str:
    words = (who or "").lower().split()
    return words[-1].rstrip("s") if words else ""


def _finding(kind: FindingKind, a: _Account, b: _Account, mine: str, theirs: str) -> Finding:
    first, second = sorted((a, b), key=_order)
    if first is not a:
        mine, theirs = theirs, mine
    named = [f"“{x.document.label}”" for x in (first, second)]
    quantity = first.figure.quantity
    if kind == "contradiction" and first.figure.low == second.figure.low:
        number = f"{first.figure.low:g}"
        classes = [_class(x.figure.who) for x in (first, second)]
        summary = (
            f"The {number} {quantity} are {classes[0]} in {named[0]}, {classes[1]} in {named[1]}."
        )
    else:
        why = _why(first, second)
        summary = f"{quantity.capitalize()}: {mine} in {named[0]}, {theirs} in {named[1]}{why}."
    return Finding(
        id=make_id("finding", kind, first.figure.span.place, second.figure.span.place),
        kind=kind,
        summary=summary,
        evidence=(first.figure.span, first.sentence, second.figure.span, second.sentence),
        events=tuple(sorted({first.event.id, second.event.id})),
        claims=tuple(c for x in (first, second) if (c := x.figure.claim)),
        documents=(first.document.id, second.document.id),
    )


def _why(first: _Account, second: _Account) -> str:
    """Say how two numbers can differ: a later and higher toll, or a rounding."""
    low, high = first.figure.low or first.figure.high, second.figure.low or second.figure.high
    if low is None or high is None:
        return ""
    one, other = first.document.written, second.document.written
    later = second.document.title or "", second.sentence.text
    if one and other and one.latest < other.earliest and any(_CORRECTED.search(x) for x in later):
        return f" (the later page, of {other.edtf}, corrects the number)"
    rounded = any(x % 10 == 0 for x in (low, high))
    if rounded and abs(low - high) <= _ROUNDING * max(low, high):
        return " (they may be one number rounded)"
    if one and other and one.latest < other.earliest and high > low:
        return f" (the later page, of {other.edtf}, has the higher number: it may be a revision)"
    return ""


def _ranges_meet(a: Figure, b: Figure) -> bool:
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _class(who: str | None) -> str | None:
    if who is None:
        return None
    words = who.lower().split()
    for name, members in _CLASSES.items():
        if words and words[-1] in members.split():
            return "police officers" if "police" in words else name
    return None


def _worded(figure: Figure) -> str:
    return f"“{figure.span.text}”"


def _order(account: _Account) -> tuple[str, str, int]:
    written = account.document.written
    return (
        written.earliest if written else "9999",
        account.document.id,
        account.figure.span.start,
    )
