"""Where a name begins and ends within the words that were read as one."""

from __future__ import annotations

import calendar

from spacy.tokens import Doc, Span, Token

from histor.extract.lexicons import offices, titles, trades
from histor.extract.names.affiliations import countries_in
from histor.extract.names.role_words import (
    ARTICLES,
    LOCAL,
    SHORT_TITLES,
    SURNAMES,
    is_title,
    opens_whole_title,
    title_words,
)
from histor.extract.places.gazetteer import gazetteer, is_known_place, normal_name
from histor.extract.tokens import HYPHENS
from histor.records import EntityKind

__all__ = [
    "HONORIFICS", "before_a_participle", "before_a_title", "before_common_nouns",
    "before_half_a_title", "before_whole_title", "behind_its_kind", "behind_people",
    "first_name_word", "is_no_end", "last_of_name",
]  # fmt: skip

HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady madam st gen lt col maj capt sgt sen rep gov prof rev hon me "
    "maître engr spc cpl pvt pfc lcpl cdr cmdr adm brig insp supt commodore const "
    "msgr monsignor shri smt".split()
)
#: lower-case words that begin a name in some languages
_PARTICLES = frozenset(
    "al el bin ibn abu ben de del della der di du da dos van von ter la le".split()
)
#: words with which no name ends
_TRAILING = frozenset("of the and in for to at on from with said who".split())
#: names that a number follows
_NUMBERED = frozenset(
    ["Channel", "Radio", "Kanal", "Canal", "TV", "Interstate", "Highway", "Route"]
)
_WEEKDAYS = frozenset(calendar.day_name)
#: what a state is called before its name, and nothing else is
_REALMS = frozenset(["Kingdom", "Sultanate"])
#: inhabitants from which a town is believed to be what a people's name stands before
_LARGE = 15_000
#: participles behind a hyphen, and the words that these are
_LED = frozenset(
    "led backed based born made run controlled administered held occupied supplied funded aligned "
    "brokered mediated supported trained built owned linked".split()
)
_HYPHENED = 2
#: words of "rebel-held"
_HOLDER = 3
#: words of an office with its place and a name
_LEAST = 4


def first_name_word(ent: Span, kind: EntityKind) -> int:
    """Return the index in the document of the first word that belongs to the name."""
    first, last = ent.start, ent.end - 1
    if kind == "place" and _opens_with_holder(ent):
        return first + _HOLDER  # "rebel-held | Salto"
    if kind == "person":
        first = _behind_an_office(ent)
    if kind == "person" and first == ent.start:  # "Salto Governor | A. B."
        offices_in = [t.i for t in ent[1:-1] if is_title(t) and t.lower_ not in SURNAMES]
        first = offices_in[-1] + 1 if offices_in else first
        while first < last and ent.doc[first].is_punct:
            first += 1
    while first < last and _is_outside(ent.doc[first], ent.doc[first + 1], kind):
        first += 1
    return first


def _opens_with_holder(ent: Span) -> bool:
    """Say whether a place's name was read with who holds it: "rebel-held Salto"."""
    if len(ent) <= _HOLDER or ent[1].text not in HYPHENS:
        return False
    return ent[0].text.islower() and ent[2].text.islower() and ent[_HOLDER].text[:1].isupper()


def _is_outside(word: Token, following: Token, kind: EntityKind) -> bool:
    lower = word.lower_.strip(".")
    if lower in ARTICLES or lower == "ethnic":
        return True
    capitalised = following.text[:1].isupper()
    if word.text.islower() and word.text.isalpha() and lower not in _PARTICLES:
        return capitalised and word.pos_ in {"NOUN", "ADJ", "DET", "ADP"}
    if kind != "person" or not capitalised:
        return False
    if lower in titles() or lower in HONORIFICS:
        return True
    if lower in title_words() and is_title(following):
        return True  # "Foreign Minister A. B."
    # "Secretary of State N. N." read as a person called State
    before = word.doc[word.i - 1].lower_ if word.i > 0 else ""
    return lower in offices() and before in {"of", "for", *offices()}


