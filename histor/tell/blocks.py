"""What every written form of the report is made of: headings, paragraphs, lists and tables.

A line is a run of pieces. Our own words are plain strings; words of a page or of the record are
:class:`Words`, which each form makes harmless in its own way; a :class:`Cite` points at a page.
"""

from __future__ import annotations

from dataclasses import dataclass

from histor.tell.evidence import Evidence
from histor.tell.safe import visible

__all__ = [
    "Block",
    "Cite",
    "Heading",
    "Items",
    "Line",
    "Paragraph",
    "Picture",
    "Piece",
    "Rows",
    "Words",
    "cites",
    "plain",
    "quoted",
    "spread",
    "words",
]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that come from a page or the record: visible characters, on one line."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cite:
    """Words on a page; ``label`` is page, first and last code point."""

    evidence: Evidence

    @property
    def label(self) -> str:
        """How the citation is printed."""
        return f"[{self.evidence.page}:{self.evidence.start}–{self.evidence.end}]"


Piece = str | Words | Cite
Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the report's title is of level 1."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``numbered`` from 1, as the pages are."""

    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A table."""

    head: tuple[str, ...]
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG, with what it shows in words; ``name`` tells where it stands."""

    name: str
    title: str
    description: str
    svg: str


Block = Heading | Paragraph | Items | Rows | Picture


def words(text: str, *, strong: bool = False) -> Words:
    """Return words of a page or the record as a piece of a line."""
    return Words(visible(text), strong)


def quoted(text: str) -> Line:
    """Return words of a page in quotation marks."""
    return "“", words(text), "”"


def cites(evidence: tuple[Evidence, ...]) -> Line:
    """Return citations, with spaces between them."""
    return spread([(Cite(e),) for e in evidence], " ")


def spread(lines: list[Line], between: str) -> Line:
    """Return lines as one, with words of ours between them."""
    found: list[Piece] = []
    for line in lines:
        found += [between, *line] if found else line
    return tuple(found)


def plain(line: Line) -> str:
    """Return a line as text."""
    return "".join(_text(p) for p in line)


def _text(piece: Piece) -> str:
    match piece:
        case Words(text):
            return text
        case Cite():
            return piece.label
        case _:
            return piece
