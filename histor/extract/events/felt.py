"""What people feel over a deed, which tells neither who did it nor whom it befell.

Who is appalled accuses whoever did it: "Norway was outraged by the attack". Whom a deed only moves
has no part in it: "the shelling angered Norway".
"""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.antecedents import antecedent_of, names_party

__all__ = ["felt_by", "moved_by"]

#: verbs of what is felt over a wrong, and over anything
_WRONGED = frozenset(
    "appal appall outrage shock horrify dismay disgust anger infuriate enrage alarm sadden "
    "disappoint sicken".split()
)
_MOVING = _WRONGED | frozenset(
    "upset worry unsettle embarrass irritate frustrate surprise stun terrify frighten please "
    "delight unnerve incense disturb rattle concern divide".split()
)
_ARCS = frozenset(["nsubj", "nsubj:pass"])


def felt_by(verb: Token) -> tuple[Token, ...]:
    """Return who feels what a passive of feeling tells; none of other words."""
    if verb.lemma_.lower() not in _WRONGED or verb.tag_ not in {"VBN", "VBD", "JJ"}:
        return ()
    passive = any(c.dep_ in {"aux:pass", "cop", "nsubj:pass"} for c in verb.children)
    who = (antecedent_of(c) for c in verb.children if c.dep_ in _ARCS)
    return tuple(w for w in who if names_party(w)) if passive else ()


def moved_by(deed: Token) -> set[int]:
    """Return the words that name whom a deed, named by the subject of a verb, moves."""
    verb = deed.head
    if deed.dep_ != "nsubj" or verb.lemma_.lower() not in _MOVING or verb.i < deed.i:
        return set()
    behind = (c for c in verb.children if c.i > verb.i and c.dep_ in {"obj", "nsubj"})
    return {t.i for c in behind for t in (c, *(j for j in c.children if j.dep_ == "conj"))}
