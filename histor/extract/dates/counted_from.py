"""What expressions are counted from that the words behind them tell: "two days after the vote".

That is a date among those words ("a week before Friday's vote"), or a deed that another sentence
dates ("on the eve of the march"). Where neither is known and the clause has a day of its own, the
deed is dated from that: "left on Monday, two days after soldiers fired" has them fire on Saturday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec
from spacy.tokens import Doc, Token

from histor.extract.dates.event_dates import EventDates
from histor.extract.dates.going_with import going_with
from histor.extract.dates.stated import Stated
from histor.extract.dates.time_values import DATELESS
from histor.extract.dates.told_from import told_from
from histor.extract.events.event_words import event_words
from histor.records import TimeExpression
from histor.time_forms import TimeForm

__all__ = ["counted_from_dates", "counted_from_deeds"]

_HOURS = frozenset(["hour", "minute"])
_MORNING = frozenset("early dawn morning overnight midnight daybreak".split())
#: words from "early" to the day
_NEAR = 4
T = TypeVar("T", bound=Stated)

#: what may stand between an expression and the date it is counted from
_BETWEEN = re.compile(
    r"\s(?:before|after|prior\sto|following|ahead\sof|of)\s"
    r"(?:(?!\s(?:that|which|who|whose)\s)(?:[^,;:.!?]|\.(?=\S))){0,80}"
    r"(?:,\s(?:which\s(?:is|was)\s)?(?:set|due|planned|scheduled|expected|called|held)\s(?:for|on|in)\s(?:the\s)?)?"
)


def counted_from_dates(times: Sequence[T], text: str) -> list[T]:
    """Return the expressions, those counted from a date behind them with the way to it."""
    return [_with_date(n, time, times, text) for n, time in enumerate(times)]


def _with_date(n: int, time: T, times: Sequence[T], text: str) -> T:
    if time.form is None or not time.form.ahead:
        return time
    for k in range(n + 1, len(times)):
        form = times[k].form
        if form is None or form.kind in DATELESS:
            continue
        told = not form.narrative and not form.since
        if told and _BETWEEN.fullmatch(text, time.end, times[k].start):
            return replace(time, form=msgspec.structs.replace(time.form, counted=k - n))
        break
    return time


def counted_from_deeds(
    doc: Doc, times: Sequence[TimeExpression], deeds: Sequence[Token]
) -> tuple[tuple[TimeExpression, ...], dict[int, str | None]]:
    """Return the expressions, and which dates the deeds that others are counted from, by its id.

    Those deeds are told by the number of their word.

    Args:
        doc: the annotated text.
        times: its expressions, which need not be dated anew yet.
        deeds: the words that name events.
    """
    open_ones = [(n, time) for n, time in enumerate(times) if _is_open(time.form)]
    if not open_ones:
        return tuple(times), {}
    plain = [time for time in times if not _is_open(time.form)]
    dates = EventDates(plain)
    number = {time.id: n for n, time in enumerate(times)}
    changed = list(times)
    given: dict[int, TimeExpression | None] = {}
    for n, time in open_ones:
        span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        bearer, what = told_from(span) if span is not None else (None, None)
        if what is None or time.form is None:
            continue
        what = _deed_of(what, deeds)
        known = _day_of(what, time.span.end, deeds, dates)
        given[what.i] = known
        if known is not None:
            form = msgspec.structs.replace(time.form, counted=number[known.id] - n)
        elif any(deed.i == what.i for deed in deeds) and time.form.direction != "this":
            own = None
            if bearer is not None:
                own = _apposed(bearer, plain) or dates.of(bearer, *_subjects(bearer))
            if own is None or own.span.start > time.span.start:
                continue
            after = time.form.direction != "past"
            if after and time.form.unit in _HOURS and _is_early(own, doc):
                continue  # "early on Friday, hours after soldiers fired", perhaps on Thursday
            form = _turned(time.form, number[own.id] - n)
            given[what.i] = time
            given |= {deed.i: time for deed in going_with(what, deeds, times)}
        else:
            continue
        dates = EventDates(plain, given)
        changed[n] = msgspec.structs.replace(time, form=form)
    return tuple(changed), {w: None if t is None else t.id for w, t in given.items()}


def _deed_of(what: Token, deeds: Sequence[Token]) -> Token:
    """Return the deed that a clause tells: itself, or "storm" of "after a storm burst two dams".

    So it is with "was hit by shelling".
    """
    if what.pos_ != "VERB" or any(deed.i == what.i for deed in deeds):
        return what
    doing = (c.i for c in what.children if c.dep_ in {"nsubj", "obl:agent"} and c.pos_ == "NOUN")
    numbers = {*doing}
    return next((deed for deed in deeds if deed.i in numbers), what)


def _subjects(bearer: Token) -> list[Token]:
    """Return what a verb is told of: in "Sunday's blast came two days after" that has the day."""
    verb = bearer if bearer.pos_ == "VERB" else bearer.head
    return [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]


def _is_early(time: TimeExpression, doc: Doc) -> bool:
    """Say whether a time is of a night or a morning: "early on Friday", "before dawn on Friday"."""
    if time.form is not None and time.form.daytime in _MORNING:
        return True
    span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if span is None:
        return False
    near = doc[max(span.sent.start, span.start - _NEAR) : span.end]
    return any(t.lower_ in _MORNING for t in near)


def _apposed(bearer: Token, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the day to which an expression is joined: "sacked on Tuesday, a | day | after"."""
    day = bearer.head
    return next((t for t in times if t.span.start <= day.idx < t.span.end), None)


def _is_open(form: TimeForm | None) -> bool:
    return form is not None and form.ahead and form.counted is None


def _turned(form: TimeForm, counted: int) -> TimeForm:
    direction = "past" if form.direction == "future" else "future"
    return msgspec.structs.replace(form, direction=direction, counted=counted)


def _met(what: Token, deeds: Sequence[Token]) -> list[Token]:
    """Return the meeting of the sentence before that "the meeting" is, whatever it is called.

    "The talks open in Lima on 18 May. On the eve of the meeting Peru shut its ports."
    """
    known = any(c.lower_ in {"the", "that", "this"} for c in what.children)
    if not known or "CONSULT" not in event_words().triggers.get(what.lemma_.lower(), ()):
        return []
    return [
        deed
        for deed in deeds
        if deed.sent.end == what.sent.start
        and deed.pos_ == "NOUN"
        and "CONSULT" in event_words().triggers.get(deed.lemma_.lower(), ())
    ]


def _day_of(
    what: Token, behind: int, deeds: Sequence[Token], dates: EventDates
) -> TimeExpression | None:
    """Return what dates a deed in the words behind, or other tellings of it that agree.

    Those before it count, where there are any.
    """
    sense = event_words().sense(what.lemma_.lower())
    own = dates.of(what) if any(deed.i == what.i for deed in deeds) else None
    if own is not None and own.span.start >= behind:
        return own
    others = [d for d in deeds if d.sent != what.sent]  # "two days after the quake, a new tremor"
    others = [d for d in others if event_words().sense(d.lemma_.lower()) == sense]
    others = _met(what, deeds) or others
    dated = [(deed.i, time) for deed in others if (time := dates.of(deed)) is not None]
    before = [time for at, time in dated if at < what.i]
    found = before or [time for _, time in dated]
    if what.pos_ == "VERB" or len({(t.form, t.date and t.date.edtf) for t in found}) != 1:
        return None
    return found[0]
