from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc, Span

from histor.annotate import EventMention
from histor.extract import extract
from histor.extract.events.events import agreed_status
from histor.records import Event, EventStatus
from tests.extract.hand_made import annotated, page_of

TEXT = "Tarnia shelled Lowmark on 3 May 2021. Quill died in Portobel."
TREE = {
    "Tarnia": ("nsubj", "shelled"),
    "Lowmark": ("obj", "shelled"),
    "Quill": ("nsubj", "died"),
    "Portobel": ("obl", "died"),
    "in": ("case", "Portobel"),
    "shelled": ("root", "shelled"),
    "died": ("root", "died"),
}
TAGS = {"shelled": "VERB VBD", "died": "VERB VBD"}
LEMMAS = {"shelled": "shell", "died": "die"}
ENTS = [("Tarnia", "PLACE"), ("Lowmark", "PLACE"), ("Quill", "PERSON"), ("Portobel", "PLACE")]


def doc_of(text: str = TEXT, **given: Any) -> Doc:
    parts: dict[str, Any] = {"tags": TAGS, "lemmas": LEMMAS, "tree": TREE, "ents": ENTS}
    return annotated(text, **{**parts, **given})


def read(
    doc: Doc, trigger: str, kind: str, score: float = 0.9, targets: tuple[str, ...] = ()
) -> None:
    def span_of(words: str) -> Span:
        found = doc.char_span(doc.text.index(words), doc.text.index(words) + len(words))
        assert found is not None
        return found

    whom = tuple(span_of(t) for t in targets)
    event = EventMention(span_of(trigger), kind, score, (), whom, 3.0, "happened")
    doc._.events = (*doc._.events, event)


def events_of(doc: Doc) -> tuple[tuple[Event, ...], dict[str, str]]:
    record = extract(page_of(doc.text, "2021-05-04"), doc)
    told = {c.id for c in record.claims if c.events}
    assert told == {m.claim for e in record.events for m in e.mentions if m.claim}
    return record.events, {e.id: e.name for e in record.entities}


def test_an_event_has_parties_date_and_scores() -> None:
    doc = doc_of()
    read(doc, "shelled", "ASSAULT")
    events, names = events_of(doc)
    shelled = next(e for e in events if e.type == "ASSAULT")
    assert [names[a] for a in shelled.actors] == ["Tarnia"]
    assert [names[r] for r in shelled.recipients] == ["Lowmark"]
    assert shelled.date is not None
    assert shelled.date.edtf == "2021-05-03"
    assert (shelled.quad, shelled.intensity, shelled.mode) == (4, -9.5, "heavy-weapons")
    assert shelled.title == "Tarnia shelled Lowmark"
    assert shelled.mentions[0].span.text == "Tarnia shelled Lowmark on 3 May 2021."


def test_what_plover_lacks_is_other_and_has_its_place() -> None:
    events, names = events_of(doc_of())
    [died] = [e for e in events if e.type == "OTHER"]
    assert (died.type, died.mode, died.quad) == ("OTHER", "death", None)
    assert died.place is not None
    assert names[died.place] == "Portobel"
    assert died.date is None


def test_an_unsure_type_is_left_out() -> None:
    doc = doc_of(lemmas={"shelled": "grow", "died": "grow"})
    read(doc, "shelled", "ASSAULT", score=0.8)
    assert events_of(doc)[0] == ()


def test_a_sure_word_needs_no_reader() -> None:
    shelled = events_of(doc_of())[0][0]
    assert (shelled.type, shelled.mentions[0].trigger) == ("ASSAULT", "shelled")


def test_a_light_word_is_no_event() -> None:
    doc = doc_of(lemmas={"shelled": "say", "died": "say"})
    read(doc, "shelled", "ACCUSE")
    assert events_of(doc)[0] == ()


def test_a_light_verb_leaves_the_event_to_its_noun() -> None:
    text = "Tarnia laid blame on Lowmark."
    doc = doc_of(
        text,
        tags={"laid": "VERB VBD", "blame": "NOUN NN"},
        lemmas={"laid": "lay"},
        tree={
            "laid": ("root", "laid"),
            "Tarnia": ("nsubj", "laid"),
            "blame": ("obj", "laid"),
            "on": ("case", "Lowmark"),
            "Lowmark": ("nmod", "blame"),
        },
    )
    read(doc, "laid", "ACCUSE")
    read(doc, "blame", "ACCUSE", targets=("Lowmark",))
    [event], _ = events_of(doc)
    assert [m.trigger for m in event.mentions] == ["blame"]


def test_who_is_accused_of_a_deed_is_its_doer() -> None:
    doc = doc_of(
        "Quill accused Tarnia of an attack.",
        tags={"accused": "VERB VBD", "attack": "NOUN NN"},
        lemmas={"accused": "accuse"},
        tree={
            "accused": ("root", "accused"),
            "Quill": ("nsubj", "accused"),
            "Tarnia": ("obj", "accused"),
            "of": ("case", "attack"),
            "attack": ("obl", "accused"),
        },
    )
    read(doc, "attack", "ASSAULT")
    events, names = events_of(doc)
    [event] = [e for e in events if e.type == "ASSAULT"]
    assert [names[a] for a in event.actors] == ["Tarnia"]


def test_a_question_is_no_request() -> None:
    doc = doc_of(
        "Quill asked.",
        tags={"asked": "VERB VBD"},
        lemmas={"asked": "ask"},
        tree={"asked": ("root", "asked"), "Quill": ("nsubj", "asked")},
    )
    read(doc, "asked", "REQUEST")
    assert events_of(doc)[0] == ()


def test_numbers_go_to_the_event_of_their_sentence() -> None:
    text = "Tarnia shelled Lowmark, killing at least four farmers."
    doc = doc_of(
        text,
        tags={"shelled": "VERB VBD", "killing": "VERB VBG", "four": "NUM CD"},
        lemmas={"shelled": "shell", "killing": "kill"},
        tree={
            "shelled": ("root", "shelled"),
            "Tarnia": ("nsubj", "shelled"),
            "Lowmark": ("obj", "shelled"),
            "killing": ("advcl", "shelled"),
            "farmers": ("obj", "killing"),
            "four": ("nummod", "farmers"),
        },
    )
    read(doc, "shelled", "ASSAULT")
    [event], _ = events_of(doc)
    [figure] = event.figures
    assert (figure.quantity, figure.low, figure.high) == ("killed", 4, None)
    assert figure.span.text == "at least four farmers"
    assert figure.who == "farmers"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([("happened", False), ("denied", True)], "disputed"),
        ([("happened", True), ("denied", True)], "happened"),
        ([("happened", False), ("disputed", True)], "disputed"),
        ([("happened", False), ("planned", True)], "happened"),
        ([("planned", True), ("denied", True)], "planned"),
    ],
)
def test_what_is_denied_of_the_only_doer_named_is_disputed(
    told: list[tuple[EventStatus, bool]], status: EventStatus
) -> None:
    assert agreed_status(told) == status
