"""One occurrence of a name, without the words around it that are none of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from histor.extract.lexicons import offices, titles
from histor.extract.names.apposed_roles import role_told_apart
from histor.extract.names.known_actors import known_actor
from histor.extract.names.name_edges import (
    HONORIFICS,
    before_a_participle,
    before_a_title,
    before_common_nouns,
    before_half_a_title,
    before_whole_title,
    behind_its_kind,
    behind_people,
    first_name_word,
    is_no_end,
    last_of_name,
)
from histor.extract.names.name_kinds import (
    OUTLET_NOUNS,
    has_a_local_office,
    heads_a_body,
    is_called_a_body,
    is_called_a_side,
    is_called_an_outlet,
    is_no_name,
    is_office,
    is_thing,
    is_warship,
    lives,
    may_be_a_person,
    of_one,
)
from histor.extract.names.role_words import ARTICLES
from histor.extract.names.roles import role_of
from histor.extract.names.second_roles import with_second_roles
from histor.extract.names.told_bodies import is_told_a_body
from histor.extract.places.sites import is_told_a_place
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
#: a closing mark to which the next word is glued: 'Chile”With'
_GLUED = re.compile(r"[”»](?=\w)")
_EDGE = re.compile(r"^[\W_]+")
_TAIL = re.compile(r"(?:['’]s?)?[\W_]*$")
_INITIALISM = re.compile(r"(?:\b\w\.)+\w$")
_LONGEST = 200
#: words that begin what a minister is of
_WIDTHS = frozenset(["foreign", "internal", "external", "interior", "home"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A name's place in the text in code points, what it seems to name, and the roles beside it."""

    start: int
    end: int
    text: str
    kind: EntityKind
    roles: tuple[Role, ...]
    #: whether the words beside it tell the kind
    told: bool = False


def read_mention(document: Document, ent: Span) -> Mention | None:
    """Return the name in an entity span; none if it holds none.

    Leading articles, titles and common nouns, a genitive's s and punctuation at the edges are left
    out. A person's span that is all title ("US Secretary") holds no name.
    """
    kind = _KINDS.get(ent.label_)
    if kind is None:
        return None
    first = first_name_word(ent, kind)
    last = last_of_name(ent)
    if kind == "organization":
        last = before_a_title(ent.doc, first, last)
    whole = known_actor(ent.doc[first : ent.end].text) is not None  # "the UN refugee agency"
    while not whole and last > first and is_no_end(ent.doc[last], kind):
        last -= 1
    while kind == "organization" and last > first and _is_deed(ent.doc[last]):
        last -= 1  # "African Union | suspended"
    bearer = kind in {"person", "organization"}
    if bearer and before_half_a_title(ent.doc, last) and last > first:
        kind, last = "organization", last - 1  # "KNUT | Secretary | -General A. B."
    elif kind == "person" and is_office(ent):
        return None
    if kind in {"place", "other", "organization"}:
        last = before_common_nouns(ent.doc, first, last)
        first = behind_its_kind(ent.doc, first, last) if kind == "place" else first
    if kind == "organization" and not whole:
        last = _before_a_common(ent.doc, first, last)
        while last > first and _describes_more(ent.doc, last):
            last -= 1  # "U.N. | human | rights panel"
        while last > first and ent.doc[last].text in OUTLET_NOUNS:
            last -= 1
    if kind == "organization":
        town = before_whole_title(ent.doc, first, last)
        kind, last = ("place", town) if town is not None else (kind, last)
    if kind == "organization" and (behind := behind_people(ent.doc, first, last)) > first:
        kind, first = "place", behind
    if kind != "person":
        last = before_a_participle(ent.doc, first, last)
    final = ent.doc[last]
    start, end = _inner(document.text, ent.doc[first].idx, final.idx + len(final.text))
    text = document.text[start:end]
    if not any(c.isalpha() for c in text) or text.islower() or len(text) > _LONGEST or "\n" in text:
        return None
    if text.lower() in ARTICLES or text.lower().strip(".") in HONORIFICS:
        return None
    if _is_portfolio(ent.doc, first, last) or _is_common(document, ent.doc[first : last + 1]):
        return None
    if document.text[end : end + 1] == "$" or is_no_name(ent.doc[first : last + 1], kind):
        return None
    headed = kind == "person" and heads_a_body(ent)
    called = (is_called_an_outlet(ent.doc, first, last) and not headed) or (
        kind != "group"
        and (
            (is_called_a_body(ent.doc, first) and not headed)
            or (kind in {"person", "organization"} and is_called_a_side(ent.doc, first, last))
            or is_warship(ent.doc[first : last + 1])
            or is_told_a_body(ent.doc, first, last, place=kind == "place")
        )
    )
    if called:
        kind = "organization"
    elif is_thing(ent.doc[first : last + 1]):
        kind = "other"
    placed = is_told_a_place(ent.doc, first, last, kind)
    told = placed or called
    role = None
    if placed:
        kind = "place"
    elif kind == "person":
        kind = "place" if has_a_local_office(ent.doc, first, last) else kind
        role = role_of(document, ent, first) if kind == "person" else None
    elif kind != "group" and may_be_a_person(ent.doc, first, last):
        role = role_told_apart(document, ent.doc[first : last + 1])
        alive = kind == "place" and lives(ent.doc[first : last + 1])
        kind = "person" if alive or (role is not None and of_one(role)) else kind
        role = role if kind == "person" else None
    if kind in {"place", "other"} and not told and _is_demonym(ent.doc, first, last + 1):
        kind = "group"
    roles = with_second_roles(document, ent, role) if role is not None else ()
    return Mention(start, end, text, kind, roles, told)


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    edge = _EDGE.match(text[start:end])
    if edge and edge.end() < end - start:
        start += edge.end()
    glued = _GLUED.search(text[start:end])
    if glued and glued.start() > 0:
        end = start + glued.start()
    if ")" in text[start:end] and "(" not in text[start:end]:  # "ABC) Task Force"
        start += text[start:end].rindex(")") + 1
        start += len(text[start:end]) - len(text[start:end].lstrip())
    tail = _TAIL.search(text[start:end])
    if tail:
        end -= len(tail.group())
    # a full stop that belongs to the name stays: "U.S."
    if text[end : end + 1] == "." and _INITIALISM.search(text[start:end]):
        end += 1
    return start, end


