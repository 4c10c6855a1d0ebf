from __future__ import annotations

from pathlib import Path

import pytest

import histor
from histor import case as case_module
from histor import link as link_room
from histor.link import link
from histor.store import Store
from histor.store.kept import KeptRow
from histor.tell import export_json
from tests.sample_heaps import write_many


def kept(store: Store, state: str) -> list[tuple[int, bytes]] | None:
    with store.kept(state) as found:
        return list(found.rows("events")) if found is not None else None


def test_what_was_kept_is_for_one_state_alone(tmp_path: Path) -> None:
    with Store(str(tmp_path / "case.db")) as store:
        assert kept(store, "a") is None
        store.keep("a", [KeptRow("events", 0, b"one"), KeptRow("events", 1, b"other")])
        assert kept(store, "a") == [(0, b"one"), (1, b"other")]
        store.keep("b", [KeptRow("events", 0, b"two")])
        assert (kept(store, "a"), kept(store, "b")) == (None, [(0, b"two")])


def test_a_read_only_case_keeps_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "case.db")
    Store(path).close()
    with Store(path, create=False, readonly=True) as store:
        assert not store.keep("a", [KeptRow("events", 0, b"one")])
        assert kept(store, "a") is None


def test_the_record_is_made_once_for_each_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_module, "_KEPT_PAGES", 2)
    made: list[int] = []

    def counted(*args: object) -> object:
        made.append(1)
        return link(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(link_room, "link", counted)
    pages = write_many(tmp_path / "pages.jsonl", 3)
    path = tmp_path / "case.db"
    with histor.open(path) as case:
        case.add([pages])
        first = export_json(case.export())
    with histor.open(path) as case:
        assert export_json(case.export()) == first
    assert len(made) == 1
    with histor.open(path) as case:
        case.add([write_many(tmp_path / "more.jsonl", 4)])
        assert export_json(case.export()) != first
    assert len(made) == 2
