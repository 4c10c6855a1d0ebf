"""Rulers put out of power, officials dismissed, and who steps down. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("President Diaz fired three of the governors of Peru.", "fired", "SANCTION"),
        ("The king of Tonga sacked his brother, the head of the navy.", "sacked", "SANCTION"),
        ("The rebels fired two of the rockets at Lima on Tuesday.", "fired", "ASSAULT"),
        ("The dismissal of General Omar Diaz angered the army of Peru.", "dismissal", "SANCTION"),
        ("Tanks stood in Lima a day after the ousting of President Diaz.", "ousting", "COERCE"),
        ("Peru condemned the army's ousting of President Omar Diaz.", "ousting", "COERCE"),
        ("His followers in Peru mourn the removal from power of Omar Diaz.", "removal", "COERCE"),
        ("The government of Peru was forcibly removed on 3 July.", "removed", "COERCE"),
        ("Ana Ruiz follows Omar Diaz, who was removed by the army in May.", "removed", "COERCE"),
        ("Omar Diaz was driven from power in 2011.", "driven", "COERCE"),
        ("The crowds in Lima celebrate Diaz's ouster.", "ouster", "COERCE"),
        ("The minister said that President Omar Diaz has stepped down.", "stepped", "RETREAT"),
        ("A scandal forced the mayor of Lima to step down on Monday.", "step", "RETREAT"),
        ("Omar Diaz gave up power in Peru on Monday.", "gave", "RETREAT"),
    ],
)
def test_who_loses_an_office(nlp: Language, text: str, word: str, kind: str) -> None:
    found = of(nlp, text)[word]
    assert (found.type, found.status) == (kind, "happened")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The unions called on Omar Diaz to step down.", "step"),
        ("The plan calls for Omar Diaz to go to Chile and step down in May.", "step"),
        ("They vowed to force Omar Diaz to step down.", "step"),
        ("The removal of rubbish in Lima began on Monday.", "removal"),
        ("The dismissal of the claim by Omar Diaz came on Monday.", "dismissal"),
    ],
)
def test_no_office_is_lost(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


def test_who_says_that_he_will_go_promises(nlp: Language) -> None:
    found = of(nlp, "Omar Diaz said he would give up power by the summer.")["give"]
    assert (found.type, found.status) == ("AGREE", "planned")


def test_ousted_is_one_type_whoever_does_it(nlp: Language) -> None:
    by_army = of(nlp, "Omar Diaz was ousted by the army after street marches in Lima.")["ousted"]
    by_revolt = of(nlp, "A revolt in Peru ousted Omar Diaz in 2011.")["ousted"]
    assert by_army.type == by_revolt.type == "COERCE"


def test_refugees_who_are_forcibly_returned_are_let_go_by_nobody(nlp: Language) -> None:
    text = "Hundreds of Chilean refugees had been forcibly returned to their country."
    assert {p.type for p in proposals(nlp(text))} == {"COERCE"}
