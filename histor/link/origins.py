"""Which pages are one witness: copies under their origin, and the outlets that pages credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from histor.link.copies import Copy
from histor.link.credits import credits_of
from histor.link.pages import Pages
from histor.link.rewrites import Rewrite, later_first
from histor.link.typesetting import foreign_marks
from histor.records import (
    Claim,
    Document,
    Entity,
    Finding,
    Origin,
    OriginLink,
    PageRecord,
    Span,
    make_id,
)

__all__ = ["copied_text", "find_origins", "pair_of"]


def find_origins(
    pages: Iterable[PageRecord],
    same_text: Sequence[Copy],
    rewrites: Iterable[Rewrite],
    claims: Iterable[Claim],
    entities: Mapping[str, Entity],
) -> tuple[Origin, ...]:
    """Return the origins by id: copies and rewrites stand together, every other page alone.

    The same for any order of ``pages``. ``same_text``: the copies among them; ``rewrites``: who
    retells whom of the others.
    """
    pages = Pages.of(pages)
    documents = pages.by_id
    retold = [later_first(r, documents) for r in rewrites]
    told_again = {pair_of(r.dependent, r.source) for r in retold}
    copies: list[Copy | Rewrite] = [
        *(c for c in same_text if pair_of(c.dependent, c.source) not in told_again),
        *(_translated(r, documents) for r in retold),
    ]
    groups = _joined(sorted(documents), copies)
    credits = credits_of(documents, claims, entities)
    depending: dict[str, list[tuple[int, OriginLink]]] = defaultdict(list)
    for n, c in enumerate(copies):
        link = OriginLink(
            from_=c.dependent,
            to=c.source,
            kind=c.kind,
            score=c.score,
            evidence=tuple(span for pair in c.passages for span in pair),
        )
        depending[c.dependent].append((n, link))
    origins = []
    for members in groups:
        own_links = sorted((x for d in members for x in depending.get(d, ())), key=itemgetter(0))
        links = [link for _, link in own_links]
        own = [credit for d in members for credit in credits.get(d, ())]
        origins.append(
            Origin(
                id=make_id("origin", *members),
                documents=tuple(members),
                links=tuple(links),
                credits=tuple(own),
            )
        )
    return tuple(sorted(origins, key=lambda o: o.id))


def copied_text(
    origins: Sequence[Origin], documents: Mapping[str, Document]
) -> tuple[Finding, ...]:
    """Return a finding for each origin whose text several pages carry."""
    found = []
    for origin in origins:
        if not origin.links:
            continue
        titles = sorted(documents[d].outlet or documents[d].label for d in origin.documents)
        evidence: dict[tuple[str, int], Span] = {}
        for link in origin.links:
            for span in link.evidence[:2]:
                evidence.setdefault((span.document, span.start), span)
        found.append(
            Finding(
                id=make_id("finding", "copied_text", *origin.documents),
                kind="copied_text",
                summary=_summary(origin, titles, documents),
                evidence=tuple(evidence.values()),
                documents=origin.documents,
            )
        )
    return tuple(sorted(found, key=lambda f: f.id))


def _summary(origin: Origin, titles: Sequence[str], documents: Mapping[str, Document]) -> str:
    if len(origin.documents) > 1:
        return (
            f"{len(origin.documents)} pages {_how(origin)} and are one origin: {', '.join(titles)}."
        )
    sources = sorted({documents[x.to].label for x in origin.links})
    own = documents[origin.documents[0]]
    return f"“{own.label}” takes a passage from “{'”, “'.join(sources)}”."


def _translated(rewrite: Rewrite, documents: Mapping[str, Document]) -> Rewrite:
    """Return a rewrite as a translation where one page alone shows another language's marks."""
    marked = [any(foreign_marks(documents[d])) for d in (rewrite.dependent, rewrite.source)]
    if marked[0] == marked[1]:
        return rewrite
    if marked[0]:
        return replace(rewrite, kind="translation")
    passages = tuple((there, here) for here, there in rewrite.passages)
    return Rewrite(rewrite.source, rewrite.dependent, "translation", rewrite.score, passages)


def _how(origin: Origin) -> str:
    kinds = {link.kind for link in origin.links}
    if kinds <= {"copy", "excerpt"}:
        return "carry the same text"
    return (
        "tell the same in other words"
        if kinds <= {"rewrite", "translation"}
        else "carry or retell one text"
    )


def pair_of(a: str, b: str) -> tuple[str, str]:
    """Return two ids in rising order."""
    return min(a, b), max(a, b)


def _joined(documents: Sequence[str], copies: Sequence[Copy | Rewrite]) -> list[list[str]]:
    """Join copies and rewrites; who takes a passage into a report of his own adds to it."""
    root = {d: d for d in documents}

    def find(d: str) -> str:
        while root[d] != d:
            root[d] = root[root[d]]
            d = root[d]
        return d

    for copy in copies:
        if copy.kind != "excerpt":
            a, b = sorted((find(copy.dependent), find(copy.source)))
            root[b] = a
    groups: dict[str, list[str]] = defaultdict(list)
    for d in documents:
        groups[find(d)].append(d)
    return list(groups.values())
