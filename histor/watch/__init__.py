"""Feeds, sitemaps, pages and folders looked at again and again, into one case."""

from histor.watch.loop import watch
from histor.watch.plan import Plan, Source, read_plan
from histor.watch.report import Look
from histor.watch.watcher import Watcher

__all__ = ["Look", "Plan", "Source", "Watcher", "read_plan", "watch"]
