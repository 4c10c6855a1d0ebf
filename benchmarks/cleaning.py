"""How well stories are told from furniture, in HTML and in pages flattened to lines.

    python -m benchmarks.cleaning --data ../shared/data --split dev --json

F1 of word 4-shingles, precision and recall averaged over pages, as article-extraction-benchmark
counts; our figure is the body without the headline, as its truth is. The shipped classifier is
trained on the ``dev`` pages, the only ones there are: on that split its figure is an upper bound,
and ``training/furniture.py --cross-validate`` gives the held-out one.
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path

import trafilatura
from inscriptis import get_text

from benchmarks.command import run
from histor.clean import clean
from histor.errors import PageError
from histor.read.decode import decode
from histor.records import Page

_WORD = re.compile(r"\w+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the word 4-shingles of a text."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def score(truth: str, found: str) -> tuple[float, float]:
    """Return precision and recall of one page."""
    a, b = shingles(truth), shingles(found)
    both = sum((a & b).values())
    return both / max(1, sum(b.values())), both / max(1, sum(a.values()))


def body(source: str, media: str, name: str) -> str:
    """Return the story of a page without its headline; nothing if the page is refused."""
    page = Page(
        location=name,
        key=name,
        sha256="",
        media="html" if media == "html" else "text",
        text=source,
        encoding="utf-8",
    )
    try:
        cleaned = clean(page)
    except PageError:
        return ""
    return cleaned.document.text[cleaned.headline.end if cleaned.headline else 0 :]


def measure(data: Path, split: str) -> dict[str, float]:
    """Return the figures of a split."""
    scores: dict[str, list[tuple[float, float]]] = {"html": [], "trafilatura": [], "flattened": []}
    seconds = {"html": 0.0, "trafilatura": 0.0, "flattened": 0.0}
    for path in sorted((data / "pages" / split).glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))["articleBody"]
        raw = gzip.decompress(path.with_suffix(".html.gz").read_bytes())
        source, _ = decode(raw, path.name)
        flat = get_text(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
        began = time.perf_counter()
        scores["html"].append(score(truth, body(source, "html", path.name)))
        seconds["html"] += time.perf_counter() - began
        began = time.perf_counter()
        alone = trafilatura.extract(source, include_comments=False) or ""
        seconds["trafilatura"] += time.perf_counter() - began
        scores["trafilatura"].append(score(truth, alone))
        began = time.perf_counter()
        scores["flattened"].append(score(truth, body(flat, "text", path.name)))
        seconds["flattened"] += time.perf_counter() - began
    figures: dict[str, float] = {}
    for name, pairs in scores.items():
        precision = sum(p for p, _ in pairs) / len(pairs)
        recall = sum(r for _, r in pairs) / len(pairs)
        figures[f"{name} precision"] = round(precision, 4)
        figures[f"{name} recall"] = round(recall, 4)
        figures[f"{name} F1"] = round(2 * precision * recall / (precision + recall), 4)
        figures[f"{name} pages a second"] = round(len(pairs) / seconds[name], 1)
    return figures


if __name__ == "__main__":
    run(__doc__, measure)
