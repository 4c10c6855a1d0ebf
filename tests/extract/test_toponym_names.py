from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from histor.errors import InputError
from histor.extract.lexicon_files import FOLDER
from histor.extract.places import toponym_names
from histor.extract.places.gazetteer import gazetteer
from histor.extract.places.toponym_features import COMPANY, OWN, Company, own_evidence, page_of
from histor.extract.places.toponym_names import Name, page_names


def read(text: str, *names: str) -> list[Name]:
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append((at, at + len(name)))
    found, which = page_names(text, spans)
    return [found[n] for n in which]


def first(name: str) -> str:
    [found] = read(name, name)
    return f"{found.candidates[0].name}, {found.candidates[0].country}" if found.candidates else ""


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Mt. Pleasant", "Mount Pleasant, US"),
        ("Calif.", "California, US"),
        ("Texans", "Texas, US"),
        ("Londoners", "London, GB"),
        ("Zhejiang", "Zhejiang Sheng, CN"),
        ("Zhejiang Province", "Zhejiang Sheng, CN"),
        ("northern Gaza", "Gaza, PS"),
        ("Qamishli", "Al Qāmishlī, SY"),
        ("Stepanakert", "Khankendi, AZ"),
        ("Harare City Council", "Harare, ZW"),
        ("Russian School of Economics", "Russia, RU"),
        ("Bank of Japan", "Japan, JP"),
        ("Republic of the Congo", "Republic of the Congo, CG"),
        ("the Federal Republic of Nigeria", "Nigeria, NG"),
        ("Third Presbyterian Church", ""),
        ("Central Bank", ""),
    ],
)
def test_forms_of_names_are_known(name: str, place: str) -> None:
    assert first(name) == place


def test_a_country_is_no_town_by_another_name() -> None:
    [paraguay] = read("Paraguay denied it.", "Paraguay")
    assert [c.feature for c in paraguay.candidates] == ["PCLI"]


def test_a_river_is_not_where_its_name_is() -> None:
    assert first("Kishwaukee River") == ""


def test_an_unknown_town_lies_in_the_province_it_is_said_to() -> None:
    unknown, _ = read("Xyzzyville, Connecticut, burned.", "Xyzzyville", "Connecticut")
    assert [(c.name, c.id) for c in unknown.candidates if c.feature == "ADM1"] == [
        ("Connecticut", 0)
    ]


def test_a_word_in_capitals_is_no_state() -> None:
    text = "THEY FLED CHINCHA, IN PERU."
    at = text.index("CHINCHA")
    [name], _ = page_names(text, [(at, at + len("CHINCHA"))])
    assert name.around == []


def test_the_words_around_call_a_name_town_or_division() -> None:
    division, town = read("Kunduz province; the city of Homs", "Kunduz", "Homs")
    assert {c.feature for c in division.candidates} == {"ADM1"}
    assert town.town == 1


def test_a_name_behind_another_holds_it() -> None:
    salem, oregon = read("Salem, Oregon", "Salem", "Oregon")
    assert oregon.holds == 1
    assert [c.name for c in salem.around if c.feature == "ADM1"] == ["Oregon"]


def test_evidence_has_a_row_for_each_candidate_and_shares_sum_to_one() -> None:
    names = read("Paris and Henry County", "Paris", "Henry County")
    page = page_of(names)
    own = own_evidence(page)
    shares = page.shares(own[:, 0])
    company = Company(page).evidence(shares)
    assert own.shape == (len(page.candidates), len(OWN))
    assert company.shape == (len(page.candidates), len(COMPANY))
    assert np.allclose(np.add.reduceat(shares, page.starts), 1)
    assert np.isfinite(company).all()


def test_a_part_of_a_town_makes_no_district_of_the_town() -> None:
    athens, *_ = read("the Athens district of Exarchia", "Athens", "Exarchia")
    assert not athens.division
    punjab, *_ = read("Punjab province", "Punjab")
    assert punjab.division


def test_a_state_that_is_abbreviated_is_no_town() -> None:
    town, state = read("of St. Albans, Vt., on Friday", "St. Albans", "Vt")
    assert {c.country for c in town.candidates} == {"US"}
    assert {c.feature for c in town.around} == {"ADM1"}
    assert state.holds == 1


def test_what_is_looked_up_is_not_changed_by_who_looks() -> None:
    gazetteer().named("Paris").clear()
    assert gazetteer().named("Paris")


def test_a_broken_list_of_states_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "states.txt").write_text("tarn Tarnland\n", encoding="utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path))
    toponym_names.states_by_abbreviation.cache_clear()
    with pytest.raises(InputError, match="is no abbreviation"):
        toponym_names.states_by_abbreviation()
    toponym_names.states_by_abbreviation.cache_clear()
