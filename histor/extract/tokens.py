"""What the rules ask of tokens again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span, Token

from histor.verb_tags import TENSED

__all__ = [
    "DATELINE",
    "DAYS",
    "FINITE",
    "HYPHENS",
    "KEPT",
    "NAMING",
    "NEGATIONS",
    "STRETCHES",
    "VERBS",
    "antecedent",
    "behind_dateline",
    "end_of_naming",
    "ends_dateline",
    "hyphened",
    "is_answered",
    "kept_of",
    "prepositions",
    "text_of",
    "tokens_with",
    "without_marks",
]

#: words from a name back to the one that a hyphen ties to it
_TIED = 2
#: marks between two names, or a name and a participle
HYPHENS = frozenset(["-", "‑", "–", "/"])
#: words of the longest dateline
DATELINE = 12
#: parts of speech of a dateline, and letters of the shortest place in one
_DATELINE, _PLACE = frozenset(["PROPN", "NUM", "PUNCT"]), 3
#: where a document keeps its text, and one that no longer changes what is found of its words
_TEXT, KEPT = "histor.text", "histor.kept"
#: where a document keeps where its words stand
_ORTH = "histor.words"
#: words for days between a verb and who has said it: "has informed Wednesday the commissioner"
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
#: words that negate a verb
NEGATIONS = frozenset(["not", "n't", "n’t", "never"])

#: nouns before what is answered by a deed, and prepositions before its cause
_ANSWERS = frozenset(["response", "retaliation", "reaction", "reprisal", "revenge", "retribution"])
_BECAUSE = frozenset(["because", "due", "owing"])
#: parts of speech of the words that name somebody, and of verbs
NAMING = frozenset(["DET", "PROPN", "NOUN", "ADJ", "ADP", "NUM", "PART", "PRON"])
VERBS = frozenset(["VERB", "AUX"])
#: tags of verbs that can stand in a main clause
FINITE = TENSED | {"MD"}
#: nouns that measure time
STRETCHES = frozenset("minute hour day night week month year decade".split())


def prepositions(word: Token) -> set[str]:
    """Return the prepositions before a word, in lower case: those of UD's relation ``case``."""
    return {c.lower_ for c in word.children if c.dep_ == "case"}


def hyphened(name: Token) -> Token | None:
    """Return the name that a hyphen ties before an adjective: "| US |-Israeli strikes"."""
    if name.i < _TIED or name.nbor(-1).text not in HYPHENS:
        return None  # sentences are at times parted behind a first "US"
    before = name.nbor(-2)
    return before if before.pos_ in {"PROPN", "ADJ"} and before.text[:1].isupper() else None


def is_answered(noun: Token) -> bool:
    """Say whether a noun names what made somebody act: "in response to the raid", "because of"."""
    if prepositions(noun) & _BECAUSE:
        return True
    before = noun.left_edge.i - 1
    return before >= noun.sent.start and noun.doc[before].lemma_.lower() in _ANSWERS


def tokens_with(doc: Doc, attribute: str, values: Iterable[str]) -> Iterator[Token]:
    """Yield the tokens with one of some values; asking each token takes many times as long.

    Args:
        doc: the document.
        attribute: one of strings that ``Doc.to_array`` knows, as ``POS`` or ``LOWER``.
        values: those that are looked for.
    """
    wanted = values if isinstance(values, AbstractSet) else frozenset(values)
    if not wanted:
        return iter(())
    # the words themselves stay as they are, whatever is said of them
    kept = doc.user_data.setdefault(_ORTH, {}) if attribute == "ORTH" else kept_of(doc, "places")
    places: dict[str, list[int]] | None = kept.get(attribute) if kept is not None else None
    if places is None:
        places = _places(doc, attribute)
        if kept is not None:
            kept[attribute] = places
    found = [places[v] for v in places.keys() & wanted]
    return map(doc.__getitem__, found[0] if len(found) == 1 else sorted(chain(*found)))


