"""Attributions of one page as claims: who says what, by which words, and to what effect."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Span

from histor.annotate import Attribution
from histor.extract.evidence import span_of, trimmed
from histor.extract.lexicons import acts
from histor.records import (
    Claim,
    ClaimAct,
    ClaimSource,
    Date,
    Document,
    Dropped,
    Entity,
    EntityKind,
    TimeExpression,
    make_id,
)

__all__ = ["extract_claims"]

_QUOTE_PAIR = re.compile(r"[\"“«„]([^\"”»“«„]*)[\"”»“]")
_PRONOUNS: dict[str, tuple[EntityKind, ...]] = {
    "he": ("person",),
    "she": ("person",),
    "it": ("organization", "place", "group"),
}
#: characters of context in which a quotation mark that belongs to a span may stand
_REACH = 2
_LONGEST = 4_000
#: words that may be missing between two parts of one content
_GAP = 6


def extract_claims(
    document: Document,
    doc: Doc,
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
) -> tuple[tuple[Claim, ...], tuple[Dropped, ...]]:
    """Return the page's claims in the order of their contents, and the attributions left out.

    A content in several parts becomes one claim for each part that says something by itself, all
    with the same source and cue.
    """
    claims: dict[str, Claim] = {}
    dropped: list[Dropped] = []
    attributions: tuple[Attribution, ...] = doc._.attributions
    resolver = _Resolver(document, entities)
    for found in attributions:
        contents = [c for c in _joined(found, attributions) if _says_something(c)]
        if found.cue is None or not contents:
            words = found.cue.text if found.cue is not None else ""
            detail = f"the cue “{words}” has no content"
            dropped.append(Dropped(record=document.id, code="no_content", detail=detail))
            continue
        source = resolver.source(found.source)
        for content in contents:
            claim = _claim(document, found, content, source, times)
            claims.setdefault(claim.id, claim)
    chained = _with_chains(tuple(claims.values()))
    return tuple(sorted(chained, key=lambda c: (c.content.start, c.content.end, c.id))), tuple(
        dropped
    )


def _joined(found: Attribution, attributions: Sequence[Attribution]) -> list[Span]:
    """Join parts of a content that only a few words of the same sentence part.

    Words of a cue, or of this attribution's source, keep parts apart: “a”, said X, “b”.
    """
    fences = [a.cue for a in attributions if a.cue is not None]
    if found.source is not None:
        fences.append(found.source)
    joined: list[Span] = []
    for part in sorted(found.contents, key=lambda c: c.start):
        last = joined[-1] if joined else None
        if (
            last is not None
            and part.start - last.end <= _GAP
            and (part.start == last.end or part.sent.start == last[-1].sent.start)
            and not any(f.start < part.start and last.end < f.end for f in fences)
        ):
            joined[-1] = found.contents[0].doc[last.start : part.end]
        else:
            joined.append(part)
    return [_completed(part, fences) for part in joined]


def _completed(part: Span, fences: Sequence[Span]) -> Span:
    """Add the words right after a content that hang on it in the tree, as “of Lima” may."""
    doc, start, end = part.doc, part.start, part.end
    limit = min(part[-1].sent.end, end + _GAP)
    for stop in range(limit, end, -1):
        more = doc[end:stop]
        if (
            not more[-1].is_punct
            and all(start <= token.head.i < stop for token in more)
            and not any(f.start < stop and end < f.end for f in fences)
        ):
            return doc[start:stop]
    return part


def _says_something(content: Span) -> bool:
    words = [t for t in content if t.is_alpha]
    return len(words) >= 2 or (len(words) == 1 and len(words[0]) > 3)


def _claim(
    document: Document,
    found: Attribution,
    content: Span,
    source: ClaimSource | None,
    times: Sequence[TimeExpression],
) -> Claim:
    text = document.text
    start, end = trimmed(text, content.start_char, content.end_char)
    quoted = _is_quoted(text, start, end)
    start, end = trimmed(text, start, end, quotes=True)
    cue = found.cue
    said = span_of(document, cue.start_char, cue.end_char) if cue is not None else None
    return Claim(
        id=make_id("clm", document.id, said and [said.start, said.end], start, end),
        document=document.id,
        source=source,
        cue=said,
        content=span_of(document, start, end),
        act=_act(cue),
        quoted=quoted,
        date=_date_beside(found, times),
    )


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether at least four fifths of the letters stand inside quotation marks."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    inside = 0
    for match in _QUOTE_PAIR.finditer(text, low, high):
        a, b = max(match.start(1), start), min(match.end(1), end)
        inside += sum(c.isalnum() for c in text[a:b])
    if inside == 0 and text[low : start + 1].strip()[:1] in {"“", "«", "„"}:
        # a quotation that is opened and never closed, as pages often lose the closing mark
        inside = sum(c.isalnum() for c in text[start:end])
    total = sum(c.isalnum() for c in text[start:end])
    return total > 0 and inside >= 0.8 * total


def _act(cue: Span | None) -> ClaimAct:
    if cue is None:
        return "assert"
    table = acts()
    lemmas = [t.lemma_.lower() for t in cue]
    negated = any(t.dep_ == "neg" or t.lower_ in {"not", "n't", "never"} for t in cue)
    after = cue.doc[cue.end].lower_ if cue.end < len(cue.doc) else ""
    for i, lemma in enumerate(lemmas):
        following = lemmas[i + 1] if i + 1 < len(lemmas) else after
        act = table.get(f"{lemma} {following}") or table.get(lemma)
        if act:
            return "assert" if negated and act == "deny" else act
    return "assert"


def _date_beside(found: Attribution, times: Sequence[TimeExpression]) -> Date | None:
    """Return the date that stands beside the cue in its sentence and outside the content."""
    cue = found.cue
    if cue is None:
        return None
    low, high = cue.sent.start_char, cue.sent.end_char
    best = None
    for time in times:
        if not low <= time.span.start < high or time.date is None:
            continue
        if any(c.start_char <= time.span.start < c.end_char for c in found.contents):
            continue
        gap = min(abs(time.span.start - cue.end_char), abs(cue.start_char - time.span.end))
        if gap <= 30 and (best is None or gap < best[0]):
            best = (gap, time.date)
    return best[1] if best else None


class _Resolver:
    """Ties the words that name a source to an entity of the page."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._document = document
        self._mentions = sorted(
            ((m.start, m.end, e) for e in entities for m in e.mentions), key=lambda m: m[:2]
        )

    def source(self, span: Span | None) -> ClaimSource | None:
        if span is None:
            return None
        start, end = trimmed(self._document.text, span.start_char, span.end_char)
        if start >= end:
            return None
        words = span_of(self._document, start, end)
        return ClaimSource(text=words.text, span=words, entity=self._entity(span, start, end))

    def _entity(self, span: Span, start: int, end: int) -> str | None:
        kinds = _PRONOUNS.get(span.text.lower())
        if kinds:
            return self._antecedent(span, kinds)
        inside = [(a, b, e) for a, b, e in self._mentions if start <= a and b <= end]
        people = [m for m in inside if m[2].kind == "person"]
        if people:
            return people[0][2].id
        head = span.root
        for a, b, entity in inside:
            if a <= head.idx < b and entity.kind in {"organization", "place", "group"}:
                return entity.id
        return None

    def _antecedent(self, span: Span, kinds: tuple[EntityKind, ...]) -> str | None:
        """Return the nearest person or body before a pronoun, unless two could be meant."""
        low = span.start_char - 400
        near = [
            e for a, b, e in self._mentions if low <= a and b <= span.start_char and e.kind in kinds
        ]
        if not near:
            return None
        if kinds != ("person",) and len({e.id for e in near}) > 1:
            return None
        return near[-1].id


def _with_chains(claims: Sequence[Claim]) -> list[Claim]:
    """Give each claim the speakers whose own contents wrap it, nearest first."""
    out = []
    for claim in claims:
        around = [
            other
            for other in claims
            if other.source
            and claim.source
            and claim.cue
            and other.content.end - other.content.start < _LONGEST
            and other.content.start <= claim.source.span.start
            and claim.cue.end <= other.content.end
            and other.content.start <= claim.content.start
            and claim.content.end <= other.content.end
            and other.source.text != claim.source.text
        ]
        around.sort(key=lambda c: c.content.end - c.content.start)
        chain = tuple(o.source for o in around if o.source)
        out.append(msgspec.structs.replace(claim, chain=chain))
    return out
