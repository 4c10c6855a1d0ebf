"""Blasts on a page that tells of bombs and shells: somebody's deed, though nobody names him.

Elsewhere a blast is a thing by itself, and so is one that the page lays to gas, or to a fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from histor.extract.events.event_parties import FIGHTS
from histor.extract.events.event_words import event_words
from histor.extract.events.promised import OUTCOMES
from histor.extract.events.proposals import Proposal
from histor.extract.events.weapons import is_weapon, weapon_type

__all__ = ["BLAST", "with_blasts_of_war"]

#: the kind of a blast that is an assault
BLAST = "blast"
_BLASTS = frozenset(["explosion", "blast"])
#: what a blast is laid to that nobody did
_CAUSES = frozenset(
    "gas methane boiler leak accident accidental accidentally cylinder firework fireworks "
    "electrical fault faulty circuit demolition controlled negligence malfunction technical stove "
    "generator lightning volcano coal dynamite quarry pyrotechnic".split()
)
#: what somebody sets off, and how old bombs are told that go off by themselves
_CHARGES = frozenset("bomb grenade landmine ied suicide roadside".split())
_LEFT_OVER = frozenset("unexploded wartime old leftover buried".split())
#: modes of the deeds that go with blasts
_BY_ARMS = frozenset(["aerial", "drone", "heavy-weapons", "explosives"])
#: deeds by arms on a page of war
_ENOUGH = 2


def with_blasts_of_war(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return a page's events, the blasts of a page of war, and the dead of each, as assaults."""
    by_arms = [p for p in proposals if _is_by_arms(p)]
    fights = {
        p.word.sent.start
        for p in proposals
        if p.type == "ASSAULT" and p.word.lemma_.lower() in FIGHTS | {"fight"}
    }
    blasts = [p for p in proposals if p.kind == "disaster" and _is_blast(p.word)]
    at_war = len(by_arms) >= _ENOUGH
    set_off = {
        p.word.sent.start
        for p in blasts
        if (at_war or p.word.sent.start in fights or _is_set_off(p.word)) and not _has_cause(p.word)
    }
    return [
        replace(p, type="ASSAULT", kind=BLAST if p in blasts else None)
        if p.word.sent.start in set_off and (p in blasts or _is_toll(p))
        else p
        for p in proposals
    ]


def _is_toll(proposal: Proposal) -> bool:
    return proposal.kind == "death" and proposal.word.lemma_.lower() in OUTCOMES


def _is_blast(word: Token) -> bool:
    return word.pos_ == "NOUN" and word.lemma_.lower() in _BLASTS


def _is_set_off(blast: Token) -> bool:
    """Say whether a blast is one of a bomb that somebody laid: "a roadside bomb blast"."""
    before = {c.lemma_.lower() for c in blast.children if c.dep_ in {"compound", "amod"}}
    return bool(before & _CHARGES) and _LEFT_OVER.isdisjoint(t.lower_ for t in blast.sent)


def _is_by_arms(proposal: Proposal) -> bool:
    """Say whether bombs, shells or drones did what an event tells, as a fact."""
    if proposal.type != "ASSAULT" or proposal.status not in {"happened", "ongoing"}:
        return False
    word = proposal.word
    modes = event_words().modes["ASSAULT"]
    if weapon_type(word) is not None or modes.get(word.lemma_.lower()) in _BY_ARMS:
        return True
    return any(is_weapon(d.root) for d in proposal.doers)


def _has_cause(word: Token) -> bool:
    """Say whether the sentences at a blast lay it to gas, to a fault or to a builder."""
    own = word.sent
    after = word.doc[own.end].sent if own.end < len(word.doc) else own
    return any(t.lower_ in _CAUSES for s in (own, after) for t in s)
