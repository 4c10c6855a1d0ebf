"""Who a phrase names beside an event, and what is no event, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from histor.annotate import EventMention as Read
from histor.extract.events.event_words import event_words
from histor.extract.events.light_verbs import carried
from histor.extract.events.proposals import Proposal, proposals
from histor.records import Event


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


def events(text: str) -> list[tuple[Event, list[str], list[str]]]:
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    return [
        (e, [names[a] for a in e.actors], [names[r] for r in e.recipients]) for e in page.events
    ]


def test_the_name_in_apposition_is_who_did_it() -> None:
    [(_, actors, _)] = [
        e
        for e in events("Benin's president, Luc Houngbo, dismissed the threat on Monday.")
        if e[0].type == "REJECT"
    ]
    assert actors == ["Luc Houngbo"]


def test_the_two_sides_are_the_two_that_were_named_together() -> None:
    text = (
        "Two Togolese boats opened fire on a Ghanaian frigate. Nigeria offered to mediate. "
        "Lagos urged both sides to show restraint."
    )
    [(_, _, recipients)] = [e for e in events(text) if e[0].type == "REQUEST"]
    assert recipients == ["Togolese", "Ghanaian"]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo, with the support of Denmark and its dockyards, has built a larger fleet.",
        "With the support of Denmark, Norway has rebuilt its fleet and sent it to the north.",
    ],
)
def test_whose_backing_somebody_has_backs_him(text: str) -> None:
    [(_, actors, recipients)] = [e for e in events(text) if e[0].type == "SUPPORT"]
    assert actors == ["Denmark"]
    assert recipients in (["Oslo"], ["Norway"])


def test_who_only_heard_it_did_not_do_it() -> None:
    text = "“We heard shelling all night,” said Rosa Ibarra, a nurse in Arica."
    assert not [actors for _, actors, _ in events(text) if "Rosa Ibarra" in actors]


def test_a_dateline_does_nothing() -> None:
    text = "LIMA, June 2 (Wire) — Chilean warships blockaded the port of Callao on Monday."
    [(_, actors, _)] = [e for e in events(text) if e[0].type == "COERCE"]
    assert actors == ["Chilean"]


def test_what_made_somebody_act_has_a_day_of_its_own() -> None:
    text = "Norway cut aid to Chile on Friday over the blockade of Callao."
    [(event, _, _)] = [e for e in events(text) if e[0].type == "COERCE"]
    assert event.date is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Togo denied that its boats had fired.", "denied"),
        ("The minister returned from Paris on Monday.", "returned"),
        ("Ten dishes of Peru to try before you die.", "die"),
        ("Nigeria offered to mediate between Chad and Niger.", "mediate"),
        ("Chile stopped fuel trucks at the border.", "trucks"),
        ("Two guards were stabbed to death.", "death"),
        ("The president might call an election.", "call"),
        ("They will meet on Friday to discuss elections.", "discuss"),
        ("The dockers of Callao went on strike to protest against the closing.", "protest"),
        ("Police released footage of the raid on Monday.", "released"),
        ("The results of the test were released on Monday.", "released"),
    ],
)
def test_what_is_no_event(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Nigeria offered to mediate between Chad and Niger.", "offered", "AGREE"),
        ("Greece protested against the arrest of a captain.", "protested", "ACCUSE"),
        ("Dockers from Greece protested against the closing of a port.", "protested", "PROTEST"),
        ("The boats were sunk by Kenyan helicopters.", "sunk", "ASSAULT"),
        ("Peru's president called the raid an act of war.", "called", "ACCUSE"),
        ("Botswana granted him asylum.", "granted", "AID"),
        ("The union called the minister a liar.", "called", "ACCUSE"),
        ("The navy boarded a Liberian tanker on Tuesday.", "boarded", "COERCE"),
        ("Minister Ana Ruiz spoke by telephone with Peter Obi.", "spoke", "CONSULT"),
    ],
)
def test_types_by_what_stands_beside(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Imagine that Nigeria sent troops to Benin.", "sent", "hypothetical"),
        ("Nobody wants a war with Peru.", "war", "denied"),
    ],
)
def test_what_is_only_thought_of(nlp: Language, text: str, word: str, status: str) -> None:
    assert of(nlp, text)[word].status == status


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients", "place"),
    [
        ("Soldiers in Arequipa shot Ana Ruiz on Monday.", "ASSAULT", [], ["Ana Ruiz"], "Arequipa"),
        ("Two prisoners killed a shopkeeper in Salto.", "ASSAULT", [], [], "Salto"),
        ("Police detained the secretary of the Dockers' Union, Jose Tembo.", "COERCE", [], ["Jose Tembo"], None),
        ("Britain and Norway cut aid to Chile.", "SANCTION", ["Britain", "Norway"], ["Chile"], None),
        ("Peru accused Chile of carrying out the attacks on the port.", "ASSAULT", ["Chile"], [], None),
    ],
)  # fmt: skip
def test_who_and_where(
    text: str, kind: str, actors: list[str], recipients: list[str], place: str | None
) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    [event] = [e for e in page.events if e.type == kind]
    told = [names[a] for a in event.actors], [names[r] for r in event.recipients]
    assert told == (actors, recipients)
    assert (names[event.place] if event.place else None) == place


def test_a_protest_at_a_deed_is_not_where_and_when_it_was() -> None:
    text = "Norway cut aid to Chile on Friday in protest at the killing of students in Arica."
    [event] = [e for e, _, _ in events(text) if e.type == "SANCTION"]
    [killing] = [e for e, _, _ in events(text) if e.type == "ASSAULT"]
    assert (event.place, killing.date) == (None, None)
    assert killing.place is not None


def test_who_suffers_beside_a_revolt_is_not_its_victim() -> None:
    text = "Two prisoners who escaped during the revolt in Salto shot Ana Ruiz on Sunday."
    assert all("Ana Ruiz" not in r for e, _, r in events(text) if e.mentions[0].trigger == "revolt")


def test_who_brokers_a_deal_does_not_sign_it(nlp: Language) -> None:
    found = of(nlp, "The presidents met in Abuja and signed an agreement brokered by Nigeria.")
    assert all("Nigeria" not in str(p.doers) + str(p.targets) for p in found.values())


def test_a_condition_says_who_is_threatened(nlp: Language) -> None:
    text = "Serwaa threatened to extend the blockade to Cotonou unless Benin stopped the trucks."
    assert [s.text for s in of(nlp, text)["threatened"].targets] == ["Benin"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("After 2010, Kenya sent peacekeepers to the valley of Lowmark.", None),
        ("In 2010, Kenya sent peacekeepers to the valley of Lowmark.", "2010"),
    ],
)
def test_a_year_after_which_it_was_is_not_its_year(text: str, date: str | None) -> None:
    [(event, _, _)] = events(text)
    assert (event.date.edtf if event.date else None) == date


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A Kenyan ally threatened on Monday to leave the bloc and close its ports.", []),
        ("Kenya's ally Benin threatened on Monday to close the border.", ["Benin"]),
        ("Kenyan soldiers threatened on Monday to close the border.", ["Kenyan"]),
    ],
)
def test_an_ally_is_another(text: str, actors: list[str]) -> None:
    [found] = [e for e in events(text) if e[0].type == "THREATEN"]
    assert found[1] == actors


def test_who_asked_for_a_meeting_need_not_be_there() -> None:
    text = "The UN Security Council held an emergency meeting on Saturday at Guyana's request."
    [(_, actors, _)] = [e for e in events(text) if e[0].type == "CONSULT"]
    assert actors == ["UN Security Council"]


def test_who_is_handed_over_hands_over_nobody() -> None:
    text = (
        "Two Norwegians and a Dane were handed over to the Red Cross on Friday and flown to Lima."
    )
    for event, actors, _ in events(text):
        assert not {"Norwegians", "Dane"} & set(actors), event.title


def test_who_is_killed_as_a_hostage_is_not_abducted_then() -> None:
    [(event, _, _)] = events("A hostage was killed in a rescue attempt by the army on 19 May.")
    assert (event.type, event.mode) == ("ASSAULT", None)


def test_who_is_expected_to_meet_is_who_meets(nlp: Language) -> None:
    text = "Tavares is scheduled to travel to Lima and is expected to meet rebels in Doha."
    assert [str(d) for d in of(nlp, text)["meet"].doers] == ["Tavares"]


def test_a_clause_with_a_subject_of_its_own_has_no_other(nlp: Language) -> None:
    text = "The African Union urged both sides to talk; the government has ruled out talks."
    found = of(nlp, text)
    assert all("Union" not in str(d) for p in found.values() if p.type == "REJECT" for d in p.doers)


def test_hours_impose_no_curfew() -> None:
    [(_, actors, _)] = [
        e
        for e in events("The governor, Zakaria Bichara, has announced a curfew of ten hours.")
        if e[0].mode == "curfew"
    ]
    assert actors == ["Zakaria Bichara"]


def test_soldiers_who_leave_a_post_withdraw() -> None:
    text = "The first 350 peacekeepers, from Rwanda and Togo, left their base in Orle on Monday."
    [(event, _, recipients)] = events(text)
    assert (event.type, event.mode, recipients) == ("RETREAT", "withdraw", [])


def test_a_town_that_is_left_is_a_place() -> None:
    [(event, actors, recipients)] = events("France withdrew its troops from Goma on Sunday.")
    assert (event.type, actors, recipients) == ("RETREAT", ["France"], [])
    assert event.place is not None


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("He announced that 5,000 soldiers would be sent to Orle.", "sent", "planned"),
        ("He said that soldiers would be sent if it rained.", "sent", "hypothetical"),
    ],
)
def test_what_is_announced_in_the_passive_is_planned(
    nlp: Language, text: str, word: str, status: str
) -> None:
    assert of(nlp, text)[word].status == status


def test_where_victims_come_from_is_no_party() -> None:
    text = "Three fishermen from Delta Amacuro were shot near Lima on Monday."
    [(_, _, recipients)] = [e for e in events(text) if e[0].type == "ASSAULT"]
    assert recipients == []


def test_a_country_off_which_a_ship_is_seized_suffers_nothing() -> None:
    [(_, actors, recipients)] = events("Chilean boats seized a tanker off Guyana on Friday.")
    assert (actors, recipients) == (["Chilean"], [])


def test_things_that_burn_make_a_deed() -> None:
    triggers = {e.mentions[0].trigger for e, _, _ in events("Two trucks were set ablaze.")}
    assert triggers == {"set"}


def test_what_is_put_down_is_repressed(nlp: Language) -> None:
    assert of(nlp, "In 1969 Guyana crushed the uprising.")["crushed"].type == "COERCE"


def test_what_is_assured_behind_a_quotation_is_no_promise(nlp: Language) -> None:
    found = of(nlp, "“Not one shot was fired”, assured the minister in Lima.")
    assert "AGREE" not in {p.type for p in found.values()}


def test_what_somebody_did_before_the_blast_leaves_it_a_fact(nlp: Language) -> None:
    found = of(nlp, "He heard a buzzing before the explosion.")
    assert found["explosion"].status == "happened"


def test_the_district_of_a_town_is_no_side_of_a_fight() -> None:
    text = "In a northern district of Sanaa, fighting between Peru's forces and tribesmen flared."
    [(_, actors, _)] = [e for e in events(text) if e[0].type == "ASSAULT"]
    assert actors == ["Peru"]


def test_whose_opponents_protest_protests_not() -> None:
    text = "Opponents of Peruvian President Juan Torre staged protests in Lima on Tuesday."
    [(_, actors, _)] = [e for e in events(text) if e[0].type == "PROTEST"]
    assert actors == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A suicide bomber killed a policeman in Lima.", "suicide-attack"),
        ("Six people were injured by security fire in Lima.", None),
    ],
)
def test_bombers_and_guns_tell_the_mode(text: str, mode: str | None) -> None:
    assert {(e.type, e.mode) for e, _, _ in events(text)} == {("ASSAULT", mode)}


@pytest.mark.parametrize(
    ("text", "word", "doers", "targets"),
    [
        (
            "Two UNHCR staff abducted on 21 November were released on 28 November.",
            "abducted",
            [],
            ["Two UNHCR staff"],
        ),
        (
            "The army placed President Kaba under house arrest.",
            "arrest",
            ["The army"],
            ["President Kaba"],
        ),
        (
            "The king ordered the release of Kaba, who was jailed for theft in 2012 and has been under "
            "house arrest.",
            "arrest",
            [],
            ["Kaba"],
        ),
        ("Kaba was placed under house arrest on Friday.", "arrest", [], ["Kaba"]),
        (
            "Jon Amegah mediated between Kaba and Barry.",
            "mediated",
            ["Jon Amegah"],
            ["Kaba", "Barry"],
        ),
        (
            "Rights lawyer Ana Figueroa accused guards of theft.",
            "accused",
            ["Rights lawyer Ana Figueroa"],
            ["guards of theft"],
        ),
        (
            "Chad recalled its ambassador for consultations.",
            "recalled",
            ["Chad"],
            ["its ambassador for consultations"],
        ),
        ("Sporadic shelling was reported north of Bamako.", "shelling", [], []),
        ("He called the killing of the envoy a war crime.", "killing", [], ["the envoy"]),
        ("A bus hit a mine near Bamako.", "hit", [], ["A bus"]),
    ],
)
def test_who_did_what_to_whom(
    nlp: Language, text: str, word: str, doers: list[str], targets: list[str]
) -> None:
    found = of(nlp, text)[word]
    assert [d.text for d in found.doers] == doers
    assert [t.text for t in found.targets] == targets


def test_a_town_in_which_the_police_fire_gas_suffers_nothing() -> None:
    text = "Police fired tear gas on Monday in the southern town of Tataouine."
    [(event, _, recipients)] = [e for e in events(text) if e[0].type == "ASSAULT"]
    assert not recipients
    assert event.place is not None


def test_the_body_in_apposition_acts_and_not_whose_it_is() -> None:
    text = "Ghana's largest labour union, the Trades Union Congress, accused the police of theft."
    [(_, actors, _)] = [e for e in events(text) if e[0].type == "ACCUSE"]
    assert actors == ["Trades Union Congress"]


def test_both_countries_are_not_whose_gas_somebody_buys() -> None:
    text = (
        "Malta sent a note. Tunisia says Algeria broke a pact.\n\n"
        "France, which buys Algerian gas, urged both countries to show restraint."
    )
    told = [e for e in events(text) if e[0].mentions[0].trigger == "urged"]
    assert [(a, sorted(r)) for _, a, r in told] == [(["France"], ["Algeria", "Tunisia"])]


def test_who_will_not_talk_refuses_once(nlp: Language) -> None:
    text = "We have not negotiated and we will not negotiate with criminals, Barahona said."
    assert [p.type for p in proposals(nlp(text)) if p.trigger.text == "negotiate"] == ["REJECT"]


def test_what_is_past_is_of_no_day_to_come() -> None:
    text = (
        "Egyptian President Sami Dar has spoken with Ana Ruiz and offered to host talks next week."
    )
    [(event, _, _)] = [e for e in events(text) if e[0].mentions[0].trigger == "spoken"]
    assert event.date is None


def test_what_is_north_of_a_town_is_there_and_befalls_it_not() -> None:
    text = "Sporadic shelling was reported north of Lima on Monday."
    [(event, actors, recipients)] = events(text)
    assert (event.place is not None, actors, recipients) == (True, [], [])


@pytest.mark.parametrize(
    "text",
    [
        "Clashes were reported in Lima on Monday.",
        "Shelling continued near Lima on Monday.",
        "Heavy fighting was reported in the town of Lima on Monday.",
        "Gunfire was heard in central Lima on Monday.",
    ],
)
def test_what_is_only_noticed_was_there_on_that_day(text: str) -> None:
    [(event, _, _)] = events(text)
    assert (event.type, event.place is not None, event.date is not None) == ("ASSAULT", True, True)


def test_who_is_asked_to_free_others_is_asked_and_frees_them(nlp: Language) -> None:
    found = of(nlp, "Peru asked Chile to release fishermen held by Ecuador.")
    assert [t.text for t in found["asked"].targets] == ["Chile"]
    assert [d.text for d in found["release"].doers] == ["Chile"]


@pytest.mark.parametrize(
    ("text", "word", "targets"),
    [
        (
            "The government of Mali was hit by new sanctions.",
            "sanctions",
            ["The government of Mali"],
        ),
        (
            "Peru's parliament demanded an admission by Chile that its forces murdered officers.",
            "demanded",
            ["Chile"],
        ),
    ],
)
def test_whom_it_befalls(nlp: Language, text: str, word: str, targets: list[str]) -> None:
    assert [t.text for t in of(nlp, text)[word].targets] == targets


def test_who_must_be_ready_to_mediate_promises_nothing(nlp: Language) -> None:
    text = "President Ana Ruiz said that the US must be ready to mediate between Chile and Peru."
    assert "AGREE" not in {p.type for p in proposals(nlp(text))}


def test_who_is_hurt_in_a_fight_need_not_fight(nlp: Language) -> None:
    text = "More than 30 people were wounded in clashes between police and protesters in Lima."
    assert "More than 30 people" not in {d.text for d in of(nlp, text)["clashes"].doers}


def test_pressure_is_of_whom_it_comes_from(nlp: Language) -> None:
    text = "Haiti's premier announced his resignation under pressure from gangs."
    assert [d.text for d in of(nlp, text)["pressure"].doers] == ["gangs"]


def test_who_vetoes_a_call_calls_for_nothing(nlp: Language) -> None:
    found = of(nlp, "Chad vetoed a resolution calling for a truce.")
    assert "Chad" not in {d.text for d in found["calling"].doers}


def test_where_a_tanker_is_bound_suffers_nothing_and_is_not_the_place() -> None:
    text = "Algeria's navy impounded two tankers bound for the port of Bizerte on Thursday."
    [(event, actors, recipients)] = events(text)
    assert (actors, recipients, event.place) == (["Algeria"], [], None)


def test_who_warns_that_there_will_be_more_deaths_threatens_nobody(nlp: Language) -> None:
    text = "Without protection, the agency warned, there will be more killings."
    assert "warned" not in of(nlp, text)


def test_a_name_behind_who_was_identified_as_is_his() -> None:
    text = (
        "The assailant, who was identified as Juan Ruiz, a 22-year-old officer, was later killed in "
        "a shootout with police."
    )
    [(_, actors, recipients)] = [e for e in events(text) if e[0].type == "ASSAULT"]
    assert (actors, recipients) == ([], ["Juan Ruiz"])


def test_who_walks_up_to_somebody_lying_there_shoots() -> None:
    text = (
        "A photographer watched in horror as the gunman, who was wearing a dark suit and tie, fired "
        "at least eight shots, at one point walking around Ambassador Ana Ruiz as she lay motionless "
        "and shooting her again at close range."
    )
    assert all(not actors for e, actors, _ in events(text) if e.type == "ASSAULT")


def test_who_did_something_else_to_somebody_suffers_nothing() -> None:
    text = "Peru to restore judge ousted by Juan Soto. Peru said so on Monday."
    [(event, actors, recipients)] = [e for e in events(text) if e[0].type == "CONCEDE"]
    assert (event.status, actors, recipients) == ("planned", ["Peru"], [])


def test_an_attack_befalls_nobody_whom_another_clause_names() -> None:
    text = (
        "However wonderful it is to remove the threat of the Red Tigers once and for all, incidents "
        "such as the unfortunate terrorist attack on Tuesday denote the notion of relegating the Red "
        "Tigers to the sidelines as an act of folly."
    )
    assert [recipients for e, _, recipients in events(text) if e.type == "ASSAULT"] == [[]]


def test_what_somebody_is_blamed_for_he_did() -> None:
    for text in (
        "Kenya blamed the attack on the Ash Front.",
        "Kenya blamed the attack on the port on the Ash Front.",
    ):
        told = {e.type: (actors, recipients) for e, actors, recipients in events(text)}
        assert told["ACCUSE"] == (["Kenya"], ["Ash Front"])
        assert told["ASSAULT"][0] == ["Ash Front"]


def test_two_tied_by_a_hyphen_both_do_it() -> None:
    [(_, actors, _)] = events("US-Israeli strikes hit Isfahan on Monday.")
    assert sorted(actors) == ["Israeli", "US"]


def test_who_leads_forces_does_what_they_do() -> None:
    [(event, actors, _)] = events("US-led forces captured Mosul on Monday.")
    assert (event.type, actors) == ("COERCE", ["US"])
    told = {tuple(actors) for _, actors, _ in events("Chilean-backed rebels shelled the port.")}
    assert ("Chilean",) not in told


def test_who_foils_a_plot_does_not_seize_power() -> None:
    text = (
        "Peru's military government said on Thursday it had thwarted an attempt by a group of "
        "officers to seize power. UN chief Ana Costa condemned any attempt to seize power by force."
    )
    assert [actors for e, actors, _ in events(text) if e.type == "COERCE"] == [[], []]


def test_he_in_a_speakers_own_words_is_another() -> None:
    text = (
        '"My client is at home," his lawyer, Maria Torres, told the paper. "He has not been charged '
        'with anything in Lima."'
    )
    assert not any("Maria Torres" in recipients for _, _, recipients in events(text))


def test_nobody_is_he_sentences_before_his_name() -> None:
    text = (
        "They told me that he died of his wounds on March 2. It rained. The road was closed. "
        "General Kere promised on Friday that it would be opened."
    )
    [(_, _, recipients)] = [e for e in events(text) if e[0].type == "OTHER"]
    assert recipients == []


def test_the_captain_who_ousts_somebody_is_not_he() -> None:
    text = "The captain ousted Paul Damiba, who had toppled President Roch Banda in May."
    told = {e.mentions[0].trigger: (actors, recipients) for e, actors, recipients in events(text)}
    assert told["ousted"] == ([], ["Paul Damiba"])


def test_outlaws_who_seize_people_abduct_them() -> None:
    told = [
        (e.type, e.mode)
        for e, *_ in events(
            "The rebels seized the workers near Cuzco on 2 May. Police seized two men in Lima. "
            "The army seized the town of Salto."
        )
    ]
    assert told == [("ASSAULT", "abduct"), ("COERCE", "seize"), ("COERCE", "seize")]


def test_fighters_who_are_neutralised_are_killed() -> None:
    [(event, _, _)] = events("Soldiers neutralised 74 terrorists near Salto on Monday.")
    assert (event.type, event.figures[0].quantity) == ("ASSAULT", "killed")
    [(event, _, _)] = events("The shelling martyred 12 soldiers near Salto on Monday.")
    assert (event.type, event.figures[0].quantity) == ("ASSAULT", "killed")
    assert not [e for e, *_ in events("Peru neutralised the threat of inflation.")]


def test_a_region_that_a_people_leads_is_not_the_people() -> None:
    text = "The ethnic Chilean-led Tacna separatist region was retaken by Peru last month."
    assert [r for e, _, r in events(text) if e.type == "COERCE" and "Chilean" in r] == []
    [(_, actors, _)] = events("Chilean-led troops captured Tacna on Monday.")
    assert actors == ["Chilean"]


def test_what_somebody_fails_to_stop_takes_place(nlp: Language) -> None:
    doc = nlp("Crowds protested over Chile's failure to stop Peru's onslaught.")
    [stop], [onslaught] = ([t for t in doc if t.text == w] for w in ("stop", "onslaught"))
    read = Read(doc[stop.i : stop.i + 1], "", 0.0, (), (), 1.8, "denied")
    assert carried({stop.i: read}, event_words())[onslaught.i].status == "happened"


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Soldiers executed 223 civilians in Nioro and Segou on Monday.", "ASSAULT", [], []),
        (
            "Volunteers hand out rice and blankets donated by Turkey and Kuwait in Salto.",
            "AID",
            ["Turkey", "Kuwait"],
            [],
        ),
        (
            "The Peruvian navy's battle group led by INS Tarn has been deployed in the Arabian Sea.",
            "MOBILIZE",
            ["Peruvian"],
            [],
        ),
        (
            "Defence Minister Ana Ruiz said the Peruvian Armed Forces had punished the masterminds "
            "of the massacre and warned Chile that the operation was only paused.",
            "THREATEN",
            ["Ana Ruiz"],
            ["Chile"],
        ),
        (
            "The minister condemned the illegal sanctions imposed by ECOWAS on the people of Peru.",
            "SANCTION",
            ["ECOWAS"],
            ["Peru"],
        ),
        (
            "In Pakistan, the arrest of 40 activists of Imran Khan's party on May 17 drew little "
            "attention.",
            "COERCE",
            [],
            [],
        ),
        (
            "Peru and Chile are at odds. Hours after the truce began, each side accused the other "
            "of violating it.",
            "ACCUSE",
            ["Chile", "Peru"],
            [],
        ),
    ],
)
def test_who_stands_beside_a_deed_does_not_do_it(
    text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    told = [(a, r) for e, a, r in events(text) if e.type == kind]
    assert sorted(x for a, _ in told for x in a) == sorted(actors)
    assert sorted(x for _, r in told for x in r) == sorted(recipients)


def test_soldiers_at_a_sentences_start_are_no_name() -> None:
    [page] = read([article("one", "Soldiers executed ten men in Nioro.", "2015-06-02")])
    assert [e.name for e in page.entities] == ["Nioro"]


def test_who_exchanged_prisoners_did_not_capture_them() -> None:
    text = (
        "India and Pakistan exchanged dozens of prisoners on Saturday, including an Indian pilot "
        "captured last week, in the first sign of a thaw since the two came to the brink of war."
    )
    [(actors, recipients)] = [(a, r) for e, a, r in events(text) if e.type == "COERCE"]
    assert (actors, recipients) == ([], ["Indian"])


def test_a_presidents_envoy_is_not_the_president() -> None:
    [(actors, _)] = [
        (a, r) for e, a, r in events("Trump's envoy Steve Witkoff met Hamas leaders in Doha.")
    ]
    assert "Steve Witkoff" in actors
    assert "Trump" not in actors
    told = events("Lula's envoy attended the summit in Lima.")
    assert not any("Lula" in actors for _, actors, _ in told)


def test_what_a_noun_is_of_may_name_whom_it_is_against() -> None:
    text = "Peruvian police have launched an investigation into alleged crimes committed by Chile."
    [(_, actors, recipients)] = [e for e in events(text) if e[0].type == "ACCUSE"]
    assert (actors, recipients) == (["Peruvian"], ["Chile"])


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        (
            "The rebels, who seized the port in March, have agreed to hand it over to the UN.",
            "agreed",
            ([], ["UN"]),
        ),
        (
            "The rebels, who seized the port in March, have agreed to hand it over to the UN.",
            "seized",
            ([], []),
        ),
        ("Norway pledged ten boats to Chad.", "pledged", (["Norway"], ["Chad"])),
        (
            "Peru said it had arrested five people accused of spying for Chile.",
            "arrested",
            (["Peru"], []),
        ),
        ("Hackers linked to Peru attacked a bank in Chile.", "attacked", ([], ["Chile"])),
        (
            "Kenya's deployment of police to Haiti was blocked by a court.",
            "deployment",
            (["Kenya"], ["Haiti"]),
        ),
    ],
)
def test_who_does_it_and_to_whom(text: str, word: str, told: tuple[list[str], list[str]]) -> None:
    found = {e.mentions[0].trigger: (doers, hit) for e, doers, hit in events(text)}
    assert found[word] == told


def test_who_is_killed_by_an_armys_fire_is_killed_by_its_country() -> None:
    found = events("Two Peruvians were killed by Chilean fire in Arica.")
    assert {e.type for e, _, _ in found} == {"ASSAULT"}
    assert all(doers == ["Chilean"] for _, doers, _ in found)


def test_an_envoy_who_is_ordered_to_leave_is_expelled() -> None:
    [(event, doers, hit)] = events("Mali ordered the Peruvian ambassador to leave.")
    assert (event.type, doers, hit) == ("SANCTION", ["Mali"], ["Peruvian"])


def test_a_broadcaster_that_is_taken_over_is_seized() -> None:
    [(event, _, _)] = events("Soldiers loyal to General Ana Ruiz took over the state broadcaster.")
    assert event.type == "COERCE"


def test_who_is_ousted_ousts_nobody(nlp: Language) -> None:
    found = of(nlp, "The vote is the first since the ouster of President Omar Diaz in 2011.")
    assert "Diaz" not in " ".join(d.text for d in found["ouster"].doers)
    assert "Diaz" in " ".join(t.text for t in found["ouster"].targets)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Peru's protests have spread to Lima.", "protests", "PROTEST"),
        ("He quit over anti-government protests in Peru, which have swelled.", "protests",
         "PROTEST"),
        ("Peru protested to Chile over the raid.", "protested", "ACCUSE"),
        ("Peru lodged a formal protest with Chile.", "protest", "ACCUSE"),
    ],
)  # fmt: skip
def test_protests_in_a_country_are_not_its_words(
    nlp: Language, text: str, word: str, kind: str
) -> None:
    assert of(nlp, text)[word].type == kind


def test_who_lodges_a_protest_protests(nlp: Language) -> None:
    found = of(nlp, "Peru lodged a formal protest with Chile.")["protest"]
    assert [d.text for d in found.doers] == ["Peru"]
