"""What people came to harm by."""

from __future__ import annotations

import msgspec
import pytest

from histor.link.causes import cause_of
from histor.records import EventMention, Span
from tests.sample_records import assault, sample


@pytest.mark.parametrize(
    ("text", "trigger", "cause"),
    [
        ("Cholera killed nine people.", "killed", "illness"),
        ("Shells killed nine people in the port.", "killed", "arms"),
        ("Floods killed nine people.", "killed", "mishap"),
        ("Shells killed nine people as cholera spread.", "killed", None),
        ("An epidemic of measles spread. Nine people have died.", "died", "illness"),
        ("An epidemic of measles spread.\n\nNine people have died.", "died", None),
        ("Nine people died and 800 were infected.", "died", "illness"),
        ("Shells killed nine people in the cholera ward.", "killed", "arms"),
        ("Nine people have died. An epidemic of measles spread.", "died", None),
        ("The shelling went on while measles spread.", "shelling", "arms"),
        ("Shells struck the port.", "struck", "arms"),
        ("Measles spread while the army advanced.", "advanced", None),
    ],
)
def test_words_beside_a_death_tell_its_cause(text: str, trigger: str, cause: str | None) -> None:
    document = sample("page", text).record.document
    sentences, start = [], 0
    for part in text.split(". "):
        for line in part.split("\n\n"):
            begin = text.index(line, start)
            sentences.append((begin, begin + len(line)))
            start = begin + len(line)
    document = msgspec.structs.replace(document, sentences=tuple(sentences))
    at = next(s for s in sentences if trigger in text[s[0] : s[1]])
    span = Span(document=document.id, start=at[0], end=at[1], text=text[at[0] : at[1]])
    event = assault("e", EventMention(span=span, trigger=trigger, claim=None, status="happened"))
    assert cause_of(document, event) == cause
