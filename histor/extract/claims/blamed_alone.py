"""Whom somebody blames, without what a clause goes on to tell of him: "blamed N, which is …"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.annotate import Attribution

__all__ = ["with_blamed_alone"]

_BLAMING = frozenset("blame accuse condemn criticise criticize denounce praise thank".split())


def with_blamed_alone(found: Attribution) -> Attribution:
    """Return a charge without parts of a clause with "which" or "who" on whom it names."""
    cue = found.cue
    if cue is None or cue.root.lemma_.lower() not in _BLAMING or len(found.contents) < 2:
        return found
    first, *others = found.contents
    others = [c for c in others if not _tells_of(c, first)]
    if len(others) + 1 == len(found.contents):
        return found
    while len(first) > 1 and first[-1].is_punct and not first[-1].is_quote:
        first = first[:-1]
    return Attribution(cue=cue, source=found.source, contents=(first, *others))


def _tells_of(part: Span, whom: Span) -> bool:
    """Say whether a part stands in a relative clause on another part."""
    clause: Token = part.root
    for above in (part.root, *part.root.ancestors):
        clause = above
        if above.dep_ == "acl:relcl":
            break
    if clause.dep_ != "acl:relcl" or not whom.start <= clause.head.i < whom.end:
        return False
    return clause.left_edge.i < part.start
