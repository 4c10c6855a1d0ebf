"""Windows to padded tensors, batched by length under a budget of word pieces."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from histor.annotate.words import encode_words, shape_of
from training.examples import Window

__all__ = ["Batch", "Labels", "batches", "collate"]

IGNORE = -100


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories of the word heads."""

    upos: list[str]
    xpos: list[str]
    deprel: list[str]


@dataclass(slots=True)
class Batch:
    """Inputs and targets; ``IGNORE`` marks what a set does not mark."""

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    mask: Tensor
    words: Tensor
    sentence: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    deprel: Tensor
    sentence_of: Tensor
    entities: Tensor
    entity_weight: Tensor
    attribution: Tensor
    cues: Tensor
    links: Tensor

    @property
    def size(self) -> int:
        """Number of words, padding left out."""
        return int(self.words.sum())


def batches(
    windows: Sequence[Window], tokenizer: Tokenizer, labels: Labels, budget: int, seed: int
) -> Iterator[Batch]:
    """Yield all windows once, in batches of similar length and at most ``budget`` words."""
    rng = random.Random(seed)
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].words) + rng.random() * 20)
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and len(windows[i].words) * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(i)
    rng.shuffle(groups)
    for group in groups:
        yield collate([windows[i] for i in group], tokenizer, labels, rng)


def _augmented_shapes(words: Sequence[str], rng: random.Random | None) -> list[int]:
    # headlines and careless pages lose their capitals or have too many
    draw = rng.random() if rng else 1.0
    if draw < 0.03:
        return [shape_of(w.lower()) for w in words]
    if draw < 0.05:
        return [shape_of(w.upper()) for w in words]
    if draw < 0.07:
        return [shape_of(w.title()) for w in words]
    return [shape_of(w) for w in words]


def collate(
    windows: Sequence[Window], tokenizer: Tokenizer, labels: Labels, rng: random.Random | None
) -> Batch:
    """Turn windows into one batch; ``rng`` draws the case augmentation, none leaves it out."""
    encoded = [
        encode_words(tokenizer, w.words, _augmented_shapes(w.words, rng), w.breaks) for w in windows
    ]
    n, width = len(windows), max(len(w.words) for w in windows)
    pieces = _pad([e.pieces for e in encoded], 0)
    first = _pad([e.first for e in encoded], 0, width)
    heads = np.full((n, width), IGNORE)
    attribution = np.full((n, width, 3), IGNORE)
    sentence_of = np.zeros((n, width), dtype=np.int64)
    cues: list[tuple[int, int]] = []
    links: list[list[int]] = []
    for b, window in enumerate(windows):
        if window.heads is not None and window.sentence_starts is not None:
            heads[b, : len(window.heads)] = window.heads
            sentence_of[b, : len(window.heads)] = np.cumsum(window.sentence_starts)
        if window.links is not None:
            attribution[b, : len(window.words)] = attribution_tags(window)
            for cue, row in link_rows(window):
                cues.append((b, cue))
                links.append(row)
    return Batch(
        pieces=torch.from_numpy(pieces),
        shapes=torch.from_numpy(_pad([e.shapes for e in encoded], 0)),
        first=torch.from_numpy(first),
        mask=torch.from_numpy(_pad([[1] * len(e.pieces) for e in encoded], 0)).bool(),
        words=torch.from_numpy(_pad([[1] * len(w.words) for w in windows], 0)).bool(),
        sentence=torch.from_numpy(_pad([w.sentence_starts or [] for w in windows], IGNORE, width)),
        upos=_labels([w.upos for w in windows], labels.upos, width),
        xpos=_labels([w.xpos for w in windows], labels.xpos, width),
        heads=torch.from_numpy(heads),
        deprel=_labels([w.deprels for w in windows], labels.deprel, width),
        sentence_of=torch.from_numpy(sentence_of),
        entities=torch.from_numpy(_pad([w.entities or [] for w in windows], (1 << 11) - 1, width)),
        entity_weight=torch.tensor([w.entity_weight for w in windows]),
        attribution=torch.from_numpy(attribution),
        cues=torch.tensor(cues, dtype=torch.long).reshape(-1, 2),
        links=torch.from_numpy(_pad(links, IGNORE, width))
        if links
        else torch.zeros(0, width).long(),
    )


def _pad(rows: Sequence[Sequence[int]], value: int, width: int | None = None) -> np.ndarray:
    width = width or max(len(r) for r in rows)
    out = np.full((len(rows), width), value, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


def _labels(rows: Sequence[list[str] | None], names: list[str], width: int) -> Tensor:
    index = {name: i for i, name in enumerate(names)}
    return torch.from_numpy(
        _pad([[index.get(x, IGNORE) for x in row or []] for row in rows], IGNORE, width)
    )


def attribution_tags(window: Window) -> np.ndarray:
    """Return (words, 3) of 0 outside, 1 begin, 2 inside for cue, source and content layers.

    Where attributions nest, the outermost content is the layer's; the links carry the inner ones.
    """
    out = np.zeros((len(window.words), 3), dtype=np.int64)
    for layer, part in enumerate(("cue", "source", "content")):
        spans = [run for k in window.links or [] for run in runs(getattr(k, part))]
        for start, end in sorted(spans, key=lambda s: s[0] - s[1]):
            if not out[start:end, layer].any():
                out[start:end, layer] = 2
                out[start, layer] = 1
    return out


def runs(indices: Sequence[int]) -> list[tuple[int, int]]:
    """Return the contiguous runs of sorted indices as ``[start, end)`` pairs."""
    found: list[tuple[int, int]] = []
    for i in sorted(set(indices)):
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def link_rows(window: Window) -> list[tuple[int, list[int]]]:
    """Return for each cue's first word a row: 0 none, 1/2 begin/inside source, 3/4 content."""
    rows: dict[int, list[int]] = {}
    for link in window.links or []:
        if not link.cue:
            continue
        row = rows.setdefault(min(link.cue), [0] * len(window.words))
        for begin, part in ((3, link.content), (1, link.source)):
            for start, end in runs(part):
                row[start:end] = [begin] + [begin + 1] * (end - start - 1)
    return list(rows.items())
