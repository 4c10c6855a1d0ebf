"""Words of giving way, paying and leaving that tell no deed: "engineers concede that it held"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.idle_verbs import subject_of
from histor.extract.tokens import prepositions

__all__ = ["is_said_or_paid"]

#: verbs of giving way that are as often verbs of saying
_GRANTING = frozenset(["concede", "acknowledge", "admit", "recognise", "recognize"])
#: what is paid by who gives way
_OWED = frozenset(
    "compensation reparation damages ransom tribute homage respect debt fine settlement arrears "
    "indemnity restitution price".split()
)
#: what goes away and is nobody
_VEHICLES = frozenset(
    "plane aircraft flight jet helicopter bus train car truck lorry boat ferry ship vessel tanker "
    "convoy taxi van ambulance".split()
)
_BY_WIRE = frozenset(["telephone", "phone", "email", "videoconference", "video", "whatsapp"])
_REACHING = frozenset(["join", "reach", "contact", "call"])
#: who is sent somewhere and helps nobody there
_SENT_AWAY = frozenset(
    "judge journalist child son daughter family student prisoner detainee suspect opponent critic "
    "protester pupil convict inmate delegate delegation politician".split()
)


def is_said_or_paid(verb: Token, kind: str) -> bool:
    """Say whether a verb read as a deed of a type only says, pays, leaves or has others do."""
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    if lemma in _GRANTING and kind == "CONCEDE":
        return not objects and _says(verb)
    if lemma == "pay":
        owed = {c.lemma_.lower() for c in objects} | {c.lower_ for c in objects}
        return owed.isdisjoint(_OWED)
    if lemma == "make":  # "made them walk"
        return any(c.dep_ in {"xcomp", "ccomp"} and c.pos_ == "VERB" for c in verb.children)
    if lemma in {"leave", "depart"} and kind == "RETREAT":
        subject = subject_of(verb)
        return subject is not None and subject.lemma_.lower() in _VEHICLES
    if lemma in _REACHING and verb.tag_ in {"VBN", "VBD"}:  # "joined by telephone"
        by = (c for c in verb.children if prepositions(c) & {"by", "via", "on", "over"})
        return any(c.lemma_.lower() in _BY_WIRE for c in by)
    if lemma in {"send", "dispatch"} and kind == "AID":  # "sent judges to the front"
        return any(c.lemma_.lower() in _SENT_AWAY for c in objects)
    return False


def _says(verb: Token) -> bool:
    """Say whether a verb has a clause for what it grants, before it or behind it."""
    if any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children):
        return True
    return verb.dep_ == "parataxis" and verb.head.i < verb.i
