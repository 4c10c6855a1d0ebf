"""What to make of the record: corroboration, disputes, warnings, relations between countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from histor.later import later

if TYPE_CHECKING:
    from histor.assess.cases import Assessment, assess
    from histor.assess.change import changes
    from histor.assess.changed import Change
    from histor.assess.source_list import listed_sources, source_list_digest

__all__ = ["Assessment", "Change", "assess", "changes", "listed_sources", "source_list_digest"]

# a report of a kept record judges nothing, and need not wait for what does
__getattr__ = later(
    __name__,
    {
        "Assessment": "histor.assess.cases",
        "Change": "histor.assess.changed",
        "assess": "histor.assess.cases",
        "changes": "histor.assess.change",
        "listed_sources": "histor.assess.source_list",
        "source_list_digest": "histor.assess.source_list",
    },
)
