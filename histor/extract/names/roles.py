"""A person's title or office, as the words beside the name give it.

It stands before the name ("Chilean Foreign Minister A. B."), inside its span, or apart from it
(``apposed_roles``).
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from histor.extract.evidence import span_of
from histor.extract.lexicons import offices, titles
from histor.extract.names.affiliations import party_words
from histor.extract.names.apposed_roles import role_told_apart
from histor.extract.names.name_edges import HONORIFICS
from histor.extract.names.role_words import (
    REACH,
    SHORT_TITLES,
    TIMES,
    is_a_person,
    is_head,
    is_title,
    name_ending_at,
    owner,
    plain,
    role,
    text_of,
    title_words,
)
from histor.extract.places.gazetteer import is_known_place
from histor.records import Document, Role

__all__ = ["office_before", "role_of"]

_NOUNS = frozenset(["NOUN", "PROPN", "ADJ"])


def role_of(document: Document, ent: Span, first: int) -> Role | None:
    """Return the role beside a person's name; none if no title or trade stands there.

    Args:
        document: the page.
        ent: what was read as the person's name, its title perhaps in it.
        first: where the name itself begins.
    """
    doc, end = ent.doc, first
    if end > 1 and doc[end - 1].text == "." and plain(doc[end - 2]) in SHORT_TITLES:
        end -= 1
    end = _before_honorifics(doc, end)
    role = None
    if end > 0 and (is_head(doc[end - 1])):
        role = _before(document, doc, end)
    else:
        office = _office_start(doc, end)
        if office is not None:
            role = _before(document, doc, office, end)
    role = role or _of_a_body(document, ent) or role_told_apart(document, ent)
    return _with_owner_behind(document, ent, role) if role is not None else None


def _before_honorifics(doc: Doc, end: int) -> int:
    """Return where a title ends before "Dr" and the like: "the clinic's head | Dr. A. B."."""
    at = end
    while at > 1 and doc[at - 1 - (doc[at - 1].text == ".")].lower_.strip(".") in HONORIFICS:
        at -= 1 + (doc[at - 1].text == ".")
    return at if at > 0 and is_head(doc[at - 1]) else end


def _office_start(doc: Doc, end: int) -> int | None:
    """Return where "Secretary | of State" divides before a name; none if no office stands there."""
    start = end
    while start > 0 and (doc[start - 1].lower_ in offices() or doc[start - 1].pos_ == "ADJ"):
        start -= 1
    divided = start < end and start > 1 and doc[start - 1].lower_ in {"of", "for"}
    return start - 1 if divided and doc[start - 2].lower_ in titles() else None


def _before(document: Document, doc: Doc, end: int, until: int | None = None) -> Role | None:
    """Read the title that ends at ``end``, with the office up to ``until`` that it is of."""
    start = end
    while start > max(0, end - REACH):
        token = doc[start - 1]
        if token.is_sent_start and token.pos_ not in _NOUNS:
            break
        hyphen = token.text == "-" and start - 1 > 0
        point = token.text == "." and start > 1 and plain(doc[start - 2]) in SHORT_TITLES
        named = is_a_person(token) and not point
        if not (token.pos_ in _NOUNS or hyphen or point) or named:
            break
        if start < end and _ends_a_phrase(token, doc[start]):
            break
        start -= 1
        if token.is_sent_start:
            break
    if until is None and start > 1 and doc[start - 1].lower_ in {"of", "for"}:
        start = _behind_office(doc, start, end)
    start = _of_staff(doc, start)
    words = _without_age(list(doc[start:end]))
    outer = _title_of(doc, start)
    if outer and until is None:  # "the commander of the presidential guard | A. B."
        return role(document, outer, words, [*doc[outer[0].i : start], *words])
    times = next((i for i, w in enumerate(words) if not _is_of_time(w)), len(words))
    of = owner(words[times:])
    title = [w for w in words if w not in of]
    if not of and start > 1 and doc[start - 1].tag_ == "POS" and doc[start - 2].ent_type_:
        of = name_ending_at(doc, start - 2)
        words = [*of, *words]
    if not title:
        return None
    office: list[Token] = list(doc[end:until]) if until is not None else []
    title, words = [*title, *office], [*words, *office]
    return role(document, title, of, words)


def _is_of_time(word: Token) -> bool:
    """Say whether a word only tells when somebody was it: "former"; not "New" of a paper's name."""
    within = word.ent_type_ and word.i + 1 < len(word.doc) and word.nbor(1).ent_iob_ == "I"
    return word.lower_ in TIMES and not within


