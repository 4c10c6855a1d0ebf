"""Addresses left on a page that betray whose matter it carries: another outlet's player, pictures.

In a page saved as text they stand in remains of its markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from histor.clean.hosts import domain_of, outlet_of
from histor.records import Document, PageWords

__all__ = ["betrayed_by_leftovers", "letters"]

_ADDRESS = re.compile(r"(?:https?:)?//(?P<host>[\w.-]{4,100})[^\s\"'<>“”]{0,300}", re.I)
#: hosts and paths of what a page loads, and links to no one
_LOADED = re.compile(
    r"//(?:static|img|images?|media|cdn|player|video|embed|assets)\b|"
    r"\b(?:widget|embed|player|video)|\.(?:js|jpe?g|png|webp|gif|mp4|m3u8)\b",
    re.I,
)
#: domains that carry what anybody loads
_CARRIERS = re.compile(
    r"google|youtube|ytimg|gstatic|facebook|fbcdn|twitter|twimg|instagram|tiktok|vimeo|dailymotion|"
    r"cloudfront|cloudflare|cloudinary|akamai|amazon|fastly|imgix|jsdelivr|jquery|jwp|brightcove|"
    r"wordpress|wp\.com|gravatar|blogspot|blogger|disqus|taboola|outbrain|doubleclick|adservice|"
    r"addthis|sharethis|unsplash|pexels|pixabay|gettyimages|shutterstock|wikimedia|wikipedia|w3\.org|"
    r"schema\.org|telegram|vk\.com|userapi|flickr|imgur|giphy|scribd|issuu|datawrapper|flourish",
    re.I,
)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def betrayed_by_leftovers(document: Document) -> Iterator[tuple[str, PageWords]]:
    """Yield the outlets whose addresses are left in a page's markup, and the domains that say so.

    An outlet that is not listed is named by its domain. The page's own are left out.
    """
    for piece in document.removed:
        exact = piece.start is not None and piece.end == piece.start + len(piece.text)
        if piece.reason != "markup" or piece.start is None or not exact:
            continue
        for match in _ADDRESS.finditer(piece.text):
            domain = domain_of(f"https://{match['host']}")
            at = match["host"].lower().rfind(domain) if domain else -1
            if domain is None or at < 0 or _is_own(domain, document):
                continue
            name = outlet_of(domain)
            if name is None and (_CARRIERS.search(domain) or not _LOADED.search(match[0])):
                continue
            start = piece.start + match.start("host") + at
            words = piece.text[start - piece.start :][: len(domain)]
            yield name or domain, PageWords(start=start, end=start + len(domain), text=words)


def _is_own(domain: str, document: Document) -> bool:
    """Say whether a domain is the page's own: that of its address, or its outlet's name."""
    if document.location.startswith("http") and domain_of(document.location) == domain:
        return True
    outlet = letters(document.outlet or "")
    label = letters(domain.partition(".")[0])
    return bool(outlet) and (label in outlet or outlet in label)


def letters(name: str) -> str:
    """Return the letters and figures of a name, by which a domain is told to be an outlet's.

    >>> letters("Harbour Post"), letters("harbour-post")
    ('harbourpost', 'harbourpost')
    """
    return _NOT_LETTERS.sub("", name.lower())
