"""The report as DOCX and PDF: all that the Markdown says, and nothing a page can break."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import docx
import pypdf
import pytest

import histor
from histor.errors import InputError, MissingExtraError
from histor.records import CaseExport
from histor.tell.blocks import Heading, Items, Rows, plain
from histor.tell.docx import render as render_docx
from histor.tell.forms import form_for, render_report
from histor.tell.pdf import render as render_pdf
from histor.tell.prose import blocks_of
from histor.tell.report import build_report
from tests.tell.test_report import HOSTILE, sample

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="module")
def record() -> CaseExport:
    case = histor.Case.temporary()
    with case:
        case.add(sorted(EXAMPLES.glob("0*")))
        return case.export()


def statements(export: CaseExport) -> list[str]:
    found: list[str] = []
    for block in blocks_of(build_report(export)):
        match block:
            case Items(lines):
                found += [plain(line) for line in lines]
            case Heading(_, line):
                found.append(plain(line))
            case Rows(_, rows):
                found += [plain((cell,)) for row in rows for cell in row]
    return found


def bare(text: str) -> str:
    """Without spaces and hyphens, which a page's line breaks change."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", text)


def test_every_statement_is_in_the_docx_and_in_the_pdf(record: CaseExport) -> None:
    expected = statements(record)
    assert len(expected) > 50
    assert {"Events", "Timeline", "Pages read"} <= set(expected)
    document = docx.Document(io.BytesIO(render_docx(record)))
    texts = {p.text for p in document.paragraphs}
    texts |= {c.text for t in document.tables for row in t.rows for c in row.cells}
    assert [s for s in expected if s not in texts] == []
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(record)))
    pages = [re.sub(r"\S[^\n]*page \d+ of \d+\s*$", "", p.extract_text()) for p in reader.pages]
    whole = bare("".join(pages))
    assert [s for s in expected if bare(s) not in whole] == []


def test_docx_links_lead_to_bookmarks(record: CaseExport) -> None:
    body = docx.Document(io.BytesIO(render_docx(record))).element.body
    anchors = set(body.xpath(".//w:hyperlink/@w:anchor"))
    names = body.xpath(".//w:bookmarkStart/@w:name")
    assert len(anchors) > 20
    assert anchors <= set(names)
    assert len(names) == len(set(names))


def test_pdf_has_bookmarks_links_and_a_title(record: CaseExport) -> None:
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(record)))
    assert reader.metadata is not None and reader.metadata.title == "Situation report"
    assert len(reader.outline) >= 1
    links = [a for p in reader.pages for a in p.get("/Annots", [])]
    assert len(links) > 20
    assert "/StructTreeRoot" in reader.root_object  # tagged, for screen readers


@pytest.mark.parametrize(
    "title", [HOSTILE, "n" * 10_000, "#panic()[*_$`<x>@y", "تقرير عن الوضع", "\x00\x1f\ufffe"]
)
def test_no_title_breaks_a_form(title: str) -> None:
    export = sample(title=title)
    document = docx.Document(io.BytesIO(render_docx(export, title)))
    assert any("ferry stopped" in p.text for p in document.paragraphs)
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(export, title)))
    assert "ferry stopped" in "".join(p.extract_text() for p in reader.pages)


def test_a_long_name_stays_within_the_margins() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(sample(title="n" * 10_000), "n" * 10_000)))
    pieces = re.split(r"[\s\u200b]+", "\n".join(p.extract_text() for p in reader.pages))
    assert max(map(len, pieces)) <= 100  # letters that stand on one line
    assert len(reader.pages) < 6


def test_the_same_record_gives_the_same_files() -> None:
    assert render_docx(sample()) == render_docx(sample())
    assert render_pdf(sample()) == render_pdf(sample())


def test_right_to_left_paragraphs_say_so() -> None:
    document = docx.Document(io.BytesIO(render_docx(sample(), "تقرير عن الوضع")))
    assert document.paragraphs[0]._p.xpath("./w:pPr/w:bidi")


def test_a_right_to_left_name_does_not_turn_our_sentence() -> None:
    document = docx.Document(io.BytesIO(render_docx(sample(title="تقرير عن الوضع"))))
    [entity] = [p for p in document.paragraphs if "1 mention" in p.text]
    assert not entity._p.xpath("./w:pPr/w:bidi")
    assert entity._p.xpath("./w:r/w:rPr/w:rtl")


def test_forms_go_by_the_ending() -> None:
    names = ["a.docx", "a.PDF", "a.md", "a.html", "a", "-"]
    assert [form_for(n) for n in names] == ["docx", "pdf", "markdown", "html", "html", "html"]
    with pytest.raises(InputError, match="odt is no form"):
        render_report(sample(), "odt")


def test_without_typst_the_pdf_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"histor\[pdf\]"):
        render_pdf(sample())
