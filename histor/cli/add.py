"""``histor add``: pages into a case."""

from __future__ import annotations

from typing import Annotated

import typer

from histor.cli.adding import add_pages
from histor.cli.terminal import plain, print_json

__all__ = ["add"]


def add(
    case: Annotated[str, typer.Argument(help="The case file; made if it is not there.")],
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, archives, feeds, http(s) addresses, or - for standard input.",
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Allow addresses on private networks.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but what could not be read.")
    ] = False,
    pipeline: Annotated[
        str | None,
        typer.Option(
            "--pipeline",
            metavar="NAME_OR_PATH",
            help="Read with another spaCy pipeline, as spacy.load names it.",
        ),
    ] = None,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="Show progress; default: on a terminal."),
    ] = None,
) -> None:
    """Read pages into a case. Pages it holds already are left as they are."""
    from histor.case import open as open_case

    with open_case(case) as opened:
        report = add_pages(
            opened,
            sources,
            allow_private=allow_private,
            progress=progress,
            quiet=quiet,
            pipeline=pipeline,
        )
    if json:
        print_json(
            {
                "case": case,
                "added": report.added,
                "known": report.known,
                "failed": report.failed,
                "failures": report.failures,
            }
        )
    elif not quiet:
        typer.echo(
            f"{plain(case)}: {report.added} added, {report.known} known, {report.failed} failed"
        )
