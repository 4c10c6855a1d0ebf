"""Clauses that tell what happened in one place: "in X, gunmen killed three and wounded ten"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from histor.extract.events.event_words import event_words
from histor.extract.events.light_verbs import carrier_of
from histor.extract.events.no_part_in import set_off_by
from histor.extract.events.telling_above import told_by
from histor.extract.names.pronouns import SUBJECTS
from histor.extract.tokens import prepositions

__all__ = ["of_one_scene", "site_of_clause"]

#: what begins a clause that is told of the same moment, or of what the clause above it comes from
_SAME_MOMENT = frozenset(["when", "as", "while"])
#: the same for what befell people: "died after a boat sank off X"
_COMING_FROM = _SAME_MOMENT | {"after"}
#: arcs from an event to the verb of its clause
_DEPTH = 3
_BEFALLING = frozenset(
    "kill injure wound hurt maim die perish drown displace arrest detain".split()
)


def of_one_scene(event: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses whose place is an event's too if its own names none.

    Nearest first: the verb that says that a noun's event took place or that it is the subject of,
    the clause before with the same subject, the clause above or below that tells the same moment.
    """
    verb = event
    gerund = event.tag_ == "VBG" and event.dep_ in SUBJECTS  # "shelling continued near X"
    if event.pos_ != "VERB" or gerund:
        above = carrier_of(event, event_words()) or set_off_by(event)
        if above is None and event.dep_ in SUBJECTS and told_by(event) is None:
            above = event.head if event.head.pos_ == "VERB" else None
        if above is None:
            return
        yield above
        verb = above
    yield from _beside(verb)
    yield from _above(verb)
    yield from _below(verb)


def site_of_clause(event: Token) -> Token | None:
    """Return the last word before the ``where`` of an event's clause; none if it has none."""
    verb = event
    for _ in range(_DEPTH):
        where = next((c for c in verb.children if c.lower_ == "where"), None)
        if where is not None and where.i > where.sent.start:
            before = where.nbor(-1)
            return before.nbor(-1) if before.is_punct and before.i else before
        if verb.dep_ not in {"conj", "obj", "obl", *SUBJECTS}:
            return None
        verb = verb.head
    return None


def _beside(verb: Token) -> Iterator[Token]:
    """Yield the clause that a verb is joined to by "and", if one adverbial stands before both.

    So it may where what befell others is told beside: "in X, a guard was shot and ten were hurt".
    """
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return
    harm = verb.lemma_.lower() in _BEFALLING
    if _subject(verb) is None or (harm and _is_set_in(verb.head)):
        yield verb.head


def _is_set_in(verb: Token) -> bool:
    """Say whether a clause opens with where it was: "In X, gunmen fired on a bus"."""
    subject = _subject(verb)
    return subject is not None and any(
        c.dep_ == "obl" and c.i < subject.i and "in" in prepositions(c) for c in verb.children
    )


def _above(verb: Token) -> Iterator[Token]:
    above = verb.head
    if verb.dep_ != "advcl" or above.pos_ != "VERB" or _tells(above):
        return
    marks = _marks(verb)
    gerund = verb.tag_ == "VBG" and not marks and verb.i > above.i
    if gerund or marks & _SAME_MOMENT:
        yield above


def _below(verb: Token) -> Iterator[Token]:
    allowed = _COMING_FROM if verb.lemma_.lower() in _BEFALLING else _SAME_MOMENT
    for clause in verb.children:
        if clause.dep_ == "advcl" and clause.pos_ == "VERB" and _marks(clause) & allowed:
            yield clause


def _tells(verb: Token) -> bool:
    return any(c.dep_ == "ccomp" for c in verb.children)


def _marks(clause: Token) -> set[str]:
    return {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)
