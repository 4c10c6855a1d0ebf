"""Words that several outlets passed on: one speaker, and each outlet a link of his chain."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of


@pytest.mark.parametrize(
    ("text", "source", "chain"),
    [
        (
            "A Danish engineer told the Lima Times, which was cited by Channel Nine, that the dam "
            "had leaked for a month.",
            "A Danish engineer",
            ["Lima Times", "Channel Nine"],
        ),
        (
            "Ruiz was ill in Tacna, far from his family, in the spring of last year, and three "
            "nurses from the ward told the Tacna portal NorteSur, which was cited by the television station "
            "N9, that the clinic had run out of oxygen.",
            "three nurses from the ward",
            ["NorteSur", "N9"],
        ),
        (
            "The skipper told the Harbour Union of Callao, whose statement was carried by Radio Sol and "
            "then cited by Channel Nine in Lima, that the radar had failed before the storm.",
            "The skipper",
            ["Harbour Union of Callao", "Radio Sol", "Channel Nine"],
        ),
        (
            "A chemist told, as quoted by the Lima daily El Sol, which in turn is cited by the "
            "Bolivian site Nuevo Dia, that the wells of the town were full of lead.",
            "A chemist",
            ["El Sol", "Nuevo Dia"],
        ),
        (
            "In an interview with the Lima Times, quoted by the Bolivian state agency ABI, Ana Ruiz "
            "promised to lower the price of bread before winter.",
            "Ana Ruiz",
            ["Lima Times", "ABI"],
        ),
    ],
)
def test_each_outlet_is_a_link(text: str, source: str, chain: list[str]) -> None:
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == source
    assert [link.text for link in claim.chain] == chain


def test_whom_another_cites_is_no_link_of_the_first() -> None:
    text = (
        "Bishop Luis Paz said that the roof of the chapel had been mended, "
        "as Ruiz had wished, and a retired mason told me, citing friends at the yard, "
        "that the walls had cracked."
    )
    first, second = claims_of(text)
    assert [[link.text for link in c.chain] for c in (first, second)] == [
        [],
        ["friends at the yard"],
    ]


def test_who_says_something_of_a_speaker_passes_nothing_on() -> None:
    text = (
        "The Dockers Union, the largest in the port, which takes money from shipowners according to its "
        "rivals, demanded that the pilots and the harbour police leave the quay."
    )
    assert [[link.text for link in c.chain] for c in claims_of(text) if c.act == "demand"] == [[]]
    assert [c.act for c in claims_of(text)] == ["demand"]
