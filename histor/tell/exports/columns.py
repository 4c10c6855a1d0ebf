"""What the tables hold: each column with its kind, its meaning and where its cells come from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from histor.records import (
    Claim,
    Date,
    Document,
    Entity,
    Event,
    EventMention,
    Figure,
    Finding,
    Relation,
    Warning,
)
from histor.tell.exports.lookup import Lookup
from histor.tell.exports.state import relation_id, warning_id
from histor.tell.exports.table import Cell, Column, Kind
from histor.tell.wording import role_words

__all__ = [
    "ACCOUNTS",
    "CLAIMS",
    "DOCUMENTS",
    "ENTITIES",
    "FIGURES",
    "FINDINGS",
    "RELATIONS",
    "WARNINGS",
    "Account",
    "Filled",
    "Number",
]

Row = TypeVar("Row")


class Filled(NamedTuple, Generic[Row]):
    """A column and how a row fills it."""

    column: Column
    cell: Callable[[Row, Lookup], Cell]


class Account(NamedTuple):
    """An event and one page's account of it."""

    event: Event
    mention: EventMention


class Number(NamedTuple):
    """One number a page gives, and the event that it is of; none where no event carries it."""

    event: Event | None
    figure: Figure


def _text(name: str, holds: str, cell: Callable[[Row, Lookup], Cell]) -> Filled[Row]:
    return Filled(Column(name, Kind.text, holds), cell)


def _integer(name: str, holds: str, cell: Callable[[Row, Lookup], Cell]) -> Filled[Row]:
    return Filled(Column(name, Kind.integer, holds), cell)


def _number(name: str, holds: str, cell: Callable[[Row, Lookup], Cell]) -> Filled[Row]:
    return Filled(Column(name, Kind.number, holds), cell)


def _texts(name: str, holds: str, cell: Callable[[Row, Lookup], Cell]) -> Filled[Row]:
    return Filled(Column(name, Kind.texts, holds), cell)


def _edtf(name: str, holds: str, date: Callable[[Row], Date | None]) -> Filled[Row]:
    return Filled(
        Column(f"{name}_edtf", Kind.text, f"{holds}, EDTF"),
        lambda row, _: d.edtf if (d := date(row)) else None,
    )


def _first(name: str, date: Callable[[Row], Date | None]) -> Filled[Row]:
    return Filled(
        Column(f"{name}_first", Kind.day, "first day it can be"),
        lambda row, _: d.first if (d := date(row)) else None,
    )


def _last(name: str, date: Callable[[Row], Date | None]) -> Filled[Row]:
    return Filled(
        Column(f"{name}_last", Kind.day, "last day it can be"),
        lambda row, _: d.last if (d := date(row)) else None,
    )


def _many(values: tuple[str, ...]) -> Cell:
    return values or None


_START, _END = "offset of the first word, code points of the text", "offset after the last word"

ACCOUNTS: tuple[Filled[Account], ...] = (
    _text("event_id", "event told", lambda a, _: a.event.id),
    _text("event_title", "its title", lambda a, _: a.event.title),
    _text("document_id", "page that tells it", lambda a, _: a.mention.span.document),
    _text("source", "the page's outlet or title", lambda a, x: x.outlet(a.mention.span.document)),
    _text("words", "the sentence, verbatim", lambda a, _: a.mention.span.text),
    _integer("start", _START, lambda a, _: a.mention.span.start),
    _integer("end", _END, lambda a, _: a.mention.span.end),
    _text("trigger", "word that names the event", lambda a, _: a.mention.trigger),
    _text("by", "who does it, in the page's words, where it gives no name",
          lambda a, _: a.mention.by),
    _text("to", "to whom, likewise, with the word that ties it to the deed",
          lambda a, _: a.mention.to),
    _text("status", "what this page makes of it", lambda a, _: a.mention.status),
    _edtf("date", "day this page gives", lambda a: a.mention.date),
    _first("date", lambda a: a.mention.date),
    _last("date", lambda a: a.mention.date),
    _text("claim_id", "claim it stands in; empty in the page's own voice",
          lambda a, _: a.mention.claim),
)  # fmt: skip

