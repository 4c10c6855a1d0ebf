"""How many joins of events across pages are false, in heaps full of events of one kind.

    python -m benchmarks.false_joins --data ../shared/data --split dev --json

``war``: MUC-4's reports on one region's wars as one heap. Two pages that histor gives one event are
``right`` if their templates have an attack of one day, place and kind or a victim in common,
``false`` if both have templates and none in common; of other pairs nothing is known.

``one_heap``: the marked events of all of ECB+'s topics as one heap instead of topic by topic: CoNLL
F1, and the pairs of mentions that are joined though they stand in two topics, or in two subtopics
of one, or are told apart within one.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.articles import article, read
from benchmarks.command import run
from benchmarks.coreference_scores import conll
from benchmarks.gold_events import gold_pages
from benchmarks.language import records
from benchmarks.linking import events_of
from histor.annotate import load
from histor.link import link
from histor.records import Event, PageRecord

_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d\d)")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_NAME = re.compile(r'"([^"]+)"')
#: days by which two reports of one attack may differ
_SLACK = dt.timedelta(days=1)
#: words of a place's line that name no place
_KINDS = frozenset("CITY TOWN DEPARTMENT NEIGHBORHOOD FARM VILLAGE AREA PROVINCE REGION".split())


def war(data: Path, split: str) -> dict[str, int]:
    """Count the pairs of pages that are given one event, right and false by their templates."""
    path = data / "muc4" / f"{split}.jsonl"
    if not path.exists():
        return {}
    rows = {row["id"]: row for row in records(path)}
    return joins(read([article(n, row["text"], None) for n, row in rows.items()]), rows)


def joins(pages: Sequence[PageRecord], rows: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    """Link pages and count their joins; ``rows`` are MUC-4's by the pages' locations."""
    linked = link(pages)
    where = {d.id: d.location for d in linked.documents}
    counts = Counter(
        verdict
        for event in linked.events
        for verdict in _verdicts(event, where, {n: rows[n]["templates"] for n in rows})
    )
    shared = sum(e.documents > 1 for e in linked.events)
    return {
        "pages": len(where),
        "events": len(linked.events),
        "events_on_several_pages": shared,
        "pairs_of_pages": counts.total(),
        "right": counts["right"],
        "false": counts["false"],
    }


def _verdicts(
    event: Event, where: Mapping[str, str], templates: Mapping[str, Sequence[Mapping[str, Any]]]
) -> Iterable[str]:
    told_on = sorted({where[m.span.document] for m in event.mentions})
    for pair in combinations(told_on, 2):
        one, other = (templates[n] for n in pair)
        if not one or not other:
            yield "unknown"
        elif any(_one(a, b) for a in one for b in other):
            yield "right"
        else:
            yield "false"


def _one(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Say whether two templates can be of one attack."""
    victims = [set(_NAME.findall(" ".join(t.get("hum_tgt_name") or ()))) for t in (a, b)]
    if victims[0] & victims[1]:
        return True
    days, places = [_days(t.get("date")) for t in (a, b)], [_places(t) for t in (a, b)]
    if a["type"] != b["type"] or not places[0] & places[1]:
        return False
    return any(abs(x - y) <= _SLACK for x in days[0] for y in days[1])


def _days(text: str | None) -> list[dt.date]:
    """Return the days that a template's date names: one, or the ends of an interval.

    A day beyond the month's last, which a few templates have, is taken for the last.
    """
    found = []
    for day, name, year in _DAY.findall(text or ""):
        number, month = 1900 + int(year), _MONTHS.index(name) + 1
        found.append(dt.date(number, month, min(int(day), monthrange(number, month)[1])))
    return found


def _places(template: Mapping[str, Any]) -> set[str]:
    """Return the words of a template's place below its country."""
    _, _, below = (template.get("location") or "").partition(":")
    return set(re.findall(r"[A-Z]{3,}", below)) - _KINDS


def one_heap(data: Path, split: str) -> dict[str, Any]:
    """Measure ECB+'s marked events with all topics in one heap."""
    path = data / "ecbplus" / f"{split}.jsonl"
    if not path.exists():
        return {}
    pages = list(gold_pages(load(), path))
    key: dict[Hashable, Hashable] = {}
    stands: dict[str, tuple[str, str]] = {}
    for page in pages:
        for event, chain in zip(page.record.events, page.chains, strict=True):
            key[event.id] = page.topic, chain
            stands[event.id] = page.topic, page.subtopic
    told = events_of(pages)
    found: dict[Hashable, Hashable] = dict(told.items())
    groups: dict[str, list[str]] = defaultdict(list)
    for mention, name in told.items():
        groups[name].append(mention)
    counts: Counter[str] = Counter()
    for group in groups.values():
        for a, b in combinations(group, 2):
            if key[a] == key[b]:
                counts["right"] += 1
            elif stands[a][0] != stands[b][0]:
                counts["false_two_topics"] += 1
            elif stands[a] != stands[b]:
                counts["false_two_subtopics"] += 1
            else:
                counts["false_one_subtopic"] += 1
    scores = conll(key, found)
    kinds = ("right", "false_one_subtopic", "false_two_subtopics", "false_two_topics")
    return scores | {kind: counts[kind] for kind in kinds}


def measure(data: Path, split: str = "dev") -> dict[str, Any]:
    """Return all figures of one split."""
    figures: dict[str, Any] = {"war": war(data, split), "one_heap": one_heap(data, split)}
    return {name: value for name, value in figures.items() if value}


if __name__ == "__main__":
    run(__doc__, measure)