def _behind_an_office(ent: Span) -> int:
    """Return where a name begins behind an office with its place: "Minister for Peru | A. B."."""
    if len(ent) < _LEAST or not is_title(ent[0]) or ent[1].lower_ not in {"for", "of", "to"}:
        return ent.start
    opening = 3 if ent[2].lower_ in ARTICLES else 2
    for end in range(len(ent) - 1, opening, -1):
        if gazetteer().named(ent[opening:end].text):
            return ent.start + end
    return ent.start


def last_of_name(ent: Span) -> int:
    """Return the index of a name's last word; "Security" before "Council" is not yet all of it."""
    doc, last = ent.doc, ent.end - 1
    if ent.label_ == "PERSON" and len(ent) > 2 and doc[last].text in _WEEKDAYS:
        return last - 1  # "A. B. Thursday opened a school"
    if ent.label_ == "PERSON" and (of := _before_a_body(ent)) is not None:
        return of - 1
    if doc[last].text in _NUMBERED and last + 1 < len(doc) and doc[last + 1].is_digit:
        return last + 1  # "Channel 5"
    while ent.label_ == "PERSON" and last + 1 < len(doc) and _is_surname_of(doc[last + 1], ent):
        last += 1
    while (
        last + 1 < len(doc)
        and doc[last].dep_ == "compound"
        and doc[last].head.i == last + 1
        and doc[last + 1].pos_ == "PROPN"
        and doc[last + 1].text[:1].isupper()
        and not doc[last + 1].ent_type_
        and not _begins_a_title(doc, last + 1)
    ):
        last += 1
    return last


def _is_surname_of(word: Token, ent: Span) -> bool:
    """Say whether a word right behind a person's name is the rest of it: "Gitana | Nausėda"."""
    named = word.pos_ == "PROPN" and word.text[:1].isupper() and word.text.isalpha()
    own = word.dep_ == "flat" and ent.start <= word.head.i < ent.end and not word.ent_type_
    return named and own and not is_title(word)


def _before_a_body(ent: Span) -> int | None:
    """Return where "of" stands behind a first name and surname: "A. B. | of Salto United"."""
    for word in ent[2:-1]:
        if word.lower_ == "of":
            named = ent.doc[ent.start : word.i]
            return None if any(is_title(t) or not t.text[:1].isupper() for t in named) else word.i
    return None


def _begins_a_title(doc: Doc, at: int) -> bool:
    """Say whether a word is the title of who is named behind: "KNUT | Chief of Staff A. B."."""
    if not is_title(doc[at]):
        return False
    behind = doc[at + 1 : at + 3]
    if len(behind) > 1 and behind[0].text == ".":
        behind = behind[1:]
    return bool(behind) and (
        behind[0].text in {"of", "for", "-"} or behind[0].ent_type_ == "PERSON"
    )


def before_a_title(doc: Doc, first: int, last: int) -> int:
    """Return where a body's name ends before the title of who is named next.

    "Supreme Court | Justice A. B.", "US | Defense Secretary A. B.".
    """
    behind = doc[last + 1 : last + 2]
    if last == first or doc[last].lower_ not in titles() or not behind:
        return last
    if behind[0].ent_type_ != "PERSON":
        return last
    last -= 1
    while last > first and doc[last].lower_ in title_words():
        last -= 1
    return last


def before_whole_title(doc: Doc, first: int, last: int) -> int | None:
    """Return where a town's name ends before a title of two words: "Salto | Fire Chief A. B.".

    None where no such title follows, or what stands before it is on no map.
    """
    last -= last > first and opens_whole_title(doc[last])
    titled = last + 2 < len(doc) and opens_whole_title(doc[last + 1])
    borne = titled and doc[last + 3 : last + 4].text and doc[last + 3].ent_type_ == "PERSON"
    return last if borne and gazetteer().named(doc[first : last + 1].text) else None


def before_a_participle(doc: Doc, first: int, last: int) -> int:
    """Return where a name ends before what its bearer only does for others: "US | -led"."""
    if last - first <= 1 or doc[last - 1].text not in HYPHENS:
        return last
    return last - _HYPHENED if doc[last].lower_ in _LED else last


def before_half_a_title(doc: Doc, last: int) -> bool:
    """Say whether a name ends with the half of a title: "Secretary | -General"."""
    behind = doc[last + 1 : last + 3]
    return (
        doc[last].lower_ in titles()
        and len(behind) > 1
        and behind[0].text == "-"
        and behind[1].text[:1].isupper()
    )


