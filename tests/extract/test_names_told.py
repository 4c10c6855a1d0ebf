"""What the words beside a name tell of it, read by the shipped model on sentences of our own."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from histor.extract import extract
from histor.extract.names.name_edges import behind_people
from histor.records import Entity
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model


def named(text: str) -> dict[str, Entity]:
    return {e.name: e for e in extract(page_of(text, "2021-06-11"), model()(text)).entities}


def roles(text: str, name: str) -> list[tuple[str, str | None]]:
    return [(r.title, r.of) for r in named(text)[name].roles]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("French company Orvane, which runs the mine, said production went on.", "Orvane"),
        ("The charity Mãos Abertas counted 12 graves in the valley.", "Mãos Abertas"),
        ("The news site Savana Online reported on Friday that six were held.", "Savana Online"),
        ("He spoke to Channel 5 on Monday.", "Channel 5"),
        ("The pact holds, he said, as reported by Chilean news media Tarapaca.", "Tarapaca"),
        ("At least 17 were killed, according to the Lima League for Human Rights.",
         "Lima League for Human Rights"),
    ],
)  # fmt: skip
def test_a_body_is_told_by_what_it_is(text: str, name: str) -> None:
    assert named(text)[name].kind == "organization"


def test_a_treaty_is_no_body() -> None:
    assert (
        named("It breaches the Vienna Convention, she said.")["Vienna Convention"].kind == "other"
    )


@pytest.mark.parametrize(
    "text",
    ["Defense analysts say so.", "Separatist commanders have offered a truce.",
     "“Thank God it was empty,” he said."],
)  # fmt: skip
def test_a_capital_alone_makes_no_name(text: str) -> None:
    assert named(text) == {}


def test_bodies_end_before_what_they_only_describe() -> None:
    assert "U.N." in named("U.N. human rights spokesperson Ingrid Solberg spoke.")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("WHO Director-General Dr Karin Feldt agreed.", "Karin Feldt",
         ("Director-General", "WHO")),
        ("Chinese Ambassador to Peru Liu Wenhai said China supports Peru.", "Liu Wenhai",
         ("Ambassador to Peru", "Chinese")),
        ("The coup was led by the commander of the presidential guard Salifou Tahirou.",
         "Salifou Tahirou", ("commander", "presidential guard")),
        ("The press secretary of the President Milana Dorič spoke.", "Milana Dorič",
         ("press secretary", "President")),
        ("Former Senegalese prime minister Aïssata Sarr arrived.", "Aïssata Sarr",
         ("Former prime minister", "Senegalese")),
        ("Meteorologist Pedro Vaz predicts rain.", "Pedro Vaz", ("Meteorologist", None)),
        ("The opposition MP Ana Torres wept.", "Ana Torres", ("opposition MP", None)),
        ("Fatou Kinteh, West Africa director at Rights Monitor International, agreed.",
         "Fatou Kinteh", ("West Africa director", "Rights Monitor International")),
    ],
)  # fmt: skip
def test_a_role_is_read_with_whose_it_is(
    text: str, name: str, role: tuple[str, str | None]
) -> None:
    assert roles(text, name) == [role]


def test_whose_officer_one_is_tells_country_and_sector() -> None:
    found = named("Hamas official Sami Aziz agreed on Monday.")["Sami Aziz"]
    assert (found.country, found.sector) == ("PS", "REB")


def test_one_letter_makes_no_other_person() -> None:
    text = (
        "Foreign policy chief Josep Arrieta spoke in Brussels. Josef Arrieta is to chair a meeting."
    )
    assert "Josef Arrieta" not in named(text)


@pytest.mark.parametrize(
    "text",
    ["Mario Lopez, 12, and Maria Lopez, 9, died.",
     "The banker Karin Lopez spoke, and the baker Karim Lopez left."],
)  # fmt: skip
def test_one_letter_may_make_another_person(text: str) -> None:
    assert len([e for e in named(text).values() if e.kind == "person"]) == 2


def test_a_surname_is_of_the_one_named_before_it() -> None:
    text = (
        "A court sentenced Lieutenant Erik Dahl on Monday. Dahl, 26, pleaded not guilty.\n\n"
        "His mother, Birgit Dahl, wept. Dahl left."
    )
    found = named(text)
    assert [n.text for n in found["Erik Dahl"].names] == ["Dahl", "Erik Dahl"]
    assert [n.text for n in found["Birgit Dahl"].names] == ["Birgit Dahl"]
    assert len(found["Dahl"].mentions) == 1


def test_a_telegram_channel_is_not_telegram() -> None:
    text = "As the Telegram channel Sahel Watch reported, a column of lorries arrived."
    record = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in record.entities}
    assert [names[c.source.entity or ""] for c in record.claims if c.source] == ["Sahel Watch"]


def test_where_somebody_spoke_has_no_trade() -> None:
    found = named("In Makandara, a shopkeeper, Joyce Atieno, said police threw tear gas.")
    assert not found["Makandara"].roles
    assert [r.title for r in found["Joyce Atieno"].roles] == ["shopkeeper"]


def test_an_office_owned_by_a_body_keeps_its_words() -> None:
    text = "U.N. human rights spokesperson Ingrid Solberg spoke."
    assert roles(text, "Ingrid Solberg") == [("human rights spokesperson", "U.N.")]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("On Monday Lt. Gen. Peter K. Holm spoke.", "Peter K. Holm", "Lt. Gen."),
        ("The envoy met Brig. Gen. Rolf Danner.", "Rolf Danner", "Brig. Gen."),
        ("Col. Karl “K.B.” Doria agreed with them.", "Karl “K.B.” Doria", "Col"),
        ("Const. Mia Farrel told a news conference so.", "Mia Farrel", "Const"),
    ],
)
def test_ranks_are_read_in_short(text: str, name: str, role: str) -> None:
    assert [r.title for r in named(text)[name].roles] == [role]


def test_a_ship_is_no_person() -> None:
    found = named("The frigate FS Aurore joined the fleet, and the tanker MV Estuary sailed too.")
    assert (found["FS Aurore"].kind, found["MV Estuary"].kind) == ("organization", "other")


def test_a_ship_is_known_without_its_prefix() -> None:
    found = named("HMS Estuary sailed on Monday. Estuary sank two boats, the navy said.")
    assert {n.text for n in found["HMS Estuary"].names} == {"HMS Estuary", "Estuary"}


def test_a_body_is_called_by_its_initials() -> None:
    found = named("The Rapid Relief Corps denied it. The RRC said its men had left.")
    assert "RRC" in {n.text for n in found["Rapid Relief Corps"].names}


def test_a_son_has_his_surname() -> None:
    found = named("Police arrested Walter Ruiz III on Monday. Ruiz was fired last week.")
    assert {n.text for n in found["Walter Ruiz III"].names} == {"Walter Ruiz III", "Ruiz"}


def test_what_a_minister_is_of_is_nobody() -> None:
    found = named(
        "The Minister of Foreign Affairs, Mr. Jon Castell, formally denied the allegations."
    )
    assert "Foreign Affairs" not in found


def test_who_signs_a_dateline_is_a_body() -> None:
    text = "LIMA/CUZCO, July 24 (Gulf Wire) - A jet bombed targets in Chile on Thursday."
    assert named(text)["Gulf Wire"].kind == "organization"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Call Up Leaders Of Chile &", "Chile"),
        ("Bank Of Chile", "Bank Of Chile"),
        ("Doctors Of the World", "Doctors Of the World"),
        ("Union Of Teachers", "Union Of Teachers"),
    ],
)
def test_a_heading_joins_leaders_to_no_body(words: str, left: str) -> None:
    doc = Doc(spacy.blank("en").vocab, words=words.split())
    first = behind_people(doc, 0, len(doc) - 1)
    assert doc[first:].text.strip("& ") == left


def test_ethnic_is_no_part_of_a_name() -> None:
    found = named("Ethnic Chilean gunmen stormed a village near the river on Sunday.")
    assert list(found) == ["Chilean"]
    assert found["Chilean"].kind == "group"


def test_who_heads_an_agency_is_a_person() -> None:
    found = named("The director of the security agency Ramon Alvarez has stated it on Monday.")
    assert found["Ramon Alvarez"].kind == "person"
    found = named("The director of the news agency Orvane said so on Monday.")
    assert found["Orvane"].kind == "organization"


def test_the_west_is_no_province() -> None:
    found = named("The West must not stay silent, he said. Many in the West are tired.")
    assert all(e.place is None and e.country is None for e in found.values())


def test_a_surname_before_a_colon_is_its_bearers() -> None:
    found = named(
        "Simic: Mora prepares the new war on miners\n\nThe director of the agency Esteban Simic "
        "has stated that peace is far."
    )
    assert "Simic" not in found
    assert found["Esteban Simic"].kind == "person"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A Christmas market was attacked in Lima.", "Christmas", "other"),
        ("He quoted the Bible to the soldiers.", "Bible", "other"),
        ("Killing is forbidden, he said of the Quran.", "Quran", "other"),
        ("The crowd threw Molotov cocktails at a bank.", "Molotov", "other"),
        ("Coptic Christians marched in Cairo.", "Coptic Christians", "group"),
        ("On 1517 Alder Street, a firefighter told her to leave.", "Alder Street", "place"),
        ("Police were called to a home on Froom Crescent on Monday.", "Froom Crescent", "place"),
        ("The Peruvian Red Crescent counted the dead.", "Peruvian Red Crescent", "organization"),
        ("Salto Fire Chief Juan Paz said the blaze was set.", "Salto", "place"),
        ("Clashes broke out in southern Serb Kosovo province.", "Kosovo province", "place"),
        ("American Samoa sent aid.", "American Samoa", "place"),
        ("The body was found behind the 200 block of Joanne Lane.", "Joanne Lane", "place"),
        ("He was in an accident on Christmas Day.", "Christmas Day", "other"),
        ("She told them that he had Alzheimer's disease.", "Alzheimer", "other"),
        ("He was a devout Catholic, his son said.", "Catholic", "group"),
        ("The complaint led to a threat. CROMWELL — Police thought it was over.", "CROMWELL", "place"),
        ("A bomb went off on Friday at a West Coast Bank branch in Lima.", "West Coast Bank", "organization"),
        ("He lives in the West Bank.", "West Bank", "place"),
        ("There were several wrecks on Interstate 70 on Monday.", "Interstate 70", "place"),
        ("Qeshm Governor Omid Rostam said two died.", "Qeshm", "place"),
        ("NYPD Chief of Department Tom Monday said so.", "NYPD", "organization"),
        ("The spokesman for the Bristol County District Attorney's Office said so.",
         "Bristol County District Attorney's Office", "organization"),
        ("Officers of the Champaign County Sheriff's Office came.",
         "Champaign County Sheriff's Office", "organization"),
        ("The Federal Public Prosecutor's Office declined to comment on the raid.",
         "Federal Public Prosecutor's Office", "organization"),
    ],
)  # fmt: skip
def test_what_a_name_is(text: str, name: str, kind: str) -> None:
    assert {n: e.kind for n, e in named(text).items()}.get(name) == kind


def test_a_road_is_no_country() -> None:
    assert "U.S." not in named("Four people died in a fire at 11690 U.S. 36, west of Lima.")
    assert "U.S." in named("He saw 36 soldiers from the U.S. 12 days later.")


@pytest.mark.parametrize(
    ("text", "one"),
    [
        (
            "Ana Paz Soto called the police on Friday. Ms. Paz Soto was thanked by all.",
            {"Ana Paz Soto": 2},
        ),
        (
            "They met in Birmingham, Ala., on Monday and in Montgomery, Alabama, on Friday.",
            {"Birmingham": 1, "Montgomery": 1, "Alabama": 2},
        ),
        (
            "Ana Paz Soto and Luis Paz Soto fled on Friday. Paz Soto was thanked by all of them.",
            {"Ana Paz Soto": 1, "Luis Paz Soto": 1, "Paz Soto": 1},
        ),
    ],
)
def test_short_forms_of_one_name(text: str, one: dict[str, int]) -> None:
    assert {n: len(e.mentions) for n, e in named(text).items()} == one


def test_a_new_state_is_not_the_old_country() -> None:
    text = "Greg Trevor, a spokesman for the Port Authority of New Jersey, said two were hurt."
    assert named(text)["Greg Trevor"].country != "JE"


def test_who_is_called_by_a_surname_is_no_place() -> None:
    text = (
        "A Kenyan refugee in Lima, Homira Tarnadi, is an official of a group. "
        "Ms. Tarnadi says women are victims. Ms. Tarnadi says so."
    )
    assert {n: len(e.mentions) for n, e in named(text).items() if e.kind == "person"} == {
        "Homira Tarnadi": 3
    }


def test_a_body_of_a_state_is_not_of_the_country_of_its_name() -> None:
    text = (
        "The Georgia Bureau of Investigation made a plea in Monroe, near Atlanta. In Atlanta and "
        "in Savannah, Georgia, people knew. From Macon, Georgia, to Atlanta they asked."
    )
    assert named(text)["Georgia Bureau of Investigation"].country == "US"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "James Verdin was found on Monday. His brother, Bill Verdin, spoke to us.\n\nPolice "
            "said Verdin had left. They did not know where Verdin went.",
            {"James Verdin": 3, "Bill Verdin": 1},
        ),
        (
            "James Verdin was found on Monday. Cora Verdin, 61, the suspect's mother, spoke.\n\nPolice "
            "said Verdin had left.",
            {"James Verdin": 2, "Cora Verdin": 1},
        ),
        (
            "Tim Verdin drowned on Monday as his father Zack slept. Zack Verdin, 24, wept.\n\nPolice "
            "said Verdin had been charged.",
            {"Tim Verdin": 1, "Zack Verdin": 2, "Verdin": 1},
        ),
        (
            "James Verdin met a rival on Monday, the teacher Bill Verdin. Verdin won the vote.",
            {"James Verdin": 1, "Bill Verdin": 1, "Verdin": 1},
        ),
    ],
)
def test_a_surname_stays_with_whom_a_page_is_about(text: str, counts: dict[str, int]) -> None:
    people = {n: e for n, e in named(text).items() if "Verdin" in n}
    assert {n: len(e.mentions) for n, e in people.items()} == counts


def test_a_common_word_that_begins_a_heading_is_no_name() -> None:
    text = "Aid convoy forced back near Lima\n\nGunmen stopped an aid convoy near Lima on Thursday."
    assert "Aid" not in named(text)


def test_a_separatist_with_a_capital_is_no_man_of_that_name() -> None:
    found = named("They must leave the so-called regime. Separatist, the ministry said in Lima.")
    assert found["Separatist"].kind == "group"
