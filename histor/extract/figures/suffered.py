"""What a verb tells of those whom a number counts, though its own lemma says less."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from histor.extract.antecedents import names_party
from histor.extract.figures.quantity_words import named
from histor.extract.tokens import prepositions
from histor.records import FigureQuantity

__all__ = ["HOMES", "LIVES", "are_hurt", "fled_across", "told_by_verb"]

#: verbs of reports by armies, of people
_UNDOING = frozenset(["destroy", "eliminate", "neutralise", "neutralize", "liquidate"])
#: whom an army loses
_MEN = frozenset("man soldier fighter troop guard policeman officer commander pilot sailor".split())
#: verbs by which people are made to leave where they live
_DRIVING = frozenset(["force", "drive", "push", "chase", "uproot", "throw", "turn"])
_FROM = frozenset(["from", "out"])
#: what the hurt come in with
_HURTS = frozenset(["wound", "injury", "burn", "fracture", "trauma"])
#: what people do with wounds; of those they report they bear the slight ones
_BEARING = frozenset("suffered sustained incurred received suffer sustain".split())
_TELLING, _TREATING = "reported", "treated"
_SLIGHT = frozenset(["minor", "slight", "light", "superficial"])
#: words between such a verb and the wounds
_WORDS, _DESCRIBING = 5, frozenset(["ADJ", "NOUN", "PROPN", "DET", "ADP", "VERB", "CCONJ", "ADV"])
#: what those do who need a doctor
_SEEKING = frozenset("sought needed required seek need require".split())
_HELPING = frozenset(["had", "have", "has", "were", "was", "been", "being", "are"])
_BORDERS = frozenset(["border", "frontier"])
LIVES = frozenset(["life"])
_TAKEN = frozenset(["captive", "hostage", "hostages"])
#: how people are in custody
_STAYING, _CUSTODY = frozenset(["remain", "stay"]), frozenset(["custody", "detention", "jail"])
#: who is driven out of a home is displaced; who is sent out of a country is not
HOMES = frozenset("home homes house houses village villages land lands area district".split())


def told_by_verb(noun: Token) -> FigureQuantity | None:
    """Return what a verb says befell those counted, though its own lemma says less.

    "Sixty soldiers were destroyed", "500 families were forced from their homes", "ten lost their
    lives", "twelve with burns were brought in", "two captives were shot dead", "the gunmen hold
    17 passengers".
    """
    verb, passive = noun.head, noun.dep_ == "nsubj:pass"
    lemma = verb.lemma_.lower()
    if any("with" in prepositions(c) and c.lemma_.lower() in _HURTS for c in noun.children):
        return "injured"
    if noun.dep_ == "nsubj" and lemma in {"lose", "give"}:
        lost = {c.lower_ for c in verb.children if c.dep_ == "obj"}
        if lost & HOMES and lemma == "lose":
            return "displaced"
        lives = any(c.dep_ == "obj" and c.lemma_.lower() in LIVES for c in verb.children)
        return "killed" if lives else None
    if noun.dep_.startswith("nsubj") and lemma in _STAYING:
        jails = (c for c in verb.children if c.lower_ in _CUSTODY)
        return "detained" if any("in" in prepositions(c) for c in jails) else None
    if not passive and noun.dep_ != "obj":
        return None
    if lemma in _UNDOING or (lemma == "lose" and noun.lemma_.lower() in _MEN):
        return "killed"  # "the army lost 14 men"
    if lemma == "hold" and not passive:
        above = verb.head if verb.dep_ == "conj" else verb  # "freed 12 and hold 30 soldiers"
        doers = [c for c in (*verb.children, *above.children) if c.dep_ == "nsubj"]
        return "detained" if any(names_party(c) for c in doers) else None
    if lemma == "hold" and "being" in {c.lower_ for c in verb.children}:
        taken = any(c.lower_ in _TAKEN for c in verb.children)
        return None if taken else "detained"  # "are being held without charge"
    if lemma == "round" and any(c.lower_ == "up" for c in verb.children):
        return "detained"
    if lemma in _DRIVING and any(_is_from_home(c) for c in verb.children):
        return "displaced"
    if passive and (named(verb) == "killed" or any(_is_fatal(c) for c in verb.children)):
        return "killed"
    return None


def are_hurt(behind: Sequence[Token]) -> bool:
    """Say whether those counted have wounds: "four were treated for slight wounds".

    ``behind``: the words behind the number, or behind what it counts.
    """
    n = next((i for i, t in enumerate(behind) if t.pos_ not in {"AUX", "ADV"}), len(behind))
    verb = behind[n : n + 1]
    while verb and verb[0].lower_ in _HELPING:
        n, verb = n + 1, behind[n + 1 : n + 2]
    told = verb[0].lower_ if verb else ""
    rest = behind[n + 1 : n + 1 + _WORDS]
    if told in _SEEKING and rest and rest[0].lower_ in {"medical", "hospital"}:
        return True
    hurt = next((i for i, t in enumerate(rest) if t.lemma_.lower() in _HURTS), None)
    between = rest[:hurt] if hurt is not None else []
    if hurt is None or any(t.pos_ not in _DESCRIBING for t in between):
        return False
    words = {t.lower_ for t in between}
    if told == _TREATING:
        return "for" in words
    return not words & {"no", "for"} and (
        told in _BEARING or (told == _TELLING and bool(words & _SLIGHT))
    )


def fled_across(people: Token) -> bool:
    """Say whether many are told to have crossed into a country, or its border."""
    verb = people.head
    crossed = people.dep_ == "nsubj" and verb.lemma_.lower() == "cross"
    return crossed and any(
        "into" in prepositions(c) or (c.dep_ == "obj" and c.lemma_.lower() in _BORDERS)
        for c in verb.children
    )


def _is_from_home(word: Token) -> bool:
    return word.lemma_.lower() in HOMES and bool(prepositions(word) & _FROM)


def _is_fatal(word: Token) -> bool:
    """Say whether a word beside a verb says that it killed: "shot dead", "burnt to death"."""
    return word.lower_ in {"dead", "fatally"} or (
        word.lower_ == "death" and "to" in prepositions(word)
    )
