"""More than one role beside one name: "opposition leader and former minister A. B."."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from histor.extract.names.apposed_roles import inside, role_told_apart, tail
from histor.extract.names.role_words import (
    ARTICLES,
    REACH,
    TIMES,
    is_a_person,
    is_head,
    owner,
    role,
)
from histor.extract.names.roles import office_before
from histor.records import Document, Role

__all__ = ["with_second_roles"]

_NOUNS = frozenset(["NOUN", "PROPN", "ADJ"])


def with_second_roles(document: Document, ent: Span, first: Role) -> tuple[Role, ...]:
    """Return a role read beside a name with the others there, by "and" or in apposition.

    "The minister and President A. B." are two people: before a name, the first of two roles has
    no article and no owner before it.
    """
    words = _words(ent.doc, first)
    found = [first, _joined(document, ent, first)]
    if words is not None and words.end <= ent.start + 1:
        found.append(office_before(document, ent.doc, words.start))
    if words is not None and words.start < ent.end and words.end <= ent.end:
        # "the army's spokesman, | Colonel A. B." and "Colonel A. B., | the army's spokesman"
        apart = role_told_apart(document, ent.doc[min(words.start, ent.start) : ent.end])
        found += [apart, _joined(document, ent, apart)] if apart is not None else []
    return tuple(role for role in found if role is not None)


def _words(doc: Doc, told: Role) -> Span | None:
    return doc.char_span(told.evidence[0].start, told.evidence[0].end, alignment_mode="expand")


def _joined(document: Document, ent: Span, first: Role) -> Role | None:
    """Return the role that "and" joins to one; none if none does."""
    words = _words(ent.doc, first)
    if words is None:
        return None
    if words.end <= ent.start + 1:
        return _before(document, ent.doc, words.start)
    return _behind(document, ent.doc, words.end) if words.start >= ent.end else None


def _before(document: Document, doc: Doc, at: int) -> Role | None:
    """Read "opposition leader | and former minister A. B."."""
    end = at - 1
    if end < 1 or doc[end].lower_ != "and" or not is_head(doc[end - 1]):
        return None
    start = end
    while start > max(0, end - REACH) and _is_of_title(doc[start - 1]):
        start -= 1
        if doc[start].is_sent_start:
            break
    opening = doc[start - 1] if start > 0 and not doc[start].is_sent_start else None
    if opening is not None and (opening.pos_ == "DET" or opening.tag_ in {"POS", "PRP$", "CC"}):
        return None
    return _told(document, list(doc[start:end]), [])


def _is_of_title(word: Token) -> bool:
    return (word.pos_ in _NOUNS or word.text == "-") and not is_a_person(word)


def _behind(document: Document, doc: Doc, at: int) -> Role | None:
    """Read "A. B., the army chief | and head of the union,"."""
    if at + 1 >= len(doc) or doc[at].lower_ != "and" or doc[at + 1].lower_ in ARTICLES - {"the"}:
        return None
    words: list[Token] = []
    for word in doc[at + 1 : at + 1 + 2 * REACH]:
        if word.is_sent_start or (word.is_punct and word.text != "-"):
            break
        words.append(word)
    phrase = next((i for i, w in enumerate(words) if not inside(w)), len(words))
    heads = [i for i, w in enumerate(words[:phrase]) if is_head(w)]
    if not heads or (heads[-1] + 1 < phrase and words[heads[-1] + 1].pos_ in {"NOUN", "PROPN"}):
        return None
    opening = [w for w in words[: heads[-1] + 1] if w.lower_ not in ARTICLES]
    return _told(document, opening, words[heads[-1] + 1 :])


def _told(document: Document, opening: list[Token], rest: list[Token]) -> Role | None:
    times = next((i for i, w in enumerate(opening) if w.lower_ not in TIMES), len(opening))
    of = owner(opening[times:])
    title = [w for w in opening if w not in of]
    behind = [] if of else tail(rest)
    return role(document, title, of or behind, [*opening, *behind]) if title else None
