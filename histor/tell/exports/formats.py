"""What a case can be exported as, and the one way to write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from histor.errors import InputError
from histor.tell.contract import export_json
from histor.tell.exports.atom import atom_feed
from histor.tell.exports.follow_the_money import ftm_lines
from histor.tell.exports.json_ld import json_ld
from histor.tell.exports.parquet import parquet_files
from histor.tell.exports.plain import events_geojson, record_jsonl, table_csv
from histor.tell.exports.polecat import polecat_tsv
from histor.tell.exports.state import CaseState
from histor.tell.exports.stix import stix_bundle
from histor.tell.exports.tables import table
from histor.tell.exports.time_map import timemap_files
from histor.tell.exports.workbook import workbook

__all__ = ["FORMATS", "Format", "format_for", "write_export"]

_Files = Mapping[str, bytes]


class Format(msgspec.Struct, frozen=True):
    """A format: one file, or a folder of files."""

    name: str
    #: what it is, for the help
    holds: str
    #: endings of file names by which it is known
    endings: tuple[str, ...]
    make: Callable[[CaseState], bytes | _Files]
    #: whether it is more than one file
    folder: bool = False
    #: whether its bytes are no text
    binary: bool = False


_ALL = (
    Format("json", "the whole record", (".json",), lambda s: export_json(s.record, indent=-1)),
    Format("jsonl", "the record, a JSON object a line", (".jsonl", ".ndjson"),
           lambda s: record_jsonl(s.record, s.before)),
    Format("csv", "events, with ACLED's column names", (".csv",),
           lambda s: table_csv(table(s.record, "events"))),
    Format("xlsx", "a workbook, a sheet for each table", (".xlsx",), workbook, binary=True),
    Format("parquet", "a folder of tables", (".parquet",), parquet_files, folder=True),
    Format("polecat", "events, with POLECAT's columns", (".tsv",), polecat_tsv),
    Format("geojson", "a map of the events", (".geojson",), lambda s: events_geojson(s.record)),
    Format("ftm", "FollowTheMoney entities, for Aleph", (".ftm", ".ijson"), ftm_lines),
    Format("stix", "a STIX 2.1 bundle, for OpenCTI and MISP", (".stix",), stix_bundle),
    Format("jsonld", "schema.org's terms as JSON-LD", (".jsonld",), json_ld),
    Format("timemap", "a folder for Forensic Architecture's timemap", (), timemap_files,
           folder=True),
    Format("atom", "a feed of what is new", (".atom", ".xml"), atom_feed),
)  # fmt: skip

#: name -> format
FORMATS: dict[str, Format] = {format.name: format for format in _ALL}


def format_for(target: str | Path, name: str | None = None) -> Format:
    """Return the format of a name, else the one a file's name ends in; JSON if it has no ending.

    Raises:
        InputError: there is no such format, or none with this ending.
    """
    names = ", ".join(FORMATS)
    if name is not None:
        if name not in FORMATS:
            raise InputError(f"{name} is no format; name one of {names}.")
        return FORMATS[name]
    ending = Path(target).suffix.lower()
    if not ending:
        return FORMATS["json"]
    found = next((f for f in _ALL if ending in f.endings), None)
    if found is None:
        raise InputError(
            f"{target}: no format's files end in {ending}; name the format with --format, "
            f"one of {names}."
        )
    return found


def write_export(state: CaseState, format: Format, target: str | Path) -> tuple[Path, ...]:
    """Write a case to a file, or for a format of several files into a folder.

    Files of the folder that the export does not make are left alone.

    Raises:
        InputError: the target is a file where a folder is wanted.
        OSError: it cannot be written.
    """
    path = Path(target)
    made = format.make(state)
    if isinstance(made, bytes):
        path.write_bytes(made)
        return (path,)
    if path.exists() and not path.is_dir():
        raise InputError(
            f"{path} is a file, and {format.name} is a folder of files; name a folder."
        )
    path.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        (path / name).write_bytes(data)
    return tuple(path / name for name in made)
