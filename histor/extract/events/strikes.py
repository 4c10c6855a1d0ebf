"""Strikes of workers and of bombs told apart: "went on strike", "the strike on the market"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.tokens import prepositions

__all__ = ["strike_type", "struck_work"]

_BOMBING = frozenset("air drone missile rocket artillery military retaliatory deadly".split())
#: what stands before a strike of people who do no harm
_OF_WORK = frozenset(
    "hunger general mass rail train bus port dock wage work labour labor wildcat nationwide "
    "national indefinite day week hour month one-day sit-in sympathy solidarity transport "
    "teacher nurse doctor miner".split()
)
#: what workers and courts do with a strike
_BY_UNIONS = frozenset("call join stage observe suspend end extend".split())
#: and what those do who bomb
_BY_ARMIES = frozenset(["carry", "conduct"])
_GOING = frozenset(["go", "be", "come", "remain", "stay"])


def strike_type(strike: Token) -> str | None:
    """Return the type that the noun "strike" names by the words beside it."""
    if strike.lemma_.lower() != "strike" or strike.pos_ != "NOUN":
        return None
    if _is_on(strike) and strike.head.lemma_.lower() in _GOING:
        return "PROTEST"
    for child in strike.children:
        if child.dep_ in {"compound", "amod"}:
            if child.lemma_.lower() in _BOMBING:
                return "ASSAULT"
            if child.lemma_.lower() in _OF_WORK:
                return "PROTEST"
        if child.dep_ == "nmod" and prepositions(child) & {"on", "against"}:
            return "ASSAULT"
    clauses = [c for c in strike.children if c.dep_ == "acl:relcl"]
    over = [strike.head] if strike.dep_ in {"obj", "nsubj:pass"} else []
    if any(c.dep_ == "xcomp" for v in over for c in v.children):
        over = []  # "called the strike illegal"
    if any(v.lemma_.lower() in _BY_UNIONS for v in (*clauses, *over)):
        return "PROTEST"
    if any(v.lemma_.lower() in _BY_ARMIES for v in (*clauses, *over)):
        return "ASSAULT"
    return None


def struck_work(verb: Token) -> Token | None:
    """Return the noun of "went on strike", of which the verb has the doers; none of others."""
    if verb.lemma_.lower() not in _GOING:
        return None
    return next((c for c in verb.children if c.lemma_ == "strike" and _is_on(c)), None)


def _is_on(strike: Token) -> bool:
    """Say whether somebody is on strike, also where "on" is read as the verb's own."""
    before = strike.doc[max(strike.sent.start, strike.i - 2) : strike.i]
    if len(before) and before[-1].lemma_.lower() not in _OF_WORK:
        before = before[-1:]
    return "on" in prepositions(strike) or any(t.lower_ == "on" for t in before)
