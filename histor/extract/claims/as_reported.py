"""Who passes a sentence on between two commas: "The minister, as the daily N writes, left"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from histor.annotate import Attribution
from histor.extract.claims.closings import LONGEST, can_speak
from histor.extract.tokens import FINITE, NAMING, VERBS, tokens_with, without_marks

__all__ = ["with_inserted_reports"]

_REPORTING = frozenset("report write inform note recall specify state say reveal pass".split())


class _Report(NamedTuple):
    """Words between commas: where they begin, who reports, by which verb, and their last comma."""

    comma: int
    source: Span
    cue: Span
    end: int


def with_inserted_reports(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, those whole that "as N reports" parts, and N's own."""
    reports = [r for at in tokens_with(doc, "LOWER", ["as"]) if (r := _report(doc, at.i))]
    if not reports:
        return list(found)
    out = list(found)
    for report in reports:
        out = _with_report(out, report)
    return out


def _report(doc: Doc, at: int) -> _Report | None:
    sentence = doc[at].sent
    if at - 1 <= sentence.start or doc[at - 1].text != ",":
        return None
    verb = at + 1
    while verb < sentence.end and doc[verb].pos_ in NAMING:
        verb += 1
    source = doc[at + 1 : verb]
    if verb + 1 >= sentence.end or not 0 < len(source) <= LONGEST or not can_speak(source):
        return None
    end = verb + 1 + (doc[verb + 1].lower_ in {"on", "earlier"})
    told = doc[verb].lemma_.lower() in _REPORTING and doc[verb].tag_ in FINITE
    named = any(t.ent_type_ for t in source) or source.root.lemma_.lower() in {"agency", "daily"}
    if not told or not named or end + 1 >= sentence.end or doc[end].text != ",":
        return None
    return _Report(at - 1, _name_in(source), doc[verb : verb + 1], end)


def _name_in(source: Span) -> Span:
    """Return an outlet's name without the word for what it is: "the agency | DPA"."""
    start = source.end
    while start > source.start and source.doc[start - 1].ent_type_:
        start -= 1
    called = start > source.start and source.doc[start - 1].text.islower()
    return source.doc[start : source.end] if called and start < source.end else source


def _with_report(found: list[Attribution], report: _Report) -> list[Attribution]:
    doc, sentence = report.source.doc, report.source.sent
    before = doc[sentence.start : report.comma]
    inner: tuple[Span, ...] = ()
    out = []
    for attribution in found:
        cue, source = attribution.cue, attribution.source
        inside = cue is not None and report.comma <= cue.start < report.end
        if inside:
            continue  # the report itself, read anew
        behind = cue is not None and report.end <= cue.start < sentence.end
        if behind and source is not None and before.start <= source.start < before.end:
            if all(t.pos_ in NAMING for t in before):
                attribution = dataclasses.replace(attribution, source=before)
            inner = inner or attribution.contents
        out.append(attribution)
    told = any(t.pos_ in VERBS for t in doc[report.end : sentence.end])
    whole = doc[sentence.start : without_marks(doc, sentence.start, sentence.end)]
    if inner or told:
        out.append(Attribution(report.cue, report.source, inner or (whole,)))
    return out
