"""The phrases by which a page names those who take part in an event."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.events.not_by import is_other
from histor.extract.tokens import hyphened
from histor.verb_tags import TENSED

__all__ = [
    "BODIES",
    "PHRASE",
    "apart",
    "once",
    "phrase_of",
    "plan_alone",
    "standing_before",
    "whole_phrase",
    "with_joined",
]

#: what is approved, in which others are named
_PLANS = frozenset("plan concept proposal draft bill motion budget roadmap scheme law".split())
#: nouns of those who are "it", and no person
BODIES = frozenset(
    "agency ministry government army military force group organisation organization party council "
    "commission committee court company police union parliament team network bureau office crowd "
    "mob country nation state republic kingdom bloc alliance coalition federation community tribe "
    "clan minority majority faction movement junta regime leadership command crew firm airline "
    "charity panel board body mission unit squad cabinet navy embassy opposition administration "
    "authority cartel gang militia side".split()
)
PHRASE = frozenset(
    ["amod", "compound", "flat", "nmod:poss", "det", "appos", "nummod", "nmod", "nmod:desc"]
)


def plan_alone(target: Span) -> Span:
    """Return a plan without what it is for: "approved a plan | for the return of N's men"."""
    plan = target.root.lemma_.lower() in _PLANS
    return target.doc[target.start : target.root.i + 1] if plan else target


def standing_before(token: Token, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return phrases cut before the event's own word, which a wrong arc may have put in them."""
    return tuple(
        s.doc[s.start : token.i] if s.start <= s.root.i < token.i < s.end else s for s in spans
    )


def with_joined(spans: Iterable[Span], event: Token) -> tuple[Span, ...]:
    """Return names with those coordinated with them, or tied by a hyphen: "to jail X and Y".

    But for those behind an event's own clause: "the men | who had fled | and A. B.".
    """
    found = {s.root.i: s for s in spans}
    for span in list(found.values()):
        for word in span.root.children:
            named = word.ent_type_ and word.pos_ == span.root.pos_ == "PROPN"
            # "freed | a nurse and two Danes |"
            within = span.start <= word.i < span.end and names_party(word)
            behind = span.root.i < event.i < word.i
            if word.dep_ == "conj" and (named or within) and not (is_other(word) or behind):
                found.setdefault(word.i, phrase_of(word))
        first = hyphened(span.root) if span.root.dep_ == "amod" else None
        if first is not None:  # "US-Israeli strikes"
            found.setdefault(first.i, span.doc[first.i : first.i + 1])
    return tuple(found.values())


def whole_phrase(span: Span) -> Span:
    """Return the phrase of which the reader only found the article, or left out whose it is."""
    root = span.root
    if root.pos_ == "DET" and root.head.i != root.i:
        return phrase_of(root.head)
    last = span.end - (span[-1].lower_ in {"of", "from"})  # "| the president of | Armenia"
    after = root.nbor(1) if root.i + 1 == last < len(root.doc) else None
    if after is not None and after.lower_ in {"of", "from"} and after.head.head.i == root.i:
        return phrase_of(root)  # "lawmakers | from Norway"
    return span


def once(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return one span for each root."""
    return tuple({s.root.i: s for s in spans}.values())


def apart(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans whose head is not the head of one that is taken."""
    heads = {s.root.i for s in taken}
    return tuple(s for s in spans if s.root.i not in heads)


def phrase_of(head: Token) -> Span:
    """Return a head word with what belongs to its name or describes it."""
    # no name governs a verb: "people | attacked a camp", read as one phrase
    kept = [c for c in head.children if c.dep_ in PHRASE and c.tag_ not in TENSED]
    start = min([head.i, *(c.left_edge.i for c in kept)])
    ends = [
        c.right_edge.i
        for c in kept
        if c.dep_ in {"flat", "nmod"} or (c.dep_ == "compound" and c.i > head.i and c.ent_type_)
    ]  # "the lawyer | A. B.", read as a compound
    return head.doc[start : max([head.i, *ends]) + 1]
