"""Pages that read like translations: marks of another language's typesetting in English text.

A translation is no second witness, and its quotes are nobody's words. One mark alone may be an
outlet's own style; a page must show two kinds of them, or one and be joined to another page's text
as a rewrite (docs/linking.md). A page may also say so itself, beside its story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from rapidfuzz.distance import Levenshtein

from histor.link.names import name_key
from histor.link.typesetting import foreign_marks
from histor.records import Document, Entity, Finding, Origin, Span, make_id

__all__ = ["translated_pages"]

_ENGLISH = "en"
_RETELLING = frozenset(["rewrite", "translation"])
#: kinds of marks that tell a translation by themselves, and beside a join to another page
_ENOUGH, _JOINED = 2, 1
#: strokes by which two spellings of one name on one page may differ, and its letters
_STROKES, _LETTERS = 2, 6
_SHOWN = 4
#: how a page says that it is a translation
_NOTICE = re.compile(
    r"\W{0,3}(?:(?:this|the) (?:text|page|article|story) (?:is|was|has been) (?:an? )?)?"
    r"(?:(?:automatic(?:ally)?|machine)[- ]translat(?:ed|ion)\b|"
    r"translated (?:automatically )?from (?:the )?(?-i:[A-Z])\w+)",
    re.I,
)


def translated_pages(
    documents: Mapping[str, Document], origins: Sequence[Origin], entities: Iterable[Entity]
) -> tuple[Finding, ...]:
    """Return a ``translated_text`` for each page that reads like a translation, by id."""
    joined: dict[str, str] = {}
    for link in (x for o in origins for x in o.links if x.kind in _RETELLING):
        joined.setdefault(link.from_, link.to)
        joined.setdefault(link.to, link.from_)
    spelt = _spellings(entities)
    found = []
    for document in documents.values():
        if document.language not in {None, _ENGLISH}:
            continue
        if any(_NOTICE.match(r.text) for r in document.removed):
            found.append(_said(document))
            continue
        marks = list(foreign_marks(document))
        if document.id in spelt:
            marks.append(("one name in several spellings", list(spelt[document.id])))
        source = joined.get(document.id)
        if len(marks) < (_ENOUGH if source is None else _JOINED):
            continue
        if source is None and not marks[0][0].startswith("quotation"):
            continue
        signs = ", ".join(sorted({kind for kind, _ in marks}))
        told = f"; it retells “{documents[source].label}”" if source is not None else ""
        pages = (document.id, *([source] if source is not None else []))
        found.append(
            Finding(
                id=make_id("finding", "translated_text", document.id),
                kind="translated_text",
                summary=f"“{document.label}” reads like a translation ({signs}){told}.",
                evidence=tuple(span for _, spans in marks for span in spans[:_SHOWN]),
                documents=pages,
            )
        )
    return tuple(sorted(found, key=lambda f: f.id))


def _said(document: Document) -> Finding:
    """Return the finding of a page that says beside its story that it is a translation."""
    start, end = document.sentences[0] if document.sentences else (0, len(document.text))
    first = Span(document=document.id, start=start, end=end, text=document.text[start:end])
    return Finding(
        id=make_id("finding", "translated_text", document.id),
        kind="translated_text",
        summary=f"“{document.label}” says that it is a translation.",
        evidence=(first,),
        documents=(document.id,),
    )


def _spellings(entities: Iterable[Entity]) -> dict[str, tuple[Span, Span]]:
    """Return the pages that spell one name in two ways, with a place of each."""
    found: dict[str, tuple[Span, Span]] = {}
    for entity in entities:
        first: dict[tuple[str, str], Span] = {}
        for mention in entity.mentions:
            first.setdefault((mention.document, name_key(mention.text)), mention)
        spelt: dict[str, list[tuple[str, Span]]] = defaultdict(list)
        for (page, name), span in first.items():
            spelt[page].append((name, span))
        for page, own in spelt.items():
            for (name, span), (other, other_span) in product(own, repeat=2):
                if not name < other or len(name) < _LETTERS:
                    continue
                if " " in name + other or name in other or other in name:
                    continue
                if Levenshtein.distance(name, other) <= _STROKES:
                    found.setdefault(page, (span, other_span))
    return found
