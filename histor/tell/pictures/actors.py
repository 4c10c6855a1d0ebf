"""Between whom: actors and what they did for and against one another."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any, TypeAlias

import altair as alt

from histor.counts import counted
from histor.records import CaseExport
from histor.tell.pictures.draw import BLUE, INK, RED, WIDTH, Chart, data, named
from histor.tell.safe import visible

__all__ = ["actors"]

#: "cooperation" and "conflict" to their sums
Total: TypeAlias = "dict[str, float]"

_HEIGHT = 420
#: actors drawn at most, those with the most dealings
_MOST = 16
#: how far the two lines of a pair that both helps and harms lie apart, of the picture's width
_APART = 0.014
#: how near the middle a name stands above or below its actor
_MIDDLE = 0.1
_LABEL: dict[str, Any] = {"fontSize": 12, "color": INK}


def actors(export: CaseExport) -> Chart | None:
    """Return the network of actors; none if no two of them dealt with each other."""
    sums: dict[tuple[str, str], Total] = defaultdict(lambda: defaultdict(float))
    weight: dict[str, float] = defaultdict(float)
    for relation in export.relations:
        pair = (min(relation.a, relation.b), max(relation.a, relation.b))
        sums[pair]["cooperation"] += relation.cooperation
        sums[pair]["conflict"] += relation.conflict
        for party in pair:
            weight[party] += relation.cooperation + relation.conflict
    names = {e.id: visible(e.name) for e in export.entities}
    kept = [p for p, _ in sorted(weight.items(), key=lambda w: (-w[1], names[w[0]]))[:_MOST]]
    pairs = {p: s for p, s in sorted(sums.items()) if p[0] in kept and p[1] in kept}
    if not pairs:
        return None
    at = _laid_out(kept, pairs)
    lines = [row for pair, total in pairs.items() for row in _lines(pair, total, at, names)]
    nodes = [
        {
            "x": at[p][0], "y": at[p][1], "label": named(names[p], 30), "words": names[p],
            "side": "left" if at[p][0] < -_MIDDLE else "right" if at[p][0] > _MIDDLE else "middle",
        }
        for p in kept
    ]  # fmt: skip
    kinds = ["cooperation", "conflict"]
    scale = {"x": alt.Scale(domain=[-2.1, 2.1]), "y": alt.Scale(domain=[-1.2, 1.2])}
    x, y = alt.X("x:Q", axis=None, scale=scale["x"]), alt.Y("y:Q", axis=None, scale=scale["y"])
    most = max(row["sum"] for row in lines)
    edges = (
        alt.Chart(data(lines))
        .mark_rule(opacity=0.85)
        .encode(
            x=x, y=y, x2="x2:Q", y2="y2:Q", description="words:N",
            color=alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=[BLUE, RED]),
                            legend=alt.Legend(title=None, symbolType="stroke", symbolSize=300)),
            strokeDash=alt.StrokeDash(
                "kind:N", scale=alt.Scale(domain=kinds, range=[[1, 0], [6, 4]]),
                legend=alt.Legend(title=None),
            ),
            strokeWidth=alt.StrokeWidth(
                "sum:Q", scale=alt.Scale(domain=[0, most], range=[1, 6]), legend=None
            ),
        )
    )  # fmt: skip
    base = alt.Chart(data(nodes)).encode(x=x, y=y, description="words:N")
    dots = base.mark_point(filled=True, size=120, color=INK, opacity=1)
    words = [
        base.transform_filter("datum.side == 'right'").mark_text(dx=12, align="left", **_LABEL),
        base.transform_filter("datum.side == 'left'").mark_text(dx=-12, align="right", **_LABEL),
        base.transform_filter("datum.side == 'middle' && datum.y > 0").mark_text(dy=-14, **_LABEL),
        base.transform_filter("datum.side == 'middle' && datum.y <= 0").mark_text(dy=15, **_LABEL),
    ]
    chart = alt.layer(edges, dots, *(w.encode(text="label:N") for w in words)).properties(
        width=WIDTH, height=_HEIGHT
    )
    left = len(weight) - len(kept)
    text = (
        f"{counted(len(kept), 'actor')}{f', {left} more left out' if left else ''}; a solid line "
        "is cooperation, a dashed one conflict, thicker the more of it, by PLOVER’s intensity. "
        f"{'; '.join(row['words'] for row in lines)}."
    )
    return Chart("actors", "Who dealt with whom", text, chart)


def _laid_out(
    kept: list[str], pairs: dict[tuple[str, str], Total]
) -> dict[str, tuple[float, float]]:
    """Return each actor's place on a circle, those who deal most with each other side by side."""
    ties: dict[tuple[str, str], float] = defaultdict(float)
    for (a, b), total in pairs.items():
        ties[a, b] = ties[b, a] = sum(total.values())
    order, left = [kept[0]], kept[1:]
    while left:
        order.append(max(left, key=lambda p: (ties[order[-1], p], -left.index(p))))
        left.remove(order[-1])
    turn = 2 * math.pi / len(order)
    return {
        p: (round(math.sin(n * turn), 4), round(math.cos(n * turn), 4)) for n, p in enumerate(order)
    }


def _lines(
    pair: tuple[str, str],
    total: Total,
    at: dict[str, tuple[float, float]],
    names: dict[str, str],
) -> list[dict[str, Any]]:
    (x, y), (x2, y2) = at[pair[0]], at[pair[1]]
    kinds = [k for k in ("cooperation", "conflict") if total[k] > 0]
    long = math.hypot(x2 - x, y2 - y) or 1.0
    rows = []
    for n, kind in enumerate(kinds):
        off = (n - (len(kinds) - 1) / 2) * 2 * _APART
        dx, dy = -(y2 - y) / long * off, (x2 - x) / long * off
        told = f"{names[pair[0]]} and {names[pair[1]]}: {kind} {total[kind]:g}"
        rows.append(
            {
                "x": x + dx, "y": y + dy, "x2": x2 + dx, "y2": y2 + dy,
                "kind": kind, "sum": float(total[kind]), "words": told,
            }
        )  # fmt: skip
    return rows
