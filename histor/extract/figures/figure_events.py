"""Which event of a page each of its figures belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token

from histor.extract.events.event_words import event_words
from histor.extract.figures.answering_counts import last_told
from histor.extract.figures.figures import FoundFigure
from histor.extract.figures.quantity_words import named
from histor.extract.figures.subtotals import begins_with_those
from histor.extract.tokens import text_of
from histor.records import Figure

__all__ = ["answered", "figures_of", "with_answers"]

_TOLLS = frozenset(["killed", "injured", "missing", "displaced"])
_BEFALLEN = _TOLLS | {"detained"}
#: words that an event of another harm seems farther away
_OTHER_HARM = 12
_PROMISED = frozenset(["money", "troops"])
#: which figures an event of a type may carry
_FITTING: dict[str, frozenset[str]] = {
    "ASSAULT": frozenset([*_TOLLS, "detained", "troops"]),
    "COERCE": frozenset(["detained", "displaced"]),
    "AID": _PROMISED,
    "AGREE": _PROMISED,
    "CONCEDE": _PROMISED,
    "SUPPORT": _PROMISED,
    "COOPERATE": _PROMISED,
    "REQUEST": _PROMISED,
    "SANCTION": frozenset(["money", "detained"]),
    "MOBILIZE": frozenset(["troops"]),
    "RETREAT": frozenset(["troops", "detained", "displaced"]),
    "OTHER": frozenset([*_TOLLS, "money"]),
    "PROTEST": frozenset(["injured", "detained", "killed"]),
}
#: events of a thing's loss, which is told in money
_LOSS = frozenset("damage destroy cost loss devastate ravage wreck".split())
#: units of what is no toll, with the types that may carry them; of things, what may destroy them
_UNITS = {
    "demonstrators": frozenset(["PROTEST"]),
    "abducted": frozenset(["COERCE", "ASSAULT"]),
    "cases": frozenset(["OTHER"]),
}
_LOSING = frozenset(["ASSAULT", "OTHER", "PROTEST"])
_LOST_BY = frozenset(["ASSAULT", "PROTEST"])

#: what begins to tell of the earlier event from which that of the sentence is counted: "two weeks
#: after the disaster that cost"
_COUNTED_FROM = re.compile(
    r"\b(?:days?|weeks?|fortnight|months?|years?)\s(?:after|since)\s[^,;:]*\b(?:that|which)\s[^,;:]*\Z"
)
#: words before what all deaths so far sum up to
_SUMMING = re.compile(
    r"\b(?:bring|rais|tak|push|lift)(?:s|e|es|ing)\s(?:the|its|their)\s(?:\w+\s){0,3}?"
    r"(?:toll|number|total|count|tally)(?:\s\w+){0,6}?\sto\s(?:at\sleast\s|more\sthan\s|about\s)?\Z"
)

#: an event's number, the word that names it, and its type
Named = tuple[int, Token, str]


def figures_of(
    doc: Doc, figures: Sequence[FoundFigure], events: Iterable[Named]
) -> dict[int, tuple[Figure, ...]]:
    """Return the figures of each event, by the event's number.

    A figure is that of the nearest event of its sentence that may carry it; a toll else of the
    nearest in the sentence before, of one paragraph.
    """
    by_sentence = _by_sentence(events)
    given: dict[int, list[Figure]] = defaultdict(list)
    for figure, at in figures:
        fitting = _fitting(doc, figure, at, by_sentence)
        if fitting:
            nearest = min(fitting, key=lambda e: (_away(figure, at, e), e[0]))
            given[nearest[0]].append(figure)
    return {n: tuple(found) for n, found in given.items()}


def answered(
    doc: Doc, figures: Sequence[FoundFigure], given: Mapping[int, Sequence[Figure]]
) -> list[tuple[Figure, Figure]]:
    """Return each figure of no event that answers a count told just before, and the count.

    "Five were killed, police said. The opposition puts the toll at 17."
    """
    of_events = {f.span.place for own in given.values() for f in own}
    return [
        (figure, figures[before][0])
        for n, (figure, _) in enumerate(figures)
        if figure.span.place not in of_events and (before := last_told(doc, figures, n)) is not None
    ]


def with_answers(
    given: Mapping[int, Sequence[Figure]], answers: Iterable[tuple[Figure, Figure]]
) -> dict[int, tuple[Figure, ...]]:
    """Return the figures of each event, with those that answer one of them."""
    event_of = {f.span.place: n for n, own in given.items() for f in own}
    more: dict[int, list[Figure]] = {n: list(own) for n, own in given.items()}
    for figure, count in answers:
        event = event_of.get(count.span.place)
        if event is not None and figure.span.place not in event_of:
            event_of[figure.span.place] = event
            more[event].append(figure)
    return {n: tuple(own) for n, own in more.items()}


def _away(figure: Figure, at: int, event: Named) -> int:
    """Return how far an event is from a figure; one that names what befell those counted is nearer.

    "Three died and a dozen were wounded": the dozen are not of those who died.
    """
    own = named(event[1])
    other = own is not None and own != figure.quantity and figure.quantity in _BEFALLEN
    return abs(event[1].i - at) + (_OTHER_HARM if other else 0)


def _by_sentence(events: Iterable[Named]) -> dict[int, list[Named]]:
    found: dict[int, list[Named]] = defaultdict(list)
    for event in events:
        found[event[1].sent.start].append(event)
    return found


def _fitting(
    doc: Doc, figure: Figure, at: int, by_sentence: Mapping[int, Sequence[Named]]
) -> list[Named]:
    sentence = doc[at].sent
    if figure.quantity in _TOLLS and _is_running_total(sentence.text, figure, sentence.start_char):
        return []
    fitting = [e for e in by_sentence.get(sentence.start, ()) if _fits(figure, e)]
    text = text_of(doc)[sentence.start_char : doc[at].idx]
    if (counted := _COUNTED_FROM.search(text)) is not None:
        behind = sentence.start_char + counted.start()
        return [e for e in fitting if e[1].idx > behind]
    if not fitting and figure.quantity in _TOLLS and sentence.start > 0:
        before = doc[sentence.start - 1].sent
        apart = "\n" in text_of(doc)[before.end_char - 1 : sentence.start_char + 1].strip(" ")
        if not apart or begins_with_those(sentence.text):
            fitting = [e for e in by_sentence.get(before.start, ()) if _fits(figure, e)]
    return fitting


def _is_running_total(sentence: str, figure: Figure, start: int) -> bool:
    """Say whether a figure sums up all so far: "a clerk died on Monday, bringing the toll to |5|".

    It is no count of those whom the deed told beside it harmed.
    """
    return _SUMMING.search(sentence[: max(0, figure.span.start - start)]) is not None


def _fits(figure: Figure, event: Named) -> bool:
    _, word, kind = event
    lost = word.lemma_.lower() in _LOSS
    if figure.quantity == "percent":  # votes, or what is lost of something; no share is one of dead
        return lost or (
            kind == "OTHER" and word.lemma_.lower() not in event_words().figures["killed"]
        )
    if figure.quantity == "money" and kind in _LOST_BY:
        return lost
    if figure.quantity == "other":
        return kind in _UNITS.get(figure.unit or "", _LOSING)
    return figure.quantity in _FITTING.get(kind, frozenset())
