"""Places told by what they are: "near the village of Ao", "the Ao crossing", "AO, 3 May –"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from spacy.tokens import Doc, Token

from histor.extract.places.gazetteer import POINTS, is_town_of
from histor.extract.tokens import prepositions, text_of
from histor.records import Entity, EntityKind

__all__ = [
    "BUILDINGS",
    "NAMED_KINDS",
    "is_side_of",
    "is_told_a_place",
    "named_site",
    "on_streets",
]

#: what has a place's name behind "of" and in front
_KINDS = frozenset(
    "village town city port capital outskirts suburb suburbs neighbourhood neighborhood district "
    "province region county governorate municipality prefecture commune settlement hamlet zone "
    "quarter island peninsula valley crossing checkpoint township ward slum".split()
)
#: of these the name is a place's though it looks like a people's, and however they are written
_TOWNS = frozenset(["town", "city", "village", "port", "province", "district", "suburb", "hamlet"])
#: whose place stands behind "of": "the governor of Ao"
_OFFICES = frozenset(["governor", "mayor", "prefect"])
#: what is built, and does nothing itself: "the Lima airport siege" is not Lima's
BUILDINGS = frozenset(
    "market bridge airport airfield station harbour harbor refinery plant mine dam prison jail "
    "hospital university mosque church cathedral monastery temple shrine synagogue school hotel "
    "theatre theater mall stadium building".split()
)
#: sites that are named for the place where they are
_SITES = BUILDINGS | _KINDS
_SITES |= frozenset(
    "area centre center north south east west part parts coast shore shores bank banks border "
    "post base camp square streets front road mountains hills river basin".split()
)
#: these, in the plural too, are named by a place however it is joined: "near the villages, Ao"
NAMED_KINDS = frozenset(
    "town city village district province region state port county island suburb quarter "
    "neighbourhood neighborhood capital settlement camp township ward slum".split()
)
_NAMED_BY = frozenset(["nmod", "appos", "flat", "compound", "nmod:desc"])
#: what a town has, which is called by its name
_BODIES = frozenset(
    "court courthouse police airport prison jail hospital university prosecutor prosecutors "
    "authorities council residents refinery garrison".split()
)
_IN = frozenset(["in", "near", "outside"])
#: parts of a country before its name, and what it stands behind as nobody does
_PARTS = frozenset(
    "northern southern eastern western northeastern northwestern southeastern southwestern "
    "neighbouring neighboring".split()
)
_WITHIN = frozenset(["in", "into", "across", "throughout", "inside"])
#: what a country has and nobody else, and whose name stands behind "of"
_OWNED = frozenset(
    "parliament constitution border borders capital coast airspace currency economy population "
    "independence territory north south east west prosecutors courts judiciary electorate".split()
)
_OF_STATES = frozenset("people republic kingdom citizens north south east west".split())
#: letters of the longest initials
_INITIALS = 5
#: words before a name that tell an office, and characters before it that name a dateline's town
_OFFICE, _TOWN = 6, 40
_BEFORE_COUNTRY = re.compile(r", [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? [—–] [A-Z“\"]")
_TOWN_FIRST = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}, ")
#: what may stand between a place written large and a dateline's dash
_DATELINE = re.compile(
    r"(?:,\s(?:\d{1,2}\s)?[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,3}){0,2}(?:\s?[(/][^()/\n]{2,40}[)/])?\s?(?:[—–_]|--?\s)"
)


def is_told_a_place(doc: Doc, first: int, last: int, kind: EntityKind) -> bool:
    """Say whether the words beside a name tell that it is a place's.

    That is what the place is ("the village of Ao", "Ao district"), whose it is ("the mayor of Ao"),
    or a dateline's form. What was read as a people (``kind``) needs the first, behind "of".
    """
    of = first >= 2 and doc[first - 1].lower_ == "of"
    if of and doc[first - 2].lower_ in _TOWNS:
        return True
    if kind == "group":
        return False
    if of and (doc[first - 2].text in _KINDS | _OFFICES or doc[first - 2].lower_ == "block"):
        return True
    following = doc[last + 1] if last + 1 < len(doc) else None
    if following is not None and following.text in _KINDS and doc[last].tag_ != "JJ":
        return True  # and not "the Siberian city"
    words = doc[first : last + 1]
    country = kind in {"person", "place"} and _is_a_country(doc, first, last)
    if country or (kind != "organization" and _is_in_dateline(doc, first, last)):
        return True
    sited = first >= 1 and doc[first - 1].lower_ in _IN
    if (sited or (following is not None and following.text in _BODIES)) and is_town_of(words.text):
        return True
    opens = first == 0 or doc[first - 1].is_space or _is_large(doc, first, last)
    end = words.end_char
    return opens and words.text.isupper() and bool(_DATELINE.match(text_of(doc), end, end + 90))


def _is_large(doc: Doc, first: int, last: int) -> bool:
    """Say whether a word in capitals opens a sentence, too long for initials: "LIMA — Police"."""
    word, behind = doc[first], doc[last + 1 : last + 2].text
    return first == last and bool(word.is_sent_start) and len(word) > _INITIALS and behind in "—–"


def _is_a_country(doc: Doc, first: int, last: int) -> bool:
    """Say whether the words beside a name are those beside a country's, whoever invented it.

    "Northern Ao", "across Ao", "Ao's parliament", "the people of Ao", "ministry of health of Ao".
    """
    before = [t.lower_ for t in doc[max(0, first - _OFFICE) : first]]
    if before and (before[-1] in _PARTS or (first == last and before[-1] in _WITHIN)):
        return True
    behind = doc[last + 1 : last + 4]
    if len(behind) > 1 and behind[0].tag_ == "POS":
        owned = next((t for t in behind[1:] if t.pos_ == "NOUN"), None)
        return owned is not None and owned.lower_ in _OWNED
    if len(before) < 2 or before[-1] != "of":
        return False
    ministry = any(w in {"ministry", "minister"} and n == "of" for w, n in pairwise(before[:-1]))
    return before[-2] in _OF_STATES or ministry


def _is_in_dateline(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name stands in a dateline: "Ao, Name – He …", "AO, Name, Nov 7 (…) -"."""
    if first == 0 or doc[first - 1].is_space:
        end = doc[last].idx + len(doc[last].text)
        return bool(_BEFORE_COUNTRY.match(text_of(doc), end, end + 60))
    if first < 2 or doc[first - 1].text != ",":
        return False
    start = doc[first].idx
    line = text_of(doc)[max(0, start - _TOWN) : start]
    opening = line[line.rfind("\n") + 1 :]
    whole = "\n" in line or start <= _TOWN
    end = doc[last].idx + len(doc[last].text)
    return whole and bool(
        _TOWN_FIRST.fullmatch(opening) and _DATELINE.match(text_of(doc), end, end + 90)
    )


