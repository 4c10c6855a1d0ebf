"""What kind of thing some bytes or a text are, by looking at them rather than at a name."""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["Kind", "kind_of", "looks_like_html"]

Kind = Literal["warc", "gzip", "json", "jsonl", "feed", "html", "text", "case", "parquet"]

_DOCUMENT = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.I)
_TAGS = re.compile(
    r"</?(?:p|div|a|span|br|li|ul|h[1-6]|article|section|table|td|tr|img)\b[^<>]*>", re.I
)
_FEED = re.compile(r"<(?:rss[\s>]|feed\b[^>]*http://www\.w3\.org/2005/Atom|rdf:RDF)", re.I)


def kind_of(data: bytes) -> Kind:
    """Say what the first bytes of a file are."""
    if data.startswith(b"\x1f\x8b"):
        return "gzip"
    if data.startswith(b"SQLite format 3\x00"):
        return "case"
    if data.startswith(b"PAR1"):
        return "parquet"
    if re.match(rb"WARC/\d", data):
        return "warc"
    head = data[:4_096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _FEED.search(head.decode("latin-1")) and head.startswith(b"<"):
        return "feed"
    if head.startswith(b"["):
        return "json" if re.match(rb"\[\s*\{", head) else "text"
    if re.match(rb'\{\s*"', head):
        first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)
        return "jsonl" if first[0].rstrip().endswith(b"}") else "json"
    return "html" if looks_like_html(data[:200_000].decode("latin-1")) else "text"


def looks_like_html(text: str) -> bool:
    """Say whether a text is marked up, and not a flattened page with a remnant of markup in it."""
    head = text[:200_000]
    if _DOCUMENT.search(head[:5_000]):
        return True
    tags = len(_TAGS.findall(head))
    return tags >= 4 and tags * 200 > len(head)
