"""In what a place is said to lie, and what that tells of it."""

from __future__ import annotations

import pytest

from histor.extract.places.lying_in import container_of
from histor.extract.places.toponyms import resolve

SIZES = {"Homs": 700_000, "Punjab": 100_000_000, "Peru": 30_000_000, "Attock": 90_000}


def spans(text: str, *names: str) -> list[tuple[int, int]]:
    return [(text.index(name), text.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("text", "names", "of", "holder"),
    [
        ("the village of Tarn in Peru", ("Tarn", "Peru"), 0, "Peru"),
        ("Tarn, in northern Peru", ("Tarn", "Peru"), 0, "Peru"),
        ("the Tarn district of Homs", ("Tarn", "Homs"), 0, "Homs"),
        ("the Punjab district of Attock", ("Punjab", "Attock"), 1, "Punjab"),
        ("the Punjab district of Attock", ("Punjab", "Attock"), 0, None),
        ("Homs’s suburb of Tarn", ("Homs", "Tarn"), 1, "Homs"),
        ("Homs's Tarn neighbourhood", ("Homs", "Tarn"), 1, "Homs"),
        ("in Tarn, in Peru's Homs district", ("Tarn", "Peru", "Homs"), 0, "Homs"),
        ("the village of Tarn, in Peru's Moor zone", ("Tarn", "Peru", "Moor"), 0, "Peru"),
        ("from Tarn to Peru", ("Tarn", "Peru"), 0, None),
        ("Tarn and Peru", ("Tarn", "Peru"), 0, None),
        ("talks in Tarn on Peru", ("Tarn", "Peru"), 0, None),
    ],
)
def test_what_holds_a_place(text: str, names: tuple[str, ...], of: int, holder: str | None) -> None:
    found = container_of(text, spans(text, *names), of, lambda name: SIZES.get(name, 0))
    assert (found and names[found.span]) == holder


def test_a_village_is_not_looked_for_in_another_country() -> None:
    """There are towns of the name Salem in many countries, and none in Ethiopia."""
    text = "the village of Salem in Ethiopia"
    salem, _ = resolve(text, spans(text, "Salem", "Ethiopia"))
    assert salem is None or salem.country == "ET"


def test_a_part_of_a_town_stands_where_the_town_does() -> None:
    text = "They fled Xyzzyhill, a walled suburb. In Cairo's suburb of Xyzzyhill nobody slept."
    at = text.rindex("Xyzzyhill")
    first, cairo, hill = resolve(text, [*spans(text, "Xyzzyhill", "Cairo"), (at, at + 9)])
    assert cairo is not None and hill is not None
    assert (hill.latitude, hill.longitude, hill.id) == (cairo.latitude, cairo.longitude, 0)
    assert first == hill


def test_a_small_town_before_a_county_s_name_lies_there() -> None:
    text = "The bus left Grantville, Northamptonshire, at noon."
    town, _ = resolve(text, spans(text, "Grantville", "Northamptonshire"))
    assert town is None or town.country == "GB"


def test_a_list_holds_nothing() -> None:
    text = "Cases rose in Bundibugyo, Kenya and Sudan."
    town, *_ = resolve(text, spans(text, "Bundibugyo", "Kenya", "Sudan"))
    assert town is not None and town.country == "UG"


def test_a_village_of_a_country_lies_in_no_state_of_its_name() -> None:
    text = "The village of Xyzzyvari in Georgia was shelled. Tbilisi protested."
    village, *_ = resolve(text, spans(text, "Xyzzyvari", "Georgia", "Tbilisi"))
    assert village is None
