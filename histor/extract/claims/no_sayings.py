"""Cues that tell no saying: "shows signs of strain", "adding to tension"."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party

__all__ = ["says_nothing"]

_AIMING = frozenset(["aim", "seek", "try", "attempt", "intend", "hope"])
_SIGNS = frozenset(["sign", "interest", "restraint", "resilience"])
_CROWDS = frozenset("protest rally demonstration march riot vigil sit-in parade".split())
_MAKING = frozenset("make keep break give repeat honor honour fulfil fulfill win take".split())
_PROMISES = frozenset("promise pledge vow offer threat claim demand".split())
_CAPITAL = "Said"
#: what is called or awaited for a day, and words before a day or place
_SET = frozenset(
    "election vote poll ballot referendum meeting summit session strike rally talk talks protest "
    "march match conference".split()
)
_WHERE = frozenset(["in", "at", "on", "for", "by"])
_NOBODY = frozenset(["nobody", "none"])
_ACCUSING = frozenset(["blame", "accuse"])
#: who lists a place or a body among others says nothing of it
_LISTING = frozenset(["list", "inscribe"])
_REFUSING = frozenset(["refuse", "decline"])
#: who avoids words says none
_CAREFUL = frozenset(["careful", "reluctant", "keen", "eager", "able", "unable"])
_SHUNNING = frozenset(["avoid", "shun", "eschew", "sidestep"])
_UNABLE = frozenset(["unable", "attention"])
#: what one asks to be left out, in the words of translations: "asks that one not give his name"
_NAMELESS = re.compile(
    r"(?:that\s)?(?:one|we|they|you|it|his|her|their)\b[^.]{0,30}\bnot\b[^.]{0,30}"
    r"\b(?:names?|identit(?:y|ies)|named|identified)\b",
    re.I,
)
_COMMENTING = frozenset("say comment answer reply elaborate specify confirm respond".split())


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
        or any(t.lemma_.lower() in _SHUNNING for t in cue)
        or cue[-1].lower_ in _CAREFUL
        or _shows_signs(cue, content)
        or _adds_to(head, content)
        or _aims_to(head)
        or _doubts(head)
        or _is_dread(cue)
        or _is_a_crowd(found, head)
        or _is_what_was_promised(head, content)
        or _is_set_or_awaited(found, head, content)
        or _is_no_ones(found, head, content)
        or _only_refuses(head, content)
        or any(t.lower_ in _UNABLE for t in cue)
        or _is_beside_words(found, head, content)
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


def _is_set_or_awaited(found: Attribution, head: Token, content: Span | None) -> bool:
    """Say whether something is called or awaited for a day: "elections | called for | 4 May"."""
    cue, source = found.cue, found.source
    if cue is None or source is None or content is None or source.end != cue.start:
        return False
    if head.tag_ not in {"VBN", "VBD"} or cue[0].pos_ == "AUX":
        return False
    if head.lemma_.lower() == "call" and source.root.lemma_.lower() in _SET:
        return True
    expected = head.lemma_.lower() == "expect" and cue[-1] == head
    return expected and content[0].lower_ in _WHERE and content.start == cue.end


def _is_no_ones(found: Attribution, head: Token, content: Span | None) -> bool:
    """Say whether nobody is blamed, a thing is only listed, or something merits asking."""
    cue, lemma = found.cue, head.lemma_.lower()
    if cue is None or content is None:
        return False
    if lemma in _ACCUSING and content[0].lower_ in _NOBODY:
        return True
    if lemma in _LISTING and head.tag_ == "VBN" and found.source is None:
        return True  # "two of them were listed as critical"
    if lemma in _LISTING and content.root.tag_ in {"NN", "NNP"}:
        counted = any(c.dep_ == "nummod" for c in content.root.children)
        return content.root.dep_ == "obj" and not counted
    before = head.nbor(-1).lower_ if head.i > head.sent.start else ""
    return lemma in {"ask", "wonder"} and head.tag_ == "VBG" and before == "worth"


def _only_refuses(head: Token, content: Span | None) -> bool:
    """Say whether it is told beside something else that somebody refused: "boys who refused to"."""
    if content is None or head.lemma_.lower() not in _REFUSING or content[0].lower_ != "to":
        return False
    before = [t.tag_ for t in head.doc[max(head.sent.start, head.i - 2) : head.i]]
    return (
        head.dep_.startswith("acl")
        or "WP" in before
        or (head.dep_ == "conj" and head.head.pos_ == "VERB" and head.head.tag_ != "VB")
    )


def _is_beside_words(found: Attribution, head: Token, content: Span | None) -> bool:
    """Say whether a thing is shown or named, or only told that somebody would not speak.

    "Showed the guests photographs", "the raid was known as Night Owl", "asks that one not give his
    name", "an aide declined to comment, according to N".
    """
    cue, lemma = found.cue, head.lemma_.lower()
    if cue is None or content is None:
        return False
    if lemma == "ask":
        return _NAMELESS.match(content.text) is not None
    if lemma == "nickname":
        return found.source is None  # "nicknamed “the Dog”"
    if lemma == "know":
        behind = cue.doc[cue.end : cue.end + 1].text
        named = "as" in {cue[-1].lower_, behind.lower()}
        # "the first time that N is known to have fired" tells that it fired
        first = any(t.dep_ == "acl:relcl" and t.head.lemma_ == "time" for t in cue)
        return found.source is None and (named or first)
    if lemma == "show" and found.source is not None:
        told = any(t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBN" for t in content)
        return names_party(found.source.root) and not told
    if cue[0].lower_ != "according":
        return False
    verb = max(found.contents, key=len).root
    return verb.lemma_.lower() in _REFUSING and any(
        c.dep_ == "xcomp" and c.lemma_.lower() in _COMMENTING for c in verb.children
    )
