"""Events as single pages tell them, as columns of numbers, so that many pairs are compared at once.

An account made ready for comparison as an object takes some twenty kilobytes, and is asked for
again and again by accounts of other pages. As numbers it takes a few hundred bytes, so that all of
them stay at hand and thousands of pairs are compared in one step.
"""

from __future__ import annotations

import re
from array import array
from calendar import month_abbr
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, overload

import lemminflect
import numpy as np
from numpy.typing import NDArray

from histor.extract.events.event_words import event_words
from histor.extract.figures.numbers import amounts
from histor.extract.names.storms import called_storms
from histor.link.bags import Bags, lengths
from histor.link.former_and_total import (
    FIRST,
    FORMER,
    had_been,
    is_called,
    is_counted_from,
    is_total,
)
from histor.link.rows import Floats, Ints, Numbering, Rows
from histor.link.several import several_unnamed
from histor.link.vectors import STEM, News, stems
from histor.link.word_senses import word_senses
from histor.records import Date, Event
from histor.sentence_ends import is_closed
from histor.shelf import Shelf

__all__ = [
    "HARM",
    "LEAD",
    "PRECISE",
    "Accounts",
    "column",
    "is_another",
    "is_harm",
    "lemmas_of",
    "number_told",
    "sense_of",
]

#: letters of a word that mark it whatever its ending
_STEM = 5
#: days of an interval that still says when something was
PRECISE = 4
_PARTICLES = frozenset("a an the of to in on at up out off down over for with by back away".split())
#: stems of words that only say that people came to harm
HARM = frozenset(
    ["kill", "kille", "killi", "injur", "wound", "hurt", "die", "died", "death", "dead"]
)
#: stems of words that tell of a deed what any report of any such deed has
VAGUE = HARM | frozenset(
    word[:_STEM]
    for word in (
        "fire", "fired", "firing", "burn", "burned", "burnt", "blaze", "set", "shoot", "shot",
        "shooting", "hit", "strike", "struck", "attack", "shell", "shelling", "gunfire", "fight",
        "fought", "clash", "flee", "fled", "fleeing", "displace", "evacuate", "leave", "left",
        "destroy", "damage", "land", "fall", "fell", "beat", "murder", "target", "hurt", "harm",
        "explode", "explosion", "bomb", "erupt", "break",
    )
)  # fmt: skip
#: what stands before a noun that was told of before, or is known to all
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|their|his|her)|['’]s)\s+(?:\w+\s+)?\Z", re.I
)
#: stems of words for a war, and for one deed of it
_WARS = frozenset(word[:_STEM] for word in ("war", "conflict"))
_STROKES = frozenset(
    word[:_STEM]
    for word in (
        "bomb", "bombing", "blast", "explosion", "shoot", "shooting", "kill", "killing", "raid",
        "ambush", "murder", "assassinate", "stab", "strike", "airstrike", "execute", "massacre",
    )
)  # fmt: skip
#: stems of words by which somebody binds himself to something of his own
_PROMISES = frozenset(word[:_STEM] for word in ("promise", "pledge", "vow"))
#: types of events that put limits on others, and stems of words by which all kinds of things are
_LIMITING = frozenset(["COERCE", "SANCTION"])
_LIMITS = frozenset(
    word[:_STEM]
    for word in ("suspend", "suspension", "ban", "bar", "freeze", "frozen", "halt", "cut")
)
#: words that tell of no matter
_SMALL = frozenset(
    "a an the of to in on at by for from with as and or but that this it its he his she her they "
    "their them is are was were be been has have had not no also who which will would could".split()
)
#: quantities of people whom something befell
_PEOPLE = frozenset(["killed", "injured", "missing", "displaced", "detained"])
#: attacks whose weapon says what was done, whatever the word
_ATTACK, _STRIKES = "ASSAULT", frozenset(["aerial", "drone", "heavy-weapons", "explosives"])
#: sentences below a heading that tell what it tells
LEAD = 2
#: words on either side of an event's own
_NEAR = 5
#: words before an event's own among which its number stands, and from which numbers are all one
_NUMBER_NEAR, _MOST = 4, 10**9
_YEAR = re.compile(r"(?:19|20)\d\d")
#: what says that an event is not the one told before
_ANOTHER = frozenset("another second third fourth fifth similar separate further fresh".split())
#: the same behind it: "met in Lima for a second time"
_ONCE_MORE = re.compile(
    r"(?:\W+\w+){0,6}?\W+for (?:a|the) (?:second|third|fourth|fifth) time\b", re.I
)
#: accounts whose vectors are measured together
_AT_ONCE = 20_000
_NONE = -1
#: what marks a date as approximate
_ABOUT = "~"


