"""Pages that say beside their story that they are translations. All is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

import histor

STORY = (
    "The ferry to the outer islands will not sail before the end of the week, the council of "
    "Tarvik said on Monday, and the army is to bring flour and oil by boat.\n\n"
    "Nobody has been hurt. “We are cold and we are cross,” said Petra Hollin, who runs the shop "
    "on the largest of the islands and has sold her last candles.\n"
)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Automatic translation from Norwegian | See the original", True),
        ("This text was machine translated. It may contain errors.", True),
        ("Translated from the Danish. Show original", True),
        ("Read in Norwegian", False),
        ("Poem translated from Greek wins prize", False),
    ],
)
def test_a_page_may_say_that_it_is_a_translation(tmp_path: Path, line: str, says: bool) -> None:
    page = f"Hill Voice\n\n{line}\n\nFerry to the islands stays in port\n\n3 March 2021\n\n{STORY}"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        found = [f for f in case.export().findings if f.kind == "translated_text"]
    assert bool(found) is says
    if found:
        assert "says that it is a translation" in found[0].summary and found[0].evidence
