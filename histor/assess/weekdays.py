"""Dates whose weekday the calendar does not bear out: "Monday, 4 January 2018" was a Thursday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from histor.assess.ledger import Ground, Ruling, Side
from histor.assess.parts import sentence_at
from histor.records import TimeExpression

__all__ = ["WEEKDAYS", "wrong_weekdays"]

#: as ``datetime.date.weekday`` counts them
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.I)
_YEAR = re.compile(r"\b[12]\d{3}\b")


def wrong_weekdays(times: Iterable[TimeExpression], ground: Ground) -> tuple[Ruling, ...]:
    """Return a contradiction for each full date that names another weekday, by id."""
    return tuple(sorted(_found(times, ground), key=lambda r: r.dispute.id))


def _found(times: Iterable[TimeExpression], ground: Ground) -> Iterator[Ruling]:
    for time in times:
        date, words = time.date, " ".join(time.span.text.split())
        if date is None or date.length or not _YEAR.search(words):
            continue
        named = _NAMED.findall(words)
        if len(named) != 1:
            continue
        told, true = named[0].capitalize(), WEEKDAYS[date.first.weekday()]
        if told == true:
            continue
        document = ground.documents[time.document]
        sentence = sentence_at(document, time.span.start)
        evidence = (time.span, *([sentence] if sentence else []))
        yield ground.ruling(
            "date",
            "slip",
            f"“{words}” in “{document.label}” cannot be: {date.edtf} was a {true}.",
            [Side(words, evidence)],
            kind="contradiction",
        )