CLAIMS: tuple[Filled[Claim], ...] = (
    _text("claim_id", "stable id of the claim", lambda c, _: c.id),
    _text("document_id", "page that reports it", lambda c, _: c.document),
    _text("outlet", "the page's outlet or title", lambda c, x: x.outlet(c.document)),
    _text("source", "who is said to have said it, verbatim",
          lambda c, _: c.source.text if c.source else None),
    _text("source_id", "who that is, an entity",
          lambda c, _: c.source.entity if c.source else None),
    _text("source_name", "that entity's name",
          lambda c, x: x.name(c.source.entity if c.source else None)),
    _texts("chain", "through whom, from the nearest speaker outward",
           lambda c, _: _many(tuple(s.text for s in c.chain))),
    _text("act", "what the words do: assert, deny, accuse, condemn, warn, predict, demand, …",
          lambda c, _: c.act),
    _text("cue", "reporting words, verbatim", lambda c, _: c.cue.text if c.cue else None),
    _text("content", "what is said, verbatim", lambda c, _: c.content.text),
    _integer("start", _START, lambda c, _: c.content.start),
    _integer("end", _END, lambda c, _: c.content.end),
    Filled(Column("quoted", Kind.boolean, "whether in quotation marks"), lambda c, _: c.quoted),
    _edtf("said", "when it was said", lambda c: c.date),
    _first("said", lambda c: c.date),
    _last("said", lambda c: c.date),
    _texts("events", "ids of events it speaks of", lambda c, _: _many(c.events)),
    _texts("same_as", "ids of claims that report the same statement",
           lambda c, _: _many(c.same_as)),
)  # fmt: skip

FIGURES: tuple[Filled[Number], ...] = (
    _text("event_id", "event counted; empty where no event carries it",
          lambda n, _: n.event.id if n.event else None),
    _text("event_title", "its title", lambda n, _: n.event.title if n.event else None),
    _text("quantity", "killed, injured, missing, displaced, detained, money, percent, …",
          lambda n, _: n.figure.quantity),
    _number("low", "least it can be, in the unit", lambda n, _: n.figure.low),
    _number("high", "most it can be; empty for “at least”", lambda n, _: n.figure.high),
    _text("unit", "currency or measure as worded; empty counts persons",
          lambda n, _: n.figure.unit),
    _text("who", "who or what is counted, verbatim", lambda n, _: n.figure.who),
    _text("words", "the number as worded, verbatim", lambda n, _: n.figure.span.text),
    _text("document_id", "page that gives it", lambda n, _: n.figure.span.document),
    _text("source", "the page's outlet or title", lambda n, x: x.outlet(n.figure.span.document)),
    _integer("start", _START, lambda n, _: n.figure.span.start),
    _integer("end", _END, lambda n, _: n.figure.span.end),
    _text("claim_id", "claim it stands in; empty in the page's own voice",
          lambda n, _: n.figure.claim),
)  # fmt: skip

FINDINGS: tuple[Filled[Finding], ...] = (
    _text("finding_id", "stable id of the finding", lambda f, _: f.id),
    _text("kind", "contradiction, denial, figure_conflict, altered_quote, stale_page_date, …",
          lambda f, _: f.kind),
    _text("summary", "what to know", lambda f, _: f.summary),
    _texts("words", "the words it rests on, verbatim", lambda f, x: _many(x.words(f.evidence))),
    _texts("documents", "ids of pages concerned", lambda f, _: _many(
        tuple(dict.fromkeys((*f.documents, *(s.document for s in f.evidence)))))),
    _texts("events", "ids of events concerned", lambda f, _: _many(f.events)),
    _texts("claims", "ids of claims concerned", lambda f, _: _many(f.claims)),
)  # fmt: skip

WARNINGS: tuple[Filled[Warning], ...] = (
    _text("warning_id", "stable id of the warning", lambda w, _: warning_id(w)),
    _text("claim_id", "claim that foretells", lambda w, _: w.claim),
    _text("source", "who foretells, verbatim",
          lambda w, x: s.text if (s := x.claims[w.claim].source) else None),
    _text("words", "what is foretold, verbatim", lambda w, x: x.claims[w.claim].content.text),
    _text("event_type", "PLOVER type foretold", lambda w, _: w.event_type),
    _text("actor", "who is to do it", lambda w, x: x.name(w.actor)),
    _text("target", "to whom", lambda w, x: x.name(w.target)),
    _edtf("window", "when it is to come", lambda w: w.window),
    _first("window", lambda w: w.window),
    _last("window", lambda w: w.window),
    _text("outcome", "open, borne_out or not_borne_out", lambda w, _: w.outcome),
    _texts("evidence", "the words for the outcome, verbatim",
           lambda w, x: _many(x.words(w.evidence))),
)  # fmt: skip

