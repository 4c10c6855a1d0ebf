"""Whether an undated page is given the day of its own event, or of one like it years apart.

    python -m benchmarks.like_events --data ../shared/data --split dev --json

Each of ECB+'s topics is a heap of pages on two events of one kind (two quakes, two arrests). Some
pages print their day; those that do not are ``given`` one or none, ``near_their_own`` event's
printed days or ``near_the_other``'s, by twenty days at most and the nearer of the two.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.articles import ecb_heaps, read
from benchmarks.command import run
from histor.link import link
from histor.records import Date

#: days between a page and another on its event
_NEAR = 20
_FAR = 10_000


def measure(data: Path, split: str = "dev") -> dict[str, Any]:
    """Return the figures of one split; nothing where the set lacks it."""
    path = data / "ecbplus" / f"{split}.jsonl"
    if not path.exists():
        return {}
    heaps, event_of = ecb_heaps(path)
    counts: Counter[str] = Counter()
    for pages in heaps.values():
        documents = link(read(pages)).documents
        printed: dict[str, list[Date]] = defaultdict(list)
        for d in documents:
            if d.page_date is not None:
                printed[event_of[d.location]].append(d.page_date)
        for d in documents:
            if d.page_date is not None:
                continue
            counts["undated"] += 1
            if d.written is None:
                continue
            counts["given"] += 1
            event, day = event_of[d.location], d.written.first
            own = _nearest(printed[event], day)
            other = _nearest((p for e, days in printed.items() if e != event for p in days), day)
            counts["near_their_own"] += own <= min(other, _NEAR)
            counts["near_the_other"] += other < min(own, _NEAR)
    return dict(counts)


def _nearest(dates: Iterable[Date], day: dt.date) -> int:
    return min((abs((d.first - day).days) for d in dates), default=_FAR)


if __name__ == "__main__":
    run(__doc__, measure)