class Accounts:
    """The accounts of a case's events: their numbers are in order of their days and ids.

    The columns below are in order of the pages; ``order[n]`` is the place of account ``n`` in them.
    """

    def __init__(
        self,
        events: Iterable[tuple[Event, Date | None, str]],
        news: News,
        landmarks: Mapping[str, int] | None = None,
    ) -> None:
        """Take events of single pages, page by page, when they were, and what orders them.

        Args:
            events: as above.
            news: the pages' words.
            landmarks: of an event that is a disaster by which the heap counts, its day; by id.
        """
        self._landmarks = {} if landmarks is None else landmarks
        self._news, self._texts = news, news.texts
        self.ids = news.ids
        self.events: Shelf[Event] = Shelf(Event)
        #: the page, and where its sentence begins
        self.pages, self.sentences = array("i"), array("i")
        #: which sentence of its page that is: 0 a heading, 1 what comes first without one
        self.told_at = array("i")
        #: type, and type with mode where PLOVER has none; 0 for no type
        self.types, self.kinds = array("i"), array("i")
        self.quads, self.places = array("b"), array("i")
        #: first and last day, where the event has a date
        self.firsts, self.lasts = array("i"), array("i")
        #: whether its date is a day that is not known more nearly: "two weeks ago"
        self.abouts = bytearray()
        #: its first word, and that word in the plural
        self.triggers, self.plurals = array("i"), array("i")
        #: how rare its word is among the case's pages
        self.rarity = array("d")
        #: how many of them it says there were: "two strikes"; 0 where it gives no number
        self.numbers = array("i")
        #: whether it tells no more than that people came to harm
        self.harm = bytearray()
        #: whether its word is one that any report of any such deed has, and no "the blast"
        self.vague = bytearray()
        #: how many it befell, by the greatest number that it gives; 0 where it gives none
        self.befell = array("d")
        #: whether it tells of a war, and of one deed of a war
        self.wars = bytearray()
        self.strokes = bytearray()
        self.promises = bytearray()
        self.limits = bytearray()
        #: whether it gives none as the number of those whom it befell
        self.spared = bytearray()
        #: whether somebody denies it
        self.denied = bytearray()
        #: whether that is all, or others tell it
        self.gainsaid = bytearray()
        #: whether it is told as another than those before: "a second strike"
        self.others = bytearray()
        #: whether one of its words tells it so, or whom "a second attack" harmed
        self.again = bytearray()
        #: whether it is told as one before that of now, or as the first: "the earlier truce"
        self.formers, self.earliest = bytearray(), bytearray()
        #: what had been already when what its page tells came
        self.already = bytearray()
        #: whether it is what its sentence counts from: "weeks after the quake that killed 90"
        self.asides = bytearray()
        #: whether those whom it befell are counted over a time: "killed since May"
        self.totals = bytearray()
        #: the day of the disaster by which the heap counts that it is, else -1
        self.landmarks = array("i")
        #: the word for several who do it and have no name: "rights groups"; -1 for none
        self.unnamed = array("i")
        #: numbers that equal sides share
        self.doers, self.befallen = array("q"), array("q")
        #: numbers of entities: who did it, whom it befell, and both
        self.actors, self.recipients, self.parties = Rows(), Rows(), Rows()
        #: its own words: stems, groups of like words, base forms
        self.stems, self.senses, self.lemmas = Rows(), Rows(), Rows()
        self.figures = Rows()
        #: whom they count: guards that were wounded, gunmen that were killed
        self.counted = Rows()
        #: which of ``meant`` its words are: those that the table of meanings has
        self.meanings = array("i")
        self.meant: list[tuple[str, ...]] = []
        self._meant: dict[tuple[str, ...], int] = {}
        #: the sentence's words, and which of them are the event's own
        self.words, self._own = Bags(news), bytearray()
        #: the stems of the sentence's words
        self.all_stems = Rows()
        #: the words around its own
        self.around = Bags(news)
        #: the stems of those that are no names: of what is refused or asked for, where it is
        self.matters = Rows()
        #: the same without small words
        self.things = Rows()
        self.entities = Numbering()
        #: entities that are the event's place are numbered with the parties
        self._names = Numbering()  # types, kinds, words, figures
        self._stems = Numbering()
        self._known = len(self._texts.numbering)
        self._stem_of = array("i", [_NONE]) * self._known
        keys: list[tuple[str, str]] = []
        for event, date, key in events:
            self.events.append(event)
            keys.append((key, event.id))
            self._add(event, date)
        order = sorted(range(len(keys)), key=keys.__getitem__)
        # what nothing asks for once all are read
        del keys, self._stems, self._stem_of, self._meant
        self.events.arrange(order)
        self.order: Ints = np.array(order, np.int64)
        self._measure()

    def __len__(self) -> int:
        return len(self.events)

    def document(self, at: int) -> str:
        """Return the id of an account's page."""
        return self.ids[self.pages[int(self.order[at])]]

    def type_number(self, kind: str) -> int:
        """Return the number of a type of events in ``types``; -1 if no account is of it."""
        return self._number_of(f"type {kind}")

    def kind_number(self, kind: str) -> int:
        """Return the number of a kind of events in ``kinds``; -1 if no account is of it."""
        return self._number_of(f"kind {kind}")

    def _number_of(self, name: str) -> int:
        known = self._names.known(name)
        return known + 1 if known is not None else _NONE

    @property
    def count_of_words(self) -> int:
        """How many words the sentences' words are numbered of."""
        return self._known

    # --- reading an event -------------------------------------------------------------------------

    def _add(self, event: Event, date: Date | None) -> None:
        mention = event.mentions[0]
        name, number, stem = self._names.of, self.entities.of, self._stems.of
        page = self._texts.numbers[mention.span.document]
        self.pages.append(page)
        self.sentences.append(mention.span.start)
        told_at = self._texts.place_of(page, mention.span.start)
        self.told_at.append(told_at or int(is_closed(mention.span.text)))
        self.types.append(name(f"type {event.type}") + 1 if event.type else 0)
        kind = f"{event.type} {event.mode}" if event.type == "OTHER" else event.type
        self.kinds.append(name(f"kind {kind}") + 1 if event.type else 0)
        self.quads.append(event.quad if event.quad is not None else _NONE)
        self.places.append(number(event.place) if event.place else _NONE)
        self.firsts.append(date.first.toordinal() if date is not None else _NONE)
        self.lasts.append(date.last.toordinal() if date is not None else _NONE)
        self.abouts.append(date is not None and _ABOUT in date.edtf)
        word = mention.trigger.lower()
        self.triggers.append(name(f"word {word}"))
        self.plurals.append(name(f"word {word}s"))
        self.landmarks.append(self._landmarks.get(event.id, _NONE))
        self.numbers.append(number_told(mention.span.text, mention.trigger))
        actors, recipients = (
            [number(a) for a in event.actors],
            [number(r) for r in event.recipients],
        )
        told = next((m.by for m in event.mentions if m.by is not None), None)
        several = several_unnamed(told) if told is not None and not actors else None
        self.unnamed.append(_NONE if several is None else name(f"unnamed {several}"))
        self.doers.append(hash(tuple(actors)))
        self.befallen.append(hash(tuple(recipients)))
        self.actors.append(sorted({*actors}))
        self.recipients.append(sorted({*recipients}))
        self.parties.append(sorted({*actors, *recipients}))
        self.figures.append(sorted({name(f"{f.quantity} {f.low}") for f in event.figures}))
        self.counted.append(
            sorted(
                {name(f"{f.quantity} {f.who.split()[-1].lower()}") for f in event.figures if f.who}
            )
        )
        counted = (f.low or 0.0 for f in event.figures if f.quantity in _PEOPLE)
        self.befell.append(max(counted, default=0.0))
        self.spared.append(any(f.quantity in _PEOPLE and f.high == 0 for f in event.figures))
        lemmas = list(dict.fromkeys(w for m in event.mentions for w in lemmas_of(m.trigger)))
        self.rarity.append(max(self._news.rarity(w[:STEM]) for w in lemmas))
        own = {w[:_STEM] for w in lemmas}
        self.harm.append(own <= HARM)
        self.vague.append(own <= VAGUE and not _is_definite(mention.span.text, mention.trigger))
        self.wars.append(not own.isdisjoint(_WARS))
        self.strokes.append(own.isdisjoint(_WARS) and not own.isdisjoint(_STROKES))
        self.promises.append(not own.isdisjoint(_PROMISES))
        self.limits.append(event.type in _LIMITING and not own.isdisjoint(_LIMITS))
        self.denied.append(event.status == "denied")
        self.gainsaid.append(event.status in {"denied", "disputed"})
        self.others.append(any(is_another(m.span.text, m.trigger) for m in event.mentions))
        self.again.append(any(is_of_another(m.span.text, m.trigger) for m in event.mentions))
        self.formers.append(is_called(mention.span.text, mention.trigger, FORMER))
        self.earliest.append(is_called(mention.span.text, mention.trigger, FORMER | FIRST))
        self.already.append(any(had_been(m.span.text, m.trigger) for m in event.mentions))
        near = event.figures[0].span.start - mention.span.start if event.figures else 0
        self.asides.append(is_counted_from(mention.span.text, mention.trigger, near))
        self.totals.append(is_total(mention.span.text, mention.trigger))
        own_numbers = {stem(s) for s in own}
        self.stems.append(sorted(own_numbers))
        senses = {sense_of(s, event.type) for s in own}
        if event.type == _ATTACK and event.mode in _STRIKES:
            senses.add(f"= {event.mode}")  # shells hit, land, slam into, are fired
        if event.mode == "disaster":  # a toll and a landfall of one storm
            senses |= {f"= {name}" for m in event.mentions for name in called_storms(m.span.text)}
        self.senses.append(sorted(map(stem, senses)))
        self.lemmas.append(sorted({name(f"lemma {w}") for w in lemmas}))
        known = tuple(sorted({w for w in lemmas if w in word_senses()}))
        if known not in self._meant:
            self._meant[known] = len(self.meant)
            self.meant.append(known)
        self.meanings.append(self._meant[known])
        self._add_words(page, mention.span.start, own_numbers)
        around = _around(mention.span.text, mention.trigger)
        self.around.append(stems(" ".join(around)))
        common = [w for w in around if w.islower()]
        self.matters.append(sorted({stem(s) for s in stems(" ".join(common))}))
        things = stems(" ".join(w for w in common if w not in _SMALL))
        self.things.append(sorted({stem(s) for s in things}))

    def _add_words(self, page: int, start: int, own: set[int]) -> None:
        """Put down the words of a sentence, in which an event has its own stems."""
        words = self.words.append_numbers(self._texts.numbers_at(page, start))
        stem_of = self._stem_of
        for w in words:
            if stem_of[w] == _NONE:
                stem_of[w] = self._stems.of(self._texts.words[w][:_STEM])
        inside = [stem_of[w] for w in words]
        self._own.extend(s in own for s in inside)
        self.all_stems.append(sorted({*inside}))

    # --- weighing its words -----------------------------------------------------------------------

    def _measure(self) -> None:
        """Find the length of each account's vectors."""
        self._named = self._news.named_words()
        self.words.measure()
        self.around.measure()
        first, last = column(self.firsts).astype(np.int64), column(self.lasts)
        #: the day, where the event is of one
        self.days: Ints = np.where(first == last, first, _NONE)
        #: which tell the one event of their kind in a heading, or in the lead below it
        self.alone = self._alone_in_lead()
        #: the length of the sentence without the event's own words
        self._rest = np.empty(len(self.words))
        for at in range(0, len(self._rest), _AT_ONCE):
            rows = np.arange(at, min(at + _AT_ONCE, len(self._rest)))
            places, begins = self.words.rows.places(rows)
            others = np.where(self.is_own(places), 0.0, self.words.weights(places))
            self._rest[rows] = lengths(others**2, begins)

    def _alone_in_lead(self) -> NDArray[np.bool_]:
        at = column(self.told_at)
        found = np.zeros(len(self.told_at), bool)
        if not len(found):
            return found
        in_lead = np.flatnonzero((at <= LEAD) & (column(self.types) > 0))
        part = column(self.pages)[in_lead].astype(np.int64) << 1 | (at[in_lead] > 0)
        kind = part << 32 | column(self.kinds)[in_lead]
        _, which, many = np.unique(kind, return_inverse=True, return_counts=True)
        found[in_lead] = many[which] == 1
        return found

    def is_own(self, places: Ints) -> NDArray[np.bool_]:
        """Say of entries of ``words`` which are the event's own words."""
        if not len(places):
            return np.empty(0, bool)
        own: NDArray[np.bool_] = np.frombuffer(self._own, np.bool_)[places]
        return own

    def is_name(self, words: NDArray[np.integer]) -> NDArray[np.bool_]:
        """Say which words are names."""
        named: NDArray[np.bool_] = self._named[words]
        return named

    def rest(self, rows: Ints) -> Floats:
        """Return the lengths of sentences without the events' own words."""
        return self._rest[rows]

    def precise(self, rows: Ints) -> NDArray[np.bool_]:
        """Say of rows which have a date of few enough days to say when something was."""
        first, last = column(self.firsts)[rows], column(self.lasts)[rows]
        found: NDArray[np.bool_] = (first != _NONE) & (last - first <= PRECISE)
        return found

    def naming(self) -> tuple[Ints, Ints]:
        """Return the numbers of the names in the sentences, and on how many pages each is."""
        names = self._named
        flat, starts = self.words.rows.flat, self.words.rows.starts
        entries = np.flatnonzero(names[flat]) if len(flat) else np.empty(0, np.int64)
        rows = np.searchsorted(starts, entries, side="right") - 1
        pages = column(self.pages)[rows].astype(np.int64)
        once = np.unique(pages << 32 | flat[entries])
        found, counts = np.unique(once & 0xFFFFFFFF, return_counts=True)
        return found, counts

    def naming_of(self, names: Collection[str]) -> Rows:
        """Return which of some names each account's sentence has, as numbers of entities."""
        known = self._texts.numbering.known
        numbers = {n: self.entities.of(name) for name in names if (n := known(name)) is not None}
        found = Rows()
        for row in range(len(self)):
            found.append(sorted({numbers[w] for w in self.words.rows[row] if w in numbers}))
        return found

    def word(self, number: int) -> str:
        """Return a word of the sentences by its number."""
        return self._texts.words[number]


