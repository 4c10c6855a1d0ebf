"""Who is killed or hurt on a page that tells of a disaster and of no deed was killed by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from histor.extract.proposals import Proposal

__all__ = ["without_harm_by_nature"]

#: verbs and nouns that tell what a deed or a disaster did to people, and to things
_TO_PEOPLE = frozenset(["kill", "injure", "wound", "hurt", "maim", "injury", "trap", "bury"])
_TO_THINGS = frozenset(["destroy", "damage", "raze", "flatten", "hit", "strike", "demolish"])


def without_harm_by_nature(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return a page's events, those harmed by nobody made deaths where the page tells no deed.

    Pages on a quake say "ten people were killed" and leave its cause to the sentence before.
    """
    disasters = any(p.kind == "disaster" for p in proposals)
    deeds = [p for p in proposals if p.type == "ASSAULT"]
    if not disasters or not all(_is_harm(p) and not p.doers for p in deeds):
        return list(proposals)
    return [
        replace(p, type="OTHER", kind="death") if p.type == "ASSAULT" else p
        for p in proposals
        if p.type != "ASSAULT" or p.word.lemma_.lower() in _TO_PEOPLE
    ]


def _is_harm(proposal: Proposal) -> bool:
    return proposal.word.lemma_.lower() in _TO_PEOPLE | _TO_THINGS