def is_no_end(word: Token, kind: EntityKind) -> bool:
    """Say whether a name does not end with a word: "US Secretary" is the US and an office."""
    before = word.doc[max(0, word.i - 1)].text
    office = kind == "place" and word.lower_ in titles() and before != "-"
    short = kind in {"place", "organization"} and word.lower_.strip(".") in SHORT_TITLES | LOCAL
    return word.lower_ in _TRAILING or office or short


def before_common_nouns(doc: Doc, first: int, last: int) -> int:
    """Return a people's name without what it describes: "Chilean | river guards"."""
    if not doc[first].text[:1].isupper() or not countries_in(doc[first].text):
        return last
    tail = doc[first + 1 : last + 1]
    lower = len(tail) > 0 and all(t.text.islower() and t.pos_ == "NOUN" for t in tail)
    described = last + 1 < len(doc) and doc[last].dep_ == "compound" and doc[last].head.i > last
    seat = len(tail) == 1 and _is_seat(tail[0])  # "the Chilean | capital"
    return first if (lower and described) or seat else last


_BLOCS = frozenset("bloc group alliance agency organisation organization union body".split())


def behind_its_kind(doc: Doc, first: int, last: int) -> int:
    """Return where a place's name begins behind what it is.

    "Chilean capital | Santiago", "port city of | Salto", "Kingdom of | Thailand", "Chile's | Ayo".
    """
    owner = next((i for i in range(first + 1, last) if doc[i].tag_ == "POS"), None)
    if owner is not None and countries_in(doc[first:owner].text) and doc[owner + 1].is_title:
        first = owner + 1
    kind = next((i for i in range(last - 1, first, -1) if doc[i].lower_ in _BLOCS), None)
    if kind is not None and all(doc[i].text[:1].isupper() for i in range(kind + 1, last + 1)):
        return kind + 1  # "the East African bloc | N"
    of = next((i for i in range(first + 1, last) if doc[i].lower_ == "of"), None)
    if of == first + 1 and doc[first].text in _REALMS and countries_in(doc[of + 1 : last + 1].text):
        return of + 1
    if of is not None and doc[of - 1].text.islower() and doc[of - 1].pos_ in {"NOUN", "PROPN"}:
        article = doc[of + 1].lower_ in ARTICLES and of + 1 < last
        return of + 1 + article
    at = first + 1
    while at < last and doc[at].text.islower() and (doc[at].pos_ == "NOUN" or _is_seat(doc[at])):
        at += 1
    described = at > first + 1 and doc[at].text[:1].isupper() and countries_in(doc[first].text)
    if described:
        return at
    return first + 1 if _behind_people_of_it(doc, first, last) else first


def _is_seat(word: Token) -> bool:
    return word.lower_ in {"capital", "city", "town", "port"}


def _behind_people_of_it(doc: Doc, first: int, last: int) -> bool:
    """Say whether a people's name stands before that of a place which is known: "Serb | Kosovo"."""
    whole, rest = doc[first : last + 1].text, doc[first + 1 : last + 1].text
    if first == last or not doc[first].text[:1].isupper() or gazetteer().named(whole):
        return False
    of_people = normal_name(doc[first].text) in gazetteer().adjectives or (
        bool(countries_in(doc[first].text)) and not is_known_place(doc[first].lower_)
    )
    end = last - (last > first + 1 and doc[last].text.islower())  # "Serb Kosovo | province"
    known = gazetteer().named(doc[first + 1 : end + 1].text)
    large = any(c.feature != "PPL" or c.population >= _LARGE for c in known)
    return of_people and rest[:1].isupper() and large


def behind_people(doc: Doc, first: int, last: int) -> int:
    """Return where a country's name begins behind whom a heading's capitals join to it.

    "Call Up Leaders Of | Chile" is no body's name: leaders, soldiers and officials are many.
    """
    for n in range(first + 1, last):
        people = doc[n - 1].lower_
        one = people.removesuffix("s")
        if doc[n].lower_ != "of" or not (one in titles() or one in trades()):
            continue
        rest = " ".join(t.lower_ for t in doc[n + 1 : last + 1] if any(c.isalnum() for c in t.text))
        if people.endswith("s") and is_known_place(rest):
            return n + 1
    return first
