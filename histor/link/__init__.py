"""Across pages: who is who, as judgements that can be retired rather than merges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from histor.later import later
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

# a report of a kept record links nothing, and need not wait for what does
__getattr__ = later(
    __name__,
    {
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
    },
)
