"""Pictures: what they show, in words too, and that a page's words cannot break them."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from histor.extract.events.events import UNJUDGED
from histor.records import (
    CaseExport,
    Date,
    Document,
    Entity,
    Event,
    EventMention,
    EventStatus,
    Name,
    Origin,
    OriginCredit,
    OriginLink,
    Place,
    Relation,
    Span,
)
from histor.tell import docx, html, markdown
from histor.tell.blocks import Picture
from histor.tell.pictures import pictures_of

SVG = "{http://www.w3.org/2000/svg}"
TEXT = "Shells fell on Tarvik."
HOSTILE = '<script>ran()</script>" onload=ran() \u202e\u0000 שלום & [a](javascript:x)'


def day(first: str, last: str | None = None) -> Date:
    return Date(
        edtf=first, earliest=first, latest=last or first, basis="stated", evidence=(), anchor=None
    )


def event(
    n: int, when: Date | None, *, title: str = "", status: EventStatus = "happened", place: str | None = None
) -> Event:  # fmt: skip
    span = Span(document="doc_1", start=0, end=len(TEXT), text=TEXT)
    return Event(
        id=f"event_{n}", title=title or f"shells {n}", type="ASSAULT", mode=None, quad=4, intensity=-9.0,
        status=status, date=when, place=place, credibility=UNJUDGED, context=(), actors=(),
        recipients=(), figures=(), story=None,
        mentions=(EventMention(span=span, trigger="fell", status=status),), documents=1, origins=1,
    )  # fmt: skip


def entity(name: str, feature: str = "PPL", latitude: float = 60.0) -> Entity:
    place = Place(latitude=latitude, longitude=5.0, country="NO", feature=feature, geonames_id=1)
    return Entity(
        id=f"ent_{name[:9]}", name=name, kind="place", names=(Name(text=name, count=1),), place=place,
        mentions=(Span(document="doc_1", start=15, end=21, text="Tarvik"),),
    )  # fmt: skip


def document(n: int, title: str = "Shells on Tarvik") -> Document:
    return Document(
        id=f"doc_{n}", location=f"{n}.txt", sha256="ab" * 32, title=title, outlet=None, byline=(),
        language="en", text=TEXT, removed=(), page_date=None,
    )  # fmt: skip


def record(name: str = "Tarvik") -> CaseExport:
    town, land = entity(name), entity("Norland", "PCLI", 62.0)
    months = (("2020-02-01", 0.0, 9.0), ("2020-03-01", 4.0, 3.0))
    return CaseExport(
        documents=(document(1, name), document(2), document(3)),
        origins=(
            Origin(
                id="o_1",
                documents=("doc_1", "doc_2"),
                links=(
                    OriginLink(from_="doc_2", to="doc_1", kind="copy", score=1.0, evidence=()),
                ),
            ),
            Origin(
                id="o_2", documents=("doc_3",), credits=(OriginCredit(name=name, evidence=()),)
            ),
        ),
        stories=(), entities=(town, land), claims=(),
        events=(
            event(1, day("2020-02-03"), title=name, place=town.id),
            event(2, day("2020-02-01", "2020-02-20"), place=land.id),
            event(3, day("2020-02-05"), status="planned"),
            event(4, day("2020-02-06"), status="denied"),
            event(5, None),
        ),
        findings=(), warnings=(),
        relations=tuple(
            Relation(
                a=town.id, b=land.id, from_=first, to=first, cooperation=good, conflict=bad,
                net=good - bad, events=("event_1",),
            )
            for first, good, bad in months
        ),
        times=(), failures=(),
    )  # fmt: skip


def drawn(export: CaseExport) -> dict[str, Picture]:
    return {p.name: p for p in pictures_of(export)}


def texts(picture: Picture) -> list[str]:
    return [t.text or "" for t in ET.fromstring(picture.svg).iter(f"{SVG}text")]  # noqa: S314


def test_every_picture_says_in_words_what_it_shows() -> None:
    pictures = drawn(record())
    assert set(pictures) == {"timeline", "places", "actors", "relations", "origins"}
    for picture in pictures.values():
        root = ET.fromstring(picture.svg)  # noqa: S314
        names = (root.get("aria-labelledby") or "").split()
        told = {e.get("id"): e.text for e in root}
        assert root.get("role") == "img"
        assert [told[n] for n in names] == [picture.title, picture.description]
        assert picture.description.endswith(".")


def test_nothing_to_show_is_no_picture() -> None:
    empty = CaseExport(
        documents=(), origins=(), stories=(), entities=(), claims=(), events=(), findings=(),
        warnings=(), relations=(), times=(), failures=(),
    )  # fmt: skip
    assert pictures_of(empty) == ()


def test_an_interval_is_a_bar_and_what_is_foretold_no_circle() -> None:
    svg = drawn(record())["timeline"].svg
    assert "told as a fact" in svg
    titles = [t.text or "" for t in ET.fromstring(svg).iter(f"{SVG}title")]  # noqa: S314
    assert any("planned" in t for t in titles)
    assert any("denied" in t for t in titles)
    assert len([t for t in titles if "shells 2" in t]) == 2  # the bar and its middle


def test_an_event_long_before_the_others_does_not_press_them() -> None:
    long_ago = record()
    events = (*long_ago.events, event(6, day("1912-04-15"), title="sinking"))
    picture = drawn(msgspec.structs.replace(long_ago, events=events))["timeline"]
    assert "sinking" not in " ".join(texts(picture))
    assert "1 more left out" in picture.description


def test_wide_areas_are_told_from_towns() -> None:
    picture = drawn(record())["places"]
    assert "Norland: 1 event (a wide area)" in picture.description
    assert "; Tarvik: 1 event." in picture.description
    assert "stroke-dasharray" in picture.svg


def test_conflict_is_told_by_form_as_well_as_colour() -> None:
    picture = drawn(record())["actors"]
    assert "stroke-dasharray" in picture.svg
    assert "conflict 12" in picture.description


def test_the_same_record_gives_the_same_pictures() -> None:
    assert pictures_of(record()) == pictures_of(record())


def test_ids_of_two_pictures_never_meet() -> None:
    ids = [
        e.get("id")
        for p in pictures_of(record())
        for e in ET.fromstring(p.svg).iter()  # noqa: S314
        if e.get("id")
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", [HOSTILE, "n" * 10_000, "مرفأ طارفيك"])
def test_a_name_can_break_no_picture(name: str) -> None:
    for picture in pictures_of(record(name)):
        root = ET.fromstring(picture.svg)  # noqa: S314
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
            "svg", "g", "path", "text", "tspan", "rect", "line", "circle", "defs", "title",
            "clipPath", "desc",
        }  # fmt: skip
        attributes = {a for e in root.iter() for a in e.attrib}
        assert not [a for a in attributes if a.lower().startswith("on") or a.endswith("href")]
        assert len(picture.svg) < 200_000


@settings(max_examples=5, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_name_is_drawn(name: str) -> None:
    for picture in pictures_of(record(name)):
        ET.fromstring(picture.svg)  # noqa: S314


def test_each_form_of_the_report_carries_them() -> None:
    export = record()
    pictures = pictures_of(export)
    page = html.render(export, pictures=pictures)
    assert page.count('role="img"') == len(pictures)
    text = markdown.render(export, pictures=pictures)
    assert "*Where events were.* Places of events" in text
    paper = docx.render(export, pictures=pictures)
    assert paper.count(b"image1.png") > 0
