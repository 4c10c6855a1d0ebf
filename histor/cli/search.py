"""``histor search``: words in a case's pages, and sentences like one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from histor.store import Hit

__all__ = ["search", "snippet"]

#: characters of a passage that are shown
_SHOWN = 320


def search(
    case: Annotated[str, typer.Argument(help="The case file.")],
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[QUERY]...",
            help='What to look for: all words, a phrase in "...", a beginning as begin*; narrowed '
            "by source:NAME (outlet or speaker), actor:NAME, place:NAME, after:DATE, before:DATE.",
        ),
    ] = None,
    like: Annotated[
        str | None,
        typer.Option(
            "--like",
            metavar="SENTENCE",
            help="Rank by sentences that say nearly this, in these words or others.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the hits as JSON.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="The most hits to print.")] = 20,
) -> None:
    """Find pages by their words or by what they say, best first."""
    from histor.case import open as open_case

    words = " ".join(query or [])
    if like is None and not words:
        raise typer.BadParameter("type what to look for, or give --like")
    with open_case(case, create=False) as opened:
        if like is None:
            hits = opened.search(words, limit)
        else:
            try:
                with _encoding() as progress:
                    hits = opened.search_like(like, words, limit, progress=progress)
            except KeyboardInterrupt:
                complain("stopped; the same command goes on from there.")
                raise typer.Exit(130) from None
    if json:
        print_json(hits)
    elif not hits:
        complain("no page fits all of this; look for less.")
    else:
        print_table(
            ("document", "date", "outlet", "title", "words"),
            [
                (h.document, h.page_date or "", h.outlet or "", h.title or "", snippet(h))
                for h in hits
            ],
        )


def snippet(hit: Hit) -> str:
    """Return a hit's passage with the words found between asterisks, cut to those if it is long."""
    if hit.passage is None:
        return ""
    text, origin = hit.passage.text, hit.passage.start
    first = hit.matches[0].start - origin if hit.matches else 0
    begin = 0 if len(text) <= _SHOWN else max(0, min(first - _SHOWN // 4, len(text) - _SHOWN))
    end = min(len(text), begin + _SHOWN)
    told, at = ["…"] if begin else [], begin
    for match in hit.matches:
        start, stop = match.start - origin, match.end - origin
        if begin <= start and stop <= end:
            told += [text[at:start], f"*{match.text}*"]
            at = stop
    return "".join([*told, text[at:end], "…" if end < len(text) else ""])


@contextmanager
def _encoding() -> Iterator[Callable[[int, int], None] | None]:
    """Show how far the sentence vectors of a case are, on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("making sentence vectors", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
