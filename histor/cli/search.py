"""``histor search``: words in a case's pages."""

from __future__ import annotations

from typing import Annotated

import typer

from histor.cli.terminal import complain, print_json, print_table

__all__ = ["search"]


def search(
    case: Annotated[str, typer.Argument(help="The case file.")],
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY...", help='What to look for: all words, or a phrase in "...".'
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print the hits as JSON.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="The most hits to print.")] = 20,
) -> None:
    """Find pages by their words, best first."""
    from histor.case import open as open_case

    with open_case(case, create=False) as opened:
        hits = opened.search(" ".join(query), limit)
    if json:
        print_json(hits)
    elif not hits:
        complain("no page holds all of these words.")
    else:
        print_table(
            ("date", "outlet", "title", "words"),
            [
                (
                    hit.page_date or "",
                    hit.outlet or "",
                    hit.title or "",
                    hit.passage.text if hit.passage else "",
                )
                for hit in hits
            ],
        )
