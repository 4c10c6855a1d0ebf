"""Marked events of data sets as events of histor's record, to measure linking by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from benchmarks.articles import article
from benchmarks.language import records
from histor.annotate.status import status_of
from histor.clean import clean
from histor.extract import extract
from histor.extract.events.arguments import arguments_of
from histor.extract.events.events import event_at
from histor.extract.events.party_phrases import phrase_of
from histor.extract.events.proposals import Proposal, proposals
from histor.records import Event, PageRecord

__all__ = ["GoldPage", "gold_pages", "joined_tokens", "meantime_pages"]


@dataclass(frozen=True, slots=True)
class GoldPage:
    """An article whose record holds the marked events of its validated sentences, and no others."""

    record: PageRecord
    #: of each event of the record
    chains: tuple[str, ...]
    topic: str
    subtopic: str


def gold_pages(nlp: Language, path: Path) -> Iterator[GoldPage]:
    """Yield the articles of a part of ECB+; a marked word is typed and given parties as any other.

    Raises:
        ValueError: an article's text was changed in cleaning, or a mark stands on no word.
    """
    for row in records(path):
        valid = set(row["validated_sentences"])
        marked = [
            _Marked(m["tokens"][0], m["tokens"][-1], m["chain"])
            for m in row["mentions"]
            if "ACTION" in m["type"] and row["sentence"][m["tokens"][0]] in valid
        ]
        yield _page(nlp, row["id"], row["tokens"], marked, row["topic"], row["subtopic"])


def meantime_pages(nlp: Language, path: Path) -> Iterator[GoldPage]:
    """Yield MEANTIME's English articles of a part; raises as :func:`gold_pages`."""
    for row in records(path):
        if row["lang"] != "en":
            continue
        starts = list(accumulate((len(s) for s in row["sentences"]), initial=0))
        marked = [
            _Marked(starts[m["sent"]] + m["toks"][0], starts[m["sent"]] + m["toks"][-1], m["chain"])
            for m in row["mentions"]
            if m["kind"] == "event" and m["chain"]
        ]
        tokens = [t for sentence in row["sentences"] for t in sentence]
        yield _page(nlp, row["doc"], tokens, marked, row["corpus"], row["corpus"])


@dataclass(frozen=True, slots=True)
class _Marked:
    """First and last token of a marked event, and its chain."""

    first: int
    last: int
    chain: str


def _page(
    nlp: Language,
    name: str,
    tokens: Sequence[str],
    marked: Sequence[_Marked],
    topic: str,
    subtopic: str,
) -> GoldPage:
    text, places = joined_tokens(tokens)
    page = clean(article(name, text, None))
    doc = nlp(page.document.text)
    shift = doc.text.find(text)
    if shift < 0:
        raise ValueError(f"the text of {name} was changed in cleaning")
    record = extract(page, doc)
    found = {p.word.i: p for p in proposals(doc)}
    events: list[Event] = []
    for mention in marked:
        low, high = places[mention.first][0] + shift, places[mention.last][1] + shift
        span = doc.char_span(low, high, alignment_mode="expand")
        if span is None:
            raise ValueError(f"{name} marks nothing at {low}")
        proposal = next((found[t.i] for t in span if t.i in found), None) or _bare(span)
        event = event_at(record, doc, proposal)
        events.append(msgspec.structs.replace(event, id=f"{name} {len(events)}"))
    return GoldPage(
        msgspec.structs.replace(record, events=tuple(events)),
        tuple(m.chain for m in marked),
        topic,
        subtopic,
    )


def joined_tokens(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return an article's tokens joined by blanks, and where each stands."""
    places, at = [], 0
    for token in tokens:
        places.append((at, at + len(token)))
        at += len(token) + 1
    return " ".join(tokens), places


def _bare(span: Span) -> Proposal:
    """Return a marked event that histor would not tell, with the parties that the grammar gives."""
    doc: Doc = span.doc
    root = span.root
    found = arguments_of(root)
    return Proposal(
        doc[root.i : root.i + 1],
        "",
        None,
        tuple(phrase_of(t) for t in found.doers),
        tuple(phrase_of(t) for t in found.targets),
        status_of(root, float(root._.factuality)),
    )
