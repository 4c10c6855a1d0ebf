"""Hostile pages: none crashes, hangs, fills the memory, runs, or reaches out."""

from __future__ import annotations

import gzip
import io
import json
import signal
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import lxml.html
import pytest
import trafilatura
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.articles import article
from benchmarks.articles import read as read_articles
from benchmarks.fuzz import fuzz
from benchmarks.fuzz_targets import cleaned, read, rendered
from benchmarks.hostile_inputs import Maker, seed_pages
from histor.case import Case
from histor.clean import clean
from histor.errors import PageError
from histor.extract.claims.said_acts import _CALLED_UNTRUE
from histor.read import ReadSettings
from histor.read.files import pages_from_bytes
from histor.records import CaseExport, Failure, Page
from histor.tell import html, markdown

EXAMPLES = Path(__file__).parents[1] / "examples"
SIZE = 120_000
STORY = (
    "The ferry to Tarn was stopped on Monday, harbour master Marta Kovač said. Nobody was hurt, and "
    "the two piers that the storm had damaged will be mended before the spring, she told reporters."
)
HTML = f"<!doctype html><html><body><article><h1>Ferry to Tarn stopped</h1><p>{STORY}</p>"
NOTHING = CaseExport(
    documents=(), origins=(), stories=(), entities=(), claims=(), events=(), findings=(),
    warnings=(), relations=(), times=(), failures=(),
)  # fmt: skip


def only(data: bytes, settings: ReadSettings | None = None) -> Page | Failure:
    items = list(pages_from_bytes(data, "heap/x", "x", settings or ReadSettings()))
    assert len(items) == 1
    return items[0]


def code(item: Page | Failure) -> str:
    assert isinstance(item, Failure)
    assert item.message.endswith(".")
    return item.code


