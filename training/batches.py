"""Windows to padded tensors, batched by length under a budget of word pieces."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from histor.annotate.words import encode_words, shape_of
from training.examples import PLOVER, Pair, Window

__all__ = ["Batch", "Labels", "Pairs", "collate", "grouped", "same_words"]

IGNORE = -100
#: sentences a batch whose embedding is compared with the base model's
MAX_SENTENCES = 24


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories of the word heads."""

    upos: list[str]
    xpos: list[str]
    deprel: list[str]


@dataclass(slots=True)
class Pairs:
    """Doers and targets to type: the row, weights over words, types allowed, trigger or -1."""

    row: Tensor
    doer: Tensor
    target: Tensor
    allowed: Tensor
    trigger: Tensor


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
    triggers: Tensor
    times: Tensor
    #: row, word and value
    facts: Tensor
    pairs: Pairs
    #: row and word of each event whose parties are known, and their labels over the words
    actors: Tensor
    roles: Tensor
    #: row and word of each word that may refer back; its antecedents, the last column for none
    referring: Tensor
    antecedents: Tensor
    candidates: Tensor
    #: row, first word, word after the last; and each one's own pieces for the base model
    sentences: Tensor
    sentence_pieces: Tensor
    sentence_mask: Tensor
    #: the words themselves, for comparing two sentences
    texts: list[list[str]]

    @property
    def size(self) -> int:
        """Number of words, padding left out."""
        return int(self.words.sum())


def grouped(lengths: Sequence[int], budget: int, rng: random.Random) -> list[list[int]]:
    """Return all indices in groups of similar length that hold at most ``budget`` words."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + rng.random() * 20)
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and lengths[i] * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(i)
    return groups


def same_words(claims: Sequence[list[str]], evidences: Sequence[list[str]]) -> Tensor:
    """Return where a claim's word and an evidence's word are one string, whatever their case."""
    n, wide, high = len(claims), max(map(len, evidences)), max(map(len, claims))
    out = np.zeros((n, high, wide), dtype=bool)
    for k, (claim, evidence) in enumerate(zip(claims, evidences, strict=True)):
        lower = [w.lower() for w in evidence]
        for i, word in enumerate(claim):
            if any(c.isalnum() for c in word):
                out[k, i, : len(lower)] = [word.lower() == other for other in lower]
    return torch.from_numpy(out)


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
    sentences = [(b, *s) for b, w in enumerate(windows) for s in w.sentences if s[1] - s[0] >= 4]
    if rng and len(sentences) > MAX_SENTENCES:
        sentences = rng.sample(sentences, MAX_SENTENCES)
    own = [
        encode_words(tokenizer, windows[b].words[i:j], [0] * (j - i), ()).pieces
        for b, i, j in sentences
    ]
    actors, roles = _roles(windows)
    referring, antecedents, candidates = _references(windows, width)
    return Batch(
        triggers=torch.from_numpy(_pad([w.triggers or [] for w in windows], IGNORE, width)),
        times=torch.from_numpy(_pad([w.times or [] for w in windows], IGNORE, width)),
        facts=torch.tensor(
            [(b, i, value) for b, w in enumerate(windows) for i, value in w.facts]
        ).reshape(-1, 3),
        pairs=_pairs(windows, width),
        actors=torch.tensor(actors, dtype=torch.long).reshape(-1, 2),
        roles=torch.from_numpy(_pad(roles, IGNORE, width)) if roles else torch.zeros(0, width),
        referring=referring,
        antecedents=antecedents,
        candidates=candidates,
        sentences=torch.tensor(sentences, dtype=torch.long).reshape(-1, 3),
        sentence_pieces=torch.from_numpy(_pad(own, 0)) if own else torch.zeros(0, 1).long(),
        sentence_mask=torch.from_numpy(_pad([[1] * len(p) for p in own], 0)).bool()
        if own
        else torch.zeros(0, 1).bool(),
        texts=[w.words for w in windows],
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


def _pairs(windows: Sequence[Window], width: int) -> Pairs:
    found = [(b, p) for b, w in enumerate(windows) for p in w.pairs]
    doer = np.zeros((len(found), width), dtype=np.float32)
    target = np.zeros((len(found), width), dtype=np.float32)
    allowed = np.zeros((len(found), len(PLOVER)), dtype=bool)
    for n, (_, pair) in enumerate(found):
        for out, words in ((doer, pair.doer), (target, pair.target)):
            out[n, words] = 1 / max(1, len(words))
        allowed[n, list(pair.kinds)] = True
    return Pairs(
        row=torch.tensor([b for b, _ in found], dtype=torch.long),
        doer=torch.from_numpy(doer),
        target=torch.from_numpy(target),
        allowed=torch.from_numpy(allowed),
        trigger=torch.tensor(
            [-1 if p.trigger is None else p.trigger for _, p in found], dtype=torch.long
        ),
    )


def role_labels(pair: Pair, width: int) -> list[int]:
    """Return 0 none, 1/2 begin/inside doer, 3/4 begin/inside target for each word."""
    row = [0] * width
    for begin, part in ((3, pair.target), (1, pair.doer)):
        for start, end in runs(part):
            row[start:end] = [begin] + [begin + 1] * (end - start - 1)
    return row


def _roles(windows: Sequence[Window]) -> tuple[list[tuple[int, int]], list[list[int]]]:
    actors, rows = [], []
    for b, window in enumerate(windows):
        for pair in window.pairs:
            if pair.trigger is not None:
                actors.append((b, pair.trigger))
                rows.append(role_labels(pair, len(window.words)))
    return actors, rows


def _references(windows: Sequence[Window], width: int) -> tuple[Tensor, Tensor, Tensor]:
    found = [(b, c) for b, w in enumerate(windows) for c in w.coreference]
    golds = np.zeros((len(found), width + 1), dtype=bool)
    candidates = np.zeros((len(found), width + 1), dtype=bool)
    for n, (_, reference) in enumerate(found):
        golds[n, reference.golds or [width]] = True
        if reference.among is None:
            candidates[n, : reference.word] = True
            candidates[n, width] = True
        else:
            candidates[n, reference.among] = True
    places = torch.tensor([(b, c.word) for b, c in found], dtype=torch.long).reshape(-1, 2)
    return places, torch.from_numpy(golds), torch.from_numpy(candidates)


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
