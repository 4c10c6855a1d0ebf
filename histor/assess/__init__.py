"""What to make of the record: corroboration, disputes, warnings, relations between countries."""

from histor.assess.cases import Assessment, assess

__all__ = ["Assessment", "assess"]
