"""Readers of the sets that mark events, times, coreference, factuality and sentence pairs."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.examples import PLOVER, Coreference, Pair, Twins, Window
from training.readers import jsonl, tokenize

__all__ = [
    "chains",
    "ecbplus",
    "eventstoryline_times",
    "factuality",
    "gap",
    "gum_chains",
    "held_back",
    "meantime",
    "plover_pairs",
    "text_times",
    "vitaminc",
]

_SILENT = -100
_LIMIT = 180
#: PLV's type names that are two of PLOVER's
_ROOTS = {"YIELD": ("CONCEDE", "RETREAT")}
_TWIN_LABELS = {"SUPPORTS": 0, "REFUTES": 1, "NEI": 2}
_BREAKS_PHRASE = frozenset(
    {",", "of", "in", "for", "who", "that", "which", "from", "at", "on", "with", "to", "and", "("}
)


def factuality(windows: Iterable[Window], path: Path) -> Iterator[Window]:
    """Yield treebank windows with the factuality of their predicates where the set has them."""
    known = {
        tuple(r["tokens"]): [(e["span"][0], e["fact"]) for e in r["events"]] for r in jsonl(path)
    }
    for window in windows:
        starts = [i for i, s in enumerate(window.sentence_starts or []) if s]
        for start, end in zip(starts, [*starts[1:], len(window.words)], strict=True):
            found = known.pop(tuple(window.words[start:end]), [])
            window.facts += [(start + i, value) for i, value in found]
        yield window
    for tokens, events in known.items():
        yield Window(words=list(tokens), facts=events)


def head_of(words: list[str], span: list[int]) -> int:
    """Return the likely head of a noun phrase: its last word before a preposition or a comma."""
    for n, i in enumerate(span):
        if n and words[i].lower() in _BREAKS_PHRASE:
            return span[n - 1]
    last = span[-1]
    if words[last] in {"'s", "’s", "'", "’"} and len(span) > 1:
        return span[-2]
    return last


def chains(mentions: Iterable[tuple[int, str]]) -> list[Coreference]:
    """Turn heads with chain names into references from each head to all earlier ones."""
    seen: dict[str, list[int]] = defaultdict(list)
    found = []
    for word, chain in sorted(set(mentions)):
        found.append(Coreference(word, list(seen[chain])))
        seen[chain].append(word)
    return found


def ecbplus(path: Path) -> Iterator[Window]:
    """Yield ECB+ articles: triggers and coreference of the validated sentences."""
    for record in jsonl(path):
        valid = set(record["validated_sentences"])
        bounds: list[list[int]] = []
        for i, s in enumerate(record["sentence"]):
            if not bounds or record["sentence"][bounds[-1][0]] != s:
                bounds.append([i, i + 1])
            bounds[-1][1] = i + 1
        for group in _packed(bounds):
            start, end = group[0][0], group[-1][1]
            marked = [i for i in range(start, end) if record["sentence"][i] in valid]
            if not marked:
                continue
            words = record["tokens"][start:end]
            triggers = [_SILENT] * len(words)
            for i in marked:
                triggers[i - start] = 0
            heads = []
            for mention in record["mentions"]:
                own = [i - start for i in mention["tokens"]]
                if "TIME" in mention["type"] or not (own[0] >= 0 and own[-1] < len(words)):
                    continue
                if triggers[own[0]] == _SILENT:
                    continue
                if "ACTION" in mention["type"]:
                    for n, i in enumerate(own):
                        triggers[i] = 2 if n and own[n - 1] == i - 1 else 1
                    heads.append((own[0], mention["chain"]))
                else:
                    heads.append((head_of(words, own), mention["chain"]))
            yield Window(
                words=words,
                triggers=triggers,
                coreference=chains(heads),
                sentences=[(a - start, b - start) for a, b in group],
            )


def _packed(bounds: list[list[int]]) -> Iterator[list[list[int]]]:
    group: list[list[int]] = []
    for start, end in bounds:
        stop = min(end, start + _LIMIT)
        if group and stop - group[0][0] > _LIMIT:
            yield group
            group = []
        group.append([start, stop])
    if group:
        yield group


def meantime(path: Path) -> Iterator[Window]:
    """Yield the annotated beginnings of MEANTIME's English articles."""
    for record in jsonl(path):
        if record["lang"] != "en" or not record["mentions"]:
            continue
        last = min(6, max(m["sent"] for m in record["mentions"]) + 1)
        words: list[str] = []
        bases, sentences = [], []
        for sentence in record["sentences"][:last]:
            bases.append(len(words))
            words += sentence
            sentences.append((bases[-1], len(words)))
        triggers = [0] * len(words)
        heads = []
        for mention in record["mentions"]:
            if mention["sent"] >= last:
                continue
            own = list(range(*(bases[mention["sent"]] + t for t in mention["toks"])))
            own.append(bases[mention["sent"]] + mention["toks"][1])
            if mention["kind"] == "event":
                for n, i in enumerate(own):
                    triggers[i] = 2 if n else 1
                heads.append((own[0], mention["chain"]))
            elif mention["kind"] == "entity":
                heads.append((head_of(words, own), mention["chain"]))
        if len(words) <= 2 * _LIMIT:
            yield Window(
                words=words, triggers=triggers, coreference=chains(heads), sentences=sentences
            )


