"""The outlets to which web addresses belong, by their domains."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from courlan import extract_domain

__all__ = ["domain_of", "outlet_of"]

_HOST = re.compile(r"https?://(?:[\w-]+\.){0,9}([\w-]+\.[a-z]{2,})(?=[:/]|\Z)", re.I)
_FILE = Path(__file__).parent / "data" / "outlet_hosts.txt"


@lru_cache(maxsize=10_000)
def domain_of(address: str) -> str | None:
    """Return the registered domain of a web address; none if it has none.

    Of an ending that nobody has registered, it is the last two names of the host.

    >>> domain_of("https://img.example.co.uk/a.jpg"), domain_of("https://img.post.example/a.jpg")
    ('example.co.uk', 'post.example')
    """
    domain = extract_domain(address)
    if domain is None and (host := _HOST.match(address)):
        domain = host[1]
    return domain.lower() if domain else None


def outlet_of(domain: str) -> str | None:
    """Return the outlet to which a domain belongs; none of one that is not listed.

    >>> outlet_of("guim.co.uk")
    'Guardian'
    """
    return _outlets().get(domain)


@cache
def _outlets() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, domains = line.partition(":")
            found |= dict.fromkeys(domains.split(), name)
    return MappingProxyType(found)
