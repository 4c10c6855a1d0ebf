"""Places that are told by what they are."""

from __future__ import annotations

import pytest

from histor.extract import extract
from histor.extract.names.entities import extract_entities
from tests.extract.hand_made import annotated, document_of, page_of


@pytest.mark.parametrize(
    ("text", "name", "read_as"),
    [
        ("The governor of Tarn spoke.", "Tarn", "PERSON"),
        ("They left the village of Tarn.", "Tarn", "PERSON"),
        ("They left Tarn district.", "Tarn", "ORG"),
        ("The Batumi court met.", "Batumi", "ORG"),
        ("TARNO, Moorland — Boats sank.", "TARNO", "ORG"),
        ("TARNO, 3 May (Agency) — Boats sank.", "TARNO", "PERSON"),
        ("Gunmen took a school in northern Tarn.", "Tarn", "PERSON"),
        ("It rained across Tarn.", "Tarn", "PERSON"),
        ("The ministry of health of Tarn spoke.", "Tarn", "PERSON"),
        ("KEMI, Tarn, Nov 7 (Agency) - Boats sank.", "Tarn", "PERSON"),
        ("Kemi, Tarn – Boats sank.", "Kemi", "PERSON"),
    ],
)
def test_the_words_beside_a_name_tell_that_it_is_a_place(
    text: str, name: str, read_as: str
) -> None:
    entities, _ = extract_entities(document_of(text), annotated(text, ents=[(name, read_as)]))
    assert [(e.name, e.kind) for e in entities] == [(name, "place")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The friend of Tarn spoke.", "Tarn"),
        ("The Tarn court met.", "Tarn"),
        ("TARNO spoke — Boats sank.", "TARNO"),
        ("The army of Tarn left.", "Tarn"),
        ("Two men from Tarn left.", "Tarn"),
        ("Kemi, Tarn and Rui left – Boats sank.", "Kemi"),
        ("They met in this Tarnish city.", "Tarnish"),
    ],
)
def test_other_words_do_not(text: str, name: str) -> None:
    doc = annotated(text, tags={"Tarnish": "ADJ JJ"}, ents=[(name, "PERSON")])
    entities, _ = extract_entities(document_of(text), doc)
    assert [e.kind for e in entities] != ["place"]


def test_what_is_told_once_outweighs_two_guesses() -> None:
    text = "The village of Tarn burned. Tarn was rich. Tarn was old."
    entities, _ = extract_entities(document_of(text), annotated(text, ents=[("Tarn", "PERSON")]))
    assert [(e.kind, len(e.mentions)) for e in entities] == [("place", 3)]


def test_a_lone_name_of_a_town_of_the_page_s_country_is_the_town() -> None:
    names = ("Tbilisi", "Kutaisi", "Batumi", "Poti", "Zugdidi")
    text = "Tbilisi, Kutaisi, Batumi and Poti were calm. Zugdidi denied it."
    ents = [(name, "PLACE") for name in names[:4]] + [("Zugdidi", "PERSON")]
    entities, _ = extract_entities(document_of(text), annotated(text, ents=ents))
    assert {e.name: e.kind for e in entities}["Zugdidi"] == "place"
    other = text + " Ana Zugdidi spoke."
    ents.append(("Ana Zugdidi", "PERSON"))
    entities, _ = extract_entities(document_of(other), annotated(other, ents=ents))
    assert {e.name: e.kind for e in entities}["Ana Zugdidi"] == "person"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "Soldiers shelled the village of Tarn in Moorland.",
            {"the": ("det", "village"), "village": ("obj", "shelled"), "Tarn": ("nmod", "village")},
        ),
        (
            "Soldiers shelled it near the village of Tarn.",
            {"near": ("case", "village"), "village": ("obl", "shelled"),
             "Tarn": ("nmod", "village"), "of": ("case", "Tarn")},
        ),
        (
            "Soldiers shelled the Tarn crossing.",
            {"Tarn": ("compound", "crossing"), "crossing": ("obj", "shelled")},
        ),
    ],
)  # fmt: skip
def test_an_event_is_where_its_village_is(text: str, tree: dict[str, tuple[str, str]]) -> None:
    arcs = {
        "Soldiers": ("nsubj", "shelled"),
        "shelled": ("root", "shelled"),
        "of": ("case", "Tarn"),
        "in": ("case", "Moorland"),
        "Moorland": ("obl", "shelled"),
        **tree,
    }
    words = set(text.replace(".", "").split())
    doc = annotated(
        text,
        tags={"shelled": "VERB VBD", "village": "NOUN NN", "crossing": "NOUN NN"},
        lemmas={"shelled": "shell"},
        tree={word: arc for word, arc in arcs.items() if word in words},
        ents=[("Tarn", "PLACE"), ("Moorland", "PLACE")],
    )
    record = extract(page_of(text, "2021-05-04"), doc)
    names = {e.id: e.name for e in record.entities}
    (event,) = record.events
    assert event.place is not None
    assert names[event.place] == "Tarn"
