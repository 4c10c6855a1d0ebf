from __future__ import annotations

import sqlite3
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.store import Store
from histor.store.migrations import SEARCH_WORDS
from tests.sample_records import sample

PAGES = (
    sample("1", "The ferry to Tarn was late.", title="Ferry late", outlet="Tarn Post"),
    sample("2", "A late train, not a boat, carried the ferries' crews.", title="Trains"),
    sample("3", "Nothing moved in São Bento.", title="A quiet day", outlet="Coast Weekly"),
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store() as opened:
        opened.put(PAGES)
        yield opened


def titles(store: Store, query: str) -> list[str | None]:
    return [hit.title for hit in store.search(query, 10)]


def test_all_words_must_stand_and_titles_weigh_more(store: Store) -> None:
    assert titles(store, "ferry late") == ["Ferry late", "Trains"]
    assert titles(store, "ferry late coast") == []


def test_phrases_beginnings_outlets_and_accents(store: Store) -> None:
    assert titles(store, '"late train"') == ["Trains"]
    assert titles(store, '"train late"') == []
    assert titles(store, "noth*") == ["A quiet day"]
    assert titles(store, "coast weekly") == ["A quiet day"]
    assert titles(store, "sao bento") == ["A quiet day"]


def test_a_hit_shows_the_words_where_they_stand(store: Store) -> None:
    hit = store.search("bento", 1)[0]
    text = PAGES[2].record.document.text
    assert hit.passage is not None
    assert text[hit.passage.start : hit.passage.end] == hit.passage.text == text
    assert [(m.text, text[m.start : m.end]) for m in hit.matches] == [("Bento", "Bento")]
    assert store.search("quiet", 1)[0].passage is None


def test_limit(store: Store) -> None:
    assert len(store.search("late", 1)) == 1


@pytest.mark.parametrize("query", ["", "   ", '"', '""', "(", "*", "\x00", "'", "-", ":"])
def test_without_a_word_nothing_is_found(store: Store, query: str) -> None:
    assert store.search(query, 3) == []


@pytest.mark.parametrize("query", ["ferry)", "(ferry", 'ferry"', "+ferry", "'ferry'"])
def test_punctuation_around_a_word_is_no_syntax(store: Store, query: str) -> None:
    assert titles(store, query)[:1] == ["Ferry late"]


@pytest.mark.parametrize("query", ["ferry AND late", "ferry OR nothing", "title:ferry", "NEAR(a)"])
def test_operators_are_words(store: Store, query: str) -> None:
    assert store.search(query, 3) == []


_FIELDS = st.sampled_from(
    ["source:", "actor:", "place:", "after:", "before:", '"', "*", " ", "2021"]
)


@given(st.lists(st.one_of(_FIELDS, st.text(max_size=8)), max_size=6).map("".join) | st.text())
def test_any_text_is_a_query(store: Store, query: str) -> None:
    store.search(query, 3)


@pytest.mark.parametrize("query", ["late " * 20_000, '"' + "late " * 20_000 + '"', "x" * 1_000_000])
def test_a_pasted_text_is_a_query(store: Store, query: str) -> None:
    store.search(query, 3)


def test_every_letter_and_number_is_part_of_a_word() -> None:
    signs = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c)[0] in "LN"]
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f'CREATE VIRTUAL TABLE s USING fts5 (t, tokenize = "{SEARCH_WORDS}")')
        memory.execute("CREATE VIRTUAL TABLE words USING fts5vocab (s, instance)")
        memory.executemany("INSERT INTO s VALUES (?)", ((f"a{sign}b",) for sign in signs))
        cut = memory.execute("SELECT doc FROM words WHERE term IN ('a', 'b')").fetchall()
        assert [signs[row - 1] for (row,) in cut] == []


@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_any_word_of_a_page_finds_it(word: str) -> None:
    with Store() as fresh:
        fresh.put([sample("x", f"before {word} after")])
        assert [h.passage is not None for h in fresh.search(word, 3)] == [True]
