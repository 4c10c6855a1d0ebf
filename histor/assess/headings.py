"""Headings that name a country which the page's text does not: a slip, or a bad translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from histor.records import Document, Entity, Finding, Span, make_id

__all__ = ["heading_mismatches"]

#: words of a paragraph that can be a heading
_SHORT = 14
_CLOCK = re.compile(r"\d\s?[:.]\s?\d\d\s?(?:[ap]\.?m|gmt|utc|h\b)", re.I)
_ENDS = re.compile(r"[.!?…]['\"”»)]*$")


def heading_mismatches(
    documents: Mapping[str, Document], entities: Sequence[Entity]
) -> tuple[Finding, ...]:
    """Return a ``name_mismatch`` for each country that a page names in a heading alone, by id.

    A heading is a short paragraph inside the text that does not end as a sentence does.
    """
    found = []
    headings = {d: list(_headings(document)) for d, document in documents.items()}
    for entity in entities:
        if entity.place is None or entity.place.feature != "PCLI":
            continue
        count = Counter(m.document for m in entity.mentions)
        for mention in entity.mentions:
            if count[mention.document] != 1:
                continue
            heading = next(
                (h for h in headings[mention.document] if h.start <= mention.start < h.end), None
            )
            if heading is None or len(count) > 1 or _told(entity, mention, entities):
                continue
            document = documents[mention.document]
            found.append(
                Finding(
                    id=make_id("finding", "name_mismatch", document.id, mention.start),
                    kind="name_mismatch",
                    summary=(
                        f"A heading in “{document.label}” names "
                        f"{entity.name}, which its text never does: “{heading.text}”."
                    ),
                    evidence=(mention, heading),
                    documents=(document.id,),
                )
            )
    return tuple(sorted(found, key=lambda f: f.id))


def _told(entity: Entity, mention: Span, entities: Sequence[Entity]) -> bool:
    """Say whether the page names the country's people or bodies elsewhere."""
    return any(
        e.id != entity.id
        and e.country == entity.country
        and any(m.document == mention.document for m in e.mentions)
        for e in entities
    )


def _headings(document: Document) -> Iterator[Span]:
    start = 0
    for n, paragraph in enumerate(document.text.split("\n\n")):
        words = len(paragraph.split())
        short = n > 0 and 1 < words <= _SHORT and not _ENDS.search(paragraph.strip())
        if short and not _CLOCK.search(paragraph):  # "7:00pm UK, Wednesday" dates the page
            end = start + len(paragraph)
            yield Span(document=document.id, start=start, end=end, text=paragraph)
        start += len(paragraph) + 2
