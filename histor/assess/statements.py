"""Statements set against each other: denials, altered quotes, words given to two mouths.

Denials are what the page says they are. Quotes are compared word by word: the same speaker quoted
in other words on another page, or the same words in another mouth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from histor.link.pairs import pairs_sharing
from histor.records import Claim, Document, Entity, Finding, FindingKind, Span, make_id

__all__ = ["statement_findings"]

_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r"[“\"«„‘]([^“”\"«»„‘]{12,400})[”\"»’]")
_DENYING = re.compile(r"\b(?:den(?:y|ie[sd]|ying|ials?)|refut\w+|disput\w+|disavow\w*)\b")
#: likeness of two names from which they may be one
_ONE_NAME = 0.8
#: words of a quote that is compared
_FEWEST = 5
#: likeness from which two quotes are one said in other words, and from which they are one
_LIKE, _SAME = 0.62, 0.97
#: words of a denial's content
_DENIED = 3
#: quotes that share a word beyond which the word proposes nothing
_COMMON = 40


def statement_findings(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
    origin_of: Mapping[str, str],
    country_of: Callable[[str], str],
) -> tuple[Finding, ...]:
    """Return denials, altered quotes and contradicting attributions, by id.

    ``country_of`` maps an entity to the country it speaks for, or to itself.
    """
    found = [*_denials(claims, documents, entities)]
    found += _quotes(claims, documents, entities, origin_of, country_of)
    # copies repeat quotes: one finding for each two wordings
    unique = {(f.kind, f.summary): f for f in sorted(found, key=lambda f: f.id, reverse=True)}
    return tuple(sorted(unique.values(), key=lambda f: f.id))


def _denials(
    claims: Sequence[Claim], documents: Mapping[str, Document], entities: Mapping[str, Entity]
) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        cue = claim.cue.text.lower() if claim.cue is not None else ""
        if claim.act != "deny" or claim.source is None or not _DENYING.search(cue):
            continue
        if len(_WORD.findall(claim.content.text)) < _DENIED:
            continue
        who = _name(claim, entities)
        if (who, claim.content.text.casefold()) in seen:  # copies repeat it
            continue
        seen.add((who, claim.content.text.casefold()))
        page = documents[claim.document]
        evidence = [claim.content, claim.source.span]
        if claim.cue is not None:
            evidence.insert(1, claim.cue)
        yield Finding(
            id=make_id("finding", "denial", claim.id),
            kind="denial",
            summary=f"“{_short(claim.content.text)}” is denied by {who} ({_title(page)}).",
            evidence=tuple(evidence),
            events=claim.events,
            claims=(claim.id,),
            documents=(claim.document,),
        )


def _quotes(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
    origin_of: Mapping[str, str],
    country_of: Callable[[str], str],
) -> Iterator[Finding]:
    quoted: list[tuple[Claim, str, list[str]]] = []
    for claim in claims:
        if claim.source is None or claim.source.entity is None:
            continue
        inside = max(_QUOTE.findall(_around(claim, documents)), key=len, default="")
        text = inside or (claim.content.text if claim.quoted else "")
        words = [w.lower() for w in _WORD.findall(text)]
        if len(words) >= _FEWEST:
            quoted.append((claim, text, words))
    marks = ((n, {w for w in words if len(w) > _FEWEST}) for n, (_, _, words) in enumerate(quoted))
    for first, second in pairs_sharing(marks, _COMMON):
        finding = _compared(
            quoted[first], quoted[second], documents, entities, origin_of, country_of
        )
        if finding is not None:
            yield finding


def _compared(
    a: tuple[Claim, str, list[str]],
    b: tuple[Claim, str, list[str]],
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
    origin_of: Mapping[str, str],
    country_of: Callable[[str], str],
) -> Finding | None:
    (one, text, words), (other, other_text, other_words) = a, b
    likeness = Indel.normalized_similarity(words, other_words)
    speakers = [
        country_of(c.source.entity) if c.source and c.source.entity else "" for c in (one, other)
    ]
    named = [_name(c, entities) for c in (one, other)]
    same_origin = origin_of[one.document] == origin_of[other.document]
    if speakers[0] == speakers[1]:
        if same_origin or not _LIKE <= likeness < _SAME:
            return None
        return _finding(
            "altered_quote",
            one,
            other,
            f"{named[0]} is quoted in two wordings: "
            + " and ".join(f"“{x}”" for x in sorted((_short(text), _short(other_text))))
            + ".",
        )
    if likeness < _SAME or _one_name(*named):
        return None
    return _finding(
        "attribution_mismatch",
        one,
        other,
        f"“{_short(text)}” is said by {named[0]} in one place and by {named[1]} in another.",
    )


def _finding(kind: FindingKind, one: Claim, other: Claim, summary: str) -> Finding:
    spans: list[Span] = []
    for claim in (one, other):
        spans.append(claim.content)
        if claim.source is not None:
            spans.append(claim.source.span)
    first, second = sorted((one.id, other.id))
    return Finding(
        id=make_id("finding", kind, first, second),
        kind=kind,
        summary=summary,
        evidence=tuple(spans),
        claims=(first, second),
        documents=tuple(dict.fromkeys((one.document, other.document))),
    )


def _one_name(one: str, other: str) -> bool:
    """Say whether two names may be one: part of it, or another spelling."""
    words, others = ({w.lower() for w in _WORD.findall(n)} for n in (one, other))
    alike = Indel.normalized_similarity(one.lower(), other.lower()) >= _ONE_NAME
    return words <= others or others <= words or alike


def _around(claim: Claim, documents: Mapping[str, Document]) -> str:
    text = documents[claim.document].text
    return text[max(0, claim.content.start - 1) : claim.content.end + 1]


def _name(claim: Claim, entities: Mapping[str, Entity]) -> str:
    source = claim.source
    if source is None:
        return "A source"
    entity = entities.get(source.entity) if source.entity else None
    return entity.name if entity is not None else source.text


def _title(document: Document) -> str:
    return f"“{document.label}”"


def _short(text: str, most: int = 160) -> str:
    text = " ".join(text.split()).strip('“”"«» ')
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
