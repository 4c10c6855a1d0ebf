"""What is told beside a deed and is not its doer's; the sentences are invented."""

from __future__ import annotations

from benchmarks.articles import article, read
from tests.extract.test_short_deeds import events


def test_what_somebody_justifies_his_act_by_is_anothers_deed() -> None:
    text = "Zambia justified its raid by detonating road mines in Lusaka that killed four officers."
    found = events(text)
    assert all(not doers for _, _, doers, _ in found.values())
    text = "Zambia ended its raid by detonating road mines in Lusaka that killed four officers."
    assert events(text)["detonating"][2] == ["Zambia"]


def test_who_is_mobilized_is_who_acts() -> None:
    assert events("Videos posted by mobilized Kenyan soldiers showed tanks.")["mobilized"][2:] == (
        ["Kenyan"],
        [],
    )


def test_what_somebody_comes_for_meets_nobody() -> None:
    [met] = events("World leaders arrived in Lima for the annual General Assembly.").values()
    assert met == ("CONSULT", "happened", [], [])


def test_whom_a_deed_angers_did_not_do_it() -> None:
    found = events("The destruction of vehicles by mines near the border angered Chad.")
    assert found["destruction"][2] == []
    found = events("The shelling of a village on Monday alarmed Norway and Peru.")
    assert found["shelling"][2] == []


def test_other_things_destroyed_are_another_deed() -> None:
    text = (
        "The destruction of vehicles in Lima angered Chad.\n\n"
        "The soldiers left at dawn. The destruction of {} in Lima angered Niger."
    )
    told = []
    for things in ("houses", "vehicles"):
        [page] = read([article("one", text.format(things), "2024-05-17")])
        told.append(max(len(e.mentions) for e in page.events))
    assert told == [1, 2]
