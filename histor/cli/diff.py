"""``histor diff``: what changed in a case since a day, or between two cases."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from histor.cli.terminal import complain, print_json, print_table

__all__ = ["diff"]

_WORDS = {
    "new_page": "new page",
    "new_event": "new event",
    "new_figure": "new number",
    "credibility": "credibility",
    "finding_opened": "dispute opened",
    "finding_settled": "dispute settled",
    "warning_opened": "warning",
    "warning_due": "warning come due",
}


def diff(
    case: Annotated[str, typer.Argument(help="The case file.")],
    other: Annotated[
        str | None, typer.Argument(help="A later case file to compare with, if no day is given.")
    ] = None,
    since: Annotated[
        dt.datetime | None,
        typer.Option(
            "--since",
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"],
            help="Compare with the case as it was then (UTC).",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
) -> None:
    """Say what changed: new events and numbers, disputes and warnings opened or settled.

    What happened in the world is kept apart from what was only read since.
    """
    from histor.case import open as open_case

    if (since is None) == (other is None):
        raise typer.BadParameter("give either --since or a second case file.")
    with open_case(case, create=False) as opened:
        if since is not None:
            found = opened.changes(since)
        else:
            with open_case(other or "", create=False) as later:
                found = later.changes_from(opened)
    if json:
        print_json(found)
    elif not found:
        complain("nothing changed.")
    else:
        print_table(("what", "of", "summary"), [(_WORDS[c.kind], c.of, c.summary) for c in found])
