"""How well pages are found again by a sentence: by its words, by its meaning, by both.

    python -m benchmarks.search --data ../shared/data --split dev --json

``rewrites``: sentences of ECB+META's rewritten articles; the article each rewrites is to be found.
``same_event``: sentences of ECB+; other articles that mention one of their events. ``claims``:
VitaminC's claims; the sentences that support them, among all its evidence. Mean reciprocal rank and
recall among the first ten, in percent, of at most 200 queries a set (drawn with a fixed seed):
``pages`` by BM25 of pages with any word of the query, ``sentences`` by BM25 of their best sentence,
``vectors`` by its cosine, ``like`` by both, as ``histor search --like`` does. ``otherwise`` are the
queries that share at most a third of their content words with each right answer.
"""

from __future__ import annotations

import random
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from benchmarks.articles import article
from benchmarks.command import run
from benchmarks.language import records
from histor.link.vectors import stems
from histor.records import CleanPage, Document, Page, PageRecord
from histor.spans import OffsetMap
from histor.store import Store
from histor.store.likeness import WEIGHTS, Weights
from histor.store.queries import any_word
from training.event_readers import untokenize

_SEED = 7
_QUERIES = 200
_FIRST = 10
_RANKED = 100
_OTHERWISE = 1 / 3
_WORD = re.compile(r"\w+")

_COMMON = {stem for word in STOP_WORDS for stem in stems(word)}

Finder = Callable[[str], Sequence[str]]


class Query(NamedTuple):
    """A sentence, the pages that say the same, and the pages that are not asked for."""

    text: str
    right: frozenset[str]
    left_out: frozenset[str] = frozenset()
    #: the right answers' words
    answers: tuple[str, ...] = ()


class Sentences(NamedTuple):
    """Pages as lists of sentences, by key, and what to find them by."""

    pages: dict[str, list[str]]
    queries: list[Query]


def stored(key: str, sentences: Sequence[str]) -> tuple[Page, CleanPage, PageRecord]:
    """Return a page whose sentences are given, without reading it."""
    text = "\n\n".join(sentences)
    page = article(key, text, None)
    bounds, at = [], 0
    for sentence in sentences:
        bounds.append((at, at + len(sentence)))
        at += len(sentence) + 2
    document = Document(
        id=page.document_id,
        location=key,
        sha256=page.sha256,
        title=None,
        outlet=None,
        byline=(),
        language="en",
        text=text,
        removed=(),
        page_date=None,
        sentences=tuple(bounds),
    )
    record = PageRecord(document=document, entities=(), claims=(), times=())
    return page, CleanPage(document=document, offsets=OffsetMap(())), record


def rewrites(path: Path) -> Sentences:
    """Return originals, and the rewritten sentences to find them by."""
    pages, queries = {}, []
    for record in records(path):
        key = record["doc"]
        pages[key] = [untokenize(s) for s in record["original"]]
        for sentence in map(untokenize, record["rewrite"]):
            if len(_WORD.findall(sentence)) > 5:
                queries.append(Query(sentence, frozenset([key]), answers=tuple(pages[key])))
    return Sentences(pages, queries)


def same_event(path: Path) -> Sentences:
    """Return articles, and sentences of theirs to find others by that tell the same event."""
    pages: dict[str, list[str]] = {}
    told: list[tuple[str, str, frozenset[str]]] = []
    for record in records(path):
        key = record["id"]
        pages[key] = []
        for number in sorted(set(record["sentence"])):
            rows = [i for i, s in enumerate(record["sentence"]) if s == number]
            text = untokenize(" ".join(record["tokens"][i] for i in rows))
            pages[key].append(text)
            if number in record["validated_sentences"]:
                chains = frozenset(
                    m["chain"]
                    for m in record["mentions"]
                    if "ACTION" in m["type"] and m["tokens"][0] in set(rows)
                )
                told.append((key, text, chains))
    holders: dict[str, list[int]] = defaultdict(list)
    for n, (_, _, own) in enumerate(told):
        for chain in own:
            holders[chain].append(n)
    queries = []
    for key, text, chains in told:
        others = {n for chain in chains for n in holders[chain] if told[n][0] != key}
        if others:
            right = frozenset(told[n][0] for n in others)
            answers = tuple(told[n][1] for n in sorted(others))
            queries.append(Query(text, right, frozenset([key]), answers))
    return Sentences(pages, queries)