_ENTITY = re.compile(r"\((\d+)\)?|(\d+)\)")


def gum_chains(path: Path) -> Iterator[Window]:
    """Yield GUM's documents with the coreference of their mentions' heads."""
    document: list[list[list[str]]] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), "# newdoc"]:
        if line.startswith("# newdoc") and document:
            yield from _chain_windows(document)
            document = []
        elif line and line[0] != "#" and line.split("\t", 1)[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            document.append(rows)
            rows = []


def _chain_windows(document: list[list[list[str]]]) -> Iterator[Window]:
    words: list[str] = []
    heads: list[int] = []
    bounds: list[list[int]] = []
    mentions: list[tuple[int, int, str]] = []
    opened: dict[str, list[int]] = defaultdict(list)
    for rows in document:
        base = len(words)
        for row in rows:
            at = len(words)
            words.append(row[1])
            heads.append(base + int(row[6]) - 1 if int(row[6]) else at)
            entity = next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "")
            for found in _ENTITY.finditer(entity):
                if found[2] and opened[found[2]]:
                    mentions.append((opened[found[2]].pop(), at, found[2]))
                elif found[1] and found[0].endswith(")"):
                    mentions.append((at, at, found[1]))
                elif found[1]:
                    opened[found[1]].append(at)
        bounds.append([base, len(words)])
    marked = []
    for first, last, chain in mentions:
        outside = [i for i in range(first, last + 1) if not first <= heads[i] <= last]
        marked.append((outside[0] if outside else first, chain))
    for group in _packed(bounds):
        start, end = group[0][0], group[-1][1]
        inside = [(i - start, chain) for i, chain in marked if start <= i < end]
        yield Window(words=words[start:end], coreference=chains(inside))


def gap(path: Path) -> Iterator[Window]:
    """Yield GAP's snippets in which the pronoun is one of the two people named."""
    for record in jsonl(path):
        if record["A"][2] == record["B"][2]:
            continue
        words, offsets, breaks = tokenize(record["text"])

        def word_at(offset: int, offsets: list[tuple[int, int]] = offsets) -> int:
            return next(i for i, (_, high) in enumerate(offsets) if offset < high)

        names = {k: word_at(record[k][1] + len(record[k][0]) - 1) for k in "AB"}
        pronoun = word_at(record["pronoun"][1])
        gold = names["A" if record["A"][2] else "B"]
        before = [i for i in names.values() if i < pronoun]
        if len(words) <= _LIMIT and gold in before and len(before) == 2:
            yield Window(
                words=words,
                breaks=breaks,
                coreference=[Coreference(pronoun, [gold], sorted(before))],
            )


