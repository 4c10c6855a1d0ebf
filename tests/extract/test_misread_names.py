"""Names that were cut, joined or taken for something else, on sentences of our own."""

from __future__ import annotations

import pytest

from histor.extract import extract
from histor.records import Entity
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model


def entities(text: str) -> dict[str, Entity]:
    return {e.name: e for e in extract(page_of(text, "2021-06-11"), model()(text)).entities}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The UN refugee agency said it needed money.", "UN refugee agency", "organization"),
        (
            "A spokesman for the UN human rights office, Seif Mago, spoke.",
            "UN human rights office",
            "organization",
        ),
        ("Lithuanian President Gitanas Nausėda said so.", "Gitanas Nausėda", "person"),
        (
            "Ana Mpina of ACT-Wazalendo was barred. ACT-Wazalendo rejected it.",
            "ACT-Wazalendo",
            "organization",
        ),
        ("NATO Secretary-General Mark Rutten was in Oslo.", "NATO", "organization"),
    ],
)
def test_names_are_whole(text: str, name: str, kind: str) -> None:
    found = entities(text)
    assert name in found
    assert found[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Volker Turk, the UN High Commissioner for Human Rights, spoke.", "Human Rights"),
        ("The blast hit the church of St. Peter and St. Paul in Lima.", "St. Paul"),
        ("Lorry drivers blocked the bridge at noon.", "Lorry"),
    ],
)
def test_what_is_no_name(text: str, name: str) -> None:
    assert not [n for n in entities(text) if name in n or n in name.split()]


def test_a_body_is_known_by_its_initials_wherever_they_stand() -> None:
    text = (
        "Human Rights Watch has called for an inquiry. HRW studied footage. HRW said it was full."
    )
    assert len(entities(text)["Human Rights Watch"].mentions) == 3


def test_a_title_that_is_not_his_makes_a_middle_name_another_s() -> None:
    text = (
        "General Asim Sharif Khan stayed in Doha. Prime Minister Sharif said the talks went well."
    )
    assert {"Asim Sharif Khan", "Sharif"} <= set(entities(text))
