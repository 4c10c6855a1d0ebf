"""Who does an event and whom it befalls, told whole, and what is no event, on invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.records import Event


def events(text: str) -> dict[str, tuple[Event, list[str], list[str]]]:
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    return {
        m.trigger: (e, [names[a] for a in e.actors], [names[r] for r in e.recipients])
        for e in page.events
        for m in e.mentions
    }


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        # whose killing of whom
        ("Peru's killing of Hugo Salvatierra angered Chile.", "killing", ["Peru"]),
        # a clause has its own subject, and who stands beside it has no part
        (
            "The Defence Council, in a meeting led by the army chief, Hugo Salvatierra, vowed to "
            "strike back at Chile.",
            "vowed",
            ["Defence Council"],
        ),
        # who is criticised for a deed did it
        ("Peru criticised Chile for launching airstrikes on its port.", "airstrikes", ["Chile"]),
        # who fled is no judge, and who is judged beside them has not fled
        (
            "Seven members of the Red Front who had laid down their arms under the deal and Ana "
            "Paz, a baker, were among the dead.",
            "laid",
            ["Red Front"],
        ),
        # attacks of the rebels are by them
        (
            "The depot was destroyed by a series of attacks of the Red Front, officials said.",
            "attacks",
            ["Red Front"],
        ),
        # deeds that are named together
        (
            "Abductions and killings by the Red Front have emptied villages in Peru.",
            "Abductions",
            ["Red Front"],
        ),
        # who suffers by a raid has not made it
        ("Chile, shaken by the bombing of a market, closed its border.", "bombing", []),
        # what others make somebody do
        (
            "Battles between the Red Front and Peru's army forced farmers to flee.",
            "flee",
            [],
        ),
        # a verb that reads as a participle has a doer all the same
        (
            "Supporters of Hugo Salvatierra torched cars in the port of Callao on Monday.",
            "torched",
            [],
        ),
        # where it was is no side
        ("Two killed as militias clash in Peru's Ancash region", "clash", []),
    ],
)
def test_who_did_it(text: str, trigger: str, actors: list[str]) -> None:
    found = events(text)
    assert trigger in found
    assert found[trigger][1] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Peru's killing of Hugo Salvatierra angered Chile.", "killing", ["Hugo Salvatierra"]),
        ("Peru filed a complaint against Chile with the Court of Arbitration.", "filed", ["Chile"]),
        (
            "Ana Paz visited the home of Hugo Salvatierra, a baker who was shot in the raid.",
            "shot",
            ["Hugo Salvatierra"],
        ),
        ("The mayor blamed the Red Front for his death.", "death", []),
    ],
)
def test_whom_it_befell(text: str, trigger: str, recipients: list[str]) -> None:
    found = events(text)
    assert trigger in found
    assert found[trigger][2] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "status"),
    [
        ("By striking Chile the navy of Peru broke the truce.", "striking", "ASSAULT", "happened"),
        ("Peru offers a reward for the capture of Hugo Salvatierra.", "capture", "COERCE",
         "hypothetical"),
        ("“We have not attacked the population,” Hugo Salvatierra of the Red Front said.",
         "attacked", "ASSAULT", "denied"),
        ("The Liberal Party of Peru backed the president.", "backed", "SUPPORT", "happened"),
        ("Police seek two men wanted for the killing of a judge in Lima.", "killing", "ASSAULT",
         "happened"),
        ("Hugo Salvatierra declared a state of exception in Peru on Monday.", "state", "COERCE",
         "happened"),
    ],
)  # fmt: skip
def test_what_it_was(text: str, trigger: str, kind: str, status: str) -> None:
    found = events(text)
    assert trigger in found
    assert (found[trigger][0].type, found[trigger][0].status) == (kind, status)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("“They have chosen the path of war,” Ana Paz of Peru said.", "war"),
        ("The families began returning to their homes in Lima on Monday.", "returning"),
        ("The negotiations were suspended by Peru in May.", "negotiations"),
        ("Peru's strikes on Chile, ordered by President Hugo Salvatierra, go on.", "ordered"),
        ("Chile demanded the resignation of Hugo Salvatierra.", "resignation"),
    ],
)
def test_what_is_no_event_of_its_own(text: str, trigger: str) -> None:
    assert trigger not in events(text)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # what a crowd demands is the protest's, and who is hurt in riots made none
        ("Twenty Chileans were killed in riots in Lima.", "riots", [], None),
        # who protests in words accuses
        ("Bolivian officials are failing the refugees, Rights Watch protested on Monday.",
         "protested", ["Rights Watch"], ["Bolivian"]),
        # of two gerunds the second is accused of, too
        ("Rights Watch accused Peru of shelling villages, killing ten nurses and closing roads.",
         "killing", ["Peru"], None),
        # who feels something about a deed has not done it
        ("Luc Houngbo of Benin voiced support for the attack in Lima.", "attack", [], None),
        # a war that is called by a place is not the place's
        ("The Iquitos war began in May.", "war", [], None),
        # who tightens a blockade has made it
        ("Peru has tightened the blockade of Chile.", "blockade", ["Peru"], ["Chile"]),
        # a complaint is about whom it is about
        ("Ana Paz complained that Chile had failed to guard Peru.", "complained",
         ["Ana Paz"], ["Chile"]),
    ],
)  # fmt: skip
def test_who_has_a_part(
    text: str, trigger: str, actors: list[str], recipients: list[str] | None
) -> None:
    found = events(text)
    assert trigger in found
    assert found[trigger][1] == actors
    assert recipients is None or found[trigger][2] == recipients


def test_a_planned_meeting_is_a_meeting() -> None:
    event, actors, _ = events("Ana Paz of Peru will meet Luc Houngbo in Lima on 9 June.")["meet"]
    assert (event.type, event.status) == ("CONSULT", "planned")
    assert actors == ["Ana Paz", "Luc Houngbo"]


def test_occupied_land_tells_no_deed() -> None:
    assert "occupied" not in events("Chilean police arrested ten men in occupied Arica on Monday.")


def test_the_group_is_the_one_body_named_before() -> None:
    text = (
        "Peru suspended talks with the Red Front, a rebel army. In May the group killed two "
        "soldiers in Ancash."
    )
    assert events(text)["killed"][1] == ["Red Front"]


def test_the_rebels_are_no_ministry() -> None:
    text = "The Foreign Ministry of Peru spoke on Monday. The rebels shelled the port of Callao."
    assert "shelled" in events(text)
    assert events(text)["shelled"][1] == []


def test_a_bare_government_is_that_of_its_country() -> None:
    text = "Meanwhile the Government of Chile, which denied it, sent troops to the border."
    assert events(text)["sent"][1] == ["Chile"]


def test_two_countries_are_those_of_the_clause_before() -> None:
    text = (
        "Bolivia and Spain watched. Peru last fought a war with Chile in 1971, and the two "
        "countries exchanged fire in 2009."
    )
    assert events(text)["exchanged fire"][1] == ["Peru", "Chile"]


def test_whom_she_calls_they_is_not_she() -> None:
    text = "Ana Paz fled to Lima in May. “They will shoot me,” she said."
    assert "Ana Paz" not in events(text)["shoot"][1]


def test_who_meets_somebody_bears_no_title_of_his() -> None:
    found = events("Peru's foreign minister will meet Luc Houngbo of Benin in Lima.")
    assert found["meet"][1] == ["Peru", "Luc Houngbo"]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # a verb that the tree ties to a name goes on with the sentence's subject
        ("Luc Houngbo, sent by Benin, held talks in Lima with General Hugo Salvatierra, the "
         "self-styled ruler, and visited Ana Paz.", "visited", ["Luc Houngbo", "Ana Paz"], []),
        # who declares himself ready acts
        ("Chile declared itself ready to send troops.", "send", ["Chile"], []),
        # whose president somebody is has not lost his office
        ("Benin, whose president was himself ousted in 2011, left the talks.", "ousted", [], []),
        # an envoy is called home from where he is, and not from whose he is
        ("The junta recalled the ambassadors of Peru in Chile and Bolivia.", "recalled", None,
         ["Chile", "Bolivia"]),
        # who is told of a deed does not suffer it
        ("Officials said the rebels had told Ana Paz they would kill Hugo Salvatierra.", "kill",
         None, ["Hugo Salvatierra"]),
        # whose border it is near suffers nothing
        ("Ten soldiers were shot near the Peruvian border.", "shot", [], []),
        # whom another asked to see is not refused
        ("Hugo Salvatierra rejected her request to see Ana Paz.", "rejected",
         ["Hugo Salvatierra"], []),
    ],
)  # fmt: skip
def test_no_other_part(
    text: str, trigger: str, actors: list[str] | None, recipients: list[str]
) -> None:
    found = events(text)
    assert trigger in found
    assert actors is None or found[trigger][1] == actors
    assert found[trigger][2] == recipients


def test_who_shot_them_did_not_flee() -> None:
    found = events("Many raiders were shot by the army of Peru as they retreated to Lima.")
    assert "retreated" not in found or found["retreated"][1] == []


def test_he_is_whom_they_met() -> None:
    text = (
        "Luc Houngbo won a race in May.\n\nThe elders, who met Hugo Salvatierra on Monday, said "
        "that he had agreed to release ten hostages."
    )
    assert events(text)["agreed"][1] == ["Hugo Salvatierra"]


def test_whoever_attacks_has_not_attacked() -> None:
    found = events("Hugo Salvatierra vowed to punish anyone who attacked Peruvian citizens.")
    assert "attacked" not in found or found["attacked"][0].status == "hypothetical"


def test_what_an_ultimatum_asks_is_no_event() -> None:
    assert "cede" not in events("Peru gave Chile one week to cede the port.")


def test_the_bloc_is_the_union_named_before() -> None:
    text = (
        "The Andean Union met on Monday. Rain fell. Nobody came. The junta in Peru accused the "
        "bloc of plotting a coup."
    )
    assert events(text)["accused"][2] == ["Andean Union"]


def test_the_junta_is_that_of_the_country_it_was_named_with() -> None:
    text = (
        "Chile, Bolivia and Brazil closed their borders to the junta in Peru. The junta expelled "
        "ten Chileans on Monday."
    )
    assert events(text)["expelled"][1] == ["Peru"]


def test_who_would_respond_is_not_warned() -> None:
    text = "General Hugo Salvatierra warned that Peru would respond to any attack."
    assert "Peru" not in events(text)["warned"][2]


def test_who_hears_a_complaint_is_not_accused() -> None:
    found = events("Peru filed a complaint with the U.N. Security Council on Monday.")
    assert found["filed"][2] == []
