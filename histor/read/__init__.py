"""Bytes to pages: files, folders, archives, feeds, articles and addresses."""

from histor.read.settings import ReadSettings
from histor.read.sources import read_sources

__all__ = ["ReadSettings", "read_sources"]
