"""How the cost of a page grows with its case.

    python -m benchmarks.growth --data ../shared/data --split dev --json [--sizes 1000 30000]

A pool of articles of PolNeAR, ECB+, TimeBank and the place-name sets is read once by the program;
``big_heaps.py`` makes a heap of any size of their records, with known copies and second tellings,
and stores it as pages are stored. Of each size a case is made, and opened in a process of its own:
processor milliseconds a page of linking, assessing and keeping the record; the most memory that
took; the clock, from opening the case on, for a search and for the report on a week out of it; the
size of the file. ``copies`` are the planted copies found as one origin with what they copy,
``events`` the deeds of second tellings found as one event with the first telling's.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import histor.assess
import histor.link
from benchmarks import articles as article_pages
from benchmarks.big_heaps import Known, add, heap
from benchmarks.gold_events import joined_tokens
from benchmarks.language import records
from histor.case import open as open_case
from histor.records import Document, Event, PageRecord
from histor.store.kept import read

_SEED = 7
_SIZES = (100, 1000, 10_000)
_SETS = ("polnear", "ecbplus", "timebank", "geo_lgl", "geo_gwn", "geo_trnews")
#: articles of ECB+, whose topics several articles tell, and of the other sets
_TOPICAL, _OTHERS = 120, 280
_LEAST = 300
_BATCH = 16
_WEEK = dt.timedelta(days=7)


def articles(data: Path) -> list[tuple[str, str, str | None]]:
    """Return key, text and day, where it is known, of the sets' articles, all splits."""
    found: dict[str, tuple[str, str, str | None]] = {}
    for name in _SETS:
        for path in sorted((data / name).glob("*.jsonl")):
            for n, row in enumerate(records(path)):
                text = row["text"] if "text" in row else joined_tokens(row["tokens"])[0]
                day = row.get("date") or row.get("dct")
                if len(text) >= _LEAST:
                    found.setdefault(text[:200], (f"{path.parent.name}/{path.stem}/{n}", text, day))
    return sorted(found.values())


def pool(data: Path) -> list[PageRecord]:
    """Read some hundred articles by the program itself."""
    every = articles(data)
    topical = [a for a in every if a[0].startswith("ecbplus")][:_TOPICAL]
    others = [a for a in every if not a[0].startswith("ecbplus")]
    random.Random(_SEED).shuffle(others)
    pages = [article_pages.article(*a) for a in (*topical, *others[:_OTHERS])]
    return [
        r for n in range(0, len(pages), _BATCH) for r in article_pages.read(pages[n : n + _BATCH])
    ]


def measure(data: Path, split: str, sizes: Sequence[int] = _SIZES) -> dict[str, Any]:
    """Return the figures at each size; ``split`` is not used, the sizes ask for every article."""
    del split
    began = time.process_time()
    own = pool(data)
    reading = 1000 * (time.process_time() - began) / len(own)
    figures: dict[str, Any] = {"read_ms_a_page": round(reading, 1), "pages_read": len(own)}
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(sizes):
            path = Path(folder) / f"{size}.case"
            began = time.process_time()
            known = add(path, islice(heap(own), size))
            stored = 1000 * (time.process_time() - began) / size
            # a process of its own, whose memory is its own
            with multiprocessing.get_context("spawn").Pool(1) as workers:
                told = workers.apply(linked, (path, known))
            with multiprocessing.get_context("spawn").Pool(1) as workers:
                told |= workers.apply(asked, (path, known))
            kilobytes = path.stat().st_size / size / 1000
            figures[f"{size} pages"] = {
                "store_ms_a_page": round(stored, 1),
                **told,
                "case_kb_a_page": round(kilobytes, 1),
            }
            path.unlink()
    return figures


def linked(path: Path, known: Sequence[tuple[str, Known]]) -> dict[str, Any]:
    """Have a case link its pages, judge them and keep the record; return what it took."""
    took = {"link": 0.0, "assess": 0.0}

    def timed(room: ModuleType, name: str) -> Callable[..., Any]:
        do = getattr(room, name)

        def doing(*args: Any) -> Any:
            began = time.process_time()
            try:
                return do(*args)
            finally:
                took[name] += time.process_time() - began

        return doing

    for room, name in ((histor.link, "link"), (histor.assess, "assess")):
        setattr(room, name, timed(room, name))
    began, clock = time.process_time(), time.perf_counter()
    with open_case(path) as case:
        case.export(*_NOTHING)
    took["keep"] = time.process_time() - began - sum(took.values())
    figures: dict[str, Any] = {
        f"{name}_ms_a_page": round(1000 * seconds / len(known), 1) for name, seconds in took.items()
    }
    figures["anew_seconds"] = round(time.perf_counter() - clock, 1)
    figures["peak_mb"] = _most_memory()
    return figures


