"""Denials that only point to what they deny, and statements that are called untrue."""

from __future__ import annotations

import pytest

from histor.assess.answers import branded, is_pointing
from tests.assess.test_one_page import judged


def denials(text: str) -> list[str]:
    return [f.summary for f in judged(text).findings if f.kind == "denial"]


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("the accusation", True),
        ("this report", True),
        ("the letter", True),
        ("any involvement", True),
        ("that", True),
        ("the accusation that he sold the bridge", False),
        ("any role in the blast", False),
        ("a bridge", False),
    ],
)
def test_words_that_only_point_are_told_from_those_that_tell(words: str, points: bool) -> None:
    assert is_pointing(words) is points


@pytest.mark.parametrize(
    ("words", "untrue"),
    [
        ("the claim that two jets fell “absolutely false”", "the claim that two jets fell"),
        ("the report disinformation", "the report"),
        ("the charge a “clumsy charade”", "the charge"),
        ("the hospital's toll inflated", "the hospital's toll"),
        ("the attack cowardly", None),
        ("the bridge a fiction", None),
    ],
)
def test_what_is_called_untrue_is_read(words: str, untrue: str | None) -> None:
    assert branded(words) == untrue


def test_a_denied_accusation_is_the_one_that_stands_before_it() -> None:
    [summary] = denials(
        "Chad accused Norway of planning a raid on its northern oil wells. Norwegian Foreign "
        "Minister Kari Brun denied the accusation."
    )
    assert "Norway of planning a raid" in summary and "Kari Brun" in summary


def test_a_denied_link_answers_who_laid_the_blame() -> None:
    [summary] = denials(
        "The interior ministry blamed Norway for the fire in the port. Norwegian officials deny "
        "any link."
    )
    assert "Norway for the fire" in summary


def test_nothing_is_denied_where_nobody_accused() -> None:
    assert denials("The harbour opened on Monday. Norwegian officials deny any link.") == []


def test_what_is_said_after_a_denial_is_not_denied() -> None:
    found = denials(
        "Norway says that Chad arms the rebels in the hills. Chad denies that and says it sends "
        "only food and medicine."
    )
    assert not any("“it sends" in s for s in found)


def test_who_did_not_open_fire_denies_who_says_that_he_fired() -> None:
    found = denials(
        "Colonel Ole Dahl said that the guards of the embassy had fired at the crowd and wounded "
        "six. Norway denied that its guards had opened fire."
    )
    assert any("had fired at the crowd" in s for s in found)


@pytest.mark.parametrize(
    ("text", "said", "by"),
    [
        (
            "The union said the port was hiding its losses, a claim which the harbour board rejected.",
            "the port was hiding its losses",
            "harbour board",
        ),
        (
            "Neville Brun, the captain's lawyer, told reporters that the captain had been beaten. "
            "Police denied it.",
            "the captain had been beaten",
            "Police",
        ),
    ],
)
def test_what_was_said_right_before_is_denied(text: str, said: str, by: str) -> None:
    [summary] = denials(text)
    assert said in summary and by in summary


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank off Orle on Monday, killing 40 people. “This was not an accident of nature,” "
        "Transport Minister Kari Brun said.",
        "A ferry sank off Orle on Monday, killing 40 people. “The owner sold seats that did not "
        "exist,” Transport Minister Kari Brun said.",
    ],
)
def test_what_a_thing_was_not_is_no_denial_of_it(text: str) -> None:
    assert denials(text) == []


def test_an_accusation_said_to_be_false_is_denied() -> None:
    [summary] = denials(
        "Sweden's foreign minister, Olav Nilsen, said that the accusation that his country wanted "
        "to annex Norwegian land was “false”."
    )
    assert "the accusation that his country wanted to annex Norwegian land” is denied" in summary
    assert "Olav Nilsen" in summary


def test_a_deed_is_denied_though_no_event_is_read_in_it() -> None:
    [summary] = denials(
        "Experts said that 3,000 Norwegian soldiers stood beside the rebels. Norway denies backing "
        "the rebels."
    )
    assert "backing the rebels” is denied by Norway" in summary


