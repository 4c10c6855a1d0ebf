"""What feeds and sitemaps list, however they are written."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from histor.errors import PageError
from histor.read.listings import Listed, feed_listing, sitemap_listing
from tests.watch.site import atom, rss, sitemap

AT = "https://tarn.example/feed.xml"
MOST = 1_000_000


def test_a_feed_lists_its_entries_once() -> None:
    data = rss("/one", "https://tarn.example/one#top", "https://esk.example/two", "")
    assert [p.address for p in feed_listing(data, AT).pages] == [
        "https://tarn.example/one",
        "https://esk.example/two",
    ]


def test_a_feed_says_when_its_entries_changed() -> None:
    [page] = feed_listing(atom(("https://a.example/x", "2021-05-04T12:00:00+02:00")), AT).pages
    assert page == Listed("https://a.example/x", "2021-05-04T10:00:00.000000+00:00")


@pytest.mark.parametrize(
    "data", [b"", b"<html><body>Not here</body></html>", b"file:///etc/hostname", b"/etc/hostname"]
)
def test_what_is_no_feed_is_said(data: bytes) -> None:
    with pytest.raises(PageError) as raised:
        feed_listing(data, AT)
    assert raised.value.code == "not_a_feed"


def test_a_sitemap_lists_pages_with_the_latest_of_their_times() -> None:
    news = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc> https://a.example/x </loc><image:image><image:loc>https://a.example/i.png
        </image:loc></image:image><lastmod>2021-05-04</lastmod>
        <news:news><news:publication_date>2021-05-04T10:00:00Z</news:publication_date></news:news>
        </url></urlset>"""
    expected = (Listed("https://a.example/x", "2021-05-04T10:00:00.000000+00:00"),)
    assert sitemap_listing(news, AT, MOST).pages == expected
    assert sitemap_listing(gzip.compress(news), AT, MOST).pages == expected


def test_an_index_lists_sitemaps() -> None:
    listing = sitemap_listing(sitemap(("/a.xml.gz", None), index=True), AT, MOST)
    assert listing.pages == ()
    assert [s.address for s in listing.sitemaps] == ["https://tarn.example/a.xml.gz"]


def test_no_file_is_read_and_no_entity_is_blown_up() -> None:
    outside = b"""<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <urlset><url><loc>https://a.example/&x;</loc></url></urlset>"""
    assert [p.address for p in sitemap_listing(outside, AT, MOST).pages] == ["https://a.example/"]
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    laughs = (
        f'<!DOCTYPE urlset [<!ENTITY e0 "ha">{levels}]><urlset><url><loc>&e11;</loc></url></urlset>'
    )
    assert sum(len(p.address) for p in sitemap_listing(laughs.encode(), AT, MOST).pages) < 1_000


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_sitemap"),
        (b"<html/>", "not_a_sitemap"),
        (gzip.compress(b"a" * 2_000_000), "too_large"),
        (gzip.compress(b"<urlset/>")[:12], "broken_gzip"),
    ],
)
def test_what_is_no_sitemap_is_said(data: bytes, code: str) -> None:
    with pytest.raises(PageError) as raised:
        sitemap_listing(data, AT, MOST)
    assert raised.value.code == code


def test_broken_tags_and_half_characters_are_no_addresses() -> None:
    with pytest.raises(PageError):
        sitemap_listing(b"<?xml ><:", AT, MOST)
    good = b"<url><loc>https://a.example/1</loc></url>"
    listed = sitemap_listing(b"<?xml ><urlset A=''><A>&#xD800;</A>" + good, AT, MOST)
    assert [page.address for page in listed.pages] == ["https://a.example/1"]


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: sitemap((t, t)))))
def test_any_bytes_are_a_list_or_an_error(data: bytes) -> None:
    for kind in ("feed", "sitemap"):
        try:
            listing = feed_listing(data, AT) if kind == "feed" else sitemap_listing(data, AT, MOST)
        except PageError:
            continue
        assert all(page.address for page in listing.pages)
