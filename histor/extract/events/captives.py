"""What verbs of things are when said of people: "gunmen seized the workers" is an abduction."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.names.affiliations import party_words
from histor.extract.tokens import prepositions

__all__ = ["does_away_with", "takes_people"]

_TAKING = frozenset(["seize", "snatch", "grab"])
_UNDOING = frozenset("neutralise neutralize eliminate liquidate".split())
#: who arrests those that he seizes
_LAWFUL = frozenset(
    "police army officer soldier troop agent authority force guard coastguard navy official "
    "gendarme gendarmerie military policeman marine customs patrol government regime junta "
    "court prosecutor".split()
)
_PERSONS = frozenset(["he", "she", "they", "him", "her", "them", "who"])
#: bodies that are taken over, and not away
_BODIES = frozenset("company firm bank party union agency media station newspaper".split())


def takes_people(verb: Token) -> bool:
    """Say whether outlaws, or a body that is none of a state's, seize people."""
    if verb.lemma_.lower() not in _TAKING or verb.pos_ != "VERB":
        return False
    taken = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    if not taken and verb.dep_ == "acl" and verb.tag_ == "VBN":  # "nurses seized by rebels"
        taken = [verb.head]
    if not taken or not all(_is_person(c) for c in taken):
        return False
    doers = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    doers += [c for c in verb.children if c.dep_ == "obl" and "by" in prepositions(c)]
    lawful = (t.lemma_.lower() in _LAWFUL for d in doers for t in (d, *d.children))
    return bool(doers) and not any(lawful) and not any(d.ent_type_ == "PLACE" for d in doers)


def does_away_with(verb: Token) -> bool:
    """Say whether a verb of putting out of action is said of people: "neutralised ten fighters"."""
    if verb.lemma_.lower() not in _UNDOING or verb.pos_ != "VERB":
        return False
    undone = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    return bool(undone) and all(_is_person(c) for c in undone)


def _is_person(word: Token) -> bool:
    if word.ent_type_:
        return word.ent_type_ == "PERSON"
    lemma = word.lemma_.lower()
    known = lemma in party_words() and lemma not in _BODIES
    return word.lower_ in _PERSONS or (known and word.pos_ == "NOUN")
