"""How well place names are put on the map.

    python -m benchmarks.places --data ../shared/data --split dev --json

Given the gold spans: the share resolved within 161 km of the gold point (Gritta et al. 2019), names
without a candidate counted as wrong, and the share with the gold GeoNames id. From raw text: F1 of
places found and resolved within 161 km, a place counting as found where its span overlaps a gold
one of the same text. GeoWebNews is measured on the
places that carry a GeoNames id.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from benchmarks.command import run
from benchmarks.language import records
from histor.annotate import load
from histor.extract.places.toponyms import resolve, within

SETS = ("geo_lgl", "geo_trnews", "geo_gwn", "geo_geovirus")
_NEAR = 161.0
#: characters by which a gold offset may be wrong
_OFF = 30

Gold = tuple[int, int, float, float, str]


def gold_places(record: dict[str, Any]) -> Iterator[Gold]:
    """Yield a record's places with coordinates: start, end, latitude, longitude, GeoNames id."""
    for place in record["toponyms"]:
        latitude = place.get("lat", place.get("latitude"))
        longitude = place.get("lon", place.get("longitude"))
        if latitude in (None, "") or longitude in (None, ""):
            continue
        number = str(place.get("geonameid") or place.get("geonamesID") or "")
        if "extractedName" in place and not number:
            continue
        name = place.get("name") or place.get("extractedName") or ""
        start, end = _located(record["text"], int(place["start"]), int(place["end"]), name)
        yield start, end, float(str(latitude)), float(str(longitude)), number


def _located(text: str, start: int, end: int, name: str) -> tuple[int, int]:
    """Return where a gold name stands; a tenth of TR-News' offsets are off by some characters."""
    if text[start:end] != name:
        at = text.find(name, max(0, start - _OFF))
        if name and 0 <= at <= start + _OFF:
            return at, at + len(name)
    return start, end


def given_spans(path: Path) -> dict[str, float]:
    """Measure resolution of the gold spans."""
    total = near = exact = known = 0
    for record in records(path):
        places = list(gold_places(record))
        found = resolve(record["text"], [(a, b) for a, b, *_ in places])
        for (_, _, latitude, longitude, number), place in zip(places, found, strict=True):
            total += 1
            known += place is not None
            if place is not None:
                near += within(place, latitude, longitude) <= _NEAR
                exact += str(place.id) == number
    return {
        "places": total,
        "within_161_km": round(100 * near / max(1, total), 2),
        "same_id": round(100 * exact / max(1, total), 2),
        "with_a_candidate": round(100 * known / max(1, total), 2),
    }


def from_text(nlp: Language, path: Path) -> dict[str, float]:
    """Measure recognition and resolution together."""
    right = gold = told = 0
    rows = list(records(path))
    for record, doc in zip(rows, nlp.pipe(r["text"] for r in rows), strict=True):
        places = list(gold_places(record))
        spans = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "PLACE"]
        found = resolve(record["text"], spans)
        gold += len(places)
        told += sum(f is not None for f in found)
        for start, end, latitude, longitude, _ in places:
            right += any(
                f is not None and a < end and start < b and within(f, latitude, longitude) <= _NEAR
                for (a, b), f in zip(spans, found, strict=True)
            )
    precision, recall = right / max(1, told), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {name: round(100 * x, 2) for name, x in (("p", precision), ("r", recall), ("f1", f1))}


def measure(data: Path, split: str = "dev") -> dict[str, Any]:
    """Return all figures of one split; sets that lack the split are left out."""
    nlp = load()
    figures: dict[str, Any] = {}
    for name in SETS:
        path = data / name / f"{split}.jsonl"
        if path.exists():
            figures[name] = given_spans(path) | {"found_and_resolved": from_text(nlp, path)}
    return figures


if __name__ == "__main__":
    run(__doc__, measure)
