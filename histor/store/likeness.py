"""Search by meaning: the sentences most like a given one, by their words and their vectors.

None of the ways to tell likeness is enough alone: words miss what is told otherwise, vectors miss
names and numbers. They are weighed together (:class:`Weights`), as measured in
``benchmarks/search.py``.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from sqlalchemy import Connection, select, text

from histor.annotate.comparing import Floats
from histor.annotate.meaning import SentenceEncoder
from histor.records import PageRecord
from histor.store import tables
from histor.store.migrations import SEARCH_WORDS
from histor.store.narrowing import Narrowing
from histor.store.queries import Query, any_word, words_of
from histor.store.search import Bounds, Hit, ReadRecord, hit_of, matching, record_at
from histor.store.vectors import SentenceVectors

__all__ = ["WEIGHTS", "Weights", "complete", "search_like"]

_PAGES = text(
    """
    SELECT rowid AS number, -bm25(documents_search, 1.0, 0.0, 1.0) AS score
    FROM documents_search WHERE documents_search MATCH :match ORDER BY score DESC, rowid
    """
)
#: pages whose sentences are weighed because of their words; sentences found by their vectors
_BY_WORDS, _BY_VECTORS = 100, 300
#: pages whose vectors are made before they are written
_SAVED_TOGETHER = 500
_PAGE_COUNT = text("SELECT count(*) FROM documents")
_HOLDERS = text("SELECT count(*) FROM documents_search WHERE documents_search MATCH :match")
#: BM25's usual parameters
_K1, _B = 1.2, 0.75
#: what a word counts that most pages have, as in SQLite
_LEAST = 1e-6
_WORD = re.compile(r"\w+")


class Weights(NamedTuple):
    """What each way to tell likeness counts; they sum to 1."""

    #: BM25 of the page over the best page's
    page: float
    #: BM25 of the sentence over the best sentence's
    sentence: float
    #: cosine of the sentence's vector
    meaning: float


WEIGHTS = Weights(page=0.25, sentence=0.25, meaning=0.5)


def complete(
    connection: Connection,
    vectors: SentenceVectors,
    encoder: SentenceEncoder,
    read: ReadRecord,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Make the vectors that are missing and write them; stopped, those made are kept.

    ``progress`` is told how many pages are done of how many.
    """
    d = tables.documents
    known = connection.execute(select(d.c.number, d.c.id)).all()
    lacking = [int(row.number) for row in known if vectors.lacks(row.id)]

    def stories() -> Iterator[PageRecord]:
        for number in lacking:
            yield record_at(connection, number, read)

    try:
        waiting: list[PageRecord] = []

        def texts() -> Iterator[tuple[str, Sequence[Bounds]]]:
            for record in stories():
                waiting.append(record)
                yield record.document.text, record.document.sentences

        for done, found in enumerate(encoder.pipe(texts()), 1):
            vectors.add(waiting.pop(0).document.id, found)
            if done % _SAVED_TOGETHER == 0:
                vectors.save()
            if progress is not None:
                progress(done, len(lacking))
    finally:
        vectors.save()


def search_like(
    connection: Connection,
    sentence: str,
    query: Query,
    limit: int,
    read: ReadRecord,
    vectors: SentenceVectors,
    vector: Floats,
    weights: Weights = WEIGHTS,
    without: Collection[str] = (),
) -> list[Hit]:
    """Return the ``limit`` pages with the sentences most like one, of those ``query`` leaves.

    ``vector`` is the sentence's unit vector; pages of ``without`` are left out.
    """
    narrowing = Narrowing(connection, query, without)
    left = matching(connection, query)
    candidates: list[tuple[PageRecord, float]] = []
    for number, score in _near(connection, sentence, vectors, vector, left, narrowing).items():
        record = record_at(connection, number, read)
        if narrowing.proof(number, record) is not None:
            candidates.append((record, score))
    found = _ranked(connection, sentence, candidates, vectors, vector, weights)
    return [
        hit_of(record, score=score, found=_shared(sentence, record, place), passage=place)
        for score, record, place in found[:limit]
    ]


