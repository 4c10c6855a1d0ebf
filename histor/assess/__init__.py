"""What to make of the record: corroboration, disputes, warnings, relations between countries."""

from histor.assess.cases import Assessment, assess
from histor.assess.change import Change, changes

__all__ = ["Assessment", "Change", "assess", "changes"]
