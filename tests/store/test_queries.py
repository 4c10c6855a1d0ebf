from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from histor.store.queries import Query, any_word, parse


def test_words_phrases_and_beginnings() -> None:
    assert parse('ferry "two piers" harbo*').match == '"ferry" "two piers" "harbo*"*'


def test_fields() -> None:
    query = parse('source:"Tarn Post" Actor:army place:Tarn after:2021-03 before:2022 ferry')
    assert query == Query(
        match='"ferry"',
        sources=("Tarn Post",),
        actors=("army",),
        places=("Tarn",),
        after="2021-03-01",
        before="2022-01-01",
    )


def test_of_two_bounds_the_narrower_holds() -> None:
    query = parse("after:2021 after:2020-05-01 before:2023 before:2022-02-28")
    assert (query.after, query.before) == ("2021-01-01", "2022-02-28")


@pytest.mark.parametrize(
    "typed",
    [
        "after:yesterday",
        "before:2021-13",
        "after:2021-02-30",
        "after:0000",
        "title:ferry",
        "source:",
    ],
)
def test_what_is_no_field_is_words(typed: str) -> None:
    assert parse(typed) == Query(match=f'"{typed}"')


def test_a_pasted_text_is_cut() -> None:
    assert (parse("ferry " * 5_000).match or "").count('"ferry"') == 60
    assert (any_word(" ".join(map(str, range(5_000)))) or "").count(" OR ") == 59


@given(st.text())
@example('source:"')
@example("after:２０２１")
def test_any_text_is_read(typed: str) -> None:
    query = parse(typed)
    assert query.match is None or query.match.count('"') % 2 == 0
