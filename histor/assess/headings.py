"""Headings that name a country which the page's text does not: a slip, or a bad translation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

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
    documents: Mapping[str, Document], entities: Iterable[Entity]
) -> tuple[Finding, ...]:
    """Return a ``name_mismatch`` for each country that a page names in a heading alone, by id.

    A heading is a short paragraph inside the text that does not end as a sentence does. Where other
    pages of the story name the country as well, the text below must tell the heading's words again
    without it: then it tells them of somebody else.
    """
    found = []
    story_of: dict[str, str | None] = {}
    headings: dict[str, list[Span]] = {}
    for document in documents.values():
        story_of[document.id] = document.story
        if own := list(_headings(document)):
            headings[document.id] = own
    lands = _lands(entities, headings.keys())
    for entity in entities:
        if entity.place is None or entity.place.feature != "PCLI":
            continue
        count = Counter(m.document for m in entity.mentions)
        telling = Counter(story_of[d] for d in count)
        for mention in entity.mentions:
            page = mention.document
            if count[page] != 1 or page not in headings or lands[page, entity.country] != 1:
                continue
            heading = next((h for h in headings[page] if h.start <= mention.start < h.end), None)
            if heading is None:
                continue
            document = documents[page]
            elsewhere = telling[document.story] > 1
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


def _lands(entities: Iterable[Entity], pages: Collection[str]) -> Counter[tuple[str, str | None]]:
    """Return how often each of some pages names a country, its people, towns and bodies."""
    named: dict[tuple[str, str | None], set[tuple[int, int]]] = defaultdict(set)
    for entity in entities:
        for mention in entity.mentions:
            if mention.document in pages:
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
