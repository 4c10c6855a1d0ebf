"""Feelings that are acts: "expressed support for the deal", "voiced opposition to the law"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.figures.quantities import counts_people
from histor.extract.tokens import prepositions, tokens_with

__all__ = ["with_feelings"]

_EXPRESSING = frozenset("express voice declare reiterate reaffirm convey renew".split())
_FEELINGS = frozenset(
    "support backing solidarity loyalty allegiance condemnation opposition praise gratitude".split()
)
_TOWARDS = frozenset(["for", "of", "at", "over", "about", "with", "to", "against"])
_GOVERNED = frozenset(["obj", "obl"])
#: words from the verb to what the feeling is about
_LONGEST = 8


def with_feelings(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, those of feelings with the feeling in their cue."""
    kept = list(found)
    for verb in tokens_with(doc, "POS", ["VERB"]):
        if verb.lemma_.lower() not in _EXPRESSING:
            continue
        read = _read(verb)
        if read is None:
            continue
        cue, content = read
        same = [a for a in kept if a.cue is not None and cue.start <= a.cue.start < cue.end]
        same += [a for a in kept if a.cue is not None and a.cue.start < cue.start < a.cue.end]
        source = next((a.source for a in same if a.source is not None), None) or _subject(verb)
        if source is None:
            continue
        start = min([cue.start, *(a.cue.start for a in same if a.cue is not None)])
        kept = [a for a in kept if a not in same]
        kept.append(Attribution(cue=doc[start : cue.end], source=source, contents=(content,)))
    return kept


def _read(verb: Token) -> tuple[Span, Span] | None:
    """Return the cue with its feeling, and what that is about; none of other verbs."""
    doc = verb.doc
    feeling = next(
        (c for c in verb.children if c.dep_ in _GOVERNED and c.lemma_.lower() in _FEELINGS), None
    )
    if feeling is None or feeling.i < verb.i or any(c.dep_ == "case" for c in feeling.lefts):
        return None
    matter = next(
        (
            c
            for c in (*feeling.children, *verb.children)
            if c.i > feeling.i and c.dep_ in {"nmod", "obl"} and prepositions(c) & _TOWARDS
        ),
        None,
    )
    if matter is None:
        return None
    case = next(c for c in matter.children if c.lower_ in _TOWARDS and c.dep_ == "case")
    first = case.i + 1
    last = matter.right_edge.i + 1
    whole = case.i == feeling.i + 1 and first - verb.i <= _LONGEST and first < last
    return (doc[verb.i : first], doc[first:last]) if whole else None


def _subject(verb: Token) -> Span | None:
    """Return who expresses it: the verb's subject, or that of the verb over its infinitive."""
    for over in (verb, verb.head):
        for child in over.children:
            if child.dep_ == "nsubj" and child.i < verb.i:
                named = names_party(child) or counts_people(child) or child.pos_ == "PRON"
                span = verb.doc[child.left_edge.i : child.right_edge.i + 1]
                return span if named and child.right_edge.i < verb.i else None
        if verb.dep_ not in {"xcomp", "advcl", "conj"}:
            return None
    return None
