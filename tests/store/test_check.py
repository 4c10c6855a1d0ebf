"""Every way in which a case can be broken is found and named."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from histor.errors import CaseError
from histor.link import judge
from histor.program import program_digest
from histor.records import Judgement
from histor.store import Fault, Store
from histor.store.digests import sha256
from histor.store.kept import KeptRow
from tests.sample_records import sample

FERRY = sample(
    "ferry",
    "Marta Kovač said on Friday that the ferry was late.",
    names=[("Marta Kovač", "person")],
    said=("Marta Kovač", "said", "the ferry was late"),
    day=("Friday", "2021-03-12"),
    title="Ferry late",
)
PIER = sample("pier", "Two piers were damaged in the storm.", title="Storm")
ID = FERRY.page.document_id


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "a.case"
    with Store(str(path)) as store:
        store.put([FERRY, PIER], [j for s in (FERRY, PIER) for j in judge(s.record)])
    return path


def faults(case: Path) -> list[Fault]:
    with Store(str(case), create=False) as store:
        return list(store.check())


def change(case: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(case)) as connection:
        assert connection.execute(statement, values).rowcount != 0
        connection.commit()


def change_record(case: Path, old: str, new: str) -> None:
    """Change what a page says, and its digest with it, as a clumsy program would."""
    with closing(sqlite3.connect(case)) as connection:
        (stored,) = connection.execute(
            "SELECT record FROM documents WHERE id = ?", (ID,)
        ).fetchone()
        words = zlib.decompress(stored).decode()
        assert old in words
        record = zlib.compress(words.replace(old, new).encode())
        connection.execute("UPDATE documents SET record = ? WHERE id = ?", (record, ID))
        connection.execute("UPDATE digests SET record = ? WHERE page = ?", (sha256(record), ID))
        connection.commit()


def only(found: list[Fault]) -> Fault:
    assert len(found) == 1, found
    return found[0]


def test_a_sound_case_has_no_fault_and_is_counted(case: Path) -> None:
    told: list[tuple[int, int]] = []
    before = case.read_bytes()
    with Store(str(case), create=False) as store:
        checking = store.check(lambda done, of: told.append((done, of)))
        assert list(checking) == []
    assert (checking.pages, told[-1]) == (2, (2, 2))
    assert checking.spans >= 6
    assert checking.links >= 4
    assert case.read_bytes() == before


def test_a_read_only_case_is_checked(case: Path) -> None:
    with Store(str(case), create=False, readonly=True) as store:
        assert list(store.check()) == []
    change(case, "DELETE FROM documents_search WHERE rowid = 1")
    with Store(str(case), create=False, readonly=True) as store:
        assert [f.code for f in store.check()] == ["search"]


def test_a_changed_page(case: Path) -> None:
    body = zlib.compress(FERRY.page.text.replace("late", "LATE").encode())
    change(case, "UPDATE pages SET body = ? WHERE id = ?", body, ID)
    found = faults(case)
    assert {f.where for f in found} == {ID}
    assert [f.code for f in found] == ["page", "span"]
    assert "digest differs" in found[0].message
    assert "do not stand on the page" in found[1].message


def test_a_page_that_cannot_be_unpacked(case: Path) -> None:
    change(case, "UPDATE pages SET body = x'0011' WHERE id = ?", ID)
    assert [f.code for f in faults(case)] == ["page", "page"]


@pytest.mark.parametrize("column", ["key", "sha256"])
def test_a_page_with_another_pages_name(case: Path, column: str) -> None:
    change(case, f"UPDATE pages SET {column} = 'other' WHERE id = ?", ID)  # noqa: S608
    found = faults(case)
    assert "another page's" in found[0].message


def test_changed_words_of_a_record(case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection:
        rows = connection.execute("SELECT id, record FROM documents").fetchall()
        for id_, stored in rows:
            words = zlib.decompress(stored).replace(b"Friday", b"Monday")
            values = (zlib.compress(words), id_)
            connection.execute("UPDATE documents SET record = ? WHERE id = ?", values)
        connection.commit()
    found = faults(case)
    assert found[0].code == "record"
    assert "digest differs" in found[0].message


def test_a_span_that_does_not_hold_its_words(case: Path) -> None:
    start = FERRY.record.document.text.index("Friday")
    change_record(
        case, f'"start":{start},"end":{start + 6},"text":"Friday"',
        f'"start":{start + 1},"end":{start + 7},"text":"Friday"',
    )  # fmt: skip
    found = [f for f in faults(case) if f.code == "span"]
    assert only(found).message == (
        f"The words “Friday” do not stand at [{start + 1}, {start + 7})."
    )


def test_sentences_out_of_the_text(case: Path) -> None:
    length = len(FERRY.record.document.text)
    change_record(case, f"[[0,{length}]]", f"[[0,{length + 1}]]")
    assert [f.code for f in faults(case) if "sentence" in f.message] == ["span"]


def test_a_source_that_is_no_entity_of_the_page(case: Path) -> None:
    (entity,) = FERRY.record.entities
    claim = FERRY.record.claims[0]
    assert claim.source is not None
    text = msgspec.json.encode(claim.source, order="deterministic").decode()
    change_record(case, text, text.replace(entity.id, "ent_0"))
    found = [f for f in faults(case) if f.code == "link"]
    assert only(found).message == (
        "A claimsource's entity names the entity ent_0, which is not there."
    )


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("DELETE FROM mentions", "mentions lacks"),
        ("UPDATE claims SET act = 'deny'", "claims differs"),
        ("UPDATE documents SET title = 'Else' WHERE title = 'Ferry late'", "documents differs"),
        (
            "INSERT INTO removed SELECT document, 9, reason, text FROM removed LIMIT 1",
            "removed has",
        ),
        ("UPDATE times SET earliest = '1999-01-01'", "times differs"),
    ],
)
def test_a_table_that_says_something_else_than_the_record(
    case: Path, statement: str, table: str
) -> None:
    change(case, statement)
    assert table in next(f for f in faults(case) if f.code == "record").message


def test_a_row_without_its_page(case: Path) -> None:
    change(case, "INSERT INTO entities VALUES ('ent_9', 'doc_9', 'Nobody', 'person')")
    assert "belongs to a row of documents" in only(faults(case)).message


def test_a_page_without_its_document(case: Path) -> None:
    change(case, "DELETE FROM documents WHERE id = ?", ID)
    assert any("document is not there" in f.message for f in faults(case))


def test_a_document_without_its_page(case: Path) -> None:
    change(case, "DELETE FROM pages WHERE id = ?", ID)
    assert any("page of this document is not there" in f.message for f in faults(case))


def test_digests_that_are_gone(case: Path) -> None:
    change(case, "DELETE FROM digests WHERE page = ?", ID)
    assert "digests" in only(faults(case)).message


def test_a_judgement_on_nobody(case: Path) -> None:
    with Store(str(case), create=False) as store:
        store.judge(Judgement(left=FERRY.record.entities[0].id, right="ent_none", verdict="same", by="Ines", score=1, reasons=()))  # fmt: skip
    fault = only(faults(case))
    assert fault.code == "judgement"
    assert "ent_none, which no page names" in fault.message


def test_a_judgement_that_cannot_be_read(case: Path) -> None:
    change(case, "UPDATE judgements SET reasons = 'x'")
    assert {f.code for f in faults(case)} == {"judgement"}


def test_a_document_that_search_does_not_know(case: Path) -> None:
    change(case, "DELETE FROM documents_search WHERE rowid = 1")
    found = faults(case)
    assert "cannot be found by search" in found[0].message


def test_words_that_search_does_not_know(case: Path) -> None:
    change(case, "DELETE FROM documents_search WHERE rowid = 1")
    change(
        case, "INSERT INTO documents_search (rowid, title, outlet, text) VALUES (1, 'a', 'b', 'c')"
    )
    assert only(faults(case)).message == (
        "The search index does not hold the words of the documents."
    )


def test_a_kept_record_that_is_damaged(case: Path) -> None:
    with Store(str(case), create=False) as store:
        store.keep(f"{program_digest()} x", [KeptRow("documents", 0, b"{}")])
    fault = only(faults(case))
    assert fault.code == "kept"
    assert "next command makes it anew" in fault.message


def test_a_table_that_is_gone(case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("DROP TABLE times")
        connection.commit()
    found = faults(case)
    assert found[0] == Fault(code="file", where="times", message="The table is not there.")
    assert len(found) >= 2


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.case"
    samples = [
        sample(f"{n}", f"Boat {n} left Tarn at noon. " * 40, title=f"{n}") for n in range(60)
    ]
    with Store(str(path)) as store:
        store.put(samples)
    return path


def damaged_pages(case: Path) -> Iterator[int]:
    size = case.stat().st_size
    yield from range(4096 * 8, size, 4096 * (size // 4096 // 10))


def test_a_file_with_a_broken_page_of_its_own(large: Path) -> None:
    whole = large.read_bytes()
    told = 0
    for at in damaged_pages(large):
        large.write_bytes(whole[:at] + b"\x5a" * 512 + whole[at + 512 :])
        try:
            told += bool(faults(large))
        except CaseError as error:
            told += "damaged" in str(error)
        large.write_bytes(whole)
    # a page of the file that nothing uses may be broken and do no harm
    assert told >= 8
