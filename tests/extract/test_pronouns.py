"""Whom "he" and "she" mean on a page."""

from __future__ import annotations

import msgspec
import pytest
from spacy.tokens import Span as Words

from histor.extract import extract
from histor.extract.events.parties import Parties
from histor.extract.names.pronouns import People, same_person
from histor.records import Entity, Name, Role, Span
from tests.extract.hand_made import annotated, page_of
from tests.extract.test_attributions import model

TEXT = "Noor Ruiz spoke. Police met Robin Diaz. She left Lowmark, and he stayed."


def entity(name: str, kind: str = "person", title: str | None = None) -> Entity:
    at = TEXT.find(name)
    span = Span(document="d", start=at, end=at + len(name), text=name)
    roles = (Role(title=title, evidence=(span,)),) if title else ()
    return Entity(
        id=name,
        name=name,
        kind=kind,  # type: ignore[arg-type]
        names=(Name(text=name, count=1),),
        mentions=(span,),
        roles=roles,
    )


ANA, OMAR, LOWMARK = entity("Noor Ruiz"), entity("Robin Diaz"), entity("Lowmark", "place")
TREE = {
    "spoke": ("root", "spoke"),
    "met": ("root", "met"),
    "left": ("root", "left"),
    "stayed": ("conj", "left"),
    "Noor": ("nsubj", "spoke"),
    "Police": ("nsubj", "met"),
    "Ruiz": ("flat", "Noor"),
    "Robin": ("obj", "met"),
    "Diaz": ("flat", "Robin"),
    "She": ("nsubj", "left"),
    "he": ("nsubj", "stayed"),
}


def page(chains: tuple[tuple[str, ...], ...] = ()) -> tuple[Words, Words, Parties, People]:
    doc = annotated(TEXT, tree=TREE)
    words = {t.text: t.i for t in doc}
    doc._.chains = tuple(tuple(doc[words[w] : words[w] + 1] for w in chain) for chain in chains)
    people = [ANA, OMAR, LOWMARK]
    she, he = (doc[words[w] : words[w] + 1] for w in ("She", "he"))
    return she, he, Parties(doc, people), People(doc, people)


def test_who_acts_is_meant_and_not_who_is_acted_on() -> None:
    she, he, parties, people = page()
    assert people.before(she.root) == ANA
    assert parties.ids([she]) == ("Noor Ruiz",)
    assert people.before(he.root) == ANA


def test_who_is_of_the_other_sex_is_passed_over() -> None:
    doc = annotated(TEXT, tree=TREE)
    queen = entity("Noor Ruiz", title="Queen")
    he = next(t for t in doc if t.text == "he")
    assert People(doc, [queen, OMAR]).before(he) is None


def test_two_readings_that_differ_name_nobody() -> None:
    _, he, parties, _ = page(chains=(("Robin", "he"),))
    assert parties.ids([he]) == ()


def test_a_pronoun_is_never_a_place() -> None:
    _, he, parties, _ = page(chains=(("Lowmark", "he"),))
    assert parties.ids([he]) == ("Noor Ruiz",)


@pytest.mark.parametrize(
    ("one", "other", "meant"),
    [(ANA, ANA, ANA), (ANA, OMAR, None), (None, OMAR, OMAR), (ANA, None, ANA), (None, None, None)],
)
def test_what_two_readings_agree_on(
    one: Entity | None, other: Entity | None, meant: Entity | None
) -> None:
    assert same_person(one, other) == meant


def test_whom_one_pronoun_meant_alone_another_does_not() -> None:
    text = "Noor Ruiz waited. She slept. Robin Diaz came. He left. She woke."
    tree = {verb: ("root", verb) for verb in ("waited", "slept", "came", "left", "woke")}
    tree |= {"Noor": ("nsubj", "waited"), "Ruiz": ("flat", "Noor"), "Robin": ("nsubj", "came")}
    tree |= {"Diaz": ("flat", "Robin"), "He": ("nsubj", "left")}
    doc = annotated(text, tree=tree)
    people = []
    for name in ("Noor Ruiz", "Robin Diaz"):
        at = text.index(name)
        span = Span(document="d", start=at, end=at + len(name), text=name)
        people.append(msgspec.structs.replace(entity(name), mentions=(span,)))
    last = [t for t in doc if t.text == "She"][-1]
    found = People(doc, people).before(last)
    assert found is not None and found.name == "Noor Ruiz"


def test_whom_a_quotation_names_is_not_meant_outside_it() -> None:
    text = (
        'The envoy Viktor Orlan came to Lima.\n\n"Blake has no way back. Soldiers stand at the '
        'border".\n\nBy his words, the council will not go for a conflict.'
    )
    record = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in record.entities}
    assert [names.get(c.source.entity or "") for c in record.claims if c.source] == ["Viktor Orlan"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # whom a speaker names in what he says is not the one who speaks next
        ("Noor Ruiz, the press secretary, said President Soto was being briefed daily. Asked about "
         "troops, she said she would not “get ahead of that.”", "Noor Ruiz"),
        # somebody new without a name
        ("Clerk Luka Soto said: “We will stay.” His mother, standing next to him, nodded. “I was "
         "here in spring,” she said.", None),
    ],
)  # fmt: skip
def test_who_speaks_next(text: str, who: str | None) -> None:
    record = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in record.entities}
    last = max(record.claims, key=lambda c: c.content.start)
    assert last.source is not None
    assert names.get(last.source.entity or "") == who


def test_given_names_tell_who_she_is() -> None:
    text = (
        "Clara Ruiz reminded the hosts that Robert Diaz had often attacked the governor. “But you "
        "will not win,” she said."
    )
    record = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in record.entities}
    spoke = [names.get((c.source and c.source.entity) or "") for c in record.claims]
    assert spoke[-1] == "Clara Ruiz"
