"""What formats tell of a case that has changed: added, changed, replaced, gone."""

from __future__ import annotations

import datetime as dt
import json

import msgspec
import pytest
import rdflib
from lxml import etree

from histor.extract.events.events import UNJUDGED
from histor.records import CaseExport, Credibility, Document, Event, EventMention, Span
from histor.tell.exports import CaseState, tables
from histor.tell.exports.json_ld import iri
from histor.tell.exports.state import gone
from tests.sample_records import assault
from tests.tell.exports import readers
from tests.tell.exports.test_formats import SDO, one

MONDAY = dt.datetime(2021, 3, 8, 12, tzinfo=dt.UTC)
TUESDAY = MONDAY + dt.timedelta(days=1)


def document(name: str) -> Document:
    return Document(
        id=name, location=f"https://{name}.example/1", sha256="0" * 64, title=name, outlet=name,
        byline=(), language="en", text="They fought.", removed=(), page_date=None,
    )  # fmt: skip


def account(page: str) -> EventMention:
    span = Span(document=page, start=0, end=12, text="They fought.")
    return EventMention(span=span, trigger="fought", status="happened")


def record(*events: Event, pages: str) -> CaseExport:
    return CaseExport(
        documents=tuple(document(p) for p in pages), origins=(), stories=(), entities=(), claims=(),
        events=events, findings=(), warnings=(), relations=(), times=(), failures=(),
    )  # fmt: skip


@pytest.fixture
def changed() -> CaseState:
    """On Monday three pages told an event each; on Tuesday a fourth made the first two one."""
    before = record(
        assault("event_b", account("b"), title="fought"),
        assault("event_c", account("c"), title="fought"),
        assault("event_d", account("d"), title="fought"),
        pages="bcd",
    )
    joined = assault("event_b", *(account(p) for p in "abc"), title="fought")
    after = record(joined, before.events[2], pages="abcd")
    added = dict.fromkeys("bcd", MONDAY) | {"a": TUESDAY}
    return CaseState(
        record=after, name="fight", as_of=TUESDAY, added=added, before=before, before_as_of=MONDAY
    )


def test_what_became_another_s_is_gone_and_has_an_heir(changed: CaseState) -> None:
    assert changed.before is not None
    [old] = gone(changed.before, changed.record)
    assert old == ("event", "event_c", "event_b")
    assert not list(gone(changed.record, changed.record))


def test_what_nothing_tells_any_more_has_no_heir(changed: CaseState) -> None:
    less = record(changed.record.events[0], pages="abc")
    assert {(g.id, g.replaced_by) for g in gone(changed.record, less)} == {
        ("event_d", None),
        ("d", None),
    }


def test_the_changes_are_a_table(changed: CaseState) -> None:
    rows = set(tables(changed.record, changed.before)["changes"].rows)
    assert rows == {
        ("document", "a", "added", None),
        ("event", "event_b", "changed", None),
        ("event", "event_c", "removed", "event_b"),
    }
    assert "changes" in readers.read_xlsx(one(changed, "xlsx"))


def test_json_lines_end_with_what_is_gone(changed: CaseState) -> None:
    last = json.loads(one(changed, "jsonl").splitlines()[-1])
    assert last["kind"] == "removed"
    assert last["value"] == {"kind": "event", "id": "event_c", "replaced_by": "event_b"}


def test_stix_revokes_and_keeps_what_is_as_it_was(changed: CaseState) -> None:
    objects = readers.read_stix(one(changed, "stix"))
    incidents = {o["external_references"][0]["external_id"]: o for o in objects.values()
                 if o["type"] == "incident"}  # fmt: skip
    assert incidents["c"]["revoked"]
    assert incidents["c"]["modified"] == TUESDAY
    assert incidents["a"]["created"] == MONDAY
    assert incidents["a"]["modified"] == TUESDAY
    assert incidents["d"]["modified"] == MONDAY
    assert not incidents["d"].get("revoked")


def test_a_changed_judgement_alone_is_a_new_version(changed: CaseState) -> None:
    doubtful = Credibility(admiralty=4, wording="doubtful", why="denied since")
    event = msgspec.structs.replace(changed.record.events[1], credibility=doubtful)
    after = record(changed.record.events[0], event, pages="abcd")
    objects = readers.read_stix(one(msgspec.structs.replace(changed, record=after), "stix"))
    [told] = [o for o in objects.values() if o.get("confidence") == 30]
    assert (told["created"], told["modified"]) == (MONDAY, TUESDAY)
    assert doubtful != UNJUDGED


def test_atom_has_a_tombstone_and_only_what_changed(changed: CaseState) -> None:
    feed = one(changed, "atom")
    [entry] = readers.read_atom(feed)
    assert entry.id == iri("event_b")
    assert entry.updated == "2021-03-09T12:00:00Z"
    assert entry.published == "2021-03-08T12:00:00Z"
    [tomb] = etree.fromstring(feed).findall(readers.TOMBSTONE)
    assert dict(tomb.attrib) == {"ref": iri("event_c"), "when": "2021-03-09T12:00:00Z"}


def test_a_sentence_that_tells_an_event_twice_is_quoted_once(changed: CaseState) -> None:
    event = changed.record.events[1]
    twice = msgspec.structs.replace(
        event,
        mentions=(*event.mentions, msgspec.structs.replace(event.mentions[0], trigger="They")),
    )
    state = msgspec.structs.replace(changed, record=record(twice, pages="d"), before=None)
    for name in ("atom", "stix", "jsonld"):
        assert one(state, name).count(b"They fought.") == 1, name


def test_json_ld_says_what_replaced_what(changed: CaseState) -> None:
    graph = readers.read_json_ld(one(changed, "jsonld"))
    [action] = graph.subjects(rdflib.RDF.type, SDO.ReplaceAction)
    assert str(graph.value(action, SDO.replacee)) == iri("event_c")
    assert str(graph.value(action, SDO.replacer)) == iri("event_b")


def test_ids_are_for_ever() -> None:
    """Programs keep these ids: a change here breaks every store that was filled before."""
    assert iri("event_b") == "urn:uuid:231972bd-fa52-51c2-8fff-2b7c20ae97cd"
