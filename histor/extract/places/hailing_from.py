"""Where people of a deed come from, or were meanwhile, which is not where it was."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.names.affiliations import party_words

__all__ = ["is_origin", "is_whereabouts"]

#: words for those just named, and what is on its way
_ALL = frozenset("all both most many some each mostly mainly".split())
_WAY = frozenset("way route journey".split())
_BE = frozenset(["is", "are", "was", "were", "be", "originally"])
#: who is driven, brought or let from a place was there
_AWAY = frozenset(
    "evacuate expel drive remove free rescue withdraw oust evict deport displace pull flee banish "
    "release recall save take move return bring transfer fire eject dislodge clear chase retrieve "
    "abduct kidnap snatch seize escape relocate push force deploy resettle airlift".split()
)
#: words between "from" and the name: "from the town of"
_BETWEEN, _KINDS = 4, frozenset(["DET", "ADJ", "NOUN", "PROPN"])


def is_origin(name: Token) -> bool:
    """Say whether a name tells where people are from, or set out from: "shot two men from X"."""
    doc, first = name.doc, name.sent.start
    for word in reversed(list(doc[max(first, name.i - _BETWEEN) : name.i])):
        if word.lower_ == "from":
            return word.i > first and _is_of_people(word.nbor(-1))
        if word.pos_ not in _KINDS and word.lower_ != "of":
            return False
    return False


def is_whereabouts(name: Token) -> bool:
    """Say whether a clause tells where somebody was meanwhile: "as the premier was in Lima"."""
    return name.dep_ == "advcl" and any(c.dep_ == "cop" for c in name.children)


def _is_of_people(before: Token) -> bool:
    """Say whether what stands before "from" is who, or what, comes from there."""
    if before.lower_ in _ALL | _BE or before.lemma_.lower() in _WAY:
        return True
    if before.lemma_.lower() not in party_words() or before.pos_ != "NOUN":
        return False
    verb = before.head
    return before.dep_ == "nsubj" or verb.lemma_.lower() not in _AWAY
