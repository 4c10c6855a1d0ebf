"""One occurrence of a name, without the words around it that are none of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from histor.extract.affiliations import countries_in, sector_of
from histor.extract.gazetteer import gazetteer, is_known_place
from histor.extract.lexicons import offices, titles
from histor.extract.roles import SHORT_TITLES, is_title, role_of, role_told_apart, title_words
from histor.records import Document, EntityKind, Role

__all__ = ["ARTICLES", "Mention", "read_mention"]

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "PLACE": "place",
    "GROUP": "group",
    "OTHER": "other",
    # OntoNotes' names, which most other spaCy pipelines use
    "PER": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "other",
    "LAW": "other",
    "MISC": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
}
ARTICLES = frozenset(["the", "a", "an"])
_HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady madam st gen lt col maj capt sgt sen rep gov prof rev".split()
)
#: lower-case words that begin a name in some languages
_PARTICLES = frozenset(
    "al el bin ibn abu ben de del della der di du da dos van von ter la le".split()
)
#: words with which no name ends
_TRAILING = frozenset("of the and in for to at on from with said who".split())
#: a closing mark to which the next word is glued: 'Chile”With'
_GLUED = re.compile(r"[”»](?=\w)")
#: what an outlet is, behind its name
_OUTLET_NOUNS = frozenset(
    "news agency newspaper newspapers daily magazine website channel television radio tv".split()
)
_EDGE = re.compile(r"^[\W_]+")
_TAIL = re.compile(r"(?:['’]s?)?[\W_]*$")
_INITIALISM = re.compile(r"(?:\b\w\.)+\w$")
_LONGEST = 200
#: parts of speech of what is no name, and words of a phrase in apposition
_COMMON = frozenset(["PRON", "DET", "VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ"])
_APPOSED = 4
_PERSON_WORDS = 4
#: titles that are surnames too
_SURNAMES = frozenset(
    "king major bishop pope judge prince marshal doctor nurse abbot chancellor justice queen "
    "sultan captain general".split()
)
#: offices that stand right behind their place
_LOCAL = frozenset(["governor", "mayor", "gov"])
#: titles that bodies and places have as well
_ANYBODYS = frozenset("leader member chair speaker resident representative principal".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A name's place in the text in code points, what it seems to name, and the role beside it."""

    start: int
    end: int
    text: str
    kind: EntityKind
    role: Role | None


def read_mention(document: Document, ent: Span) -> Mention | None:
    """Return the name in an entity span; none if it holds none.

    Leading articles, titles and common nouns, a genitive's s and punctuation at the edges are left
    out. A person's span that is all title ("US Secretary") holds no name.
    """
    kind = _KINDS.get(ent.label_)
    if kind is None:
        return None
    first = _first_name_word(ent, kind)
    last = _last_of_name(ent)
    while last > first and _is_no_end(ent.doc[last], kind):
        last -= 1
    if kind == "person" and _is_office(ent):
        return None
    if kind in {"place", "other", "organization"}:
        last = _before_common_nouns(ent.doc, first, last)
        first = _behind_its_kind(ent.doc, first, last) if kind == "place" else first
    while kind == "organization" and last > first and ent.doc[last].text in _OUTLET_NOUNS:
        last -= 1
    final = ent.doc[last]
    start, end = _inner(document.text, ent.doc[first].idx, final.idx + len(final.text))
    text = document.text[start:end]
    if not any(c.isalpha() for c in text) or text.islower() or len(text) > _LONGEST or "\n" in text:
        return None
    if text.lower() in ARTICLES or text.lower().strip(".") in _HONORIFICS:
        return None
    if document.text[end : end + 1] == "$" or _is_no_name(ent.doc[first : last + 1], kind):
        return None
    if kind != "organization" and _is_called_an_outlet(ent.doc, first, last):
        kind = "organization"
    role = None
    if kind == "person":
        kind = "place" if _has_a_local_office(ent.doc, first, last) else kind
        role = role_of(document, ent) if kind == "person" else None
    elif kind != "group" and _may_be_a_person(ent.doc, first, last):
        role = role_told_apart(document, ent.doc[first : last + 1])
        kind = "person" if role is not None and _of_one(role) else kind
        role = role if kind == "person" else None
    if kind in {"place", "other"} and _is_demonym(ent.doc, first, last + 1):
        kind = "group"
    return Mention(start, end, text, kind, role)


