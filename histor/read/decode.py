"""Bytes to text: byte-order marks, declared and detected character sets, and binary files."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from histor.errors import PageError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
#: first bytes of kinds of file that hold no page, whatever their name says
_BINARY = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x7fELF",
    b"SQLite format 3\x00",
    b"RIFF",
    b"OggS",
    b"\xd0\xcf\x11\xe0",
)
_SAMPLE = 65_536


def decode(data: bytes, location: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text of a page and the name of its encoding.

    A byte-order mark outranks valid UTF-8, which outranks what a header or the markup declares
    (pages that declare wrongly are common), which outranks detection by charset-normalizer.

    Raises:
        PageError: the bytes are empty (code ``empty``) or not text (code ``binary``).
    """
    if not data.strip():
        raise PageError(location, "empty", "the page is empty; fetch it again")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _clean(data.decode(name, errors="replace")), name
    if data.startswith(_BINARY) or data[:_SAMPLE].count(0) > len(data[:_SAMPLE]) // 100:
        raise PageError(
            location, "binary", "this is a binary file, not a page; save the page as HTML or text"
        )
    try:
        return _clean(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        # one broken character in a page that is UTF-8 otherwise is damage, not another charset
        if error.start > 2_000 and data[: error.start].count(b"\xc3") > 2:
            return _clean(data.decode("utf-8", errors="replace")), "utf-8"
    match = _DECLARED.search(data[:4_096])
    for said in (declared, match.group(1).decode("ascii") if match else None):
        known = _try(data, said)
        if known is not None and said is not None:
            return _clean(known), said.lower()
    best = from_bytes(data[:_SAMPLE]).best()
    name = best.encoding if best else "cp1252"
    text = data.decode(name, errors="replace")
    if _unprintable(text[:_SAMPLE]) > 0.1:
        raise PageError(
            location, "binary", "this is a binary file, not a page; save the page as HTML or text"
        )
    return _clean(text), name


def _try(data: bytes, name: str | None) -> str | None:
    if name is None or name.lower().replace("-", "") == "utf8":
        return None
    try:
        return data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _unprintable(text: str) -> float:
    odd = sum(not (c.isprintable() or c.isspace()) or c == "\ufffd" for c in text)
    return odd / max(1, len(text))


def _clean(text: str) -> str:
    # lone surrogates cannot be stored or written; one replacement keeps every offset
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