def _near(
    connection: Connection,
    sentence: str,
    vectors: SentenceVectors,
    vector: Floats,
    left: set[int] | None,
    narrowing: Narrowing,
) -> dict[int, float]:
    """Return the pages worth weighing, near by words or by vectors, with their BM25, 0 to 1."""

    def fits(number: int) -> bool:
        return (left is None or number in left) and narrowing.may_hold(number)

    match = any_word(sentence)
    rows = connection.execute(_PAGES, {"match": match}).all() if match else []
    scores = {int(row.number): float(row.score) for row in rows if fits(row.number)}
    most = max(scores.values(), default=0.0) or 1.0
    chosen = dict.fromkeys(list(scores)[:_BY_WORDS])
    d = tables.documents
    numbers = {
        vectors.number(row.id): int(row.number)
        for row in connection.execute(select(d.c.number, d.c.id))
        if fits(row.number)
    }
    narrow = left is not None or narrowing.narrows
    for document in vectors.near(vector, _BY_VECTORS, set(numbers) if narrow else None):
        if document in numbers:
            chosen[numbers[document]] = None
    return {number: max(0.0, scores.get(number, 0.0) / most) for number in chosen}


def _ranked(
    connection: Connection,
    sentence: str,
    pages: Sequence[tuple[PageRecord, float]],
    vectors: SentenceVectors,
    vector: Floats,
    weights: Weights,
) -> list[tuple[float, PageRecord, Bounds]]:
    """Return the pages with their best sentence, the most like first; none unlike at all."""
    best: list[tuple[float, PageRecord, Bounds]] = []
    by_words = _word_scores(connection, sentence, [record for record, _ in pages])
    for (record, page), words in zip(pages, by_words, strict=True):
        bounds = record.document.sentences
        cosines = vectors.cosines(vector, record.document.id, len(bounds))
        likes = [
            (weights.sentence * word + weights.meaning * max(0.0, cosine), place)
            for place, word, cosine in zip(bounds, words, cosines, strict=False)
        ]
        if likes:
            score, place = max(likes, key=lambda like: (like[0], -like[1][0]))
            score += weights.page * page
            if score > 0:
                best.append((score, record, place))
    return sorted(best, key=lambda like: (-like[0], like[1].document.id))


def _word_scores(
    connection: Connection, sentence: str, records: Sequence[PageRecord]
) -> list[list[float]]:
    """Return the BM25 of every sentence of some pages, over the best sentence's.

    After Robertson & Zaragoza 2009. How rare a word is, all pages of the case tell; which sentences
    hold it, SQLite, which cuts words there as it does in the case.
    """
    scores = [[0.0] * len(r.document.sentences) for r in records]
    places = [(n, i) for n, row in enumerate(scores) for i in range(len(row))]
    texts = list(_texts(records))
    lengths = [len(_WORD.findall(t)) for t in texts]
    usual = sum(lengths) / max(1, len(lengths)) or 1.0
    pages = connection.execute(_PAGE_COUNT).scalar_one()
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f'CREATE VIRTUAL TABLE s USING fts5 (t, tokenize = "{SEARCH_WORDS}")')
        memory.executemany("INSERT INTO s (t) VALUES (?)", ((t,) for t in texts))
        for word in words_of(sentence):
            holders = connection.execute(_HOLDERS, {"match": word}).scalar_one()
            rarity = max(_LEAST, math.log((pages - holders + 0.5) / (holders + 0.5)))
            for (row,) in memory.execute("SELECT rowid FROM s WHERE s MATCH ?", (word,)):
                n, i = places[row - 1]
                length = lengths[row - 1] / usual
                scores[n][i] += rarity * (_K1 + 1) / (1 + _K1 * (1 - _B + _B * length))
    most = max((score for row in scores for score in row), default=0.0) or 1.0
    return [[score / most for score in row] for row in scores]


def _texts(records: Sequence[PageRecord]) -> Iterator[str]:
    for record in records:
        story = record.document.text
        yield from (story[start:end] for start, end in record.document.sentences)


def _shared(sentence: str, record: PageRecord, place: Bounds) -> list[Bounds]:
    """Return where a page's sentence has the words of the one looked for, as they are written."""
    wanted = {word.casefold() for word in _WORD.findall(sentence)} - STOP_WORDS
    start, end = place
    words = _WORD.finditer(record.document.text, start, end)
    return [word.span() for word in words if word[0].casefold() in wanted]
