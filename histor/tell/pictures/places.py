"""Where: events on a map of coastlines, without borders, so that it takes no side in any."""

from __future__ import annotations

import json
import math
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

import altair as alt

from histor.counts import counted
from histor.records import CaseExport, Place
from histor.tell.pictures.draw import BLUE, INK, WIDTH, Chart, data, named
from histor.tell.safe import visible

__all__ = ["places"]

_HEIGHT = 380
_LAND = "land"
#: degrees that a map shows at least, and beside its outermost points
_LEAST, _EDGE = 6.0, 1.5
#: places with a name beside them, those of most events
_NAMED = 14


def places(export: CaseExport) -> Chart | None:
    """Return the map; none if no event has a place with coordinates."""
    known = {e.id: e for e in export.entities}
    counts = Counter(e.place for e in export.events if e.place)
    rows = []
    for place, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        entity = known.get(place)
        if entity is not None and entity.place is not None:
            rows.append(_row(entity.place, visible(entity.name), n))
    if not rows:
        return None
    for row in rows[_NAMED:]:
        row["label"] = ""
    chart = _chart(rows)
    listed = "; ".join(str(r["words"]) for r in rows)
    text = (
        "Places of events; a filled circle is a town, a dashed ring a province, a country or "
        "another wide area, drawn at its middle. Coastlines only: no border is drawn. "
        f"{listed}."
    )
    return Chart("places", "Where events were", text, chart, {_LAND: _land()})


def _row(place: Place, name: str, n: int) -> dict[str, Any]:
    exact = (place.feature or "").startswith(("PPL", "S.", "AIRP"))
    return {
        "lon": place.longitude,
        "lat": place.latitude,
        "events": n,
        "exact": exact,
        "label": named(name, 28),
        "words": f"{named(name, 80)}: {counted(n, 'event')}{'' if exact else ' (a wide area)'}",
    }


def _chart(rows: list[dict[str, Any]]) -> alt.TopLevelMixin:
    lons, lats = [r["lon"] for r in rows], [r["lat"] for r in rows]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    wide = max(max(lons) - min(lons), _LEAST) * _EDGE
    high = max(max(lats) - min(lats), _LEAST) * _EDGE
    scale = min(WIDTH / math.radians(wide), _HEIGHT / math.radians(high))
    scale = max(scale, WIDTH / math.radians(360))
    projection = alt.Projection(
        type="equirectangular",
        rotate=[-lon, 0, 0],
        center=[0, lat],
        scale=scale,
        translate=[WIDTH / 2, _HEIGHT / 2],
        clipExtent=[[0, 0], [WIDTH, _HEIGHT]],
    )
    land = (
        alt.Chart(alt.NamedData(_LAND, format=alt.TopoDataFormat(type="topojson", feature="land")))
        .mark_geoshape(fill="#ece9e0", stroke="#8a8f96", strokeWidth=0.7, clip=True)
        .encode()
    )
    most = max(r["events"] for r in rows)
    size = alt.Size(
        "events:Q",
        scale=alt.Scale(type="sqrt", domain=[1, max(2, most)], range=[60, 520]),
        legend=alt.Legend(title="events", values=sorted({1, most})),
    )
    base = alt.Chart(data(rows)).encode(longitude="lon:Q", latitude="lat:Q", description="words:N")
    towns = base.transform_filter("datum.exact").mark_point(
        filled=True, color=BLUE, opacity=0.75, stroke="#ffffff", strokeWidth=1
    )
    areas = base.transform_filter("!datum.exact").mark_point(
        filled=False, color=BLUE, strokeDash=[4, 3], strokeWidth=1.8
    )
    names = base.mark_text(align="left", dx=11, dy=3, fontSize=11, color=INK).encode(text="label:N")
    return alt.layer(land, areas.encode(size=size), towns.encode(size=size), names).properties(
        projection=projection, width=WIDTH, height=_HEIGHT
    )


@cache
def _land() -> Any:
    return json.loads((files("histor.tell.pictures") / "data" / "land.json").read_bytes())
