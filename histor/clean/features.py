"""What the furniture classifier sees of each line: shape, words, neighbours and place.

After the features of boilerplate removal from text blocks (Kohlschütter et al. 2010; Pomikálek
2011, jusText), which work without markup and, function words aside, in any language.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from histor.clean.blocks import Block
from histor.clean.patterns import Patterns

__all__ = ["NAMES", "line_features"]

Floats = NDArray[np.float32]
#: characters of a line that are looked at
_LOOK = 1_500
_WORD = re.compile(r"\w+")
_PUNCTUATION = re.compile(r"[.,;:!?…。，、؟]")
_END = re.compile(r"[.!?…。؟:][\"'”’»)\]]*$")
_QUOTE = re.compile(r"[\"“”«»„]")
_LINK = re.compile(r"https?://|www\.|\]\(|\w@\w|\.(?:com|org|net)\b", re.I)
_BAR = re.compile(r"[|›»>·•/→▸►✓×]")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\bago\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d",
    re.I,
)
_BYLINE = re.compile(r"^\W*(?:by|written by|posted by|reported by|from|author|staff)\b", re.I)
#: the commonest words of English and of the other large languages of news
_FUNCTION = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "it",
        "as",
        "was",
        "with",
        "be",
        "by",
        "on",
        "not",
        "he",
        "his",
        "but",
        "at",
        "are",
        "this",
        "have",
        "from",
        "or",
        "had",
        "an",
        "they",
        "which",
        "you",
        "were",
        "their",
        "there",
        "been",
        "has",
        "when",
        "who",
        "will",
        "no",
        "more",
        "if",
        "out",
        "so",
        "said",
        "what",
        "up",
        "its",
        "about",
        "than",
        "into",
        "them",
        "can",
        "only",
        "other",
        "some",
        "could",
        "de",
        "la",
        "le",
        "les",
        "des",
        "et",
        "en",
        "que",
        "el",
        "los",
        "las",
        "por",
        "un",
        "una",
        "der",
        "die",
        "das",
        "und",
        "ist",
        "von",
        "zu",
        "den",
        "mit",
        "dem",
        "nicht",
        "il",
        "di",
        "e",
        "che",
        "da",
        "per",
        "con",
        "не",
        "и",
        "в",
        "на",
        "что",
        "с",
        "по",
        "как",
    ]
)
NAMES = (
    "length", "words", "punctuation", "ends", "function", "titled", "upper", "digits", "quotes",
    "links", "bars", "dated", "byline", "lower_start", "repeated", "gap", "gap_after", "furniture",
    "furniture_start", "mean_word", "long", "title_overlap",
)  # fmt: skip
_CONTEXT = ("length", "punctuation", "ends", "function", "furniture", "long", "dated", "gap")


def line_features(blocks: Sequence[Block], patterns: Patterns, title: str | None) -> Floats:
    """Return one row a block: its own features, its neighbours', and its place on the page."""
    counts = Counter(b.text[:_LOOK] for b in blocks)
    title_words = frozenset(w.lower() for w in _WORD.findall(title or ""))
    own = np.array(
        [
            _own(b, blocks[i + 1].gap if i + 1 < len(blocks) else 9, counts, patterns, title_words)
            for i, b in enumerate(blocks)
        ],
        dtype=np.float32,
    ).reshape(len(blocks), len(NAMES))
    return np.hstack([own, _neighbours(own), _place(own)])


def _own(
    block: Block, after: int, counts: Counter[str], patterns: Patterns, title: frozenset[str]
) -> list[float]:
    text = block.text[:_LOOK]
    words = _WORD.findall(text)
    n = max(1, len(words))
    lower = [w.lower() for w in words]
    punctuation = len(_PUNCTUATION.findall(text))
    whole = next((1.0 for _, p in patterns.whole if len(text) < 400 and p.fullmatch(text)), 0.0)
    start = next((1.0 for _, p in patterns.start if len(text) < 400 and p.match(text)), 0.0)
    return [
        math.log1p(len(block.text)),
        math.log1p(len(words)),
        punctuation / n,
        1.0 if _END.search(text[-8:]) else 0.0,
        sum(w in _FUNCTION for w in lower) / n,
        sum(w[0].isupper() for w in words) / n,
        sum(w.isupper() and len(w) > 1 for w in words) / n,
        sum(c.isdigit() for c in text) / max(1, len(text)),
        float(len(_QUOTE.findall(text))) / n,
        len(_LINK.findall(text)) / n,
        len(_BAR.findall(text)) / n,
        1.0 if _DATE.search(text) else 0.0,
        1.0 if _BYLINE.match(text) else 0.0,
        1.0 if text[:1].islower() else 0.0,
        math.log1p(counts[text] - 1),
        float(min(block.gap, 5)),
        float(min(after, 5)),
        whole,
        start,
        sum(map(len, words)) / n,
        1.0 if len(text) > 140 and punctuation >= 2 else 0.0,
        len(title & set(lower)) / len(title) if title else 0.0,
    ]


def _neighbours(own: Floats) -> Floats:
    columns = [NAMES.index(name) for name in _CONTEXT]
    parts = []
    for shift in (-3, -2, -1, 1, 2, 3):
        moved = np.full((len(own), len(columns)), -1.0, dtype=np.float32)
        if shift < 0:
            moved[-shift:] = (
                own[: len(own) + shift, columns] if len(own) > -shift else moved[-shift:]
            )
        else:
            moved[: max(0, len(own) - shift)] = own[shift:, columns]
        parts.append(moved)
    return np.hstack(parts)


def _place(own: Floats) -> Floats:
    """Place among the page's long lines, where its story lies."""
    n = len(own)
    index = np.arange(n, dtype=np.float32)
    long = own[:, NAMES.index("long")] > 0
    size = np.expm1(own[:, NAMES.index("length")])
    before = np.full(n, 99.0, dtype=np.float32)
    after = np.full(n, 99.0, dtype=np.float32)
    last = -1
    for i in range(n):
        before[i] = min(99, i - last) if last >= 0 else 99
        if long[i]:
            last = i
    last = -1
    for i in range(n - 1, -1, -1):
        after[i] = min(99, last - i) if last >= 0 else 99
        if long[i]:
            last = i
    total = max(1.0, float((size * long).sum()))
    seen = np.cumsum(size * long) / total
    # how much long text lies within five lines
    kernel = np.ones(11, dtype=np.float32)
    dense = np.convolve(np.log1p(size * long), kernel, mode="full")[5 : 5 + n]
    return np.stack(
        [
            index / max(1, n - 1),
            np.full(n, math.log1p(n)),
            before,
            after,
            seen,
            dense,
            np.full(n, math.log1p(total)),
            np.full(n, float(long.mean())),
        ],
        axis=1,
    ).astype(np.float32)