def on_streets(place: Token) -> bool:
    """Say whether a place is one on whose streets something is: "took to the streets of X"."""
    return "of" in prepositions(place) and place.head.lower_ in {"streets", "squares"}


def is_side_of(place: Token) -> bool:
    """Say whether a place only tells on which side of it something is: "north of Ao"."""
    start = place.left_edge.i
    before = place.doc[max(place.sent.start, start - 1) : place.i]
    sides = [t for t in before if t.lower_ in POINTS]
    return bool(sides) and "of" in prepositions(place) and sides[0].i <= start


def named_site(head: Token, at: Mapping[int, Entity]) -> Entity | None:
    """Return the place whose name tells which village, port or crossing a noun means.

    Args:
        head: the noun.
        at: the entities that words name, by their numbers.
    """
    sited, named = head.lower_ in _SITES, head.lemma_.lower() in NAMED_KINDS
    if not (sited or named):
        return None
    near = [(c, at[c.i]) for c in head.children if c.i in at and at[c.i].kind == "place"]
    for child, entity in near if sited else ():
        behind = child.dep_ in {"nmod", "appos"} and prepositions(child) <= {"of"}
        if behind or child.dep_ in {"compound", "flat"}:
            return entity
    return next((e for c, e in near if named and c.dep_ in _NAMED_BY), None)
