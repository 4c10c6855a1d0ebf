"""The case file: one SQLite database. Nothing else in histor speaks SQL."""

from histor.store.check import Fault
from histor.store.database import is_case
from histor.store.search import Hit
from histor.store.store import State, Store

__all__ = ["Fault", "Hit", "State", "Store", "is_case"]
