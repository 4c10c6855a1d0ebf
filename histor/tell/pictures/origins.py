"""Which pages are one witness: copies and rewrites beside the origin they share or credit."""

from __future__ import annotations

from typing import Any

import altair as alt

from histor.counts import counted
from histor.records import CaseExport, Document, Origin
from histor.tell.pictures.draw import BLUE, GREY, INK, WIDTH, Chart, data, named
from histor.tell.safe import visible

__all__ = ["origins"]

#: origins drawn at most, those on most pages
_MOST = 12
#: pixels a page
_STEP = 20
#: the loosest first
_LINKS = {
    "rewrite": "rewrites",
    "translation": "translations",
    "excerpt": "excerpts",
    "copy": "copies",
}
_DASHES = {
    "copies": [1, 0],
    "excerpts": [10, 2],
    "rewrites": [6, 3],
    "translations": [6, 3, 1, 3],
    "credits": [2, 3],
}


def origins(export: CaseExport) -> Chart | None:
    """Return the tree of origins; none if every page stands alone."""
    documents = {d.id: d for d in export.documents}
    shared = [o for o in export.origins if len(o.documents) > 1 or o.credits]
    if not shared:
        return None
    kept = sorted(shared, key=lambda o: (-len(o.documents), o.id))[:_MOST]
    pages: list[dict[str, Any]] = []
    roots: list[dict[str, Any]] = []
    for origin in kept:
        first = len(pages)
        credited = ", ".join(dict.fromkeys(visible(c.name) for c in origin.credits))
        for document in origin.documents:
            page = documents[document]
            label = named(_called(page), 62)
            pages.append({"y": len(pages), "label": label, "words": _called(page)})
        middle = (first + len(pages) - 1) / 2
        kind = "credits" if credited else _kind(origin)
        label = named(credited or f"{kind} of one text", 30)
        words = f"{label}: {counted(len(origin.documents), 'page')}, {kind}"
        roots.append({"y": middle, "label": label, "words": words, "kind": kind})
        for page_row in pages[first:]:
            page_row |= {"root": middle, "kind": kind}
        pages.append({"y": len(pages), "label": "", "words": "", "root": None, "kind": kind})
    rows = [p for p in pages if p["label"]]
    alone = len(export.origins) - len(shared)
    chart = _chart(rows, roots, len(pages))
    listed = "; ".join(
        f"{r['words']}: {', '.join(p['words'] for p in rows if p['root'] == r['y'])}" for r in roots
    )
    text = (
        f"{counted(len(kept), 'origin')} that several pages share or that pages credit; "
        f"{counted(alone, 'other origin')} with a page of its own not drawn. {listed}."
    )
    return Chart("origins", "Which pages are one origin", text, chart)


def _called(page: Document) -> str:
    outlet = f"{visible(page.outlet)}: " if page.outlet else ""
    return f"{outlet}{visible(page.title or page.location)}"


def _kind(origin: Origin) -> str:
    """Return what binds an origin's pages: the loosest link among them."""
    kinds = {link.kind for link in origin.links}
    return next((told for kind, told in _LINKS.items() if kind in kinds), "copies")


def _chart(
    rows: list[dict[str, Any]], roots: list[dict[str, Any]], height: int
) -> alt.TopLevelMixin:
    x = alt.Scale(domain=[0, 10])
    y = alt.Scale(domain=[height - 0.5, -0.5])
    for row in rows:
        row |= {"x": 4.0, "from": 2.6}
    for root in roots:
        root |= {"x": 2.6}
    kinds = [k for k in _DASHES if any(r["kind"] == k for r in roots)]
    at_y = alt.Y("y:Q", axis=None, scale=y)
    lines = (
        alt.Chart(data(rows))
        .mark_rule(color=GREY, strokeWidth=1.3)
        .encode(
            x=alt.X("from:Q", axis=None, scale=x),
            x2="x:Q",
            y=alt.Y("root:Q", axis=None, scale=y),
            y2="y:Q",
            strokeDash=alt.StrokeDash(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=[_DASHES[k] for k in kinds]),
                legend=alt.Legend(title=None, symbolType="stroke", symbolSize=300),
            ),
        )
    )
    leaves = alt.Chart(data(rows)).encode(
        x=alt.X("x:Q", axis=None, scale=x), y=at_y, description="words:N"
    )
    trunks = alt.Chart(data(roots)).encode(
        x=alt.X("x:Q", axis=None, scale=x), y=at_y, description="words:N"
    )
    return alt.layer(
        lines,
        leaves.mark_point(filled=True, size=45, color=BLUE, opacity=1),
        leaves.mark_text(align="left", dx=8, fontSize=11, color=INK).encode(text="label:N"),
        trunks.mark_point(filled=True, shape="square", size=80, color=INK, opacity=1),
        trunks.mark_text(align="right", dx=-9, fontSize=11, fontWeight="bold", color=INK).encode(
            text="label:N"
        ),
    ).properties(width=WIDTH, height=_STEP * height)
