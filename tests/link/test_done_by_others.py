"""What one army does, and what the other does in answer, in like words."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.link import link

ONE = (
    "Both armies told of shelling on Sunday morning. The Norwegian army said Swedish forces had "
    "fired on homes in Bergen; the spokeswoman of Sweden said Norwegian troops had attacked the "
    "fort of Orle at the border between Norway and Sweden."
)
OTHER = (
    "Norway's army accused Sweden of breaking a ceasefire at the border between Norway and Sweden, "
    "saying Swedish troops had attacked in several places. The spokeswoman of Sweden denied it."
)


def doers(*texts: tuple[str, str]) -> list[set[str]]:
    pages = [article(f"page {n}", text, day) for n, (text, day) in enumerate(texts)]
    linked = link(read(pages))
    names = {e.id: e.name for e in linked.entities}
    return [
        {names[a] for a in event.actors}
        for event in linked.events
        if any(m.trigger == "attacked" for m in event.mentions)
    ]


def test_attacks_of_two_armies_are_two() -> None:
    found = doers((ONE, "2015-06-07"), (OTHER, "2015-06-09"))
    assert [names & {"Norway", "Sweden"} for names in found] in (
        [{"Norway"}, {"Sweden"}],
        [{"Sweden"}, {"Norway"}],
    )


def test_attacks_of_one_army_may_be_one() -> None:
    found = doers((ONE, "2015-06-07"), (ONE.replace("fort", "old fort"), "2015-06-07"))
    assert [names & {"Norway", "Sweden"} for names in found] == [{"Norway"}]


def test_an_attack_by_a_side_is_none_on_it() -> None:
    raid = "Boko Haram attacked a clinic at the camp in Damaturu on Friday, residents said."
    answer = "Planes attacked Boko Haram at the camp in Damaturu on Friday, the army said."
    found = doers((raid, "2015-06-06"), (answer, "2015-06-06"))
    assert len(found) == len((raid, answer))


def test_frequent_explosions_are_none_of_those_told() -> None:
    text = (
        "Explosions were heard in Salto on Monday, residents said.\n\nThe province is one of the "
        "most isolated. There are frequent explosions and casualties in it."
    )
    found = link(read([article("one", text, "2021-06-02")])).events
    assert sorted(m.trigger for e in found for m in e.mentions) == ["Explosions", "explosions"]
    assert len(found) == 2
