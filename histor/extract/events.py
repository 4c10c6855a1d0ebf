"""What happened, by one page: events after PLOVER, with parties, date, place, figures and status.

``proposals`` finds the words that name an event, its type and its parties. Here the words become
entities, dates and places of the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec
from spacy.tokens import Doc, Span, Token

from histor.extract.arguments import as_noun, names_party, told_by
from histor.extract.contexts import contexts_of
from histor.extract.event_words import EventWords, event_words
from histor.extract.evidence import span_of
from histor.extract.figure_events import figures_of
from histor.extract.figures import extract_figures
from histor.extract.lone_tolls import lone_tolls
from histor.extract.natural_harm import without_harm_by_nature
from histor.extract.nearby import Nearby
from histor.extract.parties import Parties
from histor.extract.proposals import Proposal, proposals
from histor.extract.table_figures import table_figures
from histor.extract.time_values import DATELESS
from histor.extract.tokens import prepositions
from histor.records import (
    Claim,
    Credibility,
    Date,
    Document,
    Entity,
    Event,
    EventMention,
    Figure,
    PageRecord,
    TimeExpression,
    make_id,
)

__all__ = ["UNJUDGED", "event_at", "event_title", "extract_events", "with_events"]

#: types in which both sides act (PLOVER manual, 2024)
_MUTUAL = frozenset(["CONSULT", "COOPERATE", "AGREE"])
#: words between an event and a date or a place of its sentence
_REACH = 40
_TIME_WEIGHT = 4
_OF_A_NOUN = frozenset(["compound", "nmod", "nummod", "amod", "nmod:poss", "nmod:unmarked"])
_GENITIVE = frozenset(["'s", "’s", "'", "’"])
#: tokens between a time and the noun that it possesses: "Thursday's second deadly explosion"
_MARKED = 4
#: arcs that part a time from the event: below the event's clause, and above it
_CLAUSES_BELOW = frozenset(["advcl", "acl", "acl:relcl", "ccomp", "parataxis", "csubj", "appos"])
_CLAUSES_ABOVE = frozenset(["ccomp", "acl:relcl", "parataxis", "appos"])
#: arcs to other deeds than an event's own
_OTHER_DEEDS = frozenset(["conj", "advcl", "parataxis", "ccomp"])
#: verbs whose infinitive is yet to come
_AHEAD = frozenset(
    "agree ask call command decide demand expect instruct offer order plan pledge promise propose "
    "refuse request require swear tell threaten undertake urge vow want warn".split()
)
_OTHER_TIMES = frozenset(["after", "before", "since", "until"])
#: prepositions before what made somebody act, on whatever day it was
_OVER = frozenset(["over", "after", "following", "amid", "despite", "since"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "their", "such"])
#: happenings that befall somebody the clause names
_UNDERGOING = frozenset(["flee", "exodus", "die", "death", "perish", "secede", "secession"])
#: verbs that tell the outcome of a deed
_OUTCOMES = frozenset(["kill", "injure", "wound", "hurt", "maim", "displace"])
#: verbs that tell what a deed met
_STRIKING = frozenset("hit strike target destroy damage rock devastate flatten level raze".split())
_TO_COME = frozenset(["planned", "predicted", "hypothetical"])
_BEFALLING = frozenset(["death", "displacement", "election", "dissolution"])
#: PLOVER's quad classes of words
_SAID = frozenset([1, 3])
#: types of deeds; words are said again and again
_DEEDS = frozenset(["AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"])
#: those that are done where those are to whom they are done
_ON_SITE = frozenset(["ASSAULT", "COERCE"])
UNJUDGED = Credibility(
    admiralty=6, wording="truth cannot be judged", why="one page tells it, and it was not assessed"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """One mention of an event before mentions of the same are joined."""

    token: Token
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: Date | None
    place: str | None
    mention: EventMention
    mode: str | None
    #: base forms of what it is aimed at or about, named or not
    about: frozenset[str]
    #: whether somebody is said to do or to suffer it, by a name or by what he is
    by_whom: bool


def extract_events(
    document: Document,
    doc: Doc,
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    times: Sequence[TimeExpression],
) -> tuple[tuple[Event, ...], tuple[Figure, ...]]:
    """Return the page's events in the order of their first mention, and the figures of none.

    Expects ``doc._.events``; without it only what the lexicon names is found.
    """
    around = _around(document, doc, entities, claims, times)
    rows = table_figures(document)
    named_here = [
        p
        for p in without_harm_by_nature(proposals(doc))
        if not any(row.start <= p.word.idx < row.end for row in rows)
    ]
    groups = _joined([_mention(proposal, around) for proposal in named_here], doc)
    counted = [
        (figure, at)
        for figure, at in extract_figures(document, doc, claims, times)
        if not any(row.start <= figure.span.start < row.end for row in rows)
    ]
    named = [(n, one.token, one.type) for n, group in enumerate(groups) for one in group]
    figures = figures_of(doc, counted, named)
    told = {figure.span.place for own in figures.values() for figure in own}
    alone = [(figure, at) for figure, at in counted if figure.span.place not in told]
    for proposal, own in lone_tolls(doc, alone):
        figures[len(groups)] = own
        groups.append([_undated(_mention(proposal, around))])
    names = {e.id: e.name for e in entities}
    events = [_event(document, group, figures.get(n, ()), names) for n, group in enumerate(groups)]
    events = [
        event
        for event, group in zip(events, groups, strict=True)
        if _tells_something(event) or (event.type in _DEEDS and any(m.by_whom for m in group))
    ]
    carried = {figure.span.place for event in events for figure in event.figures}
    of_none = [f for row in rows for f in row.figures]
    of_none += [f for f, _ in counted if f.span.place not in carried]
    return (
        tuple(sorted(events, key=lambda e: (e.mentions[0].span.start, e.id))),
        tuple(sorted(of_none, key=lambda f: f.span.place)),
    )


def _tells_something(event: Event) -> bool:
    """Say whether an event has a party, a place, a day or a number, or is still to come."""
    known = event.actors or event.recipients or event.place or event.date or event.figures
    return bool(known) or event.type == "OTHER" or event.status in _TO_COME


def event_title(trigger: str, actors: Sequence[str], recipients: Sequence[str]) -> str:
    """Return a short phrase of the trigger and the parties' names."""
    return " ".join(
        part for part in (", ".join(actors[:3]), trigger, ", ".join(recipients[:3])) if part
    )


