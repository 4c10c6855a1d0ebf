"""Numbers given for one thing that cannot all be right, and who gives which.

Two numbers are compared when they count the same (killed with killed) and stand in accounts of one
event: mentions the linking joined, or sentences of like words about one day or one place. The parts
dispose: what differs in the number alone is a conflict, unless a later and higher toll, a rounding
or a wider scope explains it; what differs in the day, the place or the victims alone is disputed
there; what differs in several parts is another matter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from histor.assess.ledger import Ground, Ruling, Side
from histor.assess.parts import Told, apart, days_between, numbers_in
from histor.link.vectors import cosine
from histor.records import (
    Date,
    DisputeMatter,
    DisputeReason,
    Document,
    Figure,
    FindingKind,
)

__all__ = ["counts_the_same", "figure_disputes"]

#: cosine of two sentences from which they can tell one thing, in pages of one story and of two
_ALIKE, _VERY = 0.25, 0.35
#: and where nothing else binds them
_ALONE = 0.5
#: and where day and place are shared, or number and whom it counts
_PLACED, _COUNTED = 0.05, 0.2
#: days between pages of two stories that can tell one thing
_MONTH = 30
#: days by which two accounts of one happening may be apart and still dispute its day
_DAYS = 3
#: figures of one quantity that a figure is compared with
_COMPARED = 60
#: shares by which a rounded number may miss
_ROUNDING = 0.1
#: fewer are counted, not rounded
_MANY = 30
_CORRECTED = re.compile(r"\b(?:correct|revis|retract|amend)\w*", re.I)
#: words that set a number beside an earlier one
_BESIDE = re.compile(r"\b(?:than|earlier|previous\w*|before|instead|not|but|while|against)\b", re.I)
#: words that count wider than one happening
_SCOPE = re.compile(
    r"\b(?:nationwide|countrywide|worldwide|across|throughout|altogether|overall|combined|"
    r"in (?:all|total)|(?:the )?(?:whole|entire)|since (?!then)|so far this|this (?:year|month)|"
    r"over the (?:past|last)|a total of|twin|series of|attacks|bombings|explosions|blasts|strikes|"
    r"raids|clashes|shootings|incidents|accidents|avalanches|landslides)\b",
    re.I,
)
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
#: letters that words of one trade share
_ROOT = 4
#: words that look back to another happening
_BACK = re.compile(
    r"\b(?:last|previous|past|earlier|early|late|this|that) (?:week|month|year|spring|summer|autumn|"
    r"winter|in \w+|Jan\w+|Feb\w+|March|April|May|June|July|Aug\w+|Sept\w+|Oct\w+|Nov\w+|Dec\w+)"
    r"|\b(?:ago|recent(?:ly)?|so far)\b"
    r"|\bin (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:19|20)\d\d)\b",
    re.I,
)
_OTHERS = "other"
#: reasons that leave nothing to find
_EXPLAINED = frozenset(["revision", "rounding", "scope"])
#: gravest first: what is shown of two values that several pages give
_GRAVITY = ("conflict", "correction", "revision", "rounding", "scope")


class _Verdict(NamedTuple):
    about: DisputeMatter
    why: DisputeReason
    #: none where something explains it
    kind: FindingKind | None
    #: what the accounts say in the part that differs, the first account's first
    values: tuple[str, str]


def figure_disputes(accounts: Iterable[Told], ground: Ground) -> tuple[Ruling, ...]:
    """Return what the numbers of the case dispute, by id.

    ``figure_conflict`` of numbers; ``contradiction`` of victims, of nobody and somebody, of the day
    or the place of what is else one account.
    """
    groups: dict[str, list[Told]] = defaultdict(list)
    for account in accounts:
        groups[account.figure.quantity].append(account)
    found: dict[tuple[object, ...], list[tuple[Told, Told, _Verdict]]] = defaultdict(list)
    for group in groups.values():
        for n, first in enumerate(group):
            for second in group[n + 1 : n + 1 + _COMPARED]:
                if ground.origin_of[first.document.id] == ground.origin_of[second.document.id]:
                    continue
                one, other = sorted((first, second), key=_order)
                verdict = _compared(one, other)
                if verdict is not None:
                    # one entry for each two values of a story, however many pages repeat them
                    key = (
                        verdict.about,
                        one.figure.quantity,
                        one.document.story,
                        tuple(sorted(_value(x, verdict) for x in (one, other))),
                    )
                    found[key].append((one, other, verdict))
    rulings = [_ruling(pairs, ground) for pairs in found.values()]
    return tuple(sorted(rulings, key=lambda r: r.dispute.id))


def _value(told: Told, verdict: _Verdict) -> tuple[object, ...]:
    if verdict.about == "date":
        return (told.day.edtf if told.day else "",)
    if verdict.about == "place":
        return tuple(sorted(told.places))
    if verdict.about == "victim":
        return (class_of(told.figure.who),)
    return _bounds(told.figure)


def _compared(one: Told, other: Told) -> _Verdict | None:
    """Say in which part two accounts of one matter differ, the earlier page's account first."""
    gap = days_between(one.days, other.days)
    away = apart(one, other)
    if _ranges_meet(one.figure, other.figure):
        if not away and not gap and _one_matter(one, other, gap):
            return _victims(one, other) or _rounded(one.figure, other.figure)
        return _elsewhere(one, other, gap, away)
    if away or gap or _another_time(one, other) or not _one_matter(one, other, gap):
        return None
    return _numbers(one, other)


