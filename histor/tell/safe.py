"""Page content made harmless for each form of output."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["escape_markdown", "shorten", "visible", "web_address"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&$^=:])")
#: marks that turn the direction of text and can swallow what follows them
_DIRECTION = frozenset("\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def visible(text: str) -> str:
    """Return a text without control characters and direction marks, on one line."""
    kept = (
        " " if c.isspace() else c
        for c in text
        if c.isspace()
        or not (unicodedata.category(c) in {"Cc", "Cs"} or c in _DIRECTION or _no_character(c))
    )
    return " ".join("".join(kept).split())


def _no_character(c: str) -> bool:
    """Say whether Unicode has set this code point aside for no character; XML forbids some."""
    return ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF


def shorten(text: str, limit: int = 160) -> str:
    """Return a visible text cut at ``limit`` characters, with an ellipsis where it was cut."""
    words = visible(text)
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def escape_markdown(text: str) -> str:
    """Return a visible text in which no character means anything to Markdown or HTML."""
    return _MARKDOWN.sub(r"\\\1", visible(text)).replace("\\<", "&lt;").replace("\\>", "&gt;")


def web_address(location: str) -> str | None:
    """Return a location that may be linked to: an http or https address and nothing else."""
    plain = re.fullmatch(r"https?://[^\s\"'<>\\^`{|}]+", location, re.I)
    return location if plain else None
