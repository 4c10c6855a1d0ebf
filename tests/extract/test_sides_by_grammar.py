"""Whose a deed is by the words that tie it to names, on invented sentences."""

from __future__ import annotations

from spacy.language import Language

from benchmarks.articles import article, read
from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


def sides(text: str) -> dict[str, tuple[list[str], list[str]]]:
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    return {
        e.mentions[0].trigger: ([names[a] for a in e.actors], [names[r] for r in e.recipients])
        for e in page.events
    }


def test_an_invasion_by_another_befalls_whose_it_is(nlp: Language) -> None:
    invasion = of(nlp, "Since Chile's invasion by Peru, thousands have fled.")["invasion"]
    assert [d.text for d in invasion.doers] == ["Peru"]
    assert [t.text for t in invasion.targets] == ["Chile"]


def test_an_invasion_with_nobody_behind_it_is_whose_it_is(nlp: Language) -> None:
    invasion = of(nlp, "Norway condemned Peru's invasion.")["invasion"]
    assert [d.text for d in invasion.doers] == ["Peru"]


def test_condemnation_comes_from_those_who_condemn(nlp: Language) -> None:
    text = "Iraq's invasion of Kuwait drew condemnation from France, Britain, Egypt and Syria."
    found = of(nlp, text)["condemnation"]
    assert [d.root.text for d in found.doers] == ["France", "Britain", "Egypt", "Syria"]


def test_soldiers_sent_to_a_port_quell_unrest_and_the_port_does_not(nlp: Language) -> None:
    text = "Peru deployed soldiers to the port of Callao to quell the unrest."
    found = of(nlp, text)
    assert "quell" not in found or "Callao" not in {d.root.text for d in found["quell"].doers}


def test_who_is_accused_accuses_nobody() -> None:
    text = "Ethiopian and Eritrean troops were accused of killing hundreds of civilians in Axum."
    actors, recipients = sides(text)["accused"]
    assert actors == []
    assert recipients == ["Ethiopian", "Eritrean"]


def test_those_by_whom_a_deal_is_signed_sign_it(nlp: Language) -> None:
    text = (
        "The deal, signed in Oslo by Peru's government and the Dawn Front, calls for an immediate "
        "ceasefire."
    )
    signed = next(p for p in proposals(nlp(text)) if p.trigger.text.startswith("signed"))
    assert "government" in {d.root.text for d in signed.doers}
    assert not {t.root.text for t in signed.targets} & {"government", "Dawn"}


def test_an_ambassador_is_summoned_once(nlp: Language) -> None:
    text = "The Foreign Ministry summoned the Chilean ambassador to protest the raid."
    assert [p.trigger.text for p in proposals(nlp(text)) if p.type == "ACCUSE"] == ["summoned"]


def test_an_aircraft_carrier_that_is_sent_is_no_aid(nlp: Language) -> None:
    text = "The United States is sending an aircraft carrier to the region, the Pentagon said."
    assert [p.type for p in proposals(nlp(text))] == ["MOBILIZE"]


def test_who_hunts_those_who_did_it_did_not_do_it(nlp: Language) -> None:
    text = "President Ana Ruiz has vowed to hunt down those who carried out the attack."
    assert not any("Ruiz" in str(d) for d in of(nlp, text)["attack"].doers)


def test_whoever_is_accused_of_it_did_it(nlp: Language) -> None:
    text = (
        "The rights group also accused the army and its allied militias of killing 31 civilians in "
        "two villages of the Segou region."
    )
    killing = of(nlp, text)["killing"]
    assert "militias" in {d.root.text for d in killing.doers}
    assert "group" not in {d.root.text for d in killing.doers}


def test_the_court_that_tries_men_did_not_do_what_they_are_tried_for(nlp: Language) -> None:
    text = (
        "Four men suspected of carrying out Friday's attack on the concert hall were remanded in "
        "custody by a Moscow court late on Sunday."
    )
    assert not any("court" in str(d) for d in of(nlp, text)["attack"].doers)


def test_he_whom_they_accuse_is_the_one_person_of_the_sentence() -> None:
    text = (
        "Prime Minister Luc Ado spoke on Sunday. He said that the state would stay firm. On Monday "
        "Togo banned the former Beninese president Ana Keita from entering the country, accusing "
        "her of stirring up the protests in Lome."
    )
    assert sides(text)["accusing"][1] == ["Ana Keita"]
