"""Actors whose country pages need not tell; sentences are invented, names are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from histor.errors import InputError
from histor.extract.names import known_actors
from histor.extract.names.known_actors import known_actor, mark_known


@pytest.fixture
def own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("HISTOR_LEXICONS", str(tmp_path))
    known_actors._actors.cache_clear()
    known_actors._starts.cache_clear()
    yield tmp_path / "actors.txt"
    known_actors._actors.cache_clear()
    known_actors._starts.cache_clear()


def test_every_name_of_the_list_is_of_a_kind_and_of_a_country_or_none() -> None:
    actors = known_actors._actors()
    assert len(actors) > 500
    assert all(a.country is None or (len(a.country) == 2 and a.country.isupper()) for a in
               actors.values())  # fmt: skip
    assert all(a.sector is None or len(a.sector) == 3 for a in actors.values())


def test_names_of_one_actor_are_known_as_one() -> None:
    short, full = known_actor("LRA"), known_actor("Lord's Resistance Army")
    assert short is not None
    assert short == full


def test_a_known_name_becomes_a_name_of_its_kind(nlp: Language) -> None:
    doc = nlp("Fighters of the M23 met Corneille Nangaa in a hotel on Monday.")
    mark_known(doc)
    labels = {e.text: e.label_ for e in doc.ents}
    assert labels["M23"] == "ORG"
    assert labels["Corneille Nangaa"] == "PERSON"


def test_a_longer_name_is_left_as_it_is(nlp: Language) -> None:
    doc = nlp("The Wagner Opera House in Bremen opened in May.")
    before = [(e.text, e.label_) for e in doc.ents]
    mark_known(doc)
    assert [(e.text, e.label_) for e in doc.ents if "Opera" in e.text] == [
        e for e in before if "Opera" in e[0]
    ]


def test_a_user_s_own_actors_are_known(own_list: Path, nlp: Language) -> None:
    own_list.write_text("organization - REB Grey Tide = GT\n", encoding="utf-8")
    doc = nlp("The Grey Tide attacked a convoy.")
    mark_known(doc)
    assert ("Grey Tide", "ORG") in {(e.text, e.label_) for e in doc.ents}
    assert known_actor("GT") == known_actor("Grey Tide")


def test_a_line_that_says_no_kind_is_refused(own_list: Path) -> None:
    own_list.write_text("rebels - REB Grey Tide\n", encoding="utf-8")
    with pytest.raises(InputError, match="names a kind"):
        known_actor("Grey Tide")