RELATIONS: tuple[Filled[Relation], ...] = (
    _text("relation_id", "stable id of the row", lambda r, _: relation_id(r)),
    _text("a", "one actor", lambda r, x: x.name(r.a)),
    _text("b", "the other", lambda r, x: x.name(r.b)),
    Filled(Column("from", Kind.day, "first day of the window"), lambda r, _: _day(r.from_)),
    Filled(Column("to", Kind.day, "last day of the window"), lambda r, _: _day(r.to)),
    _number("cooperation", "sum of PLOVER intensities above 0", lambda r, _: r.cooperation),
    _number("conflict", "sum of PLOVER intensities below 0", lambda r, _: r.conflict),
    _number("net", "their sum", lambda r, _: r.net),
    _texts("events", "ids of the events counted", lambda r, _: _many(r.events)),
    _text("a_id", "entity id of the one", lambda r, _: r.a),
    _text("b_id", "entity id of the other", lambda r, _: r.b),
)  # fmt: skip

ENTITIES: tuple[Filled[Entity], ...] = (
    _text("entity_id", "stable id of the entity", lambda e, _: e.id),
    _text("name", "name the pages use most", lambda e, _: e.name),
    _text("kind", "person, organization, place, group or other", lambda e, _: e.kind),
    _texts("other_names", "its other names on the pages, verbatim",
           lambda e, _: _many(tuple(n.text for n in e.names if n.text != e.name))),
    _texts("roles", "titles and offices the pages give",
           lambda e, _: _many(tuple(dict.fromkeys(
               role_words(r) for r in e.roles)))),
    _text("country", "affiliation, ISO 3166-1 alpha-2", lambda e, _: e.country),
    _text("sector", "PLOVER sector", lambda e, _: e.sector),
    _integer("mentions", "times named", lambda e, _: len(e.mentions)),
    _integer("pages", "pages that name it", lambda e, _: len({s.document for s in e.mentions})),
    _number("latitude", "degrees, WGS 84", lambda e, _: e.place.latitude if e.place else None),
    _number("longitude", "degrees, WGS 84", lambda e, _: e.place.longitude if e.place else None),
    _integer("geonames_id", "GeoNames id of a place",
             lambda e, _: e.place.geonames_id if e.place else None),
    _text("feature", "GeoNames feature code", lambda e, _: e.place.feature if e.place else None),
)  # fmt: skip

DOCUMENTS: tuple[Filled[Document], ...] = (
    _text("document_id", "stable id of the page", lambda d, _: d.id),
    _text("title", "headline", lambda d, _: d.title),
    _text("outlet", "who publishes it", lambda d, _: d.outlet),
    _texts("byline", "who signs it", lambda d, _: _many(d.byline)),
    _text("language", "ISO 639-1", lambda d, _: d.language),
    _edtf("page_date", "day the page gives itself", lambda d: d.page_date),
    _first("page_date", lambda d: d.page_date),
    _last("page_date", lambda d: d.page_date),
    _edtf("written", "when the text was written, as judged", lambda d: d.written),
    _first("written", lambda d: d.written),
    _last("written", lambda d: d.written),
    _text("written_basis", "page, linked, resolved or stated",
          lambda d, _: d.written.basis if d.written else None),
    _text("origin", "pages with one origin are one witness", lambda d, _: d.origin),
    _text("story", "id of the running story", lambda d, _: d.story),
    _integer("events", "events it tells", lambda d, x: len(x.told[d.id])),
    _integer("characters", "length of the text, code points", lambda d, _: len(d.text)),
    _text("location", "address or file", lambda d, _: d.location),
    _text("sha256", "digest of the page's bytes, hexadecimal", lambda d, _: d.sha256),
    _text("text", "the story, verbatim; offsets count in it", lambda d, _: d.text),
)  # fmt: skip


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
