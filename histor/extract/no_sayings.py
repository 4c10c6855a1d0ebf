"""Cues that tell no saying: "shows signs of strain", "adding to tension"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.arguments import names_party

__all__ = ["says_nothing"]

_AIMING = frozenset(["aim", "seek", "try", "attempt", "intend", "hope"])
_SIGNS = frozenset(["sign", "interest", "restraint", "resilience"])
_CROWDS = frozenset("protest rally demonstration march riot vigil sit-in parade".split())
_MAKING = frozenset("make keep break give repeat honor honour fulfil fulfill win take".split())
_PROMISES = frozenset("promise pledge vow offer threat claim demand".split())
_CAPITAL = "Said"


def says_nothing(found: Attribution) -> bool:
    """Say whether an attribution's cue is a verb or noun of saying in its other sense."""
    cue = found.cue
    if cue is None:
        return False
    if cue.text.lower() == "by":
        return True
    head = _head(cue)
    content = found.contents[0] if found.contents else None
    return (
        _is_a_name(cue)
        or _shows_signs(cue, content)
        or _adds_to(head, content)
        or _aims_to(head)
        or _doubts(head)
        or _is_dread(cue)
        or _is_a_crowd(found, head)
        or _is_what_was_promised(head, content)
    )


def _head(cue: Span) -> Token:
    return next((t for t in cue if t.pos_ in {"VERB", "NOUN"}), cue.root)


def _is_a_name(cue: Span) -> bool:
    """Say whether "Said" is a part of a name: "in Port Said on Sunday"."""
    if cue.text != _CAPITAL or cue.start == cue.sent.start:
        return False
    before = cue.doc[cue.start - 1]
    return before.text[:1].isupper() and before.i > cue.sent.start


def _shows_signs(cue: Span, content: Span | None) -> bool:
    """Say whether something only shows: "is showing signs of impatience"."""
    if not any(t.lemma_.lower() == "show" for t in cue):
        return False
    signs = [*cue, *(content[:2] if content is not None else ())]
    return any(t.lemma_.lower() in _SIGNS for t in signs)


def _adds_to(head: Token, content: Span | None) -> bool:
    """Say whether something makes more of another: "adding to the tension"."""
    if head.lemma_.lower() != "add" or content is None:
        return False
    behind = head.nbor() if head.i + 1 < len(head.doc) else head
    return behind.lower_ == "to" and behind.i < content.end and content.root.pos_ == "NOUN"


def _aims_to(head: Token) -> bool:
    """Say whether a participle tells what somebody means to do: "aiming to show"."""
    aiming = head.lemma_.lower() in _AIMING and head.tag_ == "VBG"
    return aiming and head.i + 1 < len(head.doc) and head.nbor().lower_ == "to"


def _doubts(head: Token) -> bool:
    """Say whether somebody is questioned, or in passing something is: "questioning his loyalty"."""
    if head.lemma_.lower() != "question" or head.pos_ != "VERB":
        return False
    objects = [c for c in head.children if c.dep_ == "obj"]
    return any(names_party(c) for c in objects) or (bool(objects) and head.tag_ == "VBG")


def _is_dread(cue: Span) -> bool:
    """Say whether "fear of" is what keeps people from something, and nobody's forecast."""
    return cue[0].lower_ == "fear" and cue[0].pos_ in {"NOUN", "PROPN"}


def _is_a_crowd(found: Attribution, head: Token) -> bool:
    """Say whether a crowd's noun is taken for its words: "street protests against his rule"."""
    if head.pos_ == "NOUN" and head.lemma_.lower() in _CROWDS:
        return True
    source = found.source
    backing = found.cue is not None and found.cue.text.lower() == "in support of"
    return backing and source is not None and source.root.lemma_.lower() in _CROWDS


def _is_what_was_promised(head: Token, content: Span | None) -> bool:
    """Say whether a clause only tells of a promise: "a promise he has made three times"."""
    if content is None or head.pos_ != "NOUN" or head.lemma_.lower() not in _PROMISES:
        return False
    clause = next((c for c in head.children if c.dep_ == "acl:relcl"), None)
    told = clause is not None and clause.lemma_.lower() in _MAKING and clause in content
    return told and not any(c.dep_ == "obj" for c in (clause.children if clause else ()))
