"""Who denies what, and who tells it.

A denial is a claim whose cue denies ("denied that"), or whose words say that what another account
tells did not happen ("no ceasefire had been agreed"). "Denied visas" refuses and disputes nothing.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from histor.assess.admitted import Admissions
from histor.assess.answers import answered, branded, owns_no_share, pointing
from histor.assess.ledger import Ground, Ruling, Side, short, within_sentence
from histor.assess.parts import days_between, named_places, sentence_at
from histor.assess.words import telling_words
from histor.extract.claims.said_acts import not_so
from histor.extract.events.found_events import REAL
from histor.link.rows import Holders, Numbering, Rows
from histor.records import Claim, Date, Document, Event, Span

__all__ = ["denials"]

_WORD = re.compile(r"\w+")
_DENYING = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ials?)|refut\w+|disput\w+|disavow\w*|reject\w*|dismiss\w*|rebut\w*|"
    r"contest\w*|contradict\w*|(?:is|are|was|were) (?:\w+ )?(?:false|untrue))\b",
    re.I,
)
#: of these, those that turn down what is no statement
_REJECTING = re.compile(r"\b(?:reject|dismiss|contest)\w*\b", re.I)
_NOT = re.compile(r"\b(?:not|never|neither|nor|cannot|without|nobody|no one)\b|n['’]t\b", re.I)
#: characters before a cue in which a word turns it round
_BEFORE = 28
#: words of a denial's content
_DENIED = 3
#: what is denied by its name alone, and types of events that are no words
_KNOWN = re.compile(r"\W*(?:the|this|that|these|those|any) \w+\W*\Z", re.I)
_DEEDS = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "OTHER", "PROTEST", "RETREAT", "SANCTION"])
#: nouns that stand for what was said
_SAID = re.compile(
    r"\b(?:claim|report|allegation|accusation|charge|rumou?r|suggestion|assertion|role|part|"
    r"involvement|responsibility|link|tie|knowledge|wrongdoing|guilt|existence|intention|plan|"
    r"having|being|any)(?:s|es)?\b",
    re.I,
)
#: what one denies to have done: "denies arming the rebels"
_DONE = re.compile(r"\A\W*(?:\w+ly )?(?!being\b)[a-z]{3,}ing\b(?! (?:pass|rights?|permit)s?\b)")
#: "the claim that ten had died was false", which needs no cue that brands
_CALLED = re.compile(
    r"\A\W*(?:the |this |that |these |those |such |any |all )*(?:[a-z-]+ |\S+['’]s ){0,2}"
    r"(?:claim|report|allegation|accusation|charge|suggestion|rumou?r|assertion|figure|toll|count)"
    r"s?\b.*"
    r"\b(?:is|are|was|were|has been|have been)\b",
    re.I | re.S,
)
_SHARE = re.compile(
    r"\b(?:role|part|involvement|responsibility|links?|ties?|knowledge|hand) "
    r"(?:in|for|to|of|with)\b",
    re.I,
)
#: cues by which a statement is called something
_BRANDING = re.compile(r"\b(?:call|describ|dismiss|brand|label|denounc|reject|deride)\w*", re.I)
_CLAUSE = re.compile(r"\bthat\b", re.I)
#: a content whose subject stands before its source
_HANGS = re.compile(r"(?:had|has|have|was|were|is|are|will|would)\b", re.I)
#: a clause that stands without "that": "denies | there was a strike"
_BARE = re.compile(
    r"\A\W*(?:there|(?:[\w'’-]+ ){0,3}[\w'’-]+(?<!that)(?<!which)(?<!who))"
    r" (?:is|are|was|were|has|have|had|did) ",
    re.I,
)
_CLAUSE_END = re.compile(r"[,;:] |\b(?:after|when|because|while|and|but|as) ")
#: another verb of speech between a cue and a content that is not its own
_SAYS_ON = re.compile(
    r"\b(?:and|but) (?:\w+ ){0,2}?(?:said|says?|saying|told|insist\w*|add\w*|accus\w+|call\w*)\b",
    re.I,
)
#: what one can refuse somebody
_REFUSED = re.compile(
    r"\b(?:visas?|entry|access|permission|use|bail|aid|passage|asylum|motion|request|"
    r"bid|appeal|petition|application|parole)s?\b",
    re.I,
)
#: how a statement begins, or goes on, that says that something is not so
_NEGATED = re.compile(
    r"\A(?:there (?:is|was|were|are|has been|had been) (?:no\b|never\b)|no\b|nobody\b|none\b|"
    r"neither\b|not (?:a|one) (?:single )?\w)|\A(?:\S+ ){0,5}?"
    r"(?:(?:did|does|do|has|have|had|was|were|is|are) not|never|"
    r"(?:did|does|do|has|have|had|was|were|is|are)n['’]t)\b",
    re.I,
)
#: words that say of something just told that it is not so
_DISOWNED = re.compile(
    r"\b(?:knew|know|knows|known) nothing (?:of|about)\b|\bno such [a-z-]+ "
    r"(?:exist|was|had|has|is|happened|occurred|took place|ever)"
    # "places that did not exist" are not what was just told
    r"|(?<!that )(?<!which )\b(?:never (?:happened|existed|took place)|"
    r"did not (?:happen|exist|take place))\b",
    re.I,
)
#: what is asked, planned or feared is told by nobody as having happened
_UNREAL = re.compile(
    r"\b(?:will|would|could|may|might|should|must|if|call(?:s|ed)? (?:for|on)|want|hop(?:e|ed)|"
    r"demand\w*|urg\w+|negotiat\w+|plan\w*|seek\w*|try\w*|tried|not|no|never|nobody|den\w+|"
    r"refut\w+|rumou?rs?)\b|n['’]t\b",
    re.I,
)
#: share of a denial's words that a sentence must tell to be what it denies, and words at least;
#: on the same page, with more words, a smaller share
_TOLD, _SHARED = 0.6, 2
_FAIRLY_TOLD, _MORE = 0.4, 3
#: what is not, or did not: the word that must be told
_HEAD = re.compile(
    r"\bno (?:such )?(?:[a-z-]+ )??(?P<noun>[a-z-]+)"
    r"|(?:\bnot|n['’]t|\bnever) "
    r"(?:been |ever |yet |an? |single |the |any |our |his |her |its |their )*"
    r"(?P<verb>[a-z-]+(?: (?:fire|part|place))?)"
    r"|\bneither\b.*?\b(?:had|has|have|was|were|did) (?P<neither>[a-z-]+)",
    re.I,
)
#: what was not known, thought or said tells nothing of what was
_MENTAL = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:been |yet |immediately |necessarily )*(?:know\w*|surpris\w+|"
    r"believ\w+|think|thought|expect\w*|say|said|tell|told|mention\w*|comment\w*|sure|clear|want\w*|"
    r"see|seen|saw|remember\w*|recall\w*|only|all|every|able|possible|enough|agree|like|need|have|"
    r"elaborate\w*|respond\w*|specify|identif\w+|release\w*|disclose\w*|part)\b"
    r"|\A(?:no one|nobody|none)\b",
    re.I,
)
#: a denial's first clause: what comes after it is another statement
_NEXT = re.compile(
    r"(?:,|;| and) ?(?:said|that|who|which|he|she|it|they)\b|,? (?:but|although|though|while)\b",
    re.I,
)
#: acts that tell something as being so
_TELLING = frozenset(["assert", "promise", "accuse"])
#: letters that a verb and its noun share
_ROOT = 5
#: what is so instead, behind what is not
_BUT = re.compile(r",|;|\bbut\b")
#: marks before the first word of what is said
_MARKS = " “”\"‘’'«»"
#: days between a happening told and its denial
_SOON = 4
#: days by which a night may join two
_NIGHT = 1
#: sentences that a denial is compared with
_COMPARED = 200


def denials(
    claims: Iterable[Claim],
    said: Mapping[str, Sequence[Claim]],
    events: Mapping[str, Event],
    ground: Ground,
) -> tuple[Ruling, ...]:
    """Return the denials by id, each beside the account that it denies where a page tells it.

    ``said`` are the claims of each document, ``events`` the case's by id.
    """
    told, admitted = _Tellings(events, said, ground), Admissions(ground)
    #: the words of what each speaker denies on pages of one origin
    retold: dict[tuple[str, str], set[str]] = defaultdict(set)
    found = []
    seen: set[tuple[str, str]] = set()
    #: claims that another page reports in other words as well
    reported: set[str] = set()
    for claim in claims:
        who = ground.speaker(claim.id)
        if who is None:
            continue
        key = (who, claim.content.text.casefold())
        document = ground.documents[claim.document]
        repeated = _repeated(claim, said.get(claim.document, ()), ground)
        if repeated is not None:
            if key not in seen:
                seen.add(key)
                found.append(_answer(claim, who, repeated, ground))
            continue
        clears = owns_no_share(claim) or _untrue(claim, document)
        words = pointing(claim, document) if clears else None
        if words is not None:
            other = answered(claim, words, said.get(claim.document, ()), ground)
            if other is not None and (who, other.content.text.casefold()) not in seen:
                seen.add((who, other.content.text.casefold()))
                found.append(_answer(claim, who, other, ground))
            continue
        content = claim.content.text
        few = len(_WORD.findall(content)) < _DENIED and not _names_deed(claim, events)
        if key in seen or (few and not _DONE.match(content)):
            continue
        if _denies(claim, document) or _untrue(claim, document) == "branded":
            if told.in_heading(claim):
                continue
            against = told.denied_by(claim) or admitted.after(claim)
        elif not _denying(claim) and _says_not(claim):
            against = told.gainsaid(claim) or told.against(claim) or told.before(claim)
            if against is None:
                continue
        else:
            continue
        seen.add(key)
        own = retold[ground.origin_of[claim.document], who]
        words_denied = telling_words(claim.content.text)
        again = claim.document not in own and not words_denied.isdisjoint(own)
        own |= {claim.document, *words_denied}
        if reported.isdisjoint(claim.same_as) and not again:
            found.append(_ruling(claim, who, against, told, ground))
        reported.add(claim.id)
    return tuple(sorted(found, key=lambda r: r.dispute.id))


def _names_deed(claim: Claim, events: Mapping[str, Event]) -> bool:
    """Say whether two words that are denied name a deed that is told: "denied the defection"."""
    known = (events[e] for e in claim.events if e in events)
    return _KNOWN.match(claim.content.text) is not None and any(e.type in _DEEDS for e in known)


def _repeated(claim: Claim, said: Sequence[Claim], ground: Ground) -> Claim | None:
    """Return the claim of another whose very words one denies: "…, a claim which N rejected".

    "Rejected the claim by N that the road was shut" denies what stands in its own words.
    """
    if claim.act != "deny" or claim.cue is None:
        return None
    own = ground.speaker(claim.id)
    behind = claim.cue.start >= claim.content.end
    return next(
        (
            c
            for c in said
            if (c.content == claim.content if behind else _told_within(c, claim))
            and c.act in _TELLING
            and ground.speaker(c.id) not in {None, own}
        ),
        None,
    )


def _told_within(inner: Claim, denial: Claim) -> bool:
    """Say whether a denial's words name a statement of another and who makes it."""
    if inner.source is None or inner.cue is None or inner.content == denial.content:
        return False
    first = min(inner.source.span.start, inner.cue.start)
    return denial.content.start <= first and inner.content.end <= denial.content.end


