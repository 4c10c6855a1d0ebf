"""Country, type, country: what PLOVER's gold records label, from the bare sentence.

A record whose source or target is of no country is left out. A country of histor's is that of the
entity which the event names; both countries must be told, as PETRARCH's coders must tell both.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

from spacy.language import Language

from benchmarks.articles import article
from benchmarks.language import Tally, records
from histor.clean import clean
from histor.extract import extract
from histor.records import Event, PageRecord
from histor.tell.exports.polecat import alpha3

__all__ = ["OLDER_TYPES", "country_triples"]

#: the gold records' older names (PLOVER manual, 2024)
OLDER_TYPES = {
    "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "DEMAND": "REQUEST", "FIGHT": "ASSAULT",
}  # fmt: skip
_MUTUAL = frozenset(["CONSULT", "COOPERATE", "AGREE"])
#: codes of the gold records that are no country's
_NO_COUNTRY = frozenset(["IGO", "NGO", "IMG", "ISM", "MNC", "diplomatic"])
#: and those that are misspelt
_MISSPELT = {"ITL": "ITA", "JAP": "JPN"}
_Triple = tuple[str, str, str]


def country_triples(nlp: Language, path: Path) -> dict[str, Any]:
    """Return precision, recall and F1 of triples; records label one event a sentence."""
    tally = Tally()
    for record in records(path):
        sources, targets = _codes(record["source"]), _codes(record["target"])
        kind = OLDER_TYPES.get(record["event"], record["event"])
        both = not record["target"]
        gold = {
            _ordered(a, kind, b, both or kind in _MUTUAL)
            for a, b in product(sources, sources if both else targets)
            if not both or a != b
        }
        if not gold:
            continue
        page = clean(article(record["id"], record["text"], None))
        told = extract(page, nlp(page.document.text))
        found = {
            triple
            for event in told.events
            for triple in _of(event, told, both and event.type == kind)
        }
        tally.right += len(found & gold)
        tally.predicted += len(found)
        tally.gold += len(gold)
    return tally.figures()


def _codes(actors: Any) -> set[str]:
    if not isinstance(actors, list):
        return set()
    codes = {a["code"] for a in actors if a.get("code")} - _NO_COUNTRY
    return {_MISSPELT.get(code, code) for code in codes}


def _of(event: Event, record: PageRecord, both: bool) -> set[_Triple]:
    """Return the triples that an event tells. ``both``: its doers are each other's targets."""
    if event.type == "OTHER":
        return set()
    countries = {e.id: code for e in record.entities if (code := alpha3(e.country)) is not None}
    mutual = event.type in _MUTUAL
    one = (*event.actors, *event.recipients) if mutual else event.actors
    other = one if mutual else event.recipients
    return {
        _ordered(countries[a], event.type, countries[b], mutual or both)
        for a, b in product(one, other)
        if a != b and a in countries and b in countries
    }


def _ordered(a: str, kind: str, b: str, either_way: bool) -> _Triple:
    return (min(a, b), kind, max(a, b)) if either_way else (a, kind, b)
