"""The reading pipeline: spaCy's English tokenizer, and one component that sets everything else."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, cast

import lemminflect
import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from histor.annotate.attributions import Attribution, register_extensions
from histor.annotate.decode import Decoded, Decoder
from histor.annotate.encoder import Encoder, Floats
from histor.annotate.tokens import TOKENIZER
from histor.annotate.windows import paragraph_starts, window_bounds

__all__ = ["FACTORY", "PageReader", "load"]

FACTORY = "histor_reader"
#: documents annotated together; bounds memory, changes no result
_TOGETHER = 16
_COLUMNS: list[int | str] = ["HEAD", "DEP", "POS", "TAG", "LEMMA"]


@dataclass(frozen=True, slots=True)
class _Window:
    document: int
    start: int
    words: list[str]
    breaks: list[int]
    #: sentence starts, where the document came with them
    starts: list[bool] | None


@Language.factory(
    FACTORY,
    assigns=["token.pos", "token.tag", "token.lemma", "token.dep", "token.head", "doc.ents"],
)
def make_reader(nlp: Language, name: str) -> PageReader:
    """Make the component; spaCy calls this for ``nlp.add_pipe("histor_reader")``."""
    return PageReader(Encoder())


def load() -> Language:
    """Return the reading pipeline.

    Raises:
        ModelError: the model's files are missing or unreadable.
    """
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.max_length = 50_000_000
    nlp.add_pipe(FACTORY)
    return nlp


class PageReader:
    """Sets sentences, tags, lemmas, trees, entities and attributions on a document.

    Sets ``token.pos_`` (UD), ``tag_`` (Penn), ``lemma_``, ``dep_`` and ``head`` (UD),
    ``doc.ents`` (PERSON, ORG, PLACE, GROUP, OTHER), ``doc.spans`` "cues", "sources", "contents",
    ``doc._.attributions`` and ``doc.tensor`` (float32, tokens by 384).
    """

    def __init__(self, encoder: Encoder) -> None:
        register_extensions()
        self._encoder = encoder
        self._decoder = Decoder(encoder)
        self._threads = max(1, min(4, os.cpu_count() or 1))

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _TOGETHER) -> Iterator[Doc]:
        """Annotate documents as they come; ``batch_size`` bounds how many are held at once."""
        source = iter(stream)
        with ThreadPoolExecutor(self._threads) as pool:
            while docs := list(islice(source, min(batch_size, _TOGETHER))):
                indices = [[t.i for t in doc if not t.is_space] for doc in docs]
                windows = [w for n, doc in enumerate(docs) for w in _windows(n, doc, indices[n])]
                read = iter(zip(windows, pool.map(self._read, windows), strict=True))
                counts = Counter(w.document for w in windows)
                for n, doc in enumerate(docs):
                    yield _annotate(doc, indices[n], list(islice(read, counts[n])))

    def _read(self, window: _Window) -> tuple[Decoded, Floats]:
        reading = self._encoder.read(window.words, window.breaks)
        return self._decoder.decode(reading, window.breaks, window.starts), reading.vectors


def _windows(document: int, doc: Doc, indices: list[int]) -> Iterator[_Window]:
    words = [doc[i].text for i in indices]
    breaks = paragraph_starts(doc, indices)
    starts = None
    if doc.has_annotation("SENT_START"):
        starts = [bool(doc[i].is_sent_start) for i in indices]
    ends = [i for i, first in enumerate(starts) if first] if starts else breaks
    for start, end in window_bounds(words, ends):
        inside = [b - start for b in breaks[bisect_right(breaks, start) : bisect_left(breaks, end)]]
        given = starts[start:end] if starts else None
        yield _Window(document, start, words[start:end], inside, given)


def _annotate(
    doc: Doc, indices: list[int], read: list[tuple[_Window, tuple[Decoded, Floats]]]
) -> Doc:
    doc.spans["cues"], doc.spans["sources"], doc.spans["contents"] = [], [], []
    if not indices:
        return doc
    columns = np.zeros((len(doc), 5), dtype=np.int64)
    tensor = np.zeros((len(doc), read[0][1][1].shape[1]), dtype=np.float32)
    strings = doc.vocab.strings
    ents: list[Span] = []
    attributions: list[Attribution] = []
    for window, (decoded, vectors) in read:
        at = indices[window.start : window.start + len(window.words)]
        tensor[at] = vectors
        for i, token in enumerate(at):
            columns[token] = (
                at[decoded.heads[i]] - token,
                _signed(strings.add(decoded.deprels[i])),
                _signed(strings.add(decoded.upos[i])),
                _signed(strings.add(decoded.xpos[i])),
                _signed(strings.add(_lemma(window.words[i], decoded.upos[i]))),
            )
        ents += [Span(doc, at[a], at[b - 1] + 1, label=label) for label, a, b in decoded.entities]
        attributions += _attributions(doc, at, decoded)
    _fill_spaces(doc, indices, columns, _signed(strings.add("dep")), _signed(strings.add("SPACE")))
    doc.from_array(_COLUMNS, cast(Any, columns.view(np.uint64)))
    doc.tensor = cast(Any, tensor)
    doc.set_ents(ents)
    doc._.attributions = tuple(attributions)
    doc.spans["cues"] = [a.cue for a in attributions if a.cue is not None]
    doc.spans["sources"] = [a.source for a in attributions if a.source is not None]
    doc.spans["contents"] = [c for a in attributions for c in a.contents]
    return doc


def _signed(value: int) -> int:
    # spaCy's hashes fill 64 bits; numpy's signed column holds them by wrapping
    return value - (1 << 64) if value >= 1 << 63 else value


def _fill_spaces(
    doc: Doc,
    indices: list[int],
    columns: np.ndarray[tuple[int, int], np.dtype[np.int64]],
    dep: int,
    pos: int,
) -> None:
    """Hang each white-space token on the word before it, or on the first word."""
    previous = indices[0]
    words = set(indices)
    for token in range(len(doc)):
        if token in words:
            previous = token
        else:
            columns[token] = (previous - token, dep, pos, pos, 0)


def _attributions(doc: Doc, at: list[int], decoded: Decoded) -> Iterator[Attribution]:
    for linked in decoded.attributions:
        source = max(linked.sources, key=lambda s: s[1] - s[0], default=None)
        yield Attribution(
            cue=_span(doc, at, linked.cue),
            source=_span(doc, at, source) if source else None,
            contents=tuple(_span(doc, at, c) for c in linked.contents),
        )


def _span(doc: Doc, at: list[int], run: tuple[int, int]) -> Span:
    return Span(doc, at[run[0]], at[run[1] - 1] + 1)


@lru_cache(maxsize=100_000)
def _lemma(word: str, upos: str) -> str:
    if upos not in {"NOUN", "VERB", "AUX", "ADJ", "ADV"}:
        return word if upos == "PROPN" else word.lower()
    found = lemminflect.getLemma(word[:100].lower(), upos=upos)
    return str(found[0]) if found else word.lower()
