"""Whom a demand, a threat or a protest is aimed at, where its own verb governs nobody.

"Demanded an apology by Lima" asks Lima; "threatened to strike unless Peru leaves" threatens Peru;
"marched to demand the resignation of the mayor" protests against the mayor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from histor.extract.antecedents import names_party
from histor.extract.events.arguments import arguments_of
from histor.extract.tokens import prepositions

__all__ = ["agreed_to", "aimed_at", "asked_for"]

_CLAUSES = frozenset(["advcl", "xcomp", "ccomp", "acl", "parataxis", "conj"])
_IF = frozenset(["if", "unless", "until"])
#: what protesters say with a protest, of somebody
_SAYING = frozenset(
    "demand call urge protest denounce oppose condemn criticise criticize reject want ask accuse "
    "decry blame show".split()
)
#: how the noun of what is demanded is tied to who shall do it
_BY_WHOM = frozenset(["by", "from"])
#: what a protest is over
_OVER = frozenset(["against", "over", "at"])
#: houses outside which one protests against those who sit there
_SEATS = frozenset(
    "embassy consulate ministry parliament court headquarters residence palace commission".split()
)
#: what people ask for the good of whose it is
_KINDNESSES = frozenset("release freedom return reinstatement pardon acquittal".split())
_DEPTH = 3


def asked_for(verb: Token) -> list[Token]:
    """Return who shall do what a verb of demanding has for its object: "an apology by Lima"."""
    return [
        c
        for noun in verb.children
        if noun.dep_ == "obj" and not names_party(noun)
        for c in (*noun.children, *_beside_whom(noun))
        if c.dep_ == "nmod" and prepositions(c) & _BY_WHOM and names_party(c)
    ]


def _beside_whom(deed: Token) -> list[Token]:
    """Return what is read as tied to whom a deed befalls: "the release of A. B. | by X |"."""
    whom = (c for c in deed.children if "of" in prepositions(c))
    return [c for w in whom for c in w.children if prepositions(c) == {"by"}]


def aimed_at(event: Token, kind: str) -> list[Token]:
    """Return the head words of those at whom an event of a type is aimed; none if none is told."""
    if kind in {"THREATEN", "REJECT", "AGREE"} and event.pos_ == "VERB":
        return _threatened(event)
    return _protested(event) if kind == "PROTEST" else []


def agreed_to(verb: Token) -> list[Token]:
    """Return whom the deed befalls that one side agrees to: "agreed to free | two sailors |"."""
    deeds = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"]
    found = [t for d in deeds for t in arguments_of(d).targets]
    own = (c for t in found for c in t.subtree if c.ent_type_ in {"PLACE", "GROUP", "ORG"})
    return [t for t in found if names_party(t)] or list(own)[:1]


def _threatened(verb: Token) -> list[Token]:
    """Return who must do something, or else: the subject of the condition of a threat.

    So it is with what somebody will not do until another does his part.
    """
    own = {d.lower_ for d in arguments_of(verb).doers}
    for clause in _below(verb):
        if any(c.dep_ == "mark" and c.lower_ in _IF for c in clause.children):
            subjects = [c for c in clause.children if c.dep_ == "nsubj" and c.tag_ != "PRP"]
            found = [s for s in subjects if names_party(s) and s.lower_ not in own]
            if found:
                return found
    return []


def _protested(event: Token) -> list[Token]:
    """Return whom the clause beside a protest accuses, or of whom it demands something."""
    beside = list(_below(event))
    if event.pos_ == "NOUN":
        beside += [c for c in _below(event.head) if c.i > event.i]
    for clause in beside:
        if clause.lemma_.lower() not in _SAYING or clause.pos_ != "VERB":
            continue
        found = [*asked_for(clause), *(t for t in arguments_of(clause).targets if names_party(t))]
        said = [c for c in clause.children if c.dep_ in {"obl", "obj"}]
        found = found or [t for t in said if "from" in prepositions(t) and names_party(t)]
        found = found or _owners([*said, *(g for c in said for g in c.children)])
        if found:
            return found
    near = [
        c
        for t in (event, event.head)
        for c in t.children
        if c.i > event.i and c.dep_ in {"obl", "nmod"}
    ]
    found = _owners(c for c in near if prepositions(c) & _OVER)
    return found or [c for c in near if "outside" in prepositions(c) and _is_seat(c)]


def _is_seat(house: Token) -> bool:
    """Say whether a house is that of a state or a body: "outside the Chilean embassy"."""
    named = house.ent_type_ or any(c.ent_type_ for c in house.children)
    return bool(named) and house.lemma_.lower() in _SEATS


def _owners(things: Iterable[Token]) -> list[Token]:
    """Return whose the things are that a protest is over: "over the mayor's decision"."""
    return [
        c
        for t in things
        if t.lemma_.lower() not in _KINDNESSES  # "for the former president's release"
        for c in t.children
        if c.dep_ == "nmod:poss" and c.tag_ != "PRP$" and names_party(c)
    ]


def _below(verb: Token) -> Iterator[Token]:
    """Yield the clauses below a verb, the nearest first."""
    level = [verb]
    for _ in range(_DEPTH):
        level = [c for t in level for c in t.children if c.dep_ in _CLAUSES]
        yield from level