def _denying(claim: Claim) -> bool:
    return claim.cue is not None and _DENYING.search(claim.cue.text) is not None


def _denies(claim: Claim, document: Document) -> bool:
    """Say whether a claim denies that something is so."""
    if claim.act != "deny" or claim.cue is None or not _denying(claim):
        return False
    before = document.text[max(0, claim.cue.start - _BEFORE) : claim.cue.end]
    if _NOT.search(re.split(r"[.!?;\n]\s", before)[-1]):  # "could neither confirm nor deny"
        return False
    content = claim.content.text
    between = document.text[claim.cue.end : claim.content.start]
    if _SAYS_ON.search(between):  # "denies that and says …": what is said is not denied
        return False
    if _CLAUSE.search(between) or _CLAUSE.match(content):
        return True
    if _REFUSED.search(content) and re.match(r"den", claim.cue.text.split()[-1], re.I):
        return False
    if _REJECTING.search(claim.cue.text) is None and (claim.events or _BARE.match(content)):
        return True
    return bool(_SAID.search(content) or _DONE.match(content))


def _untrue(claim: Claim, document: Document) -> Literal["denied", "branded"] | None:
    """Say by which words a claim says that something is untrue: a cue that denies, or a brand."""
    if claim.cue is None:
        return None
    said = claim.content.text
    called = _BRANDING.search(claim.cue.text) or _CALLED.match(said)
    if (called or not_so(said)) and branded(claim.content.text) is not None:
        return "branded"
    before = document.text[max(0, claim.cue.start - _BEFORE) : claim.cue.end]
    negated = _NOT.search(re.split(r"[.!?;\n]\s", before)[-1])
    return "denied" if _denying(claim) and not negated else None


