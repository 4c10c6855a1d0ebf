"""Somebody is given so long to do something: "gave X 72 hours to leave".

What a court or a law gives time for (an appeal, a signature) is no threat.
"""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["given_time", "is_time_given"]

_UNITS = frozenset("minute hour day week month".split())
#: what there is time for by law or by kindness
_LEAVE = frozenset(
    "appeal sign decide prepare register apply vote enjoy form recover rest consider review file "
    "contest challenge prove object complete finish find raise pay learn reflect mourn".split()
)
_LAWS = frozenset(
    "law rule court judge constitution statute act bill deal agreement truce ceasefire treaty "
    "accord tribunal visa extension doctor contract regulation code".split()
)


def is_time_given(verb: Token) -> bool:
    """Say whether a verb tells an ultimatum: days or hours in which another must do something."""
    if verb.lemma_.lower() != "give":
        return False
    below = [c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"}]
    near = [*verb.children, *(g for c in below for g in c.children)]
    times = [c for c in near if c.i > verb.i and (c.lemma_.lower() in _UNITS or _is_until(c))]
    below += [c for t in times for c in t.children if c.dep_ == "acl"]
    deeds = [c for c in below if c.tag_ == "VB" and any(g.lower_ == "to" for g in c.children)]
    if not times or not deeds or any(d.lemma_.lower() in _LEAVE for d in deeds):
        return False
    givers = (c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"})
    return not any(g.lemma_.lower() in _LAWS for g in givers)


def _is_until(phrase: Token) -> bool:
    """Say whether a phrase names the end of a time: "until Friday"."""
    return any(c.dep_ == "case" and c.lower_ in {"until", "till"} for c in phrase.children)


def given_time(verb: Token) -> list[Token]:
    """Return to whom an ultimatum is given; none if a verb tells no ultimatum."""
    if not is_time_given(verb):
        return []
    passive = [c for c in verb.children if c.dep_ == "nsubj:pass"]
    whom = (c for c in verb.children if c.dep_ in {"iobj", "obj"})
    return passive or [c for c in whom if c.i > verb.i and c.lemma_.lower() not in _UNITS]