def event_at(record: PageRecord, doc: Doc, proposal: Proposal) -> Event:
    """Return the event that words of a read page name, by itself."""
    around = _around(record.document, doc, record.entities, record.claims, record.times)
    names = {e.id: e.name for e in record.entities}
    return _event(record.document, [_mention(proposal, around)], (), names)


@dataclass(frozen=True, slots=True)
class _Around:
    """What else is known of the page that an event is read from."""

    document: Document
    parties: Parties
    dates: Nearby[TimeExpression]
    #: claims, those of the shortest contents first
    claims: Sequence[Claim]


def _around(
    document: Document,
    doc: Doc,
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    times: Sequence[TimeExpression],
) -> _Around:
    return _Around(
        document,
        Parties(doc, entities),
        Nearby(times, lambda time: time.span.start),
        sorted(claims, key=lambda c: c.content.end - c.content.start),
    )


def _mention(read: Proposal, around: _Around) -> _Found:
    document, parties, dates = around.document, around.parties, around.dates
    token, kind = read.word, read.type
    doers, targets = (
        parties.not_sited(spans, undergone=kind == "OTHER") for spans in (read.doers, read.targets)
    )
    at = token.idx
    claim = next((c for c in around.claims if c.content.start <= at < c.content.end), None)
    speaker = claim.source.entity if claim is not None and claim.source is not None else None
    sites: list[str] = []
    people = kind == "OTHER" or token.lemma_.lower() in _OUTCOMES
    if people or kind == "PROTEST" or kind not in _DEEDS:  # "travelled to X", "died in X"
        targets, sites = parties.places(targets, governing=kind != "OTHER")
    actors = parties.ids(doers, doing=True, speaker=speaker, both=kind == "CONSULT")
    if kind in _DEEDS:  # "told OUTLET they heard shots"
        actors = tuple(a for a in actors if not parties.reports(a))
    recipients = parties.ids(targets, speaker=speaker, both=True)
    if kind == "OTHER":
        own = actors if token.lemma_.lower() in _UNDERGOING else ()
        actors, recipients = (), (recipients or own) if read.kind in _BEFALLING else ()
    if kind in _MUTUAL:
        actors, recipients = (*actors, *(r for r in recipients if r not in actors)), ()
    recipients = tuple(r for r in recipients if r not in actors)
    taken = {*actors, *recipients}
    place = (
        parties.place_of(token, taken)
        or next(iter(sites), None)
        or (parties.site_among(recipients) if kind in _ON_SITE else None)
        or parties.place_where(token)
        or parties.place_around(token, taken)
    )
    time = _time(token, dates) or (_time(read.verb, dates) if read.verb is not None else None)
    date = time.date if time else None
    start, end = token.sent.start_char, token.sent.end_char
    text = document.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    return _Found(
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
            status=read.status,
            date=date,
            time=time.id if time else None,
        ),
        mode=_mode(token, read.trigger, event_words(), kind) if kind != "OTHER" else read.kind,
        about=frozenset(s.root.lemma_.lower() for s in read.targets),
        by_whom=any(
            s.root.pos_ in {"NOUN", "PROPN"} and names_party(s.root) for s in (*doers, *targets)
        ),
    )