def _answer(claim: Claim, who: str, other: Claim, ground: Ground) -> Ruling:
    """Write down a denial that points to what another source says."""
    document = ground.documents[claim.document]
    sentence = sentence_at(document, other.content.start) or other.content
    source = other.source.span if other.source else other.content
    start = source.start if sentence.start <= source.start < other.content.start else None
    told = document.text[start : other.content.end] if start is not None else other.content.text
    if start is not None and _HANGS.match(other.content.text):  # "a mine that X said had been laid"
        told = document.text[_clause_start(document, sentence.start, start) : other.content.end]
    words = short(told)
    own = claim.content.text
    if claim.cue is not None and claim.cue.start < claim.content.start:
        own = document.text[claim.cue.start : claim.content.end]
    beside = (claim.cue, claim.source.span if claim.source else None)
    evidence = (claim.content, *(s for s in beside if s is not None))
    accuser = ground.speaker(other.id) or (other.source.text if other.source else "")
    return ground.ruling(
        "existence",
        "denial",
        f"What is said by {within_sentence(accuser)}, “{words}”, is denied by "
        f"{within_sentence(who)} (“{document.label}”).",
        [
            Side(short(own), evidence, (claim.id,)),
            Side(words, (sentence, other.content), (other.id,)),
        ],
        kind="denial",
        events=other.events,
    )


