"""Across pages: who is who, as judgements that can be retired rather than merges."""

from histor.link.cases import Linked, link
from histor.link.clusters import clusters
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
