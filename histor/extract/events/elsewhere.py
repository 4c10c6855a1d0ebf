"""What a deed is over, which was elsewhere: "condemned the attack in X", "jailed for a raid"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from histor.extract.events.event_parties import is_charge
from histor.extract.events.event_words import event_words, names_event
from histor.extract.tokens import prepositions, text_of

__all__ = ["is_charge_over", "of_a_part", "over_another"]

_REASONS = frozenset(["over", "after", "following", "amid", "despite"])
#: prepositions before what somebody is charged with, and before what is told of
_CHARGED = frozenset(["for", "with", "of", "over"])
_TRIED = frozenset(["for", "in"])
_TRYING = frozenset("charge indict convict sentence acquit try accuse suspect".split())
_OF_IT = frozenset(["of", "into", "against", "over", "about"])
#: nouns by which somebody is tied to a deed, and nouns of telling or judging one
_LINKS = frozenset(["connection", "relation"])
#: what stands between a part of those counted and where they are
_PART = re.compile(
    r"\b(?:including|among (?:them|those|whom)|of (?:them|whom))\b[^.;:]{0,100}?"
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b)"
    r"[^.;:]{0,80}\b(?:in|at|near|around|outside)\s(?:the\s)?(?:\w+\sof\s)?\Z",
    re.I,
)
_TELLING = frozenset(
    "investigation inquiry condemnation trial condolence reaction rally march demonstrate".split()
)


def is_charge_over(deed: Token) -> bool:
    """Say whether a deed is what somebody is charged with: "arrested in connection with a raid"."""
    # "charged with the bombing": the tree may take the preposition for a clause's
    cases = {c.lower_ for c in deed.children if c.dep_ in {"case", "mark"}}
    tied = deed.head.lemma_.lower() in _LINKS and "with" in cases
    charged = bool(cases & _CHARGED) and is_charge(deed.head)
    # whoever is arrested in a raid is so on its day
    tried = bool(cases & _TRIED) and deed.head.lemma_.lower() in _TRYING
    return tied or charged or tried or ("for" in cases and _goes_on_trial(deed.head))


def _goes_on_trial(verb: Token) -> bool:
    """Say whether somebody is tried: "went on trial for killing"."""
    return any(c.lemma_.lower() == "trial" for c in verb.children)


def of_a_part(place: Token, event: Token) -> bool:
    """Say whether a place is only of some of those counted: "displaced, including 30 in Derna"."""
    start = place.sent.start_char
    before = text_of(place.doc)[start : place.idx]
    match = _PART.search(before)
    return match is not None and not start + match.start() < event.idx < place.idx


def over_another(phrase: Token) -> bool:
    """Say whether a phrase tells what a deed is over, so that its place is not the deed's."""
    cases, head = prepositions(phrase), phrase.head.lemma_.lower()
    if is_charge_over(phrase):
        return True
    if phrase.lemma_.lower() == "protest" or cases & _REASONS:
        return True
    told = head in event_words().about or head in _TELLING
    governed = phrase.dep_ in {"obj", "nsubj:pass"} or bool(cases & _OF_IT)
    return told and governed and phrase.pos_ == "NOUN" and names_event(phrase)
