"""Looks at sources, against a local site that misbehaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import msgspec
import pytest

import histor
from histor.read import ReadSettings
from histor.watch import Look, Plan, Source, Watcher
from tests.watch.site import Site, article, atom, serve, sitemap

MINUTES = timedelta(minutes=30)
SETTINGS = ReadSettings(
    allow_private=True, delay=0.0, timeout=1.0, longest=0.4, max_page_bytes=300_000
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as served:
        yield served


class Desk:
    """A case with sources, and a clock that the test turns."""

    def __init__(self, case: histor.Case, *sources: Source) -> None:
        self.case = case
        self.now = datetime.now(UTC)
        self.sources = sources
        self.stopped: Callable[[], bool] = lambda: False
        self.restart()

    def restart(self) -> None:
        plan = Plan(sources=self.sources, settings=SETTINGS)
        self.watcher = Watcher(self.case, plan, clock=self.clock)

    def clock(self) -> datetime:
        if self.stopped():
            raise KeyboardInterrupt
        return self.now

    def look(self, after: timedelta = timedelta()) -> Look:
        self.now += after
        return self.watcher.look(self.sources[0])

    def titles(self) -> set[str | None]:
        return {d.title for d in self.case.documents()}


def desk(source: Source) -> Desk:
    return Desk(histor.Case.temporary(), source)


def feed(address: str, **more: object) -> Source:
    values = {"kind": "feed", "name": address, "every": MINUTES, **more}
    return msgspec.convert(values, Source)


def test_new_entries_are_read_once_and_asked_for_with_conditions(site: Site) -> None:
    one = site.page("/one", article("Esk"), etag='"1"')
    address = site.feed("/feed", one, etag='"a"')
    d = desk(feed(address))
    first = d.look()
    assert (first.new, first.failed) == (1, 0)
    assert first.due == d.now + MINUTES
    assert d.look().early
    assert site.asked["/feed"] == 1
    again = d.look(MINUTES)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 0)
    assert site.conditions["/feed"] == {"If-None-Match": '"a"'}
    two = site.page("/two", article("Tarn"))
    site.feed("/feed", one, two, etag='"b"')
    assert d.look(MINUTES).new == 1
    assert site.asked["/one"] == 1
    assert d.titles() == {"Storm over Esk", "Storm over Tarn"}


def test_a_changed_page_is_a_version(site: Site) -> None:
    one = site.page("/one", article("Esk"), etag='"1"')
    d = desk(feed(site.feed("/feed", one), revisit_for=timedelta(days=3)))
    d.look()
    assert d.look(MINUTES).unchanged == 1
    assert site.conditions["/one"] == {"If-None-Match": '"1"'}
    site.page("/one", article("Esk", "A third sailor died on Friday."), etag='"2"')
    look = d.look(timedelta(hours=1))
    assert (look.changed, look.new) == (1, 0)
    [document] = d.case.documents()
    assert "third sailor" in document.text
    assert len(document.supersedes) == 1
    [revision] = d.case.revisions(one)
    assert any("third sailor" in c.summary for c in revision.changes)


def test_a_page_with_other_furniture_is_unchanged(site: Site) -> None:
    one = site.page("/one", article("Esk"))
    d = desk(feed(site.feed("/feed", one), revisit_for=timedelta(days=3)))
    d.look()
    site.page("/one", article("Esk", menu="<a href='/'>Home 17:03</a>"))
    look = d.look(MINUTES)
    assert (look.changed, look.unchanged) == (0, 1)
    assert d.case.versions() == ()


def test_pages_are_asked_for_ever_more_seldom_and_then_no_more(site: Site) -> None:
    one = site.page("/one", article("Esk"), etag='"1"')
    d = desk(feed(site.feed("/feed", one), revisit_for=timedelta(days=1)))
    for _ in range(3 * 48):
        d.look(MINUTES)
    assert 5 <= site.asked["/one"] <= 8


def test_an_entry_that_its_feed_calls_updated_is_asked_for_at_once(site: Site) -> None:
    one = site.page("/one", article("Esk"))

    def publish(at: str) -> str:
        return site.page("/feed", atom((one, at)), kind="application/atom+xml")

    d = desk(feed(publish("2021-05-04T10:00:00Z")))
    d.look()
    assert d.look(MINUTES).unchanged == 0
    site.page("/one", article("Esk", "A third sailor died on Friday."))
    publish("2021-05-04T12:00:00Z")
    assert d.look(MINUTES).changed == 1


def test_a_site_that_asks_to_be_left_alone_is(site: Site) -> None:
    one = site.page("/one", b"", status=429, headers={"Retry-After": "7200"})
    two = site.page("/two", article("Tarn"))
    d = desk(feed(site.feed("/feed", one, two)))
    look = d.look()
    assert (look.failed, look.waiting, look.new) == (1, 1, 0)
    assert site.asked["/two"] == 0
    assert "left alone" in (look.problem or "")
    assert look.due == d.now + timedelta(hours=2)
    d.restart()
    assert d.look(timedelta(hours=1)).early
    site.page("/one", article("Esk"))
    # a minute more: the answer was read a moment after the clock of the first look
    assert d.look(timedelta(hours=1, minutes=1)).new == 2
    assert d.case.failures() == ()


def test_retry_after_may_be_a_date(site: Site) -> None:
    address = site.address + "/feed"
    d = desk(feed(address))
    later = (d.now + timedelta(hours=5)).replace(microsecond=0)
    site.page("/feed", b"", status=503, headers={"Retry-After": format_datetime(later)})
    look = d.look()
    assert not look.reached
    assert look.due == later


def test_failures_double_the_wait(site: Site) -> None:
    d = desk(feed(site.address + "/none"))
    waits = []
    for _ in range(9):
        look = d.look()
        assert not look.reached
        assert "404" in (look.problem or "")
        assert look.due is not None
        waits.append(look.due - d.now)
        d.now = look.due
    assert waits[:3] == [MINUTES, 2 * MINUTES, 4 * MINUTES]
    assert waits[-1] == timedelta(days=1)


def test_bad_pages_cost_no_other_and_are_told(site: Site) -> None:
    links = [
        site.page("/good", article("Esk")),
        site.address + "/none",
        site.truncated("/cut", article("Cut")),
        site.redirect("/loop", "/loop"),
        site.redirect("/file", "file:///etc/passwd"),
        site.page("/huge", b"a" * 400_000),
        site.bomb("/bomb", 5_000_000),
        site.page("/binary", b"\x89PNG\r\n" + bytes(500), kind="image/png"),
        site.page("/empty", b""),
        site.page("/feed2", atom((site.address + "/x", "2021-05-04T10:00:00Z"))),
        site.page("/last", article("Tarn")),
    ]
    # a page that is cut off looks like trouble of the host, so it comes last
    cut = links.pop(2)
    d = desk(feed(site.feed("/feed", *links, cut)))
    look = d.look()
    assert look.new == 2
    assert d.titles() == {"Storm over Esk", "Storm over Tarn"}
    codes = {f.location.removeprefix(site.address): f.code for f in d.case.failures()}
    assert codes == {
        "/none": "http_status",
        "/cut": "unreachable",
        "/loop": "redirect_loop",
        "/file": "bad_address",
        "/huge": "too_large",
        "/bomb": "too_large",
        "/binary": "binary",
        "/empty": "empty",
        "/feed2": "not_a_page",
    }
    assert look.failed == len(codes)


@pytest.mark.parametrize("drip", [Site.dripping, Site.dripping_headers])
def test_a_slow_host_is_left_alone(site: Site, drip: Callable[[Site, str], str]) -> None:
    slow = drip(site, "/slow")
    other = site.page("/other", article("Esk"))
    d = desk(feed(site.feed("/feed", slow, other)))
    look = d.look()
    assert (look.failed, look.waiting) == (1, 1)
    assert d.case.failures()[0].code == "too_slow"
    assert d.look(MINUTES).new == 1


def test_a_wrong_charset_is_seen_through(site: Site) -> None:
    text = article(
        "Žilina", "Kovač a Tóth přišli včera večer do města a řekli, že škoda je vysoká."
    )
    body = text.decode().replace("charset='utf-8'", "charset='windows-1250'").encode("cp1250")
    d = desk(feed(site.feed("/feed", site.page("/one", body, kind="text/html; charset=utf-8"))))
    assert d.look().new == 1
    assert "přišli včera" in d.case.documents()[0].text


def test_links_to_hosts_not_named_are_left_out(site: Site) -> None:
    elsewhere = site.address.replace("127.0.0.1", "localhost")
    site.page("/there", article("Tarn"))
    site.redirect("/away", f"{elsewhere}/there")
    links = [f"{elsewhere}/there", "file:///etc/passwd", "javascript:x", site.address + "/away"]
    address = site.feed("/feed", *links)
    d = desk(feed(address))
    look = d.look()
    assert look.new == 0
    assert look.left_out == {"localhost": 1, "file:": 1, "javascript:": 1}
    assert "not named left out" in look.line
    assert [f.code for f in d.case.failures()] == ["other_host"]
    assert site.asked["/there"] == 0
    named = desk(feed(address, hosts=["localhost"]))
    assert named.look().new == 2
    assert site.asked["/there"] == 2


def test_robots_are_obeyed(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /closed\n", kind="text/plain")
    links = [site.page("/closed/x", article("Esk")), site.page("/open", article("Tarn"))]
    d = desk(feed(site.feed("/feed", *links)))
    look = d.look()
    assert (look.new, look.failed) == (1, 1)
    assert site.asked["/closed/x"] == 0
    assert d.case.failures()[0].code == "robots"


def test_a_robots_txt_that_cannot_be_had_closes_the_site(site: Site) -> None:
    site.page("/robots.txt", b"", status=500)
    d = desk(feed(site.feed("/feed", site.page("/one", article("Esk")))))
    look = d.look()
    assert not look.reached
    assert "robots.txt" in (look.problem or "")
    assert site.asked["/feed"] == 0


def test_a_page_that_is_gone_keeps_what_it_said(site: Site) -> None:
    one = site.page("/one", article("Esk"))
    d = desk(feed(site.feed("/feed", one), revisit_for=timedelta(days=3)))
    d.look()
    site.page("/one", b"", status=410)
    look = d.look(MINUTES)
    assert (look.gone, look.failed) == (1, 0)
    assert d.titles() == {"Storm over Esk"}
    assert d.case.failures() == ()


def test_sitemaps_and_their_index(site: Site) -> None:
    now = datetime.now(UTC)
    today, long_ago = now.isoformat(), (now - timedelta(days=400)).isoformat()
    pages = [site.page(f"/{n}", article(n)) for n in ("Esk", "Tarn", "Old")]
    inner = site.page(
        "/news.xml",
        sitemap((pages[0], today), (pages[1], None), (pages[2], long_ago)),
        etag='"1"',
    )
    old = site.page("/old.xml", sitemap((site.address + "/never", today)))
    index = site.page("/sitemap.xml", sitemap((inner, today), (old, long_ago), index=True))
    source = msgspec.structs.replace(feed(index), kind="sitemap", max_age=timedelta(days=30))
    d = desk(source)
    assert d.look().new == 2
    assert site.asked["/old.xml"] == site.asked["/never"] == 0
    assert d.titles() == {"Storm over Esk", "Storm over Tarn"}
    again = d.look(MINUTES)
    assert (again.new, again.problem) == (0, None)
    assert site.asked["/sitemap.xml"] == 2
    assert site.asked["/news.xml"] == 1


def test_a_page_source_is_asked_for_every_time(site: Site) -> None:
    live = site.page("/live", article("Esk"), etag='"1"')
    d = desk(msgspec.structs.replace(feed(live), kind="page"))
    assert d.look().new == 1
    assert d.look(MINUTES).unchanged == 1
    site.page("/live", article("Esk", "The harbour was opened again on Tuesday."), etag='"2"')
    look = d.look(MINUTES)
    assert (look.changed, look.reached) == (1, True)
    site.page("/live", b"", status=500)
    assert not d.look(MINUTES).reached


def test_a_folder_is_read_as_it_grows(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.html").write_bytes(article("Esk"))
    (folder / "bad.html").write_bytes(b"")
    (folder / "link.html").symlink_to("/etc/hostname")
    d = desk(msgspec.structs.replace(feed(str(folder)), kind="folder"))
    look = d.look()
    assert (look.new, look.changed, look.failed) == (1, 0, 2)
    (folder / "two.html").write_bytes(article("Tarn"))
    (folder / "one.html").write_bytes(article("Esk", "A third sailor died on Friday."))
    look = d.look(MINUTES)
    assert (look.new, look.changed, look.unchanged) == (1, 1, 1)
    assert len(d.case.documents()) == 2
    missing = desk(msgspec.structs.replace(feed(str(tmp_path / "none")), kind="folder"))
    assert not missing.look().reached


def test_stopped_in_the_middle_it_goes_on_from_there(site: Site) -> None:
    links = [site.page(f"/{n}", article(f"Town{n}"), etag=f'"{n}"') for n in range(6)]
    d = desk(feed(site.feed("/feed", *links, etag='"f"')))
    # as Ctrl-C does, when the third page has come and is not yet stored
    d.stopped = lambda: site.asked["/2"] == 1
    with pytest.raises(KeyboardInterrupt):
        d.look()
    assert len(d.case.documents()) == 2
    d.stopped = lambda: False
    d.restart()
    assert d.look().new == 4
    assert len(d.case.documents()) == 6
    assert [site.asked[f"/{n}"] for n in range(6)] == [1, 1, 2, 1, 1, 1]


def test_the_rest_waits_for_the_next_look(site: Site) -> None:
    links = [site.page(f"/{n}", article(f"Town{n}")) for n in range(5)]
    d = desk(feed(site.feed("/feed", *links, etag='"1"'), most=2))
    assert [(look.new, look.waiting) for look in (d.look(), d.look(MINUTES), d.look(MINUTES))] == [
        (2, 3),
        (2, 1),
        (1, 0),
    ]
