"""``histor export``: the whole record for other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from histor.cli.adding import opened
from histor.cli.terminal import write

__all__ = ["ExportFormat", "export"]


class ExportFormat(StrEnum):
    """What the record may be exported as."""

    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"


def export(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="CASE_OR_SOURCE...",
            help="A case file; or pages, which are read into a case that is not kept.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write; - is standard output."
        ),
    ] = "-",
    format: Annotated[
        ExportFormat, typer.Option("--format", help="The format of the export.")
    ] = ExportFormat.json,
    pretty: Annotated[bool, typer.Option("--pretty", help="Indent the JSON.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Allow addresses on private networks.")
    ] = False,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="Show progress; default: on a terminal."),
    ] = None,
) -> None:
    """Write the record for other programs.

    json is the whole record, jsonl the same a line a record; csv is a table of the events with
    ACLED's column names, geojson a map of those that have a place.
    """
    from histor.tell import tables
    from histor.tell.contract import export_json

    with opened(names, allow_private=allow_private, progress=progress) as case:
        record = case.export()
        if format is ExportFormat.jsonl:
            data = tables.record_jsonl(record)
        elif format is ExportFormat.csv:
            data = tables.events_csv(record)
        elif format is ExportFormat.geojson:
            data = tables.events_geojson(record)
        else:
            data = export_json(record, indent=2 if pretty else -1)
        write(data, output)
