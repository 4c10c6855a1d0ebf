"""Verbs that agree with who speaks, and offices with whose they are."""

from __future__ import annotations

import pytest
from msgspec import structs

from histor.records import (
    Claim,
    ClaimSource,
    Credibility,
    Entity,
    Event,
    Name,
    Role,
    Span,
    make_id,
)
from histor.tell.wording import event_words, role_words, speaker_words, verb_of


def words(text: str) -> Span:
    return Span(document="doc-1", start=0, end=len(text), text=text)


def claim(source: str | None, entity: str | None = None) -> Claim:
    return Claim(
        id=make_id("clm", "doc-1", source or ""),
        document="doc-1",
        source=ClaimSource(text=source, span=words(source), entity=entity) if source else None,
        cue=None,
        content=words("it rained"),
        act="warn",
        quoted=False,
    )


@pytest.mark.parametrize(
    "source",
    ["experts", "two officials", "aid agencies in Lima", "officials close to the talks", "they", "I", "Fishermen",
     "Traders in London", "Survivors of the flood of May",
     "reports and video footage from Lima", "she and President Anton Velik", "the police"],
)  # fmt: skip
def test_several_warn(source: str) -> None:
    assert verb_of(claim(source)) == "warn"


@pytest.mark.parametrize(
    "source",
    ["Reuters", "the United States", "he", "the Ministry of Defense", "the press", "the Times",
     "a resident of the hills", "Bloom and Son", "the chairman of the Joint Chiefs", None],
)  # fmt: skip
def test_one_warns(source: str | None) -> None:
    assert verb_of(claim(source, "ent-1")) == "warns"


@pytest.mark.parametrize(
    ("cue", "verb"),
    [
        ("has announced", "has announced"),
        ("Describing", "describing"),
        ("refused:", "refused"),
        ("said in a statement", "says"),
        ("According to", "says"),
        ("as reported by", "says"),
        ("claim", "says"),
    ],
)
def test_who_does_not_just_say_it_has_the_page_s_words(cue: str, verb: str) -> None:
    told = structs.replace(claim("Peru"), act="assert", cue=words(cue))
    assert verb_of(told) == verb


def test_according_to_him_he_says() -> None:
    assert (speaker_words("him"), verb_of(claim("them"))) == ("he", "warn")


@pytest.mark.parametrize(
    ("title", "whose", "evidence", "told"),
    [
        ("Prime Minister", "Peruvian", "Peruvian Prime Minister", "Peruvian Prime Minister"),
        ("Secretary of State", "U.S.", "The U.S. Secretary of State", "U.S. Secretary of State"),
        ("leader", "Peru", "Peru's leader", "Peru’s leader"),
        ("spokesman", "State Department", "spokesman for the State Department",
         "spokesman for the State Department"),
        ("envoy", "Peru", "the man who was its envoy", "envoy of Peru"),
        ("mayor", None, "mayor", "mayor"),
    ],
)  # fmt: skip
def test_an_office_stands_as_the_page_has_it(
    title: str, whose: str | None, evidence: str, told: str
) -> None:
    assert role_words(Role(title=title, of=whose, evidence=(words(evidence),))) == told


def test_an_event_without_parties_is_told_by_its_place() -> None:
    place = Entity(
        id="ent_1", name="Orle", kind="place", names=(Name(text="Orle", count=1),), mentions=()
    )
    event = event_of("killed", place.id)
    assert event_words(event, {place.id: place}) == "killed, Orle"
    assert event_words(event_of("shelling Orle", place.id), {place.id: place}) == "shelling Orle"
    assert event_words(event_of("killed", None), {}) == "killed"


def event_of(title: str, place: str | None) -> Event:
    return Event(
        id="event_1",
        title=title,
        type="ASSAULT",
        mode=None,
        context=(),
        quad=4,
        intensity=-9.0,
        status="happened",
        date=None,
        place=place,
        actors=(),
        recipients=(),
        figures=(),
        mentions=(),
        documents=1,
        origins=1,
        credibility=Credibility(admiralty=3, wording="possibly true", why="one origin tells it"),
        story=None,
    )
