"""How long ago something was, by the time that has gone by since."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("It is two years since the army seized Orle.", "seized", "2022~"),
        ("It has been nearly six months since rebels attacked Orle.", "attacked", "2023-10~"),
        ("Ten days have passed since rebels attacked Orle.", "attacked", "2024-04-14"),
        ("He worked there for two years before rebels attacked Orle.", "attacked", None),
    ],
)
def test_a_deed_is_dated_by_the_time_gone_by_since(text: str, word: str, date: str | None) -> None:
    [page] = read([article("one", text, "2024-04-24")])
    [event] = [e for e in page.events if e.mentions[0].trigger == word]
    assert (event.date.edtf if event.date else None) == date
