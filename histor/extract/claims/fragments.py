"""Pieces of a quotation that say nothing by themselves: "In addition", the name of a programme.

“In addition,” N said, “the law will help”: what stands before the speaker opens the sentence that
goes on behind him. In "said on “This Week”" the marks are those of a title.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.extract.tokens import FINITE, VERBS

__all__ = ["is_fragment"]

_STOPS = frozenset([".", "!", "?", ";"])
#: relations of clauses that hang on another
_BELOW = ("advcl", "acl", "csubj")
_ASKING = frozenset(["when", "where", "while", "whenever"])
#: words before the name of a programme, a paper or a speech
_BEFORE_TITLE = frozenset(["on", "in", "at", "with", "of", "for", "from", "to", "'s", "’s", "’"])
_MATTER = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
#: words of a longest title
_TITLE = 6


def is_fragment(part: Span, cue: Span | None, others: Sequence[Span]) -> bool:
    """Say whether a quoted part says nothing without the others of its attribution.

    Args:
        part: words inside quotation marks.
        cue: the words of saying.
        others: the other parts of what is said.
    """
    if cue is None or not others:
        return False
    return _opens(part, cue, others) or _is_title(part)


def _opens(part: Span, cue: Span, others: Sequence[Span]) -> bool:
    """Say whether words only open a sentence that goes on behind the words of saying."""
    if part.end > cue.start:
        return False
    doc = part.doc
    following = [
        o
        for o in others
        if o.start >= cue.end and not any(t.text in _STOPS for t in doc[cue.end : o.start])
    ]
    if not following or not any(t.tag_ in FINITE or t.pos_ == "VERB" for t in following[0]):
        return False
    first = next((t for t in following[0] if t.is_alpha), following[0][0])
    if first.tag_ in FINITE:
        return False  # "“The risk,” N said, “is that …”"
    return not _has_main_clause(part)


def _has_main_clause(part: Span) -> bool:
    """Say whether a part has a verb with a subject, or an order, that hangs on nothing else."""
    inside = range(part.start, part.end)
    for token in part:
        verbs = [token] if token.pos_ in VERBS else []
        verbs += [c for c in token.children if c.dep_ == "cop"] if not verbs else []
        if not verbs or _hangs_below(token, inside):
            continue
        finite = any(
            t.tag_ in FINITE for t in (*verbs, *(c for c in token.children if c.dep_ == "aux"))
        )
        subject = any(
            c.dep_.startswith(("nsubj", "expl")) and c.i in inside for c in token.children
        )
        order = token.tag_ in {"VB", "VBP"} and len(part) > 2
        if order or (finite and subject):
            return True
    return False


def _hangs_below(token: Token, inside: range) -> bool:
    """Say whether a clause of a part hangs on another or waits for one: "when I look at it"."""
    while True:
        waits = any(
            c.dep_ == "mark" or (c.tag_ == "WRB" and c.lower_ in _ASKING) for c in token.children
        )
        if waits and token.dep_ != "ccomp":
            return True
        if token.head.i not in inside or token.head == token:
            return waits
        if token.dep_.startswith(_BELOW):
            return True
        token = token.head


def _is_title(part: Span) -> bool:
    """Say whether a part is the name of a programme or a paper in quotation marks."""
    doc, start = part.doc, part.start
    while start > 0 and doc[start - 1].is_quote:
        start -= 1
    words = [t for t in part if t.is_alpha]
    if not 0 < len(words) <= _TITLE or start < 1 or doc[start - 1].lower_ not in _BEFORE_TITLE:
        return False
    return all(t.text[0].isupper() for t in words if t.pos_ in _MATTER) and words[0].is_title
