"""Events as single pages tell them, in order of their days, made ready to be compared when asked.

An account with all that is compared takes some twenty kilobytes: those at hand are kept, others are
made again from the event and the page's words.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import overload

from histor.link.same_event import Telling, telling
from histor.link.vectors import News
from histor.link.word_senses import word_senses
from histor.records import Event
from histor.shelf import Shelf

__all__ = ["Accounts"]

#: accounts that are kept at hand
_AT_HAND = 3000


class Accounts(Sequence[Telling]):
    """The accounts of a case's events."""

    def __init__(self, events: Iterable[tuple[Event, str]], news: News) -> None:
        """Put events of single pages, and by what they are ordered, in that order and by id."""
        self.events: Shelf[Event] = Shelf(Event)
        self._ids = news.ids
        keys: list[tuple[str, str]] = []
        documents: list[int] = []
        senses: list[tuple[str, ...]] = []
        words: list[tuple[str, ...]] = []
        table = word_senses()
        known: dict[str, str] = {}
        #: pages on which the accounts' sentences have each name
        self.named: Counter[str] = Counter()
        named: tuple[int, set[str]] = -1, set()
        for event, key in events:
            account = telling(event, news)
            self.events.append(event)
            keys.append((key, event.id))
            page = news.texts.numbers[account.document]
            documents.append(page)
            senses.append(tuple(known.setdefault(s, s) for s in sorted(account.senses)))
            words.append(
                tuple(known.setdefault(w, w) for w in sorted(account.triggers) if w in table)
            )
            if named[0] != page:
                self.named.update(named[1])
                named = page, set()
            named[1].update(account.names)
        self.named.update(named[1])
        #: how many pages tell an event
        self.told_on = len(set(documents))
        self.order = sorted(range(len(keys)), key=keys.__getitem__)
        self.events.arrange(self.order)
        #: the number of each account's page, the senses of its words, and the words that the table
        #: of meanings has
        self.pages = array("i", [documents[n] for n in self.order])
        self.senses = [senses[n] for n in self.order]
        self.words = [words[n] for n in self.order]
        self._at: Callable[[int], Telling] = lru_cache(_AT_HAND)(
            lambda n: telling(self.events[n], news)
        )

    def document(self, at: int) -> str:
        """Return the id of an account's page."""
        return self._ids[self.pages[at]]

    def __len__(self) -> int:
        return len(self.events)

    @overload
    def __getitem__(self, at: int) -> Telling: ...
    @overload
    def __getitem__(self, at: slice) -> list[Telling]: ...
    def __getitem__(self, at: int | slice) -> Telling | list[Telling]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return self._at(at)

    def __iter__(self) -> Iterator[Telling]:
        return (self._at(n) for n in range(len(self)))
