"""Annotated texts made by hand, so that tests of this room need no language model."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from histor.annotate import Attribution
from histor.annotate.extensions import register_extensions
from histor.records import CleanPage, Date, Document
from histor.spans import OffsetMap

_NLP = spacy.blank("en")
_SMALL = {
    "the": "DET", "a": "DET", "an": "DET", "of": "ADP", "to": "ADP", "in": "ADP", "on": "ADP",
    "by": "ADP", "for": "ADP", "with": "ADP", "according": "VERB", "that": "SCONJ", "and": "CCONJ",
    "he": "PRON", "she": "PRON", "it": "PRON", "they": "PRON", "who": "PRON", "not": "PART",
    "was": "AUX", "is": "AUX", "had": "AUX", "has": "AUX", "will": "AUX", "did": "AUX",
}  # fmt: skip

Said = tuple[str | None, str | None, Sequence[str]]


def annotated(
    text: str,
    *,
    tags: Mapping[str, str] | None = None,
    lemmas: Mapping[str, str] | None = None,
    tree: Mapping[str, tuple[str, str]] | None = None,
    ents: Sequence[tuple[str, str]] = (),
    said: Sequence[Said] = (),
) -> Doc:
    """Return ``text`` with what a pipeline would set; every word it names is its first occurrence.

    ``tags`` gives a word's part of speech and Penn tag ("VERB VBD"), ``tree`` its relation and
    head; all other words hang on their sentence's first word. ``ents`` are all occurrences.
    """
    register_extensions()
    plain = _NLP.make_doc(text)
    words = [t.text for t in plain]
    first = {word: i for i, word in reversed(list(enumerate(words)))}
    starts = [i == 0 or words[i - 1] in {".", "?", "!", "\n\n"} for i in range(len(words))]
    heads, at = [], 0
    for i, begins in enumerate(starts):
        at = i if begins else at
        heads.append(at)
    deps = ["root" if heads[i] == i else "dep" for i in range(len(words))]
    for word, (dep, head) in (tree or {}).items():
        deps[first[word]], heads[first[word]] = dep, first[head]
    pos, xpos = [], []
    for word in words:
        coarse, _, fine = (tags or {}).get(word, _coarse(word)).partition(" ")
        pos.append(coarse)
        xpos.append(fine or ("NN" if coarse == "NOUN" else "NNP" if coarse == "PROPN" else ""))
    doc = Doc(
        plain.vocab,
        words=words,
        spaces=[bool(t.whitespace_) for t in plain],
        pos=pos,
        tags=xpos,
        lemmas=[(lemmas or {}).get(word, word.lower()) for word in words],
        heads=heads,
        deps=deps,
    )
    doc.set_ents(filter_spans([span for name, label in ents for span in _all(doc, name, label)]))
    doc._.attributions = tuple(
        Attribution(
            source=_one(doc, source) if source else None,
            cue=_one(doc, cue) if cue else None,
            contents=tuple(_one(doc, content) for content in contents),
        )
        for source, cue, contents in said
    )
    return doc


def _coarse(word: str) -> str:
    if word.lower() in _SMALL:
        return _SMALL[word.lower()]
    if not word.strip():
        return "SPACE"
    if not any(c.isalnum() for c in word):
        return "PUNCT"
    return "NUM" if word[0].isdigit() else "PROPN" if word[0].isupper() else "NOUN"


def _one(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), alignment_mode="expand")
    assert span is not None
    return span


def _all(doc: Doc, name: str, label: str) -> list[Span]:
    spans, start = [], doc.text.find(name)
    while start >= 0:
        span = doc.char_span(start, start + len(name), label=label)
        if span is not None:
            spans.append(span)
        start = doc.text.find(name, start + 1)
    return spans


def document_of(text: str, day: str | None = None) -> Document:
    """Return a document of a text, with the page's day if it has one."""
    return Document(
        id="doc_" + hashlib.sha256(text.encode()).hexdigest()[:16],
        location="heap/page.txt",
        sha256="0" * 64,
        title=None,
        outlet=None,
        byline=(),
        language="en",
        text=text,
        removed=(),
        page_date=Date(edtf=day, earliest=day, latest=day, basis="page") if day else None,
    )


def page_of(text: str, day: str | None = None) -> CleanPage:
    """Return a cleaned page of a text."""
    return CleanPage(document=document_of(text, day), offsets=OffsetMap(segments=()))
