"""Towns and posts that change hands: "took control of", "marched into", "the city fell to"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.affiliations import side_words
from histor.extract.gazetteer import is_known_place
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
    if lemma == "take" and any(_is_post(c) for c in objects):
        return False  # "took up positions", where nobody was
    if lemma in _GRABBING and any(_is_place(c) for c in objects):
        return True
    if lemma in _GRABBING and any(map(_is_town, objects)) and _by_force(token):
        return True  # "rebels took X", whatever kind of name it was read as
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
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    place = next((c for c in subjects if _is_place(c) or _is_town(c)), None)
    to = next(
        (c for c in verb.children if c.dep_ == "obl" and _into_whose(c)),
        None,
    )
    if to is not None and to.lemma_.lower() == "hand":
        to = next((c for c in to.children if c.dep_ == "nmod"), None)
    if place is None or to is None or to.pos_ == "NUM":
        return None
    return (place, to) if _is_place(place) or to.lemma_.lower() in side_words() else None


def _is_post(taken: Token) -> bool:
    """Say whether soldiers only stand somewhere: "took position", "took up positions"."""
    up = any(c.lower_ == "up" for c in taken.head.children)
    bare = not any(c.dep_ in {"det", "nummod", "amod"} for c in taken.children)
    return taken.lemma_.lower() == "position" and (up or (bare and taken.tag_ == "NN"))


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


def _by_force(verb: Token) -> bool:
    """Say whether soldiers or rebels do what a verb tells, and bring nobody anywhere."""
    takers = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    forces = any(t.lemma_.lower() in side_words() for t in takers)
    elsewhere = any(
        c.dep_ == "xcomp" or (c.dep_ == "obl" and "to" in prepositions(c)) for c in verb.children
    )
    return forces and not elsewhere


def _is_town(name: Token) -> bool:
    """Say whether a name alone is a large town's."""
    alone = not any(c.dep_ in {"flat", "compound", "det"} for c in name.children)
    return name.pos_ == "PROPN" and alone and is_known_place(name.lower_)
