"""What the words beside an event's own say of its place among others: before it, the first, in all.

"The earlier truce" is not the one that holds now, and who counts those killed since May counts more
than a day's dead.
"""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["FIRST", "FORMER", "had_been", "is_called", "is_counted_from", "is_total"]

#: words before an event's own that are its
_NEAR = 4
#: what says that an event is not the one told of now, but one before it
FORMER = frozenset("earlier previous prior former".split())
#: and that it is the first of several
FIRST = frozenset("first initial original".split())
#: what says that those whom an event befell are counted over a time, and words that say so beside
#: it: "has killed 60 people since May", not "the worst since May"
_SINCE = re.compile(
    r"(?<!\bhas )(?<!\bhave )(?<!\bhad )\bsince\b|\bso far\b"
    r"|\b(?:in|over|during|within)\s(?:the\s)?(?:past|last)\s(?:[\w-]+\s)?(?:days|weeks|months|years)\b"
    r"|\b(?:in|over|during|within)\s(?:the\s|its\s)?(?:first\s)?[\w-]+\s(?:days|weeks|months|years)"
    r"\sof\s(?:\w+\s)?(?:fighting|clashes|war|violence|conflict|battles?|unrest|protests?|shelling"
    r"|bombing|raids|strikes)\b",
    re.I,
)
#: the same as what killed them: "five days of fighting killed 48 people"
_DAYS_OF = re.compile(
    r"\b[\w-]+\s(?:days|weeks|months|years)\sof\s(?:\w+\s)?(?:fighting|clashes|war|violence"
    r"|conflict|unrest|shelling|bombing)\s(?:ha(?:s|ve|d)\s)?\Z",
    re.I,
)
#: what stands before the deed of another event, from which the one of the sentence is counted
_COUNTED_FROM = re.compile(
    r"\b(?:days?|weeks?|fortnight|months?|years?)\s(?:after|since)\s[^,;:]*\b(?:that|which)\s"
    r"(?:\w+\s){0,3}\Z"
)
_ALREADY = re.compile(r"\bhad (?:already|previously|earlier) (?:been )?(?:\w+ly )?\Z", re.I)
_WORST = re.compile(r"\b(?:worst|first|most|[a-z]{3,}iest|[a-z]{4,}est)\b", re.I)
#: characters after an event's word among which that is said
_SINCE_NEAR = 70
#: words after which that is said of something else: "a second day of clashes"
_BETWEEN = frozenset("of in on at for to from by with after day week city".split())


def is_called(sentence: str, trigger: str, words: Collection[str]) -> bool:
    """Say whether one of some words stands before an event's own and is said of it.

    >>> is_called("The earlier 72-hour truce broke.", "truce", {"earlier"})
    True
    >>> is_called("In an earlier day of raids.", "raids", {"earlier"})
    False
    """
    at = sentence.find(trigger)
    before = sentence[: max(at, 0)].lower().split()[-_NEAR:]
    said = [n for n, word in enumerate(before) if word in words]
    return bool(said) and _BETWEEN.isdisjoint(before[said[-1] :])


def had_been(sentence: str, trigger: str) -> bool:
    """Say whether something had already come about when what is told of came.

    >>> had_been("The general had already been wounded in the fighting.", "wounded")
    True
    >>> had_been("The general was wounded in the raid.", "wounded")
    False
    """
    at = sentence.find(trigger)
    return at > 0 and _ALREADY.search(sentence[:at]) is not None


def is_counted_from(sentence: str, trigger: str, near: int) -> bool:
    """Say whether a deed is that of an earlier event, from which its sentence counts.

    Args:
        sentence: its words.
        trigger: the deed's word.
        near: where its number stands; of two such words the one nearest to it is meant.

    >>> said = "One was killed on Monday, weeks after the quake that killed 90."
    >>> is_counted_from(said, "killed", said.index("90")), is_counted_from(said, "killed", 0)
    (True, False)
    """
    places = [m.start() for m in re.finditer(re.escape(trigger), sentence)]
    at = min(places, key=lambda place: abs(place - near), default=None)
    return at is not None and _COUNTED_FROM.search(sentence[:at]) is not None


def is_total(sentence: str, trigger: str) -> bool:
    """Say whether those whom an event befell are counted over a time.

    >>> is_total("It has killed 60 people since May.", "killed")
    True
    >>> is_total("The blast killed six, the deadliest since May.", "killed")
    False
    >>> is_total("It killed six, a toll that has since risen.", "killed")
    False
    >>> is_total("Some 48 were killed in the five days of fighting.", "killed")
    True
    >>> is_total("Three weeks of clashes killed 48 people.", "killed")
    True
    """
    at = sentence.find(trigger)
    if at > 0 and _DAYS_OF.search(sentence[:at]):
        return True
    after = sentence[at + len(trigger) :][:_SINCE_NEAR] if at >= 0 else ""
    said = _SINCE.search(after)
    return said is not None and not _WORST.search(sentence[: at + len(trigger) + said.start()])
