""" "According to N" beside another verb of saying: both tellers are kept, each in his place."""

from __future__ import annotations

from tests.extract.test_attributions import claims_of


def chains(text: str) -> list[tuple[str, list[str], str]]:
    return [
        (c.source.text if c.source else "", [link.text for link in c.chain], c.content.text)
        for c in claims_of(text)
    ]


def test_who_speaks_before_according_to_an_outlet_is_passed_on_by_it() -> None:
    text = (
        "The blast on Sunday hit a small chapel beside the old market hall, said the diocese's "
        "official spokesperson, Rev. Tom Adel, according to the state-sponsored Al-Nahda news outlet."
    )
    assert chains(text) == [
        (
            "the diocese's official spokesperson, Rev. Tom Adel",
            ["the state-sponsored Al-Nahda news outlet"],
            "The blast on Sunday hit a small chapel beside the old market hall",
        )
    ]


def test_who_tells_what_another_says_passes_it_on() -> None:
    text = "A nurse told me that, according to the morgue keeper, there were 180 bodies on Friday."
    assert chains(text) == [
        ("A nurse", [], "according to the morgue keeper, there were 180 bodies on Friday"),
        ("the morgue keeper", ["A nurse"], "there were 180 bodies on Friday"),
    ]


def test_who_told_an_outlet_what_another_says_stands_between_them() -> None:
    text = (
        "The minister, Pavel Orlik, spoke in Brno. He also told the BBC that, according to Georgian "
        "intelligence, the trucks had been fitted with extra tanks."
    )
    assert (
        "Georgian intelligence",
        ["He", "BBC"],
        "the trucks had been fitted with extra tanks",
    ) in chains(text)


def test_they_are_whom_an_outlet_tells_of_rather_than_the_outlet() -> None:
    text = (
        "Dozens of students gathered outside the hall, according to Al-Nahda. They called for the "
        "resignation of the rector."
    )
    [they] = [c for c in claims_of(text) if c.source is not None and c.source.text == "They"]
    assert they.source is not None and they.source.entity is None
