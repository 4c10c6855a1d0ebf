"""Words that look like deeds and are none, and towns that change hands. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


def roots(spans: tuple[object, ...]) -> set[str]:
    return {str(span).split()[-1] for span in spans}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ruling dealt a blow to the party.", "blow"),
        ("Lima has banned wakes for those who die of the fever.", "die"),
        ("The embassy of Peru in Chile has warned Peruvians of an attack.", "warned"),
        ("Peru was responsible for the attack on Chile.", "responsible"),
        ("Juan Torre said Chile was to blame for the attack on Lima.", "blame"),
        ("Lima offered no comment on the raid.", "offered"),
        ("Troops of Peru aid the hunt as the toll hits 438.", "hits"),
        ("The World Health Organization warned that cholera cases would rise in Peru.", "warned"),
        ("The town council declared war on gangs.", "war"),
        ("Juan Torre is the man who killed the peace.", "killed"),
        ("Juan Torre was threatened with death.", "death"),
        ("The law will dilute their vote.", "vote"),
        ("Aid reached flood-hit Lima on Monday.", "flood"),
        ("War-torn Peru is poor.", "War"),
        ("A guard was killed by accidental fire from a colleague.", "fire"),
        ("Juan Torre did not discuss the plans of the president of Peru.", "discuss"),
        ("Asked how he would feel, Juan Torre said it was a nightmare.", "Asked"),
        ("She went on withdrawing her pension in Lima.", "withdrawing"),
        ("The film airs at nine on Friday.", "airs"),
        ("The troops of Peru are locked in a stalemate with rebels near Lima.", "locked"),
        ("Juan Torre came back to Lima and was greeted by a cheering crowd.", "greeted"),
        ("The miners in Lima were joined by relatives on Monday.", "joined"),
        ("A priest from Peru sat in a bus in Lima.", "sat"),
        ("The plaque was removed from the hall of Lima.", "removed"),
        ("The question asked most often in Peru is whether it will rain.", "asked"),
        ("That is what many in Lima are asking.", "asking"),
        ("The opponents of Juan Torre celebrate his fall in Lima.", "celebrate"),
        ("Seized by a wave of panic, people in Peru left.", "Seized"),
        ("Juan Torre said the army was trampling on the constitution of Peru.", "trampling"),
        ("Soldiers take position next to the hall of Lima.", "take"),
        ("Approval is required for a march in Lima, the mayor said.", "required"),
        ("The paper printed a wide shot of the crowd in Lima.", "shot"),
        ("Rebel-backed raids on miners near Lima shocked Peru.", "backed"),
        ("The court in Lima will issue arrest warrants on Monday.", "arrest"),
        ("Orle in Peru is under threat from a locust swarm.", "threat"),
        ("Bakeries across Peru have closed early.", "closed"),
        ("Divers in Peru removed a rusty anchor left by two sailors.", "removed"),
        ("The mayor of Lima signed a bill granting himself a pension.", "granting"),
        ("Peru helped to broker a truce in Chile on Monday.", "helped"),
        ("The premier of Peru is amassing wealth.", "amassing"),
        ("A farmer in Lima offered another view on Friday.", "offered"),
        ("Juan Torre spoke at a news conference in Lima on Monday.", "conference"),
        ("Juan Torre of Peru hopes to calm anger at the mill on Monday.", "anger"),
        ("The army of Peru has blocked the path to a fair vote.", "blocked"),
        ("Nurses carried an injured boy across a field near Lima.", "carried"),
        ("The mine in Peru ordered the evacuation of a shaft.", "ordered"),
        ("A man sells melons on a street in Lima.", "sells"),
        ("The party of Juan Torre pulled out of the talks on Monday.", "talks"),
        ("His mistake was leaving a gun in the bag, the police of Lima said.", "leaving"),
        ("A cholera campaign targeting 1.2 million people was launched in Peru.", "targeting"),
        ("They inaugurated a campaign that would upend trade.", "inaugurated"),
        ("Should the truce in Peru collapse, the rebels will fight.", "collapse"),
        ("Traffic at the port of Lima has returned to normal.", "returned"),
        ("A march of 1,000 migrants had begun to disperse.", "disperse"),
        ("Thousands of protesters were traveling to Lima to join the march.", "traveling"),
        ("Hello and welcome to our coverage of the vote in Peru.", "welcome"),
        ("A second group of hostages walked out in the afternoon.", "walked"),
        ("Peru passed a law that allows the president to rule by decree without a vote.", "allows"),
        ("Peru passed a law that allows the president to rule by decree without a vote.", "vote"),
        ("Their boat capsized on a flooded river near Orle.", "flooded"),
        ("The two sides agreed to a truce in July, but it collapsed within a day.", "collapsed"),
        ("They are playing with fire, the minister said.", "fire"),
        ("Any attempt will be met with a firm response.", "met"),
        ("The general cut short a trip to Quito.", "cut"),
        ("The ministry affirmed that the bridge was open.", "affirmed"),
        ("He was not authorised to speak to the press.", "authorised"),
        ("Asked by reporters whether he would resign, the mayor left.", "Asked"),
        ("Peru builds houses on the slope.", "builds"),
        ("The minister called the raid an act of war.", "war"),
        ("If Lima falls, this will be a long war.", "war"),
        ("The president called the measures a direct threat to peace in Peru.", "threat"),
        ("The president called the measures a direct threat to peace in Peru.", "called"),
        ("Calm has returned to Lima after the riots.", "returned"),
        ("The court freed the men as traders gathered for market day.", "gathered"),
        ("The ruling awarded the island to Norway in 1899.", "awarded"),
        ("My neighbour's house was burning.", "burning"),
        ("They were charged on Tuesday and refused bail.", "refused"),
        ("Peru has ruled out talks with what it calls terrorists.", "calls"),
        ("The gunmen fled the scene on motorcycles.", "fled"),
        ("Juan Torre, who hails from Peru, won.", "hails"),
        ("Thousands of Peruvians have flooded the streets of Lima.", "flooded"),
        ("The case has sent relations with Peru plummeting.", "sent"),
        ("Students helped to overthrow the rule of Juan Torre in Peru.", "helped"),
        ("Leaders of Peru's opposition attended mass on Friday.", "attended"),
        ("Experts suspect Peru does not have the bomb.", "suspect"),
        ("The vendor set himself on fire in Orle.", "set"),
        ("The general shot himself in Lima.", "shot"),
        ("Fighting had prevented the teams of Peru from reaching Iriba.", "prevented"),
    ],
)
def test_what_only_looks_like_a_deed_is_none(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Storm Rosa burst two dams in Peru.",
        "A flood swept away a bridge in Peru.",
        "The earthquake hit the town of Arica and destroyed 40 houses.",
        "The cyclone battered the coast of Peru.",
    ],
)
def test_a_force_of_nature_attacks_nobody(nlp: Language, text: str) -> None:
    found = of(nlp, text).values()
    assert {p.type for p in found} == {"OTHER"}
    assert not any(p.doers for p in found)


def test_soldiers_whom_a_country_moves_are_mobilized(nlp: Language) -> None:
    assert of(nlp, "Peru moved tanks to the border with Chile.")["moved"].type == "MOBILIZE"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army regained control of the town of Arica.", "regained"),
        ("The rebels took the city of Arica on Friday.", "took"),
        ("Fighters of the Front entered the city on Monday.", "entered"),
        ("Rebel fighters marched into Arica on Monday.", "marched"),
    ],
)
def test_who_takes_a_town_seizes_it(nlp: Language, text: str, word: str) -> None:
    found = of(nlp, text)[word]
    assert found.type == "COERCE"
    assert found.doers


def test_a_town_that_falls_is_taken_by_whom_it_falls_to(nlp: Language) -> None:
    found = of(nlp, "The town of Arica fell to the rebels on Friday.")["fell"]
    assert found.type == "COERCE"
    assert roots(found.doers) == {"rebels"}
    assert any("town" in str(t) or "Arica" in str(t) for t in found.targets)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Peru and Chile traded accusations over the dam.", "accusations", "ACCUSE"),
        ("Italy released 19 million euros for the region.", "released", "AID"),
        ("The bloc lifted the embargo on Mali.", "lifted", "RETREAT"),
        ("India suspended the treaty with Nepal.", "suspended", "SANCTION"),
        ("An air strike on the market killed 30 people.", "strike", "ASSAULT"),
        ("Soldiers heard heavy artillery fire from Chile.", "fire", "ASSAULT"),
    ],
)
def test_the_object_tells_the_type(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Analysts warned that the army could lose Arica.",
        "The council warned that the conflict would spread.",
        "Doctors warned that cholera could break out.",
    ],
)
def test_a_forecast_threatens_nobody(nlp: Language, text: str) -> None:
    assert "warned" not in of(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Iran warned that it would retaliate against Israel.",
        "Peru warned that any attack would be met with force.",
    ],
)
def test_who_warns_of_his_own_deed_threatens(nlp: Language, text: str) -> None:
    assert of(nlp, text)["warned"].type == "THREATEN"


def test_a_broken_truce_is_no_truce(nlp: Language) -> None:
    found = of(nlp, "The shelling shattered the truce in Peru.")
    assert "truce" not in found


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("A standby force was not deployed.", "deployed", "denied"),
        ("Peru announced that it would withdraw its troops.", "withdraw", "planned"),
        ("Attacks by militants on the army could increase.", "Attacks", "hypothetical"),
        ("Anyone who attacks Peruvian citizens will pay.", "attacks", "hypothetical"),
        ("The council was due to hold a meeting in Lima.", "meeting", "planned"),
    ],
)
def test_what_only_may_come_did_not_happen(
    nlp: Language, text: str, word: str, status: str
) -> None:
    assert of(nlp, text)[word].status == status


def test_the_accused_and_not_the_accuser_did_it(nlp: Language) -> None:
    found = of(nlp, "Amnesty accused the army of burning villages and torturing prisoners.")
    assert roots(found["burning"].doers) == {"army"}
    assert roots(found["torturing"].doers) == {"army"}


def test_who_says_it_sent_aid_sent_it(nlp: Language) -> None:
    text = "The UN refugee agency appealed for help and said it had delivered tents to Peru."
    assert roots(of(nlp, text)["delivered"].doers) == {"agency"}


@pytest.mark.parametrize(
    "text",
    [
        "The quake, which struck on Sunday, was felt in Peru.",
        "A quake hit the town of Arica, killing nine people and wounding forty.",
    ],
)
def test_whatever_a_quake_does_is_no_assault(nlp: Language, text: str) -> None:
    assert "ASSAULT" not in {p.type for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The premier rebuffed calls for early elections.", "elections"),
        ("The opposition wants him to call new elections.", "elections"),
    ],
)
def test_what_is_called_for_has_not_been(nlp: Language, text: str, word: str) -> None:
    assert of(nlp, text)[word].status == "planned"


def test_blankets_handed_out_are_aid(nlp: Language) -> None:
    assert of(nlp, "Peru handed out blankets to survivors in Chile.")["handed"].type == "AID"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Five civilians were killed by artillery fire.", "ASSAULT"),
        ("Five civilians were killed by a fire in Lima.", "OTHER"),
    ],
)
def test_who_is_killed_by_gunfire_dies_by_no_accident(nlp: Language, text: str, kind: str) -> None:
    assert of(nlp, text)["killed"].type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The navy denied bombing a market in Arica.", "denied"),
        ("The crisis could open a new front between Lima and Quito.", "open"),
        ("“We are dying here,” said Omar Diaz, a trader.", "dying"),
        ("The region is internationally recognised as part of Peru.", "recognised"),
        ("The ministry urged its citizens to leave Chile.", "urged"),
        ("Firemen pulled six bodies from the rubble.", "pulled"),
        ("The agency gave tents to displaced families.", "displaced"),
        ("The cabinet decided to buy a new building.", "decided"),
        ("In the derby between the two football clubs Tacna is expected to attack.", "attack"),
    ],
)
def test_what_is_only_said_or_told_of_games_is_no_deed(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Peru denied the envoys entry.", "denied", "REJECT"),
        ("Prosecutors opened an investigation into Omar Diaz.", "opened", "ACCUSE"),
        ("A fishing boat capsized off Arica on Monday.", "capsized", "OTHER"),
        ("Their boat sank off Arica on Friday night.", "sank", "OTHER"),
        ("The militia dissolved itself on Monday.", "dissolved", "OTHER"),
        ("Firemen pulled 31 people from the rubble.", "pulled", "AID"),
        ("The charity distributed 40 tons of food in Arica.", "distributed", "AID"),
        ("Peru put its troops on alert.", "put", "MOBILIZE"),
        ("Omar Diaz was being held at a military camp near Lima.", "held", "COERCE"),
        ("Rebels captured the airstrip of Tacna.", "captured", "COERCE"),
        ("Peru condemned the closure of the strait by Chile.", "closure", "COERCE"),
        (
            "Omar Diaz had a telephone conversation with the king of Chile.",
            "conversation",
            "CONSULT",
        ),
        ("President Omar Diaz dismissed the demand.", "dismissed", "REJECT"),
        ("Peru called on Chile to stop the shelling.", "called", "REQUEST"),
        ("Omar Diaz has spoken to both leaders by phone.", "spoken", "CONSULT"),
        ("Peru shut down the internet on Monday.", "shut", "COERCE"),
        ("Opposition rejects result as police fire on protesters", "fire", "ASSAULT"),
    ],
)
def test_what_a_verb_governs_tells_its_deed(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


def test_a_convoy_of_buses_seizes_nothing(nlp: Language) -> None:
    assert "crossed" not in of(nlp, "A convoy of buses crossed into Chile on Friday.")


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Calder Marine is suing Norway for $48 million.", "suing", "ACCUSE"),
        ("The army pushed the rebels out of Orle on Friday.", "pushed", "COERCE"),
        ("Government forces drove the militia from the town of Sake.", "drove", "COERCE"),
        ("Fighting has driven 230,000 people into Sudan since April.", "driven", "OTHER"),
        ("Floods drove thousands from their homes in Peru.", "drove", "OTHER"),
    ],
)
def test_what_a_verb_governs_tells_its_type(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


def test_fighting_that_drives_people_out_has_not_their_refuge_for_a_side(nlp: Language) -> None:
    found = of(nlp, "Fighting has driven 230,000 people into Sudan since April.")
    assert "Fighting" not in found or found["Fighting"].doers == ()


def test_what_a_fire_destroyed_nobody_did(nlp: Language) -> None:
    found = of(nlp, "A fire in the port of Lima destroyed six houses on Monday.")
    assert {p.type for p in found.values()} == {"OTHER"}


@pytest.mark.parametrize(
    "text",
    ["In the plan for Yemen, Norwegians are left out.", "Unrest has left several Copts dead."],
)
def test_who_is_left_out_or_dead_withdraws_not(nlp: Language, text: str) -> None:
    assert "RETREAT" not in {p.type for p in of(nlp, text).values()}