def text_times(path: Path) -> Iterator[Window]:
    """Yield windows of WikiWars or of GUM's shippable records with their time expressions."""
    for record in jsonl(path):
        if not record.get("shippable", True):
            continue
        words, offsets, breaks = tokenize(record["text"])
        tags = [0] * len(words)
        for timex in record["timexes"]:
            if timex.get("depth"):
                continue
            own = [i for i, (a, b) in enumerate(offsets) if a < timex["end"] and timex["start"] < b]
            for n, i in enumerate(own):
                tags[i] = 2 if n else 1
        for start, end in _cuts(words):
            inside = [b - start for b in breaks if start < b < end]
            yield Window(words=words[start:end], breaks=inside, times=tags[start:end])


def _cuts(words: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(words):
        end = min(len(words), start + _LIMIT)
        if end < len(words):
            stops = [i + 1 for i in range(start + _LIMIT // 2, end) if words[i] in {".", "!", "?"}]
            end = stops[-1] if stops else end
        yield start, end
        start = end


def eventstoryline_times(path: Path) -> Iterator[Window]:
    """Yield Event StoryLine's articles with their time expressions found again by their words."""
    for record in jsonl(path):
        words: list[str] = []
        tags: list[int] = []
        bounds: list[list[int]] = []
        for n, sentence in enumerate(record["sentences"]):
            own = [0] * len(sentence)
            for timex in record["timexes"]:
                target = timex["text"].split()
                if timex["sent"] != n or not target:
                    continue
                for i in range(len(sentence) - len(target) + 1):
                    if sentence[i : i + len(target)] == target and not any(
                        own[i : i + len(target)]
                    ):
                        own[i : i + len(target)] = [1] + [2] * (len(target) - 1)
                        break
            bounds.append([len(words), len(words) + len(sentence)])
            words += sentence
            tags += own
        for group in _packed(bounds):
            start, end = group[0][0], group[-1][1]
            yield Window(words=words[start:end], times=tags[start:end])


def held_back(sentence: str) -> bool:
    """Say whether a PLV sentence belongs to the fifth kept out of training as its dev part."""
    return hashlib.sha256(sentence.encode()).digest()[0] % 5 == 0


def plover_pairs(path: Path) -> Iterator[Window]:
    """Yield PLV's sentences with the type of what the source does to the target."""
    for record in jsonl(path):
        if held_back(record["sentence"]):
            continue
        found = find_pair(record["marked"])
        if found is None:
            continue
        words, doer, target = found
        names = _ROOTS.get(record["root"], (record["root"],))
        pair = Pair(doer, target, tuple(PLOVER.index(name) for name in names), None)
        yield Window(words=words, pairs=[pair], sentences=[(0, len(words))])


def find_pair(marked: str) -> tuple[list[str], list[int], list[int]] | None:
    """Return the words of a sentence with ``<s>`` and ``<t>`` marks, and the marked words."""
    plain, at = "", 0
    spans: dict[str, list[int]] = {}
    for mark in re.finditer(r"<(/?)([st])>", marked):
        plain += marked[at : mark.start()]
        at = mark.end()
        spans.setdefault(mark[2], []).append(len(plain))
    plain += marked[at:]
    words, offsets, _ = tokenize(plain)
    parts = []
    for name in "st":
        if len(spans.get(name, ())) < 2:
            return None
        low, high = spans[name][:2]
        parts.append([i for i, (a, b) in enumerate(offsets) if a < high and low < b])
    return words, parts[0], parts[1]


def vitaminc(path: Path) -> Iterator[Twins]:
    """Yield VitaminC's claims with their evidence, tokenized as pages are."""
    for record in jsonl(path):
        sides = []
        for text in (record["claim"], record["evidence"]):
            words, _, _ = tokenize(untokenize(text))
            words = words[:110]
            sides.append(Window(words=words, sentences=[(0, len(words))]))
        yield Twins(sides[0], sides[1], _TWIN_LABELS[record["label"]])


def untokenize(text: str) -> str:
    """Join the punctuation that a treebank tokenizer split off."""
    text = text.replace("-LRB-", "(").replace("-RRB-", ")").replace("`` ", '"').replace(" ''", '"')
    text = re.sub(r" ([.,;:!?%)\]]|'s\b|n't\b|'(?=\s))", r"\1", text)
    return re.sub(r"([(\[$£€]) ", r"\1", text)
