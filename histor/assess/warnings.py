"""The register of what was predicted, warned of, threatened and promised, and how it turned out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from histor.assess.come_about import ComeAbout
from histor.assess.come_to_nothing import ComeToNothing
from histor.assess.deeds import Deeds
from histor.assess.foretold import Deed, Named, deed_of, foretells, giving_way
from histor.assess.foretold_clauses import main_words
from histor.assess.foretold_counts import ForetoldCounts
from histor.assess.unfulfilled import Unfulfilled, foretells_breaking, none_came
from histor.assess.windows import day_ahead, deadline_of, open_window, window_of
from histor.link.rows import Numbering
from histor.records import (
    Claim,
    Credibility,
    Date,
    Document,
    Entity,
    Event,
    EventMention,
    Span,
    TimeExpression,
    Warning,
    WarningOutcome,
)
from histor.shelf import Shelf

__all__ = ["warnings_of"]

_AHEAD = frozenset(["predicted", "planned", "hypothetical"])
#: cues of those who expect something without saying that they warn
_EXPECTING = ("believ", "think", "expect", "fear", "vow", "threat", "intend", "predict", "warn")
#: what is foretold not to come is no warning
_NEGATED = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|without|cannot)\b|n['’]t\b", re.I
)
#: why it is foretold: "because nobody else has the patience"
_REASON = re.compile(r"\bbecause\b[^;]*", re.I)
#: on what it hangs: "could send troops if he was not freed" is foretold
_CONDITION = re.compile(r"\b(?:if|unless|until)\b[^,;]*", re.I)
_SPOKEN = frozenset(["warn", "predict", "promise"])
#: deeds of which one is warned; talk of talk is none
_DEEDS = frozenset(
    ["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "RETREAT", "AID", "COOPERATE", "OTHER"]
)
#: and those that may be done though no page tells of it
_QUIET = frozenset(["MOBILIZE", "AID", "COOPERATE"])
_SHOWN = 3
#: sentences of a page that tell its news: the heading and the first of the text
_LEAD = 3
#: characters behind a promise within which its page tells that it was kept
_NEXT = 300
#: what has been before, and the sides of a fight
_AGAIN = re.compile(
    r"\b(?:resum\w+|again|renewed|return of|restart|flare up|(?:more|further|fresh) (?:\w+ )?"
    r"(?:fighting|clashes|violence|attacks|protests|unrest|bloodshed|strikes))\b",
    re.I,
)
_SIDES = 2
#: what came of something foretold, and the words that say so
Outcome = tuple[WarningOutcome, tuple[Span, ...]]
#: "schools will reopen on Tuesday"
_WILL = re.compile(r"\bwill\b")
#: how words begin by which a speaker says what he is going to do
_COMMITTING = re.compile(
    r"\W*(?:we|I|they|it|he|she)(?: (?:will|would|shall|could|might|may|plans? to|planned to|"
    r"intends? to|intended to|(?:is|are|am|was|were) (?:going|ready|prepared) to)|['’]ll)\b",
    re.I,
)
_MODAL = re.compile(r"\b(?:will|would|could|may|might|can)\b")
#: deeds and disasters that can be the very thing that was warned of
_HARM = frozenset(["ASSAULT", "COERCE", "PROTEST", "OTHER"])
_TOLL = re.compile(r"\b(?:deaths?|tolls?|dead|casualties|killed|died|fatalities)\b", re.I)


class _Told(msgspec.Struct, frozen=True):
    """An event that a claim tells as ahead, and which of its accounts the claim is."""

    event: Event
    account: int
    claim: Claim


def warnings_of(
    events: Sequence[Event],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    entities: Sequence[Entity],
    times: Mapping[str, Sequence[TimeExpression]],
) -> tuple[Warning, ...]:
    """Return the warnings, by the page and place of their claim.

    A warning is a claim whose content tells a deed as ahead, in an event that was read or in its
    own words (:mod:`histor.assess.foretold`). It is ``borne_out`` if the case holds
    a like event in its window. It is ``not_borne_out`` if the window closed, pages written later
    still speak of a party, and none tells or announces a like deed in the window, or if one of them
    says that it did not come; else ``open``: silence proves nothing.
    """
    case = _Case(events, documents, entities)
    counts = ForetoldCounts(events, documents)
    # there are many in a large case: they are not held in memory
    ahead = Shelf(_Told, _told_ahead(events, claims))
    known = {one.claim.id for one in ahead}
    told = Shelf(
        Claim, (c for c in claims.values() if c.id not in known and _foretells(c, documents))
    )
    names = Named(entities, {c.document for c in (*(o.claim for o in ahead), *told)})
    found: list[tuple[tuple[str, int, str], Warning]] = []

    def note(claim: Claim, event: Event, window: Date, outcome: Outcome) -> None:
        what, grounds = counts.outcome(claim, window) or outcome
        if (none := none_came(documents[claim.document], claim)) is not None:
            what, grounds = "not_borne_out", (none,)
        warning = Warning(
            claim=claim.id,
            event_type=event.type,
            actor=event.actors[0] if event.actors else None,
            target=event.recipients[0] if event.recipients else event.place,
            window=window,
            outcome=what,
            evidence=(claim.content, *([claim.cue] if claim.cue else []), *grounds),
        )
        found.append(((claim.document, claim.content.start, event.type), warning))

    some_time = open_window(documents.values())

    def deadline(claim: Claim) -> Date | None:
        return deadline_of(claim, documents[claim.document], times.get(claim.document, ()))

    for one in ahead:
        event, claim = one.event, one.claim
        mention = event.mentions[one.account]
        own = _as_told(event, claim, names)
        if own.type == "THREATEN":  # what is done if it is made good
            own = msgspec.structs.replace(own, type=deed_of(claim, names).type)
        if own.type != "RETREAT" and giving_way(claim.content.text):  # "sends soldiers home"
            own = _ahead(deed_of(claim, names))
        if not own.actors and claim.act == "promise":  # who promises it
            own = msgspec.structs.replace(own, actors=deed_of(claim, names).actors)
        date = mention.date or event.date or deadline(claim)
        window = window_of(date, documents[claim.document], claim)
        if window is None and some_time is not None:  # when it was told, nobody can say
            note(claim, own, some_time, ("open", ()))
        if window is not None:
            outcome = case.outcome(own, window)
            if outcome[0] == "not_borne_out" and (not own.actors or _commits(event, claim)):
                outcome = "open", ()  # nobody's deed, or a plan, may go unreported
            if outcome[0] == "open" and (more := case.more(own, claim, window)):
                outcome = "borne_out", more
            note(claim, own, window, outcome)
    for claim in told:
        event = case.resumed(_ahead(deed_of(claim, names)), claim)
        day = deadline(claim) or day_ahead(claim, times.get(claim.document, ()))
        window = window_of(day, documents[claim.document], claim)
        if window is None:
            if some_time is not None:
                note(claim, event, some_time, ("open", ()))
            continue
        what, grounds = case.outcome(event, window)
        if what == "open" and (more := case.more(event, claim, window)):
            what, grounds = "borne_out", more
        if (came := case.came(claim, window)) is not None:
            what, grounds = "borne_out", came
        elif what == "borne_out" and not event.actors and not _AGAIN.search(claim.content.text):
            what, grounds = "open", ()  # of whom, nobody could tell
        elif what == "not_borne_out" and (
            not event.actors or event.type == "CONSULT" or window.edtf.endswith("..")
        ):
            what = "open"  # it may yet come, or may have been done though nobody tells it
        if what == "open" and (done := case.told_next(event, claim)):
            what, grounds = "borne_out", done
        note(claim, event, window, (what, grounds))
    settled = Unfulfilled(documents, [w for _, w in found], claims)
    named = {e.id: e.name for e in entities}
    nothing = ComeToNothing(documents, [w for _, w in found], claims, times, named)
    judged = [nothing.judged(settled.judged(w)) for _, w in sorted(dict(found).items())]
    about = ComeAbout(documents, judged, claims, times, named)
    return _told_alike([about.judged(w) for w in judged], claims)


def _told_alike(found: Sequence[Warning], claims: Mapping[str, Claim]) -> tuple[Warning, ...]:
    """Return the warnings, what is open settled by what came of the same words on another page."""
    settled = {(w.claim, w.event_type): w for w in found if w.outcome != "open"}

    def judged(warning: Warning) -> Warning:
        if warning.outcome != "open":
            return warning
        for other in claims[warning.claim].same_as:
            known = settled.get((other, warning.event_type))
            if known is None or known.window.latest < warning.window.earliest:
                continue
            if known.window.earliest > warning.window.latest:
                continue
            evidence = tuple(dict.fromkeys((*warning.evidence, *known.evidence)))
            return msgspec.structs.replace(warning, outcome=known.outcome, evidence=evidence)
        return warning

    return tuple(map(judged, found))


def _told_ahead(events: Iterable[Event], claims: Mapping[str, Claim]) -> Iterator[_Told]:
    """Yield the events that claims tell as ahead, with the accounts."""
    for event in events:
        if event.status not in _AHEAD or event.type not in _DEEDS | {"THREATEN"}:
            continue
        for at, mention in enumerate(event.mentions):
            claim = claims.get(mention.claim) if mention.claim else None
            if claim is None or not _foreteller(claim):
                continue
            scheduled = mention.date is not None and bool(_WILL.search(claim.content.text))
            told = event.type != "THREATEN" and (scheduled or _expects(claim))
            if not told and not _commits(event, claim):
                continue
            if _foretells_not(claim) or _hangs_on(mention, claim):
                continue
            named = bool(event.actors or event.recipients or event.place)
            if named or scheduled or claim.act in {"warn", "predict"}:
                yield _Told(event, at, claim)


def _as_told(event: Event, claim: Claim, names: Named) -> Event:
    """Return an event with the parties alone that a claim names, or that speak in it.

    Other accounts that were joined with it may name others.
    """
    if len(event.mentions) == 1:
        return event
    start, end = claim.content.start, claim.content.end
    own = {entity for *_, entity, _ in names.within(claim.document, start, end)}
    own |= {claim.source.entity or ""} if claim.source else set()
    parties = {*event.actors, *event.recipients}
    if not own & parties:
        return event
    return msgspec.structs.replace(
        event,
        actors=tuple(a for a in event.actors if a in own),
        recipients=tuple(r for r in event.recipients if r in own),
    )


def _foreteller(claim: Claim) -> bool:
    """Say whether a claim has a source, or tells what all expect: "the vote is due on Sunday"."""
    return claim.source is not None or claim.act == "predict"


def _foretells_not(claim: Claim) -> bool:
    """Say whether what is foretold is that something will not come."""
    if foretells_breaking(claim):
        return False
    told = _REASON.sub("", _CONDITION.sub("", claim.content.text))
    cue = claim.cue.text if claim.cue is not None else ""  # "do not expect"
    return _NEGATED.search(told) is not None or _NEGATED.search(cue) is not None


def _hangs_on(mention: EventMention, claim: Claim) -> bool:
    """Say whether a deed is not what is foretold, but that on which it hangs."""
    content = claim.content.text
    foretold = _CONDITION.sub("", main_words(content))
    return mention.trigger in content and mention.trigger not in foretold


def _foretells(claim: Claim, documents: Mapping[str, Document]) -> bool:
    """Say whether a claim whose events tell of nothing ahead foretells something in its words."""
    if not _foreteller(claim) or _foretells_not(claim):
        return False
    text = documents[claim.document].text
    cue = claim.cue.end if claim.cue is not None else claim.content.start
    return foretells(claim, text[cue : claim.content.start] if cue < claim.content.start else "")


def _ahead(deed: Deed) -> Event:
    """Return a deed that is foretold as the events of the case are told."""
    return Event(
        id="",
        title="",
        type=deed.type,
        mode=deed.mode,
        context=(),
        quad=None,
        intensity=None,
        status="predicted",
        date=None,
        place=None,
        actors=deed.actors,
        recipients=deed.targets,
        figures=(),
        mentions=(),
        documents=0,
        origins=0,
        credibility=Credibility(admiralty=6, wording="", why=""),
        story=None,
    )


class _Case:
    """What the case tells, by which what was foretold is judged."""

    def __init__(
        self,
        events: Sequence[Event],
        documents: Mapping[str, Document],
        entities: Iterable[Entity],
    ) -> None:
        self._events = events
        self._at = {e.id: n for n, e in enumerate(events)}
        parties = Numbering()
        self._happened: dict[str, Deeds] = defaultdict(lambda: Deeds(parties))
        self._announced: dict[str, Deeds] = defaultdict(lambda: Deeds(parties))
        #: those that happened on no day that is told
        self._undated: dict[str, list[int]] = defaultdict(list)
        self._heads = {
            d.id: (d.sentences[min(len(d.sentences), _LEAD) - 1][1] if d.sentences else 0)
            for d in documents.values()
        }
        #: the latest page that names each party
        self._told: dict[str, str] = defaultdict(str)
        written = {d.id: date.earliest for d in documents.values() if (date := d.dated) is not None}
        for n, event in enumerate(events):
            if event.type in _DEEDS or event.type == "CONSULT":
                (self._happened if event.real else self._announced)[event.type].add(event, n)
            if event.date is None and event.real:
                self._undated[event.type].append(n)
        lands: dict[str, Counter[str]] = defaultdict(Counter)
        for entity in entities:
            if entity.country is not None and entity.kind == "place":
                for span in entity.mentions:
                    lands[span.document][entity.country] += 1
            days = (written.get(span.document, "") for span in entity.mentions)
            self._told[entity.id] = max(days, default="")
        #: the country whose places each page names most
        self._land = {page: max(sorted(n), key=n.__getitem__) for page, n in lands.items()}
        self._written = written

    def outcome(self, warned: Event, window: Date) -> Outcome:
        """Return what came of something foretold, and the words that bear it out.

        Deeds that have no type are not like each other by it: their words tell what they are.
        """
        if warned.type == "OTHER":
            return "open", ()
        like = self._happened[warned.type].fulfilling(warned, window)
        done = [*islice((e for n in like if _fulfils(e := self._events[n], warned)), _SHOWN)]
        if done:
            return "borne_out", tuple(e.mentions[0].span for e in done)
        if (led := tuple(islice(self._leading(warned, window), _SHOWN))) and warned.actors:
            return "borne_out", led
        parties = _parties(warned)
        told = any(self._told[p] > window.latest for p in parties)
        if told and warned.type not in _QUIET and not self._may_have_been(warned, window):
            return "not_borne_out", ()
        return "open", ()

    def resumed(self, warned: Event, claim: Claim) -> Event:
        """Return a deed of nobody named that is to go on, by the sides that its page names most.

        "We expect fighting to resume by June", on a page on the war between two countries.
        """
        if warned.actors or warned.recipients or not _AGAIN.search(claim.content.text):
            return warned
        known = Counter(
            party
            for event in self._events
            if event.type == warned.type
            and any(m.span.document == claim.document for m in event.mentions)
            for party in {*event.actors, *event.recipients}
        )
        sides = [party for party, many in known.most_common(_SIDES) if many > 1]
        return msgspec.structs.replace(warned, actors=tuple(sides)) if len(sides) > 1 else warned

    def more(self, warned: Event, claim: Claim, window: Date) -> tuple[Span, ...]:
        """Return where pages on the same country tell of what was to go on, whoever it is between.

        "The arrests will lead to more fighting": such a deed of a day in the window, on a later
        page.
        """
        page = claim.document
        named = warned.actors or warned.recipients
        if named or warned.type not in _HARM - {"OTHER"} or not _AGAIN.search(claim.content.text):
            return ()
        land, written = self._land.get(page), self._written.get(page, "")
        like = (self._events[n] for n in self._happened[warned.type].fulfilling(warned, window))
        found = (
            mention.span
            for event in like
            if event.date is not None and event.date.earliest > written
            for mention in event.mentions[:1]
            if land is not None and self._land.get(mention.span.document) == land
        )
        return tuple(islice(found, 1))

    def came(self, claim: Claim, window: Date) -> tuple[Span, ...] | None:
        """Return where other accounts tell, as having happened, what a warning begins with.

        "A flood would be catastrophic": accounts of the flood that came are of one event with it.
        """
        modal = _MODAL.search(claim.content.text)
        if _TOLL.search(claim.content.text):  # that some died bears no number out
            return None
        for event in (self._events[self._at[e]] for e in claim.events if e in self._at):
            if not event.real or event.date is None or event.type not in _HARM or modal is None:
                continue
            if event.date.earliest < window.earliest or event.date.earliest > window.latest:
                continue
            own = [m for m in event.mentions if m.claim == claim.id]
            begins = any(m.trigger in claim.content.text[: modal.start()] for m in own)
            told = tuple(m.span for m in event.mentions if m.claim != claim.id and m.date)
            if begins and told:
                return told[:_SHOWN]
        return None

    def told_next(self, warned: Event, claim: Claim) -> tuple[Span, ...]:
        """Return where a page goes on to tell that what was promised was done.

        "They promised to leave the town, and pulled out in May." Nobody need be named again.
        """
        if claim.act != "promise" or warned.mode is None:
            return ()
        first, last = claim.content.end, claim.content.end + _NEXT
        return tuple(
            mention.span
            for event in self._events
            if event.type == warned.type and event.mode == warned.mode and event.real
            for mention in event.mentions
            if mention.span.document == claim.document
            and mention.span.start <= last
            and first < mention.span.start + mention.span.text.rfind(mention.trigger)
            and not (warned.actors and event.actors and set(warned.actors).isdisjoint(event.actors))
        )[:_SHOWN]

    def _leading(self, warned: Event, window: Date) -> Iterator[Span]:
        """Yield where the headings and leads of pages of a window tell of such a deed as news."""
        to = {*warned.recipients, *([warned.place] if warned.place else [])}
        for n in self._undated[warned.type]:
            event = self._events[n]
            by = not set(warned.actors).isdisjoint(event.actors)
            if not by or (to and to.isdisjoint(_parties(event))) or not _fulfils(event, warned):
                continue
            for mention in event.mentions:
                page = mention.span.document
                written = self._written.get(page, "")
                inside = window.earliest < written <= window.latest
                if inside and mention.span.start < self._heads[page]:
                    yield mention.span

    def _may_be_of(self, window: Date, mention: EventMention) -> bool:
        """Say whether an account without a day may tell of a window: no news of a later page."""
        page = mention.span.document
        written = self._written.get(page, "")
        news = mention.span.start < self._heads[page]
        return window.earliest < written and not (news and written > window.latest)

    def _may_have_been(self, warned: Event, window: Date) -> bool:
        """Say whether a deed of its type, itself left out, happened or was announced for then."""
        own = {m.span.place for m in warned.mentions}
        happened = self._happened[warned.type]
        untold = (self._events[n] for n in self._undated[warned.type])
        if any(
            self._may_be_of(window, m)
            for e in untold
            if not e.actors or not set(warned.actors).isdisjoint(e.actors)
            for m in e.mentions
            if m.span.place not in own
        ):
            return True
        return any(
            own.isdisjoint(m.span.place for m in self._events[n].mentions)
            for like in (happened, self._announced[warned.type])
            for n in like.overlapping(warned, window, happened)
        )


def _parties(event: Event) -> set[str]:
    return {*event.actors, *event.recipients, *([event.place] if event.place else [])}


def _expects(claim: Claim) -> bool:
    cue = claim.cue.text.lower() if claim.cue is not None else ""
    return claim.act in _SPOKEN or cue.startswith(_EXPECTING)


def _commits(event: Event, claim: Claim) -> bool:
    """Say whether who speaks is going to do it himself: "Chad said it would close the border"."""
    speaker = claim.source.entity if claim.source is not None else None
    return speaker in event.actors and _COMMITTING.match(claim.content.text) is not None


def _fulfils(done: Event, warned: Event) -> bool:
    """Say whether a deed in the window, by and to whom it was foretold, is what was foretold."""
    if done.id == warned.id:
        return False
    if done.type == "RETREAT" and done.mode != warned.mode and (done.mode or not warned.mentions):
        return False  # a truce opens no port
    if warned.type == "CONSULT":  # one side of a meeting may meet others
        return len(_parties(done) & _parties(warned)) >= len(("one", "other"))
    # of whom, nobody could tell
    return bool(warned.actors or warned.recipients or warned.place)