def _undated(found: _Found) -> _Found:
    """Return a mention without its date: "had 11 dead on Monday" dates the count."""
    return replace(
        found, date=None, mention=msgspec.structs.replace(found.mention, date=None, time=None)
    )


def _mode(token: Token, trigger: Span, words: EventWords, kind: str) -> str | None:
    known = words.modes.get(kind, {})
    own = [c for c in token.children if c.dep_ not in _OTHER_DEEDS]
    near = [*trigger, *own, *(g for c in own for g in c.children)]
    return next((known[t.lemma_.lower()] for t in near if t.lemma_.lower() in known), None)


def _time(token: Token, times: Nearby[TimeExpression]) -> TimeExpression | None:
    """Return the expression of the event's own clause that stands nearest in tree and text."""
    sentence = token.sent
    best: tuple[float, TimeExpression] | None = None
    for time in times.starting(sentence.start_char, sentence.end_char):
        if time.date is None and (time.form is None or time.form.kind in DATELESS):
            continue
        span = token.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if span is None:
            continue
        if _possessed(span, token):  # "Thursday's explosion"
            return time
        if not _tells(span.root, token) or _of_the_telling(span, token):
            continue
        if _of_what_followed(span.root, token):
            continue
        far = _steps(span.root, token) * _TIME_WEIGHT
        if token.pos_ != "NOUN" or span.root.head.i != token.head.i:
            far += abs(span.root.i - token.i)  # unless one verb bears both
        if far <= _REACH and (best is None or far < best[0]):
            best = (far, time)
    return best[1] if best else None


def _of_the_telling(time: Span, event: Token) -> bool:
    """Say whether a time dates who tells of a noun's event: "X on Friday condemned the attack".

    Behind the noun's own phrase ("… the attack on Y on Friday") it is taken for the telling's.
    """
    if told_by(event) is None:
        return False
    own = time.root.head.i == event.i
    between = any(c.dep_ == "nmod" and event.i < c.i < time.start for c in event.children)
    return not own or between


def _of_what_followed(time: Token, event: Token) -> bool:
    """Say whether a time dates what was done over or after a deed: "cut aid on Friday over X"."""
    return (
        (event.pos_ == "NOUN" or as_noun(event))
        and time.i < event.i
        and (bool(prepositions(event) & _OVER) or event.head.lemma_.lower() == "protest")
    )


def _possessed(time: Span, event: Token) -> bool:
    """Say whether an event's noun follows a time's mark, at once or after what describes it."""
    end = time.end if time[-1].tag_ != "POS" else time.end - 1
    between = event.doc[end : event.i]
    return (
        event.pos_ == "NOUN"
        and 1 <= len(between) <= _MARKED
        and between[0].lower_ in _GENITIVE
        and all(t.pos_ in {"ADJ", "NOUN", "PROPN", "ADV", "VERB"} for t in between[1:])
    )


