"""Whom a title, a pronoun or a follower's noun stands for, and on what day a page's events were."""

from __future__ import annotations

import pytest

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


def test_who_hails_somebody_is_not_he() -> None:
    found = events("Omar Diaz criticised the party. He hailed Mateo Ruiz for his stance on Peru.")
    assert "Mateo Ruiz" not in found["hailed"][1]


def test_supporters_are_not_whom_they_follow() -> None:
    found = events("A handful of Salvatierra's supporters clashed with police in La Paz on Monday.")
    assert found["clashed"][1] == []
    found = events("Supporters of Hugo Salvatierra clashed with police in La Paz on Monday.")
    assert found["clashed"][1] == []
    found = events("Thousands of supporters of Hugo Salvatierra protested in La Paz.")
    assert found["protested"][1] == []
    found = events("Soldiers killed the brother of Hugo Salvatierra.")
    assert found["killed"][2] == []
    found = events("The wife of Hugo Salvatierra was arrested in La Paz.")
    assert found["arrested"][2] == []


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


def test_a_follower_s_or_a_relative_s_lot_is_not_his() -> None:
    found = events("Soldiers fired tear gas at supporters of Hugo Salvatierra in La Paz.")
    assert found["fired"][2] == []
    found = events("General Hugo Salvatierra fled on Friday. His son was killed in an attack.")
    assert "Hugo Salvatierra" not in [
        n for f in found.values() for n in f[2] if f[0].type == "ASSAULT"
    ]


def test_who_used_to_be_of_a_house_is_not_it() -> None:
    found = events("The men, former guards of the Robles Mall, took 40 people hostage on Monday.")
    assert found["took"][1] == []


def test_a_house_where_others_are_freed_is_none_of_them() -> None:
    found = events("Gunmen freed the last 14 hostages in the Quispe mall on Friday.")
    assert found["freed"][2] == []


def test_a_border_s_other_country_suffers_nothing() -> None:
    found = events(
        "Gunmen killed 14 soldiers in an attack on a post at Bo near the border with Sierra Leone."
    )
    assert all("Sierra Leone" not in f[2] for f in found.values())


def test_who_is_under_arrest_suffers_it() -> None:
    found = events("Elena Rocha met the envoys. She has been under house arrest since Friday.")
    assert found["arrest"][1:] == ([], ["Elena Rocha"])


def test_an_envoy_is_recalled_from_a_country() -> None:
    found = events("Peru recalled its ambassadors from Norway and Ghana on Friday.")
    assert found["recalled"][1:] == (["Peru"], ["Norway", "Ghana"])


def test_whose_troops_withdraw_is_who_withdraws() -> None:
    found = events("France completed the withdrawal of its troops on 9 April.")
    assert found["withdrawal"][1] == ["France"]


def test_it_is_the_same_throughout_a_sentence() -> None:
    found = events(
        "Norway responded with severity. On 2 May it threatened military action; on 5 May it adopted "
        "sweeping sanctions."
    )
    assert found["threatened"][1] == found["sanctions"][1] == ["Norway"]


def test_a_street_is_where_people_march() -> None:
    found = events("Thousands of people took to the streets of Arequipa on Thursday.")
    event, _, recipients = found["streets"]
    assert event.place is not None
    assert recipients == []


def test_who_is_told_of_a_deed_and_what_it_answers() -> None:
    found = events(
        "Norway will ban imports of oil from Peru from January and has frozen the assets of 12 "
        "officials in response to the shelling of Arequipa, diplomats told Delta Wire on Tuesday."
    )
    shelling, actors, _ = found["shelling"]
    assert (actors, shelling.status, shelling.date) == ([], "happened", None)
    assert found["frozen"][0].date is None


def test_what_is_joined_in_what_somebody_says_is_done_by_whom_he_speaks_of() -> None:
    found = events(
        "General Hugo Salvatierra said the Norwegian vessel had entered the bay and ignored "
        "repeated warnings."
    )
    assert found["ignored"][1] == ["Norwegian"]


def test_a_past_tense_that_looks_like_the_present_is_dated_before() -> None:
    found = events("The government shut down the internet on Friday and imposed a curfew.")
    assert found["shut down"][0].date is not None
    assert found["shut down"][0].date.edtf == "2015-05-29"


def test_an_incident_s_year_is_that_of_what_it_held() -> None:
    found = events("The siege recalled a 2010 incident in which a policeman seized a bus in Lima.")
    assert found["seized"][0].date is not None
    assert found["seized"][0].date.edtf == "2010"


def test_a_vote_to_be_held_has_its_day() -> None:
    found = events("Peru announced a transition, with elections to be held in March 2018.")
    assert found["elections"][0].date is not None
    assert found["elections"][0].date.edtf == "2018-03"


