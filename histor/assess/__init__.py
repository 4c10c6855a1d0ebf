"""What to make of the record: corroboration, disputes, warnings, relations between countries."""

from histor.assess.cases import Assessment, assess
from histor.assess.change import Change, changes
from histor.assess.source_list import listed_sources, source_list_digest

__all__ = ["Assessment", "Change", "assess", "changes", "listed_sources", "source_list_digest"]
