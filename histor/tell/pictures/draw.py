"""From chart to SVG: no ids that clash, a title on every mark, nothing that runs or loads."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import altair as alt
import vl_convert

from histor.tell.blocks import Picture

__all__ = ["BLUE", "GREY", "INK", "RED", "WIDTH", "Chart", "data", "drawn", "named"]

#: pixels
WIDTH = 660
#: told apart by those who do not see all colours (Okabe and Ito 2008); AA on white
INK, GREY, BLUE, RED = "#1c2430", "#5a6470", "#0b5a8b", "#b3391b"
_SVG = "http://www.w3.org/2000/svg"
_SAFE = frozenset(["svg", "g", "path", "text", "tspan", "rect", "line", "circle", "defs", "title"])
_SAFE |= {"clipPath", "desc"}


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart before it is drawn.

    ``name`` is unique in a report and tells its place there; ``description`` says in words what the
    chart shows.
    """

    name: str
    title: str
    description: str
    chart: alt.TopLevelMixin
    #: what the chart names as its data: Altair copies what it is given, many times
    datasets: Mapping[str, Any] = field(default_factory=dict)


def data(rows: Any) -> alt.Data:
    """Return rows as a chart's data."""
    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def named(text: str, letters: int = 44) -> str:
    """Return words as a label of at most so many letters."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def drawn(chart: Chart) -> Picture:
    """Return a chart as a picture."""
    spec = chart.chart.to_dict(validate=False)
    spec["datasets"] = {**spec.get("datasets", {}), **chart.datasets}
    spec["config"] = {
        "background": "#ffffff",
        "font": "Liberation Sans, Arial, sans-serif",
        "view": {"stroke": None},
        "axis": {
            "labelColor": INK, "titleColor": INK, "gridColor": "#e4e2dc", "labelFontSize": 11,
            "labelLimit": 280, "domainColor": GREY, "tickColor": GREY,
        },
        "legend": {"labelColor": INK, "titleColor": INK, "labelFontSize": 11, "orient": "bottom"},
        "header": {"labelColor": INK, "labelFontSize": 11, "labelFontWeight": "bold"},
    }  # fmt: skip
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    return Picture(chart.name, chart.title, chart.description, _tidy(svg, chart))


def _tidy(svg: str, chart: Chart) -> str:
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314 - vl-convert wrote it a line above
    prefix = f"picture-{chart.name}"
    # vl-convert counts on from one picture to the next
    ids = {e.get("id"): f"{prefix}-{n}" for n, e in enumerate(root.iter()) if e.get("id")}
    for element in list(root.iter()):
        for child in list(element):
            if child.tag.rpartition("}")[2] not in _SAFE:
                element.remove(child)
        for key, value in list(element.attrib.items()):
            if key.lower().startswith("on") or key.endswith("href"):
                del element.attrib[key]
            elif key == "id":
                element.set(key, ids[value])
            elif value.startswith("url(#"):
                element.set(key, f"url(#{ids[value[5:-1]]})")
        label = element.attrib.pop("aria-label", None)
        element.attrib.pop("aria-roledescription", None)
        element.attrib.pop("role", None)
        if label and element.tag.endswith("}path") and element is not root:
            title = ET.Element(f"{{{_SVG}}}title")
            title.text = label
            element.insert(0, title)
    for name, text in (("desc", chart.description), ("title", chart.title)):
        told = ET.Element(f"{{{_SVG}}}{name}", {"id": f"{prefix}-{name}"})
        told.text = text
        root.insert(0, told)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-title {prefix}-desc")
    return ET.tostring(root, encoding="unicode")
