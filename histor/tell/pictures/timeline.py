"""When: the dated events, the days that each may have been on drawn as a bar."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import altair as alt

from histor.counts import counted
from histor.records import CaseExport, Event
from histor.tell.date_words import date_words
from histor.tell.pictures.draw import BLUE, GREY, RED, WIDTH, Chart, data, named
from histor.tell.safe import visible

__all__ = ["timeline"]

#: events drawn at most: those that most origins tell
_MOST = 30
#: days over which an event's bar is pale: it was some time in them
_LONG = 3
#: days from which on the axis tells months alone
_MANY = 400
#: days from the middle event, and spreads, beyond which an event is left out
_NEAR, _FAR = 45, 6
_TOLD = {"happened": "told as a fact", "ongoing": "told as a fact", "denied": "denied"}


def timeline(export: CaseExport) -> Chart | None:
    """Return the timeline; none if fewer than two events have a date."""
    dated = [e for e in export.events if e.date is not None]
    if len(dated) < 2:
        return None
    about = _about(dated)
    kept = sorted(about, key=lambda e: (-e.origins, -len(e.mentions), e.id))[:_MOST]
    kept.sort(
        key=lambda e: (e.date.earliest if e.date else "", e.date.latest if e.date else "", e.id)
    )
    rows = [_row(n, e) for n, e in enumerate(kept)]
    labels = json.dumps([named(visible(e.title)) for e in kept])
    y = alt.Y(
        "row:O",  # two of one title are two rows
        title=None,
        axis=alt.Axis(grid=True, ticks=False, domain=False, labelExpr=f"{labels}[datum.value]"),
    )
    told = alt.Scale(
        domain=["told as a fact", "foretold or planned", "denied"], range=[BLUE, GREY, RED]
    )
    shape = alt.Scale(
        domain=["told as a fact", "foretold or planned", "denied"],
        range=["circle", "diamond", "cross"],
    )
    legend = alt.Legend(title=None, symbolSize=90)
    long = (
        max(e.date.last for e in kept if e.date) - min(e.date.first for e in kept if e.date)
    ).days
    axis = alt.Axis(format="%-d %b %Y" if long < _MANY else "%b %Y", tickCount=5, labelOverlap=True)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:T", title=None, axis=axis, scale=alt.Scale(padding=10))

    base = alt.Chart(data(rows)).encode(y=y, description="words:N")
    bars = (
        base.transform_filter("datum.days > 1")
        .mark_bar(height=8, cornerRadius=4)
        .encode(
            x=x("first"),
            x2="last:T",
            color=alt.Color("told:N", scale=told, legend=legend),
            opacity=alt.condition(f"datum.days > {_LONG}", alt.value(0.35), alt.value(0.8)),
        )
    )
    points = base.mark_point(filled=True, size=75, opacity=1).encode(
        x=x("middle"),
        color=alt.Color("told:N", scale=told, legend=legend),
        shape=alt.Shape("told:N", scale=shape, legend=legend),
    )
    chart = alt.layer(bars, points).properties(width=WIDTH - 300, height=max(60, 19 * len(rows)))
    left = len(dated) - len(kept)
    listed = "; ".join(f"{date_words(e.date)}: {visible(e.title)}" for e in kept if e.date)
    text = (
        f"{counted(len(kept), 'event')} by date"
        f"{f', {left} more left out' if left else ''}; a bar spans the days on which one may have "
        f"been. {listed}."
    )
    return Chart("timeline", "Events by date", text, chart)


def _about(dated: list[Event]) -> list[Event]:
    """Return the events of the days that most are of, so that a look back does not press them."""
    days = sorted(_middle(e) for e in dated)
    usual = days[len(days) // 2]
    spread = sorted(abs((d - usual).days) for d in days)[len(days) // 2]
    return [e for e in dated if abs((_middle(e) - usual).days) <= max(_NEAR, _FAR * spread)]


def _middle(event: Event) -> dt.date:
    if event.date is None:
        raise ValueError("only dated events have a place on the timeline")
    return event.date.first + (event.date.last - event.date.first) / 2


def _row(n: int, event: Event) -> dict[str, Any]:
    date = event.date
    if date is None:
        raise ValueError("only dated events have a place on the timeline")
    days = date.length
    told = _TOLD.get(event.status, "foretold or planned")
    title = visible(event.title)
    return {
        "row": n,
        "first": date.first.isoformat(),
        "last": date.last.isoformat(),
        "middle": _middle(event).isoformat(),
        "days": days,
        "told": told,
        "words": f"{date_words(date)}: {named(title, 160)} ({told})",
    }