def page(text: str, media: str = "html") -> Page:
    return Page(location="x", key="x", sha256="0" * 64, media=media, text=text, encoding="utf-8")  # type: ignore[arg-type]


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if more processor time is used; ends a search by regular expression, too."""

    def late(number: int, frame: object) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# --- no hang ------------------------------------------------------------------------------------

PIECES = (
    "<h1 ", "<h1>", "<title ", "<title>", "<p>", "<a href=x>", "<div>", "<!--", "<![CDATA[", "<",
    "<script>", "<svg>", "&", "&amp;", "© ", "By ", "2020 ", " ", "| ", "a", "x\n", "<p>word ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_a_hundred_thousand_times_takes_seconds(piece: str) -> None:
    many = piece * (SIZE // len(piece))
    for data in (f"{HTML}{many}", f"<!doctype html><title>{many}", f"{STORY}\n{many}"):
        with within(5):
            for one in read(data.encode()):
                cleaned(one)


@pytest.mark.parametrize("piece", ["<p ", "</p ", "<a href="])
def test_tags_left_open_do_not_slow_the_look_at_what_a_file_is(piece: str) -> None:
    with within(2):
        read((piece * (SIZE // len(piece))).encode())


def test_a_line_of_ten_million_letters() -> None:
    with within(5):
        assert code(only(gzip.compress(b"a" * 30_000_000))) == "too_large"
        item = only(b"word " * 2_000_000)
        assert isinstance(item, Page)
        with pytest.raises(PageError, match="more text or markup than an article"):
            clean(item)


@pytest.mark.parametrize(
    "markup",
    [
        "<p " + "".join(f"a{n}=b " for n in range(200_000)) + ">x</p>",
        "<p x='>' " + "".join(f"a{n} " for n in range(200_000)) + ">x</p>",
        f"<noscript>{'<p>a</p>' * 200_000}</noscript>",
        f"<svg>{'<g>' * 200_000}</svg>",
        "<h1>Ferry stops again</h1>" * 30_000,
    ],
)
def test_markup_that_would_take_minutes_is_refused(markup: str) -> None:
    with within(2), pytest.raises(PageError, match="more text or markup than an article"):
        clean(page(HTML + markup))


def test_a_page_heavy_with_scripts_and_pictures_is_read() -> None:
    heavy = f"<script>{'var a = 1 < b;' * 100_000}</script><img src='data:image/png;base64,{'QUJD' * 500_000}'>"  # fmt: skip
    with within(5):
        assert STORY in clean(page(HTML + heavy)).document.text


def test_a_very_long_title_is_none() -> None:
    found = clean(page(f"<title>{'ferry ' * 50_000}</title>{HTML}")).document
    assert found.title == "Ferry to Tarn stopped"


@pytest.mark.parametrize(
    "words", [f"{'9' * 400} boats sank on Monday.", "According to the ministry,"]
)
def test_words_that_once_broke_extraction_are_read(words: str) -> None:
    [record] = read_articles([article("x", words, "2021-03-12")])
    assert record.document.text == words


def test_what_is_called_names_with_many_marks_is_read() -> None:
    said = "The mayor called the report “" + "- " * 40 + "x” on Monday."
    with within(5):
        read_articles([article("x", said, "2021-03-12")])
    with within(1):
        assert not _CALLED_UNTRUE.search(" " * 300)
        assert _CALLED_UNTRUE.search("the report as totally, utterly false.")


# --- no bomb ------------------------------------------------------------------------------------


def test_a_zip_bomb_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", "a" * 5_000_000)
    assert code(only(stream.getvalue())) == "binary"


def test_a_gzip_bomb_is_unpacked_to_the_limit_alone() -> None:
    bomb = gzip.compress(b"<p>" + b"a" * 60_000_000, 1)
    assert code(only(bomb)) == "too_large"
    assert code(only(gzip.compress(gzip.compress(b"<p>a</p>")))) == "nested_gzip"


def test_a_bomb_inside_an_archive_is_unpacked_to_the_limit_alone() -> None:
    bomb = gzip.compress(b"<p>" + b"a" * 30_000_000, 1)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    ) % len(head + bomb)
    assert code(only(record + head + bomb + b"\r\n\r\n")) == "too_large"


@pytest.mark.parametrize("line", [b"X: " + b"a" * 3_000_000, b"X: a\r\n" * 500_000])
def test_headers_of_an_archive_that_do_not_end(line: bytes) -> None:
    data = b"WARC/1.0\r\nWARC-Type: response\r\n" + line
    assert code(only(data)) == "broken_archive"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]>'
FEED = "<rss version='2.0'><channel><item><description>{}</description></item></channel></rss>"


def test_a_billion_laughs_are_not_expanded() -> None:
    with within(5):
        for item in pages_from_bytes((DOCTYPE + FEED.format("&l9;" + STORY * 3)).encode(), "x", "x", ReadSettings()):  # fmt: skip
            assert isinstance(item, Failure) or len(item.text) < 10_000


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY e SYSTEM "file:///etc/passwd">', '<!ENTITY % e SYSTEM "http://127.0.0.1:9/x.dtd"> %e;'],
)  # fmt: skip
def test_entities_of_other_files_are_not_read(declared: str) -> None:
    feed = f"<?xml version='1.0'?><!DOCTYPE rss [{declared}]>" + FEED.format("&e;" + STORY * 3)
    with reaching_out() as reached:
        items = list(pages_from_bytes(feed.encode(), "x", "x", ReadSettings()))
    assert reached == []
    assert not any(isinstance(i, Page) and "root:" in i.text for i in items)


@pytest.mark.parametrize("piece", ["<a>", "<item>"])
def test_a_feed_nested_without_end(piece: str) -> None:
    with within(2):
        assert code(only(("<rss version='2.0'><channel>" + piece * 200_000).encode())) == (
            "too_complex"
        )


@pytest.mark.parametrize("piece", ["[", '{"data":'])
def test_json_nested_without_end(piece: str) -> None:
    assert code(only(b'[{"x":' + piece.encode() * 100_000)) == "bad_json"


def test_json_that_is_not_utf_8_costs_its_line_alone() -> None:
    good = json.dumps({"text": STORY}).encode()
    items = list(pages_from_bytes(good + b'\n{"text": "\xff\xfe"}\n' + good, "x", "x", ReadSettings()))  # fmt: skip
    assert [type(i).__name__ for i in items] == ["Page", "Failure", "Page"]
    assert code(only(b'[{"text": "\x80"}]')) == "bad_json"


def test_a_line_over_the_limit_costs_itself_alone(tmp_path: Path) -> None:
    good = json.dumps({"text": STORY}).encode()
    settings = ReadSettings(max_page_bytes=1_000)
    data = good + b'\n{"text": "' + b"a" * 50_000 + b'"}\n' + good
    found = list(pages_from_bytes(data, "x", "x", settings))
    assert [getattr(i, "code", "page") for i in found] == ["page", "too_large", "page"]


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nabc",
        b"WARC/1.0\r\nContent-Length: 9\r\n\r\nnothing\r\n\r\n",
        b"WARC/1.0\r\n\xff\xfe: \x00\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n",
    ],
)
def test_a_broken_archive_is_no_crash(data: bytes) -> None:
    assert read(data) == []


def test_a_feed_with_half_a_character_is_no_crash() -> None:
    assert code(only(b"<rss><channel><item><description>&#xD800;</description>")) in {
        "broken_feed", "teaser",
    }  # fmt: skip


def test_markup_that_trips_the_reader_of_metadata_costs_no_story(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(trafilatura, "extract_metadata", failing)
    assert STORY in clean(page(HTML)).document.text


# --- nothing runs -------------------------------------------------------------------------------

HOSTILE = f"""<!doctype html><html><head><title>Ferry <script>alert(1)</script> stopped</title>
<base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">
<meta property="og:site_name" content="&lt;img src=x onerror=alert(2)&gt; Post">
<meta name="author" content="&lt;svg onload=alert(3)&gt;"><style>@import "http://127.0.0.1:9/x";</style>
<link rel="stylesheet" href="file:///etc/passwd"></head><body onload="alert(4)"><article>
<h1>Ferry &lt;script&gt;alert(5)&lt;/script&gt; to Tarn stopped</h1><p>{STORY}</p>
<p>Marta Kovač told the <a href="javascript:alert(6)">Tarn Post</a> on Monday that &lt;img src=x
onerror=alert(7)&gt; \u202egnp.exe\u202c and a\u200bb\u2066c were seen in the harbour of Tarn.</p>
<p>“&lt;/q&gt;&lt;script&gt;alert(8)&lt;/script&gt;”, the Ministry of &lt;b onclick=alert(9)&gt; said.</p>
<svg><script>alert(10)</script></svg><iframe src="file:///etc/passwd"></iframe>
<p>[click](javascript:alert(11)) `code` &amp;lt;script&amp;gt; {{{{ 7*7 }}}} {{% raw %}} said the mayor
of Tarn on Tuesday, who had seen it with his own eyes and would not speak of it again.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> CaseExport:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a<img src=x onerror=alert(1)>\u202e.html").write_text(HOSTILE, encoding="utf-8")
    article = {
        "maintext": STORY + " <script>alert(1)</script> " + STORY,
        "title": "<script>alert(12)</script>\u202e",
        "source_domain": "<img src=x onerror=alert(13)>",
        "authors": ["<svg onload=alert(14)>"],
        "url": "javascript:alert(15)//http://x.example/",
        "date_publish": "<b>2021-03-12</b>",
    }
    (folder / "b.json").write_text(json.dumps(article), encoding="utf-8")
    (folder / "c.json").write_text("{", encoding="utf-8")
    with Case.temporary() as case:
        case.add([folder])
        export = case.export()
    assert len(export.documents) == 2
    assert export.claims
    return export


