"""Names of diseases, which are often those of places where they were first seen: "Marburg virus".

A page that calls a disease by a name means the disease by it wherever no word says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from spacy.tokens import Doc

from histor.extract.places.gazetteer import is_people
from histor.extract.tokens import text_of

__all__ = ["ailments", "ailments_of", "is_ailment"]

#: a name before what makes it a disease's
_CALLED = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,2})[ -]"
    r"(?:ha?emorrhagic |viral |virus )?"
    r"(?:virus(?:es)?|disease|fever|syndrome|flu|influenza|encephalitis|measles|bacterium)\b"
)
#: words before a name that is a place's all the same: "in Marburg", "the town of Marburg"
_THERE = re.compile(
    r"(?:\b(?:in|near|at|around|across|outside|into|toward|towards|throughout)|"
    r"\b(?:city|town|village|district|province|region|state|river|valley|port) of)\s(?:the\s)?\Z",
    re.I,
)
#: diseases that pages call by the place alone, and the words of a page that tells of one
_KNOWN = frozenset("marburg ebola lassa zika nipah hendra machupo".split())
_TELLING = re.compile(
    r"\b(?:outbreak|epidemic|virus|infect(?:ed|ions?)|vaccine|quarantine)\b", re.I
)
_KEPT = "histor ailments"
#: characters before a name that are asked
_REACH = 24


def ailments(text: str) -> frozenset[str]:
    """Return the names, in lower case, by which a page calls diseases."""
    names = (m["name"].casefold().removeprefix("the ") for m in _CALLED.finditer(text))
    called = frozenset(name for name in names if not is_people(name))  # not "Spanish"
    return called | _KNOWN if _TELLING.search(text) else called


def ailments_of(doc: Doc) -> frozenset[str]:
    """Return the names by which an annotated page calls diseases, looked for once."""
    known: frozenset[str] | None = doc.user_data.get(_KEPT)
    if known is None:
        known = doc.user_data[_KEPT] = ailments(text_of(doc))
    return known


def is_ailment(text: str, start: int, name: str, known: Collection[str]) -> bool:
    """Say whether a name that begins at a character is a disease's.

    Args:
        text: the page.
        start: where the name begins.
        name: as it is written.
        known: what :func:`ailments` found there.
    """
    return name.casefold() in known and not _THERE.search(text[max(0, start - _REACH) : start])
