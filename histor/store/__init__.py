"""The case file: one SQLite database. Nothing else in histor speaks SQL."""

from histor.store.database import is_case
from histor.store.search import Hit
from histor.store.store import State, Store
from histor.store.versions import Seen, seen

__all__ = ["Hit", "Seen", "State", "Store", "is_case", "seen"]
