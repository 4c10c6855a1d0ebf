"""``histor diff``: what changed in a case since a day, or between two cases."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from histor.case import Case

__all__ = ["diff"]


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
    page: Annotated[
        str | None,
        typer.Option(
            "--page",
            metavar="ADDRESS_OR_ID",
            help="What a page's publisher changed on it, version by version.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
) -> None:
    """Say what changed: new events and numbers, disputes and warnings opened or settled.

    What happened in the world is kept apart from what was only read since, and from what
    publishers changed on their pages: sentences, and numbers, claims and events withdrawn.
    """
    from histor.case import open as open_case

    if sum(given is not None for given in (since, other, page)) != 1:
        raise typer.BadParameter("give one of --since, --page and a second case file.")
    with open_case(case, create=False) as opened:
        if page is not None:
            _print_revisions(opened, page, json)
            return
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
        from histor.assess.changed import CHANGE_WORDS

        print_table(
            ("what", "of", "summary"), [(CHANGE_WORDS[c.kind], c.of, c.summary) for c in found]
        )


def _print_revisions(case: Case, page: str, json: bool) -> None:
    revisions = case.revisions(page)
    if json:
        print_json(revisions)
    elif revisions:
        from histor.assess.changed import CHANGE_WORDS

        rows = [
            (r.seen[:19], CHANGE_WORDS[c.kind], c.summary) for r in revisions for c in r.changes
        ]
        print_table(("seen", "what", "summary"), rows)
    else:
        complain(
            f"{page}: the case holds one version of this page or none; "
            "histor show CASE versions lists the pages that changed."
        )
        raise typer.Exit(1)
