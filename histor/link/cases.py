"""The pages of a case as one whole: entities across pages, and claims that point to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from histor.link.actors import Actors
from histor.link.clusters import clusters
from histor.link.described_sources import with_described_sources
from histor.link.events import link_events, with_case_events
from histor.link.names import name_key
from histor.link.origins import copied_text, find_origins
from histor.link.other_spellings import judge_spellings
from histor.link.redating import redated
from histor.link.same_claims import with_same_claims
from histor.link.same_name import judge, name_node
from histor.link.stories import CLOSE, find_stories
from histor.link.undated import undated_pages
from histor.link.vectors import OTHERS, News
from histor.link.written import stale_dates, written_dates
from histor.records import (
    Claim,
    ClaimSource,
    Document,
    Entity,
    Event,
    Finding,
    Judgement,
    Name,
    Origin,
    PageRecord,
    Role,
    Span,
    Story,
    TimeExpression,
)

__all__ = ["Linked", "link", "link_entities"]

_T = TypeVar("_T")


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What linking makes of a case's pages."""

    judgements: tuple[Judgement, ...]
    #: by id
    entities: tuple[Entity, ...]
    #: by document and place in it
    claims: tuple[Claim, ...]
    #: by date and id
    events: tuple[Event, ...]
    #: by id
    origins: tuple[Origin, ...]
    #: by id
    stories: tuple[Story, ...]
    #: by id
    findings: tuple[Finding, ...]
    #: by id, each naming its origin
    documents: tuple[Document, ...]
    #: by document and place in it, counted from the day each page was written
    times: tuple[TimeExpression, ...]
    #: the pages' words, weighed
    news: News
    #: a page's entity id to the case's
    ids: dict[str, str]


def link(records: Iterable[PageRecord], judgements: Sequence[Judgement] | None = None) -> Linked:
    """Link the entities of all pages; the same for any order of ``records``.

    ``judgements`` are those that stand, oldest first; without them the program's own are made.
    """
    pages = sorted(records, key=lambda r: r.document.id)
    judgements, entities, ids = link_entities(pages, judgements)
    actors = Actors(entities)
    entity_of = actors.entity_of(ids)
    news = News(pages, entity_of)
    judged = written_dates(pages, news, entity_of)
    pages = [redated(page, judged.get(page.document.id)) for page in pages]
    weighed = News(pages, entity_of, others=OTHERS)
    dated = {p.document.id: p.document for p in pages}
    stories = find_stories(dated, weighed)
    close = find_stories(dated, news, CLOSE)
    events, renamed = link_events(pages, ids, entities, actors, weighed, close)
    claims = tuple(_remapped(claim, ids) for page in pages for claim in _in_order(page))
    claims = with_described_sources(claims, entities)
    claims = with_case_events(claims, renamed)
    claims = with_same_claims(claims, news, actors.speaks_for)
    origins = find_origins(pages, claims, {e.id: e for e in entities}, news)
    story_of = {d: s.id for s in stories for d in s.documents}
    origin_of = {d: o.id for o in origins for d in o.documents}
    documents = {
        p.document.id: msgspec.structs.replace(
            p.document, origin=origin_of[p.document.id], story=story_of[p.document.id]
        )
        for p in pages
    }
    return Linked(
        judgements=tuple(judgements),
        entities=entities,
        claims=claims,
        events=tuple(_placed(e, origin_of, story_of) for e in events),
        origins=origins,
        stories=stories,
        findings=tuple(
            sorted(
                (
                    *copied_text(origins, documents),
                    *undated_pages(pages),
                    *stale_dates(pages, judged),
                ),
                key=lambda f: f.id,
            )
        ),
        documents=tuple(documents[d] for d in sorted(documents)),
        times=tuple(t for p in pages for t in sorted(p.times, key=_start)),
        news=news,
        ids=ids,
    )


def link_entities(
    pages: Sequence[PageRecord], judgements: Sequence[Judgement] | None = None
) -> tuple[Sequence[Judgement], tuple[Entity, ...], dict[str, str]]:
    """Return the judgements that stand, the case's entities by id, and which a page's entity is."""
    if judgements is None:
        judgements = [j for page in pages for j in judge(page)]
    entities = [e for page in pages for e in page.entities]
    judgements = [*judgements, *judge_spellings(entities)]
    cluster = clusters(judgements)
    groups = {_id_of(group, cluster): group for group in _groups(pages, cluster)}
    ids = {e.id: id_ for id_, group in groups.items() for e in group}
    return judgements, tuple(_merged(id_, groups[id_]) for id_ in sorted(groups)), ids


