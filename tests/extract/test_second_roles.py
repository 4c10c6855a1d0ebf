"""Several titles beside one name."""

from __future__ import annotations

import pytest

from tests.extract.test_names_told import named, roles


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("Opposition leader and former finance minister Pavel Dornik said it was over.",
         "Pavel Dornik", {"former finance minister", "leader"}),
        ("Jan Molnar, the army chief and head of the junta, was silent.",
         "Jan Molnar", {"army chief", "head"}),
        ("Rui Kara, Peru's prime minister and leader of the Union Party, resigned.",
         "Rui Kara", {"prime minister", "leader"}),
        ("General Omar Tawil, the army chief, spoke on Friday.",
         "Omar Tawil", {"General", "army chief"}),
        ("Colonel Ana Sousa, spokeswoman for the junta and head of its press office, declined.",
         "Ana Sousa", {"Colonel", "spokeswoman", "head"}),
    ],
)  # fmt: skip
def test_each_title_beside_a_name_is_kept(text: str, name: str, titles: set[str]) -> None:
    assert {title for title, _ in roles(text, name)} == titles


def test_whose_the_second_title_is() -> None:
    text = "Rui Kara, Peru's prime minister and leader of the Union Party, resigned."
    assert roles(text, "Rui Kara") == [("prime minister", "Peru"), ("leader", "Union Party")]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("The mayor and police chief Tom Hardy met on Friday.", "Tom Hardy", "police chief"),
        ("The minister Ana Sousa and general Rui Kara met.", "Rui Kara", "general"),
        ("President Daniel Moro, the United Nations said, had left.", "Daniel Moro", "President"),
    ],
)
def test_the_title_of_another_is_not_his(text: str, name: str, title: str) -> None:
    assert [t for t, _ in roles(text, name)] == [title]


def test_what_a_state_is_called_is_no_name_of_its_own() -> None:
    found = named("It condemns the aggression of the Kingdom of Thailand. The Kingdom denied it.")
    assert set(found) == {"Thailand"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The head of Salan's self-declared authority, Yusuf al-Hadi, vowed to answer siege with siege.",
         "Yusuf al-Hadi", ("head", "Salan")),
        ("“There was none,” its chief executive, Nikos Daras, told reporters.",
         "Nikos Daras", ("chief executive", None)),
        ("The US secretary of state, Anna Whitlock, said so.",
         "Anna Whitlock", ("secretary of state", "US")),
        ("The head of the village council Malika Yusuf spoke.",
         "Malika Yusuf", ("head", "village council")),
    ],
)  # fmt: skip
def test_a_title_is_told_whole(text: str, name: str, role: tuple[str, str | None]) -> None:
    assert role in roles(text, name)
