"""Events that many pages tell and one origin: copies make no second witness."""

from __future__ import annotations

from collections.abc import Sequence

from histor.records import Event, Finding, make_id

__all__ = ["single_origins"]


def single_origins(events: Sequence[Event]) -> tuple[Finding, ...]:
    """Return a finding for each event of several pages that all go back to one origin, by id."""
    found = []
    for event in events:
        if event.documents > 1 and event.origins == 1:
            documents = tuple(sorted({m.span.document for m in event.mentions}))
            found.append(
                Finding(
                    id=make_id("finding", "single_origin", event.id),
                    kind="single_origin",
                    summary=(
                        f"{event.documents} pages tell “{event.title}”, but they are one origin."
                    ),
                    evidence=tuple(m.span for m in event.mentions),
                    events=(event.id,),
                    documents=documents,
                )
            )
    return tuple(sorted(found, key=lambda f: f.id))
