"""What bounds reading: sizes, times, and manners on the network."""

from __future__ import annotations

import msgspec

__all__ = ["ReadSettings"]


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on reading; the defaults suit an analyst's laptop."""

    #: bytes of one page, unpacked
    max_page_bytes: int = 20_000_000
    #: seconds to wait for an address to answer
    timeout: float = 20.0
    #: seconds an address may take for the whole of its answer
    longest: float = 120.0
    #: seconds between two requests to one host; a robots.txt may ask for more
    delay: float = 1.0
    #: allow addresses on private networks and on this machine
    allow_private: bool = False
    user_agent: str = "histor/0.1 (news reader for analysts; obeys robots.txt)"
