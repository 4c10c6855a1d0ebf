"""Which mentions on a page are one person, body, place or event.

Method: each mention's head word picks an earlier head word or none (word-level coreference,
Dobrovolskii 2021), scored by a bilinear form and the distance; chains are what the picks connect.
The candidates of a mention are the nearest earlier ones, so that the cost grows with the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token

from histor.annotate.decode import distances

__all__ = ["chains_of"]

Floats = NDArray[np.float32]
#: earlier mentions, at least, among which an antecedent is looked for
_CANDIDATES = 160
_PRONOUN_TAGS = ("PRP", "PRP$", "WP", "WP$")
_INSIDE_NAME = ("flat", "fixed", "compound", "goeswith", "nummod", "amod", "det")
_LEFT = frozenset(["det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc"])
_RIGHT = frozenset(["flat"])
#: words too far apart to count as nearer or further
_FAR = 400
#: mentions whose antecedents are looked for at once
_BLOCK = 64


def chains_of(
    doc: Doc, refer: Floats, weights: Mapping[str, Floats], events: frozenset[int]
) -> list[tuple[Span, ...]]:
    """Return the chains of two or more mentions, in order of their first mention.

    Args:
        doc: document with trees and entities.
        refer: (tokens, 2 * width + 2) head output: a word as one that refers back, as one
            referred to, its score for starting a chain, and its weight as an antecedent.
        weights: the small weights, of which ``refer_distance`` is used.
        events: tokens that name events.
    """
    heads = _mentions(doc, events)
    if not heads:
        return []
    chain = list(range(len(heads)))
    for n, antecedent in enumerate(_antecedents(refer, heads, weights)):
        if antecedent is not None:
            chain[n] = chain[antecedent]
    groups: dict[int, list[int]] = defaultdict(list)
    for head, name in zip(heads, chain, strict=True):
        groups[name].append(head)
    return [
        tuple(_mention(doc[head]) for head in group) for group in groups.values() if len(group) > 1
    ]


def _antecedents(
    refer: Floats, heads: list[int], weights: Mapping[str, Floats]
) -> Iterator[int | None]:
    """Yield for each head the number of the head it refers to, or none."""
    at = np.array(heads)
    width = (refer.shape[1] - 2) // 2
    rows = refer[at]
    near = distances(weights["refer_distance"], _FAR + 1, _FAR)[:, 0]
    for start in range(0, len(at), _BLOCK):
        low, end = max(0, start - _CANDIDATES), min(len(at), start + _BLOCK)
        asked, offered = rows[start:end], rows[low:end]
        scores = asked[:, :width] @ offered[:, width : 2 * width].T * np.float32(width**-0.5)
        gap = at[start:end, None] - at[None, low:end]
        scores += offered[:, 2 * width + 1] + near[_FAR - np.clip(gap, 0, _FAR)]
        scores[gap <= 0] = -np.inf
        best = scores.argmax(axis=1)
        chosen = scores[np.arange(len(best)), best] > asked[:, 2 * width]
        for n, refers in zip(best.tolist(), chosen.tolist(), strict=True):
            yield low + n if refers else None


def _mentions(doc: Doc, events: frozenset[int]) -> list[int]:
    """Return the tokens that head a mention: events, pronouns, and nouns that head a phrase."""
    strings = doc.vocab.strings
    tags, pos, deps = (doc.to_array(x) for x in ("TAG", "POS", "DEP"))
    found = np.isin(tags, [strings[x] for x in _PRONOUN_TAGS])
    nouns = np.isin(pos, [strings["NOUN"], strings["PROPN"]])
    found |= nouns & ~np.isin(deps, [strings[x] for x in _INSIDE_NAME])
    found[list(events)] = True
    return [int(i) for i in np.flatnonzero(found)]


def _mention(head: Token) -> Span:
    """Return the name around a head, or the head with what stands before it in its phrase."""
    if head.ent_iob_ in "BI" and head.ent_type_:
        return _name_around(head)
    if head.pos_ not in {"NOUN", "PROPN"}:
        return head.doc[head.i : head.i + 1]
    start, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ in _LEFT:
            start = min(start, child.left_edge.i)
    for child in head.rights:
        if child.dep_ in _RIGHT:
            end = max(end, child.right_edge.i + 1)
    return head.doc[start:end]


def _name_around(head: Token) -> Span:
    start = head.i
    while start > 0 and head.doc[start].ent_iob_ == "I":
        start -= 1
    end = head.i + 1
    while end < len(head.doc) and head.doc[end].ent_iob_ == "I":
        end += 1
    return head.doc[start:end]
