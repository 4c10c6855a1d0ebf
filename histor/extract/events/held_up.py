"""What is kept from its way: "stopped the convoy", "the trucks were turned back" are one deed."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["held_up", "is_carrier"]

#: what is under way, by what it may be called again
_CARRIERS = {
    **dict.fromkeys("convoy truck lorry vehicle column".split(), "convoy"),
    **dict.fromkeys("ship vessel boat tanker freighter trawler ferry yacht".split(), "ship"),
    **dict.fromkeys("plane aircraft airliner jet flight".split(), "plane"),
    **dict.fromkeys(["bus", "coach"], "bus"),
    "train": "train",
}
#: verbs of keeping it, some with their particle
_KEEPING = frozenset("stop halt intercept impound detain block hold turn send force wave".split())
#: words that say that it is not the one told of
_OTHERS = frozenset("another second third new next last other two three four five several".split())


def held_up(word: Token) -> str | None:
    """Return what a word of a deed says is kept from its way; none if nothing is."""
    if word.lemma_.lower() not in _KEEPING:
        return None
    things = _met(word)
    if not things and word.dep_ == "conj":  # "was stopped and forced to return"
        things = _met(word.head)
    for thing in things:
        carrier = _CARRIERS.get(thing.lemma_.lower())
        if carrier is not None and not any(c.lemma_.lower() in _OTHERS for c in thing.children):
            return carrier
    return None


def is_carrier(noun: Token) -> bool:
    """Say whether a noun names what is under way, which is no deed: "the convoy was stopped"."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _CARRIERS


def _met(verb: Token) -> list[Token]:
    """Return what a verb is done to; a headline leaves "was" out: "aid convoy forced back"."""
    participle = verb.tag_ in {"VBN", "VBD"}
    return [
        c
        for c in verb.children
        if c.dep_ in {"obj", "nsubj:pass"} or (c.dep_ == "nsubj" and participle)
    ]
