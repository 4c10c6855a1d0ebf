"""Numbers that no event carries, as the report tells them: shares of a poll, rows of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from histor.records import CaseExport, Figure, Span
from histor.tell.event_lines import figure_words
from histor.tell.evidence import Evidence, evidence_of

__all__ = ["FigureLine", "figure_lines"]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """The numbers of one sentence, and the sentence."""

    figures: tuple[str, ...]
    sentence: Evidence


def figure_lines(export: CaseExport, numbers: Mapping[str, int]) -> list[FigureLine]:
    """Return the sentences whose numbers no event carries, in the order of the pages."""
    documents = {d.id: d for d in export.documents}
    together: dict[tuple[int, int, int], list[Figure]] = {}
    for figure in export.figures:
        bounds = documents[figure.span.document].sentences
        n = bisect_right(bounds, figure.span.start, key=lambda b: b[0]) - 1
        whole = n >= 0 and figure.span.end <= bounds[n][1]
        start, end = bounds[n] if whole else (figure.span.start, figure.span.end)
        place = (numbers[figure.span.document], start, end)
        together.setdefault(place, []).append(figure)
    lines = []
    for (_, start, end), figures in sorted(together.items(), key=lambda line: line[0]):
        document = documents[figures[0].span.document]
        sentence = Span(document=document.id, start=start, end=end, text=document.text[start:end])
        words = tuple(dict.fromkeys(figure_words(f) for f in figures))
        lines.append(FigureLine(words, evidence_of(sentence, numbers)))
    return lines
