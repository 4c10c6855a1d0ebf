"""ECB+'s marked events as events of histor's record, so that linking is measured by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from benchmarks.articles import article
from benchmarks.language import records
from histor.annotate.status import status_of
from histor.clean import clean
from histor.extract import extract
from histor.extract.arguments import arguments_of
from histor.extract.events import event_at
from histor.extract.proposals import Proposal, phrase_of, proposals
from histor.records import Event, PageRecord

__all__ = ["GoldPage", "gold_pages", "joined_tokens"]


@dataclass(frozen=True, slots=True)
class GoldPage:
    """An article whose record holds the marked events of its validated sentences, and no others."""

    record: PageRecord
    #: of each event of the record
    chains: tuple[str, ...]
    topic: str
    subtopic: str


def gold_pages(nlp: Language, path: Path) -> Iterator[GoldPage]:
    """Yield a part's articles; a marked word is typed and given parties as any other."""
    for row in records(path):
        text, places = joined_tokens(row["tokens"])
        page = clean(article(row["id"], text, None))
        doc = nlp(page.document.text)
        shift = doc.text.find(text)
        if shift < 0:
            raise ValueError(f"the text of {row['id']} was changed in cleaning")
        record = extract(page, doc)
        found = {p.word.i: p for p in proposals(doc)}
        events: list[Event] = []
        chains: list[str] = []
        for mention in _marked(row):
            words = mention["tokens"]
            low, high = places[words[0]][0] + shift, places[words[-1]][1] + shift
            span = doc.char_span(low, high, alignment_mode="expand")
            if span is None:
                raise ValueError(f"{row['id']} marks nothing at {low}")
            proposal = next((found[t.i] for t in span if t.i in found), None) or _bare(span)
            event = event_at(record, doc, proposal)
            events.append(msgspec.structs.replace(event, id=f"{row['id']} {len(events)}"))
            chains.append(mention["chain"])
        yield GoldPage(
            msgspec.structs.replace(record, events=tuple(events)),
            tuple(chains),
            row["topic"],
            row["subtopic"],
        )


def joined_tokens(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return an article's tokens joined by blanks, and where each stands."""
    places, at = [], 0
    for token in tokens:
        places.append((at, at + len(token)))
        at += len(token) + 1
    return " ".join(tokens), places


def _marked(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    valid = set(row["validated_sentences"])
    for mention in row["mentions"]:
        if "ACTION" in mention["type"] and row["sentence"][mention["tokens"][0]] in valid:
            yield mention


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
