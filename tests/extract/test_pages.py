"""Claims and entities of one page, on annotations made by hand."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc, Span

from histor.annotate import Attribution
from histor.annotate.attributions import register_extensions
from histor.extract import extract
from histor.records import Claim, CleanPage, Document, PageRecord
from histor.spans import OffsetMap

register_extensions()
NLP = spacy.blank("en")


def span(doc: Doc, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = doc.text.index(words, at + 1)
    found = doc.char_span(at, at + len(words))
    assert found is not None, words
    return found


def read(
    text: str,
    names: Sequence[tuple[str, str]] = (),
    attributions: Sequence[tuple[str | None, str, Sequence[str]]] = (),
) -> PageRecord:
    doc = NLP(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in {".", "\n\n"}
    ents: list[Span] = []
    for words, label in names:
        nth = 0
        while any(
            span(doc, words, nth).start < e.end and e.start < span(doc, words, nth).end
            for e in ents
        ):
            nth += 1
        one = span(doc, words, nth)
        ents.append(Span(doc, one.start, one.end, label=label))
    doc.set_ents(ents)
    for token in doc:
        token.pos_ = "PROPN" if token.text[0].isupper() else "NOUN"
        token.lemma_ = {"denied": "deny", "accused": "accuse", "said": "say"}.get(
            token.text, token.text.lower()
        )
    doc._.attributions = tuple(
        Attribution(
            cue=span(doc, cue),
            source=span(doc, source) if source else None,
            contents=tuple(span(doc, c) for c in contents),
        )
        for source, cue, contents in attributions
    )
    document = Document(
        id="doc_1", location="page", sha256="0", title=None, outlet=None, byline=(),
        language="en", text=text, removed=(), page_date=None,
    )  # fmt: skip
    return extract(CleanPage(document=document, offsets=OffsetMap(segments=())), doc)


def only(record: PageRecord) -> Claim:
    assert len(record.claims) == 1, record.claims
    return record.claims[0]


def test_surname_joins_its_only_full_name() -> None:
    record = read(
        "Mayor Anna Lind came. Lind left. Per Lund stayed.",
        [("Anna Lind", "PERSON"), ("Lind", "PERSON"), ("Per Lund", "PERSON")],
    )
    people = {e.name: [n.text for n in e.names] for e in record.entities}
    assert people == {"Anna Lind": ["Anna Lind", "Lind"], "Per Lund": ["Per Lund"]}


def test_surname_of_two_people_joins_neither() -> None:
    record = read(
        "Anna Lind came. Olof Lind came. Then Lind, it was said, left.",
        [("Anna Lind", "PERSON"), ("Olof Lind", "PERSON")],
    )
    assert {e.name for e in record.entities} == {"Anna Lind", "Olof Lind"}


def test_name_that_is_only_signs_is_dropped_with_a_reason() -> None:
    record = read("The price was -- then.", [("--", "ORG")])
    assert not record.entities
    assert record.dropped


def test_quoted_claim() -> None:
    record = read(
        "“The bridge is shut for good,” Anna Lind said.",
        [("Anna Lind", "PERSON")],
        [("Anna Lind", "said", ["The bridge is shut for good"])],
    )
    claim = only(record)
    assert claim.quoted
    assert claim.act == "assert"
    assert claim.source is not None
    assert claim.source.entity == record.entities[0].id
    assert claim.content.text.strip("“”,") == "The bridge is shut for good"


def test_denial_is_a_denial() -> None:
    claim = only(
        read(
            "Anna Lind denied that the bridge was ever shut.",
            [("Anna Lind", "PERSON")],
            [("Anna Lind", "denied", ["that the bridge was ever shut"])],
        )
    )
    assert (claim.act, claim.quoted) == ("deny", False)


def test_every_span_holds_its_words() -> None:
    text = "“The bridge is shut for good,” Anna Lind said on Monday."
    record = read(
        text,
        [("Anna Lind", "PERSON")],
        [("Anna Lind", "said", ["The bridge is shut for good"])],
    )
    spans = [m for e in record.entities for m in e.mentions]
    spans += [t.span for t in record.times] + [t.sentence for t in record.times]
    spans += [c.content for c in record.claims] + [c.cue for c in record.claims if c.cue]
    assert len(spans) >= 4
    for one in spans:
        assert text[one.start : one.end] == one.text
