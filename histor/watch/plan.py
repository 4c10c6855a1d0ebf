"""The user's list of what to watch: ``sources.toml``."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from histor.errors import SourceError
from histor.read import ReadSettings
from histor.read.urls import is_url

__all__ = ["Plan", "Source", "duration", "read_plan"]

Kind = Literal["feed", "sitemap", "page", "folder"]

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DURATION = re.compile(r"(\d{1,6})\s*([smhdw])")
_HOST = re.compile(r"[a-z0-9_.-]+|[0-9a-f:]+", re.I)
#: nobody's site is asked more often
_SHORTEST = timedelta(minutes=1)
_ADVICE = "docs/watch.md shows how it is written"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at again and again."""

    kind: Kind
    #: an address, or a folder's path
    name: str
    every: timedelta
    #: hosts whose pages may be read, each with the hosts beneath it; its own, with and without
    #: ``www.``, is always among them
    hosts: tuple[str, ...] = ()
    #: pages to ask for in one look
    most: int = 100
    #: pages that the list says were changed longer ago are left out; none for no bound
    max_age: timedelta | None = None
    #: how long after a page was first met it is looked at again, ever more seldom
    revisit_for: timedelta = timedelta()

    def allows(self, address: str) -> bool:
        """Say whether an address is one of the web, on a host that was named."""
        if not is_url(address):
            return False
        try:
            host = (urlsplit(address).hostname or "").lower().rstrip(".")
            own = (urlsplit(self.name).hostname or "").lower().rstrip(".")
        except ValueError:
            return False
        if host.removeprefix("www.") == own.removeprefix("www."):
            return True
        return any(host == h or host.endswith(f".{h}") for h in self.hosts)


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What to watch, and with which manners."""

    sources: tuple[Source, ...]
    settings: ReadSettings = ReadSettings()
    #: the file it was read from
    path: str | None = None


class _Web(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    url: str
    every: str | None = None
    hosts: list[str] = []
    most: int = 100
    max_age: str | None = None
    revisit_for: str | None = None


class _Page(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    url: str
    every: str | None = None
    hosts: list[str] = []


class _Folder(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    path: str
    every: str | None = None


class _File(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    every: str = "30m"
    hosts: list[str] = []
    max_age: str = "30d"
    revisit_for: str = "3d"
    delay: float = 1.0
    timeout: float = 20.0
    user_agent: str | None = None
    feed: list[_Web] = []
    sitemap: list[_Web] = []
    page: list[_Page] = []
    folder: list[_Folder] = []


def duration(text: str) -> timedelta:
    """Return a length of time.

    >>> duration("90m"), duration("3d")
    (datetime.timedelta(seconds=5400), datetime.timedelta(days=3))

    Raises:
        ValueError: it is no number with one of s, m, h, d, w.
    """
    match = _DURATION.fullmatch(text.strip().lower())
    if match is None:
        raise ValueError(f"“{text}” is no length of time such as 30m, 6h or 3d")
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


def read_plan(path: str | Path, *, allow_private: bool = False) -> Plan:
    """Read ``sources.toml``; folders in it are relative to where it lies.

    Raises:
        SourceError: it cannot be read, or something in it cannot be meant.
    """
    name, at = str(path), Path(path)
    try:
        raw = tomllib.loads(at.read_text(encoding="utf-8"))
        file = msgspec.convert(raw, _File)
        sources = _sources(file, at.parent)
    except OSError as error:
        problem = f"the list of sources cannot be read ({error.strerror})"
        raise SourceError(name, problem, "check the name") from error
    except UnicodeDecodeError as error:
        raise SourceError(name, "the list of sources is not UTF-8", _ADVICE) from error
    except tomllib.TOMLDecodeError as error:
        raise SourceError(name, f"the list of sources is no TOML ({error})", _ADVICE) from error
    except (msgspec.ValidationError, ValueError) as error:
        raise SourceError(name, f"{error}", _ADVICE) from error
    if not sources:
        raise SourceError(name, "the list names no feed, sitemap, page or folder", _ADVICE)
    defaults = ReadSettings()
    return Plan(
        sources=sources,
        path=name,
        settings=ReadSettings(
            allow_private=allow_private,
            delay=max(file.delay, defaults.delay),
            timeout=min(max(file.timeout, 1.0), defaults.longest),
            user_agent=file.user_agent or defaults.user_agent,
        ),
    )


def _sources(file: _File, folder: Path) -> tuple[Source, ...]:
    sources: list[Source] = []
    webs: list[tuple[Kind, _Web]] = [
        *(("feed", one) for one in file.feed),
        *(("sitemap", one) for one in file.sitemap),
    ]
    for kind, one in webs:
        if one.most < 1:
            raise ValueError(f"{one.url}: most must be 1 or more")
        sources.append(
            Source(
                kind=kind,
                name=_address(one.url),
                every=_interval(one.every or file.every),
                hosts=_hosts(file.hosts + one.hosts),
                most=one.most,
                max_age=duration(one.max_age or file.max_age),
                revisit_for=duration(one.revisit_for or file.revisit_for),
            )
        )
    sources += [
        Source(
            kind="page",
            name=_address(one.url),
            every=_interval(one.every or file.every),
            hosts=_hosts(file.hosts + one.hosts),
        )
        for one in file.page
    ]
    sources += [
        Source(
            kind="folder",
            name=str(folder / Path(one.path).expanduser()),
            every=_interval(one.every or file.every),
        )
        for one in file.folder
    ]
    names = [source.name for source in sources]
    if twice := next((n for n in names if names.count(n) > 1), None):
        raise ValueError(f"{twice} is named twice")
    return tuple(sources)


def _address(url: str) -> str:
    try:
        named = is_url(url) and bool(urlsplit(url).hostname)
    except ValueError:
        named = False
    if not named:
        raise ValueError(f"“{url}” is no http or https address")
    return url.partition("#")[0]


def _interval(text: str) -> timedelta:
    every = duration(text)
    if every < _SHORTEST:
        raise ValueError(f"“{text}” is too often; a minute is the least")
    return every


def _hosts(names: list[str]) -> tuple[str, ...]:
    for name in names:
        if not _HOST.fullmatch(name):
            raise ValueError(f"“{name}” is no host; write it as www.example.org")
    return tuple(dict.fromkeys(name.lower().strip(".") for name in names))
