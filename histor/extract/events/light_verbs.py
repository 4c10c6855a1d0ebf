"""Verbs that say no more than that the noun they govern took place: "launched an attack"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from histor.annotate import EventMention as Read
from histor.annotate.awaited import called_into_being
from histor.annotate.presupposed import is_decreed
from histor.annotate.to_come import announced_ahead
from histor.extract.events.event_words import EventWords
from histor.extract.events.governed import governed_type, holds_captive
from histor.extract.events.strikes import struck_work
from histor.extract.events.ultimatums import is_time_given
from histor.extract.events.weapons import weapon_type
from histor.extract.names.affiliations import party_words
from histor.extract.tokens import NEGATIONS, prepositions

__all__ = ["carried", "carried_noun", "carrier_of", "is_light", "refuses_to_end", "traded_type"]

#: verbs that say that both sides did what these nouns name: "traded accusations"
_TRADING = frozenset(["trade", "exchange", "swap"])
_TRADED = {
    "ACCUSE": "blame accusation recrimination barb insult".split(),
    "THREATEN": ["threat"],
    "ASSAULT": "blow strike shelling shell missile rocket artillery attack gunfire".split(),
}
_TYPE_OF = {noun: kind for kind, nouns in _TRADED.items() for noun in nouns}
_ENDING = frozenset(["stop", "end", "halt", "finish", "avoid"])
#: light verbs that with some objects are deeds
_GIVING = frozenset("give end halt stop".split())
_WILL = frozenset(["will", "wo", "would"])
#: words of people that count anything
_COUNTS = frozenset("other many some several dozen hundred thousand".split())
#: nouns that only say how many of what follows them
_MEASURES = frozenset("round series wave spate string number couple dozen hundred score".split())
#: what is led by those who do it
_LED = frozenset(
    "march protest demonstration rally procession walkout boycott assault offensive attack raid "
    "ambush uprising revolt mutiny coup".split()
)
#: verbs of saying, and the support that is as good as said
_STATING = frozenset("announce reaffirm affirm state reiterate confirm proclaim".split())
_BACKING = frozenset("support backing solidarity endorsement recognition".split())
#: what unions and parties call
_CALLED = frozenset("strike walkout boycott".split())
_CALLING = frozenset(["call", "describe", "term", "dub", "label"])
#: verbs that are light with some objects
_BY_OBJECT = _TRADING | _STATING | {"fight", "lead", "call", "order"}


def carried(read: dict[int, Read], words: EventWords) -> dict[int, Read]:
    """Let the noun name the event that a light verb only says took place."""
    found: dict[int, Read] = {}
    for i, event in read.items():
        token = event.trigger.root
        noun = carried_noun(token) if is_light(token, words) else struck_work(token)
        if refuses_to_end(token):
            noun = None
        if noun is not None and _is_carried(token) and not _names(noun, words):
            continue  # "lorries carrying tents"
        if noun is not None and token.lemma_.lower() in _ENDING and not _names(noun, words):
            continue  # "stopped trucks at the border", "finished his career"
        if noun is None:
            found.setdefault(i, event)
        elif noun.i not in read or read[noun.i].score < event.score:
            to_come = announced_ahead(noun) or called_into_being(noun)
            status = "planned" if to_come else event.status
            event = replace(event, trigger=noun.doc[noun.i : noun.i + 1], given=status)
            if token.lemma_.lower() in _ENDING:  # who stops a deed did not do it
                given = None if event.given == "denied" else event.given  # what fails to stop it
                event = replace(event, doers=(), targets=(), given=given)
            found[noun.i] = event
    return found


def refuses_to_end(verb: Token) -> bool:
    """Say whether somebody will not end what goes on, a refusal: "will not end the siege"."""
    ahead = {c.lower_ for c in verb.children if c.dep_ in {"aux", "advmod"}}
    return verb.lemma_.lower() in _ENDING and bool(ahead & _WILL) and bool(ahead & NEGATIONS)


def _is_carried(verb: Token) -> bool:
    """Say whether a verb is "carry" without "out": of things that are brought somewhere."""
    return verb.lemma_.lower() == "carry" and not any(c.lower_ == "out" for c in verb.children)


def _names(noun: Token, words: EventWords) -> bool:
    """Say whether a noun is known to name events."""
    lemma = noun.lemma_.lower()
    return lemma in words.triggers or lemma in words.sure or lemma in words.other


def carrier_of(noun: Token, words: EventWords) -> Token | None:
    """Return the light verb above a noun that names an event; none if there is none."""
    if noun.pos_ != "NOUN":
        return None
    if (verb := noun.head).pos_ == "VERB" and struck_work(verb) is not None:
        return verb
    for verb in list(noun.ancestors)[:3]:
        if verb.pos_ == "VERB" and is_light(verb, words):
            carried = carried_noun(verb)
            return verb if carried is not None and carried.i == noun.i else None
    return None


def is_light(verb: Token, words: EventWords) -> bool:
    """Say whether a verb says no more than that the noun it governs took place."""
    if is_time_given(verb) or weapon_type(verb) is not None:
        return False
    if verb.lemma_.lower() == "put" and any(c.lower_ == "off" for c in verb.children):
        return False  # "put off the vote"
    if verb.lemma_.lower() in _GIVING and governed_type(verb) in {"AID", "CONCEDE"}:
        return False  # "gave X five million dollars", "gave in to demands"
    lemma = verb.lemma_.lower()
    return lemma in words.light or any(
        traded_type(c) is not None
        or _is_stated(c)
        or _is_fought(c)
        or _is_led(c)
        or _is_called(c)
        or is_decreed(c)
        for c in (verb.children if lemma in _BY_OBJECT else ())
    )


def _is_fought(noun: Token) -> bool:
    """Say whether a noun is the war that somebody fights: "fought a war"."""
    fought = noun.dep_ == "obj" and noun.head.lemma_.lower() == "fight"
    return fought and noun.lemma_.lower() in {"war", "battle", "campaign"}


def _is_stated(noun: Token) -> bool:
    """Say whether a noun is the support that somebody announces."""
    stated = noun.dep_ == "obj" and noun.head.lemma_.lower() in _STATING
    return stated and noun.lemma_.lower() in _BACKING


def _is_led(noun: Token) -> bool:
    """Say whether a noun is the march or the attack that somebody leads."""
    led = noun.dep_ == "obj" and noun.head.lemma_.lower() == "lead"
    return led and noun.lemma_.lower() in _LED


def _is_called(noun: Token) -> bool:
    """Say whether a noun is the strike that somebody calls."""
    call = noun.head
    if call.lemma_.lower() != "call":
        return False
    off = any(c.dep_ == "compound:prt" for c in call.children)  # "called off"
    known = any(c.dep_ == "det" and c.lower_ not in {"a", "an"} for c in noun.children)
    if off or known or prepositions(noun):
        return False  # "called the strike illegal"
    return noun.dep_ in {"obj", "obl"} and noun.lemma_.lower() in _CALLED


def traded_type(noun: Token) -> str | None:
    """Return the type of what two sides are said to exchange; none if it is no such thing."""
    behind = noun.i == noun.head.i + 1 and noun.dep_ == "parataxis"  # a headline's "trade | blame"
    if not (noun.dep_ == "obj" or behind) or noun.head.lemma_.lower() not in _TRADING:
        return None
    return _TYPE_OF.get(noun.lemma_.lower())


def carried_noun(verb: Token) -> Token | None:
    """Return the noun that a light verb says took place; none if it governs none."""
    if holds_captive(verb) or is_time_given(verb):
        return None
    for child in verb.children:
        if child.dep_ not in {"obj", "nsubj:pass", "ccomp"} and not _is_called(child):
            continue
        if child.lemma_.lower() in _MEASURES:  # "a round of talks", "dozens of pupils"
            near = (*child.children, *verb.children)
            of = (c for c in near if c.pos_ == "NOUN" and "of" in prepositions(c))
            child = next(of, child)
        if child.pos_ == "NOUN" and not child.ent_type_ and child.dep_ != "ccomp":
            # "had the guards beaten": whom it befalls names no event
            return child if child.lemma_.lower() not in party_words() - _COUNTS else None
        # "launched what it called an operation"
        for clause in (child, *child.children):
            if clause.lemma_ in _CALLING:
                named = (c for c in clause.children if c.dep_ in {"xcomp", "obj", "ccomp"})
                return next((c for c in named if c.pos_ == "NOUN"), None)
    return None
