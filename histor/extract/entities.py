"""Persons, bodies, places and groups that one page names, each with all its mentions there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from histor.extract.evidence import span_of
from histor.extract.gazetteer import is_known_place
from histor.extract.lexicons import titles
from histor.extract.roles import role_of
from histor.records import Document, Dropped, Entity, EntityKind, Name, Role, make_id

__all__ = ["extract_entities", "name_key"]

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "PLACE": "place",
    "GROUP": "group",
    "OTHER": "other",
}
_ARTICLES = frozenset(["the", "a", "an"])
_EDGE = re.compile(r"^[\W_]+|(?:['’]s)?[\W_]*$")
_HONORIFICS = frozenset(
    ["mr", "mrs", "ms", "dr", "sir", "lord", "lady", "st", "gen", "col", "sen", "rep", "gov"]
)


@dataclass(slots=True)
class _Mention:
    start: int
    end: int
    text: str
    kind: EntityKind
    role: Role | None


@dataclass(slots=True)
class _Group:
    kind: EntityKind
    mentions: list[_Mention] = field(default_factory=list)


def name_key(name: str) -> str:
    """Return the form in which two spellings of one name that differ only in case are equal."""
    words = re.findall(r"\w+", name.casefold())
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


def extract_entities(
    document: Document, doc: Doc
) -> tuple[tuple[Entity, ...], tuple[Dropped, ...]]:
    """Return the page's entities in order of first mention, and the names that were left out."""
    mentions: list[_Mention] = []
    dropped: list[Dropped] = []
    for ent in doc.ents:
        mention = _mention(document, ent)
        if mention is None:
            detail = f"“{ent.text}” ({ent.label_}) is no name"
            dropped.append(Dropped(record=document.id, code="not_a_name", detail=detail))
        else:
            mentions.append(mention)
    kinds = _kinds_by_vote(mentions)
    _correct_places(kinds)
    groups: dict[tuple[EntityKind, str], _Group] = {}
    for mention in mentions:
        key = name_key(mention.text)
        kind = kinds[key]
        groups.setdefault((kind, key), _Group(kind)).mentions.append(mention)
    for short, full in _aliases(groups, document.text).items():
        groups[full].mentions += groups.pop(short).mentions
    entities = sorted(
        (_entity(document, group) for group in groups.values()), key=lambda e: e.mentions[0].start
    )
    return tuple(entities), tuple(dropped)


def _mention(document: Document, ent: Span) -> _Mention | None:
    kind = _KINDS.get(ent.label_)
    if kind is None:
        return None
    tokens = list(ent)
    lead = 0
    while lead < len(tokens) - 1 and (
        tokens[lead].lower_ in _ARTICLES
        or (
            kind == "person"
            and tokens[lead].lower_.strip(".") in titles() | _HONORIFICS
            and tokens[lead + 1].text[:1].isupper()
        )
    ):
        lead += 1
    start, end = tokens[lead].idx, tokens[-1].idx + len(tokens[-1].text)
    text = document.text[start:end]
    edge = _EDGE.match(text)
    if edge and edge.end() < len(text):
        start += edge.end()
    tail = re.search(r"(?:['’]s)?[\W_]*$", document.text[start:end])
    if tail:
        end -= len(tail.group())
    # a full stop that belongs to the name stays: "U.S."
    if document.text[end : end + 1] == "." and re.search(r"\w\.\w$", document.text[start:end]):
        end += 1
    text = document.text[start:end]
    if not any(c.isalpha() for c in text) or text.islower() or len(text) > 200:
        return None
    role = role_of(document, ent) if kind == "person" else None
    return _Mention(start, end, text, kind, role)


def _kinds_by_vote(mentions: Iterable[_Mention]) -> dict[str, EntityKind]:
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for mention in mentions:
        votes[name_key(mention.text)][mention.kind] += 1
    order = list(_KINDS.values())
    return {
        key: max(count, key=lambda k: (count[k], -order.index(k))) for key, count in votes.items()
    }


def _correct_places(kinds: dict[str, EntityKind]) -> None:
    """Make a place of a known place's bare name that was read as a person's.

    Capitals that speak for governments ("Lima denied …") are taken for persons where nothing else
    on the page is a person of that name.
    """
    for key, kind in kinds.items():
        if kind in {"person", "other"} and is_known_place(key):
            bearer = any(
                k == "person" and key != other and key in other.split()
                for other, k in kinds.items()
            )
            if not bearer:
                kinds[key] = "place"


def _aliases(
    groups: dict[tuple[EntityKind, str], _Group], text: str
) -> dict[tuple[EntityKind, str], tuple[EntityKind, str]]:
    """Return short forms with the one full name on the page that they can stand for."""
    found: dict[tuple[EntityKind, str], tuple[EntityKind, str]] = {}
    people = [key for kind, key in groups if kind == "person" and " " in key]
    for kind, key in groups:
        if kind == "person" and " " not in key:
            full = [p for p in people if p.split()[-1] == key]
            full = full or [p for p in people if p.split()[0] == key]
            if len(full) == 1:
                found[kind, key] = (kind, full[0])
        elif kind == "organization" and key.isalnum() and len(key) <= 8:
            full = [
                k
                for c, k in groups
                if c == kind and " " in k and _introduced(groups[c, k], key, text)
            ]
            if len(full) == 1:
                found[kind, key] = (kind, full[0])
    return found


def _introduced(group: _Group, short: str, text: str) -> bool:
    """Say whether the page gives the short form in brackets right after the full name."""
    return any(
        text[m.end : m.end + len(short) + 3].casefold().startswith(f" ({short})")
        for m in group.mentions
    )


def _entity(document: Document, group: _Group) -> Entity:
    mentions = sorted(group.mentions, key=lambda m: m.start)
    counts = Counter(m.text for m in mentions)
    name = max(counts, key=lambda n: (len(n.split()), counts[n], -len(n), n))
    return Entity(
        id=make_id("ent", document.id, group.kind, name_key(name)),
        name=name,
        kind=group.kind,
        names=tuple(Name(text=t, count=n) for t, n in sorted(counts.items(), key=_by_count)),
        roles=_unique_roles([m.role for m in mentions if m.role]),
        mentions=tuple(span_of(document, m.start, m.end) for m in mentions),
    )


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _unique_roles(roles: Sequence[Role]) -> tuple[Role, ...]:
    merged: dict[tuple[str, str | None], Role] = {}
    for role in roles:
        key = (role.title.casefold(), role.of)
        if key in merged:
            evidence = (*merged[key].evidence, *role.evidence)
            merged[key] = Role(title=merged[key].title, of=role.of, evidence=evidence)
        else:
            merged[key] = role
    return tuple(merged.values())