def _another_time(one: Told, other: Told) -> bool:
    """Say whether one account looks back ("in early March") or the two name other weekdays."""
    if one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return True
    back = [{m[0].lower() for m in _BACK.finditer(x.sentence.text)} for x in (one, other)]
    return back[0] != back[1] and not one.weekdays & other.weekdays


def _victims(one: Told, other: Told) -> _Verdict | None:
    mine, theirs = class_of(one.figure.who), class_of(other.figure.who)
    if not _exact(one.figure, other.figure) or not mine or not theirs or mine == theirs:
        return None
    if {mine, theirs} & _WIDE:
        return None
    return _Verdict("victim", "conflict", "contradiction", (mine, theirs))


def _rounded(a: Figure, b: Figure) -> _Verdict | None:
    """Say whether one number is the other in round: "about 12,000" and 11,870."""
    bounds = (a.low, a.high, b.low, b.high)
    if None in bounds or (a.low == a.high) == (b.low == b.high) or not counts_the_same(a, b):
        return None
    return _Verdict("figure", "rounding", None, (f"“{a.span.text}”", f"“{b.span.text}”"))


def _elsewhere(one: Told, other: Told, gap: int | None, away: bool) -> _Verdict | None:
    """Say whether what is else one account has two days or two places."""
    mine, theirs = one.figure.low or 0.0, other.figure.low or 0.0
    if mine != theirs or mine < 2 or not counts_the_same(one.figure, other.figure):
        return None
    day = one.day, other.day
    if gap and gap <= _DAYS and not away and None not in day and _weekdays(one, other):
        named = bool(_roots(one.figure.who) & _roots(other.figure.who))
        needed = (_PLACED if one.places & other.places else _COUNTED) if named else _VERY
        if cosine(one.words, other.words) < needed:
            return None
        words = tuple(d.evidence[0].text if d and d.evidence else "" for d in day)
        return _Verdict("date", "conflict", "contradiction", (words[0], words[1]))
    # two numbers that agree are no chance
    if away and gap == 0 and len(one.numbers & other.numbers) > 1:
        names = (
            sorted(n for n in one.places if n not in other.document.text)[0],
            sorted(n for n in other.places if n not in one.document.text)[0],
        )
        return _Verdict("place", "conflict", "contradiction", names)
    return None


def _weekdays(one: Told, other: Told) -> bool:
    """Say whether both name their day, and no page knows both: night joins two days."""
    days = [x.day for x in (one, other)]
    words = [d.evidence[0].text if d is not None and d.evidence else "" for d in days]
    if not all(words) or any(re.search(r"night|evening|today|yesterday|early", w) for w in words):
        return False
    return words[0] not in other.document.text and words[1] not in one.document.text


def _numbers(one: Told, other: Told) -> _Verdict | None:
    a, b = one.figure, other.figure
    if any(x.part for x in (one, other)) or not _same_people(one, other):
        return None
    if (_head(a.who) == _OTHERS) != (_head(b.who) == _OTHERS):  # "along with ten others"
        return None
    if one.lands and other.lands and not one.lands & other.lands:
        return None
    if (len(_same_kind(one)) > 1) != (len(_same_kind(other)) > 1):  # "247 in … and 10 in …"
        return None
    for mine, theirs in ((one, b), (other, a)):
        if any(_ranges_meet(total, theirs) for total in _totals(mine)):
            return None
        # "eight in two avalanches, five in the valley": the five are part of the eight
        inside = theirs.low == theirs.high and theirs.low in numbers_in(mine.sentence.text)
        if inside and not (_BESIDE.search(mine.sentence.text) or _corrects(mine)):
            return None
    values = f"“{a.span.text}”", f"“{b.span.text}”"
    why = _why(one, other)
    if 0.0 in (a.high, b.high):  # nobody and somebody is more than a number misread
        return _Verdict("figure", why, "contradiction", values)
    return _Verdict("figure", why, None if why in _EXPLAINED else "figure_conflict", values)