@overload
def column(values: array[int]) -> NDArray[np.integer]: ...
@overload
def column(values: array[float]) -> Floats: ...
def column(values: array[int] | array[float]) -> NDArray[Any]:
    """Return a column as an array of its own kind; not to be kept while it grows."""
    kinds = {"i": np.int32, "q": np.int64, "b": np.int8, "d": np.float64}
    if not values:
        return np.empty(0, np.float64 if values.typecode == "d" else np.int64)
    return np.frombuffer(values, kinds[values.typecode])


def _is_definite(sentence: str, trigger: str) -> bool:
    at = sentence.find(trigger)
    return at > 0 and _DEFINITE.search(sentence, max(0, at - 30), at) is not None


@lru_cache(maxsize=50_000)
def is_harm(trigger: str) -> bool:
    """Say whether an event is named by what it did to people alone: "killed", "wounded"."""
    return any(base[:_STEM] in HARM for base in lemmas_of(trigger))


def lemmas_of(trigger: str) -> tuple[str, ...]:
    """Return the base forms, as verbs and as nouns, of a trigger's words but particles."""
    words = [w for w in re.findall(r"[^\W\d_]+", trigger.lower()) if w not in _PARTICLES]
    found = [
        base
        for word in words or [trigger.lower()]
        for upos in ("VERB", "NOUN")
        for base in lemminflect.getLemma(word[:50], upos=upos) or (word,)
    ]
    return tuple(dict.fromkeys(found))


