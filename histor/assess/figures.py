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
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from histor.assess.beside import (
    answers_count,
    counts_anew,
    each_its_own,
    in_two_mouths,
    set_at_odds,
    side_by_side,
    teller,
)
from histor.assess.figure_sentences import sentence_of
from histor.assess.ledger import Ground, Ruling, Side
from histor.assess.matter import another_time, one_matter, wider
from histor.assess.parts import Told, apart, days_between, numbers_in
from histor.assess.people import classes_apart, counts_the_same, head_of, roots_of
from histor.extract.figures.numbers import amounts
from histor.link.vectors import cosine
from histor.records import (
    Date,
    DisputeMatter,
    DisputeReason,
    Figure,
    FindingKind,
)

__all__ = ["figure_disputes"]

#: cosine of two sentences that tell one number of two days: where they name one place, where they
#: count people alike, and else
_PLACED, _COUNTED, _VERY = 0.05, 0.2, 0.35
#: days by which two accounts of one happening may be apart and still dispute its day
_DAYS = 3
#: figures of one quantity that a figure is compared with
_COMPARED = 60
#: shares by which a rounded number may miss
_ROUNDING = 0.1
#: fewer are counted, not rounded
_MANY = 30
#: a number so small, and one so many times as great, that they hardly count the same
_FEW, _FAR = 10, 10
_OTHERS = "other"
_ELSE = re.compile(r"\belse\b", re.I)
#: a number that is feared or foreseen, and one of those alone that were found or made sure of yet
_GUESSED = re.compile(
    r"\b(?:may|might|could|would|fear(?:s|ed|ing)?|likely|probably)\b"  # never "May"
)
_CERTAIN = re.compile(
    r"\b(?:so far|provisional|preliminary|(?:expected|likely|set|feared|sure|bound) to "
    r"(?:rise|climb|grow|increase)|confirmed|verified|identified|recovered|retrieved|buried|unearthed|pulled|"
    r"bod(?:y|ies) (?:\w+ ){0,3}found)\b",
    re.I,
)
_CORRECTED = re.compile(
    r"\b(?:correct|revis|retract|amend)\w*|\bearlier version of (?:this|our|the|its)\b", re.I
)
#: words that set a number beside an earlier one
_BESIDE = re.compile(r"\b(?:than|earlier|previous\w*|before|instead|not|but|while|against)\b", re.I)
#: what stands before a number that was given earlier, and is no more
_NO_MORE = re.compile(
    r"\b(?:had (?:\w+ ){0,3}(?:reported|said|given|put|counted|announced|estimated|confirmed|"
    r"spoken|talked|told)|"
    r"(?:up|down|risen|rose|raised|lowered|increased|revised|climbed|grown) from|against|"
    r"(?:initial|earlier|previous|first|preliminary) (?:toll|count|figure|estimate|report)s?)\b"
    r"[^;.]{0,40}\Z",
    re.I,
)
#: a number behind another that it is told not to be
_NOT = re.compile(r"[^.;:]{0,30}?,? not ([\w,-]+)\b(?! (?:only|just|counting|including))", re.I)
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
    # who tells that nobody died here, and that others died, tells of a part
    harmed = {_matter(a) for group in groups.values() for a in group if a.figure.high != 0}
    found: dict[tuple[object, ...], list[tuple[Told, Told, _Verdict]]] = defaultdict(list)

    def note(one: Told, other: Told, verdict: _Verdict | None) -> None:
        if verdict is not None:
            # one entry for each two values of a story, however many pages repeat them
            key = (
                verdict.about,
                one.figure.quantity,
                one.document.story,
                tuple(sorted(_value(x, verdict) for x in (one, other))),
            )
            found[key].append((one, other, verdict))

    for group in groups.values():
        for n, first in enumerate(group):
            for second in group[n + 1 : n + 1 + _COMPARED]:
                if ground.origin_of[first.document.id] == ground.origin_of[second.document.id]:
                    continue
                one, other = sorted((first, second), key=_order)
                if any(x.figure.high == 0 and _matter(x) in harmed for x in (one, other)):
                    continue
                if not each_its_own(one, other, ground):
                    note(one, other, _compared(one, other))
        for one, other in side_by_side(group, ground):
            verdict = None
            differ = not _ranges_meet(one.figure, other.figure) or counts_anew(one, other)
            if differ or set_at_odds(one, other):
                verdict = _numbers(one, other, in_two_mouths(one, other, ground))
            if verdict is not None and verdict.why == "scope" and answers_count(one, other):
                verdict = verdict._replace(why="conflict", kind="figure_conflict")
            # what only counts more widely beside it may be another matter
            if verdict is not None and (verdict.kind or _partial(one) or _partial(other)):
                note(one, other, verdict)
    rulings = [_ruling(pairs, ground) for pairs in found.values()]
    return tuple(sorted(rulings, key=lambda r: r.dispute.id))


