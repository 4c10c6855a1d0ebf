"""Small pages and records made by hand, for tests that need no language model."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from histor.extract.events.events import UNJUDGED
from histor.records import (
    Claim,
    ClaimSource,
    CleanPage,
    Date,
    Document,
    Entity,
    EntityKind,
    Event,
    EventMention,
    EventStatus,
    Name,
    Page,
    PageRecord,
    Removed,
    Span,
    TimeExpression,
    make_id,
)
from histor.spans import OffsetMap, Segment


def assault(
    name: str,
    *mentions: EventMention,
    title: str = "",
    mode: str | None = None,
    status: EventStatus = "happened",
    date: Date | None = None,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
) -> Event:
    """Make an assault without place or figures, as it stands before it is judged."""
    pages = len({mention.span.document for mention in mentions})
    return Event(
        id=name,
        title=title,
        type="ASSAULT",
        mode=mode,
        context=(),
        quad=4,
        intensity=-9.0,
        status=status,
        date=date,
        place=None,
        actors=actors,
        recipients=recipients,
        figures=(),
        mentions=mentions,
        documents=pages,
        origins=pages,
        credibility=UNJUDGED,
        story=None,
    )


class Sample(NamedTuple):
    """What the stages hand to the store for one page."""

    page: Page
    clean: CleanPage
    record: PageRecord


def sample(
    key: str,
    text: str,
    *,
    names: Sequence[tuple[str, EntityKind]] = (),
    said: tuple[str, str, str] | None = None,
    day: tuple[str, str] | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Sample:
    """Make a page of one sentence ``text``.

    ``said`` is source, cue and content of a claim, ``day`` the words of a time expression and the
    ISO day they mean; all must stand in ``text``.
    """
    page = Page(
        location=f"heap/{key}",
        key=key,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media="article",
        text=text,
        encoding="utf-8",
    )
    document = Document(
        id=page.document_id,
        location=page.location,
        sha256=page.sha256,
        title=title,
        outlet=outlet,
        byline=(),
        language="en",
        text=text,
        removed=(Removed(text="Share", reason="share"),),
        page_date=None,
        sentences=((0, len(text)),),
    )
    entities = tuple(_entity(document, name, kind) for name, kind in names)
    record = PageRecord(
        document=document,
        entities=entities,
        claims=(_claim(document, entities, *said),) if said else (),
        times=(_time(document, *day),) if day else (),
    )
    length = len(text)
    offsets = OffsetMap.of([Segment(0, 0, length, length)])
    return Sample(page, CleanPage(document=document, offsets=offsets), record)


def story(key: str, *sentences: str, title: str | None = None, old: str | None = None) -> Document:
    """Make a document of these sentences; ``old`` is the id of its page's earlier version."""
    text, places = "", []
    for sentence in sentences:
        places.append((len(text), len(text) + len(sentence)))
        text += sentence + " "
    return msgspec.structs.replace(
        sample(key, text, title=title).record.document,
        sentences=tuple(places),
        supersedes=(old,) if old else (),
    )


def span(document: Document, words: str) -> Span:
    """Return the first occurrence of ``words``."""
    start = document.text.index(words)
    return Span(document=document.id, start=start, end=start + len(words), text=words)


def _entity(document: Document, name: str, kind: EntityKind) -> Entity:
    return Entity(
        id=make_id("ent", document.id, kind, name),
        name=name,
        kind=kind,
        names=(Name(text=name, count=1),),
        mentions=(span(document, name),),
    )


def _claim(
    document: Document, entities: Sequence[Entity], source: str, cue: str, content: str
) -> Claim:
    entity = next((e.id for e in entities if e.name == source), None)
    return Claim(
        id=make_id("clm", document.id, content),
        document=document.id,
        source=ClaimSource(text=source, span=span(document, source), entity=entity),
        cue=span(document, cue),
        content=span(document, content),
        act="assert",
        quoted=False,
    )


def _time(document: Document, words: str, day: str) -> TimeExpression:
    return TimeExpression(
        id=make_id("tim", document.id, words),
        document=document.id,
        span=span(document, words),
        date=Date(edtf=day, earliest=day, latest=day, basis="resolved"),
        sentence=span(document, document.text),
    )
