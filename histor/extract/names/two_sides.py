"""Which two countries "both sides" and "the two governments" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc, Span, Token

from histor.extract.events.no_event_party import in_dateline
from histor.extract.names.two_people import two_people
from histor.extract.tokens import prepositions
from histor.records import Entity

__all__ = ["SITES", "TwoSides", "governs", "is_country"]

#: prepositions of where something is
SITES = frozenset(
    "in at near around outside inside within throughout across through along over above off".split()
)
_COUNTRIES = frozenset(["PCLI", "PCLD", "PCLS", "PCLF", "PCL", "TERR"])
#: nouns of which "the two" are two countries told before, and how far before
_SIDES = frozenset(
    "country government side neighbour neighbor nation state capital army foe rival enemy".split()
)
_OF_PEOPLES = frozenset(["side", "army", "government"])
_SENTENCES_BEFORE = 5
_TWO = 2
_NAMING_ARCS = frozenset(["amod", "compound"])


class TwoSides:
    """The countries of a page as sides of what it tells."""

    def __init__(self, doc: Doc, at: Mapping[int, Entity]) -> None:
        """``at``: the page's entities by their tokens."""
        self._doc, self._at = doc, at

    def meant(self, span: Span) -> list[Entity]:
        """Return the two countries that "the two governments" or "both sides" means.

        They are those of the nearest sentence before that names two, and no third; or the two
        that the page names most, if one of those is named less often than either.
        """
        pair = next((t for t in span if t.lemma_.lower() in _SIDES and _of_two(t)), None)
        if pair is None:
            return two_people(span, self._doc, self._at)
        start, end = pair.sent.start, pair.i
        found = self._countries(start, end, peoples=True)
        adjectives = {e.country for i in range(start, end) if (e := self._people_at(i)) is not None}
        if len(found) == _TWO and found.keys() == adjectives:
            return list(found.values())  # "a Peruvian ship rammed a Chilean boat … the two"
        if len(found) == _TWO and found.keys() == {c for c, _ in self._told().most_common(_TWO)}:
            return list(found.values())  # "a Chilean minister said Peru had … the two countries'"
        if (own := self._of_own_sentence(pair)) is not None:
            return own
        told = self._named_together(pair, peoples=pair.lemma_ in _OF_PEOPLES)
        return told or self._named_together(pair, peoples=True)

    def _of_own_sentence(self, pair: Token) -> list[Entity] | None:
        """Return the two whose meeting or quarrel the clause before tells, where they act next.

        "A Chilean minister met N. N. of Peru, and | the two countries | signed a treaty".
        """
        verb = next((a for a in (pair, *pair.ancestors) if a.pos_ == "VERB"), None)
        subject = next((a for a in (pair, *pair.ancestors) if a.dep_.startswith("nsubj")), None)
        if verb is None or subject is None or subject.head.i != verb.i or verb.dep_ != "conj":
            return None
        found: dict[str, Entity] = {}
        for i in range(pair.sent.start, subject.left_edge.i):
            entity = self._at.get(i)
            if entity is None or not entity.country or prepositions(self._doc[i]) & SITES:
                continue
            if entity.kind == "person" or governs(entity) or self._people_at(i):
                found.setdefault(entity.country, entity)
        if len(found) != _TWO:
            return None
        return [self._state(country) or entity for country, entity in found.items()]

    def _state(self, country: str) -> Entity | None:
        """Return the page's entity of a country, or of its people."""
        own = [e for e in self._at.values() if e.country == country]
        states = (e for e in own if governs(e) and is_country(e))
        return next(states, None) or next((e for e in own if e.kind == "group"), None)

    def _named_together(self, pair: Token, *, peoples: bool) -> list[Entity]:
        """Return the two countries that the nearest sentence which names two names, and no third.

        ``peoples``: those whose people it names count too.
        """
        start, end = pair.sent.start, pair.i
        for _ in range(_SENTENCES_BEFORE):
            found = self._countries(start, end, peoples=peoples)
            if len(found) >= _TWO or start == 0:
                return self._of_most(found, pair) if len(found) == _TWO else []
            start, end = self._doc[start - 1].sent.start, start
        return []

    def _countries(self, start: int, end: int, *, peoples: bool) -> dict[str, Entity]:
        """Return by their codes the countries that words name, or whose people they name."""
        found: dict[str, Entity] = {}
        for i in range(start, end):
            if not self._is_side(i) or in_dateline(self._doc[i]):
                continue
            entity = self._at[i]
            if entity.country and (governs(entity) or (peoples and self._people_at(i))):
                found.setdefault(entity.country, entity)
        return found

    def _people_at(self, at: int) -> Entity | None:
        """Return the people of a country that a word names."""
        entity = self._at.get(at)
        people = entity is not None and entity.kind == "group" and not entity.sector
        return entity if people and entity is not None and entity.country else None

    def _of_most(self, pair: Mapping[str, Entity], sides: Token) -> list[Entity]:
        """Return two countries, or the two that the page names most if those outdo one of them.

        Who urges both sides is none of them: a country named before ``sides`` in its sentence.
        """
        beside = range(sides.sent.start, sides.i)
        third = {
            self._at[i].country or ""
            for i in beside
            # "X, which buys Y's gas", "the United Nations mission in X"
            if self._is_side(i) and self._doc[i].dep_ not in _NAMING_ARCS
            if self._at[i].kind != "organization" or self._at[i].sector is not None
        }
        count = self._told()
        for country in third:
            del count[country]
        most = [country for country, _ in count.most_common(_TWO)]
        if len(most) < _TWO or min(count[c] for c in most) <= min(count[c] for c in pair):
            return list(pair.values())
        named = [e for i, e in self._at.items() if self._is_side(i) and governs(e)]
        return [next(e for e in named if e.country == country) for country in most]

    def _told(self) -> Counter[str]:
        """Return how often the page names each country as one that may be a side."""
        named = (e for i, e in self._at.items() if self._is_side(i) and governs(e))
        return Counter(e.country for e in named if e.country)

    def _is_side(self, at: int) -> bool:
        """Say whether a word names somebody, and not where something is: "1,000 troops in X"."""
        return at in self._at and not prepositions(self._doc[at]) & SITES


def _of_two(noun: Token) -> bool:
    return any(c.lower_ in {"two", "both", "each"} for c in noun.children)


def is_country(entity: Entity) -> bool:
    """Say whether an entity is a country."""
    return entity.place is not None and entity.place.feature in _COUNTRIES


def governs(place: Entity) -> bool:
    """Say whether a place acts: a country, or a capital for its government."""
    return place.place is not None and (is_country(place) or place.place.feature == "PPLC")
