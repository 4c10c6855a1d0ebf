"""Telling: the record as a report and as files other programs read."""

from histor.tell import html, markdown
from histor.tell.contract import export_json, export_schema

__all__ = ["export_json", "export_schema", "html", "markdown"]
