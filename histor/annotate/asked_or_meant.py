"""Deeds that are only asked for, striven for, meant or talked of."""

from __future__ import annotations

from spacy.tokens import Token

from histor.annotate.negation import is_conditional
from histor.annotate.status_words import CONVENED, DEFINITE, INTENT
from histor.verb_tags import TENSED

__all__ = [
    "asked_beside",
    "beside_it",
    "goes_along",
    "is_asked_for",
    "is_awaited",
    "is_called_for",
    "is_goal",
    "is_headed_as_asked",
    "is_means",
    "is_purpose",
    "is_rewarded",
    "is_striven_for",
    "is_talked_of",
    "is_wanted_for",
    "sets_out",
]

#: verbs of asking somebody to do what the infinitive below them says
_ASKING = frozenset(
    "ask beg call urge order demand request want instruct press push implore plead appeal beseech "
    "exhort lobby petition invite advise encourage require direct task".split()
)
#: of these, verbs of what is not done for being asked: killings that somebody ordered were done
_WANTED = frozenset(["demand", "request", "seek", "urge"])
#: nouns of talks, and what ties to them what they are about
_TALKS = frozenset("talk negotiation discussion consultation dialogue contact meeting".split())
_ON = frozenset(["on", "about", "over"])
_CONVENING = frozenset(["call", "discuss", "debate", "prepare"])
#: nouns of what is done towards a deed
_STRIVING = frozenset("campaign effort fight struggle battle bid drive mission push".split())
#: deeds that others are done for, and factuality from which they are taken to have been reached
_GOALS = frozenset(
    "reclaim retake recapture regain capture seize oust topple overthrow depose liberate invade "
    "assassinate annex conquer".split()
)
#: verbs of those who set out for a goal, whatever the tree calls the arc from it
_SETTING_OUT = frozenset(
    "rise revolt rebel march advance unite fight mobilise mobilize gather move band ally team "
    "converge deploy".split()
)
_ONCE, _TO_COME = frozenset(["once", "until"]), frozenset(["will", "would", "wo", "shall", "can"])
_IMPOSING = frozenset("impose launch hold begin open start declare lift order slap".split())
_MENACING = frozenset(["threaten", "warn", "vow", "promise", "accuse", "say"])
#: participles of what something is for, whatever becomes of it: "a coup intended to keep power"
_MEANT = frozenset(["intend", "mean", "aim", "design"])


def is_purpose(event: Token) -> bool:
    """Say whether a verb tells what another deed is for: "bombs to kill"."""
    return event.tag_ == "VB" and event.dep_ in {"advcl", "acl"} and event.head.pos_ == "VERB"


def is_goal(event: Token) -> bool:
    """Say whether a verb tells what force is used for: "an offensive to reclaim the towns"."""
    aimed = event.tag_ == "VB" and event.dep_ in {"advcl", "acl"}
    aimed |= event.dep_ == "xcomp" and sets_out(event.head)
    aimed &= not is_conditional(event)  # "if X were to seize the port"
    return (
        aimed and event.lemma_.lower() in _GOALS and any(c.lower_ == "to" for c in event.children)
    )


def sets_out(verb: Token) -> bool:
    """Say whether a verb tells that somebody sets out to do something: "moved to seize"."""
    return verb.lemma_.lower() in _SETTING_OUT


def goes_along(event: Token) -> bool:
    """Say whether a participle tells what is done along: "will return, visiting Peru"."""
    marked = any(c.dep_ in {"mark", "aux"} for c in event.children)
    # "gave them a week to leave, threatening to attack": it goes along with the giving
    below = event.head.dep_ == "xcomp" and event.lemma_.lower() in _MENACING
    along = event.tag_ == "VBG" and event.dep_ == "advcl" and not marked
    return along and not below and event.head.i < event.i


def beside_it(event: Token) -> set[str]:
    """Return the lemmas of the adjectives and nouns that modify an event's noun."""
    found = {c.lemma_.lower() for c in event.children if c.dep_ in {"amod", "compound", "advmod"}}
    # "a withdrawal demanded by X"
    told = (c for c in event.children if c.dep_ == "acl" and c.tag_ == "VBN" and not _is_meant(c))
    return found | {c.lemma_.lower() for c in told}


