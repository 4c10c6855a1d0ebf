"""A country is one entity, whichever of its names a page uses."""

from __future__ import annotations

from pathlib import Path

import histor

ONE = """Kenya signs a water treaty with the United States

Published 4 May 2021

Kenya signed a treaty on water with the United States on Monday, the foreign ministry of Kenya said.

The United States praised Kenya for the treaty, and a spokesman for Kenya called it a good start.
"""
OTHER = """U.S. sends engineers to Kenya

Published 6 May 2021

The U.S. sent forty engineers to Kenya on Wednesday, a spokesman for the embassy in Nairobi said.

The engineers from the U.S. will repair two dams on the upper Tana, the spokesman for Kenya added.
"""


def test_names_of_one_country_are_one_entity(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        [country] = [e for e in case.entities() if e.country == "US" and e.kind == "place"]
        assert {n.text for n in country.names} >= {"United States", "U.S."}
        judged = [j for j in case.judgements() if j.by == "histor.same_country.v1"]
        assert judged
        assert all("GeoNames" in j.reasons[0] for j in judged)