def _clause_start(document: Document, first: int, last: int) -> int:
    """Return where the clause begins in which something stands, its sentence at the most."""
    before = document.text[first:last]
    return first + max((m.end() for m in _CLAUSE_END.finditer(before)), default=0)


def _says_not(claim: Claim) -> bool:
    text = claim.content.text.lstrip(_MARKS)
    if _DISOWNED.search(text):
        return True
    return _NEGATED.search(text) is not None and _MENTAL.search(text) is None


def _ruling(
    claim: Claim, who: str, against: Sequence[Span] | None, told: _Tellings, ground: Ground
) -> Ruling:
    document = ground.documents[claim.document]
    beside = (claim.cue, claim.source.span if claim.source else None)
    evidence = (claim.content, *(s for s in beside if s is not None))
    clause = claim.content.text if _denying(claim) else _NEXT.split(claim.content.text)[0]
    untrue = None if _denying(claim) else branded(claim.content.text)
    words = short(untrue or clause)
    # words that say that it is not so are told, not denied
    verb = "is denied by" if _denying(claim) or untrue else "says"
    own = f"“{words}” {verb} {within_sentence(who)} (“{document.label}”)"
    sides = [Side(words, evidence, (claim.id,))]
    if against:
        page = ground.documents[against[0].document]
        against_words = short(against[0].text, telling_words(clause))
        others = tuple(c.id for c in told.others_in(against[0], claim))
        sides.append(Side(against_words, tuple(against), others))
        where = "the page" if page.id == document.id else f"“{page.label}”"
        own += f"; {where} tells: “{against_words}”"
    return ground.ruling(
        "existence", "denial", f"{own}.", sides, kind="denial", events=told.denied(claim, against)
    )


