"""Do two pages' accounts tell one event? Scores of what speaks for it and what against.

A small network over words, parties, place, day and the sentences around, after the features of
Cybulska & Vossen (2015) and Kenyon-Dean et al. (2018); trained on ECB+'s training topics by
``training/same_event.py``. No encoder compares the pair, so that it costs a few set operations.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import lemminflect
import msgspec
import numpy as np

from histor.extract.event_words import event_words
from histor.link.near_pages import Nearness
from histor.link.vectors import STEM, News, Vector, cosine, stems
from histor.link.word_senses import word_senses
from histor.records import Date, Event

__all__ = ["FEATURES", "Telling", "features", "probabilities", "surely_one", "telling"]

#: letters of a word that mark it whatever its ending
_STEM = 5
#: days of an interval that still says when something was
PRECISE = 4
FEATURES = (
    "same stem",
    "same sense",
    "same type",
    "other type",
    "rarity of the shared stem",
    "sentences alike",
    "pages alike",
    "one page",
    "one sentence",
    "actors shared",
    "actors apart",
    "recipients shared",
    "recipients apart",
    "sides crossed",
    "names shared in the sentence",
    "place shared",
    "places apart",
    "days shared",
    "figures shared",
    "figures apart",
    "same word",
    "words around alike",
    "rest of the sentence alike",
    "its word in the other's sentence",
    "words of one meaning",
    "words near in meaning",
    "words around shared",
    "nearest pages shared",
    "pages alike beside their nearest",
)
_FILE = Path(__file__).parent / "data" / "same_event.json"
_DAYS = FEATURES.index("days shared")
_SHARED_DAY = 1.0
_DAY = dt.timedelta(days=1)
_ENTITY = "ent_"
_PARTICLES = frozenset("a an the of to in on at up out off down over for with by back away".split())
#: words on either side of an event's own
_NEAR = 5


class _Model(msgspec.Struct, frozen=True):
    """A network of one hidden layer of rectified sums."""

    hidden: list[list[float]]
    hidden_bias: list[float]
    output: list[float]
    bias: float


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one page tells it, ready to be compared."""

    event: Event
    document: str
    sentence: int
    stems: frozenset[str]
    senses: frozenset[str]
    #: how rare its word is among the case's pages
    rarity: float
    words: Vector
    names: frozenset[str]
    triggers: frozenset[str]
    around: Vector
    rest: Vector
    all_stems: frozenset[str]
    figures: frozenset[tuple[str, float | None]]


def telling(event: Event, news: News) -> Telling:
    """Return an event of one page with what is compared."""
    mention = event.mentions[0]
    document = mention.span.document
    words = news.words_at(document, mention.span.start)
    around = _around(mention.span.text, mention.trigger)
    triggers = [word for m in event.mentions for word in lemmas_of(m.trigger)]
    own = frozenset(t[:_STEM] for t in triggers)
    return Telling(
        event=event,
        document=document,
        sentence=mention.span.start,
        stems=own,
        senses=frozenset(_sense(s, event.type) for s in own),
        rarity=max(news.rarity(t[:STEM]) for t in triggers),
        words=news.vector(words),
        names=frozenset(w for w in words if w.startswith(_ENTITY)),
        triggers=frozenset(triggers),
        around=news.vector(around),
        rest=news.vector(w for w in words if w[:_STEM] not in own),
        all_stems=frozenset(w[:_STEM] for w in words),
        figures=frozenset((f.quantity, f.low) for f in event.figures),
    )


@lru_cache(maxsize=50_000)
def lemmas_of(trigger: str) -> tuple[str, ...]:
    """Return the base forms, as verbs and as nouns, of a trigger's words but particles."""
    words = [w for w in re.findall(r"[^\W\d_]+", trigger.lower()) if w not in _PARTICLES]
    found = [
        base
        for word in words or [trigger.lower()]
        for upos in ("VERB", "NOUN")
        for base in lemminflect.getLemma(word[:50], upos=upos) or (word,)
    ]
    return tuple(dict.fromkeys(found))


def _around(sentence: str, trigger: str) -> list[str]:
    """Return the stems of the words within a few of the event's own, itself left out."""
    at = sentence.find(trigger)
    if at < 0:
        return []
    before, after = sentence[:at].split()[-_NEAR:], sentence[at + len(trigger) :].split()[:_NEAR]
    return stems(" ".join([*before, *after]))