def test_peacekeepers_who_leave_their_base_withdraw() -> None:
    found = events(
        "UN peacekeepers left their base in Beni on Saturday, a month after Kinshasa asked the "
        "mission to leave."
    )
    assert (found["left"][0].type, found["left"][0].mode) == ("RETREAT", "withdraw")


def test_what_is_told_of_a_scenario_has_not_been() -> None:
    found = events(
        "Three scenarios are conceivable. In the first, the junta frees Hugo Salvatierra. In the "
        "second, rebels seize the port of Orle. Norway closed its embassy in Lima."
    )
    assert found["frees"][0].status == found["seize"][0].status == "hypothetical"
    assert found["closed"][0].status == "happened"


def test_what_another_does_meanwhile_befalls_nobody_here() -> None:
    found = events("Migrants storm the border fence as Norway and Peru trade blame.")
    assert found["storm"][1:] == ([], [])


def test_who_is_accused_of_firing_fired() -> None:
    found = events(
        "Meanwhile, Peru accused Norwegian troops of firing on its positions near Arica."
    )
    assert found["firing"][1] == ["Norwegian"]


def test_who_stands_behind_an_apposition_suffers() -> None:
    found = events("Elena Rocha, a television reporter who was shot dead on Tuesday, was buried.")
    assert found["shot"][2] == ["Elena Rocha"]


def test_they_are_all_who_said_it() -> None:
    found = events("Norway and Peru said they would each send 50 police officers.")
    assert found["send"][1] == ["Norway", "Peru"]


def test_a_prison_where_people_riot_does_nothing() -> None:
    assert events("Riot at Honduras prison kills 19.")["Riot"][1] == []


def test_shots_near_a_house_of_a_town_are_in_the_town() -> None:
    found = events("Heavy gunfire rang out near the presidential palace in Lima.")
    assert found["gunfire"][0].place is not None


def test_the_attack_is_the_deed_told_right_before() -> None:
    [page] = read(
        [
            article(
                "one",
                "Gunmen stormed a hotel in Quito on Monday. Police said the attack left four dead. "
                "The first attack on the town was in May.",
                "2015-06-02",
            )
        ]
    )
    told = [[m.trigger for m in e.mentions] for e in page.events if e.type == "ASSAULT"]
    assert ["stormed", "attack"] in told
    assert ["attack"] in told


def test_who_answers_with_air_strikes_struck() -> None:
    found = events("Norway and Ghana responded with air strikes on Arequipa on Friday.")
    assert found["strikes"][1] == ["Norway", "Ghana"]


def test_who_was_concerned_and_offered_offered() -> None:
    found = events("Norway said it was deeply concerned and offered humanitarian aid.")
    assert found["offered"][1] == ["Norway"]


def test_whom_one_demands_from_shall_do_it() -> None:
    found = events("Norway demanded from Peru to free the captain.")
    assert found["free"][1] == ["Peru"]


def test_a_town_that_opens_a_clause_throws_no_stones() -> None:
    found = events("In Arequipa unknown men threw stones at the police.")
    assert found["threw"][1] == []


def test_an_island_where_tourists_are_held_is_none_of_them() -> None:
    found = events("A gunman held 11 tourists captive at a resort on Malolo island on Saturday.")
    assert found["held"][2] == []


def test_the_presidents_of_both_countries_are_the_two_told_of() -> None:
    found = events(
        "Norway fought. Peruvian troops shelled a Chilean post near Arica on Friday. The presidents "
        "of both countries spoke by phone."
    )
    assert sorted(found["spoke"][1]) == ["Chilean", "Peruvian"]


def test_what_came_later_is_not_of_the_day_told_before() -> None:
    found = events(
        "In December 2006, the general overthrew the government; he later won elections."
    )
    assert found["elections"][0].date is None
    found = events("Hugo Salvatierra, who ruled from 2010 to 2014 and faces charges, fled.")
    assert "charges" not in found or found["charges"][0].date is None


def test_dawn_is_that_of_the_day_behind_it() -> None:
    found = events("Police evicted hundreds of teachers in Lima before dawn on Friday.")
    assert found["evicted"][0].date is not None
    assert found["evicted"][0].date.edtf == "2015-05-29"


