"""Whatever the pipeline says of a page, what is extracted points at the page's own words."""

from __future__ import annotations

from collections.abc import Iterator

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from histor.annotate import Attribution
from histor.annotate.extensions import register_extensions
from histor.extract import extract
from histor.extract.dates import edtf
from histor.records import PageRecord
from histor.records import Span as Words
from tests.extract.hand_made import page_of

_NLP = spacy.blank("en")
_POS = ["NOUN", "PROPN", "VERB", "AUX", "ADP", "DET", "PUNCT", "PRON", "ADJ", "ADV", "SCONJ"]
_TAGS = ["NN", "NNP", "VBD", "VB", "VBN", "POS", "JJ", "IN"]
_DEPS = ["nsubj", "obj", "ccomp", "advcl", "flat", "appos", "punct", "mark", "acl:relcl", "obl"]
_WORDS = st.sampled_from(
    """Ana Lima the The minister of State said told according to According “ ” " ‘ ’ « » , . He she
    who it that not on Monday last week 2011 May 5 Salto News Radio (SNR) SNR \n\n accused called for
    Secretary President by a official 's ’s — ... denied""".split(" ")
)


@st.composite
def documents(draw: st.DrawFn) -> Doc:
    """Make an annotated text of which nothing may be taken for granted."""
    register_extensions()
    text = " ".join(draw(st.lists(_WORDS, min_size=1, max_size=40))).strip() or "x"
    words = _NLP.make_doc(text)
    size = len(words)
    at = st.integers(0, size - 1)
    root = draw(at)
    heads = [i if i == root else draw(st.sampled_from([root, max(0, i - 1)])) for i in range(size)]
    doc = Doc(
        words.vocab,
        words=[t.text for t in words],
        spaces=[bool(t.whitespace_) for t in words],
        pos=[draw(st.sampled_from(_POS)) for _ in range(size)],
        tags=[draw(st.sampled_from(_TAGS)) for _ in range(size)],
        lemmas=[t.lower_ for t in words],
        heads=heads,
        deps=[
            "root" if i == head else draw(st.sampled_from(_DEPS)) for i, head in enumerate(heads)
        ],
    )
    labels = st.sampled_from(["PERSON", "ORG", "PLACE", "GROUP", "OTHER"])
    ents = [_span(draw, doc, draw(labels)) for _ in range(draw(st.integers(0, 6)))]
    doc.set_ents(spacy.util.filter_spans(ents))
    doc._.attributions = tuple(
        Attribution(
            source=_span(draw, doc) if draw(st.booleans()) else None,
            cue=_span(draw, doc) if draw(st.integers(0, 5)) else None,
            contents=tuple(_span(draw, doc) for _ in range(draw(st.integers(0, 3)))),
        )
        for _ in range(draw(st.integers(0, 5)))
    )
    return doc


def _span(draw: st.DrawFn, doc: Doc, label: str = "") -> Span:
    start = draw(st.integers(0, len(doc) - 1))
    return Span(doc, start, draw(st.integers(start + 1, min(len(doc), start + 8))), label=label)


def _words(record: PageRecord) -> Iterator[Words]:
    for entity in record.entities:
        yield from entity.mentions
        yield from (span for role in entity.roles for span in role.evidence)
    for claim in record.claims:
        yield claim.content
        yield from (source.span for source in (claim.source, *claim.chain) if source)
        if claim.cue:
            yield claim.cue
    for time in record.times:
        yield time.span
        yield time.sentence


@settings(max_examples=150, deadline=None)
@given(documents(), st.none() | st.dates())
def test_every_span_is_exact_whatever_is_annotated(doc: Doc, day: object) -> None:
    record = extract(page_of(doc.text, str(day) if day else None), doc)
    assert record.document.text == doc.text
    for span in _words(record):
        assert span.text and doc.text[span.start : span.end] == span.text
    ids = [entity.id for entity in record.entities]
    ids += [claim.id for claim in record.claims]
    ids += [time.id for time in record.times]
    assert len(ids) == len(set(ids))
    entities = {entity.id for entity in record.entities}
    for claim in record.claims:
        assert claim.source is None or claim.source.entity in entities | {None}
    for time in record.times:
        assert time.date is None or edtf.is_edtf(time.date.edtf)
    for (_, before), (after, _) in zip(
        record.document.sentences, record.document.sentences[1:], strict=False
    ):
        assert before <= after


def test_sentences_are_the_pipelines_without_white_space() -> None:
    doc = Doc(
        _NLP.vocab,
        words=["It", "sank", ".", "\n\n", "It", "rained", "."],
        spaces=[True, False, False, False, True, False, False],
        sent_starts=[True, False, False, False, True, False, False],
    )
    register_extensions()
    record = extract(page_of(doc.text), doc)
    text = record.document.text
    assert [text[a:b] for a, b in record.document.sentences] == ["It sank.", "It rained."]


def test_a_content_of_marks_before_a_preposition_is_kept_whole() -> None:
    doc = Doc(
        _NLP.vocab,
        words=["Ana", "“", "“", "of", "Ana"],
        tags=["NNP", "``", "``", "IN", "NNP"],
        pos=["PROPN", "PUNCT", "PUNCT", "ADP", "PROPN"],
        deps=["root", "punct", "punct", "case", "nmod"],
        heads=[0, 0, 0, 4, 0],
        lemmas=["Ana", "“", "“", "of", "Ana"],
    )
    doc._.attributions = [Attribution(cue=None, source=doc[0:5], contents=(doc[1:4],))]
    assert extract(page_of(doc.text, None), doc).document.text == doc.text
