"""The report as PDF: set by Typst, tagged, with bookmarks and links from statement to words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from histor.errors import MissingExtraError
from histor.records import CaseExport
from histor.tell.annex import NOTE, TITLE, Annex, line_right_to_left, right_to_left
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
    plain,
)
from histor.tell.change_lines import Since
from histor.tell.prose import blocks_of
from histor.tell.report import build_report
from histor.tell.safe import shorten

__all__ = ["render"]

#: letters without a space after which a line may end, so that none runs over the margin
_LONG = re.compile(r"(\S{30})(?=\S)")


def render(
    export: CaseExport,
    title: str = "Situation report",
    pictures: Sequence[Picture] = (),
    since: Since | None = None,
) -> bytes:
    """Return the report as PDF, the same bytes for the same record.

    Pages' words reach Typst as data, never as source. Letters that Libertinus lacks are taken from
    the machine's fonts.

    Raises:
        MissingExtraError: typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError("typst", "pdf") from error
    report = build_report(export, title, since)
    annex = Annex(report.sources)
    content = {
        "title": report.title,
        "short": _breakable(shorten(report.title, 90)),
        "blocks": [_block(b, annex) for b in blocks_of(report, pictures)],
        "annex": {
            "title": TITLE,
            "note": NOTE,
            "pages": [
                {
                    "title": _breakable(f"[{source.number}] {source.title}"),
                    "anchor": f"p{source.number}",
                    "passages": [
                        {
                            "anchor": p.anchor,
                            "text": _breakable(p.text),
                            "rtl": right_to_left(p.text),
                        }
                        for p in passages
                    ],
                }
                for source, passages in annex.pages()
            ],
        },
    }
    pdf = typst.compile(_template(), format="pdf", sys_inputs={"report": json.dumps(content)})
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF")
    return pdf


@cache
def _template() -> bytes:
    return (files("histor.tell") / "templates" / "report.typ").read_bytes()


def _breakable(text: str) -> str:
    """Allow a line to end, with a zero-width space, where a word is too long for one."""
    return _LONG.sub("\\1\u200b", text)


def _block(block: Block, annex: Annex) -> dict[str, Any]:
    match block:
        case Heading(level, line):
            return {"kind": "heading", "level": level, "line": _line(line, annex)}
        case Paragraph(line):
            return {"kind": "paragraph", "line": _line(line, annex)}
        case Items(lines, numbered):
            found = [_line(x, annex) for x in lines]
            return {"kind": "items", "numbered": numbered, "lines": found}
        case Picture(_, title, description, svg):
            return {"kind": "picture", "title": title, "words": description, "svg": svg}
        case Rows(head, rows):
            cells = [[plain((p,)) for p in row] for row in rows]
            return {"kind": "rows", "head": head, "cells": cells}


def _line(line: Line, annex: Annex) -> dict[str, Any]:
    return {"pieces": [_piece(p, annex) for p in line], "rtl": line_right_to_left(line)}


def _piece(piece: Piece, annex: Annex) -> dict[str, Any]:
    match piece:
        case Words(text, strong):
            # isolated, so that a name from right to left does not turn what follows it (UAX 9)
            shown = _breakable(text)
            shown = f"\u2068{shown}\u2069" if right_to_left(text) else shown
            return {"text": shown, "strong": strong}
        case Cite(evidence):
            return {"text": piece.label, "to": annex.anchor(evidence), "strong": False}
        case _:
            return {"text": piece, "strong": False}
