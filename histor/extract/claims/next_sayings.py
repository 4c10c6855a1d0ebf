"""Two sayings joined by "and", each with a speaker: "X said he was alarmed and Y, N, said she was".

What the second says is no part of what the first does, and the first does not say it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.verb_tags import TENSED

__all__ = ["with_next_sayings"]

_SAYING = frozenset("say tell add state warn insist declare announce report claim argue".split())


def with_next_sayings(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, each with its own speaker and what he says."""
    return [_ended(_spoken(a)) for a in found]


def _spoken(found: Attribution) -> Attribution:
    """Give a saying that is joined to another to the speaker who stands between them."""
    cue, source = found.cue, found.source
    verb = cue.root if cue is not None else None
    if verb is None or source is None or (own := _speaker(verb)) is None:
        return found
    if source.start >= own.start - 1:
        return found
    return Attribution(cue=cue, source=own, contents=found.contents)


def _ended(found: Attribution) -> Attribution:
    """End what is said before the next saying and its speaker."""
    verb = found.cue.root if found.cue is not None else None
    nexts = list(verb.children) if verb is not None else []
    nexts = [c for n in nexts for c in (n, *(n.children if n.dep_ == "ccomp" else ()))]
    starts = [own.start - 1 for c in nexts if (own := _speaker(c)) is not None]
    if not starts:
        return found
    end = min(starts)
    cut = [c[: end - c.start] if c.start < end < c.end else c for c in found.contents]
    kept = tuple(c for c in cut if len(c) and c.start < end)
    return Attribution(cue=found.cue, source=found.source, contents=kept) if kept else found


def _speaker(verb: Token) -> Span | None:
    """Return the words between "and" and a saying that it joins to one before, if they name one."""
    over = verb.head
    if over.dep_ == "ccomp" and over.i < verb.i:  # joined to what the first says
        over = over.head
    joined = verb.dep_ == "conj" and over.i < verb.i and verb.tag_ in TENSED
    if not joined or not {verb.lemma_.lower(), over.lemma_.lower()} <= _SAYING:
        return None
    mark = next((c for c in verb.children if c.dep_ == "cc" and over.i < c.i < verb.i), None)
    if mark is None or any(t.pos_ in {"VERB", "AUX"} for t in verb.doc[mark.i + 1 : verb.i]):
        return None
    words = verb.doc[mark.i + 1 : verb.i]
    while len(words) and words[-1].is_punct:
        words = words[:-1]
    named = len(words) and any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in words)
    return words if named else None
