"""Tolls without a number: "no casualties", "everyone is safe", "a clerk died"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.figures.quantities import counts_people
from histor.records import FigureQuantity

__all__ = ["Toll", "tolls_in"]


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, the words that say so, and who, where each is named."""

    number: int
    words: Span
    who: str | None
    quantity: FigureQuantity = "killed"


_NOBODY = re.compile(
    r"\b(?:no|without(?: any)?) (?:\w+ )?(?:casualties|deaths|fatalities|loss of life)\b"
    r"|\b(?:no[- ]one|nobody|none(?! of (?:the|those) (?:killed|hurt|injured|wounded)))\b"
    r"(?:(?!\b(?:claim|that|which|who|for|how|know|say|said|think|sure)\w*\b)[^.;]){0,40}?"
    r"\b(?:killed|died|hurt|injured)\b"
    r"|\b(?:all|every(?:one|body)|(?:whole|entire) \w+|staff|crew|passengers)\b[^.;]{0,60}?"
    r"\b(?:safe|unharmed|unhurt|uninjured)\b",
    re.I,
)
_NO_INJURY = re.compile(r"\b(?:no|without(?: any)?) (?:reported )?injuries\b", re.I)
#: what is hoped, asked or denied is no toll
_UNSURE = re.compile(
    r"\b(?:hop\w+|pray\w*|wish\w*|if|whether|may|might|could|should|would|ensur\w+|until|not|"
    r"keep|make|stay|to be)\b",
    re.I,
)
#: some were, if nobody else was
_BESIDE = re.compile(r"\b(?:else|others?|further|more|additional)\b", re.I)
#: characters before it that may say so
_BEFORE = 40
_FATAL = re.compile(r"kill|die|dying|perish", re.I)
_HURT = re.compile(r"hurt|injur|wound", re.I)
_DYING = frozenset(["die", "perish"])
_TOLD = frozenset(["VBD", "VBZ", "VBG"])
_AGE = re.compile(r"\d+-year-old\Z", re.I)


def tolls_in(sentence: Span) -> Iterator[Toll]:
    """Yield the tolls that a sentence gives without a number: nobody, or one person.

    Expects lemmas, Penn tags and UD relations.
    """
    text = sentence.text
    dead = _NOBODY.search(text)
    match = dead or _NO_INJURY.search(text)
    said = text[max(0, match.start() - _BEFORE) : match.end()] if match else ""
    if match is not None and not (_UNSURE.search(said) or _BESIDE.search(match[0])):
        start = sentence.start_char
        span = sentence.doc.char_span(
            start + match.start(), start + match.end(), alignment_mode="expand"
        )
        if span is not None:
            fatal = dead is not None and _FATAL.search(match.group()) is not None
            yield Toll(0, span, None, "killed" if fatal or not _HURT.search(said) else "injured")
    for token in sentence if _FATAL.search(text) or " dead " in text else ():
        victim = _one_victim(token)
        if victim is not None:
            others = _other_victims(victim)
            last = others[-1] if others else victim
            words = token.doc[min(victim.left_edge.i, token.i) : max(last.i, token.i) + 1]
            *first, end = (_name_of(v) for v in (victim, *others))
            who = f"{', '.join(first)} and {end}" if first else end
            yield Toll(1 + len(others), words, who)


def _one_victim(verb: Token) -> Token | None:
    """Return the noun that says that one person died; none if the verb says no such thing."""
    lemma = verb.lemma_.lower()
    passive = lemma == "kill" and any(c.dep_ == "aux:pass" for c in verb.children)
    dying = lemma in _DYING and verb.pos_ == "VERB"
    # "killing a policeman", "shot dead a teenager"
    shot = lemma == "shoot" and any(c.lower_ == "dead" for c in verb.children)
    active = not passive and verb.tag_ in _TOLD and (lemma == "kill" or shot)
    if not (passive or dying or active) or any(
        c.dep_ == "neg" or c.lower_ == "not" for c in verb.children
    ):
        return None
    for child in verb.children:
        suffers = child.dep_ == "obj" if active else child.dep_.startswith("nsubj")
        misread = child.tag_ == "NNP" and child.text == child.lower_  # no name is in small letters
        if not suffers or not (child.tag_ == "NN" or misread):
            continue
        article = any(c.lower_ in {"a", "an", "another"} for c in child.children if c.dep_ == "det")
        aged = any(_AGE.match(t.text) for t in child.subtree) or "year-old" in _words(child)
        if (article and (names_party(child) or counts_people(child))) or aged:
            return child
    return None


def _other_victims(first: Token) -> list[Token]:
    """Return the nouns of those who died with the first: "a mother and her child"."""
    found = []
    for other in (c for c in first.children if c.dep_ == "conj" and c.tag_ == "NN"):
        one = any(c.lower_ in {"a", "an", "another"} or c.tag_ == "PRP$" for c in other.children)
        if one and (names_party(other) or counts_people(other)):
            found += [other, *_other_victims(other)]
    return found


def _name_of(victim: Token) -> str:
    """Return the victim's noun; all of "15-year-old", where an age stands for one."""
    first = victim.i
    while first > 0 and victim.doc[first - 1].text == "-":
        first -= 2
    return victim.doc[max(first, 0) : victim.i + 1].text


def _words(head: Token) -> str:
    return head.doc[head.left_edge.i : head.i + 1].text