def _is_meant(participle: Token) -> bool:
    """Say whether a participle tells what something is for: "a raid intended to free N"."""
    what_for = any(c.dep_ in {"xcomp", "advcl"} for c in participle.children)
    return participle.lemma_.lower() in _MEANT and what_for


def is_awaited(event: Token) -> bool:
    """Say whether it must be first for something else to come: "will be freed once X leaves"."""
    verb = event.head
    waits = any(
        c.lower_ in _ONCE and c.dep_ in {"mark", "advmod"} and c.i < event.i for c in event.children
    )
    if event.dep_ != "advcl" or not waits:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass"}}
    return bool(helpers & _TO_COME) and "have" not in helpers


def is_talked_of(event: Token) -> bool:
    """Say whether it is no more than what is talked about: "talks on freeing the hostages"."""
    about = event.head.lemma_.lower() in _TALKS and event.dep_ in {"acl", "advcl"}
    return about and event.tag_ == "VBG" and any(c.lower_ in _ON for c in event.children)


def is_rewarded(event: Token) -> bool:
    """Say whether money is put on it, or people look for it: "a reward for the capture of N"."""
    over = event.head
    for_it = any(c.dep_ == "case" and c.lower_ == "for" for c in event.children)
    return for_it and event.dep_ == "nmod" and over.lemma_.lower() in {"reward", "bounty"}


def is_wanted_for(event: Token) -> bool:
    """Say whether it is what somebody is sought for: "two men wanted for the killing of N"."""
    tied = any(c.lower_ == "for" and c.dep_ in {"case", "mark"} for c in event.children)
    return tied and event.head.lower_ == "wanted" and event.head.i < event.i


def is_means(event: Token) -> bool:
    """Say whether it is how something else was done: "by striking X the navy sent a message"."""
    by = any(c.dep_ == "mark" and c.lower_ == "by" for c in event.children)
    return by and event.dep_ == "advcl" and event.tag_ == "VBG" and event.head.tag_ in TENSED


def is_striven_for(event: Token) -> bool:
    """Say whether it is what a campaign is for: "the campaign to retake the town"."""
    return event.dep_ == "acl" and event.tag_ == "VB" and event.head.lemma_.lower() in _STRIVING


def asked_beside(event: Token) -> bool:
    """Say whether it is asked for beside something else: "urged X to stop and to withdraw"."""
    return (
        event.dep_ == "conj"
        and event.tag_ == "VB"
        and event.head.lemma_.lower() in INTENT
        and any(c.lower_ == "to" for c in event.children)
    )


def is_asked_for(event: Token) -> bool:
    """Say whether somebody is asked to do it: "called on X to investigate"."""
    if event.pos_ == "NOUN" and event.dep_ == "obj" and event.head.tag_ == "VB":
        # "called for X to impose sanctions"
        return event.head.lemma_.lower() in _IMPOSING and is_asked_for(event.head)
    return (
        event.tag_ == "VB"
        and event.dep_ in {"advcl", "xcomp", "acl"}
        and event.head.lemma_.lower() in _ASKING
        and event.head.i < event.i
        and any(c.lower_ == "to" for c in event.children)
    )


def is_headed_as_asked(event: Token) -> bool:
    """Say whether a heading without a verb tells what is asked: "Release of N demanded by X".

    The tree may hang the participle on the noun behind "of".
    """
    if event.pos_ != "NOUN" or event.dep_ != "root":
        return False
    nouns = (event, *(c for c in event.children if c.dep_ == "nmod"))
    asked = (c for noun in nouns for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN")
    return any(c.lemma_.lower() in _WANTED and c.i > event.i for c in asked)


def is_called_for(event: Token) -> bool:
    """Say whether it is what somebody asks for: "calls for early elections", "call elections"."""
    if event.pos_ != "NOUN" or any(c.lower_ in DEFINITE for c in event.children):
        return False
    above = event.head.lemma_.lower()
    if event.dep_ in {"nmod", "obl"} and any(c.lower_ == "for" for c in event.children):
        return above in {"call", "demand", "appeal", "plea", "request", "push"}
    if event.dep_ != "obj":
        return False
    return above in {"demand", "request", "seek", "ask"} or (
        above in _CONVENING and event.lemma_.lower() in CONVENED
    )
