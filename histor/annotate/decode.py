"""A window's raw output to tags, trees, entities and attributions, as word indices."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from histor.annotate.encoder import Encoder, Reading
from histor.annotate.headlines import is_opening, set_headlines
from histor.annotate.misread_words import (
    set_agents,
    set_agents_before,
    set_behind_verbs,
    set_condemned,
    set_described,
    set_doings,
    set_finite_forms,
    set_handed_over,
    set_nouns,
    set_objects,
    set_parted_names,
    set_perpetrated,
    set_presents,
    set_progressives,
    set_sayings,
    set_second_subjects,
    set_when,
    set_when_told,
)
from histor.annotate.parses import Parse
from histor.annotate.sequences import Run, allowed_steps, best_path, best_paths, runs
from histor.annotate.tags import compatible, joint_tags
from histor.annotate.trees import best_trees

__all__ = ["Decoded", "Decoder", "FoundEvent", "LinkedCue", "distances", "gelu"]

Floats = NDArray[np.float32]
#: what a sentence may end with
_ENDING = frozenset(".!?…:;”\"’')]»›*·|•")
#: score over going on, from which a word begins a sentence inside what reads as a clause (set on
#: EWT's and GUM's dev parts)
_SURE_START = 5.0
#: and below which none begins where print has one begin; letters of a word that is no abbreviation
_SURE_END, _WORD = 4.0, 5
#: ends of an hour, words that tell its day behind it, and words in which its zone can be told
_HOURS, _ZONE = frozenset(["a.m.", "p.m."]), 3
_DAYS = frozenset([*calendar.day_name, *calendar.month_name, *calendar.month_abbr])
_LAYER_TAGS = ("O", "B-X", "I-X")
#: what the source layer adds to a cue's own source scores; measured on PolNeAR dev
_SOURCE_LAYER = 0.3
_LINK_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")


@dataclass(frozen=True, slots=True)
class LinkedCue:
    """One attribution: the cue's words, and the runs of words of its source and content."""

    cue: tuple[int, int]
    sources: tuple[tuple[int, int], ...]
    contents: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """The words that name an event, and the runs of words of its doers and targets."""

    trigger: tuple[int, int]
    doers: tuple[tuple[int, int], ...]
    targets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a window says, one entry a word where it is a list."""

    starts: list[bool]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    entities: list[Run]
    attributions: list[LinkedCue]
    events: list[FoundEvent]
    times: list[tuple[int, int]]


class Decoder:
    """Turns readings into annotations; holds the small weights that pairs of words need."""

    def __init__(self, encoder: Encoder) -> None:
        self._labels = encoder.labels
        self._weights = encoder.weights
        self._entity_steps = allowed_steps(encoder.labels.entity)
        self._layer_steps = allowed_steps(_LAYER_TAGS)
        self._link_steps = allowed_steps(_LINK_TAGS)
        self._together = compatible(encoder.labels.upos, encoder.labels.xpos)

    def decode(
        self,
        reading: Reading,
        words: Sequence[str],
        breaks: list[int],
        starts: list[bool] | None = None,
    ) -> Decoded:
        """Decode one window; ``starts`` gives the sentence starts where they are known."""
        starts = sentence_starts(reading.sentence, words) if starts is None else list(starts)
        for i in (0, *breaks):
            starts[i] = True
        heads = self._heads(reading, starts)
        upos, xpos = joint_tags(reading.upos, reading.xpos, self._together)
        parse = Parse(
            words=words,
            upos=[self._labels.upos[i] for i in upos],
            xpos=[self._labels.xpos[i] for i in xpos],
            heads=heads,
            deprels=self._relations(reading, heads),
        )
        mends = (
            set_nouns,
            set_sayings,
            set_progressives,
            set_presents,
            set_doings,
            set_agents,
            set_agents_before,
            set_objects,
            set_handed_over,
            set_behind_verbs,
            set_second_subjects,
            set_when,
            set_when_told,
            set_condemned,
            set_described,
            set_parted_names,
            set_perpetrated,
            set_finite_forms,
        )
        for mend in mends:
            mend(parse)
        set_headlines(parse, starts)
        return Decoded(
            starts=starts,
            upos=parse.upos,
            xpos=parse.xpos,
            heads=parse.heads,
            deprels=parse.deprels,
            entities=self._entities(reading, words, starts),
            attributions=self._attributions(reading, breaks),
            events=self._events(reading, starts),
            times=self._layer(reading.time, starts),
        )

    def _heads(self, reading: Reading, starts: list[bool]) -> list[int]:
        bounds = [i for i, s in enumerate(starts) if s] + [len(starts)]
        return best_trees(
            [
                reading.arc_dependent[start:end] @ reading.arc_head[start:end].T
                for start, end in pairwise(bounds)
            ]
        )

    def _relations(self, reading: Reading, heads: list[int]) -> list[str]:
        joined = gelu(reading.relation_dependent + reading.relation_head[heads])
        scores = joined @ self._weights["relation_out"].T + self._weights["relation_bias"]
        root = self._labels.deprel.index("root")
        is_root = np.array(heads) == np.arange(len(heads))
        scores[~is_root, root] = -np.inf
        scores[is_root] = -np.inf
        scores[is_root, root] = 0.0
        return [self._labels.deprel[i] for i in scores.argmax(axis=1)]

    def _entities(self, reading: Reading, words: Sequence[str], starts: list[bool]) -> list[Run]:
        # no name runs over a sentence's start
        first = np.flatnonzero(starts)
        tags = self._labels.entity
        found = runs(best_path(reading.entity, self._entity_steps, tags, first), tags)
        return [
            run for run in found if run[2] - run[1] > 1 or not is_opening(words, starts, run[1])
        ]

    def _layer(self, scores: Floats, starts: list[bool]) -> list[tuple[int, int]]:
        """Return the best runs of a begin-inside-outside layer; none crosses a sentence start."""
        if not (scores[:, 1] > scores[:, 0]).any():  # almost every window has few, many have none
            return []
        scores = scores.copy()
        first = np.flatnonzero(starts)
        scores[first, 1] = np.logaddexp(scores[first, 1], scores[first, 2])
        path = best_path(scores, self._layer_steps, _LAYER_TAGS)
        found = []
        for _, start, end in runs(path, _LAYER_TAGS):
            found.append((start, next((i for i in range(start + 1, end) if starts[i]), end)))
        return found

    def _events(self, reading: Reading, starts: list[bool]) -> list[FoundEvent]:
        """Return the window's events, each with the parties that its sentence names."""
        triggers = self._layer(reading.trigger, starts)
        if not triggers:
            return []
        first = np.array([start for start, _ in triggers])
        bounds = np.flatnonzero([*starts, True])
        sentence = np.searchsorted(bounds, first, side="right")
        low = bounds[sentence - 1]
        size = bounds[sentence] - low
        # every trigger with every word of its sentence, one pair after another
        begin = np.cumsum(size) - size
        each = np.repeat(np.arange(len(triggers)), size)
        word = np.arange(len(each)) + (low - begin)[each]
        table = self._weights["role_distance"]
        near = table[_BUCKETS[_FURTHEST + word - first[each]] + len(table) // 2]
        joined = gelu(reading.role_trigger[first[each]] + reading.role_word[word] + near)
        scores = joined @ self._weights["role_out"].T + self._weights["role_bias"]
        begins, lows = begin.tolist(), low.tolist()
        for (start, end), at, lowest in zip(triggers, begins, lows, strict=True):
            # an event is no party to itself
            scores[at + start - lowest : at + end - lowest, 1:] = -1e9
        path = best_path(scores, self._link_steps, _LINK_TAGS, begin)
        parties: list[dict[str, list[tuple[int, int]]]]
        parties = [{"source": [], "content": []} for _ in triggers]
        for side, a, b in runs(path, _LINK_TAGS):
            n = each[a]
            back = lows[n] - begins[n]
            parties[n][side].append((a + back, b + back))
        return [
            FoundEvent(trigger, tuple(found["source"]), tuple(found["content"]))
            for trigger, found in zip(triggers, parties, strict=True)
        ]

    def _attributions(self, reading: Reading, breaks: list[int]) -> list[LinkedCue]:
        path = best_path(reading.attribution[:, 0], self._layer_steps, _LAYER_TAGS)
        cues = runs(path, _LAYER_TAGS)
        if not cues:
            return []
        scores = np.stack([self._link_scores(reading, start) for _, start, _ in cues])
        layer = reading.attribution[:, 1]
        scores[:, :, 1:3] += _SOURCE_LAYER * np.clip(layer[:, 1:] - layer[:, :1], -6, 6)
        paths = best_paths(scores, self._link_steps, _LINK_TAGS)
        found = []
        for (_, start, end), path in zip(cues, paths, strict=True):
            parts = runs(path, _LINK_TAGS)
            sources = [_within((a, b), breaks) for label, a, b in parts if label == "source"]
            contents = tuple((a, b) for label, a, b in parts if label == "content")
            if not contents:  # dropped: more precise triples at the same recall (PolNeAR dev)
                continue
            found.append(LinkedCue(_within((start, end), breaks), tuple(sources), contents))
        return found

    def _link_scores(self, reading: Reading, cue: int) -> Floats:
        near = distances(self._weights["link_distance"], len(reading.link_word), cue)
        joined = gelu(reading.link_cue[cue] + reading.link_word + near)
        scores: Floats = joined @ self._weights["link_out"].T + self._weights["link_bias"]
        return scores


def sentence_starts(scores: Floats, words: Sequence[str]) -> list[bool]:
    """Return which words begin a sentence.

    A small letter after a word that ends none, and any word after a comma, begin one only on a very
    sure score: the model alone cuts short clauses in two. A capitalised word before a small one,
    behind a stop after a word of some length, begins one but on a sure score against it.

    Args:
        scores: before softmax, of going on and of beginning, float (words, 2).
        words: the window's words.
    """
    margins = (scores[:, 1] - scores[:, 0]).tolist()
    found = [bool(margins) and margins[0] > 0]
    for i, margin in enumerate(margins[1:], 1):
        if margin > _SURE_START or margin <= -_SURE_END:  # nearly all, however they are printed
            found.append(margin > 0)
            continue
        before, word = words[i - 1], words[i]
        ends = before[-1:] in _ENDING and before.lower() not in _HOURS
        inside = before == "," or (not ends and word[:1].islower())
        opens = _opens(words, i) or _follows_hour(words, i)
        least = _SURE_START if inside else -_SURE_END if opens else 0.0
        found.append(margin > least)
    return found


def _opens(words: Sequence[str], at: int) -> bool:
    """Say whether print has a sentence begin at a word: "… on Monday. A day later"."""
    first = words[at].istitle() and words[at - 1] == "." and len(words[max(at - 2, 0)]) >= _WORD
    return first and at + 1 < len(words) and words[at + 1].islower()


def _follows_hour(words: Sequence[str], at: int) -> bool:
    """Say whether a word begins a sentence behind an hour: "fired at 8 a.m. The army said".

    "8 a.m. Monday" and "8 a.m. Eastern time" go on.
    """
    word = words[at]
    if words[at - 1].lower() not in _HOURS or not word.istitle() or word in _DAYS:
        return False
    return "time" not in (w.lower() for w in words[at : at + _ZONE])


def _within(run: tuple[int, int], breaks: list[int]) -> tuple[int, int]:
    """Return the part of a run before the first paragraph break inside it."""
    return run[0], next((b for b in breaks if run[0] < b < run[1]), run[1])


def distances(table: Floats, words: int, at: int) -> Floats:
    """Return the rows of a table of signed logarithmic distances from one word to all words."""
    rows: Floats = table[_BUCKETS[_FURTHEST - at : _FURTHEST - at + words] + len(table) // 2]
    return rows


def _buckets() -> NDArray[np.int64]:
    gap = np.arange(-_FURTHEST, _FURTHEST + 1)
    size = np.minimum(np.rint(np.log2(np.abs(gap) + 1.0)), _LARGEST)
    return (size * np.sign(gap)).astype(np.int64)


#: words apart that are told from one another, and the bucket of the furthest
_FURTHEST, _LARGEST = 512, 8
_BUCKETS = _buckets()


def gelu(x: Floats) -> Floats:
    """Return the Gaussian error linear unit (Hendrycks & Gimpel 2016) in its tanh form.

    It is within 0.001 of the exact one.
    """
    # in place: a page asks for this some hundred times
    out = 0.044715 * x
    out *= x
    out *= x
    out += x
    out *= 0.7978846
    np.tanh(out, out=out)
    out += 1.0
    out *= 0.5 * x
    return out