def test_who_is_denied_a_right_denies_nothing() -> None:
    assert denials("Norway denied boarding rights to the Swedish crew on Monday.") == []


def test_a_figure_called_invented_is_denied() -> None:
    [summary] = denials(
        "A doctor said that 14 people had died. The hospital's figure of 14 was “invented”, Norwegian "
        "Foreign Minister Kari Brun said."
    )
    assert "figure of 14” is denied by Kari Brun" in summary


def test_a_report_that_is_rejected_is_denied() -> None:
    [summary] = denials(
        "The World Health Organization said on Monday that forty patients had been shot dead in "
        "Damaturu. Boko Haram rejected the report."
    )
    assert "World Health Organization" in summary and "Boko Haram" in summary


def test_a_deed_told_in_two_words_is_denied() -> None:
    [summary] = denials(
        "Boko Haram stormed a camp in Damaturu on Sunday, the United Nations said. "
        "Boko Haram denied attacking civilians."
    )
    assert "attacking civilians" in summary


def test_a_plan_that_is_rejected_is_not_denied() -> None:
    assert denials("The World Bank said Chad would sell its mines. Chad rejected the offer.") == []


@pytest.mark.parametrize(
    ("text", "denied", "who"),
    [
        ("A rights group accused the guards of shooting at a crowd in Orle. Inspector General Kari "
         "Brun rejected the accusation.", "the guards of shooting at a crowd", "Kari Brun"),
        ("The election watchdog says the vote was rigged in 40 wards; the Election Commission has "
         "dismissed the findings.", "the vote was rigged in 40 wards", "Election Commission"),
        ("The lawyer of the detained mayor, Ole Dahl, said that his client had been refused his "
         "pills. Major Kari Brun said the allegation was “a lie from beginning to end.”",
         "his client had been refused his pills", "Kari Brun"),
        ("Nobody has been let in to see the mayor, UN spokesman Ole Dahl said, contradicting a "
         "claim by the army that nurses had seen him on Wednesday.",
         "nurses had seen him on Wednesday", "Ole Dahl"),
    ],
)  # fmt: skip
def test_who_rejects_what_another_says_denies_it(text: str, denied: str, who: str) -> None:
    [summary] = denials(text)
    assert denied in summary and f"is denied by {who}" in summary


@pytest.mark.parametrize(
    "text",
    [
        "The union accused the guards of theft. The ministry rejected the request for a meeting.",
        "The mediators proposed a ceasefire. The rebels rejected the ceasefire.",
    ],
)
def test_who_turns_something_down_disputes_nothing(text: str) -> None:
    assert denials(text) == []


def test_what_a_statement_says_is_false_its_issuer_denies() -> None:
    summaries = denials(
        "Statement of the Army of Norway on the events at the border\n\nThe army has seen the reports "
        "of the week.\n\nIt is false that the Army of Norway has burnt the boats of the Swedish town."
    )
    assert any("burnt the boats of the Swedish town” is denied by" in s for s in summaries)
    assert any("Army of Norway (" in s for s in summaries)


def test_a_clause_without_that_is_denied() -> None:
    [summary] = denials(
        "Nurses in Orle walked out on Monday, a union said. The hospital's management denies there "
        "was a strike."
    )
    assert "there was a strike" in summary


def test_an_accusation_that_is_called_something_is_the_one_told_before() -> None:
    [summary] = denials(
        "President Ana Ruiz of Peru accused Chile of arming the gunmen. Chile's foreign ministry "
        "rejected the accusation as “absolutely untenable”."
    )
    assert "arming the gunmen" in summary
    assert "untenable" not in summary


def test_who_dismisses_a_letter_denies_what_stands_in_it() -> None:
    [summary] = denials(
        "Chad sent a letter to the council on Monday. The letter said Norway was planning a raid "
        "on its northern oil wells. Norwegian Foreign Minister Kari Brun dismissed the letter as a "
        "clumsy charade."
    )
    assert "the letter" in summary and "Norway was planning a raid" in summary
