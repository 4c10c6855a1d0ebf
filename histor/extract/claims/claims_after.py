"""Who claims what was told right before: "A bomb killed nine. X claimed responsibility."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from histor.extract.antecedents import names_party
from histor.extract.claims.claimed import CLAIMING, who_claims
from histor.extract.events.event_parties import FIGHTS
from histor.extract.events.found_events import HARMING, Found
from histor.extract.events.parties import Parties
from histor.extract.events.party_phrases import phrase_of
from histor.extract.tokens import tokens_with

__all__ = ["with_claimants"]

#: sentences between a deed and the claim of it
_SENTENCES_BACK = 3
#: who suffers by what others answer his attack with
_ATTACKERS = frozenset("attacker assailant raider gunman bomber shooter perpetrator".split())
_RESPONSIBILITY = ("responsibility",)


def with_claimants(groups: Sequence[list[Found]], doc: Doc, parties: Parties) -> None:
    """Give the attack of nobody that was told last to whom claims it: "X claimed responsibility".

    Puts the mentions with their doers into the groups.
    """
    for taken in tokens_with(doc, "LOWER", _RESPONSIBILITY):
        after = doc[taken.i + 1 : min(taken.sent.end, taken.i + 3)].text.lower()
        told_here = after.startswith("for") and after not in {"for it", "for them", "for this"}
        verb = taken.head
        if told_here or taken.dep_ != "obj" or verb.lemma_.lower() not in CLAIMING:
            continue
        heads = [s for s in who_claims(verb) if names_party(s)]
        by = parties.ids([phrase_of(s) for s in heads], doing=True)
        for group in _told_last(groups, doc, taken.sent.start) if by else ():
            group[:] = [replace(m, actors=by) for m in group]


def _told_last(groups: Sequence[list[Found]], doc: Doc, end: int) -> list[list[Found]]:
    """Return the attacks that the last sentence tells that tells one, if they are nobody's.

    Where that tells no more than who was harmed, the attack of the sentence before is one, too.
    """
    found: list[list[Found]] = []
    for _ in range(_SENTENCES_BACK):
        if end == 0:
            break
        start = doc[end - 1].sent.start
        here = [g for g in groups if any(_is_attack(m, start, end) for m in g)]
        found += [g for g in here if g not in found]
        end = start
        if any(m.token.lemma_.lower() not in HARMING for g in here for m in g):
            break
    return [] if any(m.actors for g in found for m in g) else found


def _is_attack(mention: Found, start: int, end: int) -> bool:
    told = start <= mention.token.i < end and mention.mention.status == "happened"
    if any(
        t.lemma_.lower() in _ATTACKERS
        for c in mention.token.children
        if c.dep_ == "nsubj:pass"
        for t in c.subtree
    ):
        return False  # "three of the raiders were killed", which is not what they claim
    return told and mention.type == "ASSAULT" and mention.token.lemma_.lower() not in FIGHTS
