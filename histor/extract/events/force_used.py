"""Force that is used on people, whatever word says so: "broke up the march", "struck back".

The words are of general knowledge; the types are those of the PLOVER manual, 2024.
"""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.names.affiliations import party_words
from histor.extract.tokens import prepositions

__all__ = ["force_type"]

#: what crowds form that are driven apart
_GATHERED = frozenset(
    "protest protester demonstration rally march sit-in crowd procession encampment vigil blockade "
    "gathering demonstrator camp protestor picket riot".split()
)
#: whom nobody attacks in words
_UNARMED = frozenset(
    "civilian citizen population villager inhabitant peasant passer-by pilgrim worshipper convoy "
    "patrol checkpoint outpost embassy soldier troop".split()
)
_ASSAILING = frozenset(["attack", "raid", "assault"])
#: how people are driven apart, and with what
_SCATTERING = frozenset(["disperse", "scatter"])
_GEAR = frozenset("gas teargas baton cannon bullet grenade truncheon shot pellet charge".split())
_USING = _ASSAILING | _SCATTERING | {"break", "crack", "strike"}
#: what shots and shells come in: "bursts of gunfire"
_VOLLEYS = frozenset("burst barrage volley hail salvo exchange".split())
_SHOTS = frozenset("gunfire fire bullet rocket mortar missile artillery gun".split())
#: on whom and on what governments crack down, beside people
_DISSENT = _GATHERED | frozenset(
    "dissent opposition media press rebellion uprising unrest separatism speech freedom liberty "
    "strike revolt mutiny".split()
)


def force_type(word: Token) -> str | None:
    """Return the type of a word that tells that somebody uses force on others; else none."""
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN":
        shots = lemma in _VOLLEYS and any(_is_shot(c) for c in word.children)
        return "ASSAULT" if shots else None
    if word.pos_ != "VERB" or lemma not in _USING:
        return None
    small = {c.lower_ for c in word.children if c.dep_ in {"compound:prt", "advmod"}}
    if lemma in _SCATTERING:
        return "ASSAULT" if any(t.lemma_.lower() in _GEAR for t in _beside(word)) else None
    if lemma in _ASSAILING or (lemma == "break" and "up" in small):
        whom = (c for c in word.children if c.dep_ in {"obj", "nsubj:pass"})
        met = _GATHERED | _UNARMED if lemma in _ASSAILING else _GATHERED
        return "ASSAULT" if any(c.lemma_.lower() in met for c in whom) else None
    if lemma == "crack" and "down" in small:
        return "COERCE" if _cracks_down(word) else None
    if lemma == "strike" and "back" in small:
        arcs = {c.dep_: c for c in word.children}
        return "ASSAULT" if "nsubj" in arcs and _is_somebody(arcs["nsubj"]) else None
    return None


def _beside(verb: Token) -> list[Token]:
    """Return the words of a verb's own phrases: "dispersed them | with gas and batons"."""
    own = [c for c in verb.children if c.i > verb.i and c.pos_ == "NOUN"]
    return [t for c in own for t in (c, *(g for g in c.children if g.dep_ == "conj"))]


def _is_shot(word: Token) -> bool:
    """Say whether a word after "bursts of" is of guns."""
    return "of" in prepositions(word) and word.lemma_.lower() in _SHOTS


def _cracks_down(verb: Token) -> bool:
    """Say whether a crackdown is one on people: "on protests", not "on fraud"."""
    whom = [c for c in verb.children if prepositions(c) & {"on", "upon"}]
    who = [c for c in verb.children if c.dep_ == "nsubj"]
    if whom:
        return any(_is_somebody(w) or w.lemma_.lower() in _DISSENT for w in whom)
    return any(map(_is_somebody, who))


def _is_somebody(word: Token) -> bool:
    return bool(word.ent_type_) or word.tag_ == "PRP" or word.lemma_.lower() in party_words()
