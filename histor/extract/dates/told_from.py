"""What an expression is counted from: the clause or noun behind "two days after"."""

from __future__ import annotations

from spacy.tokens import Span, Token

__all__ = ["told_from"]

_MARKS, _ENDS = frozenset(["after", "before"]), frozenset(";:")
#: words from "after" to the verb of its clause
_REACH = 16


def told_from(time: Span) -> tuple[Token | None, Token | None]:
    """Return where "two days" of "two days after the vote" hangs, and the vote.

    The tree may hang the expression on what it is counted from; then it dates what that hangs on.
    """
    doc = time.doc
    before = doc[time.end] if time.end < len(doc) else None
    what = None if before is None else _verb_of_clause(before)
    if what is None:
        return time.root, None
    if all(what.i != above.i for above in time.root.ancestors):
        return time.root, what
    return (what.head if what.head.i != what.i else None), what


def _verb_of_clause(mark: Token) -> Token | None:
    """Return the verb of the clause that a word opens: "after gunmen loyal to ousted X killed".

    The tree may hang the word on a participle that only describes somebody of the clause, or on
    the verb before it. None if it opens none.
    """
    verb = mark.head
    if verb.i < mark.i:
        return _told_behind(mark) if mark.dep_ == "mark" and mark.lower_ in _MARKS else None
    if verb.tag_ != "VBN" or any(c.dep_.startswith(("nsubj", "aux")) for c in verb.children):
        return verb
    subjects = (t for t in mark.doc[mark.i + 1 : verb.i] if t.dep_ in {"nsubj", "nsubj:pass"})
    return next((s.head for s in subjects if s.left_edge.i in {mark.i, mark.i + 1}), verb)


def _told_behind(mark: Token) -> Token | None:
    """Return the first past tense behind a word and a subject, before any other mark."""
    subject = False
    for word in mark.doc[mark.i + 1 : min(mark.sent.end, mark.i + _REACH)]:
        if (word.dep_ == "mark" and word.tag_ == "IN") or word.text in _ENDS:
            return None
        subject = subject or word.dep_.startswith("nsubj")
        if word.tag_ == "VBD" and word.pos_ == "VERB":
            return word if subject else None
    return None
