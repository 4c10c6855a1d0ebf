"""What somebody calls for, and what that is about: "called for an inquiry into a raid on X"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.tokens import prepositions

__all__ = ["CALLING", "is_only_asked", "is_what_it_is_about"]

#: verbs of asking for a thing, in words, and otherwise as well
CALLING = frozenset(["call", "appeal", "plead"])
_CALLING = CALLING | {"press", "push"}
#: how what is called for is tied to what it is about, and nouns of its end
_ABOUT = frozenset(["into", "to", "against", "on", "over", "about"])
_ENDING = frozenset(["end", "halt", "stop"])
#: deeds that who calls for them calls people to
_SUMMONS = frozenset("strike protest march rally demonstration boycott sit-in vigil".split())


def is_only_asked(deed: Token, call: Token) -> bool:
    """Say whether a deed is called for, and not called: "called for | the arrest | of X"."""
    for word in (deed, *deed.ancestors):
        if word.head.i == call.i:
            asked = word.dep_ in {"obl", "nmod"} and "for" in prepositions(word)
            return asked and deed.lemma_.lower() not in _SUMMONS
    return False


def is_what_it_is_about(word: Token, call: Token) -> bool:
    """Say whether a word only tells what the thing called for is about.

    "Called for an answer to the blockade of | X |", "for an inquiry into an attack on | Y |".
    """
    if call.lemma_.lower() not in _CALLING or call.i > word.i:
        return False
    about = False
    for above in (word, *word.ancestors):
        if above.head.i == call.i:
            return about and above.i != word.i and prepositions(above) == {"for"}
        ends = above.head.lemma_.lower() in _ENDING
        about |= above.dep_ == "nmod" and bool(prepositions(above) & _ABOUT) and not ends
    return False
