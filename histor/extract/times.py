"""Time expressions of one page, resolved against the day its text was written as far as known."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from histor.extract.evidence import span_of
from histor.extract.tenses import tense_at
from histor.extract.time_grammar import find_times
from histor.extract.time_values import resolve
from histor.records import Date, Document, Span, TimeExpression, make_id
from histor.time_forms import Tense, TimeForm

__all__ = ["FoundTime", "anchor_day", "extract_times", "resolved", "times_in"]


@dataclass(frozen=True, slots=True)
class FoundTime:
    """An expression's place in the text in code points, its normal form and its clause's tense."""

    start: int
    end: int
    form: TimeForm
    tense: Tense | None


def anchor_day(document: Document) -> dt.date | None:
    """Return the day the text was written: as judged, else as printed; none if not one day."""
    date = document.written or document.page_date
    return date.first if date is not None and date.length == 0 else None


def times_in(doc: Doc) -> Iterator[FoundTime]:
    """Yield the time expressions of an annotated text in order, resolved against nothing yet."""
    starts = [token.idx for token in doc]
    for match in find_times(doc.text):
        token = doc[max(0, bisect_right(starts, match.start) - 1)]
        last = doc[max(0, bisect_right(starts, match.end - 1) - 1)]
        if not _false_friend(token, last, match.form):
            yield FoundTime(match.start, match.end, match.form, tense_at(token))


def extract_times(document: Document, doc: Doc) -> tuple[TimeExpression, ...]:
    """Return the document's time expressions in the order of the text.

    Expects ``document.sentences`` to be set: an expression outside every sentence is not one.
    """
    anchor = anchor_day(document)
    sentence_starts = [start for start, _ in document.sentences]
    found = []
    for time in times_in(doc):
        at = bisect_right(sentence_starts, time.start) - 1
        if at < 0:
            continue
        start, end = document.sentences[at]
        found.append(
            TimeExpression(
                id=make_id("tim", document.id, time.start, time.end),
                document=document.id,
                span=span_of(document, time.start, time.end),
                date=resolved(
                    time.form, time.tense, anchor, span_of(document, time.start, time.end)
                ),
                sentence=span_of(document, start, max(end, time.end)),
                form=time.form,
                tense=time.tense,
            )
        )
    return tuple(found)


def resolved(
    form: TimeForm, tense: Tense | None, anchor: dt.date | None, words: Span
) -> Date | None:
    """Return the date of an expression counted from a day; none if it has none.

    Args:
        form, tense: what the expression says.
        anchor: the day its text was written, where that is known.
        words: the expression itself.
    """
    extent = resolve(form, anchor, tense)
    if extent is None:
        return None
    stated = form.absolute
    return Date(
        edtf=extent.edtf,
        earliest=extent.earliest.isoformat(),
        latest=extent.latest.isoformat(),
        basis="stated" if stated else "resolved",
        evidence=(words,),
        anchor=None if stated or anchor is None else anchor.isoformat(),
    )


def _false_friend(token: Token, last: Token, form: TimeForm) -> bool:
    """Say whether what looks like a month is a verb or modal, or part of a name."""
    if form.kind == "season" and form.year is None and form.direction is None:
        return token.pos_ in {"VERB", "AUX"}
    bare = form.kind == "calendar" and form.day is None and form.year is None
    if not bare or form.month is None:
        return False
    return last.pos_ in {"AUX", "VERB"} or last.ent_type_ in {"PERSON", "ORG"}
