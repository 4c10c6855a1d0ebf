"""Deeds and mere happenings told apart: shots and blazes, bombs and blasts, deals and bridges."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.event_words import EventWords

__all__ = [
    "by_accident",
    "has_object",
    "is_addressed",
    "is_armed",
    "is_happening",
    "is_of_guns",
    "is_of_words",
    "shoots_at",
]

#: verbs whose object "fire" is shots
_FIRING = frozenset("open exchange return trade cease hold draw come target set".split())
#: what stands before a blast that somebody set off
_ARMED = frozenset(
    "bomb mine landmine minefield suicide grenade missile shell rocket drone car truck ied "
    "roadside terrorist terror".split()
)
#: what collapses without harm to anybody
_AGREED = frozenset(
    "deal talk talks ceasefire truce agreement negotiation government coalition economy currency "
    "regime system market price support peace".split()
)


def is_happening(verb: Token, words: EventWords) -> bool:
    """Say whether the subject of a verb is itself what happened."""
    subjects = (c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN")
    return any(s in words.other or s in words.sure for s in subjects)


def has_object(verb: Token) -> bool:
    """Say whether a verb has an object."""
    return any(c.dep_ == "obj" for c in verb.children)


def is_of_words(collapse: Token) -> bool:
    """Say whether what collapsed is a deal or the like, and no bridge."""
    return any(
        c.lemma_.lower() in _AGREED
        for c in collapse.children
        if c.dep_ in {"nsubj", "nmod", "compound", "nmod:poss"}
    )


def is_addressed(verb: Token) -> bool:
    """Say whether somebody is warned, or a clause says of what: "warned that it would"."""
    return any(c.dep_ in {"obj", "iobj", "nsubj:pass", "ccomp"} for c in verb.children)


def is_of_guns(fire: Token) -> bool:
    """Say whether "fire" is shots: "opened fire", "under fire"."""
    return fire.head.lemma_.lower() in _FIRING or any(c.lower_ == "under" for c in fire.children)


def shoots_at(verb: Token) -> bool:
    """Say whether a verb has shots for its object: "opened fire"."""
    return verb.lemma_.lower() in _FIRING and any(
        c.dep_ == "obj" and c.lower_ == "fire" for c in verb.children
    )


def by_accident(token: Token, words: EventWords) -> bool:
    """Say whether what killed is a thing without a doer: "the explosion killed nine"."""
    causes = [c for c in token.children if c.dep_ in {"nsubj", "obl", "obl:agent"}]
    if token.dep_ in {"acl", "advcl"} and token.tag_ == "VBG":  # "a blast …, killing nine"
        causes.append(token.head)
        causes += [c for c in token.head.children if c.dep_ == "nsubj"]
    return any(words.other.get(c.lemma_.lower()) == "disaster" and not is_armed(c) for c in causes)


def is_armed(blast: Token) -> bool:
    """Say whether somebody set off a blast: "the car bomb blast"."""
    return any(n.lemma_.lower() in _ARMED for n in blast.children)
