"""Time expressions of one page, resolved against the day its text was written as far as known."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
from spacy.tokens import Doc, Token

from histor.extract.dates.counted_from import counted_from_dates
from histor.extract.dates.edtf import Extent
from histor.extract.dates.elapsed import with_elapsed
from histor.extract.dates.narrative import Resolved, Stated, resolve_all
from histor.extract.dates.tenses import had_been, is_fixed, tense_at
from histor.extract.dates.time_grammar import find_times
from histor.extract.dates.time_values import resolve
from histor.extract.dates.up_to import is_end, lasts_on
from histor.extract.evidence import span_of
from histor.extract.lexicons import sayings
from histor.extract.tokens import VERBS, text_of
from histor.records import Date, Document, Span, TimeExpression, make_id
from histor.time_forms import Tense, TimeForm

__all__ = [
    "FoundTime",
    "anchor_day",
    "extract_times",
    "redated",
    "resolved",
    "resolved_all",
    "stated",
    "times_in",
]


#: arcs to what modifies a noun, to a clause of its own, and how far up the tree either may be
_OF_A_NOUN = frozenset(["nmod", "amod", "compound"])
_NOUNS = frozenset(["NOUN", "PROPN"])
_CLAUSES = frozenset(["ccomp", "conj", "parataxis", "advcl", "csubj", "xcomp"])
_HEIGHT = 8

#: parts of a day, and how many of things of our time are meant
_OF_DAYS = frozenset("morning afternoon evening night dawn noon midnight start end".split())
_SOME = frozenset("many most some all few none one".split())

#: what a weekday names, and does not date
_NAMED_BY_DAY = frozenset(
    ["mosque", "mosques", "school", "schools", "roast", "magazine", "supplement"]
)


@dataclass(frozen=True, slots=True)
class FoundTime(Stated):
    """An expression with a normal form."""

    form: TimeForm


def anchor_day(document: Document) -> dt.date | None:
    """Return the day the text was written: as judged, else as printed; none if not one day."""
    date = document.dated
    return date.first if date is not None and date.length == 0 else None


def times_in(doc: Doc) -> list[FoundTime]:
    """Return the time expressions of an annotated text in order, resolved against nothing yet."""
    return counted_from_dates(list(_times_in(doc)), text_of(doc))


def _times_in(doc: Doc) -> Iterator[FoundTime]:
    starts = doc.to_array("IDX").tolist()
    for match in find_times(text_of(doc)):
        token = doc[max(0, bisect_right(starts, match.start) - 1)]
        last = doc[max(0, bisect_right(starts, match.end - 1) - 1)]
        if not _false_friend(token, last, match.form):
            # what something lasts since is past, whatever the verb
            tense = "past" if match.form.since else tense_at(_top(token, last))
            if tense is None and match.form.kind == "weekday" and is_fixed(_top(token, last)):
                tense = "future"
            if match.form.weekday is not None and tense == "past" and lasts_on(token, last):
                tense = "future"
            sentence = token.sent.start_char
            form = with_elapsed(match.form, text_of(doc), match.start, match.end)
            if _is_aside(_top(token, last)):
                form = msgspec.structs.replace(form, aside=True)
            if is_end(token):
                form = msgspec.structs.replace(form, until=True)
            if form.year is None and form.month is not None and had_been(_top(token, last)):
                form = msgspec.structs.replace(form, over=True)
            if (form.clock or form.daytime) and _is_said(_top(token, last)):
                form = msgspec.structs.replace(form, said=True)
            yield FoundTime(match.start, match.end, form, tense, sentence)


def extract_times(document: Document, doc: Doc) -> tuple[TimeExpression, ...]:
    """Return the document's time expressions in the order of the text.

    Expects ``document.sentences`` to be set: an expression outside every sentence is not one.
    """
    anchor = anchor_day(document)
    sentence_starts = [start for start, _ in document.sentences]
    found = []
    times = times_in(doc)
    words = [span_of(document, t.start, t.end) for t in times]
    dates = resolved_all(times, words, anchor)
    for time, span, date in zip(times, words, dates, strict=True):
        at = bisect_right(sentence_starts, time.start) - 1
        if at < 0:
            continue
        start, end = document.sentences[at]
        found.append(
            TimeExpression(
                id=make_id("tim", document.id, time.start, time.end),
                document=document.id,
                span=span,
                date=date,
                sentence=span_of(document, start, max(end, time.end)),
                form=time.form,
                tense=time.tense,
            )
        )
    return tuple(found)


def redated(times: Sequence[TimeExpression], anchor: dt.date | None) -> tuple[TimeExpression, ...]:
    """Return a text's expressions with the dates that they have by their forms."""
    dates = resolved_all(stated(times), [t.span for t in times], anchor)
    return tuple(
        msgspec.structs.replace(t, date=date) for t, date in zip(times, dates, strict=True)
    )


