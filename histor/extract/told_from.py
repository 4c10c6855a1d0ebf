"""What an expression is counted from: the clause or noun behind "two days after"."""

from __future__ import annotations

from spacy.tokens import Span, Token

__all__ = ["told_from"]


def told_from(time: Span) -> tuple[Token | None, Token | None]:
    """Return where "two days" of "two days after the vote" hangs, and the vote.

    The tree may hang the expression on what it is counted from; then it dates what that hangs on.
    """
    doc = time.doc
    before = doc[time.end] if time.end < len(doc) else None
    if before is None or before.head.i <= before.i:
        return time.root, None
    what = _verb_of_clause(before)
    if all(what.i != above.i for above in time.root.ancestors):
        return time.root, what
    return (what.head if what.head.i != what.i else None), what


def _verb_of_clause(mark: Token) -> Token:
    """Return the verb of the clause that a word opens: "after gunmen loyal to ousted X killed".

    The tree may hang the word on a participle that only describes somebody of the clause.
    """
    verb = mark.head
    if verb.tag_ != "VBN" or any(c.dep_.startswith(("nsubj", "aux")) for c in verb.children):
        return verb
    subjects = (t for t in mark.doc[mark.i + 1 : verb.i] if t.dep_ in {"nsubj", "nsubj:pass"})
    return next((s.head for s in subjects if s.left_edge.i in {mark.i, mark.i + 1}), verb)
