"""Two numbers on one page, each given by a source of its own: "the ministry said … the union said".

A page that sets two counts side by side says itself that they differ. Only figures close to one
another are compared, and only where two sources give them: what one source says of two things is
no conflict, and what each side says of its own dead is none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from histor.assess.ledger import Ground
from histor.assess.matter import looks_back
from histor.assess.parts import Told
from histor.records import Claim

__all__ = [
    "answers_count",
    "counts_anew",
    "each_its_own",
    "in_two_mouths",
    "set_at_odds",
    "side_by_side",
    "teller",
]

#: figures of a page that a figure is compared with, and the characters between them at most
_BEFORE, _REACH = 3, 900
#: how many times a count another is that is no more of the same
_FAR_MORE = 1.3
_WORD = re.compile(r"[^\W\d_]+")
#: sources that are nobody by themselves: whom they mean may be misread
_NOBODY = re.compile(r"(?:he|she|it|they|who|which|we|i|others|some|another|one|the latter)", re.I)
#: each side counts its own: "five of its soldiers"
_OWN = re.compile(
    r"\bof (?:its|their|our)\b|\b(?:its|their|our) (?:own )?(?:[a-z]+ )?(?:soldiers?|troops|men|"
    r"police|officers?|fighters?|civilians?|citizens?|nationals?|people|members?|dead|losses)\b",
    re.I,
)
#: words that give another number for what was just counted
_ANSWERS = re.compile(
    r"\b(?:puts?|gives?|gave) "
    r"(?:(?:the|a|its own) (?:\w+ )?(?:toll|number|figure|count|dead)|it|them)\b|"
    r"\b(?:contest|disput|reject|den(?:y|ie))\w* (?:these|those|this|that|the) "
    r"(?:figure|number|count|toll|estimate)s?\b",
    re.I,
)
#: words by which a page says itself that the next number is another, whatever "at least" leaves
_AT_ODDS = re.compile(
    r"\b(?:higher|lower|greater|larger|smaller|different|conflicting) (?:death )?"
    r"(?:toll|number|figure|count|estimate)s?\b",
    re.I,
)
#: who counts, before the number
_COUNTED = re.compile(
    r"(?P<who>[^.;:,]{2,60}?)(?:, (?:which|who)\b[^.;:]{0,80},)? (?:"
    r"(?:(?:has|have|had|says it has) )?(?:counted|recorded|documented|registered|tallied|verified)"
    r"|(?:has |have |had )?puts? (?:the|its own|their own) (?:number of )?"
    r"(?:dead|deaths|killed|death toll|toll|injured|wounded|missing)(?: there)? at"
    r")(?: at least| more than| over| some| about| around| nearly| up to)? \Z",
    re.I,
)
#: sectors of bodies that count whoever died, wherever they have their seat: doctors, press, aid
_OF_NO_SIDE = frozenset(["MED", "JRN", "SOC", "EDU", "REF", "REL"])
_DATED = re.compile(
    r"\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b(?: \d{1,2})?"
)
_ARMY = frozenset(["army"])
_SMALL = frozenset("the a an of in for and its their his her s".split())


def side_by_side(accounts: Iterable[Told], ground: Ground) -> Iterator[tuple[Told, Told]]:
    """Yield the numbers of one quantity that two sources give on one page, in the page's order."""
    on: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for account in accounts:
        if account.claim is not None or _counted_by(account):
            on[account.document.id, account.figure.quantity].append(account)
    for own in on.values():
        own.sort(key=lambda t: t.figure.span.place)
        counts = Counter(t.figure.low for t in own)
        for n, other in enumerate(own):
            for one in own[max(0, n - _BEFORE) : n]:
                near = other.figure.span.start - one.figure.span.start <= _REACH
                if not near or _makes_up(one, other, counts) or _counts_again(one, other, own):
                    continue
                alike = _one_time(one, other) or set_at_odds(one, other)
                if alike and _two_tell(one, other, ground):
                    yield one, other


def _makes_up(one: Told, other: Told, counts: Counter[float | None]) -> bool:
    """Say whether a third number of the page makes the lower number up to the higher.

    "Officials put the dead at 34": 21 of one side, and 13 of the other.
    """
    low, high = sorted((one.figure.low or 0.0, other.figure.low or 0.0))
    needed = 2 if high == 2 * low else 1  # the lower number itself is no third
    return 0 < low < high and counts[high - low] >= needed


def _counts_again(one: Told, other: Told, own: Sequence[Told]) -> bool:
    """Say whether a number is given for another event, of which the page told since the first.

    "The raid killed 12 … the flood killed 538 … the union says 800": the union counts the flood's.
    """
    if one.event.id == other.event.id:
        return False
    start, end = one.figure.span.start, other.figure.span.start
    return any(t.event.id == other.event.id and start < t.figure.span.start < end for t in own)


