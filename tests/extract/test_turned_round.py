"""Doers and victims that a sentence tells apart, however its words stand. They are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from histor.annotate.misread_words import set_doings
from histor.annotate.parses import Parse
from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


def parties(text: str, word: str) -> tuple[list[str], list[str]]:
    """Return the names of who does what a word tells, and of whom it befalls."""
    [page] = read([article("one", f"{text} A clerk saw it from afar.", "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    [event] = [e for e in page.events if any(m.trigger == word for m in e.mentions)]
    return [names[a] for a in event.actors], [names[r] for r in event.recipients]


@pytest.mark.parametrize(
    ("text", "word", "doers", "targets"),
    [
        (
            "A mortar bomb launched by the rebels landed in their base near Kidal on Monday.",
            "landed", ["rebels"], [],
        ),
        (
            "Ten days later about thirty men in uniform killed Sergeant Amadou Ba near Zouar.",
            "killed", ["men"], ["Amadou"],
        ),
        (
            "A group of thirty men killed Sergeant Amadou Ba near Zouar on Monday.",
            "killed", ["group"], ["Amadou"],
        ),
        (
            "The army came to the valley where the Karen tended their fields, and shot six people.",
            "shot", ["army"], ["people"],
        ),
        (
            "Amina Diallo has accused President Musa Keita of ordering the bombing of the ferry.",
            "bombing", ["Musa"], ["ferry"],
        ),
        (
            "Amina Diallo called for the African Union to impose sanctions on Mali.",
            "sanctions", ["Union"], ["Mali"],
        ),
        (
            "Amina Diallo called for the African Union to impose sanctions on Mali.",
            "called", ["Amina"], ["Union"],
        ),
        (
            "UN police hurt as Somali crowd storms gate at port in Kenya",
            "hurt", [], ["police"],
        ),
    ],
)  # fmt: skip
def test_the_clause_tells_who_does_it(
    nlp: Language, text: str, word: str, doers: list[str], targets: list[str]
) -> None:
    found = of(nlp, text)[word]
    assert [d.root.text for d in found.doers] == doers
    assert [t.root.text for t in found.targets] == targets


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        (
            "A rocket fired by the Houthis hit a depot in Jizan on Monday, killing two drivers.",
            "hit", ["Houthis"], [],
        ),
        ("The genocide of the Herero in Namibia began in 1904.", "genocide", [], ["Herero"]),
        (
            "Attacks by mobs on Senegalese workers left five dead in Nouakchott.",
            "Attacks", [], ["Senegalese"],
        ),
        (
            'The minister condemns "the vile attack by a gang against Peru police officers".',
            "attack", [], ["Peru"],
        ),
        (
            "The Taliban, a mainly Pashtun movement, briefly occupied Kunduz in May 2012.",
            "occupied", ["Taliban"], ["Kunduz"],
        ),
        (
            "The city of Kaya, seat of the north, is found entirely under the control of Ansar.",
            "control", ["Ansar"], ["Kaya"],
        ),
        (
            "Chad, whose soldiers shelled the port of Bol on Monday, said it was sorry.",
            "shelled", ["Chad"], ["Bol"],
        ),
        (
            "Human Rights Now urged Peru to investigate attacks by mobs on Bolivian workers.",
            "urged", [], ["Peru"],
        ),
        (
            "The quarrel broke out in May and special police were sent to Kakavia and Hani.",
            "sent", [], [],
        ),
        (
            "In the night on Sunday Peru police has come with guns in the village Chala near "
            "Arica, where the Quechua behind the fence guarded their homes, and opened fire.",
            "opened fire", ["Peru"], [],
        ),
        (
            "On 25 May the ministers of Mali and Chad approved a concept of operations for the "
            "defeat of the gang and the return of Nigerien forces.",
            "approved", ["Mali"], [],
        ),
        (
            "The local elections of 23 April went ahead in four towns without the Latvians.",
            "elections", [], [],
        ),
        ("The hill town of Djibo came into the hands of Ansar.", "came", ["Ansar"], ["Djibo"]),
    ],
)  # fmt: skip
def test_whose_name_stands_beside_the_deed(
    text: str, word: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(text, word) == (actors, recipients)


def test_a_town_that_stays_with_its_army_is_not_taken(nlp: Language) -> None:
    assert "control" not in of(nlp, "The town of Kaya remains under the control of the army.")


def test_where_others_fled_has_no_part_in_the_killing() -> None:
    text = "Two of the guards were killed at a well, and the others fled on camels to Chad."
    assert "Chad" not in parties(text, "killed")[0]


def test_who_owns_up_did_not_kill_the_attackers() -> None:
    text = (
        "Gunmen in uniform shot Sergeant Amadou Ba near Zouar. The mayor had said that nobody "
        "would get away. Three of the attackers were killed. Issa Kone, who took responsibility "
        "through his lawyer, was detained in Cotonou on 3 October."
    )
    assert parties(text, "killed") == ([], [])
    assert parties(text, "shot") == (["Issa Kone"], ["Amadou Ba"])


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "Ten men in uniform killed Sergeant Amadou Ba near Zouar and withdrew into a mine.",
            "withdrew", "Amadou Ba",
        ),
        (
            "Polls to replace the clerks who resigned were set on Monday by President Ana Ruiz.",
            "resigned", "Ana Ruiz",
        ),
    ],
)  # fmt: skip
def test_whom_another_clause_names_suffers_nothing(text: str, word: str, name: str) -> None:
    [page] = read([article("one", f"{text} A clerk saw it from afar.", "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    told = [e for e in page.events if any(m.trigger == word for m in e.mentions)]
    assert name not in {names[r] for e in told for r in e.recipients}


def test_they_of_a_quotation_are_others() -> None:
    text = '"They will refuse, but we wait," President Luis Mora told a clerk in Lima on Monday.'
    [page] = read([article("one", text, "2015-06-02")])
    assert not [e for e in page.events if e.type == "REJECT" and e.actors]


def test_an_envoy_is_not_whom_he_is_sent_to() -> None:
    text = (
        "Chad has denied backing the rebels. Its ambassador to the United Nations, Ali Kone, "
        "rejected what he called baseless charges and said the fighting threatened his country's "
        "security, accusing Niamey of arming a group founded by perpetrators of the massacre."
    )
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    assert "United Nations" not in {names[a] for e in page.events for a in e.actors}


def test_the_town_by_which_talks_are_called_is_no_party() -> None:
    text = "The leaders of two blocs asked for a truce and said the talks of Luanda would go on."
    [page] = read([article("one", f"{text} A clerk saw it.", "2015-06-02")])
    [talks] = [e for e in page.events if e.type == "CONSULT"]
    assert talks.actors == ()


def test_who_were_elected_are_no_people_told_of_before() -> None:
    text = (
        "Chilean and Peruvian soldiers used tear gas to clear the hall. They were elected on "
        "May 3 in a vote boycotted by the miners."
    )
    [page] = read([article("one", text, "2015-06-02")])
    assert not [e for e in page.events if e.type == "OTHER" and e.recipients]


def test_no_newspaper_is_met(nlp: Language) -> None:
    text = "Omar Diaz vowed in a conversation with the newspaper El Faro to send the guards home."
    [page] = read([article("one", f"{text} A clerk saw it.", "2015-06-02")])
    assert "CONSULT" not in {e.type for e in page.events}


def test_who_stands_before_a_bare_form_with_an_object_does_it() -> None:
    text = "Peruvian police on Monday evening arrested former navy chief Hugo Salvatierra."
    assert parties(text, "arrested") == (["Peruvian"], ["Hugo Salvatierra"])


def test_a_bare_form_is_a_passive_of_giving_and_in_headlines() -> None:
    def parse(words: str, obj: str) -> Parse:
        tags = ["NNS", "VBN", "CD", "NNS", "."]
        return Parse(
            words=words.split(),
            upos=["NOUN", "VERB", "NUM", "NOUN", "PUNCT"],
            xpos=tags[: len(words.split())],
            heads=[1, 1, 3, 1, 1][: len(words.split())],
            deprels=["nsubj:pass", "root", "nummod", obj, "punct"][: len(words.split())],
        )

    for words, tag in [
        ("Police arrested two clerks .", "VBD"),
        ("Police arrested two clerks", "VBN"),
        ("Clerks given two years .", "VBN"),
    ]:
        made = parse(words, "obj")
        set_doings(made)
        assert made.xpos[1] == tag


@pytest.mark.parametrize(
    ("text", "word", "doers", "targets"),
    [
        ("Chile faces sanctions by Bolivia.", "sanctions", ["Bolivia"], ["Chile"]),
        ("The premier of Peru faces protests in Lima.", "protests", [], ["Peru"]),
        ("Chile's leaders and those of Peru will meet in Brazil on Friday.", "meet", ["Chile", "Peru"], []),
        ("Peru and Chile held talks in Qatar on Monday.", "talks", ["Peru", "Chile"], []),
        ("Prisoners at the Puno-Este jail took three guards hostage on Monday.", "took", [], []),
        ("Chile recalled its ambassador to Peru, Ana Ruiz, on Monday.", "recalled", ["Chile"], ["Peru"]),
    ],
)  # fmt: skip
def test_who_faces_it_suffers_it_and_where_it_is_has_no_part(
    text: str, word: str, doers: list[str], targets: list[str]
) -> None:
    assert parties(text, word) == (doers, targets)
