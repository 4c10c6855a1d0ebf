from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from benchmarks.articles import article, read
from histor.link.actors import Actors
from histor.link.cases import link
from histor.link.events import link_events
from histor.link.vectors import News
from histor.records import (
    Date,
    Document,
    Entity,
    Event,
    EventMention,
    EventStatus,
    Name,
    PageRecord,
    Place,
    Span,
)
from tests.sample_records import assault

SENTENCE = "Tarnia shelled Lowmark."


def day(iso: str, until: str | None = None) -> Date:
    return Date(edtf=iso, earliest=iso, latest=until or iso, basis="stated")


def page(
    number: int,
    date: Date | None,
    *,
    trigger: str = "shelled",
    status: EventStatus = "happened",
    actors: tuple[str, ...] = ("ent_a",),
    recipients: tuple[str, ...] = ("ent_b",),
    mode: str | None = None,
    sentence: str = SENTENCE,
) -> PageRecord:
    document = Document(
        id=f"doc_{number}",
        location=f"{number}.txt",
        sha256="0" * 64,
        title=None,
        outlet=None,
        byline=(),
        language="en",
        text=f"{sentence} Lowmark fell.",
        removed=(),
        page_date=None,
    )
    span = Span(document=document.id, start=0, end=len(sentence), text=sentence)
    mention = EventMention(span=span, trigger=trigger, status=status, date=date)
    event = assault(
        f"event_{number}",
        mention,
        mode=mode,
        status=status,
        date=date,
        actors=actors,
        recipients=recipients,
    )
    return PageRecord(document=document, entities=(), claims=(), times=(), events=(event,))


IDS = {"ent_a": "ent_a", "ent_b": "ent_b", "ent_c": "ent_c"}
ENTITIES = tuple(
    Entity(id=i, name=n, kind="place", names=(Name(text=n, count=1),), mentions=())
    for i, n in (("ent_a", "Tarnia"), ("ent_b", "Lowmark"), ("ent_c", "Portobel"))
)


def linked(*pages: PageRecord) -> tuple[Event, ...]:
    news = News(pages, lambda entity: entity)
    results = [
        link_events(order, IDS, ENTITIES, Actors(ENTITIES), news) for order in permutations(pages)
    ]
    assert all(r == results[0] for r in results)
    return tuple(results[0][0])


def test_two_pages_on_one_day_tell_one_event() -> None:
    [event] = linked(page(1, day("2021-05-03")), page(2, day("2021-05-04"), trigger="attack"))
    assert event.documents == 2
    assert event.title == "Tarnia shelled Lowmark"
    assert [m.span.document for m in event.mentions] == ["doc_1", "doc_2"]


def test_an_event_has_the_word_by_which_most_accounts_name_it() -> None:
    told = [
        page(n, day("2021-05-03"), trigger=w) for n, w in enumerate(("shelled", "attack", "attack"))
    ]
    [event] = linked(*told)
    assert event.title == "Tarnia attack Lowmark"


def test_an_event_is_in_the_town_that_an_account_tells_and_not_only_in_its_province() -> None:
    def at(number: int, place: str) -> PageRecord:
        record = page(number, day("2021-05-03"))
        event = msgspec.structs.replace(record.events[0], place=place)
        return msgspec.structs.replace(record, events=(event,))

    province = Place(latitude=1.0, longitude=2.0, geonames_id=7, country="TV", feature="ADM1")
    where = Entity(
        id="ent_p", name="Moor", kind="place", names=(Name(text="Moor", count=1),), mentions=(),
        place=province,
    )  # fmt: skip
    pages = (at(1, "ent_p"), at(2, "ent_p"), at(3, "ent_c"))
    entities = (*ENTITIES, where)
    ids = IDS | {"ent_p": "ent_p"}
    news = News(pages, lambda entity: entity)
    events, _ = link_events(pages, ids, entities, Actors(entities), news)
    assert [event.place for event in events] == ["ent_c"]


@pytest.mark.parametrize(
    "other",
    [
        page(2, day("2021-06-03")),
        page(2, day("2021-05-03"), status="planned"),
        page(2, day("2021-05-03"), recipients=("ent_c",)),
        page(2, None, trigger="attack"),
    ],
)
def test_another_day_status_or_party_is_another_event(other: PageRecord) -> None:
    assert len(linked(page(1, day("2021-05-03")), other)) == 2


def test_an_undated_account_in_the_same_words_joins() -> None:
    assert len(linked(page(1, day("2021-05-03")), page(2, None))) == 1


def test_two_modes_are_two_events() -> None:
    first = page(1, day("2021-05-03"), mode="drone")
    assert len(linked(first, page(2, day("2021-05-03"), mode="abduct"))) == 2


