"""Verbs whose object tells the type, demands and threats with whom they are aimed at, promises.

The sentences are invented.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


def named(spans: tuple[object, ...]) -> str:
    return " ".join(str(s) for s in spans)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("A court in Bolivia froze the assets of Juan Torre.", "froze", "SANCTION"),
        ("The Green League of Peru walked out of the negotiations.", "walked", "SANCTION"),
        ("Admiral Juan Torre spoke to the premier of Chile on Monday.", "spoke", "CONSULT"),
        ("Juan Torre speaks with Chief Secretary Ana Lim of Chile.", "speaks", "CONSULT"),
        ("Rebels crossed the river, burning a mill and surrounding Orle.", "surrounding", "COERCE"),
        ("The premier of Peru rescinded part of an edict.", "rescinded", "CONCEDE"),
        ("Nurses marched in Peru, calling for Juan Torre to resign.", "calling", "REQUEST"),
        ("The police of Peru sealed off a square in Lima.", "sealed off", "COERCE"),
        ("The unions of Peru are not going to meet Juan Torre.", "meet", "REJECT"),
        ("General Juan Torre spoke to a crowd in Chile on Monday.", "spoke", None),
        ("Juan Torre arrives in Peru on Monday for two weeks of talks.", "arrives", "CONSULT"),
        ("Soldiers in Lima are holding three students.", "holding", "COERCE"),
        ("Nurses visited the camp where Juan Torre is held.", "held", "COERCE"),
        ("The sailors swore to protect Peru.", "swore", "AGREE"),
        ("The commanders swore to crush Peru.", "swore", "THREATEN"),
        ("Bolivia released dozens of political activists.", "released", "RETREAT"),
        ("President Juan Torre received the ambassador of Chile.", "received", "CONSULT"),
        ("The clinic received a letter of the minister.", "received", None),
        ("The African Union suspended Peru on Monday.", "suspended", "SANCTION"),
        ("Fighters sent back the aid convoy near Orle.", "sent back", "COERCE"),
        ("Norway imposed a travel ban on Juan Torre on Friday.", "ban", "SANCTION"),
        ("Soldiers fired the shells that hit the plant in Orle.", "hit", "ASSAULT"),
        ("Peru is deploying chemical weapons against civilians.", "deploying", "ASSAULT"),
        ("They are using helicopters against civilians in Orle.", "using", "ASSAULT"),
        ("Violent protests sweep Peru.", "protests", "PROTEST"),
        ("Norway's ministry offered its good offices.", "offered", "AGREE"),
        ("President Juan Torre cancelled a trip to Norway.", "cancelled", "REJECT"),
        ("The talks were cancelled at the last minute.", "cancelled", None),
        ("Norway has allocated 40 million euro to Peru for fuel.", "allocated", "AID"),
        ("Navy SEALs boarded a dhow off Peru.", "boarded", "COERCE"),
        ("The army has liberated the village of Orle from the rebels.", "liberated", "COERCE"),
        ("The gunman was overpowered by police on Saturday.", "overpowered", "COERCE"),
        ("The court disqualified Ana Ruiz from the vote.", "disqualified", "SANCTION"),
        ("Guards used water cannon on Friday to push back the migrants.", "used", "ASSAULT"),
        ("Peru sent 300 armed men to the town of Arica.", "sent", "MOBILIZE"),
        ("Peru accepted the truce on Monday.", "accepted", "AGREE"),
        ("Peru accepted the demands of the strikers.", "accepted", "CONCEDE"),
        ("Norway diverted the destroyer to the scene.", "diverted", "MOBILIZE"),
        ("Norway cuts troop numbers near Orle.", "cuts", "RETREAT"),
        ("Hackers attacked 13 government websites in June.", "attacked", "COERCE"),
        ("Norwegian officials dismissed the Peruvian complaint.", "dismissed", "REJECT"),
        ("Peru warned the hijackers that it would use force.", "warned", "THREATEN"),
        ("Commandos stormed the ship, rescuing 17 hostages.", "rescuing", "AID"),
        ("Opponents of the government plan to march through Lima on Sunday.", "march", "PROTEST"),
        ("Lawmakers voted to declare a state of emergency.", "voted", None),
        ("The vote was postponed after people voted twice.", "voted", "OTHER"),
        ("Rebels of the Northern Front have encircled Orle since May.", "encircled", "COERCE"),
        ("Aid was flown into the besieged town of Orle.", "besieged", None),
        ("Soldiers surrounded the palace shortly after midnight.", "surrounded", "COERCE"),
        ("Hills surrounded the town.", "surrounded", None),
        ("Norway paused aid to Peru on Friday.", "paused", "SANCTION"),
        ("Norway suspended 90 million dollars in military aid to Peru.", "suspended", "SANCTION"),
        ("The mayor promised that the men would not be harmed.", "promised", "AGREE"),
        ("The gunmen took about 40 people hostage on Monday night.", "took", "ASSAULT"),
        ("The gunmen took about 40 people hostage on Monday night.", "hostage", None),
        ("Some 3,000 villagers left their homes on Friday.", "left", "OTHER"),
        ("Teachers walked out of class on Monday.", "walked", "PROTEST"),
        ("The ministry released a report on floods.", "released", None),
        ("Soldiers freed the hostages on Sunday.", "freed", "AID"),
        ("Fiji let free some 74 political leaders.", "let", "RETREAT"),
        ("The gunmen held 15 tourists hostage for ten hours.", "held", "ASSAULT"),
        ("Six nurses were taken hostage in Salto.", "taken hostage", "ASSAULT"),
        ("Norway closed its embassy in Lima.", "closed", "SANCTION"),
        ("Ghana recalled its ambassador from Oslo.", "recalled", "SANCTION"),
        ("Dockers in Lima stopped work on Tuesday.", "stopped", "PROTEST"),
        ("Dockers called off a strike on Tuesday.", "called off", "CONCEDE"),
        ("A union called a general strike for Monday.", "strike", "PROTEST"),
        ("The bloc on Monday gave Ivory Coast 5.1 million dollars of aid.", "gave", "AID"),
        ("Japan gave Peru rice and blankets.", "gave", "AID"),
        ("General Omar Diallo was sworn in as president on Friday.", "sworn in", "OTHER"),
        ("Police used tear gas and water cannon against the marchers.", "used", "ASSAULT"),
        ("A suicide bomber blew himself up at a mosque in Quetta.", "blew", "ASSAULT"),
        ("Russia offered concessions to Norway.", "offered", "AGREE"),
        ("Algeria on Thursday halted oil sales to Tunisia.", "halted", "SANCTION"),
        ("Some 38 Tunisian nationals were escorted to the border.", "escorted", "COERCE"),
        ("The ship's 23 crew members were being held aboard.", "held", "COERCE"),
        (
            "The captain Stavros Manolas has been put in liberty by the authorities of Algeria.",
            "put in",
            "RETREAT",
        ),
        ("He said the captain had been warned that the boat was too heavy.", "warned", None),
        ("Evangelical pastors led a rally for peace through Lima.", "rally", "PROTEST"),
        ("President Ana Ruiz fired the head of the prison service.", "fired", "SANCTION"),
        ("He had been condemned by a court to three years of prison.", "condemned", "SANCTION"),
        ("Algerian marines boarded the Cape Corvin off Annaba.", "boarded", "COERCE"),
        ("Russia flew in a field hospital and 80 doctors.", "flew", "AID"),
        ("The army returned fire with artillery.", "returned fire", "ASSAULT"),
        ("Hundreds of people blocked the main road.", "blocked", "PROTEST"),
        ("Ana Ruiz asked to be released before the vote.", "asked", "REQUEST"),
        ("Ana Ruiz will travel to Algiers on Monday to defuse the row.", "travel", "CONSULT"),
        ("Two rescuers were killed when a tremor brought down a school.", "killed", "OTHER"),
        ("Germany is the largest donor, contributing $46 million to Yemen.", "contributing", "AID"),
    ],
)
def test_the_object_tells_the_type(nlp: Language, text: str, word: str, kind: str | None) -> None:
    found = of(nlp, text).get(word)
    assert (found.type if found else None) == kind


def test_whom_a_captor_holds_names_no_deed(nlp: Language) -> None:
    assert "tourists" not in of(nlp, "Four gunmen held 15 tourists hostage for ten hours.")


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Workers at a mine in Zambia went on strike for better pay.", "strike", "PROTEST"),
        ("A general strike began in Peru on Monday.", "strike", "PROTEST"),
        ("An air strike on Lima killed four people.", "strike", "ASSAULT"),
    ],
)
def test_strikes_of_workers_and_of_bombs(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


def test_who_goes_on_strike_is_its_doer(nlp: Language) -> None:
    found = of(nlp, "Workers at a mine in Zambia went on strike for better pay.")["strike"]
    assert "Zambia" in named(found.doers)


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("France's parliament has demanded an apology by Minsk for the raid.", "demanded", "Minsk"),
        ("Chile threatened to close its airspace unless Bolivia withdraws.", "threatened", "Bolivia"),
        ("Students marched in Oslo over Norway's decision to deport them.", "marched", "Norway"),
        ("Students marched on Friday, demanding the resignation of the mayor.", "marched", "mayor"),
    ],
)  # fmt: skip
def test_whom_words_and_marches_are_aimed_at(
    nlp: Language, text: str, word: str, whom: str
) -> None:
    assert whom in named(of(nlp, text)[word].targets)


def test_a_day_is_no_target(nlp: Language) -> None:
    assert of(nlp, "Pilots protested on Friday.")["protested"].targets == ()


def test_who_seeks_sanctions_accuses(nlp: Language) -> None:
    found = of(nlp, "The Canadian premier called for sanctions against Iceland.")["called"]
    assert (found.type, named(found.targets)) == ("ACCUSE", "Iceland")


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Peru refused to lift the embargo on Chile.", "lift"),
        ("Mali refused to receive Niger's visiting president.", "visiting"),
        ("Rebels announced that the government must agree to changes.", "agree"),
    ],
)
def test_what_is_refused_or_demanded_is_no_second_event(
    nlp: Language, text: str, left_out: str
) -> None:
    assert left_out not in of(nlp, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Kenyan government said it will free the two journalists.", "free"),
        ("Rebels in Uruguay said they would release 40 hostages.", "release"),
        ("Tunisia is ready to host a meeting between Sudan and Chad.", "ready"),
        ("Chile is prepared to give aid to Bolivia.", "prepared"),
    ],
)
def test_who_says_that_he_will_give_way_promises(nlp: Language, text: str, word: str) -> None:
    assert of(nlp, text)[word].type == "AGREE"


def test_who_is_ready_to_attack_promises_nothing(nlp: Language) -> None:
    assert "AGREE" not in {p.type for p in proposals(nlp("Sudan is ready to attack Chad."))}


def test_who_decrees_does_it(nlp: Language) -> None:
    found = of(nlp, "The president declared a state of siege in Tarapoto.")
    assert named(found["state"].doers) == "The president"
    assert "siege" not in found


def test_a_truce_that_is_declared_is_said(nlp: Language) -> None:
    assert of(nlp, "Peru announced a truce on Sunday.")["truce"].type == "CONCEDE"


def test_who_stands_in_the_way_protests(nlp: Language) -> None:
    assert of(nlp, "Farmers blocked roads in Quito.")["blocked"].type == "PROTEST"
    assert of(nlp, "The army blocked roads in Quito.")["blocked"].type == "COERCE"


def test_who_tells_at_the_end_did_not_do_it(nlp: Language) -> None:
    text = "Settlers fled following the killing of a Dutch man, Belgian residents said Sunday."
    assert of(nlp, text)["killing"].doers == ()


def test_who_could_has_not_done_it(nlp: Language) -> None:
    text = "Chad has hackers capable of launching an attack on Sudan."
    assert of(nlp, text)["attack"].status == "hypothetical"


def test_what_one_apologises_for_was(nlp: Language) -> None:
    text = "Poland demanded an apology for the shooting of two pilots."
    assert of(nlp, text)["shooting"].status == "happened"


def test_a_reader_s_phrase_keeps_where_its_people_are_from(nlp: Language) -> None:
    text = "Lawmakers from Norway have held talks in Lima with Peruvian officials."
    assert "Norway" in named(of(nlp, text)["talks"].doers)
