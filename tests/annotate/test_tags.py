"""Tags chosen together, and sentences that begin where print begins them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from histor.annotate.decode import sentence_starts
from histor.annotate.tags import compatible, joint_tags

UPOS = ["NOUN", "VERB", "AUX", "PART", "PROPN"]
XPOS = ["NN", "VBD", "TO", "NNP", "odd"]


def test_a_past_tense_is_no_particle() -> None:
    together = compatible(UPOS, XPOS)
    upos = np.array([[0.0, 1.0, 0.0, 1.2, 0.0]], dtype=np.float32)
    xpos = np.array([[0.0, 9.0, 0.0, 0.0, 0.0]], dtype=np.float32)
    tag, penn = joint_tags(upos, xpos, together)
    assert (UPOS[tag[0]], XPOS[penn[0]]) == ("VERB", "VBD")


@given(st.lists(st.floats(-9, 9, width=32), min_size=10, max_size=10))
def test_chosen_tags_always_go_together(scores: list[float]) -> None:
    together = compatible(UPOS, XPOS)
    upos = np.array([scores[:5]], dtype=np.float32)
    xpos = np.array([scores[5:]], dtype=np.float32)
    tag, penn = joint_tags(upos, xpos, together)
    assert together[tag[0], penn[0]]


def margins(*values: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([[0.0, v] for v in values], dtype=np.float32)


def test_no_sentence_begins_inside_a_clause() -> None:
    words = ["The", "Tarnian", "army", "lifted", "a", "blockade", ".", "It", "left"]
    starts = sentence_starts(margins(5, -5, -3, 1.8, -5, -5, -5, 4, -5), words)
    assert [w for w, s in zip(words, starts, strict=True) if s] == ["The", "It"]


def test_a_sentence_begins_behind_an_hour_unless_its_day_or_zone_follows() -> None:
    for follows, begins in (("Officials", True), ("Friday", False), ("Lima", False)):
        after = "time" if follows == "Lima" else "said"
        words = ["Shots", "fell", "at", "9", "p.m.", follows, after]
        found = sentence_starts(margins(5, -5, -5, -5, -5, -2, -5), words)
        assert found[5] is begins, follows


def test_a_capital_after_a_comma_must_be_sure() -> None:
    words = ["On", "Monday", ",", "Kenyan", "troops", "News"]
    assert sentence_starts(margins(5, -3, -3, 2.2, -5, 3.0), words) == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]