def test_nothing_of_a_page_runs_in_the_report(hostile: CaseExport) -> None:
    rendered(hostile)
    report = lxml.html.document_fromstring(html.render(hostile))
    script = report.xpath("//script")[0].text
    assert "alert(" not in script
    assert "{{" not in script
    words = report.text_content()
    assert "{{ 7*7 }}" in words
    assert "alert(8)" in words
    assert not [h for h in report.xpath("//@href") if "javascript" in h or "127.0.0.1" in h]


def test_nothing_of_a_page_is_markup_in_the_markdown(hostile: CaseExport) -> None:
    text = markdown.render(hostile)
    assert "<script" not in text
    assert "](javascript" not in text
    assert "\u202e" not in text


def test_invisible_characters_of_a_page_are_not_in_its_story(hostile: CaseExport) -> None:
    for document in hostile.documents:
        assert not set(document.text) & set("\u200b\u202e\u202c\u2066")


# --- nothing is reached -------------------------------------------------------------------------

_REACHED: list[str] | None = None
_OURS = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[1]), "/dev/", "/proc/", "/sys/")


def _watch(name: str, arguments: tuple[object, ...]) -> None:
    if _REACHED is None:
        return
    if (name.startswith("socket.") and name not in {"socket.__new__"}) or name in {
        "subprocess.Popen",
        "os.system",
        "os.exec",
    }:
        _REACHED.append(f"{name} {arguments}")
    elif name == "open" and isinstance(arguments[0], str | bytes):
        path = arguments[0] if isinstance(arguments[0], str) else arguments[0].decode("latin-1")
        if not path.startswith(_OURS):
            _REACHED.append(f"open {path}")


