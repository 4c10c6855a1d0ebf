"""A country that "protests" in a heading: it lodges a protest, or its people march.

"Peru protests over the ban" tells that it did what the page tells below, "Peru protests leave nine
dead" what was in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from histor.extract.events.proposals import Proposal

__all__ = ["with_lodged_protests"]

#: arcs by which the reader ties what stands before "protests" in a heading
_BEFORE = frozenset(["nsubj", "compound"])


def with_lodged_protests(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield a page's events, a state's "protests" in its first sentence typed as those below are.

    Below, one protest at least is words to another state, and none is a crowd's.
    """
    protests = [p for p in found if p.word.lemma_.lower() == "protest"]
    lodged = any(p.type == "ACCUSE" for p in protests)
    marched = any(p.type == "PROTEST" and not _is_headed(p) for p in found)
    for proposal in found:
        if proposal.type != "PROTEST" or not _is_headed(proposal):
            yield proposal
        elif lodged and not marched and proposal in protests:
            yield replace(proposal, type="ACCUSE", doers=proposal.doers[:1])
        else:
            people = tuple(d for d in proposal.doers if d.root.ent_type_ != "PLACE")
            yield replace(proposal, doers=people)


def _is_headed(protest: Proposal) -> bool:
    """Say whether a heading has a country for the subject of a protest."""
    word = protest.word
    before = (c for c in word.children if c.dep_ in _BEFORE and c.i < word.i)
    headed = word.sent.start == 0 and word.lower_ == "protests"
    return headed and any(c.ent_type_ == "PLACE" for c in before)