def _why(one: Told, other: Told) -> DisputeReason:
    """Say how two numbers can differ; the account of the page written first is ``one``."""
    low, high = _least(one.figure), _least(other.figure)
    less, more = (one, other) if low < high else (other, one)
    if _wider(more, less):  # the wider count is the higher
        return "scope"
    bounded = None not in (one.figure.high, other.figure.high)
    rounded = bounded and max(low, high) >= _MANY and any(x % 10 == 0 for x in (low, high))
    if rounded and abs(low - high) <= _ROUNDING * max(low, high) and not _corrects(other):
        return "rounding"
    if _later(one.document.written, other.document.written):
        if _corrects(other):
            return "correction"
        if high > low:
            return "revision"
    return "conflict"


def _wider(more: Told, less: Told) -> bool:
    """Say whether one account counts over more places or happenings than another."""
    if _SCOPE.search(more.sentence.text) and not _SCOPE.search(less.sentence.text):
        return True
    if less.lands and less.lands < more.lands:
        return True
    return less.town and not more.town and less.lands == more.lands


def _corrects(told: Told) -> bool:
    return any(_CORRECTED.search(x) for x in (told.document.title or "", told.sentence.text))


def _later(one: Date | None, other: Date | None) -> bool:
    return one is not None and other is not None and one.latest < other.earliest


def _least(figure: Figure) -> float:
    value = figure.low if figure.low is not None else figure.high
    return value or 0.0


def _one_matter(a: Told, b: Told, gap: int | None) -> bool:
    """Say whether two figures count the same thing of the same event."""
    alike = cosine(a.words, b.words)
    if a.event.id == b.event.id and (gap == 0 or a.places & b.places or alike >= _PLACED):
        return True
    dates = [[x.event.date] if x.event.date else [] for x in (a, b)]
    if gap is None and days_between(*dates):
        return False
    if gap == 0 and a.places & b.places and a.event.type == b.event.type and alike >= _PLACED:
        return True
    if a.document.story != b.document.story:
        return _together(a.document, b.document) and alike >= _VERY
    # "four … and two civilians" on both pages is one toll, in whatever words
    if len(a.numbers & b.numbers) > 1:
        return True
    bound = gap == 0 or bool(a.places & b.places) or a.event.type == b.event.type
    return alike >= (_ALIKE if bound else _ALONE)


def _together(a: Document, b: Document) -> bool:
    one, other = a.written, b.written
    if one is None or other is None:
        return False
    days = [one.first, other.first]
    return abs((days[0] - days[1]).days) <= _MONTH


def counts_the_same(a: Figure, b: Figure) -> bool:
    """Say whether two figures count the same people, so that one of them must be wrong.

    "Two women" and "three people" may both be right; "nine people" and "31 miners" may not.
    """
    one, other = _head(a.who), _head(b.who)
    if one == other or _roots(a.who) & _roots(b.who):
        return True
    general = [one in _GENERAL, other in _GENERAL]
    if all(general):
        return True
    if not any(general):
        return False
    whole, some = (a, b) if general[0] else (b, a)
    if (some.who or "").split()[-1][:1].isupper():  # "twelve Americans" among others
        return False
    return (some.low or 0.0) >= (whole.high if whole.high is not None else float("inf"))


def _same_people(one: Told, other: Told) -> bool:
    """Say whether two accounts count the same people; "the number of miners rose to 19" does."""
    if counts_the_same(one.figure, other.figure):
        return True
    for bare, full in ((one, other), (other, one)):
        head = _head(full.figure.who)
        if bare.figure.who is None and head and head in bare.sentence.text.lower():
            return True
    return False


def _same_kind(account: Told) -> list[tuple[float | None, float | None]]:
    """Return the numbers of a sentence that count alike."""
    return [(low, high) for q, low, high in account.numbers if q == account.figure.quantity]


def _totals(account: Told) -> list[Figure]:
    """Return what the numbers of a sentence come to: "two women and one man" are three."""
    same = _same_kind(account)
    if len(same) < 2:
        return []
    low = sum(x or 0.0 for x, _ in same)
    high = sum(x for _, x in same if x is not None) if all(h is not None for _, h in same) else None
    return [msgspec.structs.replace(account.figure, low=low, high=high)]


