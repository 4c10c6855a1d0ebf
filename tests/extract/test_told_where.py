"""Who only ever tells where something was is a place; who does or is told anything is not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.names.told_where import told_where


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Two guards died in an exchange of fire at Dono Beka on Monday.", "Dono Beka", True),
        ("Mayors were led into the town halls of Arica and Camila Oro.", "Camila Oro", True),
        ("The army retook Rosario, and shells fell near Rosario on Monday.", "Rosario", True),
        ("Rosario spoke, and shells fell near Rosario on Monday.", "Rosario", False),
        ("The crowd fired at Rosario on Monday.", "Rosario", False),
        ("Voters have lost confidence in Rosario since Monday.", "Rosario", False),
        ("Shots were heard near Rosario, who was not hurt.", "Rosario", False),
        ("The governor of Arica, Rosario Beka, closed the schools.", "Rosario Beka", False),
        ("Nobody heard from Rosario being in the town.", "Rosario", False),
        ("The nurse left Rosario on Sunday.", "Rosario", True),
        ("The coup left Rosario isolated.", "Rosario", False),
    ],
)
def test_where_something_was(nlp: Language, text: str, name: str, place: bool) -> None:
    key = name.lower()
    at = [i for i in range(len(text)) if text.startswith(name, i)]
    found = told_where(nlp(text), {key: [(i, i + len(name)) for i in at]}, set())
    assert (key in found) is place


def test_who_bears_a_title_is_no_place(nlp: Language) -> None:
    text = "Shells fell near Rosario on Monday."
    named = {"rosario": [(17, 24)]}
    assert told_where(nlp(text), named, set()) == {"rosario"}
    assert told_where(nlp(text), named, {"rosario"}) == set()
