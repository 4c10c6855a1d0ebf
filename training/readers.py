"""Readers of the gold sets: each yields windows of words; no set's text leaves this package."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy

from training.examples import Link, Window, entity_tags_allowing

__all__ = ["attribution", "conll_entities", "gum_attribution", "re3d", "treebank"]

_BOTH = ("GROUP", "OTHER")
#: for each set: its label -> the kinds it may be; a label that is absent here means outside
KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "uner_ewt": {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": ("PLACE",), "OTH": _BOTH},
    "wikigold": {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": ("PLACE",), "MISC": _BOTH},
    "wnut17": {
        "person": ("PERSON",),
        "location": ("PLACE",),
        "corporation": ("ORG",),
        "group": ("ORG", "GROUP"),
        "product": ("OTHER",),
        "creative-work": ("OTHER",),
    },
    "crossner_politics": {
        "person": ("PERSON",),
        "politician": ("PERSON",),
        "organisation": ("ORG",),
        "politicalparty": ("ORG",),
        "location": ("PLACE",),
        "country": ("PLACE",),
        "election": ("OTHER",),
        "event": ("OTHER",),
        "misc": _BOTH,
    },
    "redocred_ner": {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": ("PLACE",), "MISC": _BOTH},
    "re3d": {
        "Person": ("PERSON",),
        "Organisation": ("ORG",),
        "Location": ("PLACE",),
        "Nationality": ("GROUP",),
        "Weapon": ("OTHER",),
        "Vehicle": ("OTHER",),
        "MilitaryPlatform": ("OTHER",),
    },
    "polnear_silver": {
        "PERSON": ("PERSON",),
        "ORGANIZATION": ("ORG",),
        "LOCATION": ("PLACE",),
        "MISC": _BOTH,
    },
}
#: kinds that a set leaves unmarked: its ``O`` may hide them
UNMARKED: dict[str, tuple[str, ...]] = {
    "uner_ewt": _BOTH,
    "wnut17": ("GROUP",),
    "re3d": ("OTHER",),
    "polnear_silver": (),
}

#: words that open a description, not a name
_OPENERS = frozenset(
    "the a an this that these those his her its their our my he she it they we i".split()
)
#: the mask of a word whose entity tag no set tells
ANYTHING = (1 << 11) - 1

#: id, "doc" or "par" where the sentence starts one, and CoNLL-U rows
Sentence = tuple[str, str, list[list[str]]]

_TOKENIZER = spacy.blank("en").tokenizer


def jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSON lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def masks(tags: list[str], dataset: str) -> list[int]:
    """Turn a set's BIO (or IO) tags into masks of our tags."""
    kinds, unmarked = KINDS[dataset], UNMARKED.get(dataset, ())
    outside = entity_tags_allowing("BI", unmarked, outside=True)
    out: list[int] = []
    previous = "O"
    for tag in tags:
        label = tag.partition("-")[2]
        if label in kinds:
            begins = tag.startswith("B-") or previous.partition("-")[2] != label
            out.append(entity_tags_allowing("B" if begins else "I", kinds[label]))
        else:
            out.append(outside)
        previous = tag
    return out


def treebank(path: Path, names: Path | None, limit: int = 110) -> Iterator[Window]:
    """Yield windows of a CoNLL-U file, with UNER's entities where ``names`` has the sentence."""
    named = {r["sent_id"]: r for r in jsonl(names)} if names is not None else {}
    pack: list[Sentence] = []
    for sentence in _sentences(path):
        size = sum(len(rows) for _, _, rows in pack)
        if pack and (sentence[1] == "doc" or size + len(sentence[2]) > limit):
            yield _tree_window(pack, named)
            pack = []
        pack.append(sentence)
    if pack:
        yield _tree_window(pack, named)


def _tree_window(pack: list[Sentence], named: dict[str, dict[str, Any]]) -> Window:
    words: list[str] = []
    breaks: list[int] = []
    sentence_starts: list[int] = []
    heads: list[int] = []
    entities: list[int] = []
    for sent_id, starts, rows in pack:
        base = len(words)
        if starts and base:
            breaks.append(base)
        own = [row[1] for row in rows]
        words += own
        sentence_starts += [1] + [0] * (len(rows) - 1)
        for index, row in enumerate(rows):
            heads.append(base + (int(row[6]) - 1 if int(row[6]) else index))
        record = named.get(sent_id)
        if record and record["tokens"] == own:
            entities += masks(record["ner"], "uner_ewt")
        else:
            entities += [ANYTHING] * len(rows)
    every = [row for _, _, rows in pack for row in rows]
    return Window(
        words=words,
        breaks=breaks,
        sentence_starts=sentence_starts,
        upos=[row[3] for row in every],
        xpos=[row[4] for row in every],
        heads=heads,
        deprels=[row[7] for row in every],
        entities=entities,
    )


def _sentences(path: Path) -> Iterator[Sentence]:
    sent_id, starts = "", "doc"
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# sent_id"):
            sent_id = line.partition("= ")[2]
        elif line.startswith("# newdoc"):
            starts = "doc"
        elif line.startswith("# newpar"):
            starts = starts or "par"
        elif line and line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            yield sent_id, starts, rows
            starts, rows = "", []


def conll_entities(path: Path, dataset: str) -> Iterator[Window]:
    """Yield the sentences of an entity set, several to a window where one document holds them."""
    words: list[str] = []
    entities: list[int] = []
    document = None
    for record in jsonl(path):
        alone = "doc" not in record or record["doc"] != document
        if words and (alone or len(words) + len(record["tokens"]) > 90):
            yield Window(words=words, entities=entities)
            words, entities = [], []
        document = record.get("doc")
        words = words + record["tokens"]
        entities = entities + masks(record["ner"], dataset)
    if words:
        yield Window(words=words, entities=entities)


