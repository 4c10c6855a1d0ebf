"""The country of "the army", "police" and "the junta", which a page names without its country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Token

from histor.extract.names.described import is_part
from histor.extract.names.home_country import countries_told
from histor.records import Entity

__all__ = ["HomeBodies"]

#: bodies that every state has, and no more than one of
_OF_STATE = frozenset(
    "army military navy police government junta regime gendarmerie parliament authority "
    "authorities ministry cabinet coastguard".split()
)
#: these are a state's where a word before them says so
_ARMED = frozenset(["force", "forces", "troop", "troops", "soldier", "soldiers"])
_OF_ARMS = frozenset("security armed government army police defence defense federal".split())
#: what is said of such a body and leaves it the state's
_KINDS = _OF_ARMS | frozenset(
    "security armed military ruling riot air loyalist foreign interior health justice finance "
    "information transport energy education".split()
)
#: of these, what a page tells of in one country, and how the country's name is tied to it
_RULING = frozenset(["junta", "regime"])
_TIED = frozenset(["nmod", "nmod:poss", "compound", "amod"])
_OWNING = frozenset(["PRP$", "WP$"])
#: mentions of the country a page is about, and how many times those of the next
_LEAST, _TIMES = 5, 2
#: words back to where a page may have said whose such a body is
_LAST = 150
#: sentences back in which another country may have been told of
_BACK = 2


class HomeBodies:
    """The country that a page is about, as it stands for its government, army and police."""

    def __init__(self, doc: Doc, entities: Iterable[Entity], at: Mapping[int, Entity]) -> None:
        """Find the page's country among its ``entities``; ``at`` tells them by their words."""
        entities = tuple(entities)
        self._doc, self._at = doc, at
        self._home = _about(entities)
        named = [e for e in entities if e.country == self._home and self._home is not None]
        states = (e for e in named if e.kind == "place" and not is_part(e))
        state = next((e for e in states if e.place and e.place.feature.startswith("PCL")), None)
        peoples = (e for e in named if e.kind == "group" and not e.sector)
        self._state = state or next(peoples, None)

    def state_of(self, noun: Token) -> Entity | None:
        """Return the page's country for a noun that means its government, army or police.

        None where the noun says whose it is, or the last country named before it in its sentence,
        or as what the sentences before are about, is another.
        """
        if noun.pos_ not in {"NOUN", "PROPN"} or not _is_bare(noun):
            return None
        if (owner := self._told_last(noun)) is not None:
            return owner
        if self._state is None:
            return self._told_whose(noun)
        sentence, end = noun.sent, noun.i
        for _ in range(_BACK + 1):
            for i in range(end - 1, sentence.start - 1, -1):
                country = self._at[i].country if i in self._at else None
                if country is not None:
                    return self._state if country == self._home else None
            if sentence.start == 0:
                break
            sentence = self._doc[sentence.start - 1].sent
            end = sentence.root.i  # who is named behind the verb is not whom it is about
        return self._state

    def _told_last(self, noun: Token) -> Entity | None:
        """Return whose the same body was when the page last said it: "X's army … the army".

        None where another was named so since, or that was long ago.
        """
        lemma = noun.lemma_.lower()
        for i in range(noun.i - 1, max(0, noun.i - _LAST) - 1, -1):
            before = self._doc[i]
            if before.lemma_.lower() != lemma or before.pos_ not in {"NOUN", "PROPN"}:
                continue
            owners = [self._at[c.i] for c in before.children if c.dep_ in _TIED and c.i in self._at]
            states = [e for e in owners if e.country and e.kind in {"place", "group"}]
            if states:
                return None if is_part(states[0]) else states[0]
            if not _is_bare(before):
                return None
        return None

    def _told_whose(self, noun: Token) -> Entity | None:
        """Return the one country whose the page has called such a body: "the junta in Niger"."""
        word, found = noun.lemma_.lower(), dict[str, Entity]()
        if word not in _RULING:
            return None
        for i, entity in self._at.items():
            named = self._doc[i]
            tied = named.head.lemma_.lower() == word and named.dep_ in _TIED
            behind = i > 1 and named.nbor(-1).lower_ in {"in", "of"}
            tied = tied or (behind and named.nbor(-2).lemma_.lower() == word)
            if tied and entity.country and i < noun.i and entity.place is not None:
                found.setdefault(entity.country, entity)
        return next(iter(found.values())) if len(found) == 1 else None


def _about(entities: Iterable[Entity]) -> str | None:
    """Return the code of the country named most by far."""
    told = countries_told(entities)
    if not told:
        return None
    best, count = told.most_common(1)[0]
    others = (n for code, n in told.items() if code != best)
    return best if count >= max(_LEAST, _TIMES * max(others, default=0)) else None


def _is_bare(noun: Token) -> bool:
    """Say whether a noun names a state's body, and neither which nor whose it is."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ != "case"]
    kinds = {c.lower_ for c in before if c.dep_ in {"compound", "amod"}}
    lemma, lower = noun.lemma_.lower(), noun.lower_
    known = lemma in _OF_STATE or lower in _OF_STATE
    armed = {lemma, lower} & _ARMED and kinds & _OF_ARMS
    force = lemma == "force" and "air" in kinds
    if not (known or armed or force):
        return False
    if kinds - _KINDS or any(c.tag_ in _OWNING or c.dep_ == "nmod:poss" for c in before):
        return False
    if any(c.lower_ in {"a", "an", "another", "no", "any", "each", "both"} for c in before):
        return False
    return not any(c.dep_ in {"nmod", "appos", "acl:relcl"} and c.i > noun.i for c in noun.children)
