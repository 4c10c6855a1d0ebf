"""Speech inside what an outlet reports: "According to N, the envoy warned that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.lexicons import acts, is_outlet, sayings
from histor.extract.nearby import Nearby

__all__ = ["nested_attributions"]

_SUBJECT = frozenset(["nsubj", "nsubj:outer"])
_NAMED = frozenset(["PROPN", "DET", "ADJ"])
#: words between "told" and a comma
_HEARERS = 9
_HEARING = frozenset(["DET", "NOUN", "PROPN", "ADJ", "PRON", "ADP"])
_CLAUSE = frozenset(["ccomp", "acl", "xcomp"])


def nested_attributions(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions inside the contents of others that were not read as such.

    Only what an outlet reports is looked into, and only a main clause with a subject, a verb of
    saying and a clause that hangs on it; expects UD trees.
    """
    cues = Nearby((a.cue for a in attributions if a.cue is not None), lambda cue: cue.start)
    passed_on = [inner for found in attributions for inner in _speaker_before(found)]
    return passed_on + [
        inner
        for found in attributions
        if found.source is not None and is_outlet(_after_cue(found))
        for content in found.contents
        if not cues.starting(content.start, content.end)
        for inner in _inner(content)
    ]


def _speaker_before(found: Attribution) -> Iterator[Attribution]:
    """Yield who spoke in "…”, N. N. said, according to an outlet", where the outlet alone was read.

    The verb may have been read as the outlet's cue or as none.
    """
    cue = found.cue
    if cue is None or found.source is None:
        return
    quoted = any(t.is_quote for c in found.contents for t in c)
    if not (quoted or is_outlet(_after_cue(found))):
        return
    doc = cue.doc
    comma = cue.start - 1 if cue[0].lower_ == "according" else cue.end
    if comma < 2 or comma + 1 >= len(doc) or doc[comma].text != ",":
        return
    verb = _verb_before(doc, comma)
    if doc[comma + 1].lower_ != "according" or verb is None:
        return
    start = verb
    while start > doc[comma].sent.start and doc[start - 1].pos_ in _NAMED:
        start -= 1
    speaker = doc[start:verb]
    if not len(speaker) and doc[verb - 1].lower_ in {"he", "she"}:
        start, speaker = verb - 1, doc[verb - 1 : verb]
    said = tuple(doc[c.start : min(c.end, start)] for c in found.contents if c.start < start)
    named = any(t.pos_ in {"PROPN", "PRON"} for t in speaker)
    if named and said:
        yield Attribution(source=speaker, cue=doc[verb : verb + 1], contents=said)


def _verb_before(doc: Doc, comma: int) -> int | None:
    """Return the verb of saying before a comma, with whom it told between: "told the court,"."""
    for at in range(comma - 1, max(0, comma - 1 - _HEARERS), -1):
        if doc[at].lemma_.lower() in sayings() and (at == comma - 1 or doc[at].lemma_ == "tell"):
            return at
        if doc[at].pos_ not in _HEARING:
            return None
    return None


def _after_cue(found: Attribution) -> str:
    """Return the words that name the source, which may follow "according to" instead."""
    cue, source = found.cue, found.source
    if cue is not None and cue.text.lower() == "according to" and cue.end < len(cue.doc):
        return cue.doc[cue.end : min(cue.end + 3, cue.sent.end)].text.split(",")[0]
    return source.text if source is not None else ""


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _inner(content: Span) -> Iterator[Attribution]:
    verb = content.root
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in sayings() | _act_verbs():
        return
    subjects = [c for c in verb.children if c.dep_ in _SUBJECT and c.i < verb.i]
    said = _clause(verb)
    if not subjects or said is None:
        return
    source = _subtree(subjects[0])
    clause = _subtree(said)
    helpers = [c.i for c in verb.children if c.dep_.startswith("aux") and c.i < verb.i]
    cue_end = said.head.i + 1 if said.head.i > verb.i else verb.i + 1
    cue = verb.doc[min([*helpers, verb.i]) : cue_end]
    if all(_inside(part, content) for part in (source, clause, cue)) and cue.end <= clause.start:
        yield Attribution(source=source, cue=cue, contents=(clause,))


def _clause(verb: Token) -> Token | None:
    """Return the head of the clause that hangs on the verb, or on its object ("a warning that")."""
    nouns = [c for c in verb.children if c.dep_ == "obj" and (c.lemma_.lower(),) in acts()]
    for head in (verb, *nouns):
        for child in head.children:
            if child.dep_ in _CLAUSE and child.i > head.i:
                return child
    return None


def _act_verbs() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in acts() if len(phrase) == 1)


def _subtree(token: Token) -> Span:
    return token.doc[token.left_edge.i : token.right_edge.i + 1]
