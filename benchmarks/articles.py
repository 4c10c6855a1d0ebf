"""Articles of the data sets as pages, and what histor reads from them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.language import records
from histor import stages
from histor.records import Given, Page, PageRecord
from training.event_readers import untokenize

__all__ = ["article", "ecb_heaps", "read"]


def article(key: str, text: str, date: str | None) -> Page:
    """Return a page that is a story alone, as a feed or a JSON file gives it."""
    digest = hashlib.sha256(f"{key}\n{date}\n{text}".encode()).hexdigest()
    return Page(
        location=key,
        key=key,
        sha256=digest,
        media="article",
        text=text,
        encoding="utf-8",
        given=Given(date=date, language="en"),
    )


def ecb_heaps(path: Path) -> tuple[dict[str, list[Page]], dict[str, str]]:
    """Return the pages of each of ECB+'s topics, and each page's subtopic."""
    heaps: dict[str, list[Page]] = defaultdict(list)
    subtopics: dict[str, str] = {}
    for row in records(path):
        sentences: dict[int, list[str]] = defaultdict(list)
        for token, number in zip(row["tokens"], row["sentence"], strict=True):
            sentences[number].append(token)
        text = "\n\n".join(untokenize(" ".join(tokens)) for tokens in sentences.values())
        heaps[row["topic"]].append(article(row["id"], text, None))
        subtopics[row["id"]] = row["subtopic"]
    return heaps, subtopics


def read(pages: Sequence[Page]) -> list[PageRecord]:
    """Return what the pages say, those left out that hold no story."""
    return [r.record for r in stages.process(pages) if isinstance(r, stages.PageResult)]