def _head(who: str | None) -> str:
    words = (who or "").lower().split()
    return words[-1].rstrip("s") if words else ""


def _roots(who: str | None) -> set[str]:
    """Return how the words of a count begin, words for anybody left out: "dockers" are dock workers."""
    words = [w for w in (who or "").split() if w.islower()]
    return {w[:_ROOT] for w in words if len(w) >= _ROOT and w.rstrip("s") not in _GENERAL}


def _bounds(figure: Figure) -> tuple[float, float]:
    return figure.low or 0.0, figure.high if figure.high is not None else float("inf")


def _ranges_meet(a: Figure, b: Figure) -> bool:
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _exact(a: Figure, b: Figure) -> bool:
    return a.low == a.high == b.low == b.high


def class_of(who: str | None) -> str | None:
    """Return the class of people that words count; none if they tell no class."""
    if who is None:
        return None
    words = who.lower().split()
    for name, members in _CLASSES.items():
        if words and words[-1] in members.split():
            return "police officers" if "police" in words else name
    return None


def _order(account: Told) -> tuple[str, str, int]:
    written = account.document.written
    return (
        written.earliest if written else "9999",
        account.document.id,
        account.figure.span.start,
    )


# --- what is said of it ---------------------------------------------------------------------------


def _ruling(pairs: Sequence[tuple[Told, Told, _Verdict]], ground: Ground) -> Ruling:
    """Write down two values with all pages that give them; the gravest pair speaks for them."""
    one, other, verdict = min(
        pairs, key=lambda p: (_GRAVITY.index(p[2].why), _order(p[0]), _order(p[1]))
    )
    mine = _value(one, verdict)
    sides: tuple[list[Told], list[Told]] = ([one], [other])
    for pair in pairs:
        for told in pair[:2]:
            side = sides[_value(told, verdict) != mine]
            if told not in side:
                side.append(told)
    written = [_side(says, tolds) for says, tolds in zip(verdict.values, sides, strict=True)]
    return ground.ruling(
        verdict.about,
        verdict.why,
        _SUMMARIES[verdict.about](one, other, verdict),
        written,
        kind=verdict.kind,
        events=(one.event.id, other.event.id),
    )


def _side(says: str, tolds: Sequence[Told]) -> Side:
    spans = [s for t in tolds for s in (t.figure.span, t.sentence)]
    spans += [s for t in tolds if t.day is not None for s in t.day.evidence[:1]]
    claims = dict.fromkeys(t.claim for t in tolds if t.claim)
    return Side(says.strip("“”"), tuple(dict.fromkeys(spans)), tuple(claims))


def _of_number(one: Told, other: Told, verdict: _Verdict) -> str:
    mine, theirs = verdict.values
    quantity = one.figure.quantity.capitalize()
    why = _REASONS.get(verdict.why, "")
    written = other.document.written
    why = why.format(written.edtf if written else "")
    return f"{quantity}: {mine} in {_page(one)}, {theirs} in {_page(other)}{why}."


_REASONS = {
    "correction": " (the later page, of {}, corrects the number)",
    "rounding": " (they may be one number rounded)",
    "revision": " (the later page, of {}, has the higher number: it may be a revision)",
    "scope": " (one of them counts more widely)",
}


def _of_victims(one: Told, other: Told, verdict: _Verdict) -> str:
    number = f"{one.figure.low:g}"
    mine, theirs = verdict.values
    return (
        f"The {number} {one.figure.quantity} are {mine} in {_page(one)}, {theirs} in {_page(other)}."
    )


def _of_day(one: Told, other: Told, verdict: _Verdict) -> str:
    mine, theirs = verdict.values
    return (
        f"“{one.figure.span.text}” in {_page(one)} is dated “{mine}”, "
        f"and in {_page(other)} “{theirs}”."
    )


def _of_place(one: Told, other: Told, verdict: _Verdict) -> str:
    mine, theirs = verdict.values
    return (
        f"“{one.figure.span.text}” in {_page(one)} is told of “{mine}”, "
        f"and in {_page(other)} of “{theirs}”."
    )


_SUMMARIES: dict[DisputeMatter, Callable[[Told, Told, _Verdict], str]] = {
    "figure": _of_number,
    "victim": _of_victims,
    "date": _of_day,
    "place": _of_place,
}


def _page(told: Told) -> str:
    return f"“{told.document.label}”"
