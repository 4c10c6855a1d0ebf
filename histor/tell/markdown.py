"""The report as Markdown, page words escaped so that they can neither link nor format."""

from __future__ import annotations

from collections.abc import Sequence

from histor.records import CaseExport
from histor.tell.blocks import (
    Block,
    Cite,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    Piece,
    Rows,
    Words,
)
from histor.tell.change_lines import Since
from histor.tell.prose import blocks_of
from histor.tell.report import build_report
from histor.tell.safe import escape_markdown

__all__ = ["render"]


def render(
    export: CaseExport,
    title: str = "Situation report",
    pictures: Sequence[Picture] = (),
    since: Since | None = None,
) -> str:
    """Return the report as CommonMark; ``[2:118–164]`` is page 2, code points 118 to 164."""
    blocks = blocks_of(build_report(export, title, since), pictures)
    return "\n\n".join(_block(b) for b in blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, line):
            return f"{'#' * level} {_line(line)}"
        case Paragraph(line):
            return _line(line)
        case Items(lines, numbered):
            marks = [f"{n}." if numbered else "-" for n in range(1, len(lines) + 1)]
            return "\n".join(f"{m} {_line(x)}" for m, x in zip(marks, lines, strict=True))
        case Picture(_, name, description):  # a picture in words: Markdown holds no drawing
            return f"*{name}.* {escape_markdown(description)}"
        case Rows(head, rows):
            table = [list(head), ["---"] * len(head), *([_piece(p) for p in row] for row in rows)]
            return "\n".join(f"| {' | '.join(cells)} |" for cells in table)


def _line(line: Line) -> str:
    return "".join(_piece(p) for p in line)


def _piece(piece: Piece) -> str:
    match piece:
        case Words(text, strong):
            escaped = escape_markdown(text)
            return f"**{escaped}**" if strong and escaped else escaped
        case Cite():
            return f"\\{piece.label[:-1]}\\]"
        case _:
            return piece
