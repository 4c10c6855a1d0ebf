"""Bare surnames whose bearer the page names in full."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from histor.extract.names.surnames_again import mark_again


def read(words: str, name: tuple[int, int], tags: dict[str, str] | None = None) -> list[str]:
    split = words.split()
    pos = [(tags or {}).get(w, "PROPN" if w[0].isupper() else "NOUN") for w in split]
    doc = Doc(spacy.blank("en").vocab, words=split, pos=pos)
    doc.set_ents([Span(doc, *name, label="PERSON")])
    mark_again(doc)
    return [ent.text for ent in doc.ents]


def test_a_bare_surname_is_its_bearers() -> None:
    assert read("Ana Castell left . Castell said so", (0, 2)) == ["Ana Castell", "Castell"]
    assert read("Castell tells Peru so . Ana Castell left", (5, 7)) == ["Castell", "Ana Castell"]


def test_a_longer_name_is_another() -> None:
    assert read("Ana Castell left Castell Bridge", (0, 2)) == ["Ana Castell"]
    assert read("Ana Castell left Mount Castell", (0, 2)) == ["Ana Castell"]


def test_what_means_something_else_is_no_surname() -> None:
    assert read("Ana London left . London said so", (0, 2)) == ["Ana London"]
    assert read("Ana Bishop left . Bishop said so", (0, 2)) == ["Ana Bishop"]