sys.addaudithook(_watch)


@contextmanager
def reaching_out() -> Iterator[list[str]]:
    """Collect what is opened outside Python and histor, and every use of the network."""
    global _REACHED
    reached = _REACHED = []
    try:
        yield reached
    finally:
        _REACHED = None


def archived(text: str) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            "file:///etc/passwd",
            "response",
            payload=io.BytesIO(text.encode()),
            http_headers=headers,
        )
    )
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        HOSTILE.encode(),
        b"http://127.0.0.1:9/page",
        b"http://127.0.0.1:9/<p>" + STORY.replace(" ", "\t").encode() + b"</p><p></p><p></p>",
        b"file:///etc/passwd",
        b"/etc/passwd",
        json.dumps({"html": "http://127.0.0.1:9/x", "url": "file:///etc/passwd"}).encode(),
        json.dumps({"text": f"<p>{STORY}</p>" * 3, "url": "http://127.0.0.1:9/x"}).encode(),
        FEED.format(f"&lt;img src='http://127.0.0.1:9/x'&gt; {STORY * 3}").encode(),
        archived(HOSTILE),
    ],
)
def test_no_page_makes_histor_read_a_file_or_an_address(data: bytes, hostile: CaseExport) -> None:
    for one in read(HOSTILE.encode()):  # what is loaded on first use is loaded now
        cleaned(one)
    with reaching_out() as reached:
        for one in read(data):
            cleaned(one)
        html.render(hostile)
        markdown.render(hostile)
    assert reached == []


def test_the_watch_sees_what_is_reached(tmp_path: Path) -> None:
    with reaching_out() as reached:
        (tmp_path / "x").write_text("x")
    assert reached == [f"open {tmp_path / 'x'}"]


# --- the fuzzer ---------------------------------------------------------------------------------


def test_a_few_hundred_hostile_inputs() -> None:
    make = Maker(seed_pages([EXAMPLES]), seed=9)
    tried, faults = fuzz(
        make, NOTHING, inputs=400, seconds=30, targets=["read", "times", "drawn markup"]
    )
    assert faults == []
    assert sum(tried.values()) >= 300


def test_the_same_seed_gives_the_same_inputs() -> None:
    pages = seed_pages([EXAMPLES])
    inputs = [[Maker(pages, s).file(Maker(pages, s).chance("read", n)) for n in range(20)] for s in (1, 1, 2)]  # fmt: skip
    assert inputs[0] == inputs[1] != inputs[2]
