"""Who claims a deed for himself: "X claimed responsibility for the attack", "X was behind it"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.tokens import NEGATIONS, prepositions

__all__ = ["AT_FAULT", "CLAIMING", "claimants_of", "who_claims"]

#: verbs of what somebody says that he did
CLAIMING = frozenset("claim take accept assume admit acknowledge".split())
#: words between "for" and the deed, and between "claimed" and "responsibility"
_NEAR, _BETWEEN = 7, 3
#: what somebody is said to be who did it
AT_FAULT = frozenset(["blame", "responsible", "accountable"])
_NOBODY = frozenset("no none nobody neither".split())


def claimants_of(deed: Token) -> list[Token]:
    """Return the heads of whom a deed is claimed by, or who is said to be behind it."""
    while deed.dep_ == "conj" and deed.head.pos_ == "NOUN":
        deed = deed.head  # "the blast and the | shooting"
    if "behind" in prepositions(deed):
        whose = deed if any(c.dep_ == "cop" for c in deed.children) else deed.head
        return who_claims(whose) if whose.lemma_ in {"be", deed.lemma_} else []
    if deed.head.lemma_.lower() in AT_FAULT and "for" in prepositions(deed):
        fault = deed.head  # "X was to blame for the attack"
        return who_claims(fault) if any(c.dep_ == "cop" for c in fault.children) else []
    verb = _claim_over(deed)
    if verb is None or any(c.lower_ in NEGATIONS for c in verb.children):
        return []
    if any(c.dep_ == "nsubj:pass" for c in verb.children):
        by = {"obl", "obl:agent"}
        return [c for c in verb.children if c.dep_ in by and "by" in prepositions(c)]
    return who_claims(verb)


def _claim_over(deed: Token) -> Token | None:
    """Return the verb that claims a deed: "claimed it", "claimed responsibility for it".

    The words tell the second, since trees hang it on whatever stands near.
    """
    over = deed.head
    if over.lemma_.lower() == "claim" and deed.dep_ in {"obj", "nsubj:pass"}:
        return over
    start = max(deed.sent.start, deed.i - _NEAR)
    at = next((i for i in range(deed.i - 1, start, -1) if deed.doc[i].lower_ == "for"), start)
    if at == start or deed.doc[at - 1].lower_ != "responsibility":
        return None
    taken = deed.doc[at - 1]
    if taken.dep_ == "nsubj:pass":
        return taken.head if taken.head.lemma_.lower() in CLAIMING else None
    before = (deed.doc[i] for i in range(at - 2, max(-1, at - 2 - _BETWEEN), -1))
    return next((t for t in before if t.lemma_.lower() in CLAIMING), None)


def who_claims(verb: Token) -> list[Token]:
    """Return the subjects of a verb, or of that which it is joined to; none for "no group"."""
    while verb.dep_ == "conj" and not any(c.dep_.startswith("nsubj") for c in verb.children):
        verb = verb.head
    if any(c.lower_ in NEGATIONS for c in verb.children):
        return []
    found = [c for c in verb.children if c.dep_.startswith("nsubj")]
    if not found:
        before = verb.doc[verb.sent.start : verb.i]
        found = [t for t in before if t.dep_.startswith("nsubj")][-1:]
    over = verb.head if verb.dep_ == "acl:relcl" else None
    found = [over if over is not None and s.tag_ in {"WDT", "WP"} else s for s in found]
    named = (s for s in found if s.lower_ not in _NOBODY)
    return [s for s in named if not any(c.lower_ in _NOBODY for c in s.children)]
