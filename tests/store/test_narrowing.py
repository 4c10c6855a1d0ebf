from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from histor.records import CleanPage, Date, EntityKind, EventMention, Page, PageRecord
from histor.store import Store
from tests.sample_records import assault, sample, span

Stored = tuple[Page, CleanPage, PageRecord]


def dated(page: Stored, edtf: str, first: str, last: str) -> Stored:
    date = Date(edtf=edtf, earliest=first, latest=last, basis="page")
    document = msgspec.structs.replace(page[2].document, page_date=date)
    record = msgspec.structs.replace(page[2], document=document)
    return page[0], msgspec.structs.replace(page[1], document=document), record


def doing(page: Stored, doer: int) -> Stored:
    """Make the whole text the account of an attack by an entity of the page."""
    record = page[2]
    text = span(record.document, record.document.text)
    mention = EventMention(span=text, trigger="attacked", status="happened")
    event = assault("event", mention, actors=(record.entities[doer].id,))
    return page[0], page[1], msgspec.structs.replace(record, events=(event,))


ARMY: tuple[str, EntityKind] = ("Tarn Army", "organization")
TARN: tuple[str, EntityKind] = ("Tarn", "place")
PAGES = (
    dated(
        sample(
            "1",
            "Marta Kovač said nobody was hurt in Tarn.",
            names=(("Marta Kovač", "person"), TARN),
            said=("Marta Kovač", "said", "nobody was hurt in Tarn"),
            outlet="Coast Weekly",
        ),
        "2021-03-12",
        "2021-03-12",
        "2021-03-12",
    ),
    dated(
        doing(
            sample(
                "2",
                "The Tarn Army attacked Upper Tarn.",
                names=(ARMY, ("Upper Tarn", "place")),
                outlet="Tarn Post",
            ),
            0,
        ),
        "2021-04",
        "2021-04-01",
        "2021-04-30",
    ),
    sample("3", "Nobody attacked the Tarn Army.", names=(ARMY,), outlet="Kovač Press"),
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store() as opened:
        opened.put(PAGES)
        yield opened


def found(store: Store, query: str) -> list[str]:
    of = {page[2].document.id: page[0].key for page in PAGES}
    return [of[hit.document] for hit in store.search(query, 10)]


def marked(store: Store, query: str) -> list[str]:
    return [match.text for hit in store.search(query, 10) for match in hit.matches]


def test_a_source_is_an_outlet_or_a_speaker(store: Store) -> None:
    assert sorted(found(store, "source:kovac")) == ["1", "3"]
    assert found(store, 'source:"coast weekly"') == ["1"]
    assert found(store, "source:coas") == []
    assert found(store, "source:coas*") == ["1"]
    assert marked(store, "source:kovač nobody hurt") == ["Marta Kovač", "nobody", "hurt"]


def test_an_actor_does_something_on_the_page(store: Store) -> None:
    assert found(store, 'actor:"Tarn army"') == ["2"]
    assert marked(store, "actor:army") == ["Tarn Army"]
    assert found(store, "actor:kovač") == []


def test_a_place_is_named_as_a_place(store: Store) -> None:
    assert found(store, "place:tarn") == ["2", "1"]
    assert found(store, 'place:"upper tarn"') == ["2"]


def test_dates_are_half_open_and_a_page_must_lie_within(store: Store) -> None:
    assert found(store, "after:2021-03-12") == ["2", "1"]
    assert found(store, "after:2021-03 before:2021-04") == ["1"]
    assert found(store, "before:2021-04-15") == ["1"]
    assert found(store, "after:2021-03-13 nobody") == []


def test_all_fields_must_hold(store: Store) -> None:
    assert found(store, 'place:tarn source:post actor:"tarn army" attacked') == ["2"]
    assert found(store, "place:tarn source:post source:weekly") == []
    assert found(store, "actor:army nobody") == []
