"""Page content made harmless for each form of output."""

from __future__ import annotations

import re

__all__ = ["escape_markdown", "shorten", "visible", "web_address"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&$^=:])")
#: marks that turn the direction of text and can swallow what follows them
_DIRECTION = "\u061c\u202a-\u202e\u2066-\u2069\u200e\u200f"
#: control characters that are no white space, half characters, and no characters
_CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
_NONE = "\ufdd0-\ufdef" + "".join(chr(0x10000 * n + x) for n in range(17) for x in (0xFFFE, 0xFFFF))
_UNSEEN = re.compile(f"[{_CONTROL}{_DIRECTION}{_NONE}]")


def visible(text: str) -> str:
    """Return a text without control characters and direction marks, on one line.

    Code points that Unicode has set aside for no character go too; XML forbids some of them.
    """
    return " ".join(_UNSEEN.sub("", text).split())


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
