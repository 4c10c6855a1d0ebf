"""Across pages: who is who, as judgements that can be retired rather than merges."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from histor.link.clusters import clusters

if TYPE_CHECKING:
    from histor.link.cases import Linked, link
    from histor.link.names import is_bare, name_key
    from histor.link.same_name import CRITERION, judge
    from histor.link.sentences import Pair, align
    from histor.link.versions import counted, page_versions, superseded

__all__ = [
    "CRITERION",
    "Linked",
    "Pair",
    "align",
    "clusters",
    "counted",
    "is_bare",
    "judge",
    "link",
    "name_key",
    "page_versions",
    "superseded",
]

_LATER = {
    "CRITERION": "histor.link.same_name",
    "Linked": "histor.link.cases",
    "Pair": "histor.link.sentences",
    "align": "histor.link.sentences",
    "counted": "histor.link.versions",
    "is_bare": "histor.link.names",
    "judge": "histor.link.same_name",
    "link": "histor.link.cases",
    "name_key": "histor.link.names",
    "page_versions": "histor.link.versions",
    "superseded": "histor.link.versions",
}


def __getattr__(name: str) -> Any:
    # a report of a kept record links nothing, and need not wait for what does
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
