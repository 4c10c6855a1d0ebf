"""What is said keeps its subject where the words of saying part it from its verb."""

from __future__ import annotations

import pytest

from tests.extract.test_claims_of_kinds import told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "European leaders, Anton Markov complained, “accuse Varovia of provocations every day”.",
            (
                "assert",
                "Anton Markov",
                "complained",
                "European leaders, Anton Markov complained, “accuse Varovia of provocations every "
                "day”",
            ),
        ),
        (
            "The villagers, Anna Loren told Radio Delta, “burned their own barns and sent us the "
            "bill”.",
            (
                "assert",
                "Anna Loren",
                "told",
                "The villagers, Anna Loren told Radio Delta, “burned their own barns and sent us the "
                "bill”",
            ),
        ),
        (
            "The range of the rockets “that allegedly crossed the river”, the ministry added, did "
            "not exceed 70 km.",
            (
                "assert",
                "the ministry",
                "added",
                "The range of the rockets “that allegedly crossed the river”, the ministry added, did "
                "not exceed 70 km",
            ),
        ),
        (
            "The organisers of the march, said police spokesman Peter Maro, had called on people to "
            "steal.",
            (
                "assert",
                "police spokesman Peter Maro",
                "said",
                "The organisers of the march, said police spokesman Peter Maro, had called on people "
                "to steal",
            ),
        ),
    ],
)
def test_words_of_saying_part_a_subject_from_its_verb(
    text: str, claim: tuple[str, str, str, str]
) -> None:
    assert {c for c in told(text) if c[0] == "assert"} == {claim}


def test_a_name_behind_an_office_is_whose_it_is() -> None:
    said = told("The foreign minister, Anton Markov, said the talks would go on.")
    assert {c[1] for c in said} == {"The foreign minister, Anton Markov"}
