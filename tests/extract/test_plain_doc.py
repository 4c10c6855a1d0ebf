"""Plain words answer as the tokens that they stand for."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from histor.extract.plain_doc import plain
from histor.extract.tokens import tokens_with

TEXT = (
    "The governor of Velmora, who had fled by boat, said on Monday that two ferries were shelled.\n"
    "\n“Nobody was hurt,” she told the Harbour Post, and denied that troops would leave by May."
)
#: what is told of a word by a value, by a word, and by several
VALUES = (
    "text lower_ lemma_ pos_ tag_ dep_ idx ent_type_ ent_iob_ is_punct is_space is_quote is_alpha "
    "is_title is_sent_start is_sent_end whitespace_ like_num n_lefts shape_"
).split()
WORDS = "head left_edge right_edge".split()
SEVERAL = "children lefts rights subtree ancestors conjuncts".split()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def places(words: Iterable[Token]) -> list[int]:
    return [word.i for word in words]


def bounds(spans: Iterable[Span]) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label_) for span in spans]


def test_words_answer_as_tokens(doc: Doc) -> None:
    with plain(doc) as words:
        assert len(words) == len(doc)
        for token, word in zip(doc, words, strict=True):
            assert [getattr(word, a) for a in VALUES] == [getattr(token, a) for a in VALUES]
            assert [getattr(word, a).i for a in WORDS] == [getattr(token, a).i for a in WORDS]
            for name in SEVERAL:
                assert places(getattr(word, name)) == places(getattr(token, name)), name
            assert bounds([word.sent]) == bounds([token.sent])
            assert word._.factuality == token._.factuality
            assert word == words[word.i]
            assert len(word) == len(token)


def test_spans_answer_as_spans(doc: Doc) -> None:
    with plain(doc) as words:
        for start in range(len(doc)):
            for end in range(start, len(doc) + 1):
                span, stretch = doc[start:end], words[start:end]
                assert (stretch.text, stretch.lemma_) == (span.text, span.lemma_)
                assert stretch.root.i == span.root.i
                assert (stretch.start_char, stretch.end_char) == (span.start_char, span.end_char)
                for name in ("lefts", "rights", "subtree"):
                    assert places(getattr(stretch, name)) == places(getattr(span, name))
                assert bounds(stretch.ents) == bounds(span.ents)
                assert bounds([stretch[1:-1]]) == bounds([span[1:-1]])


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_characters_are_found_as_a_document_finds_them(doc: Doc, mode: str) -> None:
    with plain(doc) as words:
        for start in range(0, len(TEXT) + 2):
            for end in range(start, min(start + 20, len(TEXT) + 2)):
                span = doc.char_span(start, end, alignment_mode=mode)
                stretch = words.char_span(start, end, alignment_mode=mode)
                assert (stretch is None) == (span is None)
                if stretch is not None and span is not None:
                    assert bounds([stretch]) == bounds([span])


def test_what_the_reader_found_is_of_plain_words(doc: Doc) -> None:
    with plain(doc) as words:
        assert words.text == doc.text
        assert bounds(words.ents) == bounds(doc.ents)
        assert bounds(words.sents) == bounds(doc.sents)
        assert bounds(words.spans["events"]) == bounds(doc.spans["events"])
        assert words._.chains is words._.chains
        assert [bounds(c) for c in words._.chains] == [bounds(c) for c in doc._.chains]
        for event, read in zip(words._.events, doc._.events, strict=True):
            assert event.trigger.root is words[read.trigger.root.i]
            assert (event.type, event.status) == (read.type, read.status)
            assert bounds(event.doers) == bounds(read.doers)
        for said, read in zip(words._.attributions, doc._.attributions, strict=True):
            assert bounds([said.cue, *said.contents]) == bounds([read.cue, *read.contents])


def test_words_are_found_by_their_values_as_tokens_are(doc: Doc) -> None:
    with plain(doc) as words:
        for _ in range(2):
            for attribute, values in (("POS", ["VERB", "NOUN"]), ("LOWER", ["the"]), ("ORTH", [])):
                found = tokens_with(words, attribute, values)
                assert places(found) == places(tokens_with(doc, attribute, values))


def test_there_are_no_words_beyond_the_last(doc: Doc) -> None:
    with plain(doc) as words:
        for given in (doc, words):
            with pytest.raises(IndexError):
                given[len(doc)]
            with pytest.raises(IndexError):
                given[0].nbor(-1)
            with pytest.raises(IndexError):
                given[2:4][2]
