"""Addresses, against a local server that misbehaves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from histor.read import ReadSettings, read_sources
from histor.records import Failure, Page

PAGE = b"<!doctype html><html><body><p>The bridge is shut.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self.answer(200, b"User-agent: *\nDisallow: /private\n", "text/plain")
        elif self.path == "/page":
            self.answer(200, PAGE, "text/html; charset=utf-8")
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
        elif self.path == "/large":
            self.answer(200, b"a" * 300_000, "text/html")
        else:
            self.answer(404, b"gone", "text/plain")

    def answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def fetch(url: str, *, private: bool = True) -> Page | Failure:
    settings = ReadSettings(allow_private=private, delay=0.0, timeout=5.0, max_page_bytes=100_000)
    [found] = read_sources([url], settings)
    return found


def test_page(site: str) -> None:
    page = fetch(f"{site}/page")
    assert isinstance(page, Page)
    assert page.text == PAGE.decode()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/private/x", "robots"),
        ("/none", "http_status"),
        ("/loop", "redirect_loop"),
        ("/file", "bad_address"),
        ("/large", "too_large"),
    ],
)
def test_what_goes_wrong_is_said(site: str, path: str, code: str) -> None:
    found = fetch(site + path)
    assert isinstance(found, Failure)
    assert found.code == code


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    found = fetch(f"{site}/page", private=False)
    assert isinstance(found, Failure)
    assert found.code == "private_address"


def test_unreachable() -> None:
    found = fetch("http://127.0.0.1:9/page")
    assert isinstance(found, Failure)
    assert found.code == "unreachable"
