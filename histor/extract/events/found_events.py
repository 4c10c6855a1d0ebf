"""One mention of an event as it was found, before mentions of the same are joined."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from histor.extract.events.promised import OUTCOMES
from histor.records import Date, EventMention

__all__ = ["DEEDS", "HARMING", "MUTUAL", "REAL", "VERBAL", "Found"]

#: types in which both sides act (PLOVER manual, 2024)
MUTUAL = frozenset(["CONSULT", "COOPERATE", "AGREE"])
#: verbs that tell whom a deed harmed, or drove out
HARMING = OUTCOMES | {"displace"}
REAL = frozenset(["happened", "ongoing"])
#: PLOVER's quad classes of words, not deeds
VERBAL = frozenset([1, 3])
#: types of deeds; words are said again and again
DEEDS = frozenset(["AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"])


@dataclass(frozen=True, slots=True)
class Found:
    """One mention of an event before mentions of the same are joined."""

    token: Token
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: Date | None
    place: str | None
    mention: EventMention
    mode: str | None
    #: base forms of what it is aimed at or about, named or not
    about: frozenset[str]
    #: whether somebody is said to do or to suffer it, by a name or by what he is
    by_whom: bool
    #: whether a side of a fight for power does it: "the rebels"
    by_side: bool
    #: of the parties, those that are people of a name and not its state
    peoples: frozenset[str] = frozenset()
