"""Words on a page, as the report points at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from histor.records import Span

__all__ = ["Evidence", "evidence_of"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words on a page: the page's number in the report, and where they stand in its story."""

    page: int
    start: int
    end: int
    text: str


def evidence_of(span: Span, numbers: Mapping[str, int]) -> Evidence:
    """Return a span as evidence; ``numbers`` gives each document its page number."""
    return Evidence(numbers[span.document], span.start, span.end, span.text)
