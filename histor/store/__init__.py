"""The case file: one SQLite database. Nothing else in histor speaks SQL."""

from histor.store.check import Fault
from histor.store.database import is_case
from histor.store.kept import Kept, KeptHere, Made, rows_of, whole_record
from histor.store.search import Hit
from histor.store.store import State, Store
from histor.store.versions import Seen, seen
from histor.store.watched import Watched, WatchLog
from histor.store.window import window

__all__ = [
    "Fault",
    "Hit",
    "Kept",
    "KeptHere",
    "Made",
    "Seen",
    "State",
    "Store",
    "WatchLog",
    "Watched",
    "is_case",
    "rows_of",
    "seen",
    "whole_record",
    "window",
]
