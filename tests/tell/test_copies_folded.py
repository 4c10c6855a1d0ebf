"""Copies of an account stand folded under the account of their origin's first page."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

import histor
from histor.records import CaseExport
from histor.tell import html, markdown
from histor.tell.report import build_report

PAGES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="module")
def copied() -> CaseExport:
    with histor.Case.temporary() as case:
        case.add(sorted(PAGES.glob("0[1-4]*.html")))
        return case.export()


def test_one_account_of_an_origin_stands_open(copied: CaseExport) -> None:
    origin_of = {d: o.id for o in copied.origins for d in o.documents}
    assert len(set(origin_of.values())) < len(origin_of)
    report = build_report(copied)
    documents = {s.number: s.document.id for s in report.sources}
    folded = 0
    for event in report.events:
        pages = {a.sentence.page for a in event.accounts}
        assert len({origin_of[documents[p]] for p in pages}) == len(pages)
        folded += sum(len(a.copies) for a in event.accounts)
    assert folded > 0


def test_both_forms_say_where_else(copied: CaseExport) -> None:
    page = lxml.html.document_fromstring(html.render(copied))
    copies = page.xpath("//details[@class='copies']")
    assert copies
    assert "of the same origin" in copies[0].text_content()
    assert copies[0].xpath(".//a[@class='cite']")
    assert "; the same origin on " in markdown.render(copied)
