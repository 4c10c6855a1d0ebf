"""Parties of whom a page gives no name: "soldiers", "protesters", "a police station"."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.events.no_event_party import is_time
from histor.extract.events.party_phrases import phrase_of

__all__ = ["Sides", "unnamed_sides"]

#: words shown of a phrase, its noun the last
_WORDS = 4
_NO_PART = frozenset("DT PRP$ WP$ CD PDT POS JJR".split())
#: what a preposition before a party tells of a deed: "fired | on | protesters"
_TIED = frozenset(["obl", "nmod"])
#: prepositions before whom or what a deed befalls, and those before people alone
_BEFORE, _BEFORE_PEOPLE = frozenset(["on", "at", "against"]), frozenset(["to", "from", "for"])
_WEEKDAYS = frozenset(day_name)


class Sides(NamedTuple):
    """Who does something and to whom, in the words of a page; none where it tells none."""

    by: str | None
    #: with the preposition that ties it to the deed: "on protesters"
    to: str | None


def unnamed_sides(event: Token, doers: Iterable[Span], targets: Iterable[Span]) -> Sides:
    """Return the words for the sides of a deed, of each the first that tells something."""
    by = next((w for d in doers if names_party(d.root) and (w := _words(d.root))), None)
    to = None
    for root in (t.root for t in targets):
        words = _words(root)
        if words is None:
            continue
        if root.dep_ == "nsubj" and root.head.i == event.i:  # "two miners died"
            return Sides(by or words, None)
        before = _preposition(root)
        if before is None and event.pos_ == "NOUN":  # "the blast", in which dockers were hurt
            continue
        known = _BEFORE | _BEFORE_PEOPLE if names_party(root) else _BEFORE
        if before is None or before in known:
            to = words if before is None else f"{before} {words}"
            break
    return Sides(by, to or _of_what(event))


def _preposition(root: Token) -> str | None:
    """Return what ties a party to a deed; none of its subject, its object and what it is of."""
    first = root.head if root.dep_ == "conj" else root
    if first.dep_.partition(":")[0] not in _TIED:
        return None
    before = [c.lower_ for c in first.children if c.dep_ == "case" and c.i < first.i]
    return before[0] if before and before[0] not in {"of", "by"} else None


def _of_what(noun: Token) -> str | None:
    """Return what makes one phrase with a noun: "state | of emergency"."""
    if noun.pos_ != "NOUN" or noun.i + 2 >= len(noun.doc):
        return None
    of, what = noun.nbor(1), noun.nbor(2)
    whole = of.lower_ == "of" and what.pos_ == "NOUN" and what.head.i == noun.i
    return f"of {what.text}" if whole and not names_party(what) else None


def _words(head: Token) -> str | None:
    """Return a noun with the words that describe it; none of what is no noun, and of times."""
    if head.pos_ not in {"NOUN", "PROPN"} or head.text in _WEEKDAYS or is_time(head):
        return None
    phrase = [t for t in phrase_of(head) if t.i <= head.i]
    words = " ".join(t.text for t in _last(phrase))
    whole = _of_what(head)
    return f"{words} {whole}" if words and whole else words or None


def _last(phrase: Sequence[Token]) -> list[Token]:
    """Return the last words of a phrase, as far as they describe."""
    kept: list[Token] = []
    for token in reversed(phrase[-_WORDS:]):
        if token.tag_ in _NO_PART or token.is_punct:
            break
        kept.insert(0, token)
    return kept