def _around(sentence: str, trigger: str) -> list[str]:
    """Return the words within a few of the event's own, itself left out."""
    at = sentence.find(trigger)
    if at < 0:
        return []
    before, after = sentence[:at].split()[-_NEAR:], sentence[at + len(trigger) :].split()[:_NEAR]
    return [*before, *after]


def number_told(sentence: str, trigger: str) -> int:
    """Return how many events a sentence says its word names: "two more strikes"; 0 if it does not.

    Bounds ("at least two") are the number that they begin from.
    """
    at = sentence.find(trigger)
    before = sentence[: max(at, 0)].split()[-_NUMBER_NEAR:]
    near = [a for a in amounts(before) if a.end >= len(before) - 1 and a.low is not None]
    number = near[-1].low if near and not _is_of_a_date(before, near[-1].number) else None
    if number is None or number != int(number) or (number > 1) != trigger.endswith("s"):
        return 0  # "a 6.1 earthquake", "a magnitude 6 earthquake"
    return min(int(number), _MOST)


def _is_of_a_date(words: Sequence[str], at: int) -> bool:
    """Say whether a number is a year, or a day of a month: "the 2014 games", "on July 13"."""
    month = words[at - 1][:3] if at else ""
    return bool(_YEAR.fullmatch(words[at])) or (month.istitle() and month in month_abbr)


