"""Hostile inputs: real pages mutated, wrapped and blown up, and texts drawn by hypothesis.

Every input is a function of a seed and a number alone, so that a fault found on one machine is
found again on another.
"""

from __future__ import annotations

import gzip
import io
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

__all__ = ["Maker", "seed_pages"]

#: pieces that have broken readers of pages before: markup left open, markup that runs, references,
#: entities that grow, marks that turn text around, dates that are none, bytes that are no text
PIECES: tuple[bytes, ...] = (
    *(
        piece.encode()
        for piece in (
            "<",
            ">",
            "&",
            '"',
            "'",
            "\x00",
            "\n",
            "\r\n",
            " ",
            "\t",
            "\xa0",
            "\u2028",
            "\ufeff",
            "<p>",
            "</p>",
            "<p ",
            "<div>",
            "</div>",
            "<div ",
            "<span>",
            "<br>",
            "<h1>",
            "</h1>",
            "<h1 ",
            "<title>",
            "</title>",
            "<title ",
            "<table><tr><td>",
            "<ul><li>",
            "<blockquote>",
            "<article>",
            "<main>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<!doctype html>",
            "<html>",
            "<body>",
            "</body>",
            "<?xml version='1.0' encoding='utf-16'?>",
            "<meta charset=utf-7>",
            "<meta charset=",
            "<a href=",
            "<script>",
            "<script>alert(1)</script>",
            "</script>",
            "<style>@import 'x'</style>",
            "<style>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<iframe src=file:///etc/passwd>",
            "<img src=x onerror=alert(1)>",
            "<a href='javascript:alert(1)'>x</a>",
            "<template>",
            "<noscript>",
            "<base href='http://127.0.0.1/'>",
            "<link rel=stylesheet href='http://127.0.0.1/x'>",
            "<meta http-equiv=refresh content='0;url=http://127.0.0.1/'>",
            "<textarea>",
            "<plaintext>",
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
            "&a;",
            "&b;",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
            "&e;",
            "&#0;",
            "&#xD800;",
            "&#99999999;",
            "&amp;amp;",
            "&nbsp;",
            "&lt;script&gt;",
            "&notin",
            "&#x202e;",
            "\u202e",
            "\u2066",
            "\u200b",
            "\u200d",
            "\u0301",
            "\u2800",
            "\u28ff\u2801",
            "\U0001f6a2",
            "\ufffd",
            "\u1680",
            "\u0130",
            "\u1e9e",
            "ﷺ",
            "<rss version='2.0'><channel><item><description>",
            "</description></item></channel></rss>",
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>",
            "</content></entry></feed>",
            '{"text": "',
            '"}',
            '[{"',
            "[[[[",
            '{"articles": [',
            '"date_publish": "',
            "WARC/1.0\r\n",
            "WARC-Type: response\r\n",
            "Content-Length: 99999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Content-Encoding: gzip\r\n",
            "HTTP/1.1 200 OK\r\n\r\n",
            "Content-Type: text/html; charset=zlib\r\n",
            "2020-02-30",
            "31 April 2021",
            "99/99/9999",
            "May",
            "the 1st of ",
            "last ",
            "two years ago ",
            "since ",
            "between 1999 and ",
            "0000-00-00",
            "12:12 ",
            "1 ",
            "20",
            "’90s-",
            "quarter of ",
            "By ",
            "Published: ",
            "Updated ",
            "© ",
            "Read more ",
            "Share ",
            "Advertisement ",
            "http://127.0.0.1/",
            "By: A B, ",
            " - ",
            " | ",
            "- ",
            ". ",
            "said ",
            "“",
            "”",
            "the ",
            "A",
            "a",
            "Tarn ",
            "PK\x03\x04",
            "\ufeff",
            "+ADw-script+AD4-",
        )
    ),
    b"\xff",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x1f\x8b",
    b"\x80\x81\x82",
)
_CODECS = ("utf-8", "utf-16", "utf-16-be", "utf-32", "cp1251", "latin-1", "shift_jis", "utf-7")
#: bytes of an ordinary input, so that many are tried, and of the rare large one
_SMALL, _LARGE = 3_000, 2_000_000
_LARGE_ONE_IN = 400


