"""People of a name who act for themselves, and not for its state. The sentences are invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def peoples(text: str) -> tuple[set[str], set[str]]:
    """Return the names of the parties that are a state's, or a body's, and those of peoples."""
    [page] = read([article("one", f"{text} A clerk saw it from afar.", "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    own = {names[p] for e in page.events for p in e.peoples}
    told = {names[p] for e in page.events for p in (*e.actors, *e.recipients)}
    return told - own, own


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Latvian fishermen clashed with the crew of a tug in Oslo on Monday.", "Latvian"),
        ("Guards wounded six Nepalese gunmen in an attack in Lima on Monday.", "Nepalese"),
        ("A Bolivian gang kidnapped a judge in Lima on Monday.", "Bolivian"),
        ("Latvians blocked the bridge in the town of Narva on Monday.", "Latvians"),
        ("A patrol wounded three of the Latvians near Lima on Monday.", "Latvians"),
        (
            "In May a police officer was killed, and in June Latvians blocked two bridges in Narva.",
            "Latvians",
        ),
        ("The Latvians in the port attacked a warehouse in Oslo on Monday.", "Latvians"),
        ("Guards in Lima opened fire on Latvians at the gate on Monday.", "Latvians"),
        ("The Latvians boycotted the ballot in the two northern towns on Monday.", "Latvians"),
    ],
)
def test_people_act_for_themselves(text: str, name: str) -> None:
    assert name in peoples(text)[1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Latvian troops shelled the port of Narva on Monday.", "Latvian"),
        ("The Latvians shelled the port of Narva on Monday.", "Latvians"),
        ("Latvian police detained a baker in the port of Narva on Monday.", "Latvian"),
        ("A mine killed two Latvian soldiers near the town of Narva on Monday.", "Latvian"),
    ],
)
def test_its_army_and_its_government_act_for_a_state(text: str, name: str) -> None:
    assert name in peoples(text)[0]
