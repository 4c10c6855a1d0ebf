from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.errors import InputError
from histor.extract import extract
from histor.extract.gazetteer import Gazetteer, gazetteer, is_known_place, normal_name
from histor.extract.lexicon_files import FOLDER
from histor.extract.toponyms import resolve, within
from tests.extract.hand_made import annotated, page_of


def named(text: str, *names: str) -> list[str]:
    spans = [(text.index(n), text.index(n) + len(n)) for n in names]
    return [f"{p.name}, {p.country}" if p else "" for p in resolve(text, spans)]


def test_the_words_after_a_name_say_which() -> None:
    text = "The fair in Salem, Oregon, opened. The one in Toledo, Ohio did not."
    found = resolve(text, [(text.index(n), text.index(n) + len(n)) for n in ("Salem", "Oregon")])
    assert found[0] is not None
    assert within(found[0], 44.94, -123.03) < 20
    assert named(text, "Toledo", "Ohio") == ["Toledo, US", "Ohio, US"]


def test_company_says_which() -> None:
    assert named(
        "Officials in Tripoli and Beirut spoke; Lebanon agreed.", "Tripoli", "Beirut", "Lebanon"
    )[0].endswith("LB")
    assert named(
        "Officials in Tripoli and Benghazi spoke; Libya agreed.", "Tripoli", "Benghazi", "Libya"
    )[0].endswith("LY")


def test_adjectives_and_short_names_mean_countries() -> None:
    assert named("Kenyan and U.S. envoys met.", "Kenyan", "U.S.") == [
        "Kenya, KE",
        "United States, US",
    ]


def test_an_unknown_name_has_no_point() -> None:
    assert resolve("Xyzzyville fell.", [(0, 10)]) == [None]


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(text: str) -> None:
    assert normal_name(normal_name(text)) == normal_name(text) or not text.isascii()
    for place in gazetteer().named(text):
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180


def test_known_places_are_not_adjectives() -> None:
    assert is_known_place("lima")
    assert is_known_place("peru")
    assert not is_known_place("peruvian")
    assert not is_known_place("rose")


def test_a_page_s_places_have_points_and_countries() -> None:
    doc = annotated("Smoke rose over Nairobi.", ents=[("Nairobi", "PLACE")])
    [nairobi] = extract(page_of(doc.text), doc).entities
    assert nairobi.place is not None
    assert nairobi.country == nairobi.place.country == "KE"
    assert within(gazetteer().named("Nairobi")[0], -1.29, 36.82) < 10


def test_a_user_adds_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "places.txt"
    own.write_text("# mine\nTarnhaven|Old Tarnhaven\t61.5\t-3.25\tGB\t900\n", encoding="utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path))
    [place] = Gazetteer().named("old tarnhaven")
    assert (place.name, place.latitude, place.longitude) == ("Tarnhaven", 61.5, -3.25)


def test_a_broken_file_of_places_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "places.txt"
    own.write_text("Tarnhaven somewhere\n", encoding="utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path))
    with pytest.raises(InputError, match="is no place"):
        Gazetteer()
