"""Attribution as the annotated document carries it: source, cue and content (PolNeAR's terms)."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

__all__ = ["Attribution", "register_extensions"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what by which words; contents are the contiguous parts of what is said."""

    cue: Span | None
    source: Span | None
    contents: tuple[Span, ...]


def register_extensions() -> None:
    """Make ``doc._.attributions`` (tuple of :class:`Attribution`, empty by default) known."""
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=())
