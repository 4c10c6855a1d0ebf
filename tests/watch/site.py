"""A local web site that misbehaves in every way a test asks of it."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Site", "article", "atom", "rss", "serve", "sitemap"]

_SENTENCES = (
    "The harbour of {name} was closed on Monday after a storm, the mayor said.",
    "Four fishing boats were lost and two sailors were killed, the coast guard said.",
    "Marta Kovač accused the port authority of ignoring the warnings of the weather office.",
)


def article(name: str, *more: str, menu: str = "") -> bytes:
    """Return a page of a few sentences about ``name``."""
    paragraphs = "".join(f"<p>{s}</p>" for s in [*(t.format(name=name) for t in _SENTENCES), *more])
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>Storm over {name}</title></head>"
        f"<body><nav>{menu}</nav><article><h1>Storm over {name}</h1>{paragraphs}</article></body>"
        "</html>"
    ).encode()


def rss(*links: str) -> bytes:
    """Return an RSS 2.0 feed of these links."""
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{items}</channel></rss>"
    ).encode()


def atom(*entries: tuple[str, str]) -> bytes:
    """Return an Atom feed of links with the times they were updated."""
    items = "".join(
        f"<entry><title>t</title><id>{link}</id><link href='{link}'/><updated>{at}</updated></entry>"
        for link, at in entries
    )
    return (
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>"
        f"{items}</feed>"
    ).encode()


def sitemap(*entries: tuple[str, str | None], index: bool = False) -> bytes:
    """Return a sitemap, or an index of sitemaps."""
    root, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    items = "".join(
        f"<{inner}><loc>{link}</loc>{f'<lastmod>{at}</lastmod>' if at else ''}</{inner}>"
        for link, at in entries
    )
    return (
        f"<?xml version='1.0'?><{root} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        f"{items}</{root}>"
    ).encode()


Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """What each path answers; paths can be changed while it serves."""

    def __init__(self) -> None:
        self.address = ""
        self.paths: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        #: conditional headers of the last request for each path
        self.conditions: dict[str, dict[str, str]] = {}

    def page(
        self,
        path: str,
        body: bytes,
        *,
        kind: str = "text/html; charset=utf-8",
        etag: str | None = None,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> str:
        """Serve a body at a path, with 304 where its ETag is known; return the address."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            if etag is not None and request.headers.get("If-None-Match") == etag:
                request.send_response(304)
                request.end_headers()
                return
            request.send_response(status)
            request.send_header("Content-Type", kind)
            request.send_header("Content-Length", str(len(body)))
            if etag is not None:
                request.send_header("ETag", etag)
            for name, value in (headers or {}).items():
                request.send_header(name, value)
            request.end_headers()
            request.wfile.write(body)

        self.paths[path] = answer
        return self.address + path

    def feed(self, path: str, *links: str, etag: str | None = None) -> str:
        """Serve a feed of links."""
        return self.page(path, rss(*links), kind="application/rss+xml", etag=etag)

    def redirect(self, path: str, target: str) -> str:
        """Serve a redirect."""
        return self.page(path, b"", status=302, headers={"Location": target})

    def truncated(self, path: str, body: bytes) -> str:
        """Serve half of a body and hang up."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            request.wfile.write(body[: len(body) // 2])

        self.paths[path] = answer
        return self.address + path

    def dripping(self, path: str) -> str:
        """Serve a page that never ends, a few bytes at a time."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.end_headers()
            for _ in range(200):
                request.wfile.write(b"<p>word ")
                time.sleep(0.05)

        self.paths[path] = answer
        return self.address + path

    def dripping_headers(self, path: str) -> str:
        """Serve headers that never end, a few bytes at a time."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
            for _ in range(200):
                request.wfile.write(b"x")
                time.sleep(0.05)

        self.paths[path] = answer
        return self.address + path

    def bomb(self, path: str, size: int) -> str:
        """Serve a few bytes that unpack to many."""
        packed = gzip.compress(b"a" * size)
        return self.page(path, packed, headers={"Content-Encoding": "gzip"})


@contextmanager
def serve() -> Iterator[Site]:
    """Give a site that is served on this machine."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked[self.path] += 1
            names = ("If-None-Match", "If-Modified-Since")
            site.conditions[self.path] = {n: v for n in names if (v := self.headers.get(n))}
            answer = site.paths.get(self.path)
            try:
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)
            except (BrokenPipeError, ConnectionResetError):
                # the reader has had enough
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Keep the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
