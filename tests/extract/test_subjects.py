"""Whose the words of saying are, also where what was read stands in no order."""

from __future__ import annotations

import spacy

from histor.annotate import Attribution
from histor.extract.claims.subjects import with_subjects


def test_contents_out_of_order_leave_no_empty_one() -> None:
    doc = spacy.blank("en")("Ana Ana Ana Ana Ana Ana")
    for token in doc:
        token.is_sent_start = token.i == 0
    outer = Attribution(cue=doc[1:2], source=None, contents=(doc[3:5], doc[0:1]))
    inner = Attribution(cue=doc[2:3], source=doc[2:3], contents=(doc[3:5],))
    found = with_subjects([outer, inner])
    assert all(len(c) for a in found for c in a.contents)