def re3d(path: Path) -> Iterator[Window]:
    """Yield re3d documents, without those under a non-commercial licence."""
    for record in jsonl(path):
        if record["source"].startswith("BBC"):
            continue
        words, offsets, breaks = tokenize(record["text"])
        tags = ["O"] * len(words)
        for entity in sorted(record["entities"], key=lambda e: e["start"] - e["end"]):
            inside = _covered(offsets, [[entity["start"], entity["end"]]])
            if any(tags[i] != "O" for i in inside):
                continue
            for n, i in enumerate(inside):
                tags[i] = ("I-" if n else "B-") + entity["type"]
        marks = masks(tags, "re3d")
        for start, end in _described(words, tags):
            marks[start:end] = [ANYTHING] * (end - start)
        yield from cut(Window(words=words, breaks=breaks, entities=marks), limit=110)


def _described(words: list[str], tags: list[str]) -> Iterator[tuple[int, int]]:
    """Yield re3d's mentions that describe instead of name: they hold no capital or open with one.

    re3d marks "the camp" and "he" like names; no other set does, and names are what is asked for.
    """
    starts = [i for i, tag in enumerate(tags) if tag.startswith("B-")]
    for start in starts:
        end = start + 1
        while end < len(tags) and tags[end].startswith("I-"):
            end += 1
        if not any(w[:1].isupper() for w in words[start:end]) or words[start].lower() in _OPENERS:
            yield start, end


def attribution(path: Path, silver: Path | None = None, weight: float = 0.3) -> Iterator[Window]:
    """Yield PolNeAR windows, with the silver entity tags of the same articles if given."""
    tagged: dict[str, dict[int, str]] = {}
    if silver is not None:
        for record in jsonl(silver):
            tagged[record["id"]] = {
                start: ner
                for s in record["sentences"]
                for start, ner in zip(s["start"], s["ner"], strict=True)
            }
    for record in jsonl(path):
        words, offsets, breaks = tokenize(record["text"])
        links = [
            Link(*(_covered(offsets, a[part]) for part in ("cue", "source", "content")))
            for a in record["attributions"]
        ]
        window = Window(words=words, breaks=breaks, links=links, entity_weight=weight)
        known = tagged.get(record["id"])
        if known:
            window.entities = _silver_masks(known, offsets)
        yield from cut(window, limit=180)


def _silver_masks(known: dict[int, str], offsets: list[tuple[int, int]]) -> list[int]:
    tags = [known.get(start) for start, _ in offsets]
    previous, bio = "O", []
    for tag in tags:
        label = tag or "O"
        bio.append(f"{'I' if previous == label else 'B'}-{label}" if label != "O" else "O")
        previous = label
    return [
        mask if tag is not None else ANYTHING
        for mask, tag in zip(masks(bio, "polnear_silver"), tags, strict=True)
    ]


def gum_attribution(path: Path) -> Iterator[Window]:
    """Yield GUM's attributions from the records whose text may train shipped weights."""
    for record in jsonl(path):
        if record["text_license"] not in {"CC BY 2.5", "CC BY 4.0", "CC BY-SA 3.0"}:
            continue
        links = [
            Link(list(a["cue"]), list(a["source"]), list(a["content"]))
            for a in record["attributions"]
            if a["polarity"] == "positive" and a["cue"] and a["content"]
        ]
        yield from cut(Window(words=record["tokens"], links=links), limit=180)


def tokenize(text: str) -> tuple[list[str], list[tuple[int, int]], list[int]]:
    """Split text as the pipeline does; return words, their offsets, and where paragraphs start."""
    words: list[str] = []
    offsets: list[tuple[int, int]] = []
    breaks: list[int] = []
    fresh = False
    for token in _TOKENIZER(text):
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        if fresh and words:
            breaks.append(len(words))
        fresh = False
        words.append(token.text)
        offsets.append((token.idx, token.idx + len(token.text)))
    return words, offsets, breaks


def _covered(offsets: list[tuple[int, int]], spans: Iterable[list[int]]) -> list[int]:
    return [
        i
        for start, end in spans
        for i, (low, high) in enumerate(offsets)
        if low < end and start < high
    ]


def cut(window: Window, limit: int) -> Iterator[Window]:
    """Cut a document-long window at sentence-like ends into windows of at most ``limit`` words."""
    start = 0
    total = len(window.words)
    while start < total:
        end = _cut_point(window, start, limit)
        yield _slice(window, start, end)
        start = end


def _cut_point(window: Window, start: int, limit: int) -> int:
    total = len(window.words)
    if total - start <= limit:
        return total
    best = start + limit
    breaks = [b for b in window.breaks if start + limit // 2 < b <= start + limit]
    if breaks:
        return breaks[-1]
    for i in range(start + limit - 1, start + limit // 2, -1):
        if window.words[i] in {".", "!", "?"}:
            return i + 1
    return best


def _slice(window: Window, start: int, end: int) -> Window:
    def moved(indices: list[int]) -> list[int]:
        return [i - start for i in indices if start <= i < end]

    links = None
    if window.links is not None:
        links = [Link(moved(k.cue), moved(k.source), moved(k.content)) for k in window.links]
        links = [k for k in links if k.cue or k.source or k.content]
    return Window(
        words=window.words[start:end],
        breaks=[b - start for b in window.breaks if start < b < end],
        entities=window.entities[start:end] if window.entities else None,
        entity_weight=window.entity_weight,
        links=links,
    )