def seed_pages(folders: Sequence[Path]) -> tuple[bytes, ...]:
    """Return the files under ``folders``, in the order of their names.

    Raises:
        OSError: a file cannot be read.
    """
    return tuple(
        path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_size
    )


class Maker:
    """Makes hostile inputs out of real pages."""

    def __init__(self, pages: Sequence[bytes], seed: int) -> None:
        if not pages:
            raise ValueError("there are no pages to mutate")
        self._pages = pages
        self._seed = seed
        self._texts = tuple(page.decode("utf-8", "replace") for page in pages)

    def chance(self, target: str, number: int) -> random.Random:
        """Return the source of chance of one input."""
        return random.Random(f"{self._seed}/{target}/{number}")

    def page(self, chance: random.Random) -> bytes:
        """Return a page that has been through a few mutations, now and then a very large one."""
        data = self._window(chance)
        for _ in range(chance.randint(1, 6)):
            data = chance.choice(_MUTATIONS)(chance, data, self._window)
        if chance.randrange(_LARGE_ONE_IN) == 0:
            data = _blown_up(chance, data)
        return data[: 2 * _LARGE]

    def file(self, chance: random.Random) -> bytes:
        """Return a page as some container carries it, the container itself mutated too."""
        data = chance.choice(_WRAPPINGS)(self.page(chance), chance)
        if chance.random() < 0.4:
            data = chance.choice(_MUTATIONS)(chance, data, self._window)
        return data

    def text(self, chance: random.Random) -> str:
        """Return a text of a few lines with hostile pieces in it."""
        return self.page(chance).decode("utf-8", "replace")[:_SMALL]

    def phrase(self, chance: random.Random) -> str:
        """Return a few hostile pieces in a row."""
        pieces = chance.choices(PIECES, k=chance.randint(1, 5))
        return b"".join(pieces).decode("utf-8", "replace")

    def _window(self, chance: random.Random) -> bytes:
        page = chance.choice(self._pages)
        if chance.random() < 0.5 or len(page) <= 200:
            return page[:_SMALL]
        start = chance.randrange(len(page))
        return page[start : start + chance.randint(20, _SMALL)]


Window = Callable[[random.Random], bytes]
Mutation = Callable[[random.Random, bytes, Window], bytes]


def _cut(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((0, 1, 2, 8, 40, 300)))


def _insert(chance: random.Random, data: bytes, window: Window) -> bytes:
    start, _ = _cut(chance, data)
    return data[:start] + chance.choice(PIECES) + data[start:]


def _insert_between_tags(chance: random.Random, data: bytes, window: Window) -> bytes:
    places = [i for i, byte in enumerate(data) if byte in b"<>"]
    at = chance.choice(places) if places else 0
    return data[:at] + b"".join(chance.choices(PIECES, k=3)) + data[at:]


def _replace(chance: random.Random, data: bytes, window: Window) -> bytes:
    start, end = _cut(chance, data)
    return data[:start] + chance.choice(PIECES) + data[end:]


def _delete(chance: random.Random, data: bytes, window: Window) -> bytes:
    start, end = _cut(chance, data)
    return data[:start] + data[end:]


def _repeat_piece(chance: random.Random, data: bytes, window: Window) -> bytes:
    start, _ = _cut(chance, data)
    pieces = b"".join(chance.choices(PIECES, k=chance.choice((1, 1, 2, 3))))
    times = chance.choice((2, 10, 100, 1_000))
    return data[:start] + (pieces * times)[: 4 * _SMALL] + data[start:]


