"""The record in the formats that other tools read: ``formats`` lists them."""

from histor.tell.exports.formats import FORMATS, Format, format_for, write_export
from histor.tell.exports.state import CaseState
from histor.tell.exports.table import Column, Table, TableName
from histor.tell.exports.tables import table, tables

__all__ = [
    "FORMATS",
    "CaseState",
    "Column",
    "Format",
    "Table",
    "TableName",
    "format_for",
    "table",
    "tables",
    "write_export",
]
