"""What happened, by one page: events after PLOVER, with parties, date, place, figures and status.

``proposals`` finds the words that name an event, its type and its parties. Here the words become
entities, dates and places of the record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec
from spacy.tokens import Doc, Span, Token

from histor.extract.antecedents import names_party
from histor.extract.claims.claims_after import with_claimants
from histor.extract.dates.counted_from import counted_from_deeds
from histor.extract.dates.event_dates import EventDates
from histor.extract.dates.looked_back import apart_from_the_past
from histor.extract.dates.paragraph_days import with_paragraph_days
from histor.extract.dates.tenses import is_past, was_to_come
from histor.extract.dates.timelines import Timeline
from histor.extract.dates.times import anchor_day, redated
from histor.extract.events.armed_men import armed, is_moved
from histor.extract.events.contexts import contexts_of
from histor.extract.events.event_types import particles
from histor.extract.events.event_words import EventWords, event_words
from histor.extract.events.force_used import force_type
from histor.extract.events.found_events import DEEDS, HARMING, MUTUAL, REAL, Found
from histor.extract.events.governed import holds_captive
from histor.extract.events.happenings import shoots_at
from histor.extract.events.headed_tolls import with_headed
from histor.extract.events.leaving import is_withdrawal
from histor.extract.events.lodged_protests import with_lodged_protests
from histor.extract.events.lone_tolls import disaster_of, lone_tolls
from histor.extract.events.natural_harm import without_harm_by_nature
from histor.extract.events.parties import Parties
from histor.extract.events.proposals import Proposal, proposals
from histor.extract.events.questions import is_asked
from histor.extract.events.resigning import are_in_office, gives_up_office
from histor.extract.events.same_page import joined, storm_of
from histor.extract.events.scenarios import is_of_scenario
from histor.extract.events.scene_details import with_days, with_places
from histor.extract.events.seizures import is_seizure
from histor.extract.events.unnamed import unnamed_sides
from histor.extract.events.upheavals import UPHEAVALS
from histor.extract.events.wartime import BLAST, with_blasts_of_war
from histor.extract.events.weapons import is_pit, is_weapon, weapon_type
from histor.extract.evidence import span_of
from histor.extract.figures.figure_events import answered, figures_of, with_answers
from histor.extract.figures.figures import extract_figures
from histor.extract.figures.quantity_words import names
from histor.extract.figures.table_figures import table_figures
from histor.extract.names.affiliations import side_words
from histor.extract.names.two_sides import SITES, is_country
from histor.extract.nearby import Nearby
from histor.extract.passives import is_passive
from histor.extract.tokens import prepositions
from histor.records import (
    Claim,
    ClaimSource,
    Credibility,
    Document,
    Entity,
    Event,
    EventMention,
    EventStatus,
    Figure,
    PageRecord,
    TimeExpression,
    make_id,
)
from histor.records import Span as PageSpan

__all__ = ["UNJUDGED", "agreed_status", "event_at", "event_title", "extract_events", "with_events"]

_HANDING_OVER = frozenset(["extradite", "surrender", "repatriate", "deport"])
#: arcs to other deeds than an event's own
_OTHER_DEEDS = frozenset(["conj", "advcl", "parataxis", "ccomp"])
#: happenings that befall somebody the clause names
_UNDERGOING = frozenset(["flee", "exodus", "die", "death", "perish", "secede", "secession"])
#: things that are struck, burnt or wrecked
_STRUCK = frozenset(
    "house home building shop store office vehicle car truck lorry bus minibus train tanker church "
    "mosque temple school clinic hospital market depot warehouse station bridge plant refinery "
    "substation village camp tent convoy ambulance prefecture courthouse factory pipeline "
    "checkpoint hotel shelter dam port airport crop statue area district neighbourhood door gate "
    "neighborhood suburb quarter base barracks outpost post palace headquarters".split()
)
_DENIED = frozenset(["denied", "disputed"])
#: what sides agree to together; whatever else is promised one side promises to the other
_TOGETHER = frozenset(
    "agree agreement deal pact accord treaty truce ceasefire compromise settlement settle "
    "memorandum sign ink strike reach conclude finalise finalize concur understanding consensus "
    "contract exchange swap".split()
)
_SITTING = frozenset(["CONSULT", "COOPERATE"])
#: types of what is said, which is over when it is told
_SAID_NOW = frozenset(["ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"])
_PAST = frozenset(["VBD", "VBN"])
_PRESENT = frozenset(["VBZ", "VBP", "VBG", "NN", "NNS"])
_TO_COME = frozenset(["planned", "predicted", "hypothetical"])
_BEFALLING = frozenset(["death", "displacement", "election", "dissolution"])
#: those that are done where those are to whom they are done
_ON_SITE = frozenset(["ASSAULT", "COERCE"])
#: those that are where the people are who do or suffer them
_THERE = frozenset(["ASSAULT", "COERCE", "PROTEST", "OTHER"])
_CONVENED = frozenset("summit conference talk talks meeting negotiation congress".split())
_PROMISED = frozenset(["AGREE", "THREATEN"])
_PRESS = frozenset(
    "newspaper magazine broadcaster reporter journalist correspondent outlet daily weekly "
    "website radio".split()
)
#: types of what is done by saying it
_SPOKEN = frozenset(["ACCUSE", "REQUEST", "THREATEN"])
UNJUDGED = Credibility(
    admiralty=6, wording="truth cannot be judged", why="one page tells it, and it was not assessed"
)


def extract_events(
    document: Document,
    doc: Doc,
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    times: Sequence[TimeExpression],
) -> tuple[tuple[Event, ...], tuple[Figure, ...], tuple[TimeExpression, ...]]:
    """Return the page's events in the order of their first mention, and the figures of none.

    Besides, the times, those that are counted from events with their dates.
    Expects ``doc._.events``; without it only what the lexicon names is found.
    """
    rows = table_figures(document)
    named_here = [
        p
        for p in without_harm_by_nature(
            with_blasts_of_war(list(with_lodged_protests(proposals(doc))))
        )
        if not any(row.start <= p.word.idx < row.end for row in rows)
        if not is_asked(p.word)
    ]
    times, dates = _dates(document, doc, times, [p.word for p in named_here])
    around = _around(document, doc, entities, claims, dates, times)
    named_here = [p for p in named_here if not _is_interview(p, around.parties)]
    mentions = with_places([_mention(proposal, around) for proposal in named_here], around.parties)
    mentions = with_days(mentions, Nearby(times, lambda time: time.span.start))
    mentions = with_paragraph_days(
        mentions, doc, times, {c.id: c for c in claims}, entities, anchor_day(document)
    )
    told_of = joined([m for m in mentions if not _is_own_interview(m)], doc)
    groups = list(apart_from_the_past(told_of))
    with_claimants(groups, doc, around.parties)
    counted = [
        (figure, at)
        for figure, at in extract_figures(document, doc, claims, times)
        if not any(row.start <= figure.span.start < row.end for row in rows)
    ]
    named = [(n, one.token, one.type) for n, group in enumerate(groups) for one in group]
    figures = figures_of(doc, counted, named)
    answers = answered(doc, counted, figures)
    figures = with_answers(figures, answers)
    told = {figure.span.place for own in figures.values() for figure in own}
    alone = [(figure, at) for figure, at in counted if figure.span.place not in told]
    for proposal, own in lone_tolls(doc, alone):
        toll, at = _undated(_mention(proposal, around)), disaster_of(proposal, groups)
        if at is None:
            figures[len(groups)] = own
            groups.append([toll])
        else:
            figures[at] = (*figures.get(at, ()), *own)
            groups[at].append(toll)
    figures = with_answers(figures, answers)
    names = {e.id: e.name for e in entities}
    counted_groups = with_headed([(g, figures.get(n, ())) for n, g in enumerate(groups)])
    told_events = [(_event(document, group, own, names), group) for group, own in counted_groups]
    events = [
        event
        for event, group in told_events
        if _tells_something(event)
        or any(m.by_whom and (event.type in DEEDS or m.by_side) for m in group)
    ]
    carried = {figure.span.place for event in events for figure in event.figures}
    of_none = [f for row in rows for f in row.figures]
    of_none += [f for f, _ in counted if f.span.place not in carried]
    return (
        tuple(sorted(events, key=lambda e: (e.mentions[0].span.start, e.id))),
        tuple(sorted(of_none, key=lambda f: f.span.place)),
        tuple(times),
    )


def _dates(
    document: Document, doc: Doc, times: Sequence[TimeExpression], words: Sequence[Token]
) -> tuple[Sequence[TimeExpression], EventDates]:
    """Return the times, and what dates the events that words name."""
    counted, given = counted_from_deeds(doc, times, words)
    if counted != tuple(times):
        times = redated(counted, anchor_day(document))
    by_id = {time.id: time for time in times}
    own = {word: None if time is None else by_id[time] for word, time in given.items()}
    return times, EventDates(times, own)


def _tells_something(event: Event) -> bool:
    """Say whether an event has a party, a place, a day or a number, or is still to come."""
    known = event.actors or event.recipients or event.place or event.date or event.figures
    ruled = event.mode == "curfew"  # wherever it is, it is over a town
    return bool(known) or ruled or event.type == "OTHER" or event.status in _TO_COME


def event_title(
    trigger: str,
    actors: Sequence[str],
    recipients: Sequence[str],
    mentions: Sequence[EventMention] = (),
) -> str:
    """Return a short phrase of the trigger and the parties' names.

    Where no name is known of a side, it is told in the words that most ``mentions`` by the same
    trigger have for it.
    """
    told = [m for m in mentions if m.trigger.lower() == trigger.lower()]
    doers = Counter(m.by for m in told if m.by is not None)
    others = Counter(m.to for m in told if m.to is not None)
    # the first of equals
    by = ", ".join(actors[:3]) or max(doers, key=doers.__getitem__, default="")
    to = ", ".join(recipients[:3]) or max(others, key=others.__getitem__, default="")
    return " ".join(part for part in (by, trigger, to) if part)


def event_at(record: PageRecord, doc: Doc, proposal: Proposal) -> Event:
    """Return the event that words of a read page name, by itself."""
    dates = EventDates(record.times)
    around = _around(record.document, doc, record.entities, record.claims, dates, record.times)
    names = {e.id: e.name for e in record.entities}
    return _event(record.document, [_mention(proposal, around)], (), names)


@dataclass(frozen=True, slots=True)
class _Around:
    """What else is known of the page that an event is read from."""

    document: Document
    parties: Parties
    dates: EventDates
    timeline: Timeline
    #: claims, those of the shortest contents first
    claims: Sequence[Claim]
    #: ids of countries and peoples
    lands: frozenset[str]

    def teller(self, verb: Token, kind: str) -> ClaimSource | None:
        """Return who says what a verb of saying does: "said it was safe and | warned"."""
        if kind not in _SPOKEN or verb.pos_ != "VERB":
            return None
        for claim in self.claims:
            cue = claim.cue
            if cue is not None and cue.start <= verb.idx < cue.end and claim.source is not None:
                return claim.source
        return None


def _around(
    document: Document,
    doc: Doc,
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    dates: EventDates,
    times: Sequence[TimeExpression],
) -> _Around:
    return _Around(
        document,
        Parties(doc, entities),
        dates,
        Timeline(document.text, times),
        sorted(claims, key=lambda c: c.content.end - c.content.start),
        frozenset(e.id for e in entities if e.kind == "group" or is_country(e)),
    )


def _mention(read: Proposal, around: _Around) -> Found:
    document, parties, dates = around.document, around.parties, around.dates
    token, kind = read.word, read.type
    doers, targets = (
        parties.not_sited(spans, undergone=kind == "OTHER") for spans in (read.doers, read.targets)
    )
    doers = [d for d in doers if not _is_arm(d)]
    at = token.idx
    claim = next((c for c in around.claims if c.content.start <= at < c.content.end), None)
    speaker = claim.source.entity if claim is not None and claim.source is not None else None
    quoted = claim is not None and claim.quoted
    struck = parties.site_of(token, targets) if kind in DEEDS - {"PROTEST"} else None
    sites: list[str] = []
    people = kind == "OTHER" or token.lemma_.lower() in HARMING
    named_by = None
    if kind == "OTHER" or (kind in MUTUAL and token.lemma_.lower() in _CONVENED):
        named_by = parties.place_named_by(token)  # "the X summit" is in X, and not X's
        doers = [d for d in doers if not (named_by and d.root.head.i == token.i)]
    if kind in {"MOBILIZE", "AID"} and token.tag_ == "VBN":  # "deployed Kenyan soldiers"
        sent = [t for t in targets if token.i < t.root.i == token.head.i and armed(t.root)]
        doers, targets = doers or sent, [t for t in targets if t not in sent]
    if kind == "MOBILIZE":  # "sent tanks of X to Y", "from X"
        targets = [t for t in targets if not (is_moved(t.root) or "from" in prepositions(t.root))]
        targets = [t for t in targets if not (_is_whereto(t.root) and parties.names_person(t))]
        targets, sites = parties.towns(targets)
    if kind == "CONSULT":  # "met in Peru", "X and Y held talks in Peru"
        # "came for the General Assembly", which meets nobody
        targets = [t for t in targets if not _is_gathering(t.root)]
        inside = [t for t in targets if prepositions(t.root) == {"in"}]
        others = parties.ids([t for t in (*doers, *targets) if t not in inside])
        inside = inside if token.pos_ == "VERB" or len(others) > 1 else []
        rest, sites = parties.places(inside, governing=False)
        targets = [t for t in targets if t not in inside or t in rest]
    if kind == "RETREAT":  # "withdrew from the town"
        left = [t for t in targets if "from" in prepositions(t.root)]
        rest, sites = parties.towns(left)
        targets = [t for t in targets if t not in left or t in rest]
    if people or kind == "PROTEST" or kind not in DEEDS:  # "travelled to X", "died in X"
        targets, sites = parties.places(targets, governing=kind != "OTHER")
        if token.lemma_.lower() == "discuss":  # what is talked of is not where
            sites = []
    teller = around.teller(token, kind)
    told_by: tuple[str, ...] = ()
    subjects = [d for d in doers if d.root.dep_ == "nsubj" and d.root.head.i == token.i]
    if (
        teller is not None
        and not parties.at_heads(subjects)
        and teller.entity not in parties.at_heads(doers)
        and not is_passive(token)
    ):
        # whoever nobody knows is not the one beside him: "said X had fired and | warned"
        doers = [d for d in doers if _touches(d, teller.span)] if teller.entity is None else []
        told_by = (teller.entity,) if teller.entity is not None else ()
    actors = told_by or parties.ids(doers, doing=True, speaker=speaker, both=True, quoted=quoted)
    if gives_up_office(token, doers):  # "X's premier resigns", and not X
        actors = tuple(a for a in actors if a not in around.lands)
    if kind in DEEDS or kind in _SAID_NOW:  # "told OUTLET they heard shots"
        actors = tuple(a for a in actors if not parties.reports(a))
    dead = names(token, "killed")  # "we were killed": who says it lives
    whom = None if dead else speaker
    recipients = parties.ids(targets, speaker=whom, both=True, quoted=quoted)
    guessed = parties.meant_only(doers) & parties.at_heads(targets)
    actors = tuple(a for a in actors if a not in guessed)  # "he hailed A. B.": he is another
    if read.kind == "election" and token.pos_ == "VERB":  # "they", whoever they are
        actors, recipients = parties.no_peoples(actors), parties.no_peoples(recipients)
    if kind == "OTHER" and read.kind not in UPHEAVALS:
        own = actors if token.lemma_.lower() in _UNDERGOING else ()
        his = token.pos_ == "NOUN" and any(t.root.tag_ == "PRP$" for t in targets)
        # "blamed X for | his | death", whoever he is; "taking responsibility for the deaths"
        own = () if his or (token.pos_ == "NOUN" and "for" in prepositions(token)) else own
        first, second = (own, recipients) if read.kind == "displacement" else (recipients, own)
        actors, recipients = (), (first or second) if read.kind in _BEFALLING else ()
        if are_in_office(doers):  # "X's president flees", and not X
            recipients = tuple(r for r in recipients if r not in around.lands)
    handed_over = kind == "COOPERATE" and any(c.dep_ == "nsubj:pass" for c in token.children)
    handed_over = handed_over or token.lemma_.lower() in _HANDING_OVER  # whom, has no part in it
    one_sided = handed_over or (kind == "AGREE" and _is_one_sided(token, targets))
    if kind in MUTUAL and not one_sided:
        actors, recipients = (*actors, *(r for r in recipients if r not in actors)), ()
    recipients = tuple(r for r in recipients if r not in actors)
    if kind in _PROMISED or kind == "OTHER":  # "vowed in a talk with the Herald to go"
        recipients = tuple(r for r in recipients if not parties.reports(r))
    taken = {*actors, *recipients}
    place = (
        struck
        or named_by
        or parties.place_of(token, taken)
        or next(iter(sites), None)
        or (parties.site_among(recipients) if kind in _ON_SITE else None)
        or parties.place_where(token)
        or parties.place_around(token, taken)
        or (parties.place_of_cause(token, taken) if token.lemma_.lower() in HARMING else None)
        or (parties.place_of_those(token) if kind in _THERE else None)
        or (parties.place_misread(token) if kind in _THERE else None)
    )
    time = dates.of(token) if read.verb is None else dates.of(token, read.verb)
    status = read.status
    if status in REAL and is_of_scenario(token):
        status = "hypothetical"
    if status in REAL and was_to_come(token):
        status = "planned"
    if time is None and status in REAL:
        time = around.timeline.of(token, whose=bool(actors or recipients or place))
    if time is not None and _is_ahead(time, document) and status in REAL:
        later = (
            time.form is not None and time.form.direction == "future"
        )  # "has spoken with X …, next week"
        past = later and token.tag_ in _PAST and kind in event_words().types
        if kind in _SAID_NOW or past:  # "threatens to strike on Friday" is not of Friday
            time = None
        elif token.tag_ in _PRESENT and not is_past(token):
            status = "planned"  # "X visits Y on Friday", written before
    date = time.date if time else None
    sides = unnamed_sides(token, doers, targets)
    start, end = token.sent.start_char, token.sent.end_char
    text = document.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    return Found(
        token=token,
        type=kind,
        actors=actors,
        recipients=recipients,
        date=date,
        place=place,
        mention=EventMention(
            span=span_of(document, start, end),
            trigger=read.trigger.text,
            claim=claim.id if claim else None,
            status=status,
            date=date,
            time=time.id if time else None,
            by=None if actors else sides.by,
            to=None if recipients else sides.to,
        ),
        mode=_mode(read, event_words()) if kind != "OTHER" else read.kind,
        about=frozenset(s.root.lemma_.lower() for s in read.targets),
        by_side=any(d.root.lemma_.lower() in side_words() for d in read.doers),
        peoples=frozenset(
            parties.peoples(doers, kind, doing=True) | parties.peoples(targets, kind, doing=False)
        ).intersection((*actors, *recipients)),
        by_whom=any(
            s.root.pos_ in {"NOUN", "PROPN"} and names_party(s.root) for s in (*doers, *targets)
        )
        or (kind == "ASSAULT" and any(t.root.lemma_.lower() in _STRUCK for t in read.targets))
        or (kind == "ASSAULT" and read.kind == BLAST),
    )


def _is_one_sided(agreed: Token, targets: Iterable[Span]) -> bool:
    """Say whether one side promises something to the other: "pledged", "agreed to hand it to X"."""
    done = [c for c in agreed.children if c.dep_ == "xcomp"]
    if any(c.is_ancestor(t.root) for c in done for t in targets):
        return True
    lemma = agreed.lemma_.lower()
    sits = not _SITTING.isdisjoint(event_words().triggers.get(lemma, ()))
    return lemma not in _TOGETHER and not sits


def _touches(words: Span, other: PageSpan) -> bool:
    """Say whether words share characters with a stretch of the page."""
    return words.start_char < other.end and other.start < words.end_char


def _is_gathering(noun: Token) -> bool:
    """Say whether a body is what somebody comes for, and so no party that he meets."""
    return noun.ent_type_ == "ORG" and prepositions(noun) == {"for"}


def _is_whereto(target: Token) -> bool:
    """Say whether a phrase tells where somebody is sent: "police were sent to X and | Y |"."""
    first = target.head if target.dep_ == "conj" else target
    return "to" in prepositions(first)


def _is_arm(doer: Span) -> bool:
    """Say whether a phrase names what was shot, and nobody who shot it: "Drones hit a bus"."""
    arm = doer.root
    if not is_weapon(arm):
        return False
    # "a bomb that hit a car in Lima": only a name tied to the arm itself is its owner's
    tied = (t for t in doer if t.ent_type_ and arm.i in {t.head.i, t.head.head.i} and t.i != arm.i)
    return all(prepositions(t) & SITES for t in tied)


def _is_interview(read: Proposal, parties: Parties) -> bool:
    """Say whether somebody only speaks with a newspaper: "in a conversation with the Times"."""
    if read.type != "CONSULT":
        return False
    spans = [*read.doers, *read.targets]
    if any(s.root.lemma_.lower() in _PRESS for s in spans):
        return True
    return any(map(parties.reports, parties.ids(spans)))


def _is_own_interview(mention: Found) -> bool:
    """Say whether a page tells whom it spoke with itself: "We spoke with N. N."."""
    subjects = (c for c in mention.token.children if c.dep_ == "nsubj")
    own = any(c.lower_ in {"we", "i"} for c in subjects)
    return mention.type == "CONSULT" and mention.mention.claim is None and own


def _is_ahead(time: TimeExpression, document: Document) -> bool:
    """Say whether a time is after the day on which its page was written, where that is known."""
    day = anchor_day(document)
    return time.date is not None and day is not None and time.date.first > day


def _undated(found: Found) -> Found:
    """Return a mention without its date: "had 11 dead on Monday" dates the count."""
    return replace(
        found, date=None, mention=msgspec.structs.replace(found.mention, date=None, time=None)
    )


def _mode(read: Proposal, words: EventWords) -> str | None:
    token, kind = read.word, read.type
    known = words.modes.get(kind, {})
    if kind == "ASSAULT" and holds_captive(token):
        return "abduct"
    if kind == "PROTEST" and any(c.lower_ == "hunger" for c in token.children):
        return "hunger"
    if kind == "ASSAULT" and token.lemma_.lower() == "set":
        return "destroy"  # "set fire to"
    if token.lemma_.lower() == "break" and force_type(token) is not None:
        return "crowd-control"  # "broke up the march"
    if token.lemma_.lower() == "beat" and particles(token) & {"back", "off"}:
        return None  # "beat back the rebels"
    if kind == "RETREAT" and is_withdrawal(token):
        return "withdraw"  # "quit their base"
    if kind == "COERCE" and is_seizure(token):
        return "seize"  # "took the town"
    over = read.verb.children if read.verb is not None else ()  # "planes | carried out strikes"
    own = [c for c in (*token.children, *over) if c.dep_ not in _OTHER_DEEDS]
    if token.lemma_.lower() in HARMING:  # "two hostages were killed"
        own = [c for c in own if c.dep_ not in {"obj", "nsubj:pass"}]
    near = [*read.trigger, *own, *(g for c in own for g in c.children)]
    if kind == "ASSAULT" and any(t.lemma_.lower() == "suicide" for t in near):
        return "suicide-attack"  # whatever else the bomber is
    met: set[int] = set()
    if kind == "ASSAULT" and weapon_type(token) is None:  # "attacked a tank", no "threw stones"
        met = {t.i for s in read.targets for t in s if not is_weapon(t)}
    arms = [t for t in near if not is_pit(t) and (t.i not in met or t in read.trigger)]
    told = next((known[t.lemma_.lower()] for t in arms if t.lemma_.lower() in known), None)
    lemma = token.lemma_.lower()  # "air strikes"
    two = (f"{c.lemma_.lower()} {lemma}" for c in token.children if c.dep_ in {"compound", "amod"})
    told = told or next((known[words] for words in two if words in known), None)
    if told or kind != "ASSAULT" or not shoots_at(token):
        return told
    # "fired water cannon at it", whatever the tree makes of the cannon
    behind = (known.get(t.lemma_.lower()) for t in token.doc[token.i + 1 : token.i + 3])
    return "crowd-control" if "crowd-control" in behind else "firearms"


def _event(
    document: Document, group: Sequence[Found], figures: tuple[Figure, ...], names: dict[str, str]
) -> Event:
    first = group[0]
    actors = tuple(dict.fromkeys(a for m in group for a in m.actors))
    recipients = tuple(r for r in dict.fromkeys(r for m in group for r in m.recipients))
    recipients = tuple(r for r in recipients if r not in actors)
    scores = event_words().types.get(first.type)
    title = event_title(
        first.mention.trigger,
        [names[a] for a in actors],
        [names[r] for r in recipients],
        [m.mention for m in group],
    )
    mode = next((m.mode for m in group if m.mode and m.type == first.type), None)
    if any(storm_of(m) for m in group):
        mode = "disaster"  # its toll is no death by another cause
    contexts = [c for m in group for c in contexts_of(m.token.sent)]
    return Event(
        id=make_id("event", document.id, first.token.idx, first.type),
        title=title,
        type=first.type,
        mode=mode,
        context=tuple(dict.fromkeys(contexts)),
        quad=scores[0] if scores else None,
        intensity=event_words().intensity(first.type, mode),
        status=agreed_status([(m.mention.status, bool(m.actors)) for m in group]),
        date=next((m.date for m in group if m.date), None),
        place=next((m.place for m in group if m.place), None),
        actors=actors,
        recipients=recipients,
        figures=figures,
        mentions=tuple(m.mention for m in group),
        documents=1,
        origins=1,
        credibility=UNJUDGED,
        story=None,
        peoples=tuple(p for p in (*actors, *recipients) if _are_people(p, group)),
    )


def _are_people(party: str, group: Sequence[Found]) -> bool:
    """Say whether every telling that names a party means people of it, and not its state."""
    told = [party in m.peoples for m in group if party in m.actors or party in m.recipients]
    return bool(told) and all(told)


def agreed_status(told: Sequence[tuple[EventStatus, bool]]) -> EventStatus:
    """Return whether an event was, by its tellings: their status, and whether they name a doer.

    What happened by nobody's hand, and was denied of the only doer named, is disputed: "nobody
    knows who fired", "the navy denied that its boats had fired".
    """
    statuses = [status for status, _ in told]
    if "happened" not in statuses:
        return statuses[0]
    named = {status for status, by_somebody in told if by_somebody}
    return "disputed" if named and named <= _DENIED else "happened"


def with_events(claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Claim, ...]:
    """Return the claims, each naming the events that its content tells."""
    told: dict[str, list[str]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            if mention.claim and event.id not in told[mention.claim]:
                told[mention.claim].append(event.id)
    return tuple(
        msgspec.structs.replace(c, events=tuple(told[c.id])) if c.id in told else c for c in claims
    )
