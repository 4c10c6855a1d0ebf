"""The stories of the pages as an annex, so that a citation on paper leads to its words."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from histor.tell.blocks import Line, plain
from histor.tell.evidence import Evidence
from histor.tell.report import Source
from histor.tell.safe import visible

__all__ = ["NOTE", "TITLE", "Annex", "Passage", "line_right_to_left", "right_to_left"]

TITLE = "The pages’ words"
NOTE = (
    "The stories as histor read them, freed of page furniture. A citation such as [2:118–164] "
    "names page 2 and the first and last character counted from the story’s beginning; it leads "
    "to the paragraph here."
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a page's story and the name by which links find it."""

    anchor: str
    text: str


class Annex:
    """The paragraphs of all pages, and where the words of a citation stand in them."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._starts = {s.number: [start for start, _ in s.paragraphs] for s in sources}

    def anchor(self, evidence: Evidence) -> str:
        """Return the anchor of the paragraph in which cited words begin."""
        nth = bisect_right(self._starts[evidence.page], evidence.start)
        return f"p{evidence.page}_{max(nth, 1)}"

    def pages(self) -> Iterator[tuple[Source, tuple[Passage, ...]]]:
        """Yield each page with its paragraphs."""
        for source in self._sources:
            yield (
                source,
                tuple(
                    Passage(f"p{source.number}_{n}", visible(text))
                    for n, (_, text) in enumerate(source.paragraphs, 1)
                ),
            )


def line_right_to_left(line: Line) -> bool:
    """Say whether a line is a page's own from right to left; a sentence of ours never is."""
    ours = any(isinstance(p, str) and any(c.isalpha() for c in p) for p in line)
    return not ours and right_to_left(plain(line))


def right_to_left(text: str) -> bool:
    """Say whether the first letter of a text runs from right to left (UAX 9, rule P2)."""
    for c in text:
        direction = unicodedata.bidirectional(c)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
