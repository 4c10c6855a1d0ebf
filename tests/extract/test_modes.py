"""What tells an event's mode: who does it, with what, and not whom it meets; invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article
from benchmarks.articles import read as articles_read


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("Army planes conducted strikes on gunmen in Peru on Monday.", "strikes", "aerial"),
        ("Rebels attacked a tank depot in Peru on Monday.", "attacked", None),
        ("Demonstrators shut a tunnel in Lima on Monday.", "shut", "obstruct"),
        ("The clerks of Peru halted their work in protest on Monday.", "halted", "strike"),
        ("Protesters massed in Lima on Monday.", "massed", "demo"),
        ("Two gangs hurled bricks at one another in Lima on Monday.", "hurled", "primitive"),
        ("Fans hurl stones as they march in Lima on Monday.", "hurl", "primitive"),
        ("Nine nurses seized by rebels in Peru on Monday are safe.", "seized", "abduct"),
        ("Troops broke up a march in Lima on Monday.", "broke", "crowd-control"),
        ("Omar Diaz of Peru gave up power on Monday.", "gave", "resign"),
    ],
)
def test_the_mode_is_that_of_those_who_act(text: str, word: str, mode: str | None) -> None:
    [page] = articles_read([article("one", text, "2021-10-01")])
    found = {m.trigger.split()[0]: e.mode for e in page.events for m in e.mentions}
    assert found[word] == mode


def test_whoever_is_confirmed_killed_has_killed_nobody() -> None:
    text = "Omar Diaz, a guard, was confirmed killed by a drone strike in Peru on Monday."
    [page] = articles_read([article("one", text, "2021-10-01")])
    names = {e.id: e.name for e in page.entities}
    killed = [e for e in page.events for m in e.mentions if m.trigger == "killed"]
    assert [names[r] for e in killed for r in e.recipients] == ["Omar Diaz"]
    assert not [a for e in killed for a in e.actors]
