"""Pictures of a record: when, where, between whom, and which pages are one origin.

Charts are Vega-Lite, made with Altair and drawn to SVG by vl-convert, on this machine and without a
network. Both are in the extra ``pictures``.
"""

from __future__ import annotations

from importlib.util import find_spec

from histor.errors import MissingExtraError
from histor.records import CaseExport
from histor.tell.blocks import Picture

__all__ = ["can_draw", "pictures_of"]


def can_draw() -> bool:
    """Say whether what draws pictures is installed."""
    return all(find_spec(name) is not None for name in ("altair", "vl_convert"))


def pictures_of(export: CaseExport) -> tuple[Picture, ...]:
    """Return the pictures for which a record has matter; the same record gives the same pictures.

    Raises:
        MissingExtraError: the extra ``pictures`` is not installed.
    """
    if not can_draw():
        raise MissingExtraError("altair", "pictures")
    from histor.tell.pictures.actors import actors
    from histor.tell.pictures.draw import drawn
    from histor.tell.pictures.origins import origins
    from histor.tell.pictures.places import places
    from histor.tell.pictures.relations import relations
    from histor.tell.pictures.timeline import timeline

    charts = (make(export) for make in (timeline, places, actors, relations, origins))
    return tuple(drawn(chart) for chart in charts if chart is not None)
