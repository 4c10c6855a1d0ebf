"""Events as the report tells them: type, parties, day, place, figures, and the words that tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from histor.counts import number_words
from histor.records import CaseExport, Entity, Event, EventMention, Figure
from histor.tell.date_words import basis_words, date_words
from histor.tell.evidence import Evidence, evidence_of
from histor.tell.safe import shorten, visible

__all__ = ["EventAccount", "EventLine", "event_lines", "figure_words", "kind_words"]

_TYPES = {
    "AGREE": "agreement or promise",
    "CONSULT": "meeting or talks",
    "SUPPORT": "support",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "withdrawal or release",
    "REQUEST": "demand or request",
    "ACCUSE": "accusation or criticism",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilization",
    "COERCE": "coercion",
    "ASSAULT": "violence",
}
_MOST_ACCOUNTS = 12


@dataclass(frozen=True, slots=True)
class EventAccount:
    """A sentence that tells an event, the words that name it, and its status there."""

    sentence: Evidence
    trigger: str
    status: str
    #: accounts on other pages of its origin, which are copies and add no witness
    copies: tuple[EventAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event."""

    title: str
    kind: str
    #: the kind without its mode, by which events are chosen
    sort: str
    code: str
    #: names of doers and of those it befell
    parties: tuple[str, ...]
    status: str
    date: str
    place: str
    figures: tuple[str, ...]
    accounts: tuple[EventAccount, ...]
    pages: int
    origins: int
    credibility: str


def event_lines(export: CaseExport, numbers: Mapping[str, int]) -> list[EventLine]:
    """Return the events: those that were first, by date, the undated after the dated."""
    entities = {e.id: e for e in export.entities}
    origin_of = {d: o.id for o in export.origins for d in o.documents}
    return [_line(event, entities, numbers, origin_of) for event in export.events]


def kind_words(code: str) -> str:
    """Return a PLOVER type in words."""
    return _TYPES.get(code, "other happening")


def _line(
    event: Event,
    entities: Mapping[str, Entity],
    numbers: Mapping[str, int],
    origin_of: Mapping[str, str],
) -> EventLine:
    place = entities.get(event.place) if event.place else None
    mode = f" ({event.mode.replace('-', ' ')})" if event.mode else ""
    kind = _TYPES.get(event.type)
    return EventLine(
        title=shorten(event.title, 160),
        kind=f"{kind}{mode}" if kind else (event.mode or "other happening").replace("-", " "),
        sort=kind or "other happening",
        code=event.type,
        parties=tuple(
            dict.fromkeys(
                shorten(entities[p].name, 80)
                for p in (*event.actors, *event.recipients)
                if p in entities
            )
        ),
        status=event.status,
        date=f"{date_words(event.date)}, {basis_words(event.date)}" if event.date else "not dated",
        place=shorten(place.name, 80) if place else "",
        figures=tuple(dict.fromkeys(figure_words(f) for f in event.figures)),
        accounts=tuple(_folded(event, numbers, origin_of))[:_MOST_ACCOUNTS],
        pages=event.documents,
        origins=event.origins,
        credibility=(
            f"credibility {event.credibility.admiralty} ({event.credibility.wording}): "
            f"{event.credibility.why}"
        ),
    )


def _folded(
    event: Event, numbers: Mapping[str, int], origin_of: Mapping[str, str]
) -> Iterator[EventAccount]:
    """Yield the accounts of each origin's first page, with those of its other pages below."""
    by_origin: dict[str, list[EventAccount]] = {}
    documents = {n: d for d, n in numbers.items()}
    for account in _accounts(event, numbers):
        document = documents[account.sentence.page]
        by_origin.setdefault(origin_of.get(document, document), []).append(account)
    for accounts in by_origin.values():
        first = min(a.sentence.page for a in accounts)
        own = [a for a in accounts if a.sentence.page == first]
        copies = tuple(a for a in accounts if a.sentence.page != first)
        yield from own[:-1]
        yield replace(own[-1], copies=copies[:_MOST_ACCOUNTS])


def _accounts(event: Event, numbers: Mapping[str, int]) -> Iterator[EventAccount]:
    """Yield each sentence that tells an event once, with all words that name it there."""
    together: dict[tuple[str, int, int], list[EventMention]] = {}
    for mention in event.mentions:
        together.setdefault(mention.span.place, []).append(mention)
    for mentions in together.values():
        statuses = [m.status for m in mentions]
        status = event.status if event.status in statuses else statuses[0]
        words = dict.fromkeys(visible(m.trigger) for m in mentions)
        yield EventAccount(evidence_of(mentions[0].span, numbers), "”, “".join(words), status)


def figure_words(figure: Figure) -> str:
    """Return a number with what it counts: "killed: 40 (miners)"."""
    if figure.low is not None and figure.high is not None:
        bounds = number_words(figure.low)
        if figure.high != figure.low:
            bounds += f" to {number_words(figure.high)}"
    elif figure.low is not None:
        bounds = f"{number_words(figure.low)} or more"
    else:
        bounds = f"up to {number_words(figure.high or 0.0)}"
    if figure.quantity == "money" and figure.unit:
        bounds += f" {visible(figure.unit)}"
    who = f" ({visible(figure.who)})" if figure.who else ""
    named = figure.unit if figure.quantity == "other" and figure.unit else figure.quantity
    return f"{named}: {bounds}{who}"
