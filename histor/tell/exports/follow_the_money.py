"""The record as FollowTheMoney entities, one JSON object a line, for Aleph, yente and nomenklatura.

Written without the library, which brings 80 MB with it; the tests read every line with it. Schemata
and greatest lengths are those of followthemoney 3.8.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TypeAlias

from histor.records import (
    Claim,
    Date,
    Document,
    Entity,
    Event,
    Finding,
    Relation,
    Warning,
    make_id,
)
from histor.tell.exports.lookup import Lookup, exact_day, page_address, standing, titled
from histor.tell.exports.state import CaseState, pages_of, relation_id, warning_id
from histor.tell.safe import shorten, visible
from histor.tell.wording import role_words

__all__ = ["ftm_lines"]

#: property -> its values
Properties: TypeAlias = dict[str, Iterable[str | None]]

#: greatest lengths of FollowTheMoney's types
_NAME, _STRING, _TEXT, _ADDRESS = 384, 1024, 65_000, 250
#: PLOVER's sectors of the state
_STATE = frozenset(["GOV", "MIL", "COP", "JUD", "LEG", "SPY"])
_SCHEMATA = {"person": "Person", "organization": "Organization", "place": "PublicBody"}
#: properties that name other entities
_REFERENCES = frozenset(
    "document resolved entity proof addressEntity involved subject object".split()
)
#: the language histor reads, ISO 639-1 -> ISO 639-3
_LANGUAGES = {"en": "eng"}


def ftm_lines(state: CaseState) -> bytes:
    """Return the record as FollowTheMoney entities (UTF-8, a JSON object a line).

    Pages are ``Article``, events ``Event``, claims, findings and warnings ``Note``, places
    ``Address``, persons and bodies ``Person``, ``Organization``, ``PublicBody`` or
    ``LegalEntity``; a country or town that acts is a ``PublicBody`` beside its address.
    ``Mention`` ties a name to a page, ``Documentation`` an event to a page that tells it,
    ``UnknownLink`` two actors of a relation.
    """
    entities = _Entities(state)
    return b"".join(
        json.dumps(entity, ensure_ascii=False, sort_keys=True).encode() + b"\n"
        for entity in entities.all()
    )


class _Entities:
    """FollowTheMoney entities of a record."""

    def __init__(self, state: CaseState) -> None:
        self._state = state
        self._x = Lookup(state.record)

    def all(self) -> Iterator[dict[str, object]]:
        """Yield every entity: pages, names, events, claims, findings, relations."""
        record = self._state.record
        for document in record.documents:
            yield self._article(document)
        for entity in record.entities:
            yield from self._entity(entity)
        for event in record.events:
            yield from self._event(event)
        for claim in record.claims:
            yield self._claim(claim)
        for finding in record.findings:
            yield self._finding(finding)
        for warning in record.warnings:
            yield self._warning(warning)
        for relation in record.relations:
            yield self._relation(relation)

    def _article(self, document: Document) -> dict[str, object]:
        file = PurePosixPath(visible(document.location)).name or document.id
        properties: Properties = {
            "title": [shorten(document.label, _STRING)],
            "fileName": [shorten(file, _STRING)],
            "author": [shorten(name, _STRING) for name in document.byline],
            "publisher": [shorten(document.outlet or "", _STRING)],
            "publishedAt": [exact_day(document.page_date)],
            "authoredAt": [exact_day(document.written)],
            "language": [_LANGUAGES.get(document.language or "")],
            "sourceUrl": [page_address(document)],
            "bodyText": [_whole(document.text)],
            "keywords": [document.origin, document.story],
        }
        return _made(document.id, "Article", properties)

    def _entity(self, entity: Entity) -> Iterator[dict[str, object]]:
        others = [shorten(n.text, _NAME) for n in entity.names if n.text != entity.name]
        properties: Properties = {
            "name": [shorten(entity.name, _NAME) or entity.id],
            "alias": others,
            "country": [(entity.country or "").lower()],
        }
        if entity.kind == "place":
            yield self._address(entity)
        if entity.kind == "place" and entity.id not in self._x.acting:
            return
        schema = _SCHEMATA.get(entity.kind, "LegalEntity")
        if schema == "Organization" and entity.sector in _STATE:
            schema = "PublicBody"
        if schema == "Person":
            properties["position"] = [shorten(role_words(r), _STRING) for r in entity.roles]
        properties["keywords"] = [entity.sector]
        if entity.kind == "place":
            properties["addressEntity"] = [_address_id(entity.id)]
        yield _made(entity.id, schema, properties)
        for page in dict.fromkeys(span.document for span in entity.mentions):
            mention: Properties = {
                "document": [page],
                "resolved": [entity.id],
                "name": [shorten(entity.name, _NAME) or entity.id],
                "detectedSchema": [schema],
            }
            yield _made(make_id("men", page, entity.id), "Mention", mention)

    def _address(self, entity: Entity) -> dict[str, object]:
        point = entity.place
        town = point is not None and point.feature.startswith("PPL")
        properties: Properties = {
            "full": [shorten(entity.name, _ADDRESS)],
            "name": [shorten(entity.name, _NAME) or entity.id],
            "city": [shorten(entity.name, _STRING) if town else None],
            "country": [(point.country or "").lower() if point else None],
            "latitude": [str(point.latitude) if point else None],
            "longitude": [str(point.longitude) if point else None],
        }
        return _made(_address_id(entity.id), "Address", properties)

    def _event(self, event: Event) -> Iterator[dict[str, object]]:
        place = self._x.entities.get(event.place or "")
        point = place.place if place else None
        pages = pages_of(event)
        properties: Properties = {
            "name": [shorten(titled(event), _NAME) or event.id],
            **_dates(event.date),
            "summary": [shorten(m.span.text, _TEXT) for m in event.mentions[:1]],
            "location": [shorten(place.name, _ADDRESS)] if place else [],
            "country": [(point.country or "").lower()] if point else [],
            "addressEntity": [_address_id(place.id)] if place and place.kind == "place" else [],
            "involved": [*event.actors, *event.recipients],
            "keywords": [event.type, event.mode, event.status, *event.context],
            "notes": [standing(event)],
            "proof": pages,
            "recordId": [event.id],
        }
        yield _made(event.id, "Event", properties)
        for mention in dict.fromkeys(event.mentions):
            told: Properties = {
                "document": [mention.span.document],
                "entity": [event.id],
                "role": [f"tells of it: {mention.status}"],
                **_dates(mention.date),
                "summary": [shorten(mention.span.text, _TEXT)],
            }
            yield _made(make_id("told", event.id, mention), "Documentation", told)

    def _claim(self, claim: Claim) -> dict[str, object]:
        source = claim.source
        who = source.text if source else "unnamed source"
        speaker = source.entity if source else None
        properties: Properties = {
            "name": [shorten(f"{who}: {claim.act}", _NAME)],
            "description": [shorten(claim.content.text, _TEXT)],
            "entity": [claim.document, speaker, *claim.events],
            "proof": [claim.document],
            "keywords": ["claim", claim.act],
        }
        return _made(claim.id, "Note", properties)

    def _finding(self, finding: Finding) -> dict[str, object]:
        pages = pages_of(finding)
        properties: Properties = {
            "name": [finding.kind.replace("_", " ")],
            "description": [shorten(finding.summary, _TEXT)],
            "entity": [*finding.events, *pages],
            "proof": pages,
            "keywords": ["finding", finding.kind],
        }
        return _made(finding.id, "Note", properties)

    def _warning(self, warning: Warning) -> dict[str, object]:
        claim = self._x.claims[warning.claim]
        outcome = warning.outcome.replace("_", " ")
        actors = (a for a in (warning.actor, warning.target) if a in self._x.acting)
        properties: Properties = {
            "name": [f"foretold for {warning.window.edtf}, {outcome}"],
            "description": [shorten(claim.content.text, _TEXT)],
            "entity": [claim.document, *actors],
            "proof": [claim.document],
            "keywords": ["warning", warning.event_type, warning.outcome],
        }
        return _made(warning_id(warning), "Note", properties)

    def _relation(self, relation: Relation) -> dict[str, object]:
        properties: Properties = {
            "subject": [relation.a],
            "object": [relation.b],
            "role": ["dealings"],
            "startDate": [relation.from_],
            "endDate": [relation.to],
            "summary": [
                f"cooperation {relation.cooperation:g}, conflict {relation.conflict:g} "
                f"(PLOVER intensities of {len(relation.events)} events)"
            ],
        }
        return _made(relation_id(relation), "UnknownLink", properties)


def _made(id_: str, schema: str, properties: Properties) -> dict[str, object]:
    kept = {
        name: list(dict.fromkeys(_key(v) if name in _REFERENCES else v for v in values if v))
        for name, values in properties.items()
    }
    return {
        "id": _key(id_),
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
        "datasets": ["histor"],
    }


def _key(id_: str) -> str:
    """Return an id as FollowTheMoney allows it: letters, digits, points and hyphens."""
    return id_.replace("_", "-")


def _dates(date: Date | None) -> Properties:
    if date is None:
        return {}
    if date.length == 0:
        return {"date": [date.earliest]}
    return {"startDate": [date.earliest], "endDate": [date.latest]}


def _address_id(entity: str) -> str:
    return make_id("adr", entity)


def _whole(text: str) -> str:
    """Return a story with its paragraphs, each harmless to show."""
    paragraphs = (visible(p) for p in text.split("\n"))
    return "\n".join(paragraphs)[:_TEXT].strip()
