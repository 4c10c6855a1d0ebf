"""On whose side a speaker is: whose soldiers are "our" and "its", whose are another's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.extract.lexicons import titles, trades
from histor.extract.names.affiliations import countries_in
from histor.extract.nearby import Nearby
from histor.records import ClaimSource, Entity

__all__ = ["Side", "Sides"]

#: who only watches and takes no side, though he may be of a country
_WATCHING = re.compile(
    r"\b(?:united nations|un|u\.n\.|monitors?|observ\w+|witness\w*|residents?|inhabitants|doctors?|"
    r"hospitals?|medics?|nurses?|journalists?|reporters?|correspondents?|analysts?|experts?|"
    r"researchers?|rights|amnesty|red cross|red crescent|charit(?:y|ies)|aid (?:workers?|agency)|"
    r"watchdog|court|judges?|survivors?|historians?|professor|think tank|agency|newspaper)\b",
    re.I,
)
_FIRST = frozenset(["i", "we", "us", "our", "ours", "my"])
#: pronouns of a speaker in words that are not his own
_THIRD = frozenset(["it", "its", "they", "their", "them", "he", "his", "him", "she", "her"])


#: PLOVER's sector of those who fight their own state
_AGAINST_THEIR_STATE = frozenset(["REB"])
_MANY = frozenset(["they", "them"])


class Side:
    """The side of one speaker."""

    def __init__(
        self, named: frozenset[str], sides: Sides, *, watches: bool, one_person: bool
    ) -> None:
        self._named, self._sides, self._one = named, sides, one_person
        self.watches = watches
        #: whether he is of a country or body, and no mere watcher
        self.takes_part = bool(named) and not watches

    def is_own(self, phrase: Span, *, quoted: bool) -> bool:
        """Say whether words mean the speaker or his side: "our men", "its troops", his country."""
        if self._one and not quoted and phrase.root.lower_ in _MANY:
            return False  # "the manager said they did not fire"
        if _has_pronoun(phrase, _FIRST if quoted else _THIRD):
            return True
        return not self._named.isdisjoint(self._sides.named(phrase))

    def is_other(self, phrase: Span, *, quoted: bool) -> bool:
        """Say whether words name somebody of another side than the speaker's."""
        named = self._sides.named(phrase)
        return bool(named) and not self.is_own(phrase, quoted=quoted)


class Sides:
    """The sides of one page's speakers, by the names in their words and who they are."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._known = {e.id: e for e in entities}
        mentions = ((m.start, e) for e in entities if e.kind != "other" for m in e.mentions)
        self._mentions = Nearby(mentions, lambda m: m[0])

    def of(self, source: ClaimSource) -> Side:
        """Return the side of a speaker."""
        named = set(self._between(source.span.start, source.span.end))
        entity = self._known.get(source.entity or "")
        if entity is not None:
            named |= _keys(entity)
        rebels = _AGAINST_THEIR_STATE & {e.sector for e in self._entities(source, entity)}
        if rebels:
            named = {key for key in named if not key.startswith("in ")}
        else:
            named |= {f"in {c}" for c in countries_in(source.text)}
        watches = _WATCHING.search(source.text) is not None
        person = entity is not None and entity.kind == "person"
        person = person and " and " not in source.text
        person = person or source.text.rsplit(" ", 1)[-1].lower() in titles() | trades()
        return Side(frozenset(named), self, watches=watches, one_person=person)

    def _entities(self, source: ClaimSource, entity: Entity | None) -> list[Entity]:
        within = [e for _, e in self._mentions.starting(source.span.start, source.span.end)]
        return [*within, *([entity] if entity is not None else [])]

    def named(self, phrase: Span) -> set[str]:
        """Return whom words name: entities, and countries as "in XX"."""
        found = self._between(phrase.start_char, phrase.end_char)
        return found | {f"in {c}" for c in countries_in(phrase.text)}

    def _between(self, start: int, end: int) -> set[str]:
        return {key for _, e in self._mentions.starting(start, end) for key in _keys(e)}


def _keys(entity: Entity) -> set[str]:
    """Return by what somebody is known to be of a side; rebels are not of their country's."""
    known = entity.country is not None and entity.sector not in _AGAINST_THEIR_STATE
    return {entity.id, f"in {entity.country}"} if known else {entity.id}


def _has_pronoun(phrase: Span, pronouns: frozenset[str]) -> bool:
    """Say whether a pronoun is a phrase, or tells whose its head is: "[its] troops"."""
    head: Token = phrase.root
    if head.lower_ in pronouns:
        return True
    return any(
        c.lower_ in pronouns and c.dep_ in {"nmod:poss", "det", "det:poss"} for c in head.children
    )
