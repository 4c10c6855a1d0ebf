from __future__ import annotations

import json
import sys
from pathlib import Path

import msgspec
import pytest

from histor.case import Case
from histor.cli.main import main
from histor.cluster.rows import Row, reader_digest, result_of, row_of
from histor.errors import MissingExtraError, SourceError
from histor.read import read_sources
from histor.records import Failure
from histor.stages import PageResult, process
from tests.sample_heaps import write_heap

pytest.importorskip("pyarrow", reason="needs histor[cluster]")

from histor.cluster.records_file import RecordsWriter, read_rows


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    heap = write_heap(tmp_path_factory.mktemp("records"))
    (heap / "empty.json").write_text('{"title": "Nothing"}', encoding="utf-8")
    return heap


@pytest.fixture(scope="module")
def rows(heap: Path) -> list[Row]:
    pages = list(read_sources([str(heap)]))
    failures = [p for p in pages if isinstance(p, Failure)]
    results = process([p for p in pages if not isinstance(p, Failure)])
    return [row_of(item) for item in (*results, *failures)]


def written(path: Path, rows: list[Row]) -> str:
    with RecordsWriter(path) as writer:
        for row in rows:
            writer.write(row)
    return str(path)


def test_a_row_is_what_became_of_the_page(rows: list[Row]) -> None:
    kinds = [type(result_of(row)) for row in rows]
    assert kinds == [PageResult, PageResult, Failure]
    assert all(row_of(result_of(row)) == row for row in rows)


def test_a_row_of_another_page_is_refused(rows: list[Row]) -> None:
    with pytest.raises(msgspec.ValidationError):
        result_of(msgspec.structs.replace(rows[0], record=rows[1].record))


def test_each_page_is_written_once(rows: list[Row], tmp_path: Path) -> None:
    path = written(tmp_path / "r.parquet", [*rows, *rows])
    assert list(read_rows(path)) == rows


def test_records_link_as_pages_do(rows: list[Row], heap: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "r.parquet", rows)
    with Case.temporary() as read, Case.temporary() as stored:
        read.add([heap])
        report = stored.add([path])
        assert (report.added, report.known, report.failed) == (2, 0, 1)
        assert stored.export() == read.export()
        assert stored.add([path]).known == 2


def test_stopped_by_hand_the_file_holds_what_was_read(rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "r.parquet"
    with pytest.raises(KeyboardInterrupt), RecordsWriter(path) as writer:
        writer.write(rows[0])
        raise KeyboardInterrupt
    assert list(read_rows(str(path))) == rows[:1]
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_what_was_there(rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "r.parquet"
    before = Path(written(path, rows)).read_bytes()
    with pytest.raises(ZeroDivisionError), RecordsWriter(path) as writer:
        writer.write(rows[0])
        raise ZeroDivisionError
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def added(path: str) -> list[tuple[str, str]]:
    with Case.temporary() as case:
        return [(f.code, f.message) for f in case.add([path]).failures]


def test_records_of_another_histor_are_refused(rows: list[Row], tmp_path: Path) -> None:
    other = [msgspec.structs.replace(row, reader="0-0") for row in rows]
    path = written(tmp_path / "r.parquet", other)
    message = (
        f"{path}: its pages were read by another histor (0-0; this is {reader_digest()}); "
        f"read them again: histor read {path} -o again.parquet."
    )
    assert added(path) == [("bad_records", message)]


def test_a_damaged_file_is_told(rows: list[Row], tmp_path: Path) -> None:
    path = Path(written(tmp_path / "r.parquet", rows))
    path.write_bytes(path.read_bytes()[:-50])
    assert [code for code, _ in added(str(path))] == ["bad_records"]
    with pytest.raises(SourceError, match="the file is damaged"):
        list(read_rows(str(path)))


def test_another_parquet_file_is_told(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = str(tmp_path / "articles.parquet")
    pq.write_table(pa.table({"url": ["x"]}), path)
    ((code, message),) = added(path)
    assert code == "bad_records"
    assert "does not hold histor's records" in message


def test_without_the_extra_one_sentence_says_so(
    rows: list[Row],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = written(tmp_path / "r.parquet", rows)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "daft", None)
    with (
        Case.temporary() as case,
        pytest.raises(MissingExtraError, match=r"pip install 'histor\[cluster"),
    ):
        case.add([path])
    assert main(["read", str(tmp_path), "-o", str(tmp_path / "o.parquet")]) == 1
    assert capsys.readouterr().err == (
        "histor: histor read needs a package that a plain install leaves out for its size; "
        "install it with: pip install 'histor[cluster]'.\n"
    )


# --- histor read ------------------------------------------------------------------------------


def test_archives_tables_and_pages_are_read_as_histor_add_reads_them(
    heap: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("daft", reason="needs histor[cluster]")
    import pyarrow as pa
    import pyarrow.parquet as pq

    archive, table = tmp_path / "a.warc.gz", tmp_path / "t.parquet"
    write_archive(archive)
    lines = [json.loads(p.read_text()) for p in sorted(heap.glob("[0-9].json"))]
    pq.write_table(pa.Table.from_pylist(lines), str(table))
    output = str(tmp_path / "r.parquet")
    sources = [str(heap), str(archive), str(table)]
    assert main(["read", *sources, "-o", output, "--json", "--processes", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    # the table's articles are the heap's
    assert (told["read"], told["known"], told["failed"]) == (4, 2, 1)
    with Case.temporary() as read, Case.temporary() as stored:
        read.add(sources[:2])
        stored.add([output])
        documents = {d.id: msgspec.structs.replace(d, location="") for d in read.documents()}
        assert {
            d.id: msgspec.structs.replace(d, location="") for d in stored.documents()
        } == documents
        assert stored.claims() == read.claims()


def write_archive(path: Path) -> None:
    """Write two pages, one compressed, beside what is no page."""
    import gzip
    import io

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    def page(n: int) -> bytes:
        text = f"Boat {n} left Tarn on Friday, officials said. " * 12
        return (
            f"<html><body><article><h1>Boat {n}</h1><p>{text}</p></article></body></html>".encode()
        )

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        writer.write_record(writer.create_warcinfo_record("a", {"software": "test"}))
        for n, (status, kind) in enumerate(
            [
                ("200 OK", "text/html"),
                ("200 OK", "text/html"),
                ("404 No", "text/html"),
                ("200 OK", "image/png"),
            ]
        ):
            body = gzip.compress(page(n)) if n == 1 else page(n)
            headers = [("Content-Type", kind)] + ([("Content-Encoding", "gzip")] if n == 1 else [])
            writer.write_record(
                writer.create_warc_record(
                    f"https://tarn.example/{n}",
                    "response",
                    payload=io.BytesIO(body),
                    http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
                )
            )
