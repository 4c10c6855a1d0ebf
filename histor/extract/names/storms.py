"""Storms that a page calls by a name, which is then no person's: "Hurricane Otis … Otis killed".

Such a name stands for the storm whether its kind is said with it or not.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from histor.extract.tokens import text_of

__all__ = ["bare_name", "called_storms", "is_kind_of_storm", "is_storm", "storm_at", "storms_of"]

_KIND = (
    r"(?:hurricane|typhoon|(?:tropical )?cyclone|(?:sub)?tropical storm|tropical depression|"
    r"winter storm|windstorm|storm)"
)
_CALLED = re.compile(rf"\b(?i:{_KIND}) [\"“‘'«]?(?P<name>[A-Z][a-zà-ÿ]+)\b")
_WITH_KIND = re.compile(rf"(?:the )?(?:super )?{_KIND} ", re.I)
#: nouns that begin with a capital in titles alone, and a missile
_NO_NAMES = frozenset("center centre season shadow surge warning watch damage relief force".split())
_NOUNS = frozenset("hurricane typhoon cyclone storm depression windstorm".split())
_MARKS = "\"“”‘’'«»"
_DEFINITE = frozenset(["the", "this", "that"])
_KEPT = "histor storms"


def called_storms(text: str) -> set[str]:
    """Return the names, in lower case, that stand behind a word for a storm."""
    return {m["name"].lower() for m in _CALLED.finditer(text)} - _NO_NAMES


def storms_of(doc: Doc) -> frozenset[str]:
    """Return the names, in lower case, by which a page calls storms."""
    known: frozenset[str] | None = doc.user_data.get(_KEPT)
    if known is None:
        text = text_of(doc)
        names = called_storms(text)
        # "Storm Damage" heads a page that has "damage" too
        known = frozenset(n for n in names if re.search(rf"\b{re.escape(n)}\b", text) is None)
        doc.user_data[_KEPT] = known
    return known


def is_storm(name: str, storms: frozenset[str]) -> bool:
    """Say whether a name is that of a storm, with its kind or without."""
    start, end = bare_name(name)
    return bool(storms) and name[start:end].lower() in storms


def is_kind_of_storm(name: str) -> bool:
    """Say whether a name is no more than a word for storms: "Tropical", "Tropical Cyclone"."""
    return name.lower() == "tropical" or _WITH_KIND.fullmatch(f"{name} ") is not None


def bare_name(name: str) -> tuple[int, int]:
    """Return where a storm's name begins and ends without its kind and marks around it."""
    kind = _WITH_KIND.match(name)
    first = kind.end() if kind is not None else 0
    inner = name[first:].strip(_MARKS)
    start = first + len(name[first:]) - len(name[first:].lstrip(_MARKS))
    return start, start + len(inner)


def storm_at(word: Token) -> str | None:
    """Return the name of the storm that a word means; none if it means none with a name.

    "The storm" is the only one that the page names, and so is what one comes "as a storm".
    """
    storms = storms_of(word.doc)
    if not storms:
        return None
    if word.pos_ == "PROPN" and word.lower_ in storms:
        return word.lower_
    if word.lemma_.lower() not in _NOUNS:
        return None
    behind = word.doc[word.i + 1 : word.i + 3]
    named = next((t.lower_ for t in behind if t.lower_ in storms), None)
    beside = {c.lower_ for c in word.children if c.i < word.i}
    same = word.tag_ == "NN" and (not beside.isdisjoint(_DEFINITE) or "as" in beside)
    return named or (next(iter(storms)) if same and len(storms) == 1 else None)
