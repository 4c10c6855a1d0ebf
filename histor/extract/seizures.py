"""Towns and posts that change hands: "took control of", "marched into", "the city fell to"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.not_deeds import armed
from histor.extract.tokens import prepositions

__all__ = ["fallen_to", "is_seizure"]

#: verbs of which "control" is the object
_TAKING = frozenset("take seize gain regain retake wrest assume win establish secure".split())
#: verbs whose object is the place taken
_GRABBING = frozenset(
    "take capture seize overrun retake recapture conquer reclaim liberate".split()
)
#: verbs of soldiers who come to a place
_ENTERING = frozenset("enter march push advance sweep roll storm cross".split())
_COLUMNS = frozenset(["convoy", "ship"])
#: verbs of forces that make others leave a place
_DISLODGING = frozenset("push drive force flush chase expel eject dislodge clear".split())
_SEIZING = _TAKING | _GRABBING | _ENTERING | _DISLODGING | {"fall"}
_PLACES = frozenset(
    "city town village airport base capital district province region territory position hill "
    "garrison headquarters neighbourhood neighborhood outpost island port area suburb centre "
    "center stronghold junction crossing state bridge barracks camp airfield airbase county "
    "airstrip station checkpoint palace parliament ministry suburb quarter hamlet refinery "
    "dam".split()
)


def is_seizure(token: Token) -> bool:
    """Say whether a word tells that somebody took a place by force of arms."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":  # "the fall of X"
        return lemma == "fall" and any(
            c.dep_ == "nmod" and "of" in prepositions(c) and (_is_place(c) or c.pos_ == "PROPN")
            for c in token.children
        )
    if token.pos_ != "VERB" or lemma not in _SEIZING:
        return False
    objects = [c for c in token.children if c.dep_ in {"obj", "nsubj:pass"}]
    if lemma in _TAKING and any(c.lower_ == "control" for c in objects):
        return True
    if lemma in _DISLODGING and _is_dislodged(token, objects):
        return True
    if lemma in _GRABBING and any(_is_place(c) for c in objects):
        return True
    if fallen_to(token) is not None:
        return True
    if lemma not in _ENTERING or not any(_march(c) for c in token.children if c.dep_ == "nsubj"):
        return False
    into = [
        c for c in token.children if c.dep_ == "obl" and any(g.lower_ == "into" for g in c.children)
    ]
    return any(_is_place(c) for c in (*into, *(objects if lemma in {"enter", "storm"} else ())))


def fallen_to(verb: Token) -> tuple[Token, Token] | None:
    """Return the place that fell and to whom: "the town fell to the rebels"; none if none did."""
    if verb.lemma_.lower() != "fall":
        return None
    place = next((c for c in verb.children if c.dep_ == "nsubj" and _is_place(c)), None)
    to = next(
        (c for c in verb.children if c.dep_ == "obl" and _into_whose(c)),
        None,
    )
    if to is not None and to.lemma_.lower() == "hand":
        to = next((c for c in to.children if c.dep_ == "nmod"), None)
    return (place, to) if place is not None and to is not None and to.pos_ != "NUM" else None


def _is_dislodged(verb: Token, objects: list[Token]) -> bool:
    """Say whether forces are driven from a place: "pushed the rebels out of the town"."""
    if not any(armed(o) for o in objects):
        return False
    return any(
        c.dep_ == "obl"
        and prepositions(c) & {"from", "out", "of"}
        and (_is_place(c) or c.pos_ == "PROPN")
        for c in verb.children
    )


def _march(subject: Token) -> bool:
    """Say whether soldiers or arms come: a convoy of buses takes nothing."""
    return armed(subject) and (
        subject.lemma_.lower() not in _COLUMNS or any(armed(c) for c in subject.children)
    )


def _into_whose(word: Token) -> bool:
    """Say whether a phrase tells who has a place now: "to the rebels", "into the hands of"."""
    cases = prepositions(word)
    return "to" in cases or (word.lemma_.lower() == "hand" and "into" in cases)


def _is_place(word: Token) -> bool:
    return word.ent_type_ == "PLACE" or (
        word.pos_ in {"NOUN", "PROPN"} and word.lemma_.lower() in _PLACES
    )
