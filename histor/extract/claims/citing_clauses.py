"""Clauses behind whom an outlet cites: "the daily reported, citing two aides, that …".

The sequence model takes the clause for what is cited, and cuts short what is reported.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.nearby import Nearby
from histor.extract.tokens import VERBS, without_marks

__all__ = ["with_citing_clauses"]

_CITING = frozenset(["citing", "quoting"])
#: what an outlet does, read as a part of its name
_REPORTING = frozenset(["reports", "writes", "says", "informs", "reported", "wrote", "said"])
#: words of the longest naming of who is cited
_LONGEST = 25


def with_citing_clauses(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, what is reported whole, and none of who is cited as what is said."""
    cues = {a.cue.start: a.cue for a in found if a.cue is not None}
    reports = Nearby(cues.values(), lambda cue: cue.start)
    clauses: dict[int, Span] = {}
    for citing in cues.values():
        clause = _clause_behind(citing)
        reporting = reports.starting(max(citing.sent.start, citing.start - _LONGEST), citing.start)
        if clause is not None and reporting and reporting[-1].root.pos_ == "VERB":
            clauses[reporting[-1].start] = clause
            clauses[citing.start] = clause
    found = [own for one in found for a in _reporting(one) for own in _apart(a)]
    naming = {at for at, cue in cues.items() if cue[0].lower_ in _CITING and _is_behind_source(cue)}
    kept = []
    for attribution in found:
        cue = attribution.cue
        whole = clauses.get(cue.start) if cue is not None else None
        if cue is not None and cue.start in naming:
            continue
        if cue is None or whole is None:
            kept.append(attribution)
        elif cue[0].lower_ not in _CITING:
            before = tuple(c for c in attribution.contents if c.end <= cue.start)
            kept.append(dataclasses.replace(attribution, contents=(*before, whole)))
    return kept


def _apart(found: Attribution) -> Iterator[Attribution]:
    """Yield "writes, citing the army, | tanks left" without the army, and that it is cited."""
    cue, contents = found.cue, []
    for said in found.contents:
        doc, first = said.doc, said.start - 1
        behind = cue is not None and cue.end < first and doc[first].lower_ in _CITING
        comma = next((t.i for t in said if t.text == "," or t.pos_ in VERBS), said.end)
        if not behind or doc[first - 1].text != "," or comma in {said.start, said.end}:
            contents.append(said)
            continue
        clause = doc[comma + 1 : said.end]
        if doc[comma].text != "," or not any(t.pos_ in VERBS for t in clause):
            contents.append(said)
            continue
        contents.append(clause)
        cited = (doc[said.start : comma],)
        yield Attribution(cue=doc[first : first + 1], source=found.source, contents=cited)
    yield dataclasses.replace(found, contents=tuple(contents))


def _reporting(found: Attribution) -> Iterator[Attribution]:
    """Yield "Tanks have left, [Radio One reports] citing the army" as the radio's report too."""
    cue, source = found.cue, found.source
    if cue is None or source is None or len(source) < 2 or cue.start < source.end:
        yield found
        return
    doc, verb, first = cue.doc, source.end - 1, source.sent.start
    closes = doc[verb].lower_ in _REPORTING and doc[source.start - 1].text == ","
    closes = closes and cue[0].lower_ in _CITING | {"referring"}
    clause = doc[first : source.start - 1] if source.start - 1 > first else None
    if not closes or clause is None or not any(t.pos_ in VERBS for t in clause):
        yield found
        return
    outlet = doc[source.start : verb]
    yield Attribution(cue=doc[verb : source.end], source=outlet, contents=(clause,))
    yield dataclasses.replace(found, source=outlet)


def _is_behind_source(cue: Span) -> bool:
    """Say whether "citing N" only tells of a source: "According to the daily, citing N, …"."""
    before = cue.doc[cue.sent.start : cue.start]
    if len(before) > _LONGEST:
        return False
    first = next((t for t in before if not t.is_space), None)
    according = first is not None and first.lower_ == "according"
    return according and not any(t.pos_ in VERBS for t in before[1:] if t != first)


def _clause_behind(cue: Span) -> Span | None:
    """Return the clause with "that" behind ", citing N,"; none if there is none."""
    doc, stop = cue.doc, min(cue.sent.end, cue.end + _LONGEST)
    if cue[0].lower_ not in _CITING or cue.start < 1 or doc[cue.start - 1].text != ",":
        return None
    for at in range(cue.end, stop - 1):
        if doc[at].pos_ in VERBS:
            return None
        if doc[at].text == "," and doc[at + 1].lower_ == "that":
            end = without_marks(doc, at + 1, cue.sent.end)
            clause = doc[at + 1 : end]
            return clause if any(t.pos_ in VERBS for t in clause) else None
    return None
