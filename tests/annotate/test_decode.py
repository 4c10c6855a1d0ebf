from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from histor.annotate.decode import gelu


@given(st.lists(st.floats(-20, 20, width=32), min_size=1, max_size=9))
def test_gelu_is_near_the_exact_one_and_leaves_its_argument_as_it_was(values: list[float]) -> None:
    x = np.array(values, dtype=np.float32)
    found = gelu(x)
    assert found.dtype == np.float32
    assert x.tolist() == values
    exact = [v * 0.5 * (1 + math.erf(v / math.sqrt(2))) for v in values]
    np.testing.assert_allclose(found, exact, atol=1e-3)


def test_every_word_has_its_own_vector_whatever_white_space_stands_between(nlp: Language) -> None:
    plain = nlp("Two soldiers died near the river on Monday, the ministry said.")
    spaced = nlp("Two soldiers  died near   the river on Monday,  the ministry said. ")
    words = [t.i for t in spaced if not t.is_space]
    assert len(words) == len(plain) < len(spaced)
    np.testing.assert_array_equal(np.asarray(spaced.tensor)[words], np.asarray(plain.tensor))
    assert not np.asarray(spaced.tensor)[[t.i for t in spaced if t.is_space]].any()
    assert [t.head.text for t in spaced if not t.is_space] == [t.head.text for t in plain]
    assert [t.lemma_ for t in spaced if not t.is_space] == [t.lemma_ for t in plain]


def test_white_space_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = nlp("  Two soldiers  died.")
    heads = {t.i: t.head.text for t in doc if t.is_space}
    assert list(heads.values()) == ["Two", "soldiers"]
    assert all(doc[i].pos_ == "SPACE" for i in heads)


def test_several_events_of_a_sentence_have_their_own_parties(nlp: Language) -> None:
    doc = nlp("Kenya attacked Uganda, and Ethiopia condemned Somalia.")
    told = {
        e.trigger.text: ({d.text for d in e.doers}, {t.text for t in e.targets})
        for e in doc._.events
    }
    assert told["attacked"] == ({"Kenya"}, {"Uganda"})
    assert told["condemned"] == ({"Ethiopia"}, {"Somalia"})


def test_a_text_without_events_has_none(nlp: Language) -> None:
    assert nlp("The weather is mild.")._.events == ()