def _sense(stem: str, kind: str | None) -> str:
    """Return the group of like words that a word is of, as an event of a type, else the word."""
    groups = _senses()
    return groups.get(f"{stem} {kind}") or groups.get(stem, stem)


@cache
def _senses() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for word, group in event_words().same.items():
        stem, _, kind = word.partition(" ")
        found[f"{stem[:_STEM]} {kind}".rstrip()] = f"= {group}"
    return found


def features(a: Telling, b: Telling, pages: Nearness) -> list[float]:
    """Return the values of ``FEATURES`` for two accounts, most of them 0 or 1.

    Args:
        a, b: the accounts.
        pages: how near their pages are.
    """
    one, other = a.event, b.event
    stem = bool(a.stems & b.stems)
    typed = one.type and other.type
    actors, recipients = set(one.actors), set(one.recipients)
    their_actors, their_recipients = set(other.actors), set(other.recipients)
    shared = a.names & b.names
    return [
        stem,
        bool(a.senses & b.senses),
        bool(typed and _kind(one) == _kind(other)),
        bool(typed and _kind(one) != _kind(other)),
        min(a.rarity, b.rarity) if stem else 0.0,
        cosine(a.words, b.words),
        pages.cosine,
        a.document == b.document,
        a.document == b.document and a.sentence == b.sentence,
        bool(actors & their_actors),
        bool(actors and their_actors and not actors & their_actors),
        bool(recipients & their_recipients),
        bool(recipients and their_recipients and not recipients & their_recipients),
        bool(actors & their_recipients or recipients & their_actors),
        math.log1p(len(shared)),
        bool(one.place and one.place == other.place),
        bool(one.place and other.place and one.place != other.place),
        bool(one.date and other.date and days_shared(one.date, other.date)),
        bool(a.figures & b.figures),
        bool(a.figures and b.figures and not a.figures & b.figures),
        bool(a.triggers & b.triggers),
        cosine(a.around, b.around),
        cosine(a.rest, b.rest),
        bool(a.stems & b.all_stems or b.stems & a.all_stems),
        *word_senses().likeness(a.triggers, b.triggers),
        len(a.around.keys() & b.around.keys()) / max(1, min(len(a.around), len(b.around))),
        pages.shared,
        pages.beside,
    ]


def _kind(event: Event) -> str:
    """Return the type of an event; of what PLOVER has no type for, the kind of happening."""
    return f"{event.type} {event.mode}" if event.type == "OTHER" else event.type


def surely_one(a: Telling, b: Telling) -> bool:
    """Say whether two pages tell one event by its type, parties and day, or word and parties."""
    one, other = a.event, b.event
    if not one.type or one.type != other.type or a.document == b.document:
        return False
    actors, recipients = set(one.actors) & set(other.actors), set(one.recipients)
    recipients &= set(other.recipients)
    if one.date is not None and other.date is not None:
        same_place = bool(one.place and one.place == other.place)
        return days_shared(one.date, other.date, _DAY) and bool(actors or recipients or same_place)
    return bool(a.stems & b.stems and actors and (recipients or one.place)) and (
        one.actors == other.actors and one.recipients == other.recipients
    )


def days_shared(a: Date, b: Date, slack: dt.timedelta = dt.timedelta(0)) -> bool:
    """Say whether two dates of a few days each have one in common, give or take some."""
    precise = a.length <= PRECISE and b.length <= PRECISE
    return precise and a.first - slack <= b.last and b.first - slack <= a.last


def probabilities(values: Sequence[Sequence[float]]) -> list[float]:
    """Return how likely pairs of accounts with such features tell one event, each 0 to 1."""
    if not values:
        return []
    model = _model()
    table = np.array(values, dtype=np.float64)
    hidden = np.maximum(table @ np.array(model.hidden).T + np.array(model.hidden_bias), 0.0)
    total = hidden @ np.array(model.output) + model.bias
    total += _SHARED_DAY * table[:, _DAYS]  # ECB+, which trained the rest, gives no days
    # rounded, so that the order of the pairs cannot be seen in the last bits
    return [round(float(p), 6) for p in 1 / (1 + np.exp(-total))]


@cache
def _model() -> _Model:
    return msgspec.json.decode(_FILE.read_bytes(), type=_Model)
