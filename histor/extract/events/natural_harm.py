"""Who is killed or hurt on a page that tells of a disaster and of no deed was killed by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from histor.extract.events.proposals import Proposal
from histor.extract.names.ailments import ailments_of

__all__ = ["without_harm_by_nature"]

#: verbs and nouns that tell what a deed or a disaster did to people, and to things
_TO_PEOPLE = frozenset(["kill", "injure", "wound", "hurt", "maim", "injury", "trap", "bury"])
_TO_THINGS = frozenset(["destroy", "damage", "raze", "flatten", "hit", "strike", "demolish"])
#: words of a rate, and words behind a verb in which they stand
_RATES = frozenset("percent % half third quarter tenth majority most".split())
_NEAR = 7


def without_harm_by_nature(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return a page's events, those harmed by nobody made deaths where the page tells no deed.

    Pages on a quake say "ten people were killed" and leave its cause to the sentence before.
    """
    proposals = [p for p in proposals if not _is_a_rate(p)]
    if proposals and (diseases := ailments_of(proposals[0].word.doc)):
        proposals = [_by_disease(p, diseases) for p in proposals]
    disasters = any(p.kind == "disaster" for p in proposals)
    deeds = [p for p in proposals if p.type == "ASSAULT"]
    if not disasters:
        return proposals
    if not all(_is_harm(p) and not p.doers for p in deeds):
        return _by_disasters(proposals)
    return [
        replace(p, type="OTHER", kind="death") if p.type == "ASSAULT" else p
        for p in proposals
        if p.type != "ASSAULT" or p.word.lemma_.lower() in _TO_PEOPLE
    ]


def _by_disasters(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the events, those deaths that were harm by nobody in a sentence on a disaster."""
    struck = {p.word.sent.start for p in proposals if p.kind == "disaster"}
    struck -= {p.word.sent.start for p in proposals if p.type == "ASSAULT" and not _is_harm(p)}
    return [
        replace(p, type="OTHER", kind="death")
        if p.type == "ASSAULT"
        and not p.doers
        and p.word.lemma_.lower() in _TO_PEOPLE
        and p.word.sent.start in struck
        else p
        for p in proposals
    ]


def _is_harm(proposal: Proposal) -> bool:
    return proposal.word.lemma_.lower() in _TO_PEOPLE | _TO_THINGS


def _is_a_rate(proposal: Proposal) -> bool:
    """Say whether it is told of a disease how many it kills: "kills up to half of the infected"."""
    word = proposal.word
    told = word.lemma_.lower() in _TO_PEOPLE and word.tag_ in {"VBZ", "VBP"}
    behind = {t.lower_ for t in word.doc[word.i + 1 : word.i + 1 + _NEAR]} if told else set()
    return told and "of" in behind and not behind.isdisjoint(_RATES)


def _by_disease(proposal: Proposal, diseases: frozenset[str]) -> Proposal:
    """Return a harm that a disease did as a death, of which it is no party."""
    others = tuple(t for t in proposal.doers if t.text.casefold() not in diseases)
    if proposal.word.lemma_.lower() not in _TO_PEOPLE or others == proposal.doers:
        return proposal
    return replace(proposal, doers=others, type="OTHER", kind="death")