class _Tellings:
    """Sentences that tell deeds as having happened, by the words they share with a denial."""

    def __init__(
        self,
        events: Mapping[str, Event],
        said: Mapping[str, Sequence[Claim]],
        ground: Ground,
    ) -> None:
        self._ground = ground
        self._events = events
        self._said = said
        #: of each page the bounds of what it dates to a day, and the days, as ordinals
        self._days: dict[str, array[int]] = defaultdict(lambda: array("i"))
        for event in events.values():
            for mention in event.mentions:
                span, date = mention.span, mention.date
                if date is not None and date.first == date.last:
                    self._days[span.document].extend((span.start, span.end, date.first.toordinal()))
        self._numbering = Numbering()
        self._rows = Rows()
        #: each sentence's document, by number, and bounds
        self._ids: list[str] = []
        self._places = array("i")
        for n, document in enumerate(ground.documents.values()):
            self._ids.append(document.id)
            for start, end in document.sentences:
                text = document.text[start:end]
                if not text or _UNREAL.search(text):
                    continue
                self._rows.append([self._numbering.of(s) for s in telling_words(text)])
                self._places.extend((n, start, end))
        self._holders = Holders(self._rows, len(self._numbering), _COMPARED)

    def _telling(self, stem: str) -> Iterator[tuple[Span, frozenset[str]]]:
        """Yield the sentences with a word and their words; none of a word of every page."""
        known = self._numbering.known(stem)
        if known is None:
            return
        for row in self._holders.rows[self._holders.of(known)].tolist():
            page, start, end = self._places[3 * row : 3 * row + 3]
            document = self._ids[page]
            text = self._ground.documents[document].text[start:end]
            words = frozenset(self._numbering.words[w] for w in self._rows[row])
            yield Span(document=document, start=start, end=end, text=text), words

    def denied(self, claim: Claim, against: Sequence[Span] | None) -> tuple[str, ...]:
        """Return the events that a denial is of: who was not warned of an attack denies no attack.

        Of a cue that denies, all that the words tell; else what the other account tells, or what is
        itself told as not having been.
        """
        if _denying(claim):
            return () if _SHARE.search(claim.content.text) else claim.events
        places = {s.place for s in against or ()}
        return tuple(
            event
            for event in claim.events
            if event in self._events
            and any(
                m.span.place in places or (m.claim == claim.id and m.status == "denied")
                for m in self._events[event].mentions
            )
        )

    def denied_by(self, claim: Claim) -> tuple[Span, ...] | None:
        """Return where another page tells, as having happened, an event that a claim denies."""
        if _SHARE.search(claim.content.text):  # who had no part in it does not say that it was not
            return None
        words = telling_words(claim.content.text)
        for event in filter(None, map(self._events.get, claim.events)):
            own = [m for m in event.mentions if m.claim == claim.id]
            if own and all(m.status == "happened" for m in own):
                continue  # "denied that he hid the victims of the quake": there was a quake
            for sentence in self._told_elsewhere(claim, event, REAL):
                if len(words & telling_words(sentence.text)) >= _SHARED:
                    return (sentence,)
        return self.against(claim)

    def gainsaid(self, claim: Claim) -> tuple[Span, ...] | None:
        """Return where another page tells, as having happened, a deed that a claim says was not."""
        words = telling_words(claim.content.text)
        best: tuple[int, tuple[str, int, int], Span] | None = None
        for id_ in claim.events:
            event = self._events.get(id_)
            if event is None or event.type not in _DEEDS:
                continue
            if not any(m.claim == claim.id and m.status == "denied" for m in event.mentions):
                continue
            manner = _manner_denied(claim, event)
            for sentence in self._told_elsewhere(claim, event, frozenset(["happened"])):
                if manner and manner.isdisjoint(telling_words(sentence.text)):
                    continue
                key = (-len(words & telling_words(sentence.text)), sentence.place, sentence)
                best = min(best, key, key=lambda k: k[:2]) if best is not None else key
        return (best[2],) if best is not None else None

    def _told_elsewhere(
        self, claim: Claim, event: Event, statuses: frozenset[str]
    ) -> Iterator[Span]:
        """Yield the sentences of other origins that tell an event, comparable with a claim."""
        for mention in event.mentions:
            page = self._ground.documents[mention.span.document]
            if mention.status not in statuses or page.id == claim.document:
                continue
            sentence = sentence_at(page, mention.span.start)
            if sentence is None or _UNREAL.search(sentence.text):
                continue
            if self._comparable(claim, sentence):
                yield sentence

    def against(self, claim: Claim) -> tuple[Span, ...] | None:
        """Return the sentence that best tells, as having happened, what a claim says was not."""
        clause = _NEXT.split(claim.content.text.lstrip(_MARKS))[0]
        words = telling_words(clause)
        heads = words
        if not _denying(claim):  # what is denied is told as it would be if it were so
            said = " ".join(g for m in _HEAD.finditer(clause) for g in m.groups() if g)
            heads = telling_words(said)
        best: tuple[float, tuple[str, int, int], Span] | None = None
        for stem in sorted(heads & words):
            for sentence, theirs in self._telling(stem):
                shared = words & theirs
                share = len(shared) / len(words)
                if len(shared) < _SHARED or share < _FAIRLY_TOLD:
                    continue
                beside = sentence.document == claim.document
                if share < _TOLD and not (beside and len(shared) >= _MORE):
                    continue
                if f" to {stem}" in sentence.text.lower():  # "to purchase" is not yet done
                    continue
                if not self._comparable(claim, sentence):
                    continue
                key = (-share, sentence.place, sentence)
                best = min(best, key, key=lambda k: k[:2]) if best is not None else key
        return (best[2],) if best is not None else None

    def before(self, claim: Claim) -> tuple[Span, ...] | None:
        """Return what a page tells just before words that say that it knew nothing of it."""
        if not _DISOWNED.search(claim.content.text):
            return None
        own = self._ground.speaker(claim.id)
        told = [
            c
            for c in self._said.get(claim.document, ())
            if c.content.end < claim.content.start
            and c.act in _TELLING
            and not _DISOWNED.search(c.content.text)
            and self._ground.speaker(c.id) not in {None, own}
        ]
        heads = {s[:_ROOT] for s in telling_words(claim.content.text)}

        def fits(told: Claim) -> tuple[bool, int]:
            # "no such agreement" answers who "agreed"; else what was said last
            roots = {s[:_ROOT] for s in telling_words(told.content.text)}
            return bool(heads & roots), told.content.end

        last = max(told, key=fits, default=None)
        if last is None:
            return None
        sentence = sentence_at(self._ground.documents[claim.document], last.content.start)
        return (sentence,) if sentence is not None else None

    def _comparable(self, claim: Claim, sentence: Span) -> bool:
        """Say whether a sentence can tell what a claim says was not: elsewhere, and just before."""
        here = self._ground.documents[claim.document]
        there = self._ground.documents[sentence.document]
        if here.id == there.id:
            return self._another_says(claim, sentence)
        if self._ground.origin_of[here.id] == self._ground.origin_of[there.id]:
            return False
        if here.written is None or there.written is None:
            return here.story == there.story
        if _after(there.written, here.written):  # what came later is not denied
            return False
        if (days_between([here.written], [there.written]) or 0) > _SOON:
            return False
        own, theirs = self._days_of(claim.content), self._days_of(sentence)
        if min((abs(a - b) for a in own for b in theirs), default=0) > _NIGHT:  # of another day
            return False
        return all(name in there.text for name in named_places(claim.content.text))

    def _days_of(self, words: Span) -> list[int]:
        """Return the days that some words give for what they tell, as ordinals."""
        told = self._days.get(words.document, array("i"))
        return [
            day
            for start, end, day in zip(told[::3], told[1::3], told[2::3], strict=True)
            if (words.start <= start and end <= words.end)
            or (start <= words.start and words.end <= end)
        ]

    def _another_says(self, claim: Claim, sentence: Span) -> bool:
        """Say whether a sentence of the same page tells what another source alone says."""
        own = self._ground.speaker(claim.id)
        told = [c for c in self._said.get(claim.document, ()) if _holds(sentence, c.content)]
        speakers = {self._ground.speaker(c.id) for c in told}
        return bool(speakers - {None}) and own not in speakers

    def others_in(self, sentence: Span, claim: Claim) -> list[Claim]:
        """Return the claims of a sentence that others than a claim's source make."""
        own = self._ground.speaker(claim.id)
        return [
            c
            for c in self._said.get(sentence.document, ())
            if sentence.start <= c.content.start < sentence.end
            and self._ground.speaker(c.id) not in {None, own}
        ]

    def in_heading(self, claim: Claim) -> bool:
        """Say whether a denial stands in the headline, and the text below it tells one in full."""
        document = self._ground.documents[claim.document]
        if claim.content.start >= document.text.find("\n\n") >= 0:
            return False
        below = (c for c in self._said.get(document.id, ()) if c.content.start > claim.content.end)
        return any(_denies(c, document) for c in below)


def _manner_denied(claim: Claim, event: Event) -> frozenset[str]:
    """Return the words of what is not so of a happening that was: "the fire | did not start in".

    None where it is the happening itself that was not.
    """
    text = claim.content.text
    found = _NOT.search(text)
    told = [m.trigger for m in event.mentions if m.claim == claim.id]
    if found is None or not any(0 <= text.find(trigger) < found.start() for trigger in told):
        return frozenset()
    return frozenset(telling_words(_BUT.split(text[found.end() :])[0]))


def _holds(sentence: Span, words: Span) -> bool:
    return sentence.start <= words.start and words.end <= sentence.end


def _after(one: Date, other: Date) -> bool:
    return one.earliest > other.latest
