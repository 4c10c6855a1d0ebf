from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.errors import InputError
from histor.extract import extract
from histor.extract.lexicon_files import FOLDER
from histor.extract.places.gazetteer import Gazetteer, gazetteer, is_known_place, normal_name
from histor.extract.places.toponyms import resolve, within
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


def test_a_capital_s_name_alone_means_the_capital() -> None:
    for name, country in (("Dublin", "IE"), ("Athens", "GR"), ("Paris", "FR"), ("Kingston", "JM")):
        assert named(f"Talks in {name} ended.", name) == [f"{name}, {country}"]


def test_a_country_has_one_capital() -> None:
    washingtons = [c for c in gazetteer().named("Washington") if c.feature == "PPLC"]
    assert [c.id for c in washingtons] == [4140963]


def test_a_province_s_name_means_its_town_unless_called_a_province() -> None:
    town, province = "Shells fell on Mykolaiv.", "Shells fell on Mykolaiv Oblast."
    [a] = resolve(town, [(15, 23)])
    [b] = resolve(province, [(15, 30)])
    [c] = resolve("Fields burned in Kunduz province.", [(17, 23)])
    assert a is not None and a.feature == "PPL"
    assert b is not None and b.feature == "ADM1"
    assert c is not None and c.feature == "ADM1"


def test_a_sea_is_no_state_named_after_it() -> None:
    [sea, _, _] = resolve("The Red Sea off Hodeidah, Yemen.", [(4, 11), (16, 24), (26, 31)])
    assert sea is not None and sea.feature == "SEA"


def test_a_county_s_name_says_which_town() -> None:
    assert [
        p and p.province
        for p in resolve("Paris, seat of Henry County. In Paris", [(0, 5), (15, 27), (32, 37)])
    ] == [gazetteer_province("Tennessee")] * 3


def gazetteer_province(name: str) -> int | None:
    return next(c.province for c in gazetteer().named(name) if c.feature == "ADM1")


def test_a_village_far_from_the_page_s_countries_is_not_believed() -> None:
    text = "Marinka, Bakhmut and Kharkiv burned, Kyiv said; the road to Malta Bend was shut."
    found = named(text, "Bakhmut", "Kharkiv", "Kyiv", "Malta Bend")
    assert found[:3] == ["Bakhmut, UA", "Kharkiv, UA", "Kyiv, UA"]
    assert found[3] == ""


def test_places_that_are_no_towns_have_points() -> None:
    assert named(
        "The Dnieper, Snake Island, Darfur and the Bab al-Mandab.",
        "Dnieper", "Snake Island", "Darfur", "Bab al-Mandab",
    ) == ["Dnieper, ", "Snake Island, UA", "Darfur, SD", "Bab el-Mandeb, "]  # fmt: skip


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_any_spans_can_be_resolved(text: str, spans: list[tuple[int, int]]) -> None:
    inside = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in spans]
    assert len(resolve(text, inside)) == len(inside)


def test_many_names_are_read_in_time() -> None:
    names = [c.name for c in gazetteer().largest(400_000)][:800]
    text = ". ".join(names)
    starts = [text.index(n) for n in names]
    begun = time.perf_counter()
    found = resolve(text, [(a, a + len(n)) for a, n in zip(starts, names, strict=True)])
    assert time.perf_counter() - begun < 10
    assert sum(p is not None for p in found) > 700


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
