"""To whom it was told, by a word for what it is: "told the network", "told the rights group"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from histor.extract.claims.claim_sources import SourceReader
from histor.extract.evidence import span_of
from histor.extract.lexicons import is_outlet
from histor.records import Claim, ClaimSource, Document, Entity

__all__ = ["LastBody", "told_body"]

_HEARD = re.compile(
    r"\s(?P<what>(?:the|this)\s(?:(?:news|rights|campaign|aid|monitoring|local|same)\s)?"
    r"(?:network|newspaper|paper|daily|weekly|channel|station|broadcaster|magazine|website|site|"
    r"outlet|agency|group|organisation|organization|watchdog|charity))\b(?!\s[A-Z])"
)
#: of these, words that fit who is no outlet
_ANY_BODY = frozenset("group organisation organization watchdog charity".split())
_TELLING = ("told", "tells", "telling")


class LastBody:
    """The body that spoke last, as the claims of a page are gone through."""

    def __init__(self, known: Mapping[str, Entity]) -> None:
        self._known = known
        self.entity: Entity | None = None

    def note(self, claim: Claim) -> None:
        """Remember who speaks, if it is a body."""
        spoke = self._known.get(claim.source.entity or "") if claim.source is not None else None
        if spoke is not None and spoke.kind == "organization":
            self.entity = spoke


def told_body(
    document: Document, claim: Claim, last: Entity | None, sources: SourceReader
) -> ClaimSource | None:
    """Return the body, named before, that a speaker told what he says; none if none is meant."""
    if claim.cue is None or not claim.cue.text.lower().endswith(_TELLING):
        return None
    heard = _HEARD.match(document.text, claim.cue.end)
    if heard is None:
        return None
    words = span_of(document, heard.start("what"), heard.end("what"))
    meant = sources.bodies.told(words, last)
    if meant is None or (claim.source is not None and claim.source.entity == meant.id):
        return None
    outlet = is_outlet(meant.name) or meant.sector == "JRN"
    if words.text.split()[-1] not in _ANY_BODY and not outlet:
        return None  # "told the agency" beside a ministry
    return ClaimSource(text=words.text, span=words, entity=meant.id)
