"""Quoted sentences with their first words, and what stands behind a clause on who is cited."""

from __future__ import annotations

from tests.extract.test_attributions import told


def test_a_quoted_sentence_keeps_its_first_words() -> None:
    text = (
        "The doctor asks to stay anonymous. « The soldiers came at night and took the corpses away in "
        "trucks, he tells. Nobody knows where they buried them. » He was in Mossa for two days."
    )
    assert told(text) == [
        ("he", "assert", "The soldiers came at night and took the corpses away in trucks"),
        ("he", "assert", "Nobody knows where they buried them"),
    ]


def test_a_quotation_within_a_sentence_stays_as_it_is() -> None:
    text = "Ana Ruiz spoke of “a sea of fire” that had reached the pier."
    assert [said for _, _, said in told(text) if said.startswith("Ana")] == []


def test_a_clause_on_who_is_cited_is_no_part_of_what_is_said() -> None:
    text = (
        "According to the bishops, who spoke on Thursday by the voice of the archbishop of Lima, Juda "
        "Ruva, the authorities took the lives of citizens."
    )
    assert [said for _, _, said in told(text)] == ["the authorities took the lives of citizens"]