def kept_of(doc: Doc, what: str) -> dict[Any, Any] | None:
    """Return what was found of a document's words before; none for one that may still change."""
    kept: dict[str, dict[Any, Any]] | None = doc.user_data.get(KEPT)
    return None if kept is None else kept.setdefault(what, {})


def _places(doc: Doc, attribute: str) -> dict[str, list[int]]:
    """Return where each value of an attribute stands in a document."""
    strings = doc.vocab.strings
    numbers = doc.to_array(attribute)
    if not len(numbers):
        return {}
    order = numbers.argsort(kind="stable")  # a value's places stay in the order of the words
    ranked = numbers[order]
    bounds = [0, *(np.flatnonzero(ranked[1:] != ranked[:-1]) + 1).tolist(), len(order)]
    at = order.tolist()
    values = ranked[bounds[:-1]].tolist()
    return {
        strings[number]: at[start:end]
        for number, (start, end) in zip(values, pairwise(bounds), strict=True)
    }


def text_of(doc: Doc) -> str:
    """Return a document's text, put together once: ``Doc.text`` joins all words at each asking."""
    kept: str | None = doc.user_data.get(_TEXT)
    if kept is None:
        kept = doc.user_data[_TEXT] = doc.text
    return kept


def antecedent(relative: Token) -> Token | None:
    """Return the noun that "who" or "which" stands for: "the embassy, which had dismissed it"."""
    verb = relative.head
    head = verb.head
    named = verb.dep_.startswith("acl") and head.pos_ in {"NOUN", "PROPN"} and head.i < relative.i
    return head if named else None


def end_of_naming(doc: Doc, first: int, stop: int) -> int:
    """Return where the words that name somebody end, from one on and before another."""
    while first < stop and doc[first].pos_ in NAMING:
        first += 1
    return first


def ends_dateline(doc: Doc, at: int) -> bool:
    """Say whether a dash or a bracket ends "LIMA (Agency) –" before a story's first words."""
    if doc[at].text == ")" and at + 1 < len(doc):
        return doc[at + 1].text[:1].isupper() and _is_place_and_agency(doc, at)
    if doc[at].text not in {"-", "–", "—", "--"} or at == 0:
        return False
    return doc[at - 1].text == ")" or _is_place_and_day(doc, at)


def behind_dateline(words: Span) -> int:
    """Return where words begin behind a dateline that was read with them."""
    first = range(words.start, min(words.end, words.start + DATELINE))
    return max((i + 1 for i in first if ends_dateline(words.doc, i)), default=words.start)


def _is_place_and_agency(doc: Doc, bracket: int) -> bool:
    """Say whether "LIMA (RNX)" is all that stands before a sentence's other words."""
    words = doc[doc[bracket].sent.start : bracket]
    at = next((t.i for t in words if t.text == "("), None)
    if at is None or not 0 < at - words.start <= _PLACE:
        return False
    place = all(t.text.isupper() or t.is_punct for t in doc[words.start : at])
    agency = doc[at + 1 : bracket]
    return place and len(words[0]) >= _PLACE and 0 < len(agency) <= _PLACE and agency[0].is_upper


def _is_place_and_day(doc: Doc, dash: int) -> bool:
    """Say whether "LIMA, 4 May 2021" or "(RNX) LIMA, May 4" stands before a dash, nothing else."""
    start = doc[dash].sent.start
    if doc[start].text == "(":  # the agency before the place
        start = next((t.i + 1 for t in doc[start:dash] if t.text == ")"), start)
    words = doc[start:dash]
    if not 0 < len(words) <= DATELINE or not doc[start].text.isupper() or len(doc[start]) < _PLACE:
        return False
    return all(t.pos_ in _DATELINE for t in words) and any(t.text == "," for t in words)


def without_marks(doc: Doc, start: int, end: int) -> int:
    """Return where the words ``[start, end)`` end without the punctuation and space behind them."""
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return end
