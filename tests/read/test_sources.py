"""Files, folders, archives, feeds and articles."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import feedparser
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from histor.read import ReadSettings, files, read_sources
from histor.records import Failure, Page

HTML = "<!doctype html><html><body><h1>Bridge shut</h1><p>The bridge is shut.</p></body></html>"


def read(*sources: object, max_page_bytes: int = 20_000_000) -> list[Page | Failure]:
    settings = ReadSettings(max_page_bytes=max_page_bytes)
    return list(read_sources([str(s) for s in sources], settings))


def only(items: list[Page | Failure]) -> Page:
    assert len(items) == 1
    assert isinstance(items[0], Page), items[0]
    return items[0]


def code(items: list[Page | Failure]) -> str:
    assert len(items) == 1
    assert isinstance(items[0], Failure)
    return items[0].code


def test_kind_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HTML)
    assert only(read(page)).media == "html"
    page.write_text("Bridge shut\n\nThe bridge is shut. <br data-script='x' >\n")
    assert only(read(page)).media == "text"


def test_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text(HTML)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("words of a page")
    (tmp_path / ".hidden").write_text("no")
    assert [i.location.rpartition("/")[2] for i in read(tmp_path)] == ["b.html", "a.txt"]


def test_same_page_in_another_folder_is_the_same_document(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.html").write_text(HTML)
    first, second = read(tmp_path / "one"), read(tmp_path / "two" / "a.html")
    assert only(first).document_id == only(second).document_id


def test_failures_say_what_and_cost_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_text(HTML)
    (tmp_path / "c.html.gz").write_bytes(gzip.compress(HTML.encode())[:-12])
    found = read(tmp_path, tmp_path / "none")
    assert [i.code if isinstance(i, Failure) else "page" for i in found] == [
        "empty",
        "page",
        "broken_gzip",
        "not_found",
    ]
    assert all(i.message.endswith(".") for i in found if isinstance(i, Failure))


def test_empty_folder(tmp_path: Path) -> None:
    assert code(read(tmp_path)) == "nothing_readable"


def test_size_limit_holds_for_what_is_compressed(tmp_path: Path) -> None:
    page = tmp_path / "bomb.html.gz"
    page.write_bytes(gzip.compress(b"a" * 3_000_000))
    assert code(read(page, max_page_bytes=1_000_000)) == "too_large"
    page.write_bytes(b"a" * 2_000_000)
    assert code(read(page, max_page_bytes=1_000_000)) == "too_large"


def test_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text(HTML)
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.html").symlink_to(secret)
    assert code(read(folder)) == "outside"


@pytest.mark.parametrize(
    "article",
    [
        {"maintext": "Words.", "date_publish": "2020-05-06", "authors": ["A. B."], "url": "http://x.example/1", "source_domain": "x.example", "title": "T"},
        {"text": "Words.", "publish_date": "2020-05-06", "author": "A. B.", "url": "http://x.example/1", "media_name": "x.example", "title": "T"},
        {"body": "Words.", "dateTime": "2020-05-06T10:00:00Z", "authors": [{"name": "A. B."}], "url": "http://x.example/1", "source": {"title": "x.example"}, "title": "T", "lang": "eng"},
    ],
)  # fmt: skip
def test_articles_as_three_programs_name_their_fields(
    article: dict[str, object], tmp_path: Path
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps(article) + "\n")
    page = only(read(path))
    assert (page.media, page.text, page.key) == ("article", "Words.", "http://x.example/1")
    assert (page.given.title, page.given.outlet, page.given.byline) == (
        "T",
        "x.example",
        ("A. B.",),
    )
    assert page.given.date is not None
    assert page.given.date.startswith("2020-05-06")


def test_wrapped_list_of_articles_and_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text(json.dumps({"articles": {"results": [{"body": "One."}, {"title": "no text"}]}}))
    found = read(path)
    assert isinstance(found[0], Page)
    assert isinstance(found[1], Failure)
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"text": "One."}\n{"text": \n')
    assert [type(i).__name__ for i in read(lines)] == ["Page", "Failure"]


def test_archive_keeps_what_came_before_its_broken_end(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for n in range(2):
            headers = StatusAndHeaders(
                "200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"
            )
            writer.write_record(
                writer.create_warc_record(
                    f"http://x.example/{n}", "response", payload=io.BytesIO(HTML.encode()), http_headers=headers
                )
            )  # fmt: skip
    assert [p.key for p in read(path) if isinstance(p, Page)] == [
        "http://x.example/0",
        "http://x.example/1",
    ]
    path.write_bytes(path.read_bytes()[:-60])
    found = read(path)
    assert isinstance(found[0], Page)
    assert found[0].key == "http://x.example/0"


def test_feed_entries_with_and_without_a_story(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    story = "The bridge over the river is shut until further notice. " * 8
    path.write_text(
        "<rss version='2.0'><channel><title>River Desk</title>"
        f"<item><title>Shut</title><link>http://x.example/1</link><description>{story}</description>"
        "</item><item><title>Teaser</title><description>Short.</description></item></channel></rss>"
    )
    page, teaser = read(path)
    assert isinstance(page, Page)
    assert (page.given.outlet, page.given.title) == ("River Desk", "Shut")
    assert isinstance(teaser, Failure)
    assert teaser.code == "teaser"


def test_standard_input() -> None:
    found = list(read_sources(["-"], stdin=io.BytesIO(HTML.encode())))
    assert only(found).media == "html"


def test_a_bug_in_a_reader_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(files, "pages_from_json", breaking)
    (tmp_path / "a.json").write_text('[{"text": "Words."}]')
    (tmp_path / "b.html").write_text(HTML)
    found = read(tmp_path)
    assert [i.code if isinstance(i, Failure) else "page" for i in found] == ["internal", "page"]


def test_a_feed_that_breaks_its_parser_is_one_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(*_: object, **__: object) -> None:
        raise UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed")

    monkeypatch.setattr(feedparser, "parse", breaking)
    path = tmp_path / "feed.xml"
    path.write_text("<rss version='2.0'><channel></channel></rss>")
    assert code(read(path)) == "broken_feed"


def test_a_feed_is_never_taken_for_the_name_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    secret = tmp_path / "<rss >"
    secret.write_text("<rss version='2.0'><channel><title>Secret</title></channel></rss>")
    feed = tmp_path / "feed.xml"
    feed.write_bytes(b"<rss >")
    assert code(read(feed)) == "empty"


def test_a_parquet_file_in_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.parquet").write_bytes(b"PAR1 and so on PAR1")
    assert code(read(tmp_path)) == "parquet"
