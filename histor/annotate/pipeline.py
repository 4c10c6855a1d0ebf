"""The reading pipeline: spaCy's English tokenizer, and one component that sets everything else."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from histor.annotate.attributions import Attribution
from histor.annotate.comparing import COMPARING, Comparer
from histor.annotate.coreference import chains_of
from histor.annotate.dateline_ends import with_datelines
from histor.annotate.decode import Decoded, Decoder
from histor.annotate.encoder import MODEL, Encoder, Floats, Reading
from histor.annotate.events import EVENT_ARRAYS, EventMention, EventTyper
from histor.annotate.extensions import FACTUALITY, register_extensions
from histor.annotate.lemmas import lemma_of
from histor.annotate.tokens import TOKENIZER, closed
from histor.annotate.windows import paragraph_starts, window_bounds

__all__ = ["FACTORY", "PageReader", "load"]

FACTORY = "histor_reader"
#: documents annotated together; bounds memory, changes no result
_TOGETHER = 16
#: what of a reading is kept for each token
_ARRAYS = ("vectors", "event", "look", "twin", "fact", "refer")
_COLUMNS: list[int | str] = ["HEAD", "DEP", "POS", "TAG", "LEMMA"]


@dataclass(frozen=True, slots=True)
class _Window:
    document: int
    start: int
    words: list[str]
    breaks: list[int]
    #: sentence starts, where the document came with them
    starts: list[bool] | None


_Read = list[tuple[_Window, tuple[Decoded, Reading]]]


@Language.factory(
    FACTORY,
    assigns=["token.pos", "token.tag", "token.lemma", "token.dep", "token.head", "doc.ents"],
    default_config={"model": None},
)
def make_reader(nlp: Language, name: str, model: str | None) -> PageReader:
    """Make the component; spaCy calls this for ``nlp.add_pipe("histor_reader")``."""
    return PageReader(Encoder(Path(model) if model else MODEL))


def load(model: Path | None = None) -> Language:
    """Return the reading pipeline, with the model that ships or the one in a folder.

    Raises:
        ModelError: the model's files are missing or unreadable.
    """
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.max_length = 50_000_000
    nlp.add_pipe(FACTORY, config={"model": str(model) if model else None})
    return nlp


class PageReader:
    """Sets sentences, tags, lemmas, trees, entities and attributions on a document.

    Sets ``token.pos_`` (UD), ``tag_`` (Penn), ``lemma_``, ``dep_`` and ``head`` (UD),
    ``doc.ents`` (PERSON, ORG, PLACE, GROUP, OTHER), ``doc.spans`` "cues", "sources", "contents",
    "events" and "times", ``doc._.attributions``, ``doc._.events``, ``doc._.chains``,
    ``token._.factuality`` and ``doc.tensor`` (float32, tokens by 384).

    ``typer`` types the event between two parties; ``comparer`` compares two sentences.
    """

    def __init__(self, encoder: Encoder) -> None:
        register_extensions()
        self._encoder = encoder
        self._decoder = Decoder(encoder)
        self.typer = EventTyper(encoder.weights, encoder.labels.event)
        self.comparer = Comparer(encoder.weights)
        #: windows read at once
        self.threads = max(1, min(4, os.cpu_count() or 1))

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _TOGETHER) -> Iterator[Doc]:
        """Annotate documents as they come; ``batch_size`` bounds how many are held at once."""
        source = iter(stream)
        with ThreadPoolExecutor(self.threads) as pool:
            while docs := list(islice(source, min(batch_size, _TOGETHER))):
                indices = [np.flatnonzero(doc.to_array("IS_SPACE") == 0).tolist() for doc in docs]
                windows = [w for n, doc in enumerate(docs) for w in _windows(n, doc, indices[n])]
                # a pool of one would only pass each window from thread to thread
                each = pool.map if self.threads > 1 else map
                read = iter(zip(windows, each(self._read, windows), strict=True))
                counts = Counter(w.document for w in windows)
                for n, doc in enumerate(docs):
                    self._annotate(doc, indices[n], list(islice(read, counts[n])))
                    yield doc

    def _read(self, window: _Window) -> tuple[Decoded, Reading]:
        reading = self._encoder.read(window.words, window.breaks)
        return self._decoder.decode(reading, window.words, window.breaks, window.starts), reading

    def _annotate(self, doc: Doc, indices: list[int], read: _Read) -> None:
        doc.spans["cues"], doc.spans["sources"], doc.spans["contents"] = [], [], []
        doc.spans["events"], doc.spans["times"] = [], []
        if not indices:
            return
        _set_words(doc, indices, read)
        at = np.array(indices)
        arrays = {name: _rows_of(len(doc), at, read, name) for name in _ARRAYS}
        doc.tensor = cast(Any, arrays["vectors"])
        doc.user_data[EVENT_ARRAYS] = {"event": arrays["event"], "look": arrays["look"]}
        doc.user_data[COMPARING] = arrays["twin"]
        doc.user_data[FACTUALITY] = arrays["fact"][:, 0]
        events = list(self._events(doc, indices, read, arrays["event"]))
        doc._.events = tuple(events)
        doc.spans["events"] = [e.trigger for e in events]
        triggers = frozenset(e.trigger.start for e in events)
        doc._.chains = tuple(chains_of(doc, arrays["refer"], self._encoder.weights, triggers))

    def _events(
        self, doc: Doc, indices: list[int], read: _Read, event: Floats
    ) -> Iterator[EventMention]:
        facts = doc.user_data[FACTUALITY]
        found = [
            (indices[window.start : window.start + len(window.words)], each)
            for window, (decoded, _) in read
            for each in decoded.events
        ]
        asked = [
            (at[each.trigger[0]], _within(at, each.doers), _within(at, each.targets))
            for at, each in found
        ]
        scores = self.typer.at(event, asked)
        for (at, each), best, row in zip(
            found, scores.argmax(axis=1).tolist(), scores, strict=True
        ):
            first = at[each.trigger[0]]
            yield EventMention(
                trigger=_span(doc, at, each.trigger),
                type=self.typer.types[best] if best else "",
                score=float(row[best]),
                doers=tuple(_span(doc, at, x) for x in each.doers),
                targets=tuple(_span(doc, at, x) for x in each.targets),
                factuality=float(facts[first]),
                scores=tuple(zip(self.typer.types, row.tolist(), strict=True)),
            )


def _within(at: list[int], runs: Sequence[tuple[int, int]]) -> list[int]:
    return [at[i] for a, b in runs for i in range(a, b)]


def _windows(document: int, doc: Doc, indices: list[int]) -> Iterator[_Window]:
    strings = doc.vocab.strings
    words = [closed(strings[n]) for n in doc.to_array("ORTH")[indices].tolist()]
    breaks = with_datelines(doc, indices, paragraph_starts(doc, indices))
    starts = None
    if doc.has_annotation("SENT_START"):
        starts = [bool(doc[i].is_sent_start) for i in indices]
    ends = [i for i, first in enumerate(starts) if first] if starts else breaks
    for start, end in window_bounds(words, ends):
        inside = [b - start for b in breaks[bisect_right(breaks, start) : bisect_left(breaks, end)]]
        given = starts[start:end] if starts else None
        yield _Window(document, start, words[start:end], inside, given)


def _rows_of(words: int, at: NDArray[np.int64], read: _Read, name: str) -> Floats:
    """Return one of the windows' arrays as an array with a row for each token."""
    parts: list[Floats] = [getattr(reading, name) for _, (_, reading) in read]
    if len(at) == words:
        return np.concatenate(parts)
    out = np.zeros((words, parts[0].shape[1]), dtype=np.float32)
    for (window, _), part in zip(read, parts, strict=True):
        out[at[window.start : window.start + len(part)]] = part
    return out


