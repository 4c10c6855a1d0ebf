"""The register of what was predicted, warned of, threatened and promised, and how it turned out."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from histor.records import Claim, Date, Document, Event, Span, Warning, WarningOutcome

__all__ = ["warnings_of"]

_AHEAD = frozenset(["predicted", "planned", "hypothetical"])
#: cues of those who expect something without saying that they warn
_EXPECTING = ("believ", "think", "expect", "fear", "vow", "threat", "intend", "predict", "warn")
#: what is foretold not to come is no warning
_NEGATED = re.compile(r"\b(?:no|not|never|nobody|none|neither|without)\b|n['’]t\b", re.I)
_SPOKEN = frozenset(["warn", "predict", "promise"])
#: deeds of which one is warned; talk of talk is none
_DEEDS = frozenset(
    ["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "RETREAT", "AID", "COOPERATE", "OTHER"]
)
#: days that a warning without a day of its own is good for
_OPEN_DAYS = 180


def warnings_of(
    events: Sequence[Event], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[Warning, ...]:
    """Return the warnings, by the page and place of their claim.

    A warning is a claim whose content tells a deed as ahead; ``borne_out`` if the case holds a like
    event in its window, ``not_borne_out`` if the window closed before the case's last page without
    one, else ``open``.
    """
    written = [d for x in documents.values() if (d := x.written or x.page_date)]
    known_until = max((d.latest for d in written), default="")
    happened: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.real and event.date is not None:
            happened[event.type].append(event)
    found: list[tuple[tuple[str, int, str], Warning]] = []
    for event in events:
        if event.status not in _AHEAD or event.type not in _DEEDS:
            continue
        for mention in event.mentions:
            claim = claims.get(mention.claim) if mention.claim else None
            if claim is None or not _expects(claim) or _NEGATED.search(claim.content.text):
                continue
            named = bool(event.actors or event.recipients or event.place)
            if not named and claim.act not in {"warn", "predict"}:
                continue
            window = _window(mention.date or event.date, documents[claim.document], mention.span)
            if window is None:
                continue
            fulfilled = [e for e in happened[event.type] if _fulfils(e, event, window)]
            outcome: WarningOutcome = (
                "borne_out"
                if fulfilled
                else "not_borne_out"
                if named and window.latest < known_until
                else "open"
            )
            evidence = [claim.content, *([claim.cue] if claim.cue else [])]
            evidence += [e.mentions[0].span for e in fulfilled[:3]]
            key = (claim.document, claim.content.start, event.type)
            warning = Warning(
                claim=claim.id,
                event_type=event.type,
                actor=event.actors[0] if event.actors else None,
                target=event.recipients[0] if event.recipients else event.place,
                window=window,
                outcome=outcome,
                evidence=tuple(evidence),
            )
            found.append((key, warning))
    return tuple(w for _, w in sorted(dict(found).items()))


def _expects(claim: Claim) -> bool:
    cue = claim.cue.text.lower() if claim.cue is not None else ""
    return claim.act in _SPOKEN or cue.startswith(_EXPECTING)


def _window(date: Date | None, document: Document, words: Span) -> Date | None:
    """Return when it is to come about: as said, else from the day of writing on."""
    written = document.written or document.page_date
    if date is not None and (written is None or date.latest >= written.earliest):
        return date
    if written is None:
        return None
    last = written.last + dt.timedelta(days=_OPEN_DAYS)
    return Date(
        edtf=f"{written.earliest}/..",
        earliest=written.earliest,
        latest=last.isoformat(),
        basis="linked",
        evidence=(words,),
        anchor=written.edtf,
    )


def _fulfils(done: Event, warned: Event, window: Date) -> bool:
    if done.id == warned.id or done.date is None:
        return False
    if not (warned.actors or warned.recipients or warned.place):  # of whom, nobody could tell
        return False
    if done.date.latest < window.earliest or done.date.earliest > window.latest:
        return False
    if done.date.earliest < window.earliest:  # it may have been before
        return False
    doers = not warned.actors or bool(set(warned.actors) & set(done.actors))
    mine = {*warned.recipients, *([warned.place] if warned.place else [])}
    theirs = {*done.recipients, *([done.place] if done.place else [])}
    return doers and (not mine or bool(mine & theirs))
