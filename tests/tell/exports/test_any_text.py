"""Any text at all: what a page may call an event, a person, an outlet or itself."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from histor.records import CaseExport, ClaimSource, Event
from histor.tell.exports import CaseState, table
from tests.tell.exports import readers
from tests.tell.exports.test_formats import many, one

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
tried = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def smallest(few: CaseState) -> CaseState:
    """One event of one page with a source, and who is named there."""
    event = next(e for e in few.record.events if e.actors and e.date)
    return msgspec.structs.replace(few, record=_alone(few.record, event))


def _alone(record: CaseExport, event: Event) -> CaseExport:
    page = event.mentions[0].span.document
    [claim, *_] = [c for c in record.claims if c.document == page and c.source]
    return msgspec.structs.replace(
        record,
        documents=tuple(d for d in record.documents if d.id == page),
        events=(msgspec.structs.replace(event, mentions=event.mentions[:1], figures=()),),
        claims=(msgspec.structs.replace(claim, events=(), same_as=()),),
        entities=tuple(
            msgspec.structs.replace(e, mentions=tuple(s for s in e.mentions if s.document == page))
            for e in record.entities
        ),
        figures=tuple(f for f in record.figures if f.span.document == page),
        origins=(), findings=(), warnings=(), relations=(),
    )  # fmt: skip


def called(state: CaseState, text: str) -> CaseState:
    record = state.record
    [document], [event], [claim] = record.documents, record.events, record.claims
    assert claim.source
    source = ClaimSource(text=text, span=claim.source.span, entity=claim.source.entity)
    replace = msgspec.structs.replace
    return replace(
        state,
        name=text,
        record=replace(
            record,
            documents=(replace(document, title=text, outlet=text, location=text, byline=(text,)),),
            events=(replace(event, title=text),),
            claims=(replace(claim, source=source),),
            entities=tuple(replace(e, name=text) for e in record.entities),
        ),
    )


@tried
@given(text=ANY)
def test_workbook_and_feed(smallest: CaseState, text: str) -> None:
    state = called(smallest, text)
    assert len(readers.read_xlsx(one(state, "xlsx"))["events"]) == 1
    assert len(readers.read_atom(one(state, "atom"))) == 1


@tried
@given(text=ANY)
def test_lines_and_columns(smallest: CaseState, text: str) -> None:
    state = called(smallest, text)
    assert len(readers.read_polecat(one(state, "polecat"))) <= 1
    assert readers.read_ftm(one(state, "ftm"))
    assert len(readers.read_timemap(many(state, "timemap"))["sources.json"]) == 1
    assert one(state, "csv").count(b"\r\n") == 2


@tried
@given(text=ANY)
def test_stix_and_json_ld(smallest: CaseState, text: str) -> None:
    state = called(smallest, text)
    assert readers.read_stix(one(state, "stix"))
    assert json.loads(one(state, "jsonld"))


@tried
@given(text=ANY)
def test_tables_keep_every_character(smallest: CaseState, text: str) -> None:
    made = table(called(smallest, text).record, "claims")
    at = [c.name for c in made.columns].index("source")
    assert made.rows[0][at] == text
    assert made.to_polars()["source"][0] == text
    assert made.to_arrow()["source"][0].as_py() == text
