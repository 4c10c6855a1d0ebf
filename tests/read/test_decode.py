"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.errors import PageError
from histor.read.decode import decode

PROSE = "Der Bürgermeister sagte, die Brücke über den Fluß bleibe für Fußgänger geöffnet. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_charsets(encoding: str) -> None:
    text, _ = decode(PROSE.encode(encoding), "page")
    assert text == PROSE


def test_valid_utf8_outranks_a_wrong_declaration() -> None:
    source = '<meta charset="iso-8859-1"><p>Asunción</p>'
    assert decode(source.encode(), "page") == (source, "utf-8")


def test_declared_charset_is_used_when_utf8_fails() -> None:
    source = '<html><head><meta charset="windows-1251"></head><p>Порт закрыт</p></html>'
    assert decode(source.encode("cp1251"), "page")[0] == source


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.7 x", "binary"),
        (bytes(range(256)) * 9, "binary"),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(PageError) as caught:
        decode(data, "page")
    assert caught.value.code == code
    assert "page" in str(caught.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data, "page")
    except PageError as error:
        assert error.code in {"empty", "binary"}
    else:
        text.encode("utf-8")
