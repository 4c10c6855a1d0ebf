"""Words of deeds that only describe something, or are part of a turn of speech."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.governed import governed_type
from histor.extract.events.spoken_generally import is_spoken_generally
from histor.extract.tokens import HYPHENS, prepositions

__all__ = ["only_describes"]

#: what people leave that is no office
_LANDS = frozenset("country town city village area region house home place island street".split())
_BRINK = frozenset(["brink", "precipice", "edge", "abyss"])
#: who goes out onto streets
_GOING_OUT = frozenset("take pour return flood descend".split())
#: what those do who stand behind a deed of others
_BEHIND = frozenset("back broker support sponsor fund finance lead aid arm train".split())
#: words from "took" to "the streets"
_NEAR = 4
#: what breaks out among people, and is no disease
_BREAKING_OUT = frozenset(
    "war fighting conflict hostility violence unrest clash protest riot crisis rebellion uprising "
    "insurgency revolution peace".split()
)
_HELPING = frozenset("aid relief food humanitarian medicine medical assistance help supply".split())
#: what is released to be seen, read or heard
_SHOWN = frozenset(
    "film movie album book song single video game news press report trailer footage data".split()
)
_DESCRIBED = frozenset(["acl", "amod", "advcl", "acl:relcl", "nmod"])


def only_describes(word: Token, kind: str) -> bool:
    """Say whether a word read as a deed of a type tells none where it stands."""
    lemma = word.lemma_.lower()
    arcs = {c.dep_ for c in word.children}
    if lemma == "arm" and word.tag_ in {"VBN", "VBD"}:  # "mobs armed with clubs"
        return "obj" not in arcs and (word.dep_ in _DESCRIBED or _has(word, "with"))
    if word.dep_ == "amod" and lemma in _BEHIND and word.i and word.nbor(-1).text in HYPHENS:
        return True  # "the army-backed strike"
    if lemma in {"besiege", "encircle", "occupy"}:  # "in the besieged city", "in occupied N"
        after = word.nbor(1) if word.i + 1 < len(word.doc) else word
        named = word.tag_ == "VBN" and after.pos_ == "PROPN" and "aux:pass" not in arcs
        return word.dep_ == "amod" or (named and word.dep_ == "acl")
    if lemma == "street":  # "the war spills onto the streets"
        before = word.doc[max(word.sent.start, word.i - _NEAR) : word.i]
        return not any(t.lemma_.lower() in _GOING_OUT for t in (word.head, *before))
    if lemma == "charge" and word.i + 1 < len(word.doc) and word.nbor(1).lower_.startswith("d'"):
        return True  # "the chargés d'affaires"
    if lemma == "negotiate" and word.dep_ == "amod":  # "a negotiated peace"
        return True
    if lemma == "outbreak":  # "since the outbreak of civil war"
        of = (c for c in word.children if c.dep_ == "nmod" and "of" in prepositions(c))
        return any(c.lemma_.lower() in _BREAKING_OUT for c in of)
    if lemma == "treat":  # "would treat any driver as a target"
        return any(t.lower_ in {"as", "like"} for t in word.sent[word.i - word.sent.start :])
    if lemma == "convoy" and kind == "AID":  # "left in convoys of buses"
        return _HELPING.isdisjoint(t.lemma_.lower() for t in word.subtree)
    if lemma == "commitment":  # "the commitment to help them", which the verb tells
        return any(c.dep_ == "acl" and c.tag_ in {"VB", "VBG"} for c in word.children)
    if lemma == "release" and word.pos_ == "NOUN":  # "the film's release", "a press release"
        return any(c.lemma_.lower() in _SHOWN for c in word.children)
    if lemma == "contribute" and kind == "AID":  # "N. N. in Lima contributed."
        return "obj" not in arcs and not _has(word, "to", "with")
    if lemma == "guilty":  # "are guilty of crimes", and not found so
        return "cop" in arcs
    if lemma == "provide":  # "the deal provides for a pullback"
        return "obj" not in arcs and _has(word, "for")
    if lemma in {"step", "pull", "draw"} and kind == "RETREAT":  # "stepped back from the brink"
        brink = any(c.lemma_.lower() in _BRINK for c in word.children if c.dep_ == "obl")
        back = lemma == "step" and any(c.lower_ == "back" for c in word.children)
        return brink or back
    if lemma in {"quit", "leave"} and kind == "RETREAT":  # "has quit the country"
        left = [c for c in word.children if c.dep_ == "obj"]
        alone = any(c.ent_type_ == "PERSON" for c in word.children if c.dep_.startswith("nsubj"))
        return alone and any(o.lemma_.lower() in _LANDS for o in left)
    goes = lemma in {"fly", "travel"} and kind == "AID" and "obj" not in arcs
    if goes and governed_type(word) != "AID":
        return True
    return is_spoken_generally(word, kind)


def _has(word: Token, *cases: str) -> bool:
    """Say whether a phrase below a word has one of the prepositions."""
    return any(prepositions(c) & {*cases} for c in word.children)
