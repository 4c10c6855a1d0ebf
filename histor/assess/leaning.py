"""Which origins lean on another's matter: a page filed by an agency is no witness beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from histor.extract.lexicons import outlet_name
from histor.extract.names.known_actors import known_actor
from histor.records import Document, Origin, OriginCredit

__all__ = ["witness_of"]

#: characters of a page in which a dateline names its agency
_BEGINNING = 700


def witness_of(
    origins: Sequence[Origin],
    documents: Mapping[str, Document],
    outlets: Mapping[str, str],
) -> dict[str, str]:
    """Return for each document its witness: its origin, or the one outlet that it takes all from.

    A page takes its matter from whom its dateline or a line beside the story credits. Who only
    quotes an agency's reporter has that sentence from it, and not the page.

    Args:
        origins: the case's origins.
        documents: its documents by id.
        outlets: of each document that has one, its outlet.
    """
    leans = {
        origin.id: min(credited)
        for origin in origins
        if len(credited := {_key(c.name) for c in origin.credits if _of_all(c, documents)}) == 1
    }
    leant_on = set(leans.values())
    found: dict[str, str] = {}
    for origin in origins:
        own = {_key(outlets[d]) for d in origin.documents if d in outlets} & leant_on
        alone = min(own) if len(own) == 1 and origin.id not in leans else origin.id
        for document in origin.documents:
            found[document] = leans.get(origin.id, alone)
    return found


def _of_all(credit: OriginCredit, documents: Mapping[str, Document]) -> bool:
    """Say whether a credit is of a whole page: in a line beside the story, or its dateline."""
    if credit.page_evidence:
        return True
    return any(
        0 < s.start < _BEGINNING
        and documents[s.document].text[s.start - 1] == "("
        and documents[s.document].text[s.end : s.end + 1] == ")"
        for s in credit.evidence
    )


def _key(name: str) -> str:
    name = outlet_name(name)
    known = known_actor(name)
    return (known.name if known is not None else name).casefold()
