"""Run every benchmark and write ``benchmarks/RESULTS.md``.

python -m benchmarks --data ../shared/data --split dev
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import (
    cleaning,
    extraction,
    false_joins,
    findings,
    growth,
    language,
    language_events,
    like_events,
    linking,
    places,
    refuting,
    search,
    speed,
    times,
)

_NOTES = {
    "cleaning": "Pages to stories. On the dev pages the flattened figure is an upper bound: they "
    "trained the line classifier. Held out (five folds): see docs/cleaning.md.",
    "language": "The language model, quantised as it ships, run through the code that ships.",
    "events": "The language model's reading of events, reference and sentence pairs; "
    "what is measured how stands in `benchmarks/language_events.py`.",
    "extraction": "Who did what to whom, from the bare sentence.",
    "places": "Place names put on the map by `histor/extract/places/toponyms.py`; it is trained on "
    "these articles, and `docs/extraction.md` says what articles left out of training get.",
    "times": "Time expressions by the rules of `histor/extract`.",
    "findings": "What histor finds on sample pages with the findings that a careful reader makes, "
    "and on real pages labelled by hand: precision and recall by kind, in percent.",
    "refuting": "Whether the sentence-pair head tells contradictions from near misses; it does "
    "not, and the findings do without it.",
    "linking": "Pages dated by the heap, joined to stories and to what they rewrite; who is who, "
    "which accounts tell one event, days that mattered; what is measured how stands in "
    "`benchmarks/linking.py`.",
    "false_joins": "Joins of events that templates or stories tell apart; what is measured how "
    "stands in `benchmarks/false_joins.py`.",
    "like_events": "Undated pages on one of two events of a kind, given the day of their own or of "
    "the other; what is measured how stands in `benchmarks/like_events.py`.",
    "speed": "From bytes to record, processor milliseconds for 500 words; what is measured how "
    "stands in `benchmarks/speed.py`.",
    "growth": "One case made larger and larger; what is measured how stands in "
    "`benchmarks/growth.py`.",
    "search": "Pages found again by a sentence that says the same, by words, vectors and both; "
    "what is measured how stands in `benchmarks/search.py`.",
}


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--only", nargs="*", help="parts to measure again; the others stay")
    args = parser.parse_args()
    target = Path(__file__).with_name("RESULTS.md")
    kept = _sections(target.read_text(encoding="utf-8")) if args.only else {}
    parts = [
        "# Results",
        f"{dt.date.today().isoformat()}, {_hardware()}. Data: the `{args.split}` parts of the sets "
        "named in docs/data.md. Made by `make bench`; every figure is measured, none is typed in.",
    ]
    measures: dict[str, Callable[[Path, str], dict[str, Any]]] = {
        "cleaning": cleaning.measure,
        "language": language.measure,
        "events": language_events.measure,
        "extraction": extraction.measure,
        "places": places.measure,
        "times": times.measure,
        "linking": linking.measure,
        "false_joins": false_joins.measure,
        "like_events": like_events.measure,
        "findings": findings.measure,
        "refuting": refuting.measure,
        "speed": speed.measure,
        "growth": growth.measure,
        "search": search.measure,
    }
    unknown = {*(args.only or ())} - measures.keys()
    if unknown:
        parser.error(f"{min(unknown)} is no part; they are {', '.join(measures)}.")
    for name, measure in measures.items():
        if args.only and name not in args.only:
            parts.append(kept[_title(name)])
            continue
        print(f"measuring {name} …", flush=True)
        figures = measure(args.data, args.split)
        rows = "\n".join(f"| {key} | {value} |" for key, value in _flat(figures))
        parts += [
            f"## {_title(name)}",
            _NOTES[name],
            f"| measure | figure |\n| --- | --- |\n{rows}",
        ]
        if name == "growth":
            parts.append(growth.chart(figures))
    target.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(target)


def _title(name: str) -> str:
    return name.capitalize().replace("_", " ")


def _sections(text: str) -> dict[str, str]:
    """Return the parts of a report by their titles, each from its heading on."""
    parts = text.split("\n## ")[1:]
    return {part.partition("\n")[0]: f"## {part.rstrip()}" for part in parts}


def _flat(figures: dict[str, Any], before: str = "") -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for key, value in figures.items():
        if isinstance(value, dict):
            rows += _flat(value, f"{before}{key}, ")
        else:
            rows.append((f"{before}{key}", value))
    return rows


def _hardware() -> str:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [x for x in info.read_text().splitlines() if x.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    return f"{os.cpu_count()} cores of {model}"


if __name__ == "__main__":
    main()
