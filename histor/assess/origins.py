"""Events that many pages tell and one origin: copies make no second witness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from histor.counts import counted
from histor.records import Event, Finding, make_id

__all__ = ["single_origins"]

_SHOWN = 3


def single_origins(events: Sequence[Event], origin_of: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return a finding for each origin that alone tells events on several pages, by id.

    ``origin_of`` maps a document to its origin.
    """
    alone: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.documents > 1 and event.origins == 1:
            alone[origin_of[event.mentions[0].span.document]].append(event)
    found = []
    for origin, own in alone.items():
        own.sort(key=lambda e: (-e.documents, e.id))
        documents = tuple(sorted({m.span.document for e in own for m in e.mentions}))
        titles = ", ".join(f"“{e.title}”" for e in own[:_SHOWN])
        more = f" and {counted(len(own) - _SHOWN, 'other event')}" if len(own) > _SHOWN else ""
        found.append(
            Finding(
                id=make_id("finding", "single_origin", origin),
                kind="single_origin",
                summary=f"{len(documents)} pages tell {titles}{more}, but they are one origin.",
                evidence=tuple(m.span for e in own[:_SHOWN] for m in e.mentions),
                events=tuple(e.id for e in own),
                documents=documents,
            )
        )
    return tuple(sorted(found, key=lambda f: f.id))
