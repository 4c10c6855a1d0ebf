from __future__ import annotations

import msgspec

from histor.link.undated import undated_pages
from histor.records import Date
from tests.sample_records import sample

DATE = Date(edtf="2021-05-03", earliest="2021-05-03", latest="2021-05-03", basis="page")


def test_a_page_without_a_date_is_named_with_words_that_prove_it() -> None:
    record = sample("ferry", "The ferry was late.", title="Ferry").record
    [finding] = undated_pages([record])
    assert finding.kind == "undated_page"
    assert finding.summary == "The page “Ferry” gives no date."
    assert [s.text for s in finding.evidence] == ["The ferry was late."]


def test_a_page_with_a_date_is_not() -> None:
    record = sample("ferry", "The ferry was late.").record
    dated = msgspec.structs.replace(record.document, page_date=DATE)
    assert undated_pages([msgspec.structs.replace(record, document=dated)]) == ()