def _ends_a_phrase(word: Token, following: Token) -> bool:
    """Say whether a common noun right before a title is none of it: "in a speech | President N"."""
    common = word.pos_ == "NOUN" and word.text.islower()
    known = word.lower_ in title_words() or word.lower_ in party_words()
    return common and not known and following.text[:1].isupper() and is_title(following)


def _behind_office(doc: Doc, start: int, end: int) -> int:
    """Return where a second title begins behind an office: "Chief of Staff | Brigadier N. N."."""
    at = start
    while at < end and doc[at].lower_ in offices():
        at += 1
    divided = start < at < end and doc[start - 2].lower_ in titles()
    return at if divided else start


def office_before(document: Document, doc: Doc, end: int) -> Role | None:
    """Return the title that ends with an office it is of: "Chief of Staff" before a second title.

    Args:
        document: the page.
        doc: its words.
        end: where the second title begins.
    """
    office = _office_start(doc, end)
    return _before(document, doc, office, end) if office is not None else None


def _of_staff(doc: Doc, start: int) -> int:
    """Return where "army chief | of staff Gen" begins, whose office is divided."""
    divided = (
        start > 1 and doc[start - 1].lower_ == "of" and doc[start].lower_ in {"staff", "state"}
    )
    if not divided or not is_head(doc[start - 2]):
        return start
    at = start - 2
    while at > 0 and doc[at - 1].pos_ in _NOUNS and not is_a_person(doc[at - 1]):
        at -= 1
    return at


def _title_of(doc: Doc, start: int) -> list[Token]:
    """Return the title before "of the" and an office: "the press secretary | of the President"."""
    if start < 3 or doc[start - 1].lower_ != "the" or doc[start - 2].lower_ != "of":
        return []
    first = last = start - 3
    if not is_head(doc[last]) or doc[last].ent_type_ == "PERSON":
        return []
    while first > 0 and last - first < REACH and doc[first - 1].pos_ in _NOUNS:
        if doc[first - 1].ent_type_ or doc[first].is_sent_start:
            break
        first -= 1
    return list(doc[first : last + 1])


def _without_age(words: list[Token]) -> list[Token]:
    """Return a title's words without an age before them: "32-year-old | protester"."""
    old = next((i for i, w in enumerate(words) if w.lower_ == "old" and i < len(words) - 1), -1)
    words = words[old + 1 :]
    while len(words) > 1 and words[0].is_punct:
        words = words[1:]
    return words


def _of_a_body(document: Document, ent: Span) -> Role | None:
    """Read "director of the Salto Zoo (SZ) | A. B." and "envoy to Peru | A. B."."""
    doc, at = ent.doc, ent.start - 1
    if at > 2 and doc[at].text == ")":
        while at > 0 and doc[at].text != "(":
            at -= 1
        at -= 1
    named = at > 1 and (doc[at].ent_type_ in {"ORG", "PLACE"} or is_known_place(doc[at].lower_))
    body = name_ending_at(doc, at) if named else _common_body(doc, at)
    if not body:
        return None
    at = body[0].i - 1
    if doc[at].lower_ == "the":
        at -= 1
    if at < 1 or doc[at].lower_ not in {"of", "for", "to", "at"} or not is_head(doc[at - 1]):
        return None
    if doc[at].lower_ == "to":  # "the American envoy to Peru": whose envoy is told before
        role = _before(document, doc, at, body[-1].i + 1)
    else:
        role = _before(document, doc, at)
        if role is not None and role.of is None:
            start, end = role.evidence[0].start, body[-1].idx + len(body[-1].text)
            return Role(
                title=role.title,
                of=text_of(document, body),
                evidence=(span_of(document, start, end),),
            )
    return role


def _common_body(doc: Doc, last: int) -> list[Token]:
    """Return a body without a name before one's: "head of the | village council | A. B."."""
    first = last + 1
    while first > 1 and last - first < REACH and doc[first - 1].pos_ in {"NOUN", "ADJ"}:
        first -= 1
    body = list(doc[first : last + 1])
    of = first > 1 and [t.lower_ for t in doc[first - 2 : first]] == ["of", "the"]
    return body if of and body and not any(is_head(t) for t in body) else []


def _with_owner_behind(document: Document, ent: Span, role: Role) -> Role:
    """Return a role with what follows the name: "President A. B. of Peru"."""
    doc, at = ent.doc, ent.end
    if role.of is not None or at + 1 >= len(doc) or doc[at].lower_ != "of":
        return role
    at += 2 if doc[at + 1].lower_ == "the" else 1
    if at >= len(doc) or doc[at].ent_type_ not in {"ORG", "PLACE"}:
        return role
    last = at
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    words = list(doc[at : last + 1])
    span = span_of(document, words[0].idx, words[-1].idx + len(words[-1].text))
    return Role(title=role.title, of=text_of(document, words), evidence=(*role.evidence, span))
