from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import histor
from histor import stages
from histor.case import Case, Progress
from histor.link import judge
from histor.records import CaseExport, Entity, Page, PageRecord, Span
from histor.store import Store
from histor.tell.contract import export_json
from tests.sample_heaps import STORIES, article, write_heap, write_many
from tests.sample_records import Sample, sample


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_heap(tmp_path_factory.mktemp("case"))


@pytest.fixture(scope="module")
def export(heap: Path) -> CaseExport:
    with Case.temporary() as case:
        case.add([heap])
        return case.export()


# --- the record -------------------------------------------------------------------------------


def test_pages_become_a_record(export: CaseExport) -> None:
    assert {d.title for d in export.documents} == {story[0] for story in STORIES}
    assert export.claims
    assert export.entities
    assert export.times
    tarn = [e for e in export.entities if e.name == "Tarn"]
    assert any(len({m.document for m in e.mentions}) == 2 for e in tarn)


def test_every_page_is_in_one_story(export: CaseExport) -> None:
    stories = {d: s.id for s in export.stories for d in s.documents}
    assert {d.id: d.story for d in export.documents} == stories


def test_every_page_has_an_origin(export: CaseExport) -> None:
    origins = {d: o.id for o in export.origins for d in o.documents}
    assert {d.id: d.origin for d in export.documents} == origins


def spans(item: object) -> list[Span]:
    if isinstance(item, Span):
        return [item]
    if isinstance(item, msgspec.Struct):
        return [s for f in item.__struct_fields__ for s in spans(getattr(item, f))]
    if isinstance(item, tuple):
        return [s for part in item for s in spans(part)]
    return []


def test_every_span_holds_its_words(export: CaseExport) -> None:
    texts = {d.id: d.text for d in export.documents}
    found = spans(export)
    assert found
    assert all(texts[s.document][s.start : s.end] == s.text for s in found)


def test_views_are_the_export_s(heap: Path) -> None:
    with Case.temporary() as case:
        case.add([str(heap)])
        whole = case.export()
        assert case.documents() == whole.documents
        assert case.entities() == whole.entities
        assert case.claims() == whole.claims
        assert case.events() == whole.events
        assert case.findings() == whole.findings
        assert case.times() == whole.times
        days = [t.date.earliest for t in case.timeline() if t.date]
        assert days == sorted(days)
        assert len(days) == len(case.timeline()) == sum(t.date is not None for t in whole.times)
        page = case.page(whole.documents[0].id)
        assert page is not None
        assert page.document_id == whole.documents[0].id
        assert [h.document for h in case.search("ferry suspended")] == [
            d.id for d in whole.documents if d.title == STORIES[0][0]
        ]


# --- adding -----------------------------------------------------------------------------------


