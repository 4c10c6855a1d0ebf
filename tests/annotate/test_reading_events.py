"""Events, times, reference and comparison as the shipped model sets them."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from histor.annotate import EventMention, PageReader
from histor.annotate.extensions import register_extensions

TEXT = (
    "The government of Tarnia condemned the Lowland Republic for shelling a border village on "
    "Tuesday. Lowland troops killed three farmers, officials said. President Ada Quill will visit "
    "the village next week. She has promised aid to the families."
)


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def reader_of(nlp: Language) -> PageReader:
    reader = nlp.get_pipe("histor_reader")
    assert isinstance(reader, PageReader)
    return reader


def event(doc: Doc, trigger: str) -> EventMention:
    found: EventMention = next(e for e in doc._.events if e.trigger.text == trigger)
    return found


def test_events_have_types_and_parties(doc: Doc) -> None:
    condemned = event(doc, "condemned")
    assert condemned.type == "ACCUSE"
    assert any("Tarnia" in d.text for d in condemned.doers)
    assert any("Lowland Republic" in t.text for t in condemned.targets)
    assert event(doc, "killed").type == "ASSAULT"


def test_status_follows_tense_and_factuality(doc: Doc) -> None:
    assert event(doc, "killed").status == "happened"
    assert event(doc, "visit").status == "planned"
    assert event(doc, "killed").factuality > event(doc, "visit").factuality


def test_spans_are_for_display(doc: Doc) -> None:
    assert [e.trigger.text for e in doc._.events] == [s.text for s in doc.spans["events"]]
    assert "Tuesday" in {s.text for s in doc.spans["times"]}


def test_a_pronoun_joins_the_person_it_means(nlp: Language) -> None:
    doc = nlp("President Ada Quill will visit the village. She has promised aid to the families.")
    chains = [{m.text for m in chain} for chain in doc._.chains]
    assert any("She" in c and any("Quill" in m for m in c) for c in chains)


def test_a_pair_is_typed_by_the_words_around_it(nlp: Language, doc: Doc) -> None:
    doer = doc.char_span(TEXT.index("The government"), TEXT.index(" condemned"))
    target = doc.char_span(TEXT.index("the Lowland"), TEXT.index(" for shelling"))
    assert doer is not None
    assert target is not None
    scores, best = reader_of(nlp).typer.between(doc, doer, target)
    assert sum(scores.values()) == pytest.approx(1, abs=1e-4)
    assert max(scores, key=lambda k: scores[k]) == "ACCUSE"
    assert doer.sent.start <= best < doer.sent.end


def test_sentences_compare(nlp: Language) -> None:
    comparer = reader_of(nlp).comparer
    claim = nlp("The dam has a height of 80 metres.")[:]
    same = nlp("Built in 1961, the dam has a height of 80 metres.")[:]
    other = nlp("Built in 1961, the dam has a height of 45 metres.")[:]
    agree, differ = comparer.compare(claim, same), comparer.compare(claim, other)
    assert agree.supports + agree.refutes + agree.neither == pytest.approx(1, abs=1e-4)
    assert agree.supports > differ.supports


def test_close_meanings_have_close_vectors(nlp: Language) -> None:
    embed = reader_of(nlp).comparer.embedding
    a = embed(nlp("Three farmers were killed by shelling.")[:])
    b = embed(nlp("Artillery fire left three farm workers dead.")[:])
    c = embed(nlp("The museum will open a new wing for paintings.")[:])
    assert np.linalg.norm(a) == pytest.approx(1, abs=1e-3)
    assert a @ b > a @ c


def test_a_document_that_nothing_read_has_defaults() -> None:
    register_extensions()
    import spacy

    doc = spacy.blank("en")("Nothing read this.")
    assert doc._.events == doc._.chains == doc._.attributions == ()
    assert doc[0]._.factuality == 3.0


def test_an_empty_document_has_no_events(nlp: Language) -> None:
    doc = nlp("")
    assert doc._.events == ()
    assert doc._.chains == ()
