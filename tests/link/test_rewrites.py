"""Rewrites and stories over sentences written for the purpose."""

from __future__ import annotations

import re

import msgspec
import numpy as np
import pytest

from benchmarks.articles import article, read
from histor.link import link
from histor.link.rewrites import find_rewrites, later_first, least_in_order
from histor.link.stories import find_stories
from histor.link.vectors import OTHERS, News
from histor.records import Date, Document, Entity, Name, PageRecord, Span, make_id

QUAKE = [
    "A strong earthquake shook the island of Merrow before dawn and brought down forty houses.",
    "Rescue teams pulled nine survivors from a collapsed school in the harbour quarter.",
    "The mayor asked the mainland for tents, water and a field hospital within two days.",
    "Engineers closed the only bridge because cracks had opened in its northern pier.",
    "The ferry company doubled its sailings to bring families off the island by night.",
]
RETOLD = [
    "Before dawn a strong earthquake shook Merrow island, bringing forty houses down.",
    "Nine survivors were pulled by rescue teams from a school that collapsed near the harbour.",
    "Within two days, the mayor asked the mainland for water, tents and a field hospital.",
    "Cracks opened in the northern pier, so engineers closed the only bridge.",
    "The ferry company doubled sailings, bringing families off the island at night.",
]
ELSEWHERE = [
    "Parliament passed the budget after a debate that lasted until midnight on both sides.",
    "The finance minister promised lower taxes on bread, milk and heating oil from January.",
    "Opposition members walked out before the vote and called the figures invented.",
    "Trade unions announced a strike of teachers and nurses for the following week.",
]


def page(name: str, sentences: list[str], day: str | None = None) -> PageRecord:
    text = "\n\n".join(sentences)
    bounds, at = [], 0
    for sentence in sentences:
        bounds.append((at, at + len(sentence)))
        at += len(sentence) + 2
    date = Date(edtf=day, earliest=day, latest=day, basis="page") if day else None
    document = Document(
        id=make_id("doc", name),
        location=name,
        sha256="0" * 64,
        title=name,
        outlet=None,
        byline=(),
        language="en",
        text=text,
        removed=(),
        page_date=date,
        written=date,
        sentences=tuple(bounds),
    )
    return PageRecord(document=document, entities=(), claims=(), times=())


def heap(*pages: PageRecord) -> tuple[dict[str, Document], News]:
    ordered = sorted(pages, key=lambda p: p.document.id)
    return {p.document.id: p.document for p in ordered}, News(ordered, str)


def test_the_same_sentences_in_other_words_are_a_rewrite() -> None:
    first, second = page("first", QUAKE, "2021-05-03"), page("second", RETOLD, "2021-05-04")
    documents, news = heap(first, second, page("other", ELSEWHERE, "2021-05-04"))
    [found] = find_rewrites(documents, news, frozenset())
    assert (found.dependent, found.source) == (second.document.id, first.document.id)
    for mine, theirs in found.passages:
        assert documents[mine.document].text[mine.start : mine.end] == mine.text
        assert mine.document == found.dependent
        assert theirs.document == found.source


def test_another_order_is_no_rewrite() -> None:
    shuffled = [RETOLD[i] for i in (4, 3, 2, 1, 0)]
    documents, news = heap(page("first", QUAKE), page("second", shuffled))
    assert find_rewrites(documents, news, frozenset()) == []


def test_what_is_known_is_not_told_again() -> None:
    first, second = page("first", QUAKE), page("second", RETOLD)
    documents, news = heap(first, second)
    pair = tuple(sorted((first.document.id, second.document.id)))
    assert find_rewrites(documents, news, frozenset([(pair[0], pair[1])])) == []


def test_pages_of_one_matter_are_one_story() -> None:
    first, second = page("first", QUAKE, "2021-05-03"), page("second", RETOLD, "2021-05-04")
    other = page("other", ELSEWHERE, "2021-05-04")
    documents, _ = heap(first, second, other)
    stories = find_stories(documents, News([first, second, other], str, others=OTHERS))
    assert sorted(len(s.documents) for s in stories) == [1, 2]
    [both] = [s for s in stories if len(s.documents) > 1]
    assert (both.earliest, both.latest) == ("2021-05-03", "2021-05-04")
    [why] = [r for r in both.reasons if r.endswith("one story.")][:1]
    assert "1 day apart" in why


def test_a_heap_on_one_crisis_is_one_story() -> None:
    days = [
        [QUAKE[0], "Geologists on Merrow island expect more tremors after the earthquake."],
        [RETOLD[0], "Schools on the island stay shut, the earthquake having cracked their walls."],
        [QUAKE[0], "Insurers count the cost of the earthquake that struck Merrow before dawn."],
    ]
    pages = [page(f"page {n}", told, f"2021-05-0{3 + n}") for n, told in enumerate(days)]
    documents = {p.document.id: p.document for p in pages}
    weighed = News(pages, str, others=OTHERS)
    assert [len(s.documents) for s in find_stories(documents, weighed)] == [3]


