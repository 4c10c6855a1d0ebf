"""The ledger of disputes: accounts side by side, who says which, since when, from how many origins.

Finders propose two accounts that differ in one part; what they differ in, and whether a revision,
a rounding or another scope explains it, is theirs to say. Here the accounts are written down alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from histor.assess.words import telling_words
from histor.records import (
    Account,
    Claim,
    Dispute,
    DisputeMatter,
    DisputeReason,
    Document,
    Entity,
    Finding,
    FindingKind,
    Span,
    make_id,
)

__all__ = ["Ground", "Ruling", "Side", "short", "within_sentence"]

_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some many several other another "
    "one two three four five most both".split()
)

_MOST = 160
#: characters kept before the first word that is meant
_LEAD = 40
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[.,;:] ")
_SINGLE = str.maketrans("“”«»„", "‘’‘’‘")


class Ruling(NamedTuple):
    """What comes of two accounts: an entry of the ledger, and a finding where none explains it."""

    dispute: Dispute
    finding: Finding | None


class Side(NamedTuple):
    """One account before it is written down."""

    #: what it says, in the page's words
    says: str
    #: the words first, then the sentence that holds them
    evidence: tuple[Span, ...]
    #: ids of the claims in which it is said
    claims: tuple[str, ...] = ()


class Ground:
    """What the case knows of its pages, claims and origins, on which accounts are written down."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        claims: Mapping[str, Claim],
        entities: Mapping[str, Entity],
        origin_of: Mapping[str, str],
    ) -> None:
        self.documents = documents
        self.claims = claims
        self.entities = entities
        self.origin_of = origin_of

    @cached_property
    def lands(self) -> dict[str, str]:
        """The countries by their names and their peoples', in lower case."""
        return {
            name.text.lower(): entity.country
            for entity in self.entities.values()
            if entity.country is not None
            and (entity.kind == "group" or (entity.place and entity.place.feature == "PCLI"))
            for name in entity.names
        }

    def speaker(self, claim: str) -> str | None:
        """Return the name of a claim's source, as the case or else the page knows it."""
        return self.said_by(self.claims[claim])

    def said_by(self, claim: Claim) -> str | None:
        """Return what :meth:`speaker` does of a claim that is at hand."""
        source = claim.source
        if source is None:
            return None
        entity = self.entities.get(source.entity) if source.entity else None
        return entity.name if entity is not None else source.text

    def account(self, side: Side) -> Account:
        """Return a side as the ledger keeps it."""
        pages = sorted({s.document for s in side.evidence})
        written = [d.earliest for p in pages if (d := self.documents[p].written)]
        named = (self.speaker(c) for c in side.claims)
        return Account(
            says=side.says,
            evidence=tuple(dict.fromkeys(side.evidence)),
            sources=tuple(sorted({n for n in named if n})),
            documents=tuple(pages),
            origins=len({self.origin_of[p] for p in pages}),
            since=min(written, default=None),
        )

    def ruling(
        self,
        about: DisputeMatter,
        why: DisputeReason,
        summary: str,
        sides: Sequence[Side],
        *,
        kind: FindingKind | None = None,
        events: Iterable[str] = (),
    ) -> Ruling:
        """Write accounts down, and with ``kind`` the finding that they give rise to."""
        accounts = tuple(sorted(map(self.account, sides), key=_order))
        places = sorted(s.place for side in sides for s in side.evidence[:1])
        spans = tuple(dict.fromkeys(s for side in sides for s in side.evidence))
        concerned = tuple(sorted(set(events)))
        finding = None
        if kind is not None:
            finding = Finding(
                id=make_id("finding", kind, *places),
                kind=kind,
                summary=summary,
                evidence=spans,
                events=concerned,
                claims=tuple(dict.fromkeys(c for side in sides for c in side.claims)),
                documents=tuple(dict.fromkeys(s.document for s in spans)),
            )
        dispute = Dispute(
            id=make_id("dispute", about, *places),
            about=about,
            why=why,
            summary=summary,
            accounts=accounts,
            events=concerned,
            findings=(finding.id,) if finding is not None else (),
        )
        return Ruling(dispute, finding)


def _order(account: Account) -> tuple[str, tuple[str, ...], str]:
    return account.since or "9999", account.documents, account.says


def within_sentence(name: str) -> str:
    """Return a source as it stands within a sentence: "his critics" of "His critics said"."""
    first = name.partition(" ")[0]
    return name[0].lower() + name[1:] if first.lower() in _DETERMINERS else name


def short(text: str, meant: frozenset[str] = frozenset()) -> str:
    """Return words of a page for a sentence: on one line, quotes within them in single marks.

    Of what is too long the beginning is kept, or from the first word on whose stem is ``meant``
    (:func:`histor.assess.words.telling_words`).
    """
    text = " ".join(text.split()).strip('“”"«»„ ').translate(_SINGLE)
    if len(text) <= _MOST:
        return text
    told = [m.start() for m in _WORD.finditer(text) if telling_words(m[0]) & meant]
    if not told or told[-1] < _MOST - 1:
        return text[: _MOST - 1].rstrip() + "…"
    # back to a word with room for the last one meant, or to the end of the text
    least = max(0, min(told[0] - _LEAD, len(text) - _MOST + 1))
    start = next((m.end() for m in _CLAUSE.finditer(text, least, told[0])), None)
    if start is None:
        start = next(m.start() for m in _WORD.finditer(text) if m.start() >= least)
    kept = text[start:].lstrip()
    return "…" + (kept if len(kept) < _MOST else kept[: _MOST - 2].rstrip() + "…")
