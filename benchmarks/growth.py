"""How the cost of a page grows with its case.

    python -m benchmarks.growth --data ../shared/data --split dev --json [--sizes 100 1000]

One case is made larger and larger out of the articles of PolNeAR, ECB+, TimeBank and the place-name
sets, shuffled with a fixed seed. After every ninth article a copy of it follows, with a line of its
own above and its last paragraphs cut: so many copies are known. At each size: processor
milliseconds a page of reading (for the pages added since the size before) and of linking and
assessing the whole; the clock for a search, and for a report once the record is kept in the case;
the size of the file; the most memory the process has had. ``copies`` are the planted pairs found as
one origin.
"""

from __future__ import annotations

import argparse
import functools
import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.articles import article
from benchmarks.gold_events import joined_tokens
from benchmarks.language import records
from histor.assess import assess
from histor.case import Case
from histor.case import open as open_case
from histor.link import judge, link
from histor.records import Page
from histor.stages import PageResult, process
from histor.store import Store

_SEED = 7
#: every so many articles one is printed again
_COPIED = 9
_SIZES = (100, 1000)
_SETS = ("polnear", "ecbplus", "timebank", "geo_lgl", "geo_gwn", "geo_trnews")
_LEAST = 300
_BATCH = 16


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


def heap(data: Path) -> Iterator[tuple[Page, str | None]]:
    """Yield pages, and for a planted copy the location of what it copies."""
    own = articles(data)
    random.Random(_SEED).shuffle(own)
    for n, (key, text, day) in enumerate(own, 1):
        yield article(key, text, day), None
        if n % _COPIED == 0:
            paragraphs = [p for p in text.split("\n") if p.strip()]
            kept = paragraphs[: max(1, len(paragraphs) * 4 // 5)]
            again = "\n\n".join(["Printed again, said the desk of this paper.", *kept])
            yield article(f"{key}/copy", again, day), key


def measure(data: Path, split: str, sizes: Sequence[int] = _SIZES) -> dict[str, Any]:
    """Return the figures at each size; ``split`` is not used, the sizes ask for every article."""
    del split
    pages = heap(data)
    copies: list[tuple[str, str]] = []
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.case"
        held = 0
        for size in sizes:
            batch = []
            for page, source in pages:
                batch.append(page)
                if source is not None:
                    copies.append((page.location, source))
                if held + len(batch) == size:
                    break
            if not batch:
                break
            reading = _add(path, batch)
            held += len(batch)
            figures[f"{held} pages"] = _at_size(path, held, reading / len(batch), copies)
    return figures


def _add(path: Path, pages: Sequence[Page]) -> float:
    """Read pages into the case and return the processor seconds that took."""
    began = time.process_time()
    with Store(str(path)) as store:
        for n in range(0, len(pages), _BATCH):
            read = [r for r in process(pages[n : n + _BATCH]) if isinstance(r, PageResult)]
            store.put(read, [j for r in read for j in judge(r.record)])
    return time.process_time() - began


def _at_size(
    path: Path, size: int, reading: float, copies: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    with Store(str(path)) as store:
        kept, judgements = store.records(), store.judgements()
    began = time.process_time()
    linked = link(kept, judgements)
    joined = time.process_time()
    assess(linked)
    judged = time.process_time()
    origin = {d.location: d.origin for d in linked.documents}
    known = [(a, b) for a, b in copies if a in origin and b in origin]
    with open_case(path) as case:
        case.export()
        searched = _clock(lambda: case.search("minister said"))
    with open_case(path) as case:
        reported = _clock(functools.partial(_report, case))
    return {
        "read_ms_a_page": round(1000 * reading, 1),
        "link_ms_a_page": round(1000 * (joined - began) / size, 1),
        "assess_ms_a_page": round(1000 * (judged - joined) / size, 1),
        "search_seconds": round(searched, 2),
        "report_seconds": round(reported, 1),
        "case_kb_a_page": round(path.stat().st_size / size / 1000, 1),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "copies": f"{sum(origin[a] == origin[b] for a, b in known)} of {len(known)}",
    }


def _clock(call: Any) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def _report(case: Case) -> None:
    case.render("html")


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
    figures = measure(args.data, args.split, sorted(args.sizes))
    if args.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        print(f"{name}: {json.dumps(value)}")


if __name__ == "__main__":
    main()
