"""One occurrence of a name, without the words around it that are none of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from histor.extract.affiliations import countries_in
from histor.extract.lexicons import offices, titles
from histor.extract.roles import role_of
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
_EDGE = re.compile(r"^[\W_]+")
_TAIL = re.compile(r"(?:['’]s?)?[\W_]*$")
_INITIALISM = re.compile(r"(?:\b\w\.)+\w$")
_LONGEST = 200


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
    if kind == "person" and ent[-1].lower_ in titles():
        return None
    if kind in {"place", "other", "organization"}:
        last = _before_common_nouns(ent.doc, first, last)
    final = ent.doc[last]
    start, end = _inner(document.text, ent.doc[first].idx, final.idx + len(final.text))
    text = document.text[start:end]
    if not any(c.isalpha() for c in text) or text.islower() or len(text) > _LONGEST or "\n" in text:
        return None
    if kind in {"place", "other"} and _is_demonym(ent.doc, first, last + 1):
        kind = "group"
    return Mention(start, end, text, kind, role_of(document, ent) if kind == "person" else None)


def _is_no_end(word: Token, kind: EntityKind) -> bool:
    """Say whether a name does not end with a word: "US Secretary" is the US and an office."""
    return word.lower_ in _TRAILING or (kind == "place" and word.lower_ in titles())


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


def _first_name_word(ent: Span, kind: EntityKind) -> int:
    """Return the index in the document of the first word that belongs to the name."""
    first, last = ent.start, ent.end - 1
    while first < last and _is_outside(ent.doc[first], ent.doc[first + 1], kind):
        first += 1
    return first


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