def test_a_vague_interval_alone_binds_nothing() -> None:
    vague = page(2, day("2021-05-01", "2021-05-31"), trigger="attack")
    assert len(linked(page(1, day("2021-05-03")), vague)) == 2


def test_likeness_of_words_alone_binds_nothing() -> None:
    """Two undated raids by one army, told in like words on pages of two stories, stay two."""
    first = page(1, None, trigger="raid", recipients=())
    second = page(2, None, trigger="raid", recipients=())
    assert len(linked(first, second)) == 2


def test_what_is_ahead_is_not_what_was() -> None:
    planned = page(2, day("2021-05-03"), status="predicted")
    assert [e.status for e in linked(page(1, day("2021-05-03")), planned)] == [
        "happened",
        "predicted",
    ]


def test_a_denied_account_is_of_the_same_event() -> None:
    denied = page(2, day("2021-05-03"), status="denied")
    [event] = linked(page(1, day("2021-05-03")), denied)
    assert event.status == "happened"


def test_a_denied_account_is_not_of_the_event_foretold() -> None:
    denied, ahead = page(1, day("2019-03-05"), status="denied"), page(2, None, status="predicted")
    assert len(linked(denied, ahead)) == 2


def test_of_two_days_that_of_more_sentences_is_the_event_s() -> None:
    pages = [page(1, day("2019-03-06")), page(2, day("2019-03-06")), page(3, day("2019-03-05"))]
    copied = [event.date.edtf for event in linked(*pages) if event.date]
    assert copied == ["2019-03-05"]  # all say it in one sentence: the earliest day
    said = page(2, day("2019-03-06"), sentence="Lowmark was shelled by Tarnia.")
    assert [e.date.edtf for e in linked(pages[0], said, pages[2]) if e.date] == ["2019-03-06"]


def killed(number: int, body: str) -> PageRecord:
    [record] = read([article(f"page {number}", body, f"2021-05-{number:02}")])
    return record


def test_whom_a_page_counts_without_a_day_its_own_disaster_struck() -> None:
    told = (
        "The ferry {0} sank off Lowmark on {1}, killing {2} people, the harbour office said.\n\n"
        "The coast guard said {3} people were missing."
    )
    pages = [
        killed(4, told.format("Hale", "Monday", "nine", "thirty")),
        killed(5, told.format("Hale", "Monday", "nine", "thirty")),
        killed(10, told.format("Wend", "Sunday", "two", "four")),
    ]
    missing = [
        {f.low for f in event.figures if f.quantity == "missing"} for event in link(pages).events
    ]
    assert {4.0} in missing
    assert {30.0} in missing


BOAT = (
    "Two teachers were killed on {} when their boat overturned on the lake at Salto, police said."
)
DROWNED = "Two teachers drowned in the lake at Salto on {}, their school said. Their boat capsized."


def test_killed_is_no_attack_where_others_tell_an_accident() -> None:
    told = link([killed(4, BOAT.format("Monday")), killed(5, DROWNED.format("Monday"))])
    deaths = [e for e in told.events if {"killed", "drowned"} & {m.trigger for m in e.mentions}]
    assert [(e.type, e.documents) for e in deaths] == [("OTHER", 2)]


def test_killed_stays_an_attack_beside_deaths_alone() -> None:
    died = "Two teachers died on {} in their boat on the lake at Salto, their school said."
    pages = [killed(4, BOAT.format("Monday")), killed(5, died.format("Monday"))]
    deaths = [e for e in link(pages).events if "killed" in {m.trigger for m in e.mentions}]
    assert {(e.type, e.documents) for e in deaths} == {("ASSAULT", 2)}


def test_killed_stays_an_attack_where_it_is_told_how() -> None:
    shelled = "Two teachers were killed on {} when rebels shelled their boat at Salto, police said."
    told = link([killed(4, shelled.format("Monday")), killed(5, shelled.format("Monday"))])
    deaths = [e for e in told.events if "killed" in {m.trigger for m in e.mentions}]
    assert {e.type for e in deaths} == {"ASSAULT"}


def test_an_event_is_named_by_what_was_done() -> None:
    text = (
        "Gunmen stormed a camp in Nakuru on Sunday, killing forty people. Four teachers were among "
        "those killed."
    )
    pages = [article(f"page {n}", text + f" {n} vans burnt.", "2015-06-02") for n in range(2)]
    titles = [
        e.title for e in link(read(pages)).events if any(m.trigger == "stormed" for m in e.mentions)
    ]
    assert titles and all("stormed" in title for title in titles)
