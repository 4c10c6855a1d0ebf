"""What a later page tells, in the words of a statement, as done: "the council will confirm it".

Deeds that PLOVER has no type for, and those of which no party is named, are known again by their
verb, told as past, and by who was to do it or what it was to be done to.
"""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import lemminflect
import msgspec

from histor.assess.kindred import DOERS, OPPOSED, has_kin, kindred, plainly
from histor.assess.windows import days_in
from histor.assess.words import telling_words
from histor.records import Claim, Document, Span, TimeExpression, Warning, WarningOutcome

__all__ = ["ComeAbout", "Foretold", "foretold_in"]

#: what sets a deed ahead, and its verb: "would soon return", "is to be held", promised "to free"
_VERB = re.compile(
    r"(?:\b(?:will|would|could|may|might|shall|(?:is|are|was|were) (?:due |set |expected |"
    r"scheduled |likely |about )?to|going to|to)\b|(?<=\w)['’]ll\b)"
    r"(?P<between>(?: (?:be|have|been|also|soon|then|now|only|not|never|[a-z]+ly))*(?: being)?) "
    r"[“‘\"']?(?P<verb>[a-z]{3,})",
)
_BEING = re.compile(r"\b(?:be|been|being)\b")
#: who said that he would not, or turned it down
_REFUSED = re.compile(
    r"\b(?:announc|declar|sa(?:id|ys)|vow|insist)[a-z]*(?: on \w+)?(?: that)? (?:he|she|it|they)"
    r" (?:will|would) (?:not|never) (?P<verb>[a-z]{3,})|"
    r"\b(?:refus|declin)(?:ed|es)? to (?P<other>[a-z]{3,})",
    re.I,
)
#: what follows is when, why or on what condition, and no part of the deed
_BESIDE = re.compile(
    r"\b(?:if|unless|because|since|after|before|until|within|as soon as|(?:by|at|in|on) the (?:end|"
    r"start|middle|next|coming)|(?:next|this) (?:week|month|year|summer|autumn|winter|spring)|"
    r"tomorrow|tonight|later|(?:(?:by|on|in|from) )?(?:early |late |mid-)?(?:(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|\d{4}))\b|[;—–]",
    re.I,
)
_HE = re.compile(r"\W*(?:it|he|she|they|we|I)\b", re.I)
#: who is said not to have done it, to be about to, or to have been asked to
_UNDONE = re.compile(
    r"\b(?:not|never|no|nor|will|would|could|may|might|should|must|to|if|unless|until|being|"
    r"nearly|almost|yet)\W+(?:\w+\W+){0,2}\Z|n['’]t\W+(?:\w+\W+)?\Z",
    re.I,
)
#: verbs that tell nothing without what stands beside them
_PLAIN = frozenset(
    "make take give get have come put see use need want help work continue become lead keep look "
    "try find say tell know think mean seem happen turn let do".split()
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.I)
#: share of what a statement tells, its verb aside, that a sentence must tell too
_SHARE = 0.5
#: where a sentence tells on of something else, and what says that it is ahead still, or was not
_ASIDE = re.compile(r"\b(?:but|who|which|where|although|though)\b", re.I)
_NOT_YET = re.compile(
    r"\b(?:not|never|no|nobody|without|would|will|could|may|might|should|must|if|unless|refus\w+|"
    r"fail\w+|plan\w*|expect\w*|due|denied|denies|cancel\w+|postpone\w*)\b|n['’]t\b",
    re.I,
)
#: verbs of what is done when the thing is told of: a delegation that was sent, talks that were held
_BRINGING = frozenset(
    stem
    for verb in "send dispatch deploy deliver hold stage host convene organise organize publish "
    "issue".split()
    for stem in map(kindred, telling_words(verb))
)
#: days of a window that bounds what was foretold, and of what is told as of a day in it
_BOUNDED, _DAYS = 92, 7
#: before a verb that somebody said he would not do
_NOT = "!"
#: days after a window within which a page without a day for it may tell of it
_AFTER = 45


class Foretold(NamedTuple):
    """What a statement foretells, in its words."""

    #: in its base form
    verb: str
    #: who was to do it, or whom it was to befall: what stands before the verb, as stems
    subject: frozenset[str]
    #: what stands behind it
    rest: frozenset[str]
    #: whether the verb is passive, so that who does it is not told before it
    passive: bool = False

    @property
    def thin(self) -> bool:
        """Whether one word besides the verb tells what is meant."""
        return len(self.subject | self.rest) == 1


