"""How well time expressions are found and dated.

    python -m benchmarks.times --data ../shared/data --split dev --json

TempEval-3's measures: strict F1 of spans, relaxed F1 of spans that overlap, and F1 of spans that
overlap and carry the right TIMEX3 value besides: letter by letter as there; "by meaning", where two
spellings of one value are equal; "open weeks", where besides any week or quarter of the year is
right whose number gold leaves out ("1989-WXX", ``timex_notation``). Ranges are two expressions
there, and are counted so (``timex_ranges``). WikiWars' values are TIMEX2's, which write some
lengths and vague words otherwise. GUM marks calendar dates only and gives them as days, so there
recall is told, and the share of found dates with the same first and last day.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
from spacy.language import Language

from benchmarks.command import run
from benchmarks.timex_notation import canonical, within
from benchmarks.timex_ranges import Read, ends
from histor.annotate import load
from histor.extract.dates import edtf
from histor.extract.dates.edtf import Extent
from histor.extract.dates.narrative import resolve_all
from histor.extract.dates.times import FoundTime, times_in
from histor.time_forms import TimeForm

_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_UNITS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
_HALVES = {"hour": ("PT", "H30M"), "year": ("P", "Y6M")}
_HALF_YEARS = {"first_half": "H1", "second_half": "H2"}
_DAYTIMES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_REFERENCES = {"past": "PAST_REF", "future": "FUTURE_REF", "this": "PRESENT_REF", None: "PAST_REF"}


Agreement = Callable[[str, FoundTime, Extent | None], bool]


@dataclass(frozen=True, slots=True)
class Counts:
    """Gold and found expressions, and how many of them agree."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    valued: int = 0
    meant: int = 0
    opened: int = 0

    def f1(self, right: int) -> float:
        """Return F1 in percent."""
        return round(200 * right / max(1, self.gold + self.found), 2)


def timex_value(time: FoundTime, extent: Extent | None) -> str | None:
    """Return an expression's value as TIMEX3 writes it; none where histor has none."""
    form = time.form
    if form.kind == "stretch" and extent is not None and form.count == 1 and form.unit == "year":
        # "the past year" is the year before to annotators; histor reads twelve months
        return f"{extent.earliest.year}" if form.direction == "past" else f"{extent.latest.year}"
    if form.kind in {"frequency", "stretch"} and (form.month or form.season):
        return f"XXXX-{form.month:02}" if form.month else f"XXXX-{_SEASONS[form.season or '']}"
    if form.kind == "vague" and form.direction == "future":  # "coming months"
        return "FUTURE_REF"
    if form.kind in {"duration", "frequency", "stretch", "vague"}:
        return _length(form)
    if form.ahead and (extent is None or form.count is None):
        return _length(form)  # "two days after the vote", which nothing dates; "weeks before May 1"
    if form.kind == "reference":
        return _REFERENCES[form.direction]
    if form.kind == "offset" and form.count is None and not form.narrative:
        return "PAST_REF" if form.direction == "past" else "FUTURE_REF"
    if extent is None:
        return None
    if form.kind == "clock":
        return f"{extent.earliest.isoformat()}T{form.clock}" if form.clock else None
    if form.kind == "season":
        return f"{extent.earliest.year}-{_SEASONS[form.season or '']}"
    if form.part in _HALF_YEARS and form.month is None and re.fullmatch(r"\d{4}", extent.edtf):
        return f"{extent.edtf}-{_HALF_YEARS[form.part]}"
    if _is_quarter(extent):
        return f"{extent.earliest.year}-Q{(extent.earliest.month + 2) // 3}"
    if form.unit == "week":
        year, week, _ = (extent.earliest + (extent.latest - extent.earliest) / 2).isocalendar()
        return f"{year}-W{week:02}"
    if form.unit == "weekend":
        year, week, _ = extent.earliest.isocalendar()
        return f"{year}-W{week:02}-WE"
    if form.kind == "offset" and form.unit == "year":
        return f"{extent.earliest.year}"
    value = re.sub(r"[~?%X]+", "", extent.edtf.partition("/")[0])
    if form.clock and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return f"{value}T{form.clock}"
    daytime = _DAYTIMES.get(form.daytime or "")
    return f"{value}T{daytime}" if daytime else value


def _is_quarter(extent: Extent) -> bool:
    first = extent.earliest
    if first.month % 3 != 1:
        return False
    whole = edtf.through(
        edtf.month(first.year, first.month), edtf.month(first.year, first.month + 2)
    )
    return (whole.earliest, whole.latest) == (first, extent.latest)


def same_days(value: str, time: FoundTime, extent: Extent | None) -> bool:
    """Say whether an expression's extent has the first and last day of an ISO value or interval."""
    del time
    if extent is None:
        return False
    first, _, last = value.partition("/")
    return _bound(first, 0) == extent.earliest and _bound(last or first, 1) == extent.latest


