"""Towns and posts that change hands: "took control of", "marched into", "the city fell to"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.armed_men import armed
from histor.extract.names.affiliations import rebel_words, side_words
from histor.extract.places.gazetteer import is_known_place
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
#: verbs of a place that changes hands, and the hands
_FALLING = frozenset(["fall", "come", "pass"])
_HANDS = frozenset(["hand", "control"])
#: how a place is told to be somebody's since not long
_FOUND = frozenset(["find", "be", "lie"])
_NOW = frozenset("now entirely fully completely firmly since already totally wholly".split())
_BODIES = frozenset(["GROUP", "ORG", "ORGANIZATION", "NORP"])
_SEIZING = _TAKING | _GRABBING | _ENTERING | _DISLODGING | _FALLING
_PLACES = frozenset(
    "city town village airport base capital district province region territory position hill "
    "garrison headquarters neighbourhood neighborhood outpost island port area suburb centre "
    "center stronghold junction crossing state bridge barracks camp airfield airbase county "
    "airstrip station checkpoint palace parliament ministry suburb quarter hamlet refinery "
    "dam".split()
)


#: what soldiers march through, and take only where they stay
_OPEN_PLACES = frozenset(["square", "plaza"])


def is_seizure(token: Token) -> bool:
    """Say whether a word tells that somebody took a place by force of arms."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and lemma == "control":
        return fallen_to(token) is not None
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
    if lemma == "take" and any(c.lower_ == "power" for c in objects) and _by_army(token):
        return True  # "an army unit took power"
    if lemma in _DISLODGING and _is_dislodged(token, objects):
        return True
    if lemma == "take" and any(_is_post(c) for c in objects):
        return False  # "took up positions", where nobody was
    if lemma == "take" and any(
        c.lower_ == "over" and c.dep_ == "compound:prt" for c in token.children
    ):
        taken = any(_is_place(c) or _is_open_place(c) for c in objects)
        return taken and _by_force(token)  # no minister "a ministry"
    if lemma in _GRABBING and any(_is_place(c) or _is_open_place(c) for c in objects):
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
    if verb.lemma_.lower() == "control":
        return _held_by(verb)
    if verb.lemma_.lower() not in _FALLING:
        return None
    if verb.pos_ == "NOUN":
        return _fall_of(verb)
    if any(c.lemma_.lower() in {"victim", "prey"} for c in verb.children):
        return None  # "fell victim to a flood"
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    place = next((c for c in subjects if _is_place(c) or _is_town(c)), None)
    to = next(
        (c for c in verb.children if c.dep_ == "obl" and _into_whose(c, verb)),
        None,
    )
    if to is not None and to.lemma_.lower() in _HANDS:
        to = next((c for c in to.children if c.dep_ == "nmod"), None)
    if place is None or to is None or to.pos_ == "NUM":
        return None
    known = _is_place(place) or to.lemma_.lower() in side_words()
    return (_name_of(place), to) if known else None


def _name_of(place: Token) -> Token:
    """Return the name behind a place's noun: "the city of | Kaya |, capital of the north"."""
    named = (c for c in place.children if c.dep_ == "nmod" and "of" in prepositions(c))
    return next((n for n in named if place.pos_ == "NOUN" and n.pos_ == "PROPN"), place)


def _fall_of(fall: Token) -> tuple[Token, Token] | None:
    """Return the place and to whom it fell: "the fall of Kaya to the rebels"."""
    place = next((c for c in fall.children if "of" in prepositions(c)), None)
    if place is None:
        return None
    behind = (c for t in (fall, place) for c in t.children if c.dep_ == "nmod" and c.i > place.i)
    to = next((c for c in behind if "to" in prepositions(c)), None)
    return (_name_of(place), to) if to is not None and to.pos_ != "NUM" else None


def _held_by(control: Token) -> tuple[Token, Token] | None:
    """Return a place and the rebels who have it now: "is entirely under the control of the rebels".

    Not where it only goes on: "the town remains under the control of the army".
    """
    to = next((c for c in control.children if c.dep_ == "nmod" and "of" in prepositions(c)), None)
    if "under" not in prepositions(control) or to is None:
        return None
    verb = control if any(c.dep_ == "cop" for c in control.children) else control.head
    taken = verb.i == control.i or verb.lemma_.lower() in _FOUND
    now = any(c.lower_ in _NOW for t in (verb, control) for c in t.children)
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    place = next((c for c in subjects if _is_place(c) or _is_town(c)), None)
    rebels = to.lemma_.lower() in rebel_words() or to.ent_type_ in _BODIES
    return (_name_of(place), to) if place is not None and rebels and taken and now else None


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


def _into_whose(word: Token, verb: Token) -> bool:
    """Say whether a phrase tells who has a place now: "to the rebels", "into the hands of"."""
    cases = prepositions(word)
    if word.lemma_.lower() in _HANDS:
        return bool(cases & {"into", "under"})
    return "to" in cases and verb.lemma_.lower() == "fall"


def _is_place(word: Token) -> bool:
    return word.ent_type_ == "PLACE" or (
        word.pos_ in {"NOUN", "PROPN"} and word.lemma_.lower() in _PLACES
    )


def _is_open_place(word: Token) -> bool:
    return word.pos_ == "NOUN" and word.lemma_.lower() in _OPEN_PLACES


def _by_force(verb: Token) -> bool:
    """Say whether soldiers or rebels do what a verb tells, and bring nobody anywhere."""
    takers = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    forces = any(t.lemma_.lower() in side_words() for t in takers)
    elsewhere = any(
        c.dep_ == "xcomp" or (c.dep_ == "obl" and "to" in prepositions(c)) for c in verb.children
    )
    return forces and not elsewhere


def _by_army(verb: Token) -> bool:
    """Say whether those who do something are of an army: "an elite army unit"."""
    takers = [c for c in verb.children if c.dep_ == "nsubj"]
    near = {t.lemma_.lower() for c in takers for t in (c, *c.children)}
    return _by_force(verb) or not near.isdisjoint({"army", "military", "officer", "soldier"})


def _is_town(name: Token) -> bool:
    """Say whether a name alone is a large town's."""
    alone = not any(c.dep_ in {"flat", "compound", "det"} for c in name.children)
    return name.pos_ == "PROPN" and alone and is_known_place(name.lower_)