def _two_tell(one: Told, other: Told, ground: Ground) -> bool:
    """Say whether two sources give the numbers, and neither counts its own people."""
    if one.claim is None and other.claim is None:
        return False
    names = [teller(t, ground) for t in (one, other)]
    if any(map(_NOBODY.fullmatch, names)):
        return False
    if one.sentence.start == other.sentence.start and not in_two_mouths(one, other, ground):
        return False
    first, second = map(_words, names)
    if _one_body(first, second, ground):
        return False
    return not any(_OWN.search(t.said) for t in (one, other)) and not each_its_own(
        one, other, ground
    )


def teller(told: Told, ground: Ground) -> str:
    """Return who gives a number: the speaker of its claim, or who its sentence says counted."""
    if told.claim is None:
        return _counted_by(told)
    return ground.speaker(ground.claims[told.claim].id) or ""


def _counted_by(told: Told) -> str:
    """Return who counted those whom a number counts, as its sentence begins; empty for nobody.

    "The rights group has counted 1,054 dead", "a union put the dead at 340".
    """
    before = told.sentence.text[: told.figure.span.start - told.sentence.start]
    found = _COUNTED.match(before)
    return found["who"] if found is not None else ""


def _one_body(one: frozenset[str], other: frozenset[str], ground: Ground) -> bool:
    """Say whether two names can mean one body: not "the army" and "the White Guard Army"."""
    if not (one <= other or other <= one):
        return False
    return (
        one == other or _ARMY not in (one, other) or not ground.lands.keys().isdisjoint(one | other)
    )


def in_two_mouths(one: Told, other: Told, ground: Ground) -> bool:
    """Say whether two claims, of which neither holds the other, give two numbers of one sentence.

    "The union says 23 were killed; the ministry put the toll at 11."
    """
    if one.claim is None or other.claim is None or one.sentence != other.sentence:
        return False
    first, second = sorted(
        (ground.claims[c].content for c in (one.claim, other.claim)), key=lambda s: s.start
    )
    return first.end <= second.start


def answers_count(one: Told, other: Told) -> bool:
    """Say whether the later number is given for the very count before it, whatever words it has.

    "At least 23 died in clashes, the union says. Police put the toll at nine."
    """
    first, second = sorted((one, other), key=lambda t: t.figure.span.start)
    document = first.document
    if document.id != second.document.id or first.sentence.start == second.sentence.start:
        return False
    between = document.text[first.sentence.end : second.sentence.start]
    said = document.text[second.sentence.start : second.figure.span.start]
    return not between.strip() and _ANSWERS.search(said) is not None


def counts_anew(one: Told, other: Told) -> bool:
    """Say whether one answers another's count by a far higher one: "at least 360", "put it at 594".

    "At least" leaves room for it, but who counts again says that he counts otherwise.
    """
    low, high = sorted((one.figure.low or 0.0, other.figure.low or 0.0))
    return 0 < low * _FAR_MORE <= high and answers_count(one, other)


def set_at_odds(one: Told, other: Told) -> bool:
    """Say whether the page says between two numbers that they differ: "gave a higher toll"."""
    first, second = sorted((one.figure, other.figure), key=lambda f: f.span.start)
    between = one.document.text[first.span.end : second.span.start]
    return first.low != second.low and _AT_ODDS.search(between) is not None


def each_its_own(one: Told, other: Told, ground: Ground) -> bool:
    """Say whether two countries give the numbers, each perhaps of its own people.

    Where both tell of one place, or one says whose people the other counts, they do not.
    """
    claims = [ground.claims[t.claim] if t.claim else None for t in (one, other)]
    lands = [_land(c, ground) if c is not None else None for c in claims]
    if None in lands or lands[0] == lands[1] or one.places & other.places:
        return False
    whom = [
        {ground.lands.get(w.lower()) for w in (t.figure.who or "").split()} for t in (one, other)
    ]
    return lands[1] not in whom[0] and lands[0] not in whom[1]


def _one_time(one: Told, other: Told) -> bool:
    """Say whether the later number names no day and no place that the earlier does not."""
    if looks_back(other.said):
        return False
    days = [{*t.weekdays, *_DATED.findall(t.said)} for t in (one, other)]
    if not days[1] <= days[0]:
        return False
    if other.town and not one.town:
        return False
    return not other.places or bool(one.places & other.places)


@lru_cache(4000)
def _words(name: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _WORD.findall(name)) - _SMALL


def _land(claim: Claim, ground: Ground) -> str | None:
    """Return the country that a source speaks for, by its entity or by a name in its words."""
    source = claim.source
    if source is None:
        return None
    entity = ground.entities.get(source.entity) if source.entity else None
    if entity is not None and entity.sector in _OF_NO_SIDE:
        return None
    if entity is not None and entity.country is not None:
        return entity.country
    named = {ground.lands.get(w.lower()) for w in _WORD.findall(source.text) if w[:1].isupper()}
    return next(iter(named - {None}), None) if len(named - {None}) == 1 else None
