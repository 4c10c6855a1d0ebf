"""Whether two numbers are told of one matter, of another time, or of a wider one."""

from __future__ import annotations

import re

from histor.assess.parts import Told, days_between
from histor.extract.events.event_words import event_words
from histor.link.vectors import cosine
from histor.records import Document
from histor.sentence_ends import is_closed

__all__ = ["another_time", "looks_back", "one_matter", "wider"]

#: cosine of two sentences from which they can tell one thing: where something binds them, in pages
#: of two stories, and where nothing does
_ALIKE, _VERY, _ALONE = 0.25, 0.35, 0.5
#: and where day and place are shared, or the event
_PLACED = 0.05
#: days between pages of two stories that can tell one thing
_MONTH = 30
#: days between pages whose numbers of no day and no place can be of one deed
_DAYS = 3
#: words that look back to another happening
_BACK = re.compile(
    r"\b(?:last|previous|past|earlier|early|late|this|that) "
    r"(?:week|month|year|spring|summer|autumn|winter|in \w+|"
    r"Jan\w+|Feb\w+|March|April|May|June|July|Aug\w+|Sept\w+|Oct\w+|Nov\w+|Dec\w+)"
    r"|\b(?:ago|recent(?:ly)?|so far|prior|previous(?:ly)?)\b"
    r"|\b(?:years?|months?|weeks?) (?:after|before|earlier|later)\b"
    r"|\bin (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:19|20)\d\d)\b",
    re.I,
)
#: words that count wider than one happening
_SCOPE = re.compile(
    r"\b(?:nationwide|countrywide|worldwide|across|throughout|altogether|overall|combined|"
    r"in (?:all|total)|(?:on|of|from) both sides|"
    r"(?:in|of|from) (?:both|the two) (?:countries|states)|(?:the )?(?:whole|entire)|"
    r"since (?!then)|so far this|this (?:year|month)|"
    r"over the (?:past|last)|a total of|twin|series of|attacks|bombings|explosions|blasts|strikes|"
    r"raids|clashes|shootings|incidents|accidents|avalanches|landslides)\b",
    re.I,
)


#: where something was, by a common noun: "on the road", "in two of its camps"
_SCENE = re.compile(
    r"\b(?:on|in|at|inside|near|outside|along|aboard)\s(?:the|its|their|his|her)\s"
    r"(?P<noun>[a-z]+)(?=[\s,.;]|\Z)(?!\sof\b)"
)
#: where all is that a page tells, and nouns that are no place
_NO_SCENE = frozenset(
    "city town village area region district province county country capital scene site place north "
    "south east west morning evening night day afternoon past last first next weekend week month "
    "year aftermath wake incident disaster toll total end ground meantime".split()
)
#: a place that the page told of before, and that may be another
_THERE = re.compile(r"\b(?:t?here|elsewhere)\b", re.I)


def looks_back(text: str) -> bool:
    """Say whether words look back to another time: "in early March", "two years ago"."""
    return _BACK.search(text) is not None


def another_time(one: Told, other: Told) -> bool:
    """Say whether one account looks back ("in early March") or the two name other weekdays."""
    if one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return True
    back = [{m[0].lower() for m in _BACK.finditer(x.sentence.text)} for x in (one, other)]
    return back[0] != back[1] and not one.weekdays & other.weekdays


def one_matter(a: Told, b: Told, gap: int | None) -> bool:
    """Say whether two figures count the same thing of the same event."""
    if None in (a.document.written, b.document.written) and not _other_numbers(a, b):
        return False  # of undated pages, nothing less tells one quake from the next
    alike = cosine(a.words, b.words)
    one_scene = _has_scene(a.sentence.text) == _has_scene(b.sentence.text)
    told_alike = alike >= (_PLACED if one_scene else _ALIKE)
    if a.event.id == b.event.id and (gap == 0 or a.places & b.places or told_alike):
        return True
    if a.event.id == b.event.id and gap is None and _nothing_else(a, b):
        return True
    dates = [[x.event.date] if x.event.date else [] for x in (a, b)]
    if gap is None and days_between(*dates):
        return False
    if gap == 0 and a.places & b.places and _one_kind(a, b) and alike >= _PLACED:
        return True
    if a.document.story != b.document.story:
        return _together(a.document, b.document) and alike >= _VERY
    # "four … and two civilians" on both pages is one toll, in whatever words
    if len(a.numbers & b.numbers) > 1:
        return True
    alike_type = a.event.type == b.event.type and _same_days(a.document, b.document)
    bound = gap == 0 or bool(a.places & b.places) or alike_type
    return alike >= (_ALIKE if bound else _ALONE)


def _nothing_else(a: Told, b: Told) -> bool:
    """Say whether pages of the same days tell one toll, of which one has nothing beside it.

    "Residents put the dead at 23.": day and place were told before; not so in a heading.
    """
    if not _same_days(a.document, b.document):
        return False
    bare = [not x.places and not x.weekdays and is_closed(x.sentence.text) for x in (a, b)]
    return any(bare) and not any(
        _SCOPE.search(text) or _THERE.search(text) or looks_back(text) or _has_scene(text)
        for text in (a.sentence.text, b.sentence.text)
    )


def _has_scene(text: str) -> bool:
    """Say whether words tell where it was without naming it, by what is no deed.

    >>> _has_scene("Eleven people died on the road."), _has_scene("Two died in the raid.")
    (True, False)
    """
    words = event_words()
    nouns = {match["noun"] for match in _SCENE.finditer(text)} - _NO_SCENE
    deeds = (words.triggers, words.causes, words.other)
    return any(not any(noun.removesuffix("s") in known for known in deeds) for noun in nouns)


def _one_kind(a: Told, b: Told) -> bool:
    """Say whether two accounts tell one kind of event: dead without a doer may be of any."""
    kinds = {a.event.type, b.event.type}
    return len(kinds) == 1 or "OTHER" in kinds


def _same_days(a: Document, b: Document) -> bool:
    """Say whether two pages can be of the same days: weeks later, a like deed is another."""
    written = [d.written for d in (a, b) if d.written is not None]
    return len(written) < 2 or (days_between(written[:1], written[1:]) or 0) <= _DAYS


def _together(a: Document, b: Document) -> bool:
    one, other = a.written, b.written
    if one is None or other is None:
        return False
    days = [one.first, other.first]
    return abs((days[0] - days[1]).days) <= _MONTH


def wider(more: Told, less: Told) -> bool:
    """Say whether one account counts over more places or happenings than another."""
    if _SCOPE.search(more.sentence.text) and not _SCOPE.search(less.sentence.text):
        return True
    if less.lands and less.lands < more.lands:
        return True
    if not less.town or more.town:
        return False
    # of a town, where the other number may be of all: unless they are told in like words
    untold = not more.lands and cosine(more.words, less.words) < _ALIKE
    return untold or less.lands == more.lands


def _other_numbers(a: Told, b: Told) -> bool:
    """Say whether two sentences share a number beside those compared."""
    own = {(f.quantity, f.low, f.high) for f in (a.figure, b.figure)}
    return bool((a.numbers & b.numbers) - own)