def _repeat_part(chance: random.Random, data: bytes, window: Window) -> bytes:
    start, end = _cut(chance, data)
    return data[:end] + (data[start:end] * chance.choice((1, 3, 30)))[: 4 * _SMALL] + data[end:]


def _flip(chance: random.Random, data: bytes, window: Window) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _splice(chance: random.Random, data: bytes, window: Window) -> bytes:
    start, _ = _cut(chance, data)
    other = window(chance)
    return data[:start] + other[chance.randrange(len(other) + 1) :]


def _swap_lines(chance: random.Random, data: bytes, window: Window) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _recode(chance: random.Random, data: bytes, window: Window) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(_CODECS), "replace")


_MUTATIONS: tuple[Mutation, ...] = (
    _insert,
    _insert,
    _insert_between_tags,
    _insert_between_tags,
    _replace,
    _delete,
    _repeat_piece,
    _repeat_part,
    _flip,
    _splice,
    _swap_lines,
    _recode,
)


def _blown_up(chance: random.Random, data: bytes) -> bytes:
    """Repeat one piece or a part of the page until it is megabytes, around the page."""
    unit = chance.choice((chance.choice(PIECES), b"".join(chance.choices(PIECES, k=2)), data[:200]))
    many = (unit * (_LARGE // max(1, len(unit))))[: chance.choice((_LARGE // 20, _LARGE))]
    at = chance.randrange(len(data) + 1)
    return data[:at] + many + data[at:]


def _as_is(data: bytes, chance: random.Random) -> bytes:
    return data


def _zipped(data: bytes, chance: random.Random) -> bytes:
    packed = gzip.compress(data, 1, mtime=0)
    return packed[: chance.randrange(len(packed))] if chance.random() < 0.2 else packed


def _article(data: bytes, chance: random.Random) -> bytes:
    words = data.decode("utf-8", "replace")
    values: list[object] = [
        words,
        words[:40],
        words[:200],
        None,
        0,
        [words[:30]],
        {"name": words[:9]},
    ]
    names = ("title", "maintext", "date_publish", "source", "authors", "url", "language", "text")
    record = {name: chance.choice(values) for name in names}
    record["maintext"] = words
    nested: object = (
        {"articles": {"results": [record, None, 3]}} if chance.random() < 0.2 else record
    )
    ended = "" if chance.random() < 0.1 else "\n"
    return (json.dumps(nested, ensure_ascii=chance.random() < 0.5) + ended).encode(
        "utf-8", "replace"
    )


def _feed(data: bytes, chance: random.Random) -> bytes:
    body = data if chance.random() < 0.5 else b"<![CDATA[" + data + b"]]>"
    return (
        b"<rss version='2.0'><channel><title>River Desk</title><item><title>x</title>"
        b"<link>http://x.example/1</link><description>" + body + b"</description></item>"
        b"</channel></rss>"
    )


def _archive(data: bytes, chance: random.Random) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=chance.random() < 0.5)
    kind = chance.choice(("text/html", "text/html; charset=cp1251", "text/plain", "image/png"))
    headers = [("Content-Type", kind)]
    if chance.random() < 0.3:
        headers.append(("Content-Encoding", chance.choice(("gzip", "br", "deflate", "zstd"))))
    if chance.random() < 0.3:
        headers.append(("Transfer-Encoding", "chunked"))
    for number in range(chance.randint(1, 2)):
        writer.write_record(
            writer.create_warc_record(
                f"http://x.example/{number}",
                chance.choice(("response", "resource", "revisit")),
                payload=io.BytesIO(data),
                http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
                # not made up anew, so that a seed gives the same bytes
                warc_headers_dict={
                    "WARC-Record-ID": f"<urn:uuid:{UUID(int=number)}>",
                    "WARC-Date": "2021-03-12T00:00:00Z",
                },
            )
        )
    return stream.getvalue()


_WRAPPINGS = (_as_is, _as_is, _as_is, _zipped, _article, _feed, _archive)
