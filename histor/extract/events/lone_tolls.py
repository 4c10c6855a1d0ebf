"""Tolls in sentences that name no event: the toll itself tells that people died, or had to flee."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from histor.annotate.status import status_of
from histor.extract.events.event_words import event_words
from histor.extract.events.found_events import Found
from histor.extract.events.proposals import Proposal
from histor.extract.events.same_page import storm_of
from histor.extract.figures.figures import FoundFigure
from histor.extract.figures.quantities import of_the_dead
from histor.extract.names.storms import storms_of
from histor.records import Figure

__all__ = ["disaster_of", "lone_tolls"]

_TOLLS = frozenset(["killed", "injured", "missing", "displaced"])
_KINDS = {"killed": "death", "displaced": "displacement"}
_TOLD = frozenset(["happened", "ongoing"])
#: found bodies and lost lives are a part of some toll more often than all of it
_PARTS = frozenset(["body", "life"])
#: where refugees live is told without anybody's flight
_STATES = frozenset(["refugee"])
#: words for a count that say nothing of what it is of
_COUNTS = frozenset(["toll", "count", "tally"])
#: words between a number and the one that says what it counts
_REACH = 8


def lone_tolls(
    doc: Doc, figures: Sequence[FoundFigure]
) -> Iterator[tuple[Proposal, tuple[Figure, ...]]]:
    """Yield a happening for each sentence whose tolls belong to no event, and those tolls.

    "The hospital counts 14 dead and two missing" is one; that nobody was hurt is none, nor what is
    feared.
    """
    by_sentence: dict[int, list[FoundFigure]] = defaultdict(list)
    for figure, at in figures:
        if figure.quantity in _TOLLS and figure.high != 0 and not of_the_dead(doc[at]):
            by_sentence[doc[at].sent.start].append((figure, at))
    for found in by_sentence.values():
        words = [(word, figure) for figure, at in found if (word := _word(doc[at], figure))]
        if not words:
            continue
        word, first = words[0]
        status = status_of(word, float(word._.factuality))
        if status in _TOLD:
            yield (
                Proposal(
                    trigger=doc[word.i : word.i + 1],
                    type="OTHER",
                    kind=_KINDS.get(first.quantity),
                    doers=(),
                    targets=(),
                    status=status,
                ),
                tuple(figure for figure, _ in found),
            )


def disaster_of(toll: Proposal, groups: Sequence[Sequence[Found]]) -> int | None:
    """Return the number of the one disaster of a page whose toll "the toll" is.

    None where the page tells of several disasters, or of deeds that killed. Where it calls a storm
    by a name, and no other, its tolls are that one's.
    """
    if len(storms_of(toll.word.doc)) == 1:
        return next((n for n, g in enumerate(groups) if any(storm_of(m) for m in g)), None)
    if toll.word.lemma_.lower() not in _COUNTS:
        return None
    if any(m.type == "ASSAULT" for group in groups for m in group):
        return None
    disasters = [n for n, group in enumerate(groups) if any(m.mode == "disaster" for m in group)]
    return disasters[0] if len(disasters) == 1 else None


def _word(number: Token, figure: Figure) -> Token | None:
    """Return the nearest word of a number's sentence that says what it counts."""
    known = event_words().figures.get(figure.quantity, frozenset()) - _PARTS - _STATES
    near = number.doc[
        max(number.sent.start, number.i - _REACH) : min(number.sent.end, number.i + _REACH + 1)
    ]
    telling = [t for t in near if t.lemma_.lower() in known or t.lower_ in known]
    return min(telling, key=lambda t: (abs(t.i - number.i), t.i), default=None)
