"""What a publisher changed on its own page: sentences, and the numbers and claims that went."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from rapidfuzz.distance import Indel

from histor.link import Pair, align
from histor.records import Document, Span

__all__ = ["Revision", "revisions"]

Place = tuple[str, int, int]


class Revision:
    """One page in two versions, and where the words of one stand in the other."""

    def __init__(self, before: Document, after: Document) -> None:
        self.before = before
        self.after = after
        self.pairs: tuple[Pair, ...] = align(before, after)

    @cached_property
    def removed(self) -> tuple[Span, ...]:
        """The sentences of the earlier version that the later one has in no form."""
        kept = {p.before for p in self.pairs}
        return tuple(s for n, s in enumerate(_sentences(self.before)) if n not in kept)

    @cached_property
    def added(self) -> tuple[Span, ...]:
        """The sentences of the later version that the earlier one has in no form."""
        kept = {p.after for p in self.pairs}
        return tuple(s for n, s in enumerate(_sentences(self.after)) if n not in kept)

    @cached_property
    def reworded(self) -> tuple[tuple[Span, Span], ...]:
        """The sentences that were put in other words, as they were and as they are."""
        old, new = _sentences(self.before), _sentences(self.after)
        return tuple((old[p.before], new[p.after]) for p in self.pairs if not p.same)

    def earlier_place(self, span: Span) -> Place | None:
        """Return where words of the later version stood; none if they are new."""
        return _carried(self.after, self.before, self._earlier, span)

    def later_place(self, span: Span) -> Place | None:
        """Return where words of the earlier version stand now; none if they are gone."""
        return _carried(self.before, self.after, self._later, span)

    def stood(self, span: Span) -> bool:
        """Say whether the sentence in which words of the later version begin stood there before."""
        return _sentence_at(self.after, span.start) in self._same

    def later_sentence(self, span: Span) -> Span | None:
        """Return what has become of the sentence in which words of the earlier version begin."""
        at = _sentence_at(self.before, span.start)
        if at is None or at not in self._later:
            return None
        start, end = self.after.sentences[self._later[at]]
        words = self.after.text[start:end]
        return Span(document=self.after.id, start=start, end=end, text=words)

    @cached_property
    def _same(self) -> frozenset[int]:
        return frozenset(p.after for p in self.pairs if p.same)

    @cached_property
    def _later(self) -> dict[int, int]:
        return {p.before: p.after for p in self.pairs}

    @cached_property
    def _earlier(self) -> dict[int, int]:
        return {p.after: p.before for p in self.pairs}


def revisions(before: Mapping[str, Document], after: Sequence[Document]) -> Iterator[Revision]:
    """Yield the pages that stand in ``after`` in a later version than in ``before``.

    Of two cases, the later may never have met the earlier version: then the web address tells.
    """
    still = {d.id for d in after}
    by_address = {
        d.location: d.id for d in before.values() if _is_address(d.location) and d.id not in still
    }
    for document in after:
        # the newest of the versions that the earlier state had
        superseded = next((d for d in reversed(document.supersedes) if d in before), None)
        earlier = superseded or by_address.get(document.location)
        if earlier is not None and document.id not in before:
            yield Revision(before[earlier], document)


def _is_address(location: str) -> bool:
    return location.startswith(("http://", "https://"))


def _sentences(document: Document) -> list[Span]:
    return [
        Span(document=document.id, start=a, end=b, text=document.text[a:b])
        for a, b in document.sentences
    ]


def _sentence_at(document: Document, offset: int) -> int | None:
    n = bisect_right(document.sentences, offset, key=lambda s: s[0]) - 1
    return n if n >= 0 and offset < document.sentences[n][1] else None


def _carried(
    source: Document, target: Document, pairs: Mapping[int, int], span: Span
) -> Place | None:
    """Return where the first and the last letter of some words stand in the other text."""
    start = _point(source, target, pairs, span.start)
    last = _point(source, target, pairs, span.end - 1)
    if start is None or last is None or last < start:
        return None
    return target.id, start, last + 1


def _point(source: Document, target: Document, pairs: Mapping[int, int], offset: int) -> int | None:
    at = _sentence_at(source, offset)
    if at is None or at not in pairs:
        return None
    (a, b), (c, d) = source.sentences[at], target.sentences[pairs[at]]
    # a sentence begins and ends where its counterpart does, whatever words it begins with
    if offset == a:
        return c
    if offset == b - 1:
        return d - 1
    for step in Indel.opcodes(source.text[a:b], target.text[c:d]):
        if step.src_start <= offset - a < step.src_end:
            along = offset - a - step.src_start
            return c + step.dest_start + along if step.tag == "equal" else None
    return None
