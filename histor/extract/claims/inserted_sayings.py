"""Who says it between a subject and its verb: "The boats, N said, sank", "…, said N, had left"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.claims.closings import LONGEST, can_speak
from histor.extract.lexicons import sayings
from histor.extract.tokens import FINITE, NAMING, VERBS, without_marks

__all__ = ["with_inserted"]

_SAYING = sayings() | {"complain", "warn", "predict", "allege", "believe", "promise", "argue"}
#: forms of a predicate's first verb, of which plain ones are tagged as base forms at times
_FIRST = FINITE | {"VB"}
#: words of a subject before its speaker, and of whom he told
_SUBJECT, _HEARERS = 30, 6


def with_inserted(found: Sequence[Attribution]) -> list[Attribution]:
    """Give what is said its subject, where the words of saying part it from its verb.

    "Our neighbours, N complained, “burn barns”": the model takes the subject for who speaks, or
    leaves it out.
    """
    return [_inserted(a) for a in found]


def _inserted(found: Attribution) -> Attribution:
    cue = found.cue
    if cue is None or not found.contents or cue.root.lemma_.lower() not in _SAYING:
        return found
    speaker = _before(cue) or _behind(cue)
    if speaker is None:
        return found
    doc, start = cue.doc, cue.sent.start
    subject = doc[start : min(speaker.start, cue.start) - 1]
    end = max(speaker.end, cue.end)
    while end < cue.sent.end and doc[end].text != ",":
        end += 1
    behind = [c for c in found.contents if c.end > end]
    if not behind or not _is_subject(subject) or not _is_predicate(doc, end):
        return found
    if found.source is not None and not _overlap(found.source, doc[start : end + 1]):
        return found
    last = max(behind, key=lambda c: c.end)
    apart = tuple(c for c in behind if c.start >= cue.sent.end and c != last)
    whole = doc[start : without_marks(doc, start, last.end) if not _quotes(last) else last.end]
    return dataclasses.replace(found, source=speaker, contents=(whole, *apart))


def _before(cue: Span) -> Span | None:
    """Return who speaks between a comma and a cue that another comma follows: ", N told M,"."""
    doc, start = cue.doc, cue.start
    while start > cue.sent.start and doc[start - 1].pos_ in NAMING:
        start -= 1
    heard = doc[cue.end : min(cue.end + _HEARERS, cue.sent.end)]
    comma = next((t.i for t in heard if t.text == ","), None)
    if start == cue.start or start == cue.sent.start or doc[start - 1].text != "," or comma is None:
        return None
    told = all(t.pos_ in NAMING or t.ent_type_ for t in doc[cue.end : comma])
    speaker = doc[start : cue.start]
    return speaker if told and _speaks(speaker) else None


def _behind(cue: Span) -> Span | None:
    """Return who speaks behind a cue between two commas: ", said the envoy N,"."""
    doc, end = cue.doc, cue.end
    if cue.start <= cue.sent.start or doc[cue.start - 1].text != ",":
        return None
    while end < cue.sent.end and doc[end].pos_ in NAMING:
        end += 1
    speaker = doc[cue.end : end]
    return speaker if end < cue.sent.end and doc[end].text == "," and _speaks(speaker) else None


def _speaks(speaker: Span) -> bool:
    plain = 0 < len(speaker) <= LONGEST and not speaker[0].tag_.startswith("W")
    return plain and can_speak(speaker)


def _is_subject(words: Span) -> bool:
    """Say whether words before the first comma only name what a verb to come tells of."""
    if not 0 < len(words) <= _SUBJECT or words[0].pos_ not in NAMING - {"ADP"}:
        return False
    if not any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in words) or "," in {
        t.text for t in words
    }:
        return False
    return all(t.dep_.startswith(("acl", "amod")) or _is_helper(t) for t in words if _is_verb(t))


def _is_verb(token: Token) -> bool:
    return token.pos_ in VERBS


def _is_helper(token: Token) -> bool:
    return token.dep_.startswith(("aux", "cop")) and token.head.dep_.startswith("acl")


def _is_predicate(doc: Doc, comma: int) -> bool:
    """Say whether a comma is followed by a verb that lacks a subject: ", “burn barns”"."""
    at, end = comma + 1, doc[comma].sent.end
    while at < end and (doc[at].is_quote or doc[at].pos_ == "ADV"):
        at += 1
    if at >= end or doc[at].tag_ not in _FIRST or doc[at].pos_ not in VERBS:
        return False
    return not any(c.dep_.startswith("nsubj") and c.i > comma for c in doc[at].children)


def _quotes(content: Span) -> bool:
    return any(t.is_quote for t in content[-2:])


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
