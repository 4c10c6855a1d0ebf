"""Timelines of one person, body or thing across articles, after SemEval-2015 task 4 (TimeLine).

A timeline orders the events in which an entity takes part, each with its date. The score is
temporal awareness (UzZaman and Allen 2011), as in the task (Minard et al. 2015): a timeline states
that a mention has a date, that mentions of one place on it are at one time, and that those of a
place are before those of the next. Precision is the share of what histor's timeline states that
follows from the key, recall the share of what the key states that follows from histor's. Mentions
are the same if they stand in one sentence and share a word; events without a place on the key's
timeline (order 0) are left out. The articles are on a maker of telephones and its founder, far from
what histor reads for: few of their events are of PLOVER's types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.articles import article, read
from benchmarks.gold_events import joined_tokens
from benchmarks.language import records
from histor.link import Linked, link

__all__ = ["entity_timelines"]

#: article, sentence, and the first word of the mention
_Mention = tuple[str, int, str]
#: place on the timeline, and date, of each mention
_Timeline = Mapping[_Mention, tuple[int, str]]
_DATE = len("2010-06-24")


def entity_timelines(folder: Path) -> dict[str, float]:
    """Return micro precision, recall and F1 of the trial timelines, drawn from raw text."""
    if not (folder / "trial.jsonl").exists():
        return {}
    rows = list(records(folder / "trial_docs.jsonl"))
    linked, sentences = _linked(rows)
    right_said = said = right_key = stated = 0
    for row in records(folder / "trial.jsonl"):
        key = _key(row)
        told = _told(row["entity"], linked, sentences, key)
        said += len(claims := list(_states(told)))
        right_said += sum(_follows(c, key) for c in claims)
        stated += len(facts := list(_states(key)))
        right_key += sum(_follows(f, told) for f in facts)
    precision = right_said / said if said else 0.0
    recall = right_key / stated if stated else 0.0
    total = precision + recall
    return {
        "precision": round(100 * precision, 2),
        "recall": round(100 * recall, 2),
        "f1": round(100 * 2 * precision * recall / total, 2) if total else 0.0,
    }


def _linked(rows: Sequence[dict[str, Any]]) -> tuple[Linked, dict[str, list[tuple[int, str]]]]:
    """Return the articles' record, and where each sentence begins in its article's text."""
    pages, starts = [], {}
    for row in rows:
        sentences = row["sentences"]
        text, places = joined_tokens([t for s in sentences for t in s])
        at, begins = 0, []
        for sentence in sentences:
            begins.append((places[at][0], " ".join(sentence)))
            at += len(sentence)
        starts[row["doc"]] = begins
        pages.append(article(row["doc"], text, row["dct"]))
    return link(read(pages)), starts


def _key(row: dict[str, Any]) -> _Timeline:
    return {
        (m["doc"], m["sent"], m["text"].split()[0].lower()): (e["order"], _known(e["date"]))
        for e in row["entries"]
        if e["order"] > 0
        for m in e["mentions"]
    }


def _known(date: str) -> str:
    """Return the part of a date that is known: 2008-03-XX is March, XXXX-XX-XX nothing."""
    return date.partition("X")[0].rstrip("-")


def _told(
    entity: str,
    linked: Linked,
    sentences: Mapping[str, list[tuple[int, str]]],
    key: _Timeline,
) -> _Timeline:
    """Return the dated events in which an entity takes part, in the order of their first days."""
    words = set(entity.lower().split())
    meant = {
        e.id
        for e in linked.entities
        if any(set(n.text.lower().split()) >= words for n in e.names)
        or set(e.name.lower().split()) <= words
    }
    where = {d.id: d for d in linked.documents}
    dated = [
        event
        for event in linked.events
        if event.date is not None and meant & {*event.actors, *event.recipients}
    ]
    days = sorted({e.date.earliest for e in dated if e.date is not None})
    told: dict[_Mention, tuple[int, str]] = {}
    for event in dated:
        if event.date is None:
            continue
        date = event.date.edtf.partition("/")[0].rstrip("~?%")[:_DATE]
        for mention in event.mentions:
            document = where[mention.span.document]
            begins = sentences[document.location]
            shift = document.text.find(begins[0][1])
            number = sum(start <= mention.span.start - shift for start, _ in begins) - 1
            word = mention.trigger.split()[0].lower()
            told[document.location, number, word] = days.index(event.date.earliest), date
    return told


def _states(timeline: _Timeline) -> Iterator[tuple[_Mention, str, _Mention | str]]:
    """Yield what a timeline states, none of which follows from the rest."""
    places: dict[int, list[_Mention]] = {}
    for mention in sorted(timeline):
        place, date = timeline[mention]
        places.setdefault(place, []).append(mention)
        if date:
            yield mention, "on", date
    before: list[_Mention] = []
    for place in sorted(places):
        here = places[place]
        yield from ((here[0], "with", other) for other in here[1:])
        if before:
            yield before[0], "before", here[0]
        before = here


def _follows(state: tuple[_Mention, str, _Mention | str], timeline: _Timeline) -> bool:
    mention, relation, other = state
    if mention not in timeline:
        return False
    if isinstance(other, str):
        return timeline[mention][1] == other
    if other not in timeline:
        return False
    first, second = timeline[mention][0], timeline[other][0]
    return first == second if relation == "with" else first < second