def _start(time: TimeExpression) -> tuple[int, int, str]:
    return time.span.start, time.span.end, time.id


def _placed(event: Event, origin_of: Mapping[str, str], story_of: Mapping[str, str]) -> Event:
    """Return the event with the number of its origins, and the story that tells it most."""
    documents = sorted({m.span.document for m in event.mentions})
    stories = Counter(story_of[d] for d in documents)
    return msgspec.structs.replace(
        event,
        origins=len({origin_of[d] for d in documents}),
        story=min(stories, key=lambda s: (-stories[s], s)),
    )


def _groups(pages: Sequence[PageRecord], cluster: Mapping[str, str]) -> Iterable[list[Entity]]:
    """Group entities by cluster and kind: whatever was judged, two kinds are never one entity."""
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for page in pages:
        for entity in sorted(page.entities, key=lambda e: e.id):
            groups[cluster.get(entity.id, entity.id), entity.kind].append(entity)
    return groups.values()


def _merged(id_: str, members: Sequence[Entity]) -> Entity:
    counts: Counter[str] = Counter()
    for entity in members:
        for name in entity.names:
            counts[name.text] += name.count
    names = sorted(counts.items(), key=lambda n: (-n[1], n[0]))
    return Entity(
        id=id_,
        name=_best_name(members, counts),
        kind=members[0].kind,
        names=tuple(Name(text=text, count=count) for text, count in names),
        country=_agreed([e.country for e in members]),
        sector=_agreed([e.sector for e in members]),
        roles=_roles(members),
        place=_agreed([e.place for e in members]),
        mentions=tuple(
            sorted(
                {s.place: s for e in members for s in e.mentions}.values(), key=lambda s: s.place
            )
        ),
    )


def _best_name(members: Sequence[Entity], counts: Counter[str]) -> str:
    """Return the name most pages settle on; of equals, the one used more often.

    A person's full name stands before the surname, a body's before its initials.
    """
    pages = Counter(e.name for e in members)
    whole = {"person", "organization"} & {members[0].kind}
    return min(
        pages,
        key=lambda name: (
            bool(whole) and " " not in name, -pages[name], -counts[name], name.isupper(), name
        ),
    )  # fmt: skip


def _agreed(values: Sequence[_T | None]) -> _T | None:
    """Return what all pages that know say; where they differ, nothing."""
    known = [v for v in values if v is not None]
    return known[0] if known and all(v == known[0] for v in known) else None


def _roles(members: Sequence[Entity]) -> tuple[Role, ...]:
    evidence: dict[tuple[str, str | None], dict[tuple[str, int, int], Span]] = defaultdict(dict)
    for entity in members:
        for role in entity.roles:
            evidence[role.title, role.of].update({s.place: s for s in role.evidence})
    return tuple(
        Role(title=title, of=of, evidence=tuple(spans[p] for p in sorted(spans)))
        for (title, of), spans in sorted(evidence.items(), key=lambda i: (i[0][0], i[0][1] or ""))
    )


def _id_of(members: Sequence[Entity], cluster: Mapping[str, str]) -> str:
    """Return the id of the name its bearers share; where they share none, their least own id."""
    root = cluster.get(members[0].id)
    names = {name_node(e.kind, name_key(e.name)) for e in members}
    shared = [name for name in names if root is not None and cluster.get(name) == root]
    return min(shared or [e.id for e in members])


def _in_order(page: PageRecord) -> list[Claim]:
    return sorted(page.claims, key=lambda c: (c.content.start, c.content.end, c.id))


def _remapped(claim: Claim, ids: dict[str, str]) -> Claim:
    return msgspec.structs.replace(
        claim,
        source=_pointed(claim.source, ids) if claim.source else None,
        chain=tuple(_pointed(c, ids) for c in claim.chain),
    )


def _pointed(source: ClaimSource, ids: dict[str, str]) -> ClaimSource:
    entity = ids.get(source.entity) if source.entity else None
    return msgspec.structs.replace(source, entity=entity)