def _matter(told: Told) -> tuple[str, str, str]:
    return told.document.id, told.event.id, told.figure.quantity


def _value(told: Told, verdict: _Verdict) -> tuple[object, ...]:
    if verdict.about == "date":
        return (told.day.edtf if told.day else "",)
    if verdict.about == "place":
        return tuple(sorted(told.places))
    if verdict.about == "victim":
        return (head_of(told.figure.who),)
    figure = told.figure
    # "11" and "at least 11" are one value that another number is set against
    return (figure.low,) if figure.low else _bounds(figure)


def _compared(one: Told, other: Told) -> _Verdict | None:
    """Say in which part two accounts of one matter differ, the earlier page's account first."""
    gap = days_between(one.days, other.days)
    away = apart(one, other)
    if not away and (_sets_right(one, other) or _sets_right(other, one)):
        values = f"“{one.figure.span.text}”", f"“{other.figure.span.text}”"
        return _Verdict("figure", "correction", "figure_conflict", values)
    if _ranges_meet(one.figure, other.figure):
        if not away and not gap and one_matter(one, other, gap):
            return _victims(one, other) or _rounded(one.figure, other.figure)
        return _elsewhere(one, other, gap, away)
    if away or gap or another_time(one, other) or not one_matter(one, other, gap):
        return None
    return _numbers(one, other)


def _sets_right(told: Told, other: Told) -> bool:
    """Say whether an account calls the other's number wrong: "eight people, not six"."""
    behind = told.sentence.text[max(0, told.figure.span.end - told.sentence.start) :]
    said = _NOT.match(behind)
    wrong = amounts(said[1].split()) if said is not None else []
    known = told.event.id == other.event.id or bool(told.places & other.places)
    return known and any(w.low == other.figure.low == w.high for w in wrong)


def _victims(one: Told, other: Told) -> _Verdict | None:
    classes = classes_apart(one.figure.who, other.figure.who)
    if classes is None or not _exact(one.figure, other.figure):
        return None
    return _Verdict("victim", "conflict", "contradiction", classes)


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
        named = bool(roots_of(one.figure.who) & roots_of(other.figure.who))
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


def _numbers(one: Told, other: Told, apart_in_one: bool = False) -> _Verdict | None:
    """Say how two numbers differ; ``apart_in_one``: two sources give them in one sentence."""
    a, b = one.figure, other.figure
    if any(x.part or _given_up(x) for x in (one, other)) or not _same_people(one, other):
        return None
    if any(_ELSE.search(x.span.text) for x in (a, b)):  # "no one else was hurt"
        return None
    if (head_of(a.who) == _OTHERS) != (head_of(b.who) == _OTHERS):  # "along with ten others"
        return None
    if one.lands and other.lands and not one.lands & other.lands:
        return None
    if bool(_GUESSED.search(one.said)) != bool(_GUESSED.search(other.said)):
        return None  # what is feared is no count
    if _several(one) != _several(other):
        return None
    for mine, theirs in () if apart_in_one else ((one, b), (other, a)):
        if any(_ranges_meet(total, theirs) for total in _totals(mine)):
            return None
        # "eight in two avalanches, five in the valley": the five are part of the eight
        inside = theirs.low == theirs.high and theirs.low in numbers_in(mine.sentence.text)
        if inside and not (_BESIDE.search(mine.sentence.text) or _corrects(mine)):
            return None
    values = f"“{a.span.text}”", f"“{b.span.text}”"
    why = _why(one, other)
    low, high = sorted((_least(a), _least(b)))
    if why in _EXPLAINED and 0 < low < _FEW and high >= _FAR * low:  # one of many is no toll of all
        return None
    if 0.0 in (a.high, b.high):  # nobody and somebody is more than a number misread
        return _Verdict("figure", why, "contradiction", values)
    return _Verdict("figure", why, None if why in _EXPLAINED else "figure_conflict", values)


def _given_up(told: Told) -> bool:
    """Say whether an account gives a number as that of an earlier time: "had reported 11 dead"."""
    before = told.sentence.text[: max(0, told.figure.span.start - told.sentence.start)]
    return _NO_MORE.search(before) is not None


