"""Names that were read as a person's though the page only ever says where something was.

"Shots were fired at Oro", "from Oro to Ayo", "the road between Oro and Ayo": who has no title, does
nothing and is told nothing, is the place; what no map has needs "in", "at", "near" or "outside".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from spacy.tokens import Doc, Span, Token

from histor.extract.places.gazetteer import gazetteer
from histor.extract.tokens import prepositions

__all__ = ["told_where"]

_WHERE = frozenset("in at near off into outside inside around through between across".split())
#: verbs and nouns behind which "from" and "to" stand before a place
_MOVING = frozenset(
    "go travel move march flee drive fly shell withdraw arrive retreat advance road route convoy "
    "deploy return escape evacuate flight train bus highway".split()
)
#: of these, what stands before a place that no map has
_WHERE_ALONE = frozenset(["in", "at", "near", "off", "outside"])
#: nouns whose "of" or "in" stands before a place or an office of it, and never before a person
_SITED = frozenset(
    "area town city village district province region diocese port border road temple crossing "
    "hall checkpoint outskirts north south east west".split()
)
_OF_THEM = frozenset(["mayor", "governor", "prefect", "resident"])
#: nouns and verbs behind which "in", "at", "to" or "from" stands before a person
_OF_PEOPLE = frozenset(
    "confidence faith trust believe belief interest invest laugh shout angry look point letter "
    "message call speak talk write listen appeal loyal close opposed opposition reply answer thank "
    "gratitude order statement quote hear learn receive demand offer give hand send present report "
    "according anger surrender turn allegiance tie link".split()
)
_AIMING = frozenset(["fire", "shoot", "aim"])
#: what places do, and what befalls them
_OF_PLACES = frozenset(
    "fall lie remain become stand see come belong suffer burn attack shell bomb seize capture take "
    "retake besiege surround evacuate flood destroy occupy liberate cut".split()
)
#: what people do to a place: "fled Oro", "left Oro on Sunday"
_GONE = frozenset("reach flee enter leave besiege encircle overrun evacuate".split())
_ACTING = frozenset(["nsubj", "nsubj:pass", "obl:agent", "iobj", "obj", "vocative", "root"])
_NAMED = frozenset(["conj", "flat", "appos", "compound"])


def told_where(
    doc: Doc, named: Mapping[str, Iterable[tuple[int, int]]], titled: Collection[str]
) -> set[str]:
    """Return which names of persons only ever tell where something was.

    Args:
        doc: the page.
        named: by a name's key, the bounds of its mentions in characters.
        titled: keys of names that bear a title or are of several bearers.
    """
    found = set()
    for key, mentions in named.items():
        if key in titled:
            continue
        ties = _WHERE if gazetteer().named(key) else _WHERE_ALONE
        spans = [span for a, b in mentions if (span := doc.char_span(a, b)) is not None]
        if any(_is_where(s, ties) for s in spans) and not any(_acts(s.root) for s in spans):
            found.add(key)
    return found


def _is_where(name: Span, ties: Collection[str]) -> bool:
    """Say whether a name stands where a place does, itself or with those that it is joined to."""
    head, first = name.root, name.start
    if _is_gone_from(head):
        return True
    while head.dep_ == "conj" and not prepositions(head) and head.head.i != head.i:
        head = head.head
        first = head.left_edge.i + len(prepositions(head))
    before, over = name.doc[first - 1].lower_ if first else "", head.head
    site = over.lemma_.lower()
    if before in {"of", "in"} and site in _SITED | _OF_THEM:
        return True
    if site in _SITED and head.dep_ == "appos" and head.i == first:
        return True
    owned = any(c.tag_ == "POS" for c in head.children)
    if before in {"from", "to"} and ties is _WHERE:
        return over.lemma_.lower() in _MOVING
    if over.pos_ == "VERB" and over.lemma_.lower() in _AIMING:
        return False
    beside = {over.lemma_.lower(), name.doc[max(0, first - 2)].lemma_.lower()}
    return before in ties and not owned and beside.isdisjoint(_OF_PEOPLE)


def _is_gone_from(head: Token) -> bool:
    """Say whether a name is what somebody reaches or leaves, and not in what state he leaves it."""
    verb = head.head
    if head.dep_ != "obj" or verb.lemma_.lower() not in _GONE or head.i < verb.i:
        return False
    arcs = {c.dep_ for c in verb.children if c.i > head.i}
    return arcs.isdisjoint(["xcomp", "acl", "iobj", "obj"])


def _acts(head: Token) -> bool:
    """Say whether somebody of a name does something, or is told of as people are."""
    while head.dep_ in _NAMED and head.head.i != head.i:
        head = head.head
    if any(c.lower_ in {"who", "whom", "whose"} for c in head.subtree):
        return True
    verb = head.head
    if head.dep_ in _ACTING:
        return verb.lemma_.lower() not in _OF_PLACES and not _is_gone_from(head)
    return "by" in prepositions(head)