def stated(times: Sequence[TimeExpression]) -> list[Stated]:
    """Return what resolving needs of expressions."""
    return [Stated(t.span.start, t.span.end, t.form, t.tense, t.sentence.start) for t in times]


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
    counted = None if form.absolute or anchor is None else anchor.isoformat()
    return _date(extent, form.absolute, (words,), counted)


def resolved_all(
    times: Sequence[Stated], words: Sequence[Span], anchor: dt.date | None
) -> list[Date | None]:
    """Return the dates of a text's expressions, in its order.

    Args:
        times: the expressions.
        words: the span of each; what is counted from another expression cites that one too.
        anchor: the day the text was written, where that is known.
    """
    found = resolve_all(times, anchor)
    return [
        None if r is None else _resolved(t, r, words, found, n, anchor)
        for n, (t, r) in enumerate(zip(times, found, strict=True))
    ]


def _resolved(
    time: Stated,
    meant: Resolved,
    words: Sequence[Span],
    found: Sequence[Resolved | None],
    n: int,
    anchor: dt.date | None,
) -> Date:
    reference = None if meant.reference is None else found[meant.reference]
    if meant.reference is not None and reference is not None:
        spans = (words[n], words[meant.reference])
        return _date(meant.extent, False, spans, reference.extent.edtf)
    stated = time.form is not None and time.form.absolute
    counted = None if stated or anchor is None else anchor.isoformat()
    return _date(meant.extent, stated, (words[n],), counted)


def _date(extent: Extent, stated: bool, words: tuple[Span, ...], anchor: str | None) -> Date:
    return Date(
        edtf=extent.edtf,
        earliest=extent.earliest.isoformat(),
        latest=extent.latest.isoformat(),
        basis="stated" if stated else "resolved",
        evidence=words,
        anchor=anchor,
    )


def _is_aside(token: Token) -> bool:
    """Say whether a time dates a thing that its sentence names: "the truce agreed on Friday"."""
    for _ in range(_HEIGHT):
        relation = token.dep_.partition(":")[0]
        if relation == "acl" or (relation in _OF_A_NOUN and token.head.pos_ in _NOUNS):
            return True
        if token.head is token or relation in _CLAUSES:
            return False
        token = token.head
    return False


def _is_said(token: Token) -> bool:
    """Say whether a time tells when somebody spoke: "said on Friday evening"."""
    verb = token.head
    told = any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)
    return told and verb.pos_ == "VERB" and verb.lemma_.lower() in sayings()


def _top(first: Token, last: Token) -> Token:
    """Return the token that the others of an expression hang on: "night" of "Friday night"."""
    while first.head is not first and first.i < first.head.i <= last.i:
        first = first.head
    return first


def _is_of_our_time(today: Token) -> bool:
    """Say whether "today's" only tells that things are of our time: "many of today's cars"."""
    thing = today.head
    owned = today.dep_ == "nmod:poss" and thing.tag_ == "NNS"
    before = today.doc[max(today.sent.start, today.i - 2) : today.i]
    return owned and len(before) == 2 and before[1].lower_ == "of" and before[0].lower_ in _SOME


def _false_friend(token: Token, last: Token, form: TimeForm) -> bool:
    """Say whether what looks like a month or a feast is a verb or modal, or part of a name."""
    if form.kind in {"holiday", "hijri"}:  # "Christmas Island", "Operation Ramadan"
        following = last.nbor() if last.i + 1 < len(last.doc) else None
        return token.ent_iob_ == "I" or (following is not None and following.ent_iob_ == "I")
    if form.kind == "weekday":  # "the old Friday mosque"
        return last.i + 1 < len(last.doc) and last.nbor().lower_ in _NAMED_BY_DAY
    if token.lower_ == "tomorrow" and token.i == last.i and token.i > 1:
        before, named = token.nbor(-1), token.nbor(-2)  # "the leaders of tomorrow"
        return before.lower_ == "of" and named.pos_ == "NOUN" and named.lower_ not in _OF_DAYS
    if token.lower_ == "today" and _is_of_our_time(token):
        return True
    if form.kind == "season" and form.year is None and form.direction is None:
        return token.pos_ in VERBS
    bare = form.kind == "calendar" and form.day is None and form.year is None
    if not bare or form.month is None:
        return False
    return last.pos_ in VERBS or last.ent_type_ in {"PERSON", "ORG"}
