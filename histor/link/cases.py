"""The pages of a case as one whole: entities across pages, and claims that point to them."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

import msgspec

from histor.ids import Ids, Renamed
from histor.link.actors import Actors
from histor.link.clusters import clusters
from histor.link.copies import find_copies
from histor.link.described_sources import with_described_sources
from histor.link.entity_reasons import Reasons
from histor.link.events import link_events, with_case_events
from histor.link.kinds import agree_on_kinds, named_alike
from histor.link.names import name_key
from histor.link.origins import copied_text, find_origins, pair_of
from histor.link.other_spellings import judge_spellings
from histor.link.pages import Pages
from histor.link.redating import redated
from histor.link.rewrites import find_rewrites
from histor.link.same_claims import with_same_claims
from histor.link.same_name import judge, name_node
from histor.link.stories import find_stories
from histor.link.undated import undated_pages
from histor.link.vectors import OTHERS, News
from histor.link.written import stale_dates, written_dates
from histor.records import (
    Claim,
    ClaimSource,
    Document,
    Entity,
    Event,
    Figure,
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
from histor.shelf import ById, Shelf

__all__ = ["Linked", "link", "link_entities"]

_T = TypeVar("_T")


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What linking makes of a case's pages; what there is much of is decoded when asked for."""

    #: those made here, beside those that were given
    judgements: Sequence[Judgement]
    #: by id
    entities: Sequence[Entity]
    #: by document and place in it
    claims: Sequence[Claim]
    #: by date and id
    events: Sequence[Event]
    #: by id
    origins: tuple[Origin, ...]
    #: by id
    stories: tuple[Story, ...]
    #: by id
    findings: tuple[Finding, ...]
    #: by id, each naming its origin
    documents: Sequence[Document]
    #: by document and place in it, counted from the day each page was written
    times: Sequence[TimeExpression]
    #: those that no event carries, by document and place in it
    figures: Sequence[Figure]
    #: the pages' words, weighed
    news: News
    #: a page's entity id to the case's
    ids: Mapping[str, str]
    #: the entities by id, without the places where they are named
    known: Mapping[str, Entity]
    #: the id of each country that is named, by its ISO 3166 code
    countries: dict[str, str]
    #: the places of documents, claims and events among theirs
    document_at: Mapping[str, int]
    claim_at: Mapping[str, int]
    event_at: Mapping[str, int]


def link(records: Iterable[PageRecord], judgements: Iterable[Judgement] | None = None) -> Linked:
    """Link the entities of all pages; the same for any order of ``records``.

    ``judgements`` are those that stand, oldest first; without them the program's own are made.
    """
    pages = Pages.of(records)
    made, entities, ids = link_entities(pages, judgements)
    slim: Shelf[Entity] = Shelf(Entity, map(unplaced, entities))
    known = ById(_numbered(e.id for e in slim), slim)
    actors = Actors(entities)
    entity_of = actors.entity_of(ids)
    news = News(pages, entity_of)
    same_text = find_copies(pages.documents)
    copied = frozenset(pair_of(c.dependent, c.source) for c in same_text if c.kind == "copy")
    retold = find_rewrites(pages.by_id, news, copied)
    judged = written_dates(pages, same_text, retold, news, named_alike(slim, entity_of))
    for n, document in enumerate(pages.documents):
        if document.id in judged:
            pages.put(n, redated(pages[n], judged[document.id]))
        else:  # a page that nothing contradicts was written on the day it gives
            written = msgspec.structs.replace(document, written=document.page_date)
            pages.documents.put(n, written)
    stories, events, renamed = _told_together(pages, ids, known, actors, news)
    claims: Shelf[Claim] = Shelf(
        Claim,
        with_case_events(
            with_described_sources(
                (_remapped(claim, ids, actors) for own in pages.claims for claim in _in_order(own)),
                known.values(),
            ),
            renamed,
        ),
    )
    claims = Shelf(Claim, with_same_claims(claims, actors.speaks_for))
    pages.put_away()
    origins = find_origins(pages, same_text, retold, claims, known)
    story_of = {d: s.id for s in stories for d in s.documents}
    origin_of = {d: o.id for o in origins for d in o.documents}
    documents = Shelf(
        Document,
        (
            msgspec.structs.replace(d, origin=origin_of[d.id], story=story_of[d.id])
            for d in pages.documents
        ),
    )
    return Linked(
        judgements=made,
        entities=entities,
        claims=claims,
        events=Shelf(Event, (_placed(e, origin_of, story_of) for e in events)),
        origins=origins,
        stories=stories,
        findings=tuple(
            sorted(
                (
                    *copied_text(origins, ById(pages.numbers, documents)),
                    *undated_pages(pages),
                    *stale_dates(pages, judged),
                ),
                key=lambda f: f.id,
            )
        ),
        documents=documents,
        times=Shelf(TimeExpression, (t for own in pages.times for t in sorted(own, key=_start))),
        figures=Shelf(Figure, (f for own in pages.figures for f in own)),
        news=news,
        ids=ids,
        known=known,
        countries=actors.countries,
        document_at=pages.numbers,
        claim_at=_numbered(c.id for c in claims),
        event_at=_numbered(e.id for e in events),
    )


