"""What each side calls the same deeds: "anti-terrorist measures", "aggression".

A side that names its own deeds softly, in its sources' words, is set beside those who name them
hard, in one story and in sentences that name the doer. Nobody is wrong here: which word a side
chose is what an analyst must know.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from histor.assess.ledger import Ground, Ruling, Side
from histor.assess.parts import sentence_at
from histor.records import Claim, Entity, Span

__all__ = ["namings"]

_SOFT = re.compile(
    r"\b(?:local )?(?:anti|counter)[- ]?terror\w*(?: (?:operation|measure|activit|action)\w*)?"
    r"|\bspecial (?:military )?operations?\b"
    r"|\b(?:peacekeeping|law[- ]enforcement|policing|stabili[sz]ation|clearance|rescue|defensive|"
    r"humanitarian|security|pre-?emptive|preventive) "
    r"(?:operation|measure|action|strike|mission)s?\b"
    r"|\bself-defen[cs]e\b|\bliberation(?: of \w+)?\b",
    re.I,
)
_HARD = re.compile(
    r"\b(?:(?:new|military|armed|unprovoked|large-scale|full-scale) )*(?:aggression|ethnic "
    r"cleansing|genocid\w+|massacres?|occupation|invasion|terrorism|terrorist (?:act|attack)s?|"
    r"war crimes?|acts? of war|piracy|annexation|slaughter|atrocit\w+|blockade|siege)\b",
    re.I,
)
#: what is still ahead is named by nobody
_AHEAD = frozenset(["warn", "predict", "promise", "deny"])
_SHOWN = 4


class _Name(NamedTuple):
    side: str
    speaker: str
    words: Span
    claim: str


def namings(
    claims: Iterable[Claim],
    placed: Iterable[Entity],
    ground: Ground,
    country_of: Callable[[str], str],
) -> tuple[Ruling, ...]:
    """Return what the sides of each story call the deeds of one of them, by id.

    ``placed`` are the entities with the places where they are named; ``country_of`` maps an entity
    to the country it speaks for, or to itself.
    """
    soft: dict[str, list[_Name]] = defaultdict(list)
    told: list[tuple[str, _Name, Span | None, Span]] = []
    for claim in claims:
        if claim.source is None or claim.source.entity is None or claim.act in _AHEAD:
            continue
        document = ground.documents[claim.document]
        if document.story is None:
            continue
        side, speaker = country_of(claim.source.entity), ground.speaker(claim.id) or ""
        for pattern in (_SOFT, _HARD):
            for match in pattern.finditer(claim.content.text):
                start = claim.content.start + match.start()
                span = Span(
                    document=document.id, start=start, end=start + len(match[0]), text=match[0]
                )
                name = _Name(side, speaker, span, claim.id)
                if pattern is _SOFT:
                    soft[document.story].append(name)
                    continue
                sentence = sentence_at(document, start)
                told.append((document.story, name, sentence, claim.source.span))
    named = _Named(placed, {name.words.document for _, name, *_ in told}, country_of)
    hard: dict[str, list[tuple[_Name, frozenset[str]]]] = defaultdict(list)
    for story, name, sentence, source in told:
        sides = named.within(sentence) if sentence is not None else frozenset()
        sides -= named.within(source)  # "the Tarnian army's spokesman"
        hard[story].append((name, sides))
    found = []
    for story, names in soft.items():
        for doer in sorted({n.side for n in names}):
            against = [n for n, sides in hard[story] if n.side != doer and doer in sides]
            if against and doer in ground.entities:
                own = [n for n in names if n.side == doer]
                found.append(_ruling(ground.entities[doer].name, own, against, ground))
    return tuple(sorted(found, key=lambda r: r.dispute.id))


class _Named:
    """Which sides the pages name where."""

    def __init__(
        self, entities: Iterable[Entity], pages: Collection[str], country_of: Callable[[str], str]
    ) -> None:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for entity in entities:
            for mention in entity.mentions:
                if mention.document in pages:
                    found[mention.document].append((mention.start, country_of(entity.id)))
        self._places = {d: sorted(own) for d, own in found.items()}

    def within(self, span: Span) -> frozenset[str]:
        """Return the sides that a span names."""
        own = self._places.get(span.document, [])
        first = bisect_right(own, (span.start, ""))
        last = bisect_right(own, (span.end, ""))
        return frozenset(side for _, side in own[first:last])


def _ruling(doer: str, own: list[_Name], against: list[_Name], ground: Ground) -> Ruling:
    sides: dict[str, list[_Name]] = defaultdict(list)
    for name in (*own, *against):
        sides[name.side].append(name)
    written, told = [], []
    for names in sides.values():
        words = list(dict.fromkeys(" ".join(n.words.text.lower().split()) for n in names))[:_SHOWN]
        written.append(
            Side(
                ", ".join(words),
                tuple(n.words for n in names),
                tuple(dict.fromkeys(n.claim for n in names)),
            )
        )
        told.append(f"{names[0].speaker} says {', '.join(f'“{w}”' for w in words)}")
    summary = f"What {doer} does: {'; '.join(told)}."
    return ground.ruling("naming", "framing", summary, written)
