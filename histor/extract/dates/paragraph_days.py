"""A day that a paragraph tells goes on to what it tells next, until it looks back or moves on.

"On 3 May rebels crossed the river. Villagers fired on them, and two boats sank." News and history
tell an episode once with its day and then in its order (TimeML's narrative containers, Pustejovsky
and Stubbs 2011). What was before, since, often or is only said goes on from nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
from spacy.tokens import Doc, Span, Token

from histor.extract.dates.tenses import is_past
from histor.extract.dates.time_values import DATELESS
from histor.extract.events.found_events import DEEDS, Found
from histor.extract.events.telling_above import told_by
from histor.extract.lexicons import sayings
from histor.extract.tokens import text_of
from histor.records import Claim, Entity, TimeExpression

__all__ = ["with_paragraph_days"]

#: kinds of expressions that tell a day
_OF_DAYS = frozenset(["calendar", "weekday", "day_of_month", "holiday", "unit", "offset"])
#: modes of what has no doer and is seen on one day
_SEEN = frozenset(["death", "disaster"])
#: types of what is done by saying it
_SAID = frozenset(["ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"])
#: arcs within a sentence's own news, and clauses of the same moment
_NEWS = frozenset(["root", "ROOT", "conj", "parataxis", "ccomp", "xcomp"])
_OBJECTS = frozenset(["nsubj", "nsubj:pass", "obj"])
_MOMENT = frozenset(["when", "as", "while", "after", "before"])
#: words of other days or of many, and of what lies behind
_ASIDE = re.compile(
    r"\b(?:since|ago|earlier|previous\w*|last|past|recent\w*|former\w*|ever|never|"
    r"so far|total\w*|altogether|overall|later|eventually|subsequent\w*|afterwards?|meanwhile|"
    r"once|often|usual\w*|always|still|already|now|until|till|another|second|third|fourth|again|"
    r"separate\w*|elsewhere|years?|months?|weeks?|days?|decades?|daily|nightly|weekend|war|next|"
    r"then-\w+|would|used to|every|each time|first time|history|more(?! than)|further|"
    r"additional)\b",
    re.I,
)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_HAVE = frozenset(["has", "have", "had", "'ve", "’ve", "'d", "’d"])
#: arcs from a verb up to its sentence's root
_HEIGHT = 8
_PRONOUNS = frozenset(["he", "she", "they", "it"])
#: days for which a deed is news
_FRESH = 6
#: where what was done long before is told anew
_COURTS = frozenset(
    "trial court jury judge charge hearing verdict prosecutor inquiry inquest anniversary "
    "testimony witness".split()
)
_ARGUMENTS = frozenset(["nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj"])
#: what any two pieces of news may name
_ANYBODY = frozenset(
    "people person police army force government official authority country state president "
    "minister ministry spokesman spokeswoman leader man woman statement report city town area "
    "region year time day part number source".split()
)


@dataclass(frozen=True, slots=True)
class _Day:
    """The day that a sentence tells."""

    time: TimeExpression
    #: who said something then, if nothing else is told
    speaker: Token | None
    #: the type of the deed that a noun names, if it is told of that alone
    type: str | None
    #: where the sentence that tells it begins, and the things it tells of
    start: int
    things: frozenset[str]
    #: whether it is that of the news, told some paragraphs before
    of_news: bool = False


def with_paragraph_days(
    found: Sequence[Found],
    doc: Doc,
    times: Sequence[TimeExpression],
    claims: Mapping[str, Claim],
    entities: Sequence[Entity],
    written: dt.date | None,
) -> list[Found]:
    """Return the mentions, those without a time with that of the telling they go on with.

    Args:
        found: the mentions.
        doc: the annotated text.
        times: its expressions.
        claims: its claims, by their ids.
        entities: whom and what it names.
        written: the day the text was written, where that is known.
    """
    types = {one.token.i: one.type for one in found}
    carried = dict(_carried(doc, times, types, written))
    named = {
        e.id: [m.start for m in e.mentions]
        for e in entities
        if e.kind == "place" and not (e.place and e.place.feature.startswith("PCL"))
    }
    return [
        _dated(one, day, claims, written)
        if (day := carried.get(one.token.sent.start)) is not None and _is_there(one, day, named)
        else one
        for one in found
    ]


def _is_there(one: Found, day: _Day, named: Mapping[str, Sequence[int]]) -> bool:
    """Say whether a mention is of places named since the day was, or of the same things.

    ``named`` has where towns and regions are named.
    """
    start = one.token.sent.start_char
    places = [named[p] for p in (one.place, *one.recipients) if p and p in named]
    known = all(any(day.start <= at < start for at in starts) for starts in places)
    return known or not day.things.isdisjoint(_things(one.token.sent))


def _dated(one: Found, day: _Day, claims: Mapping[str, Claim], written: dt.date | None) -> Found:
    mention = one.mention
    if mention.time is not None or mention.status != "happened":
        return one
    claim = claims.get(mention.claim) if mention.claim is not None else None
    if claim is not None and claim.quoted:
        return one
    deed = one.type in DEEDS or (one.type == "OTHER" and one.mode in _SEEN)
    if day.speaker is not None:
        goes_on = one.type in _SAID and _says_on(one.token, day.speaker)
    elif one.type in _SAID:  # what is said of today's deed is said today
        today = day.time.date is not None and day.time.date.first == written
        goes_on = today and day.type is None and _is_main(one.token)
    else:
        goes_on = deed and day.type in {None, one.type} and _is_of_the_episode(one.token)
    if not goes_on:
        return one
    told = msgspec.structs.replace(mention, date=day.time.date, time=day.time.id)
    return replace(one, date=day.time.date, mention=told)


def _carried(
    doc: Doc, times: Sequence[TimeExpression], types: Mapping[int, str], written: dt.date | None
) -> Iterator[tuple[int, _Day]]:
    """Yield the first words of sentences that tell no day, with the day they go on with."""
    text, day, end, n = text_of(doc), None, 0, 0
    news: _Day | None = None
    opened = False
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if not words:
            continue
        first, last = words[0].idx, words[-1].idx + len(words[-1])
        if "\n" in text[end:first]:
            tied = news is not None and not news.things.isdisjoint(_things(sentence))
            day = news if tied else None
        end = last
        own = []
        while n < len(times) and times[n].span.start < last:
            if times[n].span.start >= first and not _is_of_that_day(times[n]):
                own.append(times[n])
            n += 1
        if own:
            day = _told_in(sentence, own, types)
            if not opened and day is not None and _is_fresh(day, written):
                news = replace(day, of_news=True)
            opened = opened or day is not None
        elif day is not None:
            said = _QUOTED.sub(" ", sentence.text)
            if not _ASIDE.search(said):
                yield sentence.start, day
            elif said.strip() == sentence.text.strip() and not _tells_past(sentence.root):
                day = None  # "The town has been shelled for years."


def _is_fresh(day: _Day, written: dt.date | None) -> bool:
    """Say whether a day of deeds is what a text was written to tell."""
    date = day.time.date
    if day.speaker is not None or day.type is not None or date is None or written is None:
        return False
    return 0 <= (written - date.first).days <= _FRESH and _COURTS.isdisjoint(day.things)


def _things(sentence: Span) -> Iterator[str]:
    """Yield the things and people that a sentence tells of."""
    for word in sentence:
        lemma = word.lemma_.lower()
        if word.pos_ == "NOUN" and word.dep_ in _ARGUMENTS and lemma not in _ANYBODY:
            yield lemma


def _is_of_that_day(time: TimeExpression) -> bool:
    """Say whether an expression leaves the day open or is of the day told: "that evening"."""
    form = time.form
    if form is None or form.kind in DATELESS:
        return True
    return form.narrative and form.direction == "this" and form.unit == "day"


def _told_in(
    sentence: Span, own: Sequence[TimeExpression], types: Mapping[int, str]
) -> _Day | None:
    """Return the day of a sentence's own news, the last if it tells of several."""
    found = None
    start, things = sentence.start_char, frozenset(_things(sentence))
    for time in own:
        span = sentence.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if span is None or not _is_day(time):
            continue
        over = span.root.head
        if span.root.dep_.startswith(("obl", "advmod", "nmod:unmarked")) and over.pos_ == "VERB":
            if _tells_past(over) and _is_news(over):
                speaker = next((c for c in over.children if c.dep_ == "nsubj"), None)
                says = over.lemma_.lower() in sayings()
                if not says or speaker is not None:
                    found = _Day(time, speaker if says else None, None, start, things)
        elif over.i in types and over.pos_ == "NOUN" and len(own) == 1 and _is_topic(over):
            found = _Day(time, None, types[over.i], start, things)
    return found


