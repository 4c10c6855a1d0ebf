from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.cli.terminal import complain, plain, print_table

Output = pytest.CaptureFixture[str]


@given(st.text())
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    cleaned = plain(text)
    assert not any(unicodedata.category(c) in {"Cc", "Zl", "Zp"} for c in cleaned)
    assert not any(unicodedata.bidirectional(c) in {"RLO", "LRO", "RLI", "PDF"} for c in cleaned)
    assert plain(cleaned) == cleaned


def test_escapes_and_line_ends_cannot_forge_output(capsys: Output) -> None:
    print_table(("name",), [("red\x1b[31m\ttab\nnew line",)])
    assert capsys.readouterr().out == "name\nred [31m tab new line\n"
    complain("a\x1b]0;title\x07b\r\nhistor: forged")
    assert capsys.readouterr().err == "histor: a ]0;title b histor: forged\n"


def test_markup_is_shown_as_it_is(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_table(("na[b]me",), [("[bold red]loud[/bold red] :smile: [link=http://x]y[/link]",)])
    out = capsys.readouterr().out
    assert "na[b]me" in out
    assert "[bold red]loud[/bold red] :smile: [link=http://x]y[/link]" in " ".join(out.split())
