"""The report as DOCX: headings, lists and tables by style, links from statement to words."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

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
    Rows,
    Words,
    plain,
)
from histor.tell.change_lines import Since
from histor.tell.prose import blocks_of
from histor.tell.report import build_report
from histor.tell.safe import shorten

__all__ = ["render"]

_WIDTH = Inches(6)
#: pixels of a picture for each of its points
_SHARPNESS = 2.5
_ACCENT = RGBColor(0x0B, 0x5A, 0x6B)
#: what a DOCX says of its own time and each of its parts, so that one record gives one file
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(
    export: CaseExport,
    title: str = "Situation report",
    pictures: Sequence[Picture] = (),
    since: Since | None = None,
) -> bytes:
    """Return the report as DOCX, the same bytes for the same record."""
    report = build_report(export, title, since)
    writer = _Writer(Annex(report.sources))
    writer.begin(shorten(report.title, 200))
    blocks = blocks_of(report, pictures)
    first = next((n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 2), 0)
    writer.write(blocks[:first])
    writer.contents([b.line for b in blocks if isinstance(b, Heading) and b.level == 2])
    writer.write(blocks[first:])
    writer.annex()
    return writer.saved()


class _Writer:
    """A document being written."""

    def __init__(self, annex: Annex) -> None:
        self._document: Document = docx.Document()
        self._annex = annex
        self._ids = itertools.count(1)
        self._sections = itertools.count(1)

    def begin(self, title: str) -> None:
        """Set the title, the language and a footer with page numbers."""
        properties = self._document.core_properties
        properties.title, properties.author, properties.language = title, "histor", "en"
        normal = self._document.styles["Normal"]
        normal.font.size = Pt(10.5)
        footer = self._document.sections[0].footer.paragraphs[0]
        footer.add_run("page ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        footer._p.append(field)  # python-docx has no fields of its own

    def contents(self, lines: list[Line]) -> None:
        """Write the list of sections, each a link to its heading."""
        for n, text in enumerate([*map(plain, lines), TITLE], 1):
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            self._link(paragraph, f"section_{n}", text)

    def write(self, blocks: list[Block]) -> None:
        """Write blocks in their order."""
        for block in blocks:
            match block:
                case Heading(level, line):
                    self._heading(plain(line), level)
                case Paragraph(line):
                    self._line(self._document.add_paragraph(), line)
                case Items(lines, numbered):
                    style = "List Number" if numbered else "List Bullet"
                    for line in lines:
                        self._line(self._document.add_paragraph(style=style), line)
                case Picture():
                    self._picture(block)
                case Rows(head, rows):
                    self._rows([(text,) for text in head], rows)

    def annex(self) -> None:
        """Write the pages' stories, every paragraph with a bookmark."""
        self._heading(TITLE, 2)
        self._document.paragraphs[-1].paragraph_format.page_break_before = True
        self._document.add_paragraph(NOTE)
        for source, passages in self._annex.pages():
            self._heading(f"[{source.number}] {source.title}", 3)
            for passage in passages:
                paragraph = self._document.add_paragraph()
                self._line(paragraph, (Words(passage.text),))
                self._bookmark(paragraph, passage.anchor)

    def saved(self) -> bytes:
        """Return the file, its parts without the time of writing."""
        raw, out = io.BytesIO(), io.BytesIO()
        self._document.save(raw)
        with zipfile.ZipFile(raw) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
            for name in read.namelist():
                part = zipfile.ZipInfo(name, _EPOCH)
                kept.writestr(part, read.read(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _heading(self, text: str, level: int) -> None:
        # the report's title stands above the sections, as a title does
        heading = self._document.add_heading(text, level - 1)
        self._direct(heading, text)
        if level == 2:
            self._bookmark(heading, f"section_{next(self._sections)}")

    def _picture(self, picture: Picture) -> None:
        import vl_convert  # whoever made the picture has it

        png = vl_convert.svg_to_png(picture.svg, scale=_SHARPNESS)
        self._document.add_picture(io.BytesIO(png), width=_WIDTH)
        shown = self._document.inline_shapes[-1]._inline.docPr  # python-docx has no alt text
        shown.set("descr", picture.description)
        shown.set("title", picture.title)
        self._document.add_paragraph(picture.title, style="Caption")

    def _rows(self, head: list[Line], rows: tuple[Line, ...]) -> None:
        table = self._document.add_table(rows=0, cols=len(head), style="Light List Accent 1")
        for cells in [[plain(h) for h in head], *([plain((p,)) for p in row] for row in rows)]:
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)

    def _line(self, paragraph: DocxParagraph, line: Line) -> None:
        for piece in line:
            match piece:
                case Words(text, strong):
                    run = paragraph.add_run(text)
                    run.bold = strong or None
                    run.font.rtl = True if right_to_left(text) else None
                case Cite(evidence):
                    self._link(paragraph, self._annex.anchor(evidence), piece.label)
                case _:
                    paragraph.add_run(piece)
        if line_right_to_left(line):
            self._direct(paragraph, plain(line))

    def _direct(self, paragraph: DocxParagraph, text: str) -> None:
        if right_to_left(text):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))

    def _link(self, paragraph: DocxParagraph, anchor: str, text: str) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), anchor)
        run = paragraph.add_run(text)
        run.font.color.rgb = _ACCENT
        link.append(run._r)
        paragraph._p.append(link)

    def _bookmark(self, paragraph: DocxParagraph, name: str) -> None:
        number = str(next(self._ids))
        start, end = self._mark("w:bookmarkStart", number), self._mark("w:bookmarkEnd", number)
        start.set(qn("w:name"), name)
        # the properties of a paragraph must stay its first element
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
        paragraph._p.append(end)

    def _mark(self, tag: str, number: str) -> BaseOxmlElement:
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), number)
        return mark