def test_rebels_inside_a_town_are_not_the_town() -> None:
    found = events("Troops clashed with rebels inside Arequipa on Monday, the observers said.")
    event, actors, _ = found["clashed"]
    assert actors == []
    assert event.place is not None


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Schools in Peru have been closed until Monday.", "closed", None),
        ("Peru and Chile have fought three wars since independence in 1947.", "wars", None),
        (
            "In May 2011 rebels overran Salto. The massacre led to the overthrow of President "
            "Roch Banda two months later.",
            "massacre",
            None,
        ),
        (
            "In May 2011 rebels overran Salto. The massacre led to the overthrow of President "
            "Roch Banda two months later.",
            "overthrow",
            "2011-07~",
        ),
        (
            "The choice was shaped by the precedent of May 2009, when Chilean-launched missiles "
            "killed 31 people in Salto.",
            "killed",
            "2009-05",
        ),
    ],
)
def test_a_day_dates_what_was_done_on_it(text: str, trigger: str, date: str | None) -> None:
    found = events(text)
    event = found[trigger][0] if trigger in found else None
    told = event.date.edtf if event is not None and event.date is not None else None
    assert told == date


def test_what_is_so_until_monday_is_until_the_next() -> None:
    [page] = read([article("one", "Schools in Peru have been closed until Monday.", "2015-06-02")])
    assert [t.date.edtf for t in page.times if t.date is not None] == ["2015-06-08"]


def test_the_two_countries_are_the_speakers_and_the_one_he_speaks_of() -> None:
    found = events(
        "Kenya and Uganda fought over the lake in 2009. Norway and Turkey sent observers after "
        "that. In an interview, Kenyan Prime Minister Ali Otieno said Uganda had deployed troops "
        "on the two countries' border.\n\nUganda denied it. Kenya wants talks."
    )
    assert found["deployed"][1:] == (["Uganda"], ["Kenyan"])


def test_ways_that_are_counted_off_have_not_been() -> None:
    found = events(
        "There are three ways out. First, the junta frees Hugo Salvatierra. Second, rebels "
        "seize the port of Orle. Norway closed its embassy in Lima."
    )
    assert found["frees"][0].status == found["seize"][0].status == "hypothetical"
    assert found["closed"][0].status == "happened"


def test_reasons_that_are_counted_off_have_been() -> None:
    found = events(
        "The union is angry. First, Norway closed its embassy in Lima. Second, police in Peru "
        "arrest its leaders."
    )
    assert found["closed"][0].status == found["arrest"][0].status == "happened"


def test_a_day_behind_a_deed_s_noun_is_its_own() -> None:
    found = events(
        "A commission on Monday put the number of people killed in the riots of 20 May at 16."
    )
    assert found["riots"][0].date is not None
    assert found["riots"][0].date.edtf == "2015-05-20"


def test_what_was_ahead_of_a_year_s_vote_is_of_about_that_year() -> None:
    found = events(
        "At least two people were killed in protests ahead of the 2011 election in Peru."
    )
    date = found["killed"][0].date
    assert date is not None and date.edtf == "2011"


def test_who_loses_his_life_dies() -> None:
    found = events("Six persons lost their lives in Orle on 20 May, the minister said.")
    assert (found["lost"][0].type, found["lost"][0].mode) == ("OTHER", "death")
    assert [f.low for f in found["lost"][0].figures] == [6.0]


def test_whom_a_march_is_against_does_not_march() -> None:
    found = events("Thousands joined anti-Hugo Salvatierra protests in La Paz.")
    assert found["protests"][1] == []
    found = events("Pro-Chilean rebels shelled La Paz.")
    assert found["shelled"][1] == []


def test_somebody_without_a_name_above_is_he() -> None:
    found = events(
        "In April the council of Lima, at the wish of its speaker, Ivo Koren, signed a pact with "
        "Chile. Meanwhile, a second guard died in Cuzco after he was shot by a colleague."
    )
    assert "shot" not in found or found["shot"][2] == []
    found = events(
        "General Ivo Koren was jailed in Lima. Koren's lawyer, Marta Quispe, announced an appeal. "
        "The ex-general denied before the judge that he had attacked Chile."
    )
    assert "Marta Quispe" not in found["attacked"][1]


def test_whose_supporters_are_not_he() -> None:
    found = events("Ivo Koren, whose supporters blocked roads in Lima on Monday, plans to run.")
    assert found["blocked"][1] == []


def test_who_says_it_at_the_end_was_not_among_them() -> None:
    found = events(
        "A guard was attacked in Lima by some fifteen men, the public prosecutor, Luis Paz, "
        "announced."
    )
    assert found["attacked"][1] == []


def test_his_own_pronoun_may_come_before_his_name() -> None:
    found = events(
        "Interior Minister Luis Paz resigned. In his first remarks since he was ousted, Ivo Koren "
        "said on Friday that Peru had attacked Chile."
    )
    assert found["ousted"][2] == ["Ivo Koren"]


def test_it_is_the_body_that_which_stands_for() -> None:
    found = events(
        "The UN's office called for a prompt probe, and Amnesty International condemned the army of "
        "Peru, which denied that it had fired at people who were running away."
    )
    assert found["fired"][1] == ["Peru"]
