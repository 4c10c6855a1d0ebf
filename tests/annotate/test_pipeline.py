from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from histor.annotate import FACTORY
from histor.annotate.encoder import Encoder
from histor.errors import ModelError

KINDS = {"PERSON", "ORG", "PLACE", "GROUP", "OTHER"}
STORY = (
    "Harbour town counts its dead\n\n"
    "Rescue teams reached the harbour of Valmora on Tuesday, Mayor Anna Keller said. "
    "“We found 14 bodies,” she told reporters in Lisbon. “The road is still closed.”\n\n"
    "The Red Cross warned that food would run out, according to a report by the Daily Courier."
)
PAGES = [
    STORY,
    "The minister denied that Portugal had sent troops.",
    "Short.",
    "\n\n",
    "",
    "One.\nTwo!\r\n\tThree?\n\n\n  four",
    "😀👩‍👩‍👧 said “مرحبا بالعالم” \u202eabc\x00\x07 \ufeff.",
    "He said that " * 200,
]


def facts(doc: Doc) -> tuple[object, ...]:
    return (
        [(t.text, t.pos_, t.tag_, t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc],
        [(e.start, e.end, e.label_) for e in doc.ents],
        [str(a) for a in doc._.attributions],
        np.asarray(doc.tensor).tobytes(),
    )


@pytest.mark.parametrize("text", PAGES)
def test_text_tree_and_spans_hold_together(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for sentence in doc.sents:
        roots = [t for t in sentence if t.head.i == t.i]
        assert len(roots) == 1
        assert all(t.is_ancestor(t) is False for t in sentence)
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)
    assert {e.label_ for e in doc.ents} <= KINDS
    for span in [*doc.ents, *doc.spans["sources"], *doc.spans["cues"]]:
        assert text[span.start_char : span.end_char] == span.text
        assert "\n" not in span.text
    for span in doc.spans["contents"]:
        assert text[span.start_char : span.end_char] == span.text.strip()


def test_a_plain_story_is_read(nlp: Language) -> None:
    doc = nlp(STORY)
    found = {(e.text, e.label_) for e in doc.ents}
    assert ("Lisbon", "PLACE") in found
    assert any("Anna Keller" in text and kind == "PERSON" for text, kind in found)
    (hers,) = [a for a in doc._.attributions if str(a.source) == "she"]
    assert str(hers.cue).startswith("told")
    assert "We found 14 bodies" in " ".join(map(str, hers.contents))
    told = next(t for t in doc if t.text == "told")
    assert (told.pos_, told.tag_, told.lemma_) == ("VERB", "VBD", "tell")
    she = next(t for t in doc if t.text == "she")
    assert (she.dep_, she.head.i) == ("nsubj", told.i)
    starts = [s.text.split()[0] for s in doc.sents]
    assert starts == ["Harbour", "Rescue", "“We", "“The", "The"]


def test_annotations_do_not_depend_on_company(nlp: Language) -> None:
    alone = [facts(nlp(text)) for text in PAGES]
    together = [facts(doc) for doc in nlp.pipe(PAGES * 3)]
    backwards = [facts(doc) for doc in nlp.pipe(PAGES[::-1], batch_size=3)]
    assert together == alone * 3
    assert backwards == alone[::-1]


def test_given_sentences_and_words_are_kept(nlp: Language) -> None:
    words = ["They", "left", ".", "Nobody", "knows", "why", "."]
    starts: list[bool | int | None] = [True, False, False, True, False, False, False]
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=starts))
    assert [s.start for s in doc.sents] == [0, 3]


@pytest.mark.parametrize(
    "text",
    ["(" * 20_000, "a" * 100_000, "http://x.example/" + "a/" * 8_000, "and so on, he said " * 1500],
    ids=["brackets", "letters", "address", "line"],
)
def test_endless_lines_cost_no_more_than_their_length(nlp: Language, text: str) -> None:
    began = time.process_time()
    doc = nlp(text)
    assert doc.text == text
    assert time.process_time() - began < 30


def test_the_pipeline_can_be_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again.pipe_names == [FACTORY]
    assert facts(again(STORY)) == facts(nlp(STORY))


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="language model"):
        Encoder(tmp_path)