def test_the_same_words_a_year_later_are_another_story() -> None:
    documents, _ = heap(page("first", QUAKE, "2021-05-03"), page("second", RETOLD, "2022-06-04"))
    weighed = News([page("first", QUAKE), page("second", RETOLD)], str, others=OTHERS)
    stories = find_stories(documents, weighed)
    assert [len(s.documents) for s in stories] == [1, 1]
    assert all("397 days apart: too long" in " ".join(s.reasons) for s in stories)


def test_a_page_is_nearest_itself() -> None:
    documents, news = heap(page("first", QUAKE), page("second", ELSEWHERE))
    for document in documents:
        own = news.texts.numbers[document]
        assert abs(news.cosines(own, np.array([own]))[0] - 1.0) < 1e-9


COUNTS = [
    "At least 5,340 people are presumed dead after rain burst two dams above Merrow.",
    "Health minister Osk Brandal said that 3,020 bodies had been buried.",
    "Aid worker Sune Holt told reporters by video link that 10,400 people were missing.",
    "The ambulance service counted 2,310 dead in the port.",
    "Its head, Pell Tarvik, said that more than 7,050 were injured.",
    "In the next town 46 people died, the hospital said.",
    "Roads were cut at 19 places, the highway office said.",
    "The army sent 12 boats and 900 soldiers to the valley.",
]
SPUN = [
    "No less than 5,340 persons are assumed deceased as weighty downpour exploded Merrow weirs.",
    "Wellbeing priest Osk Brandal stated 3,020 corpses were covered.",
    "Helper Sune Holt informed columnists over film interface: 10,400 individuals stayed absent.",
    "Rescue vehicle authority tallied 2,310 lifeless.",
    "Their boss Pell Tarvik declared in excess of 7,050 harmed.",
    "Nearby, 46 inhabitants passed on, stated a clinic.",
    "Streets got sliced in 19 spots, a motorway bureau stated.",
    "Military dispatched 12 vessels plus 900 fighters toward this dale.",
]


def test_a_page_of_synonyms_is_known_by_its_numbers_in_order() -> None:
    documents, news = heap(page("first", COUNTS), page("spun", SPUN), page("other", ELSEWHERE))
    [rewrite] = find_rewrites(documents, news, frozenset())
    assert {rewrite.dependent, rewrite.source} == {make_id("doc", n) for n in ("first", "spun")}


def test_the_same_numbers_in_another_order_are_another_report() -> None:
    documents, news = heap(page("first", COUNTS), page("spun", SPUN[::-1]))
    assert find_rewrites(documents, news, frozenset()) == []


@pytest.mark.parametrize(("sentences", "found"), [(5, 1), (4, 0)])
def test_a_short_page_of_synonyms_must_be_far_nearer(sentences: int, found: int) -> None:
    short = page("first", COUNTS[:sentences]), page("spun", SPUN[:sentences])
    documents, news = heap(*short, page("other", ELSEWHERE))
    assert len(find_rewrites(documents, news, frozenset())) == found


SHORT = [
    "Gunmen seized the port of Merrow on Monday after the harbour guard left, Osk Brandal said.",
    "Captain Sune Holt spoke of a planned withdrawal and put the guard at 240 men.",
    "Talks between the gunmen and the council ended in Tarvik on 12 May without agreement.",
    "A second round will begin in Tarvik on 19 May, said the envoy, Pell Lang.",
]
SHORT_AGAIN = [
    "Osk Brandal reported armed men took Merrow port on Monday once its guard had gone.",
    "The 240 men of that guard left by plan, according to Sune Holt, their captain.",
    "On 12 May the council and the gunmen broke off talks in Tarvik with nothing agreed.",
    "They meet there again on 19 May, Pell Lang, the envoy, told journalists.",
]
SHORT_APART = [
    "Ships with flour for 240 families waited outside Merrow on Monday, traders said.",
    "Bread was sold by the slice, and the bakers of the old town shut before noon.",
    "Osk Brandal promised to open the port road, which the gunmen had mined.",
    "His brother, a teacher, said that the schools stay closed until 19 May.",
]


def named(key: str, sentences: list[str]) -> PageRecord:
    """Return a page whose persons and places are entities of the case."""
    record = page(key, sentences)
    text, entities = record.document.text, []
    for name in ("Osk Brandal", "Sune Holt", "Pell Lang", "Merrow", "Tarvik"):
        spans = tuple(
            Span(document=record.document.id, start=m.start(), end=m.end(), text=name)
            for m in re.finditer(name, text)
        )
        if spans:
            entities.append(
                Entity(
                    id=make_id("ent", name),
                    name=name,
                    kind="other",
                    names=(Name(text=name, count=len(spans)),),
                    mentions=spans,
                )
            )
    return msgspec.structs.replace(record, entities=tuple(entities))


