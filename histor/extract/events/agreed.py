"""What "agree" tells: a deal that parties make, what one of them will do, or an opinion shared."""

from __future__ import annotations

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.tokens import FINITE

__all__ = ["is_deal", "is_pledge"]

#: words of a subject that stand for two or more
_SEVERAL = frozenset(
    ["both", "two", "sides", "they", "parties", "leaders", "ministers", "neighbours"]
)
#: words before what is agreed, which no statement follows
_UPON = frozenset(["to", "on", "upon"])
_ASKING = frozenset(["WP", "WRB", "WDT"])


def is_deal(found: Attribution) -> bool:
    """Say whether parties agree on a thing or to do one: "A and B agree to reopen the border".

    That is a deed of theirs; "agreed that it was safe" and "agreed to resign" are said.
    """
    cue, source = found.cue, found.source
    if cue is None or cue.root.lemma_.lower() != "agree" or not found.contents:
        return False
    if cue.root.dep_.startswith("acl"):
        return True  # "measures agreed in Brussels"
    first = min(found.contents, key=lambda c: c.start)
    if first.start < cue.end - 1:
        return False
    upon = first[0].lower_ in _UPON or cue[-1].lower_ in _UPON
    asks = first[min(len(first) - 1, first[0].lower_ in _UPON)].tag_ in _ASKING
    if asks or (not upon and any(t.tag_ in FINITE for t in first)):
        return False
    several = source is not None and (
        any(t.pos_ == "CCONJ" or t.text == "," for t in source)
        or any(t.lower_ in _SEVERAL or t.tag_ in {"NNS", "NNPS"} for t in source)
    )
    return several or not _to_do(cue, first)


def is_pledge(cue: Span | None, content: Span) -> bool:
    """Say whether somebody agrees to do something: "agreed to resign"."""
    agrees = cue is not None and cue.root.lemma_.lower() == "agree"
    return agrees and cue is not None and _to_do(cue, content)


def _to_do(cue: Span, content: Span) -> bool:
    doc, at = content.doc, content.start
    if content[0].lower_ == "to":
        at += 1
    elif cue[-1].lower_ != "to":
        return False
    return at < len(doc) and doc[at].tag_ in {"VB", "RB"}
