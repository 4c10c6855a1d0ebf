"""Deeds as a page tells them: who only tells of one, where it was, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import histor
from histor.records import CaseExport, Event

PAGE = """Blasts in Nakuru

Published 20 March 2019

Gunmen attacked the Ugandan embassy in Nakuru on Monday, officials in Kenya said.
The attack at the Ugandan embassy killed 12 people and wounded 40.
Tanzania on Wednesday condemned the attack on the embassy.
Ghana deplored the bomb blasts which killed scores of people in Nakuru.
Omar Diaz and Peter Obi were charged with murder.
The offensive in Rwanda killed four villagers, aid workers said.
"""


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseExport]:
    folder = tmp_path_factory.mktemp("deeds")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([folder])
        yield case.export()


def event(export: CaseExport, trigger: str) -> Event:
    [found] = {
        e.id: e for e in export.events if trigger in {m.trigger for m in e.mentions}
    }.values()
    return found


def names(export: CaseExport, ids: tuple[str, ...]) -> set[str]:
    return {e.name for e in export.entities if e.id in ids}


def test_killed_and_wounded_are_one_deed(export: CaseExport) -> None:
    attack = event(export, "attacked")
    assert {"killed", "wounded"} <= {m.trigger for m in attack.mentions}
    assert {(f.quantity, f.low) for f in attack.figures} >= {("killed", 12.0), ("injured", 40.0)}


def test_whose_embassy_is_attacked_does_not_attack_it(export: CaseExport) -> None:
    attack = event(export, "attacked")
    assert names(export, attack.actors) == set()
    assert names(export, attack.recipients) == {"Ugandan"}


def test_the_day_of_a_condemnation_is_not_the_attack_s(export: CaseExport) -> None:
    attack, condemned = event(export, "attacked"), event(export, "condemned")
    assert attack.date is not None and condemned.date is not None
    assert (attack.date.edtf, condemned.date.edtf) == ("2019-03-18", "2019-03-20")


def test_who_deplores_a_blast_did_not_set_it_off(export: CaseExport) -> None:
    deplored = event(export, "deplored")
    assert names(export, deplored.actors) == {"Ghana"}
    others = [e for e in export.events if e.id != deplored.id]
    assert all("Ghana" not in names(export, e.actors) for e in others)


def test_where_an_offensive_is_does_not_wage_it(export: CaseExport) -> None:
    assert "Rwanda" not in names(export, event(export, "offensive").actors)


def test_two_are_charged(export: CaseExport) -> None:
    assert names(export, event(export, "charged").recipients) == {"Omar Diaz", "Peter Obi"}
