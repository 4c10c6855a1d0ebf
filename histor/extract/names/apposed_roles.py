"""A title or trade in apposition: "the head of the union, A. B.,", "A. B., a teacher at …"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.names.name_edges import HONORIFICS
from histor.extract.names.role_words import (
    ARTICLES,
    REACH,
    is_head,
    owner,
    role,
    title_words,
)
from histor.extract.places.gazetteer import is_known_place
from histor.extract.tokens import VERBS
from histor.records import Document, Role

__all__ = ["inside", "role_told_apart", "tail"]

#: words of a phrase in apposition
_PHRASE = 14
#: words of what an office is of, behind a name
_TAIL = 8
_NOUNS = frozenset(["NOUN", "PROPN", "ADJ"])
_INSIDE = frozenset(["NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADV"])
#: marks within a phrase: "vice-president of the dockers' union"
_INNER = frozenset(["-", "'", "’"])
_WHEN = frozenset(["then", "now", "once", "currently"])
_WHERE = frozenset(["in", "near", "outside"])
_OWNING = frozenset(["POS", "PRP$"])
_OF = frozenset(["of", "for", "at", "to", "in", "with"])


def role_told_apart(document: Document, ent: Span) -> Role | None:
    """Return the role that a phrase in apposition gives; what has one is a person."""
    return _after(document, ent) or _told_before(document, ent)


def _after(document: Document, ent: Span) -> Role | None:
    """Read ", the mayor of Lima," and ", 37, a teacher" after a name."""
    doc, at = ent.doc, ent.end
    if at + 1 >= len(doc) or doc[at].text != ",":
        return None
    if ent.start > 0 and doc[ent.start - 1].lower_ in _WHERE:
        return None  # "in Salto, a trader, A. B., said"
    if at + 2 < len(doc) and doc[at + 1].pos_ == "NUM" and doc[at + 2].text == ",":
        at += 2  # an age
    words: list[Token] = []
    for token in doc[at + 1 : at + 1 + 2 * _PHRASE]:
        if token.is_sent_start or (token.is_punct and token.text not in _INNER):
            break
        words.append(token)
    phrase = next((i for i, w in enumerate(words) if not inside(w)), len(words))
    heads = [i for i, w in enumerate(words[: min(phrase, 2 * REACH)]) if is_head(w)]
    if not heads:
        return None
    head = heads[-1]
    opening = words[: head + 1]
    if head + 1 < phrase and words[head + 1].pos_ in {"NOUN", "PROPN"}:
        return None
    start = 1 if opening[0].lower_ in _WHEN and head > 0 else 0  # "then the head of"
    start += opening[start].lower_ in ARTICLES and head > start
    lead = owner(opening[start:])
    if not lead and any(w.tag_ == "POS" for w in opening):
        owned = next(i for i, w in enumerate(opening) if w.tag_ == "POS")
        named = [w for w in opening[start:owned] if w.ent_type_]
        lead, start = named, owned + 1 - len(named)
    title = [w for w in opening[start:] if w not in lead and w.tag_ != "POS"]
    behind = tail(words[head + 1 :])
    at_body = words[head + 1 : head + 2] and words[head + 1].lower_ == "at"
    if at_body and lead and lead[0].ent_type_ == "PLACE" and any(w.ent_type_ for w in behind):
        title, lead = [*lead, *title], []  # "Africa director at the union"
    return role(document, title, lead or behind, [*opening, *(behind if not lead else [])])


def inside(word: Token) -> bool:
    """Say whether a word may stand in a phrase before the title that ends it."""
    return word.pos_ in _INSIDE or word.text == "-" or word.lower_ in title_words()


def tail(words: list[Token]) -> list[Token]:
    """Return what an office is of, up to the clause or phrase that follows."""
    if len(words) < 2 or words[0].lower_ not in _OF:
        return []
    rest = words[2:] if words[1].lower_ in ARTICLES else words[1:]
    found: list[Token] = []
    for at, word in enumerate(rest):
        following = rest[at + 1] if at + 1 < len(rest) else None
        if word.lower_ == "and" and following is not None and is_head(following):
            break  # "spokesman for the army | and head of its press office"
        ends = word.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or word.tag_ in {"WDT", "WP", "IN"}
        if (ends and word.lower_ != "of") or len(found) > _TAIL:
            break
        found.append(word)
    while found and found[-1].pos_ not in _NOUNS:
        found.pop()
    return found if len(found) <= _TAIL else []


def _told_before(document: Document, ent: Span) -> Role | None:
    """Read "the head of the union, | A. B.," before a name."""
    doc, comma = ent.doc, ent.start - 1
    stop = int(doc[comma].text == ".") if comma > 1 else 0
    if comma > 1 and doc[comma - stop].lower_.strip(".") in HONORIFICS:
        comma -= 1 + stop  # "the clinic's head, Dr. | A. B."
    if comma < 1 or doc[comma].text != "," or ent.start >= len(doc):
        return None
    closed = ent.end >= len(doc) or doc[ent.end].is_punct or doc[ent.end].pos_ in VERBS
    if not closed:
        return None
    words: list[Token] = []
    bracketed = doc[comma - 1].text == ")"
    for token in reversed(doc[max(0, comma - _PHRASE) : comma]):
        if bracketed:  # "the head of the union (UN), | A. B."
            bracketed = token.text != "("
            continue
        punct = token.is_punct and token.text not in _INNER
        apart = token.pos_ in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"} - _own(token)
        if punct or (apart and not _joins_a_name(token)):
            break
        words.insert(0, token)
        if token.is_sent_start:
            break
    head = next(
        (
            i
            for i, w in enumerate(words)
            if is_head(w) and (i + 1 == len(words) or words[i + 1].pos_ == "ADP")
        ),
        None,
    )
    if head is None:
        return None
    begin = head
    while begin > 0 and (inside(words[begin - 1]) or words[begin - 1].tag_ == "PRP$"):
        begin -= 1
    opening = words[begin : head + 1]
    acts = ent.end < len(doc) and doc[ent.end].pos_ in VERBS
    if acts and opening[0].i > 0 and opening[0].nbor(-1).pos_ == "ADP":
        return None  # "after an attack on a guard, | A. B. fled"
    owned_by = opening[0].lower_ in ARTICLES or opening[0].tag_ == "PRP$"
    if not owned_by and not opening[0].text[:1].isupper():
        return None
    owned = [w for w in opening if w.ent_type_ and w.lower_ not in title_words()]
    named = (w for w in opening if w.pos_ == "PROPN" and w.i + 1 < len(doc))
    owned = owned or [w for w in named if w.nbor(1).tag_ == "POS"]
    lead = (
        owned
        if any(w.tag_ == "POS" for w in opening)
        else owner([w for w in opening if w.lower_ not in ARTICLES])
    )
    title = [
        w for w in opening if w not in lead and w.tag_ not in _OWNING and w.lower_ not in ARTICLES
    ]
    office = _office(words[head + 1 :])  # "secretary | of state"
    title += office
    opening += office
    behind = tail(words[head + 1 + len(office) :])
    return role(document, title, lead or behind, [*opening, *(behind if not lead else [])])


def _joins_a_name(word: Token) -> bool:
    """Say whether "and" stands in a country's name: "Trinidad and Tobago"."""
    if word.lower_ != "and" or not 0 < word.i < len(word.doc) - 1:
        return False
    doc, first, last = word.doc, word.i - 1, word.i + 1
    last += doc[last].lower_ == "the"
    while first > 0 and doc[first - 1].pos_ == "PROPN":
        first -= 1
    return is_known_place(doc[first : last + 1].text.lower())


def _office(behind: list[Token]) -> list[Token]:
    """Return "of state" and the like, which is part of a title."""
    divided = (
        len(behind) > 1 and behind[0].lower_ == "of" and behind[1].lower_ in {"state", "staff"}
    )
    return behind[:2] if divided else []


def _own(token: Token) -> frozenset[str]:
    """Return the part of speech of a word that does stand in a phrase: "his", "self-declared"."""
    if token.tag_ == "VBN" and token.i > 0 and token.nbor(-1).text == "-":
        return frozenset(["VERB"])
    return frozenset(["PRON"]) if token.tag_ == "PRP$" else frozenset()
