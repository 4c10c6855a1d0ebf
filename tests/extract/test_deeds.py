"""Deeds as a page tells them: who only tells of one, where it was, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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


def read(tmp_path: Path, text: str) -> CaseExport:
    (tmp_path / "page.txt").write_text(f"Read\n\n{text}\n", encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        return case.export()


def parties(export: CaseExport, trigger: str) -> tuple[set[str], set[str], str | None]:
    found = event(export, trigger)
    place = next((e.name for e in export.entities if e.id == found.place), None)
    return names(export, found.actors), names(export, found.recipients), place


def test_the_us_is_no_pronoun(tmp_path: Path) -> None:
    export = read(
        tmp_path, "Chile on Tuesday demanded that the US cancel the sale of arms to Peru."
    )
    assert parties(export, "demanded") == ({"Chile"}, {"US"}, None)


def test_we_are_who_says_it(tmp_path: Path) -> None:
    export = read(
        tmp_path, "“We condemn the attack on the port,” Ana Ruiz, a minister of Peru, said."
    )
    assert parties(export, "condemn")[0] == {"Ana Ruiz"}


def test_where_something_is_suffers_nothing(tmp_path: Path) -> None:
    text = "Protesters marched in Lima and Arequipa on Sunday. Some 300 people fled into Chile."
    export = read(tmp_path, text)
    assert parties(export, "marched") == (set(), set(), "Lima")
    assert parties(export, "fled")[1] == set()


def test_who_backs_rebels_does_not_do_what_they_do(tmp_path: Path) -> None:
    export = read(tmp_path, "Chile-backed rebels of the Grey Tide seized a port in Peru on Monday.")
    assert "Chile" not in parties(export, "seized")[0]


def test_a_clause_after_another_has_a_day_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "Envoy leaves\n\nLIMA, 28 September 2021 (Agency) — The envoy left Lima on Monday, a month "
        "after soldiers seized the port.\n",
        encoding="utf-8",
    )
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        export = case.export()
    seized = event(export, "seized")
    assert seized.date is None or seized.date.edtf < "2021-09-01"


def test_both_sides_of_a_pair_of_adjectives_are_named(tmp_path: Path) -> None:
    export = read(tmp_path, "Chilean and Peruvian negotiators agreed to share water on Monday.")
    assert parties(export, "agreed")[0] == {"Chilean", "Peruvian"}


def test_a_war_is_not_the_attack_that_a_page_tells_beside_it(tmp_path: Path) -> None:
    text = (
        "Peru launched an attack on Chile on Tuesday. The attack killed nine people.\n\n"
        "The war of 2010 between Peru and Chile left thousands dead. The offensive comes after "
        "months of talks in a bid to avoid a repeat of the 2010 war."
    )
    export = read(tmp_path, text)
    attack = event(export, "attack")
    assert "war" not in {m.trigger for m in attack.mentions}


def test_on_a_page_of_a_quake_those_killed_are_its_dead(tmp_path: Path) -> None:
    text = (
        "A quake shook the town of Arica on Sunday. Ten people were killed and 40 were injured, "
        "the governor of the province said. Six villages were destroyed."
    )
    export = read(tmp_path, text)
    assert {e.type for e in export.events} == {"OTHER"}


def test_tear_gas_is_not_the_shot_that_killed(tmp_path: Path) -> None:
    text = (
        "Police shot a student in Lima on Saturday. The shooting led to protests. Police fired "
        "tear gas at protesters in Arequipa."
    )
    export = read(tmp_path, text)
    assert event(export, "fired").id != event(export, "shot").id


def test_a_later_clause_of_another_tense_has_its_own_day(tmp_path: Path) -> None:
    text = "On 4 May 2020 it rained. Omar Diaz met the king of Peru and is to fly to Lima on 9 May 2020."
    found = event(read(tmp_path, text), "met")
    assert found.date is None


def test_what_is_said_to_be_seized_is_not_of_the_clause_s_day(tmp_path: Path) -> None:
    text = "Peru on 4 May 2020 gave Chile 72 hours to free two seized Bolivian ships."
    assert event(read(tmp_path, text), "seized").date is None


def test_the_blast_is_the_bomb_s_told_of_before(tmp_path: Path) -> None:
    text = (
        "On 4 May 2020 a grenade exploded at a market in Nakuru, wounding 13 people. "
        "No group has said that it was behind the blast."
    )
    found = event(read(tmp_path, text), "blast")
    assert found.type == "ASSAULT"
    assert {m.trigger for m in found.mentions} >= {"exploded", "blast"}


def test_a_rally_called_for_a_day_is_to_come(tmp_path: Path) -> None:
    text = "Published 20 March 2019\n\nThe Unity party of Ghana has called a strike for Saturday, its leader Omar Diaz said."
    export = read(tmp_path, text)
    assert {t.date.edtf for t in export.times if t.span.text == "Saturday" and t.date} == {
        "2019-03-23"
    }


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        (
            "It was the worst attack on Nakuru since 21 June 2018, when nine people perished in the "
            "shelling of a camp.",
            "perished",
            "2018-06-21",
        ),
        (
            "Ghana was calm. In February 2018, gunmen attacked the palace in a failed coup attempt in "
            "which 11 people died.",
            "died",
            "2018-02",
        ),
    ],
)
def test_a_clause_that_a_day_opens_or_a_deed_holds_is_of_that_day(
    tmp_path: Path, text: str, word: str, day: str
) -> None:
    found = event(read(tmp_path, text), word)
    assert found.date is not None
    assert found.date.edtf == day


def test_who_died_where_somebody_goes_later_is_of_no_day(tmp_path: Path) -> None:
    text = "On 4 May 2020 a minister visited the region in which 30 people died."
    assert event(read(tmp_path, text), "died").date is None