def _bound(value: str, which: int) -> dt.date | None:
    """Return the first or last day of a year, month or day."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    if len(parts) == 2:
        month = edtf.month(*parts)
        return (month.earliest, month.latest)[which]
    year = edtf.year(parts[0])
    return (year.earliest, year.latest)[which]


def _length(form: TimeForm) -> str | None:
    if form.unit is None:
        return None
    count = "X" if form.count is None else f"{form.count:g}"
    if form.kind == "frequency" and form.count is None:
        count = "1"
    if form.count is not None and form.count % 1 == 0.5 and form.unit in _HALVES:
        return f"{_HALVES[form.unit][0]}{int(form.count)}{_HALVES[form.unit][1]}"
    if form.unit == "fortnight" and form.count is not None:
        return f"P{2 * form.count:g}W"
    if form.unit in {"hour", "minute"}:
        return f"PT{count}{form.unit[0].upper()}"
    if form.unit == "decade" and form.count is not None:
        return f"P{form.count * 10:g}Y"
    return f"P{count}{_UNITS.get(form.unit, 'X')}"


def measure(data: Path, split: str) -> dict[str, float]:
    """Return the figures of a split; training parts of sets that have no other are named so."""
    nlp = load()
    figures: dict[str, float] = {}
    for name, part in (("timebank", split), ("wikiwars", "train"), ("gum_dates", split)):
        path = data / name / f"{part}.jsonl"
        if path.exists():
            records = list(_records(path))
            agree: Agreement = same_timex
            if name == "gum_dates":
                records = [{**r, "timexes": _dates(r["timexes"])} for r in records]
                agree = same_days
            counts = measure_records(nlp, records, agree)
            figures |= _figures(name if part == split else f"{name} ({part})", counts)
    return figures


def _figures(name: str, counts: Counts) -> dict[str, float]:
    if name.startswith("gum"):
        return {
            f"{name} relaxed recall": round(100 * counts.relaxed / max(1, counts.gold), 2),
            f"{name} right of found": round(100 * counts.valued / max(1, counts.relaxed), 2),
        }
    return {
        f"{name} strict F1": counts.f1(counts.strict),
        f"{name} relaxed F1": counts.f1(counts.relaxed),
        f"{name} value F1": counts.f1(counts.valued),
        f"{name} value F1 by meaning": counts.f1(counts.meant),
        f"{name} value F1 open weeks": counts.f1(counts.opened),
    }


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def same_timex(value: str, time: FoundTime, extent: Extent | None) -> bool:
    """Say whether an expression has a TIMEX3 value."""
    return timex_value(time, extent) == value


def _extents(times: Sequence[FoundTime], anchor: dt.date, whole: bool) -> list[Extent | None]:
    """Return what expressions mean; TIMEX3's values leave "early" and "since" out (``whole``)."""
    if whole:
        times = [
            replace(t, form=msgspec.structs.replace(t.form, part=None, since=False)) for t in times
        ]
    return [None if r is None else r.extent for r in resolve_all(times, anchor)]


def _dates(timexes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out GUM's hours, open intervals, and days and months of no year."""
    day = r"\d{4}(?:-\d\d){0,2}"
    return [t for t in timexes if re.fullmatch(rf"{day}(?:/{day})?", t["value"] or "")]


def measure_records(
    nlp: Language, records: Sequence[dict[str, Any]], agree: Agreement = same_timex
) -> Counts:
    """Count agreement over articles with ``text``, ``dct`` and gold ``timexes``."""
    counts = Counts()
    docs = nlp.pipe(record["text"] for record in records)
    for record, doc in zip(records, docs, strict=True):
        anchor = dt.date.fromisoformat((record["dct"] or "1970-01-01")[:10])
        times = list(times_in(doc))
        read = zip(times, _extents(times, anchor, agree is same_timex), strict=True)
        found = list(ends(read, record["text"]))
        counts = _counted(counts, found, record["timexes"], agree)
    return counts


def _counted(
    counts: Counts,
    ours: Sequence[Read],
    theirs: Iterable[dict[str, Any]],
    agree: Agreement,
) -> Counts:
    gold = list(theirs)
    places = {(timex["start"], timex["end"]) for timex in gold}
    relaxed = valued = meant = opened = 0
    for timex in gold:
        near = [(t, x) for t, x in ours if t.start < timex["end"] and timex["start"] < t.end]
        if near:
            relaxed += 1
            value = timex["value"] or ""
            valued += any(agree(value, t, x) for t, x in near)
            spelled = [timex_value(t, x) or "" for t, x in near]
            meant += any(canonical(written) == canonical(value) for written in spelled)
            opened += any(within(written, value) for written in spelled)
    return replace(
        counts,
        gold=counts.gold + len(gold),
        found=counts.found + len(ours),
        strict=counts.strict + sum((t.start, t.end) in places for t, _ in ours),
        relaxed=counts.relaxed + relaxed,
        valued=counts.valued + valued,
        meant=counts.meant + meant,
        opened=counts.opened + opened,
    )


if __name__ == "__main__":
    run(__doc__, measure)
