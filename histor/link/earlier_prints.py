"""Pages whose text another page printed before: it was written by then, whatever day they bear."""

from __future__ import annotations

import datetime as dt
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from histor.link.pages import Pages
from histor.records import Document

__all__ = ["EarlierPrint", "Openings"]

#: share of a page's sentences, and how many, that the earlier page must have
_SHARE, _FEWEST = 0.7, 3
#: characters of a sentence that is not said by chance
_LONG = 40
#: sentences of a page by which its copies are looked for: headlines and first words change
_ASKED = 3
#: pages with one of them that are compared, the earliest first
_COMPARED = 20
_AT_HAND = 256


@dataclass(frozen=True, slots=True)
class EarlierPrint:
    """The first page that printed another's text."""

    page: int
    day: dt.date
    #: pages that print it too
    copies: frozenset[str]


class Openings:
    """The first sentences of pages, by which those with one text are found."""

    def __init__(self) -> None:
        #: a number for each sentence, and its page
        self._said, self._pages = array("q"), array("i")

    def add(self, page: int, document: Document) -> None:
        """Add the first sentences of a page."""
        for text in islice(_sentences(document), _ASKED):
            self._said.append(hash(text))
            self._pages.append(page)

    def earlier(
        self, pages: Pages, printed: Sequence[dt.date | None]
    ) -> Iterator[tuple[int, EarlierPrint]]:
        """Yield the pages whose text an earlier one has, and the first of those.

        Args:
            pages: the case's pages.
            printed: by number, the day that each page gives.
        """
        beside: dict[int, set[int]] = defaultdict(set)
        for holders in self._shared():
            dated = [(day, n) for n in holders if (day := printed[n]) is not None]
            near = [n for _, n in sorted(dated)[:_COMPARED]]
            for n in near if len(near) > 1 else ():
                beside[n].update(near)
        whole = lru_cache(_AT_HAND)(lambda n: frozenset(_sentences(pages.documents[n])))
        for n in sorted(beside):
            own = whole(n)
            least = max(_FEWEST, _SHARE * len(own))
            copies = [m for m in beside[n] if m != n and len(own & whole(m)) >= least]
            dated = [(day, m) for m in copies if (day := printed[m]) is not None]
            if dated:
                day, first = min(dated)
                yield n, EarlierPrint(first, day, frozenset(pages.ids[m] for m in copies))

    def _shared(self) -> Iterator[set[int]]:
        """Yield the pages of each sentence that several have."""
        said, pages = np.array(self._said, np.int64), np.array(self._pages, np.int64)
        order = np.argsort(said, kind="stable")
        ends = np.append(np.flatnonzero(np.diff(said[order])) + 1, len(order))
        starts = np.append(0, ends[:-1])
        many = ends - starts > 1
        for start, end in zip(starts[many].tolist(), ends[many].tolist(), strict=True):
            yield set(pages[order[start:end]].tolist())


def _sentences(document: Document) -> Iterator[str]:
    """Yield the sentences long enough not to be said by chance."""
    for start, end in document.sentences:
        text = " ".join(document.text[start:end].split())
        if len(text) >= _LONG:
            yield text
