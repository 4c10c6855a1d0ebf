from __future__ import annotations

import hashlib
from itertools import permutations

from histor.link.copies import find_copies
from histor.link.origins import copied_text, find_origins
from histor.records import Date, Document, PageRecord

HARBOUR = (
    "The harbour of Tarn was closed on Monday after a crane fell across the main quay and crushed "
    "two empty vans. Workers had complained of rust in the crane's legs since the spring, the "
    "union said. “We told them in March, we told them in April, and we told them again in May,” "
    "said its secretary. The port authority promised an inquiry and said that ferries would sail "
    "from the northern pier until the wreck had been cut up and taken away."
)
OTHER = (
    "A crane collapsed in Tarn, and the port is shut. Nobody was hurt, though the fall flattened a "
    "pair of parked vans. The secretary of the union was angry. “We told them in March, we told "
    "them in April, and we told them again in May,” he said. Inspectors are on their way from the "
    "capital; passengers should ask the company for new times before they set out this week."
)


def document(name: str, text: str, day: str | None = None) -> Document:
    return Document(
        id="doc_" + hashlib.sha256(name.encode()).hexdigest()[:16],
        location=name,
        sha256="0" * 64,
        title=None,
        outlet=name,
        byline=(),
        language="en",
        text=text,
        removed=(),
        page_date=Date(edtf=day, earliest=day, latest=day, basis="page") if day else None,
    )


def test_a_cut_copy_is_a_copy_of_the_earlier_page() -> None:
    first = document("first", HARBOUR, "2021-05-03")
    cut = document("cut", HARBOUR[: len(HARBOUR) * 2 // 3], "2021-05-04")
    [copy] = find_copies([cut, first])
    assert (copy.dependent, copy.source, copy.kind) == (cut.id, first.id, "copy")
    assert copy.score > 0.9
    for there, here in copy.passages:
        assert there.text == here.text == first.text[here.start : here.end]


def test_independent_reports_that_share_a_quote_are_no_copies() -> None:
    assert find_copies([document("a", HARBOUR), document("b", OTHER)]) == []


def test_a_passage_in_a_report_of_one_s_own_is_an_excerpt() -> None:
    own = OTHER + " " + OTHER.replace("crane", "tower").replace("union", "guild") * 2
    taken = document("taken", own + " " + HARBOUR[:260], "2021-05-05")
    [copy] = find_copies([document("first", HARBOUR, "2021-05-03"), taken])
    assert (copy.dependent, copy.kind) == (taken.id, "excerpt")


def test_copies_are_one_origin_in_any_order_of_arrival() -> None:
    pages = [
        PageRecord(document=d, entities=(), claims=(), times=())
        for d in (
            document("first", HARBOUR, "2021-05-03"),
            document("second", HARBOUR, "2021-05-04"),
            document("other", OTHER, "2021-05-04"),
        )
    ]
    results = [
        find_origins(order, find_copies([p.document for p in order]), (), (), {})
        for order in permutations(pages)
    ]
    assert all(r == results[0] for r in results)
    assert sorted(len(o.documents) for o in results[0]) == [1, 2]
    [finding] = copied_text(results[0], {p.document.id: p.document for p in pages})
    assert finding.summary == "2 pages carry the same text and are one origin: first, second."
    assert len(finding.evidence) >= 2


def test_a_phrase_of_the_trade_joins_nothing() -> None:
    notice = "This page may not be published, broadcast, rewritten or redistributed without consent"
    pages = [document(f"p{n}", f"{notice} number {n}. " + f"word{n} " * 60) for n in range(6)]
    assert find_copies(pages) == []