def _is_topic(noun: Token) -> bool:
    """Say whether a sentence is about a deed: "the latest raid, on Sunday, is disputed"."""
    return noun.dep_ in {"root", "ROOT"} or (
        noun.dep_ in {"nsubj", "nsubj:pass"} and noun.head.dep_ in {"root", "ROOT"}
    )


def _is_day(time: TimeExpression) -> bool:
    """Say whether an expression tells one day that is over."""
    form = time.form
    if form is None or form.kind not in _OF_DAYS or form.since or form.over:
        return False
    if time.tense == "future" or (form.direction == "future" and not form.narrative):
        return False
    if form.kind == "calendar":
        return form.day is not None and (form.to_day, form.to_month, form.to_year) == (None,) * 3
    if form.kind in {"unit", "offset"}:
        return form.unit == "day" and form.count is not None
    return form.to_day is None and form.week is None


def _is_of_the_episode(event: Token) -> bool:
    """Say whether an event is what a sentence tells in the past as its own news."""
    verb = event
    if event.pos_ != "VERB":
        if event.dep_ not in _OBJECTS or told_by(event) is not None:
            return False
        verb = event.head
    while verb.dep_ == "xcomp":
        verb = verb.head
    return _tells_past(verb) and _is_news(verb)


def _tells_past(verb: Token) -> bool:
    """Say whether a clause is told in the simple past: "fired", "was hit", "were calm"."""
    helpers = [c for c in verb.children if c.dep_.partition(":")[0] in {"aux", "cop"}]
    if any(h.lower_ in _HAVE or h.tag_ == "MD" for h in helpers):
        return False
    if verb.dep_ == "conj" and not helpers and verb.tag_ == "VBN":
        return _tells_past(verb.head)
    return any(h.tag_ == "VBD" for h in helpers) or (not helpers and is_past(verb))


def _is_news(verb: Token) -> bool:
    """Say whether no clause of another time stands between a verb and its sentence's root."""
    for _ in range(_HEIGHT):
        if verb.dep_ in {"root", "ROOT"} or verb.head.i == verb.i:
            return True
        if verb.dep_ == "advcl":
            marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
            if not marks & _MOMENT:
                return False
        elif verb.dep_ not in _NEWS:
            return False
        verb = verb.head
        if not _tells_past(verb):
            return False
    return False


def _is_main(verb: Token) -> bool:
    """Say whether a verb is what its sentence tells in the past, first or joined by "and"."""
    if not _tells_past(verb):
        return False
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in {"root", "ROOT"} and _tells_past(verb)


def _says_on(event: Token, speaker: Token) -> bool:
    """Say whether who spoke before says something more: "He demanded a vote"."""
    if not _is_main(event):
        return False
    verb = event
    while verb.dep_ == "conj":
        verb = verb.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    same = subject.pos_ == "PROPN" and subject.lower_ == speaker.lower_
    return subject.lower_ in _PRONOUNS or same
