"""What weapons do, and what is done with them: "rockets landed near a school", "fired shells at".

A weapon that hits somebody's house is a deed whoever sent it; one shot into the sea is a test.
"""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.names.name_kinds import NAVIES_PREFIXES
from histor.extract.tokens import prepositions

__all__ = ["comes_down", "is_pit", "is_warship", "is_weapon", "weapon_type"]

_WEAPONS = frozenset(
    "rocket missile shell bomb drone mortar munition projectile grenade warhead torpedo uav ied "
    "landmine shrapnel bomblet explosive quadcopter".split()
)
#: what is dug in a mine, and how a phrase tells that something is in or at one
_DUG = frozenset(
    "gold coal copper diamond silver iron zinc lithium cobalt uranium salt tin bauxite ore nickel "
    "manganese platinum ruby jade emerald coltan phosphate quarry artisanal opencast".split()
)
_AT_PIT = frozenset("in into at from near outside inside around of".split())
#: what is thrown at people who have no such weapons
_THROWN = frozenset("stone rock brick bottle firebomb molotov cocktail cobblestone".split())
#: verbs of weapons that come down somewhere
_LANDING = frozenset(
    "land fall slam crash rain plough plow explode detonate tear rip smash pierce burst".split()
)
_HITTING = frozenset("hit strike pound".split())
#: where they come down, of which "into the sea" is no site
_SITES = frozenset("on onto in into near at outside inside beside next through among".split())
_NO_SITES = frozenset(
    "sea ocean water waters gulf bay space orbit desert range river lake sky exercise".split()
)
#: verbs of those who send weapons, and how a phrase tells at whom
_SENDING = frozenset("launch fire lob hurl unleash send shoot throw toss".split())
_AT = frozenset("at against on into onto toward towards across over".split())
#: what tells of a test
_TESTS = frozenset(["test", "test-fire", "ballistic", "hypersonic", "intercontinental"])
_DROPPED = frozenset("bomb munition explosive grenade barrel napalm ordnance".split())
_CROWD_CONTROL = frozenset("gas teargas cannon bullet baton truncheon grenade pellet".split())
#: what is set so burns: "set ablaze", "set on fire", "set fire to"
_ALIGHT = frozenset(["ablaze", "alight", "afire", "aflame"])
#: navies' ships, and what stands before the names of some
_VESSELS = frozenset(
    "ship warship destroyer frigate corvette cruiser carrier submarine gunboat minesweeper "
    "vessel".split()
)
_PREFIXES = NAVIES_PREFIXES | {"KRI"}  # elsewhere KRI may be a region
_ORDERED = frozenset("send dispatch order move deploy divert".split())
#: verbs whose objects tell what they are
_BY_OBJECT = _SENDING | _ORDERED | {"drop"}
#: what spreads by itself
_BURNING = frozenset("fire wildfire blaze flame spark lightning eruption lava".split())
#: words between "set" and "ablaze" or "fire"
_NEAR = 7
#: verbs of turning arms on somebody
_TURNING = frozenset(["deploy", "employ", "unleash", "turn"])
_ARMS = frozenset("weapon helicopter gunship tank artillery gas warplane napalm phosphorus".split())
#: what a crowd is driven off with gas or water for
_DISPERSING = frozenset("disperse push drive clear break force repel stop evict prevent".split())


def is_pit(mine: Token) -> bool:
    """Say whether a mine is one where people dig: "a raid on a gold mine"."""
    if mine.lemma_.lower() != "mine":
        return False
    beside = {c.lemma_.lower() for c in mine.children if c.dep_ in {"compound", "amod"}}
    where = prepositions(mine)
    on = "on" in where and mine.head.pos_ == "NOUN"
    return bool(beside & _DUG or where & _AT_PIT) or on or mine.dep_ == "compound"


def is_weapon(word: Token) -> bool:
    """Say whether a word names what is shot, dropped or laid to do harm."""
    named = {word.lemma_.lower(), word.lower_.removesuffix("s")}  # "Rockets" is read as a name
    return word.pos_ in {"NOUN", "PROPN"} and not named.isdisjoint(_WEAPONS)


def is_warship(name: Token) -> bool:
    """Say whether a name is a navy's ship's: "HMS Tern", "the destroyer X"."""
    return any(
        c.dep_ in {"compound", "flat", "appos", "nmod:desc"}
        and (c.text in _PREFIXES or c.lemma_.lower() in _VESSELS)
        for c in name.children
    )