def is_another(sentence: str, trigger: str) -> bool:
    """Say whether words beside an event's own say that it is another: "a second air strike".

    >>> is_another("A second air raid.", "raid"), is_another("A second day of raids.", "raids")
    (True, False)
    >>> is_another("He was later killed by guards.", "killed")
    True
    >>> is_another("They met in Lima for a second time.", "met")
    True
    """
    if f" later {trigger}" in sentence:
        return True
    after = sentence[sentence.find(trigger) + len(trigger) :] if trigger in sentence else ""
    return is_called(sentence, trigger, _ANOTHER) or _ONCE_MORE.match(after) is not None


def is_of_another(sentence: str, trigger: str) -> bool:
    """Say whether an event is told as another, or as the harm that another did.

    >>> is_of_another("A second raid killed four.", "killed")
    True
    >>> is_of_another("On a second day of raids four were killed.", "killed")
    False
    """
    if _ANOTHER.isdisjoint(sentence.lower().split()):
        return False
    if not is_harm(trigger):
        return is_another(sentence, trigger)
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", sentence))
    return any(_is_attack(w.lower()) and is_another(sentence, w) for w in words)


@lru_cache(maxsize=50_000)
def _is_attack(word: str) -> bool:
    """Say whether a word may name an attack, and not only what it did to people."""
    known = event_words().triggers
    named = any(_ATTACK in known.get(w, ()) for w in (word, *lemmas_of(word)))
    return named and not is_harm(word)


def sense_of(stem: str, kind: str | None = None) -> str:
    """Return the group of like words that a word is of, as an event of a type, else the word."""
    groups = _senses()
    return groups.get(f"{stem} {kind}") or groups.get(stem, stem)


@cache
def _senses() -> dict[str, str]:
    found: dict[str, str] = {}
    for word, group in event_words().same.items():
        stem, _, kind = word.partition(" ")
        found[f"{stem[:_STEM]} {kind}".rstrip()] = f"= {group}"
    return found
