from __future__ import annotations

import msgspec
import pytest

from histor.records import Date, PageRecord, PageWords, Span
from histor.store.evidence import proven
from tests.sample_records import sample

FERRY = sample(
    "ferry.html",
    "Marta Kovač said on Friday that the ferry was late.",
    names=[("Marta Kovač", "person")],
    said=("Marta Kovač", "said", "the ferry was late"),
    day=("Friday", "2021-03-12"),
)


def moved(span: Span) -> Span:
    return msgspec.structs.replace(span, start=span.start + 1, end=span.end + 1)


def test_a_record_that_stands_is_left_as_it_is() -> None:
    assert proven(FERRY.record, FERRY.page.text) is FERRY.record


def shifted(part: str) -> PageRecord:
    record = FERRY.record
    if part == "entity":
        entity = record.entities[0]
        wrong = msgspec.structs.replace(entity, mentions=(moved(entity.mentions[0]),))
        return msgspec.structs.replace(record, entities=(wrong,))
    if part == "claim":
        claim = record.claims[0]
        assert claim.source is not None
        source = msgspec.structs.replace(claim.source, span=moved(claim.source.span))
        wrong_claim = msgspec.structs.replace(claim, source=source)
        return msgspec.structs.replace(record, claims=(wrong_claim,))
    time = record.times[0]
    wrong_time = msgspec.structs.replace(time, span=moved(time.span))
    return msgspec.structs.replace(record, times=(wrong_time,))


@pytest.mark.parametrize("part", ["entity", "claim", "time"])
def test_what_does_not_stand_is_left_out_and_named(part: str) -> None:
    left = proven(shifted(part))
    kept = {"entity": left.entities, "claim": left.claims, "time": left.times}
    assert kept.pop(part) == ()
    assert all(kept.values())
    assert [d.code for d in left.dropped] == ["span_mismatch"]
    assert left.dropped[0].record.startswith({"entity": "ent", "claim": "clm"}.get(part, "tim"))


def test_words_of_another_document_prove_nothing() -> None:
    entity = FERRY.record.entities[0]
    foreign = msgspec.structs.replace(entity.mentions[0], document="doc_other")
    wrong = msgspec.structs.replace(entity, mentions=(foreign,))
    assert proven(msgspec.structs.replace(FERRY.record, entities=(wrong,))).entities == ()


@pytest.mark.parametrize(("words", "stands"), [("Friday", True), ("Monday", False)])
def test_a_page_date_needs_its_words_on_the_page(words: str, stands: bool) -> None:
    start = FERRY.page.text.index("Friday")
    date = Date(
        edtf="2021-03-12",
        earliest="2021-03-12",
        latest="2021-03-12",
        basis="page",
        page_evidence=(PageWords(start=start, end=start + 6, text=words),),
    )
    document = msgspec.structs.replace(FERRY.record.document, page_date=date)
    record = msgspec.structs.replace(FERRY.record, document=document)
    assert (proven(record, FERRY.page.text).document.page_date == date) is stands