def test_adding_again_changes_nothing(heap: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with histor.open(path) as case:
        first = case.add([heap])
        before = export_json(case.export())
    with histor.open(path) as case:
        second = case.add([heap])
        assert export_json(case.export()) == before
        assert len(case.judgements()) == len({(j.left, j.right) for j in case.judgements()})
    assert (first.added, first.known, first.failed) == (2, 0, 0)
    assert (second.added, second.known, second.failed) == (0, 2, 0)


def test_known_pages_are_not_read_again(heap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Case.temporary() as case:
        case.add([heap])
        read: list[Page] = []
        monkeypatch.setattr(stages, "clean", read.append)
        assert case.add([heap, heap]).known == 4
        assert read == []


def test_pages_in_any_order_give_the_same_bytes(heap: Path, export: CaseExport) -> None:
    with Case.temporary() as case:
        for path in sorted(heap.iterdir(), reverse=True):
            case.add([path])
        assert export_json(case.export()) == export_json(export)


def test_a_bad_page_costs_no_other(heap: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"{")
    with Case.temporary() as case:
        report = case.add([bad, heap, tmp_path / "none.html"])
        assert (report.added, report.failed) == (2, 2)
        assert [f.location for f in case.failures()] == sorted(
            [str(bad), str(tmp_path / "none.html")]
        )
        assert case.export().failures == case.failures()


def test_a_page_that_later_succeeds_is_no_failure(tmp_path: Path) -> None:
    page = tmp_path / "page.json"
    with Case.temporary() as case:
        case.add([page])
        assert len(case.failures()) == 1
        page.write_text(json.dumps(article(*STORIES[0])), encoding="utf-8")
        assert case.add([page]).added == 1
        assert case.failures() == ()


@pytest.mark.parametrize("stage", ["clean", "extract"])
def test_a_bug_in_a_stage_costs_one_page(
    heap: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    sound = getattr(stages, stage)

    def breaking(page: object, *rest: object) -> object:
        if "sunk" in str(page):
            raise ZeroDivisionError
        return sound(page, *rest)

    monkeypatch.setattr(stages, stage, breaking)
    with Case.temporary() as case:
        report = case.add([heap])
        assert report.added == 1
        assert [f.code for f in report.failures] == ["internal"]
        assert f"in its {stage} stage" in report.failures[0].message


def test_half_characters_in_names_and_texts_are_replaced(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"odd\xff.json")
    story = article(*STORIES[0])
    odd.write_text(json.dumps({**story, "maintext": story["maintext"] + " \ud83d"}))
    with Case.temporary() as case:
        report = case.add([odd])
        assert report.added + report.failed == 1
        assert export_json(case.export()).decode()


def test_progress_counts_every_page(heap: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    with Case.temporary() as case:
        case.add([heap, tmp_path / "none.html", heap], progress=told.append)
    last = told[-1]
    assert (last.added, last.known, last.failed) == (2, 2, 1)
    assert len(told) == 5


def test_interrupted_adding_keeps_what_was_read(tmp_path: Path) -> None:
    many = write_many(tmp_path / "many.jsonl", 20)

    def interrupt(now: Progress) -> None:
        if now.added == 16:
            raise KeyboardInterrupt

    with histor.open(tmp_path / "a.case") as case, pytest.raises(KeyboardInterrupt):
        case.add([many], progress=interrupt)
    with histor.open(tmp_path / "a.case") as case:
        assert len(case.documents()) == 16
        assert case.add([many]).added == 4


def test_a_report_is_written(heap: Path, tmp_path: Path) -> None:
    with Case.temporary() as case:
        case.add([heap])
        page = case.report(tmp_path / "report.html")
        text = case.report(tmp_path / "report.md", "markdown")
    assert STORIES[0][0] in page.read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8").startswith("<!")
    assert text.read_text(encoding="utf-8").startswith("# ")


# --- any order, by hand-made records ----------------------------------------------------------

SAMPLES = (
    sample(
        "1",
        "Marta Kovač said in Tarn that the ferry was late.",
        names=[("Marta Kovač", "person"), ("Tarn", "place")],
        said=("Marta Kovač", "said", "the ferry was late"),
    ),
    sample(
        "2",
        "MARTA KOVAC spoke on Friday.",
        names=[("MARTA KOVAC", "person")],
        day=("Friday", "2021-03-12"),
    ),
    sample("3", "Lenka left Tarn.", names=[("Lenka", "person"), ("Tarn", "place")]),
)


def exported(order: list[Sample]) -> bytes:
    with Store() as store:
        for one in order:
            store.put([one], judge(one.record))
        return export_json(Case(store).export())


EXPECTED = exported(list(SAMPLES))


@settings(max_examples=30)
@given(
    st.permutations(SAMPLES).flatmap(
        lambda order: st.lists(st.sampled_from(SAMPLES), max_size=3).map(
            lambda again: [*order, *again]
        )
    )
)
def test_any_order_of_arrival_gives_the_same_bytes(order: list[Sample]) -> None:
    assert exported(order) == EXPECTED


def test_a_persons_word_survives_adding_more() -> None:
    for order in permutations(SAMPLES):
        with Store() as store:
            case = Case(store)
            store.put(SAMPLES, [j for s in SAMPLES for j in judge(s.record)])
            ids = {e.name: e.id for e in case.entities()}
            case.judge(
                histor.Judgement(
                    left=ids["Lenka"],
                    right=ids["Marta Kovač"],
                    verdict="same",
                    by="Ines",
                    score=1.0,
                    reasons=("The same harbour master.",),
                )
            )
            store.put(order, [j for s in order for j in judge(s.record)])
            people = [e for e in case.entities() if e.kind == "person"]
            assert [len(e.mentions) for e in people] == [3]


# --- public names -----------------------------------------------------------------------------


def test_every_public_name_is_there() -> None:
    assert sorted(set(histor.__all__)) == sorted(histor.__all__)
    for name in histor.__all__:
        assert getattr(histor, name) is not None


def test_every_public_name_is_documented() -> None:
    described = (Path(__file__).parents[1] / "docs" / "python.md").read_text(encoding="utf-8")
    names = [*histor.__all__, *(n for n in vars(Case) if not n.startswith("_"))]
    assert [n for n in names if not re.search(rf"`(histor\.|[cC]ase\.)?{n}\b", described)] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'shut'"):
        histor.shut  # noqa: B018


def test_records_decode_from_the_export(export: CaseExport) -> None:
    assert msgspec.json.decode(export_json(export), type=CaseExport) == export
    assert isinstance(export.entities[0], Entity)
    assert PageRecord.__struct_config__.frozen


@pytest.mark.parametrize("form", [str, Path])
def test_one_source_needs_no_list(form: type) -> None:
    page = next((Path(__file__).parents[1] / "examples" / "pages").glob("01*"))
    with histor.Case.temporary() as case:
        assert case.add(form(page)).added == 1


def test_a_kept_record_is_reported_without_what_reads_links_and_judges() -> None:
    code = "import histor.case, histor.tell.forms, sys; print({'spacy', 'trafilatura'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