def _is_no_name(words: Span, kind: EntityKind) -> bool:
    """Say whether words read as a name are a common word with a capital, or a title alone."""
    if len(words) == 1 and not words.text.isupper() and words[0].pos_ in _COMMON:
        return True
    return kind == "person" and all(is_title(t) or t.is_punct for t in words)


def _is_called_an_outlet(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name is told to be an agency's or paper's: "news agency X", "the X daily"."""
    before = doc[first - 1] if first > 0 else None
    after = doc[last + 1 : last + 3]
    if before is not None and before.lower_ in _OUTLET_NOUNS and before.text.islower():
        return True
    if after and after[0].lower_ in _OUTLET_NOUNS and after[0].text.islower():
        return after[0].lower_ != "news" or after[-1].lower_ in _OUTLET_NOUNS
    if after and after[0].text == "," and after[-1].lower_ in {"a", "an", "the"}:
        phrase = doc[last + 3 : last + 3 + _APPOSED]
        noun = next((t for t in phrase if t.pos_ == "NOUN"), None)
        return noun is not None and noun.lower_ in _OUTLET_NOUNS
    return False


def _is_office(ent: Span) -> bool:
    """Say whether a person's span is all title: "US Secretary", but not "A. Major"."""
    last = ent[-1].lower_
    if last not in titles():
        return False
    if last not in _SURNAMES:
        return True
    known = title_words()
    return all(
        t.lower_ in known or t.text.isupper() or countries_in(t.text) or is_known_place(t.lower_)
        for t in ent[:-1]
    )


def _has_a_local_office(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name of one word is a place's: "Salto | Governor A. B."."""
    if first != last or last + 2 >= len(doc):
        return False
    following = doc[last + 2] if doc[last + 2].text != "." else doc[min(last + 3, len(doc) - 1)]
    office = doc[last + 1].lower_.strip(".") in _LOCAL
    return office and following.ent_type_ == "PERSON"


def _may_be_a_person(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name has a person's form: two to four capitalised words, none a body's."""
    words = doc[first : last + 1]
    shaped = 2 <= len(words) <= _PERSON_WORDS and all(
        t.text[:1].isupper() and t.text.isalpha() and not t.text.isupper() and not is_title(t)
        for t in words
    )
    return (
        shaped
        and not is_known_place(words.text.lower())
        and sector_of("organization", words.text, ()) is None
        and not any(countries_in(t.text) for t in words)
    )


def _of_one(role: Role) -> bool:
    """Say whether a role is a person's alone: a firm may be a leader too."""
    return role.title.split()[-1].lower() not in _ANYBODYS


def _is_no_end(word: Token, kind: EntityKind) -> bool:
    """Say whether a name does not end with a word: "US Secretary" is the US and an office."""
    before = word.doc[max(0, word.i - 1)].text
    office = kind == "place" and word.lower_ in titles() and before != "-"
    short = kind in {"place", "organization"} and word.lower_.strip(".") in SHORT_TITLES | _LOCAL
    return word.lower_ in _TRAILING or office or short


def _last_of_name(ent: Span) -> int:
    """Return the index of a name's last word; "Security" before "Council" is not yet all of it."""
    doc, last = ent.doc, ent.end - 1
    while (
        last + 1 < len(doc)
        and doc[last].dep_ == "compound"
        and doc[last].head.i == last + 1
        and doc[last + 1].pos_ == "PROPN"
        and doc[last + 1].text[:1].isupper()
        and not doc[last + 1].ent_type_
    ):
        last += 1
    return last


def _before_common_nouns(doc: Doc, first: int, last: int) -> int:
    """Return a people's name without what it describes: "Chilean | river guards"."""
    if not doc[first].text[:1].isupper() or not countries_in(doc[first].text):
        return last
    tail = doc[first + 1 : last + 1]
    lower = len(tail) > 0 and all(t.text.islower() and t.pos_ == "NOUN" for t in tail)
    described = last + 1 < len(doc) and doc[last].dep_ == "compound" and doc[last].head.i > last
    return first if lower and described else last


def _behind_its_kind(doc: Doc, first: int, last: int) -> int:
    """Return where a place's name begins behind what it is.

    "Chilean capital | Santiago", "port city of | Salto".
    """
    of = next((i for i in range(first + 1, last) if doc[i].lower_ == "of"), None)
    if of is not None and doc[of - 1].text.islower() and doc[of - 1].pos_ == "NOUN":
        article = doc[of + 1].lower_ in ARTICLES and of + 1 < last
        return of + 1 + article
    at = first + 1
    while at < last and doc[at].text.islower() and doc[at].pos_ == "NOUN":
        at += 1
    described = at > first + 1 and doc[at].text[:1].isupper() and countries_in(doc[first].text)
    return at if described else first


def _first_name_word(ent: Span, kind: EntityKind) -> int:
    """Return the index in the document of the first word that belongs to the name."""
    first, last = ent.start, ent.end - 1
    if kind == "person":
        first = _behind_an_office(ent)
    if kind == "person" and first == ent.start:  # "Salto Governor | A. B."
        offices_in = [t.i for t in ent[1:-1] if is_title(t) and t.lower_ not in _SURNAMES]
        first = offices_in[-1] + 1 if offices_in else first
        while first < last and ent.doc[first].is_punct:
            first += 1
    while first < last and _is_outside(ent.doc[first], ent.doc[first + 1], kind):
        first += 1
    return first


def _behind_an_office(ent: Span) -> int:
    """Return where a name begins behind an office with its place: "Minister for Peru | A. B."."""
    if len(ent) < _PERSON_WORDS or not is_title(ent[0]) or ent[1].lower_ not in {"for", "of", "to"}:
        return ent.start
    opening = 3 if ent[2].lower_ in ARTICLES else 2
    for end in range(len(ent) - 1, opening, -1):
        if gazetteer().named(ent[opening:end].text):
            return ent.start + end
    return ent.start


def _is_outside(word: Token, following: Token, kind: EntityKind) -> bool:
    lower = word.lower_.strip(".")
    if lower in ARTICLES:
        return True
    capitalised = following.text[:1].isupper()
    if word.text.islower() and word.text.isalpha() and lower not in _PARTICLES:
        return capitalised and word.pos_ in {"NOUN", "ADJ", "DET", "ADP"}
    if kind != "person" or not capitalised:
        return False
    if lower in titles() or lower in _HONORIFICS:
        return True
    if lower in title_words() and is_title(following):
        return True  # "Foreign Minister A. B."
    # "Secretary of State N. N." read as a person called State
    before = word.doc[word.i - 1].lower_ if word.i > 0 else ""
    return lower in offices() and before in {"of", "for", *offices()}


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    edge = _EDGE.match(text[start:end])
    if edge and edge.end() < end - start:
        start += edge.end()
    glued = _GLUED.search(text[start:end])
    if glued and glued.start() > 0:
        end = start + glued.start()
    tail = _TAIL.search(text[start:end])
    if tail:
        end -= len(tail.group())
    # a full stop that belongs to the name stays: "U.S."
    if text[end : end + 1] == "." and _INITIALISM.search(text[start:end]):
        end += 1
    return start, end


def _is_demonym(doc: Doc, start: int, end: int) -> bool:
    """Say whether a single word read as a place is used as an adjective: "the Chilean navy"."""
    return end - start == 1 and doc[start].tag_ == "JJ"
