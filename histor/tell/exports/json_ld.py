"""The record as JSON-LD with schema.org's terms: Event, Claim, NewsArticle and who they name.

The context is in the file, so that a reader needs no network. schema.org's terms have the IRIs of
its own context, http://schema.org/.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from histor.records import Claim, Date, Document, Entity, Event, Finding, Warning
from histor.tell.exports.lookup import Lookup, exact_day, page_address, standing, titled
from histor.tell.exports.state import CaseState, gone, pages_of, stable_uuid, warning_id
from histor.tell.safe import visible

__all__ = ["json_ld"]

_CONTEXT = {"@vocab": "http://schema.org/", "url": {"@type": "@id"}}
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "group": "Organization",
    "place": "Place",
    "other": "Thing",
}

Node = dict[str, Any]


def json_ld(state: CaseState) -> bytes:
    """Return the record as one JSON-LD 1.1 graph, UTF-8.

    No ``<`` stands in it, so that it may be set into a page's script element as it is.
    """
    graph = [node for node in _nodes(state) if node]
    text = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c").encode() + b"\n"


def iri(id_: str) -> str:
    """Return the IRI of a record, always the same for its id."""
    return stable_uuid(id_).urn


def _nodes(state: CaseState) -> Iterator[Node]:
    x = Lookup(state.record)
    based = {link.from_: link.to for origin in state.record.origins for link in origin.links}
    for document in state.record.documents:
        yield _article(document, based.get(document.id), x)
    for entity in state.record.entities:
        yield _entity(entity)
    for event in state.record.events:
        yield _event(event)
    for claim in state.record.claims:
        yield _claim(claim)
    for finding in state.record.findings:
        yield _finding(finding)
    for warning in state.record.warnings:
        yield _warning(warning)
    if state.before is not None:
        for old in gone(state.before, state.record):
            yield _removed(old.id, old.replaced_by, state)


def _article(document: Document, based_on: str | None, x: Lookup) -> Node:
    return _node(
        document.id,
        "NewsArticle",
        headline=visible(document.label),
        url=page_address(document),
        datePublished=exact_day(document.page_date),
        dateCreated=exact_day(document.written),
        inLanguage=document.language,
        author=[{"@type": "Person", "name": visible(name)} for name in document.byline],
        publisher=document.outlet and {"@type": "Organization", "name": visible(document.outlet)},
        isBasedOn=based_on and _ref(based_on),
        mentions=[_ref(e.id) for e in x.mentioned[document.id]],
        identifier=[
            _property("histor", document.id),
            _property("sha256", document.sha256),
            _property("location", visible(document.location)),
        ],
    )


def _entity(entity: Entity) -> Node:
    point = entity.place
    is_place, is_person = entity.kind == "place", entity.kind == "person"
    return _node(
        entity.id,
        _TYPES[entity.kind],
        name=visible(entity.name),
        alternateName=[visible(n.text) for n in entity.names if n.text != entity.name],
        jobTitle=is_person and [visible(r.title) for r in entity.roles],
        nationality=is_person
        and entity.country
        and {"@type": "Country", "identifier": entity.country},
        geo=point
        and {
            "@type": "GeoCoordinates",
            "latitude": point.latitude,
            "longitude": point.longitude,
            "addressCountry": point.country,
        },
        sameAs=point and f"https://sws.geonames.org/{point.geonames_id}/",
        additionalType=None if is_place else entity.sector,
        identifier=[_property("histor", entity.id)],
    )


def _event(event: Event) -> Node:
    return _node(
        event.id,
        "Event",
        name=titled(event),
        additionalType=event.type,
        keywords=[k for k in (event.mode, *event.context) if k],
        startDate=event.date and event.date.earliest,
        endDate=event.date and event.date.latest,
        location=event.place and _ref(event.place),
        actor=[_ref(a) for a in event.actors],
        about=[_ref(r) for r in event.recipients],
        description=f"{event.status}; {standing(event)}",
        subjectOf=[
            {"@type": "Quotation", "text": visible(s.text), "isPartOf": _ref(s.document)}
            for s in dict.fromkeys(m.span for m in event.mentions)
        ],
        identifier=[
            _property("histor", event.id),
            _property("status", event.status),
            _property("date", event.date and event.date.edtf),
            _property("pages", event.documents),
            _property("origins", event.origins),
        ],
    )


def _claim(claim: Claim) -> Node:
    source = claim.source
    author: Node | None = None
    if source is not None:
        named = {"@type": "Thing", "name": visible(source.text)}
        author = _ref(source.entity) if source.entity else named
    speakers = (s for s in (source, *claim.chain) if s is not None)
    return _node(
        claim.id,
        "Claim",
        text=visible(claim.content.text),
        author=author,
        creditText=", ".join(visible(s.text) for s in speakers),
        dateCreated=exact_day(claim.date),
        temporalCoverage=_interval(claim.date),
        appearance=_ref(claim.document),
        about=[_ref(e) for e in claim.events],
        keywords=[claim.act],
        identifier=[_property("histor", claim.id)],
    )


def _finding(finding: Finding) -> Node:
    return _node(
        finding.id,
        "Comment",
        text=visible(finding.summary),
        keywords=[finding.kind],
        about=[_ref(i) for i in (*finding.events, *finding.claims, *pages_of(finding))],
        identifier=[_property("histor", finding.id)],
    )


def _warning(warning: Warning) -> Node:
    id_ = warning_id(warning)
    return _node(
        id_,
        "Comment",
        text=f"{warning.event_type} foretold: {warning.outcome.replace('_', ' ')}",
        temporalCoverage=f"{warning.window.earliest}/{warning.window.latest}",
        keywords=["warning", warning.outcome],
        about=[_ref(i) for i in (warning.claim, warning.actor, warning.target) if i],
        identifier=[_property("histor", id_)],
    )


def _removed(id_: str, heir: str | None, state: CaseState) -> Node:
    at = state.as_of.isoformat(timespec="seconds")
    if heir is None:
        return {"@type": "DeleteAction", "object": _ref(id_), "endTime": at}
    return {"@type": "ReplaceAction", "replacee": _ref(id_), "replacer": _ref(heir), "endTime": at}


def _node(id_: str, kind: str, **fields: object) -> Node:
    """Return a node without its empty fields."""
    return {"@id": iri(id_), "@type": kind, **{k: v for k, v in fields.items() if v}}


def _ref(id_: str) -> Node:
    return {"@id": iri(id_)}


def _property(name: str, value: object) -> Node:
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def _interval(date: Date | None) -> str | None:
    return f"{date.earliest}/{date.latest}" if date is not None and date.length else None
