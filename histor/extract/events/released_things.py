"""What is released and is nobody: a film before its first night, water from a dam."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.names.affiliations import party_words
from histor.extract.tokens import prepositions

__all__ = ["is_of_thing"]

#: nouns and verbs of letting go
_RELEASE = frozenset(["release", "discharge"])
#: verbs of what is done to a release
_ABOUT = frozenset("begin start resume delay announce schedule plan continue".split())
_THINGS = frozenset(
    "film movie album song single game book novel trailer series video footage audio tape picture "
    "photo image statement report result record recording document file datum data list finding "
    "transcript version product study survey poll water gas oil radiation radioactivity steam "
    "smoke emission carbon methane chemical waste sewage toxin energy pressure virus".split()
)


def is_of_thing(word: Token) -> bool:
    """Say whether a word tells that a thing is let out: "blocked the release of the film"."""
    if word.pos_ == "NOUN" and word.lemma_.lower() in _RELEASE:
        return _names_thing(word)
    objects = [c for c in word.children if c.dep_ in {"obj", "nsubj:pass"}]
    if word.lemma_.lower() in _RELEASE:
        return any(_is_thing(o) for o in objects)
    if word.lemma_.lower() not in _ABOUT:
        return False
    return any(o.lemma_.lower() in _RELEASE and _names_thing(o) for o in objects)


def _names_thing(release: Token) -> bool:
    """Say whether a release is that of a thing: "the film's release"."""
    whose = [c for c in release.children if c.dep_ in {"nmod:poss", "compound"}]
    whose += [c for c in release.children if c.dep_ == "nmod" and "of" in prepositions(c)]
    return any(_is_thing(w) for w in whose)


def _is_thing(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    named = noun.ent_type_ in {"PERSON", "GROUP"} or lemma in party_words()
    return not named and lemma in _THINGS
