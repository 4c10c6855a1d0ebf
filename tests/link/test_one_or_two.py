"""Which mentions are one event, and which are two: on one page, and of two weekdays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import histor
from histor.records import CaseExport, Event

Read = Callable[[str], CaseExport]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def _read(text: str) -> CaseExport:
        (tmp_path / "page.txt").write_text(f"Read\n\n3 May 2019\n\n{text}\n", encoding="utf-8")
        with histor.Case.temporary() as case:
            case.add([tmp_path])
            return case.export()

    return _read


def by_trigger(export: CaseExport, trigger: str) -> list[Event]:
    return [e for e in export.events if trigger in {m.trigger for m in e.mentions}]


def recipients(export: CaseExport, event: Event) -> set[str]:
    return {e.name for e in export.entities if e.id in event.recipients}


def test_criticism_of_two_is_two_events(read: Read) -> None:
    export = read(
        "Kenya condemned Uganda on Monday for the blockade of the lake. On Tuesday, Kenya "
        "condemned the killing of two fishermen. Kenya urged the United Nations to act. Kenya "
        "demanded an apology."
    )
    condemned = by_trigger(export, "condemned")
    assert sorted(map(len, (recipients(export, e) for e in condemned))) == [0, 1]
    [demanded] = by_trigger(export, "demanded")
    assert recipients(export, demanded) == set()


def test_a_noun_says_again_whom_one_condemned(read: Read) -> None:
    export = read(
        "Rwanda condemned Kenya on Monday. In its condemnation, Rwanda said that the lake belonged "
        "to all."
    )
    [condemned] = by_trigger(export, "condemned")
    assert {m.trigger for m in condemned.mentions} == {"condemned", "condemnation"}


def test_those_harmed_in_two_places_are_harmed_twice(read: Read) -> None:
    export = read(
        "Four gunmen were killed in the siege, police said. Their leader was jailed for the bombing "
        "of a station in Nakuru that killed 19 passengers. The gunmen arrived in two vans and shot "
        "at the guards, wounding two of them."
    )
    tolls = [{(f.quantity, f.low) for f in e.figures} for e in export.events if e.figures]
    assert {("killed", 4.0)} in tolls
    assert {("killed", 19.0)} in tolls
    assert {("injured", 2.0)} in tolls


def test_whom_a_raid_killed_is_the_raid_though_somebody_survived(read: Read) -> None:
    export = read(
        "Fourteen people were killed and one survived when the Kenyan navy struck four boats off "
        "Mombasa on Monday, the ministry said."
    )
    [struck] = by_trigger(export, "struck")
    assert {m.trigger for m in struck.mentions} == {"struck", "killed"}


def test_what_is_denied_is_not_what_another_sentence_tells(read: Read) -> None:
    export = read(
        "Police deny reports that a teacher has been shot dead. Residents said that the gunmen "
        "arrived in two vans and shot at the guards."
    )
    assert {e.status for e in by_trigger(export, "shot")} == {"denied", "happened"}


def test_truces_of_two_weekdays_are_two(tmp_path: Path) -> None:
    first = "Peru and Chile announced a ceasefire on Saturday after a week of fighting in Arica."
    second = "Peru and Chile announced a ceasefire on Monday, a second attempt to end the war."
    (tmp_path / "a.txt").write_text(f"Truce\n\n11 October 2020\n\n{first}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Again\n\n{second}\n", encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        export = case.export()
    truces = by_trigger(export, "ceasefire")
    names = {e.id: e.name for e in export.entities}
    assert [{names[a] for a in e.actors} for e in truces] == [{"Peru", "Chile"}] * 2


def test_items_of_news_in_brief_tell_no_event_together(read: Read) -> None:
    export = read(
        "PERU - Guards exchanged fire with smugglers near Arica on Thursday, wounding three "
        "soldiers.\n\nKENYA - Talks resumed in Nairobi on Friday.\n\nGHANA - Gunmen fired at a bus, "
        "police said."
    )
    fired = {e.id for trigger in ("exchanged fire", "fired") for e in by_trigger(export, trigger)}
    assert len(fired) == 2


RAIDS = (
    "Planes bombed the market of Nakuru on Monday, killing nine people. Another raid on Tuesday "
    "hit a school in Nakuru and killed four, the hospital said.",
    "Four children were killed when planes bombed a school in Nakuru on Tuesday, the mayor said. "
    "Nine people died in a raid on the market on Monday.",
    "Nine traders were killed when planes bombed the market of Nakuru on Monday, a priest said.",
)


def test_two_days_that_a_page_tells_apart_are_two_events(tmp_path: Path) -> None:
    for n, text in enumerate(RAIDS):
        page = f"Raid {n}\n\n8 May 2019\n\n{text}\n"
        (tmp_path / f"{n}.txt").write_text(page, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        export = case.export()
    days = [
        {m.date.edtf for m in event.mentions if m.date is not None}
        for event in export.events
        if event.type == "ASSAULT"
    ]
    assert {"2019-05-06"} in days
    assert {"2019-05-07"} in days
    assert all(len(own) <= 1 for own in days)


def test_another_is_not_the_one_before(read: Read) -> None:
    export = read(
        "Police said that a blast killed two guards in Nakuru. Another explosion wounded a driver "
        "in Nakuru."
    )
    [blast], [explosion] = by_trigger(export, "blast"), by_trigger(export, "explosion")
    assert blast.id != explosion.id


def test_two_days_of_january_are_two_though_no_page_gives_the_year(tmp_path: Path) -> None:
    first = "Rebels shelled the port of Mombasa on Jan. 8 and killed three sailors."
    second = "Rebels shelled the port of Mombasa on Jan. 10 and killed three sailors."
    for name, text in (("a", first), ("b", second)):
        (tmp_path / f"{name}.txt").write_text(f"Port {name}\n\n{text}\n", encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        export = case.export()
    shelled = by_trigger(export, "shelled")
    assert len(shelled) == 2


def test_whom_an_epidemic_killed_no_shell_has_killed(read: Read) -> None:
    export = read(
        "Shells struck a market in Nakuru on Thursday, killing nine people. The cholera outbreak "
        "has now killed 498 people, the ministry said. In Nakuru alone 61 people have died."
    )
    tolls = [{f.low for f in e.figures if f.quantity == "killed"} for e in export.events]
    assert [t for t in tolls if 9.0 in t] == [{9.0}]
    assert all(not {9.0} & t for t in tolls if t & {498.0, 61.0})


def cases(tmp_path: Path, *texts: str) -> CaseExport:
    """Return what some pages of one week tell together."""
    for n, text in enumerate(texts):
        page = f"Page {n}\n\n{3 + n} May 2019\n\n{text}\n"
        (tmp_path / f"{n}.txt").write_text(page, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        return case.export()


def test_what_was_done_so_often_since_then_is_not_what_was_done_this_week(tmp_path: Path) -> None:
    export = cases(
        tmp_path,
        "Ghana's new rulers overthrew President Kofi Mensah on Thursday and closed the port.",
        "Since 1974 the army of Ghana has overthrown four presidents, among them Kofi Mensah.",
        "The army staged four coups in Ghana before 2000. Soldiers announced a coup on Thursday.",
    )
    [overthrew], [overthrown] = by_trigger(export, "overthrew"), by_trigger(export, "overthrown")
    assert overthrew.id != overthrown.id
    [coups], [coup] = by_trigger(export, "coups"), by_trigger(export, "coup")
    assert coups.id != coup.id


def test_who_rejects_a_truce_and_a_charge_rejects_two_things(tmp_path: Path) -> None:
    export = cases(
        tmp_path,
        "Peru rejected mediation by Chile. Peru closed the port of Arica.",
        "Chile blamed Peru for laying mines in the bay, a charge that Peru rejected.",
    )
    assert len({e.id for e in by_trigger(export, "rejected")}) == 2


def test_who_rejects_one_plan_is_told_of_on_two_pages(tmp_path: Path) -> None:
    export = cases(
        tmp_path,
        "Peru rejected a plan of Chile for the port of Arica on Thursday.",
        "Peru on Thursday rejected Chile's plan for the port of Arica.",
    )
    assert len({e.id for e in by_trigger(export, "rejected")}) == 1


def test_who_died_by_shells_is_who_shells_killed(tmp_path: Path) -> None:
    export = cases(
        tmp_path,
        "Seventeen people died when mortars landed on a market in Nakuru on Thursday.",
        "At least 17 people were killed when shells struck a market in Nakuru on Thursday.",
    )
    [died], [killed] = by_trigger(export, "died"), by_trigger(export, "killed")
    assert died.id == killed.id


def test_a_country_and_its_town_were_struck_once(tmp_path: Path) -> None:
    export = cases(
        tmp_path,
        "Planes bombed Kenya on Thursday, killing nine traders in Nakuru.",
        "Nine traders were killed on Thursday when planes bombed Nakuru, the mayor said.",
    )
    assert len({e.id for e in by_trigger(export, "bombed")}) == 1


def test_what_a_page_goes_on_to_tell_of_its_attack_is_of_its_day(tmp_path: Path) -> None:
    export = cases(
        tmp_path,
        "Rebels shelled a market in Nakuru on 26 April, killing nine people.",
        "Shells struck a market in Nakuru for the second time in eight days on Friday, killing four "
        "people. Mortars hit the market in the south of the town, the hospital said.",
    )
    [shelled] = by_trigger(export, "shelled")
    assert all(e.id != shelled.id for e in by_trigger(export, "hit"))


def test_one_shelling_is_told_in_many_words(tmp_path: Path) -> None:
    export = cases(
        tmp_path,
        "Shells slammed into a market in Nakuru on Wednesday, when traders had come for the fair.",
        "A doctor in Nakuru said that the shells landed at about ten on Wednesday.",
    )
    assert len([e for e in export.events if e.mode == "heavy-weapons"]) == 1


HEADED = """<html><body><article><h1>{}</h1><p>{}</p></article></body></html>"""


def headed(tmp_path: Path, heading: str, text: str) -> CaseExport:
    (tmp_path / "page.html").write_text(HEADED.format(heading, text), encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        return case.export()


def test_a_heading_and_its_lead_tell_one_deed_in_two_words(tmp_path: Path) -> None:
    export = headed(
        tmp_path,
        "Kenya pulls last troops out of Nakuru",
        "The last Kenyan soldiers left their base in Nakuru on 2 May 2019, the ministry said. They "
        "had been there for nine years.",
    )
    [pulls], [left] = by_trigger(export, "pulls"), by_trigger(export, "left")
    assert pulls.id == left.id


def test_a_heading_of_two_deeds_is_not_each_of_its_lead(tmp_path: Path) -> None:
    export = headed(
        tmp_path,
        "Rebels seize port of Nakuru, army retakes airfield",
        "Rebels captured the port of Nakuru on 2 May 2019, residents of the town said. Kenya's army "
        "recaptured the airfield of the town hours later.",
    )
    assert len([e for e in export.events if e.type == "COERCE"]) > 1


def test_the_first_raid_told_after_the_second_is_another(read: Read) -> None:
    export = read(
        "A second air raid on the port of Nakuru killed nine people. The first air raid on the port "
        "of Nakuru killed four people."
    )
    assert len(by_trigger(export, "raid")) == 2


def test_whom_a_state_expels_are_not_its_own_who_were_expelled(read: Read) -> None:
    export = read(
        "Kenya announces tit-for-tat expulsions of Western diplomats. Kenya will expel foreign "
        "diplomats on the same scale as the number of Kenyan envoys who were expelled from other "
        "countries, its foreign minister has said. The minister said on Thursday that Kenya would "
        "retaliate against countries that expelled Kenyan diplomats over the poisoning of a spy. "
        "Uganda, other countries expel Kenyan diplomats over the poisoning."
    )
    [answer] = by_trigger(export, "expulsions")
    assert all(answer.id != e.id for e in by_trigger(export, "expelled"))


def test_who_is_later_killed_is_not_whom_he_shot(read: Read) -> None:
    export = read(
        "A Kenyan policeman fatally shot the ambassador of Uganda on Monday in front of a shocked "
        "crowd. The assailant, who was identified as Juma Obi, an officer of the riot police, was "
        "later killed in a shootout with police. The ambassador was a few minutes into a speech when "
        "he was gunned down."
    )
    [killed], [shot] = by_trigger(export, "killed"), by_trigger(export, "shot")
    assert killed.id != shot.id


def test_whom_a_second_raid_killed_the_first_has_not(tmp_path: Path) -> None:
    export = cases(
        tmp_path,
        "Shells killed nine people at the hospital of Nakuru on Sunday, a nurse said.",
        "A second attack on the hospital of Nakuru killed three people, a nurse said.",
    )
    tolls = [{f.low or 0.0 for f in e.figures} for e in by_trigger(export, "killed")]
    assert sorted(map(sorted, tolls)) == [[3.0], [9.0]]


def test_two_tolls_of_one_page_are_two_attacks(read: Read) -> None:
    export = read(
        "Forty killed as bombs hit a fever ward in Nakuru\n\n"
        "At least 40 patients were killed when jets bombed a fever ward in Nakuru, a nurse said. "
        "The bombing comes a day after shells hit the hospital in Nakuru, killing nine people. "
        "The forty and the nine were buried together."
    )
    tolls = [{f.low for f in e.figures if f.quantity == "killed"} for e in export.events]
    assert all(t <= {40.0} or t <= {9.0} for t in tolls)


def test_two_towns_with_a_toll_each_were_struck_twice(read: Read) -> None:
    export = read(
        "An air raid on a market in Nakuru killed 40 people, a nurse said. The raid on a market in "
        "Eldoret killed nine people."
    )
    tolls = [{f.low for f in e.figures if f.quantity == "killed"} for e in export.events]
    assert all(t <= {40.0} or t <= {9.0} for t in tolls)


def test_a_first_meeting_is_not_the_second(read: Read) -> None:
    export = read(
        "Kenya and Chad met for a second time. Their first meeting ended without a statement."
    )
    [met], [meeting] = by_trigger(export, "met"), by_trigger(export, "meeting")
    assert met.id != meeting.id
