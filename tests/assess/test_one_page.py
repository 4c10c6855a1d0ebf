"""Numbers that two sources give on one page, read by the program."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.assess import Assessment, assess
from histor.link import link


def judged(*texts: str, day: str = "2016-03-09") -> Assessment:
    pages = [article(f"page {n}", text, day) for n, text in enumerate(texts)]
    return assess(link(read(pages)))


def conflicts(text: str) -> list[str]:
    return [f.summary for f in judged(text).findings if f.kind == "figure_conflict"]


def test_two_sources_that_count_the_same_on_one_page_are_in_conflict() -> None:
    [summary] = conflicts(
        "Fourteen soldiers were killed on Monday when rebels attacked their patrol near Orle in "
        "Chad, the defence ministry said.\n\n"
        "A hospital doctor in the capital said that at least 40 soldiers had died."
    )
    assert "Fourteen soldiers" in summary and "at least 40 soldiers" in summary
    assert "defence ministry" in summary and "both in" in summary


def test_two_sources_of_one_sentence_that_count_the_same_are_in_conflict() -> None:
    [summary] = conflicts(
        "Shells struck a market near Orle in Chad on Monday. The opposition says 23 people were "
        "killed in the market; the health ministry put the toll at 11."
    )
    assert "23 people" in summary and "11" in summary and "health ministry" in summary


def test_a_count_that_answers_another_is_of_the_same_scope() -> None:
    [summary] = conflicts(
        "At least 23 people have been killed in clashes between guards and farmers in Chad, a "
        "rights group said. Police put the toll at nine and say many were arrested."
    )
    assert "At least 23 people" in summary and "nine" in summary


def test_who_has_counted_others_gives_a_number_though_nobody_is_said_to_say_it() -> None:
    [summary] = conflicts(
        "Chad says 627 people were killed in the twelve days of raids. The rights group Tarn Watch "
        "has counted 1,054 dead."
    )
    assert "627 people" in summary and "1,054” according to The rights group Tarn Watch" in summary
    [summary] = conflicts(
        "The search for workers at the mill of Orle ended on Saturday with a final toll of 301, "
        "Energy Minister Kari Brun said. A union at the mill put the dead at more than 340."
    )
    assert "301" in summary and "340" in summary
    assert not conflicts("The army says 27 people were killed. The army has counted 54 dead.")


def test_who_puts_the_dead_far_higher_than_at_least_so_many_counts_otherwise() -> None:
    text = (
        "At least 360 people had been killed in four days of fighting in Orle by Wednesday evening, "
        "the Tarn Network said. The Chad Observatory put the dead at {}."
    )
    [summary] = conflicts(text.format(594))
    assert "At least 360 people" in summary and "594" in summary
    assert not conflicts(text.format(380))


def test_a_toll_that_the_next_paragraph_gives_answers_the_one_before() -> None:
    [summary] = conflicts(
        "Chad's health minister, Kari Brun, said 118 people had died across the country since the "
        "outbreak was declared in Moundou.\n\nDoctors Without Borders gave a toll of 171 deaths."
    )
    assert "118 people" in summary and "171" in summary


@pytest.mark.parametrize(
    "text",
    [
        # in one sentence, of others or elsewhere
        "The army said that five soldiers were killed, and a doctor said that 12 civilians died.",
        "The army said that five people were killed in Orle; a doctor said that nine died in Tarn.",
        # each side counts its own
        "Norway's army said that 11 soldiers were killed in the fighting. Sweden said that five of "
        "its soldiers died.",
        # another day
        "Fourteen soldiers were killed on Monday in an ambush, the defence ministry said. A union "
        "leader said that seven soldiers died in an attack last Thursday.",
        # another place
        "Fourteen people were killed in the flood in Chad, the interior ministry said. In Norway "
        "three people died, a doctor said.",
        # one source
        "The police said that 14 miners were killed. The police said that nine miners died.",
        # what is feared is no count
        "The Red Cross said that 150 people were killed. The mayor said that 2,000 people may have "
        "been killed.",
        # what has been found of them
        "The mayor said that 2,000 people were killed. The Red Cross said that 150 people were "
        "confirmed killed so far.",
        # the whole, and its parts
        "The toll has risen to 40 dead, the Red Cross said. Norway says 26 of its people have "
        "been killed, 13 of them civilians. The Swedish health ministry said 14 had died.",
    ],
)
def test_what_may_both_be_right_is_no_conflict(text: str) -> None:
    assert conflicts(text) == []


def test_a_toll_without_a_doer_is_compared_with_one_that_has_a_doer() -> None:
    one = "A roof fall at the Orrin pit in Norway killed 14 miners on Monday, the union said."
    two = "Nine miners were killed in Monday's roof fall at the Orrin pit, its owner said."
    kinds = [f.kind for f in judged(one, two, day="2016-03-08").findings]
    assert "figure_conflict" in kinds


def test_a_toll_of_a_place_that_begins_the_sentence_is_no_other_for_the_whole_one() -> None:
    one = (
        "Norway's health ministry said on Friday that 31 people had been wounded in shelling by "
        "Swedish troops at the border, among them six in Bergen."
    )
    two = (
        "The shelling at the border went on. In Sweden, officials in Jamtland reported one "
        "civilian killed and five wounded in the shelling on Friday."
    )
    found = judged(one, two, day="2016-03-12").findings
    assert not [f for f in found if f.kind in {"figure_conflict", "contradiction"}]


def test_a_denial_that_two_pages_report_in_other_words_is_one() -> None:
    texts = (
        "Rebels took the barracks of Orle on Monday. Colonel Ana Ruiz, their leader, denied that her "
        "men had killed any prisoners after the fighting ended.",
        "The barracks of Orle fell on Monday, residents said. Colonel Ana Ruiz denied that her men "
        "killed prisoners after the end of the fighting.",
    )
    findings = judged(*texts).findings
    assert len([f for f in findings if f.kind == "denial"]) == 1


def test_a_page_that_calls_a_toll_higher_sets_two_against_each_other() -> None:
    [summary] = conflicts(
        "At least 63 people have died of cholera in Orle since the start of the month, the health "
        "ministry said on Monday. The doctors' union gave a higher toll. Its head, Ana Ruiz, said "
        "112 people had died in Orle since March 1."
    )
    assert "At least 63 people" in summary and "112 people" in summary


def test_what_somebody_had_spoken_of_before_is_no_count_of_his() -> None:
    assert not conflicts(
        "Nine people were killed when shells hit a plant in Orle on Sunday, its director, Hugo Lind, "
        "said. In the morning the company had spoken of seven dead."
    )


def test_who_counts_the_dead_of_one_event_contradicts_nobody_on_another() -> None:
    summaries = conflicts(
        "Twelve people died in the strike on a plant in Orle on Sunday, an inquiry said.\n\n"
        "Cholera had killed 538 people in Orle by May, the health ministry said. The doctors' union "
        "puts the number at 800."
    )
    assert not any("Twelve" in summary for summary in summaries)
    assert any("538" in summary and "800" in summary for summary in summaries)


def test_a_deed_that_is_denied_by_its_name_is_denied() -> None:
    found = judged(
        "General Hugo Lind defected to the rebels in Peru on Friday, a captain said. The general "
        "staff of Peru denied the defection."
    ).findings
    assert any(f.kind == "denial" and "the defection" in f.summary for f in found)


def test_the_number_of_the_dead_is_all_of_them() -> None:
    [summary] = conflicts(
        "At least 33 people were killed in a riot at the prison of Orle in Chad on Monday, police "
        "chief Hugo Lezcano said. Justice Minister Rosa Ibarra gave another account. She put the "
        "number of the dead at 29."
    )
    assert "33 people" in summary and "29" in summary


def test_what_a_militia_counts_of_an_army_and_what_the_army_does() -> None:
    [summary] = conflicts(
        "Fighting around Orle in Chad on Monday left 17 soldiers dead, the White Guard Army said. "
        "The army said it had lost only five men there."
    )
    assert "17 soldiers" in summary and "five men" in summary


def test_a_page_that_sets_its_own_number_right() -> None:
    [summary] = conflicts(
        "Soldiers took Orle in Chad on Monday. Correction: an earlier version of this report said "
        "that 27 soldiers had died in the raid; the defence ministry says that 28 soldiers died."
    )
    assert "corrects an earlier number" in summary


def test_one_number_at_least_and_just_so_is_set_against_another_once() -> None:
    found = conflicts(
        "Protests broke out in Tarn in Chad on Thursday in which at least 11 people were killed, "
        "rights groups said. The Lawyers' Union said police had shot dead 11 people. The police "
        "chief, Hugo Lezcano, said that two people had died."
    )
    assert len(found) == 1