def claims(path: Path) -> Sentences:
    """Return evidence, a page a sentence, and the claims it supports."""
    pages: dict[str, list[str]] = {}
    right: dict[str, list[str]] = defaultdict(list)
    for record in records(path):
        evidence = untokenize(record["evidence"])
        pages[evidence] = [evidence]
        if record["label"] == "SUPPORTS":
            right[untokenize(record["claim"])].append(evidence)
    return Sentences(
        pages, [Query(c, frozenset(e), answers=tuple(dict.fromkeys(e))) for c, e in right.items()]
    )


def found(sentences: Sentences) -> dict[str, Any]:
    """Measure the ways to find the pages of one set."""
    every = sentences.queries
    queries = random.Random(_SEED).sample(every, min(_QUERIES, len(every)))
    pages = [stored(key, page) for key, page in sentences.pages.items()]
    key_of = {page.document_id: page.key for page, _, _ in pages}
    with Store() as store:
        store.put(pages)

        def by(weights: Weights) -> Finder:
            return lambda text: [
                key_of[hit.document] for hit in store.like(text, "", _RANKED, weights=weights)
            ]

        ways: dict[str, Finder] = {
            "pages": _by_words(sentences.pages),
            "sentences": by(Weights(0, 1, 0)),
            "vectors": by(Weights(0, 0, 1)),
            "like": by(WEIGHTS),
        }
        ranked = {
            name: [[k for k in find(q.text) if k not in q.left_out] for q in queries]
            for name, find in ways.items()
        }
    other = [n for n, q in enumerate(queries) if _shared(q) <= _OTHERWISE]
    return {
        "pages": len(pages),
        "queries": len(queries),
        "mrr": {name: _mrr(lists, queries) for name, lists in ranked.items()},
        "recall_at_10": {name: _recall(lists, queries) for name, lists in ranked.items()},
        "otherwise": {"queries": len(other)}
        | {
            name: _mrr([lists[n] for n in other], [queries[n] for n in other])
            for name, lists in ranked.items()
        },
    }


def _by_words(pages: dict[str, list[str]]) -> Finder:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE p USING fts5 (key UNINDEXED, text, "
        "tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    rows = ((key, "\n\n".join(page)) for key, page in pages.items())
    connection.executemany("INSERT INTO p VALUES (?, ?)", rows)

    def find(text: str) -> list[str]:
        match = any_word(text)
        query = "SELECT key FROM p WHERE p MATCH ? ORDER BY bm25(p), rowid LIMIT ?"
        return [key for (key,) in connection.execute(query, (match, _RANKED))] if match else []

    return find


def _shared(query: Query) -> float:
    """Return the largest share of a query's content words that one right answer has."""
    words = {*stems(query.text)} - _COMMON
    answers = [{*stems(answer)} for answer in query.answers]
    return max((len(words & a) / max(1, len(words)) for a in answers), default=0.0)


def _mrr(lists: Sequence[Sequence[str]], queries: Sequence[Query]) -> float:
    """Return the mean reciprocal rank of the first right page, in percent."""
    ranks = (
        next((1 / n for n, key in enumerate(keys, 1) if key in query.right), 0.0)
        for keys, query in zip(lists, queries, strict=True)
    )
    return round(100 * sum(ranks) / max(1, len(queries)), 2)


def _recall(lists: Sequence[Sequence[str]], queries: Sequence[Query]) -> float:
    """Return the mean share of the right pages among the first ten, in percent."""
    shares = (
        len(query.right.intersection(keys[:_FIRST])) / min(_FIRST, len(query.right))
        for keys, query in zip(lists, queries, strict=True)
    )
    return round(100 * sum(shares) / max(1, len(queries)), 2)


_SETS: dict[str, tuple[str, Callable[[Path], Sentences]]] = {
    "rewrites": ("ecbmeta_rewrites", rewrites),
    "same_event": ("ecbplus", same_event),
    "claims": ("vitaminc_real", claims),
}


def measure(data: Path, split: str) -> dict[str, Any]:
    """Return the figures of every set that has the split."""
    figures = {}
    for name, (folder, read) in _SETS.items():
        path = data / folder / f"{split}.jsonl"
        if path.exists():
            figures[name] = found(read(path))
    return figures


if __name__ == "__main__":
    run(__doc__, measure)
