from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.link import is_bare, name_key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Marta Kovač", "MARTA KOVAC"),
        ("Marta Kovač’s", "Marta Kovač"),
        ("the Lowland Rivers' ", "Lowland Rivers"),
        ("U.N.", "UN"),
        ("Jean-Luc  Ferrand", "Jean Luc Ferrand"),
        ("Sao Bento", "São Bento"),
        ("“Blue Harbour”", "Blue Harbour"),
        ("Said M’Tarn", "Said Mtarn"),
    ],
)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert name_key(left) == name_key(right) != ""


@pytest.mark.parametrize(
    ("left", "right"),
    [("Marta Kovac", "Marta Kovacs"), ("North Tarn", "Tarn"), ("Theda Lind", "Da Lind")],
)
def test_different_names(left: str, right: str) -> None:
    assert name_key(left) != name_key(right)


def test_a_person_of_one_word_is_bare_and_a_place_is_not() -> None:
    assert is_bare("person", "kovac")
    assert not is_bare("place", "tarn")
    assert not is_bare("person", "marta kovac")
    assert is_bare("organization", "")


@given(st.text())
def test_a_key_is_its_own_key_in_case_and_spacing(name: str) -> None:
    key = name_key(name)
    assert key == key.casefold().strip()
    assert "  " not in key
    assert name_key(f"  {name} ") == key
