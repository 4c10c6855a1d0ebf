"""Where and when a deed was whose sentence does not tell: as the scene that it goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from histor.extract.events.found_events import HARMING, REAL, Found
from histor.extract.events.parties import Parties
from histor.extract.nearby import Nearby
from histor.extract.places.carried_places import goes_on_from
from histor.records import TimeExpression

__all__ = ["with_days", "with_places"]

#: arcs of a sentence's own news
_TELLING_ARCS = frozenset(["root", "ROOT", "ccomp", "conj", "parataxis"])
#: modes of what people saw happen in a place
_SEEN = frozenset(["arrest", "death", "disaster"])


def with_places(found: Sequence[Found], parties: Parties) -> list[Found]:
    """Return the mentions, those told as of the scene of the sentence before with its place."""
    placed = list(found)
    for n, mention in enumerate(found):
        if mention.place is not None or not _of_scene(mention):
            continue
        if parties.names_place(mention.token.sent):
            continue
        before = [
            m
            for m in found[:n]
            if m.place is not None and goes_on_from(mention.token, m.token) and _of_scene(m)
        ]
        places = {m.place for m in before}
        if len(places) == 1 and all(_may_be_there(mention, m) for m in before):
            placed[n] = replace(mention, place=before[0].place)
    return placed


def with_days(found: Sequence[Found], times: Nearby[TimeExpression]) -> list[Found]:
    """Return the mentions, a toll told right after the attack that took it with the attack's day.

    "Gunmen stormed a village on Sunday. One guard was killed, the minister said."
    """
    dated = list(found)
    for n, mention in enumerate(found):
        sentence = mention.token.sent
        if mention.date is not None or not _is_toll(mention):
            continue
        if any(t.date is not None for t in times.starting(sentence.start_char, sentence.end_char)):
            continue
        before = [
            m
            for m in found[:n]
            if m.type == "ASSAULT" and m.mention.status in REAL and m.mention.time is not None
            if m.date is not None and m.date.length == 0 and goes_on_from(mention.token, m.token)
            if mention.place in {None, m.place}
        ]
        if before and len({m.date for m in before}) == 1:
            day, time = before[0].date, before[0].mention.time
            told = msgspec.structs.replace(mention.mention, date=day, time=time)
            dated[n] = replace(mention, date=day, mention=told)
    return dated


def _is_toll(mention: Found) -> bool:
    """Say whether a mention tells in the past whom something killed or hurt."""
    verb = mention.token
    harmed = verb.lemma_.lower() in HARMING or mention.mode == "death"
    past = verb.tag_ in {"VBD", "VBN"} and verb.dep_ in _TELLING_ARCS
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    real = mention.mention.status == "happened" and mention.type in {"ASSAULT", "OTHER"}
    return harmed and real and past and not helpers & {"have", "has", "had"}


def _of_scene(mention: Found) -> bool:
    """Say whether a mention tells of something that people saw happen in a place."""
    told = mention.type in {"ASSAULT", "PROTEST"} or mention.mode in _SEEN
    return told and mention.mention.status in REAL


def _may_be_there(mention: Found, before: Found) -> bool:
    """Say whether day and parties allow a mention to be where one before it was."""
    known = {*before.actors, *before.recipients}
    if mention.date and before.date and not mention.date.overlaps(before.date):
        return False
    return {*mention.actors, *mention.recipients} <= known
