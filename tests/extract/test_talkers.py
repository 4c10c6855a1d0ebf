"""Who talks with whom, where the word for their talks does not govern both. Invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Foreign Minister Ivan Petrov, who was in Lima for talks with Anna Kovar, was grim.", "talks"),
        ("Ivan Petrov, in town for meetings with Anna Kovar, told reporters that he was grim.", "meetings"),
        ("A spokesman said Ivan Petrov had briefed her on his conversation with Anna Kovar.", "conversation"),
        ("In a phone call late on Monday, Ivan Petrov told Premier Anna Kovar that he would go.", "call"),
        ("Ivan Petrov spoke with Omar Diaz on Friday, a day after he held a call with Anna Kovar.", "call"),
    ],
)  # fmt: skip
def test_both_talk(text: str, word: str) -> None:
    record = read([article("page", text, "2015-06-05")])[0]
    names = {e.id: e.name for e in record.entities}
    [event] = [e for e in record.events if any(m.trigger == word for m in e.mentions)]
    assert {names[a] for a in event.actors} == {"Ivan Petrov", "Anna Kovar"}
