"""Deeds of which somebody speaks in general, or which nobody suffers: "killing is forbidden"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.annotate.status_words import NOBODY
from histor.extract.passives import ACCUSING
from histor.verb_tags import TENSED

__all__ = ["is_of_nobody", "is_spoken_generally"]

#: what is said of deeds as such
_FORBIDDEN = frozenset("prohibit forbid outlaw".split())
_VERDICTS = frozenset(
    "crime sin violation offence offense duty right mistake wrong illegal unlawful unacceptable "
    "forbidden immoral inhuman".split()
)
_PRESENT = frozenset(["is", "are", "'s", "’s"])
_NEEDED = frozenset("essential necessary important crucial vital needed imperative key".split())
_AVOIDING = frozenset(["avoid", "refrain"])
#: what people suffer, and verbs of what is broken
_SUFFERED = frozenset("die perish starve drown kill injure wound hurt harm violate".split())
_DEPTH = 3
_SHALL = frozenset(["would", "will", "shall", "should", "must", "may"])
_WOULD = frozenset(["would", "'d", "’d"])
_MUST = frozenset(["must", "should", "ought"])


def is_spoken_generally(word: Token, kind: str) -> bool:
    """Say whether a word tells of a deed as such, and that nobody did it."""
    must = any(c.dep_ == "aux" and c.lower_ in _MUST for c in word.lefts)
    if kind == "AGREE" and word.pos_ == "VERB" and must:
        return True  # "the state must allow aid in": who says so demands it
    if kind == "AID" and word.tag_ == "VBG" and _is_charged(word):
        return True  # "detained on suspicion of helping the rebels"
    tests = (
        _is_wished,
        _is_called_needed,
        _is_forbidden,
        _is_judged,
        _is_to_be_avoided,
        _is_ruled_out,
        is_of_nobody,
        _is_of_anybody,
    )
    return any(test(word) for test in tests)


def is_of_nobody(verb: Token) -> bool:
    """Say whether nobody suffers or breaks what a verb tells: "no one was hurt"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _SUFFERED:
        return False
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    return any(_is_nobody(s) for s in subjects)


def _is_nobody(subject: Token) -> bool:
    no_one = subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.lefts)
    return no_one or subject.lower_ in NOBODY


def _is_forbidden(word: Token) -> bool:
    """Say whether a sentence goes on to say that a deed as such is forbidden."""
    for after in word.doc[word.i + 1 : word.sent.end]:
        if after.lemma_.lower() in _FORBIDDEN and after.tag_ == "VBN":
            arcs = {c.dep_ for c in after.children}
            helped = any(c.lower_ in _PRESENT for c in after.children if c.dep_ == "aux:pass")
            subject = any(c.dep_.startswith(("nsubj", "csubj")) for c in after.children)
            return helped and subject and "obl:agent" not in arcs and word.dep_ != "acl:relcl"
        if after.tag_ in TENSED and after.pos_ == "VERB":
            return False
    return False


def _is_judged(word: Token) -> bool:
    """Say whether a deed as such is called a crime or the like: "| killing | them is a crime"."""
    verdict = word.head
    return (
        word.tag_ == "VBG"
        and word.dep_.startswith("csubj")
        and verdict.lemma_.lower() in _VERDICTS
        and _is_so(verdict)
    )


def _is_called_needed(noun: Token) -> bool:
    """Say whether a deed as such is called needed: "the | arrest | of its leaders is essential"."""
    first = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    verdict = first.head
    return (
        noun.pos_ == "NOUN"
        and first.dep_ in {"nsubj", "nsubj:outer"}
        and verdict.lemma_.lower() in _NEEDED
        and _is_so(verdict)
    )


def _is_so(verdict: Token) -> bool:
    return any(c.dep_ == "cop" and c.lower_ in _PRESENT for c in verdict.children)


def _is_to_be_avoided(word: Token) -> bool:
    """Say whether a deed is what somebody shall keep from: "should avoid | harming | anybody"."""
    avoid = word.head
    bare = word.tag_ == "VBG" and avoid.lemma_.lower() in _AVOIDING and avoid.tag_ == "VB"
    return bare and word.dep_ in {"xcomp", "obj", "ccomp", "advcl"}


def _is_of_anybody(verb: Token) -> bool:
    """Say whether those of whom a verb tells would only suffer: "even if | we | all die"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _SUFFERED or verb.dep_ != "advcl":
        return False
    conditional = any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children)
    return conditional and any(
        c.dep_.startswith("nsubj") and c.tag_ == "PRP" for c in verb.children
    )


def _is_wished(word: Token) -> bool:
    """Say whether somebody only says what he would like to see: "I would like to see him go"."""
    if word.tag_ != "VB":
        return False
    for above in word.ancestors:
        if above.lemma_.lower() == "like" and above.pos_ == "VERB":
            return any(c.dep_ == "aux" and c.lower_ in _WOULD for c in above.children)
    return False


def _is_ruled_out(word: Token) -> bool:
    """Say whether neither side shall do it: "neither would strike, nor would they | back | N"."""
    path = [word]
    for above in word.ancestors:
        if len(path) > _DEPTH or path[-1].dep_ in {"advcl", "acl:relcl", "root"}:
            break
        path.append(above)
    for verb in path:
        modal = any(c.dep_ == "aux" and c.lower_ in _SHALL for c in verb.children)
        near = [c for c in verb.children if c.i < verb.i]
        near += [g for c in near if c.dep_.startswith("nsubj") for g in c.children]
        if modal and any(c.lower_ in {"neither", "nor"} for c in near):
            return True
    return False


def _is_charged(word: Token) -> bool:
    """Say whether a deed is what somebody is suspected of or charged with."""
    over = word.head
    return over.lemma_.lower() in ACCUSING | {"suspicion", "charge"}
