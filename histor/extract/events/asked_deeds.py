"""What is asked for in an infinitive begins with it: "made a plea to X | to drop the plan"."""

from __future__ import annotations

from spacy.tokens import Span

__all__ = ["with_deed_asked"]

#: words between the verb of what is asked for and the rest of it
_NEAR = 2


def with_deed_asked(part: Span, cue: Span | None) -> Span:
    """Return a content with the infinitive before it, where its cue governs that one."""
    if cue is None or part.start <= cue.end:
        return part
    verb = part.root.head
    asked = verb.tag_ == "VB" and part.root.dep_ in {"obj", "obl", "ccomp", "xcomp"}
    if not asked or not cue.end < verb.i < part.start or part.start - verb.i > _NEAR:
        return part
    to = verb.nbor(-1)
    over = [verb.head, *([verb.head.head] if verb.dep_ in {"acl", "advcl"} else [])]
    governed = any(cue.start <= t.i < cue.end for t in over)
    return part.doc[to.i : part.end] if governed and to.lower_ == "to" else part
