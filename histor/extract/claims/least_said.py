"""How few words say something: "the ministry says nine", "confirmed the withdrawal"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.claims.hearers import tells_about
from histor.extract.claims.plain_sayings import NAMINGS
from histor.extract.events.event_words import event_words
from histor.extract.tokens import FINITE

__all__ = ["is_count", "least_words"]

#: verbs of saying whose object is what happened
_OF_EVENTS = frozenset(["confirm", "report", "announce", "acknowledge", "admit", "declare"])
#: what is claimed in words
_TAKEN = frozenset(["responsibility"])
_VOICING = frozenset(["express", "voice"])


def least_words(cue: Span | None, content: Span) -> int:
    """Return the least words of a content without verb: "confirmed its first death" has two."""
    if tells_about(cue, content):
        return 1
    if cue is not None and any(t.lemma_.lower() in NAMINGS for t in cue):
        return 1  # "described it as speculation"
    if content[0].lemma_.lower() in _TAKEN:
        return 1  # "claimed responsibility for the attack"
    if cue is not None and cue[-1].lemma_.lower() == "claim" and _is_deed(content.root):
        return 1  # "claimed both attacks"
    if cue is not None and any(t.lemma_.lower() in _VOICING for t in cue):
        return 1  # "voiced alarm at the arrests"
    known = cue is not None and any(t.lemma_.lower() in _OF_EVENTS for t in cue)
    if known and content[0].pos_ == "DET" and _is_deed(content.root):
        return 1  # "confirmed the withdrawal"
    return 2 if known else 3


def _is_deed(noun: Token) -> bool:
    """Say whether a noun names an event."""
    words, lemma = event_words(), noun.lemma_.lower()
    return "noun" in words.sure.get(lemma, {}) or "ASSAULT" in words.triggers.get(lemma, ())


def is_count(content: Span, cue: Span | None) -> bool:
    """Say whether somebody says a number alone: "the ministry says nine", "saying nine drowned"."""
    if content[0].pos_ == "NUM" and any(t.tag_ in FINITE for t in content):
        return True
    number = all(t.pos_ == "NUM" and not t.ent_type_ for t in content)
    return number and cue is not None and cue[-1].lemma_.lower() == "say"
