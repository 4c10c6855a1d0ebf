"""The words of events: PLOVER's scores and modes, what names no event, what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

import msgspec
from spacy.tokens import Token

from histor.errors import InputError
from histor.extract.lexicon_files import lexicon_tables
from histor.records import FigureQuantity

__all__ = ["EventWords", "event_words", "names_event"]


@dataclass(frozen=True, slots=True)
class EventWords:
    """The tables of ``data/events.toml``, with a user's own added."""

    #: type -> quad class and intensity
    types: dict[str, tuple[int, float]]
    not_events: frozenset[str]
    #: verbs that tell of an event that was before
    about: frozenset[str]
    #: verbs whose subject an event befalls
    undergone: frozenset[str]
    #: verbs that name an event only with the noun they govern
    light: frozenset[str]
    #: lemma -> "verb" or "noun" -> the type it names whatever stands around it
    sure: dict[str, dict[str, str]]
    #: lemma -> the types of event it may name
    triggers: dict[str, frozenset[str]]
    #: lemma -> what happened, for what PLOVER has no type for
    other: dict[str, str]
    #: type -> lemma -> mode
    modes: dict[str, dict[str, str]]
    #: type -> mode -> intensity, where the mode has its own
    mode_scores: dict[str, dict[str, float]]
    #: quantity -> lemmas
    figures: dict[FigureQuantity, frozenset[str]]
    #: lemma -> the group of words that pages use for one event
    same: dict[str, str]
    #: lemma -> what people come to harm by
    causes: dict[str, str]
    #: word or words -> the kind of thing that an attack strikes
    struck: dict[str, str]

    def sense(self, lemma: str) -> str:
        """Return the group of like words that a lemma is of, else the lemma."""
        return self.same.get(lemma, lemma)

    def intensity(self, type_: str, mode: str | None) -> float | None:
        """Return the intensity of a type, from -10 to 10, or of its mode where that has its own."""
        own = self.mode_scores.get(type_, {}).get(mode or "")
        known = self.types.get(type_)
        return own if own is not None else known[1] if known else None


@cache
def event_words() -> EventWords:
    """Return the words of events, the user's own among them.

    Raises:
        InputError: that file cannot be read, or counts what histor has no figure for.
    """
    tables = [table for _, table in lexicon_tables("events.toml")]
    types: dict[str, tuple[int, float]] = {}
    not_events: set[str] = set()
    about: set[str] = set()
    undergone: set[str] = set()
    light: set[str] = set()
    sure: dict[str, dict[str, str]] = {}
    triggers: dict[str, set[str]] = {}
    other: dict[str, str] = {}
    modes: dict[str, dict[str, str]] = {}
    figures: dict[FigureQuantity, set[str]] = {}
    same: dict[str, str] = {}
    causes: dict[str, str] = {}
    struck: dict[str, str] = {}
    mode_scores: dict[str, dict[str, float]] = {}
    for table in tables:
        for name, scores in table.get("mode_scores", {}).items():
            mode_scores.setdefault(name, {}).update(scores)
        types |= {k: (int(v[0]), float(v[1])) for k, v in table.get("types", {}).items()}
        not_events |= set(table.get("not_events", {}).get("lemmas", ()))
        about |= set(table.get("about", {}).get("lemmas", ()))
        undergone |= set(table.get("undergone", {}).get("lemmas", ()))
        light |= set(table.get("light", {}).get("lemmas", ()))
        for part in ("verb", "noun"):
            for name, lemmas in table.get("sure", {}).get(part, {}).items():
                for lemma in lemmas:
                    sure.setdefault(lemma, {})[part] = name
        for name, lemmas in table.get("triggers", {}).items():
            for lemma in lemmas:
                triggers.setdefault(lemma, set()).add(name)
        other |= {w: kind for kind, words in table.get("other", {}).items() for w in words}
        for name, kinds in table.get("modes", {}).items():
            own = modes.setdefault(name, {})
            for mode, words in kinds.items():
                own.update({w: mode for w in words if w not in own})
        for name, words in table.get("figures", {}).items():
            figures.setdefault(_quantity(name), set()).update(words)
        same |= {w: group for group, words in table.get("same", {}).items() for w in words}
        causes |= {w: cause for cause, words in table.get("causes", {}).items() for w in words}
        struck |= {w: kind for kind, words in table.get("struck", {}).items() for w in words}
    return EventWords(
        types=types,
        not_events=frozenset(not_events) - light,
        about=frozenset(about),
        undergone=frozenset(undergone),
        light=frozenset(light),
        sure=sure,
        triggers={k: frozenset(v) for k, v in triggers.items()},
        other=other,
        modes=modes,
        mode_scores=mode_scores,
        figures={k: frozenset(v) for k, v in figures.items()},
        same=same,
        causes=causes,
        struck=struck,
    )


def _quantity(name: str) -> FigureQuantity:
    try:
        quantity: FigureQuantity = msgspec.convert(name, FigureQuantity)
    except msgspec.ValidationError as error:
        raise InputError(
            f"[figures] of a file of event words names no quantity “{name}”; "
            f"it may be one of {', '.join(get_args(FigureQuantity))}."
        ) from error
    return quantity


def names_event(word: Token) -> bool:
    """Say whether a word is one that names an event, whatever stands around it."""
    words, lemma = event_words(), word.lemma_.lower()
    return lemma in words.triggers or lemma in words.sure or lemma in words.other