def weapon_type(verb: Token) -> str | None:
    """Return the type of what a verb says that weapons do, or that is done with them."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return None
    if lemma == "set":
        return "ASSAULT" if _sets_alight(verb) else None
    if lemma == "use":
        return "ASSAULT" if _uses_force(verb) else None
    if lemma in _TURNING and _is_turned_on(verb):
        return "ASSAULT"
    if lemma in _LANDING | _HITTING:
        return "ASSAULT" if comes_down(verb) else None
    if lemma not in _BY_OBJECT:
        return None  # most verbs, of which the rest need not be asked
    objects = _with_joined([c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}])
    if lemma in _ORDERED and any(is_warship(o) for o in objects):
        return "MOBILIZE"
    if lemma == "drop":
        return "ASSAULT" if any(o.lemma_.lower() in _DROPPED for o in objects) else None
    thrown = any(o.lemma_.lower() in _THROWN for o in objects)
    if lemma not in _SENDING or not (thrown or any(is_weapon(o) for o in objects)):
        return None
    aims = [
        c
        for o in (verb, *objects)
        for c in o.children
        if c.dep_ in {"obl", "nmod"} and prepositions(c) & _AT
    ]
    tried = any(t.lemma_.lower() in _TESTS for o in objects for t in (verb, *o.children))
    if any(a.lemma_.lower() in _NO_SITES for a in aims):
        return "MOBILIZE"
    if thrown and not aims:
        many = any(o.tag_ == "NNS" for o in objects)
        return "ASSAULT" if many and any(c.dep_ == "nsubj" for c in verb.children) else None
    if not aims:
        return "MOBILIZE" if tried else None
    return "ASSAULT"


def _uses_force(verb: Token) -> bool:
    """Say whether gas, water or clubs are used on a crowd: "used tear gas against marchers"."""
    objects = _with_joined([c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}])
    names = {o.lemma_.lower() for o in objects}
    against = any(
        c.dep_ in {"obl", "nmod"} and prepositions(c) & {"against", "on"}
        for o in (verb, *objects)
        for c in o.children
    )
    disperse = any(
        c.dep_ in {"advcl", "xcomp"} and c.lemma_.lower() in _DISPERSING for c in verb.children
    )
    if _is_turned_on(verb):
        return True
    return bool(names & _CROWD_CONTROL) and (against or disperse)


def _is_turned_on(verb: Token) -> bool:
    """Say whether arms are used against somebody: "deployed chemical weapons against civilians"."""
    objects = _with_joined([c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}])
    if not any(is_weapon(o) or o.lemma_.lower() in _ARMS for o in objects):
        return False
    return any(
        "against" in prepositions(c)
        for o in (verb, *objects)
        for c in o.children
        if c.dep_ in {"obl", "nmod"}
    )


def comes_down(verb: Token) -> bool:
    """Say whether a verb tells that a weapon comes down on something, or hits it."""
    if verb.lemma_.lower() not in _LANDING | _HITTING:
        return False
    arcs = [c for c in verb.children if c.dep_ in {"nsubj", "nsubj:outer", "nsubj:pass"}]
    if verb.dep_ == "acl:relcl" and any(c.tag_ in {"WDT", "WP"} for c in arcs):
        arcs.append(verb.head)  # "the shells that hit the plant"
    if not any(is_weapon(s) for s in _with_joined(arcs)):
        return False
    if verb.lemma_.lower() in _HITTING:
        struck = [c for c in verb.children if c.dep_ == "obj"]
        return bool(struck) and not any(o.lemma_.lower() in _NO_SITES for o in struck)
    where = [c for c in verb.children if c.dep_ == "obl" and prepositions(c) & _SITES]
    return bool(where) and not any(w.lemma_.lower() in _NO_SITES for w in where)


def _sets_alight(verb: Token) -> bool:
    """Say whether somebody sets something on fire, which "set" alone need not tell."""
    over = [verb.head] if verb.dep_.startswith("acl") else []
    by = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    if any(w.lemma_.lower() in _BURNING for w in (*over, *by)):
        return False
    if any(c.lower_.endswith(("self", "selves")) for c in verb.children):
        return False  # who burns himself attacks nobody
    whole = verb.doc[verb.i + 1 : min(verb.i + 1 + _NEAR, verb.sent.end)]
    if any(t.lower_ in _ALIGHT for t in (*verb.children, *whole)):
        return True
    burns = next((t for t in whole if t.lower_ == "fire"), None)
    if burns is None:
        return False
    before, after = burns.nbor(-1), burns.nbor(1) if burns.i + 1 < len(burns.doc) else None
    onto = before.lower_ == "on" and (after is None or after.pos_ != "NOUN")  # "on fire safety"
    return onto or (before.i == verb.i and after is not None and after.lower_ == "to")


def _with_joined(words: list[Token]) -> list[Token]:
    return [*words, *(c for w in words for c in w.children if c.dep_ == "conj")]
