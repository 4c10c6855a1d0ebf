"""What people came to harm by, as the words beside it tell: illness, arms, a mishap.

Whom an epidemic has killed no shell has killed, though both are told on one page by one word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

from histor.extract.events.event_words import event_words
from histor.link.accounts import is_harm, lemmas_of
from histor.records import Document, Event

__all__ = ["cause_of", "causes_in"]

#: types of events that bring harm, or are it
_ATTACK, _ARMS, _MISHAP = "ASSAULT", "arms", "mishap"
#: what is a mishap where it names the event: soldiers storm a town as well
_MISHAPS = frozenset(["storm", "accident", "crash", "blizzard"])
_HARMING = frozenset([_ATTACK, "OTHER"])
_WORD = re.compile(r"[^\W\d_][\w-]*")
#: where the ill are, and who they are, whatever they died of: "shells hit the cholera ward"
_TREATED = re.compile(
    r"\b[\w-]+ (?:treatment |isolation )?"
    r"(?:patients?|cent(?:re|er)s?|hospitals?|clinics?|wards?|units?|tents?)\b",
    re.I,
)
_PARAGRAPH = "\n"


def cause_of(document: Document, event: Event) -> str | None:
    """Return what brought harm, if the event's own words or those of its sentence tell one cause.

    A sentence of deaths that tells none has that of the sentence before it in its paragraph.
    """
    if event.type not in _HARMING or not event.real:
        return None
    mention = event.mentions[0]
    own = causes_in(mention.trigger) | _of_mishaps(event)
    if event.type == _ATTACK and own == {_MISHAP}:
        own = {_ARMS}  # "gunmen storm a hall"
    harm = is_harm(mention.trigger)
    if own or not (harm or event.type == _ATTACK):
        return _only(own)
    told = causes_in(mention.span.text)
    if not harm:  # an attack that is told beside an illness is none
        return _ARMS if _ARMS in told else None
    return _only(told or causes_in(_before(document, mention.span.start)))


def _of_mishaps(event: Event) -> set[str]:
    """Return a mishap if an event's words name one: "the storm killed ten"."""
    named = {word.lower() for m in event.mentions for word in m.trigger.split()}
    return set() if named.isdisjoint(_MISHAPS) else {_MISHAP}


def _before(document: Document, start: int) -> str:
    """Return the sentence before one that begins at a place, if it is of the same paragraph."""
    at = bisect_right(document.sentences, start, key=itemgetter(1))
    if not 0 < at < len(document.sentences):
        return ""
    first, last = document.sentences[at - 1]
    between = document.text[last:start]
    return "" if _PARAGRAPH in between else document.text[first:last]


def causes_in(text: str) -> set[str]:
    """Return the causes of harm that a text's words tell, but where the ill are treated."""
    words = _TREATED.sub("", text)
    return {cause for word in _WORD.findall(words) if (cause := _cause(word.lower())) is not None}


def _only(causes: set[str]) -> str | None:
    return next(iter(causes)) if len(causes) == 1 else None


@lru_cache(maxsize=50_000)
def _cause(word: str) -> str | None:
    known = event_words().causes
    return known.get(word) or next((known[w] for w in lemmas_of(word) if w in known), None)