def _tells(time: Token, event: Token) -> bool:
    """Say whether a time can date an event by the clauses between them.

    It cannot where it modifies another noun ("the 2020 war"), stands in a clause below the event's
    or dates who speaks of it.
    """
    if time.dep_ in _OF_A_NOUN and time.head.pos_ in {"NOUN", "PROPN"} and time.head.i != event.i:
        during = any(
            c.lower_ in {"during", "at", "in"} for c in time.head.lefts if c.dep_ == "case"
        )
        return during and time.head.head.i == event.i and time.head.dep_ == "obl"
    above = [event, *event.ancestors]
    common = next(
        (t for t in [time, *time.ancestors] if any(t.i == a.i for a in above)), event.sent.root
    )
    for side, barred in ((time, _CLAUSES_BELOW), (event, _CLAUSES_ABOVE)):
        for token in [side, *side.ancestors]:
            if token.i == common.i:
                break
            if token.dep_ in barred and not _at_once(token):
                return False
            if side is time and token.dep_ == "xcomp" and token.head.lemma_.lower() in _AHEAD:
                return False  # "agreed to pay by the end of August"
            if side is event and _before_or_after(token):
                return False
    return True


def _before_or_after(clause: Token) -> bool:
    """Say whether a clause tells of another time: "left on Friday, a month after X seized"."""
    return any(c.dep_ == "mark" and c.lower_ in _OTHER_TIMES for c in clause.children)


def _at_once(clause: Token) -> bool:
    """Say whether a clause tells what happened at the same time: "fled when the river rose"."""
    return clause.dep_ == "advcl" and any(c.lower_ == "when" for c in clause.children)


def _steps(below: Token, above: Token) -> int:
    """Return how many arcs lie between two words of a sentence."""
    path = {above.i: 0}
    token, n = above, 0
    while token.head.i != token.i and n < 50:
        token, n = token.head, n + 1
        path.setdefault(token.i, n)
    token, n = below, 0
    while token.i not in path:
        if token.head.i == token.i or n > 50:
            return 50
        token, n = token.head, n + 1
    return n + path[token.i]


