"""An attack that is told as one whole and by its parts."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.link import link

WHOLE = "Somali missiles slammed into homes in Kenya overnight, killing ten people, officials said."
KISUMU = "Six people were killed when a missile struck a block of flats in Kisumu, the mayor said."
NAKURU = "In the town of Nakuru, a missile destroyed a house, killing four women, a priest said."
LATER = (
    "In Kisumu nine people are now known to have died in the block of flats that a missile struck "
    "early on Wednesday, the mayor said."
)


def test_the_dead_of_one_town_are_not_all_of_a_night_s() -> None:
    pages = [
        article("a", f"{WHOLE} {KISUMU} {NAKURU}", "2019-05-08"),
        article("b", LATER, "2019-05-09"),
    ]
    told = [{(m.trigger, m.span.text) for m in e.mentions} for e in link(read(pages)).events]
    [kisumu] = [words for words in told if ("struck", KISUMU) in words]
    assert ("killing", WHOLE) not in kisumu
    assert ("killing", NAKURU) not in kisumu
    assert ("struck", LATER) in kisumu


def test_the_dead_of_one_town_alone_may_be_all() -> None:
    pages = [article("a", f"{WHOLE} {KISUMU}", "2019-05-08")]
    told = [{(m.trigger, m.span.text) for m in e.mentions} for e in link(read(pages)).events]
    [kisumu] = [words for words in told if ("struck", KISUMU) in words]
    assert ("killing", WHOLE) in kisumu
