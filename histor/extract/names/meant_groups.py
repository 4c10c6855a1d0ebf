"""Which armed group, party or movement "the group" and "the rebels" mean, of those named before.

The nearest sentence before that names a body which can be called so tells, if it names one and no
other. Of two, the one that the page calls by the same word is meant; else none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from histor.extract.lexicons import is_outlet
from histor.extract.tokens import prepositions
from histor.records import Entity

__all__ = ["MeantGroups"]

#: what those are called who fight a state
_FIGHTERS = frozenset(
    "rebel guerrilla guerilla insurgent militant militiaman militiamen dissident separatist "
    "jihadist jihadi extremist paramilitary mutineer".split()
)
#: and bodies of many kinds
_BODIES = frozenset(
    "group organisation organization movement militia faction party gang cartel guerrilla "
    "bloc".split()
)
#: words in the names of blocs of states
_OF_BLOCS = frozenset(
    "union community organization organisation league alliance association council nations "
    "states".split()
)
#: what is said of a body that any of its kind is
_SAID = _FIGHTERS | frozenset(
    "armed terrorist terror islamist leftist rightist criminal radical opposition political "
    "outlawed banned local said same".split()
)
#: sectors of bodies that are no group, and of those that are no fighters
_OF_STATES = frozenset("GOV JUD LEG COP SPY JRN EDU MED IGO".split())
_UNARMED = _OF_STATES | frozenset("SOC REL BUS LAB PTY".split())
#: words in the names of those who fight
_ARMED_NAMES = frozenset(
    "army front brigade brigades guard guards resistance liberation militia forces battalion "
    "movement".split()
)
#: nouns of an armed body's people, beside its name: "N fighters", "commanders of N"
_PEOPLE = _FIGHTERS | frozenset(
    "fighter commando commander combatant gunman militia terrorist faction".split()
)
_GIVEN = frozenset(["the", "this", "that"])
#: sentences before in which it is named
_BACK, _BACK_TO_BLOC = 2, 6
#: words around a name that tell what it is
_NEAR = 4


class MeantGroups:
    """The bodies of a page that may be called a group, by where they are named."""

    def __init__(self, doc: Doc, at: Mapping[int, Entity]) -> None:
        """``at``: the page's entities by their words."""
        self._doc, self._at = doc, at
        self._words: dict[str, set[str]] | None = None

    def meant(self, noun: Token) -> Entity | None:
        """Return the body that a definite noun means; none if nobody fits, or several do."""
        lemma = noun.lemma_.lower()
        if lemma not in _FIGHTERS | _BODIES or not _is_bare(noun):
            return None
        sentence, end = noun.sent, noun.i
        for _ in range((_BACK_TO_BLOC if lemma == "bloc" else _BACK) + 1):
            found = self._named(sentence, end, noun)
            if found:
                return self._one_of(found, lemma)
            if sentence.start == 0:
                return None
            sentence = self._doc[sentence.start - 1].sent
            end = sentence.end
        return None

    def _named(self, sentence: Span, end: int, noun: Token) -> list[Entity]:
        """Return the bodies that a sentence names before a word and that a noun can mean."""
        found: dict[str, Entity] = {}
        for i in range(sentence.start, end):
            entity = self._at.get(i)
            if entity is not None and self._fits(entity, noun):
                found[entity.id] = entity
        return list(found.values())

    def _fits(self, entity: Entity, noun: Token) -> bool:
        """Say whether a noun can mean a body: "the rebels" no ministry, "the party" a party."""
        if entity.kind != "organization" or is_outlet(entity.name):
            return False
        lemma, sector = noun.lemma_.lower(), entity.sector
        if lemma == "party":
            return sector == "PTY" or "party" in entity.name.lower().split()
        words = self._told().get(entity.id, set())
        if lemma == "bloc":
            spelt = entity.name.isupper() and entity.country is None  # "ECOWAS"
            named = not _OF_BLOCS.isdisjoint(entity.name.lower().split())
            return "bloc" in words or spelt or named
        fights = lemma in _FIGHTERS or any(c.lemma_.lower() in _FIGHTERS for c in noun.children)
        if not fights and lemma != "militia":
            return sector not in _OF_STATES and not (sector == "MIL" and not words)
        armed = sector == "REB" or not words.isdisjoint(_PEOPLE)
        named = not _ARMED_NAMES.isdisjoint(entity.name.lower().split())
        return sector not in _UNARMED and (armed or (named and "liberation" in entity.name.lower()))

    def _one_of(self, found: Sequence[Entity], lemma: str) -> Entity | None:
        """Return the one body, else the one that the page calls by the same word."""
        if len(found) == 1:
            return found[0]
        called = [e for e in found if lemma in self._told().get(e.id, set())]
        return called[0] if len(called) == 1 else None

    def _told(self) -> dict[str, set[str]]:
        """Return the words of people and of bodies that stand with each body's name."""
        if self._words is None:
            self._words = {}
            for i, entity in self._at.items():
                if entity.kind != "organization":
                    continue
                near = self._doc[max(0, i - _NEAR) : i + _NEAR]
                beside = {t.lemma_.lower() for t in near if _is_of(t, self._doc[i])}
                self._words.setdefault(entity.id, set()).update(beside & (_PEOPLE | _BODIES))
        return self._words


def _is_of(word: Token, name: Token) -> bool:
    """Say whether a noun tells what a name is, or whose its people are: "N, a militant group"."""
    if word.i == name.i:
        return False
    if name.head.i == word.i:
        of = name.dep_ == "nmod" and "of" in prepositions(name)
        return of or name.dep_ in {"compound", "amod", "nmod:poss", "appos", "flat"}
    if word.head.i == name.i:
        return word.dep_ in {"appos", "compound", "amod", "nmod:desc"}
    kind = word.head.head.i if word.dep_ in {"amod", "compound"} else word.i
    return kind == name.i  # "N, a | militant | group"


def _is_bare(noun: Token) -> bool:
    """Say whether a noun stands with "the" and nothing that tells which: "the rebel group"."""
    given = False
    for child in noun.children:
        if child.dep_ == "det":
            given = child.lower_ in _GIVEN
        elif child.dep_ in {"amod", "compound"}:
            if child.ent_type_ or child.lemma_.lower() not in _SAID:
                return False
        elif child.dep_ in {"nummod", "nmod", "nmod:poss", "acl", "appos", "flat"}:
            return False
    return given
