"""Names beside a passive or a deed that name no doer: "seized with his guide A. B."."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.antecedents import case_of

__all__ = ["NO_AGENTS", "has_namesake", "is_no_agent"]

#: prepositions before whom no passive has for its doer
NO_AGENTS = frozenset(
    "against on upon at to with from toward towards including along together besides".split()
)


def is_no_agent(agent: Token) -> bool:
    """Say whether a phrase read as a passive's doer only tells with whom or at what it was."""
    before = agent.nbor(-1) if agent.i > agent.sent.start else agent
    apposed = before.head.i == agent.head.i and before.dep_.startswith("obl")
    company = apposed and not case_of(agent) and case_of(before) in NO_AGENTS
    return case_of(agent) in NO_AGENTS or company


def has_namesake(word: Token, noun: Token) -> bool:
    """Say whether another name stands beside one before a deed: "US Predator attacks"."""
    beside = (*noun.children, *word.children)
    near = (c for c in beside if c.dep_ in {"amod", "compound"} and c.i != word.i)
    return any(c.ent_type_ for c in near)
