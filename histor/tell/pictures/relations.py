"""How relations moved: cooperation up and conflict down, month by month, for the main pairs."""

from __future__ import annotations

from collections import Counter
from typing import Any

import altair as alt

from histor.records import CaseExport
from histor.tell.pictures.draw import BLUE, RED, WIDTH, Chart, data, named
from histor.tell.safe import visible

__all__ = ["relations"]

#: pairs drawn at most
_MOST = 5
_HEIGHT = 70


def relations(export: CaseExport) -> Chart | None:
    """Return the chart; none if no pair has relations in two months."""
    months: Counter[tuple[str, str]] = Counter()
    weight: Counter[tuple[str, str]] = Counter()
    for r in export.relations:
        months[r.a, r.b] += 1
        weight[r.a, r.b] += r.cooperation + r.conflict  # type: ignore[assignment]
    kept = sorted((p for p in weight if months[p] > 1), key=lambda p: (-weight[p], p))[:_MOST]
    if not kept:
        return None
    names = {e.id: visible(e.name) for e in export.entities}
    titles = {p: f"{named(names[p[0]], 30)} – {named(names[p[1]], 30)}" for p in kept}
    rows: list[dict[str, Any]] = []
    for r in export.relations:
        if (r.a, r.b) not in titles:
            continue
        for kind, value in (("cooperation", r.cooperation), ("conflict", -r.conflict)):
            if value:
                pair = titles[r.a, r.b]
                words = f"{pair}, {r.from_[:7]}: {kind} {abs(value):g}"
                row = {"month": r.from_, "pair": pair, "kind": kind, "value": value}
                rows.append(row | {"words": words})
    kinds = ["cooperation", "conflict"]
    bars = (
        alt.Chart(data(rows))
        .mark_bar(size=11)
        .encode(
            x=alt.X("yearmonth(month):T", title=None),
            y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=3)),
            color=alt.Color(
                "kind:N", scale=alt.Scale(domain=kinds, range=[BLUE, RED]),
                legend=alt.Legend(title=None),
            ),
            description="words:N",
            row=alt.Row("pair:N", sort=list(titles.values()), title=None,
                        header=alt.Header(labelAngle=0, labelOrient="top", labelAnchor="start")),
        )
        .properties(width=WIDTH - 60, height=_HEIGHT)
    )  # fmt: skip
    text = (
        "Cooperation above the line and conflict below it, month by month, by PLOVER’s intensity. "
        f"{'; '.join(r['words'] for r in rows)}."
    )
    return Chart("relations", "How relations moved", text, bars)
