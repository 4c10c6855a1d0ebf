"""The pages of a case as linking goes through them: by id, one at a time, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from histor.records import Claim, Document, Entity, Event, Figure, PageRecord, TimeExpression
from histor.shelf import ById, Shelf

__all__ = ["Pages"]


class Pages(Sequence[PageRecord]):
    """What each page says, in order of id; the same for any order of the records.

    The parts of a page lie on shelves of their own, so that who needs a page's text does not
    decode its events.
    """

    def __init__(self, records: Iterable[PageRecord]) -> None:
        self.documents: Shelf[Document] = Shelf(Document)
        self.entities: Shelf[tuple[Entity, ...]] = Shelf(tuple[Entity, ...])
        self.claims: Shelf[tuple[Claim, ...]] = Shelf(tuple[Claim, ...])
        self.times: Shelf[tuple[TimeExpression, ...]] = Shelf(tuple[TimeExpression, ...])
        self.events: Shelf[tuple[Event, ...]] = Shelf(tuple[Event, ...])
        self.figures: Shelf[tuple[Figure, ...]] = Shelf(tuple[Figure, ...])
        ids = []
        for record in records:
            ids.append(record.document.id)
            for part, own in zip(self._parts, _parts_of(record), strict=True):
                part.append(own)
        order = sorted(range(len(ids)), key=ids.__getitem__)
        for part in self._parts:
            part.arrange(order)
        #: rising
        self.ids = [ids[n] for n in order]
        self.numbers = {id_: n for n, id_ in enumerate(self.ids)}

    @classmethod
    def of(cls, records: Iterable[PageRecord]) -> Pages:
        """Return records as pages; pages are returned as they are."""
        return records if isinstance(records, Pages) else cls(records)

    @property
    def by_id(self) -> Mapping[str, Document]:
        """The documents by id."""
        return ById(self.numbers, self.documents)

    def put(self, number: int, record: PageRecord) -> None:
        """Put another record in the place of a page's own; its id stays."""
        for part, own in zip(self._parts, _parts_of(record), strict=True):
            part.put(number, own)

    def put_away(self) -> None:
        """Let go of what is at hand decoded, before something else takes much memory."""
        for part in self._parts:
            part.put_away()

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> PageRecord: ...
    @overload
    def __getitem__(self, at: slice) -> list[PageRecord]: ...
    def __getitem__(self, at: int | slice) -> PageRecord | list[PageRecord]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return PageRecord(
            document=self.documents[at],
            entities=self.entities[at],
            claims=self.claims[at],
            times=self.times[at],
            events=self.events[at],
            figures=self.figures[at],
        )

    def __iter__(self) -> Iterator[PageRecord]:
        return (self[n] for n in range(len(self)))

    @property
    def _parts(self) -> tuple[Shelf[Any], ...]:
        return (
            self.documents,
            self.entities,
            self.claims,
            self.times,
            self.events,
            self.figures,
        )


def _parts_of(record: PageRecord) -> tuple[Any, ...]:
    return (
        record.document,
        record.entities,
        record.claims,
        record.times,
        record.events,
        record.figures,
    )
