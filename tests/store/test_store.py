from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from histor.errors import CaseError
from histor.link import judge
from histor.records import Failure, Judgement
from histor.store import Store
from tests.sample_records import Sample, sample

FERRY = sample(
    "ferry.html",
    "Marta Kovač said on Friday that the ferry was late.",
    names=[("Marta Kovač", "person")],
    said=("Marta Kovač", "said", "the ferry was late"),
    day=("Friday", "2021-03-12"),
    title="Ferry late",
    outlet="Tarn Post",
)
FAILED = Failure(location="heap/ferry.html", code="no_story", message="No story.")


def put(store: Store, *samples: Sample) -> None:
    store.put(samples, [j for s in samples for j in judge(s.record)])


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    path = str(tmp_path / "a.case")
    with Store(path) as store:
        put(store, FERRY)
    with Store(path, create=False) as store:
        assert store.records() == [FERRY.record]
        assert store.page(FERRY.page.document_id) == FERRY.page
        assert store.page("doc_none") is None
        assert store.judgements() == list(judge(FERRY.record))
        assert store.holds(FERRY.page.document_id)
        assert not store.holds("doc_none")


def test_putting_a_page_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Store(str(path)) as store:
        put(store, FERRY)
        before = (store.state(), store.records(), store.judgements())
        put(store, FERRY)
        assert (store.state(), store.records(), store.judgements()) == before
        assert len(store.search("ferry", 5)) == 1


def test_a_failure_is_kept_once_until_its_page_is_read() -> None:
    with Store() as store:
        other = Failure(location="x", code="empty", message="Empty.")
        store.put([], failures=[FAILED, FAILED, other])
        store.put([], failures=[FAILED])
        assert store.failures() == [FAILED, other]
        put(store, FERRY)
        assert store.failures() == [other]
        store.forget_failures(["x", "never failed"])
        assert store.failures() == []


def test_a_batch_is_stored_whole_or_not_at_all() -> None:
    broken = Judgement(left="a", right="b", verdict="same", by="p", score=1, reasons=("r",))
    verdict_unknown = msgspec.structs.replace(broken, verdict="perhaps")
    with Store() as store:
        with pytest.raises(CaseError):
            store.put([FERRY], [verdict_unknown])
        assert store.records() == []
        assert store.search("ferry", 5) == []


def test_a_later_judgement_retires_the_same_persons_earlier_one() -> None:
    first = Judgement(left="a", right="b", verdict="same", by="Ines", score=1, reasons=("Yes.",))
    second = msgspec.structs.replace(first, verdict="different", reasons=("No.",))
    other = msgspec.structs.replace(first, by="Jon")
    with Store() as store:
        store.judge(first)
        store.judge(other)
        store.judge(second)
        assert store.judgements() == [other, second]


def test_state_changes_with_every_change() -> None:
    seen = set()
    with Store() as store:
        seen.add(store.state())
        put(store, FERRY)
        seen.add(store.state())
        store.put([], failures=[FAILED])
        seen.add(store.state())
        store.judge(Judgement(left="a", right="b", verdict="same", by="I", score=1, reasons=()))
        seen.add(store.state())
    assert len(seen) == 4


def test_any_text_can_be_stored() -> None:
    odd = sample("odd\x00name", "Nul \x00 and \U0001f6a2 and \u202e stand here.")
    with Store() as store:
        put(store, odd)
        assert store.records() == [odd.record]
        assert store.page(odd.page.document_id) == odd.page


def test_a_record_of_an_earlier_case_is_read_as_text(tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    with Store(str(case)) as store:
        put(store, FERRY)
    with closing(sqlite3.connect(case)) as connection:
        [packed] = connection.execute("SELECT record FROM documents").fetchone()
        assert isinstance(packed, bytes)
        text = zlib.decompress(packed).decode()
        connection.execute("UPDATE documents SET record = ?", [text])
        connection.commit()
    with Store(str(case)) as store:
        assert store.records() == [FERRY.record]


def test_a_page_put_twice_at_once_is_stored_once() -> None:
    with Store() as store:
        put(store, FERRY)
        plain = sample("plain.html", "A bridge stands in Tarn.")
        store.put([FERRY, plain, plain])
        assert len(store.records()) == 2
        assert [h.document for h in store.search("bridge", 5)] == [plain.page.document_id]