def _joined(found: Iterable[_Found], doc: Doc) -> list[list[_Found]]:
    """Join mentions of one event: of one chain, or of one type and word with the same parties."""
    chain_of = {m.start: n for n, chain in enumerate(getattr(doc._, "chains", ())) for m in chain}
    groups: list[list[_Found]] = []
    by_key: dict[tuple[object, ...], list[_Found]] = defaultdict(list)
    again: dict[tuple[str, str], list[list[_Found]]] = defaultdict(list)
    for mention in sorted(found, key=_before_its_deed):
        keys: list[tuple[object, ...]] = []
        lemma = mention.token.lemma_.lower()
        sense = event_words().sense(lemma)
        nobody = not mention.actors and not mention.recipients
        if mention.actors or mention.recipients:
            whom = mention.recipients or mention.about
            keys.append((mention.type, sense, mention.actors, whom))
            if mention.actors and (_again(mention) or not _by_one(mention)):
                keys.append((mention.type, sense, mention.actors))
        if mention.token.i in chain_of and mention.token.pos_ == "NOUN":
            # a war is more than the attack in it, whatever the chain says
            keys.append((mention.type, chain_of[mention.token.i], sense == "war"))
        elif mention.token.i in chain_of and lemma not in _OUTCOMES and mention.type in _DEEDS:
            # two verbs of a chain tell one deed if of one sense; what killed may be many deeds
            keys.append((mention.type, chain_of[mention.token.i], sense))
        keys.append((mention.type, "word", mention.token.i))
        group = None
        if nobody and _definite(mention.token):  # "the attack": the one most told of before
            fitting = [g for g in again[mention.type, sense] if _fits(g, mention)]
            group = max(reversed(fitting), key=len, default=None)
        if group is None:
            fits = (by_key[k] for k in keys if by_key.get(k) and _fits(by_key[k], mention))
            group = next(fits, None)
        if group is None:  # "shelled the town, killing four" is one event
            told = (by_key.get((mention.type, "word", d.i)) for d in _deeds(mention.token))
            group = next((g for g in told if g), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(mention)
        if mention.actors:
            keys.append((mention.type, sense, mention.actors))
        for key in keys:
            by_key.setdefault(key, group)
            if not by_key[key]:
                by_key[key] = group
        before = again[mention.type, sense]
        if not any(g is group for g in before):
            before.append(group)
    return groups


def _by_one(mention: _Found) -> bool:
    """Say whether one party says it to or of another: criticism of two is criticism twice."""
    scores = event_words().types.get(mention.type)
    together = mention.type in _MUTUAL and len(mention.actors) > 1
    return scores is not None and scores[0] in _SAID and not together


def _again(mention: _Found) -> bool:
    """Say whether a noun says again what was said before: "in its condemnation, X called …"."""
    return _definite(mention.token) and not mention.recipients


def _definite(token: Token) -> bool:
    return token.pos_ == "NOUN" and any(c.lower_ in _DEFINITE for c in token.children)


def _before_its_deed(mention: _Found) -> bool:
    """Say whether an outcome is told before its deed: "a clerk died in the fire"."""
    return any(deed.i > mention.token.i for deed in _deeds(mention.token))


def _deeds(token: Token) -> list[Token]:
    """Return the words that may name the deed of which a verb tells the outcome, nearest first."""
    if token.lemma_.lower() == "die":  # "a clerk died in the fire"
        return [c for c in token.children if c.dep_ == "obl" or _at_once(c)]
    if token.lemma_.lower() in _STRIKING:  # "an air raid hit the school"
        return [c for c in token.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    if token.lemma_.lower() not in _OUTCOMES:
        return []
    found = [c for c in token.children if _at_once(c)]  # "hurt when the roof collapsed"
    found += [c for c in token.children if c.dep_ in {"nsubj", "obl", "obl:agent"}]
    alone = not any(c.dep_ == "nsubj" for c in token.children)
    if alone and token.dep_ == "conj" and token.head.lemma_.lower() in _OUTCOMES:
        found.append(token.head)  # "killed ten and wounded forty"
    if token.dep_ in {"advcl", "acl", "acl:relcl"}:
        # "came by boat and shot at the guards, wounding two"
        found += [c for c in token.head.children if c.dep_ == "conj" and c.i < token.i][-1:]
        found.append(token.head)
    if token.dep_ == "acl:relcl" and token.head.dep_ == "nmod":
        found.append(token.head.head)  # "the bombing of a station that killed 19"
    return found


def _fits(group: Sequence[_Found], mention: _Found) -> bool:
    """Say whether dates, places and parties of a mention can be those of a group."""
    for other in group:
        if mention.date and other.date and not _overlap(mention.date, other.date):
            return False
        if mention.place and other.place and mention.place != other.place:
            return False
        modes = {mention.mode, other.mode}
        if len(modes - {None}) > 1 and "crowd-control" in modes:  # tear gas, and shots that killed
            return False
        for mine, theirs in (
            (mention.actors, other.actors),
            (mention.recipients, other.recipients),
        ):
            if mine and theirs and not set(mine) & set(theirs):
                return False
    return True


def _overlap(a: Date, b: Date) -> bool:
    return a.earliest <= b.latest and b.earliest <= a.latest


def _event(
    document: Document, group: Sequence[_Found], figures: tuple[Figure, ...], names: dict[str, str]
) -> Event:
    first = group[0]
    actors = tuple(dict.fromkeys(a for m in group for a in m.actors))
    recipients = tuple(r for r in dict.fromkeys(r for m in group for r in m.recipients))
    recipients = tuple(r for r in recipients if r not in actors)
    scores = event_words().types.get(first.type)
    title = event_title(
        first.mention.trigger, [names[a] for a in actors], [names[r] for r in recipients]
    )
    statuses = [m.mention.status for m in group]
    mode = next((m.mode for m in group if m.mode), None)
    contexts = [c for m in group for c in contexts_of(m.token.sent)]
    return Event(
        id=make_id("event", document.id, first.token.idx, first.type),
        title=title,
        type=first.type,
        mode=mode,
        context=tuple(dict.fromkeys(contexts)),
        quad=scores[0] if scores else None,
        intensity=event_words().intensity(first.type, mode),
        status="happened" if "happened" in statuses else statuses[0],
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
    )


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