def _told_together(
    pages: Pages, ids: Mapping[str, str], known: Mapping[str, Entity], actors: Actors, news: News
) -> tuple[tuple[Story, ...], Sequence[Event], Mapping[str, str]]:
    """Return the stories, the events, and each page event's id to the case's."""
    weighed = news.weighed(OTHERS)
    stories = find_stories(pages.by_id, weighed)
    return stories, *link_events(pages, ids, known.values(), actors, weighed)


def link_entities(
    pages: Iterable[PageRecord], judgements: Iterable[Judgement] | None = None
) -> tuple[Sequence[Judgement], Sequence[Entity], Mapping[str, str]]:
    """Return the judgements made here, the case's entities by id, and which a page's entity is.

    ``judgements`` are those that stand; there are a dozen a page, and they are not held on to.
    """
    pages = Pages.of(pages)
    made = [*agree_on_kinds(pages), *judge_spellings(_Named(pages))]
    if judgements is None:
        made = [*(j for page in pages for j in judge(page)), *made]
    cluster = clusters(made if judgements is None else chain(judgements, made))
    reasons = Reasons(made, cluster)
    merged: Shelf[Entity] = Shelf(Entity)
    found: dict[str, int] = {}

    def each() -> Iterator[tuple[str, str]]:
        for members in _groups(pages, cluster):
            id_ = _id_of(members, cluster)
            found[id_] = len(merged)
            why = reasons.of(members, cluster.get(members[0].id))
            merged.append(_merged(id_, members, why))
            yield from ((e.id, id_) for e in members)

    ids = Renamed(each())
    merged.arrange([found[id_] for id_ in sorted(found)])
    return made, merged, ids


def _numbered(ids: Iterable[str]) -> Ids:
    return Ids((id_, n) for n, id_ in enumerate(ids))


class _Named(Iterable[Entity]):
    """The entities of all pages, to be gone through more than once."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def __iter__(self) -> Iterator[Entity]:
        return (e for own in self._pages.entities for e in own)


def unplaced(entity: Entity) -> Entity:
    """Return an entity without the places where it is named: there may be many."""
    roles = tuple(msgspec.structs.replace(r, evidence=()) for r in entity.roles)
    return msgspec.structs.replace(entity, mentions=(), roles=roles, reasons=())


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


def _groups(pages: Pages, cluster: Mapping[str, str]) -> Iterator[list[Entity]]:
    """Group entities by cluster and kind: whatever was judged, two kinds are never one entity.

    The entities that one page alone names come as they are met, the others last.
    """
    count: Counter[tuple[str, str]] = Counter()
    for own in pages.entities:
        count.update({(cluster.get(e.id, e.id), e.kind) for e in own})
    met: Shelf[Entity] = Shelf(Entity)
    groups: dict[tuple[str, str], array[int]] = defaultdict(lambda: array("i"))
    for own in pages.entities:
        alone: dict[tuple[str, str], list[Entity]] = defaultdict(list)
        for entity in sorted(own, key=lambda e: e.id):
            key = cluster.get(entity.id, entity.id), entity.kind
            if count[key] == 1:
                alone[key].append(entity)
            else:
                groups[key].append(len(met))
                met.append(entity)
        yield from alone.values()
    for places in groups.values():
        yield [met[n] for n in places]


def _merged(id_: str, members: Sequence[Entity], reasons: tuple[str, ...]) -> Entity:
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
        sector=_sector([e.sector for e in members]),
        roles=_roles(members),
        place=_agreed([e.place for e in members]),
        mentions=tuple(
            sorted(
                {s.place: s for e in members for s in e.mentions}.values(), key=lambda s: s.place
            )
        ),
        reasons=reasons,
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


def _sector(told: Sequence[str | None]) -> str | None:
    """Return the sector on which pages agree, or the one that is no state's own.

    A page that does not call a force a militia has only its name, which tells an army.
    """
    return _agreed([s for s in told if s != "MIL"]) or _agreed(told)


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


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: (c.content.start, c.content.end, c.id))


def _remapped(claim: Claim, ids: Mapping[str, str], actors: Actors) -> Claim:
    return msgspec.structs.replace(
        claim,
        source=_pointed(claim.source, ids, actors) if claim.source else None,
        chain=tuple(_pointed(c, ids, actors) for c in claim.chain),
    )


def _pointed(source: ClaimSource, ids: Mapping[str, str], actors: Actors) -> ClaimSource:
    entity = ids.get(source.entity) if source.entity else None
    return msgspec.structs.replace(source, entity=actors.government(entity) if entity else None)
