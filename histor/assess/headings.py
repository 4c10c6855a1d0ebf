"""Headings that name a country which the page's text does not: a slip, or a bad translation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from histor.link.vectors import stems
from histor.records import Document, Entity, Finding, Span, make_id

__all__ = ["heading_mismatches"]

#: words of a paragraph that can be a heading
_SHORT = 14
_CLOCK = re.compile(r"\d\s?[:.]\s?\d\d\s?(?:[ap]\.?m|gmt|utc|h\b)", re.I)
_ENDS = re.compile(r"[.!?…]['\"”»)]*$")
#: words of a heading, its country left out, that the text must tell again
_RETOLD = 2
_PARAGRAPHS = "\n\n"


def heading_mismatches(
    documents: Mapping[str, Document], entities: Sequence[Entity]
) -> tuple[Finding, ...]:
    """Return a ``name_mismatch`` for each country that a page names in a heading alone, by id.

    A heading is a short paragraph inside the text that does not end as a sentence does. Where other
    pages of the story name the country as well, the text below must tell the heading's words again
    without it: then it tells them of somebody else.
    """
    found = []
    headings = {d: list(_headings(document)) for d, document in documents.items()}
    lands = _lands(entities)
    for entity in entities:
        if entity.place is None or entity.place.feature != "PCLI":
            continue
        count = Counter(m.document for m in entity.mentions)
        for mention in entity.mentions:
            page = mention.document
            if count[page] != 1 or lands[page, entity.country] != 1:
                continue
            heading = next((h for h in headings[page] if h.start <= mention.start < h.end), None)
            if heading is None:
                continue
            document = documents[page]
            elsewhere = any(documents[d].story == document.story for d in count if d != page)
            if elsewhere and not _retold(heading, mention, document):
                continue
            found.append(
                Finding(
                    id=make_id("finding", "name_mismatch", document.id, mention.start),
                    kind="name_mismatch",
                    summary=(
                        f"A heading in “{document.label}” names "
                        f"{mention.text}, which its text never does: “{heading.text}”."
                    ),
                    evidence=(mention, heading),
                    documents=(document.id,),
                )
            )
    return tuple(sorted(found, key=lambda f: f.id))


def _lands(entities: Sequence[Entity]) -> Counter[tuple[str, str | None]]:
    """Return how often each page names a country, its people, towns and bodies."""
    named: dict[tuple[str, str | None], set[tuple[int, int]]] = defaultdict(set)
    for entity in entities:
        for mention in entity.mentions:
            named[mention.document, entity.country].add((mention.start, mention.end))
    return Counter({key: len(places) for key, places in named.items()})


def _retold(heading: Span, name: Span, document: Document) -> bool:
    """Say whether a sentence below tells the heading's words again, without its country."""
    words = set(stems(heading.text)) - set(stems(name.text))
    below = document.text[heading.end :].strip().split(_PARAGRAPHS)[:2]
    return any(len(words & set(stems(p))) >= _RETOLD for p in below)


def _headings(document: Document) -> Iterator[Span]:
    start = 0
    for n, paragraph in enumerate(document.text.split(_PARAGRAPHS)):
        words = len(paragraph.split())
        short = n > 0 and 1 < words <= _SHORT and not _ENDS.search(paragraph.strip())
        if short and not _CLOCK.search(paragraph):  # "7:00pm UK, Wednesday" dates the page
            end = start + len(paragraph)
            yield Span(document=document.id, start=start, end=end, text=paragraph)
        start += len(paragraph) + len(_PARAGRAPHS)
