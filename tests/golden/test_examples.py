"""The sample pages, from bytes to export, held against what a careful reader finds on them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import histor
from histor.records import CaseExport, Document, Event
from histor.tell import export_json, export_schema
from tests.golden.record import record_lines

EXAMPLES = Path(__file__).parents[2] / "examples"
ANSWERS: dict[str, Any] = json.loads((EXAMPLES / "answers.json").read_text(encoding="utf-8"))
PAGES: dict[str, dict[str, Any]] = ANSWERS["pages"]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> CaseExport:
    with histor.open(tmp_path_factory.mktemp("case") / "sample.db") as case:
        case.add([EXAMPLES / "pages"])
        return case.export()


@pytest.fixture(scope="module")
def documents(export: CaseExport) -> dict[str, Document]:
    return {d.location.rpartition("/")[2]: d for d in export.documents}


def test_every_page_with_a_story_is_read(
    export: CaseExport, documents: dict[str, Document]
) -> None:
    assert set(documents) == set(PAGES)
    assert [f.code for f in export.failures] == ["no_story"]


@pytest.mark.parametrize("name", PAGES)
def test_what_the_page_says_of_itself(name: str, documents: dict[str, Document]) -> None:
    document, answer = documents[name], PAGES[name]
    assert document.title == answer["title"]
    assert document.outlet == answer["outlet"]
    assert list(document.byline) == answer["byline"]
    assert (document.page_date and document.page_date.edtf) == answer["page_date"]
    assert document.language == "en"


@pytest.mark.parametrize("name", PAGES)
def test_story_without_furniture_and_without_loss(
    name: str, documents: dict[str, Document]
) -> None:
    document, answer = documents[name], PAGES[name]
    for words in answer["story"]:
        assert words in document.text
    for words in answer["furniture"]:
        assert words not in document.text


def test_hostile_text_is_in_no_story(documents: dict[str, Document]) -> None:
    for words in ANSWERS["case"]["must_not"]["text_anywhere"]:
        assert all(words not in d.text for d in documents.values())


def test_time_expressions(export: CaseExport, documents: dict[str, Document]) -> None:
    wrong = []
    for name, answer in PAGES.items():
        found = {
            t.span.text: t.date.edtf
            for t in export.times
            if t.document == documents[name].id and t.date
        }
        wrong += [
            (name, words, edtf, found.get(words))
            for words, edtf in answer["times"].items()
            if found.get(words) != edtf
        ]
    assert not wrong


def test_claims(export: CaseExport, documents: dict[str, Document]) -> None:
    """The model decides here: eight in ten must be found, seven in ten with act and marks right."""
    wanted = found = right = 0
    for name, answer in PAGES.items():
        claims = [c for c in export.claims if c.document == documents[name].id]
        for want in answer["claims"]:
            wanted += 1
            hits = [
                c
                for c in claims
                if want["content"] in c.content.text
                and c.source
                and (
                    want["source"] in c.source.text
                    or any(
                        want["source"] in n.text
                        for e in export.entities
                        if e.id == c.source.entity
                        for n in e.names
                    )
                )
            ]
            found += bool(hits)
            right += any(
                c.quoted == want.get("quoted", c.quoted) and c.act == want.get("act", c.act)
                for c in hits
            )
    assert found >= 0.8 * wanted, f"{found} of {wanted} claims found"
    assert right >= 0.7 * wanted, f"{right} of {wanted} claims right"


def test_entities(export: CaseExport) -> None:
    names = {(e.kind, n.text) for e in export.entities for n in e.names}
    wanted = [tuple(e) for e in ANSWERS["case"]["entities"]]
    missing = [e for e in wanted if e not in names]
    assert len(missing) <= len(wanted) // 10, missing
    for name in ANSWERS["case"]["must_not"]["person"]:
        assert ("person", name) not in names


def test_every_span_holds_its_words(export: CaseExport) -> None:
    texts = {d.id: d.text for d in export.documents}
    spans = list(_spans(json.loads(export_json(export))))
    assert len(spans) > 500
    for span in spans:
        assert texts[span["document"]][span["start"] : span["end"]] == span["text"]


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"document", "start", "end", "text"}:
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def test_export_follows_its_schema(export: CaseExport) -> None:
    jsonschema.validate(json.loads(export_json(export)), export_schema())


def test_any_order_of_arrival_gives_the_same_bytes(export: CaseExport, tmp_path: Path) -> None:
    pages = sorted((EXAMPLES / "pages").iterdir(), reverse=True)
    with histor.open(tmp_path / "case.db") as case:
        for page in pages[:9]:
            case.add([page])
        case.add(pages[9:])
        again = case.add([EXAMPLES / "pages"])
        assert again.added == 0
        assert export_json(case.export()) == export_json(export)


def events_of(export: CaseExport, trigger: str) -> list[Event]:
    return [e for e in export.events if any(m.trigger == trigger for m in e.mentions)]


def names_of(export: CaseExport, ids: tuple[str, ...]) -> set[str]:
    return {e.name for e in export.entities if e.id in ids}


def test_events_have_types_parties_and_days(export: CaseExport) -> None:
    [accused] = [e for e in events_of(export, "accused") if e.documents > 1]
    assert accused.type == "ACCUSE"
    assert names_of(export, accused.actors) == {"Ignacio Beltrame"}
    assert "Paraguay" in names_of(export, accused.recipients)
    signed = [e for e in events_of(export, "signed") if e.date and e.date.edtf == "2019-03-12"]
    assert signed
    assert "Uruguay" in names_of(export, signed[0].actors)


def test_what_a_speaker_says_of_its_own_boats_is_the_speaker_s(export: CaseExport) -> None:
    [opened] = events_of(export, "opened fire")
    assert names_of(export, opened.actors) == {"Paraguayan Defence Ministry"}
    denied = {m.status for m in opened.mentions if m.trigger == "opened fire"}
    assert denied == {"denied"}  # another page says that they fired


def test_a_toll_keeps_its_wording(export: CaseExport) -> None:
    figures = [f for e in export.events for f in e.figures if f.quantity == "killed"]
    assert any((f.low, f.high) == (11, None) and "at least" in f.span.text for f in figures)
    assert all(f.span.text for f in figures)


def test_a_toll_told_apart_from_its_deed_is_the_deed_s(export: CaseExport) -> None:
    [blast] = [e for e in events_of(export, "explosion") if e.origins > 2]
    assert blast.date is not None
    assert blast.date.edtf == "2019-03-07"
    assert {f.low for f in blast.figures if f.quantity == "killed"} >= {11, 13, 14}
    [fire] = [e for e in events_of(export, "fire") if e.documents > 1]
    assert "died" in {m.trigger for m in fire.mentions}


def test_what_did_not_happen_is_not_told_as_happened(export: CaseExport) -> None:
    for trigger in ("visit", "reject", "shot"):
        for event in events_of(export, trigger):
            assert event.status != "happened"


def test_copies_are_one_origin_and_count_once(
    export: CaseExport, documents: dict[str, Document]
) -> None:
    copied = ("01_deltawire.html", "02_rivertimes_copy.html", "03_harbourpost_nocredit.html")
    retold = (*copied, "04_rewrite.txt")
    assert len({documents[name].origin for name in retold}) == 1
    assert len({d.origin for d in documents.values()}) == len(documents) - 3
    [origin] = [o for o in export.origins if len(o.documents) > 1]
    rewrite = documents["04_rewrite.txt"].id
    assert {x.kind for x in origin.links if x.from_ == rewrite} == {"rewrite"}
    assert {x.kind for x in origin.links if rewrite not in (x.from_, x.to)} == {"copy"}
    [accused] = [e for e in events_of(export, "accused") if e.documents > 1]
    assert (accused.documents, accused.origins) == (3, 1)
    assert {f.kind for f in export.findings} >= {"copied_text", "undated_page"}


def test_what_to_make_of_the_sample_pages(export: CaseExport) -> None:
    """The traps that the pages were written with: answers by hand."""
    by_kind: dict[str, list[str]] = {}
    for finding in export.findings:
        by_kind.setdefault(finding.kind, []).append(finding.summary)
    [stale] = by_kind["stale_page_date"]
    assert "2019-11-22" in stale
    assert "2019-03-08" in stale
    corrected, counted = sorted(by_kind["figure_conflict"], key=lambda s: "Eleven" in s)
    assert "“14”" in corrected
    assert "“13”" in corrected
    assert "corrects the number" in corrected
    assert "“Eleven”" in counted  # the union's count of the day on which the hospital told 14
    assert "“14”" in counted
    assert any("Paraguayan Defence Ministry" in s for s in by_kind["denial"])
    [day] = [s for s in by_kind["contradiction"] if "dated" in s]
    assert "“Thursday”" in day
    assert "“Wednesday”" in day
    [safe] = [s for s in by_kind["contradiction"] if s != day]
    assert "safe”" in safe
    assert "clerk died”" in safe
    assert "name_mismatch" not in by_kind
    outcomes = {(w.event_type, w.outcome) for w in export.warnings}
    assert (
        "RETREAT",
        "open",
    ) in outcomes  # that the locks will reopen is said, that they did is not
    assert any("evacuated in time" in s for s in by_kind["attribution_mismatch"])


def test_the_record_is_the_one_that_was_reviewed(export: CaseExport) -> None:
    # processors round the quantised model differently: a line in forty may fall otherwise
    reviewed = set((Path(__file__).parent / "record.txt").read_text(encoding="utf-8").splitlines())
    lines = set(record_lines(export))
    changed = sorted(f"- {x}" for x in reviewed - lines) + sorted(
        f"+ {x}" for x in lines - reviewed
    )
    assert len(changed) <= len(reviewed) // 40, "\n".join(
        ["the record changed; review it, then: make golden", *changed]
    )
