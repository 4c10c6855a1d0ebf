from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from histor.store import Store
from tests.sample_records import sample

PAGES = (
    sample("1", "Eleven dockers lost their lives when the silo blew up.", outlet="Tarn Post"),
    sample("2", "The council voted to repaint the bandstand in May."),
    sample("3", "Heavy rain is forecast for the weekend.", outlet="Tarn Post"),
)
SAYING = "An explosion at the granary killed 11 port workers"


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "tarn[1].case")
    with Store(path) as store:
        store.put(PAGES)
    return path


@pytest.fixture(scope="module")
def memory() -> Iterator[Store]:
    with Store() as store:
        store.put(PAGES)
        yield store


def beside(path: str) -> list[Path]:
    return sorted(Path(path).parent.glob("*.vectors"))


def test_what_is_said_in_other_words_is_found(memory: Store) -> None:
    hit = memory.like(SAYING, "", 1)[0]
    assert hit.document == PAGES[0].record.document.id
    assert hit.passage is not None
    assert hit.passage.text == PAGES[0].record.document.text
    assert 0 < hit.score <= 1


def test_a_query_narrows(memory: Store) -> None:
    ids = [PAGES[n].record.document.id for n in (0, 2)]
    assert {h.document for h in memory.like(SAYING, 'source:"tarn post"', 5)} <= set(ids)
    assert [h.document for h in memory.like(SAYING, "rain", 5)] == [ids[1]]


def test_the_words_shared_are_marked(memory: Store) -> None:
    hit = memory.like("the council's bandstand", "", 1)[0]
    assert [m.text for m in hit.matches] == ["council", "bandstand"]


def test_vectors_are_kept_beside_the_case_and_completed(path: str) -> None:
    told: list[tuple[int, int]] = []
    with Store(path) as store:
        store.like(SAYING, "", 1, lambda *now: told.append(now))
        assert told == [(1, 3), (2, 3), (3, 3)]
        store.put([sample("4", "A blast at the grain store left eleven dead.")])
        told.clear()
        assert len(store.like(SAYING, "", 5, lambda *now: told.append(now))) >= 2
        assert told == [(1, 1)]
    with Store(path) as store:
        told.clear()
        store.like(SAYING, "", 1, lambda *now: told.append(now))
        assert told == []
    assert len(beside(path)) == 1


@pytest.mark.parametrize("damage", [b"", b"junk" * 100])
def test_a_damaged_or_missing_file_is_made_anew(path: str, damage: bytes) -> None:
    with Store(path) as store:
        before = store.like(SAYING, "", 3)
    file = beside(path)[0]
    if damage:
        file.write_bytes(damage)
    else:
        file.unlink()
    with Store(path) as store:
        assert store.like(SAYING, "", 3) == before
    assert file.stat().st_size > len(damage)


def test_another_models_vectors_are_replaced(path: str) -> None:
    other = Path(f"{path}.00000000.vectors")
    other.write_bytes(b"old")
    with Store(path) as store:
        store.like(SAYING, "", 1)
    assert other not in beside(path)
    assert len(beside(path)) == 1


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40))
@example("")
@example("a_b snake_case")
@example("\ud800 \x00 OR AND NEAR(")
@example("word " * 3_000)
def test_any_text_is_a_sentence(memory: Store, sentence: str) -> None:
    memory.like(sentence, "", 3)
