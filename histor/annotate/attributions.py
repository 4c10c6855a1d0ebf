"""Attribution as the annotated document carries it: source, cue and content (PolNeAR's terms)."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

__all__ = ["Attribution"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what by which words; contents are the contiguous parts of what is said."""

    cue: Span | None
    source: Span | None
    contents: tuple[Span, ...]
