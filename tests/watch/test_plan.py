"""The list of sources, as users write it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.errors import SourceError
from histor.watch import Source, read_plan
from histor.watch.plan import duration

DOCS = Path(__file__).parents[2] / "docs" / "watch.md"
LIST = """
every = "1h"
hosts = ["cdn.tarn.example"]
user_agent = "desk@agency.example"

[[feed]]
url = "https://tarn.example/feed.xml#top"
every = "15m"
hosts = ["Esk.example"]

[[sitemap]]
url = "https://tarn.example/news.xml"
most = 10
max_age = "7d"
revisit_for = "1d"

[[page]]
url = "https://tarn.example/live"

[[folder]]
path = "saved"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_is_read(tmp_path: Path) -> None:
    plan = read_plan(write(tmp_path, LIST), allow_private=True)
    feed, sitemap, page, folder = plan.sources
    assert (feed.kind, feed.name) == ("feed", "https://tarn.example/feed.xml")
    assert (feed.every, feed.hosts) == (timedelta(minutes=15), ("cdn.tarn.example", "esk.example"))
    assert (sitemap.most, sitemap.max_age) == (10, timedelta(days=7))
    assert (sitemap.revisit_for, sitemap.every) == (timedelta(days=1), timedelta(hours=1))
    assert (page.kind, page.revisit_for) == ("page", timedelta())
    assert folder.name == str(tmp_path / "saved")
    assert plan.settings.user_agent == "desk@agency.example"
    assert plan.settings.allow_private


def test_the_documented_list_is_read(tmp_path: Path) -> None:
    example = DOCS.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    assert {s.kind for s in read_plan(write(tmp_path, example)).sources} == {
        "feed",
        "sitemap",
        "page",
        "folder",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no feed"),
        ("[[feed]]\nurl = 3", "Expected `str`"),
        ("[[feed]]\nurl = 'https://a.example'\nevry = '1h'", "evry"),
        ("[[feed]]\nurl = 'file:///etc/passwd'", "no http or https address"),
        ("[[feed]]\nurl = 'https://'", "no http or https address"),
        ("[[feed]]\nurl = 'https://a.example'\nevery = 'soon'", "“soon”"),
        ("[[feed]]\nurl = 'https://a.example'\nevery = '5s'", "too often"),
        ("[[feed]]\nurl = 'https://a.example'\nmost = 0", "1 or more"),
        ("[[feed]]\nurl = 'https://a.example'\nhosts = ['https://b.example/']", "no host"),
        ("[[page]]\nurl = 'https://a.example'\n[[feed]]\nurl = 'https://a.example'", "twice"),
        ("[[feed", "no TOML"),
    ],
)
def test_what_is_wrong_in_it_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SourceError) as raised:
        read_plan(path)
    assert said in str(raised.value)
    assert str(raised.value).startswith(str(path))


def test_a_missing_list_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_plan(tmp_path / "none.toml")
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SourceError, match="UTF-8"):
        read_plan(tmp_path / "odd.toml")


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://tarn.example/x", True),
        ("https://www.tarn.example/x", True),
        ("HTTP://TARN.EXAMPLE:8080/x", True),
        ("https://news.tarn.example/x", False),
        ("https://esk.example/x", True),
        ("https://a.b.esk.example/x", True),
        ("https://notesk.example/x", False),
        ("https://esk.example.evil.example/x", False),
        ("https://tarn.example@evil.example/x", False),
        ("file://tarn.example/etc/passwd", False),
        ("ftp://tarn.example/x", False),
        ("javascript:alert(1)", False),
        ("//tarn.example/x", False),
        ("https://[::1/x", False),
        ("https:///x", False),
        ("", False),
    ],
)
def test_only_named_hosts_are_allowed(address: str, allowed: bool) -> None:
    source = Source(
        kind="feed",
        name="https://www.tarn.example/feed",
        every=timedelta(hours=1),
        hosts=("esk.example",),
    )
    assert source.allows(address) == allowed


@given(st.text())
def test_any_address_is_allowed_or_not(address: str) -> None:
    source = Source(kind="feed", name="https://tarn.example/", every=timedelta(hours=1))
    assert source.allows(address) in {True, False}
    assert (
        not source.allows(f"https://{address}.evil.example/")
        or "/" in address
        or ("?" in address or "#" in address or "\\" in address)
    )


@given(st.integers(0, 999_999), st.sampled_from("smhdw"))
def test_lengths_of_time(number: int, unit: str) -> None:
    seconds = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}[unit]
    assert duration(f" {number}{unit.upper()} ") == timedelta(seconds=number * seconds)
