"""Soldiers who leave a post: "the first peacekeepers left their base" is a withdrawal."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.armed_men import armed

__all__ = ["is_withdrawal"]

_LEAVING = frozenset(["leave", "quit", "vacate", "abandon"])
_POSTS = frozenset(
    "base camp barracks garrison position outpost post headquarters airbase airfield country "
    "territory region province town city village peninsula island enclave".split()
)
#: words of those who leave for an hour: "left the base on patrol"
_FOR_NOW = frozenset(["patrol", "mission", "leave", "injured", "wounded", "dead"])


def is_withdrawal(verb: Token) -> bool:
    """Say whether soldiers leave a post or a country."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _LEAVING:
        return False
    who = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}]
    what = [c for c in verb.children if c.dep_ == "obj"]
    if not any(armed(w) for w in who) or any(c.dep_ == "xcomp" for c in verb.children):
        return False  # "the attack left the town in ruins"
    if not all(w.ent_type_ == "PLACE" or w.lemma_.lower() in _POSTS for w in what) or not what:
        return False
    return {c.lower_ for c in verb.children}.isdisjoint(_FOR_NOW)
