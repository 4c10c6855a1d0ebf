"""One annotated page to all that it says: the one verb of this room."""

from __future__ import annotations

import msgspec
from spacy.tokens import Doc

from histor.extract.claims.claims import extract_claims
from histor.extract.dates.times import extract_times
from histor.extract.events.events import extract_events, with_events
from histor.extract.evidence import trimmed
from histor.extract.names.entities import extract_entities
from histor.extract.names.home_country import with_home
from histor.extract.names.known_actors import mark_known, mark_peoples
from histor.extract.names.surnames_again import mark_again
from histor.extract.places.place_countries import with_countries
from histor.extract.places.places import with_places
from histor.extract.plain_doc import plain
from histor.records import CleanPage, PageRecord

__all__ = ["extract"]


def extract(page: CleanPage, doc: Doc) -> PageRecord:
    """Return entities, claims, events, figures and time expressions of a page.

    Args:
        page: the cleaned page.
        doc: ``page.document.text`` read by the pipeline, or by any other that sets the same
            attributes.
    """
    mark_known(doc)
    mark_peoples(doc)
    mark_again(doc)
    with plain(doc) as words:
        return _extract(page, words)


def _extract(page: CleanPage, doc: Doc) -> PageRecord:
    text = page.document.text
    bounds = (trimmed(text, s.start_char, s.end_char) for s in doc.sents)
    document = msgspec.structs.replace(
        page.document, sentences=tuple((a, b) for a, b in bounds if a < b)
    )
    entities, no_names = extract_entities(document, doc)
    entities = with_home(document, with_countries(document, with_places(document, entities)))
    times = extract_times(document, doc)
    claims, no_claims = extract_claims(document, doc, entities, times)
    events, figures, times = extract_events(document, doc, entities, claims, times)
    return PageRecord(
        document=document,
        entities=entities,
        claims=with_events(claims, events),
        times=times,
        events=events,
        figures=figures,
        dropped=(*no_names, *no_claims),
    )
