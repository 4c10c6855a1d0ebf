"""Whom a title, a pronoun or a follower's noun stands for, and on what day a page's events were."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.records import Event


def events(text: str, day: str = "2015-06-02") -> dict[str, tuple[Event, list[str], list[str]]]:
    [page] = read([article("one", text, day)])
    names = {e.id: e.name for e in page.entities}
    return {
        e.mentions[0].trigger: (
            e,
            [names[a] for a in e.actors],
            [names[r] for r in e.recipients],
        )
        for e in page.events
    }


def test_the_general_is_who_bears_the_title() -> None:
    found = events(
        "General Hugo Salvatierra ordered tanks onto the streets of La Paz. Marta Quispe buried her "
        "son in May. If convicted, the general could be jailed for 30 years."
    )
    assert found["convicted"][2] == ["Hugo Salvatierra"]


def test_a_government_is_no_candidate() -> None:
    found = events(
        "Hackers attacked 22 hospitals in Santiago. The government blamed a criminal gang from Peru. "
        "Supporters of losing candidate Moses Banda rioted in Lusaka. Banda's party lost in May."
    )
    assert "Moses Banda" not in found["blamed"][1]


def test_she_is_the_one_person_of_the_sentence_before() -> None:
    found = events("Elena Rocha told the court on Monday. She fled to Paraguay after the coup.")
    assert found["fled"][2] == ["Elena Rocha"]


def test_supporters_are_not_whom_they_follow() -> None:
    found = events("A handful of Salvatierra's supporters clashed with police in La Paz on Monday.")
    assert found["clashed"][1] == []


def test_what_is_threatened_for_a_day_is_not_threatened_on_it() -> None:
    found = events("The miners threaten Peru with a strike on 27 June if pay does not rise.")
    assert found["threaten"][0].date is None


def test_what_is_told_in_the_present_of_a_later_day_is_ahead() -> None:
    found = events("Norway's king visits Peru on 2 August.")
    assert found["visits"][0].status == "planned"
    assert events("Norway's king visited Peru on 2 May.")["visited"][0].status == "happened"


def test_the_day_of_a_sentence_is_not_that_of_the_deed() -> None:
    found = events("Peter Obi was jailed in May 2014 for the bombing of a station in Nakuru.")
    bombing, jailed = found["bombing"][0], found["jailed"][0]
    assert bombing.date is None
    assert jailed.place is None


def test_the_man_is_who_he_is_identified_as() -> None:
    found = events("The man, identified as Badri Gelashvili, 32, had demanded a bus and money.")
    assert found["demanded"][1:] == (["Badri Gelashvili"], [])


def test_the_police_are_not_their_chief() -> None:
    found = events(
        "Zugdidi police chief Avtandil Galdava offered to help. President Levan Lomidze praised the "
        "police for their restraint."
    )
    assert found["praised"][2] == []


def test_the_town_of_a_name_is_the_place_and_a_portfolio_no_body() -> None:
    text = (
        "A boat collided with a trawler off the border town of Aflao on Monday. Energy Minister "
        "Thant Zin promised help to Ghana."
    )
    [page] = read([article("one", text, "2015-06-02")])
    kinds = {e.name: e.kind for e in page.entities}
    assert kinds["Aflao"] == "place"
    assert "Energy" not in kinds
    [zin] = [e for e in page.entities if e.name == "Thant Zin"]
    assert [r.title for r in zin.roles] == ["Energy Minister"]


def test_both_sides_are_not_where_troops_are() -> None:
    found = events(
        "Chad blamed Sudan for the attack. France, which has troops in Chad, condemned the strike. "
        "Norway urged both sides to show restraint."
    )
    assert "France" not in found["urged"][2]


def test_one_of_sixteen_is_no_toll() -> None:
    [page] = read([article("one", "He was one of at least 16 people who died in Lima.", None)])
    assert [f.low for e in page.events for f in e.figures] == [16.0]


def test_both_sides_are_those_whom_the_page_names_most() -> None:
    found = events(
        "Peru began a drill off its coast. Chile said that Peru wanted war. Peru denied it. Chile "
        "has no plan to host a Norwegian base, its minister said. Chile is calm. Brazil urged both "
        "sides to show restraint."
    )
    assert sorted(found["urged"][2]) == ["Chile", "Peru"]


def test_whom_soldiers_detained_is_the_one_person_of_the_sentence() -> None:
    found = events(
        "Leaders of Chile told the army of Peru to reinstate President Hugo Lezcano after soldiers "
        "of the guard had detained him on Wednesday."
    )
    assert found["detained"][2] == ["Hugo Lezcano"]
