"""``histor export``: the record for other programs."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import msgspec
import typer

from histor.cli.adding import opened
from histor.cli.days import Days
from histor.cli.terminal import complain, plain, write
from histor.errors import InputError
from histor.records import CaseExport

if TYPE_CHECKING:
    from histor.tell.exports import TableName

__all__ = ["ExportFormat", "export"]


class ExportFormat(StrEnum):
    """What the record may be exported as."""

    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    polecat = "polecat"
    geojson = "geojson"
    ftm = "ftm"
    stix = "stix"
    jsonld = "jsonld"
    timemap = "timemap"
    atom = "atom"


class TableChoice(StrEnum):
    """The tables of a case."""

    events = "events"
    accounts = "accounts"
    claims = "claims"
    figures = "figures"
    findings = "findings"
    warnings = "warnings"
    relations = "relations"
    entities = "entities"
    documents = "documents"


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
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write, or the folder; - is standard output.",
        ),
    ] = "-",
    format: Annotated[
        ExportFormat | None,
        typer.Option("--format", help="Default: what FILE ends in; json if in nothing."),
    ] = None,
    table: Annotated[
        TableChoice, typer.Option("--table", help="Which table csv holds.")
    ] = TableChoice.events,
    since: Annotated[
        dt.datetime | None,
        typer.Option(
            "--since",
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"],
            help="Tell what changed since then (UTC), in formats that can.",
        ),
    ] = None,
    earlier: Annotated[
        str | None,
        typer.Option(
            "--earlier",
            metavar="RECORD",
            help="Tell what changed since this JSON export was written.",
        ),
    ] = None,
    after: Days.After = None,
    before: Days.Before = None,
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

    \b
    json      the whole record
    jsonl     the record, a JSON object a line
    csv       events, with ACLED's column names; other tables with --table
    xlsx      a workbook, a sheet for each table
    parquet   a folder of tables (needs histor[parquet])
    polecat   events, with POLECAT's columns
    geojson   a map of the events
    ftm       FollowTheMoney entities, for Aleph
    stix      a STIX 2.1 bundle, for OpenCTI and MISP
    jsonld    schema.org's terms as JSON-LD
    timemap   a folder for Forensic Architecture's timemap
    atom      a feed of what is new

    docs/export.md says what each field of each format holds.
    """
    from histor.tell.contract import export_json
    from histor.tell.exports import format_for, write_export
    from histor.tell.exports.plain import table_csv

    if since is not None and earlier is not None:
        raise typer.BadParameter("give --since or --earlier, not both.")
    chosen = format_for(output, format)
    if table is not TableChoice.events and chosen.name != "csv":
        raise typer.BadParameter(f"--table is for csv; {chosen.name} holds every table it can.")
    if output == "-" and chosen.folder:
        raise typer.BadParameter(f"{chosen.name} is a folder of files; name it with -o.")
    if output == "-" and chosen.binary and sys.stdout.isatty():
        raise typer.BadParameter(f"{chosen.name} is nothing to read here; name a file with -o.")
    days = Days.of(after, before)
    if any(days) and (since is not None or earlier is not None):
        raise typer.BadParameter("--since and --earlier look at the whole case; leave them out.")
    if any(days) and table is not TableChoice.events:
        raise typer.BadParameter("--table looks at the whole case; leave --after and --before out.")
    was = _earlier(earlier) if earlier else None
    with opened(names, allow_private=allow_private, progress=progress) as case:
        if chosen.name == "json" and pretty:
            write(export_json(case.export(*days), indent=2), output)
            return
        if table is not TableChoice.events:
            write(table_csv(case.table(cast("TableName", table.value))), output)
            return
        state = case.state(since=since, earlier=was, after=days[0], before=days[1])
        if not chosen.folder:
            made = chosen.make(state)
            assert isinstance(made, bytes)  # noqa: S101 - what `folder` means
            write(made, output)
            return
        try:
            for path in write_export(state, chosen, output):
                typer.echo(plain(str(path)))
        except OSError as error:
            complain(f"{output}: cannot be written ({error.strerror}); name another with -o.")
            raise typer.Exit(1) from error


def _earlier(path: str) -> CaseExport:
    """Return a record that was exported as JSON.

    Raises:
        InputError: it cannot be read, or is no such export.
    """
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=CaseExport)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror}); name a file that histor export wrote."
        ) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path}: is no JSON export of a case; write one with histor export --format json."
        ) from error
