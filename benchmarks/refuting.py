"""Does the sentence-pair head tell contradictions from what only looks like them?

    python -m benchmarks.refuting --data ../shared/data --split dev --json

Over the sample heaps: the sentences of two pages that share three telling words, labelled by
whether a contradiction, a conflict of numbers or a denial between the two pages rests on the words
of both. ``auc`` is that of the head's probability that one refutes the other; ``head`` is precision
and recall where it alone says so from one half on; ``parts`` those of the findings that the parts
make; ``parts_and_head`` and ``parts_or_head`` those of the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span

from benchmarks.articles import read
from benchmarks.command import run
from benchmarks.findings import heaps, read_heap
from histor.annotate import load
from histor.annotate.comparing import Comparer
from histor.assess import assess
from histor.assess.words import telling_words
from histor.link import link
from histor.records import Document, Page

__all__ = ["measure"]

#: kinds of findings that one sentence makes against another
_AGAINST = frozenset(["contradiction", "figure_conflict", "denial"])
_SHARED = 3
_HALF = 0.5


class _Pair(NamedTuple):
    #: the head's probability that one sentence refutes the other
    refutes: float
    #: whether a finding rests on both sentences
    found: bool
    #: whether a label asks for a finding between the two
    asked: bool


def pairs_of(pages: Sequence[Page], tables: Mapping[str, Any], nlp: Any) -> Iterator[_Pair]:
    """Yield the sentence pairs of a heap that could be set against each other."""
    linked = link(read(pages))
    judged = assess(linked)
    comparer: Comparer = nlp.get_pipe("histor_reader").comparer
    told = {d.location: d for d in linked.documents}
    docs = {name: nlp(document.text) for name, document in told.items()}
    rested = [
        {(s.document, s.start) for s in f.evidence} for f in judged.findings if f.kind in _AGAINST
    ]
    labels = [x for x in tables.get("label", ()) if set(x["kind"].split("|")) & _AGAINST]
    for one, other in combinations(sorted(told), 2):
        for mine in _sentences(told[one], docs[one]):
            for theirs in _sentences(told[other], docs[other]):
                if not _comparable(mine, theirs):
                    continue
                scores = (comparer.compare(mine, theirs), comparer.compare(theirs, mine))
                places = [(told[n].id, s) for n, s in ((one, mine), (other, theirs))]
                found = any(all(_holds(r, p, s) for p, s in places) for r in rested)
                asked = any(
                    {one, other} >= set(x["pages"]) and _worded(x, mine, theirs) for x in labels
                )
                yield _Pair(max(s.refutes for s in scores), found, asked)


def _sentences(document: Document, doc: Doc) -> Iterator[Span]:
    for start, end in document.sentences:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and span.text != document.title:  # it tells what the text tells
            yield span


def _comparable(a: Span, b: Span) -> bool:
    return len(telling_words(a.text) & telling_words(b.text)) >= _SHARED


def _holds(places: set[tuple[str, int]], document: str, sentence: Span) -> bool:
    return any(
        d == document and sentence.start_char <= start < sentence.end_char for d, start in places
    )


def _worded(label: Mapping[str, Any], mine: Span, theirs: Span) -> bool:
    both = f"{mine.text} {theirs.text}".casefold()
    return all(w.casefold() in both for w in label.get("words", ()))


def auc(pairs: Sequence[_Pair]) -> float | None:
    """Return how often a true pair scores above a false one, ties for half; none without either."""
    true = [p.refutes for p in pairs if p.asked]
    false = [p.refutes for p in pairs if not p.asked]
    if not true or not false:
        return None
    above = sum((t > f) + (t == f) / 2 for t in true for f in false)
    return round(above / (len(true) * len(false)), 3)


def _figures(pairs: Sequence[_Pair], said: Sequence[bool]) -> dict[str, float]:
    made, asked = sum(said), sum(p.asked for p in pairs)
    right = sum(s and p.asked for s, p in zip(said, pairs, strict=True))
    return {
        "p": round(100 * right / made, 1) if made else 0.0,
        "r": round(100 * right / asked, 1) if asked else 0.0,
    }


def measure(data: Path, split: str = "dev") -> dict[str, Any]:
    """Return the figures of one split; ``data`` is not read, the heaps lie in the repository."""
    nlp = load()
    pairs = [x for path in heaps(split) for x in pairs_of(*read_heap(path), nlp)]
    head = [p.refutes >= _HALF for p in pairs]
    parts = [p.found for p in pairs]
    return {
        "pairs": len(pairs),
        "asked": sum(p.asked for p in pairs),
        "auc": auc(pairs),
        "head": _figures(pairs, head),
        "parts": _figures(pairs, parts),
        "parts_and_head": _figures(pairs, [a and b for a, b in zip(parts, head, strict=True)]),
        "parts_or_head": _figures(pairs, [a or b for a, b in zip(parts, head, strict=True)]),
    }


if __name__ == "__main__":
    run(__doc__, measure)