class _Numbers(dict[str, int]):
    """The numbers that stand for strings in a document."""

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self._strings = doc.vocab.strings

    def __missing__(self, name: str) -> int:
        found = self[name] = _signed(self._strings.add(name))
        return found


def _set_words(doc: Doc, indices: list[int], read: _Read) -> None:
    heads: list[int] = []
    names: tuple[list[str], ...] = ([], [], [], [])
    ents: list[Span] = []
    times: list[Span] = []
    attributions: list[Attribution] = []
    for window, (decoded, _) in read:
        at = indices[window.start : window.start + len(window.words)]
        heads += [at[head] for head in decoded.heads]
        lemmas = map(lemma_of, window.words, decoded.upos, decoded.xpos)
        for own, each in zip(
            names, (decoded.deprels, decoded.upos, decoded.xpos, lemmas), strict=True
        ):
            own += each
        ents += [Span(doc, at[a], at[b - 1] + 1, label=label) for label, a, b in decoded.entities]
        times += [_span(doc, at, run) for run in decoded.times]
        attributions += _attributions(doc, at, decoded)
    doc.from_array(_COLUMNS, cast(Any, _columns(doc, np.array(indices), heads, names)))
    doc.set_ents(ents)
    doc._.attributions = tuple(attributions)
    doc.spans["times"] = times
    doc.spans["cues"] = [a.cue for a in attributions if a.cue is not None]
    doc.spans["sources"] = [a.source for a in attributions if a.source is not None]
    doc.spans["contents"] = [c for a in attributions for c in a.contents]


def _columns(
    doc: Doc, words: NDArray[np.int64], heads: list[int], names: Sequence[list[str]]
) -> NDArray[np.uint64]:
    """Return what is said of each token, as numbers.

    A white-space token hangs on the word before it, or on the first word.
    """
    numbers = _Numbers(doc)
    columns = np.zeros((len(doc), 5), dtype=np.int64)
    columns[words, 0] = heads - words
    for column, each in enumerate(names, 1):
        columns[words, column] = list(map(numbers.__getitem__, each))
    white = np.ones(len(doc), dtype=bool)
    white[words] = False
    spaces = np.flatnonzero(white)
    columns[spaces, 0] = words[np.maximum(np.searchsorted(words, spaces) - 1, 0)] - spaces
    columns[spaces, 1:] = [numbers["dep"], numbers["SPACE"], numbers["SPACE"], 0]
    return columns.view(np.uint64)


def _signed(value: int) -> int:
    # spaCy's hashes fill 64 bits; numpy's signed column holds them by wrapping
    return value - (1 << 64) if value >= 1 << 63 else value


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
