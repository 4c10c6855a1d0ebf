"""Word lists of this room, read from its data files."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast, get_args

from histor.extract.lexicon_files import lexicon_lines, lexicon_tables
from histor.records import ClaimAct

__all__ = [
    "acts",
    "given_names",
    "is_outlet",
    "offices",
    "outlets",
    "sayings",
    "tellings",
    "titles",
    "trades",
]

_NUMBERED = re.compile(
    r"\bchannel (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.I
)
#: "Delta FM", "Radio Sahel", "TV Norte", "WXYZ-TV"
_STATION = re.compile(r"\A(?:Radio|TV|FM) [A-Z]|\w[ -](?:FM|AM|TV)\Z")
_DOMAIN = re.compile(r"\w\.(?:com|org|net|info|news|tv|[a-z]{2})\Z", re.I)


@cache
def titles() -> frozenset[str]:
    """Return the head nouns of titles and offices, in lower case."""
    return _lines("titles.txt")


@cache
def offices() -> frozenset[str]:
    """Return what an office may be of ("state", "affairs"), in lower case."""
    return _lines("offices.txt")


@cache
def trades() -> frozenset[str]:
    """Return what people are beside titles and offices ("student"), in lower case."""
    return _lines("trades.txt")


@cache
def sayings() -> frozenset[str]:
    """Return the lemmas of verbs that report speech and merely assert."""
    return _lines("sayings.txt")


@cache
def tellings() -> frozenset[str]:
    """Return the lemmas that make a statement of a bare noun, beside those of sayings and acts."""
    return _lines("tellings.txt")


@cache
def given_names() -> dict[str, str]:
    """Return the sex ("f" or "m") that given names tell, in lower case."""
    return {
        name: sex
        for _, line in lexicon_lines("given_names.txt")
        for sex, *names in (line.split(),)
        for name in names
    }


@cache
def outlets() -> frozenset[str]:
    """Return the words by which outlets are known, in lower case; whole names begin with "="."""
    return frozenset(line.partition(">")[0].strip() for line in _lines("outlets.txt"))


def outlet_name(name: str) -> str:
    """Return the one name of an outlet that goes by several; any other name as it is.

    >>> outlet_name("AP"), outlet_name("The Associated Press"), outlet_name("Harbour Post")
    ('Associated Press', 'Associated Press', 'Harbour Post')
    """
    bare = name.removeprefix("The ").removeprefix("the ")
    return _outlet_names().get(bare.casefold(), bare)


@cache
def _outlet_names() -> dict[str, str]:
    pairs = (line.partition(">") for line in _lines("outlets.txt"))
    return {known.strip().lstrip("="): full.strip() for known, to, full in pairs if to}


@lru_cache(maxsize=20_000)
def is_outlet(name: str) -> bool:
    """Say whether a name is a newspaper's, an agency's, a channel's or a site's."""
    if _DOMAIN.search(name) or _NUMBERED.search(name) or _STATION.search(name):
        return True
    words = [word for word in re.findall(r"[\w/-]+", name.lower()) if word != "the"]
    if "=" + " ".join(words) in outlets():
        return True
    runs = (
        " ".join(words[i : i + length])
        for length in (1, 2, 3)
        for i in range(len(words) - length + 1)
    )
    return any(run in outlets() for run in runs)


@cache
def acts() -> dict[tuple[str, ...], ClaimAct]:
    """Return what each cue does: one to three lemmas -> act."""
    known = get_args(ClaimAct)
    return {
        tuple(phrase.split()): cast(ClaimAct, act)
        for _, tables in lexicon_tables("acts.toml")
        for act, phrases in tables["acts"].items()
        if act in known
        for phrase in phrases
    }


def _lines(name: str) -> frozenset[str]:
    return frozenset(line for _, line in lexicon_lines(name))
