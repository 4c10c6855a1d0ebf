"""Across pages: who is who, as judgements that can be retired rather than merges."""

from histor.link.cases import Linked, link
from histor.link.clusters import clusters
from histor.link.names import is_bare, name_key
from histor.link.same_name import CRITERION, judge

__all__ = ["CRITERION", "Linked", "clusters", "is_bare", "judge", "link", "name_key"]