def _is_common(document: Document, name: Span) -> bool:
    """Say whether a name is a common word that begins its sentence: "Aid convoy turned back".

    The page has it elsewhere without its capital.
    """
    word = name[0]
    if len(name) != 1 or not word.is_title or word.i != word.sent.start:
        return False
    if word.dep_ != "compound" or word.head.i <= word.i or not word.head.text.islower():
        return False
    return re.search(rf"\b{re.escape(word.lower_)}\b", document.text) is not None


def _is_portfolio(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name is what a minister is of: "| Energy | Minister A. B."."""
    name = doc[first : last + 1]
    if first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in titles():
        return doc[first].lower_ in _portfolios()  # "Secretary of | State and his aides"
    known = _portfolios()
    if not all(t.lower_ in known or not t.is_alpha or t.lower_ == "and" for t in name):
        return False
    behind = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    of = first > 1 and doc[first - 1].lower_ in {"of", "for"}
    return behind in titles() or (of and doc[first - 2].lower_ in titles())


@cache
def _portfolios() -> frozenset[str]:
    return offices() | _WIDTHS


def _is_deed(word: Token) -> bool:
    return word.pos_ == "VERB" and word.text.islower() and word.tag_ in {"VBD", "VBZ", "VBN"}


def _before_a_common(doc: Doc, first: int, last: int) -> int:
    """Return where a body's name ends before "or" and a common word: "Coalition | or partners"."""
    for i in range(first + 1, last):
        if doc[i].pos_ == "CCONJ" and doc[i + 1].text.islower():
            return i - 1
    return last


def _describes_more(doc: Doc, last: int) -> bool:
    """Say whether a name's last word is common and belongs to the common noun behind it."""
    word, following = doc[last], doc[last + 1 : last + 2]
    common = word.text.islower() and word.is_alpha and word.pos_ in {"ADJ", "NOUN"}
    return common and word.head.i > last and following.text.islower()


def _is_demonym(doc: Doc, start: int, end: int) -> bool:
    """Say whether a single word read as a place is used as an adjective: "the Chilean navy"."""
    return end - start == 1 and doc[start].tag_ == "JJ"