#: days of which no page is, by which the record is made and little of it read
_NOTHING = dt.date(1, 1, 1), dt.date(1, 1, 2)


def _told_again(events: Iterable[Event], again: Mapping[str, str | None]) -> tuple[int, int]:
    """Return how many deeds of second tellings are one event with the first telling's, of all.

    Deeds: accounts with a type and a day that both tellings name by the same word.
    """
    firsts = set(again.values())
    of: dict[tuple[str, str, str], set[str]] = {}
    for event in events:
        for mention in event.mentions:
            page = mention.span.document
            if mention.date is None or not (page in again or page in firsts):
                continue
            of.setdefault((page, mention.trigger, mention.date.edtf), set()).add(event.id)
    pairs = [
        (ids, of[first, trigger, day])
        for (page, trigger, day), ids in of.items()
        if (first := again.get(page)) is not None and (first, trigger, day) in of
    ]
    return sum(bool(a & b) for a, b in pairs), len(pairs)


def asked(path: Path, known: Sequence[tuple[str, Known]]) -> dict[str, Any]:
    """Search a case with its record kept, and report on the week of which it holds most pages.

    The clock runs from opening the case on.
    """
    weeks: Counter[dt.date] = Counter()
    origin: dict[str, str | None] = {}
    with open_case(path) as case, case.kept() as kept:
        for document in read(kept, "documents", Document):
            origin[document.id] = document.origin
            if document.written is not None:
                day = document.written.first
                weeks[day - dt.timedelta(days=day.weekday())] += 1
        again = {d: k.told_again for d, k in known if k.told_again in origin}
        joined, told = _told_again(read(kept, "events", Event), again)
    week, pages = min(weeks.items(), key=lambda w: (-w[1], w[0]))
    copies = [(d, k.copy_of) for d, k in known if k.copy_of in origin]

    def searched() -> None:
        with open_case(path) as case:
            case.search("minister said")

    def reported() -> None:
        with open_case(path) as case:
            case.render(after=week, before=week + _WEEK)

    return {
        "search_seconds": _clock(searched),
        "week_seconds": _clock(reported),
        "week_pages": pages,
        "copies": f"{sum(origin[a] == origin[b or ''] for a, b in copies)} of {len(copies)}",
        "events": f"{joined} of {told}",
    }


def _most_memory() -> int:
    """Return the most memory that this process has had, in MB.

    Linux hands ``ru_maxrss`` down from the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        [line] = [x for x in status.read_text().splitlines() if x.startswith("VmHWM")]
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _clock(call: Callable[[], None]) -> float:
    began = time.perf_counter()
    call()
    return round(time.perf_counter() - began, 2)


def chart(figures: dict[str, Any]) -> str:
    """Return charts of what a page costs by the size of its case, for RESULTS.md."""
    sizes = {name.split()[0]: own for name, own in figures.items() if name.endswith(" pages")}
    every = [own["link_ms_a_page"] + own["assess_ms_a_page"] for own in sizes.values()]
    return "\n\n".join(
        "\n".join(
            [
                "```mermaid",
                "xychart-beta",
                f'    title "{title}"',
                f'    x-axis "pages" [{", ".join(sizes)}]',
                f'    y-axis "{unit}" 0 --> {max(values) * 1.2:.1f}',
                f"    bar [{', '.join(f'{v:.1f}' for v in values)}]",
                "```",
            ]
        )
        for title, unit, values in (
            ("Linking and judging", "ms a page", every),
            ("Most memory", "MB", [float(own["peak_mb"]) for own in sizes.values()]),
        )
    )


def main() -> None:
    """Read the command line, measure, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the data sets")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(_SIZES), help="pages")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    args = parser.parse_args()
    figures = measure(args.data, args.split, args.sizes)
    if args.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        print(f"{name}: {json.dumps(value)}")


if __name__ == "__main__":
    main()