def _why(one: Told, other: Told) -> DisputeReason:
    """Say how two numbers can differ; the account of the page written first is ``one``."""
    low, high = _least(one.figure), _least(other.figure)
    if one.figure.quantity == "missing" and _later(one.document.written, other.document.written):
        return "correction" if _corrects(other) else "revision"  # some are found, dead or alive
    less, more = (one, other) if low < high else (other, one)
    if _least(less.figure) and wider(more, less):  # the wider count is the higher
        return "scope"
    if _partial(less) and not _partial(more):
        return "scope"
    bounded = None not in (one.figure.high, other.figure.high)
    rounded = bounded and max(low, high) >= _MANY and any(x % 10 == 0 for x in (low, high))
    if rounded and abs(low - high) <= _ROUNDING * max(low, high) and not _corrects(other):
        return "rounding"
    if one.document.id == other.document.id and _CORRECTED.search(other.sentence.text):
        return "correction"
    if _later(one.document.written, other.document.written):
        if _corrects(other):
            return "correction"
        if high > low:
            return "scope" if one.places and not other.places and one.town else "revision"
    return "conflict"


def _partial(told: Told) -> bool:
    """Say whether a number counts those alone that were found, or is said to be rising still."""
    return _CERTAIN.search(told.sentence.text) is not None


def _corrects(told: Told) -> bool:
    return any(_CORRECTED.search(x) for x in (told.document.title or "", told.sentence.text))


def _later(one: Date | None, other: Date | None) -> bool:
    return one is not None and other is not None and one.latest < other.earliest


def _least(figure: Figure) -> float:
    value = figure.low if figure.low is not None else figure.high
    return value or 0.0


def _same_people(one: Told, other: Told) -> bool:
    """Say whether two accounts count the same people; "the number of miners rose to 19" does."""
    if counts_the_same(one.figure, other.figure):
        return True
    for bare, full in ((one, other), (other, one)):
        head = head_of(full.figure.who)
        if bare.figure.who is None and head and head in bare.sentence.text.lower():
            return True
    return False


def _same_kind(account: Told) -> list[tuple[float | None, float | None]]:
    """Return the numbers of a sentence that count alike; nobody adds nothing."""
    quantity = account.figure.quantity
    return [(low, high) for q, low, high in account.numbers if q == quantity and high != 0]


def _several(account: Told) -> bool:
    """Say whether a sentence counts the same people in several numbers: "247 in … and 10 in …"."""
    alike = [f for f in account.beside if f.high != 0 and counts_the_same(f, account.figure)]
    return len({(f.low, f.high) for f in alike}) > 1


def _totals(account: Told) -> list[Figure]:
    """Return what the numbers of a sentence come to: "two women and one man" are three."""
    same = _same_kind(account)
    if len(same) < 2:
        return []
    low = sum(x or 0.0 for x, _ in same)
    high = sum(x for _, x in same if x is not None) if all(h is not None for _, h in same) else None
    return [msgspec.structs.replace(account.figure, low=low, high=high)]


def _bounds(figure: Figure) -> tuple[float, float]:
    return figure.low or 0.0, figure.high if figure.high is not None else float("inf")


def _ranges_meet(a: Figure, b: Figure) -> bool:
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _exact(a: Figure, b: Figure) -> bool:
    return a.low == a.high == b.low == b.high


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
    sides: tuple[dict[tuple[str, int, int], Told], ...] = (
        {one.figure.span.place: one},
        {other.figure.span.place: other},
    )
    for pair in pairs:
        for told in pair[:2]:
            sides[_value(told, verdict) != mine].setdefault(told.figure.span.place, told)
    written = [
        _side(says, list(tolds.values())) for says, tolds in zip(verdict.values, sides, strict=True)
    ]
    return ground.ruling(
        verdict.about,
        verdict.why,
        sentence_of(
            verdict.about,
            verdict.why,
            verdict.values,
            one,
            other,
            (teller(one, ground) or None, teller(other, ground) or None),
        ),
        written,
        kind=verdict.kind,
        events=(one.event.id, other.event.id),
    )


def _side(says: str, tolds: Sequence[Told]) -> Side:
    spans = [s for t in tolds for s in (t.figure.span, t.sentence)]
    spans += [s for t in tolds if t.day is not None for s in t.day.evidence[:1]]
    claims = dict.fromkeys(t.claim for t in tolds if t.claim)
    return Side(says.strip("“”"), tuple(dict.fromkeys(spans)), tuple(claims))
