"""Votes undone and sides changed: "the court annulled the result", "a general defected".

PLOVER has no type for them, and who does them is who an analyst asks for.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from histor.extract.events.armed_men import armed
from histor.extract.tokens import prepositions

__all__ = ["UPHEAVALS", "upheaval_of"]

Upheaval = Literal["annulment", "defection"]
UPHEAVALS: frozenset[Upheaval] = frozenset(["annulment", "defection"])

#: verbs of undoing whatever they govern, and those of which only a vote tells that they do
_UNDOING = frozenset("annul nullify invalidate void overturn quash scrap".split())
_UNDONE = frozenset(["annulment", "nullification", "invalidation"])
_VOTES = frozenset(
    "election vote poll ballot referendum plebiscite run-off runoff primary victory win".split()
)
#: what is a vote's only if the words beside it say so
_OF_VOTES = frozenset("result outcome tally count".split())
_ELECTORAL = frozenset("election electoral presidential parliamentary voting official".split())
_DEFECTING = frozenset(["defect", "defection"])
_OVER, _OF_SIDES = (
    frozenset(["switch", "change"]),
    frozenset(["side", "allegiance", "support", "loyalty"]),
)
#: those to whom one goes over, beside armed men
_THEM = frozenset("rebel enemy insurgent opposition side terrorist guerrilla junta".split())
_BREAKING, _GOING = frozenset(["break"]), frozenset(["go", "cross"])
_CHANGING = _OVER | _BREAKING | _GOING
_OFFICERS = frozenset("commander general colonel captain major officer lieutenant admiral".split())
_RULERS = frozenset(
    "president government regime junta leader ruler command leadership army party king emir "
    "prime-minister premier state".split()
)


def upheaval_of(word: Token) -> Upheaval | None:
    """Return what a word tells of a vote that is undone or of a side that somebody changes."""
    lemma = word.lemma_.lower()
    if word.pos_ == "VERB" and lemma in _UNDOING:
        return "annulment" if any(map(_is_vote, _governed(word))) else None
    if word.pos_ == "NOUN" and lemma in _UNDONE:
        own = [c for c in word.children if c.dep_ in {"nmod", "compound", "nmod:poss"}]
        return "annulment" if any(map(_is_vote, own)) else None
    if lemma in _DEFECTING or (word.pos_ == "VERB" and _changes_sides(word)):
        return "defection"
    return None


def _governed(verb: Token) -> list[Token]:
    """Return what a verb is done to, and what that is of: "the result of the vote"."""
    found = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    if verb.dep_ in {"acl", "acl:relcl"}:
        found.append(verb.head)
    return found


def _is_vote(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in _VOTES:
        return True
    if lemma not in _OF_VOTES:
        return False
    beside = [c.lemma_.lower() for c in noun.children if c.dep_ in {"nmod", "compound", "amod"}]
    return not _VOTES.union(_ELECTORAL).isdisjoint(beside)


def _changes_sides(verb: Token) -> bool:
    """Say whether somebody leaves his side: "went over to the rebels", "broke with the ruler"."""
    lemma = verb.lemma_.lower()
    if lemma not in _CHANGING:
        return False
    beside = [c for c in verb.children if c.i > verb.i]
    if lemma in _OVER:
        return any(c.dep_ == "obj" and c.lemma_.lower() in _OF_SIDES for c in beside)
    if lemma in _GOING and any(c.lower_ == "over" for c in beside):
        return any(
            "to" in prepositions(c) and (c.lemma_.lower() in _THEM or armed(c)) for c in beside
        )
    if lemma not in _BREAKING or not _one(verb):
        return False
    if any(c.dep_ == "obj" and c.lower_ == "ranks" for c in beside):
        return True
    return any(
        c.dep_ == "obl"
        and "with" in prepositions(c)
        and (c.lemma_.lower() in _RULERS or c.ent_type_ == "PERSON")
        for c in beside
    )


def _one(verb: Token) -> bool:
    """Say whether soldiers or somebody by name breaks with another, and not a day with custom."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(
        armed(s) or s.ent_type_ == "PERSON" or s.lemma_.lower() in _OFFICERS for s in subjects
    )
