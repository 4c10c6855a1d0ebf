"""Another spaCy pipeline in the place of histor's own: what it sets is what histor works with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans
from typer.testing import CliRunner

from histor.annotate import Attribution, load_pipeline
from histor.case import Case
from histor.cli.main import app
from histor.errors import PipelineError

PAGE = """Ferry talks

Mayor Ilse Brandt said the ferry will sail again on 3 May 2021. Harbour workers in Tarn doubt it.
The crossing has been closed since the storm of last winter, and the council has met twice.
"""


@Language.factory(
    "rules_for_a_test",
    assigns=["token.tag", "token.pos", "token.lemma", "token.head", "token.dep", "doc.ents"],
)
def make_rules(nlp: Language, name: str) -> Rules:
    return Rules()


class Rules:
    """A parser, tagger, recognizer and finder of attributions out of a few rules."""

    def __call__(self, doc: Doc) -> Doc:
        root = 0
        for token in doc:
            if token.is_sent_start:
                root = next((t.i for t in doc[token.i :] if t.lower_ == "said"), token.i)
                if doc[root].sent != token.sent:
                    root = token.i
            token.lemma_ = token.lower_
            token.tag_ = "VBD" if token.lower_ == "said" else "NN"
            token.pos_ = "VERB" if token.lower_ == "said" else "NOUN"
            token.head, token.dep_ = doc[root], "ROOT" if token.i == root else "dep"
        found = []
        for label, name in (("PERSON", "Ilse Brandt"), ("GPE", "Tarn")):
            for match in re.finditer(name, doc.text):
                span = doc.char_span(*match.span(), label=label)
                found += [span] if span is not None else []
        doc.ents = filter_spans(found)
        said = [
            Attribution(
                source=next((e for e in token.sent.ents if e.end <= token.i), None),
                cue=doc[token.i : token.i + 1],
                contents=(doc[token.i + 1 : token.sent.end],),
            )
            for token in doc
            if token.lower_ == "said"
        ]
        doc._.attributions = tuple(said)
        return doc

    def to_disk(self, path: Path, exclude: object = ()) -> None:
        """Rules have nothing to save."""

    def from_disk(self, path: Path, exclude: object = ()) -> Rules:
        return self


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("rules_for_a_test")
    nlp.to_disk(tmp_path / "rules")
    return tmp_path / "rules"


def test_the_rest_works_with_what_another_pipeline_sets(saved: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    with Case.temporary() as case:
        report = case.add([page], reader=load_pipeline(str(saved)))
        export = case.export()
    assert report.failures == ()
    assert {(e.name, e.kind) for e in export.entities} == {
        ("Ilse Brandt", "person"),
        ("Tarn", "place"),
    }
    [claim] = export.claims
    assert claim.source is not None
    assert claim.source.text == "Ilse Brandt"
    assert "the ferry will sail again" in claim.content.text
    assert "2021-05-03" in {t.date.edtf for t in export.times if t.date}


def test_the_command_line_reads_with_it_too(saved: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    case = tmp_path / "a.case"
    result = CliRunner().invoke(app, ["add", str(case), str(page), "--pipeline", str(saved)])
    assert result.exit_code == 0, result.output
    assert "1 added" in result.output


def test_what_is_no_pipeline_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="cannot be loaded"):
        load_pipeline(str(tmp_path / "nothing"))


def test_a_pipeline_that_reads_too_little_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="a parser"):
        load_pipeline(str(tmp_path / "blank"))
