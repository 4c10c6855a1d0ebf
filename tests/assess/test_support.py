from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.assess.support import held, unsupported

EVIDENCE = ["The blast killed at least eleven dockers.", "Rosa Ibarra said so.", "Fourteen died."]
KNOWN = ["Eleven dead, union says", "Nueva Palmira", "2019-03-07"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Killed: “at least eleven dockers” in “Eleven dead, union says”.",
        "The 11 killed are dockers.",
        "“The blast killed … eleven dockers” is denied by Rosa Ibarra.",
        "The page is dated 2019-03-07, and names Nueva Palmira.",
        "Killed: 14 on one page, 11 on another.",
        "“The blast killed ‘at least eleven’ dockers” is told.",
    ],
)
def test_what_the_words_carry(sentence: str) -> None:
    assert unsupported(sentence, EVIDENCE, held(KNOWN)) == ()


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("Killed: “at least twelve dockers” on one page.", ("at least twelve dockers",)),
        ("The 12 killed are dockers.", ("12",)),
        ("“The blast killed” is denied by Rosa Ybarra.", ("Rosa Ybarra",)),
        ("The page is dated 2019-03-08.", ("2019-03-08",)),
        ("The dockers of Nueva Helvecia fell.", ("Nueva Helvecia",)),
        ("“Eleven dead, union said” is what one page says.", ("Eleven dead, union said",)),
        (
            "“The blast killed no dockers” is denied by Rosa Ibarra.",
            ("The blast killed no dockers",),
        ),
        ("“The blast … killed twelve” is told.", ("The blast … killed twelve",)),
        ("Killed: 14 on one page, 41 on another.", ("41",)),
        ("The page is dated 2019-03-07/2019-03-09.", ("2019-03-07/2019-03-09",)),
        ("The dead are of Paysandú and Nueva Palmira.", ("Paysandú",)),
        (
            "“At least eleven dockers died” is told by Nueva Palmira.",
            ("At least eleven dockers died",),
        ),
    ],
)
def test_near_misses_are_not_carried(sentence: str, missing: tuple[str, ...]) -> None:
    assert unsupported(sentence, EVIDENCE, held(KNOWN)) == missing


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=4))
def test_any_text_is_checked(sentence: str, evidence: list[str]) -> None:
    assert (
        unsupported(sentence, [*evidence, sentence.replace("“", "").replace("”", "")]) is not None
    )
