"""Some days of the record, and made heaps: what both say stands on their pages."""

from __future__ import annotations

import datetime as dt
import errno
from itertools import islice
from pathlib import Path

import msgspec
import pytest

import histor
from benchmarks.big_heaps import Made, add, heap
from histor import case as case_module
from histor.cli.main import main
from histor.errors import CaseError
from histor.records import CaseExport, Event
from histor.shelf import Shelf
from histor.store import Store
from histor.store.evidence import mismatches
from histor.store.kept import read
from histor.store.references import ids_of, references
from histor.tell import export_json

PAGES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "sample.case"
    with histor.open(path) as case:
        case.add([PAGES])
    return path


def sound(export: CaseExport) -> None:
    """Hold a record against its own pages and ids."""
    assert list(mismatches(export, {d.id: d.text for d in export.documents})) == []
    known = ids_of(export)
    assert [r for r in references(export) if r.id not in known.get(r.kind, ())] == []


def written(export: CaseExport, first: str, last: str) -> set[str]:
    days = {d.id: d.written for d in export.documents}
    return {i for i, d in days.items() if d is not None and d.earliest >= first and d.latest < last}


def middle(export: CaseExport) -> tuple[dt.date, dt.date]:
    days = sorted(d.written.first for d in export.documents if d.written is not None)
    return days[len(days) // 3], days[2 * len(days) // 3]


def test_the_record_of_some_days(path: Path) -> None:
    with histor.open(path) as case:
        whole = case.export()
        first, last = middle(whole)
        some = case.export(first, last)
        html = case.render(after=first, before=last)
    own = written(whole, first.isoformat(), last.isoformat())
    assert 0 < len(own) < len(whole.documents)
    sound(some)
    assert {c.document for c in some.claims} <= own <= {d.id for d in some.documents}
    # pages that are set against them are there, and nothing else that they say
    cited = {d for f in some.findings for d in f.documents}
    cited |= {s.document for x in some.disputes for a in x.accounts for s in a.evidence}
    assert {d.id for d in some.documents} <= own | cited | {
        s.document for w in some.warnings for s in w.evidence
    }
    assert [c.content for c in some.claims] == [
        c.content for c in whole.claims if c.document in own
    ]
    assert {e.id for e in some.events} == {
        e.id for e in whole.events if own & {m.span.document for m in e.mentions}
    }
    told = {e.id: (e.documents, e.origins, e.credibility) for e in whole.events}
    assert all((e.documents, e.origins, e.credibility) == told[e.id] for e in some.events)
    assert [f.summary for f in some.findings] == [
        f.summary for f in whole.findings if own & set(f.documents)
    ]
    assert f"pages written from {first.day} " in html


def test_days_of_a_kept_record_are_those_of_one_that_is_not(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with histor.open(path) as case:
        first, last = middle(case.export())
        expected = case.export(first, last), case.export(first), case.export(before=last)
        whole = export_json(case.export())
    monkeypatch.setattr(case_module, "_KEPT_PAGES", 2)
    for _ in range(2):  # once made and kept, once read back
        with histor.open(path) as case:
            found = case.export(first, last), case.export(first), case.export(before=last)
            assert found == expected
            assert export_json(case.export()) == whole


def test_days_on_the_command_line(path: Path, tmp_path: Path) -> None:
    with histor.open(path) as case:
        first, last = middle(case.export())
        expected = case.export(first, last)
    days = ["--after", first.isoformat(), "--before", last.isoformat()]
    target = tmp_path / "days.json"
    assert main(["export", str(path), *days, "-o", str(target)]) == 0
    assert msgspec.json.decode(target.read_bytes(), type=CaseExport) == expected
    report = tmp_path / "days.md"
    assert main(["report", str(path), *days, "-o", str(report)]) == 0
    assert f"pages written from {first.day} " in report.read_text(encoding="utf-8")


def test_days_that_cannot_be(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--after", "2023-05-02", "--before", "2023-05-02"]
    assert main(["report", str(path), *days, "-o", "-"]) == 2
    assert "no day is after --after and before --before" in " ".join(
        capsys.readouterr().err.split()
    )
    assert main(["export", str(path), "--after", "2023", "--since", "2023-05-02"]) == 2
    assert "look at the whole case" in " ".join(capsys.readouterr().err.split())


def test_a_made_heap_is_whole_and_its_copies_are_one_origin(path: Path, tmp_path: Path) -> None:
    with Store(str(path)) as store:
        pool = [r for r in store.records() if r.document.page_date is not None]
    made: list[Made] = list(islice(heap(pool), 3 * len(pool)))
    known = add(tmp_path / "made.case", made)
    assert any(k.copy_of for _, k in known)
    assert any(k.told_again for _, k in known)
    with histor.open(tmp_path / "made.case") as case:
        assert case.check().faults == ()
        export = case.export()
    sound(export)
    origin = {d.id: d.origin for d in export.documents}
    assert all(origin[d] == origin[k.copy_of] for d, k in known if k.copy_of in origin)
    # pages that come in another order, some twice, are the same record
    add(tmp_path / "again.case", [*made[::-1], *made[5:9]])
    with histor.open(tmp_path / "again.case") as case:
        assert export_json(case.export()) == export_json(export)


def test_the_pieces_of_a_record_are_read_one_at_a_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for pages in (2, 1000):  # kept in the file, and held by this program
        monkeypatch.setattr(case_module, "_KEPT_PAGES", pages)
        with histor.open(path) as case, case.kept() as kept:
            assert tuple(read(kept, "events", Event)) == case.export().events


def test_no_room_for_temporary_files_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Shelf[object], item: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Shelf, "append", full)
    with histor.open(path) as case, pytest.raises(CaseError, match="set TMPDIR to a folder"):
        case.export()
