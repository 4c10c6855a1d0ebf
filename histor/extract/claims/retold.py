"""What somebody was told and told on: "N told M that the road was shut, M told the paper".

The sequence model gives both verbs to M, with what N said; of "M said he had been told by N that …"
it gives the inner verb to nobody or to M. Expects UD trees.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.tokens import prepositions

__all__ = ["with_retold"]


#: parts that a clause is read in where a verb of telling parts it
_PARTS = 2
#: verbs of which the passive's subject is told
_TELLING = frozenset(["tell", "inform", "assure", "warn", "advise"])


def with_retold(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, what was told first with its own speaker and the rest around it."""
    mended = dict(enumerate(found))
    by_content: dict[int, list[int]] = {}
    for at, attribution in enumerate(found):
        if attribution.cue is not None and attribution.contents:
            by_content.setdefault(attribution.contents[-1].start, []).append(at)
    for alike in by_content.values():
        if len(alike) > 1:
            mended |= _pair(found, alike)
    return _with_tellers(list(mended.values()))


def _with_tellers(found: Sequence[Attribution]) -> list[Attribution]:
    """Give "had been told by N that …" to N, and to who says it the clause whole."""
    told = {i: who for i, a in enumerate(found) if (who := _teller(a.cue)) is not None}
    if not told:
        return list(found)
    inner = [a.cue for i, a in enumerate(found) if i in told and a.cue is not None]
    out = []
    for i, attribution in enumerate(found):
        if i in told and attribution.cue is not None:
            behind = [c for c in attribution.contents if c.start >= told[i].end]
            out.append(
                dataclasses.replace(attribution, source=told[i], contents=tuple(behind))
                if behind
                else attribution
            )
        else:
            out.append(_around(attribution, inner))
    return out


def _around(found: Attribution, inner: Sequence[Span]) -> Attribution:
    if len(found.contents) < _PARTS:
        return found
    first, last = found.contents[0], found.contents[-1]
    holds = any(first.start < cue.start and cue.end <= last.start for cue in inner)
    if not holds or first[0].sent.start != last[0].sent.start:
        return found
    return dataclasses.replace(found, contents=(first.doc[first.start : last.end],))


def _teller(cue: Span | None) -> Span | None:
    """Return who told it in "had been told by N"; none if the verb is no such passive."""
    if cue is None:
        return None
    verb = next((t for t in cue if t.tag_ == "VBN" and t.lemma_.lower() in _TELLING), None)
    if verb is None or not any(c.dep_ == "aux:pass" for c in verb.children):
        return None
    agent = next((c for c in verb.children if c.i > verb.i and "by" in prepositions(c)), None)
    if agent is None:
        return None
    said = [c.left_edge.i for c in agent.children if c.dep_.startswith("acl")]
    return verb.doc[agent.left_edge.i + 1 : min([agent.right_edge.i + 1, *said])]


def _pair(found: Sequence[Attribution], alike: Sequence[int]) -> dict[int, Attribution]:
    before, behind = None, None
    for at in alike:
        cue, content = found[at].cue, found[at].contents[-1]
        if cue is not None and cue.end <= content.start:
            before = at
        elif cue is not None and cue.start >= content.end:
            behind = at
    if before is None or behind is None:
        return {}
    first, last = found[before], found[behind]
    if first.cue is None or last.cue is None or last.source is None:
        return {}
    doc, start, comma = first.cue.doc, last.cue.sent.start, last.source.start - 1
    subject = _subject(first.cue)
    closed = last.source.end <= last.cue.start and doc[comma].text == ","
    if subject is None or not closed or not start <= subject.start:
        return {}
    told = max(first.contents[-1], last.contents[-1], key=len)
    return {
        before: dataclasses.replace(first, source=subject, contents=(told,)),
        behind: dataclasses.replace(last, contents=(doc[start:comma],)),
    }


def _subject(cue: Span) -> Span | None:
    """Return the subject before a verb of saying, with what stands between them."""
    verb: Token = cue.root
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None:
        return None
    end = min(subject.right_edge.i + 1, cue.start)
    return cue.doc[subject.left_edge.i : end]
