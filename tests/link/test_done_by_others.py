"""What one army does, and what the other does in answer, in like words."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.link import link

BORDER = (
    "The army said on Sunday that troops watch the border between Norway and Sweden day and night."
)


def doers(*texts: tuple[str, str]) -> list[set[str]]:
    pages = [article(f"page {n}", f"{text} {BORDER}", day) for n, (text, day) in enumerate(texts)]
    linked = link(read(pages))
    names = {e.id: e.name for e in linked.entities}
    return [
        {names[a] for a in event.actors}
        for event in linked.events
        if any(m.trigger == "attacked" for m in event.mentions)
    ]


def test_attacks_of_two_armies_are_two() -> None:
    found = doers(
        (
            "Norwegian troops attacked the temples of the border, its spokeswoman said.",
            "2015-06-07",
        ),
        ("Swedish troops attacked in several places of the border, he said.", "2015-06-09"),
    )
    assert len(found) == 2
    assert not found[0] & found[1]


def test_attacks_of_one_army_may_be_one() -> None:
    found = doers(
        (
            "Norwegian troops attacked the temples of the border, its spokeswoman said.",
            "2015-06-07",
        ),
        ("Norwegian troops attacked the temples at the border, he said.", "2015-06-07"),
    )
    assert len(found) == 1
