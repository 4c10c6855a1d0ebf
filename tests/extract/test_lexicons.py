from __future__ import annotations

import pytest

from histor.extract.lexicons import acts, is_outlet, offices, outlets, sayings, titles


def test_word_lists_are_lower_case_and_sorted_once() -> None:
    for words in (titles(), offices(), sayings(), outlets()):
        assert words
        assert all(word == word.lower().strip() for word in words)
    assert all(1 <= len(phrase) <= 3 for phrase in acts())


def test_what_merely_asserts_has_no_act() -> None:
    assert not {phrase[0] for phrase in acts() if len(phrase) == 1} & sayings()


@pytest.mark.parametrize(
    "name", ["Salto News", "the River Times", "salto.com", "Reuters", "BBC", "Time"]
)
def test_outlets(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize(
    "name",
    [
        "Security Council",
        "Salto Energy Agency",
        "Time of Troubles",
        "Newsome",
        "Timesson Ltd",
        "Ana Post-Lima",
    ],
)
def test_others(name: str) -> None:
    assert not is_outlet(name)