def foretold_in(text: str, speaker: str = "") -> Foretold | None:
    """Return what words foretell, who is meant by their first pronoun being ``speaker``.

    >>> told = foretold_in("the council would confirm the result before the year is out")
    >>> told.verb, sorted(told.subject), sorted(told.rest)
    ('confir', ['counci'], ['result'])
    """
    text = plainly(text)
    match = _VERB.search(text)
    if match is None or match["verb"] in _PLAIN:
        return None
    base = _base(match["verb"])
    if base is None or base in _PLAIN:
        return None
    before = text[: match.start()]
    subject = _words(re.split(r"[;:—–]|, (?=and\b|but\b)", before)[-1])
    if _HE.match(before) or not before.strip():
        subject |= _words(speaker)
    behind = text[match.end() :]
    end = _BESIDE.search(behind)
    rest = _words(behind[: end.start()] if end else behind)
    verb = next(iter(_words(base)), None)
    if not subject or verb is None:
        return None
    if not (rest or len(subject) > 1) and not has_kin(verb):
        return None
    return Foretold(verb, subject, rest, _BEING.search(match["between"]) is not None)


class ComeAbout:
    """Sentences that tell of something foretold as done, looked for once in all pages."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        warnings: Iterable[Warning],
        claims: Mapping[str, Claim],
        times: Mapping[str, Sequence[TimeExpression]],
        names: Mapping[str, str],
    ) -> None:
        """Look for them.

        Args:
            documents: the pages, by their ids.
            warnings: what was foretold.
            claims: the claims, by their ids.
            times: the expressions of time of each page.
            names: the entities' names, by their ids.
        """
        self._documents, self._claims, self._times = documents, claims, times
        self._stories = {d.id: d.story for d in documents.values()}
        #: what is foretold, by the claim, and the first day on which any of it was
        self._ahead: dict[str, Foretold] = {}
        first = "9999"
        for warning in warnings:
            claim = claims[warning.claim]
            written = documents[claim.document].dated
            if warning.outcome != "open" or written is None:
                continue
            speaker = claim.source.entity if claim.source is not None else None
            who = claim.source.text if claim.source is not None else ""
            told = foretold_in(claim.content.text, names.get(speaker or "", who))
            if told is not None:
                self._ahead[claim.id] = told
                first = min(first, written.latest)
        ahead = self._ahead.values()
        verbs = {one.verb for one in ahead}
        #: verbs, besides, that tell of what was foretold that it was undone
        undoing = {OPPOSED[verb] for verb in verbs if verb in OPPOSED}
        marks = {word for one in ahead for word in one.subject}
        #: of what is known by its being there
        whats = {word for one in ahead if one.verb in _BRINGING for word in one.rest}
        #: when later pages were written; the pages in that order
        self._written = {
            d.id: d.dated.earliest
            for d in documents.values()
            if d.dated is not None and d.dated.earliest > first
        }
        self._pages = sorted(self._written, key=lambda page: (self._written[page], page))
        #: of each sentence that is kept its page and bounds
        self._page, self._starts, self._ends = array("i"), array("i"), array("i")
        #: the sentences by a verb, or none, and a word for who was to do it
        self._having: dict[tuple[str, str], array[int]] = defaultdict(lambda: array("i"))
        for at in range(len(self._pages)):
            self._read(at, verbs | undoing, marks, whats)

    def _read(self, at: int, verbs: set[str], marks: set[str], whats: set[str]) -> None:
        """Note the sentences of a page that tell of any of some verbs as done, and by whom.

        Those that name who was to do something and what, besides.
        """
        document = self._documents[self._pages[at]]
        for start, end in document.sentences:
            text = plainly(document.text[start:end])
            words = _words(text)
            named = words & marks
            if not named:
                continue
            done = {
                verb
                for match in _WORD.finditer(text)
                for verb in _done(match[0].lower()) & verbs
                if _UNDONE.search(text[: match.start()]) is None
            }
            done |= {_NOT + verb for verb in _refused(text) & verbs}
            if done or not words.isdisjoint(whats):
                number = len(self._page)
                self._page.append(at)
                self._starts.append(start)
                self._ends.append(end)
                for verb in done or {""}:
                    for word in named:
                        self._having[verb, word].append(number)

    def _span(self, number: int) -> Span:
        """Return a sentence that was kept."""
        page = self._pages[self._page[number]]
        start, end = self._starts[number], self._ends[number]
        text = self._documents[page].text[start:end]
        return Span(document=page, start=start, end=end, text=text)

    def judged(self, warning: Warning) -> Warning:
        """Return a warning, ``borne_out`` where a page written after it tells it as done."""
        told = self._ahead.get(warning.claim) if warning.outcome == "open" else None
        document = self._documents[self._claims[warning.claim].document]
        written = document.dated
        if told is None or written is None:
            return warning
        done = self._telling(told, told.verb)
        undone = self._telling(told, _NOT + told.verb) | self._telling(told, OPPOSED.get(told.verb))
        there = set[int]()
        if warning.window.length <= _BOUNDED and told.rest and told.verb in _BRINGING:
            there = {n for word in told.subject for n in self._having.get(("", word), ())}
        for n in sorted(done | there | undone):
            page = self._pages[self._page[n]]
            if self._written[page] <= written.latest or page == document.id:
                continue
            found = self._span(n)
            if n in done or n in undone:
                if not self._is_of(told, found, document) or not self._then(warning, found):
                    continue
            elif not self._is_there(told, warning, found):
                continue
            evidence = (*warning.evidence, found)
            outcome: WarningOutcome = "not_borne_out" if n in undone else "borne_out"
            return msgspec.structs.replace(warning, outcome=outcome, evidence=evidence)
        return warning

    def _telling(self, told: Foretold, verb: str | None) -> set[int]:
        """Return the sentences that tell of a verb and of who was to do what was foretold."""
        if verb is None:
            return set()
        return {n for word in told.subject for n in self._having.get((verb, word), ())}

    def _is_of(self, told: Foretold, found: Span, document: Document) -> bool:
        """Say whether a sentence shares the words of what was foretold.

        Where one word is all there is, only a page of the same story can mean the same.
        """
        if told.thin:
            return document.story is not None and self._stories[found.document] == document.story
        shared = (told.subject | told.rest) & _words(plainly(found.text))
        anybody = told.subject <= DOERS and not told.passive  # a crowd: what it did must be told
        if anybody and told.rest and told.rest.isdisjoint(shared):
            return False
        return len(shared) >= _SHARE * len(told.subject | told.rest)

    def _is_there(self, told: Foretold, warning: Warning, found: Span) -> bool:
        """Say whether who was to do something is at it, by another verb, on a day of the window.

        "It will send a delegation next week", and "the Union's delegation was in Oslo on Tuesday".
        """
        main = _ASIDE.split(found.text)[0]
        words = _words(main)
        if not told.subject <= words or told.rest.isdisjoint(words) or _NOT_YET.search(main):
            return False
        return any(
            day.length <= _DAYS and day.overlaps(warning.window)
            for day in days_in(self._times.get(found.document, ()), found)
        )

    def _then(self, warning: Warning, found: Span) -> bool:
        """Say whether a sentence tells of the time for which something was foretold."""
        days = days_in(self._times.get(found.document, ()), found)
        if days:
            return any(day.overlaps(warning.window) for day in days)
        last = warning.window.last + dt.timedelta(days=_AFTER)
        return self._written[found.document] <= last.isoformat()


@lru_cache(20_000)
def _base(verb: str) -> str | None:
    """Return a verb's base form; none of what is none."""
    known = lemminflect.getAllLemmas(verb).get("VERB", ())
    return known[0] if known else None


@lru_cache(100_000)
def _done(word: str) -> frozenset[str]:
    """Return the stems of the verbs of which a word is the past or its participle."""
    return frozenset(
        stem
        for base in lemminflect.getAllLemmas(word).get("VERB", ())
        if any(word in lemminflect.getInflection(base, tag) for tag in ("VBD", "VBN"))
        for stem in _words(base)
    )


def _words(text: str) -> frozenset[str]:
    """Return the telling words of a text, those of one kind as one."""
    return frozenset(map(kindred, telling_words(text)))


def _refused(text: str) -> frozenset[str]:
    """Return the stems of verbs that somebody says he will not do, or refuses to."""
    return frozenset(
        stem
        for match in _REFUSED.finditer(text)
        for base in [_base((match["verb"] or match["other"]).lower())]
        if base is not None
        for stem in _words(base)
    )
