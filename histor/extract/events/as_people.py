"""Whether people of a name act for themselves, and not for the state of that name.

"Latvian troops" and "the Latvians signed" are acts of Latvia; "Latvian fishermen", "Latvians in the
port" and "forty Latvians" are people, whose deeds no state did.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from histor.extract.lexicon_files import lexicon_lines
from histor.extract.tokens import prepositions

__all__ = ["are_people"]

#: of the people whom tolls count, those whom a state sends or who speak for it
_OF_STATE = frozenset(
    "soldier troop serviceman servicewoman officer policeman policewoman constable gendarme guard "
    "sailor airman marine paratrooper commando conscript recruit reservist cadet peacekeeper "
    "observer sniper pilot navigator crewman commander general colonel captain lieutenant sergeant "
    "corporal private personnel leader member deputy lawmaker legislator minister official "
    "diplomat delegate envoy judge prosecutor magistrate adviser advisor crew team convoy".split()
)
#: and others who are no state
_NO_STATE = frozenset(
    "crowd mob minority majority community population clan tribe gang militia lorry tractor "
    "inhabitant nationalist ultranationalist hardliner dozen hundred thousand million diaspora "
    "homeowner landowner householder stallholder vigilante outlaw ethnic".split()
)
#: of these, those whom to strike or to help is no dealing with their state
_FACTIONS = frozenset(
    "crowd mob gang militia protester protestor demonstrator rioter picketer vandal hooligan "
    "gunman assailant attacker bomber rebel insurgent militant guerrilla separatist extremist "
    "jihadist "
    "terrorist kidnapper hijacker pirate bandit gangster trafficker smuggler looter nationalist "
    "ultranationalist hardliner settler minority majority community clan tribe vigilante outlaw "
    "opponent dissident mercenary".split()
)
#: adjectives and prepositions of people who are somewhere, and of nobody's government
_LOCAL = frozenset("local ethnic young angry masked unarmed displaced other many some few".split())
_WHERE = frozenset("in of from at near behind around on inside outside among within".split())
_ONE = frozenset(["a", "an", "one", "another"])
_SOME = frozenset(["one", "many", "some", "several", "most"])
_NUMBERS = frozenset("number dozen hundred thousand group score handful crowd family".split())
#: types of what people do or suffer by themselves, and of what is done to them one by one
_OWN = frozenset(["PROTEST", "OTHER"])
_SUFFERED = frozenset(["ASSAULT", "COERCE", "AID"])


def are_people(head: Token, people: Token, kind: str, *, doing: bool) -> bool:
    """Say whether a phrase means people, and not the state after which they are called.

    Args:
        head: the phrase's head word.
        people: the word in it that names the people; it may be the head.
        kind: the type of the event to which they are a party.
        doing: whether they do it.
    """
    lemma = head.lemma_.lower()
    known = _people() if doing or kind == "OTHER" else _FACTIONS
    if lemma in known or head.lower_.removesuffix("s") in known:
        return True
    if head.pos_ == "NUM" or (lemma in _NUMBERS and people.i != head.i):
        return True  # "three of the Latvians"
    before = [c for c in head.children if c.i < head.i]
    if people.i != head.i:
        return False
    if any(c.lower_ in _ONE for c in before):
        return True  # "a Latvian, a father of two"
    if people.tag_ not in {"NNS", "NNPS"}:
        return False
    if any(c.dep_ == "nummod" or c.lower_ in _LOCAL for c in before):
        return True
    first = head.left_edge.i  # "three | of the Latvians |", whatever the tree hangs it on
    counting = head.doc[first - 1] if first > head.sent.start else head
    if "of" in prepositions(head) and (counting.pos_ == "NUM" or counting.lower_ in _SOME):
        return True
    behind = (c for c in head.children if c.i > head.i)
    placed = any(
        c.dep_ == "acl:relcl" or (c.dep_ == "nmod" and prepositions(c) & _WHERE) for c in behind
    )
    if placed or kind in _OWN:
        return True
    return not doing and kind in _SUFFERED and not any(c.lower_ == "the" for c in before)


@cache
def _people() -> frozenset[str]:
    counted = {w for _, line in lexicon_lines("counted.txt") for w in line.split()}
    return frozenset((counted - _OF_STATE) | _NO_STATE)
