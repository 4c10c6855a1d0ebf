"""Whether those who are named bear arms, and what is done with them and their arms."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.weapons import is_warship

__all__ = ["armed", "is_moved", "is_of_arms", "is_of_command"]

_ARMS = frozenset(
    "troop force army soldier military weapon missile tank warship ship fleet navy jet aircraft "
    "warplane artillery defence defense security police guard militia reservist battalion brigade "
    "unit regiment division marine fighter garrison patrol alert base border frontier defenses "
    "defences fortification barricade reinforcement convoy checkpoint presence positions "
    "peacekeeper battlegroup contingent men arms ammunition drone rebel militant paramilitary "
    "guerrilla helicopter gunboat submarine frigate torpedo".split()
)
_COMMANDED = frozenset("force troop army soldier fighter militia navy".split())


def is_of_command(word: Token) -> bool:
    """Say whether a noun names those whom somebody commands: "his forces"."""
    return word.lemma_.lower() in _COMMANDED


def is_of_arms(verb: Token) -> bool:
    """Say whether soldiers, arms or defences are the subject or the object of a verb."""
    parts = [c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass", "obj", "obl"}]
    if verb.dep_ in {"acl", "acl:relcl", "xcomp"}:
        parts += [verb.head, *(c for c in verb.head.children if not c.dep_.startswith("acl"))]
    return any(armed(part) for part in parts)


def armed(phrase: Token) -> bool:
    """Say whether a phrase tells of soldiers, arms or defences."""
    below = [c for c in phrase.children if not (c.pos_ == "VERB" and c.dep_.startswith("acl"))]
    near = [phrase, *below, *(g for c in below for g in c.children)]
    return any(t.lemma_.lower() in _ARMS for t in near)


def is_moved(sent: Token) -> bool:
    """Say whether a phrase names soldiers or ships that are sent somewhere, and no country."""
    if sent.dep_ not in {"obj", "nsubj:pass", "appos", "conj"}:
        return False
    return sent.ent_type_ != "PLACE" and (is_warship(sent) or armed(sent))
