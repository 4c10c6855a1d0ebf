"""``histor report``: the situation report."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from histor.cli.adding import opened
from histor.cli.days import Days
from histor.cli.terminal import plain, write
from histor.tell.forms import days_title, ending, form_for, render_report

__all__ = ["ReportFormat", "report"]


class ReportFormat(StrEnum):
    """What a report may be written as."""

    html = "html"
    markdown = "markdown"
    docx = "docx"
    pdf = "pdf"


def report(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="CASE_OR_SOURCE...",
            help="A case file; or pages, which are read into a case that is not kept.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file; - is standard output; default: report.html.",
        ),
    ] = None,
    format: Annotated[
        ReportFormat | None,
        typer.Option("--format", help="Default: what FILE ends in: .html, .md, .docx or .pdf."),
    ] = None,
    since: Annotated[
        dt.datetime | None,
        typer.Option(
            "--since",
            metavar="DAY",
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"],
            help="Begin with what changed in the case since then (UTC).",
        ),
    ] = None,
    pictures: Annotated[
        bool | None,
        typer.Option(
            "--pictures/--no-pictures",
            help="Draw pictures; default: where histor[pictures] is installed.",
        ),
    ] = None,
    after: Days.After = None,
    before: Days.Before = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Allow addresses on private networks.")
    ] = False,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="Show progress; default: on a terminal."),
    ] = None,
) -> None:
    """Write the situation report and print its path."""
    if since is not None and (after is not None or before is not None):
        raise typer.BadParameter("--since looks at the whole case; leave --after and --before out.")
    kind = format.value if format else form_for(output or "")
    target = output or f"report{ending(kind)}"
    with opened(names, allow_private=allow_private, progress=progress) as case:
        record = case.export(*Days.of(after, before))
        title = days_title(*Days.of(after, before))
        told = case.since(since) if since is not None else None
        write(render_report(record, kind, title, pictures=pictures, since=told), target)
    if target != "-":
        typer.echo(plain(target))
