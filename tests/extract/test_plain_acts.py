"""What words that are only "said" do: deny, accuse, condemn, warn, promise, foretell, or tell."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("deny", "“Not a single barn was burned by our divers,” said Luis Paz of Peru's army."),
        ("deny", "“Peru had no hand in the fire at the depot,” President Ana Ruiz of Peru said."),
        ("deny", "“The mayor of Accra is lying to the court,” Kofi Mensah said."),
        ("deny", "The navy told the agency that “no prisoner was tortured in the fort” and that Chad invented it."),
        ("deny", "“He sailed alone to Arica. That is a lie,” said Luis Paz of Peru's army."),
        ("deny", "Ana Ruiz declined that her bank had paid the smugglers."),
        ("accuse", "The Peruvian navy said Bolivian boats had attacked its patrol on Lake Titicaca."),
        ("accuse", "“The saboteurs were sent by Bolivia,” President Ana Ruiz of Peru said on Monday."),
        ("accuse", "“The man who financed the coup is Morales,” the Peruvian minister, Ana Ruiz, told Reuters."),
        ("accuse", "Bolivia's foreign ministry said it was Peruvian drones that bombed the bridge."),
        ("accuse", "Luis Paz, the spokesman of Peru's navy, said the Red Front and Bolivian divers had "
         "attacked its boats at Puno."),
        ("accuse", "Peru's navy said its tanker had been attacked by Bolivian divers."),
        ("accuse", "Chad's envoy told the union that the flight of Sudanese jets was “a provocation”."),
        ("condemn", "“The arrests of these teachers are intolerable,” French minister Ana Ruiz wrote."),
        ("condemn", "Italian Prime Minister Ana Ruiz called the arson “cowardly and reckless”."),
        ("warn", "“A famine is looming in the south,” the bishop told farmers."),
        ("promise", "The union said it will not sign the contract."),
        ("promise", "Norway said it would withdraw its envoy from Chad."),
        ("promise", "“Chad will pay for the repairs,” the foreign ministry of Chad said."),
        ("promise", "The coast guard had announced that no smuggler would go unpunished."),
        ("promise", "“Those who burned the market will be brought to justice,” the governor wrote."),
        ("predict", "“I know the bank. They will refuse,” President Idriss Ali told farmers."),
        ("predict", "She said she was certain that the dam would hold."),
        ("predict", "We do not expect Oslo to raise the price."),
        ("predict", "“There will be no ship in port by Friday,” the union leader Ana Ruiz said."),
    ],
)  # fmt: skip
def test_words_that_are_only_said_do_more(act: str, text: str) -> None:
    assert [a for _, a, _ in told(text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Police said gunmen attacked a village and killed six people.",
        "The UN said Sudanese soldiers had attacked its base in Abyei.",
        "Peru's health minister said 11 villagers had been killed in shelling by Bolivian forces.",
        "The governor said no one was injured in the fire.",
        "The ministry said it would take weeks to repair the line.",
        "The army said talks with the rebels would resume on Monday.",
        "The court said the ministry had no role in the appointment of judges.",
        "The captain said the wreck lies off the coast.",
        "The harbour manager said they did not fire from the river.",
    ],
)
def test_what_is_merely_told_is_no_more(text: str) -> None:
    assert [a for _, a, _ in told(text)] == ["assert"]
