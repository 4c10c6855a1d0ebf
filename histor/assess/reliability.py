"""How far outlets and speakers may be relied on: NATO AJP-2.1, A to F.

Every source starts at F, "cannot be judged", and moves only on grounds that the record names: the
user's own list, or a track record inside the case, which is what the speaker foretold and what
became of it. The program never gives an A: no case is long enough for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from histor.assess.source_list import Listed
from histor.counts import counted
from histor.link.names import name_key
from histor.records import (
    Claim,
    Document,
    Entity,
    Reliability,
    Source,
    Span,
    Warning,
    make_id,
)

__all__ = ["WORDINGS", "graded", "sources_of"]

WORDINGS: dict[Reliability, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
#: statements come due from which a record counts, and from which it counts for more
_FEW, _MANY = 3, 6
#: shares borne out, in percent
_FAIRLY, _USUALLY, _NOT, _UNRELIABLE = 75, 90, 50, 20
_SHOWN = 6


def sources_of(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    entities: Mapping[str, Entity],
    warnings: Sequence[Warning],
    listed: Mapping[str, Listed],
) -> tuple[Source, ...]:
    """Return the outlets and speakers of a case, by kind and name."""
    found = [*_outlets(documents, listed), *_speakers(claims, entities, warnings, listed)]
    return tuple(sorted(found, key=lambda s: (s.kind, s.name, s.id)))


def graded(due: int, borne_out: int) -> tuple[Reliability, str]:
    """Return the grade of a track record and the grounds for it.

    >>> graded(4, 3)
    ('C', '3 of 4 statements about the future that came due were borne out')
    >>> graded(2, 2)[0]
    'F'
    """
    if due < _FEW:
        few = f"only {counted(due, 'statement')} about the future came due" if due else ""
        return "F", few or "no list names it, and nothing that it foretold came due"
    share = 100 * borne_out / due
    why = f"{borne_out} of {due} statements about the future that came due were borne out"
    if share >= _USUALLY and due >= _MANY:
        return "B", why
    if share >= _FAIRLY:
        return "C", why
    if share < _UNRELIABLE and due >= _MANY:
        return "E", why
    if share < _NOT:
        return "D", why
    return "F", f"{why}, which tells neither way"


def _outlets(documents: Iterable[Document], listed: Mapping[str, Listed]) -> Iterable[Source]:
    pages: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document in documents:
        if document.outlet:
            pages[name_key(document.outlet)].append((document.outlet, document.id))
    for key, own in pages.items():
        grade, why = _grounds(listed.get(key), 0, 0)
        yield Source(
            id=make_id("source", "outlet", key),
            name=min(name for name, _ in own),
            kind="outlet",
            documents=tuple(sorted(document for _, document in own)),
            reliability=grade,
            wording=WORDINGS[grade],
            why=why,
        )


def _speakers(
    claims: Iterable[Claim],
    entities: Mapping[str, Entity],
    warnings: Sequence[Warning],
    listed: Mapping[str, Listed],
) -> Iterable[Source]:
    said: dict[str, list[str]] = defaultdict(list)
    foretelling = {w.claim for w in warnings}
    speaker: dict[str, str] = {}
    for claim in claims:
        if claim.source is not None and claim.source.entity in entities:
            entity = claim.source.entity or ""
            said[entity].append(claim.document)
            if claim.id in foretelling:
                speaker[claim.id] = entity
    outcomes: dict[str, dict[tuple[str, str], Warning]] = defaultdict(dict)
    for warning in warnings:
        if warning.claim in speaker and warning.outcome != "open":
            # one thing foretold on many pages comes due once
            told = (warning.event_type, warning.window.edtf)
            outcomes[speaker[warning.claim]].setdefault(told, warning)
    for entity, own in said.items():
        names = [name_key(n.text) for n in entities[entity].names]
        due = list(outcomes[entity].values())
        borne_out = sum(w.outcome == "borne_out" for w in due)
        entry = next((listed[n] for n in names if n in listed), None)
        grade, why = _grounds(entry, len(due), borne_out)
        evidence: list[Span] = [w.evidence[0] for w in due[:_SHOWN]]
        yield Source(
            id=make_id("source", "speaker", entity),
            name=entities[entity].name,
            kind="speaker",
            entity=entity,
            documents=tuple(sorted(set(own))),
            claims=len(own),
            due=len(due),
            borne_out=borne_out,
            reliability=grade,
            wording=WORDINGS[grade],
            why=why,
            evidence=tuple(evidence),
        )


def _grounds(listed: Listed | None, due: int, borne_out: int) -> tuple[Reliability, str]:
    """Return the grade and its grounds: the user's word stands before the case's."""
    if listed is not None:
        given = f": {listed.why}" if listed.why else ""
        return listed.reliability, f"the user’s list says so{given}"
    return graded(due, borne_out)
