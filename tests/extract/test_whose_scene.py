"""Owners, pronouns, sites and tolls beside an event, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.articles import article, read
from histor.extract import extract
from histor.extract.events.parties import Parties
from histor.extract.names.meant import meant
from tests.extract.hand_made import page_of
from tests.extract.test_who_is_meant import events


def chained(nlp: Language, text: str, *words: str) -> Doc:
    """Return a text in which these words, in their order, were read as one chain."""
    doc, spans, at = nlp(text), [], 0
    for phrase in words:
        at = text.index(phrase, at)
        span = doc.char_span(at, at + len(phrase))
        assert span is not None
        spans.append(span)
        at += len(phrase)
    doc._.chains = (tuple(spans),)
    return doc


@pytest.mark.parametrize(
    ("text", "chain", "whom"),
    [
        (
            "Officers beat a miner. A revolt against Salvatierra's police began. The officer died.",
            ["Officers", "Salvatierra's police", "The officer"],
            "officer",
        ),
        (
            "Gunmen stormed a village in the north. Lima's institutions were rejected.",
            ["a village", "Lima's institutions"],
            "village",
        ),
    ],
)
def test_who_owns_what_a_chain_tells_of_is_not_it(
    nlp: Language, text: str, chain: list[str], whom: str
) -> None:
    doc = chained(nlp, text, *chain)
    record = extract(page_of(text, "2015-06-02"), doc)
    head = next(t for t in doc if t.text == whom)
    assert Parties(doc, record.entities).ids([doc[head.i : head.i + 1]]) == ()


def test_who_has_another_trade_is_not_meant(nlp: Language) -> None:
    text = "A police officer was killed. Prime Minister Hugo Salvatierra blamed Chile."
    doc = chained(nlp, text, "A police officer", "Hugo Salvatierra")
    record = extract(page_of(text, "2015-06-02"), doc)
    assert Parties(doc, record.entities).ids([doc[0:3]]) == ()


@pytest.mark.parametrize(
    ("text", "chain", "pronoun", "whom"),
    [
        (
            "Bolivia lifted none of its measures against Peru. In May it had sent aid to Chile.",
            ["Peru", "it"],
            "it",
            "Bolivia",
        ),
        (
            "The Chileans of the north see Santiago as their capital. They clashed with police.",
            ["Santiago", "They"],
            "They",
            "The Chileans of the north",
        ),
    ],
)
def test_a_sentence_goes_on_about_the_subject_of_the_one_before(
    nlp: Language, text: str, chain: list[str], pronoun: str, whom: str
) -> None:
    doc = chained(nlp, text, *chain)
    word = next(t for t in doc if t.text == pronoun)
    assert meant(doc[word.i : word.i + 1]).text == whom


def test_a_village_is_not_the_town_of_the_dateline() -> None:
    found = events(
        "LIMA, June 2 (Altiplano Wire) - Gunmen stormed a village in northern Peru on Monday. "
        "The president visited the village."
    )
    assert "Lima" not in found["stormed"][2]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        (
            "US calls on Chile to withdraw 'unprecedented' troop build-up on Peru border",
            "withdraw",
            ["Chile"],
        ),
        ("Soldiers heard heavy artillery fire from Chile.", "fire", ["Chile"]),
        ("Lima hotel siege ends after gunmen storm hall", "siege", []),
    ],
)
def test_who_does_it(text: str, trigger: str, actors: list[str]) -> None:
    assert events(text)[trigger][1] == actors


def test_clashes_at_a_site_are_not_with_its_country() -> None:
    found = events("Deadly clashes erupted at a monastery in northern Peru last Sunday.")
    assert found["clashes"][1:] == ([], [])


def test_who_has_asked_from_somebody_asks() -> None:
    found = events("President Lopez has asked from UNIFIL to take over the security in the north.")
    assert found["asked"][1:] == (["Lopez"], ["UNIFIL"])


def test_soldiers_from_a_regiment_are_not_sent_to_it() -> None:
    found = events("Peru will send 200 soldiers from the Andes Brigade to Chile.")
    assert found["send"][2] == ["Chile"]


def test_a_toll_told_next_is_of_the_day_of_its_attack() -> None:
    news = "Gunmen stormed a hotel in Lima on Sunday, battling police. "
    toll = "One officer and at least three of the attackers were killed, a minister said."
    killed = events(news + toll)["killed"][0]
    assert killed.date is not None
    assert killed.date.edtf == "2015-05-31"
    other = events(news + "Two officers had been killed there before.")
    assert all(e.date is None for e, _, _ in other.values() if "killed" in e.title)
    elsewhere = events(news + "Two officers were killed in Cusco.")["killed"][0]
    assert elsewhere.date is None


def test_whom_the_page_asked_is_no_news() -> None:
    assert "spoke" not in events("We spoke with Elira Dauti, a researcher in Lima, on Monday.")
    assert "spoke" in events('"We spoke with President Lopez on Monday," Elira Dauti said.')


def test_who_is_to_be_extradited_does_nothing() -> None:
    found = events("Brussels demands that Bolivia extradite Hugo Salvatierra.")
    assert found["extradite"][1:] == (["Bolivia"], ["Hugo Salvatierra"])


def test_who_asks_not_to_be_named_asks_for_nothing() -> None:
    text = "A senior official in Peru, who {} because talks went on, said the bank was warned."
    assert "asked" not in events(text.format("asked not to be named"))
    assert "asked" in events("Peru asked Chile on Monday to send doctors to Lima.")


def test_what_is_often_done_is_none_of_what_was_done() -> None:
    [page] = read(
        [
            article(
                "one",
                "Chilean miners clashed with police in Lima on Monday. Chilean miners have often "
                "clashed with police.",
                "2015-06-02",
            )
        ]
    )
    days = [e.date.edtf if e.date else None for e in page.events if "clash" in e.title]
    assert days == ["2015-06-01", None]


def test_goods_that_are_taken_help_nobody() -> None:
    found = events(
        "The army denied that its soldiers had looted the clinic in Sero. The River Front said on "
        "Sunday that government troops had taken generators and beds."
    )
    assert "AID" not in {e.type for e, _, _ in found.values()}


def test_whose_capital_a_scene_is_suffers_nothing() -> None:
    found = events("The attack in Nairobi, the Kenyan capital, was an attempt to disrupt talks.")
    assert found["attack"][2] == []
    found = events("Gunmen killed ten men in Nairobi, Kenya's capital.")
    assert found["killed"][2] == []


def sites(text: str) -> dict[str, str | None]:
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    return {m.trigger: names.get(e.place or "") for e in page.events for m in e.mentions}


@pytest.mark.parametrize(
    ("text", "deed", "site"),
    [
        (
            "The ministry said that 64 people, including 13 in Lima, had been killed.",
            "killed",
            None,
        ),
        ("Some 400 people were displaced in the north, including 30 in Lima.", "displaced", None),
        ("In Lima, a guard was shot on Monday and nine people were injured.", "injured", "Lima"),
        (
            "On Monday, fighting between two armed factions in Lima killed 55 people.",
            "killed",
            "Lima",
        ),
        ("Riots spread through the South American country on Monday.", "Riots", None),
        ("On Friday, while Ivo Koren was in Cuzco, gangs attacked a bank.", "attacked", None),
        ("A drone struck a hospital in the Sudanese city of El Fasher.", "struck", "El Fasher"),
        ("The army had captured Cuzco, 140 km south of Lima.", "captured", "Cuzco"),
    ],
)
def test_where_a_deed_was_is_not_where_some_of_those_counted_are(
    text: str, deed: str, site: str | None
) -> None:
    assert sites(text)[deed] == site
