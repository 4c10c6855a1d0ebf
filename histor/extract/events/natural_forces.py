"""Forces of nature that hit or killed, by the words around a verb: "nine died when a storm hit"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.names.storms import storm_at

__all__ = ["natural_force"]

#: what nature does to a place or to people
_FORCES = frozenset(
    "hit strike shake jolt rock devastate destroy damage batter lash pound ravage flatten level "
    "sweep engulf tear rip slam burst breach wash submerge uproot topple kill injure claim hurt "
    "raze wound bury trap crush swallow cut set bring".split()
)
#: words from a participle to the "by" of it
_FAR = 9
#: how a clause is tied that tells what hit or killed them
_AS = frozenset(["when", "after", "as"])
_NATURE = frozenset(
    "earthquake quake tremor aftershock temblor flood flooding floodwater landslide mudslide "
    "avalanche drought wildfire hurricane cyclone typhoon tornado storm tsunami eruption rain "
    "rainfall downpour wind gale torrent wave heatwave blizzard lightning river water epidemic "
    "dam pandemic outbreak virus disease cholera famine recession blackout outage shortage "
    "inflation hunger crisis heat cold".split()
)
#: words between a force and "which"
_NEAR = 4


def natural_force(verb: Token) -> Token | None:
    """Return the force of nature that a verb says hit or killed; none if it is another's deed."""
    if verb.lemma_.lower() not in _FORCES:
        return None
    causes = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    causes += [
        c
        for c in verb.children
        if c.dep_ == "obl" and any(g.lower_ in {"by", "in"} for g in c.children)
    ]
    if verb.dep_ in {"acl:relcl", "acl"} and verb.tag_ != "VBN":
        causes.append(verb.head)
    own = [c for c in verb.children if c.dep_.startswith("nsubj")]
    if own and own[0].tag_ == "WDT":  # "the quake, which struck on Sunday"
        causes += list(verb.doc[max(verb.sent.start, own[0].i - _NEAR) : own[0].i])
    together = verb.dep_ == "advcl" and verb.tag_ == "VBG"  # "hit the coast, killing nine"
    if (together or (verb.dep_ == "conj" and not own)) and verb.head.i != verb.i:
        above = natural_force(verb.head)  # "killing nine and wounding ten"
        causes += [above] if above is not None else []
        causes += [c for c in verb.head.children if c.dep_ == "nsubj"]
    causes += [
        g
        for c in verb.children
        if c.dep_ == "advcl" and any(m.lower_ in _AS for m in c.children)
        for g in c.children
        if g.dep_ == "nsubj"
    ]  # "nine were killed when a storm hit the coast"
    return next((c for c in causes if _by_nature(c)), None) or _storm_behind(verb)


def _storm_behind(verb: Token) -> Token | None:
    """Return the storm with a name by which a participle was done: "killed in X | by Cyclone N".

    By the words alone: the tree hangs it on the place before it.
    """
    if verb.tag_ != "VBN":
        return None
    end = min(verb.sent.end, verb.i + _FAR)
    by = next((i for i in range(verb.i + 1, end) if verb.doc[i].lower_ == "by"), end)
    near = verb.doc[by + 1 : min(verb.sent.end, by + 1 + _NEAR)]
    return next((t for t in near if storm_at(t) is not None), None) if by < end else None


def _by_nature(cause: Token) -> bool:
    """Say whether a phrase names a force of nature: "a huge flood", "Storm Boris"."""
    lemmas = {cause.lemma_.lower(), cause.lower_.removesuffix("s")}
    if storm_at(cause) is not None:
        return True
    if cause.pos_ == "PROPN":
        lemmas |= {c.lemma_.lower() for c in cause.children if c.dep_ in {"compound", "amod"}}
        lemmas |= {cause.nbor(-1).lower_.removesuffix("s")} if cause.i else set()
    return not lemmas.isdisjoint(_NATURE)
