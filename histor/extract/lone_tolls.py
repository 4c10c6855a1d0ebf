"""Tolls in sentences that name no event: the toll itself tells that people died, or had to flee."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from histor.annotate.status import status_of
from histor.extract.event_words import event_words
from histor.extract.figures import FoundFigure
from histor.extract.proposals import Proposal
from histor.extract.quantities import of_the_dead
from histor.records import Figure

__all__ = ["lone_tolls"]

_TOLLS = frozenset(["killed", "injured", "missing", "displaced"])
_KINDS = {"killed": "death", "displaced": "displacement"}
_TOLD = frozenset(["happened", "ongoing"])
#: found bodies and lost lives are a part of some toll more often than all of it
_PARTS = frozenset(["body", "life"])
#: where refugees live is told without anybody's flight
_STATES = frozenset(["refugee"])
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


def _word(number: Token, figure: Figure) -> Token | None:
    """Return the nearest word of a number's sentence that says what it counts."""
    known = event_words().figures.get(figure.quantity, frozenset()) - _PARTS - _STATES
    near = number.doc[
        max(number.sent.start, number.i - _REACH) : min(number.sent.end, number.i + _REACH + 1)
    ]
    telling = [t for t in near if t.lemma_.lower() in known or t.lower_ in known]
    return min(telling, key=lambda t: (abs(t.i - number.i), t.i), default=None)
