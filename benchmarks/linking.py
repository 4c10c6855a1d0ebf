"""How well pages are linked to one another and dated.

    python -m benchmarks.linking --data ../shared/data --split dev --json

``written``: the articles of Event StoryLine and TimeBank, whose publication day is known, as one
heap. With true dates, how many are called stale though they are not (false alarms). With the date
of every fifth taken away, and of every fifth replaced by one 60 to 300 days later, how many are
given a day or an interval of at most a week, and how many of those hold the true day within a day.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.language import records
from histor import stages
from histor.link import link
from histor.link.cases import Linked
from histor.records import Document, Given, Page, PageRecord
from training.event_readers import untokenize

_SEED = 7
_WEEK = 7
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


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


def read(pages: Sequence[Page]) -> list[PageRecord]:
    """Return what the pages say, those left out that hold no story."""
    return [r.record for r in stages.process(pages) if isinstance(r, stages.PageResult)]


def dated_articles(data: Path, split: str) -> list[tuple[str, str, str]]:
    """Return key, text and day of the articles whose publication day is known."""
    found = []
    path = data / "eventstoryline" / f"{split}.jsonl"
    if path.exists():
        for record in records(path):
            sentences = [" ".join(s) for s in record["sentences"]]
            body = "\n\n".join(untokenize(s) for s in sentences if not s.startswith("http"))
            found.append((record["doc"], body, record["dct"][:10]))
    path = data / "timebank" / f"{split}.jsonl"
    if path.exists():
        for n, record in enumerate(records(path)):
            found.append((f"timebank {n}", record["text"], record["dct"][:10]))
    return [(k, t, d) for k, t, d in found if _DAY.fullmatch(d)]


def written(data: Path, split: str) -> dict[str, Any]:
    """Measure the days judged for articles without a date or with a false one."""
    articles = dated_articles(data, split)
    if not articles:
        return {}
    rng = random.Random(_SEED)
    truth: dict[str, str] = {}
    true, salted = [], []
    removed, replaced = set(), set()
    order = list(range(len(articles)))
    rng.shuffle(order)
    for place, n in enumerate(order):
        key, text, day = articles[n]
        truth[key] = day
        true.append(article(key, text, day))
        if place % 5 == 0:
            removed.add(key)
            salted.append(article(key, text, None))
        elif place % 5 == 1:
            replaced.add(key)
            later = dt.date.fromisoformat(day) + dt.timedelta(days=rng.randint(60, 300))
            salted.append(article(key, text, later.isoformat()))
        else:
            salted.append(article(key, text, day))
    plain, mixed = link(read(true)), link(read(salted))
    stale = _stale(mixed)
    documents = {d.location: d for d in mixed.documents}
    return {
        "articles": len(articles),
        "false_alarms_true_dates": len(_stale(plain)),
        "false_alarms_salted": len(stale - replaced),
        "removed": _days(documents, removed, truth),
        "replaced": _days(documents, replaced, truth) | {"found": len(stale & replaced)},
    }


def _stale(linked: Linked) -> set[str]:
    location = {d.id: d.location for d in linked.documents}
    return {location[f.documents[0]] for f in linked.findings if f.kind == "stale_page_date"}


def _days(documents: dict[str, Document], keys: set[str], truth: dict[str, str]) -> dict[str, int]:
    given = right = 0
    for key in sorted(keys):
        date = documents[key].written if key in documents else None
        if date is None or date.basis == "page":
            continue
        first, last = dt.date.fromisoformat(date.earliest), dt.date.fromisoformat(date.latest)
        if (last - first).days > _WEEK:
            continue
        given += 1
        day = dt.date.fromisoformat(truth[key])
        right += first - dt.timedelta(days=1) <= day <= last + dt.timedelta(days=1)
    return {"pages": len(keys), "given": given, "right": right}


def measure(data: Path, split: str = "dev") -> dict[str, Any]:
    """Return all figures of one split; sets that lack the split are left out."""
    return {"written": written(data, split)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    args = parser.parse_args()
    figures = measure(args.data, args.split)
    if args.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        print(f"{name}: {json.dumps(value)}")


if __name__ == "__main__":
    main()