def test_a_few_sentences_retold_are_known_by_words_and_names_together() -> None:
    pages = [named("first", SHORT), named("again", SHORT_AGAIN), named("apart", SHORT_APART)]
    documents, news = heap(*pages)
    [rewrite] = find_rewrites(documents, news, frozenset())
    assert {rewrite.dependent, rewrite.source} == {make_id("doc", n) for n in ("first", "again")}
    for mine, theirs in rewrite.passages:
        assert documents[mine.document].text[mine.start : mine.end] == mine.text
        assert (mine.document, theirs.document) == (rewrite.dependent, rewrite.source)
    documents, news = heap(pages[0], pages[2])
    assert find_rewrites(documents, news, frozenset()) == []


def test_an_undated_rewrite_is_of_the_day_of_what_it_retells() -> None:
    pages = [page("first", QUAKE, "2021-05-03"), page("second", RETOLD), page("other", ELSEWHERE)]
    told = {d.location: d.written for d in link(pages).documents}
    written = told["second"]
    assert written is not None
    assert (written.edtf, written.basis) == ("2021-05-03", "linked")
    assert written.evidence
    assert told["other"] is None


def test_of_two_that_tell_the_same_the_later_one_retells() -> None:
    first, second = page("first", QUAKE, "2021-05-03"), page("second", RETOLD, "2021-05-04")
    documents, news = heap(first, second)
    [found] = find_rewrites(documents, news, frozenset())
    moved = dict(documents)
    moved[second.document.id] = page("second", RETOLD, "2021-05-01").document
    turned = later_first(found, moved)
    assert (turned.dependent, turned.source) == (first.document.id, second.document.id)
    assert turned.passages == tuple((there, here) for here, there in found.passages)


OFFENSIVE = [
    (
        "An alliance of three ethnic armies attacked a dozen military posts in Tarnia's "
        "northern Lowmark State on Tuesday, the groups said, in what analysts called the "
        "largest coordinated assault on the junta since the 2011 coup."
    ),
    (
        "The Three Lanterns Alliance, made up of the Wend River Popular Harbour Army (WRPHA), "
        "the Upper Tarn Freedom Guard (UTFG) and the Hale Front (HF), named the campaign "
        "Operation 0503 after the date on which it began."
    ),
    (
        "The WRPHA said its fighters had taken the border town of Portobel, a gateway for trade"
        " with Peru, and were attacking outposts around Salto, the capital of the Merrow "
        "region. Fifteen civilians were killed when shells fell on houses in Portobel, a "
        "resident who gave his name as Juan Soto told the Wire by telephone."
    ),
    (
        "The junta's spokesman, Major-General Omar Lind Prats, confirmed that fighting was "
        "under way at several places, including Ostrand, the largest town of northern Lowmark, "
        "where flights were cancelled."
    ),
    (
        'The groups said they wanted to "eradicate the oppressive military dictatorship" and to'
        " root out online fraud compounds along the Peruvian border."
    ),
    (
        "Peru's foreign ministry spokeswoman Ana Ruiz urged all parties to stop fighting and "
        "settle their differences through dialogue."
    ),
]
TURNED_BACK = [
    (
        "An alliance of three ethnic armies assaulted on Tuesday a dozen of military positions "
        "in the State of Lowmark, in the north of Tarnia, the groups affirmed, in that which "
        "the analysts describe as the biggest coordinated attack against the junta since the "
        "coup of 2011."
    ),
    (
        "The Alliance of the Three Lanterns, formed by the Army of the Popular Harbour of the "
        "Wend River (WRPHA), the Freedom Guard of Upper Tarn (UTFG) and the Hale Front (HF), "
        "baptized the campaign as Operation 0503, by the date in which it started."
    ),
    (
        "The WRPHA affirmed that its combatants had taken the frontier town of Porto Bel, a "
        "door of the trade with Peru, and that they were attacking outposts around Saltoing, "
        "capital of the region of Merrow. Fifteen civilians died when projectiles fell over "
        "houses in Porto Bel, said a resident who identified himself as Juan Soto."
    ),
    (
        "The spokesman of the junta, the major general Omar Lind Prats, confirmed that there "
        "were combats in various places, among them Ostrand, the greatest town of the north of "
        "Lowmark, where the flights were suspended."
    ),
    (
        "The groups said that they wanted « to eradicate the oppressive military dictatorship »"
        " and to finish with the centers of fraud by internet along the Peruvian frontier."
    ),
    (
        "The spokeswoman of the Peruvian ministry of Exteriors, Ana Ruiz, asked all the parties"
        " to cease the combats."
    ),
]


def test_a_translation_back_is_joined_to_what_it_translates() -> None:
    pages = [
        article("told", "\n\n".join(OFFENSIVE), "2011-05-04"),
        article("turned", "\n\n".join(TURNED_BACK), None),
        article("other", "\n\n".join(QUAKE), "2011-05-05"),
    ]
    [origin] = [o for o in link(read(pages)).origins if len(o.documents) > 1]
    assert len(origin.documents) == 2


def test_a_translation_back_needs_fewer_names_in_their_order() -> None:
    assert least_in_order(translated=True) < least_in_order(translated=False)
